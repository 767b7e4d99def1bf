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
	const char *log;
	struct reply bad = ask_logged(ask_of("POST", "/account/sign-in",
	    "login=unit_officer.2&password=khac&then="), &log);
	CHECK(strstr(log, mem_printf(scene_mem(), "sign-in refused: account %lld from 10.0.0.1 at"
	    " 2026-11-20T10:00:00+0700\n", (long long)look("SELECT id FROM account WHERE login = 'unit_officer.2'"))));
	CHECK(!strstr(log, "khac") && !strstr(log, "unit_officer"));
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
	struct reply empty = sign_in("", "", "");
	CHECK(empty.status == 422 && says(empty, "href=\"#login\"") && says(empty, "href=\"#password\""));
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
	CHECK(r.status == 429 && strstr(r.head, "Retry-After: 300\r"));
	at(NOW + 300);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
	/* that the right one got in gives nothing back: it may have been another's browser */
	CHECK(sign_in("unit_officer.2", "sai", "").status == 429);
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

/* The cookie by which a browser is known, as it sends it back. */
static const char *
device_of(struct reply r)
{
	const char *from = strstr(r.head, "Set-Cookie: d=");

	return from ? mem_copy(scene_mem(), from + 12, strcspn(from + 12, ";")) : "";
}

static void
who_guesses_elsewhere_keeps_nobody_out(void)
{
	fresh();
	with_password("unit_officer", A);
	struct reply before = sign_in("unit_officer.2", WORD, "");
	struct ask good = ask_of("POST", "/account/sign-in", "login=unit_officer.2&password=" WORD);
	struct ask bad = ask_of("POST", "/account/sign-in", "login=unit_officer.2&password=sai");
	int tried = 0, longest = 0;
	CHECK(strlen(device_of(before)) == 66);
	CHECK(strstr(before.head, "; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax\r") != NULL);
	good.cookie = device_of(before);
	bad.address = "10.0.0.66";
	for (int i = 0; i < 1800; i++) {
		bad.now = NOW + i;
		struct reply r = ask_raw(bad);
		const char *wait = strstr(r.head, "Retry-After: ");
		tried += r.status == 422;
		if (wait && strtol(wait + 13, NULL, 10) > longest)
			longest = (int)strtol(wait + 13, NULL, 10);
	}
	/* slowed to one in five minutes, and by no more */
	CHECK(tried == 13);
	CHECK(longest > 290 && longest <= 300);
	/* moving helps him nothing, and helps nobody who never was here */
	bad.address = "10.0.0.67";
	CHECK(ask_raw(bad).status == 429);
	/* at the same address, but from the browser from which he signed in before */
	good.now = bad.now;
	CHECK(ask_raw(good).status == 303);
	/* there his own wrong tries are slowed as well, and are counted for nobody else */
	struct ask own = ask_of("POST", "/account/sign-in", "login=unit_officer.2&password=sai");
	own.cookie = good.cookie, own.now = good.now;
	for (int i = 0; i < 4; i++)
		CHECK(ask_raw(own).status == 422);
	CHECK(ask_raw(own).status == 429);
	CHECK(ask_raw(good).status == 429);
	good.now += 300;
	CHECK(ask_raw(good).status == 303);
}

/* A cookie that was made up, or is another's, makes nobody known. */
static void
a_browser_is_known_by_what_it_was_given(void)
{
	fresh();
	with_password("unit_officer", A);
	with_password("unit_leader", A);
	struct reply leader = sign_in("unit_leader.2", WORD, "");
	struct ask a = ask_of("POST", "/account/sign-in", "login=unit_officer.2&password=sai");
	for (int i = 0; i < 4; i++)
		CHECK(ask_raw(a).status == 422);
	a.cookie = device_of(leader);
	CHECK(ask_raw(a).status == 429);
	a.cookie = "d=00";
	CHECK(ask_raw(a).status == 429);
	/* nor is the made-up one taken over */
	a = ask_of("POST", "/account/sign-in", "login=unit_leader.2&password=" WORD);
	a.cookie = "d=00";
	CHECK(strlen(device_of(ask_raw(a))) == 66);
	/* two people at one machine share its cookie */
	a.cookie = device_of(leader);
	SAME(device_of(ask_raw(a)), device_of(leader));
	/* with a new password all begin anew */
	as(person("admin", A));
	CHECK(ask_post("/account/people/2/password", "").status == 200);
	as(0);
	a = ask_of("POST", "/account/sign-in", "login=unit_leader.2&password=" WORD);
	for (int i = 0; i < 3; i++)
		ask_raw(a);
	a.cookie = device_of(leader);
	CHECK(ask_raw(a).status == 422);
	CHECK(ask_raw(a).status == 429);
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
	r = ask_post("/account/password", "old=&new=bimatlam99&again=x");
	CHECK(r.status == 422 && !says(r, "bimatlam99") && !says(r, "value=\"x\""));
	CHECK(says(r, "href=\"#old\">Mật khẩu đang dùng: Cần nhập") && says(r, "href=\"#again\""));
	CHECK(says(r, "hãy gõ lại.") && !says(r, "vẫn còn nguyên"));
	CHECK(strstr(r.body, "id=\"faults\"") < strstr(r.body, "<form method=\"post\" action=\"/account/password\""));
	/* spaces are part of a password, and it is as long as one likes */
	CHECK(says(ask_post("/account/password", "old=" WORD "%20&new=" WORD "%20&again=" WORD "%20"),
	    "Trùng mật khẩu"));
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
	CHECK(look("SELECT count(*) FROM posted WHERE key = 'k' OR digest <> ''") == 0);
	CHECK(look("SELECT count(*) FROM draft") == 0);
	/* the new session is told, and another account is not */
	struct reply told = ask_raw(with_cookie("GET", location(r), "", r));
	CHECK(says(told, "role=\"status\"") && says(told, "Đã đổi mật khẩu"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get(location(r)), "Đã đổi mật khẩu"));
}

/* Nor of the place's name, however it is written; a phrase in which it stands is another. */
static void
a_password_is_not_made_of_the_place(void)
{
	static const char *const wrong[] = { "HoaBinh2026", "hoa%20binh%202026", "Ho%C3%A0B%C3%ACnh123",
	    "tinhhoabinh", "T%E1%BB%89nh%20H%C3%B2a%20B%C3%ACnh!" };

	fresh();
	scene("UPDATE setting SET value = 'Tỉnh Hòa Bình' WHERE name = 'office'");
	as(with_password("unit_officer", A));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		CHECK(says(ask_post("/account/password", mem_printf(scene_mem(), "old=%s&new=%s&again=%s", WORD,
		    wrong[i], wrong[i])), "tên địa phương"));
	CHECK(ask_post("/account/password", "old=" WORD "&new=hoa%20binh%20nha%20chau&again=hoa%20binh%20nha%20chau").status == 303);
}

/* 200 characters of any kind, none cut off, none changed but for being composed. */
static void
a_password_is_long_and_of_any_signs(void)
{
	char most[199];
	const char *word;

	memset(most, 'x', 198);
	most[198] = '\0';
	fresh();
	as(with_password("unit_officer", A));
	word = mem_printf(scene_mem(), "%%C3%%A1%sxX", most);
	CHECK(says(ask_post("/account/password", mem_printf(scene_mem(), "old=%s&new=%s&again=%s", WORD,
	    word, word)), "tối đa 200 ký tự"));
	word = mem_printf(scene_mem(), "%%C3%%A1%s%%20", most);
	CHECK(ask_post("/account/password", mem_printf(scene_mem(), "old=%s&new=%s&again=%s", WORD,
	    word, word)).status == 303);
	as(0);
	CHECK(sign_in("unit_officer.2", mem_printf(scene_mem(), "%%C3%%A1%s", most), "").status == 422);
	CHECK(sign_in("unit_officer.2", mem_printf(scene_mem(), "%%C3%%81%s%%20", most), "").status == 422);
	CHECK(sign_in("unit_officer.2", mem_printf(scene_mem(), "a%%CC%%81%s%%20", most), "").status == 303);
	CHECK(sign_in("unit_officer.2", word, "").status == 303);
}

