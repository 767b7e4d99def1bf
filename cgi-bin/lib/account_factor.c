/*
 * account_factor.c - the second factor (xác minh hai bước): turned on and off by its
 * person, new codes on paper, and taken off by an administrator when all is lost.
 */

#include "cgi-bin/lib/account_page.h"
#include "cgi-bin/lib/qr.h"
#include "cgi-bin/lib/totp.h"
#include "db/credential.h"
#include "db/factor.h"
#include "db/inbox.h"

enum { KEY_SHOWN = 15 * 60 };	/* seconds for a key to be proved in */

struct wish {
	const char *password;
};

static const struct field wish_fields[] = {
	FIELD(wish, password, "Mật khẩu đang dùng", SECRET),
	{ 0 }
};

struct lost {
	const char *reason;
};

static const struct field lost_fields[] = {
	FIELD(lost, reason, "Lý do", LINES, .min = 5, .max = 1000),
	{ 0 }
};

static const char *
own(struct req *r, const char *kind)
{
	return account_tries(r, kind, mem_printf(r->mem, "%lld", (long long)r->who.id), r->who.id);
}

/* Under "My account", and under this page itself where it is one further. */
static void
head(struct req *r, const char *text, bool further)
{
	title(r, text);
	crumb(r, tr(r->lang, "Tài khoản"), "/account");
	if (further)
		crumb(r, tr(r->lang, "Xác minh hai bước"), "/account/factor");
}

static bool
must_have(struct req *r)
{
	return role_held(r->db, r->who.id, setting_get(r->db, r->mem, "factor_roles", r->today, ""),
	    r->today);
}

static int
show_factor(struct req *r, int status)
{
	struct factor f = factor_of(r->secret, r->mem, r->who.id);

	head(r, tr(r->lang, "Xác minh hai bước"), false);
	if (f.since) {
		struct view *v = view_add(r->view, "ON");
		view_text(v, "since", moment(r, f.since));
		view_text(v, "left", number(r, f.left, 0));
		view_add(v, must_have(r) ? "NEEDED" : "FREE");
		return show(r, status, "account_factor");
	}
	struct view *v = view_add(r->view, "OFF");
	if (r->owes_factor)
		view_add(v, "OWED");
	form_open(r, v, "/account/factor");
	view_text(v, "login", r->who.login);
	form_show(r->form, v, r->lang, wish_fields, &(struct wish){ "" });
	return show(r, status, "account_factor");
}

int
account_factor_page(struct req *r)
{
	return show_factor(r, 200);
}

int
account_factor_begin(struct req *r)
{
	const char *key = totp_key(r->mem), *tries = own(r, "own");
	int64_t until = attempt_until(r->secret, tries, &brake_person, r->now);
	struct wish w;

	if (!key)
		return 500;
	if (until)
		return too_soon(r, until);
	if (factor_of(r->secret, r->mem, r->who.id).since)
		return 409;
	if (!form_read(r->form, r->mem, wish_fields, &w))
		return show_factor(r, 422);
	attempt_failed(r->secret, tries, &brake_person, r->now);
	bool right;
	if (!account_aside(r) || !account_right_password(r, r->who.id, w.password, &right))
		return 500;
	account_back(r);
	if (!right) {
		form_wrong(r->form, "password", "Không đúng: hãy gõ lại; nhớ tắt Caps Lock và chuyển bộ gõ sang tiếng Anh");
		return keep(r, show_factor(r, 422));
	}
	attempt_forget(r->secret, tries);
	factor_begin(r->secret, r->who.id, key, r->session.id, r->now);
	audit(r, "account.factor_key", r->who.id);
	return go(r, "/account/factor/key");
}

/* A key that was shown in this session a while ago at most, and is not proved. */
static struct factor
shown_key(struct req *r)
{
	struct factor f = factor_of(r->secret, r->mem, r->who.id);

	if (f.since || f.session != r->session.id || f.made + KEY_SHOWN <= r->now)
		f.key = "";
	return f;
}

/* ABCD EFGH ..., to be typed by hand. */
static const char *
in_fours(struct mem *mem, const char *key)
{
	size_t n = strlen(key);
	char *out = mem_take(mem, n + n / 4 + 1), *at = out;

	for (size_t i = 0; i < n; i++) {
		if (i && i % 4 == 0)
			*at++ = ' ';
		*at++ = key[i];
	}
	return out;
}

static int
show_key(struct req *r, int status, const struct factor *f, const struct code *c)
{
	const char *issuer = mem_printf(r->mem, "Cổng Thi đua %s", r->office);
	const char *address = totp_address(r->mem, f->key, issuer, r->who.login);
	const char *path;
	int size = 0;

	head(r, tr(r->lang, "Bật xác minh hai bước"), true);
	form_open(r, r->view, "/account/factor/key");
	if ((path = qr_path(r->mem, address, &size))) {
		struct view *v = view_add(r->view, "QR");
		view_text(v, "path", path);
		view_int(v, "size", size);
	}
	view_text(r->view, "key", in_fours(r->mem, f->key));
	view_text(r->view, "issuer", issuer);
	view_text(r->view, "login", r->who.login);
	form_show(r->form, r->view, r->lang, account_code_fields, c);
	return show(r, status, "account_key");
}

