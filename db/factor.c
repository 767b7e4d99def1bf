/* factor.c - the SQL of second factors, and the hashes of codes on paper. */

#include "db/factor.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>

#include "db/argon.h"

enum { HASH = 32 };

static struct sql get = SQL(
	"SELECT key, coalesce(since, 0), made, session, step, salt,"
	" (SELECT count(*) FROM factor_code c WHERE c.account = ?1 AND c.used IS NULL)"
	" FROM factor WHERE account = ?1");

static struct sql begin = SQL(
	"INSERT INTO factor (account, key, session, made) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (account) DO UPDATE SET key = ?2, session = ?3, made = ?4, step = 0"
	" WHERE since IS NULL");

static struct sql on = SQL(
	"UPDATE factor SET since = ?3, step = ?2 WHERE account = ?1 AND since IS NULL");

static struct sql off = SQL("DELETE FROM factor WHERE account = ?1");

static struct sql take = SQL("UPDATE factor SET step = ?2 WHERE account = ?1 AND step < ?2");

static struct sql drop_codes = SQL("DELETE FROM factor_code WHERE account = ?1");

static struct sql set_salt = SQL("UPDATE factor SET salt = ?2 WHERE account = ?1");

static struct sql add_code = SQL("INSERT INTO factor_code (account, hash) VALUES (?1, ?2)");

static struct sql good_code = SQL(
	"SELECT 1 FROM factor_code WHERE account = ?1 AND hash = ?2 AND used IS NULL");

static struct sql use_code = SQL(
	"UPDATE factor_code SET used = ?3 WHERE account = ?1 AND hash = ?2 AND used IS NULL");

struct factor
factor_of(struct db *secret, struct mem *mem, int64_t account)
{
	if (!db_row(secret, &get, INT(account)))
		return (struct factor){ .key = "", .salt = "" };
	return (struct factor){
		.key     = col_text(&get, 0, mem),
		.since   = col_int(&get, 1),
		.made    = col_int(&get, 2),
		.session = col_int(&get, 3),
		.step    = col_int(&get, 4),
		.salt    = col_text(&get, 5, mem),
		.left    = col_int(&get, 6),
	};
}

void
factor_begin(struct db *secret, int64_t account, const char *key, int64_t session, int64_t now)
{
	db_run(secret, &begin, INT(account), TEXT(key), INT(session), INT(now));
}

void
factor_on(struct db *secret, int64_t account, int64_t step, int64_t now)
{
	db_run(secret, &on, INT(account), INT(step), INT(now));
}

void
factor_off(struct db *secret, int64_t account)
{
	db_run(secret, &drop_codes, INT(account));
	db_run(secret, &off, INT(account));
}

bool
factor_take(struct db *secret, int64_t account, int64_t step)
{
	return db_run(secret, &take, INT(account), INT(step));
}

bool
factor_codes_hash(struct mem *mem, struct factor_codes *c)
{
	unsigned char salt[crypto_pwhash_SALTBYTES];
	char *hex = mem_take(mem, sizeof(salt) * 2 + 1);

	randombytes_buf(salt, sizeof(salt));
	c->salt = sodium_bin2hex(hex, sizeof(salt) * 2 + 1, salt, sizeof(salt));
	for (int i = 0; i < FACTOR_CODES; i++) {
		c->hash[i] = factor_code_hash(mem, c->salt, c->code[i]);
		if (!*c->hash[i])
			return false;
	}
	return true;
}

void
factor_codes_put(struct db *secret, int64_t account, const struct factor_codes *c)
{
	db_run(secret, &drop_codes, INT(account));
	db_run(secret, &set_salt, INT(account), TEXT(c->salt));
	for (int i = 0; i < FACTOR_CODES; i++)
		db_run(secret, &add_code, INT(account), TEXT(c->hash[i]));
}

const char *
factor_code_hash(struct mem *mem, const char *salt_hex, const char *typed)
{
	unsigned char salt[crypto_pwhash_SALTBYTES] = { 0 }, hash[HASH];
	char *plain = mem_take(mem, strlen(typed) + 1), *hex = mem_take(mem, HASH * 2 + 1);
	size_t n = 0;

	for (const char *c = typed; *c; c++)
		if (isalnum((unsigned char)*c))
			plain[n++] = (char)tolower((unsigned char)*c);
	plain[n] = '\0';
	sodium_hex2bin(salt, sizeof(salt), salt_hex, strlen(salt_hex), NULL, NULL, NULL);
	if (crypto_pwhash(hash, HASH, plain, n, salt, argon.passes,
	    argon.memory, crypto_pwhash_ALG_ARGON2ID13))
		return "";
	return sodium_bin2hex(hex, HASH * 2 + 1, hash, HASH);
}

bool
factor_code_good(struct db *secret, int64_t account, const char *hash)
{
	return *hash && db_row(secret, &good_code, INT(account), TEXT(hash));
}

bool
factor_code_take(struct db *secret, int64_t account, const char *hash, int64_t now)
{
	return *hash && db_run(secret, &use_code, INT(account), TEXT(hash), INT(now));
}
