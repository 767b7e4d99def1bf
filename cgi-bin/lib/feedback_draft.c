/* feedback_draft.c - drafts on which units are asked: the list, each, prolonged, ended early. */

#include "cgi-bin/lib/feedback_page.h"

#include "cgi-bin/lib/due.h"

enum { DAYS_MOST = 120 };	/* that a window is open */

/* Each of the two small forms has its own reason. */
struct change_of_window {
	const char *due_date, *reason, *end_reason;
};
static const struct field later_fields[] = {
	FIELD(change_of_window, due_date, "Hạn mới", DAY),
	FIELD(change_of_window, reason, "Lý do", LINES, .max = 2000),
	{ 0 }
};
static const struct field end_fields[] = {
	FIELD(change_of_window, end_reason, "Lý do", LINES, .max = 2000),
	{ 0 }
};
static const struct field page_fields[] = {
	FIELD(change_of_window, due_date, "Hạn mới", DAY),
	FIELD(change_of_window, reason, "Lý do", LINES),
	FIELD(change_of_window, end_reason, "Lý do", LINES),
	{ 0 }
};

const char *
feedback_draft_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/feedback/draft/%lld%s", (long long)id, rest);
}

const char *
feedback_draft_until(struct req *r, const struct feedback_draft *d)
{
	return d->closed ? moment(r, d->closed)
	    : due_text(r, d->due_date);
}

/* Of one that the plan itself has ended no day is kept: its last may be one to come. */
void
feedback_draft_show_until(struct req *r, const struct feedback_draft *d)
{
	struct view *v = view_add(r->view, d->open ? "OPEN_UNTIL" : "OVER");

	if (!d->open && !d->closed && strcmp(d->last_day, r->today) >= 0)
		return;
	view_text(d->open ? v : view_add(v, "ON"), "until", feedback_draft_until(r, d));
}

static const char *
state_of(struct req *r, const struct feedback_draft *d, const char **tag)
{
	*tag = d->open ? "soon" : "none";
	return tr(r->lang, d->open ? "Đang lấy ý kiến" : d->closed ? "Đã kết thúc sớm"
	    : d->stands ? "Đã ban hành" : d->runs ? "Đã hết hạn lấy ý kiến" : "Dự thảo đã bỏ");
}

/* ---- the list ---- */

static const struct column columns[] = {
	{ "subject", "Dự thảo",            CELL_TEXT, true },
	{ "issuer",  "Cơ quan lấy ý kiến", CELL_TEXT, true },
	{ "until",   "Đến hết ngày",       CELL_DAY,  true },
	{ "state",   "Tình trạng",         CELL_TAG,  false },
	{ "answer",  "Trả lời",            CELL_TEXT, false },
	{ 0 }
};

/* Who looks after it reads how many have answered; a unit, what it said itself. */
static const char *
answer_of(struct req *r, const struct feedback_draft *d)
{
	if (d->kept)
		return tr_with(r->mem, r->lang, "{1} trên {2} đơn vị đã trả lời, {3} ý kiến",
		    number(r, d->answered, 0), number(r, d->asked, 0), number(r, d->comments, 0));
	return d->mine ? tr_with(r->mem, r->lang, "Đã gửi {1} ý kiến", number(r, d->mine, 0), NULL, NULL)
	    : tr(r->lang, d->agreed ? "Đã nhất trí" : "Chưa trả lời");
}

int
feedback_draft_list(struct req *r)
{
	static const char *const states[][2] = {
		{ "", "tất cả" }, { "open", "đang lấy ý kiến" }, { "over", "đã kết thúc" },
	};
	int64_t total;
	struct feedback_draft_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.state = form_get(r->form, "state"), .sort = table_sort(r, columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Lấy ý kiến dự thảo, đang mở xếp trước", columns);

	for (struct feedback_draft *d = feedback_drafts(r->db, r->mem, &ask, &total); d; d = d->next) {
		const char *tag, *word = state_of(r, d, &tag);
		table_row(t, feedback_draft_path(r, d->id, ""));
		table_text(t, d->subject);
		table_text(t, d->issuer_name);
		table_day(t, d->last_day);
		table_tag(t, tag, word);
		table_text(t, answer_of(r, d));
	}
	title(r, tr(r->lang, "Lấy ý kiến dự thảo"));
	crumb(r, tr(r->lang, "Góp ý"), "/feedback");
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		form_option(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), ask.state);
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "feedback_drafts", t, total, *ask.state
	    ? "Không có dự thảo nào như vậy. Chọn “tất cả” rồi lọc lại."
	    : may(r, "feedback.review")
	    ? "Chưa lấy ý kiến về dự thảo nào. Mở dự thảo kế hoạch rồi bấm “Lấy ý kiến về dự thảo”."
	    : "Chưa có dự thảo nào xin ý kiến đơn vị bạn. Khi có, dự thảo hiện ở đây và ở Việc của tôi.");
}