/* The administrator resets it while the old one is being checked: his reset stands. */
static void
a_reset_in_between_stands(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	as(who);
	scene("CREATE TRIGGER meanwhile AFTER INSERT ON audit WHEN new.action = 'account.password_begun'"
	    " BEGIN UPDATE session SET ended = 1; END");
	CHECK(ask_post("/account/password", "old=" WORD "&new=ong%20ba%20chau%20chat"
	    "&again=ong%20ba%20chau%20chat").status == 409);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.password'") == 0);
	as(0);
	CHECK(sign_in("unit_officer.2", "ong%20ba%20chau%20chat", "").status == 422);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
}

/* Two files, two commits: whichever fails, no password changes without a line. */
static void
a_password_never_changes_without_a_line(void)
{
	const char *change = "old=" WORD "&new=ong%20ba%20chau%20chat&again=ong%20ba%20chau%20chat";
	fresh();
	int64_t who = with_password("unit_officer", A);
	as(who);
	/* the passwords' file fails: the old one stands, and nothing says that it changed */
	scene_secret("CREATE TRIGGER full BEFORE UPDATE ON credential BEGIN SELECT RAISE(ABORT, 'full'); END");
	CHECK(ask_post("/account/password", change).status == 500);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.password'") == 0);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.password_begun'") == 1);
	as(0);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 303);
	as(who);
	/* the portal's fails, at the very end: the password has changed, and a line tells of it */
	scene_secret("DROP TRIGGER full");
	scene("CREATE TABLE late (id INTEGER REFERENCES account DEFERRABLE INITIALLY DEFERRED) STRICT;"
	    "CREATE TRIGGER too_late AFTER INSERT ON audit WHEN new.action = 'account.password'"
	    " BEGIN INSERT INTO late VALUES (999); END");
	CHECK(ask_post("/account/password", change).status == 500);
	as(0);
	CHECK(sign_in("unit_officer.2", "ong%20ba%20chau%20chat", "").status == 303);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.password'") == 0);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.password_begun'") == 2);
	/* it fails before: then the passwords' is not committed at all */
	as(who);
	scene("DROP TRIGGER too_late; CREATE TRIGGER early BEFORE INSERT ON audit"
	    " WHEN new.action = 'account.password' BEGIN SELECT RAISE(ABORT, 'full'); END");
	CHECK(ask_post("/account/password", "old=ong%20ba%20chau%20chat&new=mot%20hai%20ba%20bon"
	    "&again=mot%20hai%20ba%20bon").status == 500);
	as(0);
	CHECK(sign_in("unit_officer.2", "ong%20ba%20chau%20chat", "").status == 303);
}

