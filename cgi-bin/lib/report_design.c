/* report_design.c - what is asked: forms and their sections. */

#include <stdlib.h>

#include "cgi-bin/lib/report_page.h"

enum { LINES_MAX = 90 };	/* figures of a form: a table of totals has 100 columns */

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

static bool
is_among(const struct report_choice *list, int64_t id)
{
	while (list && list->id != id)
		list = list->next;
	return list;
}

/* Why a form that was answered does not change, and what to do. */
static bool
is_closed(struct req *r, const struct report_form *f, const char *field)
{
	if (!f->sent)
		return false;
	form_wrong(r->form, field, "Đã có báo cáo gửi theo mẫu này nên mẫu không đổi được:"
	    " hãy lập mẫu mới cho kỳ sau");
	return true;
}

static const struct report_word form_kinds[] = {
	{ "periodic", "Định kỳ" }, { "thematic", "Chuyên đề" }, { "adhoc", "Đột xuất" }, { 0 }
}, section_kinds[] = {
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
	crumb(r, tr(r->lang, "Báo cáo"), "/report");
	crumb(r, tr(r->lang, "Mẫu và kỳ báo cáo"), "/report/form");
	if (f)
		crumb(r, f->name, report_form_path(r, f->id, ""));
}

/* Forms. */

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
	{ "name",     "Mẫu báo cáo",      CELL_TEXT,  false },
	{ "kind",     "Loại",             CELL_TEXT,  false },
	{ "unit",     "Cơ quan yêu cầu",  CELL_TEXT,  false },
	{ "document", "Văn bản quy định", CELL_TEXT,  false },
	{ "periods",  "Số kỳ",            CELL_COUNT, false },
	{ "sent",     "Báo cáo đã gửi",   CELL_COUNT, false },
	{ 0 }
};

static int
show_forms(struct req *r, int status, const struct report_form *typed)
{
	struct table *t = table_new(r, "Mẫu báo cáo", form_columns);
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
	title(r, tr(r->lang, "Mẫu và kỳ báo cáo"));
	crumb(r, tr(r->lang, "Báo cáo"), "/report");
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
	if (!is_among(report_design_units(r->db, r->mem, r->who.id, r->today), f.unit))
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

static const char *
lines_text(struct req *r, int64_t section)
{
	const char *text = "";

	for (struct report_line_form *l = report_section_lines(r->db, r->mem, section); l;
	    l = l->next)
		text = mem_printf(r->mem, "%s%s%s%s\n", text, l->code,
		    l->carry ? " < " : "", l->carry_code);
	return text;
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
	    s = s->next) {
		struct json *one = json_record(list, NULL), *lines;
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
	return json_show(r, j);
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
		view_text(v, "kind_of", report_word_label(r, section_kinds, s->kind));
		if (s->plan != plan)
			view_text(view_add(v, "OF_PLAN"), "plan_name", s->plan ? s->plan_name
			    : tr(r->lang, "không thuộc kế hoạch nào"));
		plan = s->plan;
		view_text(v, "lines", lines_text(r, s->id));
		none = v;
	}
	if (!none)
		view_add(r->view, "NO_SECTION");
	for (struct report_period *p = report_form_periods(r->db, r->mem, f->id); p; p = p->next) {
		struct view *v = view_add(r->view, "PERIOD");
		view_text(v, "path", mem_printf(r->mem, "/report/period/%lld", (long long)p->id));
		view_text(v, "period_name", p->name);
		view_text(v, "window", report_window_text(r, p->window_from, p->window_to));
		view_date(v, "opens", p->opens);
	}
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
		is_closed(r, f, "name");
	}
	if (form_faults(r->form))
		return show_form_page(r, 422, f, &typed);
	report_form_change(r->db, &typed);
	changed_form(r, form_fields, f, &typed);
	audit(r, "report_form.change", f->id);
	said(r, "Đã lưu tên và loại của mẫu");
	return go(r, report_form_path(r, f->id, ""));
}

/* Sections, each with its lines: a code on each line, "code < carried code". */

