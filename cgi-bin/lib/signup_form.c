/* signup_form.c - the form in which a unit states its targets.  It keeps a draft; what is
 * kept is looked through, and signed up with, in signup_check.c. */

#include <stdlib.h>

#include "cgi-bin/lib/signup_page.h"

#include "db/plan.h"
#include "db/plan_change.h"

enum { LINES_MAX = 60, LINES_MORE = 3, YEARS = 6, TEXT_MAX = 1000 };
static const int64_t value_max = 100000000000000, rate_max = 10000;	/* hundredths */

static const struct field fields[] = {
	FIELD(signup, note, "Ghi chú", LINES, true, .max = 4000),
	{ 0 }
};

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

/* Does a target before `end` state it? */
static bool
stated(const struct signup_target *t, const struct signup_target *end, int64_t indicator)
{
	while (t != end && t->indicator != indicator)
		t = t->next;
	return t != end;
}

static struct line
line_of(struct req *r, const struct signup_target *t, const struct signup_indicator *is)
{
	return (struct line){
	    t->indicator ? mem_printf(r->mem, "%lld", (long long)t->indicator) : "words",
	    mem_printf(r->mem, "%lld", (long long)t->year),
	    t->indicator ? text_of_number(r->mem, t->value, 2, false, "vi") : "", t->text, is };
}

/* For which years there can be targets: of the plan's period where it has one, and while a plan
 * is still signed up to after its end, up to this year. */
struct years {
	int64_t first, last, now;	/* now: which is offered first */
	bool bound;			/* by the plan's period */
};

static struct years
years_of(struct req *r, const struct signup *s)
{
	const struct plan *p = plan_get(r->db, r->mem, s->plan, r->lang);
	int64_t today = strtoll(r->today, NULL, 10);
	struct years y = { p ? strtoll(p->period_from, NULL, 10) : 0,
	    p ? strtoll(p->period_to, NULL, 10) : 0, today, true };

	if (!y.first || y.last < y.first)
		return (struct years){ today, today + YEARS - 1, today, false };
	y.now = today < y.first ? y.first : today > y.last ? y.last : today;
	y.last = today > y.last ? today : y.last;
	return y;
}

static const char *
year_text(struct req *r, int64_t year)
{
	return mem_printf(r->mem, "%lld", (long long)year);
}

/*
 * What is kept, in the writer's order.  A row that the plan's reports ask for and that
 * he left empty is not kept; it stands again where it stood: before those that are asked
 * after it, and before the rows of his own.
 */
static int
lines_kept(struct req *r, const struct signup_target *kept, const struct signup_indicator *all,
    const struct years *years, struct line *line)
{
	const char *year = year_text(r, years->now);
	const struct signup_indicator *next = all, *is;
	const struct signup_target *t = kept;
	int n = 0, room = LINES_MAX - LINES_MORE;

	for (const struct signup_target *x = kept; x; x = x->next)
		room--;
	for (;; t = t->next) {
		is = t ? find(all, t->indicator) : NULL;
		bool asked = is && is->asked && !stated(kept, t, is->id);
		if (!asked || find(next, is->id))
			for (; next && next->asked && (!asked || next != is); next = next->next)
				if (room > 0 && !stated(kept, NULL, next->id)) {
					line[n++] = (struct line){ mem_printf(r->mem, "%lld",
					    (long long)next->id), year, "", "", next };
					room--;
				}
		if (!t || n == LINES_MAX)
			return n;
		line[n++] = line_of(r, t, is);
	}
}

/* What was typed; else what is kept and asked, then some empty ones. */
static int
lines_of(struct req *r, const struct signup *s, const struct signup_indicator *all,
    struct line *line)
{
	int n = 0;

	for (; n < LINES_MAX && form_sent(r->form, key_of(r, n + 1, "year")); n++) {
#define GOT(member) form_get(r->form, key_of(r, n + 1, member))
		line[n] = (struct line){ GOT("indicator"), GOT("year"), GOT("value"), GOT("text"),
		    find(all, strtoll(GOT("indicator"), NULL, 10)) };
#undef GOT
	}
	if (n)
		return n;
	struct years years = years_of(r, s);
	n = lines_kept(r, s->id ? signup_targets(r->db, r->mem, s->id) : NULL, all, &years, line);
	for (int more = LINES_MORE; more && n < LINES_MAX; more--)
		line[n++] = (struct line){ "", year_text(r, years.now), "", "", NULL };
	return n;
}

static void
offer_years(struct req *r, struct view *v, const struct years *years, const char *chosen)
{
	int64_t typed = strtoll(chosen, NULL, 10);

	if (typed && (typed < years->first || typed > years->last))
		form_option(v, "YEAR", chosen, chosen, chosen);
	for (int64_t y = years->first; y <= years->last; y++) {
		const char *year = year_text(r, y);
		form_option(v, "YEAR", year, year, chosen);
	}
}

static const char *
with_measure(struct req *r, const char *name, const char *measure)
{
	return mem_printf(r->mem, "%s (%s)", name, measure);
}

