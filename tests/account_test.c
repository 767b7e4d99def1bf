/* account_test.c - signing in, passwords, people and the trail. */

#include "tests/scene.h"

#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/reply.h"
#include "db/credential.h"

#define WORD "con%20trau%20an%20co"	/* in a form; decoded: see hash() */

/* One Argon2id for all: making them is slow. */
static const char *
hash(void)
{
	static char text[200];

	if (!*text)
		snprintf(text, sizeof(text), "%s",
		    credential_hash(scene_mem(), "con trau an co"));
	return text;
}

/* Someone with a password and without a session of his own making. */
static int64_t
with_password(const char *role, int64_t unit)
{
	int64_t id = person(role, unit);

	scene_secret(mem_printf(scene_mem(), "INSERT INTO credential VALUES (%lld, '%s', 0)",
	    (long long)id, hash()));
	return id;
}

static struct reply
sign_in(const char *login, const char *password, const char *then)
{
	return ask_post("/account/sign-in", mem_printf(scene_mem(),
	    "login=%s&password=%s&then=%s", login, password, then));
}

/* What a reply says without its random values. */
static const char *
calm(struct reply r)
{
	static const char *const marks[] = { "name=\"csrf\" value=\"", "name=\"once\" value=\"" };
	char *text = mem_text(scene_mem(), r.body);

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		for (char *at_ = text; (at_ = strstr(at_, marks[i]));)
			for (at_ += strlen(marks[i]); *at_ && *at_ != '"'; at_++)
				*at_ = '.';
	return text;
}

static const char *
cookie_of(struct reply r)
{
	const char *from = strstr(r.head, "Set-Cookie: ");

	return from ? mem_copy(scene_mem(), from + 12, strcspn(from + 12, "\r")) : "";
}

static struct ask
with_cookie(const char *method, const char *path, const char *body, struct reply r)
{
	struct ask a = ask_of(method, path, body);
	const char *c = cookie_of(r);

	a.cookie = mem_copy(scene_mem(), c, strcspn(c, ";"));
	return a;
}

static void
the_right_password_opens_a_session(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	struct reply r = sign_in("Unit_Officer.2", WORD, "/plan%3Fq%3Da");
	CHECK(r.status == 303);
	SAME(leads(r), "/plan?q=a");
	const char *c = cookie_of(r);
	CHECK(!strncmp(c, "s=", 2) && strcspn(c, ";") == 66);
	SAME(c + strcspn(c, ";"), "; Path=/; HttpOnly; SameSite=Lax");
	CHECK(ask_raw(with_cookie("GET", "/account", "", r)).status == 200);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.sign_in' AND entity = account") == 1);
	CHECK(look("SELECT account FROM audit") == who);
	/* only a digest of what the cookie holds is kept */
	CHECK(!look(mem_printf(scene_mem(), "SELECT count(*) FROM session WHERE token = '%.64s'", c + 2)));
	CHECK(look("SELECT count(*) FROM session WHERE length(token) = 64") == 2);
	CHECK(look(mem_printf(scene_mem(), "SELECT expires FROM session WHERE id = 2")) == NOW + 12 * 3600);
}

static void
with_https_the_cookie_is_bound_to_the_host(void)
{
	fresh();
	with_password("unit_officer", A);
	struct ask a = ask_of("POST", "/account/sign-in", "login=unit_officer.2&password=" WORD);
	a.https = true;
	struct reply r = ask_raw(a);
	const char *c = cookie_of(r);
	CHECK(!strncmp(c, "__Host-s=", 9));
	SAME(c + strcspn(c, ";"), "; Path=/; HttpOnly; SameSite=Lax; Secure");
	/* without https the same token is nobody's */
	CHECK(ask_raw(with_cookie("GET", "/account", "", r)).status == 303);
}

