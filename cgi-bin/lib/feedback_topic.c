/* feedback_topic.c - what says the same is grouped, answered, submitted and decided. */

#include "cgi-bin/lib/feedback_page.h"

#include <stddef.h>
#include <stdlib.h>

static const struct field group_fields[] = {
	FIELD(feedback_topic, name, "Tên nhóm góp ý", LINE, .max = 300),
	{ 0 }
};

/* What the pages show, with names for the faults that are of no field. */
#define BESIDE(name_, label_) { .name = name_, .label = label_, .kind = LINE, \
	.at = offsetof(struct feedback_topic, answer) }
static const struct field group_shown[] = {
	FIELD(feedback_topic, name, "Tên nhóm góp ý", LINE),
	BESIDE("opinion", "Góp ý"),
	{ 0 }
};
static const struct field topic_shown[] = {
	FIELD(feedback_topic, name,   "Tên nhóm góp ý", LINE),
	FIELD(feedback_topic, answer, "Dự kiến trả lời", LINES),
	BESIDE("reason", "Lý do"),
	{ 0 }
};

static const struct field topic_fields[] = {
	FIELD(feedback_topic, name,  "Tên nhóm góp ý", LINE, .max = 300),
	FIELD(feedback_topic, answer, "Dự kiến trả lời", LINES, true, .max = 4000),
	{ 0 }
};

static bool
ticked(struct req *r, const char *name, int64_t id)
{
	for (const struct sent *s = form_next(r->form, NULL, name); s;
	    s = form_next(r->form, s, name))
		if (strtoll(s->value, NULL, 10) == id)
			return true;
	return false;
}

/* What is to be grouped: of a draft, if he may see that. */
static struct feedback *
waiting(struct req *r, const struct plan *p)
{
	struct feedback *all = feedback_waiting(r->db, r->mem, p->id, r->today), **at = &all;

	if (feedback_is_inside(r, p->unit, true))
		return all;
	while (*at)
		if ((*at)->draft)
			*at = (*at)->next;
		else
			at = &(*at)->next;
	return all;
}

static int
show_group(struct req *r, int status, const struct plan *p, const struct feedback_topic *t)
{
	struct feedback *f = waiting(r, p);
	int64_t total;

	feedback_show_plan(r, p);
	if (f)
		form_open(r, r->view, feedback_plan_path(r, p->id, "/group"));
	struct view *form = view_add(r->view, f ? "FORM" : "NOTHING");
	for (; f; f = f->next) {
		struct view *v = view_add(form, "OPINION");
		feedback_show_opinion(r, v, f);
		if (ticked(r, "opinion", f->id))
			view_add(v, "TICKED");
	}
	for (struct feedback_topic *o = feedback_topics(r->db, r->mem, &(struct feedback_ask){
	    .account = r->who.id, .day = r->today, .lang = r->lang, .plan = p->id,
	    .state = "open", .limit = 100 }, &total); o; o = o->next) {
		if (!o->edits)
			continue;
		struct view *v = view_add(view_add(form, "INTO"), "TOPIC");
		view_int(v, "value", o->id);
		view_text(v, "label", o->name);
		if (strtoll(form_get(r->form, "into"), NULL, 10) == o->id)
			view_add(v, "CHOSEN");
	}
	form_show(r->form, r->view, r->lang, group_shown, t);
	title(r, tr(r->lang, "Tổng hợp góp ý"));
	return show(r, status, "feedback_group");
}

int
feedback_group_page(struct req *r)
{
	struct plan *p = feedback_plan_kept(r, r->id);

	return p && may_here(r, "feedback.review", p->unit)
	    ? show_group(r, 200, p, &(struct feedback_topic){ .name = "", .answer = "" }) : 404;
}

static const char apart[] = "Ý kiến về dự thảo và góp ý khi đang thi hành không gộp chung một nhóm: đánh dấu từng loại";

/* The topic that they go into: one that is still open, or a new one; 0: see the faults. */
static int64_t
topic_for(struct req *r, const struct plan *p, struct feedback_topic *t, bool draft)
{
	int64_t into = strtoll(form_get(r->form, "into"), NULL, 10);
	struct feedback_topic *old = into
	    ? feedback_topic_get(r->db, r->mem, into, r->lang) : NULL;

	if (into) {
		if (old && !feedback_is_inside(r, p->unit, old->draft))
			old = NULL;
		if (old && old->plan == p->id && old->edits && old->opinions && old->draft != draft) {
			form_wrong(r->form, "opinion", apart);
			return 0;
		}
		if (old && old->plan == p->id && old->edits)
			return old->id;
		form_wrong(r->form, "opinion", "Nhóm đã chọn không còn nhận thêm góp ý: chọn nhóm khác, hoặc lập nhóm mới");
		return 0;
	}
	return form_read(r->form, r->mem, group_fields, t) ? -1 : 0;
}

