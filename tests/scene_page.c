/* scene_page.c - the half of scene.h that asks a page program. */

#include "tests/scene.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cgi-bin/lib/reply.h"

static struct db *
fresh_(void (*lay)(void))
{
	static bool loaded;

	lay();
	if (!loaded && !(loaded = lang_load("cgi-bin/lang")
	    && views_load("cgi-bin/tpl", page.name, page.views)))
		exit(1);
	return scene_open(page.grants, page.secrets, page.files);
}

struct db *
fresh(void)
{
	return fresh_(scene_lay);
}

struct db *
fresh_kept(void)
{
	return fresh_(scene_lay_kept);
}

bool
scene_again(void)
{
	return scene_open_page(page.grants, page.secrets, page.files);
}

/* What comes piece by piece, as a whole. */
static struct reply
poured(struct reply r)
{
	struct mem *mem = mem_new();
	const char *bytes;
	size_t n;

	r.length = 0;
	for (int64_t seq = 0; (bytes = r.source(r.source_of, mem, seq, &n)); seq++) {
		char *longer = mem_take(scene_mem(), r.length + n + 1);
		memcpy(longer, r.body, r.length);
		memcpy(longer + r.length, bytes, n);
		r.body = longer, r.length += n;
		mem_empty(mem);
	}
	mem_free(mem);
	return r;
}

/* What is wrong leads to where it can be mended: each link of the box has its element. */
static void
links_lead(struct reply r, const char *path)
{
	struct mem *mem = scene_mem();
	const char *all = mem_copy(mem, r.body, r.length), *at = strstr(all, "id=\"faults\"");
	const char *end = at ? strstr(at, "</ul>") : NULL;

	if (at)
		check(!strstr(at + 1, "id=\"faults\""), "what is wrong is told once", path, r.status);
	for (; end && (at = strstr(at, "href=\"#")) && at < end; at++) {
		const char *id = at + strlen("href=\"#");
		id = mem_copy(mem, id, strcspn(id, "\""));
		if (!strstr(all, mem_printf(mem, " id=\"%s\"", id)))
			check(false, mem_printf(mem, "the link #%s leads somewhere", id), path, r.status);
	}
}

/* How often a header stands there; its value in *value. */
static int
header(const char *head, const char *name, const char **value)
{
	struct mem *mem = scene_mem();
	const char *mark = mem_printf(mem, "\n%s: ", name);
	int n = 0;

	*value = "";
	for (const char *at = head; (at = strcasestr(at, mark)); n++) {
		at += strlen(mark);
		*value = mem_copy(mem, at, strcspn(at, "\r"));
	}
	return n;
}

/* Each answer of each test has the headers that a program owes (nginx.conf.example adds the
 * rest), each once, and nothing in them ends a line. */
static void
head_is_whole(struct reply r, const char *path)
{
	static const char *const once[] = { "Content-Type", "Content-Security-Policy", "Cache-Control" };
	static const char *const most[] = { "Location", "Content-Disposition", "Retry-After", "Content-Length" };
	struct mem *mem = scene_mem();
	const char *value, *wrong = NULL;
	size_t n = strlen(r.head);

	if (strncmp(r.head, mem_printf(mem, "Status: %d\r\n", r.status), 13))
		wrong = "its status";
	if (n < 4 || strcmp(r.head + n - 4, "\r\n\r\n") || strstr(r.head, "\r\n\r\n") != r.head + n - 4)
		wrong = "its end";
	for (const char *at = r.head; *at; at++)
		if (*at == '\r' ? at[1] != '\n' : *at == '\n' ? at == r.head || at[-1] != '\r'
		    : (unsigned char)*at < ' ' || *at == 0x7f)
			wrong = "a control sign";
	for (size_t i = 0; i < sizeof(once) / sizeof(*once); i++)
		if (header(r.head, once[i], &value) != 1)
			wrong = once[i];
	for (size_t i = 0; i < sizeof(most) / sizeof(*most); i++)
		if (header(r.head, most[i], &value) > 1)
			wrong = most[i];
	header(r.head, "Content-Security-Policy", &value);
	if (strncmp(value, "default-src 'none'", 18) || strstr(value, "unsafe")
	    || !strstr(value, "; frame-ancestors 'none'") || !strstr(value, "; base-uri 'none'"))
		wrong = "Content-Security-Policy";
	header(r.head, "Content-Type", &value);
	if (!strncmp(value, "text/", 5) && !strstr(value, "charset=utf-8"))
		wrong = "a text without its charset";
	header(r.head, "Cache-Control", &value);
	if (!strstr(value, "no-store") && (r.status != 200 || strstr(r.head, "Set-Cookie")))
		wrong = "it may be kept";
	if (header(r.head, "Location", &value) && !local_path(value))
		wrong = "it leads elsewhere";
	for (const char *at = r.head; (at = strstr(at, "\nSet-Cookie: ")); at++) {
		value = mem_copy(mem, at + 13, strcspn(at + 13, "\r"));
		if (!strstr(value, "; Path=/") || !strstr(value, "; SameSite=Lax")
		    || (strncmp(value, "lang=", 5) && !strstr(value, "; HttpOnly")))
			wrong = value;
	}
	if (wrong)
		check(false, mem_printf(mem, "the head of an answer is whole: %s", wrong), path, r.status);
}

