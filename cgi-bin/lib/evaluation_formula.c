/* evaluation_formula.c - how a criterion fills itself: a formula and its figures. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"

enum { SHARE_MAX = 100000 };

static const struct field fields[] = {
	FIELD(evaluation_rule, formula, "Công thức", .optional = true, .max = 2),
	FIELD(evaluation_rule, part, "Số liệu", .kind = NUMBER, .optional = true, .max = INT32_MAX),
	FIELD(evaluation_rule, plus, "Cộng thêm", .kind = NUMBER, .optional = true, .max = INT32_MAX),
	FIELD(evaluation_rule, whole, "Trên tổng số", .kind = NUMBER, .optional = true, .max = INT32_MAX),
	FIELD(evaluation_rule, goal, "Mức đề ra", .kind = DECIMAL, .optional = true, .max = SHARE_MAX),
	FIELD(evaluation_rule, tolerance, "Chênh lệch cho phép", .kind = DECIMAL, .optional = true, .max = SHARE_MAX),
	FIELD(evaluation_rule, threshold, "Đầu kỳ từ", .kind = DECIMAL, .optional = true, .max = SHARE_MAX),
	FIELD(evaluation_rule, high_goal, "Thì phải giảm", .kind = DECIMAL, .optional = true, .max = SHARE_MAX),
	FIELD(evaluation_rule, source, "Lấy từ", .optional = true, .max = 20),
	FIELD(evaluation_rule, due_day, "Hạn của văn bản", .kind = DAY, .optional = true),
	FIELD(evaluation_rule, off_late, "Trừ mỗi lần muộn", .kind = DECIMAL, .optional = true, .max = SHARE_MAX),
	FIELD(evaluation_rule, off_missing, "Trừ mỗi lần thiếu", .kind = DECIMAL, .optional = true, .max = SHARE_MAX),
	FIELD(evaluation_rule, region, "Chỉ đơn vị thuộc khu vực I, II, III", .kind = TICK),
	FIELD(evaluation_rule, down, "Càng thấp càng tốt", .kind = TICK),
	FIELD(evaluation_rule, total, "Cộng dồn các kỳ", .kind = TICK),
	FIELD(evaluation_rule, partial, "Chưa đạt thì tính theo tỷ lệ", .kind = TICK),
	{ 0 }
};

/* What each formula asks, as the sections of the page. */
static const struct { const char *formula, *asks; } asked[] = {
	{ "F1", "PART PLUS WHOLE GOAL_RATE TOLERANCE REGION" },
	{ "F2", "PART PLUS WHOLE GOAL_FALL PARTIAL REGION" },
	{ "F3", "PART PLUS WHOLE GOAL_FALL THRESHOLD PARTIAL REGION" },
	{ "F4", "PART PLUS GOAL_SHRINK REGION" },
	{ "F5", "GOAL_MONTHS" },
	{ "F6", "PART DOWN TOTAL PARTIAL" },
	{ "F7", "SOURCE OFF" },
};

static const char *const sections[] = { "PART", "PLUS", "WHOLE", "GOAL_RATE", "GOAL_FALL",
    "GOAL_SHRINK", "GOAL_MONTHS", "TOLERANCE", "THRESHOLD", "REGION", "DOWN", "TOTAL",
    "PARTIAL", "SOURCE", "OFF" };

static const struct { const char *value, *label; } sources[] = {
	{ "reports", "Các báo cáo về kế hoạch này đến hạn trong thời gian đánh giá" },
	{ "tasks", "Các nhiệm vụ của kế hoạch này đến hạn trong thời gian đánh giá" },
	{ "plans", "Kế hoạch của đơn vị mà kế hoạch này yêu cầu, đến hạn trong thời gian đánh giá" },
	{ "signup", "Đăng ký tham gia kế hoạch" },
	{ "document", "Một văn bản mà đơn vị ghi số và ngày" },
};

