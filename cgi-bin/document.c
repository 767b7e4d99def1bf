/*
 * document.c - the register of proposals and conclusions (sổ kiến nghị, kết luận).
 *
 *	GET  /document			the register, and what waits for this person
 *	GET  /document/add		?kind=proposal&unit=2&plan=7	POST keeps a draft
 *	GET  /document/#		the record, its answers
 *	GET  /document/#/edit		a draft; POST saves it
 *	POST /document/#/move		every step of its case (db/flow.h)
 *	POST /document/#/extend		a later due date
 *	GET  /document/#/print		on paper; /document/#/print.docx for Word
 *	.... /document/#/file		the signed copy (cgi-bin/lib/attach.h)
 *	GET  /document/answer/#		one unit's answer; POST saves it
 *	POST /document/answer/#/move	every step of its case
 *	.... /document/answer/#/file	its files
 */

#include <stdlib.h>

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/document_page.h"
#include "cgi-bin/lib/plan_text.h"

enum { STEPS = 20 };

const char *
document_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/document/%lld%s", (long long)id, rest);
}

const char *
document_answer_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/document/answer/%lld%s", (long long)id, rest);
}

const char *
document_number(struct req *r, const struct document *d)
{
	return *d->number ? d->number : tr(r->lang, "chưa có số");
}

const char *
document_brief(struct req *r, const char *subject)
{
	return *subject ? plan_brief(r->mem, subject, 140) : tr(r->lang, "chưa có trích yếu");
}

const char *
document_name(struct req *r, const struct document *d)
{
	return mem_printf(r->mem, "%s %s", d->is.label, *d->number ? d->number
	    : document_brief(r, d->subject));
}

int64_t
document_days_late(struct req *r, const struct document *d, const struct document_answer *a)
{
	int64_t n = !strcmp(a->late, "late") ? text_days(d->last_day, a->first_day)
	    : !strcmp(a->late, "missing") ? text_days(d->last_day, r->today) : 0;

	return n > 0 ? n : 0;
}

const char *
document_standing(struct req *r, const struct document *d, const struct document_answer *a,
    bool inside, const char **tag)
{
	const char *days = number(r, document_days_late(r, d, a), 0);

	*tag = a->tag;
	if (!strcmp(a->late, "missing")) {
		*tag = "late";
		return tr_with(r->mem, r->lang, "{1}, quá hạn {2} ngày", a->outside, days, NULL);
	}
	if (!strcmp(a->late, "late"))
		return tr_with(r->mem, r->lang, "{1}, trễ {2} ngày", a->outside, days, NULL);
	/* what its leader gave back was never sent: outside it is not answered, as before */
	if (!inside && !strcmp(a->state, "returned") && !*a->first_day)
		*tag = "soon";
	return inside ? a->inside : a->outside;
}

static const struct column columns[] = {
	{ "number",  "Số, ký hiệu",  CELL_CODE, true },
	{ "date",    "Ngày",         CELL_DAY,  true },
	{ "kind",    "Loại",         CELL_TEXT, true },
	{ "subject", "Trích yếu",    CELL_TEXT, true },
	{ "unit",    "Của đơn vị",   CELL_TEXT, true },
	{ "to",      "Gửi cho",      CELL_TEXT, false },
	{ "due",     "Hạn trả lời",  CELL_DAY,  true },
	{ "state",   "Tình trạng",   CELL_TAG,  true },
	{ 0 }
};

static const char *const states[][2] = {
	{ "", "tất cả" }, { "open", "còn đơn vị chưa trả lời" }, { "late", "quá hạn, trả lời trễ" },
	{ "done", "đã trả lời đủ" }, { "draft", "đang soạn" }, { "withdrawn", "đã rút" },
	{ "dropped", "đã bỏ" },
};

/* A draft says where it is; what was sent how many have answered. */
static const char *
standing(struct req *r, const struct document *d, const char **tag)
{
	*tag = d->tag;
	if (!d->stands)
		return d->inside;
	const char *so = tr_with(r->mem, r->lang, "Đã trả lời {1}/{2}", number(r, d->answered, 0),
	    number(r, d->units, 0), NULL);
	if (d->late) {
		*tag = d->answered < d->units ? "late" : "soon";
		return tr_with(r->mem, r->lang, "{1}, chậm {2}", so, number(r, d->late, 0), NULL);
	}
	if (d->answered < d->units)
		*tag = "soon";
	return so;
}

static void
put(struct req *r, struct table *t, const struct document *d)
{
	for (; d; d = d->next) {
		const char *tag, *word = standing(r, d, &tag);
		table_row(t, document_path(r, d->id, ""));
		if (*d->number)
			table_text(t, d->number);
		else
			table_nothing(t, "chưa có số");
		table_day(t, d->date);
		table_text(t, d->is.label);
		table_text(t, r->face == HTML || !*d->subject ? document_brief(r, d->subject) : d->subject);
		table_text(t, d->unit_name);
		if (*d->asked)
			table_text(t, d->asked);
		else
			table_nothing(t, "chưa chọn");
		table_day(t, d->last_day);
		table_tag(t, tag, word);
	}
}

static void
show_choices(struct req *r, const char *section, const char *name, const struct document_choice *c)
{
	for (; c; c = c->next)
		form_option(r->view, section, c->value, plan_brief(r->mem, c->label, 60),
		    form_get(r->form, name));
}

