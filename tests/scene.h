/*
 * scene.h - a page program without a server: a fresh database of its own, made from
 * the migrations, and serve() asked as whoever as() names.
 *
 * Every scene begins with a small country (see scene.c): province P (1), communes
 * A (2) and B (3) under it, village A1 (4) under A, department D (5) under P.
 */
#ifndef SCENE_H
#define SCENE_H

#include "cgi-bin/lib/serve.h"
#include "tests/test.h"

enum { P = 1, A = 2, B = 3, A1 = 4, D = 5 };	/* units */
#define TODAY "2026-11-20"
enum { NOW = 1795143600 };			/* 2026-11-20 10:00 in Vietnam */

/* A fresh pair of databases, opened as the page declares. */
struct db *fresh(void);
/* Only portal.db, with these grants, and no page: for tests of the data floor. */
struct db *fresh_db(const struct grant *);
/* One more hand on portal.db, with these grants; db_close() it before the scene ends. */
struct db *scene_beside(const struct grant *);
/* What stands in the databases now is what each fresh_kept() after it begins with. */
void scene_keep(void);
struct db *fresh_kept(void);
struct mem *scene_mem(void);
/* Passwords cost next to nothing from here on, for tests of many forms; what one costs in
 * the portal is account_guess_test's. */
void scene_cheap(void);
/* Only a file: a copy of the migrated, empty database that the build leaves where the
 * environment says ("TEST_PORTAL_DB"). */
void scene_copy(const char *file, const char *env);

/* Runs SQL past every grant: to lay out a scene, and to look at what is left. */
void        scene(const char *sql);
bool        scene_tries(const char *sql);	/* false if the database refuses it */
void        scene_secret(const char *sql);
void        scene_file(const char *sql);	/* files.db, if the page declares it */
int64_t     look_file(const char *sql);
/* Another number when anything was written to one of the three since. */
int64_t     scene_written(void);
int64_t     look(const char *sql);
const char *look_text(const char *sql);

/* A person with that role for that unit, signed in; answers his account's id.  The
 * same role and unit is the same person. */
int64_t person(const char *role, int64_t unit);
/* From here on it is this account that asks; 0 is nobody. */
void    as(int64_t account);
/* What the next requests bring with them. */
void    at(int64_t now);

struct reply ask_get(const char *path);			/* "/plan?q=a" */
/* A body of "name=value" pairs divided by |, in plain letters; what is no pair is left out. */
const char  *with(const char *fields);
/* csrf is added, made for this path. */
struct reply ask_post(const char *path, const char *body);
/* The request as it stands, nothing added. */
struct reply ask_raw(struct ask);
/* And what it wrote to the log meanwhile. */
struct reply ask_logged(struct ask, const char **log);
/* An ask with this account's cookie and sound headers, for ask_raw(). */
struct ask   ask_of(const char *method, const char *path, const char *body);
/* An ask with a file, as a form of the field `file` sends it: fields, which is urlencoded
 * with csrf before it, then that file. */
struct ask   ask_file(const char *path, const char *fields, const char *name,
	const char *bytes, size_t n);

/* Where its files are; nothing of this process has them open any more, until
 * scene_again() opens them as the page declares, as its own process does when it starts. */
const char *scene_dir(void);
void        scene_shut(void);
bool        scene_again(void);
bool        scene_spent(void);	/* db_spent() of one of them */

/* For scene_page.c. */
void       scene_lay(void);
void       scene_lay_kept(void);
struct db *scene_open(const struct grant *, const struct grant *secrets,
	const struct grant *files);
bool       scene_open_page(const struct grant *, const struct grant *secrets,
	const struct grant *files);
struct db *scene_db(void);
struct db *scene_secrets(void);
struct db *scene_files(void);
int64_t    scene_account(void);

/* Is that on the page?  A token's random digits say nothing. */
bool says(struct reply, const char *text);
/* Both stand there, in that order. */
bool in_order(struct reply, const char *first, const char *then);
/* Is it a form on paper: a page to print by itself, with a place to sign and no box or
 * button of the screen? */
bool by_pen(struct reply);
/* Where a 303 leads, else ""; location() with the ?done= by which that page then says
 * what was done, leads() without it. */
const char *leads(struct reply);
const char *location(struct reply);

#endif
