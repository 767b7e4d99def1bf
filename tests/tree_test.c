/* tree_test.c - units in time: the data floor under the page program unit. */

#include "tests/scene.h"

#include "cgi-bin/lib/page.h"
#include "db/unit.h"
#include "db/unit_contact.h"
#include "db/unit_group.h"

static const struct grant grants[] = {
	{ "unit", READ | ADD | CHANGE | REMOVE }, { "account", READ }, { "mandate", READ }, { "role", READ },
	{ "plan", READ }, { "signup", READ }, { "report", READ }, { "flow", READ },
	{ 0 }
};
const struct page page = { .name = "x", .grants = grants };

static struct db *db;
static struct mem *mem;

static void
begin(void)
{
	db = fresh_db(grants);
	mem = scene_mem();
	db_begin(db, DB_WRITE);
}

static struct unit *
on(int64_t id, const char *day)
{
	return unit_get(db, mem, id, day, "vi");
}

static struct unit
fresh_unit(const char *code, const char *name, int64_t parent, const char *from)
{
	return (struct unit){ .code = code, .name = name, .name_key = text_key(mem, name),
	    .name_plain = text_plain(mem, name), .short_name = "", .kind = "village",
	    .region = "", .address = "", .parent = parent, .valid_from = from, .document = "" };
}

/* Every closure row that should stand, and no other, by a slow walk of its own: up from
 * each unit that there is, through each parent of the days that are left. */
#define WALK \
	"WITH RECURSIVE w (top, unit, depth, f, t) AS (SELECT id, id, 0, valid_from, valid_to" \
	" FROM unit UNION ALL SELECT p.parent, w.unit, w.depth + 1, max(w.f, p.valid_from)," \
	" min(w.t, p.valid_to) FROM w JOIN unit_parent p ON p.unit = w.top AND p.tree = 'manage'" \
	" WHERE p.valid_from <= w.t AND p.valid_to >= w.f) SELECT top, unit, depth, f, t FROM w"
#define KEPT "SELECT ancestor, unit, depth, valid_from, valid_to FROM unit_under"

static void
closure_is_right(void)
{
	CHECK(db_commit(db));
	CHECK(look("SELECT count(*) FROM unit_under") > 0);
	CHECK(!look("SELECT count(*) FROM (SELECT * FROM (" WALK ") EXCEPT " KEPT ")"));
	CHECK(!look("SELECT count(*) FROM (" KEPT " EXCEPT SELECT * FROM (" WALK "))"));
	db_begin(db, DB_WRITE);
}

static int64_t
under(int64_t ancestor, int64_t unit, const char *day)
{
	db_commit(db);
	int64_t n = look(mem_printf(mem, "SELECT count(*) FROM unit_under WHERE ancestor = %lld"
	    " AND unit = %lld AND '%s' BETWEEN valid_from AND valid_to", (long long)ancestor,
	    (long long)unit, day));
	db_begin(db, DB_WRITE);
	return n;
}

static void
a_unit_is_seen_as_of_a_day(void)
{
	begin();
	SAME(on(A, TODAY)->name, "Xã An");
	SAME(on(A, TODAY)->parent_name, "UBND tỉnh Thử");
	CHECK(on(A, TODAY)->parent == P && on(A, TODAY)->live);
	CHECK(!on(P, TODAY)->parent);
	CHECK(!on(99, TODAY));
	CHECK(on(A, "1999-12-31") && !on(A, "1999-12-31")->live);
	CHECK(unit_by_code(db, mem, "A1", TODAY, "vi")->id == A1);
	CHECK(!unit_by_code(db, mem, "a1", TODAY, "vi"));
	SAME(unit_get(db, mem, A, TODAY, "en")->kind_label, "Commune");
}

static void
a_new_name_leaves_the_old_one_on_old_days(void)
{
	begin();
	struct unit *u = on(A, TODAY);
	u->name = "Xã An Mới", u->name_plain = "xa an moi", u->region = "III";
	u->document = "12/NQ";
	unit_change_name(db, u, "2025-07-01");
	SAME(on(A, "2025-06-30")->name, "Xã An");
	SAME(on(A, "2025-06-30")->region, "");
	SAME(on(A, "2025-07-01")->name, "Xã An Mới");
	SAME(on(A, "2025-07-01")->document, "12/NQ");
	SAME(on(A1, "2025-06-30")->parent_name, "Xã An");
	SAME(on(A1, TODAY)->parent_name, "Xã An Mới");
	/* The same day again corrects; an earlier one ends before the later one. */
	u->name = "Xã An Sửa";
	unit_change_name(db, u, "2025-07-01");
	SAME(on(A, TODAY)->name, "Xã An Sửa");
	u->name = "Xã An Cũ";
	unit_change_name(db, u, "2010-01-01");
	SAME(on(A, "2015-01-01")->name, "Xã An Cũ");
	SAME(on(A, TODAY)->name, "Xã An Sửa");
	SAME(on(A, "2009-12-31")->name, "Xã An");
	CHECK(db_commit(db));
	CHECK(!look("SELECT count(*) FROM unit_name a JOIN unit_name b ON a.unit = b.unit"
	    " AND a.id < b.id AND a.valid_from <= b.valid_to AND b.valid_from <= a.valid_to"));
}

