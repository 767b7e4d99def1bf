/* document_answer.c - the SQL of the answers to documents, and of what waits for whom. */

#include "db/document.h"

#include <string.h>

#include "db/document_row.h"

/* By the day on which it was first sent, as of tasks. */
#define LATE \
	"CASE WHEN s.stands = 1 THEN CASE WHEN a.first_day > t.last_day THEN 'late' ELSE '' END" \
	" WHEN s.kind = 'end' THEN '' WHEN a.first_day IS NOT NULL THEN 'back'" \
	" WHEN t.last_day < ?2 THEN 'missing' ELSE '' END"

#define CONTACT(column_) \
	"coalesce((SELECT o." column_ " FROM unit_contact o WHERE o.unit = coalesce(a.heir, a.unit)" \
	" AND ?2 BETWEEN o.valid_from AND o.valid_to ORDER BY o.id LIMIT 1), '')"

#define ANSWER \
	"SELECT a.id, a.document, a.unit, a.flow_case, a.edition, a.result, a.answer, a.number, a.date," \
	" a.first_day, n.name, h.name, CASE WHEN ?3 = 'en' THEN r.label_en ELSE r.label_vi END, r.tag, " \
	CONTACT("name") ", " CONTACT("phone") ", c.state," \
	" CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END," \
	" CASE WHEN ?3 = 'en' THEN so.outside_en ELSE so.outside_vi END, s.tag, s.edits, s.stands, " \
	LATE " AS late, " DOCUMENT_LAST_STEP("z.reason") ", " DOCUMENT_LAST_STEP("za.name") \
	", coalesce(a.heir, a.unit)" \
	" FROM document_answer a JOIN document d ON d.id = a.document" \
	" JOIN flow_case c ON c.id = a.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind <> 'start'" \
	" JOIN flow_state so ON so.flow = c.flow AND so.state = CASE WHEN c.state = 'returned'" \
	"  AND a.first_day IS NULL THEN 'waiting' ELSE c.state END" \
	" JOIN unit_name n ON n.id = " DOCUMENT_NAME("a.unit", "?2") \
	" LEFT JOIN unit_name h ON h.id = " DOCUMENT_NAME("a.heir", "?2") \
	" LEFT JOIN holiday_due t ON t.day = d.due_date" \
	" LEFT JOIN document_result r ON r.kind = d.kind AND r.result = a.result"

static struct sql answers = SQL(ANSWER
	" WHERE a.document = ?1 ORDER BY CASE late WHEN 'missing' THEN 0 WHEN 'back' THEN 1 ELSE 2 END,"
	" s.seq, n.name_key");
static struct sql get = SQL(ANSWER " WHERE a.id = ?1");

static struct sql add = SQL(
	"INSERT INTO document_answer (document, unit, flow_case) VALUES (?1, ?2, ?3)");
static struct sql save = SQL(
	"UPDATE document_answer SET result = ?2, answer = ?3, number = ?4, date = ?5,"
	" edition = edition + 1 WHERE id = ?1");
static struct sql drop_words = SQL("DELETE FROM document_answer_word WHERE rowid = ?1");
static struct sql put_words = SQL(
	"INSERT INTO document_answer_word (rowid, number, text) VALUES (?1, ?2, ?3)");
static struct sql moved = SQL(
	"UPDATE document_answer SET first_day = coalesce(first_day, ?2), edition = edition + 1"
	" WHERE id = ?1");

#define OF_WHOM(unit_) \
	"UPDATE flow_case SET unit = (SELECT " unit_ " FROM document_answer a" \
	" JOIN document d ON d.id = a.document WHERE a.id = ?1)" \
	" WHERE id = (SELECT a.flow_case FROM document_answer a WHERE a.id = ?1)"
#define ANSWERS_FROM \
	"EXISTS (SELECT 1 FROM flow_move m WHERE m.flow = flow_case.flow AND m.move = 'reply'" \
	" AND m.from_state = flow_case.state)"
static struct sql turn = SQL(OF_WHOM(
	"CASE WHEN " ANSWERS_FROM " THEN coalesce(a.heir, a.unit) ELSE coalesce(d.heir, d.unit) END"));
static struct sql recall = SQL(OF_WHOM("coalesce(d.heir, d.unit)"));

/* One of the steps that lead on is his.  What goes back or ends a case waits for nobody. */
#define WAITS \
	" JOIN flow_case c ON c.id = x.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind = 'open'" \
	" WHERE EXISTS (SELECT 1 FROM flow_way w JOIN mandate_scope ms ON ms.ability = w.ability" \
	"  AND ms.account = ?1 AND ms.unit = c.unit AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	"  AND ?2 BETWEEN ms.unit_from AND ms.unit_to WHERE w.flow = c.flow AND w.from_state = c.state" \
	"  AND ?2 BETWEEN w.valid_from AND w.valid_to AND w.move IN ('submit', 'send', 'reply', 'accept'))"