static void
one_answer_whoever_exists(void)
{
	fresh();
	with_password("unit_officer", A);
	with_password("unit_leader", A);
	scene("UPDATE account SET disabled = 5 WHERE login = 'unit_leader.2'");
	struct reply bad = sign_in("unit_officer.2", "khac", "");
	const char *first = calm(bad);
	CHECK(bad.status == 422);
	CHECK(strstr(first, "Tên đăng nhập hoặc mật khẩu không đúng") != NULL);
	CHECK(strstr(first, "value=\"unit_officer.2\"") != NULL);
	CHECK(!strstr(first, "khac"));
	SAME(cookie_of(bad), "");
	/* as long as the first, so that only what was typed differs */
	struct reply none = sign_in("unit_officer.9", "khac", "");
	CHECK(none.status == 422);
	char *text = mem_text(scene_mem(), calm(none)), *at_ = strstr(text, "unit_officer.9");
	CHECK(at_ != NULL);
	at_[13] = '2';
	SAME(text, first);
	SAME(none.head, bad.head);
	CHECK(sign_in("unit_leader.2", WORD, "").status == 422);
	CHECK(sign_in("", "", "").status == 422);
	CHECK(look("SELECT count(*) FROM session WHERE id > 2") == 0);
	CHECK(look("SELECT count(*) FROM audit") == 0);
}

static void
who_fails_waits_and_is_never_locked_out(void)
{
	fresh();
	with_password("unit_officer", A);
	for (int i = 0; i < 4; i++)
		CHECK(sign_in("unit_officer.2", "sai", "").status == 422);
	/* counted although each answer was 4xx; the right one waits like any other */
	struct reply r = sign_in("unit_officer.2", WORD, "");
	CHECK(r.status == 429);
	CHECK(strstr(r.head, "Retry-After: 2\r") != NULL);
	CHECK(says(r, "Tài khoản không bị khóa"));
	/* a name that nobody has waits as well */
	scene_secret("INSERT INTO attempt SELECT 'address:10.9.9.9', 9, last FROM attempt LIMIT 1");
	scene_secret("UPDATE attempt SET failures = 1000 WHERE key LIKE 'login:%'");
	r = sign_in("unit_officer.2", WORD, "");
	CHECK(r.status == 429 && strstr(r.head, "Retry-After: 60\r"));
	at(NOW + 60);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
	/* and begins anew */
	CHECK(sign_in("unit_officer.2", "sai", "").status == 422);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
}

static void
an_address_waits_later_than_an_account(void)
{
	fresh();
	with_password("unit_officer", A);
	scene_secret(mem_printf(scene_mem(),
	    "INSERT INTO attempt VALUES ('address:10.0.0.1', 29, %d)", NOW));
	CHECK(sign_in("khongco", "sai", "").status == 422);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 429);
	struct ask a = ask_of("POST", "/account/sign-in", "login=unit_officer.2&password=" WORD);
	a.address = "10.0.0.2";
	CHECK(ask_raw(a).status == 303);
	/* a minute takes one failure back */
	at(NOW + 60);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
}

static void
signing_in_leads_to_no_other_host(void)
{
	fresh();
	with_password("unit_officer", A);
	SAME(leads(sign_in("unit_officer.2", WORD, "//evil.vn/")), "/");
	SAME(leads(sign_in("unit_officer.2", WORD, "https://evil.vn/")), "/");
	SAME(leads(sign_in("unit_officer.2", WORD, "/%5Cevil.vn")), "/");
	SAME(leads(sign_in("unit_officer.2", WORD, "/x%0d%0aSet-Cookie:a=b")), "/");
	CHECK(!says(ask_get("/account/sign-in?then=//evil.vn"), "\"//evil"));
	CHECK(says(ask_get("/account/sign-in?then=/plan/1"), "value=\"/plan/1\""));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/account/sign-in?then=/plan/1"), "Bạn đã đăng nhập"));
	CHECK(says(ask_get("/account/sign-in?then=/plan/1"), "href=\"/plan/1\""));
	SAME(leads(ask_get("/account/seen?then=//evil.vn")), "/account");
}

static void
a_form_from_elsewhere_signs_nobody_in(void)
{
	fresh();
	with_password("unit_officer", A);
	struct ask a = ask_of("POST", "/account/sign-in", "login=unit_officer.2&password=" WORD);
	a.site = "cross-site";
	CHECK(ask_raw(a).status == 403);
	CHECK(look("SELECT count(*) FROM session") == 1);
}

