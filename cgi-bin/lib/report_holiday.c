/* report_holiday.c - days off and days worked in exchange, which shift due dates.  A day
 * that is over is neither added nor dropped, so a due date that has passed stays where it
 * was: its last day hangs on no day after itself. */

#include "cgi-bin/lib/report_page.h"
#include "db/holiday.h"

enum { AT_ONCE = 15 };	/* days that one form may add: Tết, and more */

static const struct report_word kinds[] = {
	{ "off", "Ngày nghỉ" }, { "work", "Ngày làm bù" }, { 0 }
};

struct days {
	const char *day, *to, *kind, *name, *document;
};

static const struct days nothing = { "", "", "off", "", "" };

static const struct field fields[] = {
	FIELD(days, day, "Ngày", .kind = DAY),
	FIELD(days, to, "Đến ngày", .kind = DAY, .optional = true),
	FIELD(days, kind, "Loại", .max = 10),
	FIELD(days, name, "Tên", .max = 120),
	FIELD(days, document, "Văn bản", .max = 200),
	{ 0 }
};

static const struct column columns[] = {
	{ "day",      "Ngày",    CELL_DAY,  true },
	{ "weekday",  "Thứ",     CELL_TEXT, false },
	{ "kind",     "Loại",    CELL_TEXT, true },
	{ "name",     "Tên",     CELL_TEXT, false },
	{ "document", "Văn bản", CELL_TEXT, false },
	{ 0 }
};

/* From the first of January of the year that is asked, else of this one. */
static const char *
since(struct req *r)
{
	const char *day = mem_printf(r->mem, "%s-01-01", form_get(r->form, "year"));

	return text_is_day(day) ? day : mem_printf(r->mem, "%.4s-01-01", r->today);
}

static struct holiday *
asked(struct req *r, int64_t *total)
{
	return holidays(r->db, r->mem, &(struct holiday_ask){ .from = since(r),
	    .sort = table_sort(r, columns, 1), .limit = table_limit(r), .skip = table_skip(r) }, total);
}

static const char *
kind_of(struct req *r, const struct holiday *h)
{
	return report_word_label(r, kinds, h->off ? "off" : "work");
}

static int
give_list(struct req *r)
{
	struct table *t = table_new(r, "Ngày nghỉ, ngày làm bù", columns);
	int64_t total;

	for (struct holiday *h = asked(r, &total); h; h = h->next) {
		table_row(t, NULL);
		table_day(t, h->day);
		table_text(t, weekday(r, h->day));
		table_text(t, kind_of(r, h));
		table_text(t, h->name);
		table_text(t, h->document);
	}
	return table_show(r, 200, "report_holidays", t, total, "");
}

static void
show_day(struct req *r, struct view *list, const struct holiday *h, bool keeps)
{
	struct view *v = view_add(list, "DAY");

	view_date(v, "day_of", h->day);
	view_text(v, "weekday", weekday(r, h->day));
	view_text(v, "kind_of", kind_of(r, h));
	view_text(v, "name_of", h->name);
	view_text(v, "document_of", h->document);
	if (keeps && strcmp(h->day, r->today) >= 0)
		form_open(r, view_add(v, "DROP"), mem_printf(r->mem, "/report/holiday/%lld/drop",
		    (long long)h->id));
}

static int
show_days(struct req *r, int status, const struct days *d)
{
	bool keeps = holiday_keeper(r->db, r->who.id, r->today);
	int64_t total;
	struct holiday *all = asked(r, &total);
	struct view *list = view_add(r->view, all ? "DAYS" : "NONE"), *add;

	title(r, tr(r->lang, "Ngày nghỉ, ngày làm bù"));
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	view_text(r->view, "year", mem_copy(r->mem, since(r), 4));
	if (all) {
		view_text(list, "total", number(r, total, 0));
		table_heads(r, list, "HEADS", columns);
		table_pager(r, list, "PAGER", total);
		table_faces(r, list);
	}
	for (; all; all = all->next)
		show_day(r, list, all, keeps);
	if (keeps) {
		add = view_add(r->view, "KEEPS");
		form_open(r, add, "/report/holiday");
		form_show(r->form, add, r->lang, fields, d);
		form_show_faults(r->form, r->view, r->lang, fields);
		report_show_words(r, add, "KIND", kinds, form_typed(r->form, "kind", d->kind));
	}
	return show(r, status, "report_holidays");
}