static void
show_filter(struct req *r, const struct document_ask *ask)
{
	struct view *begin = NULL;

	view_text(r->view, "q", form_get(r->form, "q"));
	for (struct document_kind *k = document_kinds(r->db, r->mem, "", r->lang); k; k = k->next)
		form_option(r->view, "KIND", k->kind, k->label, ask->kind);
	show_choices(r, "PLAN", "plan", document_plans(r->db, r->mem, r->who.id, r->today));
	show_choices(r, "YEAR", "year", document_years(r->db, r->mem, r->who.id, r->today));
	show_choices(r, "UNIT", "unit", document_units(r->db, r->mem, r->who.id, r->today));
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		form_option(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), ask->state);
	for (struct document_kind *k = document_kinds(r->db, r->mem, r->today, r->lang); k; k = k->next) {
		if (!may(r, k->ability))
			continue;
		begin = begin ? begin : view_add(r->view, "DRAFTS");
		struct view *v = view_add(begin, "DRAFT");
		view_text(v, "kind", k->kind);
		view_text(v, "label", k->label);
	}
}

/* What waits for him stands first, whatever is asked of the register. */
static void
show_steps(struct req *r)
{
	int64_t total;
	struct document_step *s = document_steps(r->db, r->mem, r->who.id, r->today, r->lang, STEPS, &total);
	struct view *list = s ? view_add(r->view, "TASKS") : NULL;

	if (list)
		view_text(list, "n", number(r, total, 0));
	for (; s; s = s->next) {
		struct view *v = view_add(list, "TASK");
		bool late = *s->last_day && strcmp(s->last_day, r->today) < 0;
		if (*s->last_day) {
			struct view *due = view_add(v, "DUE");
			view_text(due, "late", late ? "late" : "");
			view_date(due, "due", s->last_day);
			view_text(due, "how_far", how_far(r, s->last_day));
		} else {
			view_add(v, "NO_DUE");
		}
		view_text(v, "path", s->answer ? document_answer_path(r, s->id, "")
		    : document_path(r, s->id, ""));
		view_text(v, "what", mem_printf(r->mem, "%s: %s", s->kind_label, document_brief(r,
		    *s->number || *s->subject ? mem_printf(r->mem, "%s%s%s", s->number,
		    *s->number ? ", " : "", s->subject) : "")));
		view_text(v, "tag", late ? "late" : s->tag);
		view_text(v, "state", s->inside);
		view_text(v, "unit_name", s->unit_name);
	}
}

static int
list(struct req *r)
{
	int64_t total;
	struct document_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.kind = form_get(r->form, "kind"), .words = form_get(r->form, "q"),
		.state = form_get(r->form, "state"), .year = form_get(r->form, "year"),
		.plan = strtoll(form_get(r->form, "plan"), NULL, 10),
		.unit = strtoll(form_get(r->form, "unit"), NULL, 10),
		.sort = table_sort(r, columns, 0), .limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Sổ kiến nghị, kết luận, mới nhất trước", columns);
	bool filtered = *ask.kind || *text_plain(r->mem, ask.words) || *ask.state || *ask.year || ask.plan
	    || ask.unit;

	put(r, t, document_list(r->db, r->mem, &ask, &total));
	if (!r->face) {
		title(r, tr(r->lang, "Kiến nghị, kết luận"));
		show_filter(r, &ask);
		show_steps(r);
		view_add_around(r->view, "WIDE");
	}
	return table_show(r, 200, "document_list", t, total, filtered
	    ? "Không có văn bản nào như vậy. Bỏ bớt điều kiện lọc rồi thử lại."
	    : may(r, "document.write") || may(r, "document.conclude")
	    ? "Sổ chưa có văn bản nào. Bấm “Soạn” ở trên để gửi kiến nghị lên cấp trên hoặc kết luận cho cấp dưới; văn bản gửi đến đơn vị bạn cũng hiện ở đây."
	    : "Sổ chưa có văn bản nào. Kiến nghị, kết luận hiện ở đây khi được gửi.");
}

const struct page page = {
	.name = "document",
	.body_max = 1 << 20,
	.views = "attach",
	.files = ATTACH_FILES,
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING, ATTACHING,
		{ "document", READ | ADD | CHANGE | REMOVE },
		{ "flow_case", READ | ADD | CHANGE },
		{ "flow_step", READ | ADD },
		{ "report_duty", READ },	/* by the trigger that tells it how a case stands */
		{ "plan", READ },
		{ "holiday", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/document",                 SIGNED, list, LIST },
		{ GET,  "/document/add",             SIGNED, document_add_page, 0 },
		{ POST, "/document/add",             SIGNED, document_add_save, 0 },
		{ GET,  "/document/#",               SIGNED, document_page, RECORD },
		{ GET,  "/document/#/edit",          SIGNED, document_edit_page, 0 },
		{ POST, "/document/#/edit",          SIGNED, document_edit_save, 0 },
		{ POST, "/document/#/move",          SIGNED, document_move, 0 },
		{ POST, "/document/#/extend",        "document.send", document_put_off, 0 },
		{ GET,  "/document/#/print",         SIGNED, document_print, 0 },
		{ GET,  "/document/#/print.docx",          SIGNED, document_docx, 0 },
		{ GET,  "/document/#/file/#",        SIGNED, document_file, 0 },
		{ POST, "/document/#/file",          SIGNED, document_file_add, SINK },
		{ POST, "/document/#/file/#/remove", SIGNED, document_file_remove, PRIVATE },
		{ GET,  "/document/answer/#",        SIGNED, document_answer_page, RECORD },
		{ POST, "/document/answer/#",        "document.write", document_answer_put, 0 },
		{ POST, "/document/answer/#/move",   SIGNED, document_answer_step, 0 },
		{ GET,  "/document/answer/#/file/#", SIGNED, document_answer_file, 0 },
		{ POST, "/document/answer/#/file",   "document.write", document_answer_file_add, SINK },
		{ POST, "/document/answer/#/file/#/remove", "document.write", document_answer_file_remove, PRIVATE },
		{ 0 }
	},
};
