/* unit_group.c - clusters and blocs (cụm, khối), and who is in them. */

#include "cgi-bin/lib/unit_page.h"

static const struct column group_columns[] = {
	{ "name",    "Cụm, khối",     CELL_TEXT,  true },
	{ "kind",    "Loại",          CELL_TEXT,  true },
	{ "members", "Số thành viên", CELL_COUNT, true },
	{ "head",    "Trưởng",        CELL_TEXT,  true },
	{ "unit",    "Hội đồng lập",  CELL_TEXT,  true },
	{ "since",   "Từ ngày",       CELL_DAY,   true },
	{ "document", "Theo văn bản", CELL_TEXT,  true },
	{ 0 }
};

const char *
unit_group_kind(struct req *r, const char *kind)
{
	return tr(r->lang, !strcmp(kind, "cluster") ? "Cụm thi đua" : !strcmp(kind, "bloc")
	    ? "Khối thi đua" : "Nhóm nhận văn bản");
}

/* "90/TB-UBND ngày 12/3/2026"; "" if it is not known. */
static const char *
document_of(struct req *r, const struct unit_group *g)
{
	const char *on = text_of_day(r->mem, g->document_date);

	return *on ? unit_say(r, "{1} ngày {2}", g->document, on) : g->document;
}

int
unit_groups_page(struct req *r)
{
	const char *day = unit_day_asked(r);
	struct table *t = table_new(r, "Cụm, khối thi đua", group_columns);
	int64_t n = 0;

	for (struct unit_group *g = unit_groups(r->db, r->mem, day); g; g = g->next, n++) {
		table_row(t, unit_as_of(r, unit_group_address(r, g->id, ""), day));
		table_text(t, g->name);
		table_text(t, unit_group_kind(r, g->kind));
		table_count(t, g->members);
		if (*g->head_name)
			table_text(t, g->head_name);
		else
			table_nothing(t, "chưa có");
		table_text(t, g->unit_name);
		table_day(t, g->valid_from);
		if (*g->document)
			table_text(t, document_of(r, g));
		else
			table_nothing(t, "chưa có");
	}
	table_whole(t);
	title(r, tr(r->lang, "Cụm, khối thi đua"));
	crumb(r, tr(r->lang, "mục::Đơn vị"), "/unit");
	unit_show_day(r, day);
	form_show_faults(r->form, r->view, r->lang, NULL);
	if (may(r, "unit.change"))
		view_add(r->view, "MAY_CHANGE");
	return table_show(r, form_faults(r->form) ? 422 : 200, "unit_groups", t, n,
	    "Vào ngày này chưa có cụm, khối nào. Người quản trị lập cụm, khối theo thông báo của Hội đồng.");
}

struct group {
	const char *kind, *name, *unit, *valid_from, *document, *document_date, *document_text;
};

static const struct field group_fields[] = {
	FIELD(group, kind,       "Loại", LINE, .max = 10),
	FIELD(group, name,       "Tên cụm, khối", LINE, .min = 2, .max = 200),
	FIELD(group, unit,       "Hội đồng của đơn vị", LINE, .max = 200),
	FIELD(group, valid_from, "Từ ngày", DAY),
	FIELD(group, document,   "Theo văn bản", LINE, true, .max = 100),
	FIELD(group, document_date, "Ngày văn bản", DAY, true),
	FIELD(group, document_text, "Trích yếu văn bản", LINE, true, .max = 300),
	{ 0 }
};

static int
show_group_add(struct req *r, int status, const struct group *g)
{
	const char *kind;

	form_open(r, r->view, "/unit/group/add");
	title(r, tr(r->lang, "Lập cụm, khối"));
	crumb(r, tr(r->lang, "mục::Đơn vị"), "/unit");
	crumb(r, tr(r->lang, "Cụm, khối thi đua"), "/unit/group");
	form_show(r->form, r->view, r->lang, group_fields, g);
	kind = form_typed(r->form, "kind", g->kind);
	form_option(r->view, "KIND", "cluster", tr(r->lang, "Cụm thi đua"), kind);
	form_option(r->view, "KIND", "bloc", tr(r->lang, "Khối thi đua"), kind);
	form_option(r->view, "KIND", "list", tr(r->lang, "Nhóm nhận văn bản"), kind);
	return show(r, status, "unit_group_add");
}

int
unit_group_add_page(struct req *r)
{
	return show_group_add(r, 200, &(struct group){ "cluster", "", "", r->today, "", "", "" });
}

