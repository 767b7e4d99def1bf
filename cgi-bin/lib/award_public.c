/*
 * award_public.c - what anybody sees: an award list, whether a certificate is true, how
 * many were rewarded.  Who has not agreed to be named is here a number at a place; all
 * comes by "the public" of db/award.h.
 */

#include "cgi-bin/lib/award_page.h"

static const struct column columns[] = {
	{ "name",    "Họ tên, tập thể",       CELL_TEXT,  true },
	{ "subject", "Đối tượng",             CELL_TEXT,  false },
	{ "unit",    "Đơn vị",                CELL_TEXT,  false },
	{ "form",    "Danh hiệu, hình thức",  CELL_TEXT,  false },
	{ "book",    "Số vào sổ",             CELL_COUNT, true },
	{ "state",   "Tình trạng",            CELL_TAG,   false },
	{ 0 }
};

/* "Nguyễn Văn Dũng (sinh 1978), công chức" */
static const char *
called(struct req *r, const struct award_row *w)
{
	const char *out = w->name;

	if (w->birth_year)
		out = mem_printf(r->mem, "%s (%s %lld)", out, tr(r->lang, "sinh"),
		    (long long)w->birth_year);
	if (*w->post)
		out = mem_printf(r->mem, "%s, %s", out, w->post);
	return *w->place ? mem_printf(r->mem, "%s, %s", out, w->place) : out;
}

static const char *
place_of(struct req *r, const struct award_row *w)
{
	return *w->unit_name ? w->unit_name : tr(r->lang, "ngoài địa bàn");
}

/* A name within a sentence: "xã Nậm Khao"; "UBND tỉnh" stays. */
static const char *
within(struct req *r, const char *name)
{
	size_t n = *name ? 1 : 0;

	while ((name[n] & 0xc0) == 0x80)
		n++;
	if (name[n] >= 'A' && name[n] <= 'Z')
		return name;
	return mem_printf(r->mem, "%s%s", text_lower(r->mem, mem_copy(r->mem, name, n)), name + n);
}

/* "3 hộ gia đình ở xã Nậm Khao" */
static const char *
counted(struct req *r, const struct award_row *w)
{
	const char *what = text_lower(r->mem, award_subject(r, w->subject));

	return *w->unit_name ? tr_with(r->mem, r->lang, "{1} {2} ở {3}", number(r, w->n, 0),
	    what, within(r, w->unit_name)) : tr_with(r->mem, r->lang, "{1} {2} ở ngoài địa bàn",
	    number(r, w->n, 0), what, NULL);
}

static void
add_named(struct req *r, struct table *t, const struct award_row *w)
{
	table_row(t, NULL);
	table_text(t, called(r, w));
	table_text(t, award_subject(r, w->subject));
	table_text(t, place_of(r, w));
	table_text(t, w->form);
	table_count(t, w->book);
	if (*w->revoked_number)
		table_tag(t, "late", tr(r->lang, "đã hủy"));
	else
		table_tag(t, "done", tr(r->lang, "có hiệu lực"));
}

static void
add_unnamed(struct req *r, struct table *t, const struct award_row *w)
{
	table_row(t, NULL);
	table_text(t, counted(r, w));
	table_text(t, award_subject(r, w->subject));
	table_text(t, place_of(r, w));
	table_text(t, w->form);
	table_nothing(t, "không nêu");
	if (w->revoked)
		table_tag(t, "late", tr_with(r->mem, r->lang, "đã hủy {1}", number(r, w->revoked, 0),
		    NULL, NULL));
	else
		table_tag(t, "done", tr(r->lang, "có hiệu lực"));
}

