/* plan_receipt.c - the SQL of receipts on paper, and of what became of a plan that was sent. */

#include "db/plan_receipt.h"

#define CONTACT(unit_) \
	"(SELECT min(k.id) FROM unit_contact k WHERE k.unit = " unit_ \
	" AND ?2 BETWEEN k.valid_from AND k.valid_to)"

/* Nobody who may sign in could acknowledge it on day ?2; or a paper came already. */
#define ON_PAPER \
	"(x.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM mandate_scope w JOIN account wa ON wa.id = w.account" \
	" AND wa.disabled IS NULL WHERE w.unit = d.unit AND w.ability = 'plan.receive'" \
	" AND ?2 BETWEEN w.mandate_from AND w.mandate_to AND ?2 BETWEEN w.unit_from AND w.unit_to))"

#define PAPERS \
	"SELECT y.*, count(*) OVER () FROM (" \
	"SELECT r.id AS recipient, 0 AS unit, r.text, '' AS unit_name, '' AS code, '' AS contact, '' AS phone," \
	" coalesce(x.name, '') AS name, coalesce(x.day, '') AS day, coalesce(a.name, '') AS who," \
	" r.seq, '' AS name_key, coalesce(r.copies, 0) AS copies FROM plan_recipient r" \
	" LEFT JOIN plan_receipt x ON x.plan = r.plan AND x.recipient = r.id AND x.unit IS NULL" \
	" LEFT JOIN account a ON a.id = x.account" \
	" WHERE r.plan = ?1 AND r.purpose <> 'file'" \
	" AND NOT EXISTS (SELECT 1 FROM plan_addressee e WHERE e.recipient = r.id)" \
	" UNION ALL " \
	"SELECT r.id, d.unit, r.text, n.name, u.code, coalesce(k.name, ''), coalesce(k.phone, '')," \
	" coalesce(x.name, ''), coalesce(x.day, ''), coalesce(a.name, ''), r.seq, n.name_key, coalesce(r.copies, 0)" \
	" FROM plan_delivery d JOIN plan_recipient r ON r.id = d.recipient JOIN unit u ON u.id = d.unit" \
	" JOIN unit_name n ON n.id = (SELECT m.id FROM unit_name m WHERE m.unit = d.unit" \
	"  ORDER BY ?2 BETWEEN m.valid_from AND m.valid_to DESC, m.valid_from DESC LIMIT 1)" \
	" LEFT JOIN unit_parent o ON o.unit = d.unit AND o.tree = 'manage'" \
	"  AND ?2 BETWEEN o.valid_from AND o.valid_to" \
	" LEFT JOIN unit_contact k ON k.id = coalesce(" CONTACT("d.unit") ", " CONTACT("o.parent") ")" \
	" LEFT JOIN plan_receipt x ON x.plan = d.plan AND x.unit = d.unit" \
	" LEFT JOIN account a ON a.id = x.account" \
	" WHERE d.plan = ?1 AND " ON_PAPER ") y"

static struct sql list = SQL(PAPERS
	" WHERE CASE ?3 WHEN 'open' THEN y.day = '' WHEN 'done' THEN y.day <> '' ELSE 1 END"
	" ORDER BY CASE ?4 WHEN 1 THEN coalesce(nullif(y.name_key, ''), y.text) WHEN 2 THEN y.name"
	"  WHEN 3 THEN y.day END,"
	" CASE ?4 WHEN -1 THEN coalesce(nullif(y.name_key, ''), y.text) WHEN -2 THEN y.name"
	"  WHEN -3 THEN y.day END DESC,"
	" y.seq, y.name_key, y.unit LIMIT ?5 OFFSET ?6");
static struct sql get = SQL(PAPERS " WHERE y.recipient = ?3 AND y.unit = ?4");

static struct sql drop = SQL(
	"DELETE FROM plan_receipt WHERE plan = ?1 AND recipient = ?2 AND coalesce(unit, 0) = ?3");
static struct sql add = SQL(
	"INSERT INTO plan_receipt (plan, recipient, unit, name, day, account, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
static struct sql acknowledge = SQL(
	"UPDATE plan_delivery SET acknowledged = coalesce(acknowledged, ?3)"
	" WHERE plan = ?1 AND unit = ?2");

static struct sql funnel = SQL(
	"SELECT count(*), sum(EXISTS (SELECT 1 FROM plan_opened o WHERE o.plan = d.plan AND o.unit = d.unit)),"
	" count(d.acknowledged),"
	" sum(EXISTS (SELECT 1 FROM plan_receipt x WHERE x.plan = d.plan AND x.unit = d.unit)),"
	" sum(EXISTS (SELECT 1 FROM signup g JOIN flow_case c ON c.id = g.flow_case"
	"  JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	"  WHERE g.plan = d.plan AND g.unit = d.unit))"
	" FROM plan_delivery d WHERE d.plan = ?1");

static struct plan_receipt *
take(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct plan_receipt *first = NULL, **end = &first;

	*total = 0;
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_receipt){
			.recipient  = col_int(q, 0),
			.unit       = col_int(q, 1),
			.text       = col_text(q, 2, mem),
			.unit_name  = col_text(q, 3, mem),
			.unit_code  = col_text(q, 4, mem),
			.contact    = col_text(q, 5, mem),
			.phone      = col_text(q, 6, mem),
			.name       = col_text(q, 7, mem),
			.day        = col_text(q, 8, mem),
			.entered_by = col_text(q, 9, mem),
			.copies     = col_int(q, 12),
		};
		*total = col_int(q, 13);
		end = &(*end)->next;
	}
	return first;
}

struct plan_receipt *
plan_receipts(struct db *db, struct mem *mem, const struct plan_receipt_ask *ask, int64_t *total)
{
	db_query(db, &list, INT(ask->plan), TEXT(ask->day), TEXT(ask->state), INT(ask->sort),
	    INT(ask->limit), INT(ask->skip));
	return take(db, &list, mem, total);
}

struct plan_receipt *
plan_receipt_get(struct db *db, struct mem *mem, int64_t plan, int64_t recipient, int64_t unit,
    const char *day)
{
	int64_t total;

	db_query(db, &get, INT(plan), TEXT(day), INT(recipient), INT(unit));
	return take(db, &get, mem, &total);
}

void
plan_put_receipt(struct db *db, int64_t plan, const struct plan_receipt *x, int64_t account,
    int64_t now)
{
	db_run(db, &drop, INT(plan), INT(x->recipient), INT(x->unit));
	db_run(db, &add, INT(plan), INT(x->recipient), ID(x->unit), TEXT(x->name), TEXT(x->day),
	    INT(account), INT(now));
	if (x->unit)
		db_run(db, &acknowledge, INT(plan), INT(x->unit), INT(now));
}

struct plan_funnel
plan_funnel(struct db *db, int64_t plan)
{
	if (!db_row(db, &funnel, INT(plan)))
		return (struct plan_funnel){ 0 };
	return (struct plan_funnel){ col_int(&funnel, 0), col_int(&funnel, 1), col_int(&funnel, 2),
	    col_int(&funnel, 3), col_int(&funnel, 4) };
}
