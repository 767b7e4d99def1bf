/*
 * error.c - the error page: what is wrong, what to do, and what was typed: of a form that came
 * too late, or whose token is an old one, to be copied; of one that found no room to be sent again.
 */

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/reply.h"

#include <stdio.h>
#include <time.h>

enum {
	SHORT = 30,	/* bytes of a number, a date or a choice at most */
	LINE_MOST = 120	/* bytes of what is told within a line, by its label */
};

static const char *
title_of_409(const struct req *r)
{
	if (r->reading)
		return r->overtaken ? "Hồ sơ đang ở bước khác" : "Hiện không mở được trang này";
	if (r->sent_twice)
		return "Biểu mẫu này đã được gửi rồi";
	return r->overtaken ? "Hồ sơ đã chuyển sang bước khác" : "Hiện không làm được việc này";
}

static const char *
title_of(const struct req *r, int status)
{
	switch (status) {
	case 400: return "Cổng không đọc được biểu mẫu bạn gửi";
	case 403: return r->stale ? "Không gửi được từ trang cũ này, chưa ghi gì" : "Bạn chưa được làm việc này";
	case 404: return "Không có trang này";
	case 405: return "Không mở được trang theo cách này";
	case 409: return title_of_409(r);
	case 413: return "Nội dung gửi lên quá lớn";
	case 429: return "Bạn thử quá nhiều lần";
	case 503: return "Máy chủ hết chỗ lưu, chưa ghi được nội dung bạn gửi";
	default:  return "Cổng gặp trục trặc, chưa làm được việc bạn yêu cầu";
	}
}

/* Of a 409: the step that was taken before, and the one that was not. */
static void
show_overtaken(struct req *r)
{
	struct flow_step *s = r->overtaken ? steps_of(r, r->overtaken) : NULL;
	struct view *v;

	if (!s)
		return;
	v = view_add(r->view, "OVERTAKEN");
	view_text(v, "at", moment(r, s->at));
	view_text(v, "label", s->label);
	view_text(v, "name", s->name);
	if (*s->reason)
		view_text(view_add(v, "WHY"), "why", s->reason);
	if (*r->wanted)
		view_text(view_add(v, "WANTED"), "wanted", r->wanted);
}

int
overtaken(struct req *r, int64_t flow_case, const char *wanted)
{
	r->overtaken = flow_case;
	r->wanted = wanted;
	return 409;
}

static bool
is_own(const struct sent *s)
{
	static const char *const own[] = { "csrf", "once", "edition", "move" };

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (!strcmp(s->name, own[i]))
			return true;
	return false;
}

/* Words, not what a choice or the form itself says. */
static bool
is_text(const struct sent *s)
{
	if (is_own(s))
		return false;
	for (const char *c = s->value; *c; c++)
		if (*c == ' ' || *c == '\n' || *c & 0x80)
			return true;
	return strlen(s->value) > SHORT;
}

static void
show_text(struct req *r, struct view *v, const char *label, int64_t n, const char *text)
{
	struct view *named = view_add(v, *label ? "NAMED" : "NAMELESS");

	view_int(v, "typed_n", n);
	if (*label)
		view_text(named, "label", tr(r->lang, label));
	view_text(v, "typed", text);
}

/* On the error page what was typed into the form that was posted, to be copied and in its
 * order: of one that came too late nothing typed is lost.  Short values stand between texts in
 * lists; without a label none can be told from a choice. */
static void
show_typed(struct req *r)
{
	struct view *all = NULL, *list = NULL;
	int64_t n = 0;

	for (const struct sent *s = form_all(r->form); s; s = s->next) {
		const char *label = form_told(r->form, s->name);
		bool in_line = *label && strlen(s->value) <= LINE_MOST && !strchr(s->value, '\n');
		if (!*s->value || is_own(s) || (!*label && !is_text(s)))
			continue;
		if (!all)
			all = view_add(r->view, "TYPED");
		if (in_line) {
			if (!list)
				list = view_add(view_add(all, "TYPED_PART"), "TYPED_LIST");
			struct view *v = view_add(list, "TYPED_SHORT");
			view_text(v, "label", tr(r->lang, label));
			view_text(v, "typed", s->value);
		} else {
			list = NULL;
			show_text(r, view_add(view_add(all, "TYPED_PART"), "TYPED_TEXT"), label, ++n,
			    s->value);
		}
	}
}

