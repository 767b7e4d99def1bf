/*
 * account_sign.c - who is it: sign-in and out, and one's own password.  Where a second
 * factor is on, sign-in goes on in account_code.c.
 */

#include "cgi-bin/lib/account_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/reply.h"
#include "db/credential.h"
#include "db/factor.h"

enum {
	SESSIONS_MAX = 5,
	AGENT_MAX = 200,
	DEVICE_KEPT = 180 * 86400,	/* seconds that a browser keeps its cookie */
};

struct entry {
	const char *login, *password;
};

static const struct field entry_fields[] = {
	FIELD(entry, login, "Tên đăng nhập", LINE, .max = 60),
	FIELD(entry, password, "Mật khẩu", SECRET),
	{ 0 }
};

struct password {
	const char *old, *new, *again;
};

static const struct field password_fields[] = {
	FIELD(password, old, "Mật khẩu đang dùng", SECRET),
	FIELD(password, new, "Mật khẩu mới", SECRET),
	FIELD(password, again, "Mật khẩu mới, gõ lại", SECRET),
	{ 0 }
};

static int64_t
setting(struct req *r, const char *name, const char *or_else)
{
	return strtoll(setting_get(r->db, r->mem, name, r->today, or_else), NULL, 10);
}

int64_t
account_idle(struct req *r)
{
	return setting(r, "session_idle_minutes", "30") * 60;
}

bool
account_aside(struct req *r)
{
	bool sound = !db_failed(r->db);

	sound = db_commit(r->secret) && sound;
	db_rollback(r->db);
	return sound;
}

void
account_back(struct req *r)
{
	db_begin(r->db, DB_WRITE);
	db_begin(r->secret, DB_WRITE);
}

bool
account_right_password(struct req *r, int64_t account, const char *password, bool *right)
{
	db_begin(r->secret, DB_READ);
	*right = credential_check(r->secret, r->mem, account, password);
	db_rollback(r->secret);
	return !db_failed(r->secret);
}

/* The digest of the cookie by which this browser is known; "" if it has none. */
static const char *
device(struct req *r)
{
	const char *d = cookie_get(r, "d");

	return *d ? digest_of(r->mem, d, strlen(d)) : "";
}

const char *
account_tries(struct req *r, const char *kind, const char *whom, int64_t account)
{
	const char *d = device(r);

	return mem_printf(r->mem, "%s:%s%s%s", kind, whom,
	    account && device_known(r->secret, d, account) ? "@" : "",
	    account && device_known(r->secret, d, account) ? d : "");
}

/* From now on this browser is known as one of his. */
static void
know_device(struct req *r, int64_t account)
{
	const char *d = cookie_get(r, "d"), *digest = device(r);

	if (!device_known(r->secret, digest, 0)) {	/* a cookie that somebody made up */
		d = random_hex(r->mem, 32);
		digest = digest_of(r->mem, d, strlen(d));
	}
	device_put(r->secret, digest, account, r->now);
	cookie_set(r, "d", d, DEVICE_KEPT);
}

/* A new session in the place of the one that asks, and its cookie. */
static void
begin_session(struct req *r, const struct account *who)
{
	const char *key = random_hex(r->mem, 32);
	struct session s = { .who = *who, .secret = random_hex(r->mem, 16),
	    .created = r->now, .seen = r->now,
	    .expires = r->now + setting(r, "session_hours", "12") * 3600,
	    .address = r->address };

	s.agent = text_nfc(r->mem, r->agent, strnlen(r->agent, AGENT_MAX));
	s.agent = s.agent ? s.agent : "";
	if (r->session.id && !r->session.ended)
		session_end(r->db, r->session.who.id, r->session.id, 0, r->now);
	s.id = session_add(r->db, &s, digest_of(r->mem, key, strlen(key)));
	session_limit(r->db, who->id, SESSIONS_MAX, r->now);
	cookie_set(r, "s", key, 0);
	know_device(r, who->id);
	r->session = s;
	r->who = *who;
	r->owes_factor = !who->factor && role_held(r->db, who->id,
	    setting_get(r->db, r->mem, "factor_roles", r->today, ""), r->today);
}

int
account_enter(struct req *r, struct account *a, int64_t factor, const char *action)
{
	const char *then = form_get(r->form, "then");

	if (!a->factor != !factor) {	/* a change of it broke off between the files */
		a->factor = factor;
		account_change(r->db, a);
	}
	begin_session(r, a);
	audit(r, action, a->id);
	return go(r, a->must_change ? "/account/password" : r->owes_factor ? "/account/factor"
	    : local_path(then) ? then : "/");
}

static int
show_sign_in(struct req *r, int status, const struct entry *e)
{
	const char *then = form_get(r->form, "then");

	title(r, tr(r->lang, "Đăng nhập"));
	if (r->who.id && r->reading) {
		struct view *v = view_add(r->view, "SIGNED");
		view_text(v, "name", r->who.name);
		view_text(v, "then", local_path(then) ? then : "/");
		form_open(r, v, "/account/sign-out");
		return show(r, status, "account_sign_in");
	}
	struct view *v = view_add(r->view, "ENTRY");
	form_open(r, v, "/account/sign-in");
	view_text(v, "then", local_path(then) ? then : "");
	form_show(r->form, v, r->lang, entry_fields, e);
	if (status == 200 && *then && r->session.id && r->session.ended)
		view_add(v, "LOST");
	if (*r->support)
		view_add(v, "CALL");
	return show(r, status, "account_sign_in");
}

int
account_sign_in_page(struct req *r)
{
	return show_sign_in(r, 200, &(struct entry){ "", "" });
}

