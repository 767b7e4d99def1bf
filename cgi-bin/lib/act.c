/* act.c - what was done: its line in the trail, and the step of its case. */

#include "cgi-bin/lib/page.h"

void
changed(struct req *r, const char *field, const char *old, const char *new)
{
	struct change *c;

	if (!strcmp(old, new))
		return;
	for (c = r->changes; c; c = c->next)
		if (!strcmp(c->field, field))
			return;
	c = mem_take(r->mem, sizeof(*c));
	*c = (struct change){ field, old, new, r->changes };
	r->changes = c;
}

void
changed_form(struct req *r, const struct field *fields, const void *old, const void *new)
{
	for (const struct field *d = fields; d->name; d++) {
		const char *was = (const char *)old + d->at, *is = (const char *)new + d->at;

		if (d->kind == NUMBER || d->kind == DECIMAL || d->kind == TICK)
			changed(r, d->name,
			    mem_printf(r->mem, "%lld", (long long)*(const int64_t *)(const void *)was),
			    mem_printf(r->mem, "%lld", (long long)*(const int64_t *)(const void *)is));
		else
			changed(r, d->name, *(const char *const *)(const void *)was,
			    *(const char *const *)(const void *)is);
	}
}

void
audit(struct req *r, const char *action, int64_t entity)
{
	audit_add(r->db, r->mem, &(struct audit_line){
		.at = r->now, .account = r->who.id, .mandate = r->mandate,
		.address = r->address, .action = action, .entity = entity,
		.changes = r->changes,
	});
	r->changes = NULL;
	r->audited = true;
}

bool
audit_first(struct req *r, const char *action, int64_t entity)
{
	audit(r, action, entity);
	r->audited = false;	/* of what begins; what is done has a line of its own */
	bool kept = db_commit(r->db);
	db_rollback(r->secret);
	db_begin(r->db, DB_WRITE);
	db_begin(r->secret, DB_WRITE);
	return kept && !db_failed(r->db) && !db_failed(r->secret);
}

/* A button's words within a sentence: "Gửi báo cáo" to "gửi báo cáo". */
static const char *
within(struct mem *mem, const char *label)
{
	size_t n = *label ? 1 : 0;

	while ((label[n] & 0xc0) == 0x80)
		n++;
	return mem_printf(mem, "%s%s", text_lower(mem, mem_copy(mem, label, n)), label + n);
}

int
act(struct req *r, struct flow_ask *ask, const char *action, int64_t entity)
{
	ask->account = r->who.id;
	ask->day = r->today;
	ask->lang = r->lang;
	ask->now = r->now;
	switch (flow_move(r->db, r->mem, ask)) {
	case FLOW_DONE:
		break;
	case FLOW_STALE:
		return overtaken(r, ask->flow_case, ask->label);
	case FLOW_NO:
		return 404;
	case FLOW_OWN:
		form_wrong_away(r->form, "move", ask->label, tr(r->lang,
		    "Bạn đã soạn hoặc trình việc này nên không được tự quyết định: đề nghị người khác cùng vai trò"));
		return -1;
	case FLOW_REASON:
		form_wrong_at(r->form, "reason", tr(r->lang, "Lý do"), tr(r->lang,
		    "Cần ghi lý do để người khác biết vì sao"));
		return -1;
	case FLOW_FIELD:
		form_wrong_away(r->form, ask->field, "", tr(r->lang,
		    "Cần có trước khi làm bước này: bấm sửa, nhập rồi làm lại"));
		return -1;
	}
	r->mandate = ask->mandate;
	changed(r, "state", ask->from_state, ask->to_state);
	if (ask->reason && *ask->reason)
		changed(r, "reason", "", ask->reason);
	audit(r, action, entity);
	/* "Gửi báo cáo" was the button: "Đã gửi báo cáo" is what was done. */
	said_with(r, "Đã {1}", within(r->mem, ask->label), NULL);
	return 0;
}

struct flow_step *
steps_of(struct req *r, int64_t flow_case)
{
	return flow_steps(r->db, r->mem, flow_case, r->who.id, r->today, r->lang);
}

struct flow_step *
returned_of(struct flow_step *s, const char *sent)
{
	/* a later day is given to what stays as it was */
	while (s && strcmp(s->to_state, sent)
	    && (strcmp(s->to_state, "returned") || !strcmp(s->from_state, "returned")))
		s = s->next;
	return s && strcmp(s->to_state, sent) ? s : NULL;
}

void
show_earlier(struct req *r, struct view *back, int64_t flow_case, const char *sent)
{
	struct flow_step *s = returned_of(steps_of(r, flow_case), sent);

	while (s && (s = returned_of(s->next, sent))) {
		struct view *v = view_add(back, "EARLIER");
		view_text(v, "reason", s->reason);
		view_text(v, "returned_by", s->name);
		view_text(v, "returned_at", moment(r, s->at));
	}
}

void
show_history(struct req *r, struct view *v, int64_t flow_case)
{
	struct flow_step *s = steps_of(r, flow_case);
	struct view *list = s ? view_add(v, "STEPS") : NULL;

	for (; s; s = s->next) {
		struct view *one = view_add(list, "STEP");
		view_text(one, "at", moment(r, s->at));
		view_text(one, "label", s->label);
		view_text(one, "name", s->name);
		if (*s->reason)
			view_text(view_add(one, "WHY"), "why", s->reason);
	}
}
