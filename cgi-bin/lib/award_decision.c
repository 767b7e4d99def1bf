/* award_decision.c - a decision as a draft: the nominations picked for it, and its case. */

#include <stdlib.h>

#include "cgi-bin/lib/award_page.h"
#include "db/unit.h"

static const struct column columns[] = {
	{ "name",  "Được đề nghị",         CELL_TEXT, true },
	{ "subject", "Đối tượng",          CELL_TEXT, true },
	{ "form",  "Danh hiệu, hình thức", CELL_TEXT, true },
	{ "unit",  "Đơn vị đề nghị",       CELL_TEXT, true },
	{ "named", "Nêu tên công khai",    CELL_TEXT, true },
	{ "check", "Kiểm tra",             CELL_TAG,  true },
	{ 0 }
};

/* Told, and no hindrance: they may be there on paper. */
static bool
lacks_papers(struct req *r, int64_t nomination)
{
	struct nomination_paper *p = nomination_papers(r->db, r->mem, nomination, r->today, r->lang);

	while (p && p->there)
		p = p->next;
	return p;
}

int
award_draft_show(struct req *r, int status, const struct award_decision *d)
{
	struct table *t = table_new(r, "Danh sách trong dự thảo", columns);
	struct award_item *items = award_items(r->db, r->mem, d->id, r->today, r->today, r->who.id,
	    r->lang);
	struct flow_step *last = steps_of(r, d->flow_case);
	int64_t n = 0;

	award_find_twice(r, items);
	title(r, award_name(r, d));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	for (struct award_item *i = items; i; i = i->next, n++) {
		table_row(t, nomination_path(r, i->nomination, ""));
		table_text(t, i->name);
		table_text(t, award_subject(r, i->subject));
		table_text(t, i->form);
		table_text(t, i->unit_name);
		table_text(t, tr(r->lang, i->named ? "có" : "không, chỉ tính số lượng"));
		if (award_hindered(i))
			table_text(t, tr(r->lang, award_hindered(i)));
		else if (i->twice)
			table_tag(t, "back", tr(r->lang, "trùng thành tích"));
		else if (lacks_papers(r, i->nomination))
			table_tag(t, "soon", tr(r->lang, "thiếu giấy tờ"));
		else
			table_tag(t, "done", tr(r->lang, "đủ điều kiện"));
	}
	table_whole(t);
	form_show_faults(r->form, r->view, r->lang, (const struct field[]){
		{ .name = "reason", .label = "Lý do" }, { .name = "list", .label = "Danh sách" },
		{ .name = "title", .label = "Trích yếu" }, { 0 } });
	award_show_head(r, d);
	if (*d->signer_name)
		view_text(view_add(r->view, "SIGNER"), "signer", *d->signer_title
		    ? mem_printf(r->mem, "%s, %s", d->signer_name, d->signer_title) : d->signer_name);
	if (last && !strcmp(d->state, "returned")) {
		struct view *v = view_add(r->view, "RETURNED");
		view_text(v, "reason", last->reason);
		view_text(v, "who_said", last->name);
		view_text(v, "at", moment(r, last->at));
	}
	if (d->edits && may_here(r, "award.review", d->unit))
		view_add(r->view, "EDIT");
	if (award_numbering(r, d))
		view_add(r->view, "ISSUE");
	award_show_moves(r, d->flow_case, award_path(r, d->id, "/move"),
	    award_own(r->db, d->id, r->who.id) ? "issue record approve return" : "issue record");
	award_show_steps(r, d->flow_case);
	return table_show(r, status, "award_draft", t, n,
	    "Chưa có đề nghị nào trong dự thảo này. Bấm “Sửa dự thảo” để chọn.");
}

/* ---- the form ---- */

static const struct field fields[] = {
	FIELD(award_decision, title,        "Trích yếu", LINE, .min = 5, .max = 1000),
	FIELD(award_decision, outside,      "Người quyết định", LINE, true, .max = 200),
	FIELD(award_decision, issuer,       "Chức danh người quyết định", LINE, true, .max = 200),
	FIELD(award_decision, plan,         "Phong trào", NUMBER, true, .max = INT32_MAX),
	FIELD(award_decision, signer_title, "Chức vụ người ký", LINE, true, .max = 120),
	FIELD(award_decision, signer_name,  "Họ tên người ký", LINE, true, .max = 120),
	{ 0 }
};

