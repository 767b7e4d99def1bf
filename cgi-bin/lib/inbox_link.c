/*
 * inbox_link.c - private links to the feeds of a unit.  What a link holds is shown once,
 * where it is made, and kept only as a digest.
 */

#include "cgi-bin/lib/inbox_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/reply.h"

enum { LINKS_MAX = 5 };

struct wanted {
	int64_t unit;
};

static const struct field fields[] = {
	FIELD(wanted, unit, "Đơn vị", NUMBER, .min = 1, .max = 1000000000),
	{ 0 }
};

static void
show_links(struct req *r, const struct feed_link *l)
{
	struct view *list = view_add(r->view, l ? "LINKS" : "NO_LINK");

	for (; l; l = l->next) {
		struct view *v = view_add(list, "LINK");
		view_text(v, "unit_name", l->unit_name);
		view_text(v, "made", moment(r, l->made));
		form_open(r, v, mem_printf(r->mem, "/inbox/link/%lld/revoke", (long long)l->id));
	}
}

static int
show_page(struct req *r, int status, const struct wanted *w)
{
	struct feed_link *u = feed_units(r->db, r->mem, r->who.id, r->today);
	struct view *v = view_add(r->view, u ? "ADD" : "NO_UNIT");

	title(r, tr(r->lang, "Liên kết riêng"));
	crumb(r, tr(r->lang, "Thông báo"), "/inbox");
	form_open(r, r->view, "/inbox/link");
	form_show(r->form, r->view, r->lang, fields, w);
	for (; u; u = u->next) {
		struct view *o = view_add(v, "UNIT");
		view_int(o, "value", u->unit);
		view_text(o, "label", u->unit_name);
		if (u->unit == w->unit)
			view_add(o, "CHOSEN");
	}
	show_links(r, feed_links(r->db, r->mem, r->who.id, r->today));
	return show(r, status, "inbox_link");
}

int
inbox_links(struct req *r)
{
	return show_page(r, 200, &(struct wanted){ 0 });
}

static const char *
address(struct req *r, const char *ending, const char *key)
{
	return mem_printf(r->mem, "%s://%s/inbox/unit.%s?key=%s", r->https ? "https" : "http",
	    r->host, ending, key);
}

int
inbox_link_add(struct req *r)
{
	struct wanted w;
	const char *key = random_hex(r->mem, 32);
	struct feed_link *u = feed_units(r->db, r->mem, r->who.id, r->today);
	int n = 0;

	form_read(r->form, r->mem, fields, &w);
	for (struct feed_link *l = feed_links(r->db, r->mem, r->who.id, r->today); l; l = l->next)
		n++;
	while (u && u->unit != w.unit)
		u = u->next;
	if (!u)
		form_wrong(r->form, "unit", "Hãy chọn một đơn vị mà hôm nay bạn được giao vai trò");
	else if (n >= LINKS_MAX)
		form_wrong(r->form, "unit", "Mỗi người có nhiều nhất 5 liên kết: thu hồi một liên kết không dùng nữa rồi tạo lại");
	if (form_faults(r->form))
		return show_page(r, 422, &w);
	u->id = feed_link_add(r->db, u, digest_of(r->mem, key, strlen(key)), r->now);
	changed(r, "unit", "", mem_printf(r->mem, "%lld", (long long)u->unit));
	audit(r, "feed_link.add", u->id);
	again(r, "/inbox/link");
	title(r, tr(r->lang, "Liên kết riêng vừa tạo"));
	crumb(r, tr(r->lang, "Thông báo"), "/inbox");
	crumb(r, tr(r->lang, "Liên kết riêng"), "/inbox/link");
	view_text(r->view, "unit_name", u->unit_name);
	view_text(r->view, "calendar", address(r, "ics", key));
	view_text(r->view, "feed", address(r, "atom", key));
	return show(r, 200, "inbox_link_made");
}

int
inbox_link_revoke(struct req *r)
{
	if (!feed_link_revoke(r->db, r->id, r->who.id, r->now))
		return 404;
	audit(r, "feed_link.revoke", r->id);
	said(r, "Đã thu hồi liên kết; phần mềm nào còn dùng nó sẽ không nhận được gì nữa");
	return go(r, "/inbox/link");
}
