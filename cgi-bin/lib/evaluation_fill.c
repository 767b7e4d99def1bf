/* evaluation_fill.c - a criterion fills itself from reports, targets and days, and says
 * how. */

#include "cgi-bin/lib/evaluation_page.h"

#include <stdlib.h>
#include <string.h>


struct at {
	struct req *r;
	const struct evaluation *e;
	const struct evaluation_rule *u;
	const char *lang;
	int64_t points;
};

static const char *
num(const struct at *a, int64_t n)
{
	return text_of_number(a->r->mem, n, 2, false, a->lang);
}

static const char *
say(const struct at *a, const char *vi, const char *one, const char *two, const char *three)
{
	return tr_with(a->r->mem, a->lang, vi, one, two, three);
}

static const char *
join(const struct at *a, const char *left, const char *right)
{
	return mem_printf(a->r->mem, "%s%s", left, right);
}

static const char *
day(const struct at *a, const char *iso)
{
	return text_of_day(a->r->mem, iso);
}

static const char *
verdict(const struct at *a, const struct score *s)
{
	return tr(a->lang, s->is == SCORE_REACHED ? ": đạt." : ": chưa đạt.");
}

static struct evaluation_fill
unknown(const char *how)
{
	return (struct evaluation_fill){ .score = { .is = SCORE_UNKNOWN }, .how = how };
}

static const char *
figures(const struct at *a)
{
	const char *name = a->u->part_name;

	if (*a->u->plus_name)
		name = mem_printf(a->r->mem, "%s, %s", name, a->u->plus_name);
	if (*a->u->whole_name)
		name = mem_printf(a->r->mem, "%s, %s", name, a->u->whole_name);
	return name;
}

/* A figure is missing: which, until when, and what there is. */
static struct evaluation_fill
lacking(const struct at *a, const char *why, const char *known, int64_t base, int64_t report)
{
	struct evaluation_fill x = unknown(join(a, why,
	    tr(a->lang, " Cổng chưa tính được: tự chấm và ghi rõ căn cứ.")));

	if (*known)
		x.how = join(a, join(a, x.how, " "), known);
	x.lacks = true;
	x.base_report = base;
	x.report = report;
	return x;
}

static struct evaluation_fill
no_base(const struct at *a, const char *known, int64_t report)
{
	return lacking(a, say(a, "Thiếu số đầu kỳ: chưa có báo cáo nào kết thúc đến ngày {2} cho đủ số liệu ({1}).",
	    figures(a), day(a, a->e->base_day), NULL), *known
	    ? say(a, "Số cuối kỳ đã có: {1}.", known, NULL, NULL) : "", 0, report);
}

static struct evaluation_fill
no_end_from(const struct at *a, const char *from, const char *known, int64_t base)
{
	return lacking(a, say(a, "Thiếu số cuối kỳ: chưa có báo cáo nào kết thúc từ {2} đến {3} cho đủ số liệu ({1}).",
	    figures(a), day(a, from), day(a, a->e->window_to)), *known
	    ? say(a, "Số đầu kỳ đã có: {1}.", known, NULL, NULL) : "", base, 0);
}

static struct evaluation_fill
no_end(const struct at *a, const char *known, int64_t base)
{
	return no_end_from(a, a->e->window_from, known, base);
}

/* The report of the end is that of the start, or an earlier one. */
static struct evaluation_fill
no_later(const struct at *a, const char *known, int64_t base)
{
	return lacking(a, say(a, "Thiếu số cuối kỳ: chưa có báo cáo nào sau số đầu kỳ ({1}).",
	    known, NULL, NULL), "", base, 0);
}

/* "Quý III/2026: 214/1.862 = 11,49%" */
static const char *
rate_text(const struct at *a, const struct evaluation_figure *f, int64_t rate)
{
	return mem_printf(a->r->mem, "%s: %s/%s = %s%%", f->period, num(a, f->part),
	    num(a, f->whole), num(a, rate));
}

