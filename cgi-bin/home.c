/*
 * home.c - the front page, the language, and whether all is well.
 *
 *	GET /		plans in force; signed in: what waits for me
 *	GET /lang	?to=en&then=/plan: the language, kept by a cookie
 *	GET /health	200 with a short JSON while all is sound, else 503
 */

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/reply.h"
#include "db/home.h"

enum { STALE = 60 };	/* seconds after which `maintain` is taken for dead */

static int
home(struct req *r)
{
	return show(r, 200, "home");
}

static int
lang(struct req *r)
{
	const char *then = form_get(r->form, "then");

	r->set_cookie = mem_printf(r->mem, "lang=%s; Path=/; Max-Age=31536000; SameSite=Lax%s",
	    !strcmp(form_get(r->form, "to"), "en") ? "en" : "vi", r->https ? "; Secure" : "");
	return go(r, local_path(then) ? then : "/");
}

static int
health(struct req *r)
{
	int64_t last = home_upkeep(r->db, "maintain");
	bool well = r->now - last < STALE;
	struct json *j = json_new(r);

	json_text(j, "status", well ? "ok" : "maintenance is not running");
	json_int(j, "maintained", last);
	json_show(r, j);
	return well ? 200 : 503;
}

const struct page page = {
	.name = "home",
	.prefix = "/",
	.grants = (const struct grant[]){
		SIGNED_IN,
		{ "upkeep", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET, "/",       ANYONE, home, 0 },
		{ GET, "/lang",   ANYONE, lang, 0 },
		{ GET, "/health", ANYONE, health, 0 },
		{ 0 }
	},
};
