/*
 * urlencoded.c - the body of any form: what comes out of it is sound text, is the same
 * when it is spelled again, and keeps within what its table of fields says.
 * rooms: db/mem.c db/text.c cgi-bin/lib/form.c cgi-bin/lib/lang.c cgi-bin/lib/multipart.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/form.h"
#include "cgi-bin/lib/lang.h"
#include "db/text.h"

struct sheet {
	const char *line, *lines, *day, *secret;
	int64_t number, decimal, tick;
};

static const struct field fields[] = {
	FIELD(sheet, line,    "Một dòng",  LINE, .max = 20),
	FIELD(sheet, lines,   "Nhiều dòng", LINES, true, .min = 2, .max = 30),
	FIELD(sheet, day,     "Ngày",      DAY, true),
	FIELD(sheet, secret,  "Mật khẩu",  SECRET, true),
	FIELD(sheet, number,  "Số",        NUMBER, true, .min = -5, .max = 1000),
	FIELD(sheet, decimal, "Số lẻ",     DECIMAL, true, .max = 100000),
	FIELD(sheet, tick,    "Ô chọn",    TICK),
	{ 0 }
};

static void
must(int ok)
{
	if (!ok)
		abort();
}

/* The page that a form is shown in: it takes text, and nothing else. */
void
view_text(struct view *v, const char *name, const char *text)
{
	must(!v && *name && text_length(text) >= 0);
}

struct view *
view_add(struct view *v, const char *section)
{
	must(!v && *section);
	return NULL;
}

struct view *
view_include(struct view *v, const char *name, const char *template_name)
{
	must(!v && *name && *template_name);
	return NULL;
}

static void
must_be_sound(struct mem *mem, const char *text)
{
	const char *same = text_nfc(mem, text, strlen(text));

	must(same && !strcmp(same, text));
}

static void
read_and_show(struct mem *mem, struct form *f)
{
	struct sheet s = { 0 };
	bool well = form_read(f, mem, fields, &s);

	must(well == !form_faults(f));
	must(form_fault(f, "line") || (*s.line && text_length(s.line) <= 20 && !strchr(s.line, '\n')));
	must(form_fault(f, "lines") || !*s.lines || (text_length(s.lines) >= 2 && text_length(s.lines) <= 30));
	must(form_fault(f, "day") || !*s.day || text_is_day(s.day));
	must(!strcmp(s.secret, form_get(f, "secret")));
	must(form_fault(f, "number") || (s.number >= -5 && s.number <= 1000));
	must(form_fault(f, "decimal") || (s.decimal >= 0 && s.decimal <= 100000));
	must(s.tick == 0 || s.tick == 1);
	form_show(f, NULL, "vi", fields, &s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	struct form *f = form_parse(mem, "vi", "application/x-www-form-urlencoded",
	    (const char *)data, size);
	const char *spelled = form_spell(f);
	struct form *again = form_of_draft(mem, "vi", spelled);
	int n = 0;

	must(!form_broken(f) || !form_all(f));
	for (const struct sent *p = form_all(f); p; p = p->next, n++) {
		must_be_sound(mem, p->name);
		must_be_sound(mem, p->value);
	}
	must(n <= 5000 && (size_t)n <= size);
	must(!form_broken(again) && !strcmp(form_spell(again), spelled));
	must(!strcmp(form_digest(again), form_digest(f)));
	read_and_show(mem, f);
	mem_free(mem);
	return 0;
}
