/* plan_receipt.c - a plan on paper: the list that is signed on receipt, and what came back
 * signed, entered by the standing body. */

#include "cgi-bin/lib/plan_change_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/blank.h"
#include "cgi-bin/lib/plan_archive.h"
#include "db/plan_receipt.h"
#include "db/unit.h"

void
plan_show_funnel(struct req *r, struct view *in, const struct plan *p)
{
	struct plan_funnel n = plan_funnel(r->db, p->id);
	struct view *v = n.sent ? view_add(in, "FUNNEL") : NULL;

	if (!v)
		return;
	view_text(v, "sent", number(r, n.sent, 0));
	view_text(v, "opened", number(r, n.opened, 0));
	view_text(v, "acknowledged", number(r, n.acknowledged, 0));
	if (plan_is_own(p))
		view_text(view_add(v, "JOINED"), "joined", number(r, n.joined, 0));
	if (n.paper)
		view_text(view_add(v, "ON_PAPER"), "paper", number(r, n.paper, 0));
}

static const struct column columns[] = {
	{ "to",      "Nơi nhận bản giấy", CELL_TEXT, true },
	{ "name",    "Người nhận",        CELL_TEXT, true },
	{ "day",     "Ngày nhận",         CELL_DAY,  true },
	{ "line",    "Dòng nơi nhận",     CELL_TEXT, false },
	{ "contact", "Người liên hệ",     CELL_TEXT, false },
	{ "phone",   "Điện thoại",        CELL_CODE, false },
	{ 0 }
};

struct receipt {
	const char *name, *day;
};

static const struct field fields[] = {
	FIELD(receipt, name, "Người nhận", LINE, .max = 200),
	FIELD(receipt, day, "Ngày nhận", DAY),
	{ 0 }
};

static const char *
called(const struct plan_receipt *x)
{
	return x->unit ? x->unit_name : x->text;
}

/* The plan, if it stands and its distribution is his to follow. */
static struct plan *
followed(struct req *r)
{
	struct plan *p = plan_seen(r);

	return p && p->stands && may_here(r, "plan.follow", p->unit) ? p : NULL;
}

