/*
 * backup_paper.c - the manifest: lines of words, then `digest`, the SHA-256 of all before
 * it, and `mac`, the HMAC of all before it by the seal's key.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"
#include "cgi-bin/lib/file.h"
#include "db/audit.h"

enum { PAPER_MAX = 1 << 20 };

/* All of it but the last two lines. */
static const char *
spell(struct mem *mem, const struct paper *p)
{
	time_t here = (time_t)(p->at + 7 * 3600);
	struct tm tm;
	char moment[40];

	strftime(moment, sizeof(moment), "%F %T", gmtime_r(&here, &tm));
	const char *text = mem_printf(mem, "cong-thi-dua backup 1\nmade %lld %s\nset %s\nkey %s\n"
	    "sound %s\n", (long long)p->at, moment, p->set, *p->key ? p->key : "-",
	    p->sound ? "yes" : "no");
	for (int i = 0; i < PARTS; i++) {
		const struct part *f = &p->parts[backup_order[i]];
		text = mem_printf(mem, "%sfile %s schema %lld at %lld bytes %lld sha256 %s"
		    " stored %lld sha256 %s\n", text, db_name(backup_order[i]),
		    (long long)f->schema, (long long)f->at, (long long)f->size, f->hash,
		    (long long)f->stored_size, f->stored_hash);
	}
	return mem_printf(mem, "%s%strail %lld %s\nseal %s\n", text, p->totals,
	    (long long)p->line, p->chain, p->seal);
}

static const char *
digest_of(struct mem *mem, const char *text)
{
	unsigned char bytes[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(bytes, (const unsigned char *)text, strlen(text));
	return hex_of(mem, bytes, sizeof(bytes));
}

static const char *
mac_of(struct mem *mem, const char *text, const unsigned char *key)
{
	unsigned char mac[crypto_auth_hmacsha256_BYTES];

	crypto_auth_hmacsha256(mac, (const unsigned char *)text, strlen(text), key);
	return hex_of(mem, mac, sizeof(mac));
}

const char *
paper_write(struct mem *mem, const char *file, const struct paper *p,
    const unsigned char *seal_key)
{
	const char *text = spell(mem, p);
	int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	text = mem_printf(mem, "%sdigest %s\n", text, digest_of(mem, text));
	text = mem_printf(mem, "%smac %s\n", text, seal_key ? mac_of(mem, text, seal_key) : "-");
	const char *wrong = fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text)
	    || fsync(fd) ? mem_printf(mem, "%s: %s", file, strerror(errno)) : NULL;
	if (fd >= 0)
		close(fd);
	return wrong;
}

/* What stands behind `head` to the end of the line; NULL if the line is another. */
static const char *
after(char **rest, const char *head)
{
	size_t n = strlen(head);

	if (!*rest || strncmp(*rest, head, n))
		return NULL;
	return strsep(rest, "\n") + n;
}

static bool
read_part(struct mem *mem, const char *line, struct part *f)
{
	long long schema, at, size, stored;
	char hash[65], stored_hash[65];

	if (!line || sscanf(line, "schema %lld at %lld bytes %lld sha256 %64s stored %lld"
	    " sha256 %64s", &schema, &at, &size, hash, &stored, stored_hash) != 6)
		return false;
	*f = (struct part){ schema, at, size, stored, mem_text(mem, hash),
	    mem_text(mem, stored_hash) };
	return true;
}

static const char *
read_totals(struct mem *mem, char **rest)
{
	const char *from = *rest, *end = from;

	while (end && (!strncmp(end, "count ", 6) || !strncmp(end, "sum ", 4))) {
		end = strchr(end, '\n');
		end = end ? end + 1 : NULL;
	}
	if (!end)
		return NULL;
	*rest += end - from;
	return mem_copy(mem, from, (size_t)(end - from));
}

/* Whatever is not as spell() writes it is found by spelling it again. */
static bool
read_lines(struct mem *mem, char *rest, struct paper *p)
{
	const char *made, *trail, *sound;
	char *end;

	if (!after(&rest, "cong-thi-dua backup 1") || !(made = after(&rest, "made "))
	    || !(p->set = after(&rest, "set ")) || !(p->key = after(&rest, "key "))
	    || !(sound = after(&rest, "sound ")))
		return false;
	p->at = strtoll(made, NULL, 10);
	p->sound = !strcmp(sound, "yes");
	if (!strcmp(p->key, "-"))
		p->key = "";
	for (int i = 0; i < PARTS; i++) {
		const char *head = mem_printf(mem, "file %s ", db_name(backup_order[i]));
		if (!read_part(mem, after(&rest, head), &p->parts[backup_order[i]]))
			return false;
	}
	if (!rest || !(p->totals = read_totals(mem, &rest)) || !(trail = after(&rest, "trail "))
	    || !(p->seal = after(&rest, "seal ")))
		return false;
	p->line = strtoll(trail, &end, 10);
	p->chain = *end ? end + 1 : "";
	return true;
}

const char *
paper_read(struct mem *mem, const char *file, struct paper *p, const unsigned char *seal_key,
    bool *proved)
{
	size_t n;
	const char *text = access(file, F_OK) ? NULL : file_read(mem, file, PAPER_MAX, &n), *tail;

	*proved = false;
	*p = (struct paper){ 0 };
	if (!text)
		return mem_printf(mem, "%s: cannot be read: this is no backup, or not a whole one",
		    file);
	if (strlen(text) != n || !(tail = strstr(text, "\ndigest ")))
		return mem_printf(mem, "%s: is cut short or damaged", file);
	const char *body = mem_copy(mem, text, (size_t)(++tail - text));
	const char *digest = mem_printf(mem, "digest %s\n", digest_of(mem, body));
	if (strncmp(tail, digest, strlen(digest)) || !read_lines(mem, mem_text(mem, body), p)
	    || strcmp(spell(mem, p), body))
		return mem_printf(mem, "%s: is not as it was written: damaged or changed", file);
	const char *mac = tail + strlen(digest);
	if (strncmp(mac, "mac ", 4) || text[n - 1] != '\n')
		return mem_printf(mem, "%s: is cut short or damaged", file);
	if (!seal_key)
		return NULL;
	if (!strcmp(mac, "mac -\n"))
		return mem_printf(mem, "%s: was made without the seal's key: nothing proves it", file);
	const char *before = mem_copy(mem, text, (size_t)(mac - text));
	if (strcmp(mac, mem_printf(mem, "mac %s\n", mac_of(mem, before, seal_key))))
		return mem_printf(mem, "%s: is not of this seal's key: it is of another portal,"
		    " or forged", file);
	*proved = true;
	return NULL;
}
