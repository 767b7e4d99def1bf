/* plan_delivery.c - the SQL of a plan's recipients: sent, opened, acknowledged. */

#include <stdlib.h>
#include <string.h>

#include "db/plan.h"
#include "db/text.h"

static struct sql drop_recipients = SQL("DELETE FROM plan_recipient WHERE plan = ?1");

static struct sql add_recipient = SQL(
	"INSERT INTO plan_recipient (plan, seq, text, purpose, copies) VALUES (?1, ?2, ?3, ?4, ?5)");

static struct sql add_addressee = SQL(
	"INSERT INTO plan_addressee (recipient, kind, unit_group, unit) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT DO NOTHING");

/* u and n, a unit under the issuer, is one of those that the addressee a stands for. */
#define MEANT \
	"(a.unit = u.unit OR (a.kind = n.kind AND u.depth > 0)" \
	" OR EXISTS (SELECT 1 FROM unit_member m WHERE m.unit_group = a.unit_group" \
	"  AND m.unit = u.unit AND ?2 BETWEEN m.valid_from AND m.valid_to))"

#define UNDER \
	" JOIN unit_under u ON u.ancestor = p.unit AND ?2 BETWEEN u.valid_from AND u.valid_to" \
	" JOIN unit_name n ON n.unit = u.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"

static struct sql recipients = SQL(
	"SELECT r.id, r.text, r.purpose, coalesce(r.copies, 0),"
	" CASE WHEN EXISTS (SELECT 1 FROM plan_delivery d WHERE d.plan = ?1) THEN 0 ELSE"
	"  (SELECT count(DISTINCT u.unit) FROM plan_addressee a" UNDER
	"  WHERE a.recipient = r.id AND " MEANT ") END,"
	" (SELECT count(*) FROM plan_delivery d WHERE d.recipient = r.id),"
	" (SELECT count(*) FROM plan_delivery d JOIN plan_opened o"
	"  ON o.plan = d.plan AND o.unit = d.unit WHERE d.recipient = r.id),"
	" (SELECT count(acknowledged) FROM plan_delivery d WHERE d.recipient = r.id)"
	" FROM plan_recipient r JOIN plan p ON p.id = r.plan WHERE r.plan = ?1 ORDER BY r.seq");

static struct sql addressees = SQL(
	"SELECT a.recipient, a.kind, a.unit_group, a.unit,"
	" coalesce((SELECT code FROM unit WHERE id = a.unit), ''),"
	" coalesce(CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END, g.name,"
	"  (SELECT n.name FROM unit_name n WHERE n.unit = a.unit"
	"   AND ?2 BETWEEN n.valid_from AND n.valid_to), '')"
	" FROM plan_recipient r JOIN plan_addressee a ON a.recipient = r.id"
	" LEFT JOIN unit_kind k ON k.kind = a.kind"
	" LEFT JOIN unit_group g ON g.id = a.unit_group"
	" WHERE r.plan = ?1 ORDER BY r.seq, k.level, k.kind, g.name, a.rowid");

/* Of the lines that stand for a unit the first of those that ask most of it: the rank in
 * front of its id. */
#define FIRST_LINE \
	"min((CASE r.purpose WHEN 'act' THEN 0 WHEN 'join' THEN 1 ELSE 2 END << 48) + r.id)" \
	" & ((1 << 48) - 1)"
static struct sql deliver = SQL(
	"INSERT INTO plan_delivery (plan, unit, recipient, sent)"
	" SELECT ?1, u.unit, " FIRST_LINE ", ?3 FROM plan_recipient r"
	" JOIN plan p ON p.id = r.plan JOIN plan_addressee a ON a.recipient = r.id" UNDER
	" WHERE r.plan = ?1 AND " MEANT " GROUP BY u.unit");

static struct sql meant = SQL(
	"SELECT u.unit, x.code, n.name, n.kind FROM (SELECT ?1 AS unit) p" UNDER
	" JOIN unit x ON x.id = u.unit"
	" JOIN (SELECT ?3 AS kind, ?4 AS unit_group, ?5 AS unit) a"
	" WHERE " MEANT " ORDER BY n.name_key");

static struct sql within = SQL(
	"SELECT 1 FROM unit_under WHERE ancestor = ?1 AND unit = ?2"
	" AND ?3 BETWEEN valid_from AND valid_to");

