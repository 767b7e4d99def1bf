/* home_work.c - what waits for me, by when; and what binds my unit. */

#include "cgi-bin/lib/home_page.h"
#include "db/unit_bound.h"

enum { DAY_SECONDS = 86400 };

/*
 * How a task is said, and where it is done: of one "/base/id tail", of many `many` and
 * `all`.  code: of that state alone, "" of the rest.
 */
static const struct words {
	enum task_kind kind;
	const char *code, *one, *many, *button, *base, *tail, *all;
} words[] = {
	{ TASK_RECEIVE, "", "Ký nhận kế hoạch {1}", "", "Mở và ký nhận", "/plan", "", "" },
	{ TASK_DATE, "", "Mốc của kế hoạch. {1}", "", "Mở các mốc", "/plan", "/date", "" },
	{ TASK_OWN_PLAN, "", "Ban hành kế hoạch của đơn vị, thực hiện {1}", "", "Soạn kế hoạch", "/plan", "", "" },
	{ TASK_SIGNUP, "", "Đăng ký tham gia {1}", "", "Đăng ký chỉ tiêu", "/signup/plan", "", "" },
	{ TASK_REPORT, "", "{1}", "", "Nhập báo cáo", "/report", "", "" },
	{ TASK_PLAN, "submitted", "Duyệt kế hoạch {1}", "", "Xem và duyệt", "/plan", "", "" },
	{ TASK_PLAN, "approved", "Cấp số, ban hành kế hoạch {1}", "", "Cấp số", "/plan", "/issue", "" },
	{ TASK_PLAN, "", "Kế hoạch {1}", "", "Mở kế hoạch", "/plan", "", "" },
	{ TASK_SEND, "", "Gửi: {1}", "", "Xem và gửi", "/report", "/check", "" },
	{ TASK_REVIEW, "", "Tiếp nhận: {1}", "Tiếp nhận {2} báo cáo: {1}", "Xem và tiếp nhận",
	    "/report", "/review", "/report#report" },
	{ TASK_SCORE, "subject", "Phiếu chấm: {1}", "Chấm tiếp {2} phiếu của hộ, cá nhân, thôn: {1}",
	    "Chấm tiếp", "/evaluation", "", "/evaluation" },
	{ TASK_SCORE, "", "Tự chấm điểm: {1}", "", "Bắt đầu chấm", "/evaluation", "", "/evaluation" },
	{ TASK_SCORE_SEND, "", "Gửi phiếu chấm: {1}", "Gửi {2} phiếu chấm: {1}", "Xem và gửi",
	    "/evaluation", "/check", "/evaluation" },
	{ TASK_SCORE_REVIEW, "", "Thẩm định phiếu chấm: {1}", "Thẩm định {2} phiếu chấm: {1}",
	    "Xem và thẩm định", "/evaluation", "/review", "" },
	{ TASK_ROUND, "draft", "Lập xong và mở đợt đánh giá {1}", "", "Mở đợt đánh giá",
	    "/evaluation/round", "", "" },
	{ TASK_ROUND, "open", "Hết hạn gửi, thôi nhận phiếu: {1}", "", "Xem và khóa",
	    "/evaluation/round", "", "" },
	{ TASK_ROUND, "", "Công bố kết quả {1}", "", "Xem và công bố", "/evaluation/round",
	    "/publish", "" },
	{ TASK_NOMINATE, "", "Soạn đề nghị khen thưởng: {1}", "Soạn {2} đề nghị khen thưởng",
	    "Soạn tiếp", "/award/nomination", "", "/award/nomination?state=draft" },
	{ TASK_NOMINATE_SEND, "draft", "Gửi đề nghị khen thưởng: {1}", "Gửi {2} đề nghị khen thưởng",
	    "Xem và gửi", "/award/nomination", "", "/award/nomination?state=draft" },
	{ TASK_NOMINATE_SEND, "", "Gửi đề nghị khen thưởng: {1}", "Gửi {2} đề nghị khen thưởng",
	    "Xem và gửi", "/award/nomination", "", "/award/nomination?state=signing" },
	{ TASK_APPRAISE, "submitted", "Tiếp nhận hồ sơ khen thưởng: {1}",
	    "Tiếp nhận {2} hồ sơ khen thưởng", "Mở hồ sơ", "/award/nomination", "",
	    "/award/nomination?state=submitted" },
	{ TASK_APPRAISE, "council", "Ghi ý kiến Hội đồng: {1}", "Ghi ý kiến Hội đồng về {2} hồ sơ",
	    "Mở hồ sơ", "/award/nomination", "", "/award/nomination?state=council" },
	{ TASK_APPRAISE, "", "Thẩm định hồ sơ khen thưởng: {1}", "Thẩm định {2} hồ sơ khen thưởng",
	    "Mở hồ sơ", "/award/nomination", "", "/award/nomination?state=received" },
	{ TASK_DECISION, "submitted", "Ký quyết định: {1}", "", "Xem và ký", "/award", "", "" },
	{ TASK_DECISION, "approved", "Cấp số quyết định: {1}", "", "Cấp số", "/award", "/issue", "" },
	{ TASK_DECISION, "", "Dự thảo quyết định: {1}", "", "Mở dự thảo", "/award", "", "" },
	{ TASK_GROUP, "", "Tổng hợp góp ý: {1}", "Tổng hợp {2} góp ý: {1}", "Xem và gộp nhóm",
	    "/feedback/plan", "/group", "" },
	{ TASK_TOPIC, "submitted", "Quyết định về góp ý: {1}", "", "Xem và quyết định",
	    "/feedback/topic", "", "" },
	{ TASK_COMMENT, "", "Cho ý kiến về dự thảo: {1}", "", "Đọc và trả lời", "/feedback/draft", "", "" },
	{ TASK_DO, "given", "Nhận nhiệm vụ: {1}", "", "Mở và nhận", "/task/unit", "", "" },
	{ TASK_DO, "", "Nhiệm vụ: {1}", "", "Làm tiếp", "/task/unit", "", "" },
	{ TASK_DO_SEND, "", "Gửi kết quả nhiệm vụ: {1}", "", "Xem và gửi", "/task/unit", "", "" },
	{ TASK_DO_ACCEPT, "", "Tiếp nhận kết quả nhiệm vụ: {1}",
	    "Tiếp nhận {2} kết quả nhiệm vụ: {1}", "Xem và tiếp nhận", "/task/unit", "", "" },
	{ TASK_DOCUMENT, "returned", "Sửa, trình lại: {1}", "", "Soạn tiếp", "/document", "", "" },
	{ TASK_DOCUMENT, "", "Soạn: {1}", "Soạn {2} kiến nghị, kết luận", "Soạn tiếp", "/document",
	    "", "/document?state=draft" },
	{ TASK_DOCUMENT_SEND, "", "Gửi: {1}", "", "Xem và gửi", "/document", "", "" },
	{ TASK_ANSWER, "", "Trả lời: {1}", "", "Soạn trả lời", "/document/answer", "", "" },
	{ TASK_ANSWER_SEND, "", "Gửi trả lời: {1}", "", "Xem và gửi", "/document/answer", "", "" },
	{ TASK_ANSWER_ACCEPT, "", "Tiếp nhận trả lời: {1}", "Tiếp nhận {2} trả lời: {1}",
	    "Xem và tiếp nhận", "/document/answer", "", "" },
	{ TASK_TOPIC, "", "Soạn trả lời góp ý: {1}", "", "Soạn trả lời", "/feedback/topic", "", "" },
};