int
feedback_group_save(struct req *r)
{
	struct plan *p = feedback_plan_kept(r, r->id);
	struct feedback_topic t = { .name = form_get(r->form, "name"), .answer = "" };
	int n = 0, drafts = 0;

	if (!p || !may_here(r, "feedback.review", p->unit))
		return 404;
	struct feedback *all = waiting(r, p);
	for (struct feedback *f = all; f; f = f->next) {
		n += ticked(r, "opinion", f->id);
		drafts += f->draft && ticked(r, "opinion", f->id);
	}
	if (drafts && drafts < n)
		form_wrong(r->form, "opinion", apart);
	if (!n)
		form_wrong(r->form, "opinion", "Chưa chọn góp ý nào: đánh dấu ít nhất một góp ý");
	int64_t topic = topic_for(r, p, &t, drafts);
	if (form_faults(r->form))
		return show_group(r, 422, p, &t);
	if (topic < 0) {
		topic = feedback_topic_add(r->db, flow_open(r->db, "feedback", p->unit, r->who.id,
		    r->now), p->id, t.name);
		changed(r, "name", "", t.name);
		audit(r, "feedback_topic.add", topic);
	}
	for (struct feedback *f = all; f; f = f->next)
		if (ticked(r, "opinion", f->id) && feedback_group(r->db, f->id, topic)) {
			changed(r, "opinion", "", mem_printf(r->mem, "%lld", (long long)f->id));
			audit(r, "feedback_topic.take", topic);
		}
	said_with(r, "Đã đưa {1} góp ý vào nhóm", number(r, n, 0), NULL);
	return go(r, feedback_topic_path(r, topic, ""));
}

static const struct column columns[] = {
	{ "name",     "Nhóm góp ý",   CELL_TEXT,  true },
	{ "plan",     "Kế hoạch",     CELL_TEXT,  true },
	{ "opinions", "Số góp ý",     CELL_COUNT, true },
	{ "at",       "Bước gần nhất", CELL_TEXT, true },
	{ "state",    "Tình trạng",   CELL_TAG,   true },
	{ "done",     "Văn bản thực hiện", CELL_TEXT, false },
	{ 0 }
};

int
feedback_topic_list(struct req *r)
{
	static const char *const states[][2] = {
		{ "", "tất cả" }, { "open", "đang xem xét" }, { "decided", "đã trả lời" },
		{ "undone", "chưa có văn bản sửa đổi" },
	};
	int64_t total;
	struct feedback_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.state = form_get(r->form, "state"), .sort = table_sort(r, columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Nhóm góp ý, chưa quyết định xếp trước", columns);

	for (struct feedback_topic *x = feedback_topics(r->db, r->mem, &ask, &total); x;
	    x = x->next) {
		table_row(t, feedback_topic_path(r, x->id, ""));
		table_text(t, x->name);
		table_text(t, *x->number ? x->number : x->subject);
		table_count(t, x->opinions);
		table_text(t, moment(r, x->at));
		table_tag(t, x->tag, x->state_label);
		const char *by = feedback_done(r, x->draft, x->state, x->done_by, x->done_number,
		    x->done_subject);
		if (*by)
			table_text(t, by);
		else
			table_nothing(t, "không có");
	}
	title(r, tr(r->lang, "mục::Nhóm góp ý"));
	crumb(r, tr(r->lang, "Góp ý"), "/feedback");
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		form_option(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), ask.state);
	return table_show(r, 200, "feedback_topics", t, total, *ask.state
	    ? "Không có nhóm góp ý nào như vậy. Chọn “tất cả” rồi lọc lại."
	    : "Chưa có nhóm góp ý nào. Mở một góp ý mới rồi bấm “Tổng hợp góp ý của kế hoạch này”.");
}

/* Whose plan it is looks after it; else NULL. */
struct feedback_topic *
feedback_topic_seen(struct req *r)
{
	struct feedback_topic *t = feedback_topic_get(r->db, r->mem, r->id, r->lang);

	return t && feedback_is_inside(r, t->issuer, t->draft) ? t : NULL;
}

