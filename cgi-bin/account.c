/*
 * account.c - who signs in (người dùng), and who may do what.
 *
 *	GET, POST /account/sign-in	?then=/plan: where to go afterwards
 *	POST      /account/sign-out
 *	NOTE      /account/seen		?then=/plan: the session is still in use
 *	GET       /account		I, my roles, my sessions
 *	POST      /account/session/#/end, /account/session/end	one of mine; all others
 *	GET, POST /account/password	my password
 *	GET       /account/people	whom I look after: ?q= ?state= ?unit=
 *	GET, POST /account/people/add	a new one, his first role and a temporary password
 *	GET       /account/people/#	one of them
 *	GET, POST /account/people/#/edit, /account/people/#/mandate	name; one role more
 *	GET, POST /account/people/#/mandate/#	its last day
 *	POST      /account/people/#/state, /password, /sessions
 *	GET       /account/trail	who changed what: ?who= ?action= ?entity= ?from= ?to=
 */

#include "cgi-bin/lib/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "cgi-bin/lib/reply.h"
#include "db/credential.h"

enum {
	TRIES = 4,		/* wrong passwords for a login from an address before it waits */
	TRIES_HERE = 30,	/* from an address: a whole office may share one */
	TRIES_ALL = 200,	/* for a login from all: who guesses must keep nobody out */
	SESSIONS_MAX = 5,
	AGENT_MAX = 200,
	PLACES_MAX = 300,	/* offered beside the field; others are typed */
	TRAIL_DAYS = 30,	/* shown unless days are asked for */
};

#define FOREVER "9999-12-31"

struct entry {
	const char *login;
};

static const struct field entry_fields[] = {
	FIELD(entry, login, "Tên đăng nhập", LINE, .max = 60),
	{ 0 }
};

static int64_t
setting(struct req *r, const char *name, const char *or_else)
{
	return strtoll(setting_get(r->db, r->mem, name, r->today, or_else), NULL, 10);
}

static int64_t
idle(struct req *r)
{
	return setting(r, "session_idle_minutes", "30") * 60;
}

/*
 * A password is checked between two transactions: it takes a tenth of a second, and
 * nobody waits for that in the writers' queue.
 */
static bool
step_aside(struct req *r)
{
	bool kept = db_commit(r->secret);

	db_rollback(r->db);
	return kept;
}

static void
step_back(struct req *r)
{
	db_begin(r->db, DB_WRITE);
	db_begin(r->secret, DB_WRITE);
}

static bool
right_password(struct req *r, int64_t account, const char *password)
{
	db_begin(r->secret, DB_READ);
	bool right = credential_check(r->secret, r->mem, account, password);
	db_rollback(r->secret);
	return right;
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
	r->set_cookie = mem_printf(r->mem, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s",
	    session_cookie(r->https), key, r->https ? "; Secure" : "");
	r->session = s;
	r->who = *who;
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
	if (status == 422)
		view_add(v, "BAD");
	if (*r->support)
		view_add(v, "CALL");
	return show(r, status, "account_sign_in");
}

static int
sign_in_form(struct req *r)
{
	return show_sign_in(r, 200, &(struct entry){ "" });
}

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int
sign_in(struct req *r)
{
	const char *password = form_get(r->form, "password");
	const char *then = form_get(r->form, "then");
	const char *here = mem_printf(r->mem, "address:%s", r->address);
	struct entry e;

	form_read(r->form, r->mem, entry_fields, &e);
	const char *login = text_lower(r->mem, e.login);
	/* Some type the password there: it is not kept as it is. */
	const char *all = mem_printf(r->mem, "login:%s",
	    digest_of(r->mem, login, strlen(login)));
	const char *key = mem_printf(r->mem, "%s@%s", all, r->address);
	int64_t until = later(attempt_until(r->secret, key, TRIES, r->now),
	    later(attempt_until(r->secret, here, TRIES_HERE, r->now),
	    attempt_until(r->secret, all, TRIES_ALL, r->now)));
	if (until)
		return too_soon(r, until);
	/* Counted before it is tried, so that many at once are counted too. */
	attempt_failed(r->secret, key, r->now);
	struct account *a = account_by_login(r->db, r->mem, login);
	int64_t id = a ? a->id : 0;
	if (!step_aside(r))
		return 500;
	bool right = right_password(r, id, password);
	step_back(r);
	a = right ? account_get(r->db, r->mem, id) : NULL;
	if (!a || a->disabled) {
		attempt_failed(r->secret, here, r->now);
		attempt_failed(r->secret, all, r->now);
		fprintf(stderr, "sign-in refused: account %lld from %s\n", (long long)id,
		    r->address);
		form_wrong(r->form, "login", "Tên đăng nhập hoặc mật khẩu không đúng");
		return keep(r, show_sign_in(r, 422, &e));
	}
	attempt_forget(r->secret, key);
	begin_session(r, a);
	audit(r, "account.sign_in", a->id);
	return go(r, a->must_change ? "/account/password" : local_path(then) ? then : "/");
}

