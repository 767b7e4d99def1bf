/* report_period.c - periods: the window of the figures, and until when who reports. */

#include <stdlib.h>

#include "cgi-bin/lib/report_page.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/holiday.h"
#include "db/plan_date.h"

static const struct report_word window_kinds[] = {
	{ "month", "Tháng" }, { "quarter", "Quý" }, { "half", "6 tháng" }, { "year", "Năm" }, { 0 }
};

static const struct field period_fields[] = {
	FIELD(report_period, name, "Tên kỳ", .max = 120),
	FIELD(report_period, window_from, "Số liệu từ ngày", .kind = DAY),
	FIELD(report_period, window_to, "Số liệu đến ngày", .kind = DAY),
	FIELD(report_period, opens, "Mở nhập từ ngày", .kind = DAY),
	FIELD(report_period, source, "Văn bản công nhận số chính thức", .optional = true, .max = 200),
	{ 0 }
};

static const char *
due_field(struct req *r, const struct report_due *d)
{
	return mem_printf(r->mem, "due_%s", d->kind);
}

/* The kinds of those who report are those of the window's last day. */
static struct report_due *
dues_of(struct req *r, int64_t period, const char *window_to)
{
	return report_dues(r->db, r->mem, period, text_is_day(window_to) ? window_to : r->today,
	    r->lang);
}

/* What is proposed for a new period: its due date, and the kinds of unit that it is for. */
struct proposal {
	const char *due, *kinds;
};
static const struct proposal no_proposal = { "", "" };

static void
show_dues(struct req *r, const struct report_period *p, const struct proposal *new)
{
	int64_t period = p->id;

	for (struct report_due *d = dues_of(r, period, p->window_to); d; d = d->next) {
		const char *field = due_field(r, d), *fault = form_fault(r->form, field);
		if (*d->ended && !*d->due_date && !*form_get(r->form, field))
			continue;
		struct view *v = view_add(r->view, "DUE");
		view_text(v, "field", field);
		view_text(v, "label", d->label);
		view_text(v, "value", form_typed(r->form, field, text_of_day(r->mem, *d->due_date ? d->due_date
		    : !period && report_has_kind(new->kinds, d->kind) ? new->due : "")));
		view_text(v, "invalid", fault ? "true" : "false");
		if (!form_sent(r->form, field) && strcmp(d->due_date, d->last_day))
			view_text(view_add(v, "SHIFTED"), "shifted", due_words(r, d->due_date,
			    d->last_day, d->holiday));
		if (fault)
			view_text(view_add(v, "FAULTY"), "why", fault);
	}
}

/* The date of a plan that was taken along to a new period of this form, NULL none.  *wrong: one
 * was, and it is none of his from which such a period is opened. */
static struct plan_date *
date_asked(struct req *r, const struct report_form *f, bool *wrong)
{
	int64_t id = strtoll(form_get(r->form, "plan_date"), NULL, 10);
	struct plan_date *d = id ? plan_date_get(r->db, r->mem, id, r->lang) : NULL;
	struct plan *p = d ? plan_get(r->db, r->mem, d->plan, r->lang) : NULL;

	*wrong = id && (!p || !p->stands || p->unit != f->unit || !d->is.period
	    || !may_here(r, "plan.date", p->unit));
	return *wrong ? NULL : d;
}

static bool
remains(struct req *r, const struct plan_date *date)
{
	struct plan *p = plan_get(r->db, r->mem, date->plan, r->lang);

	return p && plan_remains(p, r->today);
}

static void
show_date(struct req *r, const struct plan_date *date)
{
	struct view *v = view_add(r->view, "OF_DATE");

	view_int(v, "plan_date", date->id);
	view_text(v, "date_path", mem_printf(r->mem, "/plan/%lld/date", (long long)date->plan));
	view_text(v, "date_name", mem_printf(r->mem, "%s, %s", date->is.label,
	    text_of_day(r->mem, date->day)));
}

static int
show_period(struct req *r, int status, const struct report_form *f,
    const struct report_period *p, const struct proposal *new)
{
	const char *kind = form_get(r->form, "of");

	title(r, p->id && *p->name ? p->name : tr(r->lang, "Thêm kỳ báo cáo"));
	report_form_crumbs(r, f);
	form_open(r, r->view, p->id ? mem_printf(r->mem, "/report/period/%lld", (long long)p->id)
	    : report_form_path(r, f->id, "/period"));
	form_show(r->form, r->view, r->lang, period_fields, p);
	show_dues(r, p, new);
	if (!p->id) {
		struct view *v = view_add(r->view, "PROPOSE");
		view_text(v, "propose_path", report_form_path(r, f->id, "/period"));
		report_show_words(r, v, "WINDOW", window_kinds, *kind ? kind : "quarter");
		view_text(v, "year", *form_get(r->form, "year") ? form_get(r->form, "year")
		    : mem_copy(r->mem, r->today, 4));
		view_text(v, "n", *form_get(r->form, "n") ? form_get(r->form, "n") : "1");
	} else {
		struct view *v = view_add(r->view, "FOLLOW");
		view_text(v, "totals_path", mem_printf(r->mem, "/report/period/%lld/totals",
		    (long long)p->id));
		view_text(v, "late_path", mem_printf(r->mem, "/report/period/%lld/late",
		    (long long)p->id));
	}
	if (p->plan) {
		struct view *v = view_add(r->view, "FROM_DATE");
		view_text(v, "date_path", mem_printf(r->mem, "/plan/%lld/date", (long long)p->plan));
		if (p->asked)
			view_text(view_add(v, "SOME"), "asked", number(r, p->asked, 0));
	}
	return show(r, status, "report_period");
}