int
account_key_page(struct req *r)
{
	struct factor f = shown_key(r);

	return *f.key ? show_key(r, 200, &f, &(struct code){ "", "" }) : go(r, "/account/factor");
}

/* Codes that nobody sees again. */
static int
show_codes(struct req *r, const struct factor_codes *c, bool new)
{
	head(r, tr(r->lang, "Mã dự phòng"), true);
	view_add(r->view, new ? "NOW_ON" : "ANEW");
	for (int i = 0; i < FACTOR_CODES; i++)
		view_text(view_add(r->view, "CODE"), "word", c->code[i]);
	view_text(r->view, "login", r->who.login);
	return show(r, 200, "account_codes");
}

static bool
make_codes(struct req *r, struct factor_codes *c)
{
	for (int i = 0; i < FACTOR_CODES; i++)
		c->code[i] = credential_temporary(r->mem);
	return factor_codes_hash(r->mem, c);
}

int
account_key_save(struct req *r)
{
	struct factor f = shown_key(r);
	const char *tries = own(r, "code");
	int64_t until = attempt_until(r->secret, tries, &brake_person, r->now), step;
	struct factor_codes codes;
	struct code c;

	if (!*f.key)
		return 409;
	if (until)
		return too_soon(r, until);
	form_read(r->form, r->mem, account_code_fields, &c);
	if (!*c.code)
		form_wrong(r->form, "code", "Cần có: gõ 6 chữ số ứng dụng đang hiện");
	if (form_faults(r->form))
		return show_key(r, 422, &f, &c);
	attempt_failed(r->secret, tries, &brake_person, r->now);
	if (!(step = totp_step(r->mem, f.key, c.code, r->now, f.step))) {
		account_code_wrong(r, &r->who, &(struct code){ c.code, "" });
		return keep(r, show_key(r, 422, &f, &c));
	}
	if (!account_aside(r) || !make_codes(r, &codes))
		return 500;
	account_back(r);
	if (!audit_first(r, "account.factor_begun", r->who.id))
		return 500;
	struct account *a = account_get(r->db, r->mem, r->who.id);
	struct factor now = shown_key(r);
	if (strcmp(now.key, f.key) || !a || a->disabled || !session_lives(r->db, r->session.id))
		return 409;
	attempt_forget(r->secret, tries);
	factor_on(r->secret, a->id, step, r->now);
	factor_codes_put(r->secret, a->id, &codes);
	a->factor = r->now;
	account_change(r->db, a);
	r->owes_factor = false;
	session_end(r->db, a->id, 0, r->session.id, r->now);
	audit(r, "account.factor_on", a->id);
	return show_codes(r, &codes, true);
}

struct sure {
	const char *password, *code, *paper;
};

static const struct field sure_fields[] = {
	FIELD(sure, password, "Mật khẩu đang dùng", SECRET),
	FIELD(sure, code,     "Mã xác minh", LINE, .optional = true, .max = 20),
	FIELD(sure, paper,    "Mã dự phòng", LINE, .optional = true, .max = 40),
	{ 0 }
};

/* The two acts that ask for password and code. */
static const struct act_of {
	const char *path, *title, *button, *section;
} turn_off = { "/account/factor/off", "Tắt xác minh hai bước", "Tắt xác minh hai bước", "TURN_OFF" },
  new_codes = { "/account/factor/codes", "Cấp lại mã dự phòng", "Cấp 8 mã dự phòng mới", "RENEW" };

static int
show_sure(struct req *r, int status, const struct act_of *act, const struct sure *s)
{
	head(r, tr(r->lang, act->title), true);
	view_add(r->view, act->section);
	form_open(r, r->view, act->path);
	view_text(r->view, "button", tr(r->lang, act->button));
	view_text(r->view, "login", r->who.login);
	form_show(r->form, r->view, r->lang, sure_fields, s);
	if (*s->paper)
		view_text(r->view, "open", "open");
	return show(r, status, "account_sure");
}

static int
sure_page(struct req *r, const struct act_of *act)
{
	return factor_of(r->secret, r->mem, r->who.id).since
	    ? show_sure(r, 200, act, &(struct sure){ "", "", "" }) : go(r, "/account/factor");
}

/*
 * Password and code are right, the change has its first line, and the code is taken: 0;
 * else the handler's answer.  codes, if they are wanted, are made on the way.
 */
