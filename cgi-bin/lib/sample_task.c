/* sample_task.c - tasks of the sample's plan: received, done, returned, late. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/docx_out.h"
#include "cgi-bin/lib/sheet.h"
#include "db/attachment.h"
#include "db/plan.h"
#include "db/task.h"
#include "db/text.h"

/* For whom: a kind, a cluster by its name, or codes of units. */
static struct plan_addressee *
addressees(struct sample *s, int64_t plan, const char *said, const char *day)
{
	struct plan_addressee *first = NULL, **end = &first;
	const char *kind = mem_printf(s->mem, "kind:%s", said);
	int64_t issuer = plan_get(s->db, s->mem, plan, "vi")->unit;

	for (struct plan_choice *c = plan_choices(s->db, s->mem, issuer, day, "vi"); c; c = c->next)
		if (!strcmp(c->value, kind) || !strcmp(c->label, said)) {
			bool is_kind = !strncmp(c->value, "kind:", 5);
			first = mem_take(s->mem, sizeof(*first));
			*first = (struct plan_addressee){ .kind = is_kind ? c->value + 5 : "",
			    .unit_group = is_kind ? 0 : strtoll(c->value + 6, NULL, 10) };
			return first;
		}
	for (char *all = mem_text(s->mem, said), *code; (code = strsep(&all, " ")); ) {
		*end = mem_take(s->mem, sizeof(**end));
		**end = (struct plan_addressee){ .kind = "", .unit = sample_unit(s, code) };
		end = &(*end)->next;
	}
	return first;
}

static struct task_addressee *
told(struct sample *s, const struct plan_addressee *to)
{
	struct task_addressee *first = NULL, **end = &first;

	for (; to; to = to->next) {
		*end = mem_take(s->mem, sizeof(**end));
		**end = (struct task_addressee){ .kind = to->kind, .unit_group = to->unit_group,
		    .unit = to->unit };
		end = &(*end)->next;
	}
	return first;
}

static const char *
value_of(const void *record, const char *field)
{
	const struct task_unit *t = record;

	return !strcmp(field, "result") ? t->result : "";
}

static void
step(struct sample *s, const struct task_unit *t, const char *move, int64_t by, int64_t at,
    const char *reason)
{
	sample_move(s, &(struct sample_move){ .flow_case = t->flow_case, .move = move, .by = by,
	    .at = at, .reason = reason, .value = value_of, .record = t, .entity = t->id,
	    .action = mem_printf(s->mem, "task_unit.%s", move) });
	task_unit_moved(s->db, t->id, !strcmp(move, "send") ? sample_day(s, at) : "");
}

/* The minutes of a village's meeting, as a document. */
static const char *
minutes(struct sample *s, size_t *n)
{
	static const char *const lines[] = {
		"Bản Pá Sang họp toàn thể ở nhà văn hóa; 32 trên 35 hộ có người dự.",
		"Trưởng bản đọc kế hoạch của xã; bà con bàn từng hộ cần gì, ai nhận giúp.",
		"Nhóm hộ phía suối nhận góp 30 công phát lại mương Nậm Lúa trước vụ xuân, ai có trâu cho mượn cày.",
		"Hội Phụ nữ nhận dạy ghép luống chuối tiêu và nuôi gà thả đồi cho năm hộ.",
		"Cả bản thống nhất: cuối mỗi quý họp lại một lần, hộ nào đã tự lo được thì nhường phần cho hộ khác.",
	};
	struct docx_out *d = docx_out_new(s->mem);

	docx_paragraph(d, "BIÊN BẢN HỌP BẢN", 28, DOCX_BOLD | DOCX_CENTRE);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		docx_paragraph(d, lines[i], 28, DOCX_TEXT);
	return docx_out(d, n);
}

/* What is needed, as a sheet. */
static const char *
needs(struct sample *s, size_t *n)
{
	static const char *const heads[] = { "Bản", "Cần giúp", "Số lượng" };
	static const enum sheet_kind kinds[] = { SHEET_TEXT, SHEET_TEXT, SHEET_NUMBER };
	static const char *const rows[][3] = {
		{ "Huổi Tao", "Bò cái sinh sản", "6" }, { "Huổi Tao", "Giống ngô nếp nương", "120" },
		{ "Nà Hin", "Tấm lợp và xi măng sửa nhà", "4" }, { "Nà Hin", "Máy bơm nước dùng chung", "1" },
	};
	struct sheet_out *t = sheet_new(s->mem, "Nhu cầu", 3, heads, kinds);

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		sheet_add(t, rows[i]);
	return sheet_xlsx(t, n);
}

