/*
 * mailer.c - notices by mail, to those who asked for it, by SMTP.
 *
 * usage: mailer [--once] [DIR]
 *
 * DIR (or PORTAL_VAR) holds portal.db.  Nothing is sent unless the environment says how:
 *
 *   PORTAL_SMTP_URL        smtp://mail.place:587, smtps://mail.place
 *   PORTAL_SMTP_FROM       the sender's address
 *   PORTAL_URL             the portal's own address, before the links: https://thidua.place
 *   PORTAL_SMTP_USER, PORTAL_SMTP_PASSWORD	if the server asks for them; then only by TLS
 *
 * Each minute, or with --once only once, whoever has unread notices that were not sent gets
 * them in one letter, at most one an hour: what they are about and the links, no more.
 * What the server does not take is tried again later (db/inbox.h).  The portal's page says
 * that mail is sent as long as this program lives.
 */

#include <curl/curl.h>
#include <signal.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "db/inbox.h"
#include "db/mem.h"

enum { MINUTE = 60, PATIENCE = 30, LINE = 57, WORD = 39 };	/* 57 bytes are 76 signs in base64 */

static const char *dir, *server, *from, *portal, *user, *password;

/* The letter as it is read by curl. */
struct letter_text {
	const char *at;
	size_t left;
};

static size_t
give(char *to, size_t size, size_t count, void *arg)
{
	struct letter_text *t = arg;
	size_t n = size * count < t->left ? size * count : t->left;

	memcpy(to, t->at, n);
	t->at += n;
	t->left -= n;
	return n;
}

static const char *
base64(struct mem *mem, const char *bytes, size_t n)
{
	size_t room = sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(mem_take(mem, room), room, (const unsigned char *)bytes, n,
	    sodium_base64_VARIANT_ORIGINAL);
}

/* Words of a header (RFC 2047), each of whole letters. */
static const char *
subject_of(struct mem *mem, const char *text)
{
	const char *all = "";

	for (size_t left = strlen(text), n; left; text += n, left -= n) {
		n = left < WORD ? left : WORD;
		while (n < left && n > 1 && ((unsigned char)text[n] & 0xc0) == 0x80)
			n--;
		all = mem_printf(mem, "%s =?utf-8?B?%s?=\r\n", all, base64(mem, text, n));
	}
	return all;
}

/* All in base64: no line is too long, none begins with a point. */
static const char *
coded(struct mem *mem, const char *text)
{
	const char *all = "";

	for (size_t left = strlen(text), n; left; text += n, left -= n) {
		n = left < LINE ? left : LINE;
		all = mem_printf(mem, "%s%s\r\n", all, base64(mem, text, n));
	}
	return all;
}

static const char *
body_of(struct mem *mem, const struct mail *m)
{
	const char *text = mem_printf(mem, "Bạn có %lld thông báo chưa đọc trên Cổng Thi đua.\n\n",
	    (long long)m->count);

	for (const struct notice *n = m->notices; n; n = n->next)
		text = mem_printf(mem, "%s- %s: %s\n  %s/inbox/%lld\n", text, n->label, n->what,
		    portal, (long long)n->id);
	return mem_printf(mem, "%s\nTất cả: %s/inbox\nThôi nhận thư: %s/account/mail\n", text,
	    portal, portal);
}

static const char *
letter_of(struct mem *mem, const struct mail *m, time_t now)
{
	struct tm tm;
	char date[64];
	const char *subject = mem_printf(mem, "Cổng Thi đua: %lld thông báo chưa đọc",
	    (long long)m->count), *at = strchr(from, '@');

	strftime(date, sizeof(date), "%a, %d %b %Y %H:%M:%S +0000", gmtime_r(&now, &tm));
	return mem_printf(mem, "Date: %s\r\nFrom: <%s>\r\nTo: <%s>\r\n"
	    "Message-ID: <%lld.%lld.%lld%s>\r\nSubject:%sMIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
	    "Auto-Submitted: auto-generated\r\n\r\n%s", date, from, m->email, (long long)m->account,
	    (long long)m->upto, (long long)now, at, subject_of(mem, subject), coded(mem, body_of(mem, m)));
}

/* SENT, or REFUSED for this person, or the server does not do what it should. */
enum answer { SENT, REFUSED, NO_SERVER };

