/*
 * totp.h - codes of an authenticator app: RFC 6238, SHA-1, 6 digits, a step of 30
 * seconds, which is what every such app knows.  By liboath; only `account` links it.
 */
#ifndef TOTP_H
#define TOTP_H

#include <stdint.h>

#include "db/mem.h"

/* A new key, 160 random bits in base32; NULL without memory. */
const char *totp_key(struct mem *);

/* The step whose code that is: of this moment, or of one step before or after it, for
 * clocks differ; later than `after`.  0: of none.  Spaces in the code are nothing. */
int64_t totp_step(struct mem *, const char *key, const char *code, int64_t now, int64_t after);

/* What an app reads out of a QR code: otpauth://totp/ISSUER:LOGIN?secret=... */
const char *totp_address(struct mem *, const char *key, const char *issuer, const char *login);

#endif
