/*
 * inbox_feed.c - Atom (RFC 4287), and the calendar of a unit.
 *
 * Ids are made of the portal's own random number, so that they stay what they are when the
 * portal is renamed or moved.  Links of the public feed are local to its address, for it
 * is cached and the name by which it was asked is the asker's word; those of a private one,
 * which nobody caches, are whole.
 */

#include "cgi-bin/lib/inbox_page.h"

#include <stdlib.h>
#include <time.h>

#include "cgi-bin/lib/ical.h"
#include "cgi-bin/lib/reply.h"

enum { ENTRIES = 50, PAST = 60, COMING = 400 };

/* Escaped for XML; what XML has no sign for is left out. */
static const char *
xml(struct mem *mem, const char *text)
{
	char *out = mem_take(mem, strlen(text) * 6 + 1), *at = out;

	for (; *text; text++) {
		const char *as = *text == '&' ? "&amp;" : *text == '<' ? "&lt;"
		    : *text == '>' ? "&gt;" : *text == '"' ? "&quot;" : NULL;
		unsigned char c = (unsigned char)*text;
		if (as)
			at = stpcpy(at, as);
		else if (c >= ' ' || c == '\n' || c == '\t')
			*at++ = *text;
	}
	*at = '\0';
	return out;
}

struct text {
	struct mem *mem;
	char *bytes;
	size_t length, room;
};

static void
add(struct text *t, const char *bytes, size_t n)
{
	if (t->length + n + 1 > t->room) {
		t->room = (t->length + n + 1) * 2;
		char *wider = mem_take(t->mem, t->room);
		memcpy(wider, t->bytes ? t->bytes : "", t->length);
		t->bytes = wider;
	}
	memcpy(t->bytes + t->length, bytes, n);
	t->length += n;
	t->bytes[t->length] = '\0';
}

static void
say(struct text *t, const char *bytes)
{
	add(t, bytes, strlen(bytes));
}

/* 2026-11-20T03:00:00Z */
static const char *
utc(struct mem *mem, int64_t seconds)
{
	time_t at = (time_t)seconds;
	struct tm tm;
	char text[32];

	gmtime_r(&at, &tm);
	strftime(text, sizeof(text), "%FT%TZ", &tm);
	return mem_text(mem, text);
}

static const char *
own(struct req *r)
{
	return setting_get(r->db, r->mem, "feed_id", r->today, "");
}

/* A name for good, as urn:uuid (RFC 4122, version 8 in its bits). */
static const char *
uuid(struct req *r, const char *what, int64_t id)
{
	const char *of = mem_printf(r->mem, "%s %s %lld", own(r), what, (long long)id);
	const char *d = digest_of(r->mem, of, strlen(of));

	return mem_printf(r->mem, "urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", d, d + 8, d + 13, d + 17,
	    d + 20);
}

static const char *
home(struct req *r)
{
	return mem_printf(r->mem, "%s://%s", r->https ? "https" : "http", r->host);
}

static void
begin_feed(struct req *r, struct text *t, const char *name, const char *id, const char *self,
    int64_t updated)
{
	say(t, mem_printf(r->mem, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n"
	    "<title>%s</title>\n<id>%s</id>\n<updated>%s</updated>\n"
	    "<link rel=\"self\" type=\"application/atom+xml\" href=\"%s\"/>\n"
	    "<author><name>%s</name></author>\n", xml(r->mem, name), id,
	    utc(r->mem, updated), xml(r->mem, self), xml(r->mem,
	    mem_printf(r->mem, "%s %s", "Cổng Thi đua", r->office))));
}

static void
put_entry(struct req *r, struct text *t, const char *name, const char *id, const char *link,
    int64_t updated, const char *summary)
{
	say(t, mem_printf(r->mem, "<entry>\n<title>%s</title>\n<id>%s</id>\n"
	    "<updated>%s</updated>\n<link href=\"%s\"/>\n<summary>%s</summary>\n</entry>\n",
	    xml(r->mem, name), id, utc(r->mem, updated), xml(r->mem, link),
	    xml(r->mem, summary)));
}

static int
end_feed(struct req *r, struct text *t)
{
	say(t, "</feed>\n");
	return give(r, "application/atom+xml; charset=utf-8", NULL, t->bytes, t->length);
}

