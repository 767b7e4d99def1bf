/* once.c - a fuzzer's harness (tests/fuzz) asked a few times by gcc's build, so that make test
 * sees that it is still put together of what it needs; make fuzz asks it a million times. */

#include <stdint.h>

#include "tests/test.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
main(void)
{
	static const char *const texts[] = { "", "a", "I. MỤC\n1. Một;\n- hai\n", "PK\3\4aaaaaaaa", "<w:p>\xff\xfe\n;,\"" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		CHECK(LLVMFuzzerTestOneInput((const uint8_t *)texts[i], strlen(texts[i])) == 0);
	return done();
}
