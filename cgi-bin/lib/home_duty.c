/* home_duty.c - standing duties that are no tasks: of the administrator and the clerk. */

#include "cgi-bin/lib/home_page.h"

enum { CONCERNS = 20, SENT = 10 };

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

void
home_duty(struct req *r)
{
	if (may(r, "account.manage"))
		show_manages(r);
	/* Who follows sign-ups has the board. */
	if (may(r, "plan.follow") && !may(r, "signup.follow"))
		show_sent(r);
}
