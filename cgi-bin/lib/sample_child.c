/* sample_child.c - plans of their own that the sample's plan asks of communes: one has issued
 * its own, one is at it, one has nothing; a receipt on paper. */

#include "cgi-bin/lib/sample_part.h"

#include <string.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/plan.h"
#include "db/plan_child.h"
#include "db/plan_receipt.h"
#include "db/text.h"

static const char due[] = "2026-04-15";

void
sample_call(struct sample *s, int64_t plan)
{
	struct sheet *t = sample_sheet(s, "child.csv");
	struct plan_addressee *first = NULL, **end = &first;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		*end = mem_take(s->mem, sizeof(**end));
		**end = (struct plan_addressee){ .kind = "",
		    .unit = sample_unit(s, sample_cell(s, t, r, "unit")) };
		end = &(*end)->next;
	}
	plan_put_call(s->db, plan, &(struct plan_call){ .due_date = due, .to = first,
	    .text = "Nêu rõ hộ được giúp, ai nhận giúp, mỗi quý làm gì." });
}

static struct plan_criterion *
criterion_at(struct sample *s, int64_t plan, const char *anchor)
{
	for (struct plan_class *c = plan_classes(s->db, s->mem, plan); c; c = c->next)
		for (struct plan_criterion *k = c->criteria; k; k = k->next)
			if (!strcmp(k->anchor, anchor))
				return k;
	sample_fail(s, "child.csv: no such criterion", anchor);
	return NULL;
}

static void
sharpen(struct sample *s, int64_t plan, const char *anchor, const char *original)
{
	struct plan_criterion *k = *anchor ? criterion_at(s, plan, anchor) : NULL;
	struct plan_criterion *of = k ? criterion_at(s, s->plan[0].id, original) : NULL;

	if (!of)
		return;
	k->kind = of->kind;
	k->sharpens = of->id;
	plan_set_criterion(s->db, k);
}

static void
issue(struct sample *s, const struct plan *p, const char *unit)
{
	int64_t officer = sample_who(s, "unit_officer", unit), leader = sample_who(s, "unit_leader", unit);
	const struct {
		const char *move;
		int64_t by, days;
	} steps[] = { { "submit", officer, -4 }, { "approve", leader, -1 }, { "issue", leader, 0 } };

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		sample_move(s, &(struct sample_move){ .flow_case = p->flow_case, .move = steps[i].move,
		    .by = steps[i].by, .at = sample_office(s, p->date, steps[i].days, 95 + 60 * (int)i),
		    .value = plan_value, .record = p, .entity = p->id,
		    .action = mem_printf(s->mem, "plan.%s", steps[i].move) });
	plan_settle(s->db, s->mem, p->id, p->date, sample_office(s, p->date, 0, 215));
}

/* The first of those to whom it went on paper has signed. */
static void
hand_over(struct sample *s, const struct plan *p)
{
	const char *day = sample_day(s, sample_office(s, p->date, 2, 0));
	int64_t total, by = sample_who(s, "specialist", "31");
	struct plan_receipt *x = plan_receipts(s->db, s->mem, &(struct plan_receipt_ask){ .plan = p->id,
	    .day = s->today, .state = "open", .limit = 100 }, &total);

	while (x && !x->unit)
		x = x->next;
	if (!x)
		return;
	x->name = "Lò Văn Sung, Trưởng bản", x->day = day;
	plan_put_receipt(s->db, p->id, x, by, sample_office(s, p->date, 4, 30));
	sample_note(s, sample_office(s, p->date, 4, 30), by, "plan.receipt", p->id);
}

static void
draft(struct sample *s, const struct sheet *t, const struct sheet_row *r)
{
	const char *unit = sample_cell(s, t, r, "unit"), *name = sample_cell(s, t, r, "file");
	size_t n;
	const char *bytes = *name ? file_read(s->mem, mem_printf(s->mem, "%s/%s", s->dir, name),
	    SAMPLE_FILE_MAX, &n) : NULL;
	const char *text = bytes ? text_nfc(s->mem, bytes, n) : NULL;

	if (!*name)
		return;
	if (!text) {
		sample_fail(s, name, "cannot be read as UTF-8");
		return;
	}
	int64_t by = sample_who(s, "unit_officer", unit), at = sample_office(s, s->plan[0].issued, 9, 25);
	if (s->wrong)
		return;
	int64_t id = plan_take_in(s->db, s->mem, text, sample_unit(s, unit), by, at);
	plan_put_parent(s->db, id, s->plan[0].id);
	sample_note(s, at, by, "plan.add", id);
	sharpen(s, id, sample_cell(s, t, r, "sharpens"), sample_cell(s, t, r, "original"));
	struct plan *p = plan_get(s->db, s->mem, id, "vi");
	if (s->wrong || !*p->number)
		return;
	issue(s, p, unit);
	hand_over(s, p);
}

void
sample_child(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "child.csv");

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next)
		draft(s, t, r);
}
