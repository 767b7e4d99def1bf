/* report_section.c - the sections of a form, each with its lines: a code on each line, "code <
 * carried code". */

#include <stdlib.h>

#include "cgi-bin/lib/report_page.h"

enum { LINES_MAX = 90 };	/* figures of a form: a table of totals has 100 columns */

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

bool
report_has_kind(const char *kinds, const char *kind)
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
			if (!strcmp(s->value, d->kind) && !report_has_kind(kinds, d->kind))
				kinds = mem_printf(r->mem, "%s%s%s", kinds, *kinds ? " " : "", d->kind);
	return kinds;
}

static int
show_section(struct req *r, int status, const struct report_form *f, int64_t id,
    const struct section *s, const char *kinds)
{
	int64_t plan;

	title(r, id && *s->title ? s->title : tr(r->lang, "Thêm phần vào mẫu báo cáo"));
	view_text(r->view, "heading", r->title);
	report_form_crumbs(r, f);
	form_open(r, r->view, r->reading || !id ? r->path
	    : mem_printf(r->mem, "/report/section/%lld", (long long)id));
	form_show(r->form, r->view, r->lang, section_fields, s);
	report_show_words(r, r->view, "KIND", report_section_kinds, form_typed(r->form, "kind", s->kind));
	plan = form_sent(r->form, "plan") ? strtoll(form_get(r->form, "plan"), NULL, 10) : s->plan;
	for (struct report_choice *c = report_plans(r->db, r->mem); c; c = c->next)
		form_option(r->view, "PLAN", mem_printf(r->mem, "%lld", (long long)c->id), c->name,
		    mem_printf(r->mem, "%lld", (long long)plan));
	for (struct report_due *d = report_dues(r->db, r->mem, 0, r->today, r->lang); d; d = d->next) {
		bool chosen = report_has_kind(form_is_draft(r->form) ? ticked(r) : kinds, d->kind);
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
	return (struct section){ s->title, s->kind, s->hint, report_lines_text(r, s->id), s->plan };
}

static int
as_json(struct req *r, const struct report_section_form *s)
{
	struct json *j = json_new(r);

	json_int(j, "id", s->id);
	json_int(j, "form", s->form);
	json_text(j, "hint", *s->hint ? s->hint : NULL);
	report_section_json(r, j, s);
	return json_show(r, j);
}

int
report_section_page(struct req *r)
{
	struct report_form *f;
	struct report_section_form *s = section_here(r, &f);

	if (!s)
		return 404;
	if (r->face)
		return as_json(r, s);
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
		if (!report_word_is(report_section_kinds, typed.kind))
			form_wrong(r->form, "kind", "Chọn một loại trong danh sách");
		if (typed.plan && !report_is_among(report_plans(r->db, r->mem), typed.plan))
			form_wrong(r->form, "plan", "Chọn một kế hoạch trong danh sách, hoặc để trống");
		lines = read_lines(r, typed.lines);
		if (!strcmp(typed.kind, "text") && lines)
			form_wrong(r->form, "lines", "Phần thuyết minh không có chỉ số: để trống ô này");
		if (!strcmp(typed.kind, "figures") && !lines)
			form_wrong(r->form, "lines", "Phần số liệu cần ít nhất một chỉ số");
		check_lines(r, f->id, id, lines);
		report_form_is_closed(r, f, "title");
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
	if (report_form_is_closed(r, f, "title"))
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
