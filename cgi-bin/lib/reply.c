/* reply.c - the ends of a handler, and the head of a reply. */

#include "cgi-bin/lib/reply.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/room.h"

const char *
digest_of(struct mem *mem, const char *bytes, size_t n)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *text = mem_take(mem, sizeof(digest) * 2 + 1);

	crypto_hash_sha256(digest, (const unsigned char *)bytes, n);
	return sodium_bin2hex(text, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}

const char *
random_hex(struct mem *mem, size_t n)
{
	unsigned char *bytes = mem_take(mem, n);
	char *text = mem_take(mem, n * 2 + 1);

	randombytes_buf(bytes, n);
	return sodium_bin2hex(text, n * 2 + 1, bytes, n);
}

void
serve_ready(void)
{
	setenv("TZ", "<+07>-7", 0);
	tzset();
}

const char *
session_cookie(bool https)
{
	return https ? "__Host-s" : "s";
}

static const char *
bound(struct req *r, const char *name)
{
	return mem_printf(r->mem, "%s%s", r->https ? "__Host-" : "", name);
}

const char *
cookie_get(struct req *r, const char *name)
{
	return cookie(r->mem, r->cookies, bound(r, name));
}

void
cookie_add(struct req *r, const char *text)
{
	r->set_cookie = mem_printf(r->mem, "%sSet-Cookie: %s%s\r\n",
	    r->set_cookie ? r->set_cookie : "", text, r->https ? "; Secure" : "");
}

void
cookie_set(struct req *r, const char *name, const char *value, int64_t seconds)
{
	cookie_add(r, mem_printf(r->mem, "%s=%s; Path=/%s; HttpOnly; SameSite=Lax",
	    bound(r, name), value, seconds < 0 ? "; Max-Age=0"
	    : seconds ? mem_printf(r->mem, "; Max-Age=%lld", (long long)seconds) : ""));
}

const char *
token(struct mem *mem, const char *secret, const char *path)
{
	unsigned char key[crypto_auth_hmacsha256_KEYBYTES], mac[crypto_auth_hmacsha256_BYTES];
	char *text = mem_take(mem, sizeof(mac) + 1);

	crypto_hash_sha256(key, (const unsigned char *)secret, strlen(secret));
	crypto_auth_hmacsha256(mac, (const unsigned char *)path, strlen(path), key);
	return sodium_bin2hex(text, sizeof(mac) + 1, mac, sizeof(mac) / 2);
}

const char *
whence(const struct req *r)
{
	time_t now = (time_t)r->now;
	struct tm tm;
	char at[32];

	strftime(at, sizeof(at), "%FT%T%z", localtime_r(&now, &tm));
	return mem_printf(r->mem, "from %s at %s", r->address, at);
}

bool
may(const struct req *r, const char *ability)
{
	for (const struct ability *a = r->abilities; a; a = a->next)
		if (!strcmp(a->ability, ability))
			return true;
	return false;
}

bool
may_here(struct req *r, const char *ability, int64_t unit)
{
	int64_t mandate = r->who.id
	    ? mandate_for(r->db, r->who.id, ability, unit, r->today) : 0;

	if (mandate)
		r->mandate = mandate;
	return mandate;
}

int
go(struct req *r, const char *path)
{
	/* A line end would begin another header. */
	for (const char *c = path; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f) {
			fprintf(stderr, "reply: a control character in the address to go to\n");
			return 500;
		}
	r->location = path;
	return 303;
}

void
again(struct req *r, const char *path)
{
	r->again = path;
}

void
said(struct req *r, const char *text_vi)
{
	r->said = tr(r->lang, text_vi);
}

void
said_with(struct req *r, const char *text_vi, const char *one, const char *two)
{
	r->said = tr_with(r->mem, r->lang, text_vi, one, two, NULL);
}

int
give(struct req *r, const char *type, const char *file_name, const char *bytes,
    size_t length)
{
	r->type = type;
	r->file_name = file_name;
	r->body = bytes;
	r->length = length;
	return bytes ? 200 : 500;
}

int
stream(struct req *r, const char *type, const char *file_name, int64_t size, feeder *next,
    void *of)
{
	r->type = type;
	r->file_name = file_name;
	r->length = (size_t)size;
	r->source = next;
	r->source_of = of;
	return 200;
}

int
too_soon(struct req *r, int64_t until)
{
	r->retry = until;
	return 429;
}

int
keep(struct req *r, int status)
{
	r->kept = true;
	return status;
}

/* What came from outside runs nowhere and is nobody else's. */
static const char *
source_head(struct req *r)
{
	return mem_printf(r->mem, "Status: 200\r\n%s"
	    "Content-Type: %s%s\r\n"
	    "Content-Length: %zu\r\n"
	    "X-Content-Type-Options: nosniff\r\n"
	    "Cross-Origin-Resource-Policy: same-origin\r\n"
	    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none';"
	    " sandbox\r\n"
	    "Cache-Control: private, no-store\r\n\r\n",
	    disposition(r->mem, r->file_name), r->type,
	    strncmp(r->type, "text/", 5) ? "" : "; charset=utf-8", r->length);
}

struct reply
reply(struct req *r, int status, bool fresh)
{
	/* On a full disk nginx cannot keep a page, and would not give it either. */
	bool common = status == 200 && !fresh && !r->set_cookie && r->reading
	    && room_left(DB_PORTAL) != ROOM_OUT;
	const char *extra = "";

	if (r->location)
		extra = mem_printf(r->mem, "Location: %s\r\n", r->location);
	if (r->set_cookie)
		extra = mem_printf(r->mem, "%s%s", extra, r->set_cookie);
	if (r->file_name)
		extra = mem_printf(r->mem, "%s%s", extra, disposition(r->mem, r->file_name));
	if (r->allow)
		extra = mem_printf(r->mem, "%sAllow: %s\r\n", extra, r->allow);
	if (status == 429)
		extra = mem_printf(r->mem, "%sRetry-After: %lld\r\n", extra,
		    (long long)(r->retry - r->now));
	/* By its length nginx tells a page whose program died over it from a whole one: half a
	 * form, sent back, would empty its other half. */
	if (status != 204)
		extra = mem_printf(r->mem, "%sContent-Length: %zu\r\n", extra, r->body ? r->length : 0);
	if (r->source)
		return (struct reply){ .status = status, .head = source_head(r), .body = "",
		    .source = r->source, .source_of = r->source_of };
	return (struct reply){
		.status = status,
		.body = r->body ? r->body : "",
		.length = r->body ? r->length : 0,
		.head = mem_printf(r->mem, "Status: %d\r\n%s"
		    "Content-Type: %s\r\n"
		    "Content-Security-Policy: default-src 'none'; style-src 'self';"
		    " script-src 'self'; img-src 'self'; form-action 'self';"
		    " frame-ancestors 'none'; base-uri 'none'\r\n"
		    "Cache-Control: %s\r\n\r\n", status, extra,
		    r->type ? r->type : "text/html; charset=utf-8",
		    common ? "public, max-age=0, s-maxage=2" : "no-store"),
	};
}
