/* valid_test.c - rows that the law can change hold from a day to a day: roles and what
 * they may do, moves, kinds of unit, indicators. */

#include "tests/scene.h"

#include "db/audit.h"
#include "db/flow.h"
#include "db/holiday.h"
#include "db/indicator.h"
#include "db/mandate.h"
#include "db/signup.h"
#include "db/unit.h"

static const struct grant grants[] = {
	{ "flow", READ | ADD | CHANGE }, { "account", READ }, { "mandate", READ },
	{ "role", READ }, { "unit", READ }, { "indicator", READ }, { "session", READ },
	{ "holiday", READ }, { "signup", READ }, { "report", READ }, { 0 }
};

static struct db *db;
static struct mem *mem;

static void
begin(void)
{
	db = fresh_db(grants);
	mem = scene_mem();
	db_begin(db, DB_READ);
}

/* The law changes between two requests. */
static void
law(const char *sql)
{
	db_rollback(db);
	scene(sql);
	db_begin(db, DB_READ);
}

static bool
holds(int64_t who, const char *ability, const char *day)
{
	bool found = false;

	for (struct ability *a = abilities_of(db, mem, who, day); a; a = a->next)
		found |= !strcmp(a->ability, ability);
	return found;
}

static bool
given(const char *role, const char *day)
{
	for (struct role *r = roles(db, mem, day, "vi"); r; r = r->next)
		if (!strcmp(r->role, role))
			return true;
	return false;
}

static void
an_ended_role_gives_no_rights(void)
{
	begin();
	int64_t who = person("specialist", P), admin = person("admin", P);
	CHECK(mandate_for(db, who, "plan.write", A, TODAY) && holds(who, "plan.write", TODAY));
	CHECK(given("specialist", TODAY) && person_root(db, admin, TODAY));
	CHECK(holiday_keeper(db, admin, TODAY) == P);
	law("UPDATE role SET valid_to = '2026-11-19', document = '1/NQ'"
	    " WHERE role IN ('specialist', 'admin')");
	CHECK(!mandate_for(db, who, "plan.write", A, TODAY) && !holds(who, "plan.write", TODAY));
	CHECK(!given("specialist", TODAY) && given("specialist", "2026-11-19"));
	CHECK(!person_root(db, admin, TODAY) && !person_mine(db, admin, who, TODAY));
	CHECK(!holiday_keeper(db, admin, TODAY));
	/* On its days it gave them, and the mandate is still told. */
	CHECK(mandate_for(db, who, "plan.write", A, "2026-11-19"));
	CHECK(holds(who, "plan.write", "2026-11-19") && person_root(db, admin, "2026-11-19"));
	SAME(mandates_of(db, mem, who, TODAY, "vi")->role_label, "Chuyên viên cơ quan thường trực");
	/* One that begins later gives none yet. */
	law("UPDATE role SET valid_from = '2026-12-01', valid_to = '9999-12-31'"
	    " WHERE role = 'specialist'");
	CHECK(!mandate_for(db, who, "plan.write", A, TODAY) && !given("specialist", TODAY));
	CHECK(mandate_for(db, who, "plan.write", A, "2026-12-01"));
}

/* An ability may reach further from a day on: a row for each stretch. */
static void
what_a_role_may_do_is_dated(void)
{
	begin();
	int64_t who = person("unit_officer", P);
	CHECK(mandate_for(db, who, "report.write", P, TODAY) && !mandate_for(db, who, "report.write", A, TODAY));
	law("UPDATE role_ability SET valid_to = '2026-06-30' WHERE role = 'unit_officer'"
	    " AND ability = 'report.write';"
	    "INSERT INTO role_ability (role, ability, scope, valid_from, document)"
	    " VALUES ('unit_officer', 'report.write', 'below', '2026-10-01', '2/QĐ')");
	CHECK(mandate_for(db, who, "report.write", A, TODAY) && holds(who, "report.write", TODAY));
	CHECK(!mandate_for(db, who, "report.write", P, "2026-07-01") && !holds(who, "report.write", "2026-07-01"));
	CHECK(mandate_for(db, who, "report.write", P, "2026-06-30") && !mandate_for(db, who, "report.write", A, "2026-06-30"));
	CHECK(holds(who, "report.view", "2026-07-01"));
}

static const char *
filled(const void *record, const char *field)
{
	(void)field;
	return record;
}

static enum flow_answer
move(int64_t id, int64_t who, const char *name, const char *day)
{
	struct flow_ask ask = { .flow_case = id, .account = who, .now = NOW, .move = name,
	    .day = day, .reason = "Vì", .value = filled, .record = "x" };

	db_rollback(db);
	db_begin(db, DB_WRITE);
	enum flow_answer a = flow_move(db, mem, &ask);
	CHECK(db_commit(db));
	db_begin(db, DB_READ);
	return a;
}

static bool
offered(int64_t id, int64_t who, const char *name, const char *day)
{
	for (struct flow_move *m = flow_moves(db, mem, id, who, day, "vi"); m; m = m->next)
		if (!strcmp(m->move, name))
			return true;
	return false;
}