static void
signing_out_ends_the_session(void)
{
	fresh();
	int64_t who = person("unit_officer", A);
	as(who);
	CHECK(ask_get("/account/sign-out").status == 405);
	struct reply r = ask_post("/account/sign-out", "");
	SAME(leads(r), "/");
	SAME(cookie_of(r), "s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
	CHECK(ask_get("/account").status == 303);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.sign_out'") == 1);
	/* once more, by a page that was left open: nothing is kept as a draft */
	CHECK(ask_post("/account/sign-out", "").status == 303);
	CHECK(look("SELECT count(*) FROM draft") == 0);
}

static void
a_session_in_use_goes_on_and_an_idle_one_ends(void)
{
	fresh();
	as(person("unit_officer", A));
	at(NOW + 301);
	SAME(leads(ask_get("/account")), "/account/seen?then=/account");
	struct ask a = ask_of("GET", "/account/seen?then=/account", "");
	a.purpose = "prefetch";
	CHECK(ask_raw(a).status == 204);
	CHECK(look("SELECT seen FROM session") == NOW);
	SAME(leads(ask_get("/account/seen?then=/account")), "/account");
	CHECK(look("SELECT seen FROM session") == NOW + 301);
	CHECK(ask_get("/account").status == 200);
	at(NOW + 301 + 30 * 60);
	SAME(leads(ask_get("/account")), "/account/sign-in?then=/account");
	CHECK(ask_get("/account/seen").status == 303);
	CHECK(look("SELECT seen FROM session") == NOW + 301);
}

static void
sessions_are_few_and_can_be_ended(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A), other = person("unit_officer", B);
	for (int i = 0; i < 2; i++)
		CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
	as(who);
	struct reply r = ask_get("/account");
	CHECK(says(r, "Phiên này") && says(r, "Kết thúc mọi phiên khác"));
	CHECK(says(r, "action=\"/account/session/3/end\""));
	CHECK(ask_post("/account/session/3/end", "").status == 303);
	CHECK(look("SELECT count(*) FROM session WHERE ended IS NOT NULL AND id = 3") == 1);
	/* not twice, and not another's */
	CHECK(ask_post("/account/session/3/end", "").status == 404);
	CHECK(ask_post(mem_printf(scene_mem(), "/account/session/%d/end", 2), "").status == 404);
	CHECK(ask_post("/account/session/end", "").status == 303);
	CHECK(look("SELECT count(*) FROM session WHERE ended IS NULL") == 2);
	CHECK(ask_get("/account").status == 200);
	as(other);
	CHECK(ask_get("/account").status == 200);
	as(0);
	for (int i = 0; i < 6; i++)
		scene(mem_printf(scene_mem(), "INSERT INTO session (token, account, secret, created,"
		    " seen, expires, address, agent) VALUES ('k%d', %lld, 'k', %d, %d, 9000000000, '', '')",
		    i, (long long)who, NOW, NOW));
	CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
	CHECK(look(mem_printf(scene_mem(), "SELECT count(*) FROM session WHERE ended IS NULL"
	    " AND account = %lld", (long long)who)) == 5);
}

