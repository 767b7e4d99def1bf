/* plan_date_open.c - what is opened from a plan's date, once: a round of evaluation and a period of
 * a periodic form by their own pages, which take the date along; a review report by a ready
 * request, with one press. */

#include "cgi-bin/lib/plan_date_page.h"

#include "cgi-bin/lib/plan_text.h"
#include "db/report_form.h"

/* A request cannot be taken back: it is not sent by mistake years before. */
static bool
is_early(struct req *r, const struct plan_date *d)
{
	return text_days(r->today, d->day) > d->is.ask_days;
}

static void
show_opened(struct view *done, const char *path, const char *name)
{
	struct view *v = view_add(done, "OPENED");

	view_text(v, "path", path);
	view_text(v, "name", name);
}

void
plan_date_show_state(struct req *r, struct view *row, const struct plan *p, const struct plan_date *d)
{
	if (!d->over) {
		if (strcmp(d->last_day, r->today) < 0)
			view_add(row, "PAST");
		return;
	}
	struct view *v = view_add(row, "DONE");
	if (*d->done)
		view_text(view_add(v, "ON"), "on", text_of_day(r->mem, d->done));
	else
		view_add(v, "MADE");
	if (!r->who.id)
		return;
	if (d->round && may_here(r, "evaluation.design", p->unit))
		show_opened(v, mem_printf(r->mem, "/evaluation/round/%lld", (long long)d->round),
		    d->round_name);
	if (d->period && may_here(r, "report.design", p->unit))
		show_opened(v, mem_printf(r->mem, "/report/period/%lld", (long long)d->period),
		    d->period_name);
}

static int64_t
count(const struct plan_acting *u)
{
	int64_t n = 0;

	for (; u; u = u->next)
		n++;
	return n;
}

static void
offer_request(struct req *r, struct view *row, const struct plan *p, const struct plan_date *d)
{
	int64_t n = count(plan_acting(r->db, r->mem, p->id, plan_date_to(r->mem, d), r->today));
	struct view *v = view_add(row, "ASK");
	bool early = is_early(r, d);

	if (strcmp(d->last_day, r->today) < 0 || early || !n) {
		view_text(view_add(v, "CANNOT"), "why", tr_with(r->mem, r->lang,
		    !n ? "Không gửi yêu cầu {1} được: kế hoạch chưa gửi tới đơn vị nào để thực hiện, hoặc đơn vị ấy nay không còn."
		    : early ? "Từ ngày {2} mới gửi được yêu cầu {1}."
		    : "Chưa gửi yêu cầu {1}; ngày đã qua: sửa ngày rồi gửi.", d->is.asks,
		    early ? text_of_day(r->mem, text_day_add(r->mem, d->day, -d->is.ask_days)) : "", NULL));
		return;
	}
	v = view_add(v, "CAN");
	form_open(r, v, plan_path(r, p->id, mem_printf(r->mem, "/date/%lld/request", (long long)d->id)));
	show_edition(r, v, "", d->edition);
	view_text(v, "label", tr_with(r->mem, r->lang, "Gửi yêu cầu {1}", d->is.asks, NULL, NULL));
	view_text(v, "whom", tr_with(r->mem, r->lang, "{1} đơn vị nhận kế hoạch để thực hiện, hạn {2}",
	    number(r, n, 0), text_of_day(r->mem, d->last_day), NULL));
}

void
plan_date_offer(struct req *r, struct view *row, const struct plan *p, const struct plan_date *d,
    bool evaluated)
{
	struct plan_choice *forms;

	if (!plan_remains(p, r->today) || *d->done)
		return;
	if (*d->is.round && !d->round && may_here(r, "evaluation.design", p->unit)) {
		if (evaluated)
			view_text(view_add(row, "ROUND"), "round_path", mem_printf(r->mem,
			    "/evaluation/add?plan_date=%lld", (long long)d->id));
		else
			view_add(row, "NO_CRITERIA");
	}
	if (d->period || !may_here(r, "report.design", p->unit))
		return;
	if (*d->is.asks)
		offer_request(r, row, p, d);
	if (!d->is.period)
		return;
	forms = plan_date_forms(r->db, r->mem, p->id);
	if (!forms)
		view_add(row, "NO_FORM");
	for (struct plan_choice *f = forms; f; f = f->next) {
		struct view *v = view_add(row, "PERIOD");
		view_text(v, "period_path", mem_printf(r->mem, "/report/form/%s/period?plan_date=%lld",
		    f->value, (long long)d->id));
		view_text(v, "form_name", f->label);
	}
}

/* ---- the ready request ---- */