/* A decision's reason is what the senders read: the answer as proposed stands ready. */
static void
show_moves(struct req *r, const struct feedback_topic *t)
{
	int plain = 0;		/* one plain button a screen */
	struct view *decides = NULL;

	for (struct flow_move *m = flow_moves(r->db, r->mem, t->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next) {
		bool answers = m->reason && strcmp(m->move, "return");
		struct view *v = view_add(r->view, m->reason ? "MOVE_REASON" : "MOVE");
		form_open(r, v, feedback_topic_path(r, t->id, "/move"));	/* may bring a draft */
		if (answers && !decides)
			decides = view_add(r->view, "DECIDES");
		bool here = !strcmp(form_get(r->form, "move"), m->move);
		show_edition(r, v, m->move, t->edition);
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "face", m->risk ? "risk" : plain++ ? "alt" : "");
		view_text(v, "reason_label", tr(r->lang, answers ? "Giải trình, trả lời người góp ý" : "Lý do"));
		view_text(v, "reason_text", here ? form_get(r->form, "reason") : answers ? t->answer : "");
		bool wrong = here && form_fault(r->form, "reason");
		view_text(v, "reason_id", wrong ? "reason" : mem_printf(r->mem, "reason-%s", m->move));
		view_text(v, "reason_invalid", wrong ? "true" : "false");
		if (wrong)
			view_add(v, "OPEN");
	}
}

static void
show_steps(struct req *r, const struct feedback_topic *t)
{
	struct flow_step *steps = steps_of(r, t->flow_case);

	if (steps && t->edits && *steps->reason) {
		struct view *v = view_add(r->view, "RETURNED");
		view_text(v, "reason", steps->reason);
		view_text(v, "name", steps->name);
		view_text(v, "at", moment(r, steps->at));
	}
	for (struct flow_step *s = steps; s; s = s->next) {
		struct view *v = view_add(r->view, "STEP");
		view_text(v, "at", moment(r, s->at));
		view_text(v, "label", s->label);
		view_text(v, "name", *s->name ? s->name : tr(r->lang, "người vận hành"));
		if (*s->reason)
			view_text(view_add(v, "REASON"), "reason", s->reason);
	}
}

static int
show_topic(struct req *r, int status, const struct feedback_topic *t)
{
	bool edits = t->edits && may_here(r, "feedback.review", t->issuer);
	struct plan *p = plan_get(r->db, r->mem, t->plan, r->lang);

	if (!p)
		return 404;
	feedback_show_plan(r, p);
	crumb(r, tr(r->lang, "mục::Nhóm góp ý"), "/feedback/topic");
	view_text(r->view, "tag", t->tag);
	view_text(r->view, "state_label", t->state_label);
	view_text(r->view, "topic_name", t->name);
	for (struct feedback *f = feedback_of_topic(r->db, r->mem, t->id, r->today); f; f = f->next) {
		struct view *v = view_add(r->view, "OPINION");
		feedback_show_opinion(r, v, f);
		if (edits)
			form_open(r, view_add(v, "LEAVE"), feedback_topic_path(r, t->id, "/leave"));
	}
	if (!t->opinions)
		view_add(r->view, "EMPTY");
	show_steps(r, t);
	if (t->opinions)
		show_moves(r, t);
	if (edits) {
		struct view *v = view_add(r->view, "EDIT");
		form_open(r, v, feedback_topic_path(r, t->id, ""));
		show_edition(r, v, "", t->edition);
		view_text(view_add(v, "GROUP"), "group_path", feedback_plan_path(r, t->plan, "/group"));
	} else if (*t->answer) {
		struct view *v = view_add(r->view, "ANSWER");
		view_text(v, "answer_label", tr(r->lang, t->decided
		    ? "Giải trình, trả lời" : "Dự kiến trả lời"));
		view_text(v, "answer_text", t->answer);
	}
	feedback_topic_show_done(r, t);
	form_show(r->form, r->view, r->lang, topic_shown, t);
	title(r, tr_with(r->mem, r->lang, "Nhóm góp ý: {1}", t->name, NULL, NULL));
	return show(r, status, "feedback_topic");
}

