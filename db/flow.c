/* flow.c - the SQL of the state machine. */

#include "db/flow.h"

#include <string.h>

static struct sql start = SQL(
	"SELECT state FROM flow_state WHERE flow = ?1 AND kind = 'start'");

/* Not INSERT ... SELECT: that would read every table that refers to a case, which a
 * page has not been granted. */
static struct sql open_case = SQL(
	"INSERT INTO flow_case (flow, unit, state, author, at) VALUES (?1, ?2, ?3, ?4, ?5)");

static struct sql get = SQL(
	"SELECT c.id, c.flow, c.state,"
	" CASE WHEN ?2 = 'en' THEN s.inside_en ELSE s.inside_vi END,"
	" CASE WHEN ?2 = 'en' THEN s.outside_en ELSE s.outside_vi END,"
	" s.tag, s.kind, c.unit, c.author, c.at, s.edits, s.stands"
	" FROM flow_case c JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
	" WHERE c.id = ?1");

/* One's own case: opened by this account, or moved on by it last towards the one
 * who decides. */
#define OWN \
	"(coalesce(c.author = ?2, 0) OR coalesce((SELECT p.account = ?2 FROM flow_step p" \
	" JOIN flow_move q ON q.flow = c.flow AND q.move = p.move" \
	"  AND q.from_state = p.from_state AND q.decides = 0" \
	" WHERE p.flow_case = c.id ORDER BY p.id DESC LIMIT 1), 0))"

static struct sql moves = SQL(
	"SELECT m.move, CASE WHEN ?4 = 'en' THEN m.label_en ELSE m.label_vi END,"
	" m.reason, m.risk FROM flow_case c"
	" JOIN flow_way m ON m.flow = c.flow AND m.from_state = c.state"
	"  AND ?3 BETWEEN m.valid_from AND m.valid_to"
	" WHERE c.id = ?1 AND (m.decides = 0 OR NOT " OWN ")"
	" AND EXISTS (SELECT 1 FROM mandate_scope s WHERE s.account = ?2"
	"  AND s.ability = m.ability AND s.unit = c.unit"
	"  AND ?3 BETWEEN s.mandate_from AND s.mandate_to"
	"  AND ?3 BETWEEN s.unit_from AND s.unit_to)"
	" ORDER BY m.seq, m.move");

static struct sql one = SQL(
	"SELECT c.state, m.to_state, m.reason, m.decides AND " OWN ", m.flow,"
	" coalesce((SELECT min(s.mandate) FROM mandate_scope s WHERE s.account = ?2"
	"  AND s.ability = m.ability AND s.unit = c.unit"
	"  AND ?3 BETWEEN s.mandate_from AND s.mandate_to"
	"  AND ?3 BETWEEN s.unit_from AND s.unit_to), 0),"
	" CASE WHEN ?5 = 'en' THEN m.label_en ELSE m.label_vi END"
	" FROM flow_case c JOIN flow_way m ON m.flow = c.flow AND m.from_state = c.state"
	"  AND ?3 BETWEEN m.valid_from AND m.valid_to"
	" WHERE c.id = ?1 AND m.move = ?4");

static struct sql may_elsewhere = SQL(
	"SELECT 1 FROM flow_case c JOIN flow_move m ON m.flow = c.flow AND m.move = ?4"
	" JOIN mandate_scope s ON s.account = ?2 AND s.ability = m.ability AND s.unit = c.unit"
	"  AND ?3 BETWEEN s.mandate_from AND s.mandate_to"
	"  AND ?3 BETWEEN s.unit_from AND s.unit_to"
	" WHERE c.id = ?1");

/* Of the words of a move, which are others from other states, those that a page bore that was
 * made before the last step. */
static struct sql label_of = SQL(
	"SELECT CASE WHEN ?3 = 'en' THEN m.label_en ELSE m.label_vi END FROM flow_case c"
	" JOIN flow_move m ON m.flow = c.flow AND m.move = ?2 WHERE c.id = ?1"
	" ORDER BY CASE WHEN m.from_state = (SELECT p.from_state FROM flow_step p"
	"  WHERE p.flow_case = ?1 ORDER BY p.id DESC LIMIT 1) THEN 0 ELSE 1 END,"
	" m.valid_from DESC LIMIT 1");

/* Could this account make that move before the last step? */
static struct sql may_before = SQL(
	"SELECT 1 FROM flow_step p JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_move m ON m.flow = c.flow AND m.move = ?4 AND m.from_state = p.from_state"
	" JOIN mandate_scope s ON s.account = ?2 AND s.ability = m.ability AND s.unit = c.unit"
	"  AND ?3 BETWEEN s.mandate_from AND s.mandate_to"
	"  AND ?3 BETWEEN s.unit_from AND s.unit_to"
	" WHERE p.id = (SELECT max(id) FROM flow_step WHERE flow_case = ?1)");

