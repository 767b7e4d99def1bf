/*
 * shown.c - a page program over a database in which every text that a person may have typed
 * breaks out: nothing of it comes alive on any page that tests/policy.tsv names, as HTML, as
 * a .csv that a spreadsheet computes, as JSON that is none.
 *
 * Which columns those are the schema says: each of type TEXT that takes the payload, but for
 * words of the machine (states, kinds, days, keys).  Each has a mark of its own, so that the
 * test knows which of them it has seen on a page.
 *
 * With LEAVE=DIR in the environment one such database is left there, from the place SEED of
 * the corpus on, for tests/alive.mjs to look at in a browser: with a session for everybody,
 * the addresses (pages.tsv), files under each name of filename_item.h (names.tsv), and the
 * corpus (payloads.json).
 */

#include "tests/matrix.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/json.h"
#include "tests/filename_item.h"
#include "tests/payload.h"

enum { COLUMNS = 1000 };
static const char *columns[COLUMNS];	/* UPDATE ... @ is where the payload goes */
static bool seen[COLUMNS];
static int n, asked, pages;
static struct mem *kept;

/* No rule of the schema's own stands in the way of what another version might have let in.  The
 * page opens its databases after that: to connect an index anew it is not granted. */
static void
without_triggers(void)
{
	struct db *open[] = { scene_db(), scene_secrets(), scene_files() };

	for (const char *name; *(name = look_text("SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1")); )
		scene(mem_printf(scene_mem(), "DROP TRIGGER %s", name));
	for (size_t i = 0; i < sizeof(open) / sizeof(*open); i++)
		if (open[i])
			db_close(open[i]);
	CHECK(scene_again());
}

static const char *
in_sql(const char *text)
{
	const char *out = "";

	for (size_t length; *text; text += length + (text[length] == '\'')) {
		length = strcspn(text, "'");
		out = mem_printf(scene_mem(), "%s%.*s%s", out, (int)length, text, text[length] ? "''" : "");
	}
	return out;
}

/* A column called html holds what Markdown was made into. */
static const char *
update_of(int column, const char *pattern)
{
	const char *sql = columns[column], *at = strchr(sql, '@');
	const char *text = payload(scene_mem(), pattern, column);

	if (strstr(sql, " html = "))
		text = markdown(scene_mem(), text).text;
	return mem_printf(scene_mem(), "%.*s%s%s", (int)(at - sql), sql, in_sql(text), at + 1);
}

/* Does it hold what people type: some value that is no word of the machine, or none yet? */
static bool
typed(const char *table, const char *column)
{
	return look(mem_printf(scene_mem(),
	    "SELECT count(*) AND (NOT count(nullif(%s, '')) OR sum(%s GLOB '*[^a-z0-9_.:~/-]*'"
	    " AND substr(%s, 1, 1) NOT IN ('{', '['))) FROM %s", column, column, column, table)) > 0;
}

static void
add(const char *table, const char *column)
{
	columns[n] = mem_printf(kept, "UPDATE %s SET %s = %s || '@' WHERE %s IS NOT NULL", table, column, column, column);
	if (typed(table, column) && scene_tries(update_of(n, " <@>")) && ++n == COLUMNS)
		exit(1);
}

static void
find_columns(void)
{
	static const char next[] = "SELECT m.name || ' ' || c.name FROM sqlite_master m, pragma_table_info(m.name) c"
	    " WHERE m.type = 'table' AND m.sql LIKE '%%STRICT%%' AND c.type = 'TEXT'"
	    " AND m.name NOT IN ('session', 'setting', 'posted', 'draft')"
	    " AND c.name NOT LIKE '%%_key' AND c.name NOT LIKE '%%_plain'"
	    " ORDER BY m.name, c.cid LIMIT 1 OFFSET %d";

	for (int i = 0; ; i++) {
		const char *both = mem_text(kept, look_text(mem_printf(scene_mem(), next, i)));
		if (!*both)
			break;
		const char *space = strchr(both, ' ');
		add(mem_copy(kept, both, (size_t)(space - both)), space + 1);
	}
}

static void
saw(int number)
{
	if (number < n)
		seen[number] = true;
}

static void
look_at(const char *path, struct reply r)
{
	struct mem *mem = scene_mem();
	const char *body = mem_copy(mem, r.body, r.length), *why = NULL;
	json_error_t e;

	asked++;
	pages += r.status == 200;
	if (r.status == 500)
		why = "500";
	else if (strstr(r.head, "\nX-Zq") || strstr(r.head, "\nx-zq"))
		why = "a header of its own";
	else if (strstr(r.head, "Content-Type: text/html"))
		why = alive(mem, body);
	else if (strstr(r.head, "Content-Type: text/csv"))
		why = computes(mem, body);
	else if (strstr(r.head, "Content-Type: application/json")) {
		json_t *j = json_loadb(r.body, r.length, 0, &e);
		why = j ? NULL : e.text;
		json_decref(j);
	} else if (strstr(r.head, "Content-Type: text/calendar") && strstr(body, "\nX-ZQ"))
		why = "a line of its own";
	if (why)
		fprintf(stderr, "shown: %s: %s\n", path, why);
	CHECK(!why);
	payload_marks(body, saw);
}

/* In English, every other time. */
static struct reply
ask_in(const char *path, bool english)
{
	struct ask a = ask_of("GET", path, "");

	if (english)
		a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	return ask_raw(a);
}