static void
show_facts(struct req *r, const struct award_decision *d)
{
	view_text(r->view, "number", d->number);
	view_date(r->view, "date", d->date);
	view_text(r->view, "issuer", d->issuer);
	view_text(r->view, "how_many", tr_with(r->mem, r->lang,
	    "{1} tập thể, {2} cá nhân, {3} hộ gia đình", number(r, d->collectives, 0),
	    number(r, d->persons, 0), number(r, d->households, 0)));
	if (*d->signer_name)
		view_text(view_add(r->view, "SIGNER"), "signer", *d->signer_title
		    ? mem_printf(r->mem, "%s, %s", d->signer_name, d->signer_title) : d->signer_name);
	if (d->plan) {
		struct view *v = view_add(r->view, "PLAN");
		view_text(v, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)d->plan));
		view_text(v, "plan_number", *d->plan_number ? d->plan_number
		    : tr(r->lang, "chưa có số"));
	}
	if (d->revoked)
		view_text(view_add(r->view, "REVOKED"), "revoked", number(r, d->revoked, 0));
	if (may_here(r, "award.view", d->unit))
		view_add(r->view, "STAFF");
}

static void
show_filter(struct req *r, const struct award_ask *ask)
{
	view_text(r->view, "q", form_get(r->form, "q"));
	view_text(r->view, "list_path", award_path(r, ask->decision, ""));
	for (size_t i = 0; i < 3; i++)
		form_option(r->view, "SUBJECT", award_subjects[i][0],
		    tr(r->lang, award_subjects[i][1]), ask->subject);
	for (struct award_choice *p = award_places(r->db, r->mem, ask->decision); p; p = p->next)
		form_option(r->view, "PLACE", p->value, p->label, award_id(r, ask->unit));
}

