/* report_design.c - what is asked: forms, and the words that their rooms share. */

#include <stdlib.h>

#include "cgi-bin/lib/report_page.h"

static const char *
id_text(struct req *r, int64_t id)
{
	return mem_printf(r->mem, "%lld", (long long)id);
}

const char *
report_form_path(struct req *r, int64_t id, const char *tail)
{
	return mem_printf(r->mem, "/report/form/%lld%s", (long long)id, tail);
}

/* NULL if there is no such form that this person may design. */
struct report_form *
report_form_here(struct req *r, int64_t id)
{
	struct report_form *f = report_form_get(r->db, r->mem, id);

	return f && may_here(r, "report.design", f->unit) ? f : NULL;
}

bool
report_is_among(const struct report_choice *list, int64_t id)
{
	while (list && list->id != id)
		list = list->next;
	return list;
}

bool
report_form_is_closed(struct req *r, const struct report_form *f, const char *field)
{
	if (!f->sent)
		return false;
	form_wrong(r->form, field, "Đã có báo cáo gửi theo mẫu này nên mẫu không đổi được:"
	    " hãy lập mẫu mới cho kỳ sau");
	return true;
}

static const struct report_word form_kinds[] = {
	{ "periodic", "Định kỳ" }, { "thematic", "Chuyên đề" }, { "adhoc", "Đột xuất" }, { 0 }
};

const struct report_word report_section_kinds[] = {
	{ "figures", "Số liệu" }, { "text", "Thuyết minh" }, { 0 }
};

bool
report_word_is(const struct report_word *c, const char *value)
{
	while (c->value && strcmp(c->value, value))
		c++;
	return c->value;
}

void
report_show_words(struct req *r, struct view *v, const char *section, const struct report_word *c,
    const char *chosen)
{
	for (; c->value; c++)
		form_option(v, section, c->value, tr(r->lang, c->label), chosen);
}

const char *
report_word_label(struct req *r, const struct report_word *c, const char *value)
{
	while (c->value && strcmp(c->value, value))
		c++;
	return c->value ? tr(r->lang, c->label) : "";
}

void
report_form_crumbs(struct req *r, const struct report_form *f)
{
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	crumb(r, tr(r->lang, "Mẫu và kỳ báo cáo"), "/report/form");
	if (f)
		crumb(r, f->name, report_form_path(r, f->id, ""));
}

static const struct field form_fields[] = {
	FIELD(report_form, name, "Tên mẫu báo cáo", .max = 200),
	FIELD(report_form, kind, "Loại báo cáo", .max = 20),
	FIELD(report_form, document, "Văn bản quy định", .optional = true, .max = 200),
	{ 0 }
};

static void
check_form(struct req *r, const struct report_form *f)
{
	if (!report_word_is(form_kinds, f->kind))
		form_wrong(r->form, "kind", "Chọn một loại trong danh sách");
}

static const struct column form_columns[] = {
	{ "name",     "Mẫu báo cáo",      CELL_TEXT,  true },
	{ "kind",     "Loại",             CELL_TEXT,  true },
	{ "unit",     "Cơ quan yêu cầu",  CELL_TEXT,  true },
	{ "document", "Văn bản quy định", CELL_TEXT,  true },
	{ "periods",  "Số kỳ",            CELL_COUNT, true },
	{ "sent",     "Báo cáo đã gửi",   CELL_COUNT, true },
	{ 0 }
};

static int
show_forms(struct req *r, int status, const struct report_form *typed)
{
	struct table *t = table_new(r, "mục::Mẫu báo cáo", form_columns);
	int64_t total = 0, unit;

	for (struct report_form *f = report_forms(r->db, r->mem, r->who.id, r->today); f;
	    f = f->next, total++) {
		table_row(t, report_form_path(r, f->id, ""));
		table_text(t, f->name);
		table_text(t, report_word_label(r, form_kinds, f->kind));
		table_text(t, f->unit_name);
		table_text(t, f->document);
		table_count(t, f->periods);
		table_count(t, f->sent);
	}
	table_whole(t);
	title(r, tr(r->lang, "Mẫu và kỳ báo cáo"));
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	form_open(r, r->view, "/report/form");
	form_show(r->form, r->view, r->lang, form_fields, typed);
	report_show_words(r, r->view, "KIND", form_kinds, form_typed(r->form, "kind", typed->kind));
	unit = strtoll(form_get(r->form, "unit"), NULL, 10);
	for (struct report_choice *c = report_design_units(r->db, r->mem, r->who.id, r->today);
	    c; c = c->next)
		form_option(r->view, "UNIT", id_text(r, c->id), c->name, id_text(r, unit));
	return table_show(r, status, "report_forms", t, total,
	    "Chưa có mẫu báo cáo nào. Lập mẫu đầu tiên bằng biểu mẫu bên dưới.");
}

int
report_forms_page(struct req *r)
{
	return show_forms(r, 200, &(struct report_form){ .name = "", .kind = "periodic",
	    .document = "" });
}

int
report_forms_add(struct req *r)
{
	struct report_form f = { 0 };

	if (form_read(r->form, r->mem, form_fields, &f))
		check_form(r, &f);
	f.unit = strtoll(form_get(r->form, "unit"), NULL, 10);
	if (!report_is_among(report_design_units(r->db, r->mem, r->who.id, r->today), f.unit))
		form_wrong_at(r->form, "unit", tr(r->lang, "Cơ quan yêu cầu"),
		    tr(r->lang, "Chọn một cơ quan trong danh sách"));
	if (form_faults(r->form))
		return show_forms(r, 422, &f);
	may_here(r, "report.design", f.unit);
	f.id = report_form_add(r->db, &f);
	changed_form(r, form_fields, &(struct report_form){ .name = "", .kind = "",
	    .document = "" }, &f);
	audit(r, "report_form.add", f.id);
	said_with(r, "Đã lập mẫu {1}. Thêm các phần rồi mở kỳ", f.name, NULL);
	return go(r, report_form_path(r, f.id, ""));
}

