/* sample_document.c - proposals and a conclusion of the sample: answered, accepted, returned,
 * late, waiting; and a draft. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>

#include "db/document.h"
#include "db/plan.h"
#include "db/text.h"
#include "db/unit.h"

static const char file[] = "document.csv", table[] = "document_answer.csv";
enum { WRITTEN = 95, PASSED = 130, SENT = 190 };	/* minutes after eight */

static bool
is(struct sample *s, const struct sheet *of, const struct sheet_row *r, const char *column, const char *word)
{
	return !strcmp(sample_cell(s, of, r, column), word);
}

/* The topmost unit has specialists and signers, the others officers and leaders. */
static int64_t
writer(struct sample *s, const char *unit)
{
	return sample_who(s, sample_has(s, "specialist", unit) ? "specialist" : "unit_officer", unit);
}

static int64_t
sender(struct sample *s, const char *unit)
{
	return sample_who(s, sample_has(s, "signer", unit) ? "signer" : "unit_leader", unit);
}

static const char *
value_of(const void *record, const char *field)
{
	const struct document *d = record;

	return !strcmp(field, "subject") ? d->subject : !strcmp(field, "text") ? d->text
	    : !strcmp(field, "number") ? d->number : !strcmp(field, "date") ? d->date : d->due_date;
}

static const char *
answer_value_of(const void *record, const char *field)
{
	const struct document_answer *a = record;

	return !strcmp(field, "result") ? a->result : a->answer;
}

static void
step(struct sample *s, const struct document *d, const char *move, int64_t by, int64_t at)
{
	sample_move(s, &(struct sample_move){ .flow_case = d->flow_case, .move = move, .by = by, .at = at,
	    .value = value_of, .record = d, .entity = d->id, .action = mem_printf(s->mem, "document.%s", move) });
	document_moved(s->db, d->id);
}

static void
answer_step(struct sample *s, const struct document_answer *a, const char *move, int64_t by,
    int64_t at, const char *reason)
{
	sample_move(s, &(struct sample_move){ .flow_case = a->flow_case, .move = move, .by = by, .at = at,
	    .reason = reason, .value = answer_value_of, .record = a, .entity = a->id,
	    .action = mem_printf(s->mem, "document_answer.%s", move) });
	document_turn(s->db, a->id, !strcmp(move, "reply") ? sample_day(s, at) : "");
}

/* As far as its row says: written, passed on, sent, decided on by who asked. */
static void
answer(struct sample *s, struct document_answer *a, const struct sheet *of, const struct sheet_row *r,
    int64_t judge)
{
	const char *unit = sample_cell(s, of, r, "unit"), *sent = sample_cell(s, of, r, "sent");
	int64_t by = writer(s, unit), at = sample_when(s, sent, WRITTEN);

	a->result = sample_cell(s, of, r, "result");
	a->answer = sample_cell(s, of, r, "answer");
	a->number = sample_cell(s, of, r, "number");
	a->date = *a->number ? sample_day(s, at) : "";
	document_answer_save(s->db, a);
	sample_note(s, at, by, "document_answer.save", a->id);
	answer_step(s, a, "submit", by, sample_when(s, sent, PASSED), NULL);
	if (s->wrong || is(s, of, r, "state", "signing"))
		return;
	answer_step(s, a, "reply", sender(s, unit), sample_when(s, sent, SENT), NULL);
	if (s->wrong || is(s, of, r, "state", "answered"))
		return;
	answer_step(s, a, is(s, of, r, "state", "accepted") ? "accept" : "return", judge,
	    sample_when(s, sample_cell(s, of, r, "decided"), SENT), sample_cell(s, of, r, "reason"));
}

static void
ask(struct sample *s, const struct document *d, const char *key, const char *from, int64_t unit,
    const char *code, int64_t at)
{
	struct sheet *of = sample_sheet(s, table);
	struct document_answer a = { .document = d->id, .unit = unit,
	    .flow_case = flow_open(s->db, "document_answer", d->unit, 0, at) };

	a.id = document_answer_add(s->db, d->id, unit, a.flow_case);
	answer_step(s, &a, "ask", sender(s, from), at, NULL);
	for (struct sheet_row *r = sample_rows(of); r && !s->wrong; r = r->next)
		if (is(s, of, r, "key", key) && is(s, of, r, "unit", code))
			answer(s, &a, of, r, writer(s, from));
}

/* To a unit by its code, or to all of a kind; and, but for a draft, it is sent. */
static void
address(struct sample *s, const struct document *d, const char *key, const char *from, const char *to,
    int64_t at, bool sent)
{
	const char *day = sent ? d->date : s->today;
	struct unit *one = unit_by_code(s->db, s->mem, to, day, "vi");
	struct document_addressee whom = { .kind = one ? "" : to, .unit = one ? one->id : 0 };
	struct plan_addressee meant = { .kind = whom.kind };
	struct plan_unit *u = one ? NULL : plan_meant(s->db, s->mem, d->unit, &meant, day);

	if (!one && !u) {
		sample_fail(s, "document.csv: nobody is asked", to);
		return;
	}
	document_address(s->db, d->id, &whom);
	if (!sent)
		return;
	step(s, d, "submit", writer(s, from), at - 3600);
	step(s, d, "send", sender(s, from), at);
	if (one)
		ask(s, d, key, from, one->id, to, at);
	for (; u && !s->wrong; u = u->next)
		ask(s, d, key, from, u->unit, u->code, at);
}

static void
begin(struct sample *s, const struct sheet *of, const struct sheet_row *r)
{
	const char *key = sample_cell(s, of, r, "key"), *unit = sample_cell(s, of, r, "unit");
	const char *day = sample_cell(s, of, r, "day"), *due = sample_cell(s, of, r, "due");
	int64_t at = sample_when(s, day, WRITTEN), by = writer(s, unit);
	bool sent = is(s, of, r, "state", "sent");
	struct document d = { .unit = sample_unit(s, unit), .kind = sample_cell(s, of, r, "kind"),
	    .plan = s->plan[0].id, .number = sample_cell(s, of, r, "number"),
	    .date = sent ? sample_day(s, at) : "", .place = sample_cell(s, of, r, "place"),
	    .issuer = sample_cell(s, of, r, "issuer"),
	    .subject = sample_cell(s, of, r, "subject"), .parties = sample_cell(s, of, r, "parties"),
	    .concerns = sample_cell(s, of, r, "concerns"), .text = sample_cell(s, of, r, "text"),
	    .authority = sample_cell(s, of, r, "authority"), .signer_name = sample_cell(s, of, r, "signer"),
	    .due_date = *due ? text_day_add(s->mem, s->today, strtoll(due, NULL, 10)) : "" };
	struct document_kind *k = document_kinds(s->db, s->mem, s->today, "vi");

	while (k && strcmp(k->kind, d.kind))
		k = k->next;
	if (!k)
		sample_fail(s, "document.csv: no such kind", d.kind);
	if (s->wrong)
		return;
	d.flow_case = flow_open(s->db, "document", d.unit, by, at);
	d.id = document_add(s->db, &d);
	sample_note(s, at, by, "document.add", d.id);
	address(s, &d, key, unit, sample_cell(s, of, r, "to"), sample_when(s, day, SENT), sent);
}

void
sample_document(struct sample *s)
{
	struct sheet *of = sample_sheet(s, file);

	for (struct sheet_row *r = sample_rows(of); r && !s->wrong; r = r->next)
		begin(s, of, r);
}
