/* plan_change.c - the changes of a document that changes a plan, prepared clause by clause. */

#include "cgi-bin/lib/plan_change_page.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/reply.h"

enum { CHANGES_MAX = 500, BODY_MAX = 1 << 20 };

static const struct field day_fields[] = {
	FIELD(plan_change, holds, "Có hiệu lực từ ngày", DAY, true),
	{ 0 }
};

static const struct column columns[] = {
	{ "clause", "Điểm",       CELL_TEXT, false },
	{ "text",   "Nội dung hiện nay", CELL_TEXT, false },
	{ "state",  "Thay đổi",        CELL_TAG,  false },
	{ 0 }
};

struct draft {
	struct plan *is, *target;
	struct plan_change *change;
	struct plan_change_clause *clauses;
	const char *day;		/* of whose text it speaks */
	const char *was;		/* of a POST: what its changes make of its text (plan_change_write()) */
	bool by_clause;			/* it changes clauses */
};

/* The draft of the address and what it changes, if this person may write it: else *status. */
static bool
find_draft(struct req *r, struct draft *d, int *status)
{
	d->is = plan_editable(r, status);
	if (!d->is)
		return false;
	*status = 404;
	d->change = plan_change_get(r->db, r->mem, d->is->id, r->lang);
	d->target = d->change ? plan_get(r->db, r->mem, d->change->target, r->lang) : NULL;
	if (!d->target)
		return false;
	d->was = r->reading ? "" : plan_change_body(r->db, r->mem, d->target, d->change);
	d->clauses = plan_change_anchor(r->db, r->mem, d->change, !r->reading);
	d->day = plan_change_base(d->is, d->change, r->today);
	d->by_clause = !strcmp(d->change->kind, "amend") || !strcmp(d->change->kind, "correct");
	return true;
}

static const char *
clause_path(struct req *r, const struct draft *d, const char *anchor, const char *act)
{
	return mem_printf(r->mem, "%s?act=%s&clause=%s", plan_path(r, d->is->id, "/change/clause"), act,
	    quoted(r->mem, anchor));
}

static const char *
act_label(struct req *r, const struct draft *d, const char *act)
{
	return tr(r->lang, !strcmp(d->change->kind, "correct") ? "Đính chính" : !strcmp(act, "add") ? "Thêm mới"
	    : !strcmp(act, "drop") ? "Bỏ" : "Sửa");
}

static void
show_changes(struct req *r, const struct draft *d)
{
	for (const struct plan_change_clause *c = d->clauses; c; c = c->next) {
		if (!strcmp(c->act, "drop") && *c->beside)
			continue;
		struct view *v = view_add(r->view, "CHANGE");
		view_text(v, "act_label", act_label(r, d, c->act));
		view_text(v, "cited", cited(r, c->anchor));
		if (!strcmp(c->act, "add"))
			view_text(view_add(v, "AFTER"), "after", cited(r, plan_change_after(d->clauses, c)));
		if (*c->html)
			view_html(view_add(v, "NEW"), "clause_html", markdown_alone(r->mem, (struct html){ c->html }));
		if (strcmp(c->act, "drop"))
			view_text(view_add(v, "MEND"), "clause_path", clause_path(r, d, c->anchor, c->act));
		form_open(r, v, plan_path(r, d->is->id, "/change/drop"));
		view_text(v, "anchor", c->anchor);
		view_int(v, "edition", d->is->edition);
	}
	if (!d->clauses)
		view_add(r->view, "NO_CHANGE");
}

static bool
is_own(const struct draft *d, const struct plan_clause *c)
{
	return c->by && c->by->plan == d->is->id;
}

