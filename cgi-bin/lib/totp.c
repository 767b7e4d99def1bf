/* totp.c - see totp.h; the only room that knows liboath. */

#include "cgi-bin/lib/totp.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/reply.h"

enum { KEY = 20, DIGITS = 6, STEP = 30, AROUND = 1 };

static bool
ready(void)
{
	static bool done;

	return done || (done = oath_init() == OATH_OK);
}

const char *
totp_key(struct mem *mem)
{
	char bytes[KEY], *made = NULL;
	size_t n = 0;

	randombytes_buf(bytes, sizeof(bytes));
	bool done = ready() && oath_base32_encode(bytes, sizeof(bytes), &made, &n) == OATH_OK;
	sodium_memzero(bytes, sizeof(bytes));
	if (!done)
		return NULL;
	const char *text = mem_copy(mem, made, n);
	sodium_memzero(made, n);
	free(made);
	return text;
}

/* Six digits, or NULL. */
static const char *
plain(struct mem *mem, const char *code)
{
	char *out = mem_take(mem, DIGITS + 1);
	int n = 0;

	for (; *code; code++) {
		if (*code == ' ')
			continue;
		if (*code < '0' || *code > '9' || n == DIGITS)
			return NULL;
		out[n++] = *code;
	}
	return n == DIGITS ? out : NULL;
}

int64_t
totp_step(struct mem *mem, const char *key, const char *code, int64_t now, int64_t after)
{
	char right[DIGITS + 1], *bytes = NULL;
	int64_t found = 0;
	size_t n = 0;

	if (!(code = plain(mem, code)) || !ready()
	    || oath_base32_decode(key, strlen(key), &bytes, &n) != OATH_OK)
		return 0;
	/* All three, whichever it is: the time tells nothing. */
	for (int64_t step = now / STEP - AROUND; step <= now / STEP + AROUND; step++)
		if (oath_totp_generate(bytes, n, (time_t)(step * STEP), STEP, 0, DIGITS, right)
		    == OATH_OK && !sodium_memcmp(right, code, DIGITS) && step > after && !found)
			found = step;
	sodium_memzero(bytes, n);
	free(bytes);
	return found;
}

const char *
totp_address(struct mem *mem, const char *key, const char *issuer, const char *login)
{
	const char *from = quoted(mem, issuer);

	return mem_printf(mem, "otpauth://totp/%s:%s?secret=%s&issuer=%s", from,
	    quoted(mem, login), key, from);
}
