/* evaluation_sent.c - the copies of a sheet as it was sent: JSON, frozen and digested. */

#include "db/evaluation.h"

static struct sent_book book = SENT_BOOK("evaluation_sent", "evaluation");

/* Points are spelled as decimals (12.50), never as floating point. */
#define DECIMAL(n) "json(printf('%d.%02d', " n " / 100, " n " % 100))"
#define NULL_OR(n) "CASE WHEN " n " IS NULL THEN json('null') ELSE " DECIMAL(n) " END"

#define NAME(unit) \
	"coalesce((SELECT m.name FROM unit_name m WHERE m.unit = " unit \
	" AND r.window_to BETWEEN m.valid_from AND m.valid_to), (SELECT m.name" \
	" FROM unit_name m WHERE m.unit = " unit " ORDER BY m.valid_from DESC LIMIT 1))"

static struct sql content = SQL(
	"SELECT json_object('receipt', ?2, 'day', ?3, 'round', r.name, 'plan', p.number,"
	" 'window_from', r.window_from, 'window_to', r.window_to, 'unit', " NAME("e.unit") ","
	" 'subject', e.subject, 'name', CASE WHEN e.judged IS NULL THEN e.name ELSE"
	"  " NAME("e.judged") " END, 'place', e.place,"
	" 'exit_day', e.exit_day, 'back_day', e.back_day, 'class', k.name, 'note', e.note,"
	" 'criteria', json((SELECT json_group_array(json(one)) FROM (SELECT json_object('anchor', i.anchor,"
	"   'text', i.text, 'maximum', " NULL_OR("i.points") ", 'bonus', i.bonus,"
	"   'points', " NULL_OR("s.points") ", 'not_applicable', coalesce(s.skipped, 0),"
	"   'computed', coalesce(s.computed, 0), 'text_of_unit', coalesce(s.text, ''),"
	"   'how', coalesce(s.how, ''), 'document', coalesce(s.document, ''),"
	"   'document_day', s.document_day, 'report', s.report,"
	"   'files', json((SELECT json_group_array(json_object('name', a.name, 'sha256', a.hash))"
	"    FROM attachment a WHERE a.kind = 'evaluation' AND a.record = e.id"
	"    AND a.part = CAST(i.id AS TEXT) AND a.removed IS NULL))) AS one FROM evaluation_item i"
	"   LEFT JOIN evaluation_score s ON s.evaluation = e.id AND s.evaluation_item = i.id"
	"    AND s.stage = 'own' WHERE i.evaluation_round = e.evaluation_round"
	"    AND i.plan_class = e.plan_class ORDER BY i.seq))))"
	" FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round"
	" JOIN plan p ON p.id = r.plan JOIN plan_class k ON k.id = e.plan_class"
	" WHERE e.id = ?1");

/* Numbers come as they are spelled (-> gives JSON), never as floating point. */
static struct sql lines = SQL(
	"SELECT c.value ->> '$.anchor', c.value ->> '$.text', c.value ->> '$.how',"
	" c.value ->> '$.text_of_unit', c.value -> '$.maximum', c.value -> '$.points',"
	" c.value ->> '$.not_applicable' FROM evaluation_sent t,"
	" json_each(t.content, '$.criteria') c WHERE t.id = ?1 ORDER BY c.key");

const char *
evaluation_send_copy(struct db *db, struct mem *mem, int64_t id, int64_t account,
    int64_t now, const char *day)
{
	struct sent_copy copy = { .record = id, .at = now, .day = day,
	    .receipt = sent_receipt(db, mem, &book, "PC", day) };

	if (!*copy.receipt || !db_row(db, &content, INT(id), TEXT(copy.receipt), TEXT(day)))
		return "";
	copy.content = col_text(&content, 0, mem);
	sent_add(db, mem, &book, &copy, account);
	return copy.receipt;
}

struct sent_copy *
evaluation_copies(struct db *db, struct mem *mem, int64_t id)
{
	return sent_all(db, mem, &book, id);
}

struct sent_copy *
evaluation_copy_get(struct db *db, struct mem *mem, int64_t evaluation, int64_t id)
{
	return sent_one(db, mem, &book, evaluation, id);
}

/* -1 for null. */
static int64_t
points(struct mem *mem, const char *spelled)
{
	int64_t n;

	return sent_decimal(mem, spelled, &n) ? n : -1;
}

struct evaluation_copy_line *
evaluation_copy_lines(struct db *db, struct mem *mem, int64_t id)
{
	struct evaluation_copy_line *first = NULL, **tail = &first;
	struct sql *q = &lines;

	db_query(db, q, INT(id));
	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_copy_line){
			.anchor   = col_text(q, 0, mem),
			.text     = col_text(q, 1, mem),
			.how      = col_text(q, 2, mem),
			.own_text = col_text(q, 3, mem),
			.maximum  = points(mem, col_text(q, 4, mem)),
			.points   = points(mem, col_text(q, 5, mem)),
			.skipped  = col_int(q, 6),
		};
		tail = &(*tail)->next;
	}
	return first;
}
