/*
 * mailer_test.c - the mailer as a program, with a small SMTP server on the loopback.
 */

#include "tests/scene.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char dir[] = "/tmp/portal-mail-XXXXXX";
static int port;

static const char *
at_(const char *name)
{
	static char path[4][200];
	static int i;

	i = (i + 1) % 4;
	snprintf(path[i], sizeof(path[i]), "%s/%s", dir, name);
	return path[i];
}

static const char *
slurp(const char *name)
{
	static char text[100000];
	FILE *f = fopen(at_(name), "r");

	text[0] = '\0';
	if (f) {
		text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
		fclose(f);
	}
	return text;
}

static bool
db_does(const char *sql)
{
	sqlite3 *db;

	sqlite3_open(at_("portal.db"), &db);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
	bool ok = sqlite3_exec(db, sql, 0, 0, 0) == SQLITE_OK;
	if (!ok)
		fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
	return ok;
}

static long long
db_says(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *s = NULL;
	long long n = -1;

	sqlite3_open(at_("portal.db"), &db);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
		n = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	sqlite3_close(db);
	return n;
}

/* One talk; what was said to it goes to `got`. */
static void
talk(int fd, FILE *got)
{
	FILE *in = fdopen(fd, "r+");
	char line[2000];
	bool data = false, refuses = !access(at_("refuse"), F_OK);

	setvbuf(in, NULL, _IONBF, 0);
	fputs("220 here\r\n", in);
	while (fgets(line, sizeof(line), in)) {
		fputs(line, got);
		fflush(got);
		if (data) {
			if (strcmp(line, ".\r\n"))
				continue;
			data = false;
			fputs("250 taken\r\n", in);
		} else if (!strncmp(line, "DATA", 4)) {
			data = true;
			fputs("354 go on\r\n", in);
		} else if (!strncmp(line, "RCPT", 4) && refuses) {
			fputs("550 nobody of that name\r\n", in);
		} else if (!strncmp(line, "QUIT", 4)) {
			fputs("221 bye\r\n", in);
			break;
		} else {
			fputs("250 well\r\n", in);
		}
	}
	fclose(in);
}

static pid_t
serve_mail(void)
{
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t n = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (bind(fd, (struct sockaddr *)&a, n) || listen(fd, 8)
	    || getsockname(fd, (struct sockaddr *)&a, &n))
		exit(1);
	port = ntohs(a.sin_port);
	pid_t pid = fork();
	if (pid) {
		close(fd);
		return pid;
	}
	alarm(120);
	for (;;) {
		int one = accept(fd, NULL, NULL);
		FILE *got = fopen(at_("got"), "a");
		talk(one, got);
		fclose(got);
	}
}