static void
name_page(struct req *r, const struct plan *p)
{
	title(r, tr(r->lang, "Ký nhận bản giấy"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	view_text(r->view, "subject", p->subject);
}

/* What is entered, in the row where it was wrong as it was typed. */
static void
show_entry(struct req *r, struct view *row, const struct plan *p, const struct plan_receipt *x,
    const char *key, bool wrong)
{
	struct view *v = view_add(row, "ENTER");
	const char *faults[] = { form_fault(r->form, "name"), form_fault(r->form, "day") };

	form_open(r, v, plan_path(r, p->id, "/receipt"));
	view_text(v, "row", wrong ? "" : mem_printf(r->mem, "-%s", key));
	view_text(v, "key", key);
	view_text(v, "to", called(x));
	view_text(v, "name", wrong ? form_get(r->form, "name") : x->name);
	view_text(v, "day", wrong ? form_get(r->form, "day") : text_of_day(r->mem, x->day));
	view_text(v, "name_invalid", wrong && faults[0] ? "true" : "false");
	view_text(v, "day_invalid", wrong && faults[1] ? "true" : "false");
	for (int i = 0; wrong && i < 2; i++)
		if (faults[i])
			view_text(view_add(v, i ? "WRONG_DAY" : "WRONG_NAME"), "why", tr(r->lang, faults[i]));
	if (wrong)
		view_add(v, "OPEN");
	view_add(v, *x->day ? "AGAIN" : "FIRST");
}

static void
show_row(struct req *r, struct view *list, const struct plan *p, const struct plan_receipt *x,
    bool enters)
{
	struct view *v = view_add(list, "ROW");
	const char *key = mem_printf(r->mem, "%lld.%lld", (long long)x->recipient, (long long)x->unit);
	bool wrong = form_faults(r->form) && !strcmp(form_get(r->form, "of"), key);

	view_text(v, "to", called(x));
	if (x->unit)
		view_text(view_add(v, "LINE"), "line", x->text);
	if (*x->day) {
		struct view *done = view_add(v, "RECEIVED");
		view_text(done, "name", x->name);
		view_date(done, "day", x->day);
		view_text(done, "entered_by", x->entered_by);
	} else {
		view_add(v, "NOT_YET");
	}
	view_text(v, "contact", *x->contact ? x->contact : tr(r->lang, "chưa có"));
	view_text(v, "phone", x->phone);
	if (enters)
		show_entry(r, v, p, x, key, wrong);
}

static int
show_list(struct req *r, int status, const struct plan *p)
{
	bool enters = may_here(r, "plan.record", p->unit);
	int64_t total;
	const char *state = form_get(r->form, "state");
	struct plan_receipt_ask ask = { .plan = p->id, .day = r->today, .state = state,
	    .sort = table_sort(r, columns, 0), .limit = table_limit(r), .skip = table_skip(r) };
	struct plan_receipt *x = plan_receipts(r->db, r->mem, &ask, &total);

	name_page(r, p);
	form_option(r->view, "STATE", "", tr(r->lang, "tất cả"), state);
	form_option(r->view, "STATE", "open", tr(r->lang, "chưa ký nhận"), state);
	form_option(r->view, "STATE", "done", tr(r->lang, "đã ký nhận"), state);
	form_show_faults(r->form, r->view, r->lang, fields);
	if (!x)
		view_text(view_add(r->view, "EMPTY"), "why", tr(r->lang, !strcmp(state, "done")
		    ? "Chưa ghi ký nhận bản giấy nào." : !strcmp(state, "open")
		    ? "Không còn nơi nhận bản giấy nào chưa ký nhận."
		    : "Không có nơi nhận bản giấy: mọi đơn vị đã gửi đều có người dùng trên cổng."));
	struct view *list = x ? view_add(r->view, "LIST") : NULL;
	if (list) {
		view_text(list, "total", number(r, total, 0));
		table_heads(r, list, "HEADS", (const struct column[]){ columns[0], columns[1], { 0 } });
		table_pager(r, list, "PAGER", total);
		table_faces(r, list);
		if (enters)
			view_add(list, "ENTERS");
	}
	for (; x; x = x->next)
		show_row(r, list, p, x, enters);
	return show(r, status, "plan_receipt");
}

int
plan_receipt_list(struct req *r)
{
	struct plan *p = followed(r);
	int64_t total;

	if (!p)
		return 404;
	if (!r->face)
		return show_list(r, 200, p);
	struct table *t = table_new(r, "Ký nhận bản giấy", columns);
	struct plan_receipt_ask ask = { .plan = p->id, .day = r->today, .state = form_get(r->form, "state"),
	    .sort = table_sort(r, columns, 0), .limit = table_limit(r), .skip = table_skip(r) };
	for (struct plan_receipt *x = plan_receipts(r->db, r->mem, &ask, &total); x; x = x->next) {
		table_row(t, NULL);
		table_text(t, called(x));
		if (*x->name)
			table_text(t, x->name);
		else
			table_nothing(t, "chưa ký nhận");
		table_day(t, x->day);
		table_text(t, x->text);
		table_text(t, x->contact);
		table_text(t, x->phone);
	}
	return table_show(r, 200, "plan_receipt", t, total, "");
}

/* "12.0" the line 12, "12.7" its unit 7. */
int
plan_receipt_save(struct req *r)
{
	struct plan *p = followed(r);
	struct receipt typed = { "", "" };
	char *rest;
	int64_t line = strtoll(form_get(r->form, "of"), &rest, 10);
	int64_t unit = *rest == '.' ? strtoll(rest + 1, NULL, 10) : 0;

	if (!p || !may_here(r, "plan.record", p->unit))
		return 404;
	struct plan_receipt *old = plan_receipt_get(r->db, r->mem, p->id, line, unit, r->today), new;
	if (!old)
		return 404;
	form_read(r->form, r->mem, fields, &typed);
	if (text_is_day(typed.day) && strcmp(typed.day, r->today) > 0)
		form_wrong(r->form, "day", "Ngày nhận chưa đến: ghi ngày trên giấy ký nhận, hôm nay hoặc trước đó");
	else if (text_is_day(typed.day) && *p->date && strcmp(typed.day, p->date) < 0)
		form_wrong(r->form, "day", "Ngày nhận trước ngày ban hành: xem lại ngày trên giấy ký nhận");
	if (form_faults(r->form))
		return show_list(r, 422, p);
	new = *old;
	new.name = typed.name, new.day = typed.day;
	plan_put_receipt(r->db, p->id, &new, r->who.id, r->now);
	changed(r, unit ? "unit" : "recipients", "", called(old));
	changed(r, "received_by", old->name, new.name);
	changed(r, "received_on", old->day, new.day);
	audit(r, "plan.receipt", p->id);
	said_with(r, "Đã ghi {1} ký nhận bản giấy ngày {2}", called(old), text_of_day(r->mem, new.day));
	return go(r, plan_path(r, p->id, "/receipt"));
}

/* Over all lines, the archive's too; "" where nobody said. */
static const char *
copies_text(struct req *r, const struct plan *p)
{
	int64_t unsaid, sum = plan_copies_sum(r->mem, plan_recipients(r->db, r->mem, p->id, r->today, r->lang),
	    &unsaid);

	return !sum ? "" : !unsaid ? number(r, sum, 0) : tr_with(r->mem, r->lang,
	    "{1} (còn {2} dòng nơi nhận chưa ghi số bản)", number(r, sum, 0), number(r, unsaid, 0), NULL);
}

/* To be signed on receipt: what was signed already stands there. */
int
plan_receipt_print(struct req *r)
{
	struct plan *p = followed(r);
	const char *const heads[] = { tr(r->lang, "Nơi nhận bản giấy"), tr(r->lang, "Số bản"), tr(r->lang, "Người nhận"),
	    tr(r->lang, "Ngày nhận"), tr(r->lang, "Ký tên"), NULL };
	struct plan_receipt_ask ask = { .state = "", .limit = -1 };
	int64_t total;

	if (!p)
		return 404;
	ask.plan = p->id, ask.day = r->today;
	blank_open(r, *p->issuer ? p->issuer : unit_issuer(r->db, r->mem, p->unit, *p->date ? p->date : r->today),
	    tr(r->lang, "Danh sách ký nhận văn bản"), mem_printf(r->mem, "%s: %s", plan_full_name(r->mem, p), p->subject));
	struct view *t = blank_table(r, tr(r->lang, "Ký nhận bản giấy"), heads);
	for (struct plan_receipt *x = plan_receipts(r->db, r->mem, &ask, &total); x; x = x->next) {
		const char *day = text_of_day(r->mem, x->day);
		const char *copies = !x->copies ? "" : !x->unit ? number(r, x->copies, 0)
		    : tr_with(r->mem, r->lang, "cả dòng {1}", number(r, x->copies, 0), NULL, NULL);
		blank_row(t, heads, (const char *const[]){ called(x), copies,
		    x->name, day, "", NULL });
	}
	blank_ask(r, tr(r->lang, "Cộng số bản phải in, kể cả bản lưu"), copies_text(r, p));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	crumb(r, tr(r->lang, "Ký nhận bản giấy"), plan_path(r, p->id, "/receipt"));
	return blank_show(r);
}
