/*
 * account.c - who signs in (người dùng), and who may do what.
 *
 *	GET, POST /account/sign-in	?then=/plan: where to go afterwards
 *	GET, POST /account/sign-in/code	where a second factor is on: its code
 *	POST      /account/sign-out
 *	NOTE      /account/seen		?then=/plan: the session is still in use
 *	GET       /account		I, my roles, my sessions
 *	POST      /account/session/#/end, /account/session/end	one of mine; all others
 *	GET, POST /account/password	my password
 *	GET, POST /account/factor	my second factor; POST: a key for it
 *	GET, POST /account/factor/key	that key, to be proved: then it is on
 *	GET, POST /account/factor/off, /account/factor/codes	off; new codes on paper
 *	GET, POST /account/mail		whether and where I want notices by mail
 *	GET       /account/people	whom I look after: ?q= ?state= ?unit=
 *	GET, POST /account/people/add	a new one, his first role and a temporary password
 *	GET       /account/people/#	one of them
 *	GET, POST /account/people/#/edit, /account/people/#/mandate	name; one role more
 *	GET, POST /account/people/#/mandate/#	its last day
 *	POST      /account/people/#/state, /password, /sessions
 *	GET, POST /account/people/#/factor	his second factor taken off
 *	GET       /account/setting	what holds for the whole portal, and what held
 *	GET, POST /account/setting/#	one of these, from a day on
 *	GET       /account/trail	who changed what: ?who= ?action= ?entity= ?from= ?to=
 *	GET       /account/trail/erase	?line=: the number of a line whose values must go
 *	GET, POST /account/trail/#/erase	the values of that line
 *	GET       /account/export	who took what out as a file: ?who= ?path= ?from= ?to=
 */

#include "cgi-bin/lib/account_page.h"
#include "cgi-bin/lib/reply.h"

static int
seen(struct req *r)
{
	const char *then = form_get(r->form, "then");

	session_seen(r->db, r->session.id, r->now);
	return go(r, local_path(then) ? then : "/account");
}

/* "Firefox, Windows": enough to know one's own machine by. */
static const char *
machine(struct req *r, const char *agent)
{
	static const char *const browsers[][2] = { { "Edg/", "Edge" }, { "coc_coc", "Cốc Cốc" },
	    { "Firefox/", "Firefox" }, { "Chrome/", "Chrome" }, { "Safari/", "Safari" } };
	static const char *const systems[][2] = { { "Windows", "Windows" },
	    { "Android", "Android" }, { "iPhone", "iPhone" }, { "iPad", "iPad" },
	    { "Mac OS", "macOS" }, { "Linux", "Linux" } };
	const char *browser = tr(r->lang, "Trình duyệt khác"), *on = "";

	for (size_t i = sizeof(browsers) / sizeof(*browsers); i--;)
		if (strstr(agent, browsers[i][0]))
			browser = browsers[i][1];
	for (size_t i = sizeof(systems) / sizeof(*systems); i--;)
		if (strstr(agent, systems[i][0]))
			on = systems[i][1];
	return *on ? mem_printf(r->mem, "%s, %s", browser, on) : browser;
}

static void
put_sessions(struct req *r, int64_t account)
{
	struct session *all = sessions_of(r->db, r->mem, account, r->now, account_idle(r));

	for (struct session *s = all; s; s = s->next) {
		struct view *v = view_add(r->view, "SESSION");
		view_text(v, "machine", machine(r, s->agent));
		view_text(v, "address", s->address);
		view_text(v, "since", moment(r, s->created));
		view_text(v, "last_seen", moment(r, s->seen));
		if (s->id == r->session.id)
			view_add(v, "THIS");
		else
			form_open(r, view_add(v, "OTHER"),
			    mem_printf(r->mem, "/account/session/%lld/end", (long long)s->id));
	}
	if (all && all->next)
		form_open(r, view_add(r->view, "OTHERS"), "/account/session/end");
}

static int
me(struct req *r)
{
	struct mandate *m = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang);

	title(r, tr(r->lang, "Tài khoản của tôi"));
	view_text(r->view, "name", r->who.name);
	view_text(r->view, "login", r->who.login);
	view_text(r->view, "phone", *r->who.phone ? r->who.phone : tr(r->lang, "chưa có"));
	view_text(r->view, "factor", r->who.factor ? tr_with(r->mem, r->lang, "đang bật, từ {1}",
	    moment(r, r->who.factor), NULL, NULL) : tr(r->lang, "chưa bật"));
	if (!m)
		view_add(r->view, "NO_MANDATE");
	else
		view_add(r->view, "MANDATES");
	for (; m; m = m->next)
		account_put_mandate(r, "MANDATE", m);
	put_sessions(r, r->who.id);
	return show(r, 200, "account_me");
}

static int
end_one(struct req *r)
{
	if (!session_end(r->db, r->who.id, r->id, 0, r->now))
		return 404;
	audit(r, "account.end_session", r->who.id);
	said(r, "Đã kết thúc phiên làm việc đó");
	return go(r, "/account");
}

