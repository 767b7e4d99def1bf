/* work.c - see work.h. */

#include "tests/work.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "db/audit.h"
#include "db/file.h"
#include "tests/disk.h"

enum { WORKS = 200, FIELDS = 5, FILE_BYTES = 150 * 1024 };

/*
 * A new unit of work is one row.  The form brings a key besides, and csrf; each record
 * stands in tests/policy.sql or is laid here, and belongs to unit A.
 */
static const struct work table[] = {
	{ "report", "send a report", "unit_leader", A, "/report/951/move", "move=send&edition=1&receipt=", NULL,
	    "INSERT INTO report_due (report_period, kind, due_date) VALUES (991, 'commune', '2026-06-25');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (8951, 'report', 2, 'signing', 0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (951, 8951, 991, 2, 0);"
	    "INSERT INTO report_value (report, indicator, value) VALUES (951, 1, 0);" },
	{ "report", "save a draft", "unit_officer", A, "/report/952", "edition=1&do=save&v1=1.234", NULL,
	    "INSERT INTO report_period (id, report_form, name, window_from, window_to, opens)"
	    " VALUES (952, 1, 'Quý I/2026', '2025-12-15', '2026-03-14', '2026-03-07');"
	    "INSERT INTO report_due (report_period, kind, due_date) VALUES (952, 'commune', '2026-03-25');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (8952, 'report', 2, 'draft', 0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (952, 8952, 952, 2, 0);" },
	{ "award", "issue an award decision", "clerk", A, "/award/903/issue",
	    "do=issue&number=15/QĐ&date=20/11/2026&signer=&signer_other=Lò Văn Ký&signer_title=Chủ tịch&book=&edition=1",
	    NULL,
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (8950, 'award', 2, 'listed', 0);"
	    "INSERT INTO nomination (id, flow_case, unit, handler, subject, name, name_key, person_key, name_plain,"
	    " of_unit, award_form, award_type, award_group, achieved_from, achieved_to, award_decision, saved) VALUES"
	    " (950, 8950, 2, 2, 'person', 'Lò Được', '', '', 'lo duoc', 2, 24, 'merit', 'worker', '2026-01-01',"
	    "  '2026-06-30', 903, 0);" },
	{ "award", "decide an award", "signer", A, "/award/904/move", "move=approve&edition=1", NULL,
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (8954, 'award', 2, 'listed', 0);"
	    "INSERT INTO nomination (id, flow_case, unit, handler, subject, name, name_key, person_key, name_plain,"
	    " of_unit, award_form, award_type, award_group, achieved_from, achieved_to, award_decision, saved) VALUES"
	    " (954, 8954, 2, 2, 'person', 'Lò Chờ', '', '', 'lo cho', 2, 24, 'merit', 'worker', '2026-01-01',"
	    "  '2026-06-30', 904, 0);" },
	{ "award", "add a file", "specialist", A, "/award/nomination/902/file", "", "tờ trình.pdf", NULL },
	{ "plan", "issue a plan", "clerk", A, "/plan/953/issue",
	    "number=07/KH-UBND&date=20/11/2026&place=Thử&signer_name=Vi Thị&edition=0", NULL,
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (8953, 'plan', 2, 'approved', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES"
	    " (953, 8953, 2, '', NULL, 'UBND xã An', 'Kế hoạch chờ số');"
	    "INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (953, 953, 1, 'Thôn Một', 'act');"
	    "INSERT INTO plan_addressee (recipient, unit) VALUES (953, 4);" },
	{ "evaluation", "add a file", "unit_officer", A, "/evaluation/901/file", "part=903", "minh chứng.pdf", NULL },
	{ "signup", "change a registration", "unit_leader", A, "/signup/901/move", "move=change&reason=Đổi người", NULL, NULL },
	{ "unit", "add a contact", "admin", A, "/unit/2/contact",
	    "name=Lò Văn Bạn&post=&phone=0217 385 0001&valid_from=20/11/2026", NULL, NULL },
	{ "account", "add a person", "admin", A, "/account/people/add",
	    "name=Lò Văn Mới&login=moi.lv&phone=0912&unit=a&role=clerk&post=&valid_from=20/11/2026"
	    "&valid_to=&document=1/QĐ", NULL, NULL },
	{ "feedback", "send an opinion", "unit_officer", A, "/feedback/plan/1/add", "unit=2&text=Hạn gấp quá", NULL, NULL },
};

static struct work list[WORKS];
static int64_t askers[WORKS], from_table;
static int n;
static uint64_t drawn;

/* ---- random numbers that come again ---- */

static const char *
random_name(void)
{
	return "the same each time";
}

static uint32_t
random_next(void)
{
	drawn ^= drawn << 13, drawn ^= drawn >> 7, drawn ^= drawn << 17;
	return (uint32_t)(drawn >> 16);
}

static void
random_buf(void *to, const size_t size)
{
	for (size_t i = 0; i < size; i++)
		((unsigned char *)to)[i] = (unsigned char)random_next();
}

void
work_ready(void)
{
	static randombytes_implementation ours = { .implementation_name = random_name,
	    .random = random_next, .buf = random_buf };

	if (randombytes_set_implementation(&ours))
		exit(1);
	drawn = 1;
}

/* ---- what there is to do ---- */

static void
add(struct work w)
{
	if (n == WORKS - 1)
		exit(1);
	list[n++] = w;
}

static const struct route *
post_of(const char *path)
{
	for (const struct route *r = page.routes; r->path; r++)
		if (r->method == POST && !strcmp(r->path, path))
			return r;
	return NULL;
}

static char *
slurp(const char *file)
{
	FILE *f = fopen(file, "r");
	char *text = calloc(1, 1 << 20);

	if (!f || !text || !fread(text, 1, (1 << 20) - 1, f))
		exit(1);
	fclose(f);
	return text;
}

/* Whoever may by that line, from the first place whence he may. */
static void
add_line(char *field[FIELDS])
{
	const struct route *route = post_of(field[1]);
	char *path = field[2], *fields = strchr(path, '?'), *who = field[3];
	bool any = !strcmp(who, "anyone") || !strcmp(who, "signed");

	/* an owner's record is one person's, whom the scene has none of */
	if (!route || strcmp(field[0], "POST") || !strcmp(who, "owner"))
		return;
	if (fields)
		*fields++ = '\0';
	add((struct work){ .page = page.name, .name = "as in policy.tsv", .path = path,
	    .role = !strcmp(who, "anyone") ? NULL : any ? "" : who,
	    .unit = any ? 0 : !strncmp(field[4], "parent", 6) ? P : !strncmp(field[4], "child", 5) ? A1 : A,
	    .fields = fields ? fields : "", .file = route->flags & SINK ? "tệp.pdf" : NULL });
}

const struct work *
works(int64_t *of_table)
{
	static char *lines;		/* what the list points into */
	char *text, *line, *field[FIELDS];

	*of_table = from_table;
	if (lines)
		return list;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (!strcmp(table[i].page, page.name))
			add(table[i]);
	from_table = *of_table = n;
	for (text = lines = slurp("tests/policy.tsv"); (line = strsep(&text, "\n")); ) {
		int i = 0;
		while (i < FIELDS && (field[i] = strsep(&line, "\t")))
			i++;
		if (i == FIELDS && **field != '#')
			add_line(field);
	}
	return list;
}

void
work_lay(const struct work *all)
{
	static char *sql, *files;

	if (!sql) {
		sql = slurp("tests/policy.sql");
		/* a line of the trail that is of no chain, and its value */
		for (char *at; (at = strstr(sql, "\nINSERT INTO audit")); )
			memcpy(at + 1, "--", 2);
		files = slurp("tests/policy.files.sql");
	}
	fresh();
	scene(sql);
	if (page.files)
		scene_file(files);
	for (int i = 0; all[i].path; i++) {
		if (all[i].lay)
			scene(all[i].lay);
		askers[i] = all[i].role ? person(all[i].role, all[i].unit) : 0;
	}
	scene_shut();
}

static const char *
pdf(void)
{
	static char bytes[FILE_BYTES];

	if (!*bytes) {
		memset(bytes, '%', sizeof(bytes));
		for (size_t i = 0; i < sizeof(bytes); i += 61)
			bytes[i] = '\n';
		memcpy(bytes, "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", 29);
		memcpy(bytes + sizeof(bytes) - 6, "%%EOF\n", 6);
	}
	return bytes;
}

struct reply
work_ask(const struct work *w)
{
	const char *fields = mem_printf(scene_mem(), "once=0123456789abcdef%08d%s%s", (int)(w - list),
	    *w->fields ? "&" : "", w->fields);

	drawn = (uint64_t)(w - list) * 1000003 + 77;
	as(askers[w - list]);
	return w->file ? ask_raw(ask_file(w->path, fields, w->file, pdf(), FILE_BYTES))
	    : ask_post(w->path, fields);
}

/* ---- what it left ---- */

static void
digest_row(crypto_hash_sha256_state *h, sqlite3_stmt *s)
{
	for (int i = 0; i < sqlite3_column_count(s); i++) {
		unsigned char type = (unsigned char)sqlite3_column_type(s, i);
		const void *bytes = sqlite3_column_blob(s, i);
		int size = sqlite3_column_bytes(s, i);
		crypto_hash_sha256_update(h, &type, 1);
		crypto_hash_sha256_update(h, (const unsigned char *)&size, sizeof(size));
		if (size)
			crypto_hash_sha256_update(h, bytes, (size_t)size);
	}
}

/* Every row of every table; what SQLite says if it is not sound. */
static const char *
digest_base(sqlite3 *db, char hex[65])
{
	unsigned char bytes[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state h;
	sqlite3_stmt *names = NULL, *s = NULL;
	const char *wrong = "it cannot be asked";
	static char why[100];

	if (!sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &s, NULL) && sqlite3_step(s) == SQLITE_ROW) {
		snprintf(why, sizeof(why), "%s", sqlite3_column_text(s, 0));
		wrong = strcmp(why, "ok") ? why : NULL;
	}
	sqlite3_finalize(s);
	crypto_hash_sha256_init(&h);
	sqlite3_prepare_v2(db, "SELECT printf('SELECT * FROM \"%w\"', name) FROM sqlite_schema"
	    " WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name", -1, &names, NULL);
	while (!wrong && sqlite3_step(names) == SQLITE_ROW) {
		const char *sql = (const char *)sqlite3_column_text(names, 0);
		int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);
		crypto_hash_sha256_update(&h, (const unsigned char *)sql, strlen(sql));
		while (!rc && (rc = sqlite3_step(s)) == SQLITE_ROW && !(rc = 0))
			digest_row(&h, s);
		sqlite3_finalize(s);
		if (rc != SQLITE_DONE)
			wrong = sqlite3_errmsg(db);
	}
	sqlite3_finalize(names);
	crypto_hash_sha256_final(&h, bytes);
	sodium_bin2hex(hex, 65, bytes, 20);
	return wrong;
}

