/* task_one.c - a task as who gave it follows it: who has received it, done it, is late. */

#include "cgi-bin/lib/task_page.h"

#include <stdlib.h>

enum { MOST = 100 };

static const struct column columns[] = {
	{ "unit",     "Đơn vị",        CELL_TEXT,  true },
	{ "state",    "Tình trạng",    CELL_TAG,   true },
	{ "received", "Nhận lúc",      CELL_TEXT,  true },
	{ "sent",     "Gửi lần đầu",   CELL_DAY,   true },
	{ "days",     "Số ngày trễ",   CELL_COUNT, false },
	{ "holder",   "Người làm",     CELL_TEXT,  false },
	{ "contact",  "Người liên hệ", CELL_TEXT,  false },
	{ "phone",    "Điện thoại",    CELL_CODE,  false },
	{ 0 }
};

static const char *const states[][2] = {
	{ "", "tất cả" }, { "late", "quá hạn, trễ hạn, bị trả lại" }, { "open", "chưa xong" },
	{ "given", "chưa nhận" }, { "received", "đang thực hiện" }, { "sent", "đã gửi, chờ tiếp nhận" },
	{ "accepted", "đã tiếp nhận" }, { "withdrawn", "đã rút" },
};

/* NULL if there is none that this person follows. */
static struct task *
followed(struct req *r)
{
	struct task *t = task_get(r->db, r->mem, r->id, r->today);

	return t && may_here(r, "task.follow", t->issuer) ? t : NULL;
}

static void
put_unit(struct req *r, struct table *t, const struct task_unit *u)
{
	const char *tag, *word = task_standing(r, u, false, &tag);

	table_row(t, task_unit_path(r, u->id, ""));
	table_text(t, u->unit_name);
	table_tag(t, tag, word);
	if (u->received)
		table_text(t, moment(r, u->received));
	else
		table_nothing(t, "chưa nhận");
	table_day(t, u->first_day);
	table_count(t, task_days_late(r, u));
	if (*u->holder_name)
		table_text(t, u->holder_name);
	else
		table_nothing(t, "chưa giao");
	if (*u->contact)
		table_text(t, u->contact);
	else
		table_nothing(t, "chưa có");
	table_text(t, u->phone);
}

/* What waits to be accepted, each with a box; its value names the edition that is seen. */
static void
show_review(struct req *r, const struct task *t)
{
	int64_t total;
	struct task_unit *u = task_units(r->db, r->mem, t->id, &(struct task_ask){
	    .day = r->today, .lang = r->lang, .words = "", .state = "sent", .sort = 1,
	    .limit = MOST }, &total);
	struct view *list = u ? view_add(r->view, "REVIEW") : NULL;

	if (u)
		form_open(r, list, task_path(r, t->id, "/accept"));
	for (; u; u = u->next) {
		struct view *v = view_add(list, "WAITING");
		const char *value = mem_printf(r->mem, "%lld/%lld", (long long)u->id, (long long)u->edition);
		const struct sent *s = NULL;
		while ((s = form_next(r->form, s, "unit")) && strcmp(s->value, value))
			;
		if (s)
			view_add(v, "CHECKED");
		view_text(v, "value", value);
		view_text(v, "path", task_unit_path(r, u->id, ""));
		view_text(v, "unit_name", u->unit_name);
		view_date(v, "first_day", u->first_day);
		view_text(v, "result", task_brief(r, u->result));
		if (*u->late)
			view_add(v, "LATE");
	}
}

static void
show_counts(struct req *r, const struct task *t)
{
	view_text(r->view, "now", moment(r, r->now));
	view_text(r->view, "units", number(r, t->units, 0));
	view_text(r->view, "received", number(r, t->received, 0));
	view_text(r->view, "done", number(r, t->done, 0));
	view_text(r->view, "accepted", number(r, t->accepted, 0));
	view_text(r->view, "late", number(r, t->late, 0));
}

static void
show_addressees(struct req *r, const struct task *t)
{
	const char *all = "";

	for (struct task_addressee *a = task_addressees(r->db, r->mem, t->id, t->day, r->lang); a;
	    a = a->next)
		all = mem_printf(r->mem, "%s%s%s", all, *all ? "; " : "", a->label);
	view_text(r->view, "addressee", all);
}

struct extension {
	const char *due_date, *why;
};

static const struct field extension_fields[] = {
	FIELD(extension, due_date, "Hạn mới", DAY),
	FIELD(extension, why, "Lý do lùi hạn", LINES, .max = 2000),
	{ 0 }
};

