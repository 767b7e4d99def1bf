/* account_export.c - who took what out as a file. */

#include "cgi-bin/lib/account_page.h"

struct taken {
	const char *who, *path, *from, *to;
};

static const struct field taken_fields[] = {
	FIELD(taken, who,  "Người tải", LINE, .optional = true, .max = 120),
	FIELD(taken, path, "Địa chỉ có chữ", LINE, .optional = true, .max = 200),
	FIELD(taken, from, "Từ ngày", DAY, .optional = true),
	FIELD(taken, to,   "Đến hết ngày", DAY, .optional = true),
	{ 0 }
};

static const struct column taken_columns[] = {
	{ "at",    "Lần đầu trong ngày", CELL_TEXT, true },
	{ "who",   "Người tải",          CELL_TEXT, true },
	{ "login", "Tên đăng nhập",      CELL_TEXT, true },
	{ "path",  "Địa chỉ",            CELL_TEXT, true },
	{ 0 }
};

int
account_export_page(struct req *r)
{
	struct table *t = table_new(r, "Đã tải về, mới nhất ở trên", taken_columns);
	int64_t total = 0;
	struct taken f;

	form_read(r->form, r->mem, taken_fields, &f);
	account_days(r, &f.from, &f.to);
	title(r, tr(r->lang, "Đã tải về"));
	crumb(r, tr(r->lang, "Nhật ký"), "/account/trail");
	form_show(r->form, r->view, r->lang, taken_fields, &f);
	if (form_faults(r->form) && r->face)
		return 400;
	if (form_faults(r->form))
		return table_show(r, 422, "account_export", t, 0, "Hãy sửa điều kiện lọc rồi xem lại");
	struct view *span = view_add(r->view, "SPAN");
	view_text(span, "from_day", text_of_day(r->mem, f.from));
	view_text(span, "to_day", text_of_day(r->mem, f.to));
	for (struct export *e = exports(r->db, r->mem, &(struct export_ask){
	    .auditor = r->who.id, .day = r->today, .who = text_plain(r->mem, f.who),
	    .path = f.path, .from = f.from, .to = f.to, .sort = table_sort(r, taken_columns, -1),
	    .limit = table_limit(r), .skip = table_skip(r) }, &total); e; e = e->next) {
		table_row(t, NULL);
		table_text(t, moment(r, e->at));
		table_text(t, e->name);
		table_text(t, e->login);
		table_text(t, e->path);
	}
	return table_show(r, 200, "account_export", t, total,
	    "Trong những ngày này không ai tải gì như vậy: hãy bớt điều kiện lọc hoặc chọn khoảng ngày khác");
}
