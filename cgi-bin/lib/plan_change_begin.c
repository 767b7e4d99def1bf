/* plan_change_begin.c - a document that changes a plan is begun; and may it go on its way? */

#include "cgi-bin/lib/plan_change_page.h"

const char *const plan_change_kinds[4][2] = {
	{ "amend",   "Sửa đổi, bổ sung" },
	{ "correct", "Đính chính" },
	{ "replace", "Thay thế" },
	{ "recall",  "mục::Thu hồi" },
};

const char *
plan_change_kind(struct req *r, const char *kind)
{
	for (size_t i = 0; i < 4; i++)
		if (!strcmp(plan_change_kinds[i][0], kind))
			return tr(r->lang, plan_change_kinds[i][1]);
	return "";
}

bool
plan_change_may(const struct plan *target, const char *kind)
{
	if (!target->stands || *target->end || !strcmp(target->change, "recall"))
		return false;
	if (!strcmp(target->change, "amend") || !strcmp(target->change, "correct"))
		return !strcmp(kind, "recall");
	for (size_t i = 0; i < 4; i++)
		if (!strcmp(plan_change_kinds[i][0], kind))
			return true;
	return false;
}

static const struct field begin_fields[] = {
	FIELD(plan_change, kind,  "Cách thay đổi", LINE),
	FIELD(plan_change, holds, "Có hiệu lực từ ngày", DAY, true),
	{ 0 }
};

void
plan_show_target(struct req *r, const struct plan *t)
{
	view_text(r->view, "target_name", plan_full_name(r->mem, t));
	view_text(r->view, "target_subject", t->subject);
	view_text(r->view, "target_path", plan_path(r, t->id, ""));
}

static int
show_begin(struct req *r, int status, const struct plan *t, const struct plan_change *g)
{
	form_open(r, r->view, plan_path(r, t->id, "/change/add"));
	form_show(r->form, r->view, r->lang, begin_fields, g);
	plan_show_target(r, t);
	for (size_t i = 0; i < 4; i++)
		if (plan_change_may(t, plan_change_kinds[i][0]))
			form_option(r->view, "KIND", plan_change_kinds[i][0],
			    tr(r->lang, plan_change_kinds[i][1]), form_typed(r->form, "kind", g->kind));
	title(r, tr(r->lang, "Lập văn bản sửa đổi, thay thế, thu hồi"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, t), plan_path(r, t->id, ""));
	return show(r, status, "plan_change_add");
}

/* A plan that stands, of a unit for which this person drafts: else NULL. */
static struct plan *
changeable(struct req *r)
{
	struct plan *t = plan_get(r->db, r->mem, r->id, r->lang);

	return t && t->stands && strcmp(t->change, "recall") && may_here(r, "plan.write", t->unit) ? t : NULL;
}

int
plan_change_add_page(struct req *r)
{
	struct plan *t = changeable(r);

	if (!t)
		return 404;
	if (*t->end)
		form_wrong_away(r->form, "kind", "", plan_ended_text(r, t));
	return show_begin(r, 200, t, &(struct plan_change){ .kind = form_get(r->form, "kind"), .holds = "" });
}

int
plan_change_add_save(struct req *r)
{
	struct plan *t = changeable(r);
	struct plan_change g = { .kind = "", .holds = "" };

	if (!t)
		return 404;
	form_read(r->form, r->mem, begin_fields, &g);
	if (*t->end)
		form_wrong_away(r->form, "kind", "", plan_ended_text(r, t));
	else if (*g.kind && !plan_change_may(t, g.kind))
		form_wrong(r->form, "kind", "Chọn một cách trong danh sách");
	if (!form_fault(r->form, "holds") && *g.holds && strcmp(g.holds, t->date) < 0)
		form_wrong(r->form, "holds", "Sớm hơn ngày ban hành của văn bản được sửa: xem lại ngày");
	if (form_faults(r->form))
		return show_begin(r, 422, t, &g);
	plan_change_begin(r->db, r->mem, t, &g, r->who.id, r->today, r->now);
	changed(r, "target", "", plan_full_name(r->mem, t));
	changed_form(r, begin_fields, &(struct plan_change){ .kind = "", .holds = "" }, &g);
	audit(r, "plan_change.add", g.plan);
	said(r, "Đã lập dự thảo");
	return go(r, plan_path(r, g.plan, !strcmp(g.kind, "replace") ? "/edit"
	    : !strcmp(g.kind, "recall") ? "" : "/change"));
}

/* ---- on its way ---- */

static const struct plan_clause *
find(const struct plan_clause *c, const char *anchor)
{
	while (c && (strcmp(c->anchor, anchor) || !strcmp(c->act, "drop")))
		c = c->next;
	return c;
}

