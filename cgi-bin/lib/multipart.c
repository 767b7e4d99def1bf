/*
 * multipart.c - one pass over the body, through a window that holds a piece and what may
 * follow it; what is not expected is refused.
 */

#include "cgi-bin/lib/multipart.h"

#include <string.h>
#include <strings.h>

enum {
	BOUNDARY = 70, HEADERS = 4096, NAME = 127, FILE_NAME = 255, PARTS = 200,
	WINDOW = MULTIPART_PIECE + HEADERS + 100	/* and the longest delimiter */
};

static const char NO_FORM[] =
	"Dữ liệu gửi lên không phải là biểu mẫu có tệp."
	" Hãy tải lại trang rồi gửi lại.";
static const char NO_BOUNDARY[] =
	"Biểu mẫu gửi lên không ghi đúng dấu ngăn giữa các phần."
	" Hãy tải lại trang rồi gửi lại.";
static const char CUT[] =
	"Dữ liệu gửi lên bị đứt giữa chừng."
	" Hãy kiểm tra đường truyền rồi gửi lại.";
static const char STRANGE[] =
	"Có phần của biểu mẫu không đúng quy cách."
	" Hãy tải lại trang rồi gửi lại, hoặc dùng trình duyệt khác.";
static const char ENCODED[] =
	"Tệp bị mã hóa khi gửi nên không đọc được."
	" Hãy gửi lại bằng trình duyệt khác.";
static const char LONG_NAME[] =
	"Tên ô nhập trong biểu mẫu quá dài. Hãy tải lại trang rồi gửi lại.";
static const char LONG_FILE[] =
	"Tên tệp quá dài. Hãy đặt tên ngắn hơn 80 chữ rồi gửi lại.";
static const char MANY[] =
	"Biểu mẫu có quá 200 phần. Hãy gửi làm nhiều lần, mỗi lần ít tệp hơn.";

/* What is still to be read of a text, and the first thing that was wrong. */
struct in {
	struct mem *mem;
	const char *at, *end;
	const char *wrong;
};

static bool
refuse(struct in *in, const char *why)
{
	if (!in->wrong)
		in->wrong = why;
	return false;
}

static bool
take(struct in *in, const char *want, size_t n)
{
	if ((size_t)(in->end - in->at) < n || memcmp(in->at, want, n))
		return false;
	in->at += n;
	return true;
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || (c >= '0' && c <= '9');
}

static bool
token(char c)
{
	return letter(c) || (c && strchr("!#$%&'*+-.^_`{|}~", c));
}

static void
spaces(struct in *in)
{
	while (in->at < in->end && (*in->at == ' ' || *in->at == '\t'))
		in->at++;
}

/* A token without its case: answers whether it is `want`. */
static bool
word(const char *at, size_t n, const char *want)
{
	return n == strlen(want) && !strncasecmp(at, want, n);
}

static size_t
token_length(const struct in *in)
{
	const char *s = in->at;

	while (s < in->end && token(*s))
		s++;
	return (size_t)(s - in->at);
}

/*
 * The text between quotes.  A backslash hides a quote and nothing else, for old
 * browsers send C:\whole\paths.
 */
static char *
quoted(struct in *in)
{
	if (!take(in, "\"", 1))
		return NULL;
	char *text = mem_copy(in->mem, in->at, (size_t)(in->end - in->at)), *to = text;
	while (in->at < in->end && *in->at != '"') {
		if (!take(in, "\\\"", 2))
			*to++ = *in->at++;
		else
			*to++ = '"';
	}
	*to = '\0';
	return take(in, "\"", 1) ? text : NULL;
}

/* The next "; name=", or NULL at the end or at a fault. */
static const char *
parameter(struct in *in, size_t *n)
{
	spaces(in);
	if (in->at == in->end)
		return NULL;
	if (take(in, ";", 1)) {
		spaces(in);
		const char *name = in->at;
		*n = token_length(in);
		in->at += *n;
		if (*n && take(in, "=", 1))
			return name;
	}
	refuse(in, STRANGE);
	return NULL;
}

static bool
lawful(const char *boundary)
{
	size_t n = strlen(boundary);

	if (n < 1 || n > BOUNDARY || boundary[n - 1] == ' ')
		return false;
	for (; *boundary; boundary++)
		if (!letter(*boundary) && !strchr("'()+_,-./:=? ", *boundary))
			return false;
	return true;
}

static const char *
boundary_of(struct in *in, const char *type)
{
	struct in t = { in->mem, type, type + strlen(type), NULL };
	const char *boundary = NULL, *name;
	size_t n;

	if (t.end - t.at > HEADERS || t.end - t.at < 19
	    || !word(t.at, 19, "multipart/form-data")) {
		refuse(in, NO_FORM);
		return NULL;
	}
	t.at += 19;
	while ((name = parameter(&t, &n))) {
		char *value;
		if (t.at < t.end && *t.at == '"') {
			value = quoted(&t);
		} else {
			size_t length = token_length(&t);
			value = mem_copy(in->mem, t.at, length);
			t.at += length;
		}
		if (!value) {
			refuse(&t, STRANGE);
		} else if (word(name, n, "boundary")) {
			if (boundary || !lawful(value))
				refuse(&t, STRANGE);
			boundary = value;
		}
	}
	if (!t.wrong && boundary)
		return boundary;
	refuse(in, NO_BOUNDARY);
	return NULL;
}