static const struct words *
words_of(const struct task *t)
{
	const struct words *w = words;

	while (w->kind != t->kind || (*w->code && strcmp(w->code, t->code)))
		w++;
	return w;
}

static const char *
path_of(struct req *r, const struct task *t)
{
	const struct words *w = words_of(t);
	long long id = t->id, of = t->period, unit = t->unit;

	if (t->kind == TASK_OWN_PLAN && !id)
		return may_here(r, "plan.write", t->unit)
		    ? mem_printf(r->mem, "/plan/add?parent=%lld&unit=%lld", of, unit)
		    : mem_printf(r->mem, "/plan/%lld", of);
	if (t->kind == TASK_SIGNUP)
		return mem_printf(r->mem, "/signup/plan/%lld/unit/%lld", id, unit);
	if (t->kind == TASK_REPORT && !id)
		return mem_printf(r->mem, "/report/period/%lld/unit/%lld", of, unit);
	if (t->kind == TASK_SCORE && !id)
		return mem_printf(r->mem, "/evaluation/round/%lld/unit/%lld", of, unit);
	if (t->kind == TASK_SCORE_REVIEW && t->count > 1)
		return mem_printf(r->mem, "/evaluation/round/%lld/units?state=sent", of);
	if (t->kind == TASK_DO_ACCEPT && t->count > 1)
		return mem_printf(r->mem, "/task/%lld", of);
	if (t->kind == TASK_ANSWER_ACCEPT && t->count > 1)
		return mem_printf(r->mem, "/document/%lld", of);
	return t->count > 1 && *w->all ? w->all
	    : mem_printf(r->mem, "%s/%lld%s", w->base, id, w->tail);
}

