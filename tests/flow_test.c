/* flow_test.c - the state machine: its rows are sound, and its moves are checked. */

#include "tests/scene.h"

#include "db/flow.h"

#include <stdio.h>

static const struct grant grants[] = {
	{ "flow", READ | ADD | CHANGE }, { "account", READ }, { "mandate", READ },
	{ "role", READ }, { "unit", READ }, { "report_duty", READ }, { 0 }
};

static struct db *db;
static struct mem *mem;

static void
every_state_reaches_an_end(void)
{
	fresh_db(grants);
	/* from each state, along the moves */
	CHECK(look("WITH RECURSIVE way (flow, state, at) AS ("
	    " SELECT flow, state, state FROM flow_state UNION"
	    " SELECT w.flow, w.state, m.to_state FROM way w JOIN flow_move m"
	    "  ON m.flow = w.flow AND m.from_state = w.at)"
	    "SELECT count(*) FROM flow_state s WHERE NOT EXISTS (SELECT 1 FROM way w"
	    " JOIN flow_state e ON e.flow = w.flow AND e.state = w.at AND e.kind = 'end'"
	    " WHERE w.flow = s.flow AND w.state = s.state)") == 0);
	/* and is reached from the start, of which there is one */
	CHECK(look("WITH RECURSIVE way (flow, at) AS ("
	    " SELECT flow, state FROM flow_state WHERE kind = 'start' UNION"
	    " SELECT w.flow, m.to_state FROM way w JOIN flow_move m"
	    "  ON m.flow = w.flow AND m.from_state = w.at)"
	    "SELECT count(*) FROM flow_state s WHERE NOT EXISTS (SELECT 1 FROM way w"
	    " WHERE w.flow = s.flow AND w.at = s.state)") == 0);
	CHECK(look("SELECT count(*) FROM flow f WHERE 1 <> (SELECT count(*) FROM flow_state s"
	    " WHERE s.flow = f.flow AND s.kind = 'start')") == 0);
	CHECK(look("SELECT count(*) FROM flow") >= 3);
}

static void
no_ability_is_orphaned(void)
{
	fresh_db(grants);
	/* what a move needs is carried by a role; what a role carries exists */
	CHECK(look("SELECT count(*) FROM flow_move m WHERE NOT EXISTS"
	    " (SELECT 1 FROM role_ability a WHERE a.ability = m.ability)") == 0);
	CHECK(look("SELECT count(*) FROM ability b WHERE NOT EXISTS"
	    " (SELECT 1 FROM role_ability a WHERE a.ability = b.ability)") == 0);
	CHECK(look("SELECT count(*) FROM role r WHERE NOT EXISTS"
	    " (SELECT 1 FROM role_ability a WHERE a.role = r.role)") == 0);
	/* a return has a reason, and what is returned can be mended */
	CHECK(look("SELECT count(*) FROM flow_move WHERE to_state = 'returned' AND reason = 0") == 0);
	CHECK(look("SELECT count(*) FROM flow_state WHERE state = 'returned' AND edits = 0") == 0);
	/* no role both sends to a decision and takes it */
	CHECK(look("SELECT count(*) FROM flow_move d JOIN role_ability x ON x.ability = d.ability"
	    " JOIN flow_move s ON s.flow = d.flow AND s.to_state = d.from_state AND s.decides = 0"
	    " JOIN role_ability y ON y.ability = s.ability AND y.role = x.role"
	    " WHERE d.decides = 1") == 0);
	CHECK(look("SELECT count(*) FROM flow_move_field f WHERE NOT EXISTS"
	    " (SELECT 1 FROM flow_move m WHERE m.flow = f.flow AND m.move = f.move)") == 0);
}

static const char *
nothing(const void *record, const char *field)
{
	(void)field;
	return record;
}

static enum flow_answer
move(int64_t id, int64_t account, const char *name, const char *reason, const char *values)
{
	struct flow_ask ask = { .flow_case = id, .account = account, .move = name,
	    .reason = reason, .day = TODAY, .now = NOW, .value = nothing, .record = values };
	enum flow_answer a;

	db_begin(db, DB_WRITE);
	a = flow_move(db, mem, &ask);
	CHECK(db_commit(db));
	return a;
}

static int64_t
opened(const char *flow, int64_t author)
{
	db_begin(db, DB_WRITE);
	int64_t id = flow_open(db, flow, A, author, NOW);
	CHECK(db_commit(db));
	return id;
}

