/*
 * route_test.c - what is asked of each route's declaration (route_wrong() of tests/matrix.h,
 * which the policy-* ask of every page program) finds each fault that it is there to find, and
 * none in what is sound.
 */

#include "tests/matrix.h"

#include <stdio.h>

static int
handler_(struct req *r)
{
	return show(r, 200, "plan_list");
}

enum { SOUND = 7 };

const struct page page = {
	.name = "x",
	.grants = (const struct grant[]){ SIGNED_IN, { 0 } },
	.routes = (const struct route[]){
		{ GET,  "/x",               ANYONE,         handler_, LIST },
		{ GET,  "/x/#",             SIGNED,         handler_, RECORD },
		{ POST, "/x/#",             "report.write", handler_, 0 },
		{ NOTE, "/x/#/seen",        SIGNED,         handler_, 0 },
		{ POST, "/x/#/line/#/drop", "report.write", handler_, PRIVATE },
		{ GET,  "/x/health",        ANYONE,         handler_, PROBE },
		{ GET,  "/x/#/print.docx",  SIGNED,         handler_, 0 },
		/* and each of these has one fault */
		{ GET,  "/x/#",             SIGNED,         handler_, 0 },
		{ NOTE, "/x/#/seen",        SIGNED,         handler_, 0 },
		{ 7,    "/x/method",        SIGNED,         handler_, 0 },
		{ GET,  "/y",               SIGNED,         handler_, 0 },
		{ GET,  "/xy",              SIGNED,         handler_, 0 },
		{ GET,  "/x/",              SIGNED,         handler_, 0 },
		{ GET,  "/x//a",            SIGNED,         handler_, 0 },
		{ GET,  "/x/A",             SIGNED,         handler_, 0 },
		{ GET,  "/x/a?b",           SIGNED,         handler_, 0 },
		{ GET,  "/x/#/#/#",         SIGNED,         handler_, 0 },
		{ GET,  "/x/b",             NULL,           handler_, 0 },
		{ GET,  "/x/c",             "",             handler_, 0 },
		{ GET,  "/x/d",             "report.writes", handler_, 0 },
		{ GET,  "/x/e",             SIGNED,         NULL,     0 },
		{ GET,  "/x/f",             SIGNED,         handler_, 64 },
		{ POST, "/x/g",             SIGNED,         handler_, CSV },
		{ NOTE, "/x/h",             SIGNED,         handler_, JSON },
		{ POST, "/x/i",             SIGNED,         handler_, PROBE },
		{ GET,  "/x/j",             SIGNED,         handler_, SINK },
		{ POST, "/x/k",             SIGNED,         handler_, SINK },
		{ POST, "/x/l",             ANYONE,         handler_, 0 },
		{ POST, "/x/m",             ANYONE,         handler_, PRIVATE },
		{ 0 }
	},
};

int
main(void)
{
	const char *wrong;

	fresh();
	for (const struct route *r = page.routes; r->path; r++) {
		bool sound = r - page.routes < SOUND;
		wrong = route_wrong(r);
		if (sound != !wrong)
			fprintf(stderr, "%s: %s\n", r->path, wrong ? wrong : "no fault is found");
		CHECK(sound == !wrong);
	}
	/* what has no line in policy.tsv is told by its being there or not */
	CHECK(!matrix_line(&page.routes[0], NULL, NULL));
	CHECK(matrix_line(&(struct route){ GET, "/board", "", NULL, 0 }, NULL, "council") != NULL);
	CHECK(!matrix_line(&(struct route){ POST, "/board", "", NULL, 0 }, NULL, NULL));
	/* a POST that nginx slows may be open */
	CHECK(route_wrong(&page.routes[SOUND + 20]) && !strcmp(route_wrong(&page.routes[SOUND + 20]),
	    "is open, and nobody slows it"));
	return done();
}
