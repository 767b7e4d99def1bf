/* plan_recipients.c - to whom a draft goes. */

#include "cgi-bin/lib/plan_page.h"

#include "cgi-bin/lib/addressee.h"
#include "cgi-bin/lib/plan_archive.h"
#include "cgi-bin/lib/plan_text.h"

enum { LINES_MAX = 200, LINES_MORE = 2 };

/* The archive's line, which has boxes of its own. */
struct archive {
	const char *registry, *drafter, *copies;
};

static const struct field archive_fields[] = {
	FIELD(archive, registry, "Văn thư", LINE, true, .max = 60),
	FIELD(archive, drafter, "Đơn vị, người soạn thảo", LINE, true, .max = 120),
	FIELD(archive, copies, "Số bản lưu", LINE, true, .max = 20),
	{ 0 }
};

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
	const char *miscounted = form_fault(r->form, field(r, n, "copies"));
	const char *purpose = sent ? typed(r, n, "purpose") : line->purpose;

	view_int(v, "n", n);
	view_text(v, "text", sent ? typed(r, n, "text") : line->text);
	view_text(v, "code", sent ? typed(r, n, "code") : codes_of(r, line));
	view_text(v, "code_invalid", fault ? "true" : "false");
	if (fault)
		view_text(view_add(v, "CODE_ERROR"), "why", fault);
	view_text(v, "line_copies", sent ? typed(r, n, "copies") : line->copies
	    ? text_of_number(r->mem, line->copies, 0, false, "vi") : "");
	view_text(v, "copies_wrong", miscounted ? "true" : "false");
	if (miscounted)
		view_text(view_add(v, "COPIES_ERROR"), "why", miscounted);
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

/* The parts of a line that is kept; all "" of none. */
static struct archive
parts_of(struct req *r, const struct plan_recipient *line)
{
	struct plan_archive a = { "", "", 0 };
	int64_t copies = line ? plan_copies(r->mem, line) : 0;

	if (line)
		plan_archive_read(r->mem, line->text, &a);
	return (struct archive){ a.registry, a.drafter, copies
	    ? text_of_number(r->mem, copies, 0, false, "vi") : "" };
}

static void
show_archive(struct req *r, const struct plan_recipient *line)
{
	struct archive parts = parts_of(r, line);

	form_show(r->form, r->view, r->lang, archive_fields, &parts);
	if (line)
		view_text(view_add(r->view, "ARCHIVED"), "archive_text", line->text);
	else
		view_add(r->view, "NO_ARCHIVE");
}

/* As kept, not as it is being typed. */
static void
show_sum(struct req *r, const struct plan_recipient *lines)
{
	int64_t unsaid, sum = plan_copies_sum(r->mem, lines, &unsaid);
	struct view *v = sum ? view_add(r->view, "SUM") : NULL;

	if (!v)
		return;
	view_text(v, "sum", number(r, sum, 0));
	if (unsaid)
		view_text(view_add(v, "UNSAID"), "unsaid", number(r, unsaid, 0));
}

static int
show_lines(struct req *r, int status, struct plan *p)
{
	static const struct plan_recipient none = { .text = "", .purpose = "know" };
	const struct plan_recipient *line, *archive;
	const struct plan_choice *choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);
	int n = 1, more = LINES_MORE;

	form_open(r, r->view, plan_path(r, p->id, "/recipients"));
	show_edition(r, r->view, "", p->edition);
	line = plan_recipients(r->db, r->mem, p->id, r->today, r->lang);
	archive = plan_archive_line(r->mem, line);
	show_sum(r, line);
	for (; line; line = line->next)
		if (line != archive)
			show_line(r, n++, line, choices);
	for (; more || form_sent(r->form, field(r, n, "text")); more -= more > 0)
		show_line(r, n++, &none, choices);
	if (!choices)
		view_add(r->view, "NOBODY");
	show_archive(r, archive);
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

static int64_t
read_copies(struct req *r, const char *box, const char *label, const char *text)
{
	int64_t n = 0;

	if (*text && (!text_number(text, 0, &n) || n < 1 || n > PLAN_COPIES_MAX)) {
		form_wrong_at(r->form, box, label, tr(r->lang, "Ghi số bản từ 1 đến 9.999, hoặc để trống"));
		return 0;
	}
	return n;
}

static void
read_line(struct req *r, const struct plan *p, int n, const struct plan_choice *choices,
    struct plan_recipient *line)
{
	const char *purpose = typed(r, n, "purpose");
	struct plan_archive a;

	line->purpose = *plan_purpose_label(r, purpose) ? purpose : "know";
	if (plan_archive_read(r->mem, line->text, &a))
		line->purpose = "file";		/* as it would be read in a text */
	line->copies = read_copies(r, field(r, n, "copies"), line->text, typed(r, n, "copies"));
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

/* What its boxes say: the words that stood there as long as its parts do, else made anew; NULL,
 * it has none. */
static struct plan_recipient *
read_archive(struct req *r, const struct plan_recipient *was)
{
	struct archive old = parts_of(r, was), new = { "", "", "" };
	struct plan_recipient *line = mem_take(r->mem, sizeof(*line));

	form_read(r->form, r->mem, archive_fields, &new);
	if (!*new.registry && !*new.drafter && !*new.copies)
		return NULL;
	if (!*new.registry)
		form_wrong(r->form, "registry", "Cần ghi nơi lưu, thường là VT (văn thư); không có dòng lưu thì để trống cả ba ô");
	else if (strchr(new.registry, ','))
		form_wrong(r->form, "registry", "Ô này chỉ ghi nơi lưu, như VT: phần sau dấu phẩy ghi ở ô bên cạnh");
	int64_t copies = read_copies(r, "copies", tr(r->lang, "Số bản lưu"), new.copies);
	bool same = was && !strcmp(old.registry, new.registry) && !strcmp(old.drafter, new.drafter)
	    && plan_copies(r->mem, was) == copies;
	*line = (struct plan_recipient){ .purpose = "file", .copies = copies,
	    .text = same ? was->text : plan_archive_text(r->mem,
	    &(struct plan_archive){ new.registry, new.drafter, copies }) };
	return line;
}

/* The archive's come last. */
static struct plan_recipient *
read_lines(struct req *r, const struct plan *p, const struct plan_recipient *was)
{
	struct plan_recipient *first = NULL, **end = &first, *filed = NULL, **filed_end = &filed;
	const struct plan_choice *choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);
	struct plan_recipient *archive = read_archive(r, plan_archive_line(r->mem, was));

	for (int n = 1; n <= LINES_MAX; n++) {
		const char *text = plan_one_line(r->mem, typed(r, n, "text"));
		if (!*text)
			continue;
		struct plan_recipient *line = mem_take(r->mem, sizeof(*line));
		line->text = text;
		read_line(r, p, n, choices, line);
		bool file = !strcmp(line->purpose, "file");
		if (file && archive && plan_archive_line(r->mem, line))
			form_wrong_at(r->form, field(r, n, "text"), text, tr(r->lang,
			    "Dòng lưu đã ghi ở ô riêng bên dưới: bỏ chữ ở dòng này, hoặc để trống ba ô ấy"));
		*(file ? filed_end : end) = line;
		*(file ? &filed_end : &end) = &line->next;
	}
	*filed_end = archive;
	*end = filed;
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
	struct plan_recipient *new = read_lines(r, p, old);
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
