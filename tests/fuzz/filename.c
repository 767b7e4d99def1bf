/*
 * filename.c - a file's name, any bytes: as it is kept it is safe on every system and kept the
 * same again, and the line that gives it out is one line, out of which a browser reads it.
 * rooms: db/mem.c db/text.c cgi-bin/lib/multipart.c cgi-bin/lib/attach_name.c cgi-bin/lib/header.c
 *
 * The first byte says what the file is.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cgi-bin/lib/attach_part.h"
#include "cgi-bin/lib/header.h"
#include "cgi-bin/lib/multipart.h"
#include "db/text.h"

static struct file_type types[] = {
	{ "pdf", "application/pdf", "PDF", 1, &types[1] },
	{ "jpg", "image/jpeg", "JPEG", 1, &types[2] },
	{ "jpeg", "image/jpeg", "JPEG", 1, &types[3] },
	{ "txt", "text/plain", "TXT", 1, NULL },
};

static void
must(int ok)
{
	if (!ok)
		abort();
}

static int
is_device(const char *name)
{
	static const char *const all[] = { "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4",
	    "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
	    "lpt7", "lpt8", "lpt9", "com¹", "com²", "com³", "lpt¹", "lpt²", "lpt³", "conin$", "conout$" };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		size_t n = strlen(all[i]);
		if (!strncasecmp(name, all[i], n) && name[n + strspn(name + n, " ")] == '.')
			return 1;
	}
	return 0;
}

static void
must_be_safe(struct mem *mem, const char *name)
{
	static const char *const unseen[] = { "\u061c", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a",
	    "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\xc2\x85" };
	const char *same = text_nfc(mem, name, strlen(name));
	size_t n = strlen(name);

	must(same && !strcmp(same, name));
	must(text_length(name) >= 5 && text_length(name) <= ATTACHMENT_NAME);
	must(!strpbrk(name, "<>:\"|?*/\\\x7f") && !strchr(" .-", *name) && !strchr(" .", name[n - 1]));
	for (const char *s = name; *s; s++)
		must((unsigned char)*s >= ' ');
	for (size_t i = 0; i < sizeof(unseen) / sizeof(*unseen); i++)
		must(!strstr(name, unseen[i]));
	must(!is_device(name));
	must(file_type_of_ending(types, attach_name_ending(mem, name)) != NULL);
}

/* As RFC 6266 has it read: the whole name where there is one, else the plain. */
static void
must_come_back(const char *line, const char *name)
{
	static const char begin[] = "Content-Disposition: attachment; filename=\"", star[] = "; filename*=UTF-8''";
	size_t n = strlen(line);
	char c[3] = "";

	must(n > 2 && !strcmp(line + n - 2, "\r\n") && strcspn(line, "\r\n") == n - 2);
	must(!strncmp(line, begin, strlen(begin)));
	const char *plain = line + strlen(begin), *end = strchr(plain, '"');
	must(end != NULL);
	for (const char *s = plain; s < end; s++)
		must(*s >= ' ' && *s <= '~' && !strchr("\\%;", *s));
	if (end[1] == '\r') {
		must(strlen(name) == (size_t)(end - plain) && !strncmp(name, plain, strlen(name)));
		return;
	}
	must(!strncmp(end + 1, star, strlen(star)));
	for (end += 1 + strlen(star); *end != '\r'; name++) {
		must(*end > ' ' && *end <= '~' && !strchr("\"\\;,'", *end));
		if (*end == '%') {
			memcpy(c, end + 1, 2);
			must((char)strtol(c, NULL, 16) == *name);
			end += 3;
		} else {
			must(*end++ == *name);
		}
	}
	must(!*name);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	const char *type = size && *data & 1 ? "application/pdf" : "image/jpeg", *why, *name;
	const char *sent = mem_copy(mem, (const char *)data + (size > 0), size - (size > 0));
	const char *body = mem_printf(mem, "--b\r\nContent-Disposition: form-data; name=\"file\";"
	    " filename=\"%s\"\r\n\r\n\r\n--b--\r\n", sent);
	struct part *p = multipart_read(mem, "multipart/form-data; boundary=b", body, strlen(body), &why);

	must(!p == (why != NULL));
	if (p && p->file && (name = text_nfc(mem, p->file, strlen(p->file)))) {
		name = attach_name_kept(mem, types, attach_name_clean(mem, name), type);
		must_be_safe(mem, name);
		must(!strcmp(attach_name_kept(mem, types, attach_name_clean(mem, name), type), name));
		must_come_back(disposition(mem, name), name);
	}
	/* and that of a list, which its title names */
	if ((name = text_nfc(mem, sent, strlen(sent))))
		must_come_back(disposition(mem, name), name);
	mem_free(mem);
	return 0;
}
