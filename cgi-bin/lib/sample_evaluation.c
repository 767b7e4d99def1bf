/* sample_evaluation.c - two rounds of the sample: one of the older plan, published with
 * its ranks; one of the plan of now, half done. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/evaluation_page.h"
#include "db/indicator.h"
#include "db/report_form.h"

enum { ITEMS = 100, HALF = 50 };

struct round {
	const char *key;
	int plan;			/* of sample.plan */
	int64_t id, flow_case, by;
	const char *year;
};

/* A request of nobody: what fills itself, and what is ranked, ask of it no more. */
static struct req
bare(struct sample *s, int64_t at)
{
	return (struct req){ .db = s->db, .mem = s->mem, .lang = "vi", .now = at,
	    .today = sample_day(s, at) };
}

static void
move_round(struct sample *s, const struct round *d, const char *move, int64_t at)
{
	sample_move(s, &(struct sample_move){ .flow_case = d->flow_case, .move = move, .by = d->by,
	    .at = at, .action = mem_printf(s->mem, "round.%s", move), .entity = d->id });
}

/* ---- what is asked ---- */

static void
rule(struct sample *s, const struct round *d, const struct evaluation_item *i)
{
	struct evaluation_rule half = { .formula = "F4", .goal = 5000, .region = 1, .source = "",
	    .part = indicator_id(s->db, "ho_ngheo_ck"), .plus = indicator_id(s->db, "can_ngheo"),
	    .due_day = "" };
	struct evaluation_rule lasting = { .formula = "F5", .goal = 1200, .source = "", .due_day = "" };
	struct evaluation_rule reports = { .formula = "F7", .source = "reports", .off_late = 100,
	    .off_missing = 200, .due_day = "" };
	struct evaluation_rule signup = { .formula = "F7", .source = "signup", .off_late = 50,
	    .due_day = "" };
	struct evaluation_rule paper = { .formula = "F7", .source = "document", .off_late = 500 };
	const struct {
		int plan;
		const char *anchor;
		const struct evaluation_rule *is;
		const char *due;	/* without its year */
	} rules[] = {
		{ 0, "III.1~1", &paper, "04-15" }, { 0, "III.2~1", &paper, "04-15" },
		{ 0, "III.2~2", &reports, NULL }, { 0, "III.2~4", &half, NULL },
		{ 1, "III.1~1", &paper, "09-15" }, { 1, "III.2~1", &paper, "08-30" },
		{ 1, "III.1~2", &signup, NULL }, { 1, "III.2~2", &signup, NULL },
		{ 1, "III.5~2", &lasting, NULL },
	};

	for (size_t k = 0; k < sizeof(rules) / sizeof(*rules); k++) {
		if (rules[k].plan != d->plan || strcmp(rules[k].anchor, i->anchor))
			continue;
		if (rules[k].due)
			paper.due_day = mem_printf(s->mem, "%s-%s", d->year, rules[k].due);
		evaluation_rule_put(s->db, i->id, rules[k].is);
	}
}

/* A hundred points a class: the plan's own, or shared out. */
static void
weigh(struct sample *s, const struct round *d, const struct evaluation_class *c)
{
	struct evaluation_item *all = evaluation_items(s->db, s->mem, d->id, c->id);
	int64_t points[ITEMS], sum = 0;
	size_t n = 0;

	for (struct evaluation_item *i = all; i && n < ITEMS; i = i->next, n++)
		sum += i->points < 0 ? ITEMS * 10000 : i->points;
	if (sum != 10000)
		score_share_out(10000, points, n);
	n = 0;
	for (struct evaluation_item *i = all; i && n < ITEMS; i = i->next, n++) {
		if (sum != 10000) {
			i->points = points[n];
			evaluation_item_change(s->db, i);
		}
		rule(s, d, i);
	}
}