/* What the plan and the date say already: due then, of the units that were sent the plan. */
static int
show_of_date(struct req *r, const struct report_form *f, const struct plan_date *date)
{
	struct plan *of = plan_get(r->db, r->mem, date->plan, r->lang);
	struct report_period *last = report_form_periods(r->db, r->mem, f->id);
	const char *to = plan_date_to(r->mem, date), *kinds = "", *from, *opens;

	if (!of)
		return 404;
	from = last ? text_day_add(r->mem, last->window_to, 1) : plan_date_from(r->mem, of, to);
	opens = text_day_add(r->mem, to, -7);
	for (struct plan_acting *u = plan_acting(r->db, r->mem, of->id, to, r->today); u; u = u->next)
		if (!report_has_kind(kinds, u->kind))
			kinds = mem_printf(r->mem, "%s%s%s", kinds, *kinds ? " " : "", u->kind);
	show_date(r, date);
	return show_period(r, 200, f, &(struct report_period){ .name = plan_brief(r->mem, date->text, 100), .window_to = to,
	    .window_from = from && strcmp(from, to) <= 0 ? from : to, .opens = opens ? opens : to,
	    .source = "" }, &(struct proposal){ date->day, *kinds ? kinds : "commune" });
}

/* ?of=quarter&year=2026&n=3 proposes the window that Decree 09/2019 sets; ?plan_date= takes a
 * date of a plan along. */
int
report_period_add_page(struct req *r)
{
	struct report_form *f = report_form_here(r, r->id);
	struct report_period p = { .name = "", .window_from = "", .window_to = "", .opens = "",
	    .source = "" };
	struct report_window w;
	struct plan_date *date;
	const char *due = "";
	bool wrong;

	if (!f)
		return 404;
	date = date_asked(r, f, &wrong);
	if (wrong)
		return 404;
	if (date && date->period)
		return go(r, mem_printf(r->mem, "/report/period/%lld", (long long)date->period));
	if (date && !*form_get(r->form, "of"))
		return show_of_date(r, f, date);
	if (date)
		show_date(r, date);
	if (*form_get(r->form, "of")) {
		if (report_window(r->mem, form_get(r->form, "of"),
		    strtoll(form_get(r->form, "year"), NULL, 10),
		    strtoll(form_get(r->form, "n"), NULL, 10), &w)) {
			p.name = w.name, p.window_from = w.from, p.window_to = w.to;
			p.opens = w.opens, due = w.due;
		} else {
			form_wrong_at(r->form, "n", tr(r->lang, "Kỳ thứ"), tr(r->lang,
			    "Không có kỳ đó: tháng 1 đến 12, quý 1 đến 4, 6 tháng 1 hoặc 2;"
			    " năm từ 2000 đến 2100"));
			return show_period(r, 422, f, &p, &no_proposal);
		}
	}
	return show_period(r, 200, f, &p, &(struct proposal){ due, "commune" });
}

static int
period_json(struct req *r, const struct report_period *p)
{
	struct json *j = json_new(r), *list;

	json_int(j, "id", p->id);
	json_text(j, "name", p->name);
	json_text(j, "window_from", p->window_from);
	json_text(j, "window_to", p->window_to);
	json_text(j, "opens", p->opens);
	json_text(j, "source", *p->source ? p->source : NULL);
	list = json_list(j, "due");
	for (struct report_due *d = dues_of(r, p->id, p->window_to); d; d = d->next)
		if (*d->due_date) {
			struct json *one = json_record(list, NULL);
			json_text(one, "kind", d->kind);
			json_text(one, "due", d->due_date);
			json_text(one, "last_day", d->last_day);
		}
	return json_show(r, j);
}

int
report_period_page(struct req *r)
{
	struct report_period *p = report_period_get(r->db, r->mem, r->id);
	struct report_form *f = p ? report_form_here(r, p->form) : NULL;

	if (!f)
		return 404;
	return r->face ? period_json(r, p) : show_period(r, 200, f, p, &no_proposal);
}

/* The due dates that were typed, into the list; true if one is there at all. */
static bool
read_dues(struct req *r, const struct report_form *f, const struct report_period *p,
    struct report_due *list)
{
	bool any = false;

