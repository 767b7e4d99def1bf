/*
 * signup.c - a unit signs up to a plan and states its targets (đăng ký tham gia).
 *
 *	GET  /signup			my units' plans, or those that I follow
 *	GET  /signup/plan/#		leads to the form of my unit
 *	GET  /signup/plan/#/unit/#	that unit's form		POST saves, registers
 *	GET  /signup/plan/#/units	who has, who has not, whom to call; the totals
 *	GET  /signup/#			what was registered
 *	POST /signup/#/move		a step of its case (db/flow.h)
 */

#include <stdlib.h>

#include "cgi-bin/lib/page.h"
#include "db/plan.h"
#include "db/signup.h"

enum { LINES_MAX = 60, LINES_MORE = 3, YEARS = 6, TEXT_MAX = 1000 };
static const int64_t value_max = 100000000000000;	/* hundredths */

static const struct field fields[] = {
	FIELD(signup, note, "Ghi chú", LINES, true, .max = 4000),
	{ 0 }
};

static const char *
path_of(struct req *r, int64_t id)
{
	return mem_printf(r->mem, "/signup/%lld", (long long)id);
}

static const char *
plan_path(struct req *r, int64_t plan, const char *rest)
{
	return mem_printf(r->mem, "/signup/plan/%lld%s", (long long)plan, rest);
}

static const char *
form_path(struct req *r, const struct signup *s)
{
	return plan_path(r, s->plan, mem_printf(r->mem, "/unit/%lld", (long long)s->unit));
}

static const char *
number_of(struct req *r, const char *text)
{
	return *text ? text : tr(r->lang, "chưa có số");
}

static bool
overdue(const struct req *r, const char *due)
{
	return *due && strcmp(due, r->today) < 0;
}

/* Where a unit stands, in words; *tag is its face. */
static const char *
standing(struct req *r, const struct signup *s, const char **tag)
{
	const char *word = s->id ? s->state_label : tr(r->lang, "Chưa đăng ký");

	*tag = s->id ? s->tag : "none";
	if (s->stands)
		return signup_late(s) ? tr(r->lang, "Đăng ký muộn") : word;
	if (overdue(r, s->due))
		*tag = "late";
	return *s->due ? mem_printf(r->mem, "%s, %s", word, how_far(r, s->due)) : word;
}

/* ---- the lists ---- */

static const struct column mine_columns[] = {
	{ "subject", "Kế hoạch",       CELL_TEXT, true },
	{ "number",  "Số, ký hiệu",    CELL_TEXT, true },
	{ "unit",    "Đơn vị",         CELL_TEXT, true },
	{ "due",     "Hạn đăng ký",    CELL_DAY,  true },
	{ "state",   "Tình trạng",     CELL_TAG,  true },
	{ 0 }
};

