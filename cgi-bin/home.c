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
#include "cgi-bin/lib/room.h"
#include "db/home_front.h"

enum {
	STALE = 60,		/* seconds after which `maintain` is taken for dead */
	OVERDUE = 26 * 3600	/* a backup that was not made last night */
};

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

/* Where backups are made at all, as `maintain` notes: the last, or since when one is due. */
static bool
backup_overdue(struct req *r)
{
	int64_t wanted = home_upkeep(r->db, "backup_wanted"), last = home_upkeep(r->db, "backup");

	return wanted && r->now - (last > wanted ? last : wanted) >= OVERDUE;
}

/* The room first: where it lacks much else comes of that. */
static const char *
health_status(struct req *r, int64_t maintained)
{
	enum room portal = room_left(DB_PORTAL), files = room_left(DB_FILES);

	if (portal == ROOM_OUT)
		return "the disk is nearly full: forms and files are refused";
	if (files != ROOM)
		return "the disk is nearly full: files are refused";
	if (portal != ROOM)
		return "the disk of portal.db is nearly full";
	if (r->now - maintained >= STALE)
		return "maintenance is not running";
	if (r->now - home_upkeep(r->db, "secret") >= STALE)
		return "secret.db cannot be read";
	if (r->now - home_upkeep(r->db, "files") >= STALE)
		return "files.db cannot be read";
	if (r->now - home_upkeep(r->db, "log") < STALE)
		return "the log grows: some reader never lets go";
	return backup_overdue(r) ? "the nightly backup is overdue" : "ok";
}

static int
health(struct req *r)
{
	int64_t last = home_upkeep(r->db, "maintain");
	const char *status = health_status(r, last);
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
		{ "award", READ }, { "nomination", READ }, { "feedback", READ }, { "task", READ },
		{ "document", READ }, { "seal", READ },
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
