/* credential.c - the SQL of passwords, and libsodium's Argon2id. */

#include "db/credential.h"

#include <sodium.h>
#include <string.h>

#include "db/argon.h"
#include "db/text.h"

enum { A_DAY = 86400, DEVICE_LIFE = 180 * A_DAY };

const struct brake brake_person = { .spare = 4, .longest = 300, .back = 300, .grow = 2 };
const struct brake brake_place = { .spare = 30, .longest = 60, .back = 60, .grow = 1 };

static struct sql get = SQL("SELECT hash FROM credential WHERE account = ?1");

static struct sql set = SQL(
	"INSERT INTO credential (account, hash, changed) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (account) DO UPDATE SET hash = ?2, changed = ?3");

static struct sql tried = SQL("SELECT failures, last FROM attempt WHERE key = ?1");

static struct sql count = SQL(
	"INSERT INTO attempt (key, failures, last) VALUES (?1, 1, ?2)"
	" ON CONFLICT (key) DO UPDATE SET last = ?2,"
	" failures = max(0, failures - (?2 - last) / ?3) + 1");

static struct sql spared = SQL(
	"UPDATE attempt SET failures = max(0, failures - 1) WHERE key = ?1");

/* Keys are made of what strangers type: they must not heap up. */
static struct sql sweep = SQL("DELETE FROM attempt WHERE last < ?1");

static struct sql forget = SQL("DELETE FROM attempt WHERE key = ?1");

static struct sql device = SQL(
	"SELECT 1 FROM device WHERE token = ?1 AND ?2 IN (0, account)");

static struct sql know = SQL(
	"INSERT INTO device (token, account, last) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (token, account) DO UPDATE SET last = ?3");

static struct sql sweep_devices = SQL("DELETE FROM device WHERE account = ?1 AND last < ?2");

static struct sql drop_devices = SQL("DELETE FROM device WHERE account = ?1");

static struct sql go_half = SQL(
	"INSERT INTO halfway (token, account, until) VALUES (?1, ?2, ?3)");

static struct sql half = SQL(
	"SELECT account FROM halfway WHERE token = ?1 AND until > ?2 AND wrong < ?3");

static struct sql half_wrong = SQL("UPDATE halfway SET wrong = wrong + 1 WHERE token = ?1");

static struct sql half_end = SQL("DELETE FROM halfway WHERE token = ?1");

static struct sql sweep_halves = SQL("DELETE FROM halfway WHERE until <= ?1");

static struct sql drop_halves = SQL("DELETE FROM halfway WHERE account = ?1");

/* What people choose first; in plain form. */
static const char *const common[] = {
	"123456", "12345678", "123456789", "1234567890", "0123456789", "password",
	"matkhau", "qwerty", "abc123", "abcd1234", "iloveyou", "admin", "111111",
	"000000", "123123", "aa123456", "a123456", "p@ssw0rd", "passw0rd", "khongco",
	"vietnam", "thidua", "khenthuong", "thiduakhenthuong", NULL
};

const char *
credential_hash(struct mem *mem, const char *password)
{
	char *hash = mem_take(mem, crypto_pwhash_STRBYTES);

	return crypto_pwhash_str(hash, password, strlen(password), argon.passes,
	    argon.memory) ? NULL : hash;
}

const char *
credential_temporary(struct mem *mem)
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
	char *text = mem_take(mem, 15);

	for (int i = 0; i < 14; i++)
		text[i] = i % 5 == 4 ? '-' : letters[randombytes_uniform(sizeof(letters) - 1)];
	return text;
}

void
credential_set(struct db *secret, int64_t account, const char *hash, int64_t now)
{
	db_run(secret, &set, INT(account), TEXT(hash), INT(now));
	db_run(secret, &drop_halves, INT(account));
	db_run(secret, &drop_devices, INT(account));
}

bool
credential_check(struct db *secret, struct mem *mem, int64_t account,
    const char *password)
{
	/* Of a random text that nobody knows; made at the first call, whoever asks. */
	static char nobody[crypto_pwhash_STRBYTES];
	bool known = db_row(secret, &get, INT(account));
	const char *hash = known ? col_text(&get, 0, mem) : nobody;

	if (!*nobody) {
		char random[32];
		randombytes_buf(random, sizeof(random));
		if (crypto_pwhash_str(nobody, random, sizeof(random), argon.passes,
		    argon.memory))
			return false;
	}
	return !crypto_pwhash_str_verify(hash, password, strlen(password)) && known;
}