/* What browsers escape in a name, and no other: a "50%.pdf" stays. */
static void
unescape(char *text)
{
	char *to = text;

	for (; *text; *to++ = *text++) {
		if (!strncmp(text, "%22", 3))
			*(text += 2) = '"';
		else if (!strncasecmp(text, "%0d", 3))
			*(text += 2) = '\r';
		else if (!strncasecmp(text, "%0a", 3))
			*(text += 2) = '\n';
	}
	*to = '\0';
}

static bool
control(char c)
{
	return (unsigned char)c < ' ' || c == 0x7f;
}

/* How many bytes at s nobody may see in a file's name: a control character, or
 * a mark of direction, by which "gpj.exe" is shown as "exe.jpg". */
static size_t
hidden(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (control(*s))
		return 1;
	if (u[0] == 0xc2 && u[1] >= 0x80 && u[1] <= 0x9f)
		return 2;
	if (u[0] == 0xd8 && u[1] == 0x9c)			/* 061C */
		return 2;
	if (u[0] == 0xe2 && u[1] == 0x80
	    && (u[2] == 0x8e || u[2] == 0x8f			/* 200E, 200F */
	    || (u[2] >= 0xa8 && u[2] <= 0xae)))			/* 2028 to 202E */
		return 3;
	if (u[0] == 0xe2 && u[1] == 0x81 && u[2] >= 0xa6 && u[2] <= 0xa9)
		return 3;					/* 2066 to 2069 */
	return 0;
}

/* Without its path and what is hidden; looked for at the end of what is kept, so
 * that nothing hidden comes together when what stood between is taken out. */
static const char *
file_name(char *text)
{
	char *start = text;

	for (char *s = text; *s; s++)
		if (*s == '/' || *s == '\\')
			start = s + 1;
	char *to = start;
	for (const char *s = start; *s; s++) {
		*to++ = *s;
		for (size_t n = 1; n <= 3 && n <= (size_t)(to - start); n++)
			if (hidden(to - n) == n) {
				to -= n;
				break;
			}
	}
	*to = '\0';
	return strcmp(start, ".") && strcmp(start, "..") ? start : "";
}

static bool
disposition(struct in *in, struct part *part)
{
	const char *name;
	size_t n = token_length(in);

	if (part->name || !word(in->at, n, "form-data"))
		return refuse(in, STRANGE);
	in->at += n;
	while ((name = parameter(in, &n))) {
		char *value = quoted(in);
		const char **to = word(name, n, "name") ? &part->name
		    : word(name, n, "filename") ? &part->file : NULL;
		if (!value || !to || *to)
			return refuse(in, STRANGE);
		unescape(value);
		*to = to == &part->file ? file_name(value) : value;
	}
	if (in->wrong || !part->name || !*part->name)
		return refuse(in, STRANGE);
	for (const char *s = part->name; *s; s++)
		if (control(*s))
			return refuse(in, STRANGE);
	if (strlen(part->name) > NAME)
		return refuse(in, LONG_NAME);
	if (part->file && strlen(part->file) > FILE_NAME)
		return refuse(in, LONG_FILE);
	return true;
}

/* One line, without its CR LF. */
static bool
header(struct in *in, const char *end, struct part *part)
{
	struct in line = { in->mem, in->at, end, NULL };
	const char *name = line.at;
	size_t n = token_length(&line);

	for (const char *s = name; s < end; s++)
		if (control(*s) && *s != '\t')
			return refuse(in, STRANGE);
	line.at += n;
	if (!n || !take(&line, ":", 1))
		return refuse(in, STRANGE);
	spaces(&line);
	if (word(name, n, "Content-Transfer-Encoding"))
		return refuse(in, ENCODED);
	if (word(name, n, "Content-Disposition") && !disposition(&line, part))
		return refuse(in, line.wrong);
	return true;
}

struct multipart {
	struct in in;			/* the window: what has come and was not read */
	body_feed *feed;
	void *from;
	bool dry;			/* the body has ended */
	const char *delimiter;		/* CR LF, "--" and the boundary */
	size_t n;			/* bytes of it */
	size_t passed;			/* bytes of the body before the window's start */
	int count;
	bool inside;			/* of a part's bytes */
	char *window;
};

