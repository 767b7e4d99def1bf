/* report_follow.c - what reports add up to, and who is late. */

#include <stdlib.h>

#include "cgi-bin/lib/reply.h"
#include "cgi-bin/lib/report_page.h"

/* True if the figure stands in the table of that section; 0 is the table of all. */
static bool
is_of(const struct report_figure *f, int64_t section)
{
	return !section || f->section == section;
}

/* True if that unit, or one under it, has to do with that section. */
static bool
fills(const struct report_total *t, int64_t section)
{
	for (const struct report_figure *f = t->figures; f; f = f->next)
		if (is_of(f, section) && (f->expected || f->has))
			return true;
	return false;
}

/*
 * The columns of totals: the unit, how complete it is, and a figure each.  On the page
 * each section of the form has a table of its own, which a sheet of paper holds; a file
 * has them all in one, and in each row whether they are official.
 */
static const struct column *
columns_of(struct req *r, const struct report_figure *f, int64_t section)
{
	size_t n = 0, at = 0;

	for (const struct report_figure *p = f; p; p = p->next)
		n++;
	struct column *c = mem_take(r->mem, (3 + n + 1) * sizeof(*c));
	c[at++] = (struct column){ "unit", "Đơn vị", CELL_TEXT, true };
	c[at++] = (struct column){ "complete", "Đã gửi", CELL_TEXT, false };
	if (!section)
		c[at++] = (struct column){ "mark", "Số liệu", CELL_TEXT, false };
	for (; f; f = f->next)
		if (is_of(f, section))
			c[at++] = (struct column){ f->code, mem_printf(r->mem, "%s (%s)", f->name,
			    f->measure), CELL_DECIMAL, true };
	return c;
}

static const char *
complete(struct req *r, int64_t sent, int64_t expected)
{
	return mem_printf(r->mem, "%s/%s", number(r, sent, 0), number(r, expected, 0));
}

/* In the table of a section are counted those that it asks, whose rows stand there. */
static const char *
complete_in(struct req *r, const struct report_total *t, int64_t section)
{
	const struct report_figure *f = section ? t->figures : NULL;

	while (f && f->section != section)
		f = f->next;
	return f ? complete(r, f->sent, f->expected) : complete(r, t->sent, t->expected);
}

/* A figure is preliminary until a decision made it official. */
static const char *
mark_of(struct req *r, const struct report_period *p)
{
	return *p->source ? tr_with(r->mem, r->lang, "chính thức theo {1}", p->source, NULL, NULL)
	    : tr(r->lang, "sơ bộ");
}

static const char *
totals_path(struct req *r, int64_t period, int64_t unit)
{
	return mem_printf(r->mem, "/report/period/%lld/totals?unit=%lld", (long long)period,
	    (long long)unit);
}

static void
put_unit(struct req *r, struct table *table, const struct report_total *t,
    const struct report_period *p, int64_t section)
{
	table_row(table, t->depth && t->children ? totals_path(r, p->id, t->unit) : NULL);
	table_text(table, t->depth ? t->name
	    : tr_with(r->mem, r->lang, "Cộng: {1}", t->name, NULL, NULL));
	table_text(table, complete_in(r, t, section));
	if (!section)
		table_text(table, mark_of(r, p));
	for (const struct report_figure *f = t->figures; f; f = f->next)
		if (!is_of(f, section))
			continue;
		else if (f->has)
			table_decimal_as(table, f->value, report_figure_text(r, true, f->value, f->rule));
		else
			table_nothing(table, !f->expected ? "không yêu cầu" : !strcmp(f->rule, "rate")
			    ? "không tính" : !strcmp(f->rule, "none") ? "không cộng" : "chưa có");
}

/* NULL: the period before had none such. */
static const char *
own_text(struct req *r, const struct report_figure *f, const char *rule)
{
	return !f || f->has || f->expected ? report_figure_text(r, f && f->has, f ? f->value : 0, rule)
	    : tr(r->lang, "không yêu cầu");
}

/*
 * The unit's own figures, one below the other, beside those of the period before.  A
 * change is told only between two whole sums: else who has not answered would look like
 * a fall.
 */