static const char *
without_spaces(struct mem *mem, const char *text)
{
	char *copy = mem_take(mem, strlen(text) + 1), *out = copy;

	for (; *text; text++)
		if (*text != ' ')
			*out++ = *text;
	return copy;
}

/* The last words of a name, five letters at least, and little more: "HoaBinh2026" of
 * "Tỉnh Hòa Bình". */
static bool
of_place(struct mem *mem, const char *plain, const char *place)
{
	const char *all = without_spaces(mem, plain);

	for (const char *word = text_plain(mem, place), *space; word; word = space ? space + 1 : NULL) {
		const char *last = without_spaces(mem, word);
		size_t n = strlen(last);
		space = strchr(word, ' ');
		if (n >= 5 && !strncmp(all, last, n) && strlen(all) <= n + 6)
			return true;
	}
	return false;
}

const char *
credential_weak(struct mem *mem, const char *password, const char *login,
    const char *name, const char *place, int64_t least)
{
	const char *plain = text_plain(mem, password);
	char *last = mem_text(mem, text_plain(mem, name)), *space = strrchr(last, ' ');
	size_t n = strlen(plain);

	if (text_length(password) < least)
		return "Mật khẩu quá ngắn: cần đủ số ký tự ghi ở trên, thí dụ một câu vài từ dễ nhớ";
	if (text_length(password) > 200)
		return "Mật khẩu quá dài: tối đa 200 ký tự";
	for (const char *const *c = common; *c; c++)
		if (!strncmp(plain, *c, strlen(*c)) && n <= strlen(*c) + 4)
			return "Mật khẩu này quá nhiều người dùng: hãy chọn một câu vài từ khác";
	last = space ? space + 1 : last;
	login = text_plain(mem, login);
	if ((strstr(plain, login) && n <= strlen(login) + 6) || (strlen(last) > 2
	    && !strncmp(plain, last, strlen(last)) && n <= strlen(last) + 6))
		return "Mật khẩu không được làm từ tên đăng nhập hoặc họ tên của bạn";
	if (of_place(mem, plain, place))
		return "Mật khẩu không được làm từ tên địa phương: hãy chọn một câu vài từ khác";
	return NULL;
}

int64_t
attempt_until(struct db *secret, const char *key, const struct brake *b, int64_t now)
{
	if (!db_row(secret, &tried, TEXT(key)))
		return 0;
	int64_t last = col_int(&tried, 1);
	int64_t over = col_int(&tried, 0) - (now - last) / b->back - b->spare;
	int64_t wait = over < 0 ? 0 : over > 8 ? b->longest : 2 << over * b->grow;

	if (wait > b->longest)
		wait = b->longest;
	return last + wait > now ? last + wait : 0;
}

void
attempt_failed(struct db *secret, const char *key, const struct brake *b, int64_t now)
{
	db_run(secret, &sweep, INT(now - A_DAY));
	db_run(secret, &count, TEXT(key), INT(now), INT(b->back));
}

void
attempt_spared(struct db *secret, const char *key)
{
	db_run(secret, &spared, TEXT(key));
}

void
attempt_forget(struct db *secret, const char *key)
{
	db_run(secret, &forget, TEXT(key));
}

bool
device_known(struct db *secret, const char *digest, int64_t account)
{
	return *digest && db_row(secret, &device, TEXT(digest), INT(account));
}

void
device_put(struct db *secret, const char *digest, int64_t account, int64_t now)
{
	db_run(secret, &sweep_devices, INT(account), INT(now - DEVICE_LIFE));
	db_run(secret, &know, TEXT(digest), INT(account), INT(now));
}

void
halfway_put(struct db *secret, const char *digest, int64_t account, int64_t now)
{
	db_run(secret, &sweep_halves, INT(now));
	db_run(secret, &go_half, TEXT(digest), INT(account), INT(now + HALFWAY_LIFE));
}

int64_t
halfway_of(struct db *secret, const char *digest, int64_t now)
{
	return *digest && db_row(secret, &half, TEXT(digest), INT(now), INT(HALFWAY_WRONG))
	    ? col_int(&half, 0) : 0;
}

void
halfway_wrong(struct db *secret, const char *digest)
{
	db_run(secret, &half_wrong, TEXT(digest));
}

void
halfway_end(struct db *secret, const char *digest)
{
	db_run(secret, &half_end, TEXT(digest));
}
