/* unit_change.c - the tree redrawn: units added, renamed, moved, ended, from a day on. */

#include "cgi-bin/lib/unit_page.h"

static void
offer_regions(struct req *r, const char *chosen)
{
	static const char *const regions[] = { "I", "II", "III" };

	form_option(r->view, "REGION", "", tr(r->lang, "không thuộc khu vực nào"), chosen);
	for (size_t i = 0; i < 3; i++)
		form_option(r->view, "REGION", regions[i], unit_say(r, "Khu vực {1}", regions[i], NULL), chosen);
}

struct edit {
	const char *code, *name, *short_name, *kind, *region, *address, *parent, *valid_from, *document;
};

#define ABOUT_NAME \
	FIELD(edit, name,       "Tên đơn vị", LINE, .min = 2, .max = 200), \
	FIELD(edit, short_name, "Tên viết tắt", LINE, true, .max = 20), \
	FIELD(edit, kind,       "Loại", LINE, .max = 20), \
	FIELD(edit, region,     "Khu vực", LINE, true, .max = 3), \
	FIELD(edit, address,    "Địa chỉ", LINE, true, .max = 300), \
	FIELD(edit, valid_from, "Từ ngày", DAY), \
	FIELD(edit, document,   "Theo văn bản", LINE, true, .max = 100)

static const struct field edit_fields[] = { ABOUT_NAME, { 0 } };

static const struct field add_fields[] = {
	FIELD(edit, code,   "Mã", LINE, .max = 20),
	FIELD(edit, parent, "Trực thuộc đơn vị", LINE, .max = 200),
	ABOUT_NAME,
	{ 0 }
};

/* The day that was typed, or today if it is none. */
static const char *
day_of(struct req *r, const char *typed)
{
	return text_is_day(typed) ? typed : r->today;
}

/* A kind that holds on that day, or the one that the unit is of already. */
static void
check_kind(struct req *r, const struct edit *e, const char *was)
{
	const char *day = day_of(r, e->valid_from);
	struct unit_kind *k = unit_kinds(r->db, r->mem, "", r->lang);

	while (k && strcmp(k->kind, e->kind))
		k = k->next;
	if (!k)
		form_wrong(r->form, "kind", "Không có loại này: chọn một loại trong danh sách");
	else if (!strcmp(e->kind, was))
		return;
	else if (strcmp(day, k->valid_to) > 0)
		form_wrong_at(r->form, "kind", tr(r->lang, "Loại"), tr_with(r->mem, r->lang, *k->document
		    ? "Loại này chỉ dùng đến hết ngày {1} ({2}): chọn loại khác, hoặc ghi ngày sớm hơn"
		    : "Loại này chỉ dùng đến hết ngày {1}: chọn loại khác, hoặc ghi ngày sớm hơn",
		    text_of_day(r->mem, k->valid_to), k->document, NULL));
	else if (strcmp(day, k->valid_from) < 0)
		form_wrong_at(r->form, "kind", tr(r->lang, "Loại"), unit_say(r,
		    "Loại này chỉ dùng từ ngày {1}: chọn loại khác, hoặc ghi ngày từ đó trở đi",
		    text_of_day(r->mem, k->valid_from), NULL));
}

static void
check_edit(struct req *r, const struct edit *e, const char *kind_was)
{
	if (*e->kind)
		check_kind(r, e, kind_was);
	if (*e->region && strcmp(e->region, "I") && strcmp(e->region, "II") && strcmp(e->region, "III"))
		form_wrong(r->form, "region", "Không có khu vực này: chọn trong danh sách");
}

static struct unit
unit_of(struct req *r, const struct edit *e)
{
	return (struct unit){
		.code = e->code, .name = e->name, .name_key = text_key(r->mem, e->name),
		.name_plain = text_plain(r->mem, e->name), .short_name = e->short_name,
		.kind = e->kind, .region = e->region, .address = e->address,
		.valid_from = e->valid_from, .document = e->document,
	};
}

static int
show_add(struct req *r, int status, const struct edit *e)
{
	form_open(r, r->view, "/unit/add");
	title(r, tr(r->lang, "Thêm đơn vị"));
	crumb(r, tr(r->lang, "mục::Đơn vị"), "/unit");
	form_show(r->form, r->view, r->lang, add_fields, e);
	unit_offer_kinds(r, day_of(r, e->valid_from), form_typed(r->form, "kind", e->kind));
	offer_regions(r, form_typed(r->form, "region", e->region));
	unit_suggest(r, NULL, e->valid_from);
	return show(r, status, "unit_add");
}