static int
end_others(struct req *r)
{
	session_end(r->db, r->who.id, 0, r->session.id, r->now);
	audit(r, "account.end_session", r->who.id);
	said(r, "Đã kết thúc mọi phiên khác");
	return go(r, "/account");
}

const struct page page = {
	.name = "account",
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "account", ADD | CHANGE }, { "session", ADD | CHANGE },
		{ "mandate", ADD | CHANGE }, { "action", READ }, { "action_path", READ }, { "award_type", READ },
		{ "setting", ADD | CHANGE }, { "audit_value", CHANGE },
		{ "notice", ADD }, { "notice_mail", ADD }, { "upkeep", READ },
		{ 0 }
	},
	.secrets = (const struct grant[]){
		{ "credential", READ | ADD | CHANGE },
		{ "attempt", READ | ADD | CHANGE | REMOVE },
		{ "factor", READ | ADD | CHANGE | REMOVE },
		{ "halfway", READ | ADD | CHANGE | REMOVE },
		{ "device", READ | ADD | CHANGE | REMOVE },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/account/sign-in",       ANYONE, account_sign_in_page, 0 },
		{ POST, "/account/sign-in",       ANYONE, account_sign_in, PRIVATE },
		{ GET,  "/account/sign-in/code",  ANYONE, account_code_page, PRIVATE },
		{ POST, "/account/sign-in/code",  ANYONE, account_code_save, PRIVATE },
		{ POST, "/account/sign-out",      SIGNED, account_sign_out, PRIVATE },
		{ NOTE, "/account/seen",          SIGNED, seen, 0 },
		{ GET,  "/account",               SIGNED, me, 0 },
		{ POST, "/account/session/#/end", SIGNED, end_one, 0 },
		{ POST, "/account/session/end",   SIGNED, end_others, 0 },
		{ GET,  "/account/password",      SIGNED, account_password_page, 0 },
		{ POST, "/account/password",      SIGNED, account_password_save, PRIVATE },
		{ GET,  "/account/factor",        SIGNED, account_factor_page, 0 },
		{ POST, "/account/factor",        SIGNED, account_factor_begin, PRIVATE },
		{ GET,  "/account/factor/key",    SIGNED, account_key_page, PRIVATE },
		{ POST, "/account/factor/key",    SIGNED, account_key_save, PRIVATE },
		{ GET,  "/account/factor/off",    SIGNED, account_off_page, 0 },
		{ POST, "/account/factor/off",    SIGNED, account_off_save, PRIVATE },
		{ GET,  "/account/factor/codes",  SIGNED, account_codes_page, 0 },
		{ POST, "/account/factor/codes",  SIGNED, account_codes_save, PRIVATE },
		{ GET,  "/account/mail",          SIGNED, account_mail_page, 0 },
		{ POST, "/account/mail",          SIGNED, account_mail_save, 0 },
		{ GET,  "/account/people",        "account.manage", account_people_page, LIST },
		{ GET,  "/account/people/add",    "account.manage", account_add_page, 0 },
		{ POST, "/account/people/add",    "account.manage", account_add_save, 0 },
		{ GET,  "/account/people/#",      "account.manage", account_person_page, RECORD },
		{ GET,  "/account/people/#/edit", "account.manage", account_edit_page, 0 },
		{ POST, "/account/people/#/edit", "account.manage", account_edit_save, 0 },
		{ GET,  "/account/people/#/mandate",   "account.manage", account_give_page, 0 },
		{ POST, "/account/people/#/mandate",   "account.manage", account_give_save, 0 },
		{ GET,  "/account/people/#/mandate/#", "account.manage", account_end_page, 0 },
		{ POST, "/account/people/#/mandate/#", "account.manage", account_end_save, 0 },
		{ POST, "/account/people/#/state",     "account.manage", account_state_save, 0 },
		{ POST, "/account/people/#/password",  "account.manage", account_reset_save, PRIVATE },
		{ POST, "/account/people/#/sessions",  "account.manage", account_sessions_end, 0 },
		{ GET,  "/account/people/#/factor",    "account.manage", account_factor_lost_page, 0 },
		{ POST, "/account/people/#/factor",    "account.manage", account_factor_lost_save, 0 },
		{ GET,  "/account/setting",       "setting.change", account_settings_page, LIST },
		{ GET,  "/account/setting/#",     "setting.change", account_setting_page, 0 },
		{ POST, "/account/setting/#",     "setting.change", account_setting_save, 0 },
		{ GET,  "/account/trail",         "audit.read", account_trail_page, LIST },
		{ GET,  "/account/trail/erase",   "audit.erase", account_erase_find, 0 },
		{ GET,  "/account/trail/#/erase", "audit.erase", account_erase_page, 0 },
		{ POST, "/account/trail/#/erase", "audit.erase", account_erase_save, 0 },
		{ GET,  "/account/export",        "audit.read", account_export_page, LIST },
		{ 0 }
	},
};