static void
a_password_given_anew_has_a_line_before_it(void)
{
	fresh();
	int64_t admin = person("admin", A);
	with_password("unit_officer", A);
	as(admin);
	scene_secret("CREATE TRIGGER full BEFORE UPDATE ON credential BEGIN SELECT RAISE(ABORT, 'full'); END");
	CHECK(ask_post("/account/people/2/password", "").status == 500);
	CHECK(look("SELECT must_change FROM account WHERE id = 2") == 0);
	SAME(look_text("SELECT group_concat(action || ' ' || entity || ' ' || mandate) FROM audit"),
	    "account.reset_begun 2 1");
	scene_secret("DROP TRIGGER full");
	CHECK(ask_post("/account/people/2/password", "").status == 200);
	SAME(look_text("SELECT group_concat(action) FROM audit WHERE id > 1"),
	    "account.reset_begun,account.reset");
	/* who may not leaves none */
	as(person("clerk", A));
	CHECK(ask_post("/account/people/1/password", "").status == 403);
	CHECK(look("SELECT count(*) FROM audit") == 3);
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

/* What stands in {{word}} of the page that shows a temporary password. */
static const char *
word_of(struct reply r)
{
	const char *from = strstr(r.body, "class=\"code\">");

	return from ? mem_copy(scene_mem(), from + 13, strcspn(from + 13, "<")) : "";
}

#define NEW "name=L%C3%A0nh%20Th%E1%BB%8B%20B%C3%A9&phone=0912&role=clerk&post=&valid_from=20/11/2026&valid_to=&document=1/Q%C4%90"

static void
a_person_is_added_with_a_password_that_is_shown_once(void)
{
	fresh();
	as(person("admin", P));
	struct reply r = ask_post("/account/people/add", "login=Be.LT&unit=a&" NEW);
	CHECK(r.status == 200);
	const char *word = word_of(r);
	CHECK(strlen(word) == 14 && word[4] == '-' && word[9] == '-');
	int64_t id = look("SELECT id FROM account WHERE login = 'be.lt' AND must_change = 1");
	CHECK(id > 0);
	CHECK(look("SELECT count(*) FROM mandate WHERE unit = 2 AND role = 'clerk'"
	    " AND valid_from = '2026-11-20' AND valid_to = '9999-12-31'") == 1);
	SAME(look_text("SELECT name_plain FROM account WHERE login = 'be.lt'"), "lanh thi be");
	SAME(look_text("SELECT action FROM audit WHERE mandate = 1"), "account.add");
	CHECK(!look(mem_printf(scene_mem(), "SELECT count(*) FROM audit_value"
	    " WHERE instr(new, '%s') OR instr(old, '%s')", word, word)));
	CHECK(!says(ask_get(mem_printf(scene_mem(), "/account/people/%lld", (long long)id)), word));
	CHECK(!look(mem_printf(scene_mem(), "SELECT count(*) FROM posted"
	    " WHERE instr(location || said, '%s')", word)));
	/* it opens one thing: the page to change it */
	as(0);
	r = sign_in("be.lt", word, "");
	SAME(leads(r), "/account/password");
	SAME(leads(ask_raw(with_cookie("GET", "/account", "", r))), "/account/password");
}

/* A button pressed twice, a page loaded anew: the word is gone, and the way out is told. */
static void
a_person_added_twice_is_one_and_the_repeat_says_so(void)
{
	fresh();
	as(person("admin", P));
	struct reply first = ask_post("/account/people/add", "once=k1&login=be.lt&unit=a&" NEW);
	CHECK(first.status == 200);
	const char *word = mem_text(scene_mem(), word_of(first));
	struct reply r = ask_post("/account/people/add", "once=k1&login=be.lt&unit=a&" NEW);
	CHECK(r.status == 303);
	SAME(leads(r), "/account/people/2");
	r = ask_get(location(r));
	CHECK(says(r, "Mật khẩu tạm đã hiện một lần") && says(r, "Cấp mật khẩu tạm</button>"));
	CHECK(!says(r, word));
	CHECK(look("SELECT count(*) FROM account") == 2);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.add'") == 1);
	/* with other fields it is another form */
	CHECK(ask_post("/account/people/add", "once=k1&login=be.kh&unit=a&" NEW).status == 409);
	CHECK(ask_post("/account/people/add", "once=k2&login=be.lt&unit=a&" NEW).status == 422);
	/* what was shown still opens */
	as(0);
	SAME(leads(sign_in("be.lt", word, "")), "/account/password");
}

static void
what_is_wrong_with_a_new_person_is_said(void)
{
	fresh();
	as(person("admin", A));
	struct reply r = ask_post("/account/people/add", "login=admin.2&unit=A&" NEW);
	CHECK(r.status == 422 && says(r, "Đã có người dùng tên này"));
	CHECK(says(r, "value=\"Lành Thị Bé\""));
	CHECK(says(ask_post("/account/people/add", "login=b%C3%A9&unit=A&" NEW), "không dấu"));
	/* all at once by the portal, not one by one by the browser in its own language */
	r = ask_post("/account/people/add", "");
	CHECK(r.status == 422 && says(r, "href=\"#name\"") && says(r, "href=\"#login\"")
	    && says(r, "href=\"#unit\"") && says(r, "href=\"#valid_from\"") && says(r, "href=\"#document\""));
	CHECK(!says(r, " required"));
	/* by name too, but not beyond his reach, nor by a role that is none */
	CHECK(says(ask_post("/account/people/add", "login=be.b&unit=X%C3%A3%20B%C3%ACnh&" NEW),
	    "Không có đơn vị này"));
	CHECK(says(ask_post("/account/people/add", "login=be.p&unit=P&" NEW), "Không có đơn vị này"));
	CHECK(says(ask_post("/account/people/add", "login=be&unit=A&name=B&role=king"
	    "&valid_from=1/1/2026&document=1"), "Chưa chọn vai trò"));
	CHECK(says(ask_post("/account/people/add", "login=be&unit=A&name=B&role=clerk"
	    "&valid_from=2/1/2026&valid_to=1/1/2026&document=1"), "Sớm hơn ngày bắt đầu"));
	CHECK(says(ask_post("/account/people/add", "login=be&unit=A&name=B&role=clerk"
	    "&valid_from=31/2/2026&document=1"), "Ngày viết sai"));
	CHECK(look("SELECT count(*) FROM account") == 1);
	CHECK(look("SELECT count(*) FROM audit") == 0);
	CHECK(ask_post("/account/people/add", "login=be&unit=th%C3%B4n%20m%E1%BB%99t&" NEW).status == 200);
	CHECK(look("SELECT count(*) FROM mandate WHERE unit = 4") == 1);
}

static void
an_administrator_sees_the_people_of_his_units(void)
{
	fresh();
	int64_t admin = person("admin", A), below = person("clerk", A1), beside = person("clerk", B);
	int64_t above = person("admin", P), none = person("", 0), gone = person("signer", A);
	scene("UPDATE account SET name = login, name_plain = login, name_key = login");
	scene("UPDATE mandate SET valid_to = '2025-12-31' WHERE role = 'signer'");
	as(admin);
	struct reply r = ask_get("/account/people");
	CHECK(says(r, "clerk.4") && says(r, "admin.2") && !says(r, "signer.2"));
	CHECK(!says(r, "clerk.3") && !says(r, "admin.1") && !says(r, "/account/people/5\""));
	CHECK(says(r, "</small>") && says(r, "Tất cả: 2"));
	/* who has left is no longer his; who comes tomorrow is already */
	const char *left = mem_printf(scene_mem(), "/account/people/%lld", (long long)gone);
	CHECK(ask_get(left).status == 404);
	scene("UPDATE mandate SET valid_from = '2026-11-21', valid_to = '2026-11-21' WHERE role = 'signer'");
	CHECK(ask_get(left).status == 200);
	scene("UPDATE mandate SET valid_from = '2025-01-01', valid_to = '2025-12-31' WHERE role = 'signer'");
	const char *his[] = { "", "/edit", "/mandate" };
	for (size_t i = 0; i < 3; i++) {
		CHECK(ask_get(mem_printf(scene_mem(), "/account/people/%lld%s", (long long)below, his[i])).status == 200);
		CHECK(ask_get(mem_printf(scene_mem(), "/account/people/%lld%s", (long long)beside, his[i])).status == 404);
		CHECK(ask_get(mem_printf(scene_mem(), "/account/people/%lld%s", (long long)none, his[i])).status == 404);
		CHECK(ask_get(mem_printf(scene_mem(), "/account/people/%lld%s", (long long)above, his[i])).status == 404);
	}
	CHECK(says(ask_get("/account/people.json"), "\"total\": 2"));
	CHECK(!says(ask_get("/account/people.csv"), "clerk.3"));
	CHECK(!says(ask_get(mem_printf(scene_mem(), "/account/people/%lld.json", (long long)below)), "hash"));
	/* who has no unit belongs to the top */
	as(above);
	r = ask_get("/account/people");
	CHECK(says(r, "Tất cả: 6"));
	CHECK(says(ask_get("/account/people?q=CL%C3%89RK"), "Tất cả: 2"));
	CHECK(says(ask_get("/account/people?unit=xa%20binh"), "Tất cả: 1"));
	CHECK(says(ask_get("/account/people?unit=a1"), "clerk.4"));
	CHECK(says(ask_get("/account/people?state=bare"), "Tất cả: 2"));
	CHECK(says(ask_get("/account/people?state=off"), "Không có người nào như vậy"));
	CHECK(says(ask_get("/account/people?q=%25"), "Không có người nào như vậy"));
	CHECK(ask_get(mem_printf(scene_mem(), "%s/mandate", left)).status == 200);
	const char *down = ask_get("/account/people?sort=-login").body;
	CHECK(strstr(down, "signer.2</a>") < strstr(down, "admin.1</a>"));
	scene("UPDATE unit_under SET valid_to = '2025-12-31' WHERE unit = 3");
	CHECK(says(ask_get("/account/people"), "clerk.3"));
}

static void
what_someone_does_beyond_the_reach_is_not_told(void)
{
	fresh();
	int64_t admin = person("admin", A), who = person("clerk", A1), top = person("admin", P);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, post, document,"
	    " valid_from, valid_to) VALUES (%lld, 3, 'signer', 'Phó', '77/QĐ', '2026-01-01', '9999-12-31'),"
	    " (%lld, 5, 'council', 'Ủy viên', '66/QĐ', '2020-01-01', '2020-12-31')",
	    (long long)who, (long long)who));
	const char *page_ = mem_printf(scene_mem(), "/account/people/%lld", (long long)who);
	const char *faces[] = { page_, mem_printf(scene_mem(), "%s.json", page_), "/account/people",
	    "/account/people.csv", "/account/people.json" };
	as(admin);
	for (size_t i = 0; i < 5; i++) {
		struct reply r = ask_get(faces[i]);
		CHECK(r.status == 200 && says(r, "đơn vị khác") && says(r, "Thôn Một"));
		CHECK(!says(r, "Xã Bình") && !says(r, "77/QĐ") && !says(r, "66/QĐ") && !says(r, "Phó"));
	}
	/* nor by asking for it */
	CHECK(says(ask_get("/account/people?unit=xa%20binh"), "Không có người nào như vậy"));
	CHECK(says(ask_get("/account/people?unit=a1"), "clerk.4"));
	as(top);
	struct reply r = ask_get(page_);
	CHECK(says(r, "Xã Bình") && says(r, "77/QĐ") && says(r, "66/QĐ") && !says(r, "đơn vị khác"));
	CHECK(says(ask_get("/account/people?unit=xa%20binh"), "Tất cả: 1"));
	/* one's own is one's own */
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, document,"
	    " valid_from, valid_to) VALUES (%lld, 3, 'signer', '55/QĐ', '2026-01-01', '9999-12-31')",
	    (long long)admin));
	as(admin);
	r = ask_get(mem_printf(scene_mem(), "/account/people/%lld", (long long)admin));
	CHECK(says(r, "Xã Bình") && says(r, "55/QĐ"));
}

static void
nobody_decides_on_his_own_case(void)
{
	fresh();
	int64_t admin = person("admin", A);
	as(admin);
	CHECK(says(ask_get("/account/people/1"), "Đây là tài khoản của bạn"));
	CHECK(!says(ask_get("/account/people/1"), "/mandate"));
	CHECK(ask_get("/account/people/1/mandate").status == 404);
	CHECK(ask_post("/account/people/1/mandate", "unit=A&" NEW).status == 404);
	CHECK(ask_get("/account/people/1/mandate/1").status == 404);
	CHECK(ask_post("/account/people/1/mandate/1", "valid_to=21/11/2026").status == 404);
	CHECK(ask_post("/account/people/1/state", "off=1").status == 404);
	CHECK(ask_post("/account/people/1/password", "").status == 404);
	CHECK(ask_post("/account/people/1/edit", "name=a").status == 404);
	CHECK(look("SELECT count(*) FROM mandate") == 1);
	CHECK(look("SELECT count(*) FROM audit") == 0);
}