static void
add_row(struct req *r, struct table *t, const struct draft *d, const struct plan_clause *c)
{
	bool gone = !strcmp(c->act, "drop"), corrected = false;

	for (const struct plan_correction *k = c->corrected; k; k = k->next)
		corrected |= k->by->plan == d->is->id;
	table_row(t, gone ? NULL : clause_path(r, d, c->anchor, is_own(d, c) ? c->act : "replace"));
	table_text(t, cited(r, c->anchor));
	if (gone)
		table_nothing(t, "đã bỏ");
	else
		table_text(t, plan_brief(r->mem, mem_printf(r->mem, "%s%s%s", c->label,
		    *c->label ? " " : "", c->text), 160));
	if (is_own(d, c) || corrected)
		table_tag(t, "soon", act_label(r, d, c->act));
	else if (c->by)
		table_tag(t, "none", tr(r->lang, "Đã thay đổi trước"));
	else
		table_nothing(t, "giữ nguyên");
}

/* Words of the clause; or its number, as it is shown or stored, or that of one above it. */
static bool
is_sought(struct req *r, const struct plan_clause *c, const char *words)
{
	const char *anchor = text_plain(r->mem, c->anchor);
	size_t n = strlen(words);

	return strstr(text_plain(r->mem, c->text), words) || !strcmp(text_plain(r->mem, cited(r, c->anchor)), words)
	    || (!strncmp(anchor, words, n) && (!n || !anchor[n] || strchr(".~", anchor[n])));
}

/* The clauses to choose from. */
static int
show_draft(struct req *r, int status, const struct draft *d)
{
	const char *words = text_plain(r->mem, form_get(r->form, "q"));
	struct table *t = table_new(r, "Chọn điểm để thay đổi", columns);
	int64_t n = 0, skip = table_skip(r), limit = table_limit(r);

	form_open(r, r->view, plan_path(r, d->is->id, "/change"));
	form_show(r->form, r->view, r->lang, day_fields, d->change);
	show_edition(r, r->view, "", d->is->edition);
	plan_show_target(r, d->target);
	view_text(r->view, "kind_label", plan_change_kind(r, d->change->kind));
	view_text(r->view, "plan_path", plan_path(r, d->is->id, ""));
	if (plan_change_by_hand(r->db, r->mem, d->is, d->target, d->change))
		view_add(r->view, "BY_HAND");
	title(r, tr(r->lang, "Các thay đổi của dự thảo"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, d->is), plan_path(r, d->is->id, ""));
	if (!d->by_clause)
		return show(r, status, "plan_change");
	view_text(view_add(r->view, "CLAUSES"), "q", form_get(r->form, "q"));
	show_changes(r, d);
	for (struct plan_clause *c = plan_clauses_on(r->db, r->mem, d->target->id, d->day, d->is->id); c;
	    c = c->next) {
		if (!is_sought(r, c, words))
			continue;
		if (n++ >= skip && n <= skip + limit)
			add_row(r, t, d, c);
	}
	return table_show(r, status, "plan_change", t, n, "Không có điểm nào chứa các từ này.");
}

int
plan_change_page(struct req *r)
{
	struct draft d;
	int status;

	return find_draft(r, &d, &status) ? show_draft(r, 200, &d) : status;
}

int
plan_change_save(struct req *r)
{
	struct draft d;
	int status;

	if (!find_draft(r, &d, &status))
		return status;
	struct plan_change g = *d.change;
	form_read(r->form, r->mem, day_fields, &g);
	if (!form_fault(r->form, "holds") && *g.holds && strcmp(g.holds, d.target->date) < 0)
		form_wrong(r->form, "holds", "Sớm hơn ngày ban hành của văn bản được sửa: xem lại ngày");
	else if (!form_fault(r->form, "holds") && *g.holds && strcmp(g.holds, d.is->date) < 0)
		form_wrong(r->form, "holds", "Sớm hơn ngày ban hành của dự thảo: văn bản không có hiệu lực trước ngày ban hành");
	plan_overtaken(r, d.is);
	if (form_faults(r->form))
		return show_draft(r, 422, &d);
	changed_form(r, day_fields, d.change, &g);
	plan_change_hold(r->db, d.is->id, g.holds);
	plan_change_write(r->db, r->mem, d.target, &g, d.was);
	audit(r, "plan_change.save", d.is->id);
	said(r, "Đã lưu ngày có hiệu lực");
	return go(r, plan_path(r, d.is->id, "/change"));
}

