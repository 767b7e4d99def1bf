/*
 * account_code.c - the second step of a sign-in: a code of the app, or one of the paper.
 *
 * What lies between the two steps is a row of `halfway` and a cookie of its own: no session,
 * and good for nothing but this page.
 */

#include "cgi-bin/lib/account_page.h"

#include <stdio.h>

#include "cgi-bin/lib/reply.h"
#include "cgi-bin/lib/totp.h"
#include "db/credential.h"
#include "db/factor.h"

const struct field account_code_fields[] = {
	FIELD(code, code,  "Mã xác minh", LINE, .optional = true, .max = 20),
	FIELD(code, paper, "Mã dự phòng", LINE, .optional = true, .max = 40),
	{ 0 }
};

const char *
account_code_hash(struct req *r, int64_t account, const struct code *c)
{
	if (!*c->paper)
		return "";
	db_begin(r->secret, DB_READ);
	struct factor f = factor_of(r->secret, r->mem, account);
	db_rollback(r->secret);
	return db_failed(r->secret) ? NULL : factor_code_hash(r->mem, f.salt, c->paper);
}

bool
account_code_right(struct req *r, int64_t account, const struct code *c, struct proof *p)
{
	struct factor f = factor_of(r->secret, r->mem, account);

	if (*c->paper)
		return factor_code_good(r->secret, account, p->hash);
	p->step = totp_step(r->mem, f.key, c->code, r->now, f.step);
	return p->step;
}

bool
account_code_take(struct req *r, int64_t account, const struct proof *p)
{
	return *p->hash ? factor_code_take(r->secret, account, p->hash, r->now)
	    : factor_take(r->secret, account, p->step);
}

/* A line of who says that he is that person, and is not signed in. */
static void
audit_of(struct req *r, const struct account *a, const char *action)
{
	struct account was = r->who;

	r->who = *a;
	audit(r, action, a->id);
	r->who = was;
}

void
account_code_wrong(struct req *r, const struct account *a, const struct code *c)
{
	if (*c->paper)
		form_wrong(r->form, "paper", "Không đúng hoặc đã dùng: mỗi mã dự phòng chỉ dùng một lần; hãy gõ mã khác trên giấy");
	else
		form_wrong(r->form, "code", "Không đúng, đã dùng hoặc hết hạn: chờ ứng dụng hiện mã mới rồi gõ lại; điện thoại phải đúng giờ");
	audit_of(r, a, "account.code_wrong");
	fprintf(stderr, "code refused: account %lld %s\n", (long long)a->id, whence(r));
}

int
account_half(struct req *r, const struct account *a)
{
	const char *key = random_hex(r->mem, 32), *then = form_get(r->form, "then");

	halfway_put(r->secret, digest_of(r->mem, key, strlen(key)), a->id, r->now);
	cookie_set(r, "h", key, HALFWAY_LIFE);
	audit_of(r, a, "account.code_asked");
	return go(r, local_path(then) ? mem_printf(r->mem, "/account/sign-in/code?then=%s",
	    quoted(r->mem, then)) : "/account/sign-in/code");
}

static const char *
halfway(struct req *r)
{
	const char *key = cookie_get(r, "h");

	return *key ? digest_of(r->mem, key, strlen(key)) : "";
}

static int
show_code(struct req *r, int status, const struct code *c)
{
	const char *then = form_get(r->form, "then");

	title(r, tr(r->lang, "Mã xác minh"));
	crumb(r, tr(r->lang, "Đăng nhập"), "/account/sign-in");
	form_open(r, r->view, "/account/sign-in/code");
	view_text(r->view, "then", local_path(then) ? then : "");
	form_show(r->form, r->view, r->lang, account_code_fields, c);
	if (*c->paper)
		view_text(r->view, "open", "open");
	if (*r->support)
		view_add(r->view, "CALL");
	return show(r, status, "account_code");
}

int
account_code_page(struct req *r)
{
	const char *then = form_get(r->form, "then");

	if (!halfway_of(r->secret, halfway(r), r->now))
		return go(r, local_path(then) ? mem_printf(r->mem, "/account/sign-in?then=%s",
		    quoted(r->mem, then)) : "/account/sign-in");
	return show_code(r, 200, &(struct code){ "", "" });
}

static int
lost(struct req *r)
{
	cookie_set(r, "h", "", -1);
	return account_sign_in_anew(r, "Quá 10 phút từ khi gõ mật khẩu, hoặc sai mã nhiều lần: hãy đăng nhập lại từ đầu");
}

int
account_code_save(struct req *r)
{
	const char *half = halfway(r);
	int64_t id = halfway_of(r->secret, half, r->now), until;
	struct proof p = { "", 0 };
	struct code c;

	if (!id)
		return lost(r);
	const char *tries = account_tries(r, "code", mem_printf(r->mem, "%lld", (long long)id), id);
	if ((until = attempt_until(r->secret, tries, &brake_person, r->now)))
		return too_soon(r, until);
	form_read(r->form, r->mem, account_code_fields, &c);
	if (!*c.code && !*c.paper)
		form_wrong(r->form, "code", "Cần có: gõ 6 chữ số ứng dụng đang hiện, hoặc một mã dự phòng ở dưới");
	if (form_faults(r->form))
		return show_code(r, 422, &c);
	attempt_failed(r->secret, tries, &brake_person, r->now);
	if (*c.paper) {
		if (!account_aside(r) || !(p.hash = account_code_hash(r, id, &c)))
			return 500;
		account_back(r);
	}
	struct account *a = account_get(r->db, r->mem, id);
	struct factor f = factor_of(r->secret, r->mem, id);
	/* meanwhile the account was closed, the password changed or the factor turned off */
	if (!a || a->disabled || !f.since || halfway_of(r->secret, half, r->now) != id)
		return keep(r, lost(r));
	if (!account_code_right(r, id, &c, &p) || !account_code_take(r, id, &p)) {
		halfway_wrong(r->secret, half);
		account_code_wrong(r, a, &c);
		return keep(r, show_code(r, 422, &c));
	}
	attempt_forget(r->secret, tries);
	halfway_end(r->secret, half);
	cookie_set(r, "h", "", -1);
	return account_enter(r, a, f.since, *p.hash ? "account.code_paper" : "account.sign_in");
}
