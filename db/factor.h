/*
 * factor.h - the second factor (xác minh hai bước) in secret.db: a key, which an app
 * holds as well (cgi-bin/lib/totp.h), and codes on paper (mã dự phòng).
 *
 * A change of it is, as that of a password, three commits in two files, with a line
 * "account.factor_begun" before; see credential.h.  account.factor of portal.db, by which
 * other programs know, comes last, and each sign-in puts it right.
 */
#ifndef FACTOR_H
#define FACTOR_H

#include "db/db.h"

enum { FACTOR_CODES = 8 };

struct factor {
	const char *key;	/* base32; "": there is none */
	int64_t since;		/* 0: not proved yet, and it counts for nothing */
	int64_t made, session;	/* when, and in which session it was shown */
	int64_t step;		/* the last of whose codes was taken */
	const char *salt;
	int64_t left;		/* codes on paper that are not used */
};
struct factor factor_of(struct db *secret, struct mem *, int64_t account);

/* A key that is yet to be proved, in the place of another such; never of one that counts. */
void factor_begin(struct db *secret, int64_t account, const char *key, int64_t session,
	int64_t now);
/* It counts from now on; the code by which it was proved is of that step. */
void factor_on(struct db *secret, int64_t account, int64_t step, int64_t now);
/* The key and the codes on paper are gone. */
void factor_off(struct db *secret, int64_t account);
/* Once: false if a code of this step or of a later one was taken before. */
bool factor_take(struct db *secret, int64_t account, int64_t step);

/* Of eight codes (credential_temporary()) their hashes by a new salt: 0.7 s, so outside of a
 * transaction.  False without memory. */
struct factor_codes {
	const char *salt, *code[FACTOR_CODES], *hash[FACTOR_CODES];
};
bool factor_codes_hash(struct mem *, struct factor_codes *);
/* In the place of all that were there. */
void factor_codes_put(struct db *secret, int64_t account, const struct factor_codes *);
/* Of what was typed, in capitals or small, with or without hyphens; 90 ms whatever it is.
 * "" without memory. */
const char *factor_code_hash(struct mem *, const char *salt, const char *typed);
/* Is it there and not used; and use it, once. */
bool factor_code_good(struct db *secret, int64_t account, const char *hash);
bool factor_code_take(struct db *secret, int64_t account, const char *hash, int64_t now);

#endif
