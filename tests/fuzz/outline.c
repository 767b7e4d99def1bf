/*
 * outline.c - whatever stands in a file that claims to be a plan: it is read, and
 * what was read survives its own Markdown.
 * rooms: db/mem.c db/text.c cgi-bin/lib/json.c cgi-bin/lib/outline.c cgi-bin/lib/outline_head.c cgi-bin/lib/outline_tail.c cgi-bin/lib/outline_mark.c cgi-bin/lib/outline_text.c cgi-bin/lib/outline_tree.c cgi-bin/lib/outline_word.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/outline.h"
#include "db/text.h"

static void
same(const char *a, const char *b)
{
	if (strcmp(a, b))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct mem *mem = mem_new();
	char *text = mem_copy(mem, (const char *)bytes, n);

	if (text_length(text) >= 0) {
		struct outline *o = outline_read(mem, text_nfc(mem, text, strlen(text)));
		struct criteria *c;
		struct section *s = o->sections,
			*t = outline_of_markdown(mem, outline_markdown(mem, o), &c);
		outline_json(mem, o);
		for (; s && t; s = s->next, t = t->next) {
			same(s->anchor, t->anchor);
			same(s->label, t->label);
			same(s->text, t->text);
		}
		if (s || t)
			abort();
		outline_of_markdown(mem, text, &c);
	}
	mem_free(mem);
	return 0;
}