static int
sign_out(struct req *r)
{
	session_end(r->db, r->who.id, r->session.id, 0, r->now);
	r->set_cookie = mem_printf(r->mem, "%s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax%s",
	    session_cookie(r->https), r->https ? "; Secure" : "");
	audit(r, "account.sign_out", r->who.id);
	return go(r, "/");
}

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
	struct session *all = sessions_of(r->db, r->mem, account, r->now, idle(r));

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

static const char *
last_day(struct req *r, const char *iso)
{
	return strcmp(iso, FOREVER) ? text_of_day(r->mem, iso)
	    : tr(r->lang, "không thời hạn");
}

static struct view *
put_mandate(struct req *r, const char *section, const struct mandate *m)
{
	struct view *v = view_add(r->view, section);

	view_text(v, "role", m->role_label);
	view_text(v, "unit", m->unit_name);
	view_text(v, "post", *m->post ? m->post : tr(r->lang, "chưa ghi"));
	view_text(v, "document", *m->document ? m->document : tr(r->lang, "chưa ghi"));
	view_date(v, "valid_from", m->valid_from);
	view_text(v, "valid_to", last_day(r, m->valid_to));
	return v;
}

static int
me(struct req *r)
{
	struct mandate *m = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang);

	title(r, tr(r->lang, "Tài khoản của tôi"));
	view_text(r->view, "name", r->who.name);
	view_text(r->view, "login", r->who.login);
	view_text(r->view, "phone", *r->who.phone ? r->who.phone : tr(r->lang, "chưa có"));
	if (!m)
		view_add(r->view, "NO_MANDATE");
	else
		view_add(r->view, "MANDATES");
	for (; m; m = m->next)
		put_mandate(r, "MANDATE", m);
	put_sessions(r, r->who.id);
	return show(r, 200, "account_me");
}

static int
end_one(struct req *r)
{
	if (!session_end(r->db, r->who.id, r->id, 0, r->now))
		return 404;
	audit(r, "account.end_session", r->who.id);
	return go(r, "/account");
}

static int
end_others(struct req *r)
{
	session_end(r->db, r->who.id, 0, r->session.id, r->now);
	audit(r, "account.end_session", r->who.id);
	return go(r, "/account");
}

static int
show_password(struct req *r, int status)
{
	static const struct {
		const char *name, *error, *invalid, *label;
	} fields[] = {
		{ "old",   "old_error",   "old_invalid",   "Mật khẩu đang dùng" },
		{ "new",   "new_error",   "new_invalid",   "Mật khẩu mới" },
		{ "again", "again_error", "again_invalid", "Mật khẩu mới, gõ lại" },
	};
	struct view *bad = status == 422 ? view_add(r->view, "BAD") : NULL;

	title(r, tr(r->lang, "Đổi mật khẩu"));
	crumb(r, tr(r->lang, "Tài khoản"), "/account");
	form_open(r, r->view, "/account/password");
	view_text(r->view, "least", number(r, setting(r, "password_length", "10"), 0));
	view_text(r->view, "login", r->who.login);
	if (r->who.must_change)
		view_add(r->view, "TEMPORARY");
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		const char *name = fields[i].name, *why = form_fault(r->form, name);
		const char *invalid = why ? "true" : "false";
		view_text(r->view, fields[i].invalid, invalid);
		if (!why)
			continue;
		view_text(view_add(r->view, fields[i].error), "why", tr(r->lang, why));
		struct view *v = view_add(bad, "FAULT");
		view_text(v, "field", name);
		view_text(v, "label", tr(r->lang, fields[i].label));
		view_text(v, "why", tr(r->lang, why));
	}
	return show(r, status, "account_password");
}

static int
password_form(struct req *r)
{
	return show_password(r, 200);
}

