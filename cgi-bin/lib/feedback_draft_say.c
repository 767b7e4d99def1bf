/* feedback_draft_say.c - a unit that was asked about a draft comments on it, or agrees. */

#include "cgi-bin/lib/feedback_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/plan_text.h"

enum { CLAUSE_MOST = 4000 };	/* characters of a clause that are kept with what was said */

static const struct field fields[] = {
	FIELD(feedback, text, "Nội dung góp ý", LINES, .max = 4000),
	FIELD(feedback, wish, "Kiến nghị", LINES, true, .max = 4000),
	{ 0 }
};
static const struct field shown[] = {
	FIELD(feedback, anchor, "Điểm góp ý", LINE),
	FIELD(feedback, text, "Nội dung góp ý", LINES),
	FIELD(feedback, wish, "Kiến nghị", LINES),
	{ 0 }
};

static struct feedback_draft_unit *
one_of(struct feedback_draft_unit *mine, int64_t unit)
{
	while (mine && mine->unit != unit)
		mine = mine->next;
	return mine;
}

/* Why nothing more is taken, with the day; true while it is. */
static bool
is_open(struct req *r, const struct feedback_draft *d)
{
	if (d->open)
		return true;
	form_wrong_away(r->form, "text", tr(r->lang, "Lấy ý kiến dự thảo"), d->closed || d->runs
	    ? tr_with(r->mem, r->lang, "Việc lấy ý kiến đã kết thúc ({1}), không nhận thêm ý kiến. Cần góp ý nữa thì gọi người soạn: {2}",
	    feedback_draft_until(r, d), d->name, NULL)
	    : tr(r->lang, d->stands
	    ? "Văn bản đã ban hành, không nhận thêm ý kiến về dự thảo: mở kế hoạch và góp ý điểm cần sửa"
	    : "Dự thảo này không còn được soạn, không nhận thêm ý kiến"));
	return false;
}

/* The chosen clause's words stand above the form, while they may be read. */
static void
show_clauses(struct req *r, const struct feedback_draft *d, const char *anchor)
{
	bool found = !*anchor;

	form_option(r->view, "CLAUSE", "", tr(r->lang, "Toàn văn bản"), anchor);
	for (struct plan_clause *c = d->open ? plan_clauses(r->db, r->mem, d->plan) : NULL; c;
	    c = c->next) {
		struct feedback f = { .anchor = c->anchor, .clause = c->text };
		form_option(r->view, "CLAUSE", c->anchor, feedback_clause(r, &f), anchor);
		if (strcmp(c->anchor, anchor))
			continue;
		found = true;
		view_html(view_add(r->view, "QUOTE"), "clause_html",
		    markdown_alone(r->mem, (struct html){ c->html }));
	}
	if (!found && d->open)
		form_wrong(r->form, "anchor", "Dự thảo không có điểm này: chọn một điểm trong danh sách, hoặc “Toàn văn bản”");
}

static int
show_form(struct req *r, int status, const struct feedback_draft *d,
    struct feedback_draft_unit *mine, const char *anchor, const struct feedback *f)
{
	struct feedback_draft_unit *chosen = one_of(mine,
	    strtoll(form_get(r->form, "unit"), NULL, 10));
	const char *unit = mem_printf(r->mem, "%lld", (long long)(chosen ? chosen : mine)->unit);

	show_clauses(r, d, anchor);
	if (mine->next) {
		struct view *v = view_add(r->view, "UNITS");
		for (struct feedback_draft_unit *u = mine; u; u = u->next)
			form_option(v, "UNIT", mem_printf(r->mem, "%lld", (long long)u->unit), u->name, unit);
	} else {
		struct view *v = view_add(r->view, "ONE_UNIT");
		view_text(v, "unit_name", mine->name);
		view_text(v, "unit", unit);
	}
	if (d->open)
		view_add(r->view, "SEND");
	view_text(r->view, "draft_path", feedback_draft_path(r, d->id, ""));
	view_text(r->view, "subject", d->subject);
	view_text(r->view, "until", feedback_draft_until(r, d));
	show_edition(r, r->view, "", d->edition);
	form_show(r->form, r->view, r->lang, shown, f);
	title(r, tr(r->lang, "Góp ý vào dự thảo"));
	crumb(r, tr(r->lang, "Góp ý"), "/feedback");
	crumb(r, tr(r->lang, "Lấy ý kiến dự thảo"), "/feedback/draft");
	return show(r, status, "feedback_draft_say");
}