static int
as_json(struct req *r, const struct feedback_topic *t)
{
	struct json *j = json_new(r), *l;

	json_int(j, "id", t->id);
	json_int(j, "plan", t->plan);
	json_text(j, "number", *t->number ? t->number : NULL);
	json_text(j, "name", t->name);
	json_text(j, "state", t->state);
	json_text(j, "answer", *t->answer ? t->answer : NULL);
	json_text(j, "carried_out_by", t->done_by ? t->done_number : NULL);
	l = json_list(j, "opinions");
	for (struct feedback *f = feedback_of_topic(r->db, r->mem, t->id, r->today); f; f = f->next) {
		struct json *o = json_record(l, NULL);
		json_int(o, "id", f->id);
		json_text(o, "anchor", *f->anchor ? f->anchor : NULL);
		json_text(o, "unit", f->unit_name);
		json_text(o, "text", f->text);
		json_text(o, "wish", *f->wish ? f->wish : NULL);
	}
	return json_show(r, j);
}

int
feedback_topic_page(struct req *r)
{
	struct feedback_topic *t = feedback_topic_seen(r);

	return !t ? 404 : r->face ? as_json(r, t) : show_topic(r, 200, t);
}

int
feedback_topic_save(struct req *r)
{
	struct feedback_topic *old = feedback_topic_seen(r), t;

	if (!old || !may_here(r, "feedback.review", old->issuer))
		return 404;
	if (!old->edits)
		return overtaken(r, old->flow_case, "");
	t = *old;
	form_read(r->form, r->mem, topic_fields, &t);
	is_old(r, old->edition, tr(r->lang,
	    "Đã có bản khác được lưu sau khi bạn mở trang: xem lại phần của mình rồi lưu lần nữa"));
	if (form_faults(r->form))
		return show_topic(r, 422, &t);
	changed_form(r, topic_fields, old, &t);
	feedback_topic_change(r->db, t.id, t.name, t.answer);
	audit(r, "feedback_topic.change", t.id);
	said(r, "Đã lưu");
	return go(r, feedback_topic_path(r, t.id, ""));
}

int
feedback_topic_leave(struct req *r)
{
	struct feedback_topic *t = feedback_topic_seen(r);
	struct feedback *f = t ? feedback_get(r->db, r->mem,
	    strtoll(form_get(r->form, "opinion"), NULL, 10), r->today, r->lang) : NULL;

	if (!f || f->topic != t->id || !may_here(r, "feedback.review", t->issuer))
		return 404;
	if (!t->edits)
		return 409;
	feedback_group(r->db, f->id, 0);
	changed(r, "opinion", mem_printf(r->mem, "%lld", (long long)f->id), "");
	audit(r, "feedback_topic.leave", t->id);
	said(r, "Đã đưa góp ý ra khỏi nhóm");
	return go(r, feedback_topic_path(r, t->id, ""));
}

static const char *
value_of(const void *record, const char *field)
{
	const struct feedback_topic *t = record;

	return !strcmp(field, "name") ? t->name : !strcmp(field, "answer") ? t->answer : "";
}

static bool
offered(struct req *r, const struct feedback_topic *t, const char *move)
{
	struct flow_move *m = flow_moves(r->db, r->mem, t->flow_case, r->who.id, r->today, r->lang);

	while (m && strcmp(m->move, move))
		m = m->next;
	return m;
}

int
feedback_topic_move(struct req *r)
{
	struct feedback_topic *t = feedback_topic_seen(r);
	struct flow_ask ask = { .move = form_get(r->form, "move"),
	    .reason = form_get(r->form, "reason"), .value = value_of, .record = t };
	int status;

	if (!t || !t->opinions)
		return 404;
	ask.flow_case = t->flow_case;
	if (text_length(ask.reason) > 4000)
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
	else if (may(r, "feedback.decide") && feedback_mine_in(r->db, t->id, r->who.id))
		form_wrong(r->form, "reason", "Trong nhóm có góp ý của chính bạn: đề nghị người khác cùng vai trò quyết định");
	/* Changed since the page was shown: it is looked at again first.  If it moved, act()
	 * tells what was done. */
	if (offered(r, t, ask.move))
		is_old(r, t->edition, tr(r->lang,
		    "Nhóm góp ý đã đổi sau khi bạn mở trang: xem lại nội dung hiện tại rồi làm lại"));
	if (form_faults(r->form))
		return show_topic(r, 422, t);
	status = act(r, &ask, mem_printf(r->mem, "feedback.%s", ask.move), t->id);
	if (status < 0)
		return show_topic(r, 422, t);
	if (status)
		return status;
	t = feedback_topic_get(r->db, r->mem, r->id, r->lang);
	if (t && t->decided)
		feedback_answered(r->db, t->id, t->answer);
	return go(r, feedback_topic_path(r, r->id, ""));
}