#define WHOM \
	"coalesce((SELECT o.name FROM unit_contact o WHERE o.unit = d.unit" \
	"  AND ?3 BETWEEN o.valid_from AND o.valid_to ORDER BY o.id LIMIT 1), '')," \
	" coalesce((SELECT o.phone FROM unit_contact o WHERE o.unit = d.unit" \
	"  AND ?3 BETWEEN o.valid_from AND o.valid_to ORDER BY o.id LIMIT 1), '')"

#define SIGNED_UP \
	"EXISTS (SELECT 1 FROM signup g JOIN flow_case gc ON gc.id = g.flow_case" \
	" JOIN flow_state gs ON gs.flow = gc.flow AND gs.state = gc.state AND gs.stands = 1" \
	" WHERE g.plan = d.plan AND g.unit = d.unit)"

#define DELIVERY \
	"SELECT d.unit, n.name, n.kind, r.text, " WHOM ", d.sent, w.at, d.acknowledged," \
	" coalesce(a.name, ''), coalesce(b.name, ''), coalesce(x.name, ''), coalesce(x.day, '')," \
	" " SIGNED_UP " AS joined, count(*) OVER ()" \
	" FROM plan_delivery d JOIN plan_recipient r ON r.id = d.recipient" \
	" JOIN unit_name n ON n.unit = d.unit AND ?3 BETWEEN n.valid_from AND n.valid_to" \
	" LEFT JOIN plan_opened w ON w.plan = d.plan AND w.unit = d.unit" \
	" LEFT JOIN account a ON a.id = w.account LEFT JOIN account b ON b.id = d.account" \
	" LEFT JOIN plan_receipt x ON x.plan = d.plan AND x.unit = d.unit" \
	" WHERE d.plan = ?1 AND EXISTS (SELECT 1 FROM mandate_scope ms" \
	"  WHERE ms.account = ?2 AND ms.unit = d.unit" \
	"  AND ?3 BETWEEN ms.mandate_from AND ms.mandate_to" \
	"  AND ?3 BETWEEN ms.unit_from AND ms.unit_to AND ms.ability = "

static struct sql deliveries = SQL(DELIVERY "'plan.follow')"
	" AND ?7 IN (0, d.recipient) AND CASE ?8 WHEN 'unopened' THEN w.at IS NULL"
	"  WHEN 'unacknowledged' THEN d.acknowledged IS NULL WHEN 'unsigned' THEN NOT joined ELSE 1 END"
	" ORDER BY CASE ?4 WHEN 1 THEN n.name_key WHEN 2 THEN n.kind END,"
	" CASE ?4 WHEN -1 THEN n.name_key WHEN -2 THEN n.kind END DESC,"
	" CASE ?4 WHEN 3 THEN w.at WHEN 4 THEN d.acknowledged WHEN 5 THEN joined END,"
	" CASE ?4 WHEN -3 THEN w.at WHEN -4 THEN d.acknowledged WHEN -5 THEN joined END DESC,"
	" d.acknowledged IS NOT NULL, w.at IS NOT NULL, n.name_key LIMIT ?5 OFFSET ?6");

static struct sql mine = SQL(DELIVERY "'plan.receive') ORDER BY n.name_key");

static struct sql note = SQL(
	"INSERT INTO plan_opened (plan, unit, account, at) SELECT d.plan, d.unit, ?3, ?4"
	" FROM plan_delivery d WHERE d.plan = ?1 AND d.unit = ?2"
	" ON CONFLICT (plan, unit) DO NOTHING");

static struct sql acknowledge = SQL(
	"UPDATE plan_delivery SET acknowledged = ?4, account = ?3"
	" WHERE plan = ?1 AND unit = ?2 AND acknowledged IS NULL");

static struct sql drop_words = SQL("DELETE FROM plan_word WHERE rowid = ?1");
static struct sql put_words = SQL(
	"INSERT INTO plan_word (rowid, number, subject, body) VALUES (?1, ?2, ?3, ?4)");

static struct sql issuers = SQL(
	"SELECT DISTINCT u.id, u.code, n.name, n.kind, n.name_key, k.level FROM mandate_scope s"
	" JOIN unit u ON u.id = s.unit"
	" JOIN unit_name n ON n.unit = u.id AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" JOIN unit_kind k ON k.kind = n.kind"
	" WHERE s.account = ?1 AND s.ability = 'plan.write'"
	" AND ?2 BETWEEN s.mandate_from AND s.mandate_to"
	" AND ?2 BETWEEN s.unit_from AND s.unit_to"
	" ORDER BY k.level, n.name_key LIMIT 500");

static struct sql by_code = SQL(
	"SELECT id FROM unit WHERE code = ?1 AND ?2 BETWEEN valid_from AND valid_to");