int
feedback_draft_say_page(struct req *r)
{
	struct feedback_draft_unit *mine;
	bool kept;
	struct feedback_draft *d = feedback_draft_seen(r, &mine, &kept);

	if (!d || !mine)
		return 404;
	if (!d->open)
		return go(r, feedback_draft_path(r, d->id, ""));
	form_open(r, r->view, feedback_draft_path(r, d->id, "/add"));
	return show_form(r, 200, d, mine, form_typed(r->form, "clause", ""),
	    &(struct feedback){ .anchor = "", .text = "", .wish = "" });
}

/* What is said is of the clause as it is now, which goes with it: a draft may be edited. */
static bool
take_clause(struct req *r, const struct feedback_draft *d, struct feedback *f)
{
	struct plan_clause *c = plan_clauses(r->db, r->mem, d->plan);
	int64_t seq = 1;

	f->clause = "";
	if (!*f->anchor)
		return true;
	for (; c && strcmp(c->anchor, f->anchor); seq++)
		c = c->next;
	if (!c)
		return false;
	f->clause = text_length(c->text) <= CLAUSE_MOST ? c->text
	    : plan_brief(r->mem, c->text, CLAUSE_MOST - 10);
	f->clause_seq = seq;
	return true;
}

static const char *
overtaken_words(struct req *r)
{
	return tr(r->lang, "Dự thảo đã được sửa sau khi bạn mở trang: đọc lại điểm này rồi gửi lại");
}

int
feedback_draft_say_save(struct req *r)
{
	struct feedback_draft_unit *mine, *own;
	bool kept;
	struct feedback_draft *d = feedback_draft_seen(r, &mine, &kept);
	struct feedback f = { .anchor = form_get(r->form, "clause"), .text = "", .wish = "" };

	if (!d || !(own = one_of(mine, strtoll(form_get(r->form, "unit"), NULL, 10)))
	    || !may_here(r, "feedback.write", own->unit))
		return 404;
	form_read(r->form, r->mem, fields, &f);
	if (is_open(r, d))
		is_old(r, d->edition, overtaken_words(r));
	if (form_faults(r->form) || !take_clause(r, d, &f)) {
		form_open(r, r->view, feedback_draft_path(r, d->id, "/add"));
		return show_form(r, 422, d, mine, f.anchor, &f);
	}
	f.plan = d->plan, f.draft = d->id, f.edition = d->edition;
	f.unit = own->unit, f.account = r->who.id, f.at = r->now;
	if (feedback_draft_disagree(r->db, d->id, own->unit))
		changed(r, "agreed", moment(r, own->agreed), "");
	int64_t id = feedback_add(r->db, r->mem, &f, text_plain(r->mem, f.text));
	changed(r, "clause", "", f.anchor);
	changed_form(r, fields, &(struct feedback){ .text = "", .wish = "" }, &f);
	audit(r, "feedback.send", id);
	said_with(r, "Đã gửi ý kiến của {1} về dự thảo", own->name, NULL);
	return go(r, feedback_draft_path(r, d->id, ""));
}

int
feedback_draft_agree_save(struct req *r)
{
	struct feedback_draft_unit *mine, *own;
	bool kept;
	struct feedback_draft *d = feedback_draft_seen(r, &mine, &kept);

	if (!d || !(own = one_of(mine, strtoll(form_get(r->form, "unit"), NULL, 10)))
	    || !may_here(r, "feedback.write", own->unit))
		return 404;
	if (is_open(r, d))
		is_old(r, d->edition, overtaken_words(r));
	if (form_faults(r->form))
		return feedback_draft_show(r, 422, d);
	if (!feedback_draft_agree(r->db, d, own->unit, r->who.id, r->now))
		return 409;
	changed(r, "agreed", "", moment(r, r->now));
	audit(r, "feedback_draft.agree", d->id);
	said_with(r, "{1} đã nhất trí với dự thảo", own->name, NULL);
	return go(r, feedback_draft_path(r, d->id, ""));
}

int
feedback_draft_disagree_save(struct req *r)
{
	struct feedback_draft_unit *mine, *own;
	bool kept;
	struct feedback_draft *d = feedback_draft_seen(r, &mine, &kept);

	if (!d || !(own = one_of(mine, strtoll(form_get(r->form, "unit"), NULL, 10)))
	    || !may_here(r, "feedback.write", own->unit))
		return 404;
	if (!is_open(r, d))
		return feedback_draft_show(r, 422, d);
	if (!feedback_draft_disagree(r->db, d->id, own->unit))
		return 409;
	changed(r, "agreed", moment(r, own->agreed), "");
	audit(r, "feedback_draft.disagree", d->id);
	said(r, "Đã rút lời nhất trí");
	return go(r, feedback_draft_path(r, d->id, ""));
}