void
feedback_draft_check_day(struct req *r, const char *day)
{
	if (!text_is_day(day) || form_fault(r->form, "due_date"))
		return;
	if (strcmp(day, r->today) < 0)
		form_wrong(r->form, "due_date", "Ngày đã qua: chọn từ hôm nay trở đi");
	else if (text_days(r->today, day) > DAYS_MOST)
		form_wrong(r->form, "due_date", "Xa quá 120 ngày: chọn ngày gần hơn, sau này lùi hạn được");
}

/* ---- its page ---- */

struct feedback_draft *
feedback_draft_seen(struct req *r, struct feedback_draft_unit **mine, bool *kept)
{
	struct feedback_draft *d = feedback_draft_get(r->db, r->mem, r->id, r->today);

	if (!d)
		return NULL;
	*mine = feedback_draft_mine(r->db, r->mem, d->id, r->who.id, r->today);
	*kept = feedback_is_inside(r, d->issuer, true);
	return *mine || *kept ? d : NULL;
}

/* One box for each of his units: what it has said, and the one click. */
static void
show_unit(struct req *r, const struct feedback_draft *d, const struct feedback_draft_unit *u)
{
	struct view *v = view_add(r->view, "MINE");
	const char *units = mem_printf(r->mem, "%lld", (long long)u->unit);

	view_text(v, "unit_name", u->name);
	view_text(v, "answer", u->agreed ? tr_with(r->mem, r->lang, "Đã nhất trí lúc {1} ({2})",
	    moment(r, u->agreed), u->agreed_by, NULL) : u->comments
	    ? tr_with(r->mem, r->lang, "Đã gửi {1} ý kiến", number(r, u->comments, 0), NULL, NULL)
	    : tr(r->lang, "Chưa trả lời"));
	if (!d->open)
		return;
	if (u->agreed) {
		struct view *f = view_add(v, "DISAGREE");
		form_open(r, f, feedback_draft_path(r, d->id, "/disagree"));
		view_text(f, "unit", units);
	} else if (!u->comments) {
		struct view *f = view_add(v, "AGREE");
		form_open(r, f, feedback_draft_path(r, d->id, "/agree"));
		view_text(f, "unit", units);
		show_edition(r, f, "", d->edition);
	}
	view_text(view_add(v, "SPEAK"), "add_path", feedback_draft_path(r, d->id, "/add"));
}

/* What his units said, with the answers. */
static void
show_said(struct req *r, const struct feedback_draft *d)
{
	struct feedback *f = feedback_said(r->db, r->mem, d->id, r->who.id, r->today, r->lang);
	struct view *all = f ? view_add(r->view, "SAID") : NULL;

	for (; f; f = f->next) {
		struct view *v = view_add(all, "OPINION");
		const char *tag, *word = feedback_standing(r, f, false, &tag);
		feedback_show_opinion(r, v, f);
		view_text(v, "tag", tag);
		view_text(v, "state_label", word);
		if (f->decided)
			view_text(view_add(v, "ANSWER"), "answer_text", f->answer);
	}
}

/* The draft as it stands now: for units while they are asked. */
static void
show_text(struct req *r, const struct feedback_draft *d)
{
	struct view *text = view_add(r->view, "TEXT");

	for (struct plan_basis *b = plan_bases(r->db, r->mem, d->plan); b; b = b->next)
		view_text(view_add(text, "BASIS"), "text", b->text);
	for (struct plan_clause *c = plan_clauses(r->db, r->mem, d->plan); c; c = c->next) {
		struct view *v = view_add(text, "CLAUSE");
		view_text(v, "anchor", c->anchor);
		view_html(v, "clause_html", (struct html){ c->html });
		view_text(v, "add_path", feedback_draft_path(r, d->id, "/add"));
	}
}

static void
show_keeping(struct req *r, const struct feedback_draft *d)
{
	struct view *v = view_add(r->view, "KEEP"), *f;

	view_text(v, "asked", number(r, d->asked, 0));
	view_text(v, "answered", number(r, d->answered, 0));
	view_text(v, "comments", number(r, d->comments, 0));
	view_text(v, "undecided", number(r, d->undecided, 0));
	view_text(v, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)d->plan));
	view_text(v, "units_path", feedback_draft_path(r, d->id, "/units"));
	view_text(v, "table_path", feedback_draft_path(r, d->id, "/table"));
	if (may_here(r, "feedback.review", d->issuer))
		view_text(view_add(v, "GROUP"), "group_path", feedback_plan_path(r, d->plan, "/group"));
	if (!d->runs || !may_here(r, "plan.write", d->issuer))
		return;
	f = view_add(r->view, "LATER");
	form_open(r, f, feedback_draft_path(r, d->id, "/prolong"));
	if (form_fault(r->form, "due_date") || form_fault(r->form, "reason"))
		view_add(f, "OPEN");
	if (d->open) {
		f = view_add(r->view, "END");
		form_open(r, f, feedback_draft_path(r, d->id, "/close"));
		if (form_fault(r->form, "end_reason"))
			view_add(f, "OPEN");
	}
}