/* ---- one clause ---- */

struct wish {
	const char *act, *anchor;
	const char *markdown;			/* what is written */
	const struct plan_clause *now;		/* as it is without this draft; NULL: a new one */
	const struct plan_change_clause *own;	/* what the draft does to it so far */
};

static const struct field wish_fields[] = {
	FIELD(wish, markdown, "Nội dung mới", LINES, true),
	{ 0 }
};

static const char *
wish_title(struct req *r, const struct draft *d, const struct wish *w)
{
	const char *where = cited(r, w->anchor);

	if (!strcmp(w->act, "add"))
		return tr_with(r->mem, r->lang, w->now ? "Thêm điểm sau {1}" : "Điểm mới {1}", where, NULL, NULL);
	if (!strcmp(w->act, "drop"))
		return tr_with(r->mem, r->lang, "Bỏ {1}", where, NULL, NULL);
	return tr_with(r->mem, r->lang, !strcmp(d->change->kind, "correct") ? "Đính chính {1}"
	    : "Sửa {1}", where, NULL, NULL);
}

/* What goes with it: the clauses under it. */
static void
show_under(struct req *r, struct view *v, const struct plan_clause *c)
{
	int64_t depth = c->depth;

	for (c = c->next; c && c->depth > depth; c = c->next)
		if (strcmp(c->act, "drop")) {
			struct view *line = view_add(v, "UNDER");
			view_text(line, "cited", cited(r, c->anchor));
			view_text(line, "text", plan_brief(r->mem, c->text, 100));
		}
}

static int
show_wish(struct req *r, int status, const struct draft *d, const struct wish *w)
{
	bool drops = !strcmp(w->act, "drop");
	struct view *v;

	form_open(r, r->view, plan_path(r, d->is->id, "/change/clause"));
	show_edition(r, r->view, "", d->is->edition);
	form_show(r->form, r->view, r->lang, wish_fields, w);
	view_text(r->view, "act", w->act);
	view_text(r->view, "anchor", w->anchor);
	view_text(r->view, "target_name", plan_full_name(r->mem, d->target));
	view_text(r->view, "change_path", plan_path(r, d->is->id, "/change"));
	if (w->now) {
		v = view_add(r->view, "PRESENT");
		view_html(v, "clause_html", markdown_alone(r->mem, (struct html){ w->now->html }));
		if (w->now->by)
			view_text(view_add(v, "NOTED"), "note", plan_change_note(r, w->now));
	}
	if (drops) {
		show_under(r, view_add(r->view, "DROP"), w->now);
	} else {
		v = view_add(r->view, "BOX");
		if (form_fault(r->form, "markdown"))
			view_text(view_add(v, "WRONG"), "why", tr(r->lang, form_fault(r->form, "markdown")));
	}
	if (w->now && !strcmp(d->change->kind, "amend"))
		for (size_t i = 0; i < 3; i++) {
			static const char *const acts[3][2] = { { "replace", "Sửa điểm này" },
			    { "add", "Thêm điểm sau điểm này" }, { "drop", "Bỏ điểm này" } };
			if (!strcmp(acts[i][0], w->act))
				continue;
			v = view_add(r->view, "OTHER_ACT");
			view_text(v, "act_path", clause_path(r, d, w->anchor, acts[i][0]));
			view_text(v, "act_label", tr(r->lang, acts[i][1]));
		}
	title(r, wish_title(r, d, w));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, d->is), plan_path(r, d->is->id, ""));
	crumb(r, tr(r->lang, "Các thay đổi của dự thảo"), plan_path(r, d->is->id, "/change"));
	return show(r, status, "plan_change_clause");
}

