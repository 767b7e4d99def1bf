/* sample_award.c - nominations of the sample in every state with their papers, two decisions issued, one
 * that waits for its signature and one for its number, an award revoked. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/markdown.h"
#include "db/attachment.h"
#include "db/award.h"
#include "db/award_entry.h"
#include "db/nomination.h"
#include "db/text.h"

struct listed {
	const char *decision, *consent;
	struct nomination *is;
	int64_t officer;
	struct listed *next;
};

static const char *
value_of(const void *record, const char *field)
{
	const struct nomination *n = record;

	return !strcmp(field, "report") ? n->report
	    : !strcmp(field, "achieved") ? *n->achieved_from ? n->achieved_to : ""
	    : !strcmp(field, "award_form") ? n->award_form ? n->subject : ""
	    : !strcmp(field, "place") ? n->of_unit ? n->subject : n->place : "";
}

static int64_t
step(struct sample *s, const struct nomination *n, const char *move, int64_t by, int64_t at,
    const char *reason)
{
	int64_t done = sample_move(s, &(struct sample_move){ .flow_case = n->flow_case,
	    .move = move, .by = by, .at = at, .reason = reason, .entity = n->id, .value = value_of,
	    .record = n, .action = mem_printf(s->mem, "award.%s", move) });

	nomination_settle(s->db, n->id);
	return done;
}

/* So many working days after that moment, at ten past nine or later. */
static int64_t
later(struct sample *s, int64_t at, int64_t days)
{
	return sample_office(s, sample_day(s, at), days, 70 + at / 60 % 7 * 25);
}

/* A day of any kind: one that a file gives stands, though nobody works then. */
static const char *
day_said(struct sample *s, const char *said)
{
	return *said == '-' ? sample_day(s, sample_when(s, said, 0)) : said;
}

/* ---- one nomination, as far as its state ---- */

static void
hold(struct sample *s, const struct nomination *n, int64_t by, int64_t at, const char *why)
{
	nomination_hold_add(s->db, n->id, &(struct nomination_hold){ .reason = why,
	    .document = "Phiếu chuyển đơn 44/TTT", .valid_from = sample_day(s, at),
	    .valid_to = "9999-12-31" });
	sample_note(s, at, by, "nomination.hold", n->id);
}

static void
opinion(struct sample *s, const struct nomination *n, int64_t by, int64_t at)
{
	step(s, n, "opinion", by, at, NULL);
	nomination_opinion_add(s->db, n->id, &(struct nomination_opinion){
	    .day = sample_day(s, at), .document = "Biên bản 07/BB-HĐTĐKT", .members = 11,
	    .present = 10, .agreed = 10, .text = "Nhất trí đề nghị khen thưởng." });
}

/* A paper as a file of plain text: what it is called, by whom, for whom. */
static void
paper(struct sample *s, const struct nomination *n, const struct nomination_paper *p, int64_t by,
    int64_t at)
{
	const char *text = mem_printf(s->mem, "%s\n\nĐề nghị khen thưởng: %s\nNgày %s\n", p->label,
	    n->name, text_of_day(s->mem, sample_day(s, at)));

	sample_attach(s, &(struct attachment){ .kind = "nomination", .record = n->id, .part = p->paper,
	    .name = mem_printf(s->mem, "%s.txt", p->label), .type = "text/plain", .at = at,
	    .account = by }, text, strlen(text));
}

/* Drafts have none yet; what was returned, or was only just sent, lacks its minutes. */
static void
papers(struct sample *s, const struct nomination *n, const char *state, int64_t by, int64_t at)
{
	bool some = !strcmp(state, "returned") || !strcmp(state, "submitted");

	if (!strcmp(state, "draft") || !strcmp(state, "withdrawn"))
		return;
	for (struct nomination_paper *p = nomination_papers(s->db, s->mem, n->id, sample_day(s, at),
	    "vi"); p && !s->wrong; p = p->next)
		if (!some || !strcmp(p->paper, "submission"))
			paper(s, n, p, by, at);
}

static void
bring(struct sample *s, const struct nomination *n, const char *unit, const char *state,
    const char *why, int64_t at)
{
	int64_t officer = sample_who(s, "unit_officer", unit), by = sample_reviewer(s, officer);

	if (s->wrong || !strcmp(state, "draft"))
		return;
	if (!strcmp(state, "withdrawn")) {
		step(s, n, "withdraw", officer, at + 3600, why);
		return;
	}
	step(s, n, "pass", officer, at + 2 * 3600, NULL);
	if (!strcmp(state, "signing"))
		return;
	nomination_hand(s->db, n->id, sample_unit(s, "31"));
	step(s, n, "submit", sample_who(s, "unit_leader", unit), at + 4 * 3600, NULL);
	if (!strcmp(state, "submitted"))
		return;
	int64_t received = later(s, at, 2);
	if (!strcmp(state, "returned")) {
		step(s, n, "return", by, received, why);
		return;
	}
	step(s, n, "receive", by, received, NULL);
	nomination_accept(s->db, n->id, sample_day(s, received));
	if (!strcmp(state, "refused"))
		step(s, n, "refuse", sample_who(s, "signer", "31"), later(s, received, 3), why);
	if (!strcmp(state, "held"))
		hold(s, n, by, later(s, received, 1), why);
	if (strcmp(state, "council") && strcmp(state, "opinion"))
		return;
	step(s, n, "council", by, later(s, received, 1), NULL);
	if (!strcmp(state, "opinion"))
		opinion(s, n, by, later(s, received, 4));
}

