/* plan_date.c - the dates that a plan sets for itself: by day for whoever reads it; added, changed
 * and removed by who keeps them. */

#include "cgi-bin/lib/plan_date_page.h"

#include "cgi-bin/lib/ical.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/evaluation.h"
#include "db/plan_change.h"

static const struct field fields[] = {
	FIELD(plan_date, kind, "Loại mốc", LINE, .max = 20),
	FIELD(plan_date, day, "Ngày", DAY),
	FIELD(plan_date, anchor, "Điểm của kế hoạch", LINE, true, .max = 100),
	FIELD(plan_date, text, "Nội dung", LINE, true, .max = 500),
	FIELD(plan_date, done, "Đã xong ngày", DAY, true),
	{ 0 }
};

static const struct plan_date blank = { .kind = "", .day = "", .anchor = "", .text = "", .done = "" };

struct plan *
plan_date_kept(struct req *r)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);

	return p && may_here(r, "plan.date", p->unit) && plan_is_own(p)
	    && (p->stands || strcmp(p->state, "dropped")) ? p : NULL;
}

struct plan_date *
plan_date_here(struct req *r, const struct plan *p)
{
	struct plan_date *d = p ? plan_date_get(r->db, r->mem, r->id2, r->lang) : NULL;

	return d && d->plan == p->id ? d : NULL;
}

static struct plan_clause *
clauses_of(struct req *r, const struct plan *p)
{
	return plan_text_on(r->db, r->mem, p->id, r->today);
}

static const struct plan_clause *
clause_of(const struct plan_clause *c, const char *anchor)
{
	while (c && strcmp(c->anchor, anchor))
		c = c->next;
	return c;
}

/* ---- the list ---- */

static void
show_date(struct req *r, const struct plan *p, const struct plan_date *d,
    const struct plan_clause *clauses, bool keeps, bool evaluated)
{
	struct view *v = view_add(r->view, "ROW");

	view_text(v, "day", due_words(r, d->day, d->last_day, d->holiday));
	if (!d->over)
		view_text(view_add(v, "FAR"), "how_far", how_far(r, d->last_day));
	view_text(v, "kind_of", d->is.label);
	if (*d->text)
		view_text(view_add(v, "WORDS"), "words", d->text);
	if (clause_of(clauses, d->anchor)) {
		struct view *c = view_add(v, "CLAUSE");
		view_text(c, "cited", cited(r, d->anchor));
		view_text(c, "anchor", d->anchor);
	} else if (*d->anchor) {
		view_text(view_add(v, "GONE"), "cited", cited(r, d->anchor));
	}
	plan_date_show_state(r, v, p, d);
	if (!keeps)
		return;
	plan_date_offer(r, v, p, d, evaluated);
	view_text(view_add(v, "EDIT"), "edit_path", plan_path(r, p->id,
	    mem_printf(r->mem, "/date/%lld", (long long)d->id)));
}