static int
prove(struct req *r, const struct act_of *act, struct factor_codes *codes)
{
	const char *pass_tries = own(r, "own"), *code_tries = own(r, "code");
	int64_t until = attempt_until(r->secret, pass_tries, &brake_person, r->now);
	struct proof p = { "", 0 };
	struct sure s;

	if (!factor_of(r->secret, r->mem, r->who.id).since)
		return 409;
	if (!until)
		until = attempt_until(r->secret, code_tries, &brake_person, r->now);
	if (until)
		return too_soon(r, until);
	form_read(r->form, r->mem, sure_fields, &s);
	struct code c = { s.code, s.paper };
	if (!*c.code && !*c.paper)
		form_wrong(r->form, "code", "Cần có: gõ 6 chữ số ứng dụng đang hiện, hoặc một mã dự phòng ở dưới");
	if (form_faults(r->form))
		return show_sure(r, 422, act, &s);
	attempt_failed(r->secret, pass_tries, &brake_person, r->now);
	bool right;
	if (!account_aside(r) || !account_right_password(r, r->who.id, s.password, &right))
		return 500;
	p.hash = right ? account_code_hash(r, r->who.id, &c) : "";
	if (!p.hash || (right && codes && !make_codes(r, codes)))
		return 500;
	account_back(r);
	if (!right) {
		form_wrong(r->form, "password", "Không đúng: hãy gõ lại; nhớ tắt Caps Lock và chuyển bộ gõ sang tiếng Anh");
		return keep(r, show_sure(r, 422, act, &s));
	}
	attempt_forget(r->secret, pass_tries);
	if (!account_code_right(r, r->who.id, &c, &p)) {
		attempt_failed(r->secret, code_tries, &brake_person, r->now);
		account_code_wrong(r, &r->who, &c);
		return keep(r, show_sure(r, 422, act, &s));
	}
	if (!audit_first(r, "account.factor_begun", r->who.id))
		return 500;
	attempt_forget(r->secret, pass_tries);
	attempt_forget(r->secret, code_tries);
	/* meanwhile it was turned off, the code was used, or the session ended */
	return account_code_take(r, r->who.id, &p) && session_lives(r->db, r->session.id) ? 0 : 409;
}

int
account_off_page(struct req *r)
{
	return must_have(r) ? go(r, "/account/factor") : sure_page(r, &turn_off);
}

int
account_off_save(struct req *r)
{
	int status;

	if (must_have(r))
		return 409;
	if ((status = prove(r, &turn_off, NULL)))
		return status;
	struct account *a = account_get(r->db, r->mem, r->who.id);
	if (!a)
		return 404;
	factor_off(r->secret, a->id);
	a->factor = 0;
	account_change(r->db, a);
	session_end(r->db, a->id, 0, r->session.id, r->now);
	audit(r, "account.factor_off", a->id);
	said(r, "Đã tắt xác minh hai bước; từ nay đăng nhập chỉ cần mật khẩu");
	return go(r, "/account");
}

int
account_codes_page(struct req *r)
{
	return sure_page(r, &new_codes);
}

int
account_codes_save(struct req *r)
{
	struct factor_codes codes;
	int status = prove(r, &new_codes, &codes);

	if (status)
		return status;
	factor_codes_put(r->secret, r->who.id, &codes);
	audit(r, "account.factor_codes", r->who.id);
	return show_codes(r, &codes, false);
}

static int
show_lost(struct req *r, int status, const struct account *a, const struct lost *l)
{
	account_under(r, a, tr(r->lang, "Đặt lại xác minh hai bước"));
	form_open(r, r->view, account_address(r, "/factor"));
	view_text(r->view, "person", a->name);
	form_show(r->form, r->view, r->lang, lost_fields, l);
	return show(r, status, "account_lost");
}

/* Of one whose phone and paper are lost: another, wholly in the administrator's reach. */
int
account_factor_lost_page(struct req *r)
{
	struct account *a = account_whole(r);

	if (!a)
		return 404;
	return factor_of(r->secret, r->mem, a->id).since
	    ? show_lost(r, 200, a, &(struct lost){ "" }) : go(r, account_address(r, ""));
}

/* A notice to the person himself, of the unit in whose name it was done. */
static void
tell_person(struct req *r, const struct account *a)
{
	struct mandate *m = mandate_get(r->db, r->mem, r->mandate, r->lang);

	if (m)
		notice_tell(r->db, &(struct notice){ .kind = "factor_reset", .unit = m->unit,
		    .what = "Xác minh hai bước", .path = "/account/factor",
		    .day = r->today, .at = r->now }, a->id);
}

int
account_factor_lost_save(struct req *r)
{
	struct account *a = account_whole(r);
	struct lost l;

	if (!a)
		return 404;
	if (!factor_of(r->secret, r->mem, a->id).since)
		return 409;
	if (!form_read(r->form, r->mem, lost_fields, &l))
		return show_lost(r, 422, a, &l);
	account_act_for(r);
	if (!r->mandate)	/* he holds nothing: by what the administrator holds */
		account_act_as(r, "account.manage");
	if (!audit_first(r, "account.factor_begun", a->id))
		return 500;
	if (!(a = account_whole(r)))
		return 404;
	factor_off(r->secret, a->id);
	a->factor = 0;
	account_change(r->db, a);
	session_end(r->db, a->id, 0, 0, r->now);
	changed(r, "reason", "", l.reason);
	tell_person(r, a);
	audit(r, "account.factor_reset", a->id);
	said(r, "Đã đặt lại xác minh hai bước; người này đăng nhập bằng mật khẩu và được báo tin");
	return go(r, account_address(r, ""));
}
