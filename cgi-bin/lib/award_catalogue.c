/* award_catalogue.c - titles and forms, who may grant them, from when, by what. */

#include "cgi-bin/lib/award_page.h"

static const struct column columns[] = {
	{ "name",     "Danh hiệu, hình thức", CELL_TEXT, true },
	{ "code",     "Mã",                   CELL_TEXT, true },
	{ "kind",     "Loại",                 CELL_TEXT, true },
	{ "subjects", "Dành cho",             CELL_TEXT, true },
	{ "granters", "Người có thẩm quyền",  CELL_TEXT, true },
	{ "grants",   "Căn cứ thẩm quyền",    CELL_TEXT, true },
	{ 0 }
};

static const char *
kind_label(struct req *r, const char *kind)
{
	return tr(r->lang, !strcmp(kind, "title") ? "Danh hiệu" : "Hình thức");
}

static const char *
subjects_of(struct req *r, const struct award_form *f)
{
	const int64_t has[] = { f->collective, f->person, f->household };
	const char *out = "";

	for (size_t i = 0; i < 3; i++)
		if (has[i])
			out = mem_printf(r->mem, "%s%s%s", out, *out ? ", " : "",
			    text_lower(r->mem, tr(r->lang, award_subjects[i][1])));
	return out;
}

struct until {
	const char *day, *valid_to, *document;
};

static const struct field day_fields[] = {
	FIELD(until, day, "Vào ngày", DAY, true),
	{ 0 }
};

int
award_forms_page(struct req *r)
{
	struct until ask = { .day = "" };
	const char *day = form_read(r->form, r->mem, day_fields, &ask) && *ask.day
	    ? ask.day : r->today;
	struct table *t = table_new(r, "Danh hiệu thi đua, hình thức khen thưởng", columns);
	int64_t n = 0;

	for (struct award_form *f = award_forms(r->db, r->mem, day, "", r->lang); f;
	    f = f->next, n++) {
		table_row(t, mem_printf(r->mem, "/award/form/%lld", (long long)f->id));
		table_text(t, f->name);
		table_text(t, f->code);
		table_text(t, kind_label(r, f->kind));
		table_text(t, subjects_of(r, f));
		if (*f->granters)
			table_text(t, f->granters);
		else
			table_nothing(t, "chưa có");
		if (*f->grants)
			table_text(t, f->grants);
		else
			table_nothing(t, "chưa có");
	}
	table_whole(t);
	title(r, tr(r->lang, "Danh mục danh hiệu, hình thức khen thưởng"));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	form_show(r->form, r->view, r->lang, day_fields, &(struct until){ .day = day });
	view_date(r->view, "as_of", day);
	if (r->who.id && award_catalogue_unit(r->db, r->who.id, r->today))
		view_add(r->view, "MAY_ADD");
	view_add_around(r->view, "WIDE");
	return table_show(r, form_faults(r->form) ? 422 : 200, "award_forms", t, n,
	    "Vào ngày này danh mục chưa có dòng nào: luật hiện hành có từ 01/01/2024. Chọn ngày khác, hoặc đề nghị người quản trị thêm.");
}

const char *
award_life(struct req *r, const char *from, const char *to)
{
	return strcmp(to, AWARD_OPEN) ? tr_with(r->mem, r->lang, "từ {1} đến {2}",
	    text_of_day(r->mem, from), text_of_day(r->mem, to), NULL)
	    : tr_with(r->mem, r->lang, "từ {1}", text_of_day(r->mem, from), NULL, NULL);
}

const char *
award_form_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/award/form/%lld%s", (long long)id, rest);
}

void
award_form_crumbs(struct req *r, const struct award_form *f, const char *title_ready)
{
	title(r, title_ready);
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	crumb(r, tr(r->lang, "Danh mục"), "/award/form");
	if (f)
		crumb(r, f->name, award_form_path(r, f->id, ""));
}

