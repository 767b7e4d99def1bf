/* document_reply.c - one unit's answer: written, sent; accepted or returned by who asked. */

#include "cgi-bin/lib/document_page.h"

#include <stddef.h>
#include <stdlib.h>

#include "cgi-bin/lib/attach.h"

static const struct field fields[] = {
	FIELD(document_answer, answer, "Nội dung trả lời", LINES, true, .max = 8000),
	FIELD(document_answer, number, "Số, ký hiệu văn bản trả lời", LINE, true, .max = 60),
	FIELD(document_answer, date,   "Ngày văn bản trả lời", DAY, true),
	{ 0 }
};

/* With what is of no field of the table. */
#define BESIDE(name_, label_) { .name = name_, .label = label_, .kind = LINE, \
	.at = offsetof(struct document_answer, result) }
static const struct field shown[] = {
	FIELD(document_answer, result, "Kết quả", LINE),
	FIELD(document_answer, answer, "Nội dung trả lời", LINES),
	FIELD(document_answer, number, "Số, ký hiệu văn bản trả lời", LINE),
	FIELD(document_answer, date,   "Ngày văn bản trả lời", DAY),
	BESIDE("reason", "Lý do"),
	{ 0 }
};

static bool
is_one_of(const char *move, const char *a, const char *b)
{
	return !strcmp(move, a) || !strcmp(move, b);
}

struct document_answer *
document_answer_seen(struct req *r, int64_t id, struct document **d,
    struct document_answer_sight *s)
{
	struct document_sight of;
	struct document_answer *a = document_answer_get(r->db, r->mem, id, r->today, r->lang);

	*d = a ? document_seen(r, a->document, &of) : NULL;
	return *d && (*d)->sent && document_answer_sees(r, *d, &of, a, s) ? a : NULL;
}

/* Of a document that was withdrawn nothing moves any more. */
static bool
may_move(const struct document *d, const struct document_answer_sight *s, const char *move)
{
	return d->stands && (!strcmp(move, "submit") ? s->writes
	    : is_one_of(move, "reply", "back") ? s->sends
	    : is_one_of(move, "accept", "return") || !strcmp(move, "reopen") ? s->judges
	    : !strcmp(move, "withdraw") && s->withdraws);
}

static const char *
value_of(const void *record, const char *field)
{
	const struct document_answer *a = record;

	return !strcmp(field, "result") ? a->result : !strcmp(field, "answer") ? a->answer : "";
}

int
document_answer_act(struct req *r, const struct document_answer *a, const char *move,
    const char *reason)
{
	struct flow_ask ask = { .flow_case = a->flow_case, .move = move, .reason = reason,
	    .value = value_of, .record = a };
	int status = act(r, &ask, mem_printf(r->mem, "document_answer.%s", move), a->id);

	if (!status)
		document_turn(r->db, a->id, !strcmp(move, "reply") ? r->today : "");
	return status;
}

/* ---- its files ---- */

static int
files_may(struct req *r, int64_t id, const char *part, enum attach_want want)
{
	struct document *d;
	struct document_answer_sight s;
	struct document_answer *a = *part ? NULL : document_answer_seen(r, id, &d, &s);

	if (!a || (want == ATTACH_SEE ? !s.content : !s.writes))
		return 404;
	return want != ATTACH_SEE && !s.edits ? 409 : 0;
}

static const struct attach files = { .kind = "document_answer", .may = files_may,
	.page = "/document/answer" };

int
document_answer_file(struct req *r)
{
	return attach_give(r, &files);
}

int
document_answer_file_add(struct req *r)
{
	return attach_add(r, &files);
}

int
document_answer_file_remove(struct req *r)
{
	return attach_remove(r, &files);
}

/* ---- the page ---- */

static struct flow_move *
moves_of(struct req *r, const struct document_answer *a)
{
	return flow_moves(r->db, r->mem, a->flow_case, r->who.id, r->today, r->lang);
}