static struct sql kinds = SQL(
	"SELECT DISTINCT k.kind, CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END, k.level"
	" FROM unit_under u JOIN unit_name n ON n.unit = u.unit"
	"  AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" JOIN unit_kind k ON k.kind = n.kind WHERE u.ancestor = ?1 AND u.depth > 0"
	" AND ?2 BETWEEN u.valid_from AND u.valid_to ORDER BY k.level, k.kind");

static struct sql all_kinds = SQL(
	"SELECT kind, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END FROM unit_kind"
	" WHERE valid_to >= ?2 OR instr(' ' || ?3 || ' ', ' ' || kind || ' ')"
	" ORDER BY level, kind");

static struct sql groups = SQL(
	"SELECT id, name, document, coalesce(document_date, '') FROM unit_group WHERE unit = ?1"
	" AND ?2 BETWEEN valid_from AND valid_to ORDER BY kind = 'list', kind, name");

void
plan_put_recipients(struct db *db, int64_t plan, const struct plan_recipient *r)
{
	db_run(db, &drop_recipients, INT(plan));
	for (int n = 1; r; r = r->next) {
		db_run(db, &add_recipient, INT(plan), INT(n++), TEXT(r->text), TEXT(r->purpose),
		    ID(r->copies));
		int64_t id = db_new_id(db);
		for (const struct plan_addressee *a = r->to; a; a = a->next)
			db_run(db, &add_addressee, INT(id), *a->kind ? TEXT(a->kind) : NONE,
			    ID(a->unit_group), ID(a->unit));
	}
}

/* Both come in the order of the lines. */
static void
read_addressees(struct db *db, struct mem *mem, struct plan_recipient *line)
{
	struct plan_addressee **end = NULL;
	struct sql *q = &addressees;

	for (; db_next(db, q); end = &(*end)->next) {
		while (line->id != col_int(q, 0))
			line = line->next, end = NULL;
		if (!end)
			end = &line->to;
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_addressee){
			.kind       = col_text(q, 1, mem),
			.unit_group = col_int(q, 2),
			.unit       = col_int(q, 3),
			.code       = col_text(q, 4, mem),
			.label      = col_text(q, 5, mem),
		};
	}
}

struct plan_recipient *
plan_recipients(struct db *db, struct mem *mem, int64_t plan, const char *day,
    const char *lang)
{
	struct plan_recipient *first = NULL, **end = &first;
	struct sql *q = &recipients;

	db_query(db, q, INT(plan), TEXT(day));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_recipient){
			.id           = col_int(q, 0),
			.text         = col_text(q, 1, mem),
			.purpose      = col_text(q, 2, mem),
			.copies       = col_int(q, 3),
			.units        = col_int(q, 4),
			.sent         = col_int(q, 5),
			.opened       = col_int(q, 6),
			.acknowledged = col_int(q, 7),
		};
		end = &(*end)->next;
	}
	db_query(db, &addressees, INT(plan), TEXT(day), TEXT(lang));
	read_addressees(db, mem, first);
	return first;
}

int
plan_deliver(struct db *db, int64_t plan, const char *day, int64_t now)
{
	return db_run(db, &deliver, INT(plan), TEXT(day), INT(now));
}

static struct plan_delivery *
take_all(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct plan_delivery *first = NULL, **end = &first;

	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_delivery){
			.unit         = col_int(q, 0),
			.unit_name    = col_text(q, 1, mem),
			.unit_kind    = col_text(q, 2, mem),
			.recipient    = col_text(q, 3, mem),
			.contact      = col_text(q, 4, mem),
			.phone        = col_text(q, 5, mem),
			.sent         = col_int(q, 6),
			.opened       = col_int(q, 7),
			.acknowledged = col_int(q, 8),
			.opened_by    = col_text(q, 9, mem),
			.acknowledged_by = col_text(q, 10, mem),
			.paper_by     = col_text(q, 11, mem),
			.paper_on     = col_text(q, 12, mem),
			.signed_up    = col_int(q, 13),
		};
		*total = col_int(q, 14);
		end = &(*end)->next;
	}
	return first;
}

struct plan_delivery *
plan_deliveries(struct db *db, struct mem *mem, const struct plan_follow *f, int64_t *total)
{
	*total = 0;
	db_query(db, &deliveries, INT(f->plan), INT(f->account), TEXT(f->day), INT(f->sort),
	    INT(f->limit), INT(f->skip), INT(f->recipient), TEXT(f->state));
	return take_all(db, &deliveries, mem, total);
}

