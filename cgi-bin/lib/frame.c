/* frame.c - a page: what stands around it, its forms, and how it says days and figures. */

#include "cgi-bin/lib/reply.h"

#include <stdlib.h>
#include <time.h>

#include "db/inbox.h"

void
title(struct req *r, const char *text)
{
	r->title = text;
}

void
crumb(struct req *r, const char *text, const char *path)
{
	struct view *v = view_add_around(r->view, "CRUMB");

	view_text(v, "label", text);
	view_text(v, "path", path);
	r->crumbs = true;
}

/* That ability, or with "report." any of them. */
static bool
may_some(const struct req *r, const char *ability)
{
	size_t n = strlen(ability);

	for (const struct ability *a = r->abilities; a; a = a->next)
		if (!strcmp(a->ability, ability)
		    || (ability[n - 1] == '.' && !strncmp(a->ability, ability, n)))
			return true;
	return false;
}

/* The items of the navigation, nine to most people: more than eleven would not fit in a line at
 * 1366 pixels.  What one may not use is not shown. */
static void
navigate(struct req *r)
{
	static const struct {
		const char *label, *path, *may;
	} items[] = {
		{ "Trang đầu",    "/",               NULL },
		{ "Việc của tôi", "/",               SIGNED },
		{ "Theo dõi",     "/board",          "signup.follow" },
		{ "mục::Kế hoạch", "/plan",           ANYONE },
		{ "mục::Nhiệm vụ", "/task",           "task." },
		{ "mục::Báo cáo", "/report",         "report." },
		{ "Đánh giá",     "/evaluation",     "evaluation." },
		{ "Khen thưởng",  "/award",          ANYONE },
		{ "Góp ý",        "/feedback",       "feedback." },
		{ "mục::Kiến nghị", "/document",       "document." },
		{ "mục::Đơn vị", "/unit",           ANYONE },
		{ "Người dùng",   "/account/people", "account.manage" },
		{ "Nhật ký",      "/account/trail",  "audit.read" },
	};

	for (size_t i = 0; i < sizeof(items) / sizeof(*items); i++) {
		const char *who = items[i].may, *path = items[i].path;
		size_t n = strlen(path);
		if (!who ? r->who.id != 0 : !strcmp(who, SIGNED) ? !r->who.id
		    : strcmp(who, ANYONE) && !may_some(r, who))
			continue;
		struct view *v = view_add_around(r->view, "NAV");
		view_text(v, "label", tr(r->lang, items[i].label));
		view_text(v, "path", path);
		if (n == 1 ? !strcmp(r->path, "/") : !strncmp(r->path, path, n)
		    && (!r->path[n] || r->path[n] == '/'))
			view_add(v, "CURRENT");
	}
}

/* The page of the form that is shown may not be asked for by GET: leave out what a
 * POST has no query for. */
static void
offer_language(struct req *r)
{
	struct view *v = view_add_around(r->view,
	    !strcmp(r->lang, "en") ? "TO_VI" : "TO_EN");

	view_text(v, "then", r->reading && *r->query
	    ? mem_printf(r->mem, "%s?%s", r->path, r->query) : r->path);
}

/* What was done on the way to this page, to whoever did it. */
static void
tell_done(struct req *r)
{
	int64_t at;
	const char *text = r->who.id && *r->done
	    ? posted_said(r->db, r->mem, r->done, r->who.id, &at) : "";

	if (!*text)
		return;
	struct view *v = view_add_around(r->view, "SAID");
	view_text(v, "said", text);
	view_text(v, "said_at", moment(r, at));
}

static const char *
acting_for(struct req *r)
{
	struct mandate *m = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang);

	return m ? m->unit_name : "";
}

/* "Thông báo (3)": how many wait. */
static const char *
inbox_link(struct req *r)
{
	int64_t n = notice_unread(r->db, r->who.id, r->today);

	return n ? tr_with(r->mem, r->lang, "Thông báo ({1})", number(r, n, 0), NULL, NULL)
	    : tr(r->lang, "Thông báo");
}