static void
open_round(struct sample *s, struct round *d, struct evaluation_round *is, int64_t at)
{
	struct evaluation_grade done = { "Hoàn thành nhiệm vụ", 7000, 7000, -1, NULL };
	struct evaluation_grade well = { "Hoàn thành tốt nhiệm vụ", 8000, 8000, -1, &done };
	struct evaluation_grade best = { "Hoàn thành xuất sắc nhiệm vụ", 9000, 8500, 2000, &well };

	if (s->wrong)
		return;
	is->plan = s->plan[d->plan].id;
	is->unit = sample_unit(s, "31");
	is->kind = "yearly";
	is->name = mem_printf(s->mem, "Đánh giá năm %s", d->year);
	d->by = sample_who(s, "specialist", "31");
	d->flow_case = is->flow_case = flow_open(s->db, "round", is->unit, d->by, at);
	d->id = evaluation_round_add(s->db, is, sample_day(s, at));
	sample_note(s, at, d->by, "evaluation.round_add", d->id);
	for (struct evaluation_class *c = evaluation_classes(s->db, s->mem, d->id, "vi"); c; c = c->next)
		weigh(s, d, c);
	evaluation_put_grades(s->db, d->id, "base", &best);
	move_round(s, d, "open", at + 3600);
}

/* ---- one sheet ---- */

/* The n-th word of a list, or NULL. */
static const char *
word(struct sample *s, const char *list, int n)
{
	char *rest = mem_text(s->mem, list), *one;

	while ((one = strsep(&rest, " ")) && n--)
		;
	return one && *one ? one : NULL;
}

/* The n-th of the reasons, the last one for those beyond. */
static const char *
reason(struct sample *s, const char *why, int n)
{
	char *rest = mem_text(s->mem, why), *one = strsep(&rest, "|");

	while (n-- && rest)
		one = strsep(&rest, "|");
	return one;
}

static int64_t
share(const struct evaluation_line *l, const char *percent)
{
	return l->item.points * strtoll(percent, NULL, 10) / 100 / HALF * HALF;
}

/* What a unit says of that criterion: one of the lines of evidence.csv. */
static const char *
evidence(struct sample *s, int plan, const char *anchor, int64_t which)
{
	struct sheet *t = sample_sheet(s, "evidence.csv");
	const char *said[ITEMS];
	int64_t n = 0;

	for (struct sheet_row *r = sample_rows(t); r && n < ITEMS; r = r->next)
		if (strtoll(sample_cell(s, t, r, "plan"), NULL, 10) == plan + 1
		    && !strcmp(sample_cell(s, t, r, "anchor"), anchor))
			said[n++] = sample_cell(s, t, r, "text");
	return n ? said[which % n] : "";
}

/* The paper that a criterion asks for: mostly in time, some a little late. */
static void
paper(struct sample *s, struct evaluation_line *l, const struct evaluation *e)
{
	int64_t n = e->unit % 8, days = n == 5 ? 3 : -2 * n;

	l->own.document = mem_printf(s->mem, "%lld/KH", (long long)(11 + e->unit));
	l->own.document_day = sample_day(s, sample_office(s, text_day_add(s->mem,
	    l->item.rule.due_day, days), 0, 0));
}

/* Own scores as far as the list goes: percents, "n" for not applicable, "-" where the
 * portal computes. */
static void
score(struct sample *s, struct round *d, const struct evaluation *e, const char *own, int64_t by,
    int64_t at)
{
	struct req r = bare(s, at);
	const char *one;
	int n = 0;

	for (struct evaluation_line *l = evaluation_lines(s->db, s->mem, e); l; l = l->next, n++) {
		if (!(one = word(s, own, n)))
			break;
		if (!strcmp(l->item.rule.source, "document"))
			paper(s, l, e);
		struct evaluation_fill fill = evaluation_fill(&r, e, l, "vi");
		if (evaluation_fills(&fill)) {
			l->own = evaluation_computed(&r, e, l);
		} else if (*one == '-') {
			sample_fail(s, "evaluation.csv: not computed", mem_printf(s->mem, "%s %s, %s",
			    e->name, l->item.anchor, fill.how));
			return;
		} else {
			l->own.skipped = *one == 'n';
			l->own.points = l->own.skipped ? -1 : share(l, one);
			if (!l->own.skipped)
				l->own.text = evidence(s, d->plan, l->item.anchor, e->id);
		}
		evaluation_put(s->db, e->id, l->item.id, "own", &l->own, by, at);
	}
	evaluation_saved(s->db, e, by, at);
	sample_note(s, at, by, "evaluation.save", e->id);
}