/* Every page by every one whom the matrix lets see it. */
static void
look_everywhere(bool english)
{
	static const char *const faces[] = { "", ".csv", ".json" };
	static const int flags[] = { 0, CSV, JSON };

	for (const struct route *r = page.routes; r->path; r++)
		for (matrix_row *l = matrix(); r->method == GET && (*l)[METHOD]; l++) {
			if (strcmp((*l)[ROUTE], r->path) || strcmp((*l)[METHOD], "GET"))
				continue;
			matrix_as(*l);
			size_t path = strcspn((*l)[PATH], "?");
			for (int i = 0; i < 3; i++)
				if (!i || (r->flags & flags[i])) {
					const char *at = mem_printf(scene_mem(), "%.*s%s%s", (int)path, (*l)[PATH],
					    faces[i], (*l)[PATH] + path);
					look_at(at, ask_in(at, english));
				}
		}
}

/* Each column another place of the corpus. */
static void
try_round(const char *const *payloads, int count, int at)
{
	matrix_lay();
	without_triggers();
	for (int i = 0; i < n; i++)
		scene_tries(update_of(i, payloads[(at + i) % count]));
	look_everywhere(at % 2);
}

/* With CORPUS=all in the environment each column takes each payload; else every tenth round
 * is asked, in which all of them stand somewhere. */
static void
try_corpus(const char *const *payloads)
{
	const char *all = getenv("CORPUS");
	int count = 0, step = all && !strcmp(all, "all") ? 1 : 10;

	while (payloads[count])
		count++;
	for (int at = 0; at < count; at += step)
		try_round(payloads, count, at);
}

/* ------------------------------------------------------ for a browser */

/* So many payloads in a row, or one where there is no place for them. */
static void
fill(int column, int at)
{
	enum { ROW = 8 };
	const char *all = "";
	int count = 0;

	while (html_payloads[count])
		count++;
	for (int i = 0; i < ROW; i++)
		all = mem_printf(scene_mem(), "%s %s", all, html_payloads[(at + column * ROW + i) % count]);
	if (!scene_tries(update_of(column, all)))
		scene_tries(update_of(column, html_payloads[(at + column) % count]));
}

static FILE *
open_in(const char *dir, const char *name)
{
	FILE *f = fopen(mem_printf(kept, "%s/%s", dir, name), "w");

	if (!f)
		exit(1);
	return f;
}

/* Files of one record under each name that is kept, one of it after the other. */
static void
leave_names(const char *dir)
{
	static const char from[] = "INSERT INTO attachment (id, kind, record, part, hash, name, type, size, at, account)"
	    " SELECT %d, kind, record, part, hash, '%s', type, size, at, account FROM attachment WHERE id = 903";
	FILE *f = open_in(dir, "names.tsv");

	for (size_t i = 0; i < filenames_n; i++)
		if (filenames[i].kept) {
			scene(mem_printf(scene_mem(), from, 5000 + (int)i, in_sql(filenames[i].kept)));
			fprintf(f, "/evaluation/902/file/%d\t%s\n", 5000 + (int)i, filenames[i].kept);
		}
	fclose(f);
}

/* The corpus itself, to be shown as it is: by that it is seen that the browser's eye sees. */
static void
leave_corpus(const char *dir)
{
	struct json *root = json_root(kept), *list = json_list(root, "payloads");
	FILE *f = open_in(dir, "payloads.json");
	size_t length;

	for (int i = 0; html_payloads[i]; i++)
		json_text(list, NULL, payload(kept, html_payloads[i], i));
	fputs(json_spell(root, &length), f);
	fclose(f);
}

static void
copy_to(const char *dir, const char *name)
{
	size_t length;
	const char *bytes = file_read(kept, mem_printf(kept, "%s/%s", scene_dir(), name), 1 << 29, &length);
	FILE *f = bytes ? open_in(dir, name) : NULL;

	if (!f || fwrite(bytes, 1, length, f) != length || fclose(f))
		exit(1);
}

static int
leave(const char *dir, int at)
{
	FILE *f = open_in(dir, "pages.tsv");

	matrix_lay();
	without_triggers();
	for (matrix_row *l = matrix(); (*l)[METHOD]; l++)
		if (!strcmp((*l)[METHOD], "GET")) {
			matrix_as(*l);
			fprintf(f, "%s\t%s\n", (*l)[PATH], ask_of("GET", (*l)[PATH], "").cookie);
		}
	fclose(f);
	for (int i = 0; i < n; i++)
		fill(i, at);
	leave_names(dir);
	leave_corpus(dir);
	scene("UPDATE session SET seen = unixepoch(), created = unixepoch()");
	scene("PRAGMA wal_checkpoint(TRUNCATE)");
	scene_file("PRAGMA wal_checkpoint(TRUNCATE)");
	printf("%d columns\n", n);
	fflush(stdout);
	copy_to(dir, "portal.db");
	copy_to(dir, "files.db");
	scene_shut();
	return 0;
}

int
main(void)
{
	int sum = 0;

	scene_cheap();
	kept = mem_new();
	matrix_lay();
	without_triggers();
	find_columns();
	CHECK(n > 50);
	if (getenv("LEAVE"))
		return leave(getenv("LEAVE"), (int)strtol(getenv("SEED") ? getenv("SEED") : "0", NULL, 10));
	try_corpus(html_payloads);
	try_corpus(sheet_payloads);
	for (int i = 0; i < n; i++)
		sum += seen[i];
	fprintf(stderr, "shown: %d columns, %d of them on its pages; %d pages of %d asked\n", n, sum, pages, asked);
	for (int i = 0; i < n && getenv("SHOWN"); i++)
		printf("%s%.*s\n", seen[i] ? "seen " : "", (int)strcspn(columns[i] + 7, "="), columns[i] + 7);
	mem_free(kept);
	return done();
}