int
unit_add_page(struct req *r)
{
	return show_add(r, 200, &(struct edit){ .code = "", .name = "", .short_name = "",
	    .kind = "commune", .region = "", .address = "", .parent = "",
	    .valid_from = r->today, .document = "" });
}

int
unit_add_save(struct req *r)
{
	struct edit e = { 0 };
	struct unit *parent = NULL, u;

	form_read(r->form, r->mem, add_fields, &e);
	check_edit(r, &e, "");
	if (*e.code && !unit_code_fits(e.code))
		form_wrong(r->form, "code", "Mã chỉ gồm chữ cái không dấu, chữ số và . - _ /, tối đa 20 ký tự");
	if (*e.code && unit_by_code(r->db, r->mem, e.code, r->today, r->lang))
		form_wrong(r->form, "code", "Mã này đã cấp cho một đơn vị; mã không dùng lại: ghi mã khác");
	if (*e.parent && text_is_day(e.valid_from))
		parent = unit_named_here(r, "parent", tr(r->lang, "Trực thuộc đơn vị"), e.parent, e.valid_from);
	if (form_faults(r->form))
		return show_add(r, 422, &e);
	u = unit_of(r, &e);
	u.parent = parent->id;
	int64_t id = unit_add(r->db, &u);
	e.parent = parent->name;
	changed_form(r, add_fields, &(struct edit){ .code = "", .name = "", .short_name = "",
	    .kind = "", .region = "", .address = "", .parent = "", .valid_from = "",
	    .document = "" }, &e);
	audit(r, "unit.add", id);
	said_with(r, "Đã thêm {1}.", e.name, NULL);
	return go(r, unit_as_of(r, unit_address(r, id, ""), strcmp(e.valid_from, r->today) > 0
	    ? e.valid_from : r->today));
}

static struct edit
edit_of(const struct unit *u)
{
	return (struct edit){ .name = u->name, .short_name = u->short_name, .kind = u->kind,
	    .region = u->region, .address = u->address, .valid_from = "", .document = "" };
}

static int
show_edit(struct req *r, int status, const struct unit *u, const struct edit *e)
{
	form_open(r, r->view, unit_address(r, u->id, "/edit"));
	unit_under(r, u, unit_say(r, "Sửa tên, loại: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, edit_fields, e);
	unit_offer_kinds(r, day_of(r, e->valid_from), form_typed(r->form, "kind", e->kind));
	offer_regions(r, form_typed(r->form, "region", e->region));
	return show(r, status, "unit_edit");
}

int
unit_edit_page(struct req *r)
{
	int status;
	struct unit *u = unit_changeable(r, &status);

	return u ? show_edit(r, 200, u, &(struct edit){ .name = u->name, .short_name = u->short_name,
	    .kind = u->kind, .region = u->region, .address = u->address, .valid_from = r->today,
	    .document = "" }) : status;
}

int
unit_edit_save(struct req *r)
{
	struct edit e = { 0 }, was;
	int status;
	struct unit *u = unit_changeable(r, &status);

	if (!u)
		return status;
	form_read(r->form, r->mem, edit_fields, &e);
	if (text_is_day(e.valid_from)) {
		u = unit_get(r->db, r->mem, r->id, e.valid_from, r->lang);
		if (!u->live)
			form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), unit_say(r,
			    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, u->valid_from), NULL));
	}
	was = edit_of(u);
	check_edit(r, &e, was.kind);
	if (!form_faults(r->form) && !strcmp(was.name, e.name) && !strcmp(was.short_name, e.short_name)
	    && !strcmp(was.kind, e.kind) && !strcmp(was.region, e.region)
	    && !strcmp(was.address, e.address))
		form_wrong(r->form, "name", "Chưa có gì khác với dữ liệu vào ngày đó: sửa ít nhất một mục");
	if (form_faults(r->form))
		return show_edit(r, 422, u, &e);
	struct unit next = unit_of(r, &e);
	next.id = u->id;
	unit_change_name(r->db, &next, e.valid_from);
	changed_form(r, edit_fields, &was, &e);
	audit(r, "unit.change", u->id);
	said_with(r, "Đã sửa {1}, có giá trị từ ngày {2}.", e.name, text_of_day(r->mem, e.valid_from));
	return go(r, unit_as_of(r, unit_address(r, u->id, ""), e.valid_from));
}