/* An indicator that the plan's reports ask for stands there; another is chosen. */
static void
show_line(struct req *r, int n, const struct line *line, const struct signup_indicator *all,
    const struct years *years)
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
		form_option(in, "INDICATOR", "", tr(r->lang, "chọn chỉ số"), line->indicator);
		form_option(in, "INDICATOR", "words", tr(r->lang, "khác, bằng lời"), line->indicator);
		for (const struct signup_indicator *i = all; i; i = i->next)
			form_option(in, "INDICATOR", mem_printf(r->mem, "%lld", (long long)i->id),
			    with_measure(r, i->name, i->measure), line->indicator);
	}
	offer_years(r, v, years, line->year);
	if (line->is && line->is->has_last) {
		in = view_add(v, "LAST");
		/* as it would be typed beside it, in English too */
		view_text(in, "last", text_of_number(r->mem, line->is->last, 2, false, "vi"));
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
	struct flow_step *last = s->id ? steps_of(r, s->flow_case) : NULL;

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
	for (struct plan_class *c = plan_classes_on(r->db, r->mem, s->plan, r->today); c; c = c->next) {
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
		const char *tag, *word = signup_standing(r, all, &tag);
		struct view *v = view_add(view_add(list_, "UNIT"), all == at ? "HERE" : "THERE");
		view_text(v, "unit_name", all->unit_name);
		view_text(v, "state_label", word);
		view_text(v, "unit_path", all->stands ? signup_path(r, all->id) : signup_form_path(r, all));
	}
}