static void
a_move_is_dated_and_the_closure_follows(void)
{
	begin();
	int64_t deep = unit_add(db, &(struct unit){ .code = "A11", .name = "Tổ", .name_key = "1",
	    .name_plain = "to", .short_name = "", .kind = "village", .region = "", .address = "",
	    .parent = A1, .valid_from = "2020-01-01", .document = "" });
	CHECK(deep);
	CHECK(under(A, deep, TODAY) && under(P, deep, TODAY) && !under(A, deep, "2019-12-31"));
	CHECK(unit_move(db, A1, B, "2026-01-01", "5/NQ"));
	CHECK(under(A, A1, "2025-12-31") && !under(B, A1, "2025-12-31"));
	CHECK(!under(A, A1, TODAY) && under(B, A1, TODAY));
	CHECK(under(A, deep, "2025-12-31") && under(B, deep, TODAY) && !under(A, deep, TODAY));
	CHECK(under(P, deep, TODAY) == 1 && under(P, deep, "2025-12-31") == 1);
	CHECK(on(A1, "2025-12-31")->parent == A && on(A1, TODAY)->parent == B);
	closure_is_right();
	/* A move laid between keeps the later one. */
	CHECK(unit_move(db, A1, D, "2022-01-01", ""));
	CHECK(on(A1, "2021-12-31")->parent == A && on(A1, "2025-12-31")->parent == D
	    && on(A1, TODAY)->parent == B);
	closure_is_right();
	/* Under nobody. */
	CHECK(unit_move(db, A1, 0, "2026-06-01", ""));
	CHECK(!on(A1, TODAY)->parent && !under(P, deep, TODAY));
	closure_is_right();
}

static void
nobody_is_above_himself(void)
{
	begin();
	CHECK(!unit_move(db, A, A1, TODAY, ""));
	CHECK(!unit_move(db, A, A, TODAY, ""));
	CHECK(!unit_move(db, P, A1, TODAY, ""));
	CHECK(on(A, TODAY)->parent == P);
	/* What was under it only before that day may be above it after. */
	CHECK(unit_move(db, A1, P, "2026-01-01", ""));
	CHECK(!unit_move(db, A, A1, "2025-12-31", ""));
	CHECK(unit_move(db, A, A1, "2026-01-01", ""));
	CHECK(under(A1, A, TODAY) && under(P, A, TODAY));
	closure_is_right();
}

static void
a_unit_ends_with_all_that_is_its_own(void)
{
	begin();
	unit_contact_add(db, &(struct unit_contact){ .unit = A1, .name = "Tư", .post = "",
	    .phone = "1", .valid_from = "2020-01-01" });
	CHECK(unit_has_children(db, A, "2026-01-01") && !unit_has_children(db, A1, "2026-01-01"));
	unit_end(db, A1, "2025-12-31");
	CHECK(!unit_has_children(db, A, "2026-01-01"));
	CHECK(on(A1, "2025-12-31")->live && !on(A1, "2026-01-01")->live);
	SAME(on(A1, TODAY)->name, "Thôn Một");
	CHECK(!under(A, A1, TODAY) && !under(A1, A1, TODAY) && under(A, A1, "2025-12-31"));
	CHECK(!unit_contacts(db, mem, A1, TODAY) && unit_contacts(db, mem, A1, "2025-12-31"));
	CHECK(!unit_children(db, mem, A, TODAY, "vi"));
	closure_is_right();
}

static void
children_tree_and_path(void)
{
	begin();
	struct unit *u = unit_children(db, mem, P, TODAY, "vi");
	CHECK(u->id == D && u->next->id == A && u->next->next->id == B && !u->next->next->next);
	CHECK(unit_children(db, mem, 0, TODAY, "vi")->id == P);
	CHECK(!unit_children(db, mem, 0, "1999-01-01", "vi"));
	u = unit_tree(db, mem, 1, TODAY, "vi");
	CHECK(u->id == P && u->children == 3 && u->below == 4 && !u->depth);
	CHECK(u->next->next->id == A && u->next->next->depth == 1 && u->next->next->children == 1);
	CHECK(!u->next->next->next->next);
	u = unit_path(db, mem, A1, TODAY, "vi");
	CHECK(u->id == P && u->next->id == A && !u->next->next);
	CHECK(!unit_path(db, mem, P, TODAY, "vi"));
}

