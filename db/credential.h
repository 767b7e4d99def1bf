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

/* Argon2id at 64 MiB, 2 passes: 90 ms.  NULL without memory. */
const char *credential_hash(struct mem *, const char *password);

/* A new one to be read out and typed once: three fours of letters and digits that are
 * not taken for one another, 59 bits. */
const char *credential_temporary(struct mem *);

void credential_set(struct db *secret, int64_t account, const char *hash, int64_t now);

/* account 0 takes as long and is false: the answer tells nothing of who exists. */
bool credential_check(struct db *secret, struct mem *, int64_t account,
	const char *password);

/* NULL, or why that is no password (a key of cgi-bin/lang): too short, too common,
 * or made of the login or the name. */
const char *credential_weak(struct mem *, const char *password, const char *login,
	const char *name, int64_t least);

/*
 * Failed sign-ins under a key: a login's from one address; an address's, from which
 * many may come; a login's from everywhere.  attempt_until() is the moment from which
 * it may be tried again, 0 for now: after `spare` failures it waits 2, 4, 8 ... at most
 * 60 s.  Each minute without a failure takes one back, so nobody waits for good.
 */
int64_t attempt_until(struct db *secret, const char *key, int64_t spare, int64_t now);
void    attempt_failed(struct db *secret, const char *key, int64_t now);
void    attempt_forget(struct db *secret, const char *key);

#endif