int
account_sign_in_anew(struct req *r, const char *why)
{
	form_wrong_away(r->form, "code", tr(r->lang, "Mã xác minh"), tr(r->lang, why));
	return show_sign_in(r, 422, &(struct entry){ "", "" });
}

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/*
 * How wrong tries are counted.  Those of strangers count together, wherever they come
 * from: else who guesses would only have to move.  Whoever signed in from this browser
 * before is counted for himself, so that who guesses keeps him out of nothing.
 */
struct count {
	const char *his, *here;		/* here: of this address, "" for a known browser */
};

static struct count
count_of(struct req *r, const char *login, int64_t account)
{
	/* Some type the password there: it is not kept as it is. */
	struct count c = { .his = account_tries(r, "login",
	    digest_of(r->mem, login, strlen(login)), account), .here = "" };

	if (!strchr(c.his, '@'))
		c.here = mem_printf(r->mem, "address:%s", r->address);
	return c;
}

static int
refuse(struct req *r, const struct entry *e, int64_t id, const struct count *c)
{
	if (*c->here)
		attempt_failed(r->secret, c->here, &brake_place, r->now);
	fprintf(stderr, "sign-in refused: account %lld %s\n", (long long)id, whence(r));
	form_wrong(r->form, "login", "Tên đăng nhập hoặc mật khẩu không đúng: hãy gõ lại cả hai; nhớ tắt Caps Lock và chuyển bộ gõ sang tiếng Anh khi gõ mật khẩu");
	return keep(r, show_sign_in(r, 422, e));
}

int
account_sign_in(struct req *r)
{
	struct entry e;

	form_read(r->form, r->mem, entry_fields, &e);
	const char *login = text_lower(r->mem, e.login);
	struct account *a = account_by_login(r->db, r->mem, login);
	int64_t id = a ? a->id : 0;
	struct count c = count_of(r, login, id);
	int64_t until = later(attempt_until(r->secret, c.his, &brake_person, r->now),
	    *c.here ? attempt_until(r->secret, c.here, &brake_place, r->now) : 0);
	if (until)
		return too_soon(r, until);
	/* Counted before it is tried, so that many at once are counted too. */
	attempt_failed(r->secret, c.his, &brake_person, r->now);
	bool right;
	if (!account_aside(r) || !account_right_password(r, id, e.password, &right))
		return 500;
	account_back(r);
	a = right ? account_get(r->db, r->mem, id) : NULL;
	if (!a || a->disabled)
		return refuse(r, &e, id, &c);
	attempt_spared(r->secret, c.his);
	struct factor f = factor_of(r->secret, r->mem, a->id);
	return f.since ? account_half(r, a) : account_enter(r, a, 0, "account.sign_in");
}

int
account_sign_out(struct req *r)
{
	session_end(r->db, r->who.id, r->session.id, 0, r->now);
	cookie_set(r, "s", "", -1);
	audit(r, "account.sign_out", r->who.id);
	return go(r, "/");
}

static int
show_password(struct req *r, int status)
{
	title(r, tr(r->lang, "Đổi mật khẩu"));
	crumb(r, tr(r->lang, "Tài khoản"), "/account");
	form_open(r, r->view, "/account/password");
	view_text(r->view, "least", number(r, setting(r, "password_length", "10"), 0));
	view_text(r->view, "login", r->who.login);
	if (r->who.must_change)
		view_add(r->view, "TEMPORARY");
	form_show(r->form, r->view, r->lang, password_fields,
	    &(struct password){ "", "", "" });
	return show(r, status, "account_password");
}

int
account_password_page(struct req *r)
{
	return show_password(r, 200);
}

int
account_password_save(struct req *r)
{
	const char *why;
	struct password p;
	const char *key = mem_printf(r->mem, "own:%lld", (long long)r->who.id), *hash = NULL;
	int64_t until = attempt_until(r->secret, key, &brake_person, r->now);

	if (until)
		return too_soon(r, until);
	form_read(r->form, r->mem, password_fields, &p);
	if ((why = credential_weak(r->mem, p.new, r->who.login, r->who.name, r->office,
	    setting(r, "password_length", "10"))))
		form_wrong(r->form, "new", why);
	else if (!strcmp(p.new, p.old))
		form_wrong(r->form, "new", "Trùng mật khẩu đang dùng: hãy chọn mật khẩu khác");
	if (strcmp(p.new, p.again))
		form_wrong(r->form, "again", "Không giống mật khẩu mới: hãy gõ lại cả hai ô");
	if (form_faults(r->form))
		return show_password(r, 422);
	attempt_failed(r->secret, key, &brake_person, r->now);
	bool right;
	if (!account_aside(r) || !account_right_password(r, r->who.id, p.old, &right)
	    || (right && !(hash = credential_hash(r->mem, p.new))))
		return 500;
	account_back(r);
	if (!hash) {
		form_wrong(r->form, "old", "Không đúng: hãy gõ lại; nhớ tắt Caps Lock và chuyển bộ gõ sang tiếng Anh");
		return keep(r, show_password(r, 422));
	}
	if (!audit_first(r, "account.password_begun", r->who.id))
		return 500;
	struct account *a = account_get(r->db, r->mem, r->who.id);
	if (!a || a->disabled)
		return 404;
	/* meanwhile an administrator has given him a temporary one: that one stands */
	if (!session_lives(r->db, r->session.id))
		return 409;
	attempt_forget(r->secret, key);
	credential_set(r->secret, a->id, hash, r->now);
	a->must_change = false;
	account_change(r->db, a);
	session_end(r->db, a->id, 0, r->session.id, r->now);
	begin_session(r, a);
	audit(r, "account.password", a->id);
	said(r, "Đã đổi mật khẩu; mọi phiên khác đã kết thúc");
	return go(r, "/account");
}