struct move {
	const char *parent, *valid_from, *document;
};

static const struct field move_fields[] = {
	FIELD(move, parent,     "Trực thuộc đơn vị", LINE, .max = 200),
	FIELD(move, valid_from, "Từ ngày", DAY),
	FIELD(move, document,   "Theo văn bản", LINE, true, .max = 100),
	{ 0 }
};

static int
show_move(struct req *r, int status, const struct unit *u, const struct move *m)
{
	form_open(r, r->view, unit_address(r, u->id, "/move"));
	unit_under(r, u, unit_say(r, "Chuyển cấp trên: {1}", u->name, NULL));
	view_text(r->view, "parent_name", u->parent ? u->parent_name
	    : tr(r->lang, "không trực thuộc đơn vị nào"));
	form_show(r->form, r->view, r->lang, move_fields, m);
	unit_suggest(r, NULL, m->valid_from);
	return show(r, status, "unit_move");
}

int
unit_move_page(struct req *r)
{
	int status;
	struct unit *u = unit_changeable(r, &status);

	return u ? show_move(r, 200, u, &(struct move){ "", r->today, "" }) : status;
}

int
unit_move_save(struct req *r)
{
	struct move m = { 0 };
	int status;
	struct unit *u = unit_changeable(r, &status), *to = NULL;

	if (!u)
		return status;
	form_read(r->form, r->mem, move_fields, &m);
	if (text_is_day(m.valid_from)) {
		u = unit_get(r->db, r->mem, r->id, m.valid_from, r->lang);
		if (!u->live)
			form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), unit_say(r,
			    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, u->valid_from), NULL));
		if (*m.parent)
			to = unit_named_here(r, "parent", tr(r->lang, "Trực thuộc đơn vị"), m.parent, m.valid_from);
	}
	if (to && to->id == u->parent)
		form_wrong(r->form, "parent", "Vào ngày đó đơn vị đã trực thuộc đơn vị này: chọn đơn vị khác");
	if (!form_faults(r->form) && !unit_move(r->db, u->id, to->id, m.valid_from, m.document))
		form_wrong(r->form, "parent", "Đơn vị sẽ thành cấp trên của chính mình: chọn đơn vị không nằm dưới nó");
	if (form_faults(r->form))
		return show_move(r, 422, u, &m);
	m.parent = to->name;
	changed_form(r, move_fields, &(struct move){ u->parent_name, "", "" }, &m);
	unit_may_change(r, u);	/* the line names the mandate that reaches the unit */
	audit(r, "unit.move", u->id);
	said_with(r, "Đã chuyển {1} sang trực thuộc {2}.", u->name, to->name);
	return go(r, unit_as_of(r, unit_address(r, u->id, ""), m.valid_from));
}

struct end {
	const char *valid_to, *successor, *document, *note;
};

static const struct field end_fields[] = {
	FIELD(end, valid_to,  "Ngày hoạt động cuối cùng", DAY),
	FIELD(end, successor, "Đơn vị kế thừa", LINE, true, .max = 200),
	FIELD(end, document,  "Theo văn bản", LINE, .min = 3, .max = 100),
	FIELD(end, note,      "Ghi chú", LINE, true, .max = 500),
	{ 0 }
};

void
unit_put_open(struct req *r, const struct unit *u)
{
	bool open = false;

	for (struct unit_due *d = unit_dues(r->db, r->mem, u->id, r->today, r->lang, UNIT_DUES_SHOWN); d;
	    d = d->next)
		if (!d->stands) {
			struct view *v = view_add(r->view, "OPEN");
			view_text(v, "open_name", mem_printf(r->mem, "%s, %s", d->form, d->name));
			view_text(v, "open_state", *d->state ? d->state : tr(r->lang, "chưa làm"));
			view_date(v, "open_due", d->due_date);
			open = true;
		}
	if (!open)
		view_add(r->view, "NO_OPEN");
}