static bool
picked(struct req *r, int64_t nomination)
{
	for (const struct sent *s = form_next(r->form, NULL, "pick"); s;
	    s = form_next(r->form, s, "pick"))
		if (strtoll(s->value, NULL, 10) == nomination)
			return true;
	return false;
}

static int
show_form(struct req *r, int status, const struct award_decision *d)
{
	const char *outside = form_typed(r->form, "outside", d->outside);
	int64_t plan = award_id_typed(r, "plan", d->plan);
	struct award_item *i = award_candidates(r->db, r->mem, d->id, d->unit, outside, r->today,
	    r->who.id, r->lang);
	struct view *all = i ? view_add(r->view, "CANDIDATES") : view_add(r->view, "NO_CANDIDATE");

	form_open(r, r->view, d->id ? award_path(r, d->id, "/edit") : "/award/add");
	form_show(r->form, r->view, r->lang, fields, d);
	show_edition(r, r->view, "", d->edition);
	view_text(r->view, "unit_name", d->unit_name);
	view_int(r->view, "unit", d->unit);
	for (struct award_signer *s = award_signers(r->db, r->mem, d->flow_case, d->unit, r->today); s;
	    s = s->next)
		view_text(view_add(r->view, "SIGNER"), "value", s->name);
	form_option(r->view, "OUTSIDE", "", tr(r->lang, "người đứng đầu đơn vị này"), outside);
	for (struct award_choice *c = award_outsiders(r->db, r->mem, r->today); c; c = c->next)
		form_option(r->view, "OUTSIDE", c->value, c->label, outside);
	form_option(r->view, "PLAN", "", tr(r->lang, "không theo phong trào nào trên cổng"),
	    award_id(r, plan));
	for (struct nomination_choice *c = nomination_plans(r->db, r->mem); c; c = c->next)
		form_option(r->view, "PLAN", award_id(r, c->id), mem_printf(r->mem, "%s %s", c->code,
		    c->label), award_id(r, plan));
	for (; i; i = i->next) {
		struct view *v = view_add(all, "CANDIDATE");
		view_int(v, "id", i->nomination);
		view_text(v, "name", i->name);
		view_text(v, "subject", award_subject(r, i->subject));
		view_text(v, "form", i->form);
		view_text(v, "nominator", i->unit_name);
		view_text(v, "achieved", mem_printf(r->mem, "%s - %s", text_of_day(r->mem,
		    i->achieved_from), text_of_day(r->mem, i->achieved_to)));
		view_text(v, "nomination_path", nomination_path(r, i->nomination, ""));
		if (form_sent(r->form, "title") ? picked(r, i->nomination) : i->listed)
			view_add(v, "PICKED");
		if (award_hindered(i))
			view_text(view_add(v, "HINDERED"), "why", tr(r->lang, award_hindered(i)));
		else
			view_add(v, lacks_papers(r, i->nomination) ? "LACKING" : "CLEAR");
	}
	/* {{title}} is here a field of the form. */
	const char *heading = tr(r->lang, d->id ? "Sửa dự thảo quyết định"
	    : "Lập quyết định khen thưởng");
	title(r, heading);
	view_text(r->view, "heading", heading);
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	if (d->id)
		crumb(r, award_name(r, d), award_path(r, d->id, ""));
	else
		crumb(r, tr(r->lang, "Đề nghị"), "/award/nomination");
	return show(r, status, "award_edit");
}

/* "Chủ tịch UBND xã An" where what governs the area is no unit of its own, else the head of the
 * office (unit_kind.authority); to begin with: it may be changed. */
static const char *
chair_of(struct req *r, const struct award_choice *office)
{
	const char *plain = text_plain(r->mem, office->label);
	const char *issuer = unit_issuer(r->db, r->mem, strtoll(office->value, NULL, 10), r->today);
	bool body = !strncmp(plain, "ubnd ", 5) || !strncmp(plain, "uy ban nhan dan ", 16);

	return mem_printf(r->mem, "%s %s", tr("vi", body ? "Chủ tịch"
	    : strcmp(issuer, office->label) ? "Chủ tịch UBND" : "Thủ trưởng"), office->label);
}