int
plan_date_show(struct req *r, int status, const struct plan *p)
{
	struct plan_date *all = plan_dates(r->db, r->mem, p->id, r->lang);
	struct plan_clause *clauses = all ? clauses_of(r, p) : NULL;
	bool keeps = r->who.id && plan_date_kept(r);
	bool evaluated = keeps && all && evaluation_among(evaluation_plans(r->db, r->mem), p->id);

	title(r, tr(r->lang, "Mốc thời gian của kế hoạch"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	view_text(r->view, "subject", p->subject);
	if (keeps) {
		struct view *v = view_add(r->view, "KEEPS");
		view_add(v, p->stands ? "STANDS" : "DRAFT");
	}
	view_add(r->view, all ? "LIST" : "EMPTY");
	for (; all; all = all->next)
		show_date(r, p, all, clauses, keeps, evaluated);
	form_show_faults(r->form, r->view, r->lang, fields);
	return show(r, status, "plan_dates");
}

int
plan_date_list(struct req *r)
{
	struct plan *p = plan_seen(r);

	return p && plan_is_own(p) ? plan_date_show(r, 200, p) : 404;
}

int
plan_date_calendar(struct req *r)
{
	struct plan *p = plan_seen(r);

	if (!p || !plan_is_own(p))
		return 404;
	const char *name = *p->number ? p->number : p->subject;
	struct ical *c = ical_new(r, tr_with(r->mem, "vi", "Mốc thời gian: {1}", name, NULL, NULL));
	for (struct plan_date *d = plan_dates(r->db, r->mem, p->id, "vi"); d; d = d->next)
		ical_add(c, &(struct ical_event){ .id = mem_printf(r->mem, "plan-date-%lld", (long long)d->id),
		    .day = d->last_day, .text = d->text,
		    .summary = tr_with(r->mem, "vi", *d->done ? "Đã xong: {1}: {2}" : "{1}: {2}", d->is.label,
		    name, NULL),
		    /* nobody caches what who has signed in was given */
		    .path = r->who.id ? plan_path(r, p->id, "/date") : "" });
	return ical_give(c);
}

void
plan_show_dates(struct req *r, const struct plan *p)
{
	int64_t n = 0;
	struct plan_date *all = plan_is_own(p) ? plan_dates(r->db, r->mem, p->id, r->lang) : NULL, *next = NULL;

	for (struct plan_date *d = all; d; d = d->next, n++)
		if (!next && !d->over && strcmp(d->last_day, r->today) >= 0)
			next = d;
	if (next) {
		struct view *v = view_add(r->view, "NEXT_DATE");
		view_text(v, "what", next->is.label);
		view_text(v, "day", due_words(r, next->day, next->last_day, next->holiday));
		view_text(v, "how_far", how_far(r, next->last_day));
	}
	if (n || (r->who.id && plan_date_kept(r))) {
		struct view *v = view_add(r->view, "DATES");
		view_text(v, "dates_path", plan_path(r, p->id, "/date"));
		if (n)
			view_text(view_add(v, "COUNTED"), "n", number(r, n, 0));
	}
}

void
plan_dates_json(struct req *r, struct json *j, const struct plan *p)
{
	struct json *all = json_list(j, "dates");

	for (struct plan_date *d = plan_dates(r->db, r->mem, p->id, r->lang); d; d = d->next) {
		struct json *one = json_record(all, NULL);
		json_text(one, "kind", d->kind);
		json_text(one, "day", d->day);
		json_text(one, "last_day", d->last_day);
		json_text(one, "anchor", *d->anchor ? d->anchor : NULL);
		json_text(one, "text", *d->text ? d->text : NULL);
	}
}

/* ---- one ---- */

static int
show_form(struct req *r, int status, const struct plan *p, const struct plan_date *was,
    const struct plan_date *d)
{
	const char *path = plan_path(r, p->id, was ? mem_printf(r->mem, "/date/%lld", (long long)was->id)
	    : "/date/add"), *kind, *anchor;

	title(r, tr(r->lang, was ? "Sửa mốc thời gian" : "Thêm mốc thời gian"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	crumb(r, tr(r->lang, "Mốc thời gian của kế hoạch"), plan_path(r, p->id, "/date"));
	form_open(r, r->view, path);
	if (was)
		show_edition(r, r->view, "", was->edition);
	form_show(r->form, r->view, r->lang, fields, d);
	kind = form_typed(r->form, "kind", d->kind);
	anchor = form_typed(r->form, "anchor", d->anchor);
	for (struct plan_date_kind *k = plan_date_kinds(r->db, r->mem, r->lang); k; k = k->next)
		form_option(r->view, "KIND", k->kind, k->label, kind);
	form_option(r->view, "CLAUSE", "", tr(r->lang, "không nêu ở điểm nào"), anchor);
	for (struct plan_clause *c = clauses_of(r, p); c; c = c->next)
		form_option(r->view, "CLAUSE", c->anchor, mem_printf(r->mem, "%s: %s", cited(r, c->anchor),
		    plan_brief(r->mem, c->text, 100)), anchor);
	view_text(r->view, "subject", p->subject);
	view_text(r->view, "dates_path", plan_path(r, p->id, "/date"));
	if (was && !was->round && !was->period)
		form_open(r, view_add(r->view, "REMOVE"), plan_path(r, p->id,
		    mem_printf(r->mem, "/date/%lld/remove", (long long)was->id)));
	else if (was)
		view_add(r->view, "OPENED");
	return show(r, status, "plan_date");
}

int
plan_date_add_page(struct req *r)
{
	struct plan *p = plan_date_kept(r);

	return p ? show_form(r, 200, p, NULL, &blank) : 404;
}

int
plan_date_page(struct req *r)
{
	struct plan *p = plan_date_kept(r);
	struct plan_date *d = plan_date_here(r, p);

	return d ? show_form(r, 200, p, d, d) : 404;
}

static void
check(struct req *r, const struct plan *p, const struct plan_date *was, const struct plan_date *d)
{
	struct plan_date_kind *k = plan_date_kinds(r->db, r->mem, r->lang);

	while (k && strcmp(k->kind, d->kind))
		k = k->next;
	if (!k)
		form_wrong(r->form, "kind", "Chọn một loại trong danh sách");
	else if (was && strcmp(was->kind, d->kind) && (was->round || was->period))
		form_wrong(r->form, "kind", "Đã lập đợt đánh giá hoặc kỳ báo cáo từ mốc này nên không đổi loại được: thêm một mốc khác");
	if (*d->anchor && (!was || strcmp(was->anchor, d->anchor)) && !clause_of(clauses_of(r, p), d->anchor))
		form_wrong(r->form, "anchor", "Kế hoạch không có điểm này: chọn một điểm trong danh sách, hoặc “không nêu ở điểm nào”");
	if (*p->date && strcmp(d->day, p->date) < 0 && (!was || strcmp(was->day, d->day)))
		form_wrong(r->form, "day", "Ngày này ở trước ngày ban hành của kế hoạch: ghi từ ngày ban hành trở đi");
	if (strcmp(d->done, r->today) > 0)
		form_wrong(r->form, "done", "Ngày xong ở sau hôm nay: để trống, khi xong thì ghi");
	if (!form_faults(r->form) && plan_date_taken(r->db, d, d->id))
		form_wrong(r->form, "day", "Kế hoạch đã có mốc này: sửa mốc đã có, hoặc ghi nội dung khác");
}

/* A new one (`was` NULL), or that one changed. */
static int
put(struct req *r, const struct plan *p, const struct plan_date *was)
{
	struct plan_date d = blank;
	int64_t n = 0;

	d.id = was ? was->id : 0, d.plan = p->id;
	if (form_read(r->form, r->mem, fields, &d))
		check(r, p, was, &d);
	for (struct plan_date *x = was ? NULL : plan_dates(r->db, r->mem, p->id, r->lang); x; x = x->next)
		n++;
	if (n >= PLAN_DATES_MAX)
		form_wrong(r->form, "day", "Kế hoạch đã có 100 mốc, không thêm được nữa: bỏ bớt mốc không dùng");
	if (was)
		is_old(r, was->edition, tr(r->lang,
		    "Mốc này vừa được sửa ở nơi khác. Điều bạn gõ còn nguyên dưới đây: xem lại rồi lưu thì bản của bạn thay bản kia"));
	if (form_faults(r->form))
		return show_form(r, 422, p, was, &d);
	if (was)
		plan_date_change(r->db, &d);
	else
		plan_date_add(r->db, &d);
	changed_form(r, fields, was ? was : &blank, &d);
	audit(r, was ? "plan.date_change" : "plan.date_add", p->id);
	said_with(r, was ? "Đã lưu mốc ngày {1}" : "Đã thêm mốc ngày {1}", text_of_day(r->mem, d.day), NULL);
	return go(r, plan_path(r, p->id, "/date"));
}

int
plan_date_add_save(struct req *r)
{
	struct plan *p = plan_date_kept(r);

	return p ? put(r, p, NULL) : 404;
}

int
plan_date_save(struct req *r)
{
	struct plan *p = plan_date_kept(r);
	struct plan_date *d = plan_date_here(r, p);

	return d ? put(r, p, d) : 404;
}

int
plan_date_drop(struct req *r)
{
	struct plan *p = plan_date_kept(r);
	struct plan_date *d = plan_date_here(r, p);

	if (!d)
		return 404;
	if (d->round || d->period)
		form_wrong_away(r->form, "date", tr(r->lang, "Bỏ mốc này"), tr(r->lang,
		    "Đã lập đợt đánh giá hoặc kỳ báo cáo từ mốc này nên không bỏ được: để nguyên, cần ngày khác thì thêm một mốc khác"));
	is_old(r, d->edition, tr(r->lang,
	    "Mốc này vừa được sửa ở nơi khác: xem bản mới dưới đây, vẫn muốn bỏ thì bấm lại"));
	if (form_faults(r->form))
		return show_form(r, 422, p, d, d);
	plan_date_remove(r->db, d->id);
	changed_form(r, fields, d, &blank);
	audit(r, "plan.date_remove", p->id);
	said_with(r, "Đã bỏ mốc ngày {1}", text_of_day(r->mem, d->day), NULL);
	return go(r, plan_path(r, p->id, "/date"));
}