/* The review beside it: "=" takes the own score, a percent differs and says why. */
static void
review(struct sample *s, const struct evaluation *e, const char *list, const char *why,
    int64_t by, int64_t at)
{
	int n = 0, said = 0;

	for (struct evaluation_line *l = evaluation_lines(s->db, s->mem, e); l; l = l->next, n++) {
		const char *one = word(s, list, n);
		struct evaluation_score x = { .points = l->own.points, .skipped = l->own.skipped,
		    .text = "", .how = "", .document = "", .document_day = "" };
		if (one && *one != '=') {
			x.points = share(l, one);
			x.text = reason(s, why, said++);
		}
		evaluation_put(s->db, e->id, l->item.id, "review", &x, by, at);
	}
	evaluation_touch(s->db, e->id);
}

static int64_t
step(struct sample *s, const struct evaluation *e, const char *move, int64_t by, int64_t at,
    const char *said)
{
	return sample_move(s, &(struct sample_move){ .flow_case = e->flow_case, .move = move,
	    .by = by, .at = at, .reason = said, .entity = e->id,
	    .action = mem_printf(s->mem, "evaluation.%s", move) });
}

/* As far as that state; reviewed three working days after it was sent. */
static void
bring(struct sample *s, const struct evaluation *e, const char *state, int64_t officer,
    int64_t leader, int64_t at, const char *list, const char *why)
{
	int64_t reviewer = sample_reviewer(s, officer), sent = at + 5 * 3600, back;
	int n = 0, said = 0;

	if (s->wrong || !strcmp(state, "draft"))
		return;
	step(s, e, "submit", officer, at + 3600, NULL);
	if (!strcmp(state, "signing"))
		return;
	step(s, e, "send", leader, sent, NULL);
	evaluation_send_copy(s->db, s->mem, e->id, leader, sent, sample_day(s, sent));
	if (!strcmp(state, "sent"))
		return;
	at = sample_office(s, sample_day(s, sent), 3, 60 + e->id % 20 * 15);
	if (!strcmp(state, "reviewed")) {
		review(s, e, list, why, reviewer, at);
		step(s, e, "review", reviewer, at, NULL);
		return;
	}
	back = step(s, e, "return", reviewer, at, "Xem lý do ghi ở từng tiêu chí.");
	for (struct evaluation_line *l = evaluation_lines(s->db, s->mem, e); l && !s->wrong;
	    l = l->next) {
		const char *one = word(s, list, n++);
		if (one && *one == '!')
			evaluation_return_add(s->db, back, l->item.id, reason(s, why, said++));
	}
}

/* Who enters the sheet of a unit that has nobody: the unit above it. */
static const char *
holder(struct sample *s, const char *unit)
{
	struct sheet *t = sample_sheet(s, "units.csv");

	if (sample_has(s, "unit_officer", unit))
		return unit;
	for (struct sheet_row *r = sample_rows(t); r; r = r->next)
		if (!strcmp(sample_cell(s, t, r, "Mã"), unit))
			return sample_cell(s, t, r, "Mã cấp trên");
	return unit;
}

static int64_t
class_of(struct sample *s, const struct round *d, const char *name)
{
	struct evaluation_class *c = evaluation_classes(s->db, s->mem, d->id, "vi");

	while (c && strcmp(c->name, name))
		c = c->next;
	return c ? c->id : 0;
}