static void
whoever_holds_more_is_not_taken_over(void)
{
	fresh();
	int64_t admin = person("admin", A), leader = with_password("signer", P);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 2, 'council', '2026-01-01', '9999-12-31')", (long long)leader));
	as(admin);
	struct reply r = ask_get("/account/people/2");
	CHECK(r.status == 200 && says(r, "ngoài phạm vi bạn quản lý"));
	CHECK(says(r, "/account/people/2/mandate/3") && !says(r, "/account/people/2/mandate/2\""));
	CHECK(!says(r, "Cấp mật khẩu tạm</button>") && !says(r, "/account/people/2/edit"));
	CHECK(ask_post("/account/people/2/password", "").status == 404);
	CHECK(ask_post("/account/people/2/state", "off=1").status == 404);
	CHECK(ask_post("/account/people/2/sessions", "").status == 404);
	CHECK(ask_post("/account/people/2/edit", "name=a").status == 404);
	/* of his roles only those within reach are ended */
	CHECK(ask_post("/account/people/2/mandate/2", "valid_to=20/11/2026").status == 404);
	CHECK(ask_post("/account/people/2/mandate/3", "valid_to=20/11/2026").status == 303);
	SAME(look_text("SELECT valid_to FROM mandate WHERE id = 3"), "2026-11-20");
	/* not by another's number either */
	CHECK(ask_get("/account/people/1/mandate/3").status == 404);
}

/* What was held at a unit that is no more gives no right, and can be ended. */
static void
a_role_left_at_an_ended_unit_is_ended(void)
{
	fresh();
	int64_t admin = person("admin", A), other = person("admin", B), officer = person("unit_officer", A);
	const char *end = mem_printf(scene_mem(), "/account/people/%lld/mandate/4", (long long)officer);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (id, account, unit, role, valid_from, valid_to)"
	    " VALUES (4, %lld, 3, 'unit_officer', '2020-01-01', '9999-12-31')", (long long)officer));
	as(admin);
	CHECK(ask_get(end).status == 404);		/* B lives, and is another's */
	scene("UPDATE unit SET valid_to = '2026-11-01' WHERE id = 3;"
	    "UPDATE unit_name SET valid_to = '2026-11-01' WHERE unit = 3;"
	    "UPDATE unit_parent SET valid_to = '2026-11-01' WHERE unit = 3;"
	    "UPDATE unit_under SET valid_to = '2026-11-01' WHERE unit = 3");
	as(other);
	CHECK(ask_get("/account/people").status == 200 && !says(ask_get("/account/people"), "unit_officer"));
	CHECK(ask_get(end).status == 404 && ask_get("/account/setting").status == 404);
	CHECK(ask_get("/account/setting.csv").status == 404);
	as(admin);
	CHECK(says(ask_get(mem_printf(scene_mem(), "/account/people/%lld", (long long)officer)), end));
	CHECK(ask_get(end).status == 200);
	CHECK(ask_post(end, "valid_to=20/11/2026").status == 303);
	SAME(look_text("SELECT valid_to FROM mandate WHERE id = 4"), "2026-11-20");
}

static void
a_role_is_given_and_ended_by_the_day(void)
{
	fresh();
	int64_t admin = person("admin", A), who = person("unit_officer", A);
	as(admin);
	CHECK(says(ask_get(location(ask_post("/account/people/2/mandate", "unit=A1&" NEW))),
	    "Đã giao vai trò ở Thôn Một, từ ngày 20/11/2026"));
	CHECK(look("SELECT count(*) FROM mandate WHERE account = 2 AND unit = 4") == 1);
	struct reply r = ask_post("/account/people/2/mandate", "unit=A1&" NEW);
	CHECK(r.status == 422 && says(r, "đã giữ vai trò này"));
	CHECK(ask_post("/account/people/2/mandate", "unit=B&" NEW).status == 422);
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'role'"), "clerk");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'document'"), "1/QĐ");
	CHECK(says(ask_post("/account/people/2/mandate/3", "valid_to=18/11/2026"), "Sớm hơn ngày bắt đầu"));
	CHECK(ask_post("/account/people/2/mandate/3", "valid_to=").status == 422);
	CHECK(ask_post("/account/people/2/mandate/3", "valid_to=30/11/2026").status == 303);
	CHECK(says(ask_post("/account/people/2/mandate/3", "valid_to=1/12/2026"), "Muộn hơn"));
	SAME(look_text("SELECT old || new FROM audit_value WHERE field = 'valid_to'"
	    " ORDER BY audit DESC LIMIT 1"), "9999-12-312026-11-30");
	/* an administrator whose role ended yesterday may nothing, at once */
	scene("UPDATE mandate SET valid_to = '2026-11-19' WHERE id = 1");
	CHECK(ask_get("/account/people").status == 403);
	CHECK(ask_post("/account/people/2/state", "off=1").status == 403);
	(void)who;
}

static void
a_role_given_by_mistake_is_withdrawn_at_once(void)
{
	fresh();
	int64_t admin = person("admin", P), who = person("unit_officer", A);
	as(admin);
	/* today's, and one to come: neither was ever in force before today */
	CHECK(ask_post("/account/people/2/mandate", "unit=B&" NEW).status == 303);
	scene("INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (2, 5, 'clerk', '2026-12-01', '9999-12-31')");
	struct reply r = ask_post("/account/people/2/mandate/3", "valid_to=19/11/2026");
	CHECK(r.status == 303);
	CHECK(says(ask_get(location(r)), "Đã thu hồi vai trò ở Xã Bình"));
	CHECK(ask_post("/account/people/2/mandate/4", "valid_to=19/11/2026").status == 303);
	CHECK(look("SELECT count(*) FROM mandate_scope WHERE account = 2 AND unit IN (3, 5)"
	    " AND '2026-11-20' BETWEEN mandate_from AND mandate_to") == 0);
	/* the rows and their lines stay */
	SAME(look_text("SELECT group_concat(valid_from || ' ' || valid_to, '; ') FROM mandate WHERE id > 2"),
	    "2026-11-20 2026-11-19; 2026-12-01 2026-11-19");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.end'") == 2);
	r = ask_get("/account/people/2");
	CHECK(says(r, "Đã thu hồi") && !says(r, "/mandate/3"));
	/* it is over, and in nobody's way */
	CHECK(ask_get("/account/people/2/mandate/3").status == 404);
	CHECK(ask_post("/account/people/2/mandate/3", "valid_to=19/11/2026").status == 404);
	CHECK(ask_post("/account/people/2/mandate",
	    "unit=B&role=clerk&post=&valid_from=1/11/2026&valid_to=&document=2").status == 303);
	/* one that was in force is no mistake of today: its past stands */
	r = ask_post("/account/people/2/mandate/2", "valid_to=31/12/2019");
	CHECK(r.status == 422 && says(r, "Sớm hơn ngày bắt đầu"));
	scene("UPDATE mandate SET valid_from = '2026-11-19' WHERE id = 2");
	CHECK(ask_post("/account/people/2/mandate/2", "valid_to=18/11/2026").status == 422);
	(void)who;
}

