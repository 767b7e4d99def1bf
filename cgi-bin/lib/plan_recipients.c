/* plan_recipients.c - to whom a draft goes. */

#include "cgi-bin/lib/plan_page.h"

#include "cgi-bin/lib/addressee.h"
#include "cgi-bin/lib/plan_text.h"

enum { LINES_MAX = 200, LINES_MORE = 2 };

static const char *
field(struct req *r, int n, const char *member)
{
	return mem_printf(r->mem, "r%d_%s", n, member);
}

static const char *
typed(struct req *r, int n, const char *member)
{
	return form_get(r->form, field(r, n, member));
}

/* A line is one line, however it was pasted. */
static const char *
one_line(struct mem *mem, const char *text)
{
	static const char white[] = " \t\n";
	char *out = mem_take(mem, strlen(text) + 1), *at = out;

	while (*(text += strspn(text, white))) {
		size_t n = strcspn(text, white);
		if (at > out)
			*at++ = ' ';
		memcpy(at, text, n);
		at += n, text += n;
	}
	*at = '\0';
	return out;
}

/* "commune" and 3 as the value of a box; NULL for a unit, which has its code. */
static const char *
box_of(struct req *r, const struct plan_addressee *a)
{
	return *a->kind ? mem_printf(r->mem, "kind:%s", a->kind)
	    : a->unit_group ? mem_printf(r->mem, "group:%lld", (long long)a->unit_group) : NULL;
}

static const char *
codes_of(struct req *r, const struct plan_recipient *line)
{
	const char *all = "";

	for (const struct plan_addressee *a = line->to; a; a = a->next)
		if (a->unit)
			all = mem_printf(r->mem, "%s%s%s", all, *all ? ", " : "", a->code);
	return all;
}

static bool
is_ticked(struct req *r, const struct plan_recipient *line, int n, const char *value)
{
	if (form_sent(r->form, field(r, n, "text")))
		return addressee_ticked(r, field(r, n, "to"), value);
	for (const struct plan_addressee *a = line->to; a; a = a->next) {
		const char *box = box_of(r, a);
		if (box && !strcmp(box, value))
			return true;
	}
	return false;
}

/* As it was typed, as far as it was; else as it is kept. */
static void
show_line(struct req *r, int n, const struct plan_recipient *line,
    const struct plan_choice *choices)
{
	struct view *v = view_add(r->view, "RECIPIENT");
	bool sent = form_sent(r->form, field(r, n, "text"));
	const char *fault = form_fault(r->form, field(r, n, "code")), *ticked = "";
	const char *purpose = sent ? typed(r, n, "purpose") : line->purpose;

	view_int(v, "n", n);
	view_text(v, "text", sent ? typed(r, n, "text") : line->text);
	view_text(v, "code", sent ? typed(r, n, "code") : codes_of(r, line));
	view_text(v, "code_invalid", fault ? "true" : "false");
	if (fault)
		view_text(view_add(v, "CODE_ERROR"), "why", fault);
	for (size_t i = 0; i < 4; i++) {
		struct view *o = view_add(v, "PURPOSE");
		view_text(o, "value", plan_purposes[i][0]);
		view_text(o, "label", tr(r->lang, plan_purposes[i][1]));
		if (!strcmp(plan_purposes[i][0], *plan_purpose_label(r, purpose) ? purpose : "know"))
			view_add(o, "CHOSEN");
	}
	for (const struct plan_choice *c = choices; c; c = c->next) {
		struct view *o = view_add(v, "TO");
		view_text(o, "value", c->value);
		view_text(o, "label", addressee_label(r, c));
		if (!is_ticked(r, line, n, c->value))
			continue;
		view_text(o, "ticked", "checked");
		ticked = mem_printf(r->mem, "%s%s%s", ticked, *ticked ? "; " : "", c->label);
	}
	view_text(v, "bound", *ticked ? ticked : tr(r->lang, "chọn loại đơn vị, cụm"));
	if (line->units)
		view_text(view_add(v, "UNITS"), "units", number(r, line->units, 0));
}

