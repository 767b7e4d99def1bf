/*
 * policy.c - a page program against tests/policy.tsv: every route, every role, every
 * place from which a mandate may reach a record; every POST forged, as one who may; and what each
 * route declares.  The records are laid by tests/policy.sql (and policy.files.sql, of files.db) and
 * belong to unit A.  The roles are those of the day: one without a line of its own fails.
 */

#include "tests/matrix.h"

#include "cgi-bin/lib/reply.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const scopes[] = { "own", "child", "sibling", "parent", "ended", NULL };
static const int64_t places[] = { A, A1, B, P, A };

enum { ROLES_MAX = 100 };
static const char *all_roles[ROLES_MAX + 1];

static int64_t asked, forged;	/* as a role from a place; as another site */

/* What a GET, or a refusal, leaves as it was need not be laid out again. */
static bool spent = true;

/* True if the request met its handler and was not sent away. */
static bool
let_through(const struct route *route, const char *path, bool *to_sign_in)
{
	const char *mark = strchr(path, '?');	/* of a POST: its fields */
	struct reply r = route->method != POST ? ask_get(path) : !mark ? ask_post(path, "")
	    : ask_post(mem_copy(scene_mem(), path, (size_t)(mark - path)), mark + 1);

	*to_sign_in = r.status == 303 && !strncmp(leads(r), "/account/sign-in?then=", 22);
	if (r.status == 500)
		fprintf(stderr, "policy: %s %s answers 500\n", matrix_method(route), path);
	CHECK(r.status != 500);
	bool through = !*to_sign_in && r.status != 403 && r.status != 404 && r.status != 500;
	spent = route->method != GET && (through || r.status == 500);
	return through;
}

/* The same request, by one who may, as another site's page would have his browser send it:
 * refused each time, a file with it too, and nothing is written. */
static void
try_forged(const struct route *route, const char *path)
{
	static const struct {
		const char *what, *site, *origin, *referer;
	} from[] = {
		{ "no origin", "", "", "" }, { "another origin", "", "http://evil", "" },
		{ "null", "", "null", "" }, { "a sub-domain", "", "http://a.portal", "" },
		{ "a longer name", "", "http://portal.evil", "" }, { "a referer", "", "", "http://evil/portal" },
		{ "cross-site", "cross-site", "http://portal", "" },
		{ "same-site", "same-site", "http://portal", "" },
	};
	struct mem *mem = scene_mem();
	const char *mark = strchr(path, '?'), *fields = mark ? mark + 1 : "";
	const char *own = mem_printf(mem, "x%lld", (long long)scene_account());
	path = mark ? mem_copy(mem, path, (size_t)(mark - path)) : path;
	const char *tokens[] = { "", "0", token(mem, "x999", path), token(mem, own, "/elsewhere"), NULL };
	int64_t before = scene_written();

	for (size_t i = 0; i < sizeof(from) / sizeof(*from); i++) {
		struct ask a = ask_of("POST", path, mem_printf(mem, "csrf=%s&%s", token(mem, own, path), fields));
		a.site = from[i].site, a.origin = from[i].origin, a.referer = from[i].referer;
		int status = ask_raw(a).status;
		if (status != 403)
			fprintf(stderr, "policy: POST %s from %s: %d\n", path, from[i].what, status);
		CHECK(status == 403);
		forged++;
		if (!(route->flags & SINK))
			continue;
		a = ask_file(path, fields, "a.pdf", "%PDF-1.4\n%%EOF\n", 15);
		a.site = from[i].site, a.origin = from[i].origin, a.referer = from[i].referer;
		CHECK(ask_raw(a).status == 403);
		forged++;
	}
	for (int i = 0; tokens[i] && strcmp(route->may, ANYONE); i++, forged++)
		CHECK(ask_raw(ask_of("POST", path, mem_printf(mem, "csrf=%s&%s", tokens[i], fields))).status == 403);
	CHECK(scene_written() == before);
}

static void
lay(void)
{
	if (spent)
		matrix_lay();
	spent = false;
}

static void
expect(bool got, bool want, const struct route *r, const char *path, const char *who,
    const char *scope)
{
	if (got != want)
		fprintf(stderr, "policy: %s %s as %s (%s): %s, should %sbe\n", matrix_method(r),
		    path, who, scope, got ? "let through" : "refused", want ? "" : "not ");
	CHECK(got == want);
}