const char *
report_lines_text(struct req *r, int64_t section)
{
	const char *text = "";

	for (struct report_line_form *l = report_section_lines(r->db, r->mem, section); l;
	    l = l->next)
		text = mem_printf(r->mem, "%s%s%s%s\n", text, l->code,
		    l->carry ? " < " : "", l->carry_code);
	return text;
}

void
report_section_json(struct req *r, struct json *one, const struct report_section_form *s)
{
	struct json *lines;

	json_text(one, "title", s->title);
	json_text(one, "kind", s->kind);
	json_text(one, "plan", s->plan ? s->plan_name : NULL);
	json_text(one, "kinds", s->kinds);
	lines = json_list(one, "lines");
	for (struct report_line_form *l = report_section_lines(r->db, r->mem, s->id); l;
	    l = l->next) {
		struct json *line = json_record(lines, NULL);
		json_text(line, "code", l->code);
		json_text(line, "carry", l->carry ? l->carry_code : NULL);
	}
}

static int
form_json(struct req *r, const struct report_form *f)
{
	struct json *j = json_new(r), *list;

	json_int(j, "id", f->id);
	json_text(j, "name", f->name);
	json_text(j, "kind", f->kind);
	json_text(j, "document", f->document);
	list = json_list(j, "sections");
	for (struct report_section_form *s = report_form_sections(r->db, r->mem, f->id); s;
	    s = s->next)
		report_section_json(r, json_record(list, NULL), s);
	return json_show(r, j);
}

static const struct column period_columns[] = {
	{ "period", "Kỳ",          CELL_CODE, true },
	{ "from",   "Số liệu từ ngày", CELL_DAY,  true },
	{ "to",     "Đến ngày", CELL_DAY,  true },
	{ "opens",  "Mở nhập từ",  CELL_DAY,  true },
	{ 0 }
};

static void
put_periods(struct req *r, int64_t form)
{
	struct table *t = table_new(r, "Các kỳ", period_columns);
	int64_t n = 0;

	for (struct report_period *p = report_form_periods(r->db, r->mem, form); p; p = p->next, n++) {
		table_row(t, mem_printf(r->mem, "/report/period/%lld", (long long)p->id));
		table_text(t, p->name);
		table_day(t, p->window_from);
		table_day(t, p->window_to);
		table_day(t, p->opens);
	}
	table_whole(t);
	table_put(r, r->view, "TABLE", t, n, "Mẫu chưa có kỳ nào.");
}

static int
show_form_page(struct req *r, int status, struct report_form *f, const struct report_form *typed)
{
	struct view *none = NULL;
	int64_t plan = -1;

	title(r, f->name);
	report_form_crumbs(r, NULL);
	form_open(r, r->view, report_form_path(r, f->id, ""));
	form_show(r->form, r->view, r->lang, form_fields, typed);
	report_show_words(r, r->view, "KIND", form_kinds, form_typed(r->form, "kind", typed->kind));
	view_text(r->view, "unit_name", f->unit_name);
	view_text(view_add(r->view, f->sent ? "CLOSED" : "OPEN"), "section_path",
	    report_form_path(r, f->id, "/section"));
	view_text(r->view, "period_path", report_form_path(r, f->id, "/period"));
	for (struct report_section_form *s = report_form_sections(r->db, r->mem, f->id); s;
	    s = s->next) {
		struct view *v = view_add(r->view, "SECTION");
		view_text(v, "path", mem_printf(r->mem, "/report/section/%lld", (long long)s->id));
		view_text(v, "title_of", s->title);
		view_text(v, "kind_of", report_word_label(r, report_section_kinds, s->kind));
		if (s->plan != plan)
			view_text(view_add(v, "OF_PLAN"), "plan_name", s->plan ? s->plan_name
			    : tr(r->lang, "không thuộc kế hoạch nào"));
		plan = s->plan;
		view_text(v, "lines", report_lines_text(r, s->id));
		none = v;
	}
	view_text(view_add(r->view, none ? "BLANK" : "NO_SECTION"), "blank_path",
	    report_form_path(r, f->id, "/print"));
	put_periods(r, f->id);
	return show(r, status, "report_form_edit");
}

int
report_form_page(struct req *r)
{
	struct report_form *f = report_form_here(r, r->id);

	if (!f)
		return 404;
	return r->face ? form_json(r, f) : show_form_page(r, 200, f, f);
}

int
report_form_save(struct req *r)
{
	struct report_form *f = report_form_here(r, r->id), typed = { 0 };

	if (!f)
		return 404;
	typed.id = f->id;
	if (form_read(r->form, r->mem, form_fields, &typed)) {
		check_form(r, &typed);
		report_form_is_closed(r, f, "name");
	}
	if (form_faults(r->form))
		return show_form_page(r, 422, f, &typed);
	report_form_change(r->db, &typed);
	changed_form(r, form_fields, f, &typed);
	audit(r, "report_form.change", f->id);
	said(r, "Đã lưu tên và loại của mẫu");
	return go(r, report_form_path(r, f->id, ""));
}
