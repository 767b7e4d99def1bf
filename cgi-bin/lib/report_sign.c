/* report_sign.c - the reports that wait for their leader to send them: a list, and each with
 * its figures and its buttons, in the order of that list. */

#include "cgi-bin/lib/report_page.h"

#include <stdlib.h>

/* The figures by which a leader knows a report: its rates, and its first few. */
static void
show_summary(struct req *r, struct view *v, const struct report_section *all)
{
	enum { KEY = 6 };
	int n = 0;

	for (int rates = 1; rates >= 0; rates--)
		for (const struct report_section *s = all; s; s = s->next)
			for (const struct report_line *l = s->lines; l && n < KEY; l = l->next) {
				if (strcmp(l->rule, "rate") ? rates : !rates)
					continue;
				struct view *row = view_add(v, "KEY");
				n++;
				view_text(row, "name", l->name);
				view_text(row, "measure", l->measure);
				view_text(row, "value", report_figure_text(r, l->has, l->value, l->rule));
				view_text(row, "last", report_figure_text(r, l->has_last, l->last, l->rule));
				view_text(row, "change", l->has && l->has_last
				    ? report_change_text(r, l->value, l->last, l->rule)
				    : tr(r->lang, "chưa so được"));
			}
}

static const struct column columns[] = {
	{ "report", "Báo cáo",   CELL_TEXT, true },
	{ "unit",   "Đơn vị",    CELL_TEXT, true },
	{ "due",    "Hạn gửi",   CELL_DAY,  true },
	{ "saver",  "Người lập", CELL_TEXT, true },
	{ "odd",    "Giải trình số liệu bất thường", CELL_TEXT, false },
	{ 0 }
};

static const char *
heading(struct req *r, const struct report *p)
{
	return mem_printf(r->mem, "%s: %s", p->form_name, p->period_name);
}

static struct table *
table_of(struct req *r, const struct report *p)
{
	struct table *t = table_new(r, "Chờ lãnh đạo gửi", columns);

	for (; p; p = p->next) {
		table_row(t, report_path(r, p->id, "/check"));
		table_text(t, heading(r, p));
		table_text(t, p->unit_name);
		table_day(t, p->last_day);
		table_text(t, p->saver);
		table_text(t, p->odd);
	}
	return t;
}

/* The periods of what waits, whatever is shown of it. */
static void
show_filter(struct req *r, const struct report_ask *asked)
{
	const struct report *p = report_sign_periods(r->db, r->mem, asked->account, asked->day);
	struct view *v = p ? view_add(r->view, "FILTER") : NULL;

	if (p)
		view_text(v, "q", form_get(r->form, "q"));
	for (; p; p = p->next)
		form_option(v, "IN_PERIOD", mem_printf(r->mem, "%lld", (long long)p->period),
		    mem_printf(r->mem, "%s (%s)", p->period_name, p->form_name),
		    mem_printf(r->mem, "%lld", (long long)asked->period));
}

static void
show_report(struct req *r, const struct report *p)
{
	struct view *v = view_add(r->view, "REPORT");

	view_int(v, "id", p->id);
	view_text(v, "heading", heading(r, p));
	view_text(v, "unit_name", p->unit_name);
	view_text(v, "due", due_words(r, p->due, p->last_day, p->holiday));
	view_text(v, "far", how_far(r, p->last_day));
	view_text(v, "saver", p->saver);
	view_text(v, "saved_at", moment(r, p->saved));
	view_text(v, "path", report_path(r, p->id, "/check"));
	view_int(v, "edition", p->edition);
	if (*p->odd)
		view_text(view_add(v, "WHY_ODD"), "odd", p->odd);
	struct report_section *all = report_sections(r->db, r->mem, p);
	report_show_back(r, v, p, all, true);
	report_show_unmended(r, v, all, true);
	show_summary(r, v, all);
	form_open(r, v, report_path(r, p->id, "/move"));
}

int
report_sign(struct req *r)
{
	static const int orders[] = { 0, 2, 1, 3, 4 };	/* of the columns that sort */
	int sort = table_sort(r, columns, 0);
	struct report_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .period = strtoll(form_get(r->form, "period"), NULL, 10),
	    .state = "", .words = text_plain(r->mem, form_get(r->form, "q")), .what = "",
	    .sort = sort < 0 ? -orders[-sort] : orders[sort],
	    .limit = table_limit(r), .skip = table_skip(r) };
	int64_t total;
	struct report *all = report_to_sign(r->db, r->mem, &ask, &total);

	title(r, tr(r->lang, "Chờ lãnh đạo gửi"));
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	if (!r->face) {
		show_filter(r, &ask);
		for (struct report *p = all; p; p = p->next)
			show_report(r, p);
	}
	return table_show(r, 200, "report_sign", table_of(r, all), total, *ask.words || ask.period
	    ? "Không có báo cáo nào hợp với điều kiện lọc. Bỏ bớt điều kiện rồi xem lại."
	    : "Không có báo cáo nào chờ bạn gửi. Khi cán bộ của đơn vị trình, báo cáo hiện ở đây.");
}