int
unit_group_add_save(struct req *r)
{
	struct group g = { 0 };
	struct unit *u = NULL;

	form_read(r->form, r->mem, group_fields, &g);
	bool is_list = !strcmp(g.kind, "list");
	if (*g.kind && strcmp(g.kind, "cluster") && strcmp(g.kind, "bloc") && !is_list)
		form_wrong(r->form, "kind", "Không có loại này: chọn một loại trong danh sách");
	if (is_list && !*g.document && !form_fault(r->form, "document"))
		form_wrong(r->form, "document", "Nhóm nhận văn bản do một văn bản lập ra: ghi số, ký hiệu văn bản ấy");
	if (!*g.document && (*g.document_date || *g.document_text) && !form_fault(r->form, "document"))
		form_wrong(r->form, "document", "Có ngày hoặc trích yếu mà chưa có số: ghi số, ký hiệu văn bản");
	if (*g.unit && text_is_day(g.valid_from))
		u = unit_named_here(r, "unit", tr(r->lang, "Đơn vị"), g.unit, g.valid_from);
	if (form_faults(r->form))
		return show_group_add(r, 422, &g);
	int64_t id = unit_group_add(r->db, &(struct unit_group){ .kind = g.kind, .name = g.name,
	    .unit = u->id, .valid_from = g.valid_from, .document = g.document,
	    .document_date = g.document_date, .document_text = g.document_text });
	g.unit = u->name;
	changed_form(r, group_fields, &(struct group){ "", "", "", "", "", "", "" }, &g);
	audit(r, "unit.group_add", id);
	said_with(r, "Đã lập {1}. Thêm thành viên ở dưới.", g.name, NULL);
	return go(r, unit_group_address(r, id, ""));
}

struct member {
	const char *unit, *valid_from;
	int64_t head;
};

static const struct field member_fields[] = {
	FIELD(member, unit,       "Đơn vị", LINE, .max = 200),
	FIELD(member, valid_from, "Từ ngày", DAY),
	{ 0 }
};

static const struct column member_columns[] = {
	{ "unit",  "Đơn vị",  CELL_TEXT, true },
	{ "code",  "Mã",      CELL_TEXT, true },
	{ "head",  "Vai trò", CELL_TEXT, true },
	{ "since", "Từ ngày", CELL_DAY,  true },
	{ 0 }
};

static const char *
head_text(struct req *r, int64_t head)
{
	return tr(r->lang, head == 1 ? "trưởng" : head == 2 ? "phó" : "thành viên");
}

static struct unit_member *
members(struct req *r, const struct unit_group *g, const char *day, int64_t *total)
{
	return unit_members(r->db, r->mem, &(struct unit_member_ask){ .group = g->id, .day = day,
	    .sort = table_sort(r, member_columns, 0), .limit = table_limit(r),
	    .skip = table_skip(r) }, total);
}