/* "Quý III/2026: 435" */
static const char *
count_text(const struct at *a, const struct evaluation_figure *f)
{
	return mem_printf(a->r->mem, "%s: %s", f->period, num(a, f->part));
}

static struct evaluation_figure
last(const struct at *a)
{
	return evaluation_figure(a->r->db, a->r->mem, a->e->judged, a->u, a->e->window_from,
	    a->e->window_to);
}

static struct evaluation_figure
first(const struct at *a)
{
	return evaluation_figure(a->r->db, a->r->mem, a->e->judged, a->u, "", a->e->base_day);
}

static struct evaluation_fill
level(const struct at *a)
{
	struct evaluation_figure f = last(a);
	struct evaluation_fill x = { .report = f.report };
	int64_t rate;

	if (!f.has || !score_rate(f.part, f.whole, &rate))
		return no_end(a, "", 0);
	x.score = score_level(rate, a->u->goal, a->u->tolerance, a->points);
	x.how = say(a, "{1}; mức đề ra {2}%", rate_text(a, &f, rate), num(a, a->u->goal), NULL);
	if (a->u->tolerance)
		x.how = join(a, x.how, say(a, " (khoảng, chấp nhận đến {1}%)",
		    num(a, a->u->goal + a->u->tolerance), NULL, NULL));
	x.how = join(a, x.how, say(a, rate == a->u->goal ? ", bằng mức đề ra" : rate < a->u->goal ? ", thấp hơn {1} điểm phần trăm"
	    : ", cao hơn {1} điểm phần trăm", num(a, llabs(rate - a->u->goal)), NULL, NULL));
	x.how = join(a, x.how, verdict(a, &x.score));
	return x;
}

static struct evaluation_fill
fall(const struct at *a)
{
	struct evaluation_figure end = last(a), start = first(a);
	struct evaluation_fill x = { .report = end.report, .base_report = start.report };
	struct score_fall f = { .goal = a->u->goal, .partial = a->u->partial, .points = a->points };

	bool begins = start.has && score_rate(start.part, start.whole, &f.start);
	bool ends = end.has && score_rate(end.part, end.whole, &f.end);
	if (!begins)
		return no_base(a, ends ? rate_text(a, &end, f.end) : "", ends ? end.report : 0);
	if (!ends)
		return no_end(a, rate_text(a, &start, f.start), start.report);
	if (!strcmp(a->u->formula, "F3"))
		f.threshold = a->u->threshold, f.high_goal = a->u->high_goal;
	f.months = score_months(start.to, end.to);
	x.score = score_fall(&f);
	if (x.score.is == SCORE_UNKNOWN)
		return no_later(a, rate_text(a, &start, f.start), start.report);
	x.how = say(a, "Đầu kỳ {1}; nay {2}; ", rate_text(a, &start, f.start),
	    rate_text(a, &end, f.end), NULL);
	if (x.score.is == SCORE_NOT_APPLICABLE) {
		x.how = join(a, x.how, say(a, "đầu kỳ dưới {1}% nên không áp dụng.",
		    num(a, f.threshold), NULL, NULL));
		return x;
	}
	x.how = join(a, x.how, say(a, x.score.value > 0
	    ? "sau {1} tháng, giảm bình quân {2} điểm phần trăm mỗi năm, phải giảm từ {3}" : x.score.value < 0
	    ? "sau {1} tháng, tăng bình quân {2} điểm phần trăm mỗi năm, phải giảm từ {3}"
	    : "sau {1} tháng, không tăng không giảm, mỗi năm phải giảm từ {3} điểm phần trăm",
	    num(a, f.months * 100), num(a, llabs(x.score.value)), num(a, x.score.goal)));
	if (f.threshold && f.start >= f.threshold)
		x.how = join(a, x.how, say(a, " (vì đầu kỳ từ {1}% trở lên)", num(a, f.threshold),
		    NULL, NULL));
	x.how = join(a, x.how, verdict(a, &x.score));
	return x;
}