static void
try_role(const struct route *route, const char *path, const char *role)
{
	char **line = matrix_line(route, path, role);
	bool open = matrix_line(route, path, "anyone"), signed_ = matrix_line(route, path, "signed");
	bool tried = route->method != POST;

	for (int i = 0; scopes[i]; i++) {
		bool ended = !strcmp(scopes[i], "ended"), sign_in, want;

		lay();
		int64_t who = person(role, places[i]);
		if (ended)
			scene(mem_printf(scene_mem(), "UPDATE mandate SET valid_to = '2026-11-19'"
			    " WHERE account = %lld", (long long)who));
		as(who);
		want = open || signed_ || (line && !ended && (word_in(line[SCOPES], "any")
		    || word_in(line[SCOPES], scopes[i])));
		if (want && !tried)
			try_forged(route, path);
		tried |= want;
		expect(let_through(route, path, &sign_in), want, route, path, role, scopes[i]);
		asked++;
		spent |= ended;		/* the next has that mandate whole */
	}
}

static void
try_path(const struct route *route, const char *path)
{
	int64_t before = forged;
	bool sign_in, open = matrix_line(route, path, "anyone");

	lay();
	as(0);
	expect(let_through(route, path, &sign_in), open, route, path, "nobody", "");
	if (!open && !matrix_line(route, path, "link"))
		CHECK(sign_in);
	lay();
	as(person("", 0));
	expect(let_through(route, path, &sign_in),
	    open || matrix_line(route, path, "signed"), route, path, "no mandate", "none");
	for (int i = 0; all_roles[i]; i++)
		try_role(route, path, all_roles[i]);
	if (matrix_line(route, path, "owner")) {
		lay();
		as(OWNER);
		if (route->method == POST)
			try_forged(route, path);
		expect(let_through(route, path, &sign_in), true, route, path, "owner", "");
	}
	if (route->method == POST && forged == before)
		fprintf(stderr, "policy: POST %s was not forged\n", path);
	CHECK(route->method != POST || forged > before);
}

/* Whom the lines name, and who there is: the same. */
static void
know_roles(void)
{
	static const char *const others[] = { "anyone", "signed", "owner", "link" };
	const char *names = look_text("SELECT group_concat(role, ' ') FROM role"
	    " WHERE '" TODAY "' BETWEEN valid_from AND valid_to");
	char *rest = strdup(names), *name;
	bool known;

	for (int n = 0; rest && n < ROLES_MAX && (name = strsep(&rest, " ")); n++) {
		all_roles[n] = name, known = false;
		for (matrix_row *l = matrix(); (*l)[METHOD]; l++)
			known |= !strcmp((*l)[WHO], name);
		if (!known)
			fprintf(stderr, "policy.tsv: no line for the role %s\n", name);
		CHECK(known);
	}
	CHECK(all_roles[0] && !rest);
	for (matrix_row *l = matrix(); (*l)[METHOD]; l++) {
		known = word_in(names, (*l)[WHO]);
		for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
			known |= !strcmp((*l)[WHO], others[i]);
		if (!known)
			fprintf(stderr, "policy.tsv: there is no %s\n", (*l)[WHO]);
		CHECK(known);
	}
}

int
main(void)
{
	int64_t routes = 0, posts = 0, posts_forged = 0;

	scene_cheap();
	lay();
	know_roles();
	for (const struct route *route = page.routes; route->path; route++) {
		const char *wrong = route_wrong(route);
		if (wrong)
			fprintf(stderr, "policy: %s %s %s\n", matrix_method(route), route->path, wrong);
		CHECK(!wrong);
		if (!matrix_line(route, NULL, NULL)) {
			fprintf(stderr, "policy.tsv: no line for %s %s\n", matrix_method(route), route->path);
			CHECK(!route->path);
			continue;
		}
		int64_t before = forged;
		routes++, posts += route->method == POST;
		/* Each path once: a route's moves are not all the same people's. */
		for (matrix_row *l = matrix(); (*l)[METHOD]; l++)
			if (matrix_line(route, (*l)[PATH], NULL) == *l)
				try_path(route, (*l)[PATH]);
		posts_forged += forged > before;
	}
	CHECK(posts_forged == posts);
	fprintf(stderr, "policy-%s: %lld routes, asked %lld times as a role from a place; %lld POST, %lld forged,"
	    " %lld times\n", page.name, (long long)routes, (long long)asked, (long long)posts,
	    (long long)posts_forged, (long long)forged);
	return done();
}
