/* finding.c - see finding.h. */

#include "tests/finding.h"

#include <stdio.h>

#include "db/search.h"
#include "tests/matrix.h"

static const struct grant grants[] = {
	SIGNED_IN, { "json_each", READ }, { "plan", READ }, { "award", READ }, { "nomination", READ },
	{ "feedback", READ }, { "attachment", READ }, { "attached_word", READ },
	{ "evaluation", READ }, { "task", READ }, { "document", READ },
	{ "flow_case", READ }, { 0 }
};

/* Of the file called so and so; both are the numbers of its record and its own. */
struct tried {
	int64_t record, id;
	struct tried *next;
};

static struct tried *
all_of(struct mem *mem, const char *kind)
{
	struct tried *first = NULL;

	for (int64_t id = 0; (id = look(mem_printf(mem, "SELECT coalesce(min(id), 0) FROM attachment"
	    " WHERE kind = '%s' AND id > %lld", kind, (long long)id))); ) {
		struct tried *t = mem_take(mem, sizeof(*t));
		*t = (struct tried){ look(mem_printf(mem, "SELECT record FROM attachment WHERE id = %lld",
		    (long long)id)), id, first };
		first = t;
	}
	return first;
}

static bool
is_found(struct db *db, int64_t account, const struct tried *t)
{
	struct search_ask ask = { .account = account, .day = TODAY, .words = "timthay", .year = "",
	    .state = "", .limit = 1000 };
	int64_t total;
	bool found = false;

	db_begin(db, DB_READ);
	for (struct search_hit *h = search(db, scene_mem(), SEARCH_FILE, &ask, &total); h; h = h->next)
		found |= h->file == t->id && h->id == t->record;
	CHECK(!db_failed(db));
	db_rollback(db);
	return found;
}

static int opened, closed;

static void
both_say_the_same(struct db *db, const char *page_path, const struct tried *t, int64_t account,
    const char *who)
{
	for (; t; t = t->next) {
		as(account);
		int status = ask_get(mem_printf(scene_mem(), "%s/%lld/file/%lld", page_path,
		    (long long)t->record, (long long)t->id)).status;
		bool opens = status == 200, found = is_found(db, account, t);
		CHECK(opens == found || !fprintf(stderr, "%s: %s/%lld/file/%lld is %d, found: %d\n", who,
		    page_path, (long long)t->record, (long long)t->id, status, found));
		opened += opens, closed += !opens;
	}
}

void
finding_agrees(const char *kind, const char *page_path, const char *flow, const char *sql)
{
	static const int64_t units[] = { P, A, B, A1, D };
	static const char *const roles[] = { "unit_officer", "unit_leader", "specialist", "council",
	    "signer", "clerk", "auditor", "admin" };

	matrix_lay();
	struct mem *mem = mem_new();
	scene("DROP TRIGGER IF EXISTS attachment_is_kept");
	scene(sql);
	scene("INSERT INTO attached_word (rowid, name, text)"
	    " SELECT CASE kind WHEN 'plan' THEN -id ELSE id END, name, 'timthay' FROM attachment");
	struct tried *all = all_of(mem, kind);
	CHECK(all != NULL);
	struct db *db = scene_beside(grants);
	opened = closed = 0;
	for (const char *state = ""; *(state = mem_text(mem, look_text(mem_printf(mem,
	    "SELECT coalesce(min(state), '') FROM flow_state WHERE flow = '%s' AND state > '%s'", flow,
	    state)))); ) {
		scene(mem_printf(mem, "UPDATE flow_case SET state = '%s' WHERE flow = '%s'", state, flow));
		both_say_the_same(db, page_path, all, 0, "nobody");
		for (size_t r = 0; r < sizeof(roles) / sizeof(*roles); r++)
			for (size_t u = 0; u < sizeof(units) / sizeof(*units); u++)
				both_say_the_same(db, page_path, all, person(roles[r], units[u]),
				    mem_printf(mem, "%s of %lld, %s", roles[r], (long long)units[u], state));
	}
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	both_say_the_same(db, page_path, all, person("specialist", P), "ended");
	CHECK(opened > 20 && closed > 20);
	db_close(db);
	mem_free(mem);
}