static struct evaluation_fill
shrink(const struct at *a)
{
	struct evaluation_figure end = last(a), start = first(a);
	struct evaluation_fill x = { .report = end.report, .base_report = start.report };

	if (!start.has)
		return no_base(a, end.has ? count_text(a, &end) : "", end.report);
	if (!end.has)
		return no_end(a, count_text(a, &start), start.report);
	if (end.report == start.report)
		return no_later(a, count_text(a, &start), start.report);
	x.score = score_shrink(start.part, end.part, a->u->goal, a->points);
	if (x.score.is == SCORE_NOT_APPLICABLE) {
		x.how = say(a, "Đầu kỳ ({1}) bằng 0 nên không áp dụng.", start.period, NULL, NULL);
		return x;
	}
	x.how = say(a, "Đầu kỳ ({1}) tổng số {2}, nay ({3}) ", start.period, num(a, start.part),
	    end.period);
	x.how = join(a, x.how, say(a, x.score.value > 0 ? "còn {1}: giảm {2}%, phải giảm trên {3}%"
	    : x.score.value < 0 ? "lên {1}: tăng {2}%, phải giảm trên {3}%"
	    : "vẫn {1}: không tăng không giảm, phải giảm trên {3}%", num(a, end.part),
	    num(a, llabs(x.score.value)), num(a, a->u->goal)));
	x.how = join(a, x.how, verdict(a, &x.score));
	return x;
}

static struct evaluation_fill
lasting(const struct at *a)
{
	const struct evaluation *e = a->e;
	struct evaluation_fill x = { .score = score_lasting(e->exit_day, e->back_day, e->window_to,
	    a->u->goal / 100, a->points) };

	if (x.score.is == SCORE_MISSED)
		x.how = say(a, "Thoát nghèo ngày {1}, tái nghèo ngày {2}: chưa đạt.",
		    day(a, e->exit_day), day(a, e->back_day), NULL);
	else if (!*e->exit_day)
		x.how = tr(a->lang, "Chưa có ngày được công nhận thoát nghèo: chưa đủ điều kiện thời gian, không tính là không đạt.");
	else
		x.how = join(a, say(a, "Thoát nghèo ngày {1}, đến {2} được {3} tháng; ",
		    day(a, e->exit_day), day(a, e->window_to), num(a, x.score.value * 100)),
		    say(a, x.score.is == SCORE_REACHED ? "đủ {1} tháng, không tái nghèo: đạt."
		    : "phải đủ {1} tháng: chưa đủ điều kiện thời gian, không tính là không đạt.",
		    num(a, a->u->goal), NULL, NULL));
	return x;
}

