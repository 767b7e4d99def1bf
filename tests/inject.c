/*
 * inject.c - a page program under those who type what breaks out: every field of every form
 * and of every address with a query that its pages show to anyone whom tests/policy.tsv
 * names, by every payload.  Nothing ends a literal (no error of SQLite's, no denial of its
 * authorizer, no 500), nothing comes alive on the page that answers, a question that is
 * always true finds no more than one that is never, and no header is added.
 *
 * First all fields take them together, each at another place of the corpus, in a fourth of the
 * rounds; then those alone into which a person types, among values that stood there: a tenth of
 * the corpus, for each that is let in costs a scene.  With CORPUS=all in the environment the whole of it, and each
 * field each payload by itself.
 */

#include "tests/matrix.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/reply.h"
#include "tests/forms.h"
#include "tests/payload.h"

enum { CASES = 2000 };

/* A form, and who was shown it. */
static struct test_case {
	struct sent_form form;
	char **line;		/* of the matrix */
	const char *known_by;
} cases[CASES];
static int n, asked, let_in, errors;
static bool asking, spent = true;
static struct mem *kept;

/* What SQLite complains of while a page is asked. */
static void
complaint(void *of, int code, const char *text)
{
	(void)of;
	if (!asking || code == SQLITE_SCHEMA || (code & 0xff) == SQLITE_NOTICE || (code & 0xff) == SQLITE_WARNING)
		return;
	fprintf(stderr, "inject: SQLite %d: %s\n", code, text);
	errors++;
}

static void
lay(const struct test_case *c)
{
	if (spent)
		matrix_lay();
	spent = false;
	matrix_as(c->line);
}

/* "/plan/2/edit" and names: the same form on another record is the same. */
static const char *
known_by(const struct sent_form *f)
{
	char *text = mem_printf(kept, "%d %s", f->post, f->action), *to = text;

	for (const char *s = text; *s; s++)
		if (*s < '0' || *s > '9' || to == text || to[-1] != '#')
			*to++ = *s >= '0' && *s <= '9' && s > text ? '#' : *s;
	*to = '\0';
	for (const struct input *i = f->inputs; i; i = i->next)
		text = mem_printf(kept, "%s %s", text, i->name);
	return text;
}

static void
take(const struct sent_form *f, char **line)
{
	const char *by = known_by(f);

	for (int i = 0; i < n; i++)
		if (!strcmp(cases[i].known_by, by))
			return;
	if (!f->n)
		return;
	if (n == CASES)
		exit(1);
	cases[n++] = (struct test_case){ *f, line, by };
}

/* Is it this program that answers there? */
static const struct route *
route_of(const char *path, bool post)
{
	for (const struct route *r = page.routes; r->path; r++) {
		const char *a = r->path, *b = path;
		while (*a && *b && (*a == *b || (*a == '#' && *b >= '0' && *b <= '9'))) {
			if (*a == '#' && b[1] >= '0' && b[1] <= '9')
				a--;
			a++, b++;
		}
		if (!*a && (!*b || *b == '.') && (r->method == POST) == post)
			return r;
	}
	return NULL;
}

/* Every page that a line of the matrix opens, and what can be sent from there. */
static void
gather(void)
{
	for (const struct route *r = page.routes; r->path; r++)
		for (matrix_row *l = matrix(); (*l)[METHOD]; l++) {
			if (strcmp((*l)[ROUTE], r->path) || strcmp((*l)[METHOD], matrix_method(r)))
				continue;
			struct test_case c = { .line = *l };
			if (r->method == POST) {	/* as the matrix itself sends it */
				struct sent_form *f = forms_of(kept, mem_printf(kept, "<a href=\"%s\">", (*l)[PATH]), "");
				if (f) {
					f->post = true;
					take(f, *l);
				}
				continue;
			}
			lay(&c);
			struct reply reply_ = ask_get((*l)[PATH]);
			spent = r->method == NOTE;
			for (struct sent_form *f = forms_of(kept, mem_copy(kept, reply_.body, reply_.length), (*l)[PATH]);
			    f; f = f->next)
				if (route_of(f->action, f->post))
					take(f, *l);
		}
}

static const struct input every, typed;	/* in the place of one */

static const char *
spelled(const struct test_case *c, const struct input *only, const char *const *payloads, int count, int at)
{
	struct mem *mem = scene_mem();
	const char *body = "";
	int k = 0;

	for (const struct input *i = c->form.inputs; i; i = i->next, k++) {
		if (i->file)
			continue;
		const char *value = i->value;
		if (only == i || only == &every || (only == &typed && i->free))
			value = payload(mem, payloads[(at + (only == i ? 0 : k)) % count], k);
		body = mem_printf(mem, "%s%s%s=%s", body, *body ? "&" : "", quoted(mem, i->name), quoted(mem, value));
	}
	return body;
}