static struct sql needs = SQL(
	"SELECT field FROM flow_move_field WHERE flow = ?1 AND move = ?2 ORDER BY field");

static struct sql put = SQL(
	"UPDATE flow_case SET state = ?2, at = ?3 WHERE id = ?1");

static struct sql step = SQL(
	"INSERT INTO flow_step (flow_case, move, from_state, to_state, at, account, mandate, reason)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

/* A step is of its move on its day (the zone of the clock aside). */
#define OF_MOVE(what_) \
	"(SELECT " what_ " FROM flow_move m" \
	" WHERE m.flow = c.flow AND m.move = p.move AND m.from_state = p.from_state" \
	" AND m.valid_from <= max(date(p.at, 'unixepoch'), '2000-01-01')" \
	" ORDER BY m.valid_from DESC LIMIT 1)"

/* A step that was ever said to be one within a unit. */
#define WITHIN(step_) \
	"EXISTS (SELECT 1 FROM flow_move w WHERE w.flow = c.flow AND w.move = " step_ ".move" \
	" AND w.from_state = " step_ ".from_state AND w.within_unit = 1)"

/* Account ?3 works on day ?4 for the unit within which the case has moved (or for one above that
 * has had a hand in that), or for one in which it lives on; or may take such steps for it.  Where
 * one may be taken now, the case is that unit's; else it may be another's, who received it. */
#define OURS \
	"EXISTS (WITH RECURSIVE ours (unit) AS (SELECT coalesce(d.unit, c.unit) FROM flow_step q" \
	"  LEFT JOIN mandate d ON d.id = q.mandate WHERE q.flow_case = c.id AND " WITHIN("q") \
	"  UNION SELECT c.unit WHERE EXISTS (SELECT 1 FROM flow_move w WHERE w.flow = c.flow" \
	"   AND w.from_state = c.state AND w.within_unit = 1)" \
	"  UNION SELECT h.heir FROM unit_heir h JOIN ours o ON o.unit = h.unit AND h.ended < ?4)" \
	" SELECT 1 FROM ours o JOIN mandate e ON e.unit = o.unit AND e.account = ?3" \
	"  AND ?4 BETWEEN e.valid_from AND e.valid_to" \
	" UNION ALL SELECT 1 FROM ours o JOIN mandate_scope s ON s.unit = o.unit AND s.account = ?3" \
	"  AND ?4 BETWEEN s.mandate_from AND s.mandate_to AND ?4 BETWEEN s.unit_from AND s.unit_to" \
	"  JOIN flow_move w ON w.flow = c.flow AND w.ability = s.ability AND w.within_unit = 1)"

static struct sql steps = SQL(
	"SELECT p.id, p.at, p.account, p.mandate, p.move, "
	OF_MOVE("CASE WHEN ?2 = 'en' THEN m.label_en ELSE m.label_vi END") ","
	" p.from_state, p.to_state,"
	" CASE WHEN ?2 = 'en' THEN s.inside_en ELSE s.inside_vi END, s.tag,"
	" a.name, (SELECT n.name FROM mandate d JOIN unit_name n ON n.unit = d.unit"
	"  WHERE d.id = p.mandate ORDER BY n.valid_from DESC LIMIT 1), p.reason"
	" FROM flow_step p JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = p.to_state"
	" LEFT JOIN account a ON a.id = p.account"
	" WHERE p.flow_case = ?1 AND (NOT " WITHIN("p") " OR " OURS ")"
	" ORDER BY p.id DESC");

int64_t
flow_open(struct db *db, const char *flow, int64_t unit, int64_t author, int64_t now)
{
	struct mem *mem = mem_new();
	const char *state = db_row(db, &start, TEXT(flow)) ? col_text(&start, 0, mem) : NULL;

	db_run(db, &open_case, TEXT(flow), INT(unit), TEXT(state), ID(author), INT(now));
	mem_free(mem);
	return db_new_id(db);
}

struct flow_case *
flow_get(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	struct flow_case *c;

	if (!db_row(db, &get, INT(id), TEXT(lang)))
		return NULL;
	c = mem_take(mem, sizeof(*c));
	*c = (struct flow_case){
		.id      = col_int(&get, 0),
		.flow    = col_text(&get, 1, mem),
		.state   = col_text(&get, 2, mem),
		.inside  = col_text(&get, 3, mem),
		.outside = col_text(&get, 4, mem),
		.tag     = col_text(&get, 5, mem),
		.kind    = col_text(&get, 6, mem),
		.unit    = col_int(&get, 7),
		.author  = col_int(&get, 8),
		.at      = col_int(&get, 9),
		.edits   = col_int(&get, 10),
		.stands  = col_int(&get, 11),
	};
	return c;
}

struct flow_move *
flow_moves(struct db *db, struct mem *mem, int64_t id, int64_t account, const char *day,
    const char *lang)
{
	struct flow_move *first = NULL, **tail = &first;

	db_query(db, &moves, INT(id), INT(account), TEXT(day), TEXT(lang));
	while (db_next(db, &moves)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct flow_move){ col_text(&moves, 0, mem),
		    col_text(&moves, 1, mem), col_int(&moves, 2), col_int(&moves, 3), NULL };
		tail = &(*tail)->next;
	}
	return first;
}

