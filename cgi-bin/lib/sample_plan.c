/* sample_plan.c - two plans of the sample: made, issued, received, signed up to. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/indicator.h"
#include "db/plan.h"
#include "db/signup.h"
#include "db/text.h"

enum { AGED = 100 };

static const struct {
	const char *file, *due, *back;	/* why the leader returned it */
} plans[SAMPLE_PLANS] = {
	{ "plan.txt", "2026-04-30", "Bổ sung hạn các đơn vị đăng ký chỉ tiêu ở mục V." },
	{ "plan2.txt", "2025-08-31", "Mục III.5 cần nói rõ hộ đã được giúp cũng đi giúp hộ khác." },
};

/* How each criterion is judged, from criteria.csv. */
static void
judge(struct sample *s, int which)
{
	struct sheet *t = sample_sheet(s, "criteria.csv");

	for (struct plan_class *c = plan_classes(s->db, s->mem, s->plan[which].id); c; c = c->next)
		for (struct plan_criterion *k = c->criteria; k; k = k->next)
			for (struct sheet_row *r = sample_rows(t); r; r = r->next) {
				const char *points = sample_cell(s, t, r, "points");
				if (strtoll(sample_cell(s, t, r, "plan"), NULL, 10) != which + 1
				    || strcmp(sample_cell(s, t, r, "anchor"), k->anchor))
					continue;
				k->kind = sample_cell(s, t, r, "kind");
				k->points = *points ? strtoll(points, NULL, 10) * 100 : -1;
				k->applies = sample_cell(s, t, r, "applies");
				plan_set_criterion(s->db, k);
			}
}

static void
issue(struct sample *s, const struct plan *p, int which, int64_t author)
{
	int64_t signer = sample_who(s, "signer", "31");
	const struct {
		const char *move, *reason;
		int64_t by, days, minutes;
	} steps[] = {
		{ "submit",  "",                author, -7, 130 },
		{ "return",  plans[which].back, signer, -6, 430 },
		{ "submit",  "",                author, -5, 70 },
		{ "approve", "",                signer, -1, 190 },
		{ "issue",   "",                sample_who(s, "clerk", "31"), 0, 370 },
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		sample_move(s, &(struct sample_move){ .flow_case = p->flow_case,
		    .move = steps[i].move, .by = steps[i].by, .reason = steps[i].reason,
		    .at = sample_office(s, p->date, steps[i].days, steps[i].minutes),
		    .value = plan_value, .record = p, .entity = p->id,
		    .action = mem_printf(s->mem, "plan.%s", steps[i].move) });
	plan_settle(s->db, s->mem, p->id, p->date, sample_office(s, p->date, 0, 370));
}

/* The older plan was acknowledged by all; of now's most have opened it, many have
 * acknowledged, one has not opened it. */
static void
receive(struct sample *s, int which)
{
	struct sheet *t = sample_sheet(s, "people.csv");
	int64_t plan = s->plan[which].id;
	int n = 0;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		const char *unit = sample_cell(s, t, r, "unit");
		if (strcmp(sample_cell(s, t, r, "role"), "unit_officer")
		    || (!which && !strcmp(unit, "04249")))
			continue;
		int64_t by = sample_who(s, "unit_officer", unit);
		int64_t at = sample_office(s, s->plan[which].issued, 1 + n % 7, 10 + n % 8 * 55);
		if (!plan_note_opened(s->db, plan, sample_unit(s, unit), by, at)
		    || (n++ % 5 == 4 && !which))
			continue;
		at += 15 * 60;
		if (plan_acknowledge(s->db, plan, sample_unit(s, unit), by, at))
			sample_note(s, at, by, "plan.receive", plan);
	}
}

/* Two copies on paper to each of those who are words. */
static void
count_copies(struct sample *s, int64_t plan)
{
	struct plan_recipient *all = plan_recipients(s->db, s->mem, plan, s->today, "vi");

	for (struct plan_recipient *to = all; to; to = to->next)
		if (!to->to && strcmp(to->purpose, "file"))
			to->copies = 2;
	plan_put_recipients(s->db, plan, all);
}

