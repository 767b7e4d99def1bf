/*
 * code.c - a code of an app as it is typed, any bytes at any moment: right only if its six
 * figures are those of a step that may be; and the address in a QR code is one plain line,
 * whatever the login and the portal's name are.
 * rooms: db/mem.c db/text.c cgi-bin/lib/totp.c cgi-bin/lib/header.c
 *
 * Four bytes are the moment, one how many seconds ago the last code was taken, the rest is
 * typed; where it begins with =, the right one stands in its place.
 */

#include <liboath/oath.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/totp.h"

static void
must(int ok)
{
	if (!ok)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char key[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", secret[] = "12345678901234567890";
	struct mem *mem = mem_new();
	int64_t now = 0, after, step;
	char right[7], figures[7] = "";
	int n = 0;

	for (size_t i = 0; i < 4 && i < size; i++)
		now = now << 8 | data[i];
	now += 3600;
	after = now / 30 - (size > 4 ? data[4] : 0) / 30;
	const char *typed = size > 5 ? mem_copy(mem, (const char *)data + 5, size - 5) : "";
	if (*typed == '=') {
		must(oath_totp_generate(secret, 20, (time_t)now, 30, 0, 6, right) == OATH_OK);
		typed = mem_printf(mem, "%.3s %s", right, right + 3);
	}
	step = totp_step(mem, key, typed, now, after);
	if (step) {
		for (const char *s = typed; *s; s++)
			if (*s != ' ')
				must(n < 6), figures[n++] = *s;
		must(step > after && step >= now / 30 - 1 && step <= now / 30 + 1);
		must(oath_totp_generate(secret, 20, (time_t)(step * 30), 30, 0, 6, right) == OATH_OK);
		must(!strcmp(figures, right));
	} else {
		must(size <= 5 || data[5] != '=' || now / 30 <= after);
	}
	must(!totp_step(mem, typed, "123456", now, 1LL << 40));
	const char *address = totp_address(mem, key, typed, typed);
	for (const char *s = address; *s; s++)
		must(*s > ' ' && *s <= '~' && !strchr("\"<>\\#'", *s));
	mem_free(mem);
	return 0;
}