static int
show_group(struct req *r, int status, const struct unit_group *g, const char *day,
    const struct member *m)
{
	bool mine = may_here(r, "unit.change", g->unit)
	    && !strcmp(g->valid_to, UNIT_OPEN);
	struct view *change = mine ? view_add(r->view, "MAY_CHANGE") : NULL, *v;

	title(r, g->name);
	crumb(r, tr(r->lang, "mục::Đơn vị"), "/unit");
	crumb(r, tr(r->lang, "Cụm, khối thi đua"), "/unit/group");
	if (mine) {
		form_open(r, change, unit_group_address(r, g->id, "/member"));
		form_show(r->form, change, r->lang, member_fields, m);
		for (int64_t i = 0; i < 3; i++)
			form_option(change, "HEAD", mem_printf(r->mem, "%lld", (long long)i), head_text(r, i),
			    form_typed(r->form, "head", "0"));
		v = view_add(r->view, "MAY_END");
		form_day(r, v, unit_group_address(r, g->id, "/end"), "valid_to");
	}
	form_show_faults(r->form, r->view, r->lang, (const struct field[]){
		{ .name = "unit", .label = "Đơn vị" }, { .name = "valid_from", .label = "Từ ngày" },
		{ .name = "login", .label = "Tên đăng nhập của ủy viên" },
		{ .name = "seat_from", .label = "Phụ trách từ ngày" },
		{ .name = "decision", .label = "Số quyết định" }, { 0 } });
	if (strcmp(g->kind, "list")) {
		view_add(r->view, "WITH_SEATS");
		unit_show_seats(r, g, day, mine);
	}
	view_text(r->view, "group_kind", unit_group_kind(r, g->kind));
	view_text(r->view, "unit_name", g->unit_name);
	view_text(r->view, "unit_path", unit_address(r, g->unit, ""));
	view_text(r->view, "document", *g->document ? document_of(r, g) : tr(r->lang, "chưa có"));
	if (*g->document_text)
		view_text(view_add(r->view, "WORDS"), "document_text", g->document_text);
	view_text(r->view, "life", strcmp(g->valid_to, UNIT_OPEN) ? unit_say(r, "từ {1} đến {2}",
	    text_of_day(r->mem, g->valid_from), text_of_day(r->mem, g->valid_to))
	    : unit_say(r, "từ {1}", text_of_day(r->mem, g->valid_from), NULL));
	int64_t total;
	struct unit_member *k = members(r, g, day, &total);
	if (!k)
		view_add(r->view, "NO_MEMBER");
	struct view *all = k ? view_add(r->view, "MEMBERS") : NULL;
	if (all) {
		view_text(all, "total", number(r, total, 0));
		table_heads(r, all, "HEADS", member_columns);
		table_pager(r, all, "PAGER", total);
		table_faces(r, all);
	}
	if (mine && all)
		view_add(all, "ENDS");
	for (; k; k = k->next) {
		v = view_add(all, "MEMBER");
		view_text(v, "member_name", k->unit_name);
		view_text(v, "member_path", unit_address(r, k->unit, ""));
		view_text(v, "member_code", k->unit_code);
		view_text(v, "member_head", head_text(r, k->head));
		view_date(v, "since", k->valid_from);
		if (!mine)
			continue;
		struct view *e = view_add(v, "END");
		form_day(r, e, mem_printf(r->mem, "%s/%lld", unit_group_address(r, g->id, "/member"),
		    (long long)k->unit), "valid_to");
		view_int(e, "row", k->unit);
		view_text(e, "member_name", k->unit_name);
	}
	return show(r, status, "unit_group");
}

static int
as_json(struct req *r, const struct unit_group *g, const char *day)
{
	struct json *j = json_new(r), *l;

	json_text(j, "day", day);
	json_int(j, "id", g->id);
	json_text(j, "kind", g->kind);
	json_text(j, "name", g->name);
	json_text(j, "unit", g->unit_name);
	json_text(j, "valid_from", g->valid_from);
	json_text(j, "valid_to", strcmp(g->valid_to, UNIT_OPEN) ? g->valid_to : NULL);
	json_text(j, "document", *g->document ? g->document : NULL);
	json_text(j, "document_date", *g->document_date ? g->document_date : NULL);
	json_text(j, "document_text", *g->document_text ? g->document_text : NULL);
	int64_t total;
	l = json_list(j, "members");
	for (struct unit_member *k = members(r, g, day, &total); k; k = k->next) {
		struct json *o = json_record(l, NULL);
		json_int(o, "unit", k->unit);
		json_text(o, "code", k->unit_code);
		json_text(o, "name", k->unit_name);
		json_int(o, "head", k->head);
		json_text(o, "since", k->valid_from);
	}
	unit_seats_json(r, j, g, day);
	return json_show(r, j);
}

static int
give_members(struct req *r, const struct unit_group *g, const char *day)
{
	struct table *t = table_new(r, g->name, member_columns);
	int64_t total;

	for (struct unit_member *k = members(r, g, day, &total); k; k = k->next) {
		table_row(t, unit_address(r, k->unit, ""));
		table_text(t, k->unit_name);
		table_text(t, k->unit_code);
		table_text(t, head_text(r, k->head));
		table_day(t, k->valid_from);
	}
	return table_show(r, 200, "unit_group", t, total, "");
}

static struct member
no_member(struct req *r)
{
	return (struct member){ "", r->today, 0 };
}

int
unit_show_group(struct req *r, int status, const struct unit_group *g)
{
	struct member m = no_member(r);

	return show_group(r, status, g, r->today, &m);
}

int
unit_group_page(struct req *r)
{
	const char *day = unit_day_asked(r);
	struct unit_group *g = unit_group_get(r->db, r->mem, r->id, day);
	struct member m = no_member(r);

	if (g && r->face)
		return r->face == JSON ? as_json(r, g, day) : give_members(r, g, day);
	return g ? show_group(r, form_faults(r->form) ? 422 : 200, g, day, &m) : 404;
}

