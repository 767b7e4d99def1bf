/* sample_date.c - the dates that the sample's plans set for themselves: one is done, one has a
 * report period, one is near and nothing was opened from it. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>

#include "db/plan.h"
#include "db/plan_date.h"
#include "db/text.h"

/* "2028-06-30"; "-3", working days before today; "+20", days after it. */
static const char *
day_of(struct sample *s, const char *said)
{
	const char *day = *said == '-' ? sample_day(s, sample_when(s, said, 0)) : *said == '+'
	    ? text_day_add(s->mem, s->today, strtoll(said, NULL, 10)) : said;

	if (!day || !text_is_day(day))
		sample_fail(s, "date.csv: no day", said);
	return day ? day : "";
}

static bool
has_clause(struct sample *s, int64_t plan, const char *anchor)
{
	struct plan_clause *c = plan_clauses(s->db, s->mem, plan);

	while (c && strcmp(c->anchor, anchor))
		c = c->next;
	return c || sample_fail(s, "date.csv: no such clause", anchor);
}

void
sample_date(struct sample *s)
{
	struct sheet *of = sample_sheet(s, "date.csv");
	int64_t keeper = sample_who(s, "specialist", "31");

	for (struct sheet_row *r = sample_rows(of); r && !s->wrong; r = r->next) {
		int which = *sample_cell(s, of, r, "plan") == '2';
		struct plan_date d = { .plan = s->plan[which].id, .kind = sample_cell(s, of, r, "kind"),
		    .day = day_of(s, sample_cell(s, of, r, "day")), .anchor = sample_cell(s, of, r, "anchor"),
		    .text = sample_cell(s, of, r, "text"), .done = sample_cell(s, of, r, "done") };
		if (s->wrong || !has_clause(s, d.plan, d.anchor))
			return;
		int64_t id = plan_date_add(s->db, &d);
		if (*sample_cell(s, of, r, "opened"))
			s->report_date = id;
		sample_note(s, sample_office(s, s->plan[which].issued, 3, 40), keeper, "plan.date_add", d.plan);
	}
}