int
show(struct req *r, int status, const char *template_name)
{
	const char *name = r->title ? r->title : tr(r->lang, "Cổng Thi đua");

	view_all(r->view, "title", name);
	view_all(r->view, "lang", r->lang);
	view_all(r->view, "office", r->office);
	view_all(r->view, "standing_body", r->standing);
	view_all(r->view, "support_phone", r->support);
	view_all(r->view, "printed_at", moment(r, r->now));
	view_all(r->view, "who", r->who.name);
	if (status == 422)
		view_add_around(r->view, "WRONG");
	if (*r->support)
		view_add_around(r->view, "SUPPORT");
	if (r->who.id) {
		struct view *v = view_add_around(r->view, "IN");
		view_text(v, "for_unit", acting_for(r));
		view_text(v, "inbox", inbox_link(r));
		view_text(v, "out_csrf", token(r->mem, r->session.secret, "/account/sign-out"));
	} else {
		view_add_around(r->view, "OUT");
	}
	tell_done(r);
	navigate(r);
	offer_language(r);
	r->body = view_render(r->view, r->lang, template_name, &r->length);
	r->type = "text/html; charset=utf-8";
	return r->body ? status : 500;
}

int
look_only(struct req *r, int status, const char *template_name)
{
	r->looked = true;
	return show(r, status, template_name);
}

void
form_open(struct req *r, struct view *v, const char *action)
{
	int64_t at = 0;
	const char *kept = r->who.id && !r->audited
	    ? draft_get(r->db, r->mem, r->who.id, action, &at) : NULL;

	view_text(v, "action", action);
	view_text(v, "csrf", token(r->mem, r->session.secret, action));
	view_text(v, "once", random_hex(r->mem, 12));
	if (kept && r->reading) {
		r->form = form_of_draft(r->mem, r->lang, kept);
		view_text(view_add_around(r->view, "KEPT"), "kept_at", moment(r, at));
	}
}

void
show_edition(struct req *r, struct view *v, const char *move, int64_t edition)
{
	const char *typed = form_is_draft(r->form) && !strcmp(form_get(r->form, "move"), move)
	    ? form_get(r->form, "edition") : "";

	if (*typed)
		view_text(v, "edition", typed);
	else
		view_int(v, "edition", edition);
}

void
wrong_old(struct req *r, const char *why_ready)
{
	form_wrong_away(r->form, "edition", tr(r->lang, "Trang đã cũ"), why_ready);
}

bool
is_old(struct req *r, int64_t edition, const char *why_ready)
{
	bool old = strtoll(form_get(r->form, "edition"), NULL, 10) != edition;

	if (old)
		wrong_old(r, why_ready);
	return old;
}

void
form_day(struct req *r, struct view *v, const char *action, const char *name)
{
	form_open(r, v, action);
	view_text(v, name, !r->reading && !strcmp(r->path, action) && form_sent(r->form, name)
	    ? form_get(r->form, name) : text_of_day(r->mem, r->today));
}

const char *
moment(const struct req *r, int64_t seconds)
{
	time_t at = (time_t)seconds;
	struct tm tm;
	char text[32];

	strftime(text, sizeof(text), "%H:%M, %d/%m/%Y", localtime_r(&at, &tm));
	return mem_text(r->mem, text);
}

const char *
number(const struct req *r, int64_t n, int decimals)
{
	return text_of_number(r->mem, n, decimals, false, r->lang);
}

const char *
cited_in(struct mem *mem, const char *lang, const char *anchor)
{
	const char *loose = strrchr(anchor, '~');

	return loose ? tr_with(mem, lang, "{1}, ý {2}", cited_in(mem, lang, mem_copy(mem, anchor,
	    (size_t)(loose - anchor))), loose + 1, NULL) : anchor;
}

const char *
cited(const struct req *r, const char *anchor)
{
	return cited_in(r->mem, r->lang, anchor);
}

const char *
how_far(const struct req *r, const char *iso)
{
	int64_t n = text_days(r->today, iso);

	if (!*iso)
		return "";
	if (!n)
		return tr(r->lang, "hôm nay");
	return tr_with(r->mem, r->lang, n > 0 ? "còn {1} ngày" : "quá hạn {1} ngày",
	    number(r, llabs(n), 0), NULL, NULL);
}