static void
an_account_is_disabled_and_its_password_given_anew(void)
{
	fresh();
	int64_t admin = person("admin", A), who = with_password("unit_officer", A);
	as(who);
	CHECK(ask_get("/account").status == 200);
	as(admin);
	CHECK(ask_post("/account/people/2/state", "off=1").status == 303);
	as(who);
	CHECK(ask_get("/account").status == 303);
	as(0);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 422);
	as(admin);
	CHECK(says(ask_get("/account/people/2"), "Mở khóa tài khoản"));
	CHECK(ask_post("/account/people/2/state", "").status == 303);
	SAME(look_text("SELECT old || new FROM audit_value WHERE audit = 1"), "onoff");
	CHECK(look("SELECT count(*) FROM audit WHERE mandate = 1") == 2);
	struct reply r = ask_post("/account/people/2/password", "once=k");
	CHECK(r.status == 200);
	const char *word = word_of(r);
	CHECK(look("SELECT must_change FROM account WHERE id = 2") == 1);
	/* once more is another one */
	CHECK(strcmp(word_of(ask_post("/account/people/2/password", "once=k")), word));
	CHECK(ask_post("/account/people/2/sessions", "").status == 303);
	CHECK(ask_post("/account/people/2/edit", "name=M%E1%BB%9Bi&phone=1").status == 303);
	SAME(look_text("SELECT name_plain FROM account WHERE id = 2"), "moi");
	CHECK(ask_post("/account/people/2/edit", "name=").status == 422);
	struct reply bad = ask_post("/account/people/2/edit", "name=M%E1%BB%9Bi&phone=abc");
	CHECK(bad.status == 422 && says(bad, "chỉ gồm chữ số") && says(bad, "value=\"abc\""));
	SAME(look_text("SELECT phone FROM account WHERE id = 2"), "1");
	CHECK(ask_post("/account/people/2/edit", "name=M%E1%BB%9Bi&phone=%2B84+(0)91.234-567").status == 303);
	/* one that stands from before keeps nobody from a new name, and may not be made another such */
	scene("UPDATE account SET phone = 'hỏi văn thư' WHERE id = 2");
	CHECK(ask_post("/account/people/2/edit", "name=X&phone=h%E1%BB%8Fi").status == 422);
	CHECK(ask_post("/account/people/2/edit", "name=X&phone=h%E1%BB%8Fi v%C4%83n th%C6%B0").status == 303);
	scene("UPDATE account SET phone = '' WHERE id = 2");
	as(0);
	CHECK(sign_in("unit_officer.2", WORD, "").status == 422);
}

static void
a_setting_holds_from_a_day_on(void)
{
	fresh();
	as(person("admin", P));
	CHECK(says(ask_get("/account/people"), "href=\"/account/setting\""));
	struct reply r = ask_get("/account/setting");
	CHECK(r.status == 200 && says(r, "Hà Lâm") && says(r, "href=\"/account/setting/6\""));
	r = ask_get("/account/setting/1");
	CHECK(says(r, "value=\"Hà Lâm\"") && says(r, "value=\"20/11/2026\"") && says(r, "Từ 1 đến 60 ký tự"));
	r = ask_post("/account/setting/1", "value=t%E1%BB%89nh%20Th%E1%BB%AD&valid_from=20/11/2026&document=9/Q%C4%90");
	CHECK(r.status == 303);
	r = ask_get(location(r));
	CHECK(says(r, "Đã đổi: Tên địa phương, áp dụng từ ngày 20/11/2026"));
	CHECK(says(r, "</b> tỉnh Thử") && says(r, "9/QĐ") && says(r, "Đã hết áp dụng"));
	SAME(look_text("SELECT old || '>' || new FROM audit_value WHERE field = 'office'"), "Hà Lâm>tỉnh Thử");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'setting.change' AND entity = 1 AND mandate = 1") == 1);
	/* one to come holds not yet; a mistake of the same day is mended */
	CHECK(ask_post("/account/setting/4", "value=60&valid_from=1/12/2026&document=a").status == 303);
	CHECK(ask_post("/account/setting/4", "value=45&valid_from=1/12/2026&document=b").status == 303);
	SAME(look_text("SELECT group_concat(value || document) FROM setting WHERE name = 'session_idle_minutes'"
	    " AND valid_from > '2000-01-01'"), "45b");
	CHECK(says(ask_get("/account/setting"), "Sẽ áp dụng"));
	CHECK(says(ask_get("/account/setting.csv"), "tỉnh Thử") && says(ask_get("/account/setting.json"), "9/QĐ"));
	CHECK(ask_get("/account/setting.xlsx").status == 200);
	CHECK(in_order(ask_get("/account/setting.json?sort=-valid_from"), "2026-12-01", "2026-11-20"));
	CHECK(in_order(ask_get("/account/setting.json?sort=valid_from"), "2026-11-20", "2026-12-01"));
	CHECK(says(ask_get("/account/setting/4"), "value=\"30\""));
	at(NOW + 31 * 60);
	CHECK(ask_get("/account/setting").status == 303);
	/* and at once where it is of today */
	at(NOW);
	CHECK(ask_post("/account/setting/3", "value=&valid_from=20/11/2026&document=a").status == 422);
	CHECK(ask_post("/account/setting/3", "value=0217%201&valid_from=20/11/2026&document=a").status == 303);
	CHECK(says(ask_get("/account/setting"), "0217 1</span>"));
}

static void
a_setting_has_limits_and_one_master(void)
{
	static const char *const wrong[] = {
		"/account/setting/1?value=&valid_from=20/11/2026&document=a",
		"/account/setting/4?value=4&valid_from=20/11/2026&document=a",
		"/account/setting/4?value=241&valid_from=20/11/2026&document=a",
		"/account/setting/4?value=30%20ph%C3%BAt&valid_from=20/11/2026&document=a",
		"/account/setting/5?value=0&valid_from=20/11/2026&document=a",
		"/account/setting/6?value=7&valid_from=20/11/2026&document=a",
		"/account/setting/6?value=12&valid_from=19/11/2026&document=a",
		"/account/setting/6?value=12&valid_from=31/2/2027&document=a",
		"/account/setting/6?value=12&valid_from=20/11/2026&document=",
		"/account/setting/6?value=10&valid_from=20/11/2026&document=a",
	};

	fresh();
	as(person("admin", P));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		const char *mark = strchr(wrong[i], '?');
		struct reply r = ask_post(mem_copy(scene_mem(), wrong[i], (size_t)(mark - wrong[i])), mark + 1);
		CHECK(r.status == 422 && says(r, "id=\"faults\""));
	}
	CHECK(ask_post("/account/setting/7", "value=7+b%E1%BA%A3y&valid_from=20/11/2026&document=a").status == 422);
	CHECK(ask_post("/account/setting/8", "value=1+61&valid_from=20/11/2026&document=a").status == 422);
	CHECK(says(ask_post("/account/setting/6", "value=7&valid_from=20/11/2026&document=a"), "từ 8 đến 64"));
	CHECK(ask_get("/account/setting/13").status == 404);
	CHECK(ask_post("/account/setting/13", "value=1&valid_from=20/11/2026&document=a").status == 404);
	/* an administrator of one commune does not set what holds for all */
	as(person("admin", A));
	CHECK(!says(ask_get("/account/people"), "/account/setting"));
	CHECK(ask_get("/account/setting").status == 404 && ask_get("/account/setting/1").status == 404);
	CHECK(ask_post("/account/setting/1", "value=x&valid_from=20/11/2026&document=a").status == 404);
	as(person("auditor", P));
	CHECK(ask_get("/account/setting").status == 403);
	CHECK(look("SELECT count(*) FROM setting WHERE document = 'a'") == 0);
	CHECK(look("SELECT count(*) FROM audit") == 0);
}

/* A line of that account for that mandate, as the trail would hold it. */
static void
line(int id, int64_t account, const char *mandate, const char *action, int64_t entity, int64_t at_)
{
	scene(mem_printf(scene_mem(), "INSERT INTO audit VALUES (%d, %lld, %lld, %s, '10.0.0.7',"
	    " '%s', %lld, 'x')", id, (long long)at_, (long long)account, mandate, action,
	    (long long)entity));
}

