/* evaluation_rank.c - results as they stand, and as they are published. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"

/* ---- the list of results ---- */

static const struct column columns[] = {
	{ "name",  "Đơn vị, đối tượng", CELL_TEXT,    true },
	{ "class", "Nhóm",              CELL_TEXT,    true },
	{ "group", "Cụm, khối",         CELL_TEXT,    true },
	{ "total", "Tổng điểm",         CELL_DECIMAL, true },
	{ "bonus", "Điểm thưởng",       CELL_DECIMAL, false },
	{ "share", "% điểm tối đa",     CELL_DECIMAL, true },
	{ "grade", "Xếp loại",          CELL_TEXT,    true },
	{ "rank",  "Hạng",              CELL_COUNT,   true },
	{ "among", "Trong số",          CELL_COUNT,   false },
	{ 0 }
};

static int sort_by;

/* Those without a rank come last. */
static int64_t
rank_of(const struct evaluation_result *x)
{
	return x->rank ? x->rank : *x->left ? INT64_MAX : INT64_MAX - 1;
}

static int
compare(const void *left, const void *right)
{
	const struct evaluation_result *a = *(const struct evaluation_result *const *)left;
	const struct evaluation_result *b = *(const struct evaluation_result *const *)right;
	int way = sort_by < 0 ? -1 : 1, c = 0;

	if (*a->left != *b->left && (!*a->left || !*b->left) && abs(sort_by) > 3)
		return *a->left ? 1 : -1;
	switch (abs(sort_by)) {
	case 2: c = (a->plan_class > b->plan_class) - (a->plan_class < b->plan_class); break;
	case 3: c = strcmp(a->group_name, b->group_name); break;
	case 4: c = (a->total > b->total) - (a->total < b->total); break;
	case 5: c = (a->share > b->share) - (a->share < b->share); break;
	case 6: c = strcmp(a->grade, b->grade); break;
	case 7: c = (rank_of(a) > rank_of(b)) - (rank_of(a) < rank_of(b)); break;
	case 1: c = strcmp(a->name_key, b->name_key); break;
	}
	if (c)
		return c * way;
	if ((c = (a->plan_class > b->plan_class) - (a->plan_class < b->plan_class)))
		return c;
	if ((c = strcmp(a->group_name, b->group_name)))
		return c;
	return rank_of(a) != rank_of(b) ? rank_of(a) > rank_of(b) ? 1 : -1 : strcmp(a->name_key, b->name_key);
}

/* What this person may see; totals of a draft as they are now. */
static struct evaluation_result *
seen(struct req *r, const struct evaluation_round *d)
{
	struct evaluation_result *all;
	struct evaluation_place *places;

	if (d->publication)
		return evaluation_results(r->db, r->mem, d->publication, r->who.id, r->today);
	all = evaluation_drafts(r->db, r->mem, d->id, r->who.id, r->today);
	places = all ? evaluation_places(r, d) : NULL;
	for (struct evaluation_result *x = all; x; x = x->next) {
		const struct evaluation_place *p = evaluation_place_of(places, x->evaluation);
		if (!p)
			continue;
		x->total = p->sum.total, x->bonus = p->sum.bonus, x->maximum = p->sum.maximum;
		x->share = p->sum.share, x->rank = p->rank, x->among = p->among;
		x->grade = p->grade;
	}
	return all;
}

static bool
wanted(const struct evaluation_result *x, const char *words, int64_t plan_class)
{
	return (!plan_class || x->plan_class == plan_class)
	    && (!*words || strstr(x->name_plain, words));
}

static void
show_grades(struct req *r, const struct evaluation_round *d)
{
	struct evaluation_grade *g = evaluation_grades(r->db, r->mem, d->id);
	struct view *list = g ? view_add(r->view, "GRADES") : NULL;

	for (; g; g = g->next) {
		struct view *v = view_add(list, "GRADE");
		view_text(v, "name", g->name);
		view_text(v, "minimum", number(r, g->minimum, 2));
		if (g->floor)
			view_text(view_add(v, "FLOOR"), "floor", number(r, g->floor, 2));
		if (g->quota >= 0)
			view_text(view_add(v, "QUOTA"), "quota", number(r, g->quota, 2));
	}
}

static bool
any_left(const struct evaluation_result *x)
{
	while (x && !*x->left)
		x = x->next;
	return x;
}

static const char *
left_word(struct req *r, const char *state)
{
	return tr(r->lang, !strcmp(state, "returned") ? "Bị trả lại, không gửi lại"
	    : !strcmp(state, "none") ? "Không gửi phiếu" : "Đang chấm, không gửi");
}

