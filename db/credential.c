/* credential.c - the SQL of passwords, and libsodium's Argon2id. */

#include "db/credential.h"

#include <sodium.h>
#include <string.h>

#include "db/text.h"

enum { PASSES = 2, MEMORY = 64 << 20, LONGEST_WAIT = 60, A_DAY = 86400 };

static struct sql get = SQL("SELECT hash FROM credential WHERE account = ?1");

static struct sql set = SQL(
	"INSERT INTO credential (account, hash, changed) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (account) DO UPDATE SET hash = ?2, changed = ?3");

static struct sql tried = SQL("SELECT failures, last FROM attempt WHERE key = ?1");

static struct sql count = SQL(
	"INSERT INTO attempt (key, failures, last) VALUES (?1, 1, ?2)"
	" ON CONFLICT (key) DO UPDATE SET last = ?2,"
	" failures = max(0, failures - (?2 - last) / 60) + 1");

/* Keys are made of what strangers type: they must not heap up. */
static struct sql sweep = SQL("DELETE FROM attempt WHERE last < ?1");

static struct sql forget = SQL("DELETE FROM attempt WHERE key = ?1");

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

	return crypto_pwhash_str(hash, password, strlen(password), PASSES, MEMORY)
	    ? NULL : hash;
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
		if (crypto_pwhash_str(nobody, random, sizeof(random), PASSES, MEMORY))
			return false;
	}
	return !crypto_pwhash_str_verify(hash, password, strlen(password)) && known;
}

const char *
credential_weak(struct mem *mem, const char *password, const char *login,
    const char *name, int64_t least)
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
	return NULL;
}

int64_t
attempt_until(struct db *secret, const char *key, int64_t spare, int64_t now)
{
	if (!db_row(secret, &tried, TEXT(key)))
		return 0;
	int64_t last = col_int(&tried, 1);
	int64_t over = col_int(&tried, 0) - (now - last) / 60 - spare;
	int64_t wait = over < 0 ? 0 : over > 4 ? LONGEST_WAIT : 2 << over;

	return last + wait > now ? last + wait : 0;
}

void
attempt_failed(struct db *secret, const char *key, int64_t now)
{
	db_run(secret, &sweep, INT(now - A_DAY));
	db_run(secret, &count, TEXT(key), INT(now));
}

void
attempt_forget(struct db *secret, const char *key)
{
	db_run(secret, &forget, TEXT(key));
}
