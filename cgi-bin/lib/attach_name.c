/* attach_name.c - under what name a stranger's file is kept: see attach_part.h. */

#include <string.h>
#include <strings.h>

#include "cgi-bin/lib/attach_part.h"

enum { STEM = ATTACHMENT_NAME - 10 };	/* with a point and an ending of eight at most */

const char *
attach_name_ending(struct mem *mem, const char *name)
{
	const char *point = strrchr(name, '.');
	char *text;

	if (!point || point == name || !point[1] || strlen(point + 1) > 8)
		return "";
	text = mem_text(mem, point + 1);
	for (char *s = text; *s; s++) {
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
		if ((*s < 'a' || *s > 'z') && (*s < '0' || *s > '9'))
			return "";
	}
	return text;
}

struct file_type *
file_type_of_ending(struct file_type *t, const char *extension)
{
	while (t && strcmp(t->extension, extension))
		t = t->next;
	return t;
}

struct file_type *
file_type_of(struct file_type *t, const char *type)
{
	while (t && strcmp(t->type, type))
		t = t->next;
	return t;
}

const char *
attach_name_clean(struct mem *mem, const char *raw)
{
	char *name = mem_text(mem, raw);

	for (char *c = name; *c; c++)
		if ((unsigned char)*c < ' ' || strchr("<>:\"|?*/\\\x7f", *c))
			*c = '_';
	for (size_t n = strlen(name); n && strchr(" .", name[n - 1]); )
		name[--n] = '\0';
	return name;
}

/* Names that Windows gives to devices, whatever their ending and with spaces before it; to it
 * ¹, ² and ³ are figures, too. */
static bool
device(const char *name)
{
	static const char *const names[] = { "con", "prn", "aux", "nul", "conin$", "conout$" };
	size_t n = strcspn(name, ".");

	while (n && name[n - 1] == ' ')
		n--;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (n == strlen(names[i]) && !strncasecmp(name, names[i], n))
			return true;
	if (n < 4 || (strncasecmp(name, "com", 3) && strncasecmp(name, "lpt", 3)))
		return false;
	return n == 4 ? name[3] >= '1' && name[3] <= '9'
	    : n == 5 && (!strncmp(name + 3, "\xc2\xb9", 2) || !strncmp(name + 3, "\xc2\xb2", 2)
	    || !strncmp(name + 3, "\xc2\xb3", 2));
}

/* The first so many characters. */
static const char *
first_of(struct mem *mem, const char *text, int64_t n)
{
	const char *end = text;

	for (; *end; end++)
		if ((*end & 0xc0) != 0x80 && n-- == 0)
			break;
	return mem_copy(mem, text, (size_t)(end - text));
}

const char *
attach_name_kept(struct mem *mem, struct file_type *types, const char *name, const char *type)
{
	const char *stem, *end = attach_name_ending(mem, name);

	if (!file_type_of_ending(types, end)) {
		stem = name;
		end = file_type_of(types, type)->extension;
	} else {
		stem = mem_copy(mem, name, (size_t)(strrchr(name, '.') - name));
	}
	stem += strspn(stem, " .-");
	if (!*stem)
		stem = "tep";
	/* Cut first: what made it no device's name may be what goes. */
	stem = first_of(mem, stem, STEM);
	if (device(stem))
		stem = first_of(mem, mem_printf(mem, "_%s", stem), STEM);
	return mem_printf(mem, "%s.%s", stem, end);
}