static struct evaluation_fill
target(const struct at *a)
{
	const char *year = mem_copy(a->r->mem, a->e->window_to, 4);
	const char *eve = text_day_add(a->r->mem, a->e->window_from, -1);
	/* The target is that of one year, so its figures are of that year. */
	const char *january = mem_printf(a->r->mem, "%s-01-01", year);
	const char *from = a->u->total && strcmp(january, a->e->window_from) > 0 ? january
	    : a->e->window_from;
	struct evaluation_figure f = (a->u->total ? evaluation_figure_sum : evaluation_figure_of)
	    (a->r->db, a->r->mem, a->e->judged, a->u->part, from, a->e->window_to);
	struct evaluation_figure base = a->u->down && eve ? evaluation_figure_of(a->r->db,
	    a->r->mem, a->e->judged, a->u->part, "", eve) : (struct evaluation_figure){ 0 };
	struct score_target t = { .down = a->u->down, .partial = a->u->partial,
	    .points = a->points, .value = f.part, .base = base.part, .has_base = base.has };
	struct evaluation_fill x = { .report = f.report, .base_report = base.report };
	bool has = f.has && (!f.whole || score_rate(f.part, f.whole, &t.value));

	if (!evaluation_target(a->r->db, a->e->plan, a->e->judged, a->u->part, year, &t.target))
		return lacking(a, say(a, "Đơn vị chưa đăng ký chỉ tiêu {1} cho năm {2}.", a->u->part_name,
		    year, NULL), !has ? "" : say(a, a->u->total ? "Số cuối kỳ đã có: cộng dồn đến {1}."
		    : "Số cuối kỳ đã có: {1}.", f.whole ? rate_text(a, &f, t.value)
		    : count_text(a, &f), NULL, NULL), 0, f.report);
	if (!has)
		return no_end_from(a, from, "", 0);
	if (base.has && base.whole)
		t.has_base = score_rate(base.part, base.whole, &t.base);
	x.score = score_target(&t);
	x.how = say(a, "Chỉ tiêu đăng ký năm {1}: {2} {3}", year, num(a, t.target), a->u->measure);
	if (t.has_base)
		x.how = join(a, x.how, say(a, "; trước đó ({1}) {2}", base.period, num(a, t.base), NULL));
	x.how = join(a, x.how, say(a, a->u->total ? "; thực hiện cộng dồn đến {1}: {2}"
	    : "; thực hiện ({1}): {2}", f.period, num(a, t.value), NULL));
	if (a->u->down && a->u->partial && !t.has_base && x.score.is == SCORE_MISSED)
		x.how = join(a, x.how, say(a, "; không có số trước ngày {1} nên không tính được theo tỷ lệ",
		    day(a, a->e->window_from), NULL, NULL));
	x.how = join(a, x.how, verdict(a, &x.score));
	return x;
}

static struct evaluation_fill
dated(const struct at *a, const char *due, const char *on)
{
	const char *end = due_last(a->r, due);
	struct evaluation_fill x = { .score = score_document(end, on, a->u->off_late, a->points) };
	int64_t late = text_days(end, on);

	x.how = strcmp(end, due) ? say(a, "Hạn {1} là ngày nghỉ nên đến hết {2}", day(a, due),
	    day(a, end), NULL) : say(a, "Hạn {1}", day(a, due), NULL, NULL);
	if (!*on)
		x.how = join(a, x.how, tr(a->lang, ", chưa có: chưa đạt."));
	else
		x.how = join(a, join(a, x.how, say(a, ", thực hiện ngày {1}", day(a, on), NULL, NULL)),
		    late <= 0 ? tr(a->lang, ": đúng hạn.") : say(a, ": muộn {1} ngày.",
		    num(a, late * 100), NULL, NULL));
	return x;
}

/* With where it came from, if the portal holds it. */
static struct evaluation_fill
document(const struct at *a, const struct evaluation_line *l)
{
	struct evaluation_fill x = dated(a, a->u->due_day, l->own.document_day);
	const struct evaluation_paper *p = evaluation_paper_of(evaluation_papers(a->r, a->e, a->lang),
	    l->own.document, l->own.document_day);

	if (p)
		x.how = join(a, x.how, say(a, " Lấy từ cổng: {1}.", p->name, NULL, NULL));
	return x;
}