int
award_form_show(struct req *r, int status, const struct award_form *f)
{
	bool mine = r->who.id && award_catalogue_unit(r->db, r->who.id, r->today);
	struct award_right *x = award_rights(r->db, r->mem, f->id, r->lang);
	struct view *all = x ? view_add(r->view, "RIGHTS") : view_add(r->view, "NO_RIGHT");

	award_form_crumbs(r, NULL, f->name);
	view_text(r->view, "code", f->code);
	view_text(r->view, "kind", kind_label(r, f->kind));
	view_text(r->view, "subjects", subjects_of(r, f));
	view_text(r->view, "life", award_life(r, f->valid_from, f->valid_to));
	view_text(r->view, "document", *f->document ? f->document : tr(r->lang, "chưa có"));
	form_show_faults(r->form, r->view, r->lang, (const struct field[]){
		{ .name = "valid_to", .label = "Ngày cuối" }, { 0 } });
	if (mine && x)
		view_add(all, "ENDS");
	for (; x; x = x->next) {
		struct view *v = view_add(all, "RIGHT");
		view_text(v, "who", *x->outside ? x->outside : x->kind_label);
		view_text(v, "life", award_life(r, x->valid_from, x->valid_to));
		view_text(v, "document", x->document);
		if (!mine)
			continue;
		if (strcmp(x->valid_to, AWARD_OPEN)) {
			view_add(v, "ENDED");
			continue;
		}
		struct view *e = view_add(v, "END");
		form_day(r, e, mem_printf(r->mem, "%s/right/%lld/end", award_form_path(r, f->id, ""),
		    (long long)x->id), "valid_to");
		view_int(e, "row", x->id);
	}
	if (mine) {
		struct view *v = view_add(r->view, "MAY_CHANGE");
		view_text(v, "right_path", award_form_path(r, f->id, "/right"));
		award_papers_show(r, f, v);
		if (!strcmp(f->valid_to, AWARD_OPEN)) {
			v = view_add(v, "END_FORM");
			form_day(r, v, award_form_path(r, f->id, "/end"), "valid_to");
		}
	} else {
		award_papers_show(r, f, NULL);
	}
	return show(r, status, "award_form");
}

static const char *
end_of(const char *to)
{
	return strcmp(to, AWARD_OPEN) ? to : NULL;
}

static int
as_json(struct req *r, const struct award_form *f)
{
	struct json *j = json_new(r), *l;
	const int64_t has[] = { f->collective, f->person, f->household };

	json_int(j, "id", f->id);
	json_text(j, "code", f->code);
	json_text(j, "kind", f->kind);
	json_text(j, "name", f->name);
	l = json_list(j, "subjects");
	for (size_t i = 0; i < 3; i++)
		if (has[i])
			json_text(l, NULL, award_subjects[i][0]);
	json_text(j, "valid_from", f->valid_from);
	json_text(j, "valid_to", end_of(f->valid_to));
	json_text(j, "document", *f->document ? f->document : NULL);
	l = json_list(j, "rights");
	for (struct award_right *x = award_rights(r->db, r->mem, f->id, r->lang); x; x = x->next) {
		struct json *o = json_record(l, NULL);
		json_text(o, "who", *x->outside ? x->outside : x->kind_label);
		json_text(o, "valid_from", x->valid_from);
		json_text(o, "valid_to", end_of(x->valid_to));
		json_text(o, "document", x->document);
	}
	award_papers_json(r, f, json_list(j, "papers"));
	return json_show(r, j);
}

int
award_form_page(struct req *r)
{
	struct award_form *f = award_form_get(r->db, r->mem, r->id, r->today, r->lang);

	return !f ? 404 : r->face ? as_json(r, f) : award_form_show(r, 200, f);
}

struct award_form *
award_form_changeable(struct req *r)
{
	int64_t unit = award_catalogue_unit(r->db, r->who.id, r->today);

	return unit && may_here(r, "award.catalogue", unit)
	    ? award_form_get(r->db, r->mem, r->id, r->today, r->lang) : NULL;
}

