/* home_aside.c - what stands beside a person's work. */

#include "cgi-bin/lib/home_page.h"

enum { NEWS = 8 };

static void
fact(struct req *r, struct view *box, const char *name_vi, const char *value, const char *path)
{
	struct view *v = view_add(box, "FACT");
	struct view *in = view_add(v, *path ? "LINK" : "WORD");

	view_text(v, "name", tr(r->lang, name_vi));
	view_text(in, "value", value);
	if (*path)
		view_text(in, "path", path);
}

static struct view *
box(struct view *aside, const char *heading)
{
	struct view *v = view_add(aside, "BOX");

	view_text(v, "heading", heading);
	return v;
}

static const char *
day_of(struct req *r, int64_t at)
{
	const char *s = moment(r, at), *comma = strchr(s, ',');

	return comma ? comma + 2 : s;
}

static void
show_unit(struct req *r, struct view *aside, const struct home_unit *u)
{
	struct view *v = box(aside, tr_with(r->mem, r->lang, "{1} năm {2}", u->name,
	    mem_printf(r->mem, "%.4s", r->today), NULL));

	fact(r, v, "Báo cáo gửi lần đầu đúng hạn", u->duties ? tr_with(r->mem, r->lang, "{1} trên {2} kỳ",
	    number(r, u->on_time, 0), number(r, u->duties, 0), NULL)
	    : tr(r->lang, "chưa có kỳ nào đến hạn"), "/report");
	fact(r, v, "Phong trào đã đăng ký tham gia", u->joined ? tr_with(r->mem, r->lang,
	    "{1} phong trào", number(r, u->joined, 0), NULL, NULL) : tr(r->lang, "chưa đăng ký"),
	    "/signup");
	fact(r, v, "Góp ý chờ trả lời", u->opinions ? tr_with(r->mem, r->lang,
	    "{1} góp ý, gần nhất {2}", number(r, u->opinions, 0), day_of(r, u->opinion_at), NULL)
	    : tr(r->lang, "không có"), may(r, "feedback.write") ? "/feedback" : "");
	fact(r, v, "Lãnh đạo gửi báo cáo", *u->signers ? u->signers
	    : tr(r->lang, "chưa ai được giao, đề nghị người quản trị giao vai trò"), "");
	if (u->passed)		/* no task of the one who wrote it, who still asks where it is */
		fact(r, v, "Chờ lãnh đạo gửi", tr_with(r->mem, r->lang, "{1} báo cáo",
		    number(r, u->passed, 0), NULL, NULL), "/report");
	/* Who follows sign-ups has it in the navigation. */
	if (may(r, "report.follow") && !may(r, "signup.follow"))
		fact(r, v, "Số liệu của đơn vị qua các kỳ", tr(r->lang, "mở bảng theo dõi"), "/board");
}

/* The number last given, so that the next is known. */
static void
show_book(struct req *r, struct view *aside)
{
	struct book b = home_book(r->db, r->mem, r->who.id, r->today);
	struct view *v = box(aside, tr_with(r->mem, r->lang, "Sổ văn bản năm {1}",
	    mem_printf(r->mem, "%.4s", r->today), NULL, NULL));

	if (may(r, "plan.issue")) {
		fact(r, v, "Kế hoạch đã ban hành", number(r, b.plans, 0), "/plan");
		fact(r, v, "Số kế hoạch gần nhất", *b.plan ? home_numbered(r, b.plan, b.plan_day)
		    : tr(r->lang, "chưa có"), "");
	}
	if (may(r, "award.record")) {
		fact(r, v, "Quyết định khen thưởng", number(r, b.decisions, 0), "/award");
		fact(r, v, "Số quyết định gần nhất", *b.decision
		    ? home_numbered(r, b.decision, b.decision_day) : tr(r->lang, "chưa có"), "");
	}
}

static void
show_staff(struct req *r, struct view *aside)
{
	struct staff s = home_staff(r->db, r->who.id, r->today);
	struct view *v = box(aside, tr(r->lang, "Người dùng và đơn vị"));

	fact(r, v, "Người dùng đang được giao vai trò", number(r, s.people, 0), "/account/people");
	fact(r, v, "Chưa đăng nhập lần nào", number(r, s.never, 0), "");
	fact(r, v, "Vai trò kết thúc trong 30 ngày tới", number(r, s.ending, 0), "");
	fact(r, v, "Xã và cơ quan chưa có người gửi báo cáo", mem_printf(r->mem, "%s/%s",
	    number(r, s.unstaffed, 0), number(r, s.units, 0)), "/unit");
}

static void
show_seal(struct req *r, struct view *aside)
{
	struct view *v = box(aside, tr(r->lang, "Nhật ký"));
	int64_t line, at;

	if (home_seal(r->db, &line, &at)) {
		fact(r, v, "Niêm phong gần nhất", moment(r, at), "/account/trail");
		fact(r, v, "Đã niêm phong đến dòng", number(r, line, 0), "");
	} else {
		fact(r, v, "Niêm phong gần nhất", tr(r->lang, "chưa có"), "/account/trail");
	}
	fact(r, v, "Ai đã tải tệp về", tr(r->lang, "xem danh sách"), "/account/export");
}

static const char *
news_text(struct req *r, const struct news *n)
{
	static const char *const said[] = {
		[NEWS_ANSWER]   = "Trả lời góp ý về {1}",
		[NEWS_AWARD]    = "Danh sách khen thưởng: {1}",
		[NEWS_PLAN]     = "Kế hoạch mới: {1}",
		[NEWS_RESULT]   = "Công bố kết quả {1}",
		[NEWS_ACCEPTED] = "Đã tiếp nhận {1}",
		[NEWS_REWARDED] = "Đề nghị khen thưởng: {1}",
	};

	return tr_with(r->mem, r->lang, said[n->kind], n->name, NULL, NULL);
}

static const char *
news_path(struct req *r, const struct news *n)
{
	static const char *const base[] = {
		[NEWS_ANSWER] = "/feedback", [NEWS_AWARD] = "/award", [NEWS_PLAN] = "/plan",
		[NEWS_RESULT] = "/evaluation/round", [NEWS_ACCEPTED] = "/report",
		[NEWS_REWARDED] = "/award/nomination",
	};

	return mem_printf(r->mem, "%s/%lld%s", base[n->kind], (long long)n->id,
	    n->kind == NEWS_RESULT ? "/results" : n->kind == NEWS_ACCEPTED ? "/receipt" : "");
}

void
home_aside(struct req *r, const struct home_unit *u)
{
	struct view *aside = view_include(r->view, "ASIDE", "home_aside");
	struct news *n = home_news(r->db, r->mem, r->who.id, r->today, r->lang, r->now, NEWS);

	for (; u; u = u->next)
		show_unit(r, aside, u);
	/* A leader who numbers his own unit's plans keeps no book. */
	if (may(r, "award.record"))
		show_book(r, aside);
	if (may(r, "account.manage"))
		show_staff(r, aside);
	if (may(r, "audit.read"))
		show_seal(r, aside);
	if (!n)
		view_add(aside, "NO_NEWS");
	for (; n; n = n->next) {
		struct view *v = view_add(aside, "NEWS");
		view_text(v, "path", news_path(r, n));
		view_text(v, "what", news_text(r, n));
		view_text(v, "detail", mem_printf(r->mem, "%s%s%s", n->detail,
		    *n->detail ? ", " : "", day_of(r, n->at)));
	}
}
