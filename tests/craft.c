/* craft.c - see craft.h. */

#include "tests/craft.h"

#include <stdlib.h>
#include <string.h>

char craft[CRAFT_MAX];
size_t craft_n;

static char folder[1 << 20];
static size_t folder_n;
static long entries, last;

void
craft_begin(void)
{
	craft_n = folder_n = 0;
	entries = last = 0;
}

void
craft_put(const void *bytes, size_t n)
{
	if (n > CRAFT_MAX - craft_n)
		abort();
	if (n)		/* of nothing there may be no address */
		memcpy(craft + craft_n, bytes, n);
	craft_n += n;
}

void
craft_text(const char *text)
{
	craft_put(text, strlen(text));
}

void
craft_fill(char c, size_t n)
{
	if (n > CRAFT_MAX - craft_n)
		abort();
	memset(craft + craft_n, c, n);
	craft_n += n;
}

void
craft_number(uint64_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		craft_fill((char)(n >> 8 * i), 1);
}

static uint32_t
crc_on(uint32_t crc, unsigned char c)
{
	static uint32_t of[256];

	for (uint32_t i = 0; i < 256 && !of[255]; i++) {
		of[i] = i;
		for (int bit = 0; bit < 8; bit++)
			of[i] = of[i] >> 1 ^ (of[i] & 1 ? 0xedb88320 : 0);
	}
	return of[(crc ^ c) & 0xff] ^ crc >> 8;
}

/* Bits of a Huffman code, its first on top. */
static void
put_code(unsigned code, int bits, unsigned *byte, int *used)
{
	while (bits--) {
		*byte |= (code >> bits & 1) << (*used)++;
		if (*used == 8) {
			craft_number(*byte, 1);
			*byte = 0, *used = 0;
		}
	}
}

/* So many spaces by the fixed codes of RFC 1951: one, and copies of 258 of it. */
static void
put_spaces(size_t n)
{
	unsigned byte = 0;
	int used = 0;

	put_code(6, 3, &byte, &used);			/* the last block, fixed codes */
	put_code(0x30 + ' ', 8, &byte, &used);
	for (n--; n >= 258; n -= 258) {
		put_code(0xc5, 8, &byte, &used);	/* 258 */
		put_code(0, 5, &byte, &used);		/* from 1 before */
	}
	for (; n; n--)
		put_code(0x30 + ' ', 8, &byte, &used);
	put_code(0, 7, &byte, &used);
	if (used)
		craft_number(byte, 1);
}

/* The same fields before the bytes and in the directory. */
static void
put_fields(const struct craft_entry *e, uint32_t crc, size_t packed, size_t size, size_t name)
{
	craft_number(20, 2), craft_number(e->flags, 2);
	craft_number(e->spaces && !e->method ? 8 : e->method, 2);
	craft_number(0x21, 2), craft_number(0x5a21, 2), craft_number(crc, 4);
	craft_number(e->says_packed ? e->says_packed : packed, 4);
	craft_number(e->says_unpacked ? e->says_unpacked : size, 4);
	craft_number(name, 2), craft_number(0, 2);
}

void
craft_entry(struct craft_entry e)
{
	size_t size = e.spaces ? e.spaces : e.n ? e.n : strlen(e.bytes), start = craft_n, packed, bytes;
	const char *local = e.local ? e.local : e.name;
	uint32_t crc = 0xffffffff;

	for (size_t i = 0; i < size; i++)
		crc = crc_on(crc, e.spaces ? ' ' : (unsigned char)e.bytes[i]);
	crc = ~crc;
	/* The bytes first, to know how many they are; then all at its place. */
	if (e.spaces)
		put_spaces(size);
	else
		craft_put(e.bytes, size);
	packed = craft_n - start;
	bytes = 30 + strlen(local);
	if (e.at) {
		craft_n = start;
	} else {
		if (craft_n + bytes > CRAFT_MAX)
			abort();
		memmove(craft + start + bytes, craft + start, packed);
		craft_n = start;
		craft_text("PK\3\4");
		put_fields(&e, crc, packed, size, strlen(local));
		craft_text(local);
		craft_n += packed;
		last = (long)start;
	}
	/* The directory's entry is made behind the bytes, and put aside. */
	start = craft_n;
	craft_text("PK\1\2");
	craft_number(20, 2);
	put_fields(&e, crc, packed, size, strlen(e.name));
	craft_fill(0, 10);
	craft_number((uint64_t)(e.at > 0 ? e.at : last), 4);
	craft_text(e.name);
	if (folder_n + craft_n - start > sizeof(folder))
		abort();
	memcpy(folder + folder_n, craft + start, craft_n - start);
	folder_n += craft_n - start;
	craft_n = start;
	entries++;
}

void
craft_end(long says)
{
	size_t at = craft_n;
	uint64_t n = (uint64_t)(says < 0 ? entries : says);

	craft_put(folder, folder_n);
	craft_text("PK\5\6");
	craft_number(0, 4);
	craft_number(n, 2), craft_number(n, 2);
	craft_number(folder_n, 4), craft_number(at, 4), craft_number(0, 2);
}

/* Sectors of 512: head, table, directory. */
void
craft_ole(const char *const *names)
{
	uint32_t count = 0, sectors;

	while (names[count])
		count++;
	sectors = (count + 3) / 4;
	craft_put("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
	craft_fill(0, 22), craft_number(9, 2), craft_fill(0, 12), craft_number(1, 4), craft_number(1, 4);
	craft_fill(0, 16), craft_number(0xfffffffe, 4), craft_fill(0, 4);
	craft_number(0, 4), craft_fill((char)0xff, 432);
	for (uint32_t i = 0; i < 128; i++)
		craft_number(i == 0 ? 0xfffffffd : i < sectors ? i + 1 : i == sectors ? 0xfffffffe : 0xffffffff, 4);
	for (uint32_t i = 0; i < sectors * 4; i++) {
		const char *name = i < count ? names[i] : "";
		size_t n = strlen(name);
		for (size_t c = 0; c < 32; c++)
			craft_number(c < n ? (unsigned char)name[c] : 0, 2);
		craft_number(n ? 2 * n + 2 : 0, 2);
		craft_number(n ? (i ? 2 : 5) : 0, 1);
		craft_fill(0, 61);
	}
}

static void
craft_big(uint32_t n)
{
	for (int i = 24; i >= 0; i -= 8)
		craft_number(n >> i & 0xff, 1);
}

void
craft_png(uint32_t width, uint32_t height)
{
	craft_put("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);
	craft_big(width), craft_big(height);
	craft_put("\x08\2\0\0\0", 5), craft_big(0);
	craft_put("\0\0\0\0IEND\xae\x42\x60\x82", 12);
}