static int
show_end(struct req *r, int status, const struct unit *u, const struct end *e)
{
	int64_t n = 0;

	form_open(r, r->view, unit_address(r, u->id, "/end"));
	unit_under(r, u, unit_say(r, "Sáp nhập hoặc giải thể: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, end_fields, e);
	unit_suggest(r, u, r->today);
	for (struct unit *c = unit_children(r->db, r->mem, u->id, r->today, r->lang); c; c = c->next)
		n++;
	view_text(r->view, "children", number(r, n, 0));
	unit_put_open(r, u);
	return show(r, status, "unit_end");
}

int
unit_end_page(struct req *r)
{
	int status;
	struct unit *u = unit_changeable(r, &status);

	return u ? show_end(r, 200, u, &(struct end){ text_day_add(r->mem, r->today, -1), "", "", "" }) : status;
}

void
unit_check_parts(struct req *r, const struct unit *u, const char *field, const char *day)
{
	const char *last = unit_last_part(r->db, r->mem, u->id);

	if (text_is_day(day) && strcmp(last, day) >= 0)
		form_wrong_at(r->form, field, tr(r->lang, !strcmp(field, "valid_to")
		    ? "Ngày hoạt động cuối cùng" : "Từ ngày"), unit_say(r,
		    "{1} còn một lần điều chuyển một phần ghi ngày {2}: ghi ngày muộn hơn",
		    u->name, text_of_day(r->mem, last)));
}

/* The children go over to the one that carries on. */
static void
hand_over(struct req *r, int64_t id, int64_t to, const char *from, const char *document)
{
	for (struct unit *c = unit_children(r->db, r->mem, id, from, r->lang); c; c = c->next)
		if (!unit_move(r->db, c->id, to, from, document)) {
			form_wrong(r->form, "successor", "Đơn vị kế thừa nằm trong đơn vị sắp thôi hoạt động: chuyển cấp trên của nó trước");
			return;
		}
}

int
unit_end_save(struct req *r)
{
	struct end e = { 0 };
	int status;
	struct unit *u = unit_changeable(r, &status), *heir = NULL;
	const char *next = "";

	if (!u)
		return status;
	form_read(r->form, r->mem, end_fields, &e);
	if (text_is_day(e.valid_to)) {
		next = text_day_add(r->mem, e.valid_to, 1);
		if (strcmp(e.valid_to, u->valid_from) < 0)
			form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày hoạt động cuối cùng"), unit_say(r,
			    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, u->valid_from), NULL));
		if (!next)
			form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày hoạt động cuối cùng"), unit_say(r,
			    "Ngày muộn nhất ghi được là {1}: ghi ngày đó hoặc một ngày trước đó",
			    text_of_day(r->mem, text_day_add(r->mem, UNIT_OPEN, -1)), NULL));
		else {
			unit_check_parts(r, u, "valid_to", next);
			if (*e.successor)
				heir = unit_named_here(r, "successor", tr(r->lang, "Đơn vị kế thừa"), e.successor, next);
		}
	}
	if (heir && heir->id == u->id)
		form_wrong(r->form, "successor", "Đơn vị không kế thừa chính mình: ghi đơn vị khác hoặc để trống");
	if (!form_faults(r->form) && heir)
		hand_over(r, u->id, heir->id, next, e.document);
	if (!form_faults(r->form) && unit_has_children(r->db, u->id, next))
		form_wrong(r->form, heir ? "valid_to" : "successor",
		    "Sau ngày đó còn đơn vị trực thuộc: ghi đơn vị kế thừa, hoặc chuyển các đơn vị ấy đi trước");
	if (form_faults(r->form))
		return show_end(r, 422, u, &e);
	unit_end(r->db, u->id, e.valid_to);
	unit_succeed(r->db, unit_event_add(r->db, heir ? "merge" : "dissolve", next, e.document,
	    e.note), u->id, heir ? heir->id : u->id, heir ? 10000 : 0);
	if (heir)
		e.successor = heir->name;
	changed_form(r, end_fields, &(struct end){ u->valid_to, "", "", "" }, &e);
	unit_may_change(r, u);	/* the line names the mandate that reaches the unit */
	audit(r, "unit.end", u->id);
	said_with(r, heir ? "Đã ghi: {1} thôi hoạt động, {2} kế thừa." : "Đã ghi: {1} thôi hoạt động.",
	    u->name, heir ? heir->name : NULL);
	return go(r, unit_address(r, u->id, ""));
}