struct section {
	const char *title, *kind, *hint, *lines;
	int64_t plan;
};

static const struct field section_fields[] = {
	FIELD(section, title, "Tên phần", .max = 200),
	FIELD(section, kind, "Loại phần", .max = 20),
	FIELD(section, hint, "Hướng dẫn ghi", .optional = true, .max = 500),
	FIELD(section, lines, "Chỉ số, mỗi dòng một mã", .kind = LINES, .optional = true,
	    .max = 8000),
	FIELD(section, plan, "Kế hoạch", .kind = NUMBER, .optional = true, .max = INT32_MAX),
	{ 0 }
};

static void
fault_line(struct req *r, int n, const char *why_vi, const char *code)
{
	form_wrong_at(r->form, "lines", tr(r->lang, "Chỉ số, mỗi dòng một mã"),
	    tr_with(r->mem, r->lang, why_vi, mem_printf(r->mem, "%d", n), code, NULL));
}

/* One line, or NULL: empty, or at fault. */
static struct report_line_form *
read_line(struct req *r, const char *text, size_t n, int number_)
{
	char *line = mem_copy(r->mem, text, n), *carry = strchr(line, '<');
	const char *code, *from = "";
	struct report_line_form *l = mem_take(r->mem, sizeof(*l));

	if (carry) {
		*carry++ = '\0';
		carry += strspn(carry, " \t");
		from = mem_copy(r->mem, carry, strcspn(carry, " \t"));
	}
	line += strspn(line, " \t");
	code = mem_copy(r->mem, line, strcspn(line, " \t"));
	if (!*code && !carry)
		return NULL;
	l->code = code;
	l->indicator = indicator_id(r->db, code);
	l->carry = carry ? indicator_id(r->db, from) : 0;
	line += strlen(code);
	if (!l->indicator)
		fault_line(r, number_, "Dòng {1}: mã “{2}” chưa có trong danh mục chỉ số;"
		    " thêm vào danh mục hoặc sửa mã", code);
	else if (line[strspn(line, " \t")])
		fault_line(r, number_, "Dòng {1}: sau mã “{2}” còn chữ thừa; mỗi dòng"
		    " chỉ một mã, hoặc “mã < mã lấy từ kỳ trước”", code);
	if (carry && !l->carry)
		fault_line(r, number_, "Dòng {1}: mã lấy từ kỳ trước “{2}” chưa có trong danh mục", from);
	return l;
}

static struct report_line_form *
read_lines(struct req *r, const char *text)
{
	struct report_line_form *first = NULL, **tail = &first, *o;
	int n = 0;

	for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
		struct report_line_form *l = read_line(r, text, strcspn(text, "\n"), ++n);
		if (!l || !l->indicator)
			continue;
		for (o = first; o && o->indicator != l->indicator; o = o->next)
			;
		if (o)
			fault_line(r, n, "Dòng {1}: mã “{2}” đã có ở dòng trên; bỏ bớt một", l->code);
		else
			*tail = l, tail = &l->next;
	}
	return first;
}

static bool
has_line(const struct report_line_form *l, int64_t indicator)
{
	while (l && l->indicator != indicator)
		l = l->next;
	return l;
}