/* The whole form, to be sent once more. */
static void
show_to_send(struct req *r)
{
	struct view *all = NULL;
	int64_t n = 0;

	for (const struct sent *s = form_all(r->form); s; s = s->next) {
		bool text = is_text(s);
		if (!all)
			all = view_add(r->view, "TYPED_TO_SEND");
		struct view *v = view_add(all, text ? "TYPED_TEXT" : "TYPED_LINE");
		view_text(v, "typed_name", s->name);
		if (text)
			view_int(v, "typed_n", ++n);
		view_text(v, "typed", s->value);
	}
	if (all)
		view_text(all, "action", r->path);
}

/* The section of the page that says what is wrong and what to do. */
static const char *
section_of(struct req *r, int status)
{
	if (status == 409 && r->reading)
		return r->overtaken ? "PASSED" : "CLOSED";
	if (status == 409)
		return r->sent_twice ? "SENT_TWICE" : r->overtaken ? "MOVED_ON" : "E409";
	if (status == 403 && r->stale)
		return "STALE";
	return mem_printf(r->mem, "E%d", status > 500 && status != 503 ? 500 : status);
}

int
show_error(struct req *r, int status, const char *method, const char *back, enum kept kept)
{
	time_t at = (time_t)r->now;
	struct tm tm;
	char when[16];
	const char *tail = random_hex(r->mem, 2);
	struct view *v;

	strftime(when, sizeof(when), "%d%m-%H%M", localtime_r(&at, &tm));
	const char *number_ = mem_printf(r->mem, "%s-%.3s", when, tail);
	fprintf(stderr, "case %s: %d %s %s account %lld %s\n", number_, status, method,
	    quoted(r->mem, r->path), (long long)r->who.id, whence(r));
	/* The handler's half-filled page goes; a fresh one is needed for the error. */
	v = view_add(r->view, section_of(r, status));
	title(r, tr(r->lang, title_of(r, status)));
	view_text(r->view, "case_number", number_);
	view_int(r->view, "status", status);
	if (form_broken(r->form))
		view_text(v, "why", tr(r->lang, form_broken(r->form)));
	if (r->lacks && *r->lacks)
		view_text(view_add(v, "LACKS"), "ability", r->lacks);
	if (status == 413 && r->most)
		view_text(view_add(v, "MOST"), "most", attach_size(r, r->most));
	if (status == 429)
		view_text(v, "again", moment(r, r->retry));
	if (status == 503 && r->form && kept == KEPT_TO_READ)
		view_add(v, "FILES_AGAIN");
	if (status == 503 && kept == KEPT_TO_SEND)
		show_to_send(r);
	else if (kept && (status == 409 || status == 503 || (status == 403 && r->stale)))
		show_typed(r);
	if (*r->support)
		view_add(r->view, "SUPPORT_HERE");
	if (*back)
		view_text(view_add(r->view, r->reading ? "BACK_UP" : "BACK"), "back", back);
	else if (!r->who.id)
		view_text(view_add(r->view, "WHO_IS_IT"), "here", r->path);
	r->location = NULL;
	r->file_name = NULL;
	r->source = NULL;
	db_begin(r->db, DB_READ);
	if (status == 409)
		show_overtaken(r);
	if (show(r, status, "error") != status || db_failed(r->db)) {
		r->body = "<!doctype html><title>500</title><p>Cổng gặp trục trặc.";
		r->length = strlen(r->body);
		r->type = "text/html; charset=utf-8";
		status = 500;
	}
	db_rollback(r->db);
	return status;
}