static enum answer
send_one(struct mem *mem, const struct mail *m, time_t now)
{
	const char *text = letter_of(mem, m, now);
	struct letter_text t = { text, strlen(text) };
	char why[CURL_ERROR_SIZE] = "";
	CURL *c = curl_easy_init();
	struct curl_slist *to = curl_slist_append(NULL, m->email);

	curl_easy_setopt(c, CURLOPT_URL, server);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_USE_SSL, (long)(*user ? CURLUSESSL_ALL : CURLUSESSL_TRY));
	if (*user) {
		curl_easy_setopt(c, CURLOPT_USERNAME, user);
		curl_easy_setopt(c, CURLOPT_PASSWORD, password);
	}
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(c, CURLOPT_READDATA, &t);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)PATIENCE);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 2L * PATIENCE);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, why);
	CURLcode rc = curl_easy_perform(c);
	/* The address is not for the log. */
	if (rc != CURLE_OK)
		fprintf(stderr, "mailer: account %lld, try %d: %s\n", (long long)m->account,
		    m->tries + 1, *why ? why : curl_easy_strerror(rc));
	curl_slist_free_all(to);
	curl_easy_cleanup(c);
	switch (rc) {
	case CURLE_OK:
		return SENT;
	case CURLE_COULDNT_RESOLVE_HOST: case CURLE_COULDNT_CONNECT: case CURLE_LOGIN_DENIED:
	case CURLE_OPERATION_TIMEDOUT: case CURLE_USE_SSL_FAILED: case CURLE_SSL_CONNECT_ERROR:
	case CURLE_PEER_FAILED_VERIFICATION:
		return NO_SERVER;
	default:
		return REFUSED;
	}
}

/* The server is waited for outside of any transaction.  One that does not answer is
 * everybody's trouble and counts against nobody: the next round tries it again. */
static bool
one_round(struct db *db, struct mem *mem)
{
	time_t now = time(NULL);
	struct tm tm;
	char today[11];

	strftime(today, sizeof(today), "%F", localtime_r(&now, &tm));
	db_begin(db, DB_WRITE);
	mail_beat(db, now);
	if (!db_commit(db))
		return false;
	db_begin(db, DB_READ);
	struct mail *m = mail_list(db, mem, today, now);
	db_rollback(db);
	for (; m; m = m->next) {
		enum answer a = send_one(mem, m, now);
		if (a == NO_SERVER)
			return true;
		db_begin(db, DB_WRITE);
		mail_note(db, m, a == SENT, time(NULL));
		if (!db_commit(db))
			return false;
	}
	return !db_failed(db);
}

static const char *
told(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

static int
refuse(const char *why)
{
	fprintf(stderr, "mailer: %s\n", why);
	sleep(1);	/* its supervisor would start it again at once */
	return 2;
}

int
main(int argc, char **argv)
{
	bool once = argc > 1 && !strcmp(argv[1], "--once"), ok;
	sigset_t stop;

	dir = argc > 1 + once ? argv[1 + once] : getenv("PORTAL_VAR");
	if (argc > 2 + once || !dir || strlen(dir) > 4000) {
		fprintf(stderr, "usage: mailer [--once] [DIR]\n");
		return 2;
	}
	server = told("PORTAL_SMTP_URL");
	from = told("PORTAL_SMTP_FROM");
	portal = told("PORTAL_URL");
	user = told("PORTAL_SMTP_USER");
	password = told("PORTAL_SMTP_PASSWORD");
	if (!*server)
		return refuse("PORTAL_SMTP_URL is not set: no mail is sent");
	if (strncmp(server, "smtp://", 7) && strncmp(server, "smtps://", 8))
		return refuse("PORTAL_SMTP_URL must begin with smtp:// or smtps://");
	if (!strchr(from, '@') || strpbrk(from, "<>\r\n ") || strncmp(portal, "http", 4))
		return refuse("PORTAL_SMTP_FROM must be an address, PORTAL_URL begin with http");
	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	sigaddset(&stop, SIGINT);
	sigprocmask(SIG_BLOCK, &stop, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	setenv("TZ", "<+07>-7", 0);
	tzset();
	if (sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT))
		return refuse("a library does not start");
	struct db *db = db_open(DB_PORTAL, dir, mail_sends);
	if (!db)
		return refuse("portal.db cannot be opened");
	struct mem *mem = mem_new();
	do {
		ok = one_round(db, mem);
		mem_empty(mem);
	} while (ok && !once && sigtimedwait(&stop, NULL,
	    &(struct timespec){ .tv_sec = MINUTE }) < 0);
	mem_free(mem);
	db_close(db);
	curl_global_cleanup();
	return ok ? 0 : 1;
}