static bool
any_bonus(const struct evaluation_result *x)
{
	while (x && !x->bonus)
		x = x->next;
	return x;
}

static bool
is_together(const struct evaluation_result *a, const struct evaluation_result *b)
{
	return a && a->plan_class == b->plan_class && a->unit_group == b->unit_group;
}

/* On the page those who are ranked together stand under one heading, and what is the same
 * in all rows has no column: long names need the room. */
static const struct column *
page_columns(struct req *r, const struct evaluation_result *all, bool grouped)
{
	struct column *out = mem_take(r->mem, sizeof(columns)), *c = out;

	for (const struct column *k = columns; k->name; k++)
		if (strcmp(k->name, "class") && strcmp(k->name, "among")
		    && (strcmp(k->name, "group") || !grouped)
		    && (strcmp(k->name, "bonus") || any_bonus(all)))
			*c++ = *k;
	*c = (struct column){ 0 };
	c[-1].kind = CELL_TEXT;		/* 1/7 */
	return out;
}

static const char *
group_of(struct req *r, const struct evaluation_result *x)
{
	return *x->group_name ? x->group_name : tr(r->lang, "ngoài các cụm, khối");
}

/* A class is named as in the plan's own sentence: in small letters. */
static const char *
heading_of(struct req *r, const struct evaluation_result *x)
{
	const char *text = mem_printf(r->mem, "%s – %s", x->class_name, group_of(r, x));
	size_t n = 1;

	while (((unsigned char)text[n] & 0xc0) == 0x80)
		n++;
	return mem_printf(r->mem, "%s%s", text_upper(r->mem, mem_copy(r->mem, text, n)), text + n);
}

static void
show_row(struct req *r, struct table *t, const struct evaluation_result *x, bool grouped, bool bonus)
{
	table_row(t, x->sheet ? evaluation_path(r, x->evaluation, "") : NULL);
	table_text(t, x->name);
	if (!grouped)
		table_text(t, group_of(r, x));
	if (*x->left) {
		table_nothing(t, "không có");
		if (bonus)
			table_nothing(t, "không có");
		table_nothing(t, "không có");
		table_text(t, left_word(r, x->left));
		table_nothing(t, "không xếp hạng");
		return;
	}
	table_decimal(t, x->total);
	if (bonus)
		table_decimal(t, x->bonus);
	table_decimal(t, x->share);
	table_text(t, *x->grade ? x->grade : tr(r->lang, "không xếp loại"));
	if (x->rank)
		table_text(t, mem_printf(r->mem, "%s/%s", number(r, x->rank, 0), number(r, x->among, 0)));
	else
		table_nothing(t, "không xếp hạng");
}

/* All of it, in a file. */
static void
put_row(struct req *r, struct table *t, const struct evaluation_result *x)
{
	table_row(t, NULL);
	table_text(t, x->name);
	table_text(t, x->class_name);
	table_text(t, x->group_name);
	if (*x->left) {
		for (int k = 0; k < 3; k++)
			table_nothing(t, "không có");
	} else {
		table_decimal(t, x->total);
		table_decimal(t, x->bonus);
		table_decimal(t, x->share);
	}
	table_text(t, *x->left ? left_word(r, x->left) : x->grade);
	if (x->rank) {
		table_count(t, x->rank);
		table_count(t, x->among);
	} else {
		table_nothing(t, "không xếp hạng");
		table_nothing(t, "không xếp hạng");
	}
}