/* With which movements the text goes together, from tie.csv: filed some days after the issue. */
static void
tie(struct sample *s, int which, int64_t by)
{
	struct sheet *t = sample_sheet(s, "tie.csv");
	struct plan_tie *first = NULL, **end = &first;
	int64_t plan = s->plan[which].id, at = sample_office(s, s->plan[which].issued, 3, 40);

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		int64_t other = strtoll(sample_cell(s, t, r, "other"), NULL, 10);
		const char *name = sample_cell(s, t, r, "short");
		if (strtoll(sample_cell(s, t, r, "plan"), NULL, 10) != which + 1)
			continue;
		if (other < 0 || other > SAMPLE_PLANS || other == which + 1) {
			sample_fail(s, "tie.csv: no such plan", sample_cell(s, t, r, "other"));
			return;
		}
		if (!plan_has_clause(s->db, plan, sample_cell(s, t, r, "anchor"))) {
			sample_fail(s, "tie.csv: no such clause", sample_cell(s, t, r, "anchor"));
			return;
		}
		struct plan_short_name *called = mem_take(s->mem, sizeof(*called));
		*called = (struct plan_short_name){ name, NULL };
		*end = mem_take(s->mem, sizeof(**end));
		**end = (struct plan_tie){ .relation = sample_cell(s, t, r, "relation"),
		    .name = sample_cell(s, t, r, "name"), .anchor = sample_cell(s, t, r, "anchor"),
		    .short_names = *name ? called : NULL, .other = other ? s->plan[other - 1].id : 0 };
		end = &(*end)->next;
	}
	struct plan *p = first && !s->wrong ? plan_get(s->db, s->mem, plan, "vi") : NULL;
	if (!p)
		return;
	plan_put_movement(s->db, plan, plan_short_names(s->db, s->mem, plan), first);
	plan_find_again(s->db, s->mem, p);
	sample_note(s, at, by, "plan.movement", plan);
}

static bool
one(struct sample *s, int which)
{
	const char *file = plans[which].file;
	size_t n;
	const char *bytes = file_read(s->mem, mem_printf(s->mem, "%s/%s", s->dir, file),
	    SAMPLE_FILE_MAX, &n);
	const char *text = bytes ? text_nfc(s->mem, bytes, n) : NULL;
	int64_t author = sample_who(s, "specialist", "31");

	if (!text)
		return sample_fail(s, file, "cannot be read as UTF-8");
	if (s->wrong)
		return false;
	s->plan[which].issued = outline_read(s->mem, text)->date;
	if (!*s->plan[which].issued || text_days(s->plan[which].issued, s->today) < AGED)
		return sample_fail(s, s->today, mem_printf(s->mem,
		    "the clock must stand 100 days after the date of %s", file));
	int64_t at = sample_office(s, s->plan[which].issued, -8, 10);
	s->plan[which].id = plan_take_in(s->db, s->mem, text, sample_unit(s, "31"), author, at);
	sample_note(s, at, author, "plan.add", s->plan[which].id);
	judge(s, which);
	struct plan *p = plan_get(s->db, s->mem, s->plan[which].id, "vi");
	p->signup_due = plans[which].due;
	plan_change(s->db, p);
	count_copies(s, p->id);
	if (!which)
		sample_call(s, p->id);
	issue(s, p, which, author);
	receive(s, which);
	tie(s, which, author);
	return !s->wrong;
}

bool
sample_plan(struct sample *s)
{
	return one(s, 1) && one(s, 0);
}

/* Most have signed up, one to each plan late. */
void
sample_sign_up(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "signup.csv");
	int n = 0;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		const char *code = sample_cell(s, t, r, "unit");
		bool older = *sample_cell(s, t, r, "plan") == '2';
		const char *issued = s->plan[older].issued;
		int64_t unit = sample_unit(s, code), by = sample_who(s, "unit_officer", code);
		int64_t at = sample_office(s, text_day_add(s->mem, issued,
		    strtoll(sample_cell(s, t, r, "days"), NULL, 10)), 0, 20 + n++ % 9 * 50);
		if (s->wrong)
			return;
		struct signup g = { .flow_case = flow_open(s->db, "signup", unit, by, at),
		    .plan = s->plan[older].id, .unit = unit, .note = sample_cell(s, t, r, "note") };
		int64_t year = strtoll(issued, NULL, 10);
		int64_t value = strtoll(sample_cell(s, t, r, "value"), NULL, 10) * 100;
		struct signup_target next = { .indicator = indicator_id(s->db,
		    sample_cell(s, t, r, "code")), .year = year + 1, .value = value, .text = "" };
		struct signup_target this = { .indicator = next.indicator, .year = year,
		    .value = value, .text = "", .next = &next };

		g.id = signup_add(s->db, &g, at);
		signup_put_targets(s->db, g.id, &this);
		sample_note(s, at, by, "signup.save", g.id);
		sample_move(s, &(struct sample_move){ .flow_case = g.flow_case, .move = "register",
		    .by = by, .at = at + 600, .action = "signup.register", .entity = g.id });
		signup_settle(s->db, g.id, sample_day(s, at));
	}
}