static int
password(struct req *r)
{
	const char *old = form_get(r->form, "old"), *new = form_get(r->form, "new"), *why;
	const char *key = mem_printf(r->mem, "own:%lld", (long long)r->who.id), *hash = NULL;
	int64_t until = attempt_until(r->secret, key, TRIES, r->now);

	if (until)
		return too_soon(r, until);
	if (!*old)
		form_wrong(r->form, "old", "Cần nhập");
	if ((why = credential_weak(r->mem, new, r->who.login, r->who.name,
	    setting(r, "password_length", "10"))))
		form_wrong(r->form, "new", why);
	else if (!strcmp(new, old))
		form_wrong(r->form, "new", "Trùng mật khẩu đang dùng: hãy chọn mật khẩu khác");
	if (strcmp(new, form_get(r->form, "again")))
		form_wrong(r->form, "again", "Không giống mật khẩu mới: hãy gõ lại cả hai ô");
	if (form_faults(r->form))
		return show_password(r, 422);
	attempt_failed(r->secret, key, r->now);
	if (!step_aside(r))
		return 500;
	if (right_password(r, r->who.id, old) && !(hash = credential_hash(r->mem, new)))
		return 500;
	step_back(r);
	if (!hash) {
		form_wrong(r->form, "old", "Không đúng: hãy gõ lại; nhớ tắt Caps Lock và chuyển bộ gõ sang tiếng Anh");
		return keep(r, show_password(r, 422));
	}
	struct account *a = account_get(r->db, r->mem, r->who.id);
	if (!a || a->disabled)
		return 404;
	attempt_forget(r->secret, key);
	credential_set(r->secret, a->id, hash, r->now);
	a->must_change = false;
	account_change(r->db, a);
	session_end(r->db, a->id, 0, r->session.id, r->now);
	begin_session(r, a);
	audit(r, "account.password", a->id);
	return go(r, "/account");
}

static const struct column people_columns[] = {
	{ "name",  "Họ và tên",        CELL_TEXT, true },
	{ "login", "Tên đăng nhập",    CELL_TEXT, true },
	{ "phone", "Điện thoại",       CELL_TEXT, false },
	{ "roles", "Vai trò hôm nay",  CELL_TEXT, false },
	{ "seen",  "Dùng gần nhất",    CELL_TEXT, true },
	{ "state", "Tình trạng",       CELL_TAG,  false },
	{ 0 }
};

static int
people_list(struct req *r)
{
	const char *q = form_get(r->form, "q"), *unit = form_get(r->form, "unit");
	const char *state = form_get(r->form, "state"), *chosen = "selected";
	static const char *const states[][2] = { { "on", "state_on" }, { "off", "state_off" },
	    { "bare", "state_bare" } };
	int64_t total;
	struct person_ask ask = { .admin = r->who.id, .day = r->today, .lang = r->lang,
	    .q = text_plain(r->mem, q), .unit = text_plain(r->mem, unit), .state = state,
	    .sort = table_sort(r, people_columns, 1),
	    .limit = table_limit(r), .skip = table_skip(r) };
	struct table *t = table_new(r, "Người dùng", people_columns);

	for (struct person *p = people(r->db, r->mem, &ask, &total); p; p = p->next) {
		table_row(t, mem_printf(r->mem, "/account/people/%lld", (long long)p->id));
		table_text(t, p->name);
		table_text(t, p->login);
		*p->phone ? table_text(t, p->phone) : table_nothing(t, "chưa có");
		*p->roles ? table_text(t, p->roles) : table_nothing(t, "chưa được giao");
		p->seen ? table_text(t, moment(r, p->seen)) : table_nothing(t, "chưa dùng");
		table_tag(t, p->disabled ? "none" : "done",
		    tr(r->lang, p->disabled ? "Đã khóa" : "Đang dùng"));
	}
	title(r, tr(r->lang, "Người dùng"));
	view_text(r->view, "q", q);
	view_text(r->view, "unit", unit);
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (!strcmp(state, states[i][0]))
			view_text(r->view, states[i][1], chosen);
	return table_show(r, 200, "account_people", t, total, *q || *unit || *state
	    ? "Không có người nào như vậy trong phạm vi bạn quản lý: hãy bớt điều kiện lọc"
	    : "Bạn chưa quản lý ai: hãy thêm người dùng đầu tiên");
}

/* A person, and what he may do from when to when. */
struct given {
	const char *login, *name, *phone;
	const char *unit, *role, *post, *valid_from, *valid_to, *document;
};

#define PERSON \
	FIELD(given, name, "Họ và tên", LINE, .max = 120), \
	FIELD(given, phone, "Điện thoại", LINE, .optional = true, .max = 40)
#define ROLE \
	FIELD(given, unit, "Đơn vị", LINE, .max = 200), \
	FIELD(given, role, "Vai trò", LINE, .max = 40), \
	FIELD(given, post, "Chức vụ", LINE, .optional = true, .max = 120), \
	FIELD(given, valid_from, "Từ ngày", DAY), \
	FIELD(given, valid_to, "Đến hết ngày", DAY, .optional = true), \
	FIELD(given, document, "Văn bản giao", LINE, .max = 200)