static void
the_trail_is_read_as_far_as_a_mandate_reaches(void)
{
	fresh();
	int64_t top = person("auditor", P), mid = person("auditor", A);
	int64_t a1 = person("clerk", A1), b = person("clerk", B);
	line(1, a1, "3", "report.send", 11, NOW - 60);
	line(2, b, "4", "report.send", 12, NOW - 50);
	line(3, b, "NULL", "account.sign_in", 4, NOW - 40);
	line(4, a1, "3", "plan.change", 13, NOW - 40 * 86400);
	as(top);
	struct reply r = ask_get("/account/trail");
	CHECK(says(r, "Tất cả: 3") && says(r, "account.sign_in"));
	CHECK(says(r, "<th scope=\"row\" class=\"nowrap\">"));	/* when it was, in one line */
	const char *late = strstr(r.body, ">Đăng nhập (account.sign_in)<");
	CHECK(late && strstr(late, "(report.send)<"));
	as(mid);
	r = ask_get("/account/trail");
	CHECK(says(r, "Tất cả: 1") && says(r, "Thôn Một"));
	CHECK(!says(r, "account.sign_in") && !says(r, "Xã Bình"));
	CHECK(says(ask_get("/account/trail.json"), "\"total\": 1"));
	CHECK(says(ask_get("/account/trail?entity=12"), "Không có dòng nào"));
	CHECK(says(ask_get("/account/trail?from=1/10/2026"), "Tất cả: 2"));
	/* the unit counts where it stood on that day */
	scene("UPDATE unit_under SET valid_to = '2026-11-01' WHERE unit = 4 AND ancestor = 2");
	CHECK(says(ask_get("/account/trail?from=1/10/2026"), "Tất cả: 1"));
	CHECK(says(ask_get("/account/trail?from=1/10/2026"), "plan.change"));
	as(a1);
	CHECK(ask_get("/account/trail").status == 403);
	as(top);
	scene("UPDATE mandate SET valid_to = '2026-11-19' WHERE account = 1");
	CHECK(ask_get("/account/trail").status == 403);
}

static void
the_trail_is_searched(void)
{
	fresh();
	int64_t top = person("auditor", P), a1 = person("clerk", A1), b = person("clerk", B);
	scene("UPDATE account SET name = 'Bế Văn ' || id, name_plain = 'be van ' || id");
	line(1, a1, "2", "report.send", 11, NOW - 60);
	line(2, b, "3", "plan.change", 12, NOW - 50);
	scene("INSERT INTO audit_value VALUES (2, 'title', 'x', 'y', 'cũ', '=1+1'),"
	    " (1, 'note', 'x', NULL, NULL, NULL)");
	as(top);
	/* by time, person, action, either way */
	CHECK(in_order(ask_get("/account/trail.json"), "plan.change", "report.send"));
	CHECK(in_order(ask_get("/account/trail.json?sort=at"), "report.send", "plan.change"));
	CHECK(in_order(ask_get("/account/trail.json?sort=-at"), "plan.change", "report.send"));
	scene("UPDATE account SET name_key = CASE id WHEN 2 THEN '01' ELSE '02' END");
	CHECK(in_order(ask_get("/account/trail.json?sort=who"), "Bế Văn 2", "Bế Văn 3"));
	CHECK(in_order(ask_get("/account/trail.json?sort=-who"), "Bế Văn 3", "Bế Văn 2"));
	CHECK(in_order(ask_get("/account/trail.json?sort=action"), "plan.change", "report.send"));
	CHECK(in_order(ask_get("/account/trail.json?sort=-action"), "report.send", "plan.change"));
	CHECK(says(ask_get("/account/trail?sort=-action"), "aria-sort=\"descending\""));
	CHECK(says(ask_get("/account/trail?who=B%E1%BA%BE%20VAN%202"), "Tất cả: 1"));
	CHECK(says(ask_get("/account/trail?who=clerk"), "Tất cả: 2"));
	CHECK(says(ask_get("/account/trail?action=plan."), "Tất cả: 1"));
	CHECK(says(ask_get("/account/trail?action=%25"), "Không có dòng nào"));
	/* or by its words, with marks or without, in either language */
	CHECK(says(ask_get("/account/trail?action=g%E1%BB%ADi%20b%C3%A1o%20c%C3%A1o"), "Tất cả: 1"));
	CHECK(says(ask_get("/account/trail?action=GUI+bao+cao"), "(report.send)<") && says(ask_get("/account/trail?action=send+the"), "(report.send)<"));
	CHECK(says(ask_get("/account/trail?action=gui+bao+cao"), "Tất cả: 1") && says(ask_get("/account/trail?action=thu+hoi+het"), "Không có dòng nào"));
	CHECK(says(ask_get("/account/trail?entity=12"), "Tên phần: cũ → =1+1"));
	CHECK(says(ask_get("/account/trail?to=19/11/2026"), "Không có dòng nào"));
	CHECK(says(ask_get("/account/trail?from=20/11/2026&to=20/11/2026"), "Tất cả: 2"));
	struct reply r = ask_get("/account/trail?from=31/2/2026");
	CHECK(r.status == 422 && says(r, "Ngày viết sai") && says(r, "value=\"31/2/2026\"") && !says(r, "class=\"asof\""));
	CHECK(ask_get("/account/trail?from=2/1/2026&to=1/1/2026").status == 422);
	CHECK(ask_get("/account/trail?entity=x").status == 422);
	CHECK(says(ask_get("/account/trail"), "/account/trail.csv"));
	CHECK(!says(ask_get("/account/trail?entity=x"), "/account/trail."));
	/* what was typed stays, as the page says */
	CHECK(says(ask_get("/account/trail?entity=x"), "value=\"x\""));
	CHECK(!says(ask_get("/account/trail"), "value=\"0\""));
	CHECK(ask_get("/account/trail.csv?entity=x").status == 400);
	/* the first day there is has none before it */
	CHECK(ask_get("/account/trail?to=15/01/1000").status == 200);
	/* a cell that a sheet would take for a formula is quoted */
	scene("UPDATE account SET name = '=cmd()' WHERE id = 2; UPDATE account SET name = '@SUM' WHERE id = 3");
	r = ask_get("/account/trail.csv");
	CHECK(r.status == 200 && strstr(r.head, "account-trail.csv"));
	CHECK(says(r, "'=cmd()") && says(r, "'@SUM"));
	CHECK(!says(r, ",=cmd()") && !says(r, "\n=cmd()"));
	/* one more page when there are more than a hundred */
	scene("INSERT INTO audit SELECT value, 1795143000, 2, 2, '', 'x.y', 1, '' FROM"
	    " (WITH RECURSIVE n(value) AS (SELECT 3 UNION ALL SELECT value + 1 FROM n WHERE value < 150)"
	    " SELECT value FROM n)");
	CHECK(says(ask_get("/account/trail?action=x.&page=2"), "aria-current=\"page\">Trang 2"));
}

static void
what_was_taken_out_is_read_as_far_as_a_mandate_reaches(void)
{
	fresh();
	int64_t top = person("auditor", P), mid = person("auditor", A), a1 = person("clerk", A1);
	int64_t b = person("clerk", B);
	scene("UPDATE account SET name = 'Bế Văn ' || id, name_plain = 'be van ' || id");
	scene(mem_printf(scene_mem(), "INSERT INTO exported VALUES"
	    " (%lld, '2026-11-20', '/report.csv?q=1', %d), (%lld, '2026-11-19', '/unit.xlsx', %d),"
	    " (%lld, '2019-12-31', '/old.csv', 5)", (long long)a1, NOW - 60, (long long)b,
	    NOW - 86400, (long long)a1));
	as(top);
	struct reply r = ask_get("/account/export");
	CHECK(r.status == 200 && says(r, "Tất cả: 2") && says(r, "/report.csv?q=1"));
	CHECK(strstr(r.body, "/report.csv") < strstr(r.body, "/unit.xlsx"));
	CHECK(in_order(ask_get("/account/export?sort=at"), ">/unit.xlsx<", ">/report.csv?q=1<"));
	CHECK(in_order(ask_get("/account/export?sort=-at"), ">/report.csv?q=1<", ">/unit.xlsx<"));
	CHECK(in_order(ask_get("/account/export?sort=path"), ">/report.csv?q=1<", ">/unit.xlsx<"));
	CHECK(in_order(ask_get("/account/export?sort=-path"), ">/unit.xlsx<", ">/report.csv?q=1<"));
	CHECK(in_order(ask_get("/account/export?sort=login"), ">clerk.3<", ">clerk.4<"));
	CHECK(in_order(ask_get("/account/export?sort=-login"), ">clerk.4<", ">clerk.3<"));
	scene("UPDATE account SET name_key = CASE id WHEN 3 THEN '01' ELSE '02' END");
	CHECK(in_order(ask_get("/account/export?sort=who"), ">clerk.4<", ">clerk.3<"));
	CHECK(in_order(ask_get("/account/export?sort=-who"), ">clerk.3<", ">clerk.4<"));
	CHECK(says(ask_get("/account/export?path=/unit"), "Tất cả: 1"));
	CHECK(says(ask_get("/account/export?who=B%E1%BA%BE%20V%C4%82N%203"), "/report.csv"));
	CHECK(says(ask_get("/account/export?from=1/1/2019&to=1/1/2020"), "/old.csv"));
	CHECK(says(ask_get("/account/export?who=nobody"), "không ai tải gì"));
	CHECK(ask_get("/account/export?from=31/2/2026").status == 422);
	CHECK(says(ask_get("/account/export"), "/account/export.csv"));
	CHECK(!says(ask_get("/account/export?from=31/2/2026"), "/account/export."));
	CHECK(ask_get("/account/export.csv?from=31/2/2026").status == 400);
	CHECK(ask_get("/account/export?from=2/1/2026&to=1/1/2026").status == 422);
	/* that is taken out too */
	CHECK(says(ask_get("/account/export.csv"), "/unit.xlsx"));
	CHECK(says(ask_get("/account/export"), "/account/export.csv"));
	as(mid);
	r = ask_get("/account/export?from=1/1/2019");
	CHECK(says(r, "Tất cả: 1") && says(r, "/report.csv") && !says(r, "/unit.xlsx"));
	/* nor of days on which he was not yet there */
	CHECK(!says(r, "/old.csv"));
	as(b);
	CHECK(ask_get("/account/export").status == 403);
}

