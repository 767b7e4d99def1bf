/*
 * home.c - the front page, the board, the language, and whether all is well.
 *
 *	GET /		plans in force, award lists, official figures; signed in: what waits
 *			for me, how my unit stands, what is new
 *	GET /board	?period=3&group=1&figure=9: who has sent, who is late, what the
 *			figures say; .csv .xlsx .json: unit by unit
 *	GET /lang	?to=en&then=/plan: the language, kept by a cookie
 *	GET /health	200 with a short JSON while all is sound, else 503 and one that
 *			says what is not
 *
 * secret.db is not this program's to open: `maintain`, which reads all files, notes in
 * `upkeep` that it could.
 */

#include "cgi-bin/lib/home_page.h"
#include "cgi-bin/lib/reply.h"
#include "db/home_front.h"

enum { STALE = 60 };	/* seconds after which `maintain` is taken for dead */

static int
home(struct req *r)
{
	return r->who.id ? home_work(r) : home_public(r);
}

static int
lang(struct req *r)
{
	const char *then = form_get(r->form, "then");

	cookie_add(r, mem_printf(r->mem, "lang=%s; Path=/; Max-Age=31536000; SameSite=Lax",
	    !strcmp(form_get(r->form, "to"), "en") ? "en" : "vi"));
	return go(r, local_path(then) ? then : "/");
}

static int
health(struct req *r)
{
	int64_t last = home_upkeep(r->db, "maintain");
	const char *status = r->now - last >= STALE ? "maintenance is not running"
	    : r->now - home_upkeep(r->db, "secret") >= STALE ? "secret.db cannot be read"
	    : r->now - home_upkeep(r->db, "files") >= STALE ? "files.db cannot be read" : "ok";
	struct json *j = json_new(r);

	json_text(j, "status", status);
	json_int(j, "maintained", last);
	json_show(r, j);
	return !strcmp(status, "ok") ? 200 : 503;
}

const struct page page = {
	.name = "home",
	.prefix = "/",
	.grants = (const struct grant[]){
		SIGNED_IN,
		{ "upkeep", READ }, { "plan", READ }, { "signup", READ }, { "report", READ },
		{ "holiday", READ }, { "indicator", READ }, { "evaluation", READ },
		{ "award", READ }, { "nomination", READ }, { "feedback", READ }, { "seal", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET, "/",       ANYONE,          home, 0 },
		{ GET, "/board",  "report.follow", home_board_page, LIST },
		{ GET, "/lang",   ANYONE,          lang, 0 },
		{ GET, "/health", ANYONE,          health, PROBE },
		{ 0 }
	},
};
