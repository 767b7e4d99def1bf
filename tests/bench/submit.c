/*
 * submit.c - the yardstick of a submission: FastCGI, and the SQL that the page program
 * `report` runs when a leader sends a report, by the same functions of db/ in the same
 * order, in the same two transactions, with the same grants and settings.
 *
 * What it leaves out is what the portal does around that SQL: the form and its rules, the
 * tokens, the views, the jail.  It believes all that it is sent.
 *
 * usage: submit DIR	serves POST /report/#/move on descriptor 0, databases in DIR
 */

#include <fcgiapp.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/serve.h"
#include "db/report.h"

struct sending {
	struct db *db;
	struct mem *mem;
	const char *cookie, *path, *body, *today, *address, *key;
	int64_t now, account, id;
	const char *location;
};

/* What follows that name, to the next end of a value. */
static const char *
after(struct mem *mem, const char *text, const char *name)
{
	const char *at = strstr(text, name);

	return at ? mem_copy(mem, at + strlen(name), strcspn(at + strlen(name), "&;")) : "";
}

/* Who it is, as of every request. */
static bool
greet(struct sending *s)
{
	const char *token = after(s->mem, s->cookie, "s=");

	db_begin(s->db, DB_READ);
	int64_t idle = strtoll(setting_get(s->db, s->mem, "session_idle_minutes", s->today, "30"),
	    NULL, 10) * 60;
	s->account = session_of(s->db, s->mem, digest_of(s->mem, token, strlen(token)), s->now,
	    idle).who.id;
	abilities_of(s->db, s->mem, s->account, s->today);
	setting_get(s->db, s->mem, "office", s->today, "");
	setting_get(s->db, s->mem, "support_phone", s->today, "");
	setting_get(s->db, s->mem, "standing_body", s->today, "");
	db_rollback(s->db);
	return s->account;
}

static bool
sending(struct sending *s)
{
	bool same;
	const char *digest = digest_of(s->mem, s->body, strlen(s->body));

	db_begin(s->db, DB_WRITE);
	posted_get(s->db, s->mem, s->key, s->account, s->path, digest, &same);
	struct report *p = report_get(s->db, s->mem, s->id, "vi");
	if (!p) {
		db_rollback(s->db);
		return false;
	}
	struct report_section *all = report_sections(s->db, s->mem, p);
	flow_moves(s->db, s->mem, p->flow_case, s->account, s->today, "vi");
	report_sums(s->db, s->mem, all);
	report_carry(s->db, p->id, all);
	report_odd_put(s->db, p->id, "");
	struct flow_ask ask = { .flow_case = p->flow_case, .account = s->account, .now = s->now,
	    .move = "send", .day = s->today, .reason = "", .lang = "vi" };
	bool done = flow_move(s->db, s->mem, &ask) == FLOW_DONE;
	struct change state = { "state", ask.from_state, ask.to_state, NULL };
	if (done)
		audit_add(s->db, s->mem, &(struct audit_line){ .at = s->now, .account = s->account,
		    .mandate = ask.mandate, .address = s->address, .action = "report.send",
		    .entity = p->id, .changes = &state });
	const char *receipt = report_send_copy(s->db, s->mem, p->id, s->account, s->now, s->today);
	s->location = mem_printf(s->mem, "/report/%lld/receipt", (long long)p->id);
	draft_drop(s->db, s->account, s->path);
	posted_put(s->db, &(struct posted){ s->key, s->path, digest, s->location, receipt, s->now },
	    s->account);
	if (done)
		return db_commit(s->db);
	db_rollback(s->db);
	return false;
}

static const char *
param(FCGX_Request *f, const char *name)
{
	const char *value = FCGX_GetParam(name, f->envp);
	return value ? value : "";
}

static void
one(FCGX_Request *f, struct db *db, struct mem *mem)
{
	char body[1024] = "", today[11];
	int n = FCGX_GetStr(body, sizeof(body) - 1, f->in);
	time_t now = time(NULL);
	struct tm tm;

	body[n > 0 ? n : 0] = '\0';
	strftime(today, sizeof(today), "%F", localtime_r(&now, &tm));
	struct sending s = { .db = db, .mem = mem, .cookie = param(f, "HTTP_COOKIE"),
	    .path = param(f, "PATH_INFO"), .body = body, .today = today, .now = now,
	    .address = param(f, "REMOTE_ADDR"), .key = after(mem, body, "once=") };
	s.id = strncmp(s.path, "/report/", 8) ? 0 : strtoll(s.path + 8, NULL, 10);
	FCGX_PutS(!greet(&s) || !sending(&s) ? "Status: 500\r\n\r\n"
	    : mem_printf(mem, "Status: 303\r\nLocation: %s\r\nContent-Type: text/html;"
	    " charset=utf-8\r\nCache-Control: no-store\r\n\r\n", s.location), f->out);
	FCGX_Finish_r(f);
	mem_empty(mem);
}

int
main(int argc, char **argv)
{
	FCGX_Request f;
	struct mem *mem = mem_new();
	struct db *db;

	serve_ready();
	if (argc != 2 || sodium_init() < 0 || !text_ready()
	    || !(db = db_open(DB_PORTAL, argv[1], page.grants))
	    || FCGX_Init() || FCGX_InitRequest(&f, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		return 1;
	while (FCGX_Accept_r(&f) == 0)
		one(&f, db, mem);
	return 0;
}
