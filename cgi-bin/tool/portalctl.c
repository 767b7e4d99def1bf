/*
 * portalctl - what an operator does beside the pages.  See usage[]: one command a
 * line, one function each, joined in the table at the foot.
 *
 * The databases lie in PORTAL_VAR (default var).  What is changed leaves a line in the
 * trail, of nobody, from the address "portalctl".
 */

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "cgi-bin/lib/backup.h"
#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/sample.h"
#include "cgi-bin/lib/serve.h"
#include "cgi-bin/lib/sheet.h"
#include "cgi-bin/lib/sound.h"
#include "cgi-bin/lib/unit_import.h"
#include "db/account.h"
#include "db/attached.h"
#include "db/audit.h"
#include "db/credential.h"
#include "db/db.h"
#include "db/factor.h"
#include "db/file.h"
#include "db/mandate.h"
#include "db/text.h"

static const char usage[] =
	"usage: portalctl COMMAND\n"
	"\n"
	"account list\n"
	"\tlogin, name and state of everyone; nothing if there is nobody\n"
	"account add LOGIN \"HỌ TÊN\" [--role ROLE [--unit CODE] [--office \"TÊN\"]]\n"
	"\tprints a temporary password.  Without --unit the role is for the unit that has\n"
	"\tnone above it.  Where there is no unit yet, --role admin makes the first, a\n"
	"\tprovince: --office is its name, and stands beside the portal's; --unit is its\n"
	"\tcode (default 1)\n"
	"account password LOGIN\n"
	"\tprints a new temporary password; sessions end\n"
	"account factor LOGIN \"LÝ DO\"\n"
	"\ttakes off the second factor of one whose phone and paper are lost, and why; sessions\n"
	"\tend.  For whom no administrator is there: the first of them\n"
	"import units FILE [--dry-run]\n"
	"\t.csv or .xlsx; names every bad row, then all or nothing\n"
	"import plan FILE --unit CODE\n"
	"\tthe text of a plan into a draft of that unit; lists what is missing\n"
	"outline [--markdown] FILE\n"
	"\twhat is read out of the text of a plan, as JSON\n"
	"sample DIR\n"
	"\ta made-up province into empty databases; prints its sign-ins\n"
	"file erase HASH \"CĂN CỨ\"\n"
	"\tthe bytes of an attached file and its words, for good, by which decision; its name, size and hash\n"
	"\tstay, and it is not taken again\n"
	"backup DIR [--public FILE] [--days N] [--weeks N]\n"
	"\ta copy of the databases into a new folder in DIR, proved by reading it back;\n"
	"\tencrypted to the public half of a key pair.  With --days or --weeks old ones go:\n"
	"\tthe newest of each of the last N days, or weeks, that have one stays\n"
	"restore BACKUP DIR [--secret FILE] [--seal FILE] [--unsound]\n"
	"\tsuch a folder into DIR, which is empty or not there; --secret opens an encrypted\n"
	"\tone, --seal, a copy of seal.key, proves that it was not forged\n"
	"keypair NAME\n"
	"\tNAME.public for `backup`, and NAME.secret, which no server needs to hold\n"
	"check [BACKUP...]\n"
	"\tsoundness of the databases, the chain of the trail and its seals, and of every\n"
	"\tattached file; that the trail still holds what was its end when each BACKUP was\n"
	"\tmade; 1 if one is bad\n";

