/*
 * account_factor_test.c - the second factor: on, at sign-in, off, lost, and demanded.
 *
 * Argon2 on the one password of all is played, for it is asked often and slow.
 */

#include "tests/scene.h"

#include <dlfcn.h>
#include <liboath/oath.h>
#include <qrencode.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/qr.h"
#include "cgi-bin/lib/reply.h"
#include "cgi-bin/lib/totp.h"
#include "db/credential.h"
#include "db/factor.h"

#define WORD "con+trau+an+co"
#define KEY "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"		/* 12345678901234567890 */

static const char *
hash(void)
{
	static char text[200];

	if (!*text)
		snprintf(text, sizeof(text), "%s", credential_hash(scene_mem(), "con trau an co"));
	return text;
}

int
crypto_pwhash_str_verify(const char hash_[crypto_pwhash_STRBYTES], const char *word,
    unsigned long long n)
{
	static int (*real)(const char *, const char *, unsigned long long);

	if (!real)
		real = (int (*)(const char *, const char *, unsigned long long))
		    dlsym(RTLD_NEXT, "crypto_pwhash_str_verify");
	if (strcmp(hash_, hash()))
		return real(hash_, word, n);
	return n == 14 && !memcmp(word, "con trau an co", n) ? 0 : -1;
}

static int64_t
with_password(const char *role, int64_t unit)
{
	int64_t id = person(role, unit);

	scene_secret(mem_printf(scene_mem(), "INSERT INTO credential VALUES (%lld, '%s', 0)",
	    (long long)id, hash()));
	return id;
}

/* His factor is KEY; his codes on paper are aaaa, bbbb ..., all of one salt. */
static void
give_factor(int64_t id)
{
	static char kept[2][80];
	static const char salt[] = "000102030405060708090a0b0c0d0e0f";

	for (int i = 0; i < 2; i++) {
		const char *code = i ? "bbbb-bbbb-bbbb" : "aaaa-aaaa-aaaa";
		if (!*kept[i])
			snprintf(kept[i], sizeof(kept[i]), "%s", factor_code_hash(scene_mem(), salt, code));
		scene_secret(mem_printf(scene_mem(), "INSERT INTO factor_code VALUES (%lld, '%s', NULL)",
		    (long long)id, kept[i]));
	}
	scene_secret(mem_printf(scene_mem(), "INSERT INTO factor VALUES (%lld, '" KEY "', 1, 0, 1, 0, '%s')",
	    (long long)id, salt));
	scene(mem_printf(scene_mem(), "UPDATE account SET factor = 1 WHERE id = %lld", (long long)id));
}

/* What an app with that key shows then. */
static const char *
code_at(const char *key, int64_t at_)
{
	char *bytes = NULL, *out = mem_take(scene_mem(), 7);
	size_t n = 0;

	if (oath_base32_decode(key, strlen(key), &bytes, &n) != OATH_OK
	    || oath_totp_generate(bytes, n, (time_t)at_, 30, 0, 6, out) != OATH_OK)
		exit(1);
	free(bytes);
	return out;
}

/* The value of a cookie that was set, as it is sent back; "" if it was not. */
static const char *
cookie_of(struct reply r, const char *name)
{
	const char *head = mem_printf(scene_mem(), "Set-Cookie: %s=", name);
	const char *from = strstr(r.head, head);

	return from ? mem_copy(scene_mem(), from + 12, strcspn(from + 12, ";")) : "";
}

static struct reply
ask_with(const char *cookie_, const char *method, const char *path, const char *body)
{
	struct ask a = ask_of(method, path, body);

	a.cookie = cookie_;
	return ask_raw(a);
}

static struct reply
sign_in(const char *login)
{
	return ask_post("/account/sign-in", mem_printf(scene_mem(), "login=%s&password=" WORD, login));
}

static struct reply
send_code(const char *half, const char *fields)
{
	return ask_with(half, "POST", "/account/sign-in/code", fields);
}

static struct reply
sign_in_twice(const char *login, int64_t now)
{
	return send_code(cookie_of(sign_in(login), "h"), mem_printf(scene_mem(), "code=%s",
	    code_at(KEY, now)));
}

static int64_t
lines(const char *action)
{
	return look(mem_printf(scene_mem(), "SELECT count(*) FROM audit WHERE action = 'account.%s'",
	    action));
}

static const char *
secret_text(const char *sql)
{
	static struct sql kept[200];	/* they live as long as the connection */
	static struct mem *texts;
	static int n;
	struct sql *q = &kept[n++ % 200];

	if (!texts)
		texts = mem_new();
	memcpy(q, &(struct sql){ .text = mem_text(texts, sql) }, sizeof(*q));
	db_begin(scene_secrets(), DB_READ);
	const char *text = db_row(scene_secrets(), q) ? col_text(q, 0, scene_mem()) : "";
	db_rollback(scene_secrets());
	return text;
}