static int
list_mine(struct req *r)
{
	int64_t total;
	struct signup_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.sort = table_sort(r, mine_columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Kế hoạch đơn vị bạn đăng ký tham gia", mine_columns);

	for (struct signup *s = signup_mine(r->db, r->mem, &ask, &total); s; s = s->next) {
		const char *tag, *word = standing(r, s, &tag);
		table_row(t, s->stands ? path_of(r, s->id) : form_path(r, s));
		table_text(t, s->subject);
		table_text(t, number_of(r, s->number));
		table_text(t, s->unit_name);
		table_day(t, s->due);
		table_tag(t, tag, word);
	}
	return table_show(r, 200, "signup_list", t, total,
	    "Chưa có kế hoạch nào gửi tới đơn vị bạn hoặc dành cho loại đơn vị của bạn. Khi có, kế hoạch hiện ở đây cùng hạn đăng ký.");
}

static const struct column count_columns[] = {
	{ "subject",    "Kế hoạch",        CELL_TEXT,  true },
	{ "number",     "Số, ký hiệu",     CELL_TEXT,  true },
	{ "due",        "Hạn đăng ký",     CELL_DAY,   true },
	{ "registered", "Đã đăng ký",      CELL_COUNT, true },
	{ "expected",   "Trên số đơn vị",  CELL_COUNT, true },
	{ "missing",    "Chưa đăng ký",    CELL_COUNT, true },
	{ "late",       "Đăng ký muộn",    CELL_COUNT, true },
	{ 0 }
};

static int
list_counts(struct req *r)
{
	int64_t total;
	struct signup_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.sort = table_sort(r, count_columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Tình hình đăng ký từng kế hoạch", count_columns);

	for (struct signup_count *c = signup_counts(r->db, r->mem, &ask, &total); c; c = c->next) {
		table_row(t, plan_path(r, c->plan, "/units"));
		table_text(t, c->subject);
		table_text(t, number_of(r, c->number));
		table_day(t, c->due);
		table_count(t, c->registered);
		table_count(t, c->expected);
		table_count(t, c->expected - c->registered);
		table_count(t, c->late);
	}
	return table_show(r, 200, "signup_list", t, total, may(r, "signup.follow")
	    ? "Chưa có kế hoạch nào mà đơn vị bạn theo dõi phải đăng ký. Kế hoạch hiện ở đây khi được ban hành."
	    : "Bạn chưa được giao đăng ký hay theo dõi việc đăng ký cho đơn vị nào. Đề nghị người quản trị của đơn vị giao vai trò.");
}

/* Who writes and follows both has the two lists, at two addresses. */
static int
list(struct req *r)
{
	bool writes = may(r, "signup.write"), follows = may(r, "signup.follow");
	bool all = !writes || (follows && !strcmp(form_get(r->form, "of"), "all"));

	title(r, tr(r->lang, "Đăng ký tham gia, chỉ tiêu"));
	if (writes && follows)
		view_add(view_add(r->view, "BOTH"), all ? "ALL" : "MINE");
	return all ? list_counts(r) : list_mine(r);
}

/* ---- the form ---- */

/* A line of the table of targets, as it is typed. */
struct line {
	const char *indicator;		/* a number, "words", or "" */
	const char *year, *value, *text;
	const struct signup_indicator *is;
};

static const char *
key_of(struct req *r, int n, const char *member)
{
	return mem_printf(r->mem, "t%d_%s", n, member);
}

static const struct signup_indicator *
find(const struct signup_indicator *all, int64_t id)
{
	while (all && all->id != id)
		all = all->next;
	return all;
}

static bool
stated(const struct signup_target *t, int64_t indicator)
{
	while (t && t->indicator != indicator)
		t = t->next;
	return t;
}

/* What was typed; else what is kept, then what the plan's reports ask for and is not
 * stated yet, then some empty ones. */
static int
lines_of(struct req *r, const struct signup *s, const struct signup_indicator *all,
    struct line *line)
{
	const char *year = mem_copy(r->mem, r->today, 4);
	struct signup_target *kept;
	int n = 0;

	for (; n < LINES_MAX && form_sent(r->form, key_of(r, n + 1, "year")); n++) {
#define GOT(member) form_get(r->form, key_of(r, n + 1, member))
		line[n] = (struct line){ GOT("indicator"), GOT("year"), GOT("value"), GOT("text"),
		    find(all, strtoll(GOT("indicator"), NULL, 10)) };
#undef GOT
	}
	if (n)
		return n;
	kept = s->id ? signup_targets(r->db, r->mem, s->id) : NULL;
	for (struct signup_target *t = kept; t && n < LINES_MAX; t = t->next)
		line[n++] = (struct line){
		    t->indicator ? mem_printf(r->mem, "%lld", (long long)t->indicator) : "words",
		    mem_printf(r->mem, "%lld", (long long)t->year),
		    t->indicator ? text_of_number(r->mem, t->value, 2, false, "vi") : "",
		    t->text, find(all, t->indicator) };
	for (const struct signup_indicator *i = all; i && n < LINES_MAX - LINES_MORE; i = i->next)
		if (i->asked && !stated(kept, i->id))
			line[n++] = (struct line){ mem_printf(r->mem, "%lld", (long long)i->id),
			    year, "", "", i };
	for (int more = LINES_MORE; more && n < LINES_MAX; more--)
		line[n++] = (struct line){ "", year, "", "", NULL };
	return n;
}

static void
offer(struct view *v, const char *section, const char *value, const char *label,
    const char *chosen)
{
	struct view *o = view_add(v, section);

	view_text(o, "value", value);
	view_text(o, "label", label);
	if (!strcmp(value, chosen))
		view_add(o, "CHOSEN");
}

static void
offer_years(struct req *r, struct view *v, const char *chosen)
{
	int64_t first = strtoll(r->today, NULL, 10), typed = strtoll(chosen, NULL, 10);

	if (typed && (typed < first || typed >= first + YEARS))
		offer(v, "YEAR", chosen, chosen, chosen);
	for (int64_t y = first; y < first + YEARS; y++) {
		const char *year = mem_printf(r->mem, "%lld", (long long)y);
		offer(v, "YEAR", year, year, chosen);
	}
}

static const char *
with_measure(struct req *r, const char *name, const char *measure)
{
	return mem_printf(r->mem, "%s (%s)", name, measure);
}

/* An indicator that the plan's reports ask for stands there; another is chosen. */
static void
show_line(struct req *r, int n, const struct line *line, const struct signup_indicator *all)
{
	static const char *const members[] = { "indicator", "year", "value", "text" };
	struct view *v = view_add(r->view, "LINE"), *in;

	view_int(v, "n", n);
	view_text(v, "value", line->value);
	view_text(v, "text", line->text);
	if (line->is && line->is->asked) {
		in = view_add(v, "FIXED");
		view_text(in, "indicator", line->indicator);
		view_text(in, "name", line->is->name);
		view_text(in, "measure", line->is->measure);
	} else {
		in = view_add(v, "CHOICE");
		offer(in, "INDICATOR", "", tr(r->lang, "chọn chỉ số"), line->indicator);
		offer(in, "INDICATOR", "words", tr(r->lang, "khác, bằng lời"), line->indicator);
		for (const struct signup_indicator *i = all; i; i = i->next)
			offer(in, "INDICATOR", mem_printf(r->mem, "%lld", (long long)i->id),
			    with_measure(r, i->name, i->measure), line->indicator);
	}
	offer_years(r, v, line->year);
	if (line->is && line->is->has_last) {
		in = view_add(v, "LAST");
		view_text(in, "last", number(r, line->is->last, 2));
		view_text(in, "last_period", line->is->last_period);
	} else {
		view_add(v, "NO_LAST");
	}
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		const char *fault = form_fault(r->form, key_of(r, n, members[i]));
		view_text(v, mem_printf(r->mem, "%s%s", "bad_", members[i]), fault ? "true" : "false");
		if (fault)
			view_text(view_add(v, "LINE_ERROR"), "why", fault);
	}
}

static void
show_returned(struct req *r, const struct signup *s)
{
	struct flow_step *last = s->id ? flow_steps(r->db, r->mem, s->flow_case, r->lang) : NULL;

	if (!last || strcmp(s->state, "returned"))
		return;
	struct view *v = view_add(r->view, "RETURNED");
	view_text(v, "reason", last->reason);
	view_text(v, "name", last->name);
	view_text(v, "at", moment(r, last->at));
}

static bool
word_in(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (; *words; words += strcspn(words, " "), words += strspn(words, " "))
		if (!strncmp(words, word, n) && (!words[n] || words[n] == ' '))
			return true;
	return false;
}

/* For reference: by what units of this kind will be judged. */
static void
show_criteria(struct req *r, const struct signup *s)
{
	for (struct plan_class *c = plan_classes(r->db, r->mem, s->plan); c; c = c->next) {
		int n = 0;
		if (!word_in(c->kinds, s->unit_kind))
			continue;
		struct view *v = view_add(r->view, "CLASS");
		view_text(v, "class_name", c->name);
		for (struct plan_criterion *k = c->criteria; k; k = k->next, n++) {
			struct view *item = view_add(v, "CRITERION");
			view_text(item, "text", k->text);
			if (k->points >= 0)
				view_text(view_add(item, "POINTS"), "points", number(r, k->points, 2));
		}
		view_text(v, "criteria_count", number(r, n, 0));
	}
}

static void
show_units(struct req *r, const struct signup *all, const struct signup *at)
{
	struct view *list_ = all->next ? view_add(r->view, "CHOOSE") : NULL;

	for (; list_ && all; all = all->next) {
		const char *tag, *word = standing(r, all, &tag);
		struct view *v = view_add(view_add(list_, "UNIT"), all == at ? "HERE" : "THERE");
		view_text(v, "unit_name", all->unit_name);
		view_text(v, "state_label", word);
		view_text(v, "unit_path", all->stands ? path_of(r, all->id) : form_path(r, all));
	}
}

static void
show_plan(struct req *r, const struct signup *s)
{
	view_text(r->view, "unit_name", s->unit_name);
	view_text(r->view, "subject", s->subject);
	view_text(r->view, "number", number_of(r, s->number));
	view_text(r->view, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)s->plan));
	if (*s->due) {
		struct view *v = view_add(r->view, "DUE");
		view_date(v, "due", s->due);
		view_text(v, "how_far", s->stands ? "" : how_far(r, s->due));
	}
}