static const struct grant grants[] = {
	{ "account", READ | ADD | CHANGE }, { "session", READ | CHANGE },
	{ "mandate", READ | ADD }, { "role", READ }, { "ability", READ },
	{ "unit", READ | ADD | CHANGE | REMOVE }, { "flow", READ | ADD | CHANGE },
	{ "plan", READ | ADD | CHANGE | REMOVE }, { "signup", READ | ADD | CHANGE | REMOVE },
	{ "indicator", READ | ADD | CHANGE | REMOVE },
	{ "holiday", READ },
	{ "report", READ | ADD | CHANGE | REMOVE },
	{ "evaluation", READ | ADD | CHANGE | REMOVE },
	{ "award", READ | ADD | CHANGE }, { "nomination", READ | ADD | CHANGE },
	{ "feedback", READ | ADD | CHANGE | REMOVE },	/* its words are an index */
	{ "notice", READ },		/* by the trigger that tells units they are asked */
	{ "task", READ | ADD | CHANGE },
	{ "document", READ | ADD | CHANGE | REMOVE },	/* its words are indexes */
	{ "json_each", READ },	/* the copies of reports are read with it */
	{ "setting", READ | ADD | CHANGE }, { "audit", READ | ADD },
	{ "seal", READ }, { "attachment", READ | ADD },
	{ "attached_text", READ | CHANGE }, { "attached_word", READ | ADD | CHANGE | REMOVE },
	{ 0 }
};
static const struct grant file_grants[] = { { "file", READ | ADD | CHANGE | REMOVE }, { 0 } };
static const struct grant secret_grants[] = {
	{ "credential", READ | ADD | CHANGE }, { "attempt", READ | REMOVE },
	{ "factor", READ | REMOVE }, { "halfway", READ | REMOVE }, { "device", READ | REMOVE },
	{ 0 }
};

enum { PLAN_MAX = 1 << 20, SHEET_MAX = 32 << 20 };	/* as the pages take them */

struct run {
	struct mem *mem;
	struct db *db, *secret, *files;
	const char *dir, *today;
	int64_t now;
	int argc;
	char **argv;		/* after the command's own words */
};

static int
fail(const char *why, const char *what)
{
	fprintf(stderr, "portalctl: %s%s%s\n", why, *what ? ": " : "", what);
	return 1;
}

static bool
open_both(struct run *c)
{
	return (c->db = db_open(DB_PORTAL, c->dir, grants))
	    && (c->secret = db_open(DB_SECRET, c->dir, secret_grants));
}

static void
begin(struct run *c)
{
	db_begin(c->db, DB_WRITE);
	db_begin(c->secret, DB_WRITE);
}

static bool
commit(struct run *c)
{
	return !db_failed(c->db) && db_commit(c->secret) && db_commit(c->db);
}

/* A text from outside in one form, or NULL. */
static const char *
arg(struct run *c, const char *text)
{
	return text_nfc(c->mem, text, strlen(text));
}

/* The value after --name, or "". */
static const char *
option(struct run *c, const char *name)
{
	for (int i = 0; i + 1 < c->argc; i++)
		if (!strcmp(c->argv[i], name))
			return arg(c, c->argv[i + 1]) ? arg(c, c->argv[i + 1]) : "";
	return "";
}

static void
log_line(struct run *c, const char *action, int64_t entity, struct change *changes)
{
	audit_add(c->db, c->mem, &(struct audit_line){ .at = c->now, .address = "portalctl",
	    .action = action, .entity = entity, .changes = changes });
}

static int
account_list(struct run *c)
{
	if (!open_both(c))
		return 1;
	db_begin(c->db, DB_READ);
	for (struct account *a = accounts(c->db, c->mem); a; a = a->next)
		printf("%s\t%s\t%s\n", a->login, a->name, a->disabled ? "off" : "on");
	db_rollback(c->db);
	return db_failed(c->db);
}

static bool
is_role(struct run *c, const char *name)
{
	struct role *r = roles(c->db, c->mem, c->today, "vi");

	while (r && strcmp(r->role, name))
		r = r->next;
	return r;
}

/* The unit of a first mandate, made if it is the first of all; 0 with the reason told. */
static int64_t
unit_for(struct run *c, const char *role)
{
	const char *code = option(c, "--unit"), *office = option(c, "--office");
	int64_t unit = place_any(c->db, code, c->today);

	if (unit)
		return unit;
	if (place_any(c->db, "", c->today)) {
		fail("no unit has that code", code);
	} else if (strcmp(role, "admin") || !*office) {
		fail("there is no unit yet: add --role admin --office \"UBND tỉnh ...\""
		    " [--unit CODE] to make the first", "");
	} else if (text_length(office) > 200 || text_length(code) > 20) {
		fail("the name may have 200 characters, the code 20", "");
	} else {
		code = *code ? code : "1";
		unit = place_first(c->db, code, office, text_key(c->mem, office),
		    text_plain(c->mem, office));
		struct change name = { "name", "", office, NULL }, at = { "code", "", code, &name };
		log_line(c, "unit.add", unit, &at);
		setting_put(c->db, "office", office, "2000-01-01", "");
	}
	return unit;
}