/* RFC 6238, appendix B; six digits are the last of its eight. */
static void
codes_are_those_of_the_standard(void)
{
	static const struct {
		int64_t at;
		const char *code;
	} vectors[] = { { 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" },
	    { 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" } };
	static const char *const wrong[] = { "", "28708", "2870822", "28708a", "-87082", "287 0821",
	    "２８７０８２", "287083", "0x1234", "+28708" };

	fresh();
	for (size_t i = 0; i < sizeof(vectors) / sizeof(*vectors); i++) {
		int64_t now = vectors[i].at, step = now / 30;
		const char *code = vectors[i].code;
		CHECK(totp_step(scene_mem(), KEY, code, now, 0) == step);
		/* a step before and after, and no more */
		CHECK(totp_step(scene_mem(), KEY, code, step * 30 - 30, 0) == step);
		CHECK(totp_step(scene_mem(), KEY, code, step * 30 + 59, 0) == step);
		CHECK(step == 1 || totp_step(scene_mem(), KEY, code, step * 30 - 31, 0) == 0);
		CHECK(totp_step(scene_mem(), KEY, code, step * 30 + 60, 0) == 0);
		/* once */
		CHECK(totp_step(scene_mem(), KEY, code, now, step) == 0);
		CHECK(totp_step(scene_mem(), KEY, code, now, step + 1) == 0);
		CHECK(totp_step(scene_mem(), KEY, code, now, step - 1) == step);
	}
	CHECK(totp_step(scene_mem(), KEY, " 287 082 ", 59, 0) == 1);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		CHECK(totp_step(scene_mem(), KEY, wrong[i], 59, 0) == 0);
	CHECK(totp_step(scene_mem(), "!", "287082", 59, 0) == 0);
	/* keys are long, and no two are one */
	const char *one = totp_key(scene_mem()), *two = totp_key(scene_mem());
	CHECK(strlen(one) == 32 && strlen(two) == 32 && strcmp(one, two));
	CHECK(strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == 32);
	SAME(totp_address(scene_mem(), "KEY", "Cổng A", "an.b"),
	    "otpauth://totp/C%E1%BB%95ng%20A:an.b?secret=KEY&issuer=C%E1%BB%95ng%20A");
}

/* The path drawn on squared paper is the code that the library made. */
static void
the_picture_is_the_code(void)
{
	static char paper[200][200];
	const char *text = "otpauth://totp/C%E1%BB%95ng:a?secret=" KEY;
	QRcode *q = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	int size, x, y, n, dark = 0, read = 0;
	const char *path = qr_path(scene_mem(), text, &size);

	CHECK(q && path && size == q->width + 8);
	for (; sscanf(path, "M%d %dh%dv1h-%*dz%n", &x, &y, &n, &read) == 3; path += read)
		for (int i = 0; i < n; i++)
			paper[y][x + i]++;
	CHECK(!*path);
	for (y = 0; y < size; y++)
		for (x = 0; x < size; x++) {
			bool inside = x >= 4 && y >= 4 && x < size - 4 && y < size - 4;
			int is = inside && (q->data[(y - 4) * q->width + x - 4] & 1);
			dark += is;
			CHECK(paper[y][x] == is);
		}
	CHECK(dark > 300);
	QRcode_free(q);
	char *long_ = mem_take(scene_mem(), 5001);
	memset(long_, 'a', 5000);
	CHECK(!qr_path(scene_mem(), long_, &size));
}

/* As the header promises, by itself: whoever asks twice in one transaction, too. */
static void
what_is_taken_is_taken(void)
{
	fresh();
	struct db *secret = scene_secrets();
	int64_t who = with_password("unit_officer", A);
	give_factor(who);
	const char *code = secret_text("SELECT hash FROM factor_code WHERE account = 1 LIMIT 1");
	db_begin(secret, DB_WRITE);
	CHECK(factor_take(secret, who, 100) && !factor_take(secret, who, 100));
	CHECK(!factor_take(secret, who, 99) && factor_take(secret, who, 101) && !factor_take(secret, who + 1, 200));
	CHECK(factor_code_good(secret, who, code) && !factor_code_good(secret, who + 1, code));
	CHECK(!factor_code_take(secret, who + 1, code, NOW) && factor_code_take(secret, who, code, NOW));
	CHECK(!factor_code_good(secret, who, code) && !factor_code_take(secret, who, code, NOW));
	CHECK(!factor_code_good(secret, who, "") && !factor_code_take(secret, who, "", NOW));
	CHECK(factor_of(secret, scene_mem(), who).left == 1);
	/* a key that counts is not replaced by a new one; one that does not is */
	factor_begin(secret, who, "NEW", 7, NOW);
	SAME(factor_of(secret, scene_mem(), who).key, KEY);
	factor_off(secret, who);
	SAME(factor_of(secret, scene_mem(), who).key, "");
	factor_begin(secret, who, "NEW", 7, NOW);
	factor_begin(secret, who, "NEWER", 7, NOW);
	struct factor f = factor_of(secret, scene_mem(), who);
	CHECK(!strcmp(f.key, "NEWER") && !f.since && f.session == 7 && f.made == NOW && !f.left);
	factor_on(secret, who, 5, NOW + 1);
	factor_on(secret, who, 4, NOW + 2);
	f = factor_of(secret, scene_mem(), who);
	CHECK(f.since == NOW + 1 && f.step == 5);
	db_rollback(secret);
}

/* What stands between a mark and the next "<". */
static const char *
after(struct reply r, const char *mark)
{
	const char *from = strstr(r.body, mark);

	return from ? mem_copy(scene_mem(), from + strlen(mark), strcspn(from + strlen(mark), "<")) : "";
}

static void
it_counts_once_a_code_was_right(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	struct reply elsewhere = sign_in("unit_officer.2"), r;
	const char *there = cookie_of(elsewhere, "s");
	as(who);
	r = ask_get("/account/factor");
	CHECK(r.status == 200 && says(r, "Bắt đầu bật") && !says(r, "Đang bật"));
	CHECK(says(ask_get("/account"), "chưa bật"));
	/* without a key there is nothing to be proved */
	SAME(leads(ask_get("/account/factor/key")), "/account/factor");
	CHECK(ask_post("/account/factor/key", "code=123456").status == 409);
	CHECK(ask_post("/account/factor", "password=").status == 422);
	CHECK(ask_post("/account/factor", "password=sai").status == 422);
	SAME(secret_text("SELECT count(*) FROM factor"), "0");
	r = ask_post("/account/factor", "password=" WORD);
	SAME(leads(r), "/account/factor/key");
	r = ask_get("/account/factor/key");
	CHECK(r.status == 200 && says(r, "<path d=\"M4 4h7v1h-7z"));
	const char *key = secret_text("SELECT key FROM factor");
	CHECK(says(r, mem_printf(scene_mem(), "%.4s %.4s %.4s", key, key + 4, key + 8)));
	CHECK(strstr(r.head, "no-store") != NULL);
	/* it counts for nothing yet */
	as(0);
	CHECK(*cookie_of(sign_in("unit_officer.2"), "s"));
	as(who);
	CHECK(says(ask_get("/account/factor"), "Bắt đầu bật"));
	r = ask_post("/account/factor/key", "code=");
	CHECK(r.status == 422 && says(r, "<path d="));
	r = ask_post("/account/factor/key", "code=000000");
	CHECK(r.status == 422 && says(r, "href=\"#code\""));
	CHECK(lines("code_wrong") == 1 && lines("factor_on") == 0);
	/* nor in another session of his, nor after a while */
	CHECK(ask_with(there, "GET", "/account/factor/key", "").status == 303);
	at(NOW + 900);
	CHECK(ask_with(there, "GET", "/account/seen", "").status == 303);
	SAME(leads(ask_get("/account/seen?then=/account/factor/key")), "/account/factor/key");
	SAME(leads(ask_get("/account/factor/key")), "/account/factor");
	at(NOW + 899);
	r = ask_post("/account/factor/key", mem_printf(scene_mem(), "code=%s", code_at(key, NOW + 899)));
	CHECK(r.status == 200 && says(r, "Xác minh hai bước đã bật"));
	int shown = 0;
	for (const char *c = r.body; (c = strstr(c, "<p class=\"code\" translate=\"no\">")); c++)
		shown++;
	CHECK(shown == FACTOR_CODES);
	const char *paper = after(r, "<p class=\"code\" translate=\"no\">");
	CHECK(strlen(paper) == 14);
	SAME(secret_text("SELECT count(*) FROM factor_code WHERE used IS NULL AND length(hash) = 64"), "8");
	SAME(look_text("SELECT group_concat(action) FROM (SELECT action FROM audit"
	    " WHERE action LIKE 'account.factor%' ORDER BY id)"), "account.factor_key,account.factor_begun,account.factor_on");
	CHECK(look(mem_printf(scene_mem(), "SELECT factor FROM account WHERE id = %lld", (long long)who))
	    == NOW + 899);
	/* all else that was open has ended */
	CHECK(ask_get("/account").status == 200);
	CHECK(ask_with(there, "GET", "/account", "").status == 303);
	r = ask_get("/account/factor");
	CHECK(says(r, "Đang bật") && says(r, "8 trên 8") && !says(r, paper) && !says(r, key));
	/* it is not begun again while it is on, nor is the same form */
	CHECK(ask_post("/account/factor", "password=" WORD).status == 409);
	CHECK(ask_post("/account/factor/key", "code=123456").status == 409);
	/* neither key nor codes lie anywhere else */
	CHECK(!look(mem_printf(scene_mem(), "SELECT count(*) FROM audit_value WHERE instr(new, '%s')"
	    " OR instr(new, '%s')", key, paper)));
	CHECK(!look("SELECT count(*) FROM posted WHERE path LIKE '/account/factor%'"));
	CHECK(!look("SELECT count(*) FROM draft"));
	SAME(secret_text(mem_printf(scene_mem(), "SELECT count(*) FROM factor_code WHERE hash = '%s'",
	    paper)), "0");
	/* the code that proved it is used; the next opens, and so does one of the paper */
	as(0);
	const char *half = cookie_of(sign_in("unit_officer.2"), "h");
	CHECK(send_code(half, mem_printf(scene_mem(), "code=%s", code_at(key, NOW + 899))).status == 422);
	CHECK(send_code(half, mem_printf(scene_mem(), "code=%s", code_at(key, NOW + 929))).status == 303);
	half = cookie_of(sign_in("unit_officer.2"), "h");
	r = send_code(half, mem_printf(scene_mem(), "paper=%s", paper));
	CHECK(r.status == 303 && *cookie_of(r, "s"));
}

static void
half_a_sign_in_is_none(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	give_factor(who);
	struct ask a = ask_of("POST", "/account/sign-in",
	    "login=unit_officer.2&password=" WORD "&then=/plan%3Fq%3Da");
	struct reply r = ask_raw(a);
	CHECK(r.status == 303);
	SAME(leads(r), "/account/sign-in/code?then=/plan%3Fq%3Da");
	SAME(cookie_of(r, "s"), "");
	SAME(cookie_of(r, "d"), "");
	const char *half = cookie_of(r, "h");
	CHECK(strlen(half) == 66);
	CHECK(strstr(r.head, "; Path=/; Max-Age=600; HttpOnly; SameSite=Lax\r") != NULL);
	CHECK(lines("code_asked") == 1 && lines("sign_in") == 0);
	CHECK(look("SELECT count(*) FROM session WHERE account = 1") == 1);	/* that of the scene */
	/* it opens nothing, under whatever name */
	const char *cookies[] = { half, mem_printf(scene_mem(), "s%s", half + 1),
	    mem_printf(scene_mem(), "%s; s%s", half, half + 1) };
	for (int i = 0; i < 3; i++) {
		int opened = 0;
		for (const struct route *t = page.routes; t->path; t++)
			if (t->method != POST && strcmp(t->may, ANYONE) && !strchr(t->path, '#'))
				opened += ask_with(cookies[i], "GET", t->path, "").status != 303;
		CHECK(opened == 0);
	}
	r = ask_with(half, "GET", "/account/sign-in/code?then=/plan%3Fq%3Da", "");
	CHECK(r.status == 200 && says(r, "value=\"/plan?q=a\"") && !says(r, "unit_officer"));
	CHECK(strstr(r.head, "no-store") != NULL);
	/* who has none is led to the beginning, and a made-up one is none */
	SAME(leads(ask_with("", "GET", "/account/sign-in/code?then=/plan", "")), "/account/sign-in?then=/plan");
	SAME(leads(ask_with("h=00", "GET", "/account/sign-in/code", "")), "/account/sign-in");
	CHECK(send_code("", mem_printf(scene_mem(), "code=%s", code_at(KEY, NOW))).status == 422);
	CHECK(send_code("h=00", mem_printf(scene_mem(), "code=%s", code_at(KEY, NOW))).status == 422);
	/* another site cannot send the code */
	struct ask forged = ask_of("POST", "/account/sign-in/code", mem_printf(scene_mem(), "code=%s",
	    code_at(KEY, NOW)));
	forged.cookie = half, forged.site = "cross-site";
	CHECK(ask_raw(forged).status == 403);
	r = send_code(half, mem_printf(scene_mem(), "then=//evil&code=%s", code_at(KEY, NOW)));
	CHECK(r.status == 303);
	SAME(leads(r), "/");
	CHECK(strlen(cookie_of(r, "s")) == 66 && strlen(cookie_of(r, "d")) == 66);
	SAME(cookie_of(r, "h"), "h=");
	CHECK(strcmp(cookie_of(r, "s") + 1, half + 1));
	CHECK(ask_with(cookie_of(r, "s"), "GET", "/account", "").status == 200);
	CHECK(lines("sign_in") == 1);
	/* spent with it */
	CHECK(send_code(half, mem_printf(scene_mem(), "code=%s", code_at(KEY, NOW + 30))).status == 422);
	SAME(secret_text("SELECT count(*) FROM halfway"), "0");
}

static void
a_code_is_taken_once_and_in_its_time(void)
{
	fresh();
	give_factor(with_password("unit_officer", A));
	int64_t t = NOW - NOW % 30;
	at(t);
	/* two steps off is refused, one is not; of two who send the same one gets in */
	const char *one = cookie_of(sign_in("unit_officer.2"), "h");
	const char *two = cookie_of(sign_in("unit_officer.2"), "h");
	CHECK(send_code(one, mem_printf(scene_mem(), "code=%s", code_at(KEY, t - 60))).status == 422);
	CHECK(send_code(one, mem_printf(scene_mem(), "code=%s", code_at(KEY, t + 60))).status == 422);
	CHECK(send_code(one, mem_printf(scene_mem(), "code=%s", code_at(KEY, t - 30))).status == 303);
	CHECK(send_code(two, mem_printf(scene_mem(), "code=%s", code_at(KEY, t - 30))).status == 422);
	CHECK(send_code(two, mem_printf(scene_mem(), "code=%s", code_at(KEY, t + 30))).status == 303);
	/* what was shown before the one that was taken is over as well */
	CHECK(sign_in_twice("unit_officer.2", t).status == 422);
	CHECK(sign_in_twice("unit_officer.2", t + 30).status == 422);
	CHECK(lines("code_wrong") == 5);
	CHECK(lines("sign_in") == 2);
	/* another's key opens nothing */
	int64_t other = with_password("unit_leader", A);
	give_factor(other);
	scene_secret("UPDATE factor SET key = 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U' WHERE account = 2");
	at(t + 3000);
	CHECK(sign_in_twice("unit_leader.2", t + 3000).status == 422);
}

static void
a_code_on_paper_is_good_once(void)
{
	fresh();
	give_factor(with_password("unit_officer", A));
	int64_t other = with_password("unit_leader", A);
	give_factor(other);
	scene_secret("DELETE FROM factor_code WHERE account = 2");
	/* another's */
	CHECK(send_code(cookie_of(sign_in("unit_leader.2"), "h"), "paper=aaaa-aaaa-aaaa").status == 422);
	struct reply r = send_code(cookie_of(sign_in("unit_officer.2"), "h"), "paper=AAAA%20aaaaAAAA");
	CHECK(r.status == 303 && *cookie_of(r, "s"));
	CHECK(lines("code_paper") == 1 && lines("sign_in") == 0);
	SAME(secret_text("SELECT used FROM factor_code WHERE used IS NOT NULL"), mem_printf(scene_mem(), "%d", NOW));
	const char *half = cookie_of(sign_in("unit_officer.2"), "h");
	r = send_code(half, "paper=aaaa-aaaa-aaaa");
	CHECK(r.status == 422 && says(r, "href=\"#paper\"") && says(r, "<details open"));
	CHECK(send_code(half, "paper=cccc-cccc-cccc").status == 422);
	CHECK(send_code(half, "").status == 422);
	CHECK(send_code(half, "paper=bbbbbbbbbbbb").status == 303);
	as(1);
	CHECK(says(ask_get("/account/factor"), "0 trên 8"));
}

static void
wrong_codes_have_to_wait(void)
{
	fresh();
	give_factor(with_password("unit_officer", A));
	const char *half = cookie_of(sign_in("unit_officer.2"), "h");
	const char *right = mem_printf(scene_mem(), "code=%s", code_at(KEY, NOW));
	for (int i = 0; i < 4; i++)
		CHECK(send_code(half, "code=000000").status == 422);
	struct reply r = send_code(half, right);
	CHECK(r.status == 429 && strstr(r.head, "Retry-After: 2\r"));
	/* a new beginning is no way round it */
	half = cookie_of(sign_in("unit_officer.2"), "h");
	CHECK(send_code(half, right).status == 429);
	CHECK(send_code(half, "paper=aaaa-aaaa-aaaa").status == 429);
	/* whatever it is kept by: the paper's count as well, and an hour has 19 tries */
	int tried = 0;
	for (int i = 2; i < 3600; i += 5) {
		at(NOW + i);
		if (i % 590 < 5)
			half = cookie_of(sign_in("unit_officer.2"), "h");
		int status = send_code(half, "code=12").status;
		if (status == 422 && says(send_code(half, ""), "Quá 10 phút"))
			half = cookie_of(sign_in("unit_officer.2"), "h");
		tried += status == 422;
	}
	CHECK(tried <= 15 && tried > 10);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'account.code_wrong'") <= 19);
	/* after five wrong ones half a sign-in is none */
	at(NOW + 9000);
	half = cookie_of(sign_in("unit_officer.2"), "h");
	for (int i = 0; i < 4; i++)
		CHECK(send_code(half, "code=000000").status == 422);
	at(NOW + 9300);
	CHECK(says(send_code(half, "code=000000"), "Mã xác minh</h1>"));
	at(NOW + 9599);
	right = mem_printf(scene_mem(), "code=%s", code_at(KEY, NOW + 9599));
	r = send_code(half, right);
	CHECK(r.status == 422 && says(r, "hãy đăng nhập lại từ đầu") && !*cookie_of(r, "s"));
	at(NOW + 9600);
	CHECK(send_code(cookie_of(sign_in("unit_officer.2"), "h"), right).status == 303);
}

/* What happens between the steps ends it. */
static void
half_a_sign_in_ends(void)
{
	static const char *const acts[] = { "/account/people/1/password?", "/account/people/1/state?off=1",
	    "/account/people/1/factor?reason=m%E1%BA%A5t%20m%C3%A1y", "time", NULL };

	for (int i = 0; acts[i]; i++) {
		fresh();
		give_factor(with_password("unit_officer", A));
		int64_t admin = person("admin", A);
		const char *half = cookie_of(sign_in("unit_officer.2"), "h");
		CHECK(ask_with(half, "GET", "/account/sign-in/code", "").status == 200);
		as(admin);
		const char *mark = strchr(acts[i], '?');
		if (mark)
			CHECK(ask_post(mem_copy(scene_mem(), acts[i], (size_t)(mark - acts[i])), mark + 1).status < 400);
		as(0);
		if (!mark)
			at(NOW + 600);
		struct reply r = send_code(half, mem_printf(scene_mem(), "code=%s",
		    code_at(KEY, mark ? NOW : NOW + 600)));
		CHECK(r.status == 422 && !*cookie_of(r, "s"));
		CHECK(says(r, "hãy đăng nhập lại từ đầu"));
	}
}

static void
a_new_password_leaves_it_on(void)
{
	fresh();
	give_factor(with_password("unit_officer", A));
	as(person("admin", A));
	struct reply r = ask_post("/account/people/1/password", "");
	const char *word = after(r, "class=\"code\">");
	as(0);
	r = ask_post("/account/sign-in", mem_printf(scene_mem(), "login=unit_officer.2&password=%s", word));
	SAME(leads(r), "/account/sign-in/code");
	r = send_code(cookie_of(r, "h"), mem_printf(scene_mem(), "code=%s", code_at(KEY, NOW)));
	SAME(leads(r), "/account/password");
}

static void
it_is_turned_off_by_who_has_both(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A);
	as(who);
	CHECK(ask_get("/account/factor/off").status == 303);
	CHECK(ask_post("/account/factor/off", "password=" WORD "&code=123456").status == 409);
	CHECK(ask_post("/account/factor/codes", "password=" WORD "&code=123456").status == 409);
	give_factor(who);
	CHECK(ask_get("/account/factor/off").status == 200);
	const char *good = code_at(KEY, NOW);
	struct reply r = ask_post("/account/factor/off", mem_printf(scene_mem(), "password=&code=%s", good));
	CHECK(r.status == 422 && says(r, "href=\"#password\""));
	CHECK(ask_post("/account/factor/off", mem_printf(scene_mem(), "password=sai&code=%s", good)).status == 422);
	r = ask_post("/account/factor/off", "password=" WORD);
	CHECK(r.status == 422 && says(r, "href=\"#code\""));
	CHECK(lines("code_wrong") == 0);
	CHECK(ask_post("/account/factor/off", "password=" WORD "&code=000000").status == 422);
	CHECK(ask_post("/account/factor/off", "password=" WORD "&paper=cccc").status == 422);
	CHECK(lines("code_wrong") == 2 && lines("factor_begun") == 0);
	/* new codes on paper: the old ones are good no more, the key is the same */
	r = ask_post("/account/factor/codes", mem_printf(scene_mem(), "password=" WORD "&code=%s", good));
	CHECK(r.status == 200 && says(r, "Tám mã cũ không dùng được nữa"));
	const char *paper = after(r, "<p class=\"code\" translate=\"no\">");
	CHECK(lines("factor_codes") == 1);
	SAME(secret_text("SELECT count(*) FROM attempt"), "0");	/* nor is he slowed any more */
	CHECK(ask_post("/account/factor/off", "password=" WORD "&paper=aaaa-aaaa-aaaa").status == 422);
	/* a code that was used is used here too */
	CHECK(ask_post("/account/factor/off", mem_printf(scene_mem(), "password=" WORD "&code=%s", good)).status == 422);
	CHECK(ask_post("/account/factor/off", "password=" WORD "&code=000000").status == 422);
	CHECK(ask_post("/account/factor/off", "password=" WORD "&paper=cccc").status == 422);
	CHECK(ask_post("/account/factor/off", mem_printf(scene_mem(), "password=" WORD "&code=%s",
	    code_at(KEY, NOW + 30))).status == 429);
	at(NOW + 40);
	r = ask_post("/account/factor/off", mem_printf(scene_mem(), "password=" WORD "&paper=%s", paper));
	CHECK(r.status == 303);
	SAME(secret_text("SELECT (SELECT count(*) FROM factor) + (SELECT count(*) FROM factor_code)"), "0");
	CHECK(look("SELECT count(*) FROM account WHERE factor IS NOT NULL") == 0);
	CHECK(lines("factor_off") == 1);
	as(0);
	CHECK(*cookie_of(sign_in("unit_officer.2"), "s"));
}

static void
an_administrator_takes_it_off_and_says_why(void)
{
	fresh();
	int64_t who = with_password("unit_officer", A), admin = with_password("admin", A);
	int64_t beside = person("admin", B), above = person("admin", P);
	const char *why = "reason=M%E1%BA%A5t%20%C4%91i%E1%BB%87n%20tho%E1%BA%A1i";
	as(admin);
	/* there is none */
	CHECK(!says(ask_get("/account/people/1"), "/account/people/1/factor"));
	SAME(leads(ask_get("/account/people/1/factor")), "/account/people/1");
	CHECK(ask_post("/account/people/1/factor", why).status == 409);
	give_factor(who);
	give_factor(admin);
	CHECK(says(ask_get("/account/people/1"), "href=\"/account/people/1/factor\""));
	CHECK(ask_get("/account/people/1/factor").status == 200);
	/* a reason is needed */
	struct reply r = ask_post("/account/people/1/factor", "reason=");
	CHECK(r.status == 422 && says(r, "href=\"#reason\""));
	CHECK(ask_post("/account/people/1/factor", "reason=%20%20a%20%20").status == 422);
	/* never his own; nobody's beyond his reach; nobody without the ability */
	CHECK(ask_get("/account/people/2/factor").status == 404);
	CHECK(ask_post("/account/people/2/factor", why).status == 404);
	as(beside);
	CHECK(ask_post("/account/people/1/factor", why).status == 404);
	as(person("clerk", A));
	CHECK(ask_post("/account/people/1/factor", why).status == 403);
	SAME(secret_text("SELECT count(*) FROM factor"), "2");
	CHECK(lines("factor_begun") == 0);
	/* who holds more than the administrator reaches is not his */
	scene("INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (1, 3, 'clerk', '2020-01-01', '9999-12-31')");
	as(admin);
	CHECK(ask_post("/account/people/1/factor", why).status == 404);
	scene("DELETE FROM mandate WHERE account = 1 AND unit = 3");
	CHECK(ask_post("/account/people/1/factor", why).status == 303);
	SAME(secret_text("SELECT group_concat(account) FROM factor"), "2");
	SAME(secret_text("SELECT count(*) FROM factor_code WHERE account = 1"), "0");
	SAME(look_text("SELECT group_concat(action || entity || mandate) FROM (SELECT * FROM audit"
	    " WHERE action LIKE 'account.factor%' ORDER BY id)"),
	    "account.factor_begun12,account.factor_reset12");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'reason'"), "Mất điện thoại");
	CHECK(look("SELECT count(*) FROM session WHERE account = 1 AND ended IS NULL") == 0);
	/* he is told, and nobody else */
	CHECK(look("SELECT count(*) FROM notice WHERE kind = 'factor_reset' AND account = 1 AND unit = 2"
	    " AND path = '/account/factor'") == 1);
	CHECK(look("SELECT count(*) FROM notice") == 1);
	as(0);
	r = sign_in("unit_officer.2");
	CHECK(*cookie_of(r, "s"));
	CHECK(says(ask_with(cookie_of(r, "s"), "GET", "/account", ""), "Thông báo (1)"));
	as(above);
	CHECK(!says(ask_get("/account"), "Thông báo (1)"));
	/* of one who holds nothing, by the one at the top */
	scene("DELETE FROM mandate WHERE account = 1");
	give_factor(who);
	CHECK(ask_post("/account/people/1/factor", why).status == 303);
	CHECK(look("SELECT count(*) FROM notice WHERE account = 1 AND unit = 1") == 1);
}

/* Two files, two commits: whichever fails, nothing changes without a line, and the next
 * sign-in puts right what other programs are told. */
static void
what_breaks_off_is_told_and_mended(void)
{
	const char *why = "reason=m%E1%BA%A5t%20m%C3%A1y";
	fresh();
	give_factor(with_password("unit_officer", A));
	as(person("admin", A));
	scene_secret("CREATE TRIGGER full BEFORE DELETE ON factor BEGIN SELECT RAISE(ABORT, 'full'); END");
	CHECK(ask_post("/account/people/1/factor", why).status == 500);
	CHECK(lines("factor_begun") == 1 && lines("factor_reset") == 0);
	SAME(secret_text("SELECT count(*) FROM factor_code"), "2");
	CHECK(look("SELECT count(*) FROM notice") == 0);
	scene_secret("DROP TRIGGER full");
	scene("CREATE TABLE late (id INTEGER REFERENCES account DEFERRABLE INITIALLY DEFERRED) STRICT;"
	    "CREATE TRIGGER too_late AFTER INSERT ON audit WHEN new.action = 'account.factor_reset'"
	    " BEGIN INSERT INTO late VALUES (999); END");
	CHECK(ask_post("/account/people/1/factor", why).status == 500);
	SAME(secret_text("SELECT count(*) FROM factor"), "0");
	CHECK(look("SELECT factor FROM account WHERE id = 1") == 1);
	CHECK(lines("factor_begun") == 2);
	as(0);
	CHECK(*cookie_of(sign_in("unit_officer.2"), "s"));
	CHECK(look("SELECT count(*) FROM account WHERE factor IS NOT NULL") == 0);
	/* and the other way round */
	give_factor(1);
	scene("UPDATE account SET factor = NULL");
	CHECK(sign_in_twice("unit_officer.2", NOW).status == 303);
	CHECK(look("SELECT factor FROM account WHERE id = 1") == 1);
}

static void
a_role_may_need_it(void)
{
	fresh();
	int64_t root = person("admin", P), who = with_password("specialist", A);
	int64_t free_ = with_password("clerk", A);
	as(root);
	struct reply r = ask_get("/account/setting/12");
	CHECK(r.status == 200 && says(r, "id=\"r-specialist\"") && !says(r, "checked"));
	CHECK(ask_post("/account/setting/12", "valid_from=20/11/2026&document=a").status == 422);
	CHECK(ask_post("/account/setting/12", "value=king&valid_from=20/11/2026&document=a").status == 422);
	r = ask_post("/account/setting/12", "value=specialist&value=admin&valid_from=20/11/2026");
	CHECK(r.status == 422 && says(r, "value=\"specialist\" checked") && !says(r, "value=\"clerk\" checked"));
	/* from tomorrow on: not today */
	CHECK(ask_post("/account/setting/12", "value=specialist&value=king&value=specialist"
	    "&valid_from=21/11/2026&document=a").status == 303);
	SAME(look_text("SELECT value FROM setting WHERE name = 'factor_roles' AND document = 'a'"), "specialist");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'factor_roles'"), "Chuyên viên cơ quan thường trực");
	as(0);
	SAME(leads(sign_in("specialist.2")), "/");
	as(who);
	CHECK(ask_get("/account").status == 200);
	scene("UPDATE setting SET valid_from = '2026-11-20' WHERE document = 'a'");
	/* led there at once, from wherever: every route but the ways out */
	as(0);
	r = sign_in("specialist.2");
	SAME(leads(r), "/account/factor");
	const char *s = cookie_of(r, "s");
	SAME(leads(ask_with(s, "GET", "/account/factor", "")), "");
	CHECK(says(ask_with(s, "GET", "/account/factor", ""), "Vai trò của bạn phải dùng xác minh hai bước"));
	as(who);
	int led = 0, open = 0;
	for (const struct route *t = page.routes; t->path; t++) {
		static const char *const ways[] = { "/account/sign-in", "/account/sign-out", "/account/seen",
		    "/account/password" };
		bool way = !strncmp(t->path, "/account/factor", 15);
		for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
			way = way || !strcmp(t->path, ways[i]);
		if (way)
			continue;
		char *path = mem_text(scene_mem(), t->path);
		for (char *c = path; (c = strchr(c, '#'));)
			*c = '1';
		r = t->method == POST ? ask_post(path, "name=a") : ask_get(path);
		led += r.status == 303 && !strcmp(leads(r), "/account/factor");
		open += !(r.status == 303 && !strcmp(leads(r), "/account/factor"));
	}
	CHECK(led > 25 && open == 0);
	/* what he was typing is kept; what another site sends in his name is not */
	CHECK(look("SELECT count(*) FROM draft WHERE path = '/account/people/1/edit' AND fields = 'name=a'") == 1);
	scene("DELETE FROM draft");
	struct ask forged = ask_of("POST", "/account/mail", "csrf=0&email=a");
	CHECK(ask_raw(forged).status == 303);
	CHECK(look("SELECT count(*) FROM draft") == 0);
	/* others go on */
	as(free_);
	CHECK(ask_get("/account").status == 200);
	/* once it is on so does he, and cannot turn it off */
	give_factor(who);
	as(who);
	CHECK(ask_get("/account").status == 200);
	CHECK(!says(ask_get("/account/factor"), "/account/factor/off"));
	SAME(leads(ask_get("/account/factor/off")), "/account/factor");
	CHECK(ask_post("/account/factor/off", mem_printf(scene_mem(), "password=" WORD "&code=%s",
	    code_at(KEY, NOW))).status == 409);
	CHECK(look("SELECT count(*) FROM audit WHERE action LIKE 'account.factor%'") == 0);
	/* a role that has ended needs nothing */
	scene_secret("DELETE FROM factor");
	scene("UPDATE account SET factor = NULL; UPDATE mandate SET valid_to = '2026-11-19' WHERE role = 'specialist'");
	CHECK(ask_get("/account").status == 200);
	/* a temporary password comes first */
	scene("UPDATE mandate SET valid_to = '9999-12-31'; UPDATE account SET must_change = 1 WHERE login LIKE 'specialist%'");
	as(0);
	SAME(leads(sign_in("specialist.2")), "/account/password");
	as(who);
	SAME(leads(ask_get("/account/factor")), "/account/password");
}

int
main(void)
{
	scene_cheap();
	codes_are_those_of_the_standard();
	the_picture_is_the_code();
	what_is_taken_is_taken();
	it_counts_once_a_code_was_right();
	half_a_sign_in_is_none();
	a_code_is_taken_once_and_in_its_time();
	a_code_on_paper_is_good_once();
	wrong_codes_have_to_wait();
	half_a_sign_in_ends();
	a_new_password_leaves_it_on();
	it_is_turned_off_by_who_has_both();
	an_administrator_takes_it_off_and_says_why();
	what_breaks_off_is_told_and_mended();
	a_role_may_need_it();
	return done();
}
