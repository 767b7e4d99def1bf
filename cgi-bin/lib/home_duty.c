/* home_duty.c - standing duties that are no tasks: of the administrator, the clerk, and
 * those who look on while others decide (the council). */

#include "cgi-bin/lib/home_page.h"

#include "db/evaluation.h"
#include "db/nomination.h"
#include "db/unit_group.h"

enum { CONCERNS = 20, SENT = 10, ROUNDS = 6 };

static void
link(struct req *r, struct view *v, const char *path, const char *what_vi, const char *why_vi)
{
	struct view *l = view_add(v, "LINK");

	view_text(l, "path", path);
	view_text(l, "what", tr(r->lang, what_vi));
	view_text(l, "detail", tr(r->lang, why_vi));
}

static void
show_concern(struct req *r, struct view *list, const struct concern *c)
{
	struct view *v = view_add(list, "CONCERN");

	view_text(v, "what", c->name);
	if (c->account) {
		view_text(v, "path", mem_printf(r->mem, "/account/people/%lld",
		    (long long)c->account));
		view_text(v, "detail", tr_with(r->mem, r->lang, "{1}, {2}: vai trò kết thúc ngày {3}",
		    c->role, c->unit_name, text_of_day(r->mem, c->day)));
	} else {
		view_text(v, "path", mem_printf(r->mem, "/unit/%lld", (long long)c->unit));
		view_text(v, "detail", tr(r->lang,
		    "Chưa ai được giao gửi báo cáo của đơn vị này."));
	}
}

static void
show_manages(struct req *r)
{
	struct concern *c = home_concerns(r->db, r->mem, r->who.id, r->today, r->lang, CONCERNS);
	struct view *v = view_add(r->view, "MANAGED");

	if (!c)
		view_add(v, "NO_CONCERN");
	for (; c; c = c->next)
		show_concern(r, v, c);
	link(r, v, "/account/people", "Người dùng, vai trò",
	    "Thêm người, giao và kết thúc vai trò, cấp mật khẩu tạm.");
	if (may(r, "unit.change")) {
		link(r, v, "/unit", "Cây đơn vị", "Sửa, chuyển, sáp nhập, chia đơn vị từ một ngày.");
		link(r, v, "/unit/import", "Nhập đơn vị từ bảng tính",
		    "Chạy thử trước, đúng hết mới ghi.");
		link(r, v, "/unit/group", "Cụm, khối thi đua", "Lập cụm, khối, đổi thành viên.");
	}
	if (may(r, "holiday.change"))
		link(r, v, "/report/holiday", "Ngày nghỉ, ngày làm bù",
		    "Thêm theo thông báo từng năm: hạn rơi vào ngày nghỉ thì lùi.");
}

static void
show_sent(struct req *r)
{
	struct board_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang };
	struct board_delivery *d = board_deliveries(r->db, r->mem, &ask);
	struct view *v = d ? view_add(r->view, "SENT_OUT") : NULL;

	for (int n = 0; d && n < SENT; d = d->next, n++) {
		struct view *one = view_add(v, "SENT");
		view_text(one, "path", mem_printf(r->mem, "/plan/%lld/delivery", (long long)d->plan));
		view_text(one, "what", d->subject);
		view_text(one, "detail", tr_with(r->mem, r->lang,
		    "{1}: gửi {2} đơn vị, {3}", *d->number ? d->number : tr(r->lang, "chưa có số"),
		    number(r, d->sent, 0), tr_with(r->mem, r->lang, "{1} đã mở, {2} đã ký nhận",
		    number(r, d->opened, 0), number(r, d->acknowledged, 0), NULL)));
	}
}

static void
show_dossiers(struct req *r, struct view *list, const char *state, const char *what_vi,
    const char *why_vi)
{
	struct nomination_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .words = "", .state = state, .limit = 1 };
	int64_t n = 0;

	nomination_list(r->db, r->mem, &ask, &n);
	struct view *v = view_add(list, "ONE");
	view_text(v, "path", mem_printf(r->mem, "/award/nomination?state=%s", state));
	view_text(v, "what", tr_with(r->mem, r->lang, what_vi, number(r, n, 0), NULL, NULL));
	view_text(v, "detail", tr(r->lang, why_vi));
}

/* The clusters and blocs for which he sits; while no seat of his is put down, those that a
 * council of his drew, or to which a unit of his belongs. */