static const enum db_file bases[] = { DB_PORTAL, DB_SECRET, DB_FILES };

void
work_state(const char *dir, char state[STATE])
{
	char path[256], hex[65];

	*state = '\0';
	for (int i = 0; i < 3; i++) {
		sqlite3 *db = NULL;
		snprintf(path, sizeof(path), "%s/%s", dir, db_name(bases[i]));
		if (access(path, F_OK))
			continue;
		const char *wrong = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, disk_plain())
		    ? sqlite3_errmsg(db) : NULL;
		sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
		if (!wrong)
			wrong = digest_base(db, hex);
		size_t at = strlen(state);
		if (wrong)
			snprintf(state, STATE, "broken: %s: %s", db_name(bases[i]), wrong);
		else
			snprintf(state + at, STATE - at, "%s%s", at ? " " : "", hex);
		sqlite3_close(db);
		if (wrong)
			return;
	}
}

static const struct grant looks[] = { { "audit", READ }, { "attachment", READ }, { 0 } };
static const struct grant files_looks[] = { { "file", READ }, { 0 } };

bool
work_chain(const char *dir)
{
	struct db *db = db_open(DB_PORTAL, dir, looks);
	struct mem *mem = mem_new();

	if (!db)
		exit(1);
	db_begin(db, DB_READ);
	int64_t bad = audit_check(db, mem);
	bool whole = !bad && !db_failed(db);
	db_rollback(db);
	db_close(db);
	mem_free(mem);
	return whole;
}

static struct sql named = SQL("SELECT DISTINCT hash FROM attachment");

bool
work_files(const char *dir)
{
	struct db *portal = db_open(DB_PORTAL, dir, looks), *files = db_open(DB_FILES, dir, files_looks);
	struct mem *mem = mem_new();
	int64_t total;

	if (!portal || !files)
		exit(1);
	db_begin(portal, DB_READ);
	db_begin(files, DB_READ);
	bool whole = !file_check(files, mem, &total);
	db_query(portal, &named);
	while (db_next(portal, &named))
		whole &= file_find(files, mem, col_text(&named, 0, mem)) != NULL;
	whole &= !db_failed(portal) && !db_failed(files);
	db_close(portal);
	db_close(files);
	mem_free(mem);
	return whole;
}