static int64_t
form_of(struct sample *s, const char *code, const char *day)
{
	struct award_form *f = award_forms(s->db, s->mem, day, "", "vi");

	while (f && strcmp(f->code, code))
		f = f->next;
	if (!f)
		sample_fail(s, "nomination.csv: no such form", code);
	return f ? f->id : 0;
}

static void
consent(struct sample *s, const struct nomination *n, int64_t by, int64_t at)
{
	nomination_consent_add(s->db, n->id, &(struct nomination_consent){
	    .given = sample_day(s, at), .how = "Ký phiếu đồng ý tại bản, tổ dân phố",
	    .document = mem_printf(s->mem, "Phiếu %lld/ĐY", (long long)n->id) });
	sample_note(s, at, by, "nomination.consent", n->id);
}

static struct nomination *
nominate(struct sample *s, const struct sheet *t, const struct sheet_row *r, int i)
{
	const char *unit = sample_cell(s, t, r, "unit"), *name = sample_cell(s, t, r, "name");
	const char *of = sample_cell(s, t, r, "of"), *report = sample_cell(s, t, r, "report");
	int64_t by = sample_who(s, "unit_officer", unit);
	int64_t at = sample_when(s, sample_cell(s, t, r, "day"), 30 + i % 5 * 20);
	struct nomination n = {
		.unit = sample_unit(s, unit), .subject = sample_cell(s, t, r, "subject"),
		.name = name, .name_key = text_key(s->mem, name),
		.person_key = text_name_key(s->mem, name), .name_plain = text_plain(s->mem, name),
		.birth_year = strtoll(sample_cell(s, t, r, "birth"), NULL, 10),
		.post = sample_cell(s, t, r, "post"), .place = sample_cell(s, t, r, "place"),
		.of_unit = *of ? sample_unit(s, of) : 0,
		.award_form = form_of(s, sample_cell(s, t, r, "form"), sample_day(s, at)),
		.award_type = sample_cell(s, t, r, "type"), .award_group = sample_cell(s, t, r, "group"),
		.plan = s->plan[*sample_cell(s, t, r, "plan") == '2'].id,
		.achieved_from = day_said(s, sample_cell(s, t, r, "from")),
		.achieved_to = day_said(s, sample_cell(s, t, r, "to")),
		.report = mem_printf(s->mem, "## Thành tích đạt được\n\n%s\n", report),
	};

	if (s->wrong)
		return NULL;
	n.html = markdown(s->mem, n.report).text;
	n.flow_case = flow_open(s->db, "award", n.unit, by, at);
	n.id = nomination_add(s->db, &n, at);
	sample_note(s, at, by, "nomination.add", n.id);
	const char *agreed = sample_cell(s, t, r, "consent");
	if (!strcmp(agreed, "yes") || !strcmp(agreed, "back"))
		consent(s, &n, by, at + 1800);
	papers(s, &n, sample_cell(s, t, r, "state"), by, at + 3600);
	bring(s, &n, unit, sample_cell(s, t, r, "state"), sample_cell(s, t, r, "reason"), at);
	struct nomination *kept = mem_take(s->mem, sizeof(*kept));
	*kept = n;
	return kept;
}

/* ---- decisions ---- */

struct record {
	const struct award_decision *d;
	const struct award_item *items;
};

static const char *
decision_value(const void *record, const char *field)
{
	const struct record *x = record;

	return !strcmp(field, "list") ? x->items ? "x" : ""
	    : !strcmp(field, "number") ? x->d->number : !strcmp(field, "date") ? x->d->date
	    : !strcmp(field, "signer_name") ? x->d->signer_name : "";
}

static void
move_decision(struct sample *s, const struct award_decision *d, const char *move, int64_t by,
    int64_t at)
{
	struct record x = { d, award_items(s->db, s->mem, d->id, sample_day(s, at),
	    sample_day(s, at), by, "vi") };

	for (const struct award_item *i = x.items; i; i = i->next)
		if (i->held || i->gone || i->no_right)
			sample_fail(s, "award.csv: cannot be decided", i->name);
	sample_move(s, &(struct sample_move){ .flow_case = d->flow_case, .move = move, .by = by,
	    .at = at, .value = decision_value, .record = &x, .entity = d->id,
	    .action = mem_printf(s->mem, "award_decision.%s", move) });
}