static void
show_groups(struct req *r, struct view *list)
{
	struct mandate *all = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang);
	struct unit_seat *seats = unit_seats_of(r->db, r->mem, r->who.id, r->today), *seat;

	for (seat = seats; seat; seat = seat->next) {
		struct unit_group *g = unit_group_get(r->db, r->mem, seat->group, r->today);
		struct view *v = view_add(list, "ONE");
		view_text(v, "path", mem_printf(r->mem, "/unit/group/%lld", (long long)g->id));
		view_text(v, "what", tr_with(r->mem, r->lang, "Bạn phụ trách {1}", g->name, NULL, NULL));
		view_text(v, "detail", tr_with(r->mem, r->lang, "{1} đơn vị, theo {2}, từ ngày {3}",
		    number(r, g->members, 0), seat->document, text_of_day(r->mem, seat->valid_from)));
	}
	for (struct unit_group *g = seats ? NULL : unit_groups(r->db, r->mem, r->today); g; g = g->next) {
		bool his = false;
		for (struct mandate *m = all; m && !his; m = m->next) {
			struct unit_member *in = unit_groups_of(r->db, r->mem, m->unit, r->today);
			while (in && in->group != g->id)
				in = in->next;
			his = in || m->unit == g->unit;
		}
		if (!his)
			continue;
		struct view *v = view_add(list, "ONE");
		view_text(v, "path", mem_printf(r->mem, "/unit/group/%lld", (long long)g->id));
		view_text(v, "what", g->name);
		view_text(v, "detail", *g->head_name ? tr_with(r->mem, r->lang,
		    "{1} đơn vị, đứng đầu là {2}", number(r, g->members, 0), g->head_name, NULL)
		    : tr_with(r->mem, r->lang, "{1} đơn vị", number(r, g->members, 0), NULL, NULL));
	}
}

/* The sheets of a round that wait to be appraised. */
static void
show_sheets(struct req *r, struct view *list, const struct evaluation_round *d)
{
	if (d->publication || d->sent <= d->reviewed)
		return;
	struct view *v = view_add(list, "ONE");
	view_text(v, "path", mem_printf(r->mem, "/evaluation/round/%lld/units?state=sent",
	    (long long)d->id));
	view_text(v, "what", tr_with(r->mem, r->lang, "Phiếu đang xem xét: {1}",
	    number(r, d->sent - d->reviewed, 0), NULL, NULL));
	view_text(v, "detail", d->name);
}

/* What is being considered, and by what clusters: dossiers, and the rounds as they stand. */
static void
show_considered(struct req *r)
{
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .state = "", .words = "", .limit = ROUNDS };
	int64_t total;
	struct view *list = view_add(r->view, "CONSIDERED");

	show_dossiers(r, list, "council", "Hồ sơ khen thưởng chờ ý kiến Hội đồng: {1}",
	    "Đọc báo cáo thành tích, giấy tờ trước khi họp; in được từng hồ sơ.");
	show_dossiers(r, list, "received", "Hồ sơ khen thưởng đang thẩm định: {1}",
	    "Cơ quan thường trực đang xem xét.");
	for (struct evaluation_round *d = evaluation_rounds(r->db, r->mem, &ask, &total); d; d = d->next) {
		if (!d->board || !d->stands)
			continue;
		struct view *v = view_add(list, "ONE");
		view_text(v, "path", mem_printf(r->mem, "/evaluation/round/%lld/%s", (long long)d->id,
		    d->publication ? "results" : "units"));
		view_text(v, "what", d->name);
		view_text(v, "detail", d->publication
		    ? tr_with(r->mem, r->lang, "{1}: bảng xếp hạng đã công bố", d->inside, NULL, NULL)
		    : tr_with(r->mem, r->lang, "{1}: {2}, hạn gửi {3}", d->inside, tr_with(r->mem, r->lang,
		    "{1} trên {2} phiếu đã gửi, {3} đã thẩm định", number(r, d->sent, 0),
		    number(r, d->expected, 0), number(r, d->reviewed, 0)), text_of_day(r->mem, due_last(r, d->due_date))));
		show_sheets(r, list, d);
	}
	show_groups(r, list);
}

void
home_duty(struct req *r)
{
	if (may(r, "account.manage"))
		show_manages(r);
	if (may(r, "award.view") && may(r, "evaluation.follow") && !may(r, "award.review")
	    && !may(r, "award.decide") && !may(r, "award.record"))
		show_considered(r);
	/* Who follows sign-ups has the board. */
	if (may(r, "plan.follow") && !may(r, "signup.follow"))
		show_sent(r);
}