struct unit_group *
unit_redrawable(struct req *r, int *status)
{
	struct unit_group *g = unit_group_get(r->db, r->mem, r->id, r->today);

	*status = 404;
	if (!g || !may_here(r, "unit.change", g->unit))
		return NULL;
	*status = 409;
	return strcmp(g->valid_to, UNIT_OPEN) ? NULL : g;
}

static void
check_member(struct req *r, const struct unit_group *g, const struct unit *u, const char *from)
{
	if (strcmp(from, g->valid_from) < 0)
		form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), unit_say(r,
		    "Cụm, khối có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, g->valid_from), NULL));
	for (struct unit_member *m = unit_groups_of(r->db, r->mem, u->id, from); m; m = m->next) {
		struct unit_group *other = m->group == g->id ? NULL
		    : unit_group_get(r->db, r->mem, m->group, from);
		if (other && other->unit == g->unit && strcmp(other->kind, "list") && strcmp(g->kind, "list"))
			form_wrong_at(r->form, "unit", tr(r->lang, "Đơn vị"), unit_say(r,
			    "Đơn vị đang ở {1}: ghi thôi tham gia cụm, khối ấy trước", other->name, NULL));
	}
}

int
unit_member_save(struct req *r)
{
	struct member m = { 0 };
	int status;
	struct unit_group *g = unit_redrawable(r, &status);
	struct unit *u = NULL;
	struct unit_member *was;

	if (!g)
		return status;
	form_read(r->form, r->mem, member_fields, &m);
	m.head = unit_number_sent(r, "head");
	if (m.head < 0 || m.head > 2)
		form_wrong_at(r->form, "head", tr(r->lang, "Vai trò"),
		    tr(r->lang, "Không có vai trò này: chọn trong danh sách"));
	if (*m.unit && text_is_day(m.valid_from)
	    && (u = unit_named_here(r, "unit", tr(r->lang, "Đơn vị"), m.unit, m.valid_from)))
		check_member(r, g, u, m.valid_from);
	if (form_faults(r->form))
		return show_group(r, 422, g, r->today, &m);
	was = unit_member_get(r->db, r->mem, g->id, u->id, m.valid_from);
	unit_member_add(r->db, g->id, u->id, m.head, m.valid_from);
	changed(r, "unit", was ? u->name : "", u->name);
	changed(r, "head", was ? head_text(r, was->head) : "", head_text(r, m.head));
	changed(r, "valid_from", "", m.valid_from);
	audit(r, "unit.member_add", g->id);
	said_with(r, "Đã ghi {1} là {2}.", u->name, head_text(r, m.head));
	return go(r, unit_group_address(r, g->id, ""));
}

int
unit_member_end_save(struct req *r)
{
	const char *last;
	int status;
	struct unit_group *g = unit_redrawable(r, &status);
	struct unit_member *k = g ? unit_member_get(r->db, r->mem, g->id, r->id2, r->today) : NULL;
	struct member m = no_member(r);

	if (!k)
		return g ? 404 : status;
	last = unit_last_day(r, k->valid_from, k->valid_to,
	    "Đơn vị vào cụm, khối từ {1}: ghi ngày từ đó trở đi");
	if (form_faults(r->form))
		return show_group(r, 422, g, r->today, &m);
	unit_member_end(r->db, g->id, k->unit, last);
	changed(r, "unit", "", k->unit_name);
	changed(r, "valid_to", k->valid_to, last);
	audit(r, "unit.member_end", g->id);
	said_with(r, "Đã ghi {1} thôi tham gia sau ngày {2}.", k->unit_name, text_of_day(r->mem, last));
	return go(r, unit_group_address(r, g->id, ""));
}

int
unit_group_end_save(struct req *r)
{
	const char *last;
	int status;
	struct unit_group *g = unit_redrawable(r, &status);
	struct member m = no_member(r);

	if (!g)
		return status;
	last = unit_last_day(r, g->valid_from, UNIT_OPEN,
	    "Cụm, khối có từ ngày {1}: ghi ngày từ đó trở đi");
	if (form_faults(r->form))
		return show_group(r, 422, g, r->today, &m);
	unit_group_end(r->db, g->id, last);
	changed(r, "valid_to", g->valid_to, last);
	audit(r, "unit.group_end", g->id);
	said_with(r, "Đã ghi {1} thôi hoạt động sau ngày {2}.", g->name, text_of_day(r->mem, last));
	return go(r, "/unit/group");
}