static void
enter(struct sample *s, struct award_decision *d, int64_t clerk)
{
	int64_t at = sample_office(s, d->date, 0, 420);
	int64_t year = strtoll(d->date, NULL, 10);

	move_decision(s, d, "issue", clerk, at);
	award_change(s->db, d);
	award_enter(s->db, s->mem, d->id, award_next_book(s->db, d->unit, "", year));
	for (struct award_item *i = award_items(s->db, s->mem, d->id, d->date, d->date, clerk, "vi");
	    i; i = i->next)
		sample_move(s, &(struct sample_move){ .flow_case = i->flow_case, .move = "decide",
		    .by = clerk, .at = at, .action = "award.decide", .entity = i->nomination,
		    .changes = award_entry(s->db, s->mem, i->nomination) });
}

/* Some weeks after it was published. */
static void
unconsent(struct sample *s, const struct award_decision *d, const struct listed *l)
{
	int64_t at = sample_office(s, d->date, 15, 100);

	for (struct nomination_consent *c = nomination_consents(s->db, s->mem, l->is->id); c;
	    c = c->next)
		nomination_consent_end(s->db, c->id, sample_day(s, at),
		    "Chủ hộ đề nghị, có giấy viết tay");
	sample_note(s, at, l->officer, "nomination.unconsent", l->is->id);
}

static void
decide(struct sample *s, const struct sheet *t, const struct sheet_row *r,
    const struct listed *all)
{
	int64_t by = sample_reviewer(s, sample_who(s, "unit_officer", "SNV"));
	const char *key = sample_cell(s, t, r, "key"), *title = sample_cell(s, t, r, "title");
	const char *number = sample_cell(s, t, r, "number");
	const char *approved = sample_cell(s, t, r, "approved");
	int64_t at = sample_when(s, sample_cell(s, t, r, "drafted"), 90);
	struct award_decision d = { .unit = sample_unit(s, "31"), .outside = "",
	    .issuer = "Chủ tịch UBND tỉnh Hà Lâm", .title = title,
	    .title_plain = text_plain(s->mem, title),
	    .plan = s->plan[*sample_cell(s, t, r, "plan") == '2'].id, .number = "",
	    .number_plain = "", .date = "", .signer_title = "KT. Chủ tịch, Phó Chủ tịch",
	    .signer_name = "Vi Thị Ngân" };

	if (s->wrong)
		return;
	d.flow_case = flow_open(s->db, "award_decision", d.unit, by, at);
	d.id = award_add(s->db, &d);
	sample_note(s, at, by, "award.add", d.id);
	for (const struct listed *l = all; l; l = l->next)
		if (!strcmp(l->decision, key)) {
			step(s, l->is, "list", by, at, NULL);
			award_put(s->db, l->is->id, d.id);
		}
	move_decision(s, &d, "submit", by, sample_when(s, sample_cell(s, t, r, "submitted"), 150));
	if (!*approved)
		return;
	move_decision(s, &d, "approve", sample_who(s, "signer", "31"), sample_when(s, approved, 480));
	if (!*number)
		return;
	d.number = number;
	d.number_plain = text_plain_number(s->mem, number);
	d.date = day_said(s, sample_cell(s, t, r, "date"));
	enter(s, &d, sample_who(s, "clerk", "31"));
	for (const struct listed *l = all; l && !s->wrong; l = l->next)
		if (!strcmp(l->decision, key) && !strcmp(l->consent, "back"))
			unconsent(s, &d, l);
}

/* A month later it turns out that not all of it was so. */
static void
revoke(struct sample *s)
{
	int64_t by = sample_who(s, "clerk", "31"), at = sample_office(s, "2026-04-14", 0, 200), total;
	struct award_ask ask = { .account = by, .day = sample_day(s, at), .lang = "vi",
	    .words = "hop tac xa nong san muong van", .state = "", .limit = 1 };
	struct award_item *i = s->wrong ? NULL : award_register(s->db, s->mem, &ask, &total);

	if (!i) {
		sample_fail(s, "nomination.csv", "nothing to revoke");
		return;
	}
	award_revoke(s->db, i->award, "588/QĐ-UBND", "2026-04-14", "Số tấm lợp kê trong báo cáo"
	    " thành tích gồm cả phần đã bán theo giá thị trường; hợp tác xã đã nhận và xin rút.",
	    by, at);
	sample_trail(s, &(struct audit_line){ .at = at, .account = by, .action = "award.revoke",
	    .entity = i->award, .changes = award_entry_revoked(s->db, s->mem, i->award) });
}

void
sample_award(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "nomination.csv"), *d = sample_sheet(s, "award.csv");
	struct listed *all = NULL, **end = &all;
	int n = 0;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		struct nomination *is = nominate(s, t, r, n++);
		if (s->wrong)
			return;
		*end = mem_take(s->mem, sizeof(**end));
		**end = (struct listed){ sample_cell(s, t, r, "decision"),
		    sample_cell(s, t, r, "consent"), is,
		    sample_who(s, "unit_officer", sample_cell(s, t, r, "unit")), NULL };
		end = &(*end)->next;
	}
	for (struct sheet_row *r = sample_rows(d); r && !s->wrong; r = r->next)
		decide(s, d, r, all);
	revoke(s);
}