static const char *
asks_of(const char *formula)
{
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		if (!strcmp(asked[i].formula, formula))
			return asked[i].asks;
	return "";
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

static const char *
shown(struct req *r, const char *name, int64_t value)
{
	return form_typed(r->form, name, value ? text_of_number(r->mem, value, 2, false, "vi")
	    : "");
}

static const char *
invalid(struct req *r, const char *name)
{
	return form_fault(r->form, name) ? "true" : "false";
}

/* Counts may stand in a rate; what is signed up to may be a rate as well. */
static void
offer_indicators(struct req *r, struct view *v, int64_t chosen, bool rates)
{
	for (struct evaluation_choice *c = evaluation_indicators(r->db, r->mem, r->today); c; c = c->next)
		if (rates ? strcmp(c->value, "none") : !strcmp(c->value, "sum"))
			form_option(v, "INDICATOR", mem_printf(r->mem, "%lld", (long long)c->id),
			    c->label, mem_printf(r->mem, "%lld", (long long)chosen));
}

static void
show_section(struct req *r, struct view *form, const char *section, const struct evaluation_rule *u)
{
	struct view *v = view_add(form, section);
	bool target = !strcmp(u->formula, "F6");

	if (!strcmp(section, "PART"))
		offer_indicators(r, v, u->part, target);
	else if (!strcmp(section, "PLUS"))
		offer_indicators(r, v, u->plus, false);
	else if (!strcmp(section, "WHOLE"))
		offer_indicators(r, v, u->whole, false);
	view_text(v, "part_invalid", invalid(r, "part"));
	view_text(v, "whole_invalid", invalid(r, "whole"));
	view_text(v, "goal", shown(r, "goal", u->goal));
	view_text(v, "goal_invalid", invalid(r, "goal"));
	view_text(v, "tolerance", shown(r, "tolerance", u->tolerance));
	view_text(v, "tolerance_invalid", invalid(r, "tolerance"));
	view_text(v, "threshold", shown(r, "threshold", u->threshold));
	view_text(v, "threshold_invalid", invalid(r, "threshold"));
	view_text(v, "high_goal", shown(r, "high_goal", u->high_goal));
	view_text(v, "high_goal_invalid", invalid(r, "high_goal"));
	view_text(v, "due_day", form_typed(r->form, "due_day", text_of_day(r->mem, u->due_day)));
	view_text(v, "due_day_invalid", invalid(r, "due_day"));
	view_text(v, "off_late", shown(r, "off_late", u->off_late));
	view_text(v, "off_late_invalid", invalid(r, "off_late"));
	view_text(v, "off_missing", shown(r, "off_missing", u->off_missing));
	view_text(v, "off_missing_invalid", invalid(r, "off_missing"));
	if (!strcmp(section, "SOURCE"))
		for (size_t i = 0; i < sizeof(sources) / sizeof(*sources); i++)
			form_option(v, "FROM", sources[i].value, tr(r->lang, sources[i].label), u->source);
	view_text(v, "region", u->region ? "checked" : "");
	view_text(v, "down", u->down ? "checked" : "");
	view_text(v, "total", u->total ? "checked" : "");
	view_text(v, "partial", u->partial ? "checked" : "");
}

static int
show_item(struct req *r, int status, const struct evaluation_round *d,
    const struct evaluation_item *i, const struct evaluation_rule *u)
{
	const char *asks = asks_of(u->formula);

	title(r, tr(r->lang, "Cách tính của tiêu chí"));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	crumb(r, d->name, evaluation_round_path(r, d->id, ""));
	crumb(r, tr(r->lang, "Thang điểm"), evaluation_round_path(r, d->id,
	    mem_printf(r->mem, "/class/%lld", (long long)i->plan_class)));
	form_open(r, r->view, mem_printf(r->mem, "/evaluation/item/%lld", (long long)i->id));
	form_show_faults(r->form, r->view, r->lang, fields);
	show_edition(r, r->view, "", d->edition);
	view_text(r->view, "text", i->text);
	view_text(r->view, "points", i->points < 0 ? tr(r->lang, "chưa có") : number(r, i->points, 2));
	for (struct evaluation_choice *c = evaluation_formulas(r->db, r->mem, r->lang); c; c = c->next)
		form_option(r->view, "CHOICE", c->value, mem_printf(r->mem, "%s. %s", c->value,
		    c->label), u->formula);
	struct view *v = view_add(r->view, *asks ? "FORMULA" : "BY_HAND");
	view_text(v, "formula", u->formula);
	for (size_t k = 0; k < sizeof(sections) / sizeof(*sections); k++)
		if (word_in(asks, sections[k]))
			show_section(r, v, sections[k], u);
	return show(r, status, "evaluation_item");
}

/* The item and its round, which this person may still design. */
static struct evaluation_item *
item_here(struct req *r, struct evaluation_round **d)
{
	struct evaluation_item *i = evaluation_item_get(r->db, r->mem, r->id);

	*d = i ? evaluation_round_here(r, i->round) : NULL;
	return *d && !i->bonus ? i : NULL;
}

/* ?formula=F4 shows what that one asks; ?formula= none at all. */
int
evaluation_item_page(struct req *r)
{
	struct evaluation_round *d;
	struct evaluation_item *i = item_here(r, &d);
	struct evaluation_rule u;

	if (!i)
		return 404;
	if (!d->edits)
		return go(r, evaluation_round_path(r, d->id, mem_printf(r->mem, "/class/%lld",
		    (long long)i->plan_class)));
	u = i->rule;
	if (form_sent(r->form, "formula") && strcmp(form_get(r->form, "formula"), u.formula))
		u = (struct evaluation_rule){ .formula = form_get(r->form, "formula"), .source = "",
		    .due_day = "" };
	r->form = form_parse(r->mem, r->lang, "", "", 0);
	return show_item(r, 200, d, i, &u);
}

static const struct evaluation_choice *
indicator(struct req *r, int64_t id)
{
	struct evaluation_choice *c = evaluation_indicators(r->db, r->mem, r->today);

	while (c && c->id != id)
		c = c->next;
	return c;
}

static void
check_count(struct req *r, const char *name, int64_t id, bool needed)
{
	const struct evaluation_choice *c = indicator(r, id);

	if (id ? !c || strcmp(c->value, "sum") : needed)
		form_wrong(r->form, name, "Chọn một chỉ số là số đếm, cộng được");
}

static void
check_rule(struct req *r, const struct evaluation_item *i, const struct evaluation_rule *u)
{
	const char *asks = asks_of(u->formula);
	const struct evaluation_choice *c;
	size_t k = 0;

	if (word_in(asks, "PART") && strcmp(u->formula, "F6"))
		check_count(r, "part", u->part, true);
	if (word_in(asks, "PLUS"))
		check_count(r, "plus", u->plus, false);
	if (word_in(asks, "WHOLE"))
		check_count(r, "whole", u->whole, true);
	if (!strcmp(u->formula, "F6") && (!(c = indicator(r, u->part)) || !strcmp(c->value, "none")))
		form_wrong(r->form, "part", "Chọn chỉ số mà đơn vị đăng ký chỉ tiêu");
	if (u->total && (c = indicator(r, u->part)) && !strcmp(c->value, "rate"))
		form_wrong(r->form, "total", "Chỉ số này là tỷ lệ nên không cộng dồn được: bỏ dấu cộng dồn");
	if (strstr(asks, "GOAL_") && u->goal <= 0 && strcmp(u->formula, "F3"))
		form_wrong(r->form, "goal", "Cần ghi mức đề ra, lớn hơn 0");
	if (!strcmp(u->formula, "F5") && u->goal % 100)
		form_wrong(r->form, "goal", "Số tháng phải là số nguyên, thí dụ 36");
	if (word_in(asks, "THRESHOLD") && (u->threshold <= 0 || u->high_goal <= 0))
		form_wrong(r->form, u->threshold <= 0 ? "threshold" : "high_goal",
		    "Cần ghi cả mức đầu kỳ và mức phải giảm ở nơi ấy");
	if (!word_in(asks, "SOURCE"))
		return;
	while (k < sizeof(sources) / sizeof(*sources) && strcmp(sources[k].value, u->source))
		k++;
	if (k == sizeof(sources) / sizeof(*sources))
		form_wrong(r->form, "source", "Chọn một nguồn trong danh sách");
	if (!strcmp(u->source, "document") && !*u->due_day)
		form_wrong(r->form, "due_day", "Cần ghi hạn của văn bản");
	if (i->points >= 0 && (u->off_late > i->points || u->off_missing > i->points))
		form_wrong(r->form, u->off_late > i->points ? "off_late" : "off_missing",
		    "Không trừ nhiều hơn điểm tối đa của tiêu chí");
}

static const char *
spelled(struct req *r, const struct evaluation_rule *u)
{
	return !*u->formula ? "" : mem_printf(r->mem, "%s %lld+%lld/%lld %lld %lld %lld %lld %s %s %lld %lld"
	    " %lld%lld%lld%lld", u->formula, (long long)u->part, (long long)u->plus,
	    (long long)u->whole, (long long)u->goal, (long long)u->tolerance, (long long)u->threshold,
	    (long long)u->high_goal, u->source, u->due_day, (long long)u->off_late,
	    (long long)u->off_missing, (long long)u->region, (long long)u->down, (long long)u->total,
	    (long long)u->partial);
}

/* Only what the formula asks is kept. */
static void
prune(struct evaluation_rule *u)
{
	const char *asks = asks_of(u->formula);

	if (!word_in(asks, "PART"))
		u->part = 0;
	if (!word_in(asks, "PLUS"))
		u->plus = 0;
	if (!word_in(asks, "WHOLE"))
		u->whole = 0;
	if (!word_in(asks, "SOURCE"))
		u->source = "", u->due_day = "", u->off_late = u->off_missing = 0;
	else if (strcmp(u->source, "document"))
		u->due_day = "";
	else
		u->off_missing = 0;
}

int
evaluation_item_save(struct req *r)
{
	struct evaluation_round *d;
	struct evaluation_item *i = item_here(r, &d);
	struct evaluation_rule u = { 0 };

	if (!i)
		return 404;
	if (!d->edits)
		return 409;
	evaluation_round_is_old(r, d);
	form_read(r->form, r->mem, fields, &u);
	if (*u.formula && !*asks_of(u.formula))
		form_wrong(r->form, "formula", "Chọn một công thức trong danh sách");
	prune(&u);
	check_rule(r, i, &u);
	if (form_faults(r->form))
		return show_item(r, 422, d, i, &u);
	if (*u.formula)
		evaluation_rule_put(r->db, i->id, &u);
	else
		evaluation_rule_drop(r->db, i->id);
	evaluation_item_change(r->db, i);
	changed(r, *i->anchor ? i->anchor : "formula", spelled(r, &i->rule), spelled(r, &u));
	audit(r, "evaluation.formula", i->id);
	said(r, "Đã lưu cách tính");
	return go(r, evaluation_round_path(r, d->id, mem_printf(r->mem, "/class/%lld",
	    (long long)i->plan_class)));
}