static void
a_password_is_changed_by_who_knows_it(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	struct reply elsewhere = sign_in("unit_officer.2", WORD, "");
	as(who);
	CHECK(ask_get("/account/password").status == 200);
	struct reply r = ask_post("/account/password", "old=" WORD "&new=ngan&again=ngan");
	CHECK(r.status == 422 && says(r, "Mật khẩu quá ngắn"));
	CHECK(says(ask_post("/account/password", "old=" WORD "&new=matkhau123&again=matkhau123"),
	    "quá nhiều người dùng"));
	CHECK(says(ask_post("/account/password", "old=" WORD "&new=unit_officer.2a&again=unit_officer.2a"),
	    "tên đăng nhập"));
	CHECK(says(ask_post("/account/password", "old=" WORD "&new=ong%20ba%20chau%20chat&again=khac"),
	    "Không giống"));
	CHECK(says(ask_post("/account/password", "old=" WORD "&new=" WORD "&again=" WORD),
	    "Trùng mật khẩu"));
	CHECK(!says(ask_post("/account/password", "old=" WORD "&new=bimatlam99&again=x"), "bimatlam99"));
	r = ask_post("/account/password", "old=sai&new=ong%20ba%20chau%20chat&again=ong%20ba%20chau%20chat");
	CHECK(r.status == 422 && says(r, "Không đúng"));
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.password'") == 0);
	CHECK(ask_get("/account").status == 200);
	r = ask_post("/account/password",
	    "once=k&old=" WORD "&new=ong%20ba%20chau%20chat&again=ong%20ba%20chau%20chat");
	CHECK(r.status == 303);
	SAME(leads(r), "/account");
	/* every session ends, the one that asked is made anew */
	CHECK(ask_get("/account").status == 303);
	CHECK(ask_raw(with_cookie("GET", "/account", "", elsewhere)).status == 303);
	CHECK(ask_raw(with_cookie("GET", "/account", "", r)).status == 200);
	as(0);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 422);
	CHECK(sign_in("unit_officer.2", "ong%20ba%20chau%20chat", "").status == 303);
	CHECK(look("SELECT count(*) FROM audit_value") == 0);
	CHECK(look("SELECT count(*) FROM posted") == 0);
	CHECK(look("SELECT count(*) FROM draft") == 0);
}

static void
guessing_the_old_password_has_to_wait(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	as(who);
	scene_secret(mem_printf(scene_mem(), "INSERT INTO attempt VALUES ('own:%lld', 4, %d)",
	    (long long)who, NOW));
	CHECK(ask_post("/account/password", "old=" WORD "&new=ong%20ba%20chau%20chat"
	    "&again=ong%20ba%20chau%20chat").status == 429);
	at(NOW + 2);
	CHECK(ask_post("/account/password", "old=" WORD "&new=ong%20ba%20chau%20chat"
	    "&again=ong%20ba%20chau%20chat").status == 303);
}

static void
a_password_typed_after_the_end_is_kept_nowhere(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	as(who);
	at(NOW + 3600);
	SAME(leads(ask_post("/account/password", "old=a&new=b&again=b")),
	    "/account/sign-in?then=/account/password");
	CHECK(look("SELECT count(*) FROM draft") == 0);
}

static void
a_temporary_password_must_be_changed_first(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	scene("UPDATE account SET must_change = 1");
	SAME(leads(sign_in("unit_officer.2", WORD, "/plan")), "/account/password");
	as(who);
	SAME(leads(ask_get("/account")), "/account/password");
	CHECK(says(ask_get("/account/password"), "mật khẩu tạm"));
	/* a stale session finds its way out of it */
	at(NOW + 400);
	SAME(leads(ask_get("/account/password")), "/account/seen?then=/account/password");
	SAME(leads(ask_get("/account/seen?then=/account/password")), "/account/password");
	CHECK(ask_get("/account/password").status == 200);
	struct reply r = ask_post("/account/password", "old=" WORD
	    "&new=ong%20ba%20chau%20chat&again=ong%20ba%20chau%20chat");
	CHECK(ask_raw(with_cookie("GET", "/account", "", r)).status == 200);
}

int
main(void)
{
	the_right_password_opens_a_session();
	with_https_the_cookie_is_bound_to_the_host();
	one_answer_whoever_exists();
	who_fails_waits_and_is_never_locked_out();
	an_address_waits_later_than_an_account();
	signing_in_leads_to_no_other_host();
	a_form_from_elsewhere_signs_nobody_in();
	signing_out_ends_the_session();
	a_session_in_use_goes_on_and_an_idle_one_ends();
	sessions_are_few_and_can_be_ended();
	a_password_is_changed_by_who_knows_it();
	guessing_the_old_password_has_to_wait();
	a_password_typed_after_the_end_is_kept_nowhere();
	a_temporary_password_must_be_changed_first();
	return done();
}
