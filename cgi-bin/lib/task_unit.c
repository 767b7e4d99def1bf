/* task_unit.c - one unit's task: received, done, sent; accepted or returned by the giver. */

#include "cgi-bin/lib/task_page.h"

#include <stddef.h>
#include <stdlib.h>

#include "cgi-bin/lib/attach.h"

static const struct field fields[] = {
	FIELD(task_unit, holder_name, "Người làm, ghi tên", LINE, true, .max = 200),
	FIELD(task_unit, result, "Kết quả thực hiện", LINES, true, .max = 8000),
	{ 0 }
};

/* With what is of no field of the table. */
#define BESIDE(name_, label_) { .name = name_, .label = label_, .kind = LINE, \
	.at = offsetof(struct task_unit, result) }
static const struct field shown[] = {
	FIELD(task_unit, holder, "Người làm", NUMBER),
	FIELD(task_unit, holder_name, "Người làm, ghi tên", LINE),
	FIELD(task_unit, result, "Kết quả thực hiện", LINES),
	BESIDE("reason", "Lý do"),
	{ 0 }
};

static bool
is_one_of(const char *move, const char *a, const char *b)
{
	return !strcmp(move, a) || !strcmp(move, b);
}

struct task_unit *
task_unit_seen(struct req *r, int64_t id, struct task_sight *s)
{
	struct task_unit *t = task_unit_get(r->db, r->mem, id, r->today, r->lang);

	if (!t)
		return NULL;
	s->writes = may_here(r, "task.write", t->unit);
	s->sends = may_here(r, "task.send", t->unit);
	s->gives = may_here(r, "task.give", t->issuer);
	s->follows = s->gives || may_here(r, "task.follow", t->issuer)
	    || may_here(r, "task.follow", t->unit);
	s->edits = s->writes && t->edits;
	s->result = s->writes || s->sends || t->stands;
	return s->writes || s->sends || s->follows ? t : NULL;
}

bool
task_may_move(const struct task_sight *s, const char *move)
{
	return is_one_of(move, "receive", "submit") ? s->writes
	    : is_one_of(move, "send", "back") ? s->sends
	    : (is_one_of(move, "accept", "return") || is_one_of(move, "reopen", "withdraw"))
	    && s->gives;
}

static const char *
value_of(const void *record, const char *field)
{
	const struct task_unit *t = record;

	return !strcmp(field, "result") ? t->result : "";
}

int
task_act(struct req *r, const struct task_unit *t, const char *move, const char *reason)
{
	struct flow_ask ask = { .flow_case = t->flow_case, .move = move, .reason = reason,
	    .value = value_of, .record = t };
	int status = act(r, &ask, mem_printf(r->mem, "task_unit.%s", move), t->id);

	if (!status)
		task_unit_moved(r->db, t->id, !strcmp(move, "send") ? r->today : "");
	return status;
}

/* ---- its papers ---- */

static int
may_touch(struct req *r, int64_t id, const char *part, enum attach_want want)
{
	struct task_sight s;
	struct task_unit *t = *part ? NULL : task_unit_seen(r, id, &s);

	if (!t || (want == ATTACH_SEE ? !s.result : !s.writes))
		return 404;
	return want != ATTACH_SEE && !s.edits ? 409 : 0;
}

static const struct attach files = { .kind = "task_unit", .may = may_touch,
	.page = "/task/unit" };

int
task_unit_file(struct req *r)
{
	return attach_give(r, &files);
}

int
task_unit_file_add(struct req *r)
{
	return attach_add(r, &files);
}

int
task_unit_file_remove(struct req *r)
{
	return attach_remove(r, &files);
}

/* ---- the page ---- */

/* A reason is written where its button is; of the one that was pressed the fault's link
 * leads there. */
static void
show_move(struct req *r, const struct task_unit *t, const struct flow_move *m, int *plain)
{
	bool here = !strcmp(form_get(r->form, "move"), m->move);
	bool wrong = here && form_fault(r->form, "reason");
	struct view *v = view_add(r->view, m->reason ? "MOVE_REASON" : "MOVE");

	form_open(r, v, task_unit_path(r, t->id, "/move"));
	show_edition(r, v, m->move, t->edition);
	view_text(v, "move", m->move);
	view_text(v, "label", m->label);
	view_text(v, "face", m->risk ? "risk" : (*plain)++ ? "alt" : "");
	if (!m->reason)
		return;
	view_text(v, "reason_text", here ? form_get(r->form, "reason") : "");
	view_text(v, "reason_id", wrong ? "reason" : mem_printf(r->mem, "reason-%s", m->move));
	view_text(v, "reason_invalid", wrong ? "true" : "false");
	if (wrong)
		view_add(v, "OPEN");
}

static bool
is_offered(const struct flow_move *m, const char *move)
{
	while (m && strcmp(m->move, move))
		m = m->next;
	return m;
}