/* What the lines must be beside the form's other sections. */
static void
check_lines(struct req *r, int64_t form, int64_t section, const struct report_line_form *all)
{
	int64_t n = report_form_lines(r->db, form, section);
	const struct report_line_form *old = section
	    ? report_section_lines(r->db, r->mem, section) : NULL;

	for (const struct report_line_form *l = all; l; l = l->next, n++) {
		struct indicator *i = indicator_get(r->db, r->mem, l->indicator);
		if (!has_line(old, l->indicator) && !indicator_offered(r->db, l->indicator, r->today))
			form_wrong_at(r->form, "lines", tr(r->lang, "Chỉ số, mỗi dòng một mã"),
			    tr_with(r->mem, r->lang, "Chỉ số “{1}” đã thôi dùng: bỏ dòng này hoặc chọn"
			    " chỉ số khác trong danh mục", l->code, NULL, NULL));
		if (report_form_asks(r->db, form, l->indicator, section))
			form_wrong_at(r->form, "lines", tr(r->lang, "Chỉ số, mỗi dòng một mã"),
			    tr_with(r->mem, r->lang, "Mã “{1}” đã có ở phần khác của mẫu: mỗi chỉ số"
			    " chỉ hỏi một lần", l->code, NULL, NULL));
		if (!strcmp(i->rule, "rate")
		    && !((has_line(all, i->numerator)
		        || report_form_asks(r->db, form, i->numerator, section))
		    && (has_line(all, i->denominator)
		        || report_form_asks(r->db, form, i->denominator, section))))
			form_wrong_at(r->form, "lines", tr(r->lang, "Chỉ số, mỗi dòng một mã"),
			    tr_with(r->mem, r->lang, "Tỷ lệ “{1}” cần cả “{2}” và “{3}” trong mẫu này",
			    l->code, i->numerator_code, i->denominator_code));
	}
	if (n > LINES_MAX)
		form_wrong(r->form, "lines", "Mẫu có quá 90 chỉ số: bớt chỉ số hoặc lập thêm mẫu");
}

static bool
kind_is_in(const char *kinds, const char *kind)
{
	size_t n = strlen(kind);

	for (; *kinds; kinds += strcspn(kinds, " "), kinds += strspn(kinds, " "))
		if (!strncmp(kinds, kind, n) && (kinds[n] == ' ' || !kinds[n]))
			return true;
	return false;
}

/* The kinds that were ticked, "commune village". */
static const char *
ticked(struct req *r)
{
	const char *kinds = "";

	for (struct report_due *d = report_dues(r->db, r->mem, 0, r->today, r->lang); d; d = d->next)
		for (const struct sent *s = NULL; (s = form_next(r->form, s, "kinds"));)
			if (!strcmp(s->value, d->kind) && !kind_is_in(kinds, d->kind))
				kinds = mem_printf(r->mem, "%s%s%s", kinds, *kinds ? " " : "", d->kind);
	return kinds;
}

static int
show_section(struct req *r, int status, const struct report_form *f, int64_t id,
    const struct section *s, const char *kinds)
{
	int64_t plan;

	title(r, id ? s->title : tr(r->lang, "Thêm phần vào mẫu báo cáo"));
	view_text(r->view, "heading", r->title);
	report_form_crumbs(r, f);
	form_open(r, r->view, r->reading || !id ? r->path
	    : mem_printf(r->mem, "/report/section/%lld", (long long)id));
	form_show(r->form, r->view, r->lang, section_fields, s);
	report_show_words(r, r->view, "KIND", section_kinds, form_typed(r->form, "kind", s->kind));
	plan = form_sent(r->form, "plan") ? strtoll(form_get(r->form, "plan"), NULL, 10) : s->plan;
	for (struct report_choice *c = report_plans(r->db, r->mem); c; c = c->next)
		form_option(r->view, "PLAN", id_text(r, c->id), c->name, id_text(r, plan));
	for (struct report_due *d = report_dues(r->db, r->mem, 0, r->today, r->lang); d; d = d->next) {
		bool chosen = kind_is_in(form_is_draft(r->form) ? ticked(r) : kinds, d->kind);
		if (*d->ended && !chosen)
			continue;
		struct view *v = view_add(r->view, "UNIT_KIND");
		view_text(v, "value", d->kind);
		view_text(v, "label", d->label);
		if (chosen)
			view_add(v, "CHECKED");
	}
	if (id && !f->sent) {
		struct view *v = view_add(r->view, "DROP");
		form_open(r, v, mem_printf(r->mem, "/report/section/%lld/drop", (long long)id));
	}
	return show(r, status, "report_section");
}

int
report_section_add_page(struct req *r)
{
	struct report_form *f = report_form_here(r, r->id);

	return f ? show_section(r, 200, f, 0, &(struct section){ "", "figures", "", "", 0 }, "")
	    : 404;
}