static struct evaluation_fill
on_time(const struct at *a, const struct evaluation_line *l)
{
	struct req *r = a->r;
	const struct evaluation *e = a->e;
	const char *due, *on;

	if (!strcmp(a->u->source, "document"))
		return *l->own.document_day ? document(a, l)
		    : unknown(say(a, "Hạn {1}. Ghi số và ngày của văn bản để cổng tính; không có văn bản thì tự chấm và ghi rõ lý do.",
		    day(a, a->u->due_day), NULL, NULL));
	if (!strcmp(a->u->source, "signup")) {
		evaluation_signup(r->db, r->mem, e->plan, e->judged, &due, &on);
		if (*due)
			return dated(a, due, on);
		return (struct evaluation_fill){ .score = { .is = SCORE_NOT_APPLICABLE },
		    .how = tr(a->lang, "Kế hoạch không đặt hạn đăng ký nên không áp dụng.") };
	}
	bool tasks = !strcmp(a->u->source, "tasks"), plans = !strcmp(a->u->source, "plans");
	struct evaluation_times t = (tasks ? evaluation_tasks : plans ? evaluation_own_plans
	    : evaluation_reports)(r->db, e->plan, e->judged, e->window_from, e->window_to, r->today);
	struct evaluation_fill x = { .score = score_on_time(t.on_time, t.late, t.missing,
	    a->u->off_late, a->u->off_missing, a->points) };
	if (x.score.is == SCORE_NOT_APPLICABLE)
		x.how = tr(a->lang, plans ? "Kế hoạch này không yêu cầu đơn vị ban hành kế hoạch nào đến hạn trong thời gian đánh giá nên không áp dụng."
		    : tasks ? "Không có nhiệm vụ nào của kế hoạch này đến hạn trong thời gian đánh giá nên không áp dụng."
		    : "Không có báo cáo nào của kế hoạch này đến hạn trong thời gian đánh giá nên không áp dụng.");
	else if (plans)
		x.how = tr(a->lang, t.missing ? "Đơn vị chưa ban hành kế hoạch của mình, đã quá hạn."
		    : t.late ? "Đơn vị ban hành kế hoạch của mình muộn." : "Đơn vị ban hành kế hoạch của mình đúng hạn.");
	else
		x.how = join(a, say(a, tasks ? "{1}/{2} nhiệm vụ gửi đúng hạn" : "{1}/{2} báo cáo gửi đúng hạn", num(a, t.on_time * 100),
		    num(a, (t.on_time + t.late + t.missing) * 100), NULL),
		    say(a, ", {1} gửi muộn, {2} chưa gửi.", num(a, t.late * 100),
		    num(a, t.missing * 100), NULL));
	return x;
}

struct evaluation_fill
evaluation_fill(struct req *r, const struct evaluation *e, const struct evaluation_line *l,
    const char *lang)
{
	const struct evaluation_rule *u = &l->item.rule;
	struct at a = { r, e, u, lang, l->item.points > 0 ? l->item.points : 0 };

	if (!*u->formula)
		return unknown("");
	if (u->region && e->judged && !*e->region)
		return (struct evaluation_fill){ .score = { .is = SCORE_NOT_APPLICABLE },
		    .how = tr(lang, "Đơn vị không thuộc khu vực I, II, III nên không áp dụng.") };
	if (!strcmp(u->formula, "F5"))
		return lasting(&a);
	if (!e->judged && strcmp(u->source, "document"))
		return unknown(tr(lang, "Cổng không giữ số liệu riêng của đối tượng này: tự chấm và ghi rõ căn cứ."));
	switch (u->formula[1]) {
	case '1': return level(&a);
	case '4': return shrink(&a);
	case '6': return target(&a);
	case '7': return on_time(&a, l);
	default:  return fall(&a);
	}
}

bool
evaluation_fills(const struct evaluation_fill *x)
{
	return x->score.is != SCORE_UNKNOWN;
}

struct evaluation_score
evaluation_computed(struct req *r, const struct evaluation *e, const struct evaluation_line *l)
{
	struct evaluation_fill x = evaluation_fill(r, e, l, "vi");
	bool skips = x.score.is == SCORE_NOT_APPLICABLE || x.score.is == SCORE_TOO_SOON;
	struct evaluation_score s = l->own;

	s.computed = true;
	s.skipped = skips;
	s.points = skips ? -1 : x.score.points;
	s.how = x.how;
	s.report = x.report;
	s.base_report = x.base_report;
	return s;
}

bool
evaluation_stands(const struct evaluation_score *a, const struct evaluation_score *b)
{
	return evaluation_same(a, b) && !strcmp(a->how, b->how) && a->report == b->report
	    && a->base_report == b->base_report;
}

bool
evaluation_same(const struct evaluation_score *a, const struct evaluation_score *b)
{
	return a->skipped == b->skipped && (a->skipped || a->points == b->points);
}