static void
look_at(const struct test_case *c, const char *fields, struct reply r)
{
	struct mem *mem = scene_mem();
	const char *body = mem_copy(mem, r.body, r.length), *why = NULL;

	if (r.status == 500)
		why = "500";
	else if (errors)
		why = "SQLite's complaint";
	else if (strstr(r.head, "\nX-Zq") || strstr(r.head, "\nx-zq"))
		why = "a header of its own";
	else if (strstr(r.head, "Content-Type: text/html"))
		why = alive(mem, body);
	else if (strstr(r.head, "Content-Type: text/csv"))
		why = computes(mem, body);
	if (why)
		fprintf(stderr, "inject: %s %s?%s: %s\n", c->form.post ? "POST" : "GET", c->form.action, fields, why);
	CHECK(!why);
	errors = 0;
}

/* Sent once; where it leads is looked at as well. */
static struct reply
send(const struct test_case *c, const char *fields)
{
	struct mem *mem = scene_mem();
	struct reply r;

	asked++;
	asking = true;
	r = c->form.post ? ask_post(c->form.action, fields)
	    : ask_get(mem_printf(mem, "%s?%s", c->form.action, fields));
	look_at(c, fields, r);
	const char *to = location(r);
	if (r.status == 303 && strncmp(to, "/account/sign-in", 16) && route_of(mem_copy(mem, to, strcspn(to, "?#")), false)) {
		look_at(c, fields, ask_get(mem_copy(mem, to, strcspn(to, "#"))));
		let_in++;
	}
	asking = false;
	spent |= c->form.post && r.status < 400;
	return r;
}

static void
try_corpus(const struct test_case *c, const struct input *only, const char *const *payloads, int each)
{
	int count = 0;

	while (payloads[count])
		count++;
	for (int at = (int)(c - cases) % each; at < count; at += each) {
		lay(c);
		send(c, spelled(c, only, payloads, count, at));
	}
}

/* The same length, the same answer: whether it is true or not is not asked. */
static void
try_truth(const struct test_case *c, const struct input *only)
{
	static const char *const truths[] = { "@' OR '1'='1", "@' OR '1'='2", NULL };
	size_t length[2];
	int status[2];

	for (int at = 0; at < 2; at++) {
		lay(c);
		struct reply r = send(c, spelled(c, only, truths, 2, at));
		length[at] = r.length;
		status[at] = r.status;
	}
	if (status[0] != status[1] || length[0] != length[1])
		fprintf(stderr, "inject: %s: %s: true and false differ\n", c->form.action, only->name);
	CHECK(status[0] == status[1] && length[0] == length[1]);
}

static void
try_case(const struct test_case *c)
{
	const char *all = getenv("CORPUS");
	bool alone = all && !strcmp(all, "all");

	try_corpus(c, &every, sql_payloads, alone ? 1 : 4);
	try_corpus(c, &every, html_payloads, alone ? 1 : 4);
	try_corpus(c, &typed, sql_payloads, alone ? 1 : 10);
	try_corpus(c, &typed, html_payloads, alone ? 1 : 10);
	for (const struct input *i = c->form.inputs; i; i = i->next) {
		if (i->file)
			continue;
		if (alone) {
			try_corpus(c, i, sql_payloads, 1);
			try_corpus(c, i, html_payloads, 1);
		}
		if (!c->form.post)
			try_truth(c, i);
	}
}

/* The eye sees what is not escaped, and the log what ends a literal. */
static void
the_test_can_fail(void)
{
	struct mem *mem = scene_mem();
	int seen = 0, patterns = 0, sqls = 0;

	for (const char *const *p = html_payloads; *p; p++, patterns++) {
		const char *text = payload(mem, *p, 7);
		seen += alive(mem, mem_printf(mem, "<p>%s</p>", text))
		    || alive(mem, mem_printf(mem, "<a href=\"%s\">", text))
		    || alive(mem, mem_printf(mem, "<input %s>", text));
	}
	while (sql_payloads[sqls])
		sqls++;
	CHECK(patterns >= 60 && sqls >= 40 && seen >= 60);
	CHECK(!alive(mem, "<!doctype html><p title=\"a&amp;&lt;\"><a href=\"/x\">&#39;zq7z</a><br>"));
	CHECK(computes(mem, "a,=zq1z\r\n") && computes(mem, "\"-1zq1z\",b") && !computes(mem, "a,\"'=zq1z\"\r\n-1,zq"));
	asking = true;
	CHECK(!scene_tries("SELECT 1 FROM setting WHERE name = ''' OR 1"));
	CHECK(errors > 0);
	asking = false;
	errors = 0;
}

int
main(void)
{
	int fields = 0;

	sqlite3_config(SQLITE_CONFIG_LOG, complaint, NULL);
	scene_cheap();
	kept = mem_new();
	gather();
	the_test_can_fail();
	for (int i = 0; i < n; i++) {
		try_case(&cases[i]);
		fields += cases[i].form.n;
	}
	fprintf(stderr, "inject: %d forms and addresses, %d fields, %d requests, %d let in\n", n, fields, asked, let_in);
	CHECK(n > 0);
	mem_free(kept);
	return done();
}