static void
a_move_needs_its_state_right_reason_and_fields(void)
{
	db = fresh_db(grants);
	mem = scene_mem();
	int64_t specialist = person("specialist", P), signer = person("signer", P);
	int64_t plan = opened("plan", specialist);

	CHECK(move(plan, specialist, "approve", "", "x") == FLOW_NO);
	CHECK(move(plan, signer, "approve", "", "x") == FLOW_STALE);
	CHECK(move(plan, specialist, "submit", "", "") == FLOW_FIELD);
	CHECK(move(plan, specialist, "drop", "", "x") == FLOW_REASON);
	CHECK(move(plan, person("specialist", B), "submit", "", "x") == FLOW_NO);
	CHECK(move(plan, person("specialist", A1), "submit", "", "x") == FLOW_NO);
	CHECK(look("SELECT count(*) FROM flow_step") == 0);
	CHECK(move(plan, specialist, "submit", "", "x") == FLOW_DONE);
	CHECK(move(plan, specialist, "submit", "", "x") == FLOW_STALE);
	CHECK(move(plan, signer, "return", "", "x") == FLOW_REASON);
	CHECK(move(plan, signer, "return", " \n\t", "x") == FLOW_REASON);
	CHECK(move(plan, signer, "return", "Thiếu hạn", "x") == FLOW_DONE);
	SAME(look_text("SELECT state FROM flow_case"), "returned");
	SAME(look_text("SELECT reason FROM flow_step ORDER BY id DESC LIMIT 1"), "Thiếu hạn");
	CHECK(move(plan, specialist, "nonsense", "", "x") == FLOW_NO);
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	CHECK(move(plan, specialist, "submit", "", "x") == FLOW_NO);
}

static int
told(int64_t id, int64_t account, const char *day)
{
	int n = 0;

	db_begin(db, DB_READ);
	for (struct flow_step *s = flow_steps(db, mem, id, account, day, "vi"); s; s = s->next)
		n++;
	db_rollback(db);
	return n;
}

/* What a unit's people do among themselves before they send a thing, and why it was given back to
 * one of them, is not told above, beside or to nobody. */
static void
steps_within_a_unit_are_told_to_its_own(void)
{
	db = fresh_db(grants);
	mem = scene_mem();
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	int64_t above = person("specialist", P), beside = person("unit_officer", B);
	int64_t id = opened("report", officer);

	CHECK(move(id, officer, "submit", "", "x") == FLOW_DONE);
	CHECK(move(id, leader, "back", "Nội bộ", "x") == FLOW_DONE);
	CHECK(told(id, officer, TODAY) == 2 && told(id, leader, TODAY) == 2);
	CHECK(told(id, above, TODAY) == 0 && told(id, beside, TODAY) == 0 && told(id, 0, TODAY) == 0);
	CHECK(move(id, officer, "submit", "", "x") == FLOW_DONE);
	CHECK(move(id, leader, "send", "", "x") == FLOW_DONE);
	CHECK(move(id, above, "return", "Thiếu", "x") == FLOW_DONE);
	CHECK(told(id, officer, TODAY) == 5 && told(id, above, TODAY) == 2 && told(id, beside, TODAY) == 2);
	/* who works for the unit today */
	scene(mem_printf(mem, "UPDATE mandate SET valid_to = '2026-11-19' WHERE account = %lld", (long long)officer));
	CHECK(told(id, officer, TODAY) == 2 && told(id, officer, "2026-11-19") == 5);
	/* and for one in which it lives on, from the day on which it is no more */
	scene("INSERT INTO unit_event (id, kind, day, document) VALUES (9, 'merge', '2026-11-20', '1/QĐ');"
	    "INSERT INTO unit_succession (event, unit, successor, share) VALUES (9, 2, 3, 10000);"
	    "UPDATE unit SET valid_to = '2026-11-19' WHERE id = 2");
	CHECK(told(id, beside, TODAY) == 5 && told(id, beside, "2026-11-19") == 2 && told(id, above, TODAY) == 2);
	/* the leader's hand may be one that reaches down from above: it is theirs still */
	db = fresh_db(grants);
	mem = scene_mem();
	scene("UPDATE role_ability SET scope = 'below' WHERE role IN ('unit_leader', 'unit_officer')");
	officer = person("unit_officer", A), leader = person("unit_leader", P), beside = person("unit_officer", B);
	above = person("unit_officer", P);
	id = opened("report", officer);
	CHECK(move(id, officer, "submit", "", "x") == FLOW_DONE);
	CHECK(move(id, leader, "back", "Nội bộ", "x") == FLOW_DONE);
	CHECK(told(id, officer, TODAY) == 2 && told(id, leader, TODAY) == 2 && told(id, beside, TODAY) == 0);
	/* all of them may: its own unit is told as well */
	int64_t from_above = opened("report", officer);
	above = person("unit_officer", P);
	CHECK(move(from_above, above, "submit", "", "x") == FLOW_DONE);
	CHECK(move(from_above, leader, "back", "Nội bộ", "x") == FLOW_DONE);
	CHECK(told(from_above, officer, TODAY) == 2 && told(from_above, beside, TODAY) == 0);
	/* ... as it is of who may reach down, and has not yet */
	CHECK(told(id, above, TODAY) == 2 && told(id, person("specialist", P), TODAY) == 2);
	id = opened("report", officer);
	CHECK(move(id, officer, "submit", "", "x") == FLOW_DONE);
	CHECK(told(id, above, TODAY) == 1 && told(id, person("specialist", P), TODAY) == 0);
	/* of every flow in which something waits for a unit's own leader */
	CHECK(look("SELECT count(*) FROM flow_move WHERE within_unit = 0"
	    " AND (to_state = 'signing' AND move <> 'extend' OR from_state = 'signing' AND move IN ('back', 'recall'))") == 0);
	CHECK(look("SELECT count(DISTINCT flow) FROM flow_move WHERE within_unit = 1") == 6);
	CHECK(look("SELECT count(*) FROM flow_move m JOIN flow_state s ON s.flow = m.flow AND s.state = m.to_state"
	    " WHERE m.within_unit = 1 AND s.stands = 1") == 0);
}