static bool
sound_login(const char *login)
{
	return strlen(login) >= 2 && strlen(login) <= 60
	    && strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == strlen(login);
}

static int
account_add_(struct run *c)
{
	const char *login, *name, *role, *hash, *word = credential_temporary(c->mem);
	int64_t unit = 0;

	if (c->argc < 2 || !(login = arg(c, c->argv[0])) || !(name = arg(c, c->argv[1])))
		return fail("account add LOGIN \"HỌ TÊN\"", "");
	if (!sound_login(login))
		return fail("a login has 2 to 60 of a-z 0-9 . - _", login);
	if (!*name || text_length(name) > 120)
		return fail("a name has 1 to 120 characters", name);
	role = option(c, "--role");
	if (!open_both(c) || !(hash = credential_hash(c->mem, word)))
		return 1;
	begin(c);
	if (account_by_login(c->db, c->mem, login))
		return fail("someone has that login already", login);
	if (*role && !is_role(c, role))
		return fail("there is no such role", role);
	if (*role && !(unit = unit_for(c, role)))
		return 1;
	int64_t id = account_add(c->db, &(struct account){ .login = login, .name = name,
	    .phone = "", .name_key = text_name_key(c->mem, name),
	    .name_plain = text_plain(c->mem, name), .must_change = true }, c->now);
	credential_set(c->secret, id, hash, c->now);
	struct change r = { "role", "", role, NULL }, n = { "name", "", name, *role ? &r : NULL },
	    l = { "login", "", login, &n };
	if (unit)
		mandate_add(c->db, &(struct mandate){ .account = id, .unit = unit, .role = role,
		    .post = "", .document = "", .valid_from = c->today, .valid_to = "9999-12-31" });
	log_line(c, "account.add", id, &l);
	if (!commit(c))
		return 1;
	printf("%s\t%s\n", login, word);
	return 0;
}

static int
account_password(struct run *c)
{
	const char *word = credential_temporary(c->mem), *hash;

	if (c->argc != 1)
		return fail("account password LOGIN", "");
	if (!open_both(c) || !(hash = credential_hash(c->mem, word)))
		return 1;
	begin(c);
	struct account *a = account_by_login(c->db, c->mem, c->argv[0]);
	if (!a)
		return fail("nobody has that login", c->argv[0]);
	log_line(c, "account.reset_begun", a->id, NULL);	/* see db/credential.h */
	if (!commit(c))
		return 1;
	begin(c);
	if (!(a = account_by_login(c->db, c->mem, c->argv[0])))
		return fail("nobody has that login", c->argv[0]);
	credential_set(c->secret, a->id, hash, c->now);
	a->must_change = true;
	account_change(c->db, a);
	session_end(c->db, a->id, 0, 0, c->now);
	log_line(c, "account.reset", a->id, NULL);
	if (!commit(c))
		return 1;
	printf("%s\t%s\n", a->login, word);
	return 0;
}

static int
account_factor(struct run *c)
{
	struct change why = { "reason", "", c->argc == 2 ? arg(c, c->argv[1]) : NULL, NULL };

	if (!why.new || !*why.new)
		return fail("account factor LOGIN \"LÝ DO\"", "");
	if (!open_both(c))
		return 1;
	begin(c);
	struct account *a = account_by_login(c->db, c->mem, c->argv[0]);
	if (!a)
		return fail("nobody has that login", c->argv[0]);
	if (!*factor_of(c->secret, c->mem, a->id).key)
		return fail("has no second factor", c->argv[0]);
	log_line(c, "account.factor_begun", a->id, NULL);	/* see db/factor.h */
	if (!commit(c))
		return 1;
	begin(c);
	if (!(a = account_by_login(c->db, c->mem, c->argv[0])))
		return fail("nobody has that login", c->argv[0]);
	factor_off(c->secret, a->id);
	a->factor = 0;
	account_change(c->db, a);
	session_end(c->db, a->id, 0, 0, c->now);
	log_line(c, "account.factor_reset", a->id, &why);
	if (!commit(c))
		return 1;
	printf("%s\n", a->login);
	return 0;
}