static const char *
what_of(struct req *r, const struct task *t)
{
	const struct words *w = words_of(t);

	return tr_with(r->mem, r->lang, t->count > 1 && *w->many ? w->many : w->one, t->name,
	    number(r, t->count, 0), NULL);
}

static const char *
button_of(struct req *r, const struct task *t)
{
	bool writes = t->kind == TASK_REPORT || t->kind == TASK_SCORE || t->kind == TASK_NOMINATE
	    || t->kind == TASK_SIGNUP || t->kind == TASK_DO || t->kind == TASK_DOCUMENT
	    || t->kind == TASK_ANSWER;

	return tr(r->lang, t->kind == TASK_OWN_PLAN && !may_here(r, "plan.write", t->unit) ? "Mở kế hoạch"
	    : t->kind == TASK_OWN_PLAN && t->id ? "Soạn tiếp"
	    : writes && *t->reason ? "Sửa và gửi lại"
	    : t->kind == TASK_REPORT && t->id ? "Nhập tiếp"
	    : t->kind == TASK_SCORE && t->id ? "Chấm tiếp" : words_of(t)->button);
}

static const char *
waited(struct req *r, const struct task *t)
{
	int64_t days = (r->now - t->at) / DAY_SECONDS;

	return !t->at ? tr(r->lang, "không có hạn") : days < 1 ? tr(r->lang, "chờ từ hôm nay")
	    : tr_with(r->mem, r->lang, t->count > 1 ? "lâu nhất chờ {1} ngày" : "đã chờ {1} ngày",
	    number(r, days, 0), NULL, NULL);
}

static void
show_task(struct req *r, struct view *list, const struct task *t)
{
	struct view *v = view_add(list, "TASK");
	bool late = *t->due && strcmp(t->due, r->today) < 0;

	if (*t->due) {
		struct view *due = view_add(v, "DUE");
		view_text(due, "late", late ? "is-late" : "");
		view_date(due, "due", t->due);
		view_text(due, "how_far", how_far(r, t->due));
	} else {
		view_text(view_add(v, "NO_DUE"), "waited", waited(r, t));
	}
	view_text(v, "path", path_of(r, t));
	view_text(v, "what", what_of(r, t));
	view_text(v, "button", button_of(r, t));
	/* Of many no one unit is meant. */
	if (t->count < 2)
		view_text(v, "unit_name", t->unit_name);
	if (late)
		view_add(v, "LATE");
	if (*t->state) {
		struct view *state = view_add(v, "STATE");
		view_text(state, "state", t->state);
		view_text(state, "tag", t->tag);
	} else if (!late && (t->kind == TASK_REPORT || t->kind == TASK_SIGNUP
	    || t->kind == TASK_SCORE || (t->kind == TASK_OWN_PLAN && !t->id))) {
		struct view *state = view_add(v, "STATE");
		view_text(state, "state", tr(r->lang, "Chưa bắt đầu"));
		view_text(state, "tag", "none");
	}
	if (*t->reason) {
		struct view *why = view_add(v, "RETURNED");
		view_text(why, "reason", t->reason);
		view_text(why, "by", t->by);
		view_text(why, "at", moment(r, t->at));
	}
}