/* What was asked for, of the text without this draft.  NULL, or why that cannot be. */
static const char *
find_wish(struct req *r, const struct draft *d, struct wish *w)
{
	const char *act = form_get(r->form, "act");

	*w = (struct wish){ .act = act, .anchor = form_get(r->form, "clause"), .markdown = "" };
	if (strcmp(act, "replace") && strcmp(act, "add") && strcmp(act, "drop"))
		return "Chọn sửa, thêm hay bỏ một điểm trong danh sách";
	if (!strcmp(d->change->kind, "correct") && strcmp(act, "replace"))
		return "Văn bản đính chính chỉ sửa chữ của điểm đang có: thêm, bỏ điểm thì lập văn bản sửa đổi, bổ sung";
	w->now = plan_clauses_marked(r->db, r->mem, d->target, d->day, 0);
	while (w->now && strcmp(w->now->anchor, w->anchor))
		w->now = w->now->next;
	for (w->own = d->clauses; w->own && strcmp(w->own->anchor, w->anchor); )
		w->own = w->own->next;
	if (!w->now)
		return w->own && !strcmp(w->own->act, "add") && !strcmp(act, "add") ? NULL
		    : "Kế hoạch không có điểm này: chọn một điểm trong danh sách";
	if (!strcmp(w->now->act, "drop"))
		return "Điểm này đã bị bỏ theo văn bản khác: chọn điểm khác";
	if (!w->own || strcmp(w->own->act, "drop"))
		return NULL;
	return *w->own->beside ? "Điểm này bị bỏ cùng điểm ở trên nó: bỏ thay đổi đó trước"
	    : strcmp(act, "replace") ? "Dự thảo này đã bỏ điểm này: bỏ thay đổi đó trước" : NULL;
}

static void
wrong_clause(struct req *r, const char *why_vi)
{
	form_wrong_away(r->form, "clause", tr(r->lang, "Điểm"), tr(r->lang, why_vi));
}

int
plan_change_clause_page(struct req *r)
{
	struct draft d;
	struct wish w;
	int status;

	if (!find_draft(r, &d, &status))
		return status;
	if (!d.by_clause)
		return 404;
	const char *why = find_wish(r, &d, &w);
	if (why) {
		wrong_clause(r, why);
		return show_draft(r, 422, &d);
	}
	const char *words = w.own && !strcmp(w.own->act, w.act) && (strcmp(w.act, "add") || !w.now) ? w.own->markdown
	    : !strcmp(w.act, "replace") ? w.now->markdown : "";
	w.markdown = plan_change_typed(r->mem, words);
	return show_wish(r, 200, &d, &w);
}

/* Those of the draft that are new; what is dropped may be thousands more. */
static struct plan_change_clause *
new_ones(struct req *r, const struct draft *d)
{
	struct plan_change_clause *first = NULL;

	for (const struct plan_change_clause *k = d->clauses; k; k = k->next)
		if (!strcmp(k->act, "add")) {
			struct plan_change_clause *one = mem_take(r->mem, sizeof(*one));
			*one = *k;
			one->next = first;
			first = one;
		}
	return first;
}

/* The clause and all under it, each with its own row. */
static const char *
drop_all(struct req *r, const struct draft *d, const struct wish *w)
{
	const struct plan_clause *c = w->now;
	const struct plan_change_clause *added = new_ones(r, d);

	do {
		for (const struct plan_change_clause *k = added; k; k = k->next)
			if (!strcmp(k->beside, c->anchor))
				return "Dự thảo có điểm mới đặt sau điểm này: bỏ thay đổi đó trước";
		c = c->next;
	} while (c && c->depth > w->now->depth);
	c = w->now;
	do {
		if (strcmp(c->act, "drop")) {
			plan_change_drop(r->db, d->is->id, c->anchor);
			plan_change_put(r->db, d->is->id, &(struct plan_change_clause){ .act = "drop",
			    .anchor = c->anchor, .beside = c == w->now ? "" : w->anchor, .parent = "",
			    .label = "", .text = "", .markdown = "", .html = "", .was = c->text });
		}
		c = c->next;
	} while (c && c->depth > w->now->depth);
	changed(r, "text", w->now->text, "");
	return NULL;
}

