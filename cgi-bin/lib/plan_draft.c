/* plan_draft.c - a text taken in; and the original beside what was read out of it. */

#include "cgi-bin/lib/plan_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_text.h"
#include "db/plan_child.h"

enum { TEXT_MAX = 1 << 20, BASES_MORE = 2 };

struct plan *
plan_editable(struct req *r, int *status)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);

	*status = 404;
	if (!p || !may_here(r, "plan.write", p->unit))
		return NULL;
	if (!p->edits)
		*status = overtaken(r, p->flow_case, "");
	return p->edits ? p : NULL;
}

bool
plan_overtaken(struct req *r, const struct plan *p)
{
	return *form_get(r->form, "edition") && is_old(r, p->edition, tr(r->lang,
	    "Kế hoạch này vừa được lưu ở nơi khác. Điều bạn gõ còn nguyên dưới đây: mở trang kế hoạch ở thẻ khác để so, rồi lưu lại thì bản của bạn thay bản kia"));
}

struct intake {
	int64_t unit, parent;		/* parent: the plan that it carries out; 0 */
	const char *text;
};

static int
show_add(struct req *r, int status, const struct intake *in)
{
	form_open(r, r->view, "/plan/add");
	title(r, tr(r->lang, "Đưa văn bản vào"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	view_text(r->view, "text", form_typed(r->form, "text", in->text));
	struct plan_unit *first = plan_issuers(r->db, r->mem, r->who.id, r->today);
	plan_show_parents(r, in->unit ? in->unit : first ? first->unit : 0, r->today, 0,
	    in->parent ? mem_printf(r->mem, "%lld", (long long)in->parent) : "");
	view_text(r->view, "intake_query", in->parent ? mem_printf(r->mem, "?parent=%lld&unit=%lld",
	    (long long)in->parent, (long long)in->unit) : "");
	view_text(r->view, "parent_invalid", form_fault(r->form, "parent") ? "true" : "false");
	for (struct plan_unit *u = plan_issuers(r->db, r->mem, r->who.id, r->today); u;
	    u = u->next) {
		struct view *v = view_add(r->view, "UNIT");
		view_int(v, "unit", u->unit);
		view_text(v, "name", u->name);
		if (u->unit == in->unit)
			view_add(v, "CHOSEN");
	}
	if (form_fault(r->form, "text"))
		view_text(view_add(r->view, "text_error"), "why",
		    tr(r->lang, form_fault(r->form, "text")));
	form_show_faults(r->form, r->view, r->lang, (const struct field[]){
		{ .name = "text", .label = "mục::Văn bản" },
		{ .name = "unit", .label = "Cơ quan ban hành" },
		{ .name = "parent", .label = "Thực hiện kế hoạch" }, { 0 } });
	return show(r, status, "plan_add");
}

int
plan_add_page(struct req *r)
{
	return show_add(r, 200, &(struct intake){ .text = "",
	    .unit = strtoll(form_get(r->form, "unit"), NULL, 10),
	    .parent = strtoll(form_get(r->form, "parent"), NULL, 10) });
}

/* The pasted text, or the file's: NULL with a fault in the form. */
static const char *
taken(struct req *r)
{
	size_t n = 0;
	const char *name, *file = form_file(r->form, "file", &n, &name);
	const char *text = form_get(r->form, "text");

	if (file && n) {
		const char *end = strrchr(name, '.');
		text = text_nfc(r->mem, file, n);
		if (!end || (strcmp(end, ".txt") && strcmp(end, ".md"))) {
			form_wrong(r->form, "text",
			    "Ở đây chỉ nhận tệp .txt hoặc .md: tệp .docx, .pdf thì bấm “Tải tệp Word, PDF”, hoặc chép chữ rồi dán vào ô dưới");
			return NULL;
		}
		if (!text || memchr(file, '\0', n)) {
			form_wrong(r->form, "text",
			    "Tệp không phải chữ Unicode (UTF-8): lưu lại dạng UTF-8, hoặc chép rồi dán vào ô dưới");
			return NULL;
		}
	}
	if (strlen(text) > TEXT_MAX) {
		form_wrong(r->form, "text", "Văn bản dài quá 1 MB: chia phụ lục ra rồi dán phần chính");
		return NULL;
	}
	if (text_length(text) < 40) {
		form_wrong(r->form, "text", "Cần dán toàn văn (ít nhất 40 ký tự) hoặc chọn tệp .txt, .md");
		return NULL;
	}
	const char *why = plan_too_large(r->mem, text);
	if (why) {
		form_wrong(r->form, "text", why);
		return NULL;
	}
	return text;
}

int
plan_add_save(struct req *r)
{
	struct intake in = { .unit = strtoll(form_get(r->form, "unit"), NULL, 10), .text = "",
	    .parent = strtoll(form_get(r->form, "parent"), NULL, 10) };
	const char *text = taken(r);

	if (in.unit && !may_here(r, "plan.write", in.unit))
		return 404;
	if (!in.unit)
		form_wrong(r->form, "unit", "Cần chọn cơ quan ban hành");
	else
		plan_check_parent(r, 0, in.unit, in.parent, r->today);
	if (form_faults(r->form))
		return show_add(r, 422, &in);
	int64_t id = plan_take_in(r->db, r->mem, text, in.unit, r->who.id, r->now);
	if (in.parent) {
		plan_put_parent(r->db, id, in.parent);
		changed(r, "parent_plan", "", mem_printf(r->mem, "%lld", (long long)in.parent));
	}
	audit(r, "plan.add", id);
	said(r, "Đã đọc văn bản thành dự thảo");
	return go(r, plan_path(r, id, "/edit"));
}

static const struct field fields[] = {
	FIELD(plan, number,      "Số, ký hiệu", LINE, true, .max = 60),
	FIELD(plan, date,        "Ngày ban hành", DAY, true),
	FIELD(plan, place,       "Địa danh", LINE, true, .max = 60),
	FIELD(plan, issuer,      "Cơ quan ban hành", LINE, true, .max = 200),
	FIELD(plan, kind,        "Loại văn bản", LINE, true, .max = 60),
	FIELD(plan, subject,     "Trích yếu", LINES, .min = 5, .max = 1000),
	FIELD(plan, period_from, "Giai đoạn, từ", LINE, true, .max = 10),
	FIELD(plan, period_to,   "Giai đoạn, đến", LINE, true, .max = 10),
	FIELD(plan, authority,   "Thẩm quyền ký", LINES, true, .max = 500),
	FIELD(plan, signer_name, "Họ tên người ký", LINE, true, .max = 120),
	FIELD(plan, signup_due,  "Hạn đăng ký tham gia", DAY, true),
	FIELD(plan, preamble,    "Lời dẫn", LINES, true, .max = 20000),
	FIELD(plan, body,        "Nội dung", LINES, .max = TEXT_MAX),
	{ 0 }
};

static void
show_bases(struct req *r, const struct plan *p)
{
	struct plan_basis none = { .relation = "", .kind = "", .number = "", .date = "", .text = "" };
	struct plan_basis *b = plan_bases(r->db, r->mem, p->id);

	for (int n = 1, more = BASES_MORE; b || more; n++) {
		struct plan_basis *at = b ? b : (more--, &none);
		struct view *v = view_add(r->view, "BASIS");
		const char *key = mem_printf(r->mem, "b%d_", n), *sent;
		view_int(v, "n", n);
#define PUT(member, value) \
		sent = mem_printf(r->mem, "%s%s", key, member); \
		view_text(v, mem_printf(r->mem, "%s%s", "basis_", member), form_typed(r->form, sent, value))
		PUT("relation", at->relation);
		PUT("kind", at->kind);
		PUT("number", at->number);
		PUT("date", text_of_day(r->mem, at->date));
		PUT("text", at->text);
#undef PUT
		const char *fault = form_fault(r->form, mem_printf(r->mem, "%sdate", key));
		view_text(v, "date_wrong", fault ? "true" : "false");
		if (fault)
			view_text(view_add(v, "DATE_ERROR"), "why", fault);
		b = b ? b->next : NULL;
	}
}

static struct plan_basis *
read_bases(struct req *r)
{
	struct plan_basis *first = NULL, **end = &first;

	for (int n = 1; n <= 100; n++) {
		const char *key = mem_printf(r->mem, "b%d_date", n);
		const char *date = form_get(r->form, key);
#define GOT(member) form_get(r->form, mem_printf(r->mem, "b%d_%s", n, member))
		if (!*GOT("text") && !*GOT("number"))
			continue;
		struct plan_basis *b = *end = mem_take(r->mem, sizeof(*b));
		*b = (struct plan_basis){ .relation = GOT("relation"), .kind = GOT("kind"),
		    .number = GOT("number"), .date = *date ? text_day(r->mem, date) : "",
		    .text = GOT("text") };
#undef GOT
		if (!b->date)
			form_wrong_at(r->form, key, tr(r->lang, "Căn cứ, ngày"),
			    tr(r->lang, "Ngày viết sai hoặc không có trong lịch: viết như 26/9/2017"));
		end = &b->next;
	}
	return first;
}

static void
lack(struct req *r, struct view **all, const char *field, const char *text)
{
	*all = *all ? *all : view_add(r->view, "LACKING");
	struct view *v = view_add(*all, "LACK");
	view_text(v, "field", field);
	view_text(v, "text", tr(r->lang, text));
}

/* Its movement is entered on a page of its own. */
static void
show_movement(struct req *r, const struct plan *p, struct view **all)
{
	struct plan_short_name *names = plan_short_names(r->db, r->mem, p->id);
	struct plan_tie *ties = plan_ties(r->db, r->mem, p->id, r->lang);

	if (!plan_is_own(p))
		return;
	struct view *v = view_add(r->view, "MOVEMENT");
	if (names)
		view_text(view_add(v, "SHORT"), "short_name", plan_names_text(r->mem, names));
	for (struct plan_tie *t = ties; t; t = t->next)
		view_text(view_add(v, "TIE"), "tie_name", mem_printf(r->mem, "%s %s", t->label, t->name));
	if (!names)
		lack(r, all, "movement", "Tên gọi tắt của phong trào: chưa ghi");
	if (!ties)
		lack(r, all, "movement", "Phong trào liên quan: chưa ghi");
}

static void
show_missing(struct req *r, const struct plan *p)
{
	static const struct {
		size_t at;
		const char *field, *text;
	} wanted[] = {
		{ offsetof(struct plan, number), "number", "Số văn bản: chưa có, xem lại bản gốc" },
		{ offsetof(struct plan, date), "date", "Ngày ban hành: chưa có, xem lại bản gốc" },
		{ offsetof(struct plan, place), "place", "Địa danh: chưa có, xem lại bản gốc" },
		{ offsetof(struct plan, issuer), "issuer", "Cơ quan ban hành: chưa có, xem lại bản gốc" },
		{ offsetof(struct plan, subject), "subject", "Trích yếu: chưa có, xem lại bản gốc" },
		{ offsetof(struct plan, period_from), "period_from", "Giai đoạn: chưa có, xem lại bản gốc" },
		{ offsetof(struct plan, authority), "authority", "Thẩm quyền ký: chưa có, xem lại cuối văn bản" },
		{ offsetof(struct plan, signer_name), "signer_name", "Họ tên người ký: chưa có, xem lại cuối văn bản" },
	};
	struct view *all = NULL;

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		const char *value = *(const char *const *)(const void *)((const char *)p + wanted[i].at);
		if (*value)
			continue;
		lack(r, &all, wanted[i].field, wanted[i].text);
		view_text(r->view, mem_printf(r->mem, "%s_missing", wanted[i].field), "missing");
	}
	show_movement(r, p, &all);
}

/* What the body would become; nothing is kept. */
static void
show_preview(struct req *r, const char *body)
{
	int classes, items;
	struct view *v = view_add(r->view, "PREVIEW");

	for (struct plan_clause *c = plan_clauses_of(r->mem, body, &classes, &items); c;
	    c = c->next)
		view_html(view_add(v, "CLAUSE"), "clause_html", (struct html){ c->html });
	view_int(v, "found_classes", classes);
	view_int(v, "found_items", items);
}

static int
show_edit(struct req *r, int status, struct plan *p, bool looks)
{
	int words_in, words_out, items = 0, classes = 0;
	struct plan shown = *p;

	form_open(r, r->view, plan_path(r, p->id, "/edit"));
	shown.period_from = text_of_day(r->mem, p->period_from);
	shown.period_to = text_of_day(r->mem, p->period_to);
	form_show(r->form, r->view, r->lang, fields, &shown);
	show_edition(r, r->view, "", p->edition);
	show_bases(r, p);
	show_missing(r, p);
	plan_words(r->mem, p, &words_in, &words_out);
	for (struct plan_class *c = plan_classes(r->db, r->mem, p->id); c; c = c->next, classes++)
		for (struct plan_criterion *k = c->criteria; k; k = k->next)
			items++;
	view_text(r->view, "original", p->original);
	view_text(r->view, "words_in", number(r, words_in, 0));
	view_text(r->view, "words_out", number(r, words_out, 0));
	view_int(r->view, "classes", classes);
	view_int(r->view, "items", items);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	if (plan_is_own(p))
		view_add(r->view, "HAS_CRITERIA");
	title(r, tr(r->lang, "Soát lại văn bản đã đọc"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	if (!looks)
		return show(r, status, "plan_edit");
	show_preview(r, p->body);
	return look_only(r, status, "plan_edit");
}

int
plan_edit_page(struct req *r)
{
	int status;
	struct plan *p = plan_editable(r, &status);

	return p ? show_edit(r, 200, p, false) : status;
}

/* A year, or a day as ISO, of what was typed; NULL if it is neither. */
static const char *
year_or_day(struct req *r, const char *text)
{
	return !*text || (strlen(text) == 4 && strspn(text, "0123456789") == 4) ? text
	    : text_day(r->mem, text);
}

static void
read_period(struct req *r, struct plan *p)
{
	const char *from = year_or_day(r, p->period_from), *to = year_or_day(r, p->period_to);

	if (!from)
		form_wrong(r->form, "period_from", "Ghi năm (2021) hoặc ngày (01/01/2021)");
	if (!to)
		form_wrong(r->form, "period_to", "Ghi năm (2025) hoặc ngày (31/12/2025)");
	if (!from || !to)
		return;
	p->period_from = from;
	p->period_to = to;
	/* a year begins before its days and ends after them */
	if (*from && *to && strncmp(to, from, strlen(from) < strlen(to) ? strlen(from)
	    : strlen(to)) < 0)
		form_wrong(r->form, "period_to", "Sớm hơn lúc bắt đầu: xem lại hai ô giai đoạn");
}

int
plan_edit_save(struct req *r)
{
	int status;
	struct plan *old = plan_editable(r, &status), p;
	struct plan_basis *bases;

	if (!old)
		return status;
	p = *old;
	form_read(r->form, r->mem, fields, &p);
	bases = read_bases(r);
	read_period(r, &p);
	const char *why = plan_body_too_large(r->mem, p.body);
	if (why)
		form_wrong(r->form, "body", why);
	if (*p.signup_due && *p.change && strcmp(p.change, "replace"))
		form_wrong(r->form, "signup_due", "Văn bản sửa đổi, đính chính, thu hồi không có ai đăng ký tham gia: để trống hạn này");
	plan_overtaken(r, old);
	if (form_faults(r->form))
		return show_edit(r, 422, &p, false);
	if (!strcmp(form_get(r->form, "do"), "look"))
		return show_edit(r, 200, &p, true);
	changed_form(r, fields, old, &p);
	plan_save(r->db, r->mem, &p);
	plan_put_bases(r->db, p.id, bases);
	audit(r, "plan.change", p.id);
	said(r, "Đã lưu dự thảo");
	return go(r, plan_path(r, p.id, strcmp(form_get(r->form, "do"), "next")
	    ? "/edit" : "/criteria"));
}