static void
show_own(struct req *r, const struct report_total *t, const struct report_total *before)
{
	const struct report_figure *was = before ? before->figures : NULL;
	bool whole = before && t->sent == t->expected && before->sent == before->expected;

	if (before)
		view_add(r->view, whole ? "COMPARED" : "NOT_COMPARED");
	for (const struct report_figure *f = t->figures; f; f = f->next) {
		struct view *v = view_add(r->view, "FIGURE");
		const struct report_figure *b = was;
		while (b && b->indicator != f->indicator)
			b = b->next;
		view_text(v, "name", f->name);
		view_text(v, "measure", f->measure);
		view_text(v, "value", own_text(r, f, f->rule));
		view_text(v, "last", own_text(r, b, f->rule));
		if (whole)
			view_text(view_add(v, "CHANGE"), "change", f->has && b && b->has
			    ? report_change_text(r, f->value, b->value, f->rule)
			    : tr(r->lang, "chưa so được"));
		if (f->has && !strcmp(f->rule, "rate"))
			view_text(view_add(v, "COUNTS"), "counts", mem_printf(r->mem, "%s/%s",
			    number(r, f->numerator, 2), number(r, f->denominator, 2)));
	}
}

static void
show_reach(struct req *r, const struct report_choice *units, int64_t period, int64_t unit)
{
	if (!units || !units->next)
		return;
	struct view *list = view_add(r->view, "REACHES");
	for (; units; units = units->next) {
		struct view *v = view_add(list, "REACH");
		view_text(v, "path", totals_path(r, period, units->id));
		view_text(v, "name", units->name);
		if (units->id == unit)
			view_add(v, "CURRENT");
	}
}

static struct table *
put_units(struct req *r, const struct report_total *t, const struct report_period *p,
    const char *title_of, int64_t section, int64_t *total)
{
	struct table *table = table_new(r, title_of, columns_of(r, t->figures, section));

	for (*total = 0; t; t = t->next)
		if (!section || fills(t, section)) {
			put_unit(r, table, t, p, section);
			if (!(*total)++)
				table_stays(table);	/* the sum */
		}
	table_whole(table);
	return table;
}

/*
 * Units to a page, of whom each has a row in the table of each section: as many as keep it below
 * 100 kB, but some even where what stands above them fills it.  Above them each figure has a row
 * of its own and the head of a column, with its name in both; a cell takes some 25 bytes, the head
 * of a row as much as six of them.
 */
static int64_t
rows_of(const struct report_figure *f)
{
	enum { ROOM = 90000, CELL = 25, HEAD = 6, ABOVE = 400, FEW = 5, MANY = 100 };
	int64_t width = 0, above = 0, last = 0;

	for (; f; f = f->next) {
		width += f->section == last ? 1 : 1 + HEAD;
		above += ABOVE + 2 * (int64_t)strlen(f->name);
		last = f->section;
	}
	int64_t n = width ? (ROOM - above) / (CELL * width) : MANY;
	return n < FEW ? FEW : n > MANY ? MANY : n;
}

/* Of the section that most of the units have. */
static int64_t
most_units(const struct report_total *t)
{
	int64_t last = 0, most = 0;

	for (const struct report_figure *f = t->figures; f; last = f->section, f = f->next) {
		int64_t n = 0;
		for (const struct report_total *u = f->section == last ? NULL : t->next; u; u = u->next)
			n += fills(u, f->section);
		most = n > most ? n : most;
	}
	return most;
}

static void
show_units(struct req *r, const struct report_total *t, const struct report_period *p)
{
	int64_t last = 0, total, most = most_units(t);

	r->rows = rows_of(t->figures);
	r->list = "units";
	for (const struct report_figure *f = t->figures; f; f = f->next) {
		if (f->section == last)
			continue;
		last = f->section;
		struct table *table = put_units(r, t, p, f->section_title, last, &total);
		if (!total || !t->next)	/* of none here it is asked; its own stand above */
			continue;
		struct view *v = view_add(r->view, "PART_OF_FORM");
		view_text(v, "name", f->section_title);
		table_scrolls(table);
		table_put(r, v, "TABLE", table, total - 1, "");	/* units: the first row is the sum */
		if (table_skip(r) >= most)	/* no section has that page: told once */
			break;
	}
	if (most)
		view_add(r->view, "UNITS");
	table_pager(r, r->view, "PAGER", most);
	if (table_skip(r) < most && table_limit(r) < most) {
		struct view *v = view_add(r->view, "SOME");
		view_text(v, "from", number(r, table_skip(r) + 1, 0));
		view_text(v, "to", number(r, table_skip(r) + table_limit(r) < most
		    ? table_skip(r) + table_limit(r) : most, 0));
		view_text(v, "most", number(r, most, 0));
		const char *sort = form_get(r->form, "sort");
		view_text(v, "all_path", mem_printf(r->mem, "%s&page=all%s%s", totals_path(r, p->id, t->unit),
		    *sort ? "&sort=" : "", quoted(r->mem, sort)));
	}
}

