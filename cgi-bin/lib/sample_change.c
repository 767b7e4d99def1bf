/* sample_change.c - an amendment of the sample's plan, which answers what units said of it. */

#include "cgi-bin/lib/sample_part.h"

#include <string.h>

#include "cgi-bin/lib/plan_change_text.h"
#include "cgi-bin/lib/plan_text.h"

static const char number[] = "151/KH-UBND", day[] = "2026-04-21", holds[] = "2026-05-01";

static void
write_clauses(struct sample *s, const struct plan *target, const struct plan_change *g)
{
	struct sheet *t = sample_sheet(s, "change.csv");

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		const char *anchor = sample_cell(s, t, r, "anchor"), *act = sample_cell(s, t, r, "act");
		struct plan_clause *c = plan_clauses_on(s->db, s->mem, target->id, holds, 0);
		bool adds = !strcmp(act, "add");
		while (c && strcmp(c->anchor, anchor))
			c = c->next;
		struct plan_change_clause k = { .act = act, .anchor = adds ? NULL : anchor,
		    .beside = adds ? anchor : "", .parent = "", .label = c && !adds ? c->label : NULL };
		if (!c || plan_change_read(s->db, s->mem, target, g, holds, sample_cell(s, t, r, "markdown"), &k)) {
			sample_fail(s, "change.csv: no such clause", anchor);
			return;
		}
		k.was = adds ? "" : c->text;
		plan_change_put(s->db, g->plan, &k);
	}
}

static void
issue(struct sample *s, const struct plan *p, int64_t author)
{
	const struct {
		const char *move;
		int64_t by, days, minutes;
	} steps[] = {
		{ "submit",  author,                        -3, 200 },
		{ "approve", sample_who(s, "signer", "31"), -1, 95 },
		{ "issue",   sample_who(s, "clerk", "31"),   0, 45 },
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		sample_move(s, &(struct sample_move){ .flow_case = p->flow_case, .move = steps[i].move,
		    .by = steps[i].by, .reason = "", .at = sample_office(s, day, steps[i].days, steps[i].minutes),
		    .value = plan_value, .record = p, .entity = p->id,
		    .action = mem_printf(s->mem, "plan.%s", steps[i].move) });
	plan_settle(s->db, s->mem, p->id, day, sample_office(s, day, 0, 45));
}

/* By all: what waits to be acknowledged is the plan itself. */
static void
receive(struct sample *s, int64_t plan)
{
	struct sheet *t = sample_sheet(s, "people.csv");
	int n = 0;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		const char *unit = sample_cell(s, t, r, "unit");
		if (strcmp(sample_cell(s, t, r, "role"), "unit_officer"))
			continue;
		int64_t by = sample_who(s, "unit_officer", unit), id = sample_unit(s, unit);
		int64_t at = sample_office(s, day, 1 + n % 5, 30 + n % 7 * 50);
		n++;
		if (plan_note_opened(s->db, plan, id, by, at)
		    && plan_acknowledge(s->db, plan, id, by, at + 600))
			sample_note(s, at + 600, by, "plan.receive", plan);
	}
}

void
sample_change(struct sample *s)
{
	struct plan *target = s->wrong ? NULL : plan_get(s->db, s->mem, s->plan[0].id, "vi");
	struct plan_change g = { .kind = "amend", .holds = holds };
	int64_t author = sample_who(s, "specialist", "31"), at = sample_office(s, day, -4, 60);

	if (!target || s->wrong)
		return;
	plan_change_begin(s->db, s->mem, target, &g, author, day, at);
	sample_note(s, at, author, "plan_change.add", g.plan);
	const char *was = plan_change_body(s->db, s->mem, target, &g);
	write_clauses(s, target, &g);
	if (s->wrong)
		return;
	plan_change_write(s->db, s->mem, target, &g, was);
	sample_note(s, at + 3000, author, "plan_change.clause", g.plan);
	struct plan *p = plan_get(s->db, s->mem, g.plan, "vi");
	if (!p)
		return;
	p->number = number;
	p->date = day;
	plan_change(s->db, p);
	issue(s, p, author);
	receive(s, g.plan);
}
