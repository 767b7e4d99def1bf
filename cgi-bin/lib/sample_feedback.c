/* sample_feedback.c - what units of the sample say of the plans: new, grouped, submitted,
 * answered. */

#include "cgi-bin/lib/sample_part.h"

#include <string.h>

#include "db/feedback.h"
#include "db/plan.h"
#include "db/text.h"

static bool
has_clause(struct sample *s, int64_t plan, const char *anchor)
{
	struct plan_clause *c = plan_clauses(s->db, s->mem, plan);

	while (c && strcmp(c->anchor, anchor))
		c = c->next;
	return !*anchor || c;
}

/* Sent to the plan by a unit; into a topic if it has one. */
static void
say(struct sample *s, const struct sheet *t, const struct sheet_row *r, const char *key,
    int64_t topic, int64_t grouper, int64_t grouped, int n)
{
	const char *unit = sample_cell(s, t, r, "unit"), *into = sample_cell(s, t, r, "topic");
	int64_t at = sample_when(s, sample_cell(s, t, r, "day"), 20 + n % 8 * 50);
	struct feedback f = { .plan = s->plan[*sample_cell(s, t, r, "plan") == '2'].id,
	    .unit = sample_unit(s, unit), .account = sample_who(s, "unit_officer", unit), .at = at,
	    .anchor = sample_cell(s, t, r, "anchor"), .text = sample_cell(s, t, r, "text"),
	    .wish = sample_cell(s, t, r, "wish") };

	if (s->wrong || !has_clause(s, f.plan, f.anchor)) {
		sample_fail(s, "feedback.csv: no such clause", f.anchor);
		return;
	}
	int64_t id = feedback_add(s->db, s->mem, &f, text_plain(s->mem, f.text));
	sample_note(s, at, f.account, "feedback.send", id);
	if (!strcmp(into, "W") && feedback_withdraw(s->db, id, at + 3600))
		sample_note(s, at + 3600, f.account, "feedback.withdraw", id);
	if (topic && !strcmp(into, key) && feedback_group(s->db, id, topic))
		sample_note(s, grouped, grouper, "feedback_topic.take", topic);
}

/* Those of one topic, or with "" and "W" those of none. */
static void
say_all(struct sample *s, const char *key, int64_t topic, int64_t grouper, int64_t grouped)
{
	struct sheet *t = sample_sheet(s, "feedback.csv");
	int n = 0;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next, n++)
		if (!strcmp(sample_cell(s, t, r, "topic"), key))
			say(s, t, r, key, topic, grouper, grouped, n);
}

static const char *
value_of(const void *record, const char *field)
{
	const struct feedback_topic *x = record;

	return !strcmp(field, "name") ? x->name : !strcmp(field, "answer") ? x->answer : "";
}

static void
step(struct sample *s, const struct feedback_topic *x, const char *move, int64_t by, int64_t at,
    const char *reason)
{
	sample_move(s, &(struct sample_move){ .flow_case = x->flow_case, .move = move, .by = by,
	    .at = at, .reason = reason, .value = value_of, .record = x, .entity = x->id,
	    .action = mem_printf(s->mem, "feedback.%s", move) });
}

/* What was accepted names the document that carries it out, on the day after that. */
static void
carry_out(struct sample *s, int64_t topic, const char *number, int64_t by)
{
	struct feedback_done *d = feedback_topic_choices(s->db, s->mem, topic);

	while (d && strcmp(d->number, number))
		d = d->next;
	if (!d) {
		sample_fail(s, "topic.csv: no such document", number);
		return;
	}
	feedback_topic_done(s->db, topic, d->plan);
	sample_note(s, sample_office(s, d->date, 1, 90), by, "feedback_topic.done", topic);
}

static void
topic(struct sample *s, const struct sheet *t, const struct sheet_row *r)
{
	static const char *const moves[][2] = { { "accepted", "accept" }, { "partly", "partly" },
	    { "rejected", "reject" } };
	const char *state = sample_cell(s, t, r, "state"), *day = sample_cell(s, t, r, "day");
	const char *answer = sample_cell(s, t, r, "answer");
	int64_t plan = s->plan[*sample_cell(s, t, r, "plan") == '2'].id;
	int64_t by = sample_reviewer(s, sample_who(s, "unit_officer", "SNV"));
	int64_t at = sample_when(s, day, 130);
	struct feedback_topic x = { .plan = plan, .name = sample_cell(s, t, r, "name"),
	    .answer = answer,
	    .flow_case = flow_open(s->db, "feedback", sample_unit(s, "31"), by, at) };

	x.id = feedback_topic_add(s->db, x.flow_case, plan, x.name);
	sample_note(s, at, by, "feedback_topic.add", x.id);
	say_all(s, sample_cell(s, t, r, "key"), x.id, by, at);
	if (*answer) {
		feedback_topic_change(s->db, x.id, x.name, answer);
		sample_note(s, at + 3600, by, "feedback_topic.change", x.id);
	}
	if (s->wrong || !strcmp(state, "draft"))
		return;
	at = sample_when(s, sample_cell(s, t, r, "decided"), 60);
	step(s, &x, "submit", by, at, NULL);
	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++)
		if (!strcmp(moves[i][0], state)) {
			step(s, &x, moves[i][1], sample_who(s, "signer", "31"), at + 6 * 3600,
			    sample_cell(s, t, r, "reason"));
			feedback_answered(s->db, x.id, sample_cell(s, t, r, "reason"));
		}
	if (!s->wrong && *sample_cell(s, t, r, "done"))
		carry_out(s, x.id, sample_cell(s, t, r, "done"), by);
}

void
sample_feedback(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "topic.csv");

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next)
		topic(s, t, r);
	say_all(s, "", 0, 0, 0);
	say_all(s, "W", 0, 0, 0);
}