/* Whoever names it in portal.db goes on doing so. */
static int
file_erase_(struct run *c)
{
	const char *hash = c->argc == 2 ? c->argv[0] : "", *why = c->argc == 2 ? arg(c, c->argv[1]) : "";
	struct file *f;

	if (!why || !*why || !*hash)
		return fail("file erase HASH \"CĂN CỨ\"", "");
	if (!open_both(c) || !(c->files = db_open(DB_FILES, c->dir, file_grants)))
		return 1;
	db_begin(c->db, DB_WRITE);
	db_begin(c->files, DB_WRITE);
	if (!(f = file_find(c->files, c->mem, hash)))
		return fail("no file has that hash", hash);
	if (f->erased)
		return fail("that file was erased before", hash);
	struct change by = { "by", "", why, NULL }, what = { "hash", hash, "", &by };
	log_line(c, "file.erase", f->id, &what);
	file_erase(c->files, f->id, c->now, why);
	/* A line too many says less that is untrue than a file too few. */
	if (!db_commit(c->db) || !db_commit(c->files))
		return 1;
	/* Last: who reads the file just now looks, before he writes words, whether it is there. */
	db_begin(c->db, DB_WRITE);
	attached_forget(c->db, hash, c->now);
	return !db_commit(c->db);
}

static int
check(struct run *c)
{
	const char *key = mem_printf(c->mem, "%s/seal.key", c->dir), *wrong;
	bool well = sound_all(c->mem, c->dir, key, stdout, false);
	struct backup b;

	for (int i = 0; i < c->argc; i++) {
		if ((wrong = backup_witness(c->mem, c->argv[i], c->dir, &b)))
			printf("backup: BAD, %s\n", wrong);
		else
			printf("backup: ok, %s, the trail to line %lld\n", c->argv[i], (long long)b.line);
		well = well && !wrong;
	}
	return !well;
}

/* An option of a command, and its value when it was said; a flag takes none. */
struct word {
	const char *name;
	bool flag;
	const char *value;	/* NULL: not said */
};

/* The command's n other words into `plain`, its options into their values; false, with
 * the right form told, where a word is too many, missing or unknown. */
static bool
words(struct run *c, const char **plain, int n, struct word *words_, const char *form)
{
	int got = 0;

	for (int i = 0; i < c->argc; i++) {
		struct word *w = words_;
		while (w->name && strcmp(w->name, c->argv[i]))
			w++;
		if (w->name && !w->value && (w->flag || i + 1 < c->argc))
			w->value = c->argv[w->flag ? i : ++i];
		else if (w->name || got == n || !*c->argv[i] || !strncmp(c->argv[i], "--", 2))
			return !fail(form, "");
		else
			plain[got++] = c->argv[i];
	}
	return got == n || !fail(form, "");
}

/* How many: -1 if that is no number from 1 to 9999; 0 if it was not said. */
static int64_t
how_many(const struct word *w)
{
	int64_t n = 0;

	return !w->value ? 0 : text_number(w->value, 0, &n) && n >= 1 && n <= 9999 ? n : -1;
}