int
report_holidays_page(struct req *r)
{
	return r->face ? give_list(r) : show_days(r, 200, &nothing);
}

static void
check_days(struct req *r, const struct days *d)
{
	bool work = !strcmp(d->kind, "work");

	if (!report_word_is(kinds, d->kind))
		form_wrong(r->form, "kind", "Chọn một cách trong danh sách");
	if (text_days(d->day, d->to) < 0)
		form_wrong(r->form, "to", "Ngày cuối ở trước ngày đầu: sửa một trong hai ngày");
	if (text_days(d->day, d->to) >= AT_ONCE)
		form_wrong(r->form, "to", "Mỗi lần thêm tối đa 15 ngày: chia thành nhiều lần");
	if (strcmp(d->day, r->today) < 0)
		form_wrong_at(r->form, "day", tr(r->lang, "Ngày"), tr_with(r->mem, r->lang,
		    "Ngày đã qua không thêm được, để hạn đã qua không đổi: ghi từ {1} trở đi;"
		    " cần lùi hạn của một kỳ thì sửa hạn ở kỳ báo cáo đó",
		    text_of_day(r->mem, r->today), NULL, NULL));
	if (form_faults(r->form))
		return;
	for (int64_t i = 0; i <= text_days(d->day, d->to); i++) {
		const char *day = text_day_add(r->mem, d->day, i), *field = i ? "to" : "day";
		if (holiday_taken(r->db, day))
			form_wrong_at(r->form, field, tr(r->lang, "Ngày"), tr_with(r->mem, r->lang,
			    "Ngày {1} đã có trong danh sách: bỏ dòng cũ trước nếu cần ghi lại",
			    text_of_day(r->mem, day), NULL, NULL));
		if (work && !day_is_weekend(day))
			form_wrong_at(r->form, field, tr(r->lang, "Ngày"), tr_with(r->mem, r->lang,
			    "Ngày {1} là {2}: ngày làm bù phải là thứ Bảy hoặc Chủ nhật",
			    text_of_day(r->mem, day), weekday(r, day), NULL));
	}
}

int
report_holidays_add(struct req *r)
{
	int64_t unit = holiday_keeper(r->db, r->who.id, r->today);
	struct days d = nothing;

	if (!unit)
		return 404;
	if (form_read(r->form, r->mem, fields, &d)) {
		if (!*d.to)
			d.to = d.day;
		check_days(r, &d);
	}
	if (form_faults(r->form))
		return show_days(r, 422, &d);
	may_here(r, "holiday.change", unit);
	for (int64_t i = 0; i <= text_days(d.day, d.to); i++) {
		struct holiday h = { .day = text_day_add(r->mem, d.day, i),
		    .off = !strcmp(d.kind, "off"), .name = d.name, .document = d.document };
		struct days one = d;
		one.day = h.day, one.to = "";
		changed_form(r, fields, &(struct days){ "", "", "", "", "" }, &one);
		audit(r, "holiday.add", holiday_add(r->db, &h));
	}
	said_with(r, !strcmp(d.day, d.to) ? "Đã thêm ngày {1}" : "Đã thêm từ ngày {1} đến ngày {2}",
	    text_of_day(r->mem, d.day), text_of_day(r->mem, d.to));
	return go(r, "/report/holiday");
}

int
report_holiday_remove(struct req *r)
{
	int64_t unit = holiday_keeper(r->db, r->who.id, r->today);
	struct holiday *h = unit ? holiday_get(r->db, r->mem, r->id) : NULL;

	if (!h)
		return 404;
	if (strcmp(h->day, r->today) < 0)
		return 409;
	may_here(r, "holiday.change", unit);
	changed_form(r, fields, &(struct days){ h->day, "", h->off ? "off" : "work", h->name,
	    h->document }, &(struct days){ "", "", "", "", "" });
	holiday_drop(r->db, h->id);
	audit(r, "holiday.drop", h->id);
	said_with(r, "Đã bỏ ngày {1}", text_of_day(r->mem, h->day), NULL);
	return go(r, "/report/holiday");
}