/* The office that is asked for, or the first of those where this person appraises. */
static struct award_choice *
office_asked(struct req *r)
{
	struct award_choice *first = award_offices(r->db, r->mem, r->who.id, r->today);
	const char *asked = form_get(r->form, "unit");

	for (struct award_choice *c = first; c; c = c->next)
		if (!strcmp(c->value, asked))
			return c;
	return *asked ? NULL : first;
}

int
award_add_page(struct req *r)
{
	struct award_choice *o = office_asked(r);

	if (!o)
		return 404;
	for (struct award_choice *c = award_offices(r->db, r->mem, r->who.id, r->today); c; c = c->next)
		if (strcmp(c->value, o->value)) {
			struct view *v = view_add(r->view, "OTHER_OFFICE");
			view_text(v, "other_id", c->value);
			view_text(v, "other_name", c->label);
		}
	struct award_signer *s = award_signers(r->db, r->mem, 0, strtoll(o->value, NULL, 10), r->today);
	bool one = s && !s->next;
	return show_form(r, 200, &(struct award_decision){ .unit = strtoll(o->value, NULL, 10),
	    .outside = "", .issuer = chair_of(r, o), .title = "", .number = "", .date = "",
	    .signer_title = one ? s->post : "", .signer_name = one ? s->name : "",
	    .unit_name = o->label });
}

/* From the form into *d; its faults, and those of what was picked. */
static void
read_form(struct req *r, struct award_decision *d)
{
	bool known = false;

	form_read(r->form, r->mem, fields, d);
	d->title_plain = text_plain(r->mem, d->title);
	for (struct award_choice *c = award_outsiders(r->db, r->mem, r->today); c; c = c->next)
		known |= !strcmp(c->value, d->outside);
	if (*d->outside && !known)
		form_wrong(r->form, "outside", "Không có người này trong danh mục thẩm quyền: chọn trong danh sách");
	if (*d->outside)
		d->issuer = d->outside;
	else if (!*d->issuer)
		form_wrong(r->form, "issuer", "Cần nhập");
	known = !d->plan;
	for (struct nomination_choice *c = nomination_plans(r->db, r->mem); c; c = c->next)
		known |= c->id == d->plan;
	if (!known)
		form_wrong(r->form, "plan", "Không có phong trào này: chọn trong danh sách");
}

/* Marks what is to stand on it, and finds what cannot. */
static struct award_item *
choose(struct req *r, const struct award_decision *d)
{
	struct award_item *all = award_candidates(r->db, r->mem, d->id, d->unit, d->outside, r->today,
	    r->who.id, r->lang);

	for (struct award_item *i = all; i; i = i->next) {
		bool was = i->listed;
		i->listed = picked(r, i->nomination);
		i->award = was;		/* for put_all(): no award is there yet */
	}
	award_check_items(r, all, "pick", "Danh sách");
	award_check_twice(r, all, "pick", "Danh sách");
	award_check_title(r, all, d->title_plain);
	return all;
}

/* On the decision or off it, by the nomination's own case. */
static int
put_all(struct req *r, struct award_item *i, int64_t decision)
{
	for (; i; i = i->next) {
		bool was = i->award;
		int status;
		if (i->listed == was)
			continue;
		struct flow_ask ask = { .flow_case = i->flow_case, .reason = "",
		    .move = i->listed ? "list" : "unlist" };
		status = act(r, &ask, mem_printf(r->mem, "award.%s", ask.move), i->nomination);
		if (status)
			return status < 0 ? 409 : status;
		award_put(r->db, i->nomination, i->listed ? decision : 0);
	}
	return 0;
}