static int
show_form(struct req *r, int status, const struct signup *all, const struct signup *s,
    const struct signup_indicator *indicators)
{
	struct line line[LINES_MAX];
	const char *tag, *word = signup_standing(r, s, &tag);
	int n = lines_of(r, s, indicators, line);
	struct years years = years_of(r, s);

	signup_show_plan(r, s);
	show_units(r, all, s);
	show_returned(r, s);
	show_criteria(r, s);
	view_text(r->view, "state_label", word);
	view_text(r->view, "tag", tag);
	if (!s->id && signup_overdue(r, s))
		view_add(r->view, "OVERDUE");
	if (s->id)
		view_text(view_add(r->view, "SAVED"), "saved", moment(r, s->saved));
	view_text(r->view, "blank_path", mem_printf(r->mem, "%s/print", signup_form_path(r, s)));
	show_edition(r, r->view, "", s->edition);
	for (int i = 0; i < n; i++)
		show_line(r, i + 1, &line[i], indicators, &years);
	form_show(r->form, r->view, r->lang, fields, s);
	view_add_around(r->view, "WIDE");
	title(r, tr(r->lang, "Đăng ký tham gia và chỉ tiêu"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup");
	return show(r, status, "signup_form");
}

/* To the first unit's: those that have not signed up come first. */
int
signup_lead(struct req *r)
{
	struct signup *s = signup_mine_of(r);

	if (!s)
		return 404;
	return go(r, s->id && !s->edits ? signup_path(r, s->id) : signup_form_path(r, s));
}

int
signup_form_page(struct req *r)
{
	struct signup *all = signup_mine_of(r), *s = signup_of_unit(all, r->id2);

	if (!s)
		return 404;
	if (s->id && !s->edits)
		return go(r, signup_path(r, s->id));
	form_open(r, r->view, signup_form_path(r, s));
	return show_form(r, 200, all, s,
	    signup_indicators(r->db, r->mem, s->plan, s->unit, s->unit_kind, r->today));
}

/* What a fault calls a line: by its indicator, if it has one. */
static const char *
line_name(struct req *r, int n, const struct line *line)
{
	return tr_with(r->mem, r->lang, line->is ? "Chỉ tiêu “{1}”" : "Chỉ tiêu ở dòng {1}",
	    line->is ? line->is->name : number(r, n, 0), NULL, NULL);
}

static void
wrong(struct req *r, int n, const struct line *line, const char *member, const char *why)
{
	form_wrong_at(r->form, key_of(r, n, member), line_name(r, n, line), why);
}

static void
read_value(struct req *r, int n, const struct line *line, int64_t *value)
{
	int64_t decimals = line->is->decimals;

	if (!text_number(line->value, (int)decimals, value)) {
		wrong(r, n, line, "value", text_number_long(line->value) ? tr_with(r->mem, r->lang,
		    "Ghi số từ 0 đến {1}", number(r, value_max, 2), NULL, NULL) : decimals ? tr_with(r->mem, r->lang,
		    "Ghi số như 12,5: dấu phẩy trước phần lẻ, tối đa {1} chữ số lẻ",
		    number(r, decimals, 0), NULL, NULL)
		    : tr(r->lang, "Ghi số nguyên bằng chữ số như 1.234, không có phần lẻ"));
		return;
	}
	for (; decimals < 2 && *value <= value_max; decimals++)
		*value *= 10;
	if (line->is->rate && *value > rate_max)
		wrong(r, n, line, "value", tr(r->lang,
		    "Tỷ lệ không quá 100%: ghi số từ 0 đến 100, hoặc chọn chỉ số khác nếu đây là số đếm"));
	else if (*value < 0 || *value > value_max)
		wrong(r, n, line, "value", tr_with(r->mem, r->lang, "Ghi số từ 0 đến {1}",
		    number(r, value_max, 2), NULL, NULL));
}

/* False if the line is left empty, or is at fault. */
static bool
read_line(struct req *r, int n, struct line *line, const struct years *years,
    struct signup_target *t)
{
	bool words = !strcmp(line->indicator, "words");
	struct field text[] = {
		{ .name = key_of(r, n, "text"), .at = offsetof(struct line, text),
		    .label = line_name(r, n, line), .kind = LINE, .optional = true, .max = TEXT_MAX },
		{ 0 }
	};

	form_read(r->form, r->mem, text, line);
	if (!*line->value && !*line->text)
		return false;
	*t = (struct signup_target){ .year = strtoll(line->year, NULL, 10), .text = line->text,
	    .name = line->is ? line->is->name : "" };
	if (t->year < 2000 || t->year > 2100)
		wrong(r, n, line, "year", tr(r->lang, "Năm phải từ 2000 đến 2100"));
	else if (years->bound && (t->year < years->first || t->year > years->last))
		wrong(r, n, line, "year", tr_with(r->mem, r->lang,
		    "Kế hoạch này nhận chỉ tiêu từ năm {1} đến năm {2}: chọn một năm trong đó",
		    year_text(r, years->first), year_text(r, years->last), NULL));
	if (words && *line->value)
		wrong(r, n, line, "value", tr(r->lang,
		    "Chỉ tiêu bằng lời không có ô số: ghi số vào phần lời, hoặc chọn một chỉ số"));
	else if (words)
		return true;
	else if (!line->is)
		wrong(r, n, line, "indicator", tr(r->lang,
		    "Cần chọn chỉ số, hoặc chọn “khác, bằng lời”"));
	else if (!*line->value)
		wrong(r, n, line, "value", tr(r->lang,
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
	struct years years = years_of(r, s);

	for (int i = 0; i < count; i++) {
		struct signup_target *t = mem_take(r->mem, sizeof(*t));
		if (!read_line(r, i + 1, &line[i], &years, t))
			continue;
		int same = 0;
		for (struct signup_target *was = first; was && t->indicator; was = was->next, same++)
			if (was->indicator == t->indicator && was->year == t->year)
				wrong(r, i + 1, &line[i], "year", tr_with(r->mem, r->lang,
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

/* Of one that is not this one's to change any more: what was typed is told by its labels. */
static int
moved_on(struct req *r, const struct signup *s)
{
	struct line line[LINES_MAX];
	int count = lines_of(r, s, signup_indicators(r->db, r->mem, s->plan, s->unit, s->unit_kind,
	    r->today), line);

	form_tell(r->form, fields);
	for (int i = 0; i < count; i++) {
		const char *label = mem_printf(r->mem, "%s, %s", line_name(r, i + 1, &line[i]), line[i].year);
		struct field *two = mem_take(r->mem, 3 * sizeof(*two));
		two[0] = (struct field){ .name = key_of(r, i + 1, "value"), .label = label };
		two[1] = (struct field){ .name = key_of(r, i + 1, "text"), .label = label };
		form_tell(r->form, two);
	}
	return overtaken(r, s->flow_case, "");
}

int
signup_form_save(struct req *r)
{
	struct signup *all = signup_mine_of(r), *old = signup_of_unit(all, r->id2), s;
	bool joins = !strcmp(form_get(r->form, "do"), "check");

	if (!old)
		return 404;
	if (old->id && !old->edits)
		return moved_on(r, old);
	may_here(r, "signup.write", old->unit);
	struct signup_indicator *indicators = signup_indicators(r->db, r->mem, old->plan,
	    old->unit, old->unit_kind, r->today);
	s = *old;
	form_read(r->form, r->mem, fields, &s);
	struct signup_target *targets = read_targets(r, &s, indicators);
	if (joins && !targets && !*s.note)
		form_wrong(r->form, "note",
		    "Cần ít nhất một chỉ tiêu; nếu chưa có, ghi ở đây vì sao");
	if (form_sent(r->form, "edition"))
		is_old(r, old->edition, tr_with(r->mem, r->lang,
		    "Bản đăng ký đã được lưu ở nơi khác lúc {1}, sau khi bạn mở trang: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia",
		    moment(r, old->saved), NULL, NULL));
	if (form_faults(r->form)) {
		form_open(r, r->view, signup_form_path(r, old));
		return show_form(r, 422, all, &s, indicators);
	}
	changed_form(r, fields, old, &s);
	changed(r, "targets", text_of(r, old->id ? signup_targets(r->db, r->mem, old->id) : NULL),
	    text_of(r, targets));
	keep_it(r, &s, targets);
	said_with(r, "Đã lưu nháp của {1}. Chưa phải là đăng ký: xem lại rồi bấm “Đăng ký tham gia”",
	    s.unit_name, NULL);
	return go(r, joins ? signup_check_path(r, &s) : signup_form_path(r, &s));
}
