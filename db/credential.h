/*
 * credential.h - passwords (mật khẩu) in secret.db, which only the program
 * `account` and the operator's tools open.
 */
#ifndef CREDENTIAL_H
#define CREDENTIAL_H

#include "db/db.h"

/*
 * A change of password is two files' and so two commits, and a third before them.  First a
 * line in portal.db that it begins ("account.password_begun", "account.reset_begun"), on
 * its own; then the hash, here; last, in portal.db again, what follows of it and the line
 * that it is done.  Wherever that breaks off, no password has changed without a line, and
 * no line says done of what was not: one that begins and has no other after it was
 * interrupted, and the person is told 500.  A new person's needs none: without his account
 * in portal.db, which comes last, his hash opens nothing.
 */

/* NULL without memory. */
const char *credential_hash(struct mem *, const char *password);

/* A new one to be read out and typed once: three fours of letters and digits that are
 * not taken for one another, 59 bits. */
const char *credential_temporary(struct mem *);

/* Half-way sign-ins and known devices of the account end with it. */
void credential_set(struct db *secret, int64_t account, const char *hash, int64_t now);

/* account 0 takes as long and is false: the answer tells nothing of who exists. */
bool credential_check(struct db *secret, struct mem *, int64_t account,
	const char *password);

/* NULL, or why that is no password (a key of cgi-bin/lang): too short, too common,
 * or made of the login, the name or the place's; docs/operate.md lists the words. */
const char *credential_weak(struct mem *, const char *password, const char *login,
	const char *name, const char *place, int64_t least);

/*
 * Failed tries under a key, and how they are slowed: after `spare` failures the next must
 * wait 2 s, then 2 << grow times as long, at most `longest`; each `back` seconds without a
 * try take one failure back, so nobody waits for good.  attempt_until() is the moment from
 * which it may be tried again, 0 for now.
 *
 * By brake_person no hour has more than 19 tries: it begins with f failures, ends with at
 * most 8, and 3600 s take back fewer than 12.  By brake_place many may come, of whom each
 * fails at times.
 */
struct brake {
	int64_t spare, longest, back;
	int grow;
};
extern const struct brake brake_person, brake_place;
int64_t attempt_until(struct db *secret, const char *key, const struct brake *, int64_t now);
void    attempt_failed(struct db *secret, const char *key, const struct brake *, int64_t now);
/* It was none: the last one is taken back; all are. */
void    attempt_spared(struct db *secret, const char *key);
void    attempt_forget(struct db *secret, const char *key);

/*
 * Browsers from which an account has signed in, by the digest of a cookie; forgotten after
 * half a year without a sign-in, and with a change of the password.
 */
bool device_known(struct db *secret, const char *digest, int64_t account);	/* 0: anyone's */
void device_put(struct db *secret, const char *digest, int64_t account, int64_t now);

/*
 * A sign-in whose password was right and whose code is not there yet, by the digest of a
 * cookie; good for ten minutes and five wrong codes, and until the password changes.
 */
enum { HALFWAY_LIFE = 600, HALFWAY_WRONG = 5 };
void    halfway_put(struct db *secret, const char *digest, int64_t account, int64_t now);
int64_t halfway_of(struct db *secret, const char *digest, int64_t now);	/* 0: nobody's */
void    halfway_wrong(struct db *secret, const char *digest);
void    halfway_end(struct db *secret, const char *digest);

#endif
