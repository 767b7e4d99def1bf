/* ical.c - see ical.h. */

#include "cgi-bin/lib/ical.h"

#include <time.h>

#include "cgi-bin/lib/page.h"

enum { FOLD = 75 };

struct ical {
	struct req *r;
	const char *own, *stamp;
	char *bytes;
	size_t length, room;
};

/* Escaped for a value. */
static const char *
value(struct mem *mem, const char *text)
{
	char *out = mem_take(mem, strlen(text) * 2 + 1), *at = out;

	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '\n')
			at = stpcpy(at, "\\n");
		else if (strchr("\\;,", c))
			*at++ = '\\', *at++ = *text;
		else if (c >= ' ' || c == '\t')
			*at++ = *text;
	}
	*at = '\0';
	return out;
}

static void
add(struct ical *c, const char *bytes, size_t n)
{
	if (c->length + n + 1 > c->room) {
		c->room = (c->length + n + 1) * 2;
		char *wider = mem_take(c->r->mem, c->room);
		memcpy(wider, c->bytes ? c->bytes : "", c->length);
		c->bytes = wider;
	}
	memcpy(c->bytes + c->length, bytes, n);
	c->length += n;
	c->bytes[c->length] = '\0';
}

static void
say(struct ical *c, const char *bytes)
{
	add(c, bytes, strlen(bytes));
}

/* A line: at most 75 octets, then folded; a letter is never cut. */
static void
line(struct ical *c, const char *content)
{
	size_t most = FOLD;

	for (size_t n; (n = strlen(content)) > most; content += n, most = FOLD - 1) {
		n = most;
		while (n > 1 && ((unsigned char)content[n] & 0xc0) == 0x80)
			n--;
		add(c, content, n);
		say(c, "\r\n ");
	}
	say(c, content);
	say(c, "\r\n");
}

/* 20261130 */
static const char *
bare_day(struct mem *mem, const char *iso)
{
	return mem_printf(mem, "%.4s%.2s%.2s", iso, iso + 5, iso + 8);
}

static void
property(struct ical *c, const char *name, const char *text)
{
	line(c, mem_printf(c->r->mem, "%s:%s", name, value(c->r->mem, text)));
}

struct ical *
ical_new(struct req *r, const char *name)
{
	struct ical *c = mem_take(r->mem, sizeof(*c));
	time_t at = (time_t)r->now;
	struct tm tm;
	char stamp[32];

	gmtime_r(&at, &tm);
	strftime(stamp, sizeof(stamp), "%Y%m%dT%H%M%SZ", &tm);
	*c = (struct ical){ .r = r, .stamp = mem_text(r->mem, stamp),
	    .own = setting_get(r->db, r->mem, "feed_id", r->today, "") };
	line(c, "BEGIN:VCALENDAR");
	line(c, "VERSION:2.0");
	line(c, "PRODID:-//Cong Thi dua//Han//VI");
	line(c, "CALSCALE:GREGORIAN");
	line(c, "METHOD:PUBLISH");
	property(c, "X-WR-CALNAME", name);
	return c;
}

void
ical_add(struct ical *c, const struct ical_event *e)
{
	struct mem *mem = c->r->mem;

	line(c, "BEGIN:VEVENT");
	line(c, mem_printf(mem, "UID:%s@%s", e->id, c->own));
	line(c, mem_printf(mem, "DTSTAMP:%s", c->stamp));
	line(c, mem_printf(mem, "DTSTART;VALUE=DATE:%s", bare_day(mem, e->day)));
	line(c, mem_printf(mem, "DTEND;VALUE=DATE:%s", bare_day(mem, text_day_add(mem, e->day, 1))));
	property(c, "SUMMARY", e->summary);
	if (*e->text)
		property(c, "DESCRIPTION", e->text);
	if (*e->path)
		line(c, mem_printf(mem, "URL:%s://%s%s", c->r->https ? "https" : "http", c->r->host, e->path));
	line(c, "TRANSP:TRANSPARENT");
	line(c, "END:VEVENT");
}

int
ical_give(struct ical *c)
{
	line(c, "END:VCALENDAR");
	return give(c->r, "text/calendar; charset=utf-8", NULL, c->bytes, c->length);
}
