/* unit_page.c - see unit_page.h. */

#include "cgi-bin/lib/unit_page.h"

const char *
unit_address(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/unit/%lld%s", (long long)id, rest);
}

const char *
unit_group_address(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/unit/group/%lld%s", (long long)id, rest);
}

const char *
unit_as_of(struct req *r, const char *path, const char *day)
{
	return strcmp(day, r->today) ? mem_printf(r->mem, "%s%cday=%s", path,
	    strchr(path, '?') ? '&' : '?', day) : path;
}

const char *
unit_say(struct req *r, const char *vi, const char *one, const char *two)
{
	return tr_with(r->mem, r->lang, vi, one, two, NULL);
}

const char *
unit_day_asked(struct req *r)
{
	const char *typed = form_get(r->form, "day"), *day;

	if (!*typed)
		return r->today;
	if ((day = text_day(r->mem, typed)))
		return day;
	form_wrong_at(r->form, "day", tr(r->lang, "Xem tại ngày"),
	    tr(r->lang, "Ngày viết sai hoặc không có trong lịch: viết như 26/9/2017"));
	return r->today;
}

void
unit_show_day(struct req *r, const char *day)
{
	const char *why = form_fault(r->form, "day");

	view_text(r->view, "day", why ? form_get(r->form, "day") : text_of_day(r->mem, day));
	view_text(r->view, "day_invalid", why ? "true" : "false");
	if (why)
		view_text(view_add(r->view, "day_error"), "why", why);
}

void
unit_offer_kinds(struct req *r, const char *day, const char *chosen)
{
	for (struct unit_kind *k = unit_kinds(r->db, r->mem, "", r->lang); k; k = k->next)
		if ((strcmp(k->valid_from, day) <= 0 && strcmp(day, k->valid_to) <= 0)
		    || !strcmp(k->kind, chosen))
			form_option(r->view, "KIND", k->kind, k->label, chosen);
}

int64_t
unit_number_sent(struct req *r, const char *name)
{
	int64_t n = 0;

	text_number(form_get(r->form, name), 0, &n);
	return n;
}

bool
unit_known(const struct req *r)
{
	return r->abilities;
}

bool
unit_may_change(struct req *r, const struct unit *u)
{
	return may_here(r, "unit.change", u->id)
	    || (u->parent && may_here(r, "unit.change", u->parent));
}

struct unit *
unit_changeable(struct req *r, int *status)
{
	struct unit *u = unit_get(r->db, r->mem, r->id, r->today, r->lang);

	*status = 404;
	if (!u || !unit_may_change(r, u))
		return NULL;
	*status = 409;
	return strcmp(u->valid_to, UNIT_OPEN) ? NULL : u;
}

void
unit_under(struct req *r, const struct unit *u, const char *name)
{
	title(r, name);
	crumb(r, tr(r->lang, "mục::Đơn vị"), "/unit");
	crumb(r, u->name, unit_address(r, u->id, ""));
	view_text(r->view, "unit_name", u->name);
	view_text(r->view, "self", unit_address(r, u->id, ""));
}

void
unit_suggest(struct req *r, const struct unit *u, const char *day)
{
	enum { SUGGESTED = 300 };
	const char *on = text_is_day(day) ? day : r->today;
	struct view *v = view_include(r->view, "UNITS", "unit_suggest");
	struct unit *c = u ? unit_children(r->db, r->mem, u->parent, on, r->lang)
	    : unit_tree(r->db, r->mem, 1, on, r->lang);

	for (int n = 0; c && n < SUGGESTED; c = c->next)
		if (!u || c->id != u->id) {
			view_text(view_add(v, "UNIT"), "unit", mem_printf(r->mem, "%s %s", c->code, c->name));
			n++;
		}
}

/* As it is suggested: "04221 Xã Bình". */
static struct unit *
suggested(struct req *r, const char *text, const char *day)
{
	size_t n = strcspn(text, " ");
	struct unit *u = text[n] ? unit_by_code(r->db, r->mem, mem_copy(r->mem, text, n), day, r->lang)
	    : NULL;

	return u && u->live && !strcmp(u->name_plain, text_plain(r->mem, text + n)) ? u : NULL;
}

/* The unit of that code, or the only one of that name, living on that day. */
static struct unit *
named(struct req *r, const char *text, const char *day)
{
	struct unit *u = unit_by_code(r->db, r->mem, text, day, r->lang), *found = NULL;
	const char *plain = text_plain(r->mem, text);
	int64_t total;

	if (u)
		return u->live ? u : NULL;
	if ((u = suggested(r, text, day)))
		return u;
	if (!*plain)
		return NULL;
	for (u = unit_list(r->db, r->mem, &(struct unit_ask){ .day = day, .lang = r->lang,
	    .words = plain, .limit = 1000 }, &total); u; u = u->next)
		if (!strcmp(u->name_plain, plain)) {
			if (found)
				return NULL;
			found = u;
		}
	return found;
}

struct unit *
unit_named_here(struct req *r, const char *field, const char *label, const char *text,
    const char *day)
{
	struct unit *u = named(r, text, day);

	const char *why = !u ? "Không có đơn vị “{1}” vào ngày đó, hoặc có nhiều đơn vị cùng tên: ghi mã đơn vị, xem ở danh sách đơn vị"
	    : !may_here(r, "unit.change", u->id) ? "{1} ngoài phạm vi bạn được sửa: chọn đơn vị khác hoặc nhờ quản trị cấp trên"
	    : strcmp(u->valid_to, UNIT_OPEN) ? "{1} sắp thôi hoạt động: ghi mã của đơn vị kế thừa" : NULL;

	if (!why)
		return u;
	form_wrong_at(r->form, field, label, unit_say(r, why, u ? u->name : text, NULL));
	return NULL;
}

struct until {
	const char *valid_to;
};

static const struct field until_fields[] = {
	FIELD(until, valid_to, "Ngày cuối", DAY),
	{ 0 }
};

const char *
unit_last_day(struct req *r, const char *from, const char *to, const char *why)
{
	struct until e = { 0 };

	if (!form_read(r->form, r->mem, until_fields, &e))
		return "";
	if (strcmp(e.valid_to, from) < 0)
		form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày cuối"),
		    unit_say(r, why, text_of_day(r->mem, from), NULL));
	else if (strcmp(e.valid_to, to) > 0)
		form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày cuối"), unit_say(r,
		    "Ngày cuối đã ghi là {1}: ghi ngày đó hoặc trước đó", text_of_day(r->mem, to), NULL));
	return e.valid_to;
}