/* A case that an operator opened is nobody's own: whoever may decide is offered it. */
static void
an_operators_case_is_decided_from_the_pages(void)
{
	db = fresh_db(grants);
	mem = scene_mem();
	int64_t signer = person("signer", P), plan = opened("plan", 0);
	bool offered = false;

	CHECK(move(plan, person("specialist", P), "submit", "", "x") == FLOW_DONE);
	db_begin(db, DB_READ);
	for (struct flow_move *m = flow_moves(db, mem, plan, signer, TODAY, "vi"); m; m = m->next)
		offered |= !strcmp(m->move, "approve");
	db_rollback(db);
	CHECK(offered);
	CHECK(move(plan, signer, "approve", "", "x") == FLOW_DONE);
}

/* Of every move that decides: the author and the one who sent it on are refused,
 * with every right that there is. */
static void
nobody_decides_on_his_own_case(void)
{
	db = fresh_db(grants);
	mem = scene_mem();
	int64_t all = person("specialist", P);
	int64_t n = look("SELECT count(*) FROM flow_move WHERE decides = 1");

	scene("INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " SELECT 1, 2, role, '2020-01-01', '9999-12-31' FROM role;"
	    "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " SELECT 1, 1, role, '2020-01-01', '9999-12-31' FROM role");
	CHECK(n > 0);
	for (int64_t i = 0; i < n; i++) {
		const char *at_ = mem_printf(mem, "FROM flow_move WHERE decides = 1"
		    " ORDER BY flow, move, from_state LIMIT 1 OFFSET %lld", (long long)i);
		const char *flow = look_text(mem_printf(mem, "SELECT flow %s", at_));
		const char *name = look_text(mem_printf(mem, "SELECT move %s", at_));
		const char *from = look_text(mem_printf(mem, "SELECT from_state %s", at_));
		int64_t id = opened(flow, all);

		scene(mem_printf(mem, "UPDATE flow_case SET state = '%s' WHERE id = %lld", from,
		    (long long)id));
		CHECK(move(id, all, name, "lý do", "x") == FLOW_OWN);
		db_begin(db, DB_READ);
		for (struct flow_move *m = flow_moves(db, mem, id, all, TODAY, "vi"); m; m = m->next)
			CHECK(strcmp(m->move, name) != 0);
		db_rollback(db);
		/* not the author, but the one who moved it there */
		int64_t other = opened(flow, 0);
		const char *sends = look_text(mem_printf(mem, "SELECT move FROM flow_move"
		    " WHERE flow = '%s' AND to_state = '%s' AND decides = 0 LIMIT 1", flow, from));
		if (!*sends)
			continue;
		const char *start = look_text(mem_printf(mem, "SELECT from_state FROM flow_move"
		    " WHERE flow = '%s' AND to_state = '%s' AND decides = 0 LIMIT 1", flow, from));
		scene(mem_printf(mem, "UPDATE flow_case SET state = '%s' WHERE id = %lld", start,
		    (long long)other));
		CHECK(move(other, all, sends, "lý do", "x") == FLOW_DONE);
		CHECK(move(other, all, name, "lý do", "x") == FLOW_OWN);
	}
}

/* What the rows themselves say, neither flow_way nor mandate_scope being asked, of each case (each
 * state of each flow, of A, opened by nobody), each role, and each move: the flow's own from each
 * place, other flows' from A.  Without a row from that state "to_state" is NULL; "may" is whether
 * he may make it from there, "ever" from any state. */
static const char expected[] =
	"CREATE TABLE reach AS SELECT r.role, p.unit, a.ability FROM role r"
	" JOIN (SELECT 1 AS unit UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) p"
	" JOIN role_ability a ON a.role = r.role AND (p.unit = 2 OR (p.unit = 1 AND a.scope = 'below'))"
	" WHERE '" TODAY "' BETWEEN r.valid_from AND r.valid_to AND '" TODAY "' BETWEEN a.valid_from AND a.valid_to;"
	"CREATE TABLE expected AS"
	" SELECT c.id, c.flow, c.state, w.move, r.role, p.unit, a.id AS account,"
	"  m.to_state, m.reason, m.decides, f.field,"
	"  EXISTS (SELECT 1 FROM reach h WHERE h.role = r.role AND h.unit = p.unit AND h.ability = m.ability) AS may,"
	"  EXISTS (SELECT 1 FROM reach h JOIN flow_move e ON e.ability = h.ability WHERE h.role = r.role"
	"   AND h.unit = p.unit AND e.flow = c.flow AND e.move = w.move) AS ever"
	" FROM flow_case c JOIN (SELECT DISTINCT move FROM flow_move UNION SELECT 'nonsense') w"
	" JOIN role r JOIN (SELECT 1 AS unit UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) p"
	" JOIN account a ON a.login = r.role || '.' || p.unit"
	" LEFT JOIN flow_move m ON m.flow = c.flow AND m.from_state = c.state AND m.move = w.move"
	"  AND '" TODAY "' BETWEEN m.valid_from AND m.valid_to"
	"  AND EXISTS (SELECT 1 FROM flow l WHERE l.flow = m.flow AND '" TODAY "' BETWEEN l.valid_from AND l.valid_to)"
	" LEFT JOIN (SELECT flow, move, min(field) AS field FROM flow_move_field GROUP BY flow, move) f"
	"  ON f.flow = c.flow AND f.move = w.move"
	" WHERE p.unit = 2 OR EXISTS (SELECT 1 FROM flow_move o WHERE o.flow = c.flow AND o.move = w.move);";

/* One of them, from its row. */
struct try {
	long long id, account;
	char state[40], move[40], role[40], to[40];
	int unit, reason, decides, fields, may, ever;
};

static bool
is(const struct try *t, enum flow_answer got, enum flow_answer want, const char *how)
{
	if (got != want)
		fprintf(stderr, "flow_test: case %lld (%s), %s as %s at %d%s: %d, should be %d\n", t->id, t->state,
		    t->move, t->role, t->unit, how, got, want);
	CHECK(got == want);
	return got == want;
}

/* Refused, and nothing is written. */
static void
refuses(const struct try *t, const char *reason, const char *values, enum flow_answer want, const char *how)
{
	int64_t before = look("SELECT data_version FROM pragma_data_version");

	is(t, move(t->id, t->account, t->move, reason, values), want, how);
	CHECK(look("SELECT data_version FROM pragma_data_version") == before);
}

/* Made as its row says, once nothing is missing; then the case is put back. */
static void
makes(const struct try *t)
{
	if (t->decides) {
		scene(mem_printf(mem, "UPDATE flow_case SET author = %lld WHERE id = %lld", t->account, t->id));
		refuses(t, "lý do", "x", FLOW_OWN, ", his own");
		scene(mem_printf(mem, "UPDATE flow_case SET author = NULL WHERE id = %lld", t->id));
	}
	if (t->reason)
		refuses(t, "", "x", FLOW_REASON, ", without a reason");
	if (t->fields)
		refuses(t, "lý do", "", FLOW_FIELD, ", without its fields");
	is(t, move(t->id, t->account, t->move, "lý do", "x"), FLOW_DONE, "");
	SAME(look_text(mem_printf(mem, "SELECT state FROM flow_case WHERE id = %lld", t->id)), t->to);
	SAME(look_text(mem_printf(mem, "SELECT group_concat(move || ' ' || from_state || ' ' || to_state || ' '"
	    " || account) FROM flow_step WHERE flow_case = %lld", t->id)), mem_printf(mem, "%s %s %s %lld",
	    t->move, t->state, t->to, t->account));
	scene(mem_printf(mem, "DELETE FROM flow_step; UPDATE flow_case SET state = '%s' WHERE id = %lld",
	    t->state, t->id));
}

static char *
lines_of(const char *sql)
{
	const char *text = look_text(sql);

	return mem_copy(mem, text, strlen(text));
}

/* Each move that any flow has, in each state of each flow, by each role from each place: made
 * where a row says so, else refused. */
static void
only_what_a_row_allows_is_done(void)
{
	db = fresh_db(grants);
	mem = scene_mem();
	char *rest = lines_of("SELECT group_concat(role, '\n') FROM role"), *line;
	while ((line = strsep(&rest, "\n")))
		for (int unit = P; unit <= A1; unit++)
			person(line, unit);
	/* and from each state a move that ended yesterday, and one that begins tomorrow */
	scene("INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason,"
	    " decides, risk, valid_from, valid_to) SELECT s.flow, d.move, s.state, s.state, 99, '', '',"
	    " (SELECT min(m.ability) FROM flow_move m WHERE m.flow = s.flow), 0, 0, 0, d.valid_from, d.valid_to"
	    " FROM flow_state s JOIN (SELECT 'gone' AS move, '2000-01-01' AS valid_from, '2026-11-19' AS valid_to"
	    "  UNION SELECT 'coming', '2026-11-21', '9999-12-31') d");
	scene("INSERT INTO flow_case (flow, unit, state, at) SELECT flow, 2, state, 0 FROM flow_state");
	scene(expected);
	for (int64_t f = 0, flows = look("SELECT count(*) FROM flow"); f < flows; f++) {
		const char *flow = look_text(mem_printf(mem, "SELECT flow FROM flow ORDER BY flow LIMIT 1 OFFSET %lld",
		    (long long)f));
		int64_t made = 0, refused = 0;

		rest = lines_of(mem_printf(mem, "SELECT group_concat(id || ' ' || account || ' ' || state || ' ' || move"
		    " || ' ' || role || ' ' || coalesce(to_state, '-') || ' ' || unit || ' ' || coalesce(reason, 0) || ' '"
		    " || coalesce(decides, 0) || ' ' || (field IS NOT NULL) || ' ' || may || ' ' || ever, '\n')"
		    " FROM expected WHERE flow = '%s'", flow));
		while ((line = strsep(&rest, "\n"))) {
			struct try t;
			CHECK(sscanf(line, "%lld %lld %39s %39s %39s %39s %d %d %d %d %d %d", &t.id, &t.account, t.state,
			    t.move, t.role, t.to, &t.unit, &t.reason, &t.decides, &t.fields, &t.may, &t.ever) == 12);
			if (t.may)
				makes(&t), made++;
			else
				refuses(&t, "lý do", "x", *t.to == '-' && t.ever ? FLOW_STALE : FLOW_NO, ""), refused++;
		}
		fprintf(stderr, "flow_test: %s: %lld made, %lld refused\n", flow, (long long)made, (long long)refused);
		CHECK(refused > 0);
		CHECK(made > 0);
	}
}

int
main(void)
{
	every_state_reaches_an_end();
	no_ability_is_orphaned();
	a_move_needs_its_state_right_reason_and_fields();
	steps_within_a_unit_are_told_to_its_own();
	an_operators_case_is_decided_from_the_pages();
	nobody_decides_on_his_own_case();
	only_what_a_row_allows_is_done();
	return done();
}