int
report_totals_page(struct req *r)
{
	struct report_period *p = report_period_get(r->db, r->mem, r->id);
	struct report_choice *units = report_follow_units(r->db, r->mem, r->who.id, r->today);
	int64_t unit = strtoll(form_get(r->form, "unit"), NULL, 10), total = 0;

	if (!p || (!unit && !units))
		return 404;
	if (!unit)
		unit = units->id;
	struct report_total *t = report_totals(r->db, r->mem, p->id, unit, r->who.id, r->today);
	if (!t || !t->expected)
		return 404;
	if (r->face) {
		struct table *table = put_units(r, t, p, "Từng đơn vị", 0, &total);
		return table_show(r, 200, "report_totals", table, total, "");
	}
	int64_t before = report_period_before(r->db, p->id);
	title(r, tr_with(r->mem, r->lang, "Tổng hợp {1}: {2}", p->name, t->name, NULL));
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	view_text(r->view, "form", p->form_name);
	view_text(r->view, "window", report_window_text(r, p->window_from, p->window_to));
	view_text(r->view, "now", moment(r, r->now));
	view_text(r->view, "complete", complete(r, t->sent, t->expected));
	view_text(r->view, "mark", mark_of(r, p));
	view_text(r->view, "late_path", mem_printf(r->mem, "/report/period/%lld/late",
	    (long long)p->id));
	if (t->sent < t->expected)
		view_text(view_add(r->view, "PART"), "missing", number(r, t->expected - t->sent, 0));
	show_reach(r, units, p->id, unit);
	show_own(r, t, before ? report_totals(r->db, r->mem, before, unit, r->who.id, r->today)
	    : NULL);
	show_units(r, t, p);
	table_faces(r, r->view);
	view_add_around(r->view, "WIDE");
	return show(r, 200, "report_totals");
}

static const struct column late_columns[] = {
	{ "unit",     "Đơn vị",           CELL_TEXT,  true },
	{ "period",   "Kỳ",               CELL_CODE,  false },
	{ "due",      "Hạn gửi",          CELL_DAY,   true },
	{ "state",    "Tình trạng",       CELL_TAG,   true },
	{ "days",     "Số ngày trễ",      CELL_COUNT, false },
	{ "contact",  "Người phụ trách",  CELL_TEXT,  false },
	{ "phone",    "Điện thoại",       CELL_CODE,  false },
	{ "reminded", "Đã nhắc",          CELL_TEXT,  false },
	{ 0 }
};

/* On its page the period is its heading. */
static const struct column page_columns[] = {
	{ "unit",     "Đơn vị",           CELL_TEXT,  true },
	{ "due",      "Hạn gửi",          CELL_DAY,   true },
	{ "state",    "Tình trạng",       CELL_TAG,   true },
	{ "days",     "Số ngày trễ",      CELL_COUNT, false },
	{ "contact",  "Người phụ trách",  CELL_TEXT,  false },
	{ "phone",    "Điện thoại",       CELL_CODE,  false },
	{ "reminded", "Đã nhắc",          CELL_TEXT,  false },
	{ 0 }
};

static int64_t
days_late(struct req *r, const struct report *p, const char *what)
{
	int64_t n = text_days(p->last_day, !strcmp(what, "late") ? p->first_day : r->today);

	return n > 0 ? n : 0;
}

static const char *
late_word(struct req *r, const char *what)
{
	return tr(r->lang, !strcmp(what, "late") ? "Đã gửi, trễ hạn"
	    : !strcmp(what, "back") ? "Bị trả lại, chưa gửi lại" : "Chưa gửi, quá hạn");
}

static const char *
late_face(const char *what)
{
	return !strcmp(what, "late") ? "soon" : !strcmp(what, "back") ? "back" : "late";
}

static const char *
reminded(struct req *r, const struct report *p)
{
	return p->reminders ? tr_with(r->mem, r->lang, "{1} lần, gần nhất {2}",
	    number(r, p->reminders, 0), moment(r, p->reminded), NULL)
	    : tr(r->lang, "chưa nhắc");
}

static void
put_late(struct req *r, struct table *table, const struct report *p)
{
	const char *what = report_lateness(p, r->today);

	table_row(table, p->id ? report_path(r, p->id, "") : NULL);
	table_text(table, p->unit_name);
	table_text(table, p->period_name);
	table_day(table, p->last_day);
	table_tag(table, late_face(what), late_word(r, what));
	table_count(table, days_late(r, p, what));
	table_text(table, *p->contact ? p->contact : tr(r->lang, "chưa có"));
	table_text(table, *p->phone ? p->phone : tr(r->lang, "chưa có"));
	table_text(table, reminded(r, p));
}

