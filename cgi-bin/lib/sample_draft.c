/* sample_draft.c - a draft of the sample on which units are asked: some comment, one agrees, one
 * has not answered. */

#include "cgi-bin/lib/sample_part.h"

#include <string.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/feedback_draft.h"
#include "db/text.h"

static const char file[] = "draft.txt", table[] = "comment.csv";
enum { OPEN_DAYS = 12 };	/* from today on, it goes on */

/* The units of the table, each once. */
static void
ask(struct sample *s, const struct sheet *t, int64_t draft)
{
	const char *seen = " ";

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		const char *key = mem_printf(s->mem, " %s ", sample_cell(s, t, r, "unit"));
		if (strstr(seen, key))
			continue;
		seen = mem_printf(s->mem, "%s%s", seen, key);
		feedback_draft_put(s->db, draft, sample_unit(s, sample_cell(s, t, r, "unit")));
	}
}

static void
say(struct sample *s, const struct sheet *t, const struct sheet_row *r,
    const struct feedback_draft *d, int n)
{
	const char *unit = sample_cell(s, t, r, "unit"), *text = sample_cell(s, t, r, "text");
	int64_t at = sample_when(s, sample_cell(s, t, r, "day"), 70 + n * 45);
	struct feedback f = { .plan = d->plan, .draft = d->id, .edition = d->edition, .at = at,
	    .unit = sample_unit(s, unit), .account = sample_who(s, "unit_officer", unit),
	    .anchor = sample_cell(s, t, r, "anchor"), .clause = "", .text = text,
	    .wish = sample_cell(s, t, r, "wish") };
	struct plan_clause *c = plan_clauses(s->db, s->mem, d->plan);

	if (s->wrong)
		return;
	if (!strcmp(text, "agree")) {
		if (feedback_draft_agree(s->db, d, f.unit, f.account, at))
			sample_note(s, at, f.account, "feedback_draft.agree", d->id);
		return;
	}
	for (f.clause_seq = 1; c && strcmp(c->anchor, f.anchor); c = c->next)
		f.clause_seq++;
	if (!c) {
		sample_fail(s, "comment.csv: no such clause", f.anchor);
		return;
	}
	f.clause = c->text;
	sample_note(s, at, f.account, "feedback.send",
	    feedback_add(s->db, s->mem, &f, text_plain(s->mem, text)));
}

void
sample_draft(struct sample *s)
{
	size_t length;
	const char *bytes = file_read(s->mem, mem_printf(s->mem, "%s/%s", s->dir, file),
	    SAMPLE_FILE_MAX, &length);
	const char *text = bytes ? text_nfc(s->mem, bytes, length) : NULL;
	struct sheet *t = sample_sheet(s, table);
	int64_t author = sample_who(s, "specialist", "31"), at = sample_when(s, "-6", 40);
	int n = 0;

	if (!text)
		sample_fail(s, file, "cannot be read as UTF-8");
	if (s->wrong)
		return;
	struct feedback_draft asked = { .account = author, .at = at + 3600, .day = sample_day(s, at),
	    .due_date = text_day_add(s->mem, s->today, OPEN_DAYS),
	    .ask = "Đề nghị xem kỹ mục II: việc nào bản làm được, việc nào vướng, cần sửa thế nào." };
	asked.plan = plan_take_in(s->db, s->mem, text, sample_unit(s, "31"), author, at);
	sample_note(s, at, author, "plan.add", asked.plan);
	int64_t id = feedback_draft_add(s->db, &asked);
	struct feedback_draft *d = feedback_draft_get(s->db, s->mem, id, s->today);
	if (!d) {
		sample_fail(s, file, "no draft of it");
		return;
	}
	ask(s, t, id);
	sample_note(s, asked.at, author, "feedback_draft.open", id);
	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next)
		if (*sample_cell(s, t, r, "text"))
			say(s, t, r, d, n++);
}