static const struct field person_fields[] = {
	PERSON,
	{ 0 }
};
static const struct field role_fields[] = {
	ROLE,
	{ 0 }
};
static const struct field new_fields[] = {
	FIELD(given, login, "Tên đăng nhập", LINE, .min = 2, .max = 60),
	PERSON,
	ROLE,
	{ 0 }
};

static void
put_choices(struct req *r, const struct given *g)
{
	const char *chosen = form_sent(r->form, "role") ? form_get(r->form, "role") : g->role;

	for (struct role *role = roles(r->db, r->mem, r->lang); role; role = role->next) {
		struct view *v = view_add(r->view, "CHOICE");
		view_text(v, "value", role->role);
		view_text(v, "label", role->label);
		if (!strcmp(role->role, chosen))
			view_text(v, "chosen", "selected");
	}
	for (struct place *p = places_of(r->db, r->mem, r->who.id, r->today, PLACES_MAX); p;
	    p = p->next) {
		struct view *v = view_add(r->view, "PLACE");
		view_text(v, "code", p->code);
		view_text(v, "place", p->name);
	}
}

/* The mandate that is asked for, or a fault beside the field. */
static struct mandate
judge(struct req *r, const struct given *g)
{
	struct place *p = place_find(r->db, r->mem, r->who.id, r->today, g->unit,
	    text_plain(r->mem, g->unit));
	struct role *role = roles(r->db, r->mem, r->lang);
	struct mandate m = { .role = g->role, .post = g->post, .document = g->document,
	    .valid_from = g->valid_from, .valid_to = *g->valid_to ? g->valid_to : FOREVER };

	while (role && strcmp(role->role, g->role))
		role = role->next;
	if (!role)
		form_wrong(r->form, "role", "Chưa chọn vai trò: hãy chọn trong danh sách");
	if (p)
		m.unit = p->id, m.unit_name = p->name;
	else
		form_wrong(r->form, "unit", "Không có đơn vị này trong phạm vi bạn quản lý, hoặc có hai đơn vị trùng tên: hãy ghi mã đơn vị");
	if (text_is_day(m.valid_from) && text_is_day(m.valid_to)
	    && strcmp(m.valid_to, m.valid_from) < 0)
		form_wrong(r->form, "valid_to", "Sớm hơn ngày bắt đầu: hãy ghi ngày từ ngày bắt đầu trở đi, hoặc bỏ trống nếu không có thời hạn");
	return m;
}

static void
log_mandate(struct req *r, const char *unit, const struct mandate *m)
{
	changed(r, "unit", "", unit);
	changed(r, "role", "", m->role);
	changed(r, "post", "", m->post);
	changed(r, "valid_from", "", m->valid_from);
	changed(r, "valid_to", "", m->valid_to);
	changed(r, "document", "", m->document);
}

static int
show_add(struct req *r, int status, const struct given *g)
{
	title(r, tr(r->lang, "Thêm người dùng"));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	form_open(r, r->view, "/account/people/add");
	view_add(r->view, "PERSON");
	form_show(r->form, r->view, r->lang, new_fields, g);
	put_choices(r, g);
	return show(r, status, "account_give");
}

static int
add_form(struct req *r)
{
	return show_add(r, 200, &(struct given){ "", "", "", "", "", "", r->today, "", "" });
}

/* Shown this once, and kept nowhere. */
static int
show_temporary(struct req *r, const struct account *a, const char *word)
{
	title(r, tr(r->lang, "Mật khẩu tạm"));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	crumb(r, a->name, mem_printf(r->mem, "/account/people/%lld", (long long)a->id));
	view_text(r->view, "person", a->name);
	view_text(r->view, "login", a->login);
	view_text(r->view, "word", word);
	view_int(r->view, "id", a->id);
	return show(r, 200, "account_temporary");
}

static bool
plain_login(const char *login)
{
	return strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == strlen(login);
}