static void
an_ended_move_is_not_offered_and_is_refused(void)
{
	begin();
	int64_t who = person("specialist", P), leader = person("signer", P);
	db_rollback(db);
	db_begin(db, DB_WRITE);
	int64_t plan = flow_open(db, "plan", P, 0, NOW);
	CHECK(db_commit(db));
	db_begin(db, DB_READ);
	CHECK(offered(plan, who, "submit", TODAY));
	law("UPDATE flow_move SET valid_to = '2026-11-19' WHERE move = 'submit' AND flow = 'plan'");
	CHECK(!offered(plan, who, "submit", TODAY) && offered(plan, who, "submit", "2026-11-19"));
	CHECK(offered(plan, who, "drop", TODAY));
	CHECK(move(plan, who, "submit", TODAY) == FLOW_STALE);
	SAME(look_text("SELECT state FROM flow_case"), "draft");
	/* A new row takes over, with words and an ability of its own. */
	law("INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en,"
	    " ability, reason, decides, risk, valid_from, document) VALUES ('plan', 'submit', 'draft',"
	    " 'submitted', 1, 'Trình Hội đồng', 'Submit to the council', 'plan.approve', 0, 0, 0,"
	    " '2026-11-20', '3/QĐ')");
	CHECK(!offered(plan, who, "submit", TODAY) && move(plan, who, "submit", TODAY) == FLOW_NO);
	CHECK(offered(plan, leader, "submit", TODAY) && move(plan, leader, "submit", TODAY) == FLOW_DONE);
	/* One line for one step, in the words of its day. */
	struct flow_step *s = flow_steps(db, mem, plan, who, TODAY, "vi");
	CHECK(s && !s->next);
	SAME(s->label, "Trình Hội đồng");
	law("UPDATE flow_step SET at = at - 86400 * 30");
	SAME(flow_steps(db, mem, plan, who, TODAY, "vi")->label, "Trình lãnh đạo duyệt");
	/* A flow that has ended has no moves. */
	law("UPDATE flow SET valid_to = '2026-11-19' WHERE flow = 'plan'");
	CHECK(!flow_moves(db, mem, plan, leader, TODAY, "vi"));
	CHECK(move(plan, leader, "approve", TODAY) == FLOW_STALE);
}

static bool
kind_offered(const char *kind, const char *day)
{
	for (struct unit_kind *k = unit_kinds(db, mem, day, "vi"); k; k = k->next)
		if (!strcmp(k->kind, kind))
			return true;
	return false;
}

static void
the_district_ended_with_its_law(void)
{
	begin();
	CHECK(kind_offered("district", "2025-06-30") && !kind_offered("district", "2025-07-01"));
	CHECK(kind_offered("district", "") && kind_offered("commune", TODAY));
	SAME(look_text("SELECT document FROM unit_kind WHERE kind = 'district'"),
	    "Nghị quyết 203/2025/QH15, Luật 72/2025/QH15");
}

static void
an_ended_indicator_is_not_offered(void)
{
	begin();
	law("INSERT INTO indicator (id, code, name, measure, rule) VALUES (1, 'ho', 'Hộ', 'hộ', 'sum')");
	CHECK(indicator_offered(db, 1, TODAY));
	law("UPDATE indicator SET valid_to = '2026-11-19', document = '4/TT'");
	CHECK(!indicator_offered(db, 1, TODAY) && indicator_offered(db, 1, "2026-11-19"));
	CHECK(!indicator_offered(db, 2, TODAY));
	/* It is still read by its code, for what was sent. */
	CHECK(indicator_id(db, "ho") == 1);
}

static void
rows_out_of_order_are_refused_by_the_table(void)
{
	begin();
	static const char *const tables[] = { "unit_kind", "role", "role_ability", "flow", "flow_move",
	    "indicator" };

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		const char *sql = look_text(mem_printf(mem, "SELECT group_concat(\"notnull\" || coalesce(dflt_value, ''))"
		    " FROM pragma_table_info('%s') WHERE name IN ('valid_to', 'document')", tables[i]));
		SAME(sql, "1'9999-12-31',1''");
		CHECK(strstr(look_text(mem_printf(mem, "SELECT sql FROM sqlite_schema WHERE name = '%s'",
		    tables[i])), "valid_to >= valid_from") != NULL);
	}
}

/* A target may not be stated any more in what has ended, but stays where it was. */
static void
an_ended_indicator_is_no_new_target(void)
{
	begin();
	law("INSERT INTO indicator (id, code, name, measure, rule, valid_to) VALUES"
	    " (1, 'a', 'Hộ', 'hộ', 'sum', '9999-12-31'), (2, 'b', 'Cũ', 'hộ', 'sum', '2026-06-30'),"
	    " (3, 'c', 'Đã ghi', 'hộ', 'sum', '2026-06-30');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (1, 'plan', 1, 'issued', 0),"
	    " (2, 'signup', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit) VALUES (1, 1, 1);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (1, 2, 1, 2, 0);"
	    "INSERT INTO signup_target (signup, seq, indicator, year, value) VALUES (1, 1, 3, 2026, 100)");
	struct signup_indicator *i = signup_indicators(db, mem, 1, A, "commune", TODAY);
	CHECK(i && i->id == 1 && i->next && i->next->id == 3 && !i->next->next);
	i = signup_indicators(db, mem, 1, B, "commune", TODAY);
	CHECK(i && i->id == 1 && !i->next);
	CHECK(signup_indicators(db, mem, 1, B, "commune", "2026-06-30")->next != NULL);
}

int
main(void)
{
	an_ended_role_gives_no_rights();
	what_a_role_may_do_is_dated();
	an_ended_indicator_is_no_new_target();
	an_ended_move_is_not_offered_and_is_refused();
	the_district_ended_with_its_law();
	an_ended_indicator_is_not_offered();
	rows_out_of_order_are_refused_by_the_table();
	return done();
}