/* What leads on from the form saves it first, and so has its button there. */
static void
show_moves(struct req *r, const struct document *d, const struct document_answer *a,
    const struct document_answer_sight *s, struct view *form)
{
	struct flow_move *all = moves_of(r, a);
	const char *path = document_answer_path(r, a->id, "/move");
	int plain = 0;

	for (struct flow_move *m = all; m; m = m->next) {
		if (!may_move(d, s, m->move) || (!strcmp(m->move, "submit") && document_is_offered(all, "reply")))
			continue;	/* who sends it himself passes it to nobody */
		if (form && is_one_of(m->move, "submit", "reply")) {
			struct view *v = view_add(form, "FORWARD");
			view_text(v, "move", m->move);
			view_text(v, "label", m->label);
		} else {
			document_show_move(r, path, a->edition, m, &plain);
		}
	}
	/* While the unit has it, the flow offers that to nobody else. */
	if (!a->stands && strcmp(a->state, "withdrawn") && may_move(d, s, "withdraw")
	    && !document_is_offered(all, "withdraw"))
		document_show_move(r, path, a->edition, &(struct flow_move){ .move = "withdraw",
		    .label = tr(r->lang, "Thôi yêu cầu trả lời"), .risk = true }, &plain);
}

static struct view *
show_form(struct req *r, const struct document *d, const struct document_answer *a)
{
	struct view *v = view_add(r->view, "FORM");
	const char *chosen;

	form_open(r, v, document_answer_path(r, a->id, ""));
	show_edition(r, v, "", a->edition);
	chosen = form_typed(r->form, "result", a->result);
	bool first = true;
	for (struct document_result *o = document_results(r->db, r->mem, d->kind, r->lang); o; o = o->next) {
		struct view *one = view_add(v, "CHOICE");
		view_text(one, "value", o->result);
		view_text(one, "label", o->label);
		view_text(one, "choice_id", first ? "result" : mem_printf(r->mem, "result-%s", o->result));
		if (!strcmp(o->result, chosen))
			view_text(one, "ticked", "checked");
		first = false;
	}
	form_show(r->form, r->view, r->lang, shown, a);
	return v;
}

static void
show_head(struct req *r, const struct document *d, const struct document_answer *a, bool ours)
{
	const char *tag, *word = document_standing(r, d, a, ours, &tag);

	view_text(r->view, "unit_name", a->unit_name);
	if (*a->heir_name)
		view_text(view_add(r->view, "HEIR"), "heir", a->heir_name);
	view_text(r->view, "tag", tag);
	view_text(r->view, "state_label", word);
	view_text(r->view, "due", due_words(r, d->due_date, d->last_day, d->holiday));
	if (!*a->first_day && strcmp(a->state, "withdrawn"))
		view_text(view_add(r->view, "FAR"), "far", how_far(r, d->last_day));
	view_text(r->view, "kind_label", d->is.label);
	view_text(r->view, "document_path", document_path(r, d->id, ""));
	view_text(r->view, "document_name", *d->number ? d->number : d->is.label);
	view_text(r->view, "subject", d->subject);
	view_text(r->view, "asker", d->unit_name);
	view_text(r->view, "document_date", text_of_day(r->mem, d->date));
	if (*d->concerns)
		view_text(view_add(r->view, "CONCERNS"), "concerns", d->concerns);
	document_show_text(r, r->view, "CLAUSE", d->text);
}

/* What stands of it: others see it once it is sent. */
static void
show_content(struct req *r, const struct document_answer *a, const struct document_answer_sight *s)
{
	if (!s->content) {
		if (strcmp(a->state, "withdrawn"))
			view_add(r->view, *a->first_day ? "MENDED" : "HIDDEN");
		return;
	}
	if (s->edits)
		return;
	if (*a->result_label) {
		struct view *v = view_add(r->view, "RESULT");
		view_text(v, "result_tag", a->result_tag);
		view_text(v, "result_label", a->result_label);
	}
	if (*a->answer)
		view_text(view_add(r->view, "WORDS"), "words", a->answer);
	if (*a->number || *a->date)
		view_text(view_add(r->view, "PAPER"), "paper", mem_printf(r->mem, "%s%s%s", a->number,
		    *a->number && *a->date ? ", " : "", text_of_day(r->mem, a->date)));
}