/* One section for each "when", in their order. */
static void
show_tasks(struct req *r, const struct task *t)
{
	static const struct {
		const char *anchor, *heading;
	} parts[] = {
		[TASK_NOW]   = { "urgent", "Quá hạn và bị trả lại" },
		[TASK_SOON]  = { "week",   "Trong 7 ngày tới" },
		[TASK_WAITS] = { "waits",  "Đang chờ bạn" },
		[TASK_LATER] = { "then",   "Sau đó" },
	};

	while (t) {
		enum task_when when = t->when;
		struct view *list = view_add(r->view, "TASKS");
		int64_t n = 0;
		for (; t && t->when == when; t = t->next, n++)
			show_task(r, list, t);
		view_text(list, "anchor", parts[when].anchor);
		view_text(list, "heading", tr(r->lang, parts[when].heading));
		view_text(list, "n", number(r, n, 0));
	}
}

/* Why nothing waits, and the one next step of this person. */
static void
show_nothing(struct req *r)
{
	struct view *v = view_add(r->view, "NOTHING");
	struct coming next;

	if (!abilities_of(r->db, r->mem, r->who.id, r->today)) {
		struct view *bare = view_add(v, "NO_ROLE");
		if (*r->support)
			view_text(view_add(bare, "CALL"), "phone", r->support);
	} else if (home_coming(r->db, r->mem, r->who.id, r->today, &next)) {
		struct view *soon = view_add(v, "COMING");
		view_text(soon, "what", next.name);
		view_text(soon, "unit_name", next.unit_name);
		view_date(soon, "opens", next.opens);
		view_date(soon, "due", next.due);
	} else if (may(r, "signup.follow")) {
		view_add(v, "FOLLOWS");
	} else if (may(r, "award.record")) {
		view_add(v, "NUMBERS");
	} else if (may(r, "account.manage")) {
		view_add(v, "MANAGES");
	} else {
		view_add(v, "WAIT");
	}
}

static void
show_plan(struct req *r, struct view *list, const struct unit_plan *p, int64_t unit)
{
	struct view *v = view_add(list, "PLAN");

	view_text(v, "path", mem_printf(r->mem, "/plan/%lld", (long long)p->id));
	view_text(v, "subject", p->subject);
	view_text(v, "numbered", home_numbered(r, p->number, p->date));
	view_text(v, "issuer", p->issuer_name);
	if (!may_here(r, "signup.write", unit))
		return;
	struct view *s = view_add(v, "STATE");
	view_text(s, "state", p->signup_id ? p->signup : tr(r->lang, "Chưa đăng ký"));
	view_text(s, "tag", p->signup_id ? p->signup_tag : "none");
}

/* Plans that the unit must carry out, by the level that launched them. */
static void
show_bound(struct req *r, const struct home_unit *u)
{
	struct unit_plan *p = unit_plans(r->db, r->mem, u->unit, r->today, r->lang);
	struct view *v = view_add(r->view, "BOUND"), *level = NULL;
	const char *label = "";

	view_text(v, "anchor", mem_printf(r->mem, "bound-%lld", (long long)u->unit));
	view_text(v, "unit_name", u->name);
	if (!p)
		view_add(v, "NO_PLAN");
	for (; p; p = p->next) {
		if (!level || strcmp(label, p->level_label)) {
			level = view_add(v, "LEVEL");
			view_text(level, "level", label = p->level_label);
		}
		show_plan(r, level, p, u->unit);
	}
}

/* The period to look at, for those who follow others. */
static void
show_followed(struct req *r)
{
	struct board_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang };
	struct board_period *p = may(r, "report.follow")
	    ? board_first(board_periods(r->db, r->mem, &ask), r->today) : NULL;

	if (!p)
		return;
	struct view *v = view_add(r->view, "FOLLOWED");
	view_text(v, "form", p->form);
	view_text(v, "period", p->name);
	view_text(v, "path", mem_printf(r->mem, "/board?period=%lld", (long long)p->period));
	home_stats(r, v, p, home_signup(r, p->plan));
}

int
home_work(struct req *r)
{
	struct task *t = home_tasks(r->db, r->mem, r->who.id, r->today, r->lang);
	struct home_unit *units = home_units(r->db, r->mem, r->who.id, r->today);

	if (!t)
		show_nothing(r);
	show_tasks(r, t);
	if (may(r, "signup.follow"))
		show_followed(r);
	home_duty(r);
	for (const struct home_unit *u = units; u; u = u->next)
		show_bound(r, u);
	home_aside(r, units);
	view_text(r->view, "as_of", moment(r, r->now));
	title(r, tr(r->lang, "Việc của tôi"));
	return show(r, 200, "home_work");
}