static const struct field form_fields[] = {
	FIELD(award_form, code,       "Mã", LINE, .max = 20),
	FIELD(award_form, kind,       "Loại", LINE, .max = 10),
	FIELD(award_form, name,       "Tên", LINE, .min = 2, .max = 200),
	FIELD(award_form, name_en,    "Tên tiếng Anh", LINE, true, .max = 200),
	FIELD(award_form, collective, "Tập thể", TICK),
	FIELD(award_form, person,     "Cá nhân", TICK),
	FIELD(award_form, household,  "Hộ gia đình", TICK),
	FIELD(award_form, seq,        "Thứ tự", NUMBER, .min = 1, .max = 999),
	FIELD(award_form, valid_from, "Từ ngày", DAY),
	FIELD(award_form, document,   "Theo văn bản", LINE, .max = 200),
	{ 0 }
};

static int
show_form_add(struct req *r, int status, const struct award_form *f)
{
	const char *kind = form_typed(r->form, "kind", f->kind);

	form_open(r, r->view, "/award/form/add");
	form_show(r->form, r->view, r->lang, form_fields, f);
	form_option(r->view, "KIND", "title", kind_label(r, "title"), kind);
	form_option(r->view, "KIND", "form", kind_label(r, "form"), kind);
	award_form_crumbs(r, NULL, tr(r->lang, "Thêm danh hiệu, hình thức"));
	return show(r, status, "award_form_add");
}

int
award_form_add_page(struct req *r)
{
	return award_catalogue_unit(r->db, r->who.id, r->today)
	    ? show_form_add(r, 200, &(struct award_form){ .code = "", .kind = "form", .name = "",
		.name_en = "", .seq = 60, .valid_from = r->today, .document = "" }) : 404;
}

int
award_form_add_save(struct req *r)
{
	int64_t unit = award_catalogue_unit(r->db, r->who.id, r->today);
	struct award_form f = { .valid_to = AWARD_OPEN };

	if (!unit || !may_here(r, "award.catalogue", unit))
		return 404;
	form_read(r->form, r->mem, form_fields, &f);
	if (*f.kind && strcmp(f.kind, "title") && strcmp(f.kind, "form"))
		form_wrong(r->form, "kind", "Không có loại này: chọn một loại trong danh sách");
	if (!f.collective && !f.person && !f.household)
		form_wrong(r->form, "collective", "Cần chọn ít nhất một: tập thể, cá nhân hoặc hộ gia đình");
	if (!form_faults(r->form) && award_form_taken(r->db, &f))
		form_wrong(r->form, "code", "Mã này đang dùng vào những ngày ấy: kết thúc dòng cũ trước, hoặc ghi mã khác");
	if (form_faults(r->form))
		return show_form_add(r, 422, &f);
	int64_t id = award_form_add(r->db, &f);
	changed_form(r, form_fields, &(struct award_form){ .code = "", .kind = "", .name = "",
	    .name_en = "", .valid_from = "", .document = "" }, &f);
	audit(r, "award_form.add", id);
	said(r, "Đã thêm vào danh mục; ghi tiếp người có thẩm quyền");
	return go(r, award_form_path(r, id, ""));
}

static const struct field end_fields[] = {
	FIELD(until, valid_to, "Ngày cuối", DAY),
	{ 0 }
};

const char *
award_last_day(struct req *r, const char *from)
{
	struct until u = { .valid_to = "" };

	if (form_read(r->form, r->mem, end_fields, &u) && strcmp(u.valid_to, from) < 0)
		form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày cuối"), tr_with(r->mem, r->lang,
		    "Dòng này có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, from),
		    NULL, NULL));
	return u.valid_to;
}

int
award_form_end_save(struct req *r)
{
	struct award_form *f = award_form_changeable(r);

	if (!f)
		return 404;
	if (strcmp(f->valid_to, AWARD_OPEN))
		return 409;
	const char *day = award_last_day(r, f->valid_from);
	if (form_faults(r->form))
		return award_form_show(r, 422, f);
	award_form_end(r->db, f->id, day);
	changed(r, "valid_to", f->valid_to, day);
	audit(r, "award_form.end", f->id);
	said(r, "Đã kết thúc; quyết định cũ vẫn giữ tên này");
	return go(r, award_form_path(r, f->id, ""));
}