int
award_add_save(struct req *r)
{
	struct award_choice *o = office_asked(r);
	struct award_decision d = { .number = "", .date = "" };
	struct award_item *items;
	int status;

	if (!o || !may_here(r, "award.review", strtoll(o->value, NULL, 10)))
		return 404;
	d.unit = strtoll(o->value, NULL, 10);
	d.unit_name = o->label;
	read_form(r, &d);
	items = choose(r, &d);
	if (!form_sent(r->form, "pick"))
		form_wrong_at(r->form, "pick", tr(r->lang, "Danh sách"), tr(r->lang,
		    "Cần chọn ít nhất một đề nghị"));
	if (form_faults(r->form))
		return show_form(r, 422, &d);
	d.flow_case = flow_open(r->db, "award_decision", d.unit, r->who.id, r->now);
	d.id = award_add(r->db, &d);
	changed_form(r, fields, &(struct award_decision){ .title = "", .outside = "", .issuer = "",
	    .signer_title = "", .signer_name = "" }, &d);
	audit(r, "award.add", d.id);
	if ((status = put_all(r, items, d.id)))
		return status;
	said(r, "Đã lập dự thảo quyết định");
	return go(r, award_path(r, d.id, ""));
}

/* The draft of the address, if this person may change it: else *status is 404 or 409. */
static struct award_decision *
editable(struct req *r, int *status)
{
	struct award_decision *d = award_get(r->db, r->mem, r->id, r->lang);

	*status = 404;
	if (!d || !may_here(r, "award.review", d->unit))
		return NULL;
	*status = 409;
	return d->edits ? d : NULL;
}

int
award_edit_page(struct req *r)
{
	int status;
	struct award_decision *d = editable(r, &status);

	return d ? show_form(r, 200, d) : status;
}

int
award_edit_save(struct req *r)
{
	int status;
	struct award_decision *old = editable(r, &status), d;
	struct award_item *items;

	if (!old)
		return status;
	d = *old;
	read_form(r, &d);
	items = choose(r, &d);
	is_old(r, old->edition, tr(r->lang,
	    "Đã có bản khác được lưu sau khi bạn mở trang: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia"));
	if (form_faults(r->form))
		return show_form(r, 422, &d);
	changed_form(r, fields, old, &d);
	audit(r, "award.change", d.id);
	award_change(r->db, &d);
	if ((status = put_all(r, items, d.id)))
		return status;
	said(r, "Đã lưu dự thảo quyết định");
	return go(r, award_path(r, d.id, ""));
}

int
award_move_save(struct req *r)
{
	struct award_decision *d = award_get(r->db, r->mem, r->id, r->lang);
	struct award_item *items;
	const char *move = form_get(r->form, "move");
	int status;

	/* The number is given by its own form. */
	if (!d || d->stands || !may_here(r, "award.view", d->unit) || !strcmp(move, "issue")
	    || !strcmp(move, "record"))
		return 404;
	items = award_items(r->db, r->mem, d->id, r->today, r->today, r->who.id, r->lang);
	award_check_edition(r, d);
	if ((!strcmp(move, "approve") || !strcmp(move, "return"))
	    && award_offers(r, d->flow_case, move) && award_own(r->db, d->id, r->who.id))
		award_refuse_own(r);
	if (!strcmp(move, "submit") || !strcmp(move, "approve")) {
		award_check_items(r, items, "list", "Danh sách");
		award_check_twice(r, items, "list", "Danh sách");
		award_check_title(r, items, d->title_plain);
	}
	if (text_length(form_get(r->form, "reason")) > 4000)
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
	struct flow_ask ask = { .flow_case = d->flow_case, .move = move,
	    .reason = form_get(r->form, "reason"), .value = award_value,
	    .record = &(struct award_record){ d, items } };
	/* Whose move it is, is asked before it is told what is wrong with the list. */
	if (form_faults(r->form) && award_offers(r, d->flow_case, move))
		return award_draft_show(r, 422, d);
	status = act(r, &ask, mem_printf(r->mem, "award_decision.%s", move), d->id);
	if (status < 0)
		return award_draft_show(r, 422, d);
	if (status)
		return status;
	for (struct award_item *i = !strcmp(move, "drop") ? items : NULL; i; i = i->next)
		i->award = true, i->listed = false;
	if (!strcmp(move, "drop")) {
		if ((status = put_all(r, items, 0)))
			return status;
		said(r, "Đã bỏ dự thảo; các đề nghị trở lại trạng thái chờ quyết định");
	}
	return go(r, award_path(r, d->id, ""));
}