static void
attach(struct sample *s, const struct task_unit *t, const char *paper, int64_t by, int64_t at)
{
	bool sheet = !strcmp(paper, "needs");
	size_t n;
	const char *bytes = sheet ? needs(s, &n) : minutes(s, &n);

	sample_attach(s, &(struct attachment){ .kind = "task_unit", .record = t->id, .part = "",
	    .name = sheet ? "Nhu cầu của các bản.xlsx" : "Biên bản họp bản Pá Sang.docx",
	    .type = sheet ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	    : "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	    .at = at, .account = by }, bytes, n);
}

/* As far as its row says: received, written, passed on, sent, decided. */
static void
work(struct sample *s, struct task_unit *t, const struct sheet *of, const struct sheet_row *r)
{
	const char *unit = sample_cell(s, of, r, "unit"), *state = sample_cell(s, of, r, "state");
	const char *holder = sample_cell(s, of, r, "holder");
	int64_t officer = sample_who(s, "unit_officer", unit);
	int64_t at = sample_when(s, sample_cell(s, of, r, "received"), 40);

	step(s, t, "receive", officer, at, NULL);
	t->holder = !strcmp(holder, "me") ? officer : 0;
	t->holder_name = t->holder ? "" : holder;
	t->result = sample_cell(s, of, r, "result");
	task_unit_save(s->db, t);
	sample_note(s, at + 1800, officer, "task_unit.save", t->id);
	if (*sample_cell(s, of, r, "paper"))
		attach(s, t, sample_cell(s, of, r, "paper"), officer, at + 2100);
	if (s->wrong || !strcmp(state, "received"))
		return;
	at = sample_when(s, sample_cell(s, of, r, "sent"), 90);
	step(s, t, "submit", officer, at, NULL);
	if (s->wrong || !strcmp(state, "signing"))
		return;
	step(s, t, "send", sample_who(s, "unit_leader", unit), at + 3600, NULL);
	if (s->wrong || !strcmp(state, "sent"))
		return;
	step(s, t, !strcmp(state, "accepted") ? "accept" : "return", sample_reviewer(s, officer),
	    sample_when(s, sample_cell(s, of, r, "decided"), 150), sample_cell(s, of, r, "reason"));
}

static void
hand(struct sample *s, int64_t task, const char *key, const struct plan_unit *unit,
    int64_t giver, int64_t at)
{
	struct sheet *of = sample_sheet(s, "task_unit.csv");
	struct task_unit t = { .flow_case = flow_open(s->db, "task", unit->unit, 0, at), .result = "" };

	t.id = task_unit_add(s->db, task, unit->unit, t.flow_case);
	sample_move(s, &(struct sample_move){ .flow_case = t.flow_case, .move = "give",
	    .by = giver, .at = at, .entity = t.id, .action = "task_unit.give" });
	for (struct sheet_row *r = sample_rows(of); r && !s->wrong; r = r->next)
		if (!strcmp(sample_cell(s, of, r, "key"), key)
		    && !strcmp(sample_cell(s, of, r, "unit"), unit->code))
			work(s, &t, of, r);
}

static void
give(struct sample *s, const struct sheet *of, const struct sheet_row *r)
{
	const char *key = sample_cell(s, of, r, "key"), *anchor = sample_cell(s, of, r, "anchor");
	int64_t plan = s->plan[*sample_cell(s, of, r, "plan") == '2'].id;
	int64_t giver = sample_who(s, "specialist", "31");
	int64_t at = sample_when(s, sample_cell(s, of, r, "day"), 30);
	struct plan_clause *c = plan_clauses(s->db, s->mem, plan);
	struct task t = { .plan = plan, .anchor = anchor, .text = sample_cell(s, of, r, "text"),
	    .papers = sample_cell(s, of, r, "papers"), .account = giver, .day = sample_day(s, at),
	    .at = at, .due_date = text_day_add(s->mem, s->today,
	    strtoll(sample_cell(s, of, r, "due"), NULL, 10)) };

	while (c && strcmp(c->anchor, anchor))
		c = c->next;
	if (!c) {
		sample_fail(s, "task.csv: no such clause", anchor);
		return;
	}
	struct plan_addressee *to = addressees(s, plan, sample_cell(s, of, r, "to"), t.day);
	if (s->wrong)
		return;
	int64_t id = task_add(s->db, &t, text_plain(s->mem, t.text));
	task_address(s->db, id, told(s, to));
	sample_note(s, at, giver, "task.give", id);
	for (struct plan_unit *u = plan_meant(s->db, s->mem, plan_get(s->db, s->mem, plan, "vi")->unit,
	    to, t.day); u && !s->wrong; u = u->next)
		hand(s, id, key, u, giver, at);
}

void
sample_task(struct sample *s)
{
	struct sheet *of = sample_sheet(s, "task.csv");

	for (struct sheet_row *r = sample_rows(of); r && !s->wrong; r = r->next)
		give(s, of, r);
}
