/* account_trail.c - who changed what. */

#include "cgi-bin/lib/account_page.h"

#include <time.h>

enum { TRAIL_DAYS = 30 };	/* shown unless days are asked for */

struct trail {
	const char *who, *action, *from, *to;
	int64_t entity;
};

static const struct field trail_fields[] = {
	FIELD(trail, who, "Người làm", LINE, .optional = true, .max = 120),
	FIELD(trail, action, "Việc", LINE, .optional = true, .max = 60),
	FIELD(trail, entity, "Bản ghi số", NUMBER, .optional = true, .max = INT64_MAX),
	FIELD(trail, from, "Từ ngày", DAY, .optional = true),
	FIELD(trail, to, "Đến hết ngày", DAY, .optional = true),
	{ 0 }
};

static const struct column trail_columns[] = {
	{ "at",      "Lúc",              CELL_CODE, true },
	{ "who",     "Người làm",        CELL_TEXT, true },
	{ "unit",    "Thay mặt",         CELL_TEXT, false },
	{ "action",  "Việc",             CELL_TEXT, true },
	{ "entity",  "Bản ghi số",       CELL_TEXT, false },
	{ "changes", "Trước và sau",     CELL_TEXT, false },
	{ "address", "Từ địa chỉ",       CELL_TEXT, false },
	{ "line",    "Dòng nhật ký",     CELL_TEXT, false },
	{ 0 }
};

void
account_days(struct req *r, const char **from, const char **to)
{
	if (!**to)
		*to = r->today;
	if (!**from)
		*from = text_is_day(*to) ? text_day_add(r->mem, *to, -TRAIL_DAYS) : r->today;
	if (!*from)
		*from = *to;	/* no year before 1000 */
	if (!form_faults(r->form) && strcmp(*to, *from) < 0)
		form_wrong(r->form, "to", "Sớm hơn ngày bắt đầu: hãy đổi lại hai ngày");
}

/* The first second of a day, local time. */
static int64_t
start_of(const char *iso)
{
	struct tm tm = { .tm_isdst = -1 };

	return strptime(iso, "%Y-%m-%d", &tm) ? mktime(&tm) : 0;
}

static const char *
plain_value(struct req *r, const char *value)
{
	if (!*value)
		return tr(r->lang, "(trống)");
	if (!strcmp(value, FOREVER))
		return tr(r->lang, "không thời hạn");
	return text_is_day(value) ? text_of_day(r->mem, value) : value;
}

const char *
account_erased(struct req *r, const struct audit_line *l)
{
	return tr_with(r->mem, r->lang, "đã xóa lúc {1}, theo {2}", moment(r, l->erased),
	    l->erased_by, NULL);
}

static const char *
before_and_after(struct req *r, const struct audit_line *l)
{
	const char *text = "";

	for (const struct change *c = l->changes; c; c = c->next)
		text = l->erased ? mem_printf(r->mem, "%s%s%s", text, *text ? ", " : "", c->field)
		    : mem_printf(r->mem, "%s%s%s: %s → %s", text, *text ? "; " : "", c->field,
		    plain_value(r, c->old), plain_value(r, c->new));
	return l->erased ? mem_printf(r->mem, "%s: %s", text, account_erased(r, l)) : text;
}

static void
put_lines(struct req *r, struct table *t, struct audit_line *l)
{
	bool erases = may(r, "audit.erase");

	for (; l; l = l->next) {
		table_row(t, erases && l->changes ? mem_printf(r->mem, "/account/trail/%lld/erase",
		    (long long)l->id) : *l->path ? l->path : NULL);
		table_text(t, moment(r, l->at));
		l->account ? table_text(t, l->name) : table_nothing(t, "người vận hành");
		*l->unit ? table_text(t, l->unit) : table_nothing(t, "chính mình");
		table_text(t, *l->label ? mem_printf(r->mem, "%s (%s)", l->label, l->action)
		    : l->action);
		table_text(t, mem_printf(r->mem, "%lld", (long long)l->entity));
		table_text(t, before_and_after(r, l));
		table_text(t, l->address);
		table_text(t, mem_printf(r->mem, "%lld", (long long)l->id));
	}
}

int
account_trail_page(struct req *r)
{
	struct table *t = table_new(r, "Nhật ký, dòng mới nhất ở trên", trail_columns);
	int64_t total = 0;
	struct trail f;

	form_read(r->form, r->mem, trail_fields, &f);
	account_days(r, &f.from, &f.to);
	title(r, tr(r->lang, "Nhật ký"));
	form_show(r->form, r->view, r->lang, trail_fields, &f);
	if (!*form_get(r->form, "entity"))
		view_text(r->view, "entity", "");
	if (form_faults(r->form) && r->face)
		return 400;
	if (form_faults(r->form))
		return table_show(r, 422, "account_trail", t, 0, "Hãy sửa điều kiện lọc rồi xem lại");
	struct view *span = view_add(r->view, "SPAN");
	view_text(span, "from_day", text_of_day(r->mem, f.from));
	view_text(span, "to_day", text_of_day(r->mem, f.to));
	view_add_around(r->view, "WIDE");
	put_lines(r, t, audit_list(r->db, r->mem, &(struct audit_ask){
		.auditor = r->who.id, .day = r->today, .who = text_plain(r->mem, f.who),
		.lang = r->lang,
		.action = f.action, .entity = f.entity, .from = start_of(f.from),
		.to = start_of(f.to) + 24 * 3600 - 1,
		.sort = table_sort(r, trail_columns, -1),
		.limit = table_limit(r), .skip = table_skip(r) }, &total));
	return table_show(r, 200, "account_trail", t, total,
	    "Không có dòng nào như vậy trong những ngày này: hãy bớt điều kiện lọc hoặc chọn khoảng ngày khác");
}