static void
the_trail_speaks_in_words(void)
{
	fresh();
	int64_t top = person("auditor", P), a1 = person("clerk", A1);
	line(1, a1, "2", "plan.submit", 11, NOW - 60);
	line(2, a1, "2", "account.give", 12, NOW - 50);
	line(3, a1, "2", "report.save", 13, NOW - 40);
	line(4, a1, "2", "account.sign_out", 14, NOW - 30);
	scene("INSERT INTO audit_value VALUES (1, 'state', 'x', 'y', 'draft', 'submitted'),"
	    " (1, 'kinds III.2', 'x', 'y', '', 'xã'),"
	    " (2, 'role', 'x', 'y', '', 'clerk'), (2, 'valid_to', 'x', 'y', '2026-11-05', '9999-12-31'),"
	    " (3, 'HN01', 'x', 'y', '1', '2'), (3, 'namex', 'x', 'y', 'a', 'b')");
	as(top);
	CHECK(says(ask_get("/account/trail?entity=11"), "Loại đơn vị III.2: (trống) → xã; "
	    "Tình trạng: Dự thảo → Đã trình, chờ duyệt<"));
	CHECK(says(ask_get("/account/trail?entity=12"), "Vai trò: (trống) → Văn thư; "
	    "Đến hết ngày: 05/11/2026 → không thời hạn<"));
	/* a code that another table has words for, a unit by its name of that day */
	line(5, a1, "2", "task_unit.receive", 15, NOW - 30);
	line(6, a1, "2", "nomination.change", 16, NOW - 30);
	line(7, a1, "2", "unit.member_add", 17, NOW - 30);
	scene("INSERT INTO audit_value VALUES (5, 'state', 'x', 'y', 'given', 'received'),"
	    " (6, 'award_type', 'x', 'y', 'merit', 'sudden'), (6, 'of_unit', 'x', 'y', '', '2'),"
	    " (6, 'unit', 'x', 'y', '2', '99'), (7, 'unit', 'x', 'y', '', '3')");
	CHECK(says(ask_get("/account/trail?entity=15"),
	    "Tình trạng: Đã giao, chưa nhận → Đã nhận, đang thực hiện<"));
	CHECK(says(ask_get("/account/trail?entity=16"), "Loại khen thưởng: Công trạng → Đột xuất; "
	    "Thuộc đơn vị: (trống) → Xã An; Đơn vị: Xã An → 99<"));
	CHECK(says(ask_get("/account/trail?entity=17"), "Đơn vị: (trống) → 3<"));	/* a name */
	scene("UPDATE unit_name SET valid_to = '2025-12-31' WHERE unit = 2");
	CHECK(says(ask_get("/account/trail?entity=16"), "Thuộc đơn vị: (trống) → 2;"));
	/* what has no words stands as it is, and nothing is said of nothing */
	CHECK(says(ask_get("/account/trail?entity=13"), "HN01: 1 → 2; namex: a → b<"));
	struct reply r = ask_get("/account/trail?entity=14");
	CHECK(says(r, "Đăng xuất (account.sign_out)") && !says(r, "không có giá trị"));
	CHECK(!says(ask_get("/account/trail"), "/erase"));
	/* a line leads to its record, unless it has no page */
	CHECK(says(ask_get("/account/trail?entity=11"), "href=\"/plan/11\""));
	CHECK(says(ask_get("/account/trail?entity=13"), "href=\"/report/13\""));
	CHECK(!says(ask_get("/account/trail?entity=14"), "href=\"/account/14\"")
	    && !says(ask_get("/account/trail?entity=14"), "#"  "\""));
	struct ask a = ask_of("GET", "/account/trail?entity=12", "");
	a.cookie = "s=t1; lang=en";
	CHECK(says(ask_raw(a), "Role: (empty) → Registry clerk"));
}

#define ERASE "reason=Theo%20%C4%91%C6%A1n&document=12/%C4%90Y&typed="