/* What leads on from the form saves it first, and so has its button there. */
static void
show_moves(struct req *r, const struct task_unit *t, const struct task_sight *s,
    struct view *form)
{
	struct flow_move *all = flow_moves(r->db, r->mem, t->flow_case, r->who.id, r->today, r->lang);
	int plain = 0;

	for (struct flow_move *m = all; m; m = m->next) {
		if (!task_may_move(s, m->move)
		    || (!strcmp(m->move, "submit") && is_offered(all, "send")))
			continue;	/* who sends it himself passes it to nobody */
		if (form && is_one_of(m->move, "submit", "send")) {
			struct view *v = view_add(form, "FORWARD");
			view_text(v, "move", m->move);
			view_text(v, "label", m->label);
		} else {
			show_move(r, t, m, &plain);
		}
	}
}

static struct view *
show_form(struct req *r, const struct task_unit *t)
{
	struct view *v = view_add(r->view, "FORM");
	const char *holder = form_typed(r->form, "holder", t->holder
	    ? mem_printf(r->mem, "%lld", (long long)t->holder) : "");
	struct task_unit typed = *t;

	form_open(r, v, task_unit_path(r, t->id, ""));
	show_edition(r, v, "", t->edition);
	for (struct task_person *p = task_people(r->db, r->mem, t->unit, r->today); p; p = p->next)
		form_option(v, "PERSON", mem_printf(r->mem, "%lld", (long long)p->id), *p->post
		    ? mem_printf(r->mem, "%s, %s", p->name, p->post) : p->name, holder);
	if (t->holder)
		typed.holder_name = "";		/* that of the account: it is in the list */
	form_show(r->form, r->view, r->lang, shown, &typed);
	return v;
}

static void
show_files(struct req *r, const struct task_unit *t, const struct task_sight *s)
{
	int64_t bytes, n = attachment_sum(r->db, files.kind, t->id, &bytes);

	if (!s->result)
		return;
	if (n || s->edits)
		attach_show(r, r->view, &files, t->id, "", tr(r->lang, "Giấy tờ, tài liệu"), s->edits);
	if (!n && *t->papers && s->edits)
		view_add(r->view, "NO_FILE");
}

/* Why it came back, until it is sent again, or why it was withdrawn. */
static void
show_why(struct req *r, const struct task_unit *t, bool ours, bool gives)
{
	bool stands = !strcmp(t->state, "returned");
	struct flow_step *back = ours || (stands && gives)
	    ? returned_of(steps_of(r, t->flow_case), "sent") : NULL;

	if (*t->reason) {
		struct view *v = view_add(r->view, "WITHDRAWN");
		view_text(v, "reason", t->reason);
		view_text(v, "name", t->by);
		view_text(v, "at", moment(r, t->moved));
	} else if (back && (stands || !strcmp(t->state, "signing"))) {
		struct view *v = view_add(r->view, "RETURNED");
		view_text(v, "what", tr(r->lang, stands ? "Bị trả lại" : "Lần trước đã trả lại"));
		view_text(v, "reason", back->reason);
		view_text(v, "name", back->name);
		view_text(v, "at", moment(r, back->at));
		show_earlier(r, v, t->flow_case, "sent");
	}
}

static int
show_unit(struct req *r, int status, const struct task_unit *t, const struct task_sight *s)
{
	bool ours = s->writes || s->sends;
	const char *tag, *word = task_standing(r, t, ours, &tag);
	struct task *of = task_get(r->db, r->mem, t->task, r->today);
	struct view *form = NULL;

	if (!of)
		return 404;
	task_show_head(r, of);
	view_text(r->view, "unit_name", t->unit_name);
	view_text(r->view, "issuer_name", t->issuer_name);
	view_text(r->view, "tag", tag);
	view_text(r->view, "state_label", word);
	if (!*t->first_day && strcmp(t->state, "withdrawn"))
		view_text(view_add(r->view, "FAR"), "far", how_far(r, t->last_day));
	if (*t->first_day)
		view_date(view_add(r->view, "SENT"), "first_day", t->first_day);
	show_why(r, t, ours, s->gives);
	if (s->edits)
		form = show_form(r, t);
	else
		form_show_faults(r->form, r->view, r->lang, shown);
	if (!s->edits && *t->holder_name)
		view_text(view_add(r->view, "HOLDER"), "holder_name", t->holder_name);
	if (!s->edits && s->result && *t->result)
		view_text(view_add(r->view, "RESULT"), "result", t->result);
	if (!s->result)
		view_add(r->view, "HIDDEN");
	show_files(r, t, s);
	show_moves(r, t, s, form);
	if (s->follows && may_here(r, "task.follow", t->issuer))
		view_text(view_add(r->view, "ALL_UNITS"), "path", task_path(r, t->task, ""));
	if (ours || s->gives)
		show_history(r, view_include(r->view, "HISTORY", "history"), t->flow_case);
	return show(r, status, "task_unit");
}

