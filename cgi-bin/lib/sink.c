/* sink.c - see sink.h. */

#include "cgi-bin/lib/sink.h"

#include <strings.h>

#include "db/file.h"

enum { BODY_MAX = 256 * 1024, SINK_MAX = 25 << 20 };	/* unless the page says otherwise */
enum { FILES_MAX = 10, HEAD = 4096 };

struct sink {
	struct multipart *body;
	struct part *part;		/* the file that comes next */
};

/* A body that a test gives whole, taken as one that comes. */
struct rest {
	const char *at;
	size_t n;
};

static size_t
feed_rest(void *from, char *to, size_t max)
{
	struct rest *rest = from;
	size_t n = rest->n < max ? rest->n : max;

	memcpy(to, rest->at, n);
	rest->at += n, rest->n -= n;
	return n;
}

/* Fills r->form with the fields that stand before the first file. */
static struct sink *
open_sink(struct req *r, const struct ask *ask)
{
	struct sink *s = mem_take(r->mem, sizeof(*s));
	struct rest *rest = mem_take(r->mem, sizeof(*rest));

	*rest = (struct rest){ ask->body, ask->length };
	s->body = ask->more ? multipart_open(r->mem, ask->type, ask->more, ask->from)
	    : multipart_open(r->mem, ask->type, feed_rest, rest);
	r->form = form_empty(r->mem, r->lang);
	s->part = form_fill(r->form, s->body);
	return s;
}

/* Of a body that is held whole. */
static int64_t
plain_limit(void)
{
	return page.body_max ? page.body_max : BODY_MAX;
}

int64_t
body_limit(const struct route *route)
{
	int64_t plain = plain_limit(), most = plain;

	for (const struct route *r = route ? route : page.routes; r->path; r++) {
		if (r->flags & SINK)
			most = page.sink_max ? page.sink_max : SINK_MAX;
		if (route)
			break;
	}
	return most > plain ? most : plain;
}

/* The whole body, or NULL if there is less of it than was promised. */
static const char *
whole_body(struct mem *mem, const struct ask *ask)
{
	char *text;
	size_t n = 0, got;

	if (ask->body || !ask->more)
		return ask->body;
	text = mem_take(mem, ask->length + 1);
	while (n < ask->length && (got = ask->more(ask->from, text + n, ask->length - n)))
		n += got;
	return n == ask->length ? text : NULL;
}

bool
sink_form(struct req *r, const struct ask *ask, const struct route *route, struct sink **sink)
{
	bool parts = !strncasecmp(ask->type, "multipart/form-data", 19);
	bool pours = route->flags & SINK && parts;
	const char *body;

	int64_t most = pours ? body_limit(route) : plain_limit();
	if ((int64_t)ask->length > most)
		r->most = most;
	if ((!ask->body && !ask->more) || r->most)
		return false;
	if (pours) {
		*sink = open_sink(r, ask);
		return true;
	}
	if (!(body = whole_body(r->mem, ask)))
		return false;
	r->form = form_parse(r->mem, r->lang, ask->type, body, ask->length);
	return true;
}

static bool
refuse(struct req *r, struct upload *u, const char *why_vi)
{
	if (!u->why)
		u->why = tr(r->lang, why_vi);
	return false;
}

/* Piece after piece; false if it is refused. */
static bool
pour(struct req *r, struct multipart *body, struct upload *u)
{
	const char *bytes;
	size_t n;

	while ((n = multipart_piece(body, &bytes))) {
		u->size += (int64_t)n;
		if (!u->head) {
			u->head_length = n < HEAD ? n : HEAD;
			u->head = mem_copy(r->mem, bytes, u->head_length);
		}
		if (r->sift && !r->sift(r, u))
			return false;
		if (!u->in)
			u->in = file_open(r->files, r->mem, r->now);
		file_add(u->in, bytes, n);
	}
	if (!u->size)
		return refuse(r, u, "Tệp trống, không có gì trong đó: kiểm tra lại rồi chọn tệp khác");
	u->whole = true;
	return !r->sift || r->sift(r, u);
}

static void
take(struct req *r, struct multipart *body, const struct part *part, struct upload *u)
{
	bool wanted = !u->why && pour(r, body, u);

	if (wanted && !multipart_wrong(body)) {
		if (!(u->hash = file_keep(u->in)) && !db_failed(r->files))
			refuse(r, u, "Tệp này đã bị xóa khỏi cổng theo quyết định, không đưa lại được");
	} else if (u->in) {
		file_drop(u->in);
	}
	u->in = NULL;
	form_took(r->form, part, u->hash ? u->hash : "");
}

/* May they come at all?  Nothing is written. */
static int
ask_handler(struct req *r, const struct route *route)
{
	int status;

	r->arriving = true;
	db_begin(r->db, DB_READ);
	db_begin(r->files, DB_READ);
	status = route->run(r);
	db_rollback(r->files);
	db_rollback(r->db);
	r->arriving = false;
	return db_failed(r->db) || db_failed(r->files) ? 500 : status;
}

int
sink_take(struct req *r, const struct route *route, struct sink *s)
{
	struct upload **end = &r->uploads;
	int status = ask_handler(r, route), count = 0;

	if (status || !s)
		return status;
	for (struct part *p = s->part; p; p = form_fill(r->form, s->body)) {
		struct upload *u = mem_take(r->mem, sizeof(*u));
		u->field = p->name;
		if (!(u->name = text_nfc(r->mem, p->file, strlen(p->file)))) {
			u->name = "";
			refuse(r, u, "Tên tệp có ký tự không đọc được: đổi tên tệp rồi gửi lại");
		}
		if (++count > FILES_MAX)
			refuse(r, u, "Mỗi lần gửi tối đa 10 tệp: gửi tệp này ở lần sau");
		*end = u, end = &u->next;
		take(r, s->body, p, u);
		if (db_failed(r->files))
			return 500;
	}
	return form_broken(r->form) ? 400 : 0;
}
