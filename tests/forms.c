/* forms.c - see forms.h. */

#include "tests/forms.h"

#include <stdlib.h>
#include <string.h>

/* &lt; &gt; &quot; &amp; &#39;: what the portal writes. */
static const char *
unescaped(struct mem *mem, const char *text, size_t n)
{
	static const char *const refs[] = { "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&amp;", "&",
	    "&#39;", "'", NULL };
	char *out = mem_copy(mem, text, n), *to = out;

	for (const char *s = out; *s; ) {
		int i = 0;
		while (refs[i] && strncmp(s, refs[i], strlen(refs[i])))
			i += 2;
		*to++ = refs[i] ? *refs[i + 1] : *s;
		s += refs[i] ? strlen(refs[i]) : 1;
	}
	*to = '\0';
	return out;
}

/* Of a tag from its <: the value of an attribute, "" if it has none, NULL without it. */
static const char *
attribute(struct mem *mem, const char *tag, const char *name)
{
	size_t n = strlen(name);

	for (const char *s = tag + 1 + strcspn(tag + 1, " \t\n>"); *s && *s != '>'; ) {
		s += strspn(s, " \t\n/");
		size_t length = strcspn(s, " \t\n=>/");
		bool is = length == n && !strncmp(s, name, n);
		s += length;
		if (*s != '=') {
			if (is)
				return "";
			continue;
		}
		const char *end = strchr(s + 2, '"');
		if (!end)
			return NULL;
		if (is)
			return unescaped(mem, s + 2, (size_t)(end - s) - 2);
		s = end + 1;
	}
	return NULL;
}

static bool
is_tag(const char *s, const char *name)
{
	size_t n = strlen(name);

	return *s == '<' && !strncmp(s + 1, name, n) && strchr(" >\n", s[1 + n]);
}

static struct input *
find(struct sent_form *f, const char *name)
{
	struct input *i = f->inputs;

	while (i && strcmp(i->name, name))
		i = i->next;
	return i;
}

/* A field once, as it is first met or as it is chosen. */
static struct input *
add(struct mem *mem, struct sent_form *f, const char *name, const char *value)
{
	struct input *i = find(f, name), **end = &f->inputs;

	if (i)
		return i;
	while (*end)
		end = &(*end)->next;
	i = *end = mem_take(mem, sizeof(*i));
	i->name = name;
	i->value = value;
	f->n++;
	return i;
}

/* What a person might type into a field that is empty. */
static const char *
likely(struct mem *mem, const char *tag, const char *name)
{
	const char *mode = attribute(mem, tag, "inputmode");

	if (mode && *mode)
		return "1";
	if (strstr(name, "date") || strstr(name, "day") || strstr(name, "from") || strstr(name, "to"))
		return "1/9/2026";
	return "Thử";
}

static void
add_input(struct mem *mem, struct sent_form *f, const char *tag, const char *name)
{
	const char *type = attribute(mem, tag, "type"), *value = attribute(mem, tag, "value");
	bool box = type && (!strcmp(type, "checkbox") || !strcmp(type, "radio"));
	bool typed = !type || !strcmp(type, "text") || !strcmp(type, "search") || !strcmp(type, "password");

	if (type && (!strcmp(type, "submit") || !strcmp(type, "button")))
		return;
	struct input *i = add(mem, f, name, value && (*value || !typed) ? value : box ? "on" : likely(mem, tag, name));
	if (box && value && attribute(mem, tag, "checked"))
		i->value = value;
	i->free = typed && !attribute(mem, tag, "inputmode");
	i->file = type && !strcmp(type, "file");
}

static void
add_select(struct mem *mem, struct sent_form *f, const char *tag, const char *name)
{
	const char *end = strstr(tag, "</select>"), *value = "";

	for (const char *s = tag; end && (s = strstr(s, "<option")) && s < end; s++) {
		const char *v = attribute(mem, s, "value");
		if (v && (attribute(mem, s, "selected") || !*value))
			value = v;
	}
	add(mem, f, name, value);
}

static void
add_area(struct mem *mem, struct sent_form *f, const char *tag, const char *name)
{
	const char *from = strchr(tag, '>') + 1, *end = strstr(from, "</textarea>");
	struct input *i = add(mem, f, name, end && end > from + 1
	    ? unescaped(mem, from, (size_t)(end - from)) : "Thử nhiều dòng");

	i->free = true;
}

static void
add_element(struct mem *mem, struct sent_form *f, const char *tag)
{
	const char *name = attribute(mem, tag, "name");

	if (!f || !name || !*name || !strcmp(name, "csrf") || !strcmp(name, "once"))
		return;
	if (is_tag(tag, "select"))
		add_select(mem, f, tag, name);
	else if (is_tag(tag, "textarea"))
		add_area(mem, f, tag, name);
	else if (is_tag(tag, "button"))
		add(mem, f, name, attribute(mem, tag, "value") ? attribute(mem, tag, "value") : "");
	else
		add_input(mem, f, tag, name);
}

/* "/a?b=c": its path; the fields go to the form. */
static const char *
split(struct mem *mem, struct sent_form *f, const char *address)
{
	size_t n = strcspn(address, "?#");

	for (const char *q = address + n; *q == '?' || *q == '&'; ) {
		size_t name = strcspn(++q, "=&#"), value = q[name] == '=' ? strcspn(q + name + 1, "&#") : 0;
		if (name && strncmp(q, "done", name))
			add(mem, f, mem_copy(mem, q, name), mem_copy(mem, q + name + (q[name] == '='), value))->free = true;
		q += name + (q[name] == '=') + value;
	}
	return mem_copy(mem, address, n);
}

struct sent_form *
forms_of(struct mem *mem, const char *html, const char *self)
{
	struct sent_form *first = NULL, **end = &first, *now = NULL;

	for (const char *s = html; (s = strchr(s, '<')); s++) {
		bool form = is_tag(s, "form"), link = is_tag(s, "a");
		const char *to = form ? attribute(mem, s, "action") : link ? attribute(mem, s, "href") : NULL;
		if (form || (link && to && strchr(to, '?'))) {
			struct sent_form *f = *end = mem_take(mem, sizeof(*f));
			end = &f->next;
			f->action = split(mem, f, to ? to : self);
			f->id = form && attribute(mem, s, "id") ? attribute(mem, s, "id") : "";
			const char *method = form ? attribute(mem, s, "method") : NULL;
			f->post = method && !strcmp(method, "post");
			now = form ? f : now;
		} else if (!strncmp(s, "</form>", 7)) {
			now = NULL;
		} else if (is_tag(s, "input") || is_tag(s, "select") || is_tag(s, "textarea") || is_tag(s, "button")) {
			const char *of = attribute(mem, s, "form");
			struct sent_form *f = of ? first : now;
			while (of && f && strcmp(f->id, of))
				f = f->next;
			add_element(mem, f, s);
		}
	}
	return first;
}