static int
backup(struct run *c)
{
	static const char form[] = "backup DIR [--public FILE] [--days N] [--weeks N]";
	struct word w[] = { { "--public", false, NULL }, { "--days", false, NULL },
	    { "--weeks", false, NULL }, { 0 } };
	const char *to, *wrong;
	struct backup b;

	if (!words(c, &to, 1, w, form))
		return 1;
	if (how_many(&w[1]) < 0 || how_many(&w[2]) < 0)
		return fail(form, "");
	umask(077);
	if ((wrong = backup_make(c->mem, c->dir, to, w[0].value, c->now, &b)))
		return fail(wrong, "");
	printf("%s: %lld rows, the trail to line %lld\n", b.name, (long long)b.rows,
	    (long long)b.line);
	if ((wrong = backup_prune(c->mem, to, how_many(&w[1]), how_many(&w[2]), &b.removed)))
		return fail(wrong, "");
	if (b.removed)
		printf("%lld old removed\n", (long long)b.removed);
	return b.sound ? 0 : fail("it is kept, but what was copied is not sound: see above", b.name);
}

static int
restore(struct run *c)
{
	struct word w[] = { { "--secret", false, NULL }, { "--seal", false, NULL },
	    { "--unsound", true, NULL }, { 0 } };
	const char *places[2], *wrong;
	struct backup b;

	if (!words(c, places, 2, w,
	    "restore BACKUP DIR [--secret FILE] [--seal FILE] [--unsound]"))
		return 1;
	umask(077);
	if ((wrong = backup_restore(c->mem, places[0], places[1], w[0].value, w[1].value,
	    w[2].value, c->now, &b)))
		return fail(wrong, "");
	printf("%s: %lld rows, the trail to line %lld and one more, of this\n", b.name,
	    (long long)b.rows, (long long)b.line);
	if (!b.proved)
		printf("not proved by a seal: put the portal's seal.key into %s, then run check\n",
		    places[1]);
	return 0;
}

static int
keypair(struct run *c)
{
	const char *wrong, *name;
	struct word none[] = { { 0 } };

	if (!words(c, &name, 1, none, "keypair NAME"))
		return 1;
	if ((wrong = backup_keypair(c->mem, name)))
		return fail(wrong, "");
	printf("%s.public\n%s.secret: take this one away from the server\n", name, name);
	return 0;
}

/* The file of "FILE --flag" in either order, and whether the flag is there; NULL, with
 * the right form told, if there is no file, a second one or another flag. */
static const char *
file_and(struct run *c, const char *flag, bool *flagged, const char *form)
{
	const char *file = NULL;
	int others = 0;

	*flagged = false;
	for (int i = 0; i < c->argc; i++) {
		if (!strcmp(c->argv[i], flag))
			*flagged = true;
		else
			file = c->argv[i], others++;
	}
	if (others == 1 && strncmp(file, "--", 2))
		return file;
	fail(form, "");
	return NULL;
}

/* The file's text as all text that enters is; NULL with the reason told. */
static const char *
text_of(struct run *c, const char *file)
{
	size_t n;
	const char *bytes = file ? file_read(c->mem, file, PLAN_MAX, &n) : NULL;
	const char *text = bytes ? text_nfc(c->mem, bytes, n) : NULL;

	if (bytes && !text)
		fail("is not UTF-8 text: save it as UTF-8 and try again", file);
	return text;
}

static int
outline(struct run *c)
{
	bool markdown;
	const char *text = text_of(c, file_and(c, "--markdown", &markdown,
	    "outline [--markdown] FILE"));

	if (!text)
		return 1;
	struct outline *o = outline_read(c->mem, text);
	fputs(markdown ? outline_markdown(c->mem, o) : outline_json(c->mem, o), stdout);
	return 0;
}

static int
import_units(struct run *c)
{
	size_t n;
	bool dry;
	const char *file = file_and(c, "--dry-run", &dry, "import units FILE [--dry-run]");
	const char *bytes = file ? file_read(c->mem, file, SHEET_MAX, &n) : NULL;

	if (!bytes)
		return 1;
	struct sheet *sheet = sheet_read(c->mem, bytes, n);
	if (sheet->wrong)
		return fail(sheet->wrong, "");
	if (!open_both(c))
		return 1;
	db_begin(c->db, DB_WRITE);
	struct unit_import *in = unit_import_check(c->db, c->mem, sheet, c->today, 0, "vi");
	bool well = !in->wrong && !in->faults && (dry || unit_import_apply(c->db, c->mem, in));
	for (struct import_fault *f = in->faults; f; f = f->next)
		fprintf(stderr, "dòng %d, cột %s: %s\n", f->row, f->column, f->why);
	if (!well) {
		db_rollback(c->db);
		return fail(in->wrong ? in->wrong : "nothing was imported", "");
	}
	if (!dry) {
		for (struct import_row *r = in->rows; r; r = r->next)
			if (r->what != ROW_SAME)
				log_line(c, "unit.import", r->id, r->changes);
		if (!db_commit(c->db))
			return fail("nothing was imported", "");
	} else {
		db_rollback(c->db);
	}
	printf("%d added, %d changed, %d unchanged\n", in->added, in->changed, in->unchanged);
	return 0;
}

