/* table.c - one list as HTML, CSV, XLSX or JSON; one record as JSON. */

#include "cgi-bin/lib/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/reply.h"
#include "cgi-bin/lib/sheet.h"

enum { PAGE_ROWS = 100, EXPORT_ROWS = 1000000, COLUMNS_MAX = 100, UNBROKEN = 30 };

struct value {
	const char *text;	/* as a person reads it */
	const char *plain;	/* for files: bare number, ISO day, word */
	const char *face;	/* of a tag */
	bool nothing;		/* the text is a word for an empty value */
	int64_t n;		/* of a number */
};

struct row {
	const char *link;
	const char *group;	/* a heading above the rows that follow; no cells */
	bool stays;		/* above, however the rest is sorted and cut */
	struct value *cells;	/* as many as the table has columns */
	int n;
	struct row *next;
};

struct table {
	struct req *r;
	const char *caption;
	const struct column *columns;
	int n;
	bool wide;
	struct row *rows, *last;
};

int
table_sort(struct req *r, const struct column *c, int or_else)
{
	const char *asked = form_get(r->form, "sort");
	int down = *asked == '-', at = 0;

	for (; c->name; c++) {
		at += c->sorts;
		if (c->sorts && !strcmp(asked + down, c->name))
			return down ? -at : at;
	}
	return or_else;
}

static int64_t
page_asked(struct req *r)
{
	long long n = strtoll(form_get(r->form, "page"), NULL, 10);

	return n < 1 ? 1 : n > 1000000 ? 1000000 : n;
}

static bool
whole(struct req *r)
{
	return r->face || !strcmp(form_get(r->form, "page"), "all");
}

int64_t
table_limit(struct req *r)
{
	return whole(r) ? EXPORT_ROWS : r->rows ? r->rows : PAGE_ROWS;
}

int64_t
table_skip(struct req *r)
{
	return whole(r) ? 0 : (page_asked(r) - 1) * table_limit(r);
}

struct table *
table_new(struct req *r, const char *caption_vi, const struct column *columns)
{
	struct table *t = mem_take(r->mem, sizeof(*t));

	t->r = r;
	t->caption = caption_vi;
	t->columns = columns;
	while (columns[t->n].name && t->n < COLUMNS_MAX)
		t->n++;
	return t;
}

void
table_scrolls(struct table *t)
{
	t->wide = true;
}

static struct row *
add_row(struct table *t)
{
	struct row *row = mem_take(t->r->mem, sizeof(*row));

	row->cells = mem_take(t->r->mem, (size_t)t->n * sizeof(*row->cells));
	if (t->last)
		t->last->next = row;
	else
		t->rows = row;
	t->last = row;
	return row;
}

void
table_row(struct table *t, const char *link)
{
	add_row(t)->link = link;
}

void
table_stays(struct table *t)
{
	t->last->stays = true;
}

void
table_group(struct table *t, const char *heading)
{
	add_row(t)->group = heading;
}

static void
cell(struct table *t, struct value v)
{
	if (t->last && t->last->n < t->n)
		t->last->cells[t->last->n++] = v;
}

void
table_text(struct table *t, const char *text)
{
	cell(t, (struct value){ .text = text, .plain = text });
}

void
table_count(struct table *t, int64_t n)
{
	cell(t, (struct value){ .text = number(t->r, n, 0), .n = n,
	    .plain = mem_printf(t->r->mem, "%lld", (long long)n) });
}

void
table_decimal(struct table *t, int64_t hundredths)
{
	table_decimal_as(t, hundredths, number(t->r, hundredths, 2));
}

void
table_decimal_as(struct table *t, int64_t hundredths, const char *text)
{
	long long n = llabs(hundredths);

	cell(t, (struct value){ .text = text, .n = hundredths,
	    .plain = mem_printf(t->r->mem, "%s%lld.%02lld", hundredths < 0 ? "-" : "",
	    n / 100, n % 100) });
}