	for (struct report_due *d = list; d; d = d->next) {
		const char *field = due_field(r, d), *typed = form_get(r->form, field);
		const char *day = *typed ? text_day(r->mem, typed) : "", *why = NULL;
		if (!day)
			why = "Ngày viết sai hoặc không có trong lịch: viết như 26/9/2017";
		else if (*day && strcmp(f->kind, "adhoc")
		    && !workday_between(r->db, r->mem, p->window_to, day))
			why = "Giữa ngày chốt số liệu và hạn gửi phải có ít nhất 1 ngày làm việc: lùi hạn lại";
		else if (*day && strcmp(day, p->opens) < 0)
			why = "Hạn gửi ở trước ngày mở nhập: sửa một trong hai ngày";
		else if (!*day && *d->due_date && d->begun)
			why = "Đã có đơn vị loại này nhập báo cáo nên không bỏ hạn được";
		if (why)
			form_wrong_at(r->form, field, d->label, tr(r->lang, why));
		else if (*day && *d->ended && !*d->due_date)
			form_wrong_at(r->form, field, d->label, tr_with(r->mem, r->lang,
			    "Loại này chỉ dùng đến hết ngày {1}, trước ngày chốt số liệu: để trống hạn",
			    text_of_day(r->mem, d->ended), NULL, NULL));
		d->due_date = day ? day : "";
		any |= *d->due_date;
	}
	return any;
}

static int
put_period(struct req *r, struct report_form *f, const struct report_period *old,
    const struct plan_date *date)
{
	struct report_period p = { .id = old->id, .form = f->id, .plan_date = date ? date->id : 0,
	    .plan = old->plan, .asked = old->asked };
	bool read = form_read(r->form, r->mem, period_fields, &p);
	struct report_due *dues = dues_of(r, old->id, p.window_to),
	    *was = dues_of(r, old->id, p.window_to);

	if (!dues || !was)
		return 404;	/* the look-up failed: there are kinds of unit */
	if (read) {
		if (strcmp(p.window_to, p.window_from) < 0)
			form_wrong(r->form, "window_to", "Ngày cuối ở trước ngày đầu: sửa một trong hai ngày");
		if (report_window_taken(r->db, f->id, p.window_from, p.window_to, p.id))
			form_wrong(r->form, "window_from", "Mẫu này đã có kỳ với thời gian số liệu đó");
		if (p.id && f->sent && (strcmp(p.window_from, old->window_from)
		    || strcmp(p.window_to, old->window_to)) && report_period_is_sent(r->db, p.id))
			form_wrong(r->form, "window_from", "Đã có báo cáo gửi trong kỳ này nên thời gian"
			    " số liệu không đổi được: thêm kỳ mới");
		if (!read_dues(r, f, &p, dues))
			form_wrong_at(r->form, due_field(r, dues), tr(r->lang, "Hạn gửi"),
			    tr(r->lang, "Cần hạn gửi của ít nhất một loại đơn vị"));
	}
	if (date && date->period)
		form_wrong_away(r->form, "plan_date", tr(r->lang, "Mốc của kế hoạch"), tr(r->lang,
		    "Đã lập kỳ báo cáo từ mốc này rồi, không lập lần nữa: mở kỳ ấy ở trang Các mốc thời gian của kế hoạch"));
	else if (date && (*date->done || !remains(r, date)))
		form_wrong_away(r->form, "plan_date", tr(r->lang, "Mốc của kế hoạch"), tr(r->lang,
		    "Kế hoạch của mốc đã bị thay thế, thu hồi, hoặc mốc đã ghi là xong: xem lại ở trang Các mốc thời gian, hoặc thêm kỳ không theo mốc ở trang của mẫu"));
	if (form_faults(r->form)) {
		if (date)
			show_date(r, date);
		return show_period(r, 422, f, &p, &no_proposal);
	}
	if (p.id)
		report_period_change(r->db, &p);
	else
		p.id = report_period_add(r->db, &p);
	for (struct report_due *d = dues; d; d = d->next, was = was->next) {
		report_due_put(r->db, p.id, d->kind, d->due_date);
		changed(r, due_field(r, d), was->due_date, d->due_date);
	}
	changed_form(r, period_fields, old, &p);
	audit(r, old->id ? "report_period.change" : "report_period.add", p.id);
	said_with(r, old->id ? "Đã lưu kỳ {1}" : "Đã thêm kỳ {1}", p.name, NULL);
	return go(r, report_form_path(r, f->id, ""));
}

int
report_period_new(struct req *r)
{
	struct report_form *f = report_form_here(r, r->id);
	bool wrong = true;
	struct plan_date *date = f ? date_asked(r, f, &wrong) : NULL;

	if (wrong)
		return 404;
	if (!report_form_sections(r->db, r->mem, f->id))
		form_wrong(r->form, "name", "Mẫu chưa có phần nào: thêm phần trước rồi mới mở kỳ");
	return put_period(r, f, &(struct report_period){ .name = "", .window_from = "",
	    .window_to = "", .opens = "", .source = "" }, date);
}

int
report_period_save(struct req *r)
{
	struct report_period *p = report_period_get(r->db, r->mem, r->id);
	struct report_form *f = p ? report_form_here(r, p->form) : NULL;

	return f ? put_period(r, f, p, NULL) : 404;
}