static void
show_extension(struct req *r, const struct task *t)
{
	struct view *v = view_add(r->view, "EXTEND");

	form_open(r, v, task_path(r, t->id, "/extend"));
	form_show(r->form, v, r->lang, extension_fields, &(struct extension){ "", "" });
	if (form_fault(r->form, "due_date") || form_fault(r->form, "why"))
		view_add(v, "OPEN");
}

static int
show_one(struct req *r, int status, const struct task *t)
{
	int64_t total;
	struct table *table = table_new(r, "Từng đơn vị, chậm xếp trước", columns);
	struct task_ask ask = { .day = r->today, .lang = r->lang,
	    .words = text_plain(r->mem, form_get(r->form, "q")),
	    .state = form_get(r->form, "state"), .sort = table_sort(r, columns, 0),
	    .limit = table_limit(r), .skip = table_skip(r) };

	for (struct task_unit *u = task_units(r->db, r->mem, t->id, &ask, &total); u; u = u->next)
		put_unit(r, table, u);
	if (!r->face) {
		bool gives = may_here(r, "task.give", t->issuer);
		task_show_head(r, t);
		crumb(r, tr(r->lang, "Nhiệm vụ đã giao"), "/task/given");
		show_counts(r, t);
		show_addressees(r, t);
		if (gives)
			show_review(r, t);
		if (gives && t->done < t->units)
			show_extension(r, t);
		if (gives && t->accepted < t->units) {
			struct view *v = view_add(r->view, "WITHDRAW");
			const char *fault = form_fault(r->form, "reason");
			form_open(r, v, task_path(r, t->id, "/withdraw"));
			view_text(v, "reason", form_get(r->form, "reason"));
			view_text(v, "reason_invalid", fault ? "true" : "false");
			if (fault)
				view_add(v, "OPEN");
		}
		view_text(r->view, "self", task_path(r, t->id, ""));
		view_text(r->view, "q", form_get(r->form, "q"));
		task_show_states(r, states, sizeof(states) / sizeof(*states), ask.state);
		form_show_faults(r->form, r->view, r->lang, extension_fields);
		view_add_around(r->view, "WIDE");
	}
	return table_show(r, status, "task_one", table, total,
	    "Không có đơn vị nào như vậy. Chọn lại tình trạng rồi lọc.");
}

int
task_one(struct req *r)
{
	struct task *t = followed(r);

	return t ? show_one(r, 200, t) : 404;
}

/* A value "7/3" of the form: that unit's task if it is of this one, and why it cannot be
 * accepted, or NULL. */
static struct task_unit *
to_accept(struct req *r, const char *value, const char **why)
{
	char *rest;
	struct task_sight sight;
	struct task_unit *u = task_unit_seen(r, strtoll(value, &rest, 10), &sight);

	if (!u || u->task != r->id || !sight.gives)
		return NULL;
	*why = strcmp(u->state, "sent") ? "không còn chờ tiếp nhận"
	    : *rest != '/' || strtoll(rest + 1, NULL, 10) != u->edition
	    ? "đã gửi bản khác, hãy mở xem" : NULL;
	return u;
}

/* Why nothing was accepted; where nothing waits any more there is no list to lead to. */
static void
refuse(struct req *r, const struct task *t, const char *label_vi, const char *why)
{
	const char *label = tr(r->lang, label_vi);
	int64_t total;

	task_units(r->db, r->mem, t->id, &(struct task_ask){ .day = r->today, .lang = r->lang,
	    .words = "", .state = "sent", .limit = 1 }, &total);
	if (total)
		form_wrong_at(r->form, "unit", label, why);
	else
		form_wrong_away(r->form, "unit", label, why);
}