/* At least n bytes from in.at on, unless the body ends before. */
static size_t
fill(struct multipart *m, size_t n)
{
	size_t left = (size_t)(m->in.end - m->in.at);

	if (left >= n || m->dry)
		return left;
	m->passed += (size_t)(m->in.at - m->window);
	memmove(m->window, m->in.at, left);
	for (size_t got; left < n && !m->dry; left += got) {
		got = m->feed(m->from, m->window + left, WINDOW - left);
		m->dry = !got;
	}
	m->in.at = m->window;
	m->in.end = m->window + left;
	return left;
}

/* Up to and with the empty line. */
static bool
headers(struct in *in, struct part *part)
{
	const char *start = in->at;

	while (!take(in, "\r\n", 2)) {
		size_t left = (size_t)(in->end - in->at);
		size_t may = (size_t)(HEADERS - (in->at - start));
		const char *end = memmem(in->at, left < may ? left : may, "\r\n", 2);
		if (!end)
			return refuse(in, left < may ? CUT : STRANGE);
		if (!header(in, end, part))
			return false;
		in->at = end + 2;
	}
	return part->name || refuse(in, STRANGE);
}

struct multipart *
multipart_open(struct mem *mem, const char *type, body_feed *next, void *from)
{
	struct multipart *m = mem_take(mem, sizeof(*m));
	const char *boundary;

	m->window = mem_take(mem, WINDOW);
	m->in = (struct in){ mem, m->window, m->window, NULL };
	m->feed = next;
	m->from = from;
	if (!(boundary = boundary_of(&m->in, type ? type : "")))
		return m;
	m->delimiter = mem_printf(mem, "\r\n--%s", boundary);
	m->n = strlen(m->delimiter);
	if (fill(m, m->n - 2) < m->n - 2)
		refuse(&m->in, CUT);
	else if (!take(&m->in, m->delimiter + 2, m->n - 2))
		refuse(&m->in, STRANGE);
	return m;
}

const char *
multipart_wrong(const struct multipart *m)
{
	return m->in.wrong;
}

/* After the last boundary there may be one line end, and nothing else. */
static void
end_body(struct multipart *m)
{
	fill(m, 3);
	take(&m->in, "\r\n", 2);
	if (m->in.at != m->in.end)
		refuse(&m->in, STRANGE);
	m->n = 0;
}

struct part *
multipart_next(struct multipart *m)
{
	const char *rest;

	while (multipart_piece(m, &rest))
		;
	if (m->in.wrong || !m->n)
		return NULL;
	fill(m, HEADERS + 4);
	if (take(&m->in, "--", 2)) {
		end_body(m);
		return NULL;
	}
	if (!take(&m->in, "\r\n", 2)) {
		refuse(&m->in, m->in.end - m->in.at < 2 ? CUT : STRANGE);
	} else if (++m->count > PARTS) {
		refuse(&m->in, MANY);
	} else {
		struct part *part = mem_take(m->in.mem, sizeof(*part));
		m->inside = headers(&m->in, part);
		return m->inside ? part : NULL;
	}
	return NULL;
}

size_t
multipart_piece(struct multipart *m, const char **bytes)
{
	size_t left, n = MULTIPART_PIECE;

	if (!m->inside)
		return 0;
	left = fill(m, MULTIPART_PIECE + m->n);
	if (left > MULTIPART_PIECE + m->n)
		left = MULTIPART_PIECE + m->n;
	const char *end = memmem(m->in.at, left, m->delimiter, m->n);
	if (end) {
		n = (size_t)(end - m->in.at);
	} else if (left < MULTIPART_PIECE + m->n) {
		refuse(&m->in, CUT);
		n = 0;
	}
	*bytes = m->in.at;
	m->in.at += n;
	if (!n) {
		m->inside = false;
		m->in.at += end ? m->n : 0;
	}
	return n;
}

bool
multipart_ended(struct multipart *m)
{
	return !m->inside || (fill(m, m->n) >= m->n && !memcmp(m->in.at, m->delimiter, m->n));
}

struct whole {
	const char *at, *end;
};

static size_t
feed_whole(void *from, char *to, size_t max)
{
	struct whole *w = from;
	size_t n = (size_t)(w->end - w->at);

	if (n > max)
		n = max;
	memcpy(to, w->at, n);
	w->at += n;
	return n;
}

/* The bytes are copied out of the body, where they stand together. */
struct part *
multipart_read(struct mem *mem, const char *type, const char *body, size_t length,
    const char **wrong)
{
	struct whole whole = { body, body + length };
	struct multipart *m = multipart_open(mem, type, feed_whole, &whole);
	struct part *first = NULL, **end = &first, *part;
	const char *piece;

	while ((part = multipart_next(m))) {
		size_t start = m->passed + (size_t)(m->in.at - m->window);
		for (size_t n; (n = multipart_piece(m, &piece)); )
			part->length += n;
		if (m->in.wrong)
			break;
		part->bytes = mem_copy(mem, body + start, part->length);
		*end = part, end = &part->next;
	}
	*wrong = m->in.wrong;
	return *wrong ? NULL : first;
}