static int
as_json(struct req *r, const struct task_unit *t, const struct task_sight *s)
{
	struct json *j = json_new(r);

	json_int(j, "id", t->id);
	json_int(j, "task", t->task);
	json_int(j, "plan", t->plan);
	json_text(j, "number", *t->number ? t->number : NULL);
	json_text(j, "anchor", *t->anchor ? t->anchor : NULL);
	json_int(j, "unit", t->unit);
	json_text(j, "unit_name", t->unit_name);
	json_text(j, "text", t->text);
	json_text(j, "papers", *t->papers ? t->papers : NULL);
	json_text(j, "due", t->due);
	json_text(j, "last_day", t->last_day);
	/* as its page says it */
	json_text(j, "state", !strcmp(t->state, "signing") && !s->writes && !s->sends
	    ? "received" : t->state);
	json_text(j, "late", *t->late ? t->late : NULL);
	json_text(j, "holder", *t->holder_name ? t->holder_name : NULL);
	json_text(j, "first_day", *t->first_day ? t->first_day : NULL);
	if (s->result)
		json_text(j, "result", *t->result ? t->result : NULL);
	return json_show(r, j);
}

int
task_unit_page(struct req *r)
{
	struct task_sight s;
	struct task_unit *t = task_unit_seen(r, r->id, &s);

	if (!t)
		return 404;
	return r->face ? as_json(r, t, &s) : show_unit(r, 200, t, &s);
}

/* ---- what is done with it ---- */

static const char why_old[] =
	"Nhiệm vụ đã được lưu hoặc chuyển bước sau khi bạn mở trang: xem lại rồi bấm lại";

static bool
works_there(struct req *r, int64_t unit, int64_t account)
{
	struct task_person *p = task_people(r->db, r->mem, unit, r->today);

	while (p && p->id != account)
		p = p->next;
	return p;
}

int
task_unit_put(struct req *r)
{
	struct task_sight s;
	struct task_unit *old = task_unit_seen(r, r->id, &s), t;
	const char *move = form_get(r->form, "do"), *words;

	if (!old || !s.writes)
		return 404;
	if (!s.edits) {
		form_tell(r->form, fields);
		return overtaken(r, old->flow_case, "");
	}
	t = *old;
	form_read(r->form, r->mem, fields, &t);
	words = t.holder_name;
	t.holder = strtoll(form_get(r->form, "holder"), NULL, 10);
	is_old(r, old->edition, tr(r->lang, why_old));
	if (t.holder && t.holder != old->holder && !works_there(r, t.unit, t.holder))
		form_wrong(r->form, "holder", "Người này không còn giữ vai trò ở đơn vị: chọn người khác, hoặc ghi tên ở ô bên cạnh");
	else if (t.holder && *words)
		form_wrong(r->form, "holder_name", "Đã chọn người trong danh sách: bỏ trống ô này, hoặc bỏ chọn");
	if (is_one_of(move, "submit", "send") && !*text_plain(r->mem, t.result))
		form_wrong(r->form, "result", "Chưa ghi kết quả: ghi đã làm gì, đến đâu rồi mới gửi");
	if (form_faults(r->form))
		return show_unit(r, 422, &t, &s);
	task_unit_save(r->db, &t);
	changed(r, "holder", old->holder ? mem_printf(r->mem, "%lld", (long long)old->holder) : "",
	    t.holder ? mem_printf(r->mem, "%lld", (long long)t.holder) : "");
	changed(r, "holder_name", old->holder ? "" : old->holder_name, t.holder ? "" : words);
	changed(r, "result", old->result, t.result);
	audit(r, "task_unit.save", t.id);
	said(r, "Đã lưu nháp");
	if (is_one_of(move, "submit", "send")) {
		int status = task_may_move(&s, move) ? task_act(r, &t, move, "") : 404;
		if (status)
			return status < 0 ? show_unit(r, 422, &t, &s) : status;
	}
	return go(r, task_unit_path(r, t.id, ""));
}

int
task_unit_step(struct req *r)
{
	struct task_sight s;
	struct task_unit *t = task_unit_seen(r, r->id, &s);
	const char *move = form_get(r->form, "move"), *reason = form_get(r->form, "reason");

	if (!t || !task_may_move(&s, move))
		return 404;
	if (text_length(reason) > 4000)
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
	/* A decision is on what was read; who was overtaken by a step is told which (act()). */
	struct flow_move *all = flow_moves(r->db, r->mem, t->flow_case, r->who.id, r->today, r->lang);
	if (is_offered(all, move))
		is_old(r, t->edition, tr(r->lang, why_old));
	if (form_faults(r->form))
		return show_unit(r, 422, t, &s);
	int status = task_act(r, t, move, reason);
	if (status)
		return status < 0 ? show_unit(r, 422, t, &s) : status;
	return go(r, task_unit_path(r, t->id, ""));
}