/* What is said in a feed is Vietnamese whatever the reader's cookie: there is one feed. */
int
inbox_plan_feed(struct req *r)
{
	struct feed_plan *p = feed_plans(r->db, r->mem, ENTRIES);
	struct text t = { .mem = r->mem };

	begin_feed(r, &t, mem_printf(r->mem, "%s %s", "Kế hoạch thi đua đã ban hành:",
	    r->office), uuid(r, "plans", 0), "/inbox/plan.atom", p ? p->at : 0);
	for (; p; p = p->next)
		put_entry(r, &t, mem_printf(r->mem, "%s%s%s", p->number, *p->number ? " " : "",
		    p->subject), uuid(r, "plan", p->id),
		    mem_printf(r->mem, "/plan/%lld", (long long)p->id), p->at,
		    mem_printf(r->mem, "%s%s%s", p->issuer, *p->date ? ", " : "",
		    text_of_day(r->mem, p->date)));
	return end_feed(r, &t);
}

/* By ?key=; NULL if it is not good today. */
static struct feed_link *
link_asked(struct req *r)
{
	const char *key = form_get(r->form, "key");

	return *key ? feed_link_of(r->db, r->mem, digest_of(r->mem, key, strlen(key)), r->today)
	    : NULL;
}

int
inbox_unit_feed(struct req *r)
{
	struct feed_link *l = link_asked(r);
	struct text t = { .mem = r->mem };
	int64_t total;

	if (!l)
		return 404;
	struct notice *n = notice_list(r->db, r->mem, &(struct notice_ask){
	    .account = l->account, .unit = l->unit, .day = r->today, .lang = "vi", .all = true,
	    .limit = ENTRIES }, &total);
	begin_feed(r, &t, mem_printf(r->mem, "%s: %s", "Thông báo", l->unit_name),
	    uuid(r, "unit", l->unit), mem_printf(r->mem, "%s/inbox/unit.atom?%s", home(r), r->query),
	    n ? n->at : l->made);
	for (; n; n = n->next)
		put_entry(r, &t, mem_printf(r->mem, "%s: %s", n->label, n->what),
		    uuid(r, "notice", n->id), mem_printf(r->mem, "%s/inbox/%lld", home(r),
		    (long long)n->id), n->at, *n->due ? mem_printf(r->mem, "%s, %s %s", n->unit_name,
		    "hạn", text_of_day(r->mem, n->due)) : n->unit_name);
	return end_feed(r, &t);
}

static const char *
duty_word(const struct duty *d)
{
	return !strcmp(d->duty, "report") ? "Gửi báo cáo"
	    : !strcmp(d->duty, "signup") ? "Đăng ký tham gia"
	    : !strcmp(d->duty, "plan") ? "Ban hành kế hoạch của đơn vị"
	    : !strcmp(d->duty, "date") ? "Mốc của kế hoạch"
	    : !strcmp(d->duty, "document") ? "Trả lời kiến nghị, kết luận"
	    : !strcmp(d->duty, "task") ? "Nhiệm vụ" : "Gửi phiếu chấm";
}

static void
put_event(struct req *r, struct ical *c, const struct duty *d)
{
	ical_add(c, &(struct ical_event){ .id = mem_printf(r->mem, "%s-%lld-%lld", d->duty,
	    (long long)d->record, (long long)d->unit), .day = d->due, .text = d->unit_name,
	    .summary = mem_printf(r->mem, "%s%s: %s", d->done ? "Đã xong: " : "", duty_word(d), d->what),
	    .path = d->path });
}

int
inbox_unit_calendar(struct req *r)
{
	struct feed_link *l = link_asked(r);

	if (!l)
		return 404;
	struct ical *c = ical_new(r, mem_printf(r->mem, "%s: %s", "Hạn thi đua", l->unit_name));
	for (struct duty *d = duty_list(r->db, r->mem, l->account, l->unit,
	    text_day_add(r->mem, r->today, -PAST), text_day_add(r->mem, r->today, COMING),
	    r->today); d; d = d->next)
		put_event(r, c, d);
	return ical_give(c);
}
