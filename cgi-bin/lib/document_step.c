/* document_step.c - what is done with a document: passed on, sent, withdrawn, put off; its
 * files. */

#include "cgi-bin/lib/document_page.h"

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/plan_text.h"

static bool
is_one_of(const char *move, const char *a, const char *b)
{
	return !strcmp(move, a) || !strcmp(move, b);
}

bool
document_offers(const struct document_sight *s, const char *move)
{
	return is_one_of(move, "submit", "drop") ? s->writes
	    : (is_one_of(move, "send", "back") || !strcmp(move, "withdraw")) && s->sends;
}

/* A reason is written where its button is; of the one that was pressed the fault's link
 * leads there. */
void
document_show_move(struct req *r, const char *path, int64_t edition, const struct flow_move *m,
    int *plain)
{
	bool here = !strcmp(form_get(r->form, "move"), m->move);
	bool wrong = here && form_fault(r->form, "reason");
	struct view *v = view_add(r->view, m->reason ? "MOVE_REASON" : "MOVE");

	form_open(r, v, path);
	show_edition(r, v, m->move, edition);
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

bool
document_is_offered(const struct flow_move *m, const char *move)
{
	while (m && strcmp(m->move, move))
		m = m->next;
	return m;
}

static const char *
value_of(const void *record, const char *field)
{
	const struct document *d = record;

	return !strcmp(field, "subject") ? d->subject : !strcmp(field, "text") ? d->text
	    : !strcmp(field, "number") ? d->number : !strcmp(field, "date") ? d->date
	    : !strcmp(field, "due_date") ? d->due_date : "";
}

static int
act_on(struct req *r, const struct document *d, const char *move, const char *reason)
{
	struct flow_ask ask = { .flow_case = d->flow_case, .move = move, .reason = reason,
	    .value = value_of, .record = d };
	int status = act(r, &ask, mem_printf(r->mem, "document.%s", move), d->id);

	if (!status)
		document_moved(r->db, d->id);
	return status;
}

/* ---- is it whole? ---- */

struct wants {
	struct req *r;
	struct view *list;		/* or a fault of the form each */
	bool tells, whole;
};

static void
lack(struct wants *w, const char *field, const char *label_vi, const char *why_ready)
{
	w->whole = false;
	if (!w->tells) {
		form_wrong_away(w->r->form, field, tr(w->r->lang, label_vi), why_ready);
		return;
	}
	w->list = w->list ? w->list : view_add(w->r->view, "LACKING");
	view_text(view_add(w->list, "LACK"), "lack", mem_printf(w->r->mem, "%s: %s",
	    tr(w->r->lang, label_vi), why_ready));
}

/* One register of numbers of a unit, a year each: documents and plans. */
static void
check_number(struct wants *w, const struct document *d)
{
	struct req *r = w->r;
	const char *year = mem_copy(r->mem, d->date, 4), *other = NULL;

	if (!text_is_document_number(d->number)) {
		lack(w, "number", "Số, ký hiệu", tr(r->lang, "Không đúng dạng: viết như 12/KN-UBND"));
		return;
	}
	int64_t id = document_number_taken(r->db, d->unit, d->number, d->date, d->id);
	struct document *taker = id ? document_get(r->db, r->mem, id, r->today, r->lang) : NULL;
	if (taker)
		other = mem_printf(r->mem, "%s “%s”", taker->is.label, document_brief(r, taker->subject));
	else if ((id = plan_numbered(r->db, d->unit, d->number, d->date, 0))) {
		struct plan *p = plan_get(r->db, r->mem, id, r->lang);
		other = p ? mem_printf(r->mem, "%s “%s”", tr(r->lang, "kế hoạch"),
		    plan_brief(r->mem, p->subject, 140)) : NULL;
	}
	if (other)
		lack(w, "number", "Số, ký hiệu", tr_with(r->mem, r->lang,
		    "Số này năm {1} đã dùng cho {2}: lấy số tiếp theo trong sổ văn bản", year, other, NULL));
}

static void
check_days(struct wants *w, const struct document *d)
{
	struct req *r = w->r;

	if (*d->date && strcmp(d->date, r->today) > 0)
		lack(w, "date", "Ngày văn bản", tr(r->lang, "Ngày văn bản sau hôm nay: ghi ngày đã ký"));
	if (*d->due_date && *d->date && strcmp(d->due_date, d->date) <= 0)
		lack(w, "due_date", "Hạn trả lời",
		    tr(r->lang, "Hạn trả lời không sau ngày văn bản: chọn ngày muộn hơn"));
	else if (*d->due_date && strcmp(d->due_date, r->today) < 0)
		lack(w, "due_date", "Hạn trả lời", tr(r->lang, "Hạn đã qua: chọn từ hôm nay trở đi"));
}

bool
document_is_whole(struct req *r, const struct document *d, bool tells)
{
	struct wants w = { r, NULL, tells, true };
	const char *missing = tr(r->lang, "Chưa có; cần có trước khi gửi");

	if (!*d->subject)
		lack(&w, "subject", "Trích yếu", missing);
	if (!*text_plain(r->mem, d->text))
		lack(&w, "text", "Nội dung", missing);
	if (d->is.parties && !*d->parties)
		lack(&w, "parties", "Các bên thống nhất", missing);
	if (d->is.concerns && !*d->concerns)
		lack(&w, "concerns", "Chính sách, văn bản được kiến nghị", missing);
	if (!*d->number)
		lack(&w, "number", "Số, ký hiệu", missing);
	if (!*d->date)
		lack(&w, "date", "Ngày văn bản", missing);
	if (!*d->due_date)
		lack(&w, "due_date", "Hạn trả lời", missing);
	if (*d->number && *d->date)
		check_number(&w, d);
	check_days(&w, d);
	if (!*d->asked)
		lack(&w, "to", "Gửi cho", missing);
	else if (!document_whom(r, d))
		lack(&w, "to", "Gửi cho", d->is.upward
		    ? tr(r->lang, "Cơ quan đã chọn không còn, hoặc hiện không có ai trả lời được: sửa bản này, chọn cơ quan khác")
		    : tr(r->lang, "Loại đơn vị, cụm đã chọn hiện không có đơn vị nào: sửa bản này, chọn thêm"));
	return w.whole;
}

/* ---- sent ---- */

/* Nobody opens it, so that who asks may decide on it; the asking is its first step. */
static bool
ask(struct req *r, const struct document *d, int64_t unit)
{
	int64_t flow_case = flow_open(r->db, "document_answer", d->acts, 0, r->now);
	int64_t id = document_answer_add(r->db, d->id, unit, flow_case);

	return !document_answer_act(r, &(struct document_answer){ .id = id, .flow_case = flow_case,
	    .result = "", .answer = "" }, "ask", "");
}

static int
send(struct req *r, const struct document *d, const struct document_sight *s)
{
	int64_t all, mute;
	struct document_unit *units = document_whom(r, d);
	const char *names = document_mute(r, units, &all, &mute);

	if (!document_is_whole(r, d, false))
		return document_show(r, 422, d, s);
	changed(r, "units", "", mem_printf(r->mem, "%lld", (long long)all));
	int status = act_on(r, d, "send", "");
	if (status)
		return status < 0 ? document_show(r, 422, d, s) : status;
	for (; units; units = units->next)
		if (!ask(r, d, units->unit))
			return 404;
	const char *n = number(r, all, 0);
	if (mute)
		said_with(r, "Đã gửi cho {1} đơn vị. Chưa có ai trả lời được trên cổng, phải báo bằng cách khác: {2}",
		    n, mem_printf(r->mem, "%s (%s)", number(r, mute, 0), names));
	else
		said_with(r, "Đã gửi cho {1} đơn vị", n, NULL);
	return go(r, document_path(r, d->id, ""));
}

static bool
is_open(const struct document_answer *a)
{
	return strcmp(a->state, "accepted") && strcmp(a->state, "withdrawn");
}

/* Each answer that has not ended ends with it, for the same reason. */
static int
withdraw(struct req *r, const struct document *d, const struct document_sight *s, const char *reason)
{
	int status = act_on(r, d, "withdraw", reason);

	if (status)
		return status < 0 ? document_show(r, 422, d, s) : status;
	for (struct document_answer *a = document_answers(r->db, r->mem, d->id, r->today, r->lang); a;
	    a = a->next) {
		if (!is_open(a))
			continue;
		document_recall(r->db, a->id);
		if (document_answer_act(r, a, "withdraw", reason))
			return 409;
	}
	said(r, "Đã rút văn bản; các đơn vị được hỏi không phải trả lời nữa");
	return go(r, document_path(r, d->id, ""));
}

int
document_move(struct req *r)
{
	struct document_sight s;
	struct document *d = document_seen(r, r->id, &s);
	const char *move = form_get(r->form, "move"), *reason = form_get(r->form, "reason");

	if (!d || !document_offers(&s, move))
		return 404;
	if (text_length(reason) > 4000)
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
	/* Who was overtaken by a step is told which (act()). */
	bool now = document_is_offered(flow_moves(r->db, r->mem, d->flow_case, r->who.id, r->today, r->lang), move);
	if (now)
		is_old(r, d->edition, tr(r->lang,
		    "Văn bản đã được lưu hoặc chuyển bước sau khi bạn mở trang: xem lại rồi bấm lại"));
	if (form_faults(r->form))
		return document_show(r, 422, d, &s);
	if (now && !strcmp(move, "send"))
		return send(r, d, &s);
	if (now && !strcmp(move, "withdraw"))
		return withdraw(r, d, &s, reason);
	int status = act_on(r, d, move, reason);
	if (status)
		return status < 0 ? document_show(r, 422, d, &s) : status;
	return go(r, document_path(r, d->id, ""));
}

/* ---- put off ---- */

struct extension {
	const char *due_date, *why;
};

static const struct field extension_fields[] = {
	FIELD(extension, due_date, "Hạn mới", DAY),
	FIELD(extension, why, "Lý do lùi hạn", LINES, .max = 2000),
	{ 0 }
};

/* Of all that have not answered; of who answered too late for the old day, the new one judges
 * it.  The units read both days and why. */
int
document_put_off(struct req *r)
{
	struct document_sight s;
	struct document *d = document_seen(r, r->id, &s);
	struct extension x = { "", "" };
	int64_t n = 0;

	if (!d || !s.sends)
		return 404;
	if (!d->stands)
		return 409;
	form_read(r->form, r->mem, extension_fields, &x);
	is_old(r, d->edition, tr(r->lang,
	    "Văn bản đã được lưu hoặc chuyển bước sau khi bạn mở trang: xem lại rồi bấm lại"));
	if (text_is_day(x.due_date) && strcmp(x.due_date, d->due_date) <= 0)
		form_wrong_at(r->form, "due_date", tr(r->lang, "Hạn mới"), tr_with(r->mem, r->lang,
		    "Hạn đang là {1}: chọn ngày sau đó", text_of_day(r->mem, d->due_date), NULL, NULL));
	else if (text_is_day(x.due_date) && strcmp(x.due_date, r->today) < 0)
		form_wrong(r->form, "due_date", "Hạn đã qua: chọn từ hôm nay trở đi");
	if (form_faults(r->form))
		return d->answered < d->units ? document_show(r, 422, d, &s) : 409;
	const char *reason = mem_printf(r->mem, "%s - %s: %s", text_of_day(r->mem, d->due_date),
	    text_of_day(r->mem, x.due_date), x.why);
	document_extend(r->db, d->id, x.due_date);
	changed(r, "due_date", d->due_date, x.due_date);
	changed(r, "reason", "", x.why);
	audit(r, "document.extend", d->id);
	for (struct document_answer *a = document_answers(r->db, r->mem, d->id, r->today, r->lang); a;
	    a = a->next) {
		if (a->stands || !is_open(a))
			continue;
		document_recall(r->db, a->id);
		if (document_answer_act(r, a, "extend", reason))
			return 409;
		n++;
	}
	if (!n)
		return 409;
	said_with(r, "Đã lùi hạn đến {1}; {2} đơn vị được báo", text_of_day(r->mem, x.due_date),
	    number(r, n, 0));
	return go(r, document_path(r, d->id, ""));
}

/* ---- its files ---- */

/* Of what was sent they are fixed; only the signed copy may still come, while nobody has
 * answered. */
static int
files_may(struct req *r, int64_t id, const char *part, enum attach_want want)
{
	struct document_sight s;
	struct document *d = *part ? NULL : document_seen(r, id, &s);

	if (!d || (want != ATTACH_SEE && !s.writes && !s.sends))
		return 404;
	if (want == ATTACH_SEE || s.edits)
		return 0;
	return want == ATTACH_ADD && s.sends && d->stands && !d->answered ? 0 : 409;
}

const struct attach document_files = { .kind = "document", .may = files_may };

int
document_file(struct req *r)
{
	return attach_give(r, &document_files);
}

int
document_file_add(struct req *r)
{
	return attach_add(r, &document_files);
}

int
document_file_remove(struct req *r)
{
	return attach_remove(r, &document_files);
}