static struct unit *
ask_list(struct unit_ask a, int64_t *total)
{
	a.day = a.day ? a.day : TODAY;
	a.lang = "vi";
	a.limit = a.limit ? a.limit : 100;
	return unit_list(db, mem, &a, total);
}

static void
the_list_filters_sorts_and_cuts(void)
{
	int64_t n;

	begin();
	CHECK(ask_list((struct unit_ask){ .sort = 2 }, &n)->id == A && n == 5);
	CHECK(ask_list((struct unit_ask){ .sort = -2 }, &n)->id == P);
	CHECK(ask_list((struct unit_ask){ .sort = -1 }, &n)->id == D);
	CHECK(ask_list((struct unit_ask){ .sort = 3 }, &n)->id == P);
	CHECK(ask_list((struct unit_ask){ .sort = -3 }, &n)->id == A1);
	CHECK(ask_list((struct unit_ask){ .sort = 1, .limit = 2, .skip = 4 }, &n)->next == NULL && n == 5);
	CHECK(ask_list((struct unit_ask){ .words = "thon mot" }, &n)->id == A1 && n == 1);
	CHECK(ask_list((struct unit_ask){ .words = "a1" }, &n)->id == A1 && n == 1);
	CHECK(!ask_list((struct unit_ask){ .words = "%" }, &n) && n == 0);
	ask_list((struct unit_ask){ .kind = "commune" }, &n);
	CHECK(n == 2);
	ask_list((struct unit_ask){ .under = A }, &n);
	CHECK(n == 2);
	CHECK(!ask_list((struct unit_ask){ .day = "1999-01-01" }, &n));
	struct unit *u = on(A, TODAY);
	u->name = "Phường Mới", u->name_plain = "phuong moi";
	unit_change_name(db, u, "2025-07-01");
	CHECK(ask_list((struct unit_ask){ .words = "xa an" }, &n)->id == A);
	CHECK(!ask_list((struct unit_ask){ .words = "phuong moi", .day = "2025-01-01" }, &n));
	unit_end(db, A1, "2025-12-31");
	CHECK(!ask_list((struct unit_ask){ .words = "thon" }, &n));
	CHECK(ask_list((struct unit_ask){ .words = "thon", .ended = true }, &n)->id == A1);
	unit_contact_add(db, &(struct unit_contact){ .unit = B, .name = "Tư", .post = "",
	    .phone = "0912", .valid_from = "2020-01-01" });
	SAME(ask_list((struct unit_ask){ .words = "xa binh", .contacts = true }, &n)->phone, "0912");
	SAME(ask_list((struct unit_ask){ .words = "xa binh" }, &n)->phone, "");
	CHECK(!ask_list((struct unit_ask){ .words = "0912", .contacts = true }, &n));
}

static void
what_became_of_whom(void)
{
	begin();
	struct unit twin = fresh_unit("N", "Xã Bình An", P, "2026-01-01");
	int64_t heir = unit_add(db, &twin), e;

	e = unit_event_add(db, "merge", "2026-01-01", "1690/NQ", "");
	unit_succeed(db, e, A, heir, 10000);
	unit_succeed(db, e, B, heir, 10000);
	CHECK(unit_move(db, A1, heir, "2026-01-01", ""));
	unit_end(db, A, "2025-12-31");
	unit_end(db, B, "2025-12-31");
	CHECK(unit_successors(db, mem, A, TODAY, "vi")->id == heir);
	CHECK(unit_successors(db, mem, A, "2025-12-31", "vi")->id == A);
	/* Through two steps, and not by a part. */
	struct unit other = fresh_unit("M", "Xã Khác", P, "2026-01-01");
	int64_t last = unit_add(db, &other);
	e = unit_event_add(db, "part", "2026-02-01", "", "");
	unit_succeed(db, e, heir, D, 1861);
	e = unit_event_add(db, "merge", "2026-03-01", "", "");
	unit_succeed(db, e, heir, last, 10000);
	CHECK(unit_move(db, A1, last, "2026-03-01", ""));
	unit_end(db, heir, "2026-02-28");
	struct unit *now = unit_successors(db, mem, B, TODAY, "vi");
	CHECK(now && now->id == last && !now->next);
	unit_end(db, last, "2026-03-31");
	CHECK(!unit_successors(db, mem, B, TODAY, "vi"));
	struct unit_past *h = unit_history(db, mem, heir, "vi");
	CHECK(h->what == PAST_INTO && h->other == last);
	CHECK(h->next->what == PAST_INTO && h->next->other == D && h->next->share == 1861);
	CHECK(h->next->next->what == PAST_NAME && h->next->next->next->what == PAST_PARENT);
	h = h->next->next->next->next;
	CHECK(h->what == PAST_FROM && h->other == A && h->next->other == B && !h->next->next);
	SAME(h->name, "Xã An");
	SAME(h->document, "1690/NQ");
	closure_is_right();
}

