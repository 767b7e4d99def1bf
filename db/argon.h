/*
 * argon.h - what one guess costs who holds secret.db: Argon2id, 2 passes over 64 MiB, 90 ms,
 * for passwords and codes on paper.  A password's hash carries the cost at which it was made.
 * No setting lowers it; tests of many forms do (tests/scene.h), and account_guess_test holds
 * what it is.
 */
#ifndef ARGON_H
#define ARGON_H

#include <stddef.h>

extern struct argon {
	unsigned long long passes;
	size_t memory;			/* bytes */
} argon;

#endif
