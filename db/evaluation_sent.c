/* evaluation_sent.c - the copies of a sheet as it was sent: JSON, frozen and digested. */

#include "db/evaluation.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static struct sql next_number = SQL(
	"SELECT coalesce(max(CAST(substr(receipt, 9) AS INTEGER)), 0) + 1 FROM evaluation_sent"
	" WHERE substr(receipt, 1, 8) = ?1");

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
static struct sql add = SQL(
	"INSERT INTO evaluation_sent (evaluation, receipt, at, day, account, content, digest)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

/* Numbers come as they are spelled (-> gives JSON), never as floating point. */
static struct sql lines = SQL(
	"SELECT c.value ->> '$.anchor', c.value ->> '$.text', c.value ->> '$.how',"
	" c.value ->> '$.text_of_unit', c.value -> '$.maximum', c.value -> '$.points',"
	" c.value ->> '$.not_applicable' FROM evaluation_sent t,"
	" json_each(t.content, '$.criteria') c WHERE t.id = ?1 ORDER BY c.key");

#define COPY \
	"SELECT t.id, t.evaluation, t.at, t.receipt, t.day, coalesce(a.name, ''), t.digest, "

static struct sql all = SQL(COPY "'' FROM evaluation_sent t LEFT JOIN account a"
	" ON a.id = t.account WHERE t.evaluation = ?1 ORDER BY t.id DESC");
static struct sql one = SQL(COPY "t.content FROM evaluation_sent t LEFT JOIN account a"
	" ON a.id = t.account WHERE t.evaluation = ?1 AND t.id = ?2");

static const char *
digest_of_text(struct mem *mem, const char *text)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = mem_take(mem, sizeof(digest) * 2 + 1);

	crypto_hash_sha256(digest, (const unsigned char *)text, strlen(text));
	return sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}

const char *
evaluation_send_copy(struct db *db, struct mem *mem, int64_t id, int64_t account,
    int64_t now, const char *day)
{
	const char *prefix = mem_printf(mem, "PC-%.4s-", day), *receipt, *text;

	if (!db_row(db, &next_number, TEXT(prefix)))
		return "";
	receipt = mem_printf(mem, "%s%05lld", prefix, (long long)col_int(&next_number, 0));
	if (!db_row(db, &content, INT(id), TEXT(receipt), TEXT(day)))
		return "";
	text = col_text(&content, 0, mem);
	db_run(db, &add, INT(id), TEXT(receipt), INT(now), TEXT(day), ID(account), TEXT(text),
	    TEXT(digest_of_text(mem, text)));
	return receipt;
}

static struct evaluation_copy *
take(struct db *db, struct sql *q, struct mem *mem)
{
	struct evaluation_copy *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_copy){
			.id         = col_int(q, 0),
			.evaluation = col_int(q, 1),
			.at         = col_int(q, 2),
			.receipt    = col_text(q, 3, mem),
			.day        = col_text(q, 4, mem),
			.sender     = col_text(q, 5, mem),
			.digest     = col_text(q, 6, mem),
			.content    = col_text(q, 7, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct evaluation_copy *
evaluation_copies(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &all, INT(id));
	return take(db, &all, mem);
}

struct evaluation_copy *
evaluation_copy_get(struct db *db, struct mem *mem, int64_t evaluation, int64_t id)
{
	db_query(db, &one, INT(evaluation), INT(id));
	return take(db, &one, mem);
}

bool
evaluation_copy_is_sound(struct mem *mem, const struct evaluation_copy *c)
{
	return !strcmp(digest_of_text(mem, c->content), c->digest);
}

/* 12.50 to 1250; -1 for null. */
static int64_t
hundredths(struct mem *mem, const char *number)
{
	char *digits = mem_text(mem, number), *out = digits;

	if (*number < '0' || *number > '9')
		return -1;
	for (; *number; number++)
		if (*number != '.')
			*out++ = *number;
	*out = '\0';
	return strtoll(digits, NULL, 10);
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
			.maximum  = hundredths(mem, col_text(q, 4, mem)),
			.points   = hundredths(mem, col_text(q, 5, mem)),
			.skipped  = col_int(q, 6),
		};
		tail = &(*tail)->next;
	}
	return first;
}