/* Why it came back, until it is sent again: to the unit; who asked gave his reason himself. */
static void
show_reason(struct req *r, const struct document_answer *a, bool ours)
{
	bool stands = !strcmp(a->state, "returned");
	struct flow_step *back = ours && (stands || !strcmp(a->state, "signing"))
	    ? returned_of(steps_of(r, a->flow_case), "answered") : NULL;

	if (back) {
		struct view *v = view_add(r->view, "RETURNED");
		view_text(v, "what", tr(r->lang, stands ? "Bị trả lại" : "Lần trước đã trả lại"));
		view_text(v, "reason", back->reason);
		view_text(v, "name", back->name);
		show_earlier(r, v, a->flow_case, "answered");
	} else if (!strcmp(a->state, "withdrawn") && *a->reason) {
		struct view *v = view_add(r->view, "WITHDRAWN");
		view_text(v, "reason", a->reason);
		view_text(v, "name", a->by);
	}
}

static int
show_answer(struct req *r, int status, const struct document *d, const struct document_answer *a,
    const struct document_answer_sight *s)
{
	bool ours = s->writes || s->sends;
	struct view *form = NULL;

	show_head(r, d, a, ours);
	show_reason(r, a, ours);
	if (*a->first_day)
		view_date(view_add(r->view, "SENT"), "first_day", a->first_day);
	if (s->edits)
		form = show_form(r, d, a);
	else
		form_show_faults(r->form, r->view, r->lang, shown);
	show_content(r, a, s);
	if (s->content)
		attach_show(r, r->view, &files, a->id, "", tr(r->lang, "Văn bản trả lời, tài liệu kèm theo"),
		    s->edits);
	show_moves(r, d, a, s, form);
	if (!ours && (*a->contact || *a->phone))
		view_text(view_add(r->view, "CONTACT"), "contact", mem_printf(r->mem, "%s%s%s", a->contact,
		    *a->contact && *a->phone ? ", " : "", a->phone));
	show_history(r, view_include(r->view, "HISTORY", "history"), a->flow_case);
	title(r, tr_with(r->mem, r->lang, "Trả lời: {1}", document_brief(r, d->subject), NULL, NULL));
	crumb(r, tr(r->lang, "Kiến nghị, kết luận"), "/document");
	crumb(r, document_name(r, d), document_path(r, d->id, ""));
	return show(r, status, "document_answer");
}

static int
as_json(struct req *r, const struct document *d, const struct document_answer *a,
    const struct document_answer_sight *s)
{
	struct json *j = json_new(r);
	bool ours = s->writes || s->sends;

	json_int(j, "id", a->id);
	json_int(j, "document", a->document);
	json_text(j, "number", d->number);
	json_text(j, "subject", d->subject);
	json_int(j, "unit", a->unit);
	json_text(j, "unit_name", a->unit_name);
	json_text(j, "due", d->due_date);
	json_text(j, "last_day", d->last_day);
	json_text(j, "state", document_told_state(a, s));
	json_text(j, "late", *a->late ? a->late : NULL);
	json_text(j, "first_day", *a->first_day ? a->first_day : NULL);
	if (s->content) {
		json_text(j, "result", *a->result ? a->result : NULL);
		json_text(j, "answer", *a->answer ? a->answer : NULL);
		json_text(j, "paper", *a->number ? a->number : NULL);
		json_text(j, "paper_date", *a->date ? a->date : NULL);
	}
	if (ours && *a->reason)
		json_text(j, "reason", a->reason);
	return json_show(r, j);
}