static int
show_list(struct req *r, const struct award_decision *d)
{
	int64_t named, people, rows = 0;
	struct award_ask ask = {
		.lang = r->lang, .decision = d->id,
		.words = text_plain(r->mem, form_get(r->form, "q")),
		.subject = form_get(r->form, "subject"), .unit = award_id_typed(r, "unit", 0),
		.sort = table_sort(r, columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "mục::Danh sách khen thưởng", columns);
	const char *group = "";

	for (struct award_row *w = award_named(r->db, r->mem, &ask, &named); w; w = w->next) {
		if (strcmp(group, w->subject))
			table_group(t, award_subject(r, group = w->subject));
		add_named(r, t, w);
	}
	if (ask.skip && !*group) {	/* a page beyond the names: how many are there? */
		struct award_ask whole = ask;
		whole.skip = 0, whole.limit = 1;
		award_named(r->db, r->mem, &whole, &named);
	}
	/* Those who are counted close the list, on its last page. */
	struct award_row *first = award_unnamed(r->db, r->mem, &ask, &people);
	for (struct award_row *w = first; w; w = w->next)
		rows++;
	if (ask.skip < named + rows && named + rows <= ask.skip + ask.limit) {
		if (first)
			table_group(t, tr(r->lang, "Không nêu tên, chỉ tính số lượng"));
		for (struct award_row *w = first; w; w = w->next)
			add_unnamed(r, t, w);
	}
	show_facts(r, d);
	show_filter(r, &ask);
	title(r, d->title);
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	return table_show(r, 200, "award_one", t, named + rows, *ask.words
	    ? "Trong các tên được nêu ở danh sách này không có tên như bạn tìm. Thử ít chữ hơn; không cần gõ dấu. Người, hộ chưa đồng ý nêu tên không tìm được theo tên."
	    : "Không có trường hợp nào khớp điều kiện lọc. Chọn “tất cả” rồi lọc lại.");
}

int
award_one_page(struct req *r)
{
	struct award_decision *d = award_get(r->db, r->mem, r->id, r->lang);

	if (!d || (!d->stands && !may_here(r, "award.view", d->unit)))
		return 404;
	return d->stands ? show_list(r, d) : award_draft_show(r, 200, d);
}

/* ---- is a certificate true ---- */

struct check {
	const char *number;
	int64_t book, year;
};

static const struct field check_fields[] = {
	FIELD(check, number, "Số quyết định", LINE, .max = 60),
	FIELD(check, book,   "Số vào sổ", NUMBER, .min = 1, .max = 1000000, .bare = true),
	FIELD(check, year,   "Năm", NUMBER, .min = 1900, .max = 2100, .bare = true),
	{ 0 }
};

static void
show_found(struct req *r, const struct award_row *w)
{
	struct view *v = view_add(r->view, *w->revoked_number ? "CANCELLED" : "VALID");

	if (*w->name)
		view_text(view_add(v, "NAMED"), "to_whom", called(r, w));
	else
		view_text(view_add(v, "UNNAMED"), "to_whom", counted(r, w));
	view_text(v, "unit_name", place_of(r, w));
	view_text(v, "form", w->form);
	view_text(v, "issuer", w->issuer);
	view_text(v, "decision_title", w->decision_title);
	view_text(v, "decision_path", award_path(r, w->decision, ""));
	view_text(v, "number", w->decision_number);
	view_date(v, "date", w->decision_date);
	view_int(v, "book", w->book);
	view_int(v, "decision", w->decision);
	if (*w->revoked_number) {
		view_text(v, "revoked_number", w->revoked_number);
		view_date(v, "revoked_date", w->revoked_date);
	}
	view_text(v, "at", moment(r, r->now));
}

int
award_check_page(struct req *r)
{
	struct check c = { .number = "" };
	bool asked = form_sent(r->form, "number");
	struct award_row *w = NULL;

	if (asked && form_read(r->form, r->mem, check_fields, &c)) {
		w = award_check(r->db, r->mem, text_plain_number(r->mem, c.number), c.book, c.year, r->lang);
		if (!w)
			view_text(view_add(r->view, "UNKNOWN"), "at", moment(r, r->now));
		else if (w->next)
			view_add(r->view, "SEVERAL");
		for (; w; w = w->next)
			show_found(r, w);
	}
	if (asked || form_faults(r->form)) {
		form_show(r->form, r->view, r->lang, check_fields, &c);
	} else {
		for (const struct field *d = check_fields; d->name; d++)
			view_text(r->view, mem_printf(r->mem, "%s%s", d->name, "_invalid"), "false");
		view_text(r->view, "year", mem_copy(r->mem, r->today, 4));
	}
	if (*r->support)
		view_text(view_add(r->view, "CALL"), "phone", r->support);
	title(r, tr(r->lang, "Kiểm tra bằng khen, giấy khen"));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	return show(r, form_faults(r->form) ? 422 : 200, "award_check");
}

/* ---- how many ---- */

static const struct column count_columns[] = {
	{ "type",    "Loại hình",            CELL_TEXT,  false },
	{ "form",    "Danh hiệu, hình thức", CELL_TEXT,  false },
	{ "subject", "Đối tượng",            CELL_TEXT,  false },
	{ "group",   "Nhóm đối tượng",       CELL_TEXT,  false },
	{ "count",   "Số lượng",             CELL_COUNT, false },
	{ "revoked", "Trong đó đã hủy",      CELL_COUNT, false },
	{ 0 }
};

int
award_count_page(struct req *r)
{
	int64_t total;
	struct award_ask ask = { .lang = r->lang, .year = award_year_asked(r),
	    .limit = table_limit(r), .skip = table_skip(r) };
	struct table *t = table_new(r, "Khen thưởng theo loại hình, hình thức, nhóm đối tượng",
	    count_columns);

	for (struct award_row *w = award_counts(r->db, r->mem, &ask, &total); w; w = w->next) {
		table_row(t, NULL);
		table_text(t, w->type);
		table_text(t, w->form);
		table_text(t, award_subject(r, w->subject));
		table_text(t, w->group);
		table_count(t, w->n);
		table_count(t, w->revoked);
	}
	award_offer_years(r, award_id(r, ask.year));
	title(r, tr(r->lang, "Thống kê khen thưởng"));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	return table_show(r, 200, "award_count", t, total,
	    "Chưa có quyết định khen thưởng nào được ban hành trên cổng trong năm này.");
}