int
evaluation_results_page(struct req *r)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, r->id, r->lang);
	const char *words = text_plain(r->mem, form_get(r->form, "q"));
	int64_t plan_class = strtoll(form_get(r->form, "class"), NULL, 10), n = 0, all = 0;

	if (!d || !d->stands || !evaluation_known(r, d->id))
		return 404;
	bool board = evaluation_board(r, d->unit);
	struct evaluation_result *first = seen(r, d);
	for (struct evaluation_result *x = first; x; x = x->next)
		all++;
	const struct evaluation_result **rows = mem_take(r->mem, (size_t)(all + 1) * sizeof(*rows));
	for (struct evaluation_result *x = first; x; x = x->next)
		if (wanted(x, words, plan_class))
			rows[n++] = x;
	sort_by = table_sort(r, columns, 0);
	qsort(rows, (size_t)n, sizeof(*rows), compare);
	title(r, tr_with(r->mem, r->lang, "Kết quả: {1}", d->name, NULL, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	bool grouped = !r->face && !sort_by;
	struct table *t = table_new(r, d->publication ? "Kết quả đã công bố"
	    : board ? "Bảng xếp hạng tạm tính" : "Kết quả tạm tính của đơn vị bạn",
	    r->face ? columns : page_columns(r, first, grouped));
	const struct evaluation_result *last = NULL;
	for (int64_t i = table_skip(r), end = i + table_limit(r); i < n && i < end; last = rows[i++]) {
		if (grouped && !is_together(last, rows[i]))
			table_group(t, heading_of(r, rows[i]));
		if (r->face)
			put_row(r, t, rows[i]);
		else
			show_row(r, t, rows[i], grouped, any_bonus(first));
	}
	if (!r->face) {
		view_add_around(r->view, "WIDE");
		view_text(r->view, "tie_text", d->tie_text);
		view_text(r->view, "q", form_get(r->form, "q"));
		view_text(r->view, "window", evaluation_window(r, d->window_from, d->window_to));
		view_text(r->view, "unit_name", d->unit_name);
		view_text(r->view, "path", evaluation_round_path(r, d->id, "/results"));
		for (struct evaluation_class *c = evaluation_classes(r->db, r->mem, d->id, r->lang); c;
		    c = c->next)
			form_option(r->view, "CLASS", mem_printf(r->mem, "%lld", (long long)c->id), c->name,
			    mem_printf(r->mem, "%lld", (long long)plan_class));
		show_grades(r, d);
		struct view *v = view_add(r->view, d->publication ? "PUBLISHED" : "DRAFT");
		view_text(v, "number", d->number);
		view_date(v, "day", d->day);
		view_text(v, "at", moment(r, d->published));
		if (d->publication && *d->reason && any_left(first))
			view_text(view_add(r->view, "LEFT_OUT"), "reason", d->reason);
		if (board)
			view_text(view_add(r->view, "BOARD"), "sheets_path",
			    evaluation_round_path(r, d->id, "/units"));
		if (!strcmp(d->state, "closed") && may_here(r, "evaluation.publish", d->unit))
			view_text(view_add(r->view, "PUBLISH"), "path",
			    evaluation_round_path(r, d->id, "/publish"));
	}
	return table_show(r, 200, "evaluation_results", t, n, *words || plan_class
	    ? "Không có kết quả nào hợp với điều kiện lọc. Bỏ bớt điều kiện rồi xem lại."
	    : board ? "Chưa có phiếu nào được gửi. Thứ hạng hiện ở đây khi các đơn vị gửi phiếu."
	    : "Chưa có kết quả để xem: kết quả của đơn vị bạn hiện khi phiếu đã thẩm định, kết quả cả cụm hiện khi công bố.");
}

/* ---- publication ---- */

struct decision {
	const char *number, *day, *confirm, *why;
};

static const struct field fields[] = {
	FIELD(decision, number, "Số, ký hiệu quyết định", .max = 60),
	FIELD(decision, day, "Ngày quyết định", .kind = DAY),
	FIELD(decision, confirm, "Gõ lại để công bố", .max = 40),
	FIELD(decision, why, "Lý do công bố thiếu phiếu", .kind = LINES, .optional = true, .max = 1000),
	{ 0 }
};

static const char *
value_of(const void *record, const char *name)
{
	const struct decision *d = record;

	return !strcmp(name, "number") ? d->number : !strcmp(name, "day") ? d->day : "";
}

static struct evaluation_round *
to_publish(struct req *r)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, r->id, r->lang);

	return d && d->stands && may_here(r, "evaluation.publish", d->unit)
	    && evaluation_board(r, d->unit) ? d : NULL;
}

static bool
is_missing(const struct evaluation_missing *m)
{
	return m->returned || m->begun || m->none;
}

/* Whom it leaves out, by name, and what must be said to do so. */
static void
show_left_out(struct req *r, const struct evaluation_round *d)
{
	struct view *v = view_add(r->view, "LEAVE");

	view_text(v, "ticked", form_sent(r->form, "leave") ? "checked" : "");
	for (struct evaluation *e = evaluation_left_out(r, d); e; e = e->next) {
		struct view *one = view_add(v, "LEFT");
		view_text(one, "name", e->name);
		view_text(one, "class_name", e->class_name);
		view_text(one, "group_name", e->unit_group ? e->group_name : tr(r->lang, "ngoài các cụm, khối"));
		view_text(one, "state", left_word(r, evaluation_left_state(e)));
		if (e->id)
			view_text(view_add(one, "SHEET"), "path", evaluation_path(r, e->id, ""));
	}
}