static int
show_form(struct req *r, int status, const struct signup *all, const struct signup *s,
    const struct signup_indicator *indicators)
{
	struct line line[LINES_MAX];
	const char *tag, *word = standing(r, s, &tag);
	int n = lines_of(r, s, indicators, line);

	show_plan(r, s);
	show_units(r, all, s);
	show_returned(r, s);
	show_criteria(r, s);
	view_text(r->view, "state_label", word);
	view_text(r->view, "tag", tag);
	if (!s->id && overdue(r, s->due))
		view_add(r->view, "OVERDUE");
	if (s->id)
		view_text(view_add(r->view, "SAVED"), "saved", moment(r, s->saved));
	view_int(r->view, "edition", s->edition);
	for (int i = 0; i < n; i++)
		show_line(r, i + 1, &line[i], indicators);
	form_show(r->form, r->view, r->lang, fields, s);
	title(r, tr(r->lang, "Đăng ký tham gia và chỉ tiêu"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup");
	return show(r, status, "signup_form");
}

/* My units that should sign up to this plan; NULL if none should. */
static struct signup *
mine_of(struct req *r)
{
	int64_t total;

	return signup_mine(r->db, r->mem, &(struct signup_ask){ .account = r->who.id,
	    .day = r->today, .lang = r->lang, .plan = r->id, .limit = 1000 }, &total);
}

static struct signup *
of_unit(struct signup *all, int64_t unit)
{
	while (all && all->unit != unit)
		all = all->next;
	return all;
}

/* To the first unit's: those that have not signed up come first. */
static int
lead(struct req *r)
{
	struct signup *s = mine_of(r);

	if (!s)
		return 404;
	return go(r, s->id && !s->edits ? path_of(r, s->id) : form_path(r, s));
}

static int
form(struct req *r)
{
	struct signup *all = mine_of(r), *s = of_unit(all, r->id2);

	if (!s)
		return 404;
	if (s->id && !s->edits)
		return go(r, path_of(r, s->id));
	form_open(r, r->view, form_path(r, s));
	return show_form(r, 200, all, s,
	    signup_indicators(r->db, r->mem, s->plan, s->unit, s->unit_kind));
}

static const char *
line_name(struct req *r, int n)
{
	return tr_with(r->mem, r->lang, "Dòng {1}", number(r, n, 0), NULL, NULL);
}

static void
wrong(struct req *r, int n, const char *member, const char *why)
{
	form_wrong_at(r->form, key_of(r, n, member), line_name(r, n), why);
}

static void
read_value(struct req *r, int n, const struct line *line, int64_t *value)
{
	int64_t decimals = line->is->decimals;

	if (!text_number(line->value, (int)decimals, value)) {
		wrong(r, n, "value", decimals ? tr_with(r->mem, r->lang,
		    "Ghi số như 12,5: dấu phẩy trước phần lẻ, tối đa {1} chữ số lẻ",
		    number(r, decimals, 0), NULL, NULL)
		    : tr(r->lang, "Ghi số nguyên như 1.234: chỉ số này không có phần lẻ"));
		return;
	}
	for (; decimals < 2 && *value <= value_max; decimals++)
		*value *= 10;
	if (*value < 0 || *value > value_max)
		wrong(r, n, "value", tr_with(r->mem, r->lang, "Ghi số từ 0 đến {1}",
		    number(r, value_max, 2), NULL, NULL));
}

/* False if the line is left empty, or is at fault. */
static bool
read_line(struct req *r, int n, struct line *line, struct signup_target *t)
{
	bool words = !strcmp(line->indicator, "words");
	struct field text[] = {
		{ .name = key_of(r, n, "text"), .at = offsetof(struct line, text),
		    .label = line_name(r, n), .kind = LINE, .optional = true, .max = TEXT_MAX },
		{ 0 }
	};

	form_read(r->form, r->mem, text, line);
	if (!*line->value && !*line->text)
		return false;
	*t = (struct signup_target){ .year = strtoll(line->year, NULL, 10), .text = line->text,
	    .name = line->is ? line->is->name : "" };
	if (t->year < 2000 || t->year > 2100)
		wrong(r, n, "year", tr(r->lang, "Năm phải từ 2000 đến 2100"));
	if (words && *line->value)
		wrong(r, n, "value", tr(r->lang,
		    "Chỉ tiêu bằng lời không có ô số: ghi số vào phần lời, hoặc chọn một chỉ số"));
	else if (words)
		return true;
	else if (!line->is)
		wrong(r, n, "indicator", tr(r->lang,
		    "Cần chọn chỉ số, hoặc chọn “khác, bằng lời”"));
	else if (!*line->value)
		wrong(r, n, "value", tr(r->lang,
		    "Cần ghi số; nếu không có số, xóa phần lời và thêm một dòng “khác, bằng lời”"));
	else
		read_value(r, n, line, &t->value);
	if (line->is && !words)
		t->indicator = line->is->id;
	return t->indicator;
}

static struct signup_target *
read_targets(struct req *r, const struct signup *s, const struct signup_indicator *all)
{
	struct signup_target *first = NULL, **end = &first;
	struct line line[LINES_MAX];
	int count = lines_of(r, s, all, line), at[LINES_MAX], n = 0;

	for (int i = 0; i < count; i++) {
		struct signup_target *t = mem_take(r->mem, sizeof(*t));
		if (!read_line(r, i + 1, &line[i], t))
			continue;
		int same = 0;
		for (struct signup_target *was = first; was && t->indicator; was = was->next, same++)
			if (was->indicator == t->indicator && was->year == t->year)
				wrong(r, i + 1, "year", tr_with(r->mem, r->lang,
				    "Chỉ số này đã ghi cho năm {1} ở dòng {2}: sửa dòng đó, hoặc chọn năm khác",
				    line[i].year, number(r, at[same], 0), NULL));
		at[n++] = i + 1;
		*end = t, end = &t->next;
	}
	return first;
}

static const char *
text_of(struct req *r, const struct signup_target *t)
{
	const char *text = "";

	for (; t; t = t->next)
		text = mem_printf(r->mem, "%s%s%lld %s%s%s%s%s", text, *text ? "\n" : "",
		    (long long)t->year, t->name, t->indicator ? ": " : "",
		    t->indicator ? text_of_number(r->mem, t->value, 2, false, "vi") : "",
		    t->indicator && *t->text ? "; " : "", t->text);
	return text;
}

static void
keep_it(struct req *r, struct signup *s, const struct signup_target *targets)
{
	if (s->id) {
		signup_change(r->db, s->id, s->note, r->now);
	} else {
		s->flow_case = flow_open(r->db, "signup", s->unit, r->who.id, r->now);
		s->id = signup_add(r->db, s, r->now);
	}
	signup_put_targets(r->db, s->id, targets);
	audit(r, "signup.save", s->id);
}

static int
save(struct req *r)
{
	struct signup *all = mine_of(r), *old = of_unit(all, r->id2), s;
	bool joins = !strcmp(form_get(r->form, "do"), "register");

	if (!old)
		return 404;
	if (old->id && !old->edits)
		return 409;
	may_here(r, "signup.write", old->unit);
	struct signup_indicator *indicators = signup_indicators(r->db, r->mem, old->plan,
	    old->unit, old->unit_kind);
	s = *old;
	form_read(r->form, r->mem, fields, &s);
	struct signup_target *targets = read_targets(r, &s, indicators);
	if (joins && !targets && !*s.note)
		form_wrong(r->form, "note",
		    "Cần ít nhất một chỉ tiêu; nếu chưa có, ghi ở đây vì sao");
	if (form_sent(r->form, "edition")
	    && strtoll(form_get(r->form, "edition"), NULL, 10) != old->edition)
		form_wrong_at(r->form, "edition", tr(r->lang, "Bản đăng ký"), tr_with(r->mem, r->lang,
		    "Người khác của đơn vị đã lưu lúc {1}, sau khi bạn mở trang: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia",
		    moment(r, old->saved), NULL, NULL));
	if (form_faults(r->form)) {
		form_open(r, r->view, form_path(r, old));
		return show_form(r, 422, all, &s, indicators);
	}
	changed_form(r, fields, old, &s);
	changed(r, "targets", text_of(r, old->id ? signup_targets(r->db, r->mem, old->id) : NULL),
	    text_of(r, targets));
	keep_it(r, &s, targets);
	if (!joins)
		return go(r, form_path(r, &s));
	int status = act(r, &(struct flow_ask){ .flow_case = s.flow_case, .move = "register",
	    .reason = "" }, "signup.register", s.id);
	signup_settle(r->db, s.id, r->today);
	return status ? status : go(r, path_of(r, s.id));
}

/* ---- what was registered ---- */

/* Its own unit sees it always, those who follow once it stands; else NULL. */
static struct signup *
seen(struct req *r)
{
	struct signup *s = signup_get(r->db, r->mem, r->id, r->today, r->lang);

	return s && (may_here(r, "signup.write", s->unit)
	    || (s->stands && may_here(r, "signup.follow", s->unit))) ? s : NULL;
}

static void
show_moves(struct req *r, const struct signup *s)
{
	for (struct flow_move *m = flow_moves(r->db, r->mem, s->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next) {
		bool wrong_here = form_fault(r->form, "reason")
		    && !strcmp(form_get(r->form, "move"), m->move);
		struct view *v = view_add(r->view, "MOVE_REASON");
		form_open(r, v, mem_printf(r->mem, "%s/move", path_of(r, s->id)));
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "risk", m->risk ? "risk" : "");
		view_text(v, "reason_id", wrong_here ? "reason"
		    : mem_printf(r->mem, "reason-%s", m->move));
		view_text(v, "reason_text", !strcmp(form_get(r->form, "move"), m->move)
		    ? form_get(r->form, "reason") : "");
		view_text(v, "reason_invalid", wrong_here ? "true" : "false");
		if (wrong_here)
			view_add(v, "OPEN");
	}
}

static void
show_targets(struct req *r, const struct signup *s)
{
	struct signup_target *t = signup_targets(r->db, r->mem, s->id);
	struct view *all = view_add(r->view, t ? "TARGETS" : "NO_TARGET");

	for (; t; t = t->next) {
		struct view *v = view_add(all, "TARGET");
		view_text(v, "name", t->indicator ? t->name : t->text);
		view_int(v, "year", t->year);
		view_text(v, "value", t->indicator ? number(r, t->value, 2)
		    : tr(r->lang, "bằng lời"));
		view_text(v, "measure", t->measure);
		if (t->indicator && *t->text)
			view_text(view_add(v, "WORDS"), "text", t->text);
	}
}

static int
show_one(struct req *r, int status, const struct signup *s)
{
	struct flow_step *steps = flow_steps(r->db, r->mem, s->flow_case, r->lang);
	const char *tag, *word = standing(r, s, &tag);
	const char *by = steps ? steps->name : "";

	show_plan(r, s);
	show_targets(r, s);
	view_text(r->view, "state_label", word);
	view_text(r->view, "tag", tag);
	view_int(r->view, "id", s->id);
	view_text(r->view, "at", moment(r, s->at));
	view_text(r->view, "by", *by ? by : tr(r->lang, "người vận hành"));
	view_text(r->view, "target_count", number(r, s->targets, 0));
	if (*s->note)
		view_text(view_add(r->view, "NOTE"), "note", s->note);
	for (struct flow_step *p = steps; p; p = p->next) {
		struct view *v = view_add(r->view, "STEP");
		view_text(v, "at", moment(r, p->at));
		view_text(v, "label", p->label);
		view_text(v, "name", *p->name ? p->name : tr(r->lang, "người vận hành"));
		if (*p->reason)
			view_text(view_add(v, "REASON"), "reason", p->reason);
	}
	show_moves(r, s);
	form_show_faults(r->form, r->view, r->lang, (const struct field[]){
		{ .name = "reason", .label = "Lý do" }, { 0 } });
	if (may(r, "signup.follow"))
		view_text(view_add(r->view, "FOLLOW"), "units_path", plan_path(r, s->plan, "/units"));
	title(r, tr(r->lang, "Đã đăng ký tham gia"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup");
	return show(r, status, "signup_one");
}

static int
as_json(struct req *r, const struct signup *s)
{
	struct json *j = json_new(r), *all;

	json_int(j, "id", s->id);
	json_int(j, "plan", s->plan);
	json_text(j, "number", *s->number ? s->number : NULL);
	json_int(j, "unit", s->unit);
	json_text(j, "unit_name", s->unit_name);
	json_text(j, "state", s->state);
	json_text(j, "due", *s->due ? s->due : NULL);
	json_text(j, "first_day", *s->first_day ? s->first_day : NULL);
	json_text(j, "note", s->note);
	all = json_list(j, "targets");
	for (struct signup_target *t = signup_targets(r->db, r->mem, s->id); t; t = t->next) {
		struct json *one = json_record(all, NULL);
		json_text(one, "indicator", t->indicator ? t->name : NULL);
		json_text(one, "measure", t->indicator ? t->measure : NULL);
		json_int(one, "year", t->year);
		if (t->indicator)
			json_decimal(one, "value", t->value);
		else
			json_text(one, "value", NULL);
		json_text(one, "text", t->text);
	}
	return json_show(r, j);
}

static int
one(struct req *r)
{
	struct signup *s = seen(r);

	if (!s)
		return 404;
	if (r->face == JSON)
		return as_json(r, s);
	return s->edits ? go(r, form_path(r, s)) : show_one(r, 200, s);
}

static int
move(struct req *r)
{
	struct signup *s = seen(r);
	struct flow_ask ask = { .move = form_get(r->form, "move"),
	    .reason = form_get(r->form, "reason") };
	int status;

	/* Registering is the form's, which looks at what is registered. */
	if (!s || !strcmp(ask.move, "register"))
		return 404;
	ask.flow_case = s->flow_case;
	if (text_length(ask.reason) > 4000) {
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
		return show_one(r, 422, s);
	}
	status = act(r, &ask, mem_printf(r->mem, "signup.%s", ask.move), s->id);
	if (status < 0)
		return show_one(r, 422, s);
	if (status)
		return status;
	return go(r, may_here(r, "signup.write", s->unit) ? form_path(r, s)
	    : plan_path(r, s->plan, "/units"));
}

/* ---- who has, who has not ---- */

static const struct column unit_columns[] = {
	{ "unit",      "Đơn vị",        CELL_TEXT,  true },
	{ "state",     "Tình trạng",    CELL_TAG,   true },
	{ "first_day", "Ngày đăng ký",  CELL_DAY,   true },
	{ "targets",   "Số chỉ tiêu",   CELL_COUNT, true },
	{ "contact",   "Người liên hệ", CELL_TEXT,  false },
	{ "phone",     "Điện thoại",    CELL_TEXT,  false },
	{ 0 }
};

static const struct column total_columns[] = {
	{ "indicator", "Chỉ số",         CELL_TEXT,    false },
	{ "measure",   "Đơn vị tính",    CELL_TEXT,    false },
	{ "year",      "Năm",            CELL_TEXT,    false },
	{ "value",     "Cộng chỉ tiêu",  CELL_DECIMAL, false },
	{ "units",     "Số đơn vị",      CELL_COUNT,   false },
	{ 0 }
};

static void
show_totals(struct req *r, const struct signup_ask *ask)
{
	struct table *t = table_new(r, "Cộng chỉ tiêu của các đơn vị đã đăng ký", total_columns);
	int64_t n = 0;

	for (struct signup_total *x = signup_totals(r->db, r->mem, ask); x; x = x->next, n++) {
		table_row(t, NULL);
		table_text(t, x->name);
		table_text(t, x->measure);
		table_text(t, mem_printf(r->mem, "%lld", (long long)x->year));
		table_decimal(t, x->value);
		table_count(t, x->units);
	}
	table_put(r, r->view, "TOTALS", t, n,
	    "Chưa có chỉ tiêu nào bằng số để cộng. Tỷ lệ và chỉ tiêu bằng lời không cộng.");
}

static void
show_filter(struct req *r, const char *state)
{
	static const char *const states[][2] = {
		{ "",           "tất cả" },
		{ "missing",    "chưa đăng ký" },
		{ "registered", "đã đăng ký" },
		{ "late",       "đăng ký muộn" },
	};

	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		offer(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), state);
}

static int
units(struct req *r)
{
	int64_t total, plans;
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);
	struct signup_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang, .plan = r->id,
		.state = form_get(r->form, "state"), .sort = table_sort(r, unit_columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct signup_ask whole = { .account = r->who.id, .day = r->today, .plan = r->id,
	    .limit = 1 };

	if (!p || !p->stands)
		return 404;
	struct table *t = table_new(r, "Đơn vị đăng ký tham gia, chưa đăng ký xếp trước",
	    unit_columns);
	for (struct signup *s = signup_units(r->db, r->mem, &ask, &total); s; s = s->next) {
		const char *tag, *word = standing(r, s, &tag);
		table_row(t, s->stands ? path_of(r, s->id)
		    : mem_printf(r->mem, "/unit/%lld", (long long)s->unit));
		table_text(t, s->unit_name);
		table_tag(t, tag, word);
		if (s->stands) {
			table_day(t, s->first_day);
			table_count(t, s->targets);
		} else {
			table_nothing(t, "chưa");
			table_nothing(t, "chưa");
		}
		if (*s->contact)
			table_text(t, s->contact);
		else
			table_nothing(t, "chưa có");
		if (*s->phone)
			table_text(t, s->phone);
		else
			table_nothing(t, "chưa có");
	}
	if (r->face == HTML) {
		struct signup_count *c = signup_counts(r->db, r->mem, &whole, &plans);
		struct signup head = { .id = 0, .plan = p->id, .unit_name = "", .number = p->number,
		    .subject = p->subject, .due = p->signup_due };
		show_plan(r, &head);
		view_text(r->view, "registered", number(r, c ? c->registered : 0, 0));
		view_text(r->view, "expected", number(r, c ? c->expected : 0, 0));
		view_text(r->view, "late_count", number(r, c ? c->late : 0, 0));
		show_filter(r, ask.state);
		show_totals(r, &ask);
	}
	title(r, tr(r->lang, "Đơn vị đăng ký tham gia"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup?of=all");
	return table_show(r, 200, "signup_units", t, total, *ask.state
	    ? "Không có đơn vị nào như bạn lọc. Chọn “tất cả” rồi lọc lại."
	    : "Kế hoạch này không có đơn vị nào phải đăng ký trong phạm vi bạn theo dõi. Đơn vị phải đăng ký là đơn vị nhận kế hoạch hoặc thuộc nhóm đối tượng của kế hoạch.");
}

const struct page page = {
	.name = "signup",
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "signup", READ | ADD | CHANGE },
		{ "signup_target", REMOVE },
		{ "flow_case", READ | ADD | CHANGE },
		{ "flow_step", READ | ADD },
		{ "plan", READ },
		{ "indicator", READ },
		{ "report", READ },	/* the unit's last values */
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/signup",               SIGNED,          list, LIST },
		{ GET,  "/signup/plan/#",        "signup.write",  lead, 0 },
		{ GET,  "/signup/plan/#/unit/#", "signup.write",  form, 0 },
		{ POST, "/signup/plan/#/unit/#", "signup.write",  save, 0 },
		{ GET,  "/signup/plan/#/units",  "signup.follow", units, LIST },
		{ GET,  "/signup/#",             SIGNED,          one, RECORD },
		{ POST, "/signup/#/move",        SIGNED,          move, 0 },
		{ 0 }
	},
};