static int
add(struct req *r)
{
	const char *word = credential_temporary(r->mem), *hash;
	struct given g;

	form_read(r->form, r->mem, new_fields, &g);
	g.login = text_lower(r->mem, g.login);
	struct mandate m = judge(r, &g);
	if (!plain_login(g.login))
		form_wrong(r->form, "login", "Chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới: hãy viết lại");
	else if (*g.login && account_by_login(r->db, r->mem, g.login))
		form_wrong(r->form, "login", "Đã có người dùng tên này: hãy thêm tên đơn vị vào sau, thí dụ huyen.ltt.namkhao");
	if (form_faults(r->form))
		return show_add(r, 422, &g);
	if (!(hash = credential_hash(r->mem, word)))
		return 500;
	struct account a = { .login = g.login, .name = g.name, .phone = g.phone,
	    .name_key = text_name_key(r->mem, g.name),
	    .name_plain = text_plain(r->mem, g.name), .must_change = true };
	a.id = m.account = account_add(r->db, &a, r->now);
	credential_set(r->secret, a.id, hash, r->now);
	mandate_add(r->db, &m);
	may_here(r, "account.manage", m.unit);
	changed(r, "login", "", a.login);
	changed(r, "name", "", a.name);
	changed(r, "phone", "", a.phone);
	log_mandate(r, m.unit_name, &m);
	audit(r, "account.add", a.id);
	return show_temporary(r, &a, word);
}

/* The person of the address, or NULL if he is not this administrator's. */
static struct account *
mine(struct req *r)
{
	return person_mine(r->db, r->who.id, r->id, r->today)
	    ? account_get(r->db, r->mem, r->id) : NULL;
}

/* The same, whose password and sign-in are this administrator's to give and take; and
 * who is not himself. */
static struct account *
whole(struct req *r)
{
	return r->id != r->who.id && person_whole(r->db, r->who.id, r->id, r->today)
	    ? account_get(r->db, r->mem, r->id) : NULL;
}

static const char *
address(struct req *r, const char *end)
{
	return mem_printf(r->mem, "/account/people/%lld%s", (long long)r->id, end);
}

/* Sets for whom the administrator acts on that person: the trail's line is then read
 * by the auditors of that unit. */
static void
act_for(struct req *r)
{
	for (struct mandate *m = mandates_of(r->db, r->mem, r->id, "", r->lang); m; m = m->next)
		if (may_here(r, "account.manage", m->unit))
			return;
}

static int
person_json(struct req *r, const struct account *a, struct mandate *m)
{
	struct json *j = json_new(r), *list;

	json_int(j, "id", a->id);
	json_text(j, "login", a->login);
	json_text(j, "name", a->name);
	json_text(j, "phone", a->phone);
	json_text(j, "state", a->disabled ? "off" : "on");
	list = json_list(j, "mandates");
	for (; m; m = m->next) {
		struct json *o = json_record(list, NULL);
		json_text(o, "role", m->role);
		json_text(o, "unit", m->unit_name);
		json_text(o, "valid_from", m->valid_from);
		json_text(o, "valid_to", m->valid_to);
		json_text(o, "document", m->document);
	}
	return json_show(r, j);
}

static void
put_mandates(struct req *r, struct mandate *m, bool self)
{
	if (!m)
		view_add(r->view, "NO_MANDATE");
	else
		view_add(r->view, "MANDATES");
	for (; m; m = m->next) {
		struct view *v = put_mandate(r, "MANDATE", m);
		bool past = strcmp(m->valid_to, r->today) < 0;
		bool coming = strcmp(m->valid_from, r->today) > 0;
		view_text(v, "tag", past ? "none" : coming ? "soon" : "done");
		view_text(v, "when", tr(r->lang, past ? "Đã hết" : coming ? "Chưa tới" : "Đang giữ"));
		if (past || self || !may_here(r, "account.manage", m->unit))
			continue;
		view_text(view_add(v, "END"), "end_path", address(r,
		    mem_printf(r->mem, "/mandate/%lld", (long long)m->id)));
	}
}

/* Of a mandate beyond this administrator's reach the role is enough. */
static void
veil(struct req *r, struct mandate *m)
{
	for (; m; m = m->next) {
		if (mandate_told(r->db, r->who.id, m->id, r->today))
			continue;
		m->unit_name = tr(r->lang, "đơn vị khác");
		m->post = m->document = tr(r->lang, "ngoài phạm vi bạn quản lý");
	}
}