struct reply
ask_raw(struct ask a)
{
	static struct view *view;

	if (view)
		view_free(view);
	view = view_new();
	struct reply r = serve(&(struct bases){ scene_db(), scene_secrets(), scene_files() },
	    scene_mem(), view, &a);
	head_is_whole(r, a.path);
	if (r.source)
		return poured(r);
	if (r.status == 422)
		links_lead(r, a.path);
	return r;
}

struct reply
ask_logged(struct ask a, const char **log)
{
	int kept = dup(2), file = memfd_create("log", MFD_CLOEXEC);
	char text[1000] = "";

	CHECK(kept >= 0 && file >= 0 && dup2(file, 2) == 2);
	struct reply r = ask_raw(a);
	CHECK(dup2(kept, 2) == 2);
	CHECK(pread(file, text, sizeof(text) - 1, 0) >= 0);
	*log = mem_text(scene_mem(), text);
	close(file);
	close(kept);
	return r;
}

const char *
with(const char *fields)
{
	char *out = mem_text(scene_mem(), ""), *copy = mem_text(scene_mem(), fields), *pair;

	while ((pair = strsep(&copy, "|"))) {
		char *eq = strchr(pair, '=');
		if (!eq)
			continue;
		*eq = '\0';
		out = mem_printf(scene_mem(), "%s%s%s=%s", out, *out ? "&" : "", pair,
		    quoted(scene_mem(), eq + 1));
	}
	return out;
}

struct reply
ask_get(const char *path)
{
	return ask_raw(ask_of("GET", path, ""));
}

struct reply
ask_post(const char *path, const char *body)
{
	const char *own = mem_printf(scene_mem(), "x%lld", (long long)scene_account());

	return ask_raw(ask_of("POST", path, mem_printf(scene_mem(), "csrf=%s&%s",
	    token(scene_mem(), own, path), body)));
}

struct ask
ask_file(const char *path, const char *fields, const char *name, const char *bytes, size_t n)
{
	struct mem *mem = scene_mem();
	const char *own = mem_printf(mem, "x%lld", (long long)scene_account()), *head = "";
	const char *all = mem_printf(mem, "csrf=%s%s%s", token(mem, own, path),
	    *fields ? "&" : "", fields);
	struct form *f = form_parse(mem, "vi", "", all, strlen(all));
	struct ask a = ask_of("POST", path, "");
	static const char tail[] = "\r\n--b0--\r\n";

	for (const struct sent *s = form_all(f); s; s = s->next)
		head = mem_printf(mem, "%s--b0\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n",
		    head, s->name, s->value);
	head = mem_printf(mem, "%s--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
	    "Content-Type: application/octet-stream\r\n\r\n", head, name);
	size_t h = strlen(head), t = sizeof(tail) - 1;
	char *body = mem_take(mem, h + n + t + 1);
	memcpy(body, head, h);
	memcpy(body + h, bytes, n);
	memcpy(body + h + n, tail, t);
	a.type = "multipart/form-data; boundary=b0";
	a.body = body;
	a.length = h + n + t;
	return a;
}