/* Each by itself: one that cannot be accepted does not hold up the others. */
int
task_accept_many(struct req *r)
{
	struct task *t = followed(r);
	const char *left = "", *why, *seen = " ";
	int64_t done = 0, known = 0, n = 0;

	if (!t || !may_here(r, "task.give", t->issuer))
		return 404;
	for (const struct sent *s = NULL; n < MOST && (s = form_next(r->form, s, "unit")); n++) {
		struct task_unit *u = to_accept(r, s->value, &why);
		const char *key = u ? mem_printf(r->mem, " %lld ", (long long)u->id) : "";
		if (!u || strstr(seen, key))
			continue;
		seen = mem_printf(r->mem, "%s%s", seen, key);
		known++;
		if (!why && !task_act(r, u, "accept", ""))
			done++;
		else
			left = mem_printf(r->mem, "%s%s%s (%s)", left, *left ? "; " : "", u->unit_name,
			    tr(r->lang, why ? why : "không tiếp nhận được"));
	}
	if (n && !known)
		return 404;
	if (!n)
		refuse(r, t, "Chờ tiếp nhận", tr(r->lang,
		    "Chưa chọn đơn vị nào: đánh dấu ít nhất một đơn vị rồi bấm lại"));
	else if (!done)
		refuse(r, t, "Chưa tiếp nhận được", left);
	if (!done)
		return show_one(r, 422, t);
	if (*left)
		said_with(r, "Đã tiếp nhận kết quả của {1} đơn vị. Chưa tiếp nhận: {2}",
		    number(r, done, 0), left);
	else
		said_with(r, "Đã tiếp nhận kết quả của {1} đơn vị", number(r, done, 0), NULL);
	return go(r, task_path(r, t->id, ""));
}

/* From all whose work is not accepted. */
int
task_withdraw_all(struct req *r)
{
	struct task *t = followed(r);
	const char *reason = form_get(r->form, "reason");
	int64_t total, n = 0;

	if (!t || !may_here(r, "task.give", t->issuer))
		return 404;
	if (!*text_plain(r->mem, reason))
		form_wrong_at(r->form, "reason", tr(r->lang, "Lý do rút nhiệm vụ"), tr(r->lang,
		    "Chưa ghi lý do: đơn vị đọc lý do này trên nhiệm vụ"));
	else if (text_length(reason) > 4000)
		form_wrong_at(r->form, "reason", tr(r->lang, "Lý do rút nhiệm vụ"), tr(r->lang,
		    "Lý do dài quá 4.000 ký tự: hãy rút ngắn"));
	if (form_faults(r->form))
		return show_one(r, 422, t);
	for (struct task_unit *u = task_units(r->db, r->mem, t->id, &(struct task_ask){
	    .day = r->today, .lang = r->lang, .words = "", .state = "", .limit = 1000000 }, &total);
	    u; u = u->next) {
		if (!strcmp(u->state, "accepted") || !strcmp(u->state, "withdrawn"))
			continue;
		if (task_act(r, u, "withdraw", reason))
			return 409;
		n++;
	}
	if (!n)
		return 409;
	said_with(r, "Đã rút nhiệm vụ của {1} đơn vị", number(r, n, 0), NULL);
	return go(r, task_path(r, t->id, ""));
}

/* Of all whose work has not been sent; of who sent his too late for the old day, the new
 * one judges it.  The units read both days and why. */
int
task_put_off(struct req *r)
{
	struct task *t = followed(r);
	struct extension x = { "", "" };
	int64_t total, n = 0;

	if (!t || !may_here(r, "task.give", t->issuer))
		return 404;
	form_read(r->form, r->mem, extension_fields, &x);
	if (text_is_day(x.due_date) && strcmp(x.due_date, t->due_date) <= 0)
		form_wrong_at(r->form, "due_date", tr(r->lang, "Hạn mới"), tr_with(r->mem, r->lang,
		    "Hạn đang là {1}: chọn ngày sau đó", text_of_day(r->mem, t->due_date), NULL, NULL));
	else if (text_is_day(x.due_date) && strcmp(x.due_date, r->today) < 0)
		form_wrong(r->form, "due_date", "Hạn đã qua: chọn từ hôm nay trở đi");
	if (form_faults(r->form))
		return show_one(r, 422, t);
	const char *reason = mem_printf(r->mem, "%s - %s: %s", text_of_day(r->mem, t->due_date),
	    text_of_day(r->mem, x.due_date), x.why);
	task_extend(r->db, t->id, x.due_date);
	changed(r, "due_date", t->due_date, x.due_date);
	changed(r, "reason", "", x.why);
	audit(r, "task.extend", t->id);
	for (struct task_unit *u = task_units(r->db, r->mem, t->id, &(struct task_ask){
	    .day = r->today, .lang = r->lang, .words = "", .state = "open", .limit = 1000000 }, &total);
	    u; u = u->next) {
		if (task_act(r, u, "extend", reason))
			return 409;
		n++;
	}
	if (!n)
		return 409;
	said_with(r, "Đã lùi hạn đến {1}; {2} đơn vị được báo", text_of_day(r->mem, x.due_date),
	    number(r, n, 0));
	return go(r, task_path(r, t->id, ""));
}