static int
show_publish(struct req *r, int status, const struct evaluation_round *d,
    const struct decision *typed)
{
	int64_t waiting = evaluation_waiting(r->db, d->id), n = 0;
	struct evaluation_missing m = evaluation_missing(r->db, d->id);

	title(r, tr_with(r->mem, r->lang, "Công bố kết quả: {1}", d->name, NULL, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	crumb(r, tr(r->lang, "Kết quả"), evaluation_round_path(r, d->id, "/results"));
	form_open(r, r->view, evaluation_round_path(r, d->id, "/publish"));
	form_show(r->form, r->view, r->lang, fields, typed);
	for (struct evaluation_place *p = evaluation_places(r, d); p; p = p->next)
		n += p->reviewed;
	view_text(r->view, "stand", form_is_draft(r->form) ? form_get(r->form, "stand")
	    : evaluation_stand(r->db, r->mem, d->id));
	view_text(r->view, "reviewed", number(r, n, 0));
	view_text(r->view, "returned", number(r, m.returned, 0));
	view_text(r->view, "begun", number(r, m.begun, 0));
	view_text(r->view, "none", number(r, m.none, 0));
	if (is_missing(&m))
		show_left_out(r, d);
	view_text(r->view, "tie_text", d->tie_text);
	view_text(r->view, "results_path", evaluation_round_path(r, d->id, "/results"));
	if (waiting) {
		struct view *v = view_add(r->view, "WAITING");
		view_text(v, "waiting", number(r, waiting, 0));
		view_text(v, "waiting_path", evaluation_round_path(r, d->id, "/units?state=sent"));
	}
	if (is_missing(&m))
		evaluation_show_early(r, r->view, d);
	return show(r, status, "evaluation_publish");
}

int
evaluation_publish_page(struct req *r)
{
	struct evaluation_round *d = to_publish(r);

	if (!d)
		return 404;
	if (strcmp(d->state, "closed"))
		return go(r, evaluation_round_path(r, d->id, "/results"));
	return show_publish(r, 200, d, &(struct decision){ "", "", "", "" });
}

int
evaluation_publish_save(struct req *r)
{
	struct evaluation_round *d = to_publish(r);
	struct decision typed;
	int status;

	if (!d)
		return 404;
	if (strcmp(d->state, "closed"))
		return 409;
	struct evaluation_missing m = evaluation_missing(r->db, d->id);
	form_read(r->form, r->mem, fields, &typed);
	if (strcmp(form_get(r->form, "stand"), evaluation_stand(r->db, r->mem, d->id)))
		wrong_old(r, tr(r->lang,
		    "Có phiếu đã đổi sau khi bạn mở trang: xem lại bảng xếp hạng rồi công bố"));
	if (*typed.confirm && strcmp(text_plain(r->mem, typed.confirm), "cong bo"))
		form_wrong(r->form, "confirm", "Chưa đúng: gõ hai chữ “công bố”");
	if (text_is_day(typed.day) && strcmp(typed.day, r->today) > 0)
		form_wrong(r->form, "day", "Ngày quyết định chưa đến: ghi ngày đã ký");
	if (evaluation_waiting(r->db, d->id))
		form_wrong_away(r->form, "waiting", tr(r->lang, "Phiếu chưa thẩm định"), tr(r->lang,
		    "Còn phiếu đã gửi mà chưa thẩm định xong: thẩm định hoặc trả lại trước khi công bố"));
	if (is_missing(&m) && !form_sent(r->form, "leave"))
		form_wrong_at(r->form, "leave", tr(r->lang, "Phiếu chưa gửi"), tr(r->lang,
		    "Còn phiếu chưa gửi hoặc đã trả lại, sẽ không được xếp hạng: đánh dấu đồng ý công bố thiếu các phiếu ấy, hoặc chờ"));
	else if (is_missing(&m) && !*typed.why)
		form_wrong(r->form, "why",
		    "Ghi lý do công bố khi còn phiếu chưa gửi: các đơn vị ấy đọc được lý do này");
	if (!is_missing(&m))
		typed.why = "";
	if (form_faults(r->form))
		return show_publish(r, 422, d, &typed);
	changed(r, "left out", "", is_missing(&m) ? number(r, m.returned + m.begun + m.none, 0) : "");
	changed(r, "reason", "", typed.why);
	changed(r, "number", "", typed.number);
	changed(r, "day", "", typed.day);
	struct flow_ask ask = { .flow_case = d->flow_case, .move = "publish", .reason = typed.why,
	    .value = value_of, .record = &typed };
	if ((status = act(r, &ask, "round.publish", d->id)))
		return status == -1 ? show_publish(r, 422, d, &typed) : status;
	evaluation_freeze(r, d, evaluation_publish(r->db, d->id, typed.number, typed.day, typed.why,
	    r->who.id, r->now));
	said_with(r, "Đã công bố kết quả theo quyết định {1}", typed.number, NULL);
	return go(r, evaluation_round_path(r, d->id, "/results"));
}
