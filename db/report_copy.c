/* report_copy.c - the copies of a report as it was sent: JSON, frozen and digested. */

#include "db/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct sent_book book = SENT_BOOK("report_sent", "report");

/* Numbers come as they are spelled (-> gives JSON), never as floating point. */
static struct sql lines = SQL(
	"SELECT s.key, s.value ->> '$.title', f.value ->> '$.name', f.value ->> '$.measure',"
	" f.value -> '$.value', f.value -> '$.last', s.value ->> '$.text',"
	" f.value -> '$.numerator' IS NOT NULL"
	" FROM report_sent t, json_each(t.content, '$.sections') s"
	" LEFT JOIN json_each(s.value, '$.figures') f"
	" WHERE t.id = ?1 ORDER BY s.key, f.key");

/* Text that grows. */
struct out {
	struct mem *mem;
	char *text;
	size_t n, size;
};

static void
put(struct out *o, const char *bytes, size_t n)
{
	if (o->n + n + 1 > o->size) {
		o->size = (o->n + n + 1) * 2;
		char *more = mem_take(o->mem, o->size);
		memcpy(more, o->text, o->n);
		o->text = more;
	}
	memcpy(o->text + o->n, bytes, n);
	o->n += n;
	o->text[o->n] = '\0';
}

static void
say(struct out *o, const char *text)
{
	put(o, text, strlen(text));
}

static void
say_text(struct out *o, const char *text)
{
	char code[8];

	say(o, "\"");
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '"' || c == '\\' || c < ' ') {
			snprintf(code, sizeof(code), "\\u%04x", c);
			say(o, code);
		} else {
			put(o, text, 1);
		}
	}
	say(o, "\"");
}

static void
say_pair(struct out *o, const char *name, const char *text)
{
	say(o, "\"");
	say(o, name);
	say(o, "\":");
	say_text(o, text);
	say(o, ",\n");
}

static void
say_number(struct out *o, const char *name, bool has, int64_t value)
{
	long long n = llabs(value);

	say(o, mem_printf(o->mem, "\"%s\":", name));
	say(o, !has ? "null" : mem_printf(o->mem, "%s%lld.%02lld", value < 0 ? "-" : "",
	    n / 100, n % 100));
}

static void
say_line(struct out *o, const struct report_line *l)
{
	say(o, "{");
	say_pair(o, "code", l->code);
	say_pair(o, "name", l->name);
	say_pair(o, "measure", l->measure);
	say_number(o, "value", l->has, l->value);
	say(o, ",");
	say_number(o, "last", l->has_last, l->last);
	if (l->of) {
		say(o, ",");
		say_number(o, "numerator", l->of->has, l->of->value);
		say(o, ",");
		say_number(o, "denominator", l->by->has, l->by->value);
	}
	say(o, l->next ? "},\n" : "}\n");
}

static const char *
content_of(struct mem *mem, const struct report *r, const struct report_section *s,
    const char *receipt, const char *day)
{
	struct out o = { .mem = mem, .text = mem_take(mem, 1) };

	say(&o, "{");
	say_pair(&o, "receipt", receipt);
	say_pair(&o, "day", day);
	say_pair(&o, "form", r->form_name);
	say_pair(&o, "period", r->period_name);
	say_pair(&o, "window_from", r->window_from);
	say_pair(&o, "window_to", r->window_to);
	say_pair(&o, "due", r->due);
	say_pair(&o, "last_day", r->last_day);
	say_pair(&o, "unit", r->unit_name);
	say_pair(&o, "odd", r->odd);
	say(&o, mem_printf(mem, "\"unit_id\":%lld,\n\"sections\":[\n", (long long)r->unit));
	for (; s; s = s->next) {
		say(&o, "{");
		say_pair(&o, "title", s->title);
		say_pair(&o, "plan", s->plan_name);
		say_pair(&o, "kind", s->kind);
		say_pair(&o, "text", s->text);
		say(&o, "\"figures\":[\n");
		for (const struct report_line *l = s->lines; l; l = l->next)
			say_line(&o, l);
		say(&o, s->next ? "]},\n" : "]}\n");
	}
	say(&o, "]}\n");
	return o.text;
}

const char *
report_send_copy(struct db *db, struct mem *mem, int64_t report, int64_t account,
    int64_t now, const char *day)
{
	struct report *r = report_get(db, mem, report, "vi");
	struct sent_copy copy = { .record = report, .at = now, .day = day,
	    .receipt = sent_receipt(db, mem, &book, "BC", day) };

	if (!r || !*copy.receipt)
		return "";
	copy.content = content_of(mem, r, report_sections(db, mem, r), copy.receipt, day);
	sent_add(db, mem, &book, &copy, account);
	return copy.receipt;
}

struct sent_copy *
report_copies(struct db *db, struct mem *mem, int64_t report)
{
	return sent_all(db, mem, &book, report);
}

struct sent_copy *
report_copy_get(struct db *db, struct mem *mem, int64_t report, int64_t id)
{
	return sent_one(db, mem, &book, report, id);
}

struct report_copy_line *
report_copy_lines(struct db *db, struct mem *mem, int64_t id)
{
	struct report_copy_line *first = NULL, **tail = &first, *l;
	int64_t section = -1;

	db_query(db, &lines, INT(id));
	while (db_next(db, &lines)) {
		int64_t value, last;
		bool has = sent_decimal(mem, col_text(&lines, 4, mem), &value);
		bool has_last = sent_decimal(mem, col_text(&lines, 5, mem), &last);
		l = *tail = mem_take(mem, sizeof(*l));
		*l = (struct report_copy_line){
			.section  = section == col_int(&lines, 0) ? "" : col_text(&lines, 1, mem),
			.figure   = !col_null(&lines, 2),
			.name     = col_text(&lines, 2, mem),
			.measure  = col_text(&lines, 3, mem),
			.has      = has,
			.has_last = has_last,
			.rate     = col_int(&lines, 7),
			.value    = value,
			.last     = last,
			.text     = section == col_int(&lines, 0) ? "" : col_text(&lines, 6, mem),
		};
		section = col_int(&lines, 0);
		tail = &l->next;
	}
	return first;
}