/* Parts of one day are of the households before any of them, so they add up. */
static void
parts_of_a_day_add_up(void)
{
	begin();
	SAME(unit_last_part(db, mem, A), "");
	int64_t e = unit_event_add(db, "part", "2026-02-01", "1/NQ", "");
	unit_succeed(db, e, A, D, 1861);
	e = unit_event_add(db, "part", "2026-02-01", "2/NQ", "");
	unit_succeed(db, e, A, D, 500);
	e = unit_event_add(db, "part", "2026-02-01", "2/NQ", "");
	unit_succeed(db, e, A, B, 100);
	e = unit_event_add(db, "part", "2026-02-01", "2/NQ", "");
	unit_succeed(db, e, B, D, 4000);
	e = unit_event_add(db, "part", "2026-02-02", "3/NQ", "");
	unit_succeed(db, e, A, D, 7);
	CHECK(unit_parted(db, A, D, "2026-02-01") == 2361 && unit_parted(db, A, B, "2026-02-01") == 100);
	CHECK(unit_parted(db, A, 0, "2026-02-01") == 2461 && unit_parted(db, B, 0, "2026-02-01") == 4000);
	CHECK(!unit_parted(db, D, 0, "2026-02-01") && !unit_parted(db, A, 0, "2026-01-31"));
	SAME(unit_last_part(db, mem, A), "2026-02-02");
	SAME(unit_last_part(db, mem, B), "2026-02-01");
	/* Each line keeps its own share and document, and says what the day's come to. */
	struct unit_past *h = unit_history(db, mem, D, "vi");
	CHECK(h->share == 7 && h->together == 7);
	h = h->next;
	CHECK(h->share == 1861 && h->together == 2361 && h->next->share == 500
	    && h->next->together == 2361);
	CHECK(h->next->next->other == B && h->next->next->together == 4000);
}

static void
groups_and_members_are_dated(void)
{
	begin();
	int64_t g = unit_group_add(db, &(struct unit_group){ .kind = "cluster", .name = "Cụm 1",
	    .unit = P, .valid_from = "2025-01-01", .document = "12/TB" });
	unit_member_add(db, g, A, 0, "2025-01-01");
	unit_member_add(db, g, B, 1, "2025-06-01");
	CHECK(unit_groups(db, mem, TODAY)->members == 2);
	SAME(unit_groups(db, mem, TODAY)->head_name, "Xã Bình");
	CHECK(unit_group_get(db, mem, g, "2025-02-01")->members == 1);
	CHECK(!unit_groups(db, mem, "2024-12-31"));
	int64_t total;
	struct unit_member_ask ask = { .group = g, .day = TODAY, .limit = 1 };
	CHECK(unit_members(db, mem, &ask, &total)->unit == B && total == 2);
	ask.skip = 1;
	CHECK(unit_members(db, mem, &ask, &total)->unit == A && total == 2);
	ask.day = "2024-12-31";
	CHECK(!unit_members(db, mem, &ask, &total) && !total);
	CHECK(!unit_member_get(db, mem, g, B, "2025-05-31")
	    && unit_member_get(db, mem, g, B, "2025-06-01")->head == 1);
	unit_member_add(db, g, A, 2, "2026-01-01");	/* from then on, deputy */
	CHECK(!unit_groups_of(db, mem, A, "2025-12-31")->head);
	CHECK(unit_groups_of(db, mem, A, TODAY)->head == 2
	    && !unit_groups_of(db, mem, A, TODAY)->next);
	unit_member_end(db, g, B, "2025-12-31");
	CHECK(!unit_groups_of(db, mem, B, TODAY));
	unit_group_end(db, g, "2026-06-30");
	CHECK(!unit_groups_of(db, mem, A, TODAY) && unit_groups_of(db, mem, A, "2026-06-30"));
}

int
main(void)
{
	a_unit_is_seen_as_of_a_day();
	a_new_name_leaves_the_old_one_on_old_days();
	a_move_is_dated_and_the_closure_follows();
	nobody_is_above_himself();
	a_unit_ends_with_all_that_is_its_own();
	children_tree_and_path();
	the_list_filters_sorts_and_cuts();
	what_became_of_whom();
	parts_of_a_day_add_up();
	groups_and_members_are_dated();
	return done();
}
