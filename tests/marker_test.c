/* marker_test.c - where a marker may stand (marker.h): by hand, and by spoiling each marker
 * of every template in each way that would let something through. */

#include "tests/test.h"

#include <dirent.h>
#include <stdio.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/marker.h"

static struct mem *mem;

static bool
lawful(const char *text)
{
	const char *at;

	return !marker_wrong(text, &at);
}

static void
places_that_hold_a_marker(void)
{
	static const char *const good[] = {
		"", "no marker <b>at all</b>", "<p>{{a}}</p>", "<p>{{a:pre_escape}}</p>",
		"<td>{{a_html:none}}</td>", "{{#A}}<b>{{/A}}{{>B}}{{!a word}}",
		"<a href=\"{{path}}/edit#{{anchor}}\" title=\"{{a}}\">", "<input value=\"a {{a}} b\" {{ticked}}>",
		"<option {{a}}{{#B}} selected{{/B}}>", "<a href=\"/x?a={{b:url_query_escape}}\">",
		"<a href=\"{{p}}?a=1&amp;b={{b:url_query_escape}}\">", "<td aria-label=\"{{a}}\">",
		"<textarea>{{a:pre_escape}}</textarea><p>{{a}}</p>", "<pre class=\"{{a}}\">{{b:pre_escape}}</pre>",
		"<script src=\"/a.js\"></script>{{a}}", "1 < 2 {{a}}", "<!-- a word -->{{a}}",
	};
	static const char *const bad[] = {
		"<p>{{a:none}}</p>", "<p>{{a_html}}</p>", "<p>{{a_html:pre_escape}}</p>", "<p>{{a:raw}}</p>",
		"<p>{{a:pre_escape:none}}</p>", "<p title=\"{{a_html:none}}\">", "<a href={{a}}>",
		"<a href='{{a}}'>", "<a onclick=\"f({{a}})\">", "<a ONCLICK=\"{{a}}\">", "<p style=\"top:{{a}}\">",
		"<script>f({{a}})</script>", "<script>\"</p>\"; {{a}}</script>", "<style>p { top: {{a}} }</style>",
		"<SCRIPT>{{a}}", "<!-- {{a}} -->", "<p {{a}}=\"b\">", "<p b{{a}}>", "<p data-{{a}}>", "<{{a}}>",
		"<iframe srcdoc=\"{{a}}\">", "<a href=\"/x?a={{b}}\">", "<a href=\"/x?a=1&amp;b={{b}}\">",
		"<a href=\"/x?a={{b:pre_escape}}\">", "<textarea>{{a}}</textarea>", "<pre><b>{{a}}</b></pre>",
		"<textarea name=\"a\">\n{{#A}}{{a}}{{/A}}</textarea>", "{{%AUTOESCAPE context=\"JAVASCRIPT\"}}",
		"{{=<% %>=}}", "{{{a}}}", "{{&a}}", "<p title=\"{{>A}}\">", "{{a", "<img src=x {{a}}/>",
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		check(lawful(good[i]), good[i], __FILE__, __LINE__);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		check(!lawful(bad[i]), bad[i], __FILE__, __LINE__);
	const char *at;
	CHECK(marker_wrong("<p>{{a}}{{b:none}}", &at));
	SAME(at, "{{b:none}}");
}

/* The template with n bytes at `from` replaced is refused. */
static void
spoiled(const char *name, const char *text, const char *from, size_t n, const char *by)
{
	const char *all = mem_printf(mem, "%.*s%s%s", (int)(from - text), text, by, from + n);

	if (lawful(all))
		fprintf(stderr, "%s: lawful with \"%s\" for \"%.*s\"\n", name, by, (int)n, from);
	CHECK(!lawful(all));
}

/* One marker in each way; answers how many. */
static int
spoil(const char *name, const char *text, const char *at)
{
	const char *end = strstr(at, "}}"), *colon = memchr(at, ':', (size_t)(end - at));
	size_t n = (size_t)(end + 2 - at);
	const char *bare = mem_printf(mem, "%.*s", (int)((colon ? colon : end) - at), at);
	int ways = 1;

	if (colon && !strncmp(colon, ":none", 5)) {
		spoiled(name, text, at, n, mem_printf(mem, "%s}}", bare));
		spoiled(name, text, at, n, "{{a:none}}");
		return 2;
	}
	spoiled(name, text, at, n, mem_printf(mem, "%s:none}}", bare));
	if (colon && colon[1] == 'u')	/* without the other it is still escaped */
		spoiled(name, text, at, n, mem_printf(mem, "%s}}", bare)), ways++;
	if (at[-1] == '"' && end[2] == '"' && at[-2] == '=') {
		spoiled(name, text, at - 1, n + 2, mem_printf(mem, "%s}}", bare)), ways++;
		spoiled(name, text, at - 1, n + 2, mem_printf(mem, "'%s}}'", bare)), ways++;
	}
	return ways;
}

/* Every template of the house is lawful, and none is any more with a marker spoiled. */
static void
no_template_survives_a_spoiled_marker(void)
{
	DIR *d = opendir("cgi-bin/tpl");
	int files = 0, ways = 0;

	CHECK(d != NULL);
	for (struct dirent *e; d && (e = readdir(d)); ) {
		size_t n;
		const char *text, *name = mem_text(mem, e->d_name);
		if (!strstr(name, ".tpl"))
			continue;
		text = file_read(mem, mem_printf(mem, "cgi-bin/tpl/%s", name), 1 << 20, &n);
		CHECK(text && lawful(text));
		for (const char *at = text; text && (at = strstr(at, "{{")); at += 2)
			if (at[2] >= 'a' && at[2] <= 'z')
				ways += spoil(name, text, at);
		files++;
		mem_empty(mem);
	}
	if (d)
		closedir(d);
	fprintf(stderr, "marker: %d templates, spoiled in %d ways\n", files, ways);
	CHECK(files > 100 && ways > 1000);
}

int
main(void)
{
	mem = mem_new();
	places_that_hold_a_marker();
	no_template_survives_a_spoiled_marker();
	mem_free(mem);
	return done();
}
