/* account_mail.c - whether a person wants his notices by mail as well, and where. */

#include "cgi-bin/lib/account_page.h"
#include "db/inbox.h"

struct wanted {
	const char *email;
	int64_t mail;
};

static const struct field fields[] = {
	FIELD(wanted, email, "Thư điện tử", LINE, .optional = true, .max = 200),
	FIELD(wanted, mail,  "Gửi thông báo đến địa chỉ này", TICK),
	{ 0 }
};

/* Plain enough for the head of a letter: one @, a point after it, no sign that stands for
 * something there. */
static bool
is_address(const char *s)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789.-_+";
	size_t name = strspn(s, plain), host;

	if (!name || s[name] != '@')
		return false;
	s += name + 1;
	host = strspn(s, plain);
	return host > 3 && !s[host] && strchr(s, '.') && *s != '.' && s[host - 1] != '.'
	    && !strstr(s, "..") && !strpbrk(s, "_+");
}

static int
show_mail(struct req *r, int status, const struct wanted *w)
{
	title(r, tr(r->lang, "Nhận thông báo qua thư điện tử"));
	crumb(r, tr(r->lang, "Tài khoản"), "/account");
	form_open(r, r->view, "/account/mail");
	form_show(r->form, r->view, r->lang, fields, w);
	if (!mail_alive(r->db, r->now))
		view_add(r->view, "NO_MAILER");
	return show(r, status, "account_mail");
}

int
account_mail_page(struct req *r)
{
	struct mail *m = mail_get(r->db, r->mem, r->who.id);

	return show_mail(r, 200, &(struct wanted){ m->email, m->wanted });
}

int
account_mail_save(struct req *r)
{
	struct mail *m = mail_get(r->db, r->mem, r->who.id);
	struct wanted w, old = { m->email, m->wanted };

	form_read(r->form, r->mem, fields, &w);
	if (*w.email && !is_address(w.email))
		form_wrong(r->form, "email", "Không phải địa chỉ thư: viết như ten@hoang.gov.vn, chữ không dấu, không có dấu cách");
	else if (!*w.email && w.mail)
		form_wrong(r->form, "email", "Cần có địa chỉ để gửi thư: nhập địa chỉ, hoặc bỏ chọn nhận thông báo");
	if (form_faults(r->form))
		return show_mail(r, 422, &w);
	m->email = w.email;
	m->wanted = w.mail;
	mail_put(r->db, m);
	changed_form(r, fields, &old, &w);
	audit(r, "account.mail", r->who.id);
	said(r, w.mail ? "Đã lưu: thông báo mới được gửi qua thư điện tử"
	    : "Đã lưu: không gửi thông báo qua thư điện tử");
	return go(r, "/account");
}