static void
wrong(struct req *r, const char *label, const char *why_ready)
{
	form_wrong_away(r->form, "change", label, why_ready);
}

/* What it changes is there on the day from which it holds, and as it was when the change was
 * written: another may have been quicker, and its words would be lost. */
static void
check_clauses(struct req *r, const struct plan_change *g, const char *day)
{
	const struct plan_clause *all = plan_clauses_on(r->db, r->mem, g->target, day, 0);
	struct plan_change_clause *own = plan_change_clauses(r->db, r->mem, g->plan);

	if (!own)
		wrong(r, tr(r->lang, "Các thay đổi của dự thảo"), tr(r->lang,
		    "Chưa có thay đổi nào: mở trang các thay đổi và chọn điểm để sửa"));
	for (const struct plan_change_clause *c = own; c; c = c->next) {
		const char *anchor = strcmp(c->act, "add") ? c->anchor : c->beside;
		const struct plan_clause *now = find(all, anchor);
		if (!now && !strcmp(c->act, "drop") && *c->beside)
			continue;
		if (now && (!*c->was || !strcmp(now->text, c->was)))
			continue;
		wrong(r, cited(r, anchor), tr(r->lang, now
		    ? "Điểm này đã được văn bản khác sửa sau khi soạn thay đổi: mở lại điểm, xem nội dung mới rồi lưu"
		    : "Điểm này không còn trong văn bản vào ngày có hiệu lực: sửa lại các thay đổi của dự thảo"));
		return;
	}
}

bool
plan_change_fits(struct req *r, const struct plan *p, const char *move)
{
	struct plan_change *g = *p->change ? plan_change_get(r->db, r->mem, p->id, r->lang) : NULL;
	struct plan *t = g ? plan_get(r->db, r->mem, g->target, r->lang) : NULL;

	if (!t || (strcmp(move, "submit") && strcmp(move, "issue") && strncmp(move, "record", 6)))
		return true;
	const char *day = plan_change_base(p, g, r->today);
	if (!plan_change_may(t, g->kind))
		wrong(r, plan_full_name(r->mem, t), *t->end ? plan_ended_text(r, t)
		    : tr(r->lang, "Văn bản này không sửa đổi được theo cách đã chọn"));
	if (!strncmp(move, "record", 6) && !*p->date)
		form_wrong(r->form, "date", "Văn bản sửa đổi, thay thế, thu hồi phải có ngày ban hành");
	else if (*p->date && strcmp(day, p->date) < 0)
		form_wrong_at(r->form, "date", tr(r->lang, "Ngày ban hành"), tr_with(r->mem, r->lang,
		    "Văn bản có hiệu lực từ {1}, sớm hơn ngày ban hành: sửa ngày có hiệu lực ở trang các thay đổi",
		    text_of_day(r->mem, day), NULL, NULL));
	/* it is issued today or later, and the clerk could not */
	if (!strcmp(move, "submit") && *g->holds && strcmp(g->holds, r->today) < 0)
		form_wrong_away(r->form, "holds", tr(r->lang, "Có hiệu lực từ ngày"), tr_with(r->mem, r->lang,
		    "Ngày {1} đã qua mà văn bản chưa ban hành: mở trang các thay đổi, ghi ngày khác hoặc để trống",
		    text_of_day(r->mem, g->holds), NULL, NULL));
	if (strcmp(day, t->date) < 0)
		form_wrong_at(r->form, "date", tr(r->lang, "Ngày ban hành"), tr(r->lang,
		    "Sớm hơn ngày ban hành của văn bản được sửa: xem lại ngày"));
	if (!strcmp(g->kind, "amend") || !strcmp(g->kind, "correct"))
		check_clauses(r, g, day);
	if (form_faults(r->form))
		return false;
	const char *was = plan_change_body(r->db, r->mem, t, g);
	plan_change_anchor(r->db, r->mem, g, true);
	/* what was approved stays as it was read */
	if (strcmp(move, "issue") && strcmp(was, plan_change_body(r->db, r->mem, t, g)))
		plan_change_write(r->db, r->mem, t, g, was);
	return true;
}

const char *
plan_change_unlike(struct req *r, const struct plan *p)
{
	struct plan_change *g = *p->change ? plan_change_get(r->db, r->mem, p->id, r->lang) : NULL;
	struct plan *t = g ? plan_get(r->db, r->mem, g->target, r->lang) : NULL;
	struct plan *now = t ? plan_get(r->db, r->mem, p->id, r->lang) : NULL;

	return now && plan_change_by_hand(r->db, r->mem, now, t, g)
	    ? tr(r->lang, "Nội dung văn bản đã sửa tay, khác với nội dung lập từ các thay đổi") : NULL;
}