static void
values_of_the_trail_are_erased_and_it_stays_whole(void)
{
	fresh();
	int64_t admin = person("admin", P), who = person("unit_officer", A), top = person("auditor", P);
	int64_t other = person("admin", A);
	as(other);
	CHECK(ask_post(mem_printf(scene_mem(), "/account/people/%lld/edit", (long long)who),
	    "name=B%C3%A9&phone=0912345").status == 303);
	CHECK(ask_post(mem_printf(scene_mem(), "/account/people/%lld/sessions", (long long)who), "").status == 303);
	as(admin);
	CHECK(says(ask_get("/account/people"), "href=\"/account/trail/erase\""));
	CHECK(says(ask_get("/account/trail/erase"), "name=\"line\""));
	SAME(leads(ask_get("/account/trail/erase?line=1")), "/account/trail/1/erase");
	struct reply r = ask_get("/account/trail/1/erase");
	CHECK(r.status == 200 && !says(r, "0912345") && says(r, "(có giá trị)"));
	CHECK(says(r, "Điện thoại") && says(r, "name=\"typed\""));
	/* name and phone, in one table */
	const char *head = strstr(r.body, "<caption>");
	CHECK(head && !strstr(head + 1, "<caption>") && strstr(head, ">Tên<"));
	/* the values only if he may read the trail too */
	scene("INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " SELECT account, unit, 'auditor', valid_from, '9999-12-31' FROM mandate WHERE account = 1");
	CHECK(says(ask_get("/account/trail/1/erase"), "0912345"));
	scene("UPDATE mandate SET valid_to = '2020-01-01' WHERE role = 'auditor' AND account = 1");
	r = ask_post("/account/trail/1/erase", "once=k&" ERASE "1");
	CHECK(r.status == 303);
	r = ask_get(location(r));
	CHECK(says(r, "Đã xóa giá trị ở dòng 1") && says(r, "theo 12/ĐY") && !says(r, "0912345"));
	CHECK(!says(r, "name=\"typed\""));
	CHECK(look("SELECT count(*) FROM audit_value WHERE audit = 1 AND salt IS NULL AND old IS NULL"
	    " AND new IS NULL AND length(digest) = 64") == 2);
	/* its own line; the chain is whole */
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'audit.erase' AND entity = 1 AND id = 3") == 1);
	db_begin(scene_db(), DB_READ);
	CHECK(audit_check(scene_db(), scene_mem()) == 0);
	db_rollback(scene_db());
	/* once */
	CHECK(ask_post("/account/trail/1/erase", ERASE "1").status == 409);
	as(top);
	r = ask_get("/account/trail");
	CHECK(says(r, "đã xóa lúc 10:00, 20/11/2026, theo 12/ĐY") && !says(r, "0912345"));
	CHECK(says(r, "Xóa giá trị của một dòng nhật ký (audit.erase)"));
	CHECK(!says(ask_get("/account/trail.csv"), "0912345"));
}

static void
values_are_erased_only_by_who_may_and_on_purpose(void)
{
	fresh();
	int64_t admin = person("admin", P), who = person("unit_officer", A), mid = person("admin", A);
	int64_t side = person("admin", B);
	line(1, who, "2", "report.save", 1, NOW - 60);
	line(2, admin, "1", "account.change", 2, NOW - 50);
	line(3, who, "2", "report.open", 3, NOW - 40);
	line(4, who, "2", "audit.erase", 9, NOW - 30);
	line(5, who, "NULL", "account.sign_in", 2, NOW - 30);
	scene("INSERT INTO audit_value VALUES (1, 'note', 'x', 'y', '', 'kín'), (2, 'name', 'x', 'y', '', 'kín'),"
	    " (4, 'reason', 'x', 'y', '', 'kín'), (5, 'name', 'x', 'y', '', 'kín')");
	as(admin);
	/* a mistyped number, no reason, no document */
	struct reply r = ask_post("/account/trail/1/erase", ERASE "2");
	CHECK(r.status == 422 && says(r, "Không phải số của dòng này") && says(r, "Theo đơn"));
	CHECK(ask_post("/account/trail/1/erase", ERASE).status == 422);
	CHECK(ask_post("/account/trail/1/erase", "reason=&document=1&typed=1").status == 422);
	CHECK(says(ask_post("/account/trail/1/erase", "reason=&document=&typed=2"), "Không phải số của dòng"));
	CHECK(ask_post("/account/trail/1/erase", "reason=Theo%20don&document=&typed=1").status == 422);
	/* his own, a line without values, one that tells of an erasure */
	CHECK(ask_post("/account/trail/2/erase", ERASE "2").status == 409);
	CHECK(says(ask_get("/account/trail/2/erase"), "do chính bạn làm"));
	CHECK(ask_post("/account/trail/3/erase", ERASE "3").status == 409);
	CHECK(says(ask_get("/account/trail/3/erase"), "không có gì để xóa"));
	CHECK(ask_post("/account/trail/4/erase", ERASE "4").status == 409);
	CHECK(ask_get("/account/trail/99/erase").status == 404);
	r = ask_get("/account/trail/erase?line=99");
	CHECK(r.status == 422 && says(r, "Không có dòng này") && says(r, "value=\"99\""));
	CHECK(ask_get("/account/trail/erase?line=x").status == 422);
	/* beside it, above it, and without the ability */
	as(side);
	CHECK(ask_get("/account/trail/1/erase").status == 404);
	CHECK(ask_post("/account/trail/1/erase", ERASE "1").status == 404);
	CHECK(ask_get("/account/trail/erase?line=1").status == 422);
	as(mid);
	CHECK(ask_get("/account/trail/1/erase").status == 200 && ask_get("/account/trail/2/erase").status == 404);
	CHECK(ask_get("/account/trail/5/erase").status == 404);
	as(person("auditor", P));
	CHECK(ask_get("/account/trail/1/erase").status == 403);
	CHECK(ask_post("/account/trail/1/erase", ERASE "1").status == 403);
	CHECK(look("SELECT count(*) FROM audit_value WHERE new = 'kín'") == 4);
	CHECK(look("SELECT count(*) FROM audit") == 5);
}

static void
mail_is_asked_for_by_oneself(void)
{
	static const char *const wrong[] = { "email=lan&mail=1", "email=lan@&mail=1",
	    "email=@a.vn&mail=1", "email=a@b&mail=1", "email=a@b..vn&mail=1", "email=a@.b.vn&mail=1",
	    "email=a%3C@b.vn&mail=1", "email=a+b@c.vn&mail=1", "email=a@b.vn%0D%0ABcc:x&mail=1",
	    "email=a@b_c.vn&mail=1", "email=&mail=1" };

	fresh();
	int64_t who = person("unit_officer", A);
	as(who);
	scene("INSERT INTO notice (id, kind, unit, record, stage, what, path, day, at)"
	    " VALUES (7, 'plan_sent', 2, 1, 1, 'x', '/plan/1', '2026-11-19', 0)");
	CHECK(says(ask_get("/account/mail"), "hiện chưa gửi thư"));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct reply r = ask_post("/account/mail", wrong[i]);
		CHECK(r.status == 422 && says(r, "id=\"faults\""));
	}
	CHECK(look("SELECT count(*) FROM account WHERE mail = 1 OR email <> ''") == 0);
	CHECK(look("SELECT count(*) FROM audit") == 0);
	struct reply r = ask_post("/account/mail", "email=lan.ht@an.gov.vn&mail=1");
	SAME(leads(r), "/account");
	SAME(look_text("SELECT email || mail FROM account WHERE email <> ''"), "lan.ht@an.gov.vn1");
	/* what was there before is not sent */
	CHECK(look("SELECT upto FROM notice_mail") == 7);
	scene("INSERT INTO upkeep VALUES ('mailer', 1795143500, '')");
	r = ask_get("/account/mail");
	CHECK(says(r, "value=\"lan.ht@an.gov.vn\"") && !says(r, "hiện chưa gửi thư"));
	CHECK(ask_post("/account/mail", "email=lan.ht@an.gov.vn").status == 303);
	CHECK(look("SELECT mail FROM account WHERE email <> ''") == 0);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.mail'") == 2);
}

int
main(void)
{
	scene_cheap();
	the_right_password_opens_a_session();
	with_https_the_cookie_is_bound_to_the_host();
	one_answer_whoever_exists();
	who_fails_waits_and_is_never_locked_out();
	an_address_waits_later_than_an_account();
	who_guesses_elsewhere_keeps_nobody_out();
	a_browser_is_known_by_what_it_was_given();
	signing_in_leads_to_no_other_host();
	a_form_from_elsewhere_signs_nobody_in();
	signing_out_ends_the_session();
	a_session_in_use_goes_on_and_an_idle_one_ends();
	sessions_are_few_and_can_be_ended();
	a_password_is_changed_by_who_knows_it();
	a_password_is_not_made_of_the_place();
	a_password_is_long_and_of_any_signs();
	a_reset_in_between_stands();
	a_password_never_changes_without_a_line();
	a_password_given_anew_has_a_line_before_it();
	guessing_the_old_password_has_to_wait();
	a_password_typed_after_the_end_is_kept_nowhere();
	a_temporary_password_must_be_changed_first();
	a_person_is_added_with_a_password_that_is_shown_once();
	a_person_added_twice_is_one_and_the_repeat_says_so();
	what_is_wrong_with_a_new_person_is_said();
	an_administrator_sees_the_people_of_his_units();
	what_someone_does_beyond_the_reach_is_not_told();
	nobody_decides_on_his_own_case();
	whoever_holds_more_is_not_taken_over();
	a_role_left_at_an_ended_unit_is_ended();
	a_role_is_given_and_ended_by_the_day();
	a_role_given_by_mistake_is_withdrawn_at_once();
	an_account_is_disabled_and_its_password_given_anew();
	a_setting_holds_from_a_day_on();
	a_setting_has_limits_and_one_master();
	the_trail_is_read_as_far_as_a_mandate_reaches();
	the_trail_is_searched();
	what_was_taken_out_is_read_as_far_as_a_mandate_reaches();
	the_trail_speaks_in_words();
	values_of_the_trail_are_erased_and_it_stays_whole();
	values_are_erased_only_by_who_may_and_on_purpose();
	mail_is_asked_for_by_oneself();
	return done();
}
