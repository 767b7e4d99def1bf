/* flow_test.c - the state machine: its rows are sound, and its moves are checked. */

#include "tests/scene.h"

#include "db/flow.h"

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

int
main(void)
{
	every_state_reaches_an_end();
	no_ability_is_orphaned();
	a_move_needs_its_state_right_reason_and_fields();
	an_operators_case_is_decided_from_the_pages();
	nobody_decides_on_his_own_case();
	return done();
}