/* One round; url "": the environment does not say. */
static int
mailer(const char *url, const char *from)
{
	const char *o = getenv("O");
	int status;
	pid_t pid = fork();

	if (!pid) {
		char file[200];
		int err = open(at_("said"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
		dup2(err, 2);
		unsetenv("PORTAL_SMTP_USER");
		unsetenv("PORTAL_SMTP_URL");
		if (*url)
			setenv("PORTAL_SMTP_URL", url, 1);
		setenv("PORTAL_SMTP_FROM", from, 1);
		setenv("PORTAL_URL", "https://thidua.thu.vn", 1);
		snprintf(file, sizeof(file), "%s/bin/mailer", o ? o : "build");
		execl(file, "mailer", "--once", dir, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
sends(void)
{
	char url[60];

	snprintf(url, sizeof(url), "smtp://127.0.0.1:%d", port);
	unlink(at_("got"));
	return mailer(url, "cong@thu.vn");
}

static void
lay(void)
{
	unlink(at_("portal.db"));
	unlink(at_("portal.db-wal"));
	unlink(at_("portal.db-shm"));
	unlink(at_("refuse"));
	scene_copy(at_("portal.db"), "TEST_PORTAL_DB");
	CHECK(db_does("INSERT INTO unit VALUES (2,'A','2000-01-01','9999-12-31');"
	    "INSERT INTO unit_under VALUES (2,2,0,'2000-01-01','9999-12-31');"
	    "INSERT INTO account (id, login, name, name_key, name_plain, created, email, mail) VALUES"
	    " (1, 'an', 'Lò Thị An', '', '', 0, 'an@thu.vn', 1),"
	    " (2, 'binh', 'Bình', '', '', 0, 'binh@thu.vn', 0);"
	    "INSERT INTO mandate (account, unit, role, valid_from, valid_to) VALUES"
	    " (1, 2, 'unit_officer', '2000-01-01', '9999-12-31'),"
	    " (2, 2, 'unit_officer', '2000-01-01', '9999-12-31');"
	    "INSERT INTO notice_mail (account, upto) VALUES (1, 3);"
	    "INSERT INTO notice (id, kind, unit, record, stage, what, path, day, at) VALUES"
	    " (3, 'plan_sent', 2, 1, 1, 'đã có từ trước', '/plan/1', '2026-11-01', 0),"
	    " (4, 'report_returned', 2, 1, 2, 'Báo cáo quý, Quý III/2026', '/report/9', '2026-11-20', 1)"));
}

/* The letter's body, decoded. */
static const char *
body(void)
{
	static char out[50000];
	const char *at = strstr(slurp("got"), "\r\n\r\n");
	size_t n = 0;

	out[0] = '\0';
	if (at && !sodium_base642bin((unsigned char *)out, sizeof(out) - 1, at, strcspn(at, "."),
	    "\r\n", &n, NULL, sodium_base64_VARIANT_ORIGINAL))
		out[n] = '\0';
	return out;
}

static void
nothing_is_sent_unless_it_is_told_how(void)
{
	char url[60];

	lay();
	snprintf(url, sizeof(url), "smtp://127.0.0.1:%d", port);
	unlink(at_("got"));
	CHECK(mailer("", "cong@thu.vn") == 2);
	CHECK(strstr(slurp("said"), "PORTAL_SMTP_URL is not set"));
	CHECK(mailer(url, "cong") == 2 && mailer(url, "a@b>\r\nX: y") == 2);
	CHECK(mailer("file:///etc/passwd", "cong@thu.vn") == 2);
	CHECK(access(at_("got"), F_OK) == -1);
	CHECK(db_says("SELECT upto FROM notice_mail") == 3);
}

static void
who_asked_for_it_gets_what_is_new(void)
{
	lay();
	CHECK(sends() == 0);
	const char *got = slurp("got");
	CHECK(strstr(got, "MAIL FROM:<cong@thu.vn>") && strstr(got, "RCPT TO:<an@thu.vn>"));
	CHECK(!strstr(got, "binh@thu.vn"));
	CHECK(strstr(got, "Subject: =?utf-8?B?") && strstr(got, "Auto-Submitted: auto-generated"));
	for (const char *l = got, *end; (end = strstr(l, "\r\n")); l = end + 2)
		CHECK(end - l <= 78);
	CHECK(strstr(body(), "- Báo cáo bị trả lại: Báo cáo quý, Quý III/2026\n  https://thidua.thu.vn/inbox/4\n"));
	/* what was there before, and who he is, does not stand in it */
	CHECK(!strstr(body(), "đã có từ trước") && !strstr(body(), "Lò Thị An"));
	CHECK(db_says("SELECT upto FROM notice_mail WHERE account = 1") == 4);
	CHECK(db_says("SELECT count(*) FROM upkeep WHERE name = 'mailer'") == 1);
	/* once */
	CHECK(sends() == 0 && access(at_("got"), F_OK) == -1);
}

static void
not_more_than_one_an_hour(void)
{
	lay();
	CHECK(sends() == 0);
	CHECK(db_does("INSERT INTO notice (id, kind, unit, record, stage, what, path, day, at) VALUES"
	    " (5, 'plan_sent', 2, 2, 1, 'mới', '/plan/2', '2026-11-20', 2)"));
	CHECK(sends() == 0 && access(at_("got"), F_OK) == -1);
	CHECK(db_does("UPDATE notice_mail SET sent = sent - 3700"));
	CHECK(sends() == 0 && strstr(body(), "mới"));
	CHECK(!strstr(body(), "Báo cáo quý"));
}

static void
what_was_read_or_is_not_his_is_not_sent(void)
{
	lay();
	CHECK(db_does("INSERT INTO notice_read VALUES (4, 1, 0)"));
	CHECK(sends() == 0 && access(at_("got"), F_OK) == -1);
	lay();
	CHECK(db_does("UPDATE mandate SET valid_to = '2001-01-01'"));
	CHECK(sends() == 0 && access(at_("got"), F_OK) == -1);
	lay();
	CHECK(db_does("UPDATE account SET disabled = 1"));
	CHECK(sends() == 0 && access(at_("got"), F_OK) == -1);
}

static void
what_is_refused_is_tried_later_and_later(void)
{
	long long now = time(NULL);

	lay();
	fclose(fopen(at_("refuse"), "w"));
	CHECK(sends() == 0);
	CHECK(strstr(slurp("got"), "RCPT TO:<an@thu.vn>"));
	CHECK(strstr(slurp("said"), "account 1, try 1") && !strstr(slurp("said"), "an@thu.vn"));
	CHECK(db_says("SELECT upto FROM notice_mail") == 3 && db_says("SELECT tries FROM notice_mail") == 1);
	long long first = db_says("SELECT again FROM notice_mail") - now;
	CHECK(first >= 120 && first < 180);
	CHECK(sends() == 0 && access(at_("got"), F_OK) == -1);	/* not yet */
	CHECK(db_does("UPDATE notice_mail SET again = 0"));
	CHECK(sends() == 0 && db_says("SELECT again FROM notice_mail") - now >= 240);
	unlink(at_("refuse"));
	CHECK(db_does("UPDATE notice_mail SET again = 0"));
	CHECK(sends() == 0 && strstr(body(), "/inbox/4"));
	CHECK(db_says("SELECT tries FROM notice_mail") == 0 && db_says("SELECT upto FROM notice_mail") == 4);
	/* in the end it is given up */
	lay();
	fclose(fopen(at_("refuse"), "w"));
	CHECK(db_does("UPDATE notice_mail SET tries = 7"));
	CHECK(sends() == 0 && db_says("SELECT upto FROM notice_mail") == 4);
}

static void
a_server_that_is_away_counts_against_nobody(void)
{
	lay();
	CHECK(mailer("smtp://127.0.0.1:1", "cong@thu.vn") == 0);
	CHECK(db_says("SELECT tries FROM notice_mail") == 0 && db_says("SELECT upto FROM notice_mail") == 3);
	CHECK(sends() == 0 && strstr(body(), "/inbox/4"));
}

int
main(void)
{
	if (!mkdtemp(dir) || sodium_init() < 0)
		return 1;
	pid_t server = serve_mail();
	nothing_is_sent_unless_it_is_told_how();
	who_asked_for_it_gets_what_is_new();
	not_more_than_one_an_hour();
	what_was_read_or_is_not_his_is_not_sent();
	what_is_refused_is_tried_later_and_later();
	a_server_that_is_away_counts_against_nobody();
	kill(server, SIGTERM);
	waitpid(server, NULL, 0);
	static const char *const names[] = { "portal.db", "portal.db-wal", "portal.db-shm", "got",
	    "said", "refuse" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		unlink(at_(names[i]));
	rmdir(dir);
	return done();
}
