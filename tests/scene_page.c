/* scene_page.c - the half of scene.h that asks a page program. */

#include "tests/scene.h"

#include <stdlib.h>

#include "cgi-bin/lib/reply.h"

struct db *
fresh(void)
{
	static bool loaded;

	scene_lay();
	if (!loaded && !(loaded = lang_load("cgi-bin/lang")
	    && views_load("cgi-bin/tpl", page.name, page.views)))
		exit(1);
	return scene_open(page.grants, page.secrets, page.files);
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

struct reply
ask_raw(struct ask a)
{
	static struct view *view;

	if (view)
		view_free(view);
	view = view_new();
	struct reply r = serve(&(struct bases){ scene_db(), scene_secrets(), scene_files() },
	    scene_mem(), view, &a);
	if (r.source)
		return poured(r);
	if (r.status == 422)
		links_lead(r, a.path);
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