static void
show_late(struct req *r, struct view *rows, const struct report *p)
{
	struct view *v = view_add(rows, "ROW");
	const char *what = report_lateness(p, r->today);

	view_text(v, "unit_name", p->unit_name);
	view_text(v, "due", due_words(r, p->due, p->last_day, p->holiday));
	view_text(v, "face", late_face(what));
	view_text(v, "word", late_word(r, what));
	view_text(v, "days", number(r, days_late(r, p, what), 0));
	view_text(v, "contact", *p->contact ? p->contact : tr(r->lang, "chưa có"));
	view_text(v, "phone", *p->phone ? p->phone : tr(r->lang, "chưa có"));
	view_text(v, "reminded", reminded(r, p));
	if (strcmp(what, "late") && may_here(r, "report.review", p->unit)) {
		struct view *f = view_add(v, "REMIND");
		form_open(r, f, r->path);
		view_int(f, "unit", p->unit);
		view_text(f, "unit_name", p->unit_name);
	}
}

/* The way to a letter that reminds them, which is not written to one's own unit. */
static void
show_letter(struct req *r)
{
	struct report_choice *own = report_follow_units(r->db, r->mem, r->who.id, r->today);

	if (report_owed(r->db, r->id, own ? own->id : 0, r->who.id, r->today))
		view_text(view_add(r->view, "LETTER"), "path", mem_printf(r->mem,
		    "/inbox/letter/period/%lld", (long long)r->id));
}

static struct report_ask
ask_late(struct req *r)
{
	const char *what = form_get(r->form, "what");
	static const char *const whats[] = { "late", "missing", "back" };
	struct report_ask a = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .period = r->id, .state = "", .what = "",
	    .words = text_plain(r->mem, form_get(r->form, "q")),
	    .limit = table_limit(r), .skip = table_skip(r) };
	static const int columns[] = { 0, 1, 3, 4 };
	int sort = table_sort(r, late_columns, 2);

	for (size_t i = 0; i < sizeof(whats) / sizeof(*whats); i++)
		if (!strcmp(what, whats[i]))
			a.what = whats[i];
	a.sort = sort < 0 ? -columns[-sort] : columns[sort];
	return a;
}

int
report_late_page(struct req *r)
{
	struct report_period *p = report_periods_followed(r->db, r->mem, r->who.id, r->today,
	    r->id);
	struct report_ask ask = ask_late(r);
	int64_t total;

	if (!p)
		return 404;
	struct report *list = report_late(r->db, r->mem, &ask, &total);
	if (r->face) {
		struct table *table = table_new(r, "Đơn vị chậm báo cáo", late_columns);
		for (; list; list = list->next)
			put_late(r, table, list);
		return table_show(r, 200, "report_late", table, total, "");
	}
	title(r, tr_with(r->mem, r->lang, "Đơn vị chậm báo cáo: {1}", p->name, NULL, NULL));
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	view_text(r->view, "form", p->form_name);
	view_text(r->view, "window", report_window_text(r, p->window_from, p->window_to));
	view_text(r->view, "now", moment(r, r->now));
	view_text(r->view, "complete", mem_printf(r->mem, "%s/%s", number(r, p->sent, 0),
	    number(r, p->expected, 0)));
	view_text(r->view, "totals_path", mem_printf(r->mem, "/report/period/%lld/totals",
	    (long long)p->id));
	view_text(r->view, "path", r->path);
	view_text(r->view, "q", form_get(r->form, "q"));
	view_add(r->view, !strcmp(ask.what, "late") ? "ONLY_LATE" : !strcmp(ask.what, "back")
	    ? "ONLY_BACK" : !strcmp(ask.what, "missing") ? "ONLY_MISSING" : "ALL");
	show_letter(r);
	struct view *rows = view_add(r->view, list ? "ROWS" : "NONE");
	if (list) {
		view_text(rows, "total", number(r, total, 0));
		table_heads(r, rows, "HEADS", page_columns);
		table_pager(r, rows, "PAGER", total);
		table_faces(r, rows);
	}
	for (; list; list = list->next)
		show_late(r, rows, list);
	view_add_around(r->view, "WIDE");
	return show(r, 200, "report_late");
}

int
report_late_remind(struct req *r)
{
	int64_t unit = strtoll(form_get(r->form, "unit"), NULL, 10);
	struct report *p = report_of(r->db, r->mem, r->id, unit, r->lang);

	if (!p || !may_here(r, "report.review", unit))
		return 404;
	if (!strcmp(p->state, "sent") || !strcmp(p->state, "accepted"))
		return 409;
	report_remind(r->db, r->id, unit, r->who.id, r->now);
	changed(r, "unit", "", mem_printf(r->mem, "%lld", (long long)unit));
	audit(r, "report.remind", r->id);
	said_with(r, "Đã ghi nhắc: {1}", p->unit_name, NULL);
	return go(r, r->path);
}