struct plan_delivery *
plan_mine(struct db *db, struct mem *mem, int64_t plan, int64_t account, const char *day)
{
	int64_t total;

	db_query(db, &mine, INT(plan), INT(account), TEXT(day));
	return take_all(db, &mine, mem, &total);
}

bool
plan_note_opened(struct db *db, int64_t plan, int64_t unit, int64_t account, int64_t now)
{
	return db_run(db, &note, INT(plan), INT(unit), INT(account), INT(now)) > 0;
}

bool
plan_acknowledge(struct db *db, int64_t plan, int64_t unit, int64_t account, int64_t now)
{
	return db_run(db, &acknowledge, INT(plan), INT(unit), INT(account), INT(now)) > 0;
}

void
plan_index(struct db *db, const struct plan *p, const char *text)
{
	db_run(db, &drop_words, INT(p->id));
	db_run(db, &put_words, INT(p->id), TEXT(p->number), TEXT(p->subject), TEXT(text));
}

struct plan_unit *
plan_issuers(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	struct plan_unit *first = NULL, **end = &first;

	db_query(db, &issuers, INT(account), TEXT(day));
	while (db_next(db, &issuers)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_unit){ col_int(&issuers, 0), col_text(&issuers, 1, mem),
		    col_text(&issuers, 2, mem), col_text(&issuers, 3, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

int64_t
plan_unit_by_code(struct db *db, const char *code, const char *day)
{
	return db_row(db, &by_code, TEXT(code), TEXT(day)) ? col_int(&by_code, 0) : 0;
}

bool
plan_reaches(struct db *db, int64_t issuer, int64_t unit, const char *day)
{
	return db_row(db, &within, INT(issuer), INT(unit), TEXT(day));
}

static bool
is_among(const struct plan_unit *list, int64_t unit)
{
	while (list && list->unit != unit)
		list = list->next;
	return list;
}

struct plan_unit *
plan_meant(struct db *db, struct mem *mem, int64_t issuer, const struct plan_addressee *to,
    const char *day)
{
	struct plan_unit *first = NULL, **end = &first;

	for (; to; to = to->next) {
		const struct plan_unit *before = first;
		struct plan_unit *more = NULL, **more_end = &more;
		db_query(db, &meant, INT(issuer), TEXT(day), *to->kind ? TEXT(to->kind) : NONE,
		    ID(to->unit_group), ID(to->unit));
		while (db_next(db, &meant)) {
			int64_t unit = col_int(&meant, 0);
			if (is_among(before, unit))
				continue;
			*more_end = mem_take(mem, sizeof(**more_end));
			**more_end = (struct plan_unit){ unit, col_text(&meant, 1, mem),
			    col_text(&meant, 2, mem), col_text(&meant, 3, mem), NULL };
			more_end = &(*more_end)->next;
		}
		*end = more;
		while (*end)
			end = &(*end)->next;
	}
	return first;
}

static struct plan_choice **
choose(struct db *db, struct sql *q, struct mem *mem, const char *prefix,
    struct plan_choice **end)
{
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		(*end)->value = mem_printf(mem, "%s%s", prefix, col_text(q, 0, mem));
		(*end)->label = col_text(q, 1, mem);
		end = &(*end)->next;
	}
	return end;
}

struct plan_choice *
plan_choices(struct db *db, struct mem *mem, int64_t unit, const char *day,
    const char *lang)
{
	struct plan_choice *first = NULL, **end = &first;

	db_query(db, &kinds, INT(unit), TEXT(day), TEXT(lang));
	end = choose(db, &kinds, mem, "kind:", end);
	db_query(db, &groups, INT(unit), TEXT(day));
	for (; db_next(db, &groups); end = &(*end)->next) {
		const char *number = col_text(&groups, 2, mem);
		const char *on = text_of_day(mem, col_text(&groups, 3, mem));
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_choice){
			.value = mem_printf(mem, "group:%lld", (long long)col_int(&groups, 0)),
			.label = col_text(&groups, 1, mem),
			.document = *on ? mem_printf(mem, "%s%s%s", number, *number ? ", " : "", on) : number,
		};
	}
	return first;
}

struct plan_choice *
plan_kinds(struct db *db, struct mem *mem, const char *day, const char *chosen,
    const char *lang)
{
	struct plan_choice *first = NULL;

	db_query(db, &all_kinds, TEXT(lang), TEXT(day), TEXT(chosen));
	choose(db, &all_kinds, mem, "", &first);
	return first;
}
