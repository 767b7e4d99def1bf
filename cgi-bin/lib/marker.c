/* marker.c - a walk through a template that knows where in HTML it is; see marker.h. */

#include "cgi-bin/lib/marker.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

enum place { WORDS, TAG, VALUE, COMMENT, CODE };

struct walk {
	enum place place;
	const char *name;		/* of the tag, then of the attribute */
	size_t n;
	const char *tag;
	size_t tag_n;
	const char *value;		/* where the attribute's value begins */
	const char *text;		/* the template */
	bool lines;			/* within a textarea or a pre, where line ends count */
};

static bool
is(const char *at, size_t n, const char *word)
{
	return n == strlen(word) && !strncasecmp(at, word, n);
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A tag's or an attribute's name. */
static size_t
word_at(const char *at)
{
	return strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:");
}

static bool
leads(const struct walk *w)
{
	return is(w->name, w->n, "href") || is(w->name, w->n, "action") || is(w->name, w->n, "src");
}

/* Those that hold words, numbers or an address; neither handlers nor styles are here. */
static bool
may_hold(const struct walk *w)
{
	static const char *const names[] = { "href", "action", "src", "value", "title", "alt", "id",
	    "name", "for", "form", "class", "lang", "datetime", "placeholder", "accept", "colspan",
	    "rowspan", "max", "min", "maxlength", "inputmode", "width", "height", "x", "y", "x1",
	    "x2", "y1", "y2", "cx", "cy", "points", "d", "viewBox", "text-anchor", "data-l", NULL };

	for (int i = 0; names[i]; i++)
		if (is(w->name, w->n, names[i]))
			return true;
	return w->n > 5 && !strncasecmp(w->name, "aria-", 5);
}

/* Does it stand straight behind "?name=" or "&amp;name="? */
static bool
in_query(const char *value, const char *at)
{
	const char *from = at;

	if (from == value || from[-1] != '=')
		return false;
	for (from--; from > value && (letter(from[-1]) || from[-1] == '_'); )
		from--;
	return from > value && (from[-1] == '?' || from[-1] == ';' || from[-1] == '&');
}

/* A value's marker, of n bytes between its braces. */
static const char *
of_marker(const struct walk *w, const char *at, size_t n)
{
	const char *inside = at + 2, *colon = memchr(inside, ':', n);
	size_t name = colon ? (size_t)(colon - inside) : n;
	const char *modifier = colon ? colon + 1 : "";
	size_t m = colon ? n - name - 1 : 0;
	bool html = name > 5 && !strncmp(inside + name - 5, "_html", 5);

	if (m && !is(modifier, m, "none") && !is(modifier, m, "pre_escape")
	    && !is(modifier, m, "url_query_escape"))
		return "a modifier that is not ours";
	if (html != is(modifier, m, "none"))
		return html ? "a marker called *_html without :none" : ":none on a marker that is not called *_html";
	if (w->place == WORDS && at > w->text && at[-1] == '<')
		return "a marker as the name of a tag";
	if (w->place == WORDS)
		return w->lines && !is(modifier, m, "pre_escape")
		    ? "a marker in a textarea or pre without :pre_escape" : NULL;
	if (html)
		return "ready-made HTML outside of text";
	if (w->place == TAG)
		return strchr(" }", at[-1]) && strchr(" >{", inside[n + 2]) ? NULL
		    : "a marker in a tag that is no word of its own";
	if (w->place != VALUE)
		return "a marker in a script, a style or a comment";
	if (!may_hold(w))
		return "a marker in an attribute that may not hold one";
	if (leads(w) && in_query(w->value, at) && !is(modifier, m, "url_query_escape"))
		return "a value in a query string without :url_query_escape";
	return NULL;
}

/* {{...}}: *end is behind it. */
static const char *
of_braces(const struct walk *w, const char *at, const char **end)
{
	const char *close = strstr(at, "}}");

	if (!close)
		return "braces that do not close";
	*end = close + 2;
	switch (at[2]) {
	case '#':
	case '/':
	case '!':
		return NULL;
	case '>':
		return w->place == WORDS ? NULL : "an include outside of text";
	default:
		return letter(at[2]) ? of_marker(w, at, (size_t)(close - at) - 2)
		    : "braces that are neither a marker nor a section";
	}
}

static const char *
in_words(struct walk *w, const char *at)
{
	if (!strncmp(at, "<!--", 4)) {
		w->place = COMMENT;
		return at + 4;
	}
	if (*at == '<' && (letter(at[1]) || at[1] == '/')) {
		at += 1 + (at[1] == '/');
		w->tag = at;
		w->tag_n = word_at(at);
		w->n = 0;
		w->place = TAG;
		if (is(w->tag, w->tag_n, "textarea") || is(w->tag, w->tag_n, "pre"))
			w->lines = at[-1] == '<';
		return at + w->tag_n;
	}
	return at + 1;
}

/* Up to the tag's end; *why for a quote that may hold anything. */
static const char *
in_tag(struct walk *w, const char *at, const char **why)
{
	size_t n = word_at(at);

	if (n) {
		w->name = at;
		w->n = n;
		return at + n;
	}
	if (*at == '>') {
		bool code = w->tag[-1] == '<' && (is(w->tag, w->tag_n, "script") || is(w->tag, w->tag_n, "style"));
		w->place = code ? CODE : WORDS;
	} else if (*at == '"') {
		w->place = VALUE;
		w->value = at + 1;
	} else if (*at == '\'') {
		*why = "an attribute in single quotes";
	}
	return at + 1;
}

const char *
marker_wrong(const char *text, const char **at)
{
	struct walk w = { .place = WORDS, .text = text };
	const char *s = text, *why = NULL;

	while (*s && !why) {
		*at = s;
		if (!strncmp(s, "{{", 2)) {
			why = of_braces(&w, s, &s);
		} else if (w.place == WORDS) {
			s = in_words(&w, s);
		} else if (w.place == TAG) {
			s = in_tag(&w, s, &why);
		} else if (w.place == VALUE) {
			if (*s == '"')
				w.place = TAG;
			s++;
		} else if (w.place == COMMENT) {
			if (!strncmp(s, "-->", 3))
				w.place = WORDS;
			s++;
		} else {	/* a script or style ends only with its own tag */
			if (s[0] == '<' && s[1] == '/' && !strncasecmp(s + 2, w.tag, w.tag_n))
				w.place = WORDS;
			s++;
		}
	}
	return why;
}
