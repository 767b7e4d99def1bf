/* backup_key.c - key pairs of files: one line, "public HEX" or "secret HEX". */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"
#include "cgi-bin/lib/file.h"

enum { HALF = crypto_box_PUBLICKEYBYTES };
_Static_assert(crypto_box_PUBLICKEYBYTES == crypto_box_SECRETKEYBYTES, "both halves alike");

const char *
hex_of(struct mem *mem, const unsigned char *bytes, size_t n)
{
	return sodium_bin2hex(mem_take(mem, n * 2 + 1), n * 2 + 1, bytes, n);
}

bool
hex_read(const char *hex, unsigned char *bytes, size_t n)
{
	size_t got;

	return strlen(hex) == n * 2
	    && !sodium_hex2bin(bytes, n, hex, n * 2, NULL, &got, NULL) && got == n;
}

static const char *
read_half(struct mem *mem, const char *file, const char *half, unsigned char *key)
{
	size_t n, word = strlen(half);
	const char *text = file_read(mem, file, 200, &n);

	if (!text)
		return "the key cannot be read";
	if (strncmp(text, half, word) || text[word] != ' '
	    || !hex_read(mem_copy(mem, text + word + 1, strcspn(text + word + 1, "\r\n")), key, HALF))
		return mem_printf(mem, "%s: is no %s key", file, half);
	return NULL;
}

const char *
key_seal(struct mem *mem, const char *public_key, const unsigned char *stream,
    const char **sealed)
{
	unsigned char key[HALF], out[STREAM_KEY + crypto_box_SEALBYTES];
	const char *wrong = read_half(mem, public_key, "public", key);

	if (!wrong && crypto_box_seal(out, stream, STREAM_KEY, key))
		wrong = mem_printf(mem, "%s: is no public key", public_key);
	if (!wrong)
		*sealed = hex_of(mem, out, sizeof(out));
	return wrong;
}

const char *
key_open(struct mem *mem, const char *secret_key, const char *sealed, unsigned char *stream)
{
	unsigned char key[HALF], public[HALF], in[STREAM_KEY + crypto_box_SEALBYTES];
	const char *wrong = read_half(mem, secret_key, "secret", key);

	if (!wrong && (!hex_read(sealed, in, sizeof(in)) || crypto_scalarmult_base(public, key)
	    || crypto_box_seal_open(stream, in, sizeof(in), public, key)))
		wrong = mem_printf(mem, "%s: is not the key of this backup", secret_key);
	sodium_memzero(key, sizeof(key));
	return wrong;
}

static const char *
write_half(struct mem *mem, const char *file, const char *half, const unsigned char *key,
    mode_t mode)
{
	const char *line = mem_printf(mem, "%s %s\n", half, hex_of(mem, key, HALF));
	int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	const char *wrong = fd < 0 || write(fd, line, strlen(line)) != (ssize_t)strlen(line)
	    || fsync(fd) ? mem_printf(mem, "%s: %s", file, strerror(errno)) : NULL;

	if (fd >= 0) {
		close(fd);
		if (wrong)
			unlink(file);
	}
	return wrong;
}

/* The secret half first: a public one without it would lock away what nobody opens. */
const char *
backup_keypair(struct mem *mem, const char *name)
{
	unsigned char public[HALF], secret[HALF];
	const char *mine = mem_printf(mem, "%s.secret", name);
	const char *theirs = mem_printf(mem, "%s.public", name);

	if (!access(theirs, F_OK))
		return mem_printf(mem, "%s: is there already", theirs);
	crypto_box_keypair(public, secret);
	const char *wrong = write_half(mem, mine, "secret", secret, 0600);
	sodium_memzero(secret, sizeof(secret));
	if (wrong)
		return wrong;
	wrong = write_half(mem, theirs, "public", public, 0644);
	if (wrong)
		unlink(mine);
	return wrong ? wrong : place_keep(mem, place_parent(mem, mine));
}