static int
show_lines(struct req *r, int status, struct plan *p)
{
	static const struct plan_recipient none = { .text = "", .purpose = "know" };
	const struct plan_recipient *line;
	const struct plan_choice *choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);
	int n = 1, more = LINES_MORE;

	form_open(r, r->view, plan_path(r, p->id, "/recipients"));
	show_edition(r, r->view, "", p->edition);
	line = plan_recipients(r->db, r->mem, p->id, r->today, r->lang);
	for (; line; line = line->next)
		show_line(r, n++, line, choices);
	for (; more || form_sent(r->form, field(r, n, "text")); more -= more > 0)
		show_line(r, n++, &none, choices);
	if (!choices)
		view_add(r->view, "NOBODY");
	form_show_faults(r->form, r->view, r->lang, NULL);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	title(r, tr(r->lang, "Nơi nhận"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	return show(r, status, "plan_recipients");
}

int
plan_recipients_page(struct req *r)
{
	int status;
	struct plan *p = plan_editable(r, &status);

	return p ? show_lines(r, 200, p) : status;
}

static void
read_line(struct req *r, const struct plan *p, int n, const struct plan_choice *choices,
    struct plan_recipient *line)
{
	const char *purpose = typed(r, n, "purpose");

	line->purpose = *plan_purpose_label(r, purpose) ? purpose : "know";
	line->to = addressee_read(r, &(struct addressee_ask){ .issuer = p->unit,
	    .choices = choices, .to = field(r, n, "to"), .code = field(r, n, "code"),
	    .label = line->text,
	    .outside_vi = "Đơn vị mang mã {1} không thuộc cơ quan ban hành nên cổng không gửi tới: bỏ mã này, dòng nơi nhận vẫn in trong văn bản và gửi bản giấy" });
	if (line->to && !strcmp(line->purpose, "file"))
		form_wrong_at(r->form, field(r, n, "code"), line->text,
		    tr(r->lang, "Dòng lưu không gửi cho đơn vị nào: bỏ chọn đơn vị, hoặc chọn lại cột Để"));
	if (text_length(line->text) > 500)
		form_wrong_at(r->form, field(r, n, "text"), mem_printf(r->mem, "%s %d",
		    tr(r->lang, "Dòng nơi nhận"), n), tr(r->lang, "Dài quá 500 ký tự: rút ngắn hoặc tách thành hai dòng"));
}

static struct plan_recipient *
read_lines(struct req *r, const struct plan *p)
{
	struct plan_recipient *first = NULL, **end = &first;
	const struct plan_choice *choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);

	for (int n = 1; n <= LINES_MAX; n++) {
		const char *text = one_line(r->mem, typed(r, n, "text"));
		if (!*text)
			continue;
		*end = mem_take(r->mem, sizeof(**end));
		(*end)->text = text;
		read_line(r, p, n, choices, *end);
		end = &(*end)->next;
	}
	return first;
}

int
plan_recipients_save(struct req *r)
{
	int status;
	struct plan *p = plan_editable(r, &status);

	if (!p)
		return status;
	struct plan_recipient *old = plan_recipients(r->db, r->mem, p->id, r->today, r->lang);
	struct plan_recipient *new = read_lines(r, p);
	plan_overtaken(r, p);
	if (form_faults(r->form))
		return show_lines(r, 422, p);
	changed(r, "recipients", plan_recipient_text(r->mem, old), plan_recipient_text(r->mem, new));
	plan_put_recipients(r->db, p->id, new);
	plan_touch(r->db, p->id);
	audit(r, "plan.recipients", p->id);
	said(r, "Đã lưu nơi nhận");
	return go(r, plan_path(r, p->id, strcmp(form_get(r->form, "do"), "next")
	    ? "/recipients" : ""));
}