int
document_answer_page(struct req *r)
{
	struct document *d;
	struct document_answer_sight s;
	struct document_answer *a = document_answer_seen(r, r->id, &d, &s);

	if (!a)
		return 404;
	return r->face ? as_json(r, d, a, &s) : show_answer(r, 200, d, a, &s);
}

/* ---- what is done with it ---- */

static const char why_old[] =
	"Trả lời đã được lưu hoặc chuyển bước sau khi bạn mở trang: xem lại rồi bấm lại";

static bool
is_result(struct req *r, const struct document *d, const char *result)
{
	struct document_result *o = document_results(r->db, r->mem, d->kind, r->lang);

	while (o && strcmp(o->result, result))
		o = o->next;
	return o;
}

static void
check(struct req *r, const struct document *d, const struct document_answer *a, bool sends)
{
	if (*a->result && !is_result(r, d, a->result))
		form_wrong(r->form, "result", "Không có kết quả này: chọn một trong các kết quả trên trang");
	if (text_is_day(a->date) && strcmp(a->date, r->today) > 0)
		form_wrong(r->form, "date", "Ngày văn bản sau hôm nay: ghi ngày đã ký, hoặc để trống");
	if (sends && !*a->result)
		form_wrong(r->form, "result", "Chưa chọn kết quả: chọn rồi mới gửi");
	if (sends && !*text_plain(r->mem, a->answer))
		form_wrong(r->form, "answer", "Chưa ghi nội dung trả lời: ghi rồi mới gửi");
}

int
document_answer_put(struct req *r)
{
	struct document *d;
	struct document_answer_sight s;
	struct document_answer *old = document_answer_seen(r, r->id, &d, &s), a;
	const char *move = form_get(r->form, "do");
	bool on = is_one_of(move, "submit", "reply");

	if (!old || !s.writes)
		return 404;
	if (!s.edits)
		return overtaken(r, old->flow_case, "");
	a = *old;
	form_read(r->form, r->mem, fields, &a);
	a.result = form_get(r->form, "result");
	is_old(r, old->edition, tr(r->lang, why_old));
	check(r, d, &a, on);
	if (form_faults(r->form))
		return show_answer(r, 422, d, &a, &s);
	document_answer_save(r->db, &a);
	changed(r, "result", old->result, a.result);
	changed_form(r, fields, old, &a);
	audit(r, "document_answer.save", a.id);
	said(r, "Đã lưu nháp");
	if (on) {
		int status = may_move(d, &s, move) ? document_answer_act(r, &a, move, "") : 404;
		if (status)
			return status < 0 ? show_answer(r, 422, d, &a, &s) : status;
	}
	return go(r, document_answer_path(r, a.id, ""));
}

int
document_answer_step(struct req *r)
{
	struct document *d;
	struct document_answer_sight s;
	struct document_answer *a = document_answer_seen(r, r->id, &d, &s);
	const char *move = form_get(r->form, "move"), *reason = form_get(r->form, "reason");

	if (!a || !may_move(d, &s, move))
		return 404;
	if (text_length(reason) > 4000)
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
	/* A decision is on what was read; who was overtaken by a step is told which (act()). */
	if (!strcmp(move, "withdraw"))
		document_recall(r->db, a->id);	/* who asks may, whoever's turn it is */
	if (document_is_offered(moves_of(r, a), move))
		is_old(r, a->edition, tr(r->lang, why_old));
	else if (strtoll(form_get(r->form, "edition"), NULL, 10) != a->edition)
		return overtaken(r, a->flow_case, "");	/* the case is the other unit's by now */
	if (form_faults(r->form))
		return show_answer(r, 422, d, a, &s);
	int status = document_answer_act(r, a, move, reason);
	if (status)
		return status < 0 ? show_answer(r, 422, d, a, &s) : status;
	return go(r, document_answer_path(r, a->id, ""));
}
