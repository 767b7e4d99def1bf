/* audit_test.c - whoever writes in the database past every program, but has no key of the
 * seals, is found out: tampers at random with the trail, each on the whole one. */

#include <stdio.h>
#include <stdlib.h>

#include "tests/scene.h"

#include "db/audit.h"

enum { TRAIL = 120, SEALED = 20, KINDS = 11, TAMPERS = KINDS * 40 };

static const struct grant grants[] = { { "audit", READ | ADD }, { "seal", READ },
	{ "account", READ }, { 0 } };
static const unsigned char key[SEAL_KEY] = "a key that maintain alone holds";
static struct db *db;
static const char *head;	/* of the last line, as a backup's manifest has it */

#define sql(...) mem_printf(scene_mem(), __VA_ARGS__)

static void
add(long long n, const char *new)
{
	struct change c = { "title", "cũ", new, NULL }, d = { "day", "", "2026-11-20", &c };

	audit_add(db, scene_mem(), &(struct audit_line){ .at = NOW + n, .address = "10.0.0.1",
	    .action = n % 3 ? "plan.change" : "report.save", .entity = n, .changes = n % 4 ? &d : &c });
}

static void
lay(void)
{
	db = fresh_db(grants);
	db_begin(db, DB_WRITE);
	for (long long n = 1; n <= TRAIL; n++)
		add(n, sql("dòng %lld", n));
	CHECK(db_commit(db));
	for (long long n = SEALED; n <= TRAIL; n += SEALED) {
		const char *chain = look_text(sql("SELECT chain FROM audit WHERE id = %lld", n));
		scene(mem_printf(scene_mem(), "INSERT INTO seal VALUES (%lld, 5, %lld, '%s', '%s')", n / SEALED,
		    n, chain, seal_mac(scene_mem(), key, n, chain, 5)));
	}
	head = look_text("SELECT chain FROM audit ORDER BY id DESC LIMIT 1");
	scene("DROP TRIGGER audit_is_appended; DROP TRIGGER audit_is_fixed; DROP TRIGGER audit_is_kept; DROP TRIGGER audit_value_is_kept;"
	    "DROP TRIGGER audit_value_is_only_emptied; DROP TRIGGER seal_is_fixed; DROP TRIGGER seal_is_kept;"
	    "CREATE TABLE a AS SELECT * FROM audit; CREATE TABLE v AS SELECT * FROM audit_value;"
	    "CREATE TABLE s AS SELECT * FROM seal");
}

static void
mend(void)
{
	scene("PRAGMA foreign_keys = OFF; BEGIN; DELETE FROM audit_value; DELETE FROM audit; DELETE FROM seal;"
	    "INSERT INTO audit SELECT * FROM a; INSERT INTO audit_value SELECT * FROM v;"
	    "INSERT INTO seal SELECT * FROM s; COMMIT");
}

/* All lines from k on are made anew as the programs make them, the first with another
 * value: the chain holds. */
static void
forge(long long k)
{
	scene(sql("PRAGMA foreign_keys = OFF; DELETE FROM audit_value WHERE audit >= %lld;"
	    "DELETE FROM audit WHERE id >= %lld", k, k));
	db_begin(db, DB_WRITE);
	for (long long n = k; n <= TRAIL; n++)
		add(n, n == k ? "khác" : sql("dòng %lld", n));
	CHECK(db_commit(db));
}

/* Where the fault must be told at the latest: that line; 0 where another check than that of
 * the chain tells it. */
static int64_t
tamper(int kind, long long k)
{
	long long other = k == TRAIL ? 1 : k + 1;

	switch (kind) {
	case 0:		/* a line's own words */
		scene(sql("UPDATE audit SET address = '10.0.0.2' WHERE id = %lld", k));
		return k;
	case 1:		/* for whom, when, of which record */
		scene(sql("UPDATE audit SET at = at - 60, entity = entity + 1 WHERE id = %lld", k));
		return k;
	case 2:		/* a value */
		scene(sql("UPDATE audit_value SET new = new || '.' WHERE audit = %lld AND field = 'title'", k));
		return k;
	case 3:		/* a value that is gone, and one that was never there */
		scene(sql("DELETE FROM audit_value WHERE audit = %lld AND field = 'title'", k));
		return k;
	case 4:
		scene(sql("INSERT INTO audit_value SELECT audit, 'zalo', digest, salt, old, new FROM audit_value"
		    " WHERE audit = %lld AND field = 'title'", k));
		return k;
	case 5:		/* a line out of the middle, those after it moved up */
		scene(sql("PRAGMA foreign_keys = OFF; DELETE FROM audit_value WHERE audit = %lld;"
		    "DELETE FROM audit WHERE id = %lld", k, k));
		scene(sql("UPDATE audit SET id = -id + 1 WHERE id > %lld; UPDATE audit SET id = -id WHERE id < 0;"
		    "UPDATE audit_value SET audit = audit - 1 WHERE audit > %lld", k, k));
		return k;
	case 6:		/* two that changed places, with all that is theirs */
		scene(sql("PRAGMA foreign_keys = OFF; UPDATE audit SET id = -1 WHERE id = %lld;"
		    "UPDATE audit_value SET audit = -1 WHERE audit = %lld", k, k));
		scene(sql("UPDATE audit SET id = %lld WHERE id = %lld", k, other));
		scene(sql("UPDATE audit_value SET audit = %lld WHERE audit = %lld", k, other));
		scene(sql("UPDATE audit SET id = %lld WHERE id = -1;"
		    "UPDATE audit_value SET audit = %lld WHERE audit = -1", other, other));
		return k < other ? k : other;
	case 7:		/* the end, with its seals */
		scene(sql("PRAGMA foreign_keys = OFF; DELETE FROM audit_value WHERE audit >= %lld;"
		    "DELETE FROM audit WHERE id >= %lld", k, k));
		scene(sql("DELETE FROM seal WHERE audit >= %lld", k));
		return 0;
	case 8:		/* emptied without an act that says so */
		scene(sql("UPDATE audit_value SET salt = NULL, old = NULL, new = NULL WHERE audit = %lld", k));
		return k;
	case 9:		/* one before the first, which the chain does not reach */
		scene(sql("INSERT INTO audit SELECT %d, at, account, mandate, address, action, entity, chain"
		    " FROM audit WHERE id = %lld", k % 2 ? 0 : -7, k));
		return -1;
	default:	/* the chain made anew without the key */
		forge(k);
		return 0;
	}
}

static void
every_tamper_is_found(void)
{
	const char *chain;
	int64_t total, seen[KINDS] = { 0 };

	lay();
	srandom(27);
	for (int i = 0; i < TAMPERS; i++) {
		int kind = i % KINDS;
		long long k = 1 + random() % TRAIL;
		db_begin(db, DB_READ);
		bool whole = audit_check(db, scene_mem()) == 0 && seal_check(db, scene_mem(), key, &total) == 0;
		db_rollback(db);
		CHECK(whole);
		int64_t at = tamper(kind, k);
		db_begin(db, DB_READ);
		int64_t bad = audit_check(db, scene_mem()), seal = seal_check(db, scene_mem(), key, &total);
		audit_last(db, scene_mem(), &chain);
		db_rollback(db);
		bool found = at ? bad == at : kind == 7 ? strcmp(chain, head) != 0 : seal == (k + SEALED - 1) / SEALED;
		CHECK(found);
		seen[kind] += found;
		mend();
	}
	for (int kind = 0; kind < KINDS; kind++)
		CHECK(seen[kind] == TAMPERS / KINDS);
}

int
main(void)
{
	every_tamper_is_found();
	return done();
}