/* Why it cannot be sent, ready-made; NULL if it can. */
static const char *
why_not(struct req *r, const struct plan_date *d, const struct plan_acting *units,
    const struct plan_date_section *sections)
{
	return d->period ? tr(r->lang, "Đã gửi yêu cầu báo cáo từ mốc này rồi: không gửi lần nữa")
	    : *d->done ? tr(r->lang, "Mốc này đã ghi là xong: muốn gửi yêu cầu thì sửa mốc, để trống ngày xong")
	    : strcmp(d->last_day, r->today) < 0 ? tr(r->lang, "Ngày của mốc đã qua: sửa ngày rồi gửi yêu cầu")
	    : is_early(r, d) ? tr_with(r->mem, r->lang, "Còn hơn {1} ngày mới đến mốc: gửi yêu cầu khi gần hơn",
		number(r, d->is.ask_days, 0), NULL, NULL)
	    : !units ? tr(r->lang, "Kế hoạch chưa gửi tới đơn vị nào để thực hiện, hoặc đơn vị ấy nay không còn, nên không có ai để hỏi: lập kỳ báo cáo ở trang Mẫu và kỳ báo cáo")
	    : !sections ? tr(r->lang, "Hệ thống không có đề cương báo cáo nào còn dùng: lập mẫu ở trang Mẫu và kỳ báo cáo")
	    : NULL;
}

/* Its form, with the sections of today. */
static int64_t
make_form(struct req *r, const struct plan *p, const struct plan_date *vi,
    const struct plan_date_section *sections)
{
	const char *of = *p->number ? mem_printf(r->mem, "%s %s", tr("vi", "Kế hoạch"), p->number)
	    : plan_brief(r->mem, p->subject, 120);
	struct report_form f = { .unit = p->unit, .kind = "thematic",
	    .name = mem_printf(r->mem, "%s: %s", plan_capital(r->mem, vi->is.asks), of),
	    .document = *vi->anchor ? mem_printf(r->mem, "%s, %s", of, cited_in(r->mem, "vi", vi->anchor)) : of };

	f.id = report_form_add(r->db, &f);
	changed(r, "name", "", f.name);
	changed(r, "kind", "", f.kind);
	changed(r, "document", "", f.document);
	audit(r, "report_form.add", f.id);
	for (; sections; sections = sections->next) {
		int64_t id = report_section_add(r->db, r->mem, &(struct report_section_form){ .form = f.id,
		    .plan = p->id, .title = sections->title, .hint = sections->hint, .kind = "text", .kinds = "" });
		changed(r, "title", "", sections->title);
		changed(r, "hint", "", sections->hint);
		audit(r, "report_section.add", id);
	}
	return f.id;
}

/* Its period: due on the date, for those units alone. */
static void
make_period(struct req *r, const struct plan *p, const struct plan_date *vi, int64_t form,
    const struct plan_acting *units)
{
	const char *to = plan_date_to(r->mem, vi), *kind = "";
	struct report_period e = { .form = form, .window_from = plan_date_from(r->mem, p, to),
	    .window_to = to, .opens = r->today, .source = "", .plan_date = vi->id,
	    .name = tr_with(r->mem, "vi", "{1} đến ngày {2}", vi->is.label, text_of_day(r->mem, to), NULL) };

	e.id = report_period_add(r->db, &e);
	for (const struct plan_acting *u = units; u; u = u->next)
		report_period_ask(r->db, e.id, u->unit);
	for (; units; units = units->next) {
		const char *due_field = mem_printf(r->mem, "due_%s", units->kind);
		if (!strcmp(units->kind, kind))
			continue;
		kind = units->kind;
		report_due_put(r->db, e.id, kind, vi->day);
		changed(r, due_field, "", vi->day);
	}
	changed(r, "name", "", e.name);
	changed(r, "window_from", "", e.window_from);
	changed(r, "window_to", "", e.window_to);
	changed(r, "opens", "", e.opens);
	audit(r, "report_period.add", e.id);
}

int
plan_date_request(struct req *r)
{
	struct plan *p = plan_date_kept(r);
	struct plan_date *d = plan_date_here(r, p);

	if (!d || !*d->is.asks || !may_here(r, "report.design", p->unit))
		return 404;
	if (!plan_remains(p, r->today))
		return 409;
	struct plan_acting *units = plan_acting(r->db, r->mem, p->id, plan_date_to(r->mem, d), r->today);
	struct plan_date_section *sections = plan_date_sections(r->db, r->mem, r->today);
	const char *why = why_not(r, d, units, sections);
	/* what it makes is Vietnamese, whoever presses */
	struct plan_date *vi = plan_date_get(r->db, r->mem, d->id, "vi");
	if (why)
		form_wrong_away(r->form, "request", tr_with(r->mem, r->lang, "Gửi yêu cầu {1}", d->is.asks, NULL,
		    NULL), why);
	is_old(r, d->edition, tr(r->lang, "Mốc này vừa được sửa: xem lại rồi bấm lại"));
	if (form_faults(r->form))
		return plan_date_show(r, 422, p);
	if (!vi)
		return 404;	/* the look-up failed */
	make_period(r, p, vi, make_form(r, p, vi, sections), units);
	int64_t n = count(units);
	changed(r, "units", "", mem_printf(r->mem, "%lld", (long long)n));
	changed(r, "plan_date", "", mem_printf(r->mem, "%s, %s", vi->is.label, text_of_day(r->mem, vi->day)));
	audit(r, "plan.date_request", p->id);
	said_with(r, "Đã gửi yêu cầu {1} tới {2} đơn vị", d->is.asks, number(r, n, 0));
	return go(r, plan_path(r, p->id, "/date"));
}