static int
person_page(struct req *r)
{
	struct account *a = mine(r);
	bool self = r->id == r->who.id;

	if (!a)
		return 404;
	struct mandate *m = mandates_of(r->db, r->mem, a->id, "", r->lang);
	veil(r, m);
	if (r->face == JSON)
		return person_json(r, a, m);
	title(r, a->name);
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	view_text(r->view, "login", a->login);
	view_text(r->view, "phone", *a->phone ? a->phone : tr(r->lang, "chưa có"));
	view_text(r->view, "created", moment(r, a->created));
	view_text(r->view, "state", tr(r->lang, a->disabled ? "Đã khóa" : "Đang dùng"));
	view_text(r->view, "face", a->disabled ? "none" : "done");
	view_int(r->view, "id", a->id);
	put_mandates(r, m, self);
	if (self) {
		view_add(r->view, "SELF");
	} else {
		view_add(r->view, "GIVE");
		if (!whole(r)) {
			view_add(r->view, "PARTLY");
		} else {
			view_add(r->view, "WHOLE");
			struct view *v = view_add(r->view, a->disabled ? "ON" : "OFF");
			form_open(r, v, address(r, "/state"));
			form_open(r, view_add(r->view, "RESET"), address(r, "/password"));
			form_open(r, view_add(r->view, "SESSIONS"), address(r, "/sessions"));
		}
	}
	return show(r, 200, "account_person");
}

static void
under_person(struct req *r, const struct account *a, const char *text)
{
	title(r, text);
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	crumb(r, a->name, address(r, ""));
}

static int
show_edit(struct req *r, int status, const struct account *a, const struct given *g)
{
	under_person(r, a, tr(r->lang, "Sửa họ tên, điện thoại"));
	form_open(r, r->view, address(r, "/edit"));
	form_show(r->form, r->view, r->lang, person_fields, g);
	return show(r, status, "account_edit");
}

static int
edit_form(struct req *r)
{
	struct account *a = whole(r);

	return a ? show_edit(r, 200, a, &(struct given){ .name = a->name, .phone = a->phone })
	    : 404;
}

static int
edit(struct req *r)
{
	struct account *a = whole(r);
	struct given g;

	if (!a)
		return 404;
	if (!form_read(r->form, r->mem, person_fields, &g))
		return show_edit(r, 422, a, &g);
	act_for(r);
	changed_form(r, person_fields, &(struct given){ .name = a->name, .phone = a->phone }, &g);
	a->name = g.name;
	a->phone = g.phone;
	a->name_key = text_name_key(r->mem, g.name);
	a->name_plain = text_plain(r->mem, g.name);
	account_change(r->db, a);
	audit(r, "account.change", a->id);
	return go(r, address(r, ""));
}

static int
show_give(struct req *r, int status, const struct account *a, const struct given *g)
{
	under_person(r, a, tr(r->lang, "Giao thêm vai trò"));
	form_open(r, r->view, address(r, "/mandate"));
	form_show(r->form, r->view, r->lang, role_fields, g);
	put_choices(r, g);
	return show(r, status, "account_give");
}

/* Nobody decides on his own case. */
static int
give_form(struct req *r)
{
	struct account *a = mine(r);

	return !a || r->id == r->who.id ? 404 : show_give(r, 200, a,
	    &(struct given){ "", "", "", "", "", "", r->today, "", "" });
}

static int
give_role(struct req *r)
{
	struct account *a = mine(r);
	struct given g;

	if (!a || a->id == r->who.id)
		return 404;
	form_read(r->form, r->mem, role_fields, &g);
	struct mandate m = judge(r, &g);
	m.account = a->id;
	if (!form_faults(r->form) && mandate_taken(r->db, &m))
		form_wrong(r->form, "role", "Người này đã giữ vai trò này ở đơn vị này trong những ngày ấy: hãy chọn ngày khác hoặc kết thúc vai trò cũ trước");
	if (form_faults(r->form))
		return show_give(r, 422, a, &g);
	mandate_add(r->db, &m);
	may_here(r, "account.manage", m.unit);
	log_mandate(r, m.unit_name, &m);
	audit(r, "account.give", a->id);
	return go(r, address(r, ""));
}

struct last {
	const char *valid_to;
};

static const struct field last_fields[] = {
	FIELD(last, valid_to, "Ngày cuối cùng", DAY),
	{ 0 }
};

/* A mandate of the address that goes on, in this administrator's reach, of another. */
static struct mandate *
going_on(struct req *r)
{
	struct mandate *m = mandate_get(r->db, r->mem, r->id2, r->lang);

	return m && m->account == r->id && m->account != r->who.id
	    && strcmp(m->valid_to, r->today) >= 0
	    && may_here(r, "account.manage", m->unit) ? m : NULL;
}

static int
show_end(struct req *r, int status, const struct mandate *m, const struct last *last)
{
	under_person(r, account_get(r->db, r->mem, r->id), tr(r->lang, "Kết thúc vai trò"));
	form_open(r, r->view, address(r, mem_printf(r->mem, "/mandate/%lld", (long long)m->id)));
	put_mandate(r, "MANDATE", m);
	form_show(r->form, r->view, r->lang, last_fields, last);
	return show(r, status, "account_end");
}