static const char *
lacking(struct db *db, struct mem *mem, const struct flow_ask *ask, const char *flow)
{
	const char *lacks = NULL;

	db_query(db, &needs, TEXT(flow), TEXT(ask->move));
	while (db_next(db, &needs)) {
		const char *field = col_text(&needs, 0, mem);
		if (!lacks && (!ask->value || !*ask->value(ask->record, field)))
			lacks = field;
	}
	return lacks;
}

/* Who may make that move from some state, or could before the last step, was too slow;
 * nobody else is told so much. */
static enum flow_answer
stale_or_no(struct db *db, struct mem *mem, struct flow_ask *ask, struct sql *may)
{
	ask->label = db_row(db, &label_of, INT(ask->flow_case), TEXT(ask->move), TEXT(ask->lang))
	    ? col_text(&label_of, 0, mem) : "";
	return !may || db_row(db, may, INT(ask->flow_case), INT(ask->account), TEXT(ask->day),
	    TEXT(ask->move)) ? FLOW_STALE : FLOW_NO;
}

static enum flow_answer
move(struct db *db, struct mem *mem, struct flow_ask *ask, bool forced)
{
	const char *reason = ask->reason ? ask->reason : "", *flow;
	bool own, wants_reason;

	if (!db_row(db, &one, INT(ask->flow_case), INT(ask->account), TEXT(ask->day),
	    TEXT(ask->move), TEXT(ask->lang)))
		return stale_or_no(db, mem, ask, forced ? NULL : &may_elsewhere);
	ask->from_state = col_text(&one, 0, mem);
	ask->to_state   = col_text(&one, 1, mem);
	wants_reason    = col_int(&one, 2);
	own             = col_int(&one, 3);
	flow            = col_text(&one, 4, mem);
	ask->mandate    = col_int(&one, 5);
	ask->label      = col_text(&one, 6, mem);
	if (!forced && !ask->mandate)
		return stale_or_no(db, mem, ask, &may_before);
	if (!forced && own)
		return FLOW_OWN;
	if (wants_reason && !reason[strspn(reason, " \t\n\r")])
		return FLOW_REASON;
	if ((ask->field = lacking(db, mem, ask, flow)))
		return FLOW_FIELD;
	db_run(db, &put, INT(ask->flow_case), TEXT(ask->to_state), INT(ask->now));
	db_run(db, &step, INT(ask->flow_case), TEXT(ask->move), TEXT(ask->from_state),
	    TEXT(ask->to_state), INT(ask->now), ID(ask->account), ID(ask->mandate),
	    TEXT(reason));
	ask->step = db_new_id(db);
	return FLOW_DONE;
}

enum flow_answer
flow_move(struct db *db, struct mem *mem, struct flow_ask *ask)
{
	return move(db, mem, ask, false);
}

enum flow_answer
flow_force(struct db *db, struct mem *mem, struct flow_ask *ask)
{
	return move(db, mem, ask, true);
}

struct flow_step *
flow_steps(struct db *db, struct mem *mem, int64_t id, int64_t account, const char *day,
    const char *lang)
{
	struct flow_step *first = NULL, **tail = &first;

	db_query(db, &steps, INT(id), TEXT(lang), INT(account), TEXT(day));
	while (db_next(db, &steps)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct flow_step){
			.id         = col_int(&steps, 0),
			.at         = col_int(&steps, 1),
			.account    = col_int(&steps, 2),
			.mandate    = col_int(&steps, 3),
			.move       = col_text(&steps, 4, mem),
			.label      = col_text(&steps, 5, mem),
			.from_state = col_text(&steps, 6, mem),
			.to_state   = col_text(&steps, 7, mem),
			.to_label   = col_text(&steps, 8, mem),
			.tag        = col_text(&steps, 9, mem),
			.name       = col_text(&steps, 10, mem),
			.unit       = col_text(&steps, 11, mem),
			.reason     = col_text(&steps, 12, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}