static const struct field right_fields[] = {
	FIELD(award_right, kind,       "Người đứng đầu loại đơn vị", LINE, true, .max = 20),
	FIELD(award_right, outside,    "Hoặc cấp trên, không có trên cổng", LINE, true, .max = 200),
	FIELD(award_right, valid_from, "Từ ngày", DAY),
	FIELD(award_right, document,   "Căn cứ", LINE, .max = 200),
	{ 0 }
};

static int
show_right_add(struct req *r, int status, const struct award_form *f,
    const struct award_right *x)
{
	const char *kind = form_typed(r->form, "kind", x->kind);

	form_open(r, r->view, award_form_path(r, f->id, "/right"));
	form_show(r->form, r->view, r->lang, right_fields, x);
	form_option(r->view, "KIND", "", tr(r->lang, "cấp trên, không có trên cổng"), kind);
	for (struct award_choice *k = award_kinds(r->db, r->mem, r->lang, r->today); k; k = k->next)
		form_option(r->view, "KIND", k->value, k->label, kind);
	award_form_crumbs(r, f, tr(r->lang, "Thêm thẩm quyền"));
	view_text(r->view, "form_name", f->name);
	view_text(r->view, "form_path", award_form_path(r, f->id, ""));
	return show(r, status, "award_right_add");
}

int
award_right_add_page(struct req *r)
{
	struct award_form *f = award_form_changeable(r);

	return f ? show_right_add(r, 200, f, &(struct award_right){ .kind = "", .outside = "",
	    .valid_from = r->today, .document = "" }) : 404;
}

static bool
is_kind(struct req *r, const char *kind)
{
	for (struct award_choice *k = award_kinds(r->db, r->mem, r->lang, r->today); k; k = k->next)
		if (!strcmp(k->value, kind))
			return true;
	return false;
}

int
award_right_add_save(struct req *r)
{
	struct award_form *f = award_form_changeable(r);
	struct award_right x = { .valid_to = AWARD_OPEN };

	if (!f)
		return 404;
	form_read(r->form, r->mem, right_fields, &x);
	if (*x.kind && !is_kind(r, x.kind))
		form_wrong(r->form, "kind", "Không có loại này: chọn một loại trong danh sách");
	if (!*x.kind == !*x.outside)
		form_wrong(r->form, "outside", "Ghi một trong hai: chọn loại đơn vị, hoặc ghi chức danh của cấp trên");
	for (struct award_right *old = award_rights(r->db, r->mem, f->id, r->lang);
	    old && !form_faults(r->form); old = old->next)
		if (!strcmp(old->kind, x.kind) && !strcmp(old->outside, x.outside)
		    && strcmp(x.valid_from, old->valid_to) <= 0)
			form_wrong(r->form, "valid_from", "Thẩm quyền này đã có vào ngày đó: kết thúc dòng cũ trước, hoặc ghi ngày sau đó");
	if (form_faults(r->form))
		return show_right_add(r, 422, f, &x);
	award_right_add(r->db, f->id, &x);
	changed_form(r, right_fields, &(struct award_right){ .kind = "", .outside = "",
	    .valid_from = "", .document = "" }, &x);
	audit(r, "award_right.add", f->id);
	said(r, "Đã thêm thẩm quyền");
	return go(r, award_form_path(r, f->id, ""));
}

int
award_right_end_save(struct req *r)
{
	struct award_form *f = award_form_changeable(r);
	struct award_right *x = f ? award_rights(r->db, r->mem, f->id, r->lang) : NULL;

	while (x && x->id != r->id2)
		x = x->next;
	if (!x)
		return 404;
	if (strcmp(x->valid_to, AWARD_OPEN))
		return 409;
	const char *day = award_last_day(r, x->valid_from);
	if (form_faults(r->form))
		return award_form_show(r, 422, f);
	award_right_end(r->db, x->id, day);
	changed(r, "right", *x->outside ? x->outside : x->kind_label, "");
	changed(r, "valid_to", x->valid_to, day);
	audit(r, "award_right.end", f->id);
	said(r, "Đã kết thúc thẩm quyền");
	return go(r, award_form_path(r, f->id, ""));
}
