/*
 * credential.h - passwords (mật khẩu) in secret.db, which only the program
 * `account` and the operator's tools open.
 */
#ifndef CREDENTIAL_H
#define CREDENTIAL_H

#include "db/db.h"

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