#define STATE "c.state, CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, s.tag"
#define LABEL "CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END"
static struct sql steps = SQL(
	"SELECT q.*, count(*) OVER () FROM ("
	"SELECT x.id, 0 AS answer, x.number, x.subject, " LABEL ", n.name, '' AS last_day, " STATE ", c.at"
	" FROM document x JOIN document_kind k ON k.kind = x.kind"
	" JOIN unit_name n ON n.id = " DOCUMENT_NAME("x.unit", "?2") WAITS
	" UNION ALL "
	"SELECT x.id, 1, d.number, d.subject, " LABEL ", n.name,"
	" CASE WHEN s.stands = 1 THEN '' ELSE coalesce(t.last_day, '') END, " STATE ", c.at"
	" FROM document_answer x JOIN document d ON d.id = x.document"
	" JOIN document_kind k ON k.kind = d.kind LEFT JOIN holiday_due t ON t.day = d.due_date"
	" JOIN unit_name n ON n.id = CASE WHEN EXISTS (SELECT 1 FROM flow_case y JOIN flow_state z"
	"  ON z.flow = y.flow AND z.state = y.state AND z.stands = 1 WHERE y.id = x.flow_case)"
	"  THEN " DOCUMENT_NAME("x.unit", "?2") " ELSE " DOCUMENT_NAME("d.unit", "?2") " END" WAITS
	") q ORDER BY q.last_day = '', q.last_day, q.at, q.id LIMIT ?4");
enum { STEPS_TOTAL = 11 };

static struct document_answer *
take(struct sql *q, struct mem *mem)
{
	struct document_answer *a = mem_take(mem, sizeof(*a));
	/* The last reason of an answer that stands again is no more one. */
	bool why = col_int(q, 20) || !strcmp(col_text(q, 16, mem), "withdrawn");

	*a = (struct document_answer){
		.id           = col_int(q, 0),
		.document     = col_int(q, 1),
		.unit         = col_int(q, 2),
		.flow_case    = col_int(q, 3),
		.edition      = col_int(q, 4),
		.result       = col_text(q, 5, mem),
		.answer       = col_text(q, 6, mem),
		.number       = col_text(q, 7, mem),
		.date         = col_text(q, 8, mem),
		.first_day    = col_text(q, 9, mem),
		.unit_name    = col_text(q, 10, mem),
		.heir_name    = col_text(q, 11, mem),
		.result_label = col_text(q, 12, mem),
		.result_tag   = col_text(q, 13, mem),
		.contact      = col_text(q, 14, mem),
		.phone        = col_text(q, 15, mem),
		.state        = col_text(q, 16, mem),
		.inside       = col_text(q, 17, mem),
		.outside      = col_text(q, 18, mem),
		.tag          = col_text(q, 19, mem),
		.edits        = col_int(q, 20),
		.stands       = col_int(q, 21),
		.late         = col_text(q, 22, mem),
		.reason       = why ? col_text(q, 23, mem) : "",
		.by           = why ? col_text(q, 24, mem) : "",
		.acts         = col_int(q, 25),
	};
	return a;
}

struct document_answer *
document_answers(struct db *db, struct mem *mem, int64_t document, const char *day,
    const char *lang)
{
	struct document_answer *first = NULL, **end = &first;

	db_query(db, &answers, INT(document), TEXT(day), TEXT(lang));
	while (db_next(db, &answers)) {
		*end = take(&answers, mem);
		end = &(*end)->next;
	}
	return first;
}

struct document_answer *
document_answer_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &get, INT(id), TEXT(day), TEXT(lang)) ? take(&get, mem) : NULL;
}

int64_t
document_answer_add(struct db *db, int64_t document, int64_t unit, int64_t flow_case)
{
	db_run(db, &add, INT(document), INT(unit), INT(flow_case));
	return db_new_id(db);
}

void
document_answer_save(struct db *db, const struct document_answer *a)
{
	db_run(db, &save, INT(a->id), TEXT(a->result), TEXT(a->answer), TEXT(a->number), DAY(a->date));
	db_run(db, &drop_words, INT(a->id));
	db_run(db, &put_words, INT(a->id), TEXT(a->number), TEXT(a->answer));
}

void
document_turn(struct db *db, int64_t id, const char *sent)
{
	db_run(db, &moved, INT(id), DAY(sent));
	db_run(db, &turn, INT(id));
}

void
document_recall(struct db *db, int64_t id)
{
	db_run(db, &recall, INT(id));
}

struct document_step *
document_steps(struct db *db, struct mem *mem, int64_t account, const char *day,
    const char *lang, int64_t limit, int64_t *total)
{
	struct document_step *first = NULL, **end = &first;

	*total = 0;
	db_query(db, &steps, INT(account), TEXT(day), TEXT(lang), INT(limit));
	while (db_next(db, &steps)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct document_step){
			.id         = col_int(&steps, 0),
			.answer     = col_int(&steps, 1),
			.number     = col_text(&steps, 2, mem),
			.subject    = col_text(&steps, 3, mem),
			.kind_label = col_text(&steps, 4, mem),
			.unit_name  = col_text(&steps, 5, mem),
			.last_day   = col_text(&steps, 6, mem),
			.state      = col_text(&steps, 7, mem),
			.inside     = col_text(&steps, 8, mem),
			.tag        = col_text(&steps, 9, mem),
		};
		*total = col_int(&steps, STEPS_TOTAL);
		end = &(*end)->next;
	}
	return first;
}
