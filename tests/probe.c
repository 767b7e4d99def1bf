/*
 * probe.c - a page program as if it were an attacker's by now: what its declaration does
 * not grant is denied by the database, and what serving does not take by the kernel.
 */

#include "tests/scene.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/jail.h"
#include "tests/escape.h"

/* As page.h promises: a grant of "plan" is one of "plan_clause" too. */
static bool
declared(const struct grant *g, const char *table, int may)
{
	for (; g->table; g++) {
		size_t n = strlen(g->table);
		if ((g->may & may) && !strncmp(g->table, table, n) && (!table[n] || table[n] == '_'))
			return true;
	}
	return false;
}

/* Is it prepared, or run, without a word against it? */
static bool
passes(struct db *db, const char *text, bool run)
{
	static struct sql kept[4000];	/* they live as long as the connection */
	static int n;
	struct sql *q = &kept[n++];

	if (n == 4000)
		exit(1);
	memcpy(q, &(struct sql){ .text = text }, sizeof(*q));
	db_begin(db, DB_WRITE);
	if (run)
		db_row(db, q);
	else
		db_query(db, q);
	bool ok = !db_failed(db);
	db_rollback(db);
	return ok;
}

/* The last one is nobody's: what is put in a row's place removes it. */
enum { VERBS = 5, REPLACE = 0 };
static const int mays[VERBS] = { READ, ADD, CHANGE, REMOVE, REPLACE };

static const char *
spell(int verb, const char *table, const char *column)
{
	switch (mays[verb]) {
	case READ:   return mem_printf(scene_mem(), "SELECT 1 FROM %s", table);
	case ADD:    return mem_printf(scene_mem(), "INSERT INTO %s DEFAULT VALUES", table);
	case CHANGE: return mem_printf(scene_mem(), "UPDATE %s SET %s = 1", table, column);
	case REMOVE: return mem_printf(scene_mem(), "DELETE FROM %s", table);
	default:     return mem_printf(scene_mem(), "REPLACE INTO %s DEFAULT VALUES", table);
	}
}

/* Every table by every verb, every view to be read: denied if not declared.  The same
 * passes where all is granted, so it is not refused for another reason. */
static void
what_is_not_declared_is_denied(void)
{
	char *list = mem_text(scene_mem(), look_text("SELECT group_concat(m.type || ' ' || m.name"
	    " || ' ' || (SELECT p.name FROM pragma_table_info(m.name) p WHERE p.pk = 0 LIMIT 1), ';')"
	    " FROM sqlite_master m WHERE m.type IN ('table', 'view') AND m.sql NOT LIKE 'CREATE VIRTUAL%'"
	    " AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL%'"
	    "  AND substr(m.name, 1, length(v.name) + 1) = v.name || '_')")), *one;
	struct grant *all = mem_take(scene_mem(), 1000 * sizeof(*all));
	struct found { char type[8], name[80], column[80]; } *found =
	    mem_take(scene_mem(), 1000 * sizeof(*found));
	int tables = 0, denied = 0;

	while ((one = strsep(&list, ";")) && tables < 990)
		if (sscanf(one, "%7s %79s %79s", found[tables].type, found[tables].name,
		    found[tables].column) == 3) {
			all[tables] = (struct grant){ found[tables].name, READ | ADD | CHANGE | REMOVE };
			tables++;
		}
	all[tables] = (struct grant){ "json_each", READ };
	struct db *every = scene_beside(all);
	for (struct found *f = found; f < found + tables; f++)
		for (int verb = 0; verb < (*f->type == 'v' ? 1 : VERBS); verb++) {
			const char *text = spell(verb, f->name, f->column);
			bool ok = passes(scene_db(), text, false);
			if (mays[verb] == REPLACE) {
				CHECK(!ok && !passes(every, text, false));
				continue;
			}
			/* what is declared may still need more: a view what lies under it */
			if (declared(page.grants, f->name, mays[verb]))
				continue;
			denied++;
			if (ok || !passes(every, text, false))
				fprintf(stderr, "%s: %s\n", page.name, text);
			CHECK(!ok && passes(every, text, false));
		}
	db_close(every);
	CHECK(tables > 80 && denied > 100);
}

/* Whatever is granted: the schema, other files, how the log is kept. */
static void
the_schema_is_nobodys(void)
{
	static const char *const texts[] = {
		"ATTACH ':memory:' AS other", "ATTACH 'secret.db' AS other", "PRAGMA writable_schema = 1",
		"PRAGMA journal_mode = DELETE", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA synchronous = OFF",
		"PRAGMA wal_autocheckpoint = 1000", "PRAGMA trusted_schema = 1", "CREATE TABLE z (a)",
		"CREATE TEMP TABLE z (a)", "CREATE VIEW z AS SELECT 1", "DROP TABLE setting",
		"ALTER TABLE setting ADD COLUMN z", "CREATE TRIGGER z AFTER INSERT ON posted BEGIN SELECT 1; END",
		"SELECT load_extension('x')", "VACUUM", "VACUUM INTO '/tmp/z'", "REINDEX",
		"UPDATE sqlite_master SET sql = ''", "DELETE FROM sqlite_master", "DETACH main",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		bool ok = passes(scene_db(), texts[i], true);
		if (ok)
			fprintf(stderr, "%s: %s\n", page.name, texts[i]);
		CHECK(!ok);
	}
	CHECK(passes(scene_db(), spell(0, page.grants->table, ""), true));	/* of what it may */
}

static void
what_serving_does_not_take_is_denied(void)
{
	for (const struct escape *e = escapes; e < escapes + escapes_n; e++) {
		int answer = escape_from(jail, e->try);
		if (answer != e->jail)
			fprintf(stderr, "%s: %s: %d\n", page.name, e->name, answer);
		CHECK(answer == e->jail);
	}
}

/* Every plain address; 404 and 403 are served too. */
__attribute__((unused)) static int
serves(void)
{
	for (const struct route *r = page.routes; r->path; r++)
		if (r->method == GET && !strchr(r->path, '#') && !(r->flags & PROBE)) {
			struct reply got = ask_get(r->path);
			if (got.status >= 500 || got.status < 200)
				return (errno = 99), -1;
		}
	return 0;
}

static void
what_serving_takes_is_not(void)
{
#ifndef __SANITIZE_ADDRESS__	/* whose memory takes calls of its own */
	CHECK(escape_from(jail, serves) == 0);
	as(person("specialist", P));
	CHECK(escape_from(jail, serves) == 0);
#endif
}

int
main(void)
{
	fresh();
	what_is_not_declared_is_denied();
	the_schema_is_nobodys();
	what_serving_does_not_take_is_denied();
	what_serving_takes_is_not();
	return done();
}