static int
end_form(struct req *r)
{
	struct mandate *m = going_on(r);

	return m ? show_end(r, 200, m, &(struct last){ r->today }) : 404;
}

static int
end(struct req *r)
{
	struct mandate *m = going_on(r);
	struct last last;

	if (!m)
		return 404;
	if (form_read(r->form, r->mem, last_fields, &last)) {
		if (strcmp(last.valid_to, m->valid_from) < 0)
			form_wrong(r->form, "valid_to", "Sớm hơn ngày bắt đầu của vai trò: hãy ghi ngày từ ngày bắt đầu trở đi");
		else if (strcmp(last.valid_to, m->valid_to) > 0)
			form_wrong(r->form, "valid_to", "Muộn hơn ngày cuối cùng đã ghi: muốn kéo dài, hãy giao thêm vai trò bằng văn bản mới");
	}
	if (form_faults(r->form))
		return show_end(r, 422, m, &last);
	mandate_end(r->db, m->id, last.valid_to);
	changed(r, "unit", "", m->unit_name);
	changed(r, "role", "", m->role);
	changed(r, "valid_to", m->valid_to, last.valid_to);
	audit(r, "account.end", r->id);
	return go(r, address(r, ""));
}

static int
turn(struct req *r)
{
	struct account *a = whole(r);
	bool off = !strcmp(form_get(r->form, "off"), "1");

	if (!a)
		return 404;
	act_for(r);
	changed(r, "state", a->disabled ? "off" : "on", off ? "off" : "on");
	a->disabled = off ? r->now : 0;
	account_change(r->db, a);
	if (off)
		session_end(r->db, a->id, 0, 0, r->now);
	audit(r, "account.state", a->id);
	return go(r, address(r, ""));
}

static int
reset(struct req *r)
{
	struct account *a = whole(r);
	const char *word = credential_temporary(r->mem), *hash;

	if (!a)
		return 404;
	if (!(hash = credential_hash(r->mem, word)))
		return 500;
	act_for(r);
	credential_set(r->secret, a->id, hash, r->now);
	a->must_change = true;
	account_change(r->db, a);
	session_end(r->db, a->id, 0, 0, r->now);
	audit(r, "account.reset", a->id);
	return show_temporary(r, a, word);
}

static int
end_sessions(struct req *r)
{
	struct account *a = whole(r);

	if (!a)
		return 404;
	act_for(r);
	session_end(r->db, a->id, 0, 0, r->now);
	audit(r, "account.end_session", a->id);
	return go(r, address(r, ""));
}

struct trail {
	const char *who, *action, *from, *to;
	int64_t entity;
};

static const struct field trail_fields[] = {
	FIELD(trail, who, "Người làm", LINE, .optional = true, .max = 120),
	FIELD(trail, action, "Việc", LINE, .optional = true, .max = 60),
	FIELD(trail, entity, "Bản ghi số", NUMBER, .optional = true, .max = INT64_MAX),
	FIELD(trail, from, "Từ ngày", DAY, .optional = true),
	FIELD(trail, to, "Đến hết ngày", DAY, .optional = true),
	{ 0 }
};

static const struct column trail_columns[] = {
	{ "at",      "Lúc",              CELL_TEXT, false },
	{ "who",     "Người làm",        CELL_TEXT, false },
	{ "unit",    "Thay mặt",         CELL_TEXT, false },
	{ "action",  "Việc",             CELL_TEXT, false },
	{ "entity",  "Bản ghi số",       CELL_TEXT, false },
	{ "changes", "Trước và sau",     CELL_TEXT, false },
	{ "address", "Từ địa chỉ",       CELL_TEXT, false },
	{ "line",    "Dòng nhật ký",     CELL_TEXT, false },
	{ 0 }
};

/* The first second of a day, local time. */
static int64_t
start_of(const char *iso)
{
	struct tm tm = { .tm_isdst = -1 };

	return strptime(iso, "%Y-%m-%d", &tm) ? mktime(&tm) : 0;
}

static const char *
before_and_after(struct req *r, const struct change *c)
{
	const char *text = "", *nothing = tr(r->lang, "(trống)");

	for (; c; c = c->next)
		text = mem_printf(r->mem, "%s%s%s: %s → %s", text, *text ? "; " : "", c->field,
		    *c->old ? c->old : nothing, *c->new ? c->new : nothing);
	return text;
}

