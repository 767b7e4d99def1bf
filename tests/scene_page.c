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
	    && views_load("cgi-bin/tpl")))
		exit(1);
	return scene_open(page.grants, page.secrets);
}

struct reply
ask_raw(struct ask a)
{
	static struct view *view;

	if (view)
		view_free(view);
	view = view_new();
	return serve(scene_db(), scene_secrets(), scene_mem(), view, &a);
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