/* NULL, or what is wrong with the words. */
static const char *
put_words(struct req *r, const struct draft *d, const struct wish *w)
{
	bool adds = !strcmp(w->act, "add");
	struct plan_change_clause c = { .act = w->act, .beside = "", .parent = "" };
	const char *why;

	if (adds && w->now)
		c.beside = w->anchor;
	else if (adds)
		c = (struct plan_change_clause){ .act = w->act, .anchor = w->anchor, .beside = w->own->beside,
		    .parent = w->own->parent, .label = w->own->label, .depth = w->own->depth };
	else
		c.anchor = w->anchor, c.label = w->now->label, c.was = w->now->text;
	why = plan_change_read(r->db, r->mem, d->target, d->change, d->day, w->markdown, &c);
	if (why)
		return why;
	if (!adds && !strcmp(c.text, w->now->text) && !strcmp(c.label, w->now->label)
	    && !strcmp(c.html, w->now->html))
		return "Nội dung mới giống hệt nội dung hiện nay: sửa rồi lưu, hoặc quay lại";
	if (w->own && !strcmp(w->own->act, w->act) && (!adds || !w->now)) {
		plan_change_mend(r->db, d->is->id, &c);
	} else {
		if (w->own && !adds)
			plan_change_drop(r->db, d->is->id, w->anchor);
		plan_change_put(r->db, d->is->id, &c);
	}
	changed(r, "text", w->own && !(adds && w->now) ? w->own->text : w->now && !adds ? w->now->text : "",
	    c.text);
	return NULL;
}

static const char *
too_many(const struct draft *d)
{
	int n = 0;

	for (const struct plan_change_clause *c = d->clauses; c; c = c->next)
		n += strcmp(c->act, "drop") || !*c->beside;
	if (n >= CHANGES_MAX)
		return "Dự thảo đã có 500 thay đổi: lập văn bản thay thế";
	return strlen(d->was) > BODY_MAX
	    ? "Các thay đổi dài quá 1 MB: lập văn bản thay thế" : NULL;
}

int
plan_change_clause_save(struct req *r)
{
	struct draft d;
	struct wish w;
	int status;

	if (!find_draft(r, &d, &status))
		return status;
	if (!d.by_clause)
		return 404;
	const char *why = find_wish(r, &d, &w);
	if (!why)
		why = too_many(&d);
	if (why) {
		wrong_clause(r, why);
		return show_draft(r, 422, &d);
	}
	form_read(r->form, r->mem, wish_fields, &w);
	plan_overtaken(r, d.is);
	if (form_faults(r->form))
		return show_wish(r, 422, &d, &w);
	if (!strcmp(w.act, "drop")) {
		if ((why = drop_all(r, &d, &w)))
			wrong_clause(r, why);
	} else if ((why = put_words(r, &d, &w))) {
		form_wrong(r->form, "markdown", why);
	}
	if (why)
		return show_wish(r, 422, &d, &w);
	changed(r, "clause", "", w.anchor);
	changed(r, "act", "", w.act);
	plan_change_write(r->db, r->mem, d.target, d.change, d.was);
	audit(r, "plan_change.clause", d.is->id);
	said(r, "Đã ghi thay đổi vào dự thảo");
	return go(r, plan_path(r, d.is->id, "/change"));
}

int
plan_change_drop_save(struct req *r)
{
	struct draft d;
	int status;
	const char *anchor = form_get(r->form, "clause");
	const struct plan_change_clause *c;

	if (!find_draft(r, &d, &status))
		return status;
	for (c = d.clauses; c && strcmp(c->anchor, anchor); )
		c = c->next;
	if (!c || (!strcmp(c->act, "drop") && *c->beside))
		return 404;
	if (plan_overtaken(r, d.is))
		return show_draft(r, 422, &d);
	plan_change_drop(r->db, d.is->id, anchor);
	changed(r, "clause", anchor, "");
	changed(r, "act", c->act, "");
	changed(r, "text", c->text, "");
	plan_change_write(r->db, r->mem, d.target, d.change, d.was);
	audit(r, "plan_change.drop", d.is->id);
	said(r, "Đã bỏ thay đổi khỏi dự thảo");
	return go(r, plan_path(r, d.is->id, "/change"));
}