static void
sheet(struct sample *s, struct round *d, const struct sheet *t, const struct sheet_row *r, int n)
{
	const char *code = sample_cell(s, t, r, "unit"), *name = sample_cell(s, t, r, "name");
	const char *by_unit = holder(s, code);
	int64_t at = sample_when(s, sample_cell(s, t, r, "day"), 10 + n % 7 * 20);
	int64_t officer = sample_who(s, "unit_officer", by_unit);
	int64_t leader = sample_who(s, "unit_leader", by_unit);
	int64_t unit = sample_unit(s, by_unit), judged = sample_unit(s, code);
	struct evaluation *of = s->wrong ? NULL
	    : evaluation_of(s->db, s->mem, d->id, judged, sample_day(s, at), "vi");
	struct evaluation e = { .round = d->id, .unit = unit, .judged = *name ? 0 : judged,
	    .subject = sample_cell(s, t, r, "subject"), .name = name,
	    .name_key = text_key(s->mem, name), .name_plain = text_plain(s->mem, name),
	    .place = sample_cell(s, t, r, "place"), .exit_day = sample_cell(s, t, r, "exit"),
	    .back_day = "", .note = "" };

	if (!of || (!*name && of->id)) {
		sample_fail(s, "evaluation.csv: not judged, or twice", code);
		return;
	}
	e.plan_class = *name ? class_of(s, d, "hộ gia đình") : of->plan_class;
	e.flow_case = flow_open(s->db, "evaluation", unit, officer, at);
	e.id = evaluation_add(s->db, &e, officer, at);
	if (e.unit != e.judged)
		sample_note(s, at, officer, "evaluation.begin", e.id);
	struct evaluation *is = evaluation_get(s->db, s->mem, e.id, sample_day(s, at), "vi");
	score(s, d, is, sample_cell(s, t, r, "own"), officer, at);
	bring(s, is, sample_cell(s, t, r, "state"), officer, leader, at,
	    sample_cell(s, t, r, "review"), sample_cell(s, t, r, "why"));
}

static void
sheets(struct sample *s, struct round *d)
{
	struct sheet *t = sample_sheet(s, "evaluation.csv");
	int n = 0;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next)
		if (!strcmp(sample_cell(s, t, r, "round"), d->key))
			sheet(s, d, t, r, n++);
}

#define LEFT_OUT "Quá hạn nhận phiếu 08 ngày, đã đôn đốc mà đơn vị không gửi phiếu."

/* ---- the two rounds ---- */

struct decision {
	const char *number, *day;
};

static const char *
value_of(const void *record, const char *field)
{
	const struct decision *x = record;

	return !strcmp(field, "number") ? x->number : !strcmp(field, "day") ? x->day : "";
}

static void
publish(struct sample *s, const struct round *d, const struct decision *x)
{
	int64_t at = sample_office(s, x->day, 0, 400), publication;
	struct req r = bare(s, at);
	struct evaluation_round *is = evaluation_round_get(s->db, s->mem, d->id, "vi");

	sample_move(s, &(struct sample_move){ .flow_case = d->flow_case, .move = "publish",
	    .by = d->by, .at = at, .value = value_of, .record = x, .action = "round.publish",
	    .entity = d->id });
	if (s->wrong || !is)
		return;
	r.who.id = d->by;
	publication = evaluation_publish(s->db, d->id, x->number, x->day, LEFT_OUT, d->by, at);
	evaluation_freeze(&r, is, publication);
}

static void
before(struct sample *s)
{
	struct round d = { .key = "2025", .plan = 1, .year = "2025" };

	open_round(s, &d, &(struct evaluation_round){ .window_from = "2025-07-01",
	    .window_to = "2025-12-31", .base_day = "2025-07-01", .due_date = "2026-01-20" },
	    sample_office(s, "2026-01-05", 0, 30));
	sheets(s, &d);
	move_round(s, &d, "close", sample_office(s, "2026-01-28", 0, 60));
	publish(s, &d, &(struct decision){ "214/QĐ-UBND", "2026-02-06" });
}

/* Of the year in which most of the last months lie. */
static void
now(struct sample *s)
{
	struct report_period *first = report_period_get(s->db, s->mem, s->first_period);
	struct round d = { .key = "now", .plan = 0,
	    .year = mem_printf(s->mem, "%.4s", text_day_add(s->mem, s->today, -120)) };

	if (s->wrong || !first)
		return;
	open_round(s, &d, &(struct evaluation_round){
	    .window_from = mem_printf(s->mem, "%s-01-01", d.year),
	    .window_to = mem_printf(s->mem, "%s-12-31", d.year),
	    .base_day = first->window_to, .due_date = text_day_add(s->mem, s->today, 10) },
	    sample_office(s, s->today, -12, 30));
	sheets(s, &d);
}

void
sample_evaluation(struct sample *s)
{
	before(s);
	now(s);
}