int
feedback_draft_show(struct req *r, int status, const struct feedback_draft *d)
{
	struct feedback_draft_unit *mine = feedback_draft_mine(r->db, r->mem, d->id, r->who.id,
	    r->today);
	const char *tag;

	view_text(r->view, "state_label", state_of(r, d, &tag));
	view_text(r->view, "tag", tag);
	feedback_draft_show_until(r, d);
	if (d->open)
		view_text(r->view, "how_far", how_far(r, d->last_day));
	if (*d->why)
		view_text(view_add(r->view, "WHY"), "why", d->why);
	view_text(r->view, "subject", d->subject);
	view_text(r->view, "issuer", d->issuer_name);
	view_text(r->view, "name", d->name);
	view_date(r->view, "day", d->day);
	view_text(r->view, "ask", d->ask);
	for (const struct feedback_draft_unit *u = mine; u; u = u->next)
		show_unit(r, d, u);
	if (mine)
		show_said(r, d);
	if (mine && d->open)
		show_text(r, d);
	if (feedback_is_inside(r, d->issuer, true))
		show_keeping(r, d);
	form_show(r->form, r->view, r->lang, page_fields, &(struct change_of_window){
	    form_get(r->form, "due_date"), form_get(r->form, "reason"),
	    form_get(r->form, "end_reason") });
	title(r, tr_with(r->mem, r->lang, "Dự thảo: {1}", d->subject, NULL, NULL));
	crumb(r, tr(r->lang, "Góp ý"), "/feedback");
	crumb(r, tr(r->lang, "Lấy ý kiến dự thảo"), "/feedback/draft");
	return show(r, status, "feedback_draft_one");
}

int
feedback_draft_page(struct req *r)
{
	struct feedback_draft_unit *mine;
	bool kept;
	struct feedback_draft *d = feedback_draft_seen(r, &mine, &kept);

	return d ? feedback_draft_show(r, 200, d) : 404;
}

/* ---- it is prolonged, or ended early ---- */

/* Of a draft that he writes, and that is one still; else *status says why not. */
static struct feedback_draft *
changeable(struct req *r, int *status)
{
	struct feedback_draft_unit *mine;
	bool kept;
	struct feedback_draft *d = feedback_draft_seen(r, &mine, &kept);

	*status = 404;
	if (!d || !kept || !may_here(r, "plan.write", d->issuer))
		return NULL;
	*status = 409;
	return d->runs ? d : NULL;
}

/* One whose day is over may be taken up again by it, if no other was opened since. */
int
feedback_draft_put_off(struct req *r)
{
	int status;
	struct feedback_draft *d = changeable(r, &status);
	struct change_of_window x = { "", "", "" };

	if (!d)
		return status;
	struct feedback_draft *last = feedback_draft_last(r->db, r->mem, d->plan, r->today);
	if (!last || last->id != d->id)
		return 409;
	form_read(r->form, r->mem, later_fields, &x);
	feedback_draft_check_day(r, x.due_date);
	if (text_is_day(x.due_date) && strcmp(x.due_date, d->due_date) <= 0)
		form_wrong_at(r->form, "due_date", tr(r->lang, "Hạn mới"), tr_with(r->mem, r->lang,
		    "Hạn đang là {1}: chọn ngày sau đó", text_of_day(r->mem, d->due_date), NULL, NULL));
	if (form_faults(r->form))
		return feedback_draft_show(r, 422, d);
	if (!feedback_draft_prolong(r->db, d->id, x.due_date, x.reason))
		return 409;
	changed(r, "due_date", d->due_date, x.due_date);
	changed(r, "reason", "", x.reason);
	audit(r, "feedback_draft.prolong", d->id);
	said_with(r, "Đã lùi hạn lấy ý kiến đến hết ngày {1}",
	    text_of_day(r->mem, due_last(r, x.due_date)), NULL);
	return go(r, feedback_draft_path(r, d->id, ""));
}

int
feedback_draft_end(struct req *r)
{
	int status;
	struct feedback_draft *d = changeable(r, &status);
	struct change_of_window x = { "", "", "" };

	if (!d)
		return status;
	if (!d->open)
		return 409;
	if (!form_read(r->form, r->mem, end_fields, &x))
		return feedback_draft_show(r, 422, d);
	if (!feedback_draft_close(r->db, d->id, r->now, x.end_reason))
		return 409;
	changed(r, "reason", "", x.end_reason);
	audit(r, "feedback_draft.close", d->id);
	said(r, "Đã kết thúc việc lấy ý kiến");
	return go(r, feedback_draft_path(r, d->id, ""));
}