static void
put_lines(struct req *r, struct table *t, struct audit_line *l)
{
	for (; l; l = l->next) {
		table_row(t, NULL);
		table_text(t, moment(r, l->at));
		l->account ? table_text(t, l->name) : table_nothing(t, "người vận hành");
		*l->unit ? table_text(t, l->unit) : table_nothing(t, "chính mình");
		table_text(t, *l->label ? mem_printf(r->mem, "%s (%s)", l->label, l->action)
		    : l->action);
		table_text(t, mem_printf(r->mem, "%lld", (long long)l->entity));
		l->changes ? table_text(t, before_and_after(r, l->changes))
		    : table_nothing(t, "không có giá trị nào đổi");
		table_text(t, l->address);
		table_text(t, mem_printf(r->mem, "%lld", (long long)l->id));
	}
}

static int
trail(struct req *r)
{
	struct table *t = table_new(r, "Nhật ký, dòng mới nhất ở trên", trail_columns);
	int64_t total = 0;
	struct trail f;

	bool sound = form_read(r->form, r->mem, trail_fields, &f);
	if (!*f.to)
		f.to = r->today;
	if (!*f.from)
		f.from = text_is_day(f.to) ? text_day_add(r->mem, f.to, -TRAIL_DAYS) : r->today;
	if (!f.from)
		f.from = f.to;	/* no year before 1000 */
	if (sound && strcmp(f.to, f.from) < 0)
		form_wrong(r->form, "to", "Sớm hơn ngày bắt đầu: hãy đổi lại hai ngày");
	title(r, tr(r->lang, "Nhật ký"));
	form_show(r->form, r->view, r->lang, trail_fields, &f);
	if (!f.entity)
		view_text(r->view, "entity", "");
	view_text(r->view, "from_day", text_of_day(r->mem, f.from));
	view_text(r->view, "to_day", text_of_day(r->mem, f.to));
	if (form_faults(r->form))
		return table_show(r, 422, "account_trail", t, 0, "Hãy sửa điều kiện lọc rồi xem lại");
	put_lines(r, t, audit_list(r->db, r->mem, &(struct audit_ask){
		.auditor = r->who.id, .day = r->today, .who = text_plain(r->mem, f.who),
		.lang = r->lang,
		.action = f.action, .entity = f.entity, .from = start_of(f.from),
		.to = start_of(f.to) + 24 * 3600 - 1,
		.limit = table_limit(r), .skip = table_skip(r) }, &total));
	return table_show(r, 200, "account_trail", t, total,
	    "Không có dòng nào như vậy trong những ngày này: hãy bớt điều kiện lọc hoặc chọn khoảng ngày khác");
}

const struct page page = {
	.name = "account",
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "account", ADD | CHANGE }, { "session", ADD | CHANGE },
		{ "mandate", ADD | CHANGE }, { "action", READ },
		{ 0 }
	},
	.secrets = (const struct grant[]){
		{ "credential", READ | ADD | CHANGE },
		{ "attempt", READ | ADD | CHANGE | REMOVE },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/account/sign-in",       ANYONE, sign_in_form, 0 },
		{ POST, "/account/sign-in",       ANYONE, sign_in, PRIVATE },
		{ POST, "/account/sign-out",      SIGNED, sign_out, PRIVATE },
		{ NOTE, "/account/seen",          SIGNED, seen, 0 },
		{ GET,  "/account",               SIGNED, me, 0 },
		{ POST, "/account/session/#/end", SIGNED, end_one, 0 },
		{ POST, "/account/session/end",   SIGNED, end_others, 0 },
		{ GET,  "/account/password",      SIGNED, password_form, 0 },
		{ POST, "/account/password",      SIGNED, password, PRIVATE },
		{ GET,  "/account/people",        "account.manage", people_list, LIST },
		{ GET,  "/account/people/add",    "account.manage", add_form, 0 },
		{ POST, "/account/people/add",    "account.manage", add, PRIVATE },
		{ GET,  "/account/people/#",      "account.manage", person_page, RECORD },
		{ GET,  "/account/people/#/edit", "account.manage", edit_form, 0 },
		{ POST, "/account/people/#/edit", "account.manage", edit, 0 },
		{ GET,  "/account/people/#/mandate",   "account.manage", give_form, 0 },
		{ POST, "/account/people/#/mandate",   "account.manage", give_role, 0 },
		{ GET,  "/account/people/#/mandate/#", "account.manage", end_form, 0 },
		{ POST, "/account/people/#/mandate/#", "account.manage", end, 0 },
		{ POST, "/account/people/#/state",     "account.manage", turn, 0 },
		{ POST, "/account/people/#/password",  "account.manage", reset, PRIVATE },
		{ POST, "/account/people/#/sessions",  "account.manage", end_sessions, 0 },
		{ GET,  "/account/trail",         "audit.read", trail, LIST },
		{ 0 }
	},
};
