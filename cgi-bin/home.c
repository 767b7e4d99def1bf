/*
 * home.c - the front page, the language, and whether all is well.
 *
 *	GET /		plans in force; signed in: what waits for me
 *	GET /lang	?to=en&then=/plan: the language, kept by a cookie
 *	GET /health	200 with a short JSON while all is sound, else 503 and one that
 *			says what is not
 *
 * secret.db is not this program's to open: `maintain`, which reads all files, notes in
 * `upkeep` that it could.
 */

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/reply.h"
#include "db/home.h"

enum { STALE = 60 };	/* seconds after which `maintain` is taken for dead */

static int
front(struct req *r)
{
	struct in_force *plans = home_plans(r->db, r->mem, 10);

	for (struct in_force *p = plans; p; p = p->next) {
		struct view *v = view_add(r->view, "PLAN");
		view_text(v, "path", mem_printf(r->mem, "/plan/%lld", (long long)p->id));
		view_text(v, "subject", p->subject);
		view_text(v, "number", *p->number ? p->number : tr(r->lang, "chưa có số"));
		view_date(v, "date", p->date);
		view_text(v, "issuer", p->issuer);
	}
	if (!plans)
		view_add(r->view, "NO_PLAN");
	title(r, tr(r->lang, "Phong trào thi đua đang thực hiện"));
	return show(r, 200, "home_public");
}

static const char *
path_of(struct req *r, const struct task *t)
{
	long long id = t->id, unit = t->unit;

	switch (t->kind) {
	case TASK_RECEIVE:
	case TASK_PLAN:
		return mem_printf(r->mem, "/plan/%lld", id);
	case TASK_SIGNUP:
		return mem_printf(r->mem, "/signup/plan/%lld/unit/%lld", id, unit);
	case TASK_REVIEW:
		return mem_printf(r->mem, "/report/%lld/review", id);
	default:
		return id ? mem_printf(r->mem, "/report/%lld", id)
		    : mem_printf(r->mem, "/report/period/%lld/unit/%lld", (long long)t->period, unit);
	}
}

static const char *
what_of(struct req *r, const struct task *t)
{
	static const char *const what[] = {
		[TASK_RECEIVE] = "Ký nhận kế hoạch {1}",
		[TASK_SIGNUP]  = "Đăng ký tham gia {1}",
		[TASK_REPORT]  = "{1}",
		[TASK_PLAN]    = "Kế hoạch {1}",
		[TASK_SEND]    = "Gửi: {1}",
		[TASK_REVIEW]  = "Tiếp nhận: {1}",
	};

	return tr_with(r->mem, r->lang, what[t->kind], t->name, NULL, NULL);
}

static const char *
button_of(struct req *r, const struct task *t)
{
	static const char *const button[] = {
		[TASK_RECEIVE] = "Mở và ký nhận", [TASK_SIGNUP] = "Đăng ký chỉ tiêu",
		[TASK_REPORT] = "Nhập báo cáo", [TASK_PLAN] = "Mở kế hoạch",
		[TASK_SEND] = "Xem và gửi", [TASK_REVIEW] = "Xem và tiếp nhận",
	};

	return tr(r->lang, t->kind == TASK_REPORT && *t->reason ? "Sửa và gửi lại"
	    : t->kind == TASK_REPORT && t->id ? "Nhập tiếp" : button[t->kind]);
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
		view_add(v, "NO_DUE");
	}
	view_text(v, "path", path_of(r, t));
	view_text(v, "what", what_of(r, t));
	view_text(v, "unit_name", t->unit_name);
	view_text(v, "button", button_of(r, t));
	if (late)
		view_add(v, "LATE");
	if (*t->state) {
		struct view *state = view_add(v, "STATE");
		view_text(state, "state", t->state);
		view_text(state, "tag", t->tag);
	}
	if (*t->reason) {
		struct view *why = view_add(v, "RETURNED");
		view_text(why, "reason", t->reason);
		view_text(why, "by", t->by);
		view_text(why, "at", moment(r, t->at));
	}
}

static int
work(struct req *r)
{
	struct task *t = home_tasks(r->db, r->mem, r->who.id, r->today, r->lang);
	struct view *urgent = NULL, *later = NULL;
	int n = 0;

	if (!t)
		view_add(r->view, "NOTHING");
	for (; t; t = t->next) {
		bool late = *t->reason || (*t->due && strcmp(t->due, r->today) < 0);
		struct view **list = late ? &urgent : &later;
		n += late;
		if (!*list)
			*list = view_add(r->view, late ? "URGENT" : "LATER");
		show_task(r, *list, t);
	}
	if (urgent)
		view_int(urgent, "n", n);
	view_text(r->view, "as_of", moment(r, r->now));
	title(r, tr(r->lang, "Việc của tôi"));
	return show(r, 200, "home_work");
}

static int
home(struct req *r)
{
	return r->who.id ? work(r) : front(r);
}

static int
lang(struct req *r)
{
	const char *then = form_get(r->form, "then");

	r->set_cookie = mem_printf(r->mem, "lang=%s; Path=/; Max-Age=31536000; SameSite=Lax%s",
	    !strcmp(form_get(r->form, "to"), "en") ? "en" : "vi", r->https ? "; Secure" : "");
	return go(r, local_path(then) ? then : "/");
}

static int
health(struct req *r)
{
	int64_t last = home_upkeep(r->db, "maintain");
	const char *status = r->now - last >= STALE ? "maintenance is not running"
	    : r->now - home_upkeep(r->db, "secret") >= STALE ? "secret.db cannot be read"
	    : r->now - home_upkeep(r->db, "files") >= STALE ? "files.db cannot be read" : "ok";
	struct json *j = json_new(r);

	json_text(j, "status", status);
	json_int(j, "maintained", last);
	json_show(r, j);
	return !strcmp(status, "ok") ? 200 : 503;
}

const struct page page = {
	.name = "home",
	.prefix = "/",
	.grants = (const struct grant[]){
		SIGNED_IN,
		{ "upkeep", READ }, { "plan", READ }, { "signup", READ }, { "report", READ }, { "holiday", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET, "/",       ANYONE, home, 0 },
		{ GET, "/lang",   ANYONE, lang, 0 },
		{ GET, "/health", ANYONE, health, PROBE },
		{ 0 }
	},
};
