/*
 * part.c - a page of a page program by what its time and its memory go into: the program in
 * one process by itself, without nginx, FastCGI and the jail, which asks itself the same page
 * again and again.
 *
 * usage: part-PROGRAM DIR TIMES PATH [COOKIE]
 *		with the databases in DIR; from the root of the tree.  One line of JSON: the middle
 *		of TIMES answers in microseconds, of which in SQL, in the templates, and elsewhere;
 *		statements and rows of one answer; the statements that took most of it; bytes of memory.
 *
 * SQL is what sqlite3_step() takes (values bound and read are not in it); templates are
 * view_render() (filling in the markers is not).  Both are met by the linker, in what is ours.
 * Memory of what is loaded once is what malloc() gave out for it; that of SQLite is told by
 * itself (sqlite3_db_status), as it is when this one address has been asked.
 */

#include <jansson.h>
#include <malloc.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/kind.h"
#include "cgi-bin/lib/lang.h"
#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/room.h"
#include "cgi-bin/lib/serve.h"
#include "db/text.h"

enum { WARM = 20, MOST = 500, TOLD = 3 };

static struct statement {
	const char *text;
	int64_t ns;
} statements[MOST];

/* Of the answer at hand. */
static struct {
	int64_t sql, templates, begun, rows;
} part;
static struct sqlite3 *portal;

static int64_t
clock_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void
add_to_statement(const char *text, int64_t ns)
{
	for (int i = 0; i < MOST; i++)
		if (!statements[i].text || statements[i].text == text) {
			statements[i].text = text;
			statements[i].ns += ns;
			return;
		}
	abort();
}

int __real_sqlite3_step(sqlite3_stmt *);
int __wrap_sqlite3_step(sqlite3_stmt *);

int
__wrap_sqlite3_step(sqlite3_stmt *s)
{
	bool first = !sqlite3_stmt_busy(s);
	int64_t from = clock_ns();
	int rc = __real_sqlite3_step(s);
	int64_t took = clock_ns() - from;

	portal = portal ? portal : sqlite3_db_handle(s);	/* the first that is opened is asked first */
	part.sql += took;
	part.begun += first;
	part.rows += rc == SQLITE_ROW;
	add_to_statement(sqlite3_sql(s), took);
	return rc;
}

const char *__real_view_render(struct view *, const char *lang, const char *name, size_t *length);
const char *__wrap_view_render(struct view *, const char *lang, const char *name, size_t *length);

const char *
__wrap_view_render(struct view *v, const char *lang, const char *name, size_t *length)
{
	int64_t from = clock_ns();
	const char *text = __real_view_render(v, lang, name, length);

	part.templates += clock_ns() - from;
	return text;
}

static int64_t
given_out(void)
{
	struct mallinfo2 m = mallinfo2();

	return (int64_t)(m.uordblks + m.hblkhd);
}

/* What malloc() gave out since `before`, which it moves on. */
static json_t *
grown(int64_t *before)
{
	int64_t was = *before;

	*before = given_out();
	return json_integer(*before - was);
}

static json_t *
status(int what)
{
	int now = 0, most = 0;

	sqlite3_db_status(portal, what, &now, &most, 0);
	return json_integer(now);
}

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static json_t *
middle(int64_t *all, int n)
{
	qsort(all, (size_t)n, sizeof(*all), by_number);
	return json_real((double)all[n / 2] / 1000);
}

static int
by_time(const void *a, const void *b)
{
	const struct statement *x = a, *y = b;

	return (x->ns < y->ns) - (x->ns > y->ns);
}

static json_t *
longest(int times)
{
	json_t *all = json_array();

	qsort(statements, MOST, sizeof(*statements), by_time);
	for (int i = 0; i < TOLD && statements[i].text; i++)
		json_array_append_new(all, json_pack("{s:f,s:s}", "us",
		    (double)statements[i].ns / 1000 / times, "sql", statements[i].text));
	return all;
}

static bool
ask_once(const struct bases *b, struct mem *mem, struct ask *ask)
{
	struct view *view = view_new();

	memset(&part, 0, sizeof(part));
	ask->now = time(NULL);
	struct reply r = serve(b, mem, view, ask);
	bool ok = r.status == 200 && r.length > 0;
	if (!ok)
		fprintf(stderr, "%s: %d\n", ask->path, r.status);
	view_free(view);
	mem_empty(mem);
	return ok;
}

static json_t *
measure(const struct bases *b, struct ask *ask, int times)
{
	struct mem *mem = mem_new();
	int64_t *took = calloc(4 * (size_t)times, sizeof(*took));
	int64_t *sql = took + times, *templates = sql + times, *rest = templates + times;

	for (int i = 0; i < WARM; i++)
		if (!ask_once(b, mem, ask))
			return NULL;
	memset(statements, 0, sizeof(statements));
	for (int i = 0; i < times; i++) {
		int64_t from = clock_ns();
		if (!ask_once(b, mem, ask))
			return NULL;
		took[i] = clock_ns() - from;
		sql[i] = part.sql, templates[i] = part.templates;
		rest[i] = took[i] - sql[i] - templates[i];
	}
	return json_pack("{s:o,s:o,s:o,s:o,s:I,s:I,s:o}", "us", middle(took, times), "sql", middle(sql, times),
	    "templates", middle(templates, times), "rest", middle(rest, times), "statements", (json_int_t)part.begun,
	    "rows", (json_int_t)part.rows, "longest", longest(times));
}

int
main(int argc, char **argv)
{
	struct bases b = { 0 };

	/* as main.c has it */
	mallopt(M_TRIM_THRESHOLD, 512 * 1024);
	mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
	serve_ready();
	if (argc < 4 || sodium_init() < 0 || !text_ready())
		return 1;
	int times = (int)strtol(argv[2], NULL, 10);
	const char *dir = argv[1];
	int64_t at = given_out();
	if (times < 1 || !lang_load("cgi-bin/lang"))
		return 1;
	json_t *texts = grown(&at);
	if (!views_load("cgi-bin/tpl", page.name, page.views))
		return 1;
	json_t *templates = grown(&at);
	if (!kind_ready())
		return 1;
	json_t *kinds = grown(&at);
	room_ready(dir);
	if ((page.ready && !page.ready())
	    || !(b.portal = db_open(DB_PORTAL, dir, page.grants))
	    || (page.secrets && !(b.secret = db_open(DB_SECRET, dir, page.secrets)))
	    || (page.files && !(b.files = db_open(DB_FILES, dir, page.files))))
		return 1;
	char *mark = strchr(argv[3], '?');
	struct ask ask = { .method = "GET", .query = mark ? mark + 1 : "",
	    .path = mark ? strndup(argv[3], (size_t)(mark - argv[3])) : argv[3],
	    .cookie = argc > 4 ? argv[4] : "", .type = "", .body = "", .site = "", .origin = "", .referer = "",
	    .host = "localhost", .purpose = "", .address = "127.0.0.1", .agent = "" };
	json_t *page_of = measure(&b, &ask, times);
	if (!page_of)
		return 1;
	json_object_update_new(page_of, json_pack("{s:{s:o,s:o,s:o,s:o,s:o,s:o}}", "memory",
	    "texts", texts, "templates", templates, "kinds", kinds,
	    "schema", status(SQLITE_DBSTATUS_SCHEMA_USED), "statements", status(SQLITE_DBSTATUS_STMT_USED),
	    "pages", status(SQLITE_DBSTATUS_CACHE_USED)));
	return json_dumpf(page_of, stdout, JSON_COMPACT | JSON_REAL_PRECISION(6)) || puts("") < 0;
}