static struct report_section_form *
section_here(struct req *r, struct report_form **f)
{
	struct report_section_form *s = report_section_get(r->db, r->mem, r->id);

	*f = s ? report_form_here(r, s->form) : NULL;
	return *f ? s : NULL;
}

static struct section
section_of(struct req *r, const struct report_section_form *s)
{
	return (struct section){ s->title, s->kind, s->hint, lines_text(r, s->id), s->plan };
}

int
report_section_page(struct req *r)
{
	struct report_form *f;
	struct report_section_form *s = section_here(r, &f);

	if (!s)
		return 404;
	struct section typed = section_of(r, s);
	return show_section(r, 200, f, s->id, &typed, s->kinds);
}

/* Adds a section (id 0) or changes one. */
static int
put_section(struct req *r, struct report_form *f, int64_t id, const struct section *old,
    const char *old_kinds)
{
	struct section typed = { 0 };
	struct report_line_form *lines = NULL;
	const char *kinds = ticked(r);
	int64_t seq = 0;

	if (form_read(r->form, r->mem, section_fields, &typed)) {
		if (!report_word_is(section_kinds, typed.kind))
			form_wrong(r->form, "kind", "Chọn một loại trong danh sách");
		if (typed.plan && !is_among(report_plans(r->db, r->mem), typed.plan))
			form_wrong(r->form, "plan", "Chọn một kế hoạch trong danh sách, hoặc để trống");
		lines = read_lines(r, typed.lines);
		if (!strcmp(typed.kind, "text") && lines)
			form_wrong(r->form, "lines", "Phần thuyết minh không có chỉ số: để trống ô này");
		if (!strcmp(typed.kind, "figures") && !lines)
			form_wrong(r->form, "lines", "Phần số liệu cần ít nhất một chỉ số");
		check_lines(r, f->id, id, lines);
		is_closed(r, f, "title");
	}
	if (form_faults(r->form))
		return show_section(r, 422, f, id, &typed, kinds);
	struct report_section_form s = { .id = id, .form = f->id, .plan = typed.plan,
	    .title = typed.title, .hint = typed.hint, .kind = typed.kind, .kinds = kinds };
	if (id)
		report_section_change(r->db, r->mem, &s);
	else
		s.id = report_section_add(r->db, r->mem, &s);
	report_lines_drop(r->db, s.id);
	for (; lines; lines = lines->next)
		report_line_add(r->db, s.id, ++seq, lines->indicator, lines->carry);
	changed_form(r, section_fields, old, &typed);
	changed(r, "kinds", old_kinds, kinds);
	audit(r, id ? "report_section.change" : "report_section.add", s.id);
	said_with(r, id ? "Đã lưu phần {1}" : "Đã thêm phần {1}", s.title, NULL);
	return go(r, report_form_path(r, f->id, ""));
}

int
report_section_new(struct req *r)
{
	struct report_form *f = report_form_here(r, r->id);

	return f ? put_section(r, f, 0, &(struct section){ "", "", "", "", 0 }, "") : 404;
}

int
report_section_save(struct req *r)
{
	struct report_form *f;
	struct report_section_form *s = section_here(r, &f);

	if (!s)
		return 404;
	struct section old = section_of(r, s);
	return put_section(r, f, s->id, &old, s->kinds);
}

int
report_section_remove(struct req *r)
{
	struct report_form *f;
	struct report_section_form *s = section_here(r, &f);

	if (!s)
		return 404;
	struct section old = section_of(r, s);
	if (is_closed(r, f, "title"))
		return show_section(r, 422, f, s->id, &old, s->kinds);
	if (report_section_is_begun(r->db, s->id)) {
		form_wrong(r->form, "title", "Đã có đơn vị nhập vào phần này nên không bỏ được:"
		    " hãy lập mẫu mới");
		return show_section(r, 422, f, s->id, &old, s->kinds);
	}
	changed_form(r, section_fields, &old, &(struct section){ "", "", "", "", 0 });
	report_section_drop(r->db, s->id);
	audit(r, "report_section.drop", s->id);
	said_with(r, "Đã bỏ phần {1}", s->title, NULL);
	return go(r, report_form_path(r, f->id, ""));
}