void
table_day(struct table *t, const char *iso)
{
	if (*iso)
		cell(t, (struct value){ .text = text_of_day(t->r->mem, iso), .plain = iso });
	else
		table_nothing(t, "chưa có");
}

void
table_nothing(struct table *t, const char *word_vi)
{
	cell(t, (struct value){ .text = tr(t->r->lang, word_vi), .plain = "", .nothing = true });
}

void
table_tag(struct table *t, const char *face, const char *word)
{
	cell(t, (struct value){ .text = word, .plain = word, .face = face });
}

static bool
is_number(const struct column *c)
{
	return c->kind == CELL_COUNT || c->kind == CELL_DECIMAL;
}

struct keyed {
	int64_t n, at;
	const char *key;
	struct row *row;
	bool down;
};

static int
compare(const void *a_, const void *b_)
{
	const struct keyed *a = a_, *b = b_;
	int64_t way = a->n != b->n ? (a->n > b->n) - (a->n < b->n) : strcmp(a->key, b->key);

	if (way)
		return (way > 0) == a->down ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

/* The column that is asked for, and its index; -1. */
static int
sorted_by(const struct table *t, bool *down)
{
	const char *asked = form_get(t->r->form, "sort");

	*down = *asked == '-';
	for (int i = 0; i < t->n; i++)
		if (t->columns[i].sorts && !strcmp(asked + *down, t->columns[i].name))
			return i;
	return -1;
}

/* The rows from here on. */
static void
sort_rows(struct table *t, struct row **rows)
{
	bool down;
	int i = sorted_by(t, &down);
	size_t n = 0;
	struct mem *mem = t->r->mem;

	if (i < 0 || !*rows)
		return;
	for (const struct row *row = *rows; row; row = row->next)
		n++;
	struct keyed *all = mem_take(mem, n * sizeof(*all)), *p = all;
	for (struct row *row = *rows; row; row = row->next, p++) {
		const struct value *v = &row->cells[i];
		const char *plain = i < row->n ? v->plain : "";
		*p = (struct keyed){ .n = v->n, .at = p - all, .row = row, .down = down,
		    .key = is_number(&t->columns[i]) || t->columns[i].kind == CELL_DAY ? plain
		    : text_key(mem, plain) };
	}
	qsort(all, n, sizeof(*all), compare);
	for (size_t k = 0; k < n; k++, rows = &(*rows)->next)
		*rows = all[k].row;
	*rows = NULL;
	t->last = all[n - 1].row;
}

void
table_whole(struct table *t)
{
	int64_t skip = table_skip(t->r), limit = table_limit(t->r);
	struct row **rows = &t->rows, **tail;

	while (*rows && (*rows)->stays)
		rows = &(*rows)->next;
	sort_rows(t, rows);
	while (skip-- > 0 && *rows)
		*rows = (*rows)->next;
	for (tail = rows; *tail && limit-- > 0; tail = &(*tail)->next)
		;
	*tail = NULL;
}

/* The address of this list with another sort or page; the filters stay. */
static const char *
address(struct req *r, const char *ending, const char *sort, int64_t page_number)
{
	const char *q = "";

	/* what a form sent is no filter */
	for (const struct sent *s = r->reading ? form_all(r->form) : NULL; s; s = s->next)
		if (strcmp(s->name, "sort") && strcmp(s->name, "page") && *s->value)
			q = mem_printf(r->mem, "%s%s%s=%s", q, *q ? "&" : "",
			    quoted(r->mem, s->name), quoted(r->mem, s->value));
	if (*sort)
		q = mem_printf(r->mem, "%s%ssort=%s", q, *q ? "&" : "", quoted(r->mem, sort));
	if (page_number > 1)
		q = mem_printf(r->mem, "%s%spage=%lld", q, *q ? "&" : "", (long long)page_number);
	return mem_printf(r->mem, "%s%s%s%s%s%s", r->at, ending, *q ? "?" : "", q,
	    r->list && !*ending ? "#" : "", r->list && !*ending ? r->list : "");
}

/* A long one must break, or the table leaves the paper. */
static void
put_class(struct view *v, const struct column *c, const char *text)
{
	if (is_number(c))
		view_add(v, "NUM");
	else if (c->kind == CELL_CODE && strlen(text) <= UNBROKEN)
		view_add(v, "NOWRAP");
}

void
table_heads(struct req *r, struct view *view, const char *include, const struct column *columns)
{
	struct view *v = view_include(view, include, "heads");
	const char *asked = form_get(r->form, "sort");
	bool down = *asked == '-';

	for (const struct column *c = columns; c->name; c++) {
		struct view *h = view_add(v, "COL"), *as;
		bool sorted = c->sorts && !strcmp(asked + down, c->name);

		view_text(h, "col_label", tr(r->lang, c->label));
		put_class(h, c, tr(r->lang, c->label));
		if (sorted)
			view_text(view_add(h, "SORTED"), "direction",
			    down ? "descending" : "ascending");
		if (c->sorts) {
			as = view_add(h, "SORT");
			view_text(as, "sort_path", address(r, "", sorted && !down
			    ? mem_printf(r->mem, "-%s", c->name) : c->name, 1));
			if (sorted)
				view_add(as, down ? "DOWN" : "UP");
		} else {
			view_add(h, "PLAIN");
		}
	}
}

static void
put_row(struct table *t, struct view *view, const struct row *row)
{
	struct view *tr_ = view_add(view, "ROW");

	if (row->group) {
		struct view *g = view_add(tr_, "GROUP");
		view_text(g, "heading", row->group);
		view_int(g, "width", t->n);
		if (row != t->rows)
			view_add(g, "NEXT");
		return;
	}
	tr_ = view_add(tr_, "CELLS");
	for (int i = 0; i < row->n; i++) {
		const struct column *c = &t->columns[i];
		const struct value *x = &row->cells[i];
		struct view *v = view_add(tr_, !i ? "TH" : t->wide ? "WIDE" : "TD");

		view_text(v, "cell", x->text);
		if (x->face)
			view_text(v, "tag", x->face), view_add(v, "TAG");
		else if (!i && row->link)
			view_text(v, "link", row->link), view_add(v, "LINK");
		else if (!i)
			view_add(v, "WORD");
		if (i && t->wide)	/* the style sheet knows what stands there */
			continue;
		put_class(v, c, x->text);
		if (i)
			view_text(v, "col_label", tr(t->r->lang, c->label));
	}
}

void
table_pager(struct req *r, struct view *view, const char *include, int64_t total)
{
	int64_t last = (total + table_limit(r) - 1) / table_limit(r), at = page_asked(r);
	const char *sort = form_get(r->form, "sort");
	struct view *v = view_include(view, include, "pager");

	if (last < 2 || whole(r))
		return;
	struct view *p = view_add(v, "PAGES");
	for (int64_t n = 1; n <= last; n++) {
		if (n > 2 && n < last && (n < at - 2 || n > at + 2))
			continue;
		struct view *one = view_add(view_add(p, "PAGE"), n == at ? "HERE" : "THERE");
		view_int(one, "page", n);
		view_text(one, "page_path", address(r, "", sort, n));
	}
}

void
table_put(struct req *r, struct view *view, const char *include, struct table *t,
    int64_t total, const char *empty_vi)
{
	struct view *v = view_include(view, include, "table");
	bool beyond = page_asked(r) > 1;

	for (const struct row *row = t->rows; row; row = row->next)
		beyond = beyond && row->stays;
	if (!t->rows || beyond) {
		struct view *none = view_add(v, "EMPTY");
		view_text(none, "empty", !beyond ? tr(r->lang, empty_vi)
		    : !t->rows ? tr(r->lang, "Danh sách không có trang này.")
		    : tr_with(r->mem, r->lang, "{1}: không có trang này.", tr(r->lang, t->caption), NULL, NULL));
		if (beyond)
			view_text(view_add(none, "FIRST"), "first_path", address(r, "", form_get(r->form, "sort"), 1));
		return;
	}
	struct view *full = view_add(v, "FULL");
	view_text(full, "caption", tr(r->lang, t->caption));
	if (r->title && !strcmp(r->title, tr(r->lang, t->caption)))	/* the page's head says it */
		view_add(full, "SAME");
	view_text(full, "total", number(r, total, 0));
	table_heads(r, full, "HEADS", t->columns);
	for (const struct row *row = t->rows; row; row = row->next)
		put_row(t, full, row);
	if (t->wide)	/* it would stand at the end of the box */
		view_include(full, "PAGER", "pager");
	else
		table_pager(r, full, "PAGER", total);
}

static int
show_sheet(struct req *r, struct table *t)
{
	const char *headers[COLUMNS_MAX], *cells[COLUMNS_MAX], *bytes;
	enum sheet_kind kinds[COLUMNS_MAX];
	size_t length;
	char *name = mem_text(r->mem, r->path + 1);

	for (int i = 0; i < t->n; i++) {
		headers[i] = tr(r->lang, t->columns[i].label);
		kinds[i] = is_number(&t->columns[i]) ? SHEET_NUMBER
		    : t->columns[i].kind == CELL_DAY ? SHEET_DAY : SHEET_TEXT;
	}
	struct sheet_out *out = sheet_new(r->mem, tr(r->lang, t->caption), t->n,
	    headers, kinds);
	for (const struct row *row = t->rows; row; row = row->next) {
		if (row->group)
			continue;
		for (int i = 0; i < t->n; i++)
			cells[i] = i < row->n ? row->cells[i].plain : "";
		sheet_add(out, cells);
	}
	for (char *c = name; *c; c++)
		if (*c == '/')
			*c = '-';
	if (r->face == CSV) {
		bytes = sheet_csv(out, &length);
		return give(r, "text/csv; charset=utf-8",
		    mem_printf(r->mem, "%s.csv", name), bytes, length);
	}
	bytes = sheet_xlsx(out, &length);
	return give(r, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	    mem_printf(r->mem, "%s.xlsx", name), bytes, length);
}

struct json *
json_new(struct req *r)
{
	return json_root(r->mem);
}

int
json_show(struct req *r, struct json *j)
{
	size_t length;
	const char *text = json_spell(j, &length);

	return give(r, "application/json; charset=utf-8", NULL, text, length);
}

static int
show_json(struct req *r, struct table *t, int64_t total)
{
	struct json *all = json_new(r), *rows;

	json_int(all, "total", total);
	rows = json_list(all, "rows");
	for (const struct row *row = t->rows; row; row = row->next) {
		if (row->group)
			continue;
		struct json *j = json_record(rows, NULL);
		for (int i = 0; i < row->n; i++) {
			const struct value *x = &row->cells[i];
			bool bare = is_number(&t->columns[i]) && !x->nothing && !x->face;
			if (bare)
				json_bare(j, t->columns[i].name, x->plain);
			else
				json_text(j, t->columns[i].name, x->nothing ? NULL : x->plain);
		}
		if (row->link)
			json_text(j, "link", row->link);
	}
	return json_show(r, all);
}

void
table_faces(struct req *r, struct view *view)
{
	struct view *v = view_add(view, "FACES");
	const char *sort = form_get(r->form, "sort");

	view_text(v, "xlsx_path", address(r, ".xlsx", sort, 1));
	view_text(v, "csv_path", address(r, ".csv", sort, 1));
}

int
table_show(struct req *r, int status, const char *template_name, struct table *t,
    int64_t total, const char *empty_vi)
{
	if (r->face == JSON)
		return show_json(r, t, total);
	if (r->face)
		return show_sheet(r, t);
	table_put(r, r->view, "TABLE", t, total, empty_vi);
	if (status == 200 || !r->reading)	/* of a question that was refused there is no file */
		table_faces(r, r->view);
	return show(r, status, template_name);
}