static int
import_plan(struct run *c)
{
	const char *text, *code = option(c, "--unit");
	int64_t unit, id;

	if (c->argc != 3 || !*code)
		return fail("import plan FILE --unit CODE", "");
	text = text_of(c, c->argv[strcmp(c->argv[0], "--unit") ? 0 : 2]);
	if (!text || !open_both(c))
		return 1;
	db_begin(c->db, DB_WRITE);
	if (!(unit = plan_unit_by_code(c->db, code, c->today))) {
		db_rollback(c->db);
		return fail("no unit of that code today", code);
	}
	id = plan_take_in(c->db, c->mem, text, unit, 0, c->now);
	log_line(c, "plan.add", id, NULL);
	if (!db_commit(c->db))
		return fail("nothing was imported", "");
	printf("plan %lld\n", (long long)id);
	for (struct line *l = outline_read(c->mem, text)->missing; l; l = l->next)
		printf("missing %s\n", l->text);
	return 0;
}

static int
sample(struct run *c)
{
	const char *wrong;

	if (c->argc != 1)
		return fail("sample DIR", "");
	if (!open_both(c) || !(c->files = db_open(DB_FILES, c->dir, file_grants)))
		return 1;
	begin(c);
	if (accounts(c->db, c->mem) || place_any(c->db, "", c->today))
		wrong = "there are people or units already: a sample goes into empty databases only";
	else
		wrong = sample_load(c->db, c->secret, c->files, c->mem, c->argv[0], c->now,
		    c->today, stdout);
	if (wrong || !commit(c)) {
		db_rollback(c->secret);
		db_rollback(c->db);
		return fail(wrong ? wrong : "nothing was kept", "");
	}
	return 0;
}

static const struct {
	const char *first, *second;	/* the command's words; second may be "" */
	int (*run)(struct run *);
} commands[] = {
	{ "account", "list",     account_list },
	{ "account", "add",      account_add_ },
	{ "account", "password", account_password },
	{ "account", "factor",   account_factor },
	{ "import",  "units",    import_units },
	{ "import",  "plan",     import_plan },
	{ "outline", "",         outline },
	{ "sample",  "",         sample },
	{ "file",    "erase",    file_erase_ },
	{ "backup",  "",         backup },
	{ "restore", "",         restore },
	{ "keypair", "",         keypair },
	{ "check",   "",         check },
};

int
main(int argc, char **argv)
{
	const char *dir = getenv("PORTAL_VAR");
	char today[11];
	struct tm tm;

	serve_ready();
	if (sodium_init() < 0 || !text_ready())
		return 1;
	time_t now = time(NULL);
	strftime(today, sizeof(today), "%F", localtime_r(&now, &tm));
	struct run c = { .mem = mem_new(), .dir = dir && *dir ? dir : "var",
	    .today = today, .now = now };
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		int words = *commands[i].second ? 2 : 1;
		if (argc <= words || strcmp(argv[1], commands[i].first)
		    || (words == 2 && strcmp(argv[2], commands[i].second)))
			continue;
		c.argc = argc - 1 - words;
		c.argv = argv + 1 + words;
		int rc = commands[i].run(&c);
		if (c.db)
			db_close(c.db);
		if (c.secret)
			db_close(c.secret);
		if (c.files)
			db_close(c.files);
		mem_free(c.mem);
		return rc;
	}
	mem_free(c.mem);
	fputs(usage, stderr);
	return 2;
}
