/* multipart.c - one pass over the body; what is not expected is refused. */

#include "cgi-bin/lib/multipart.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { BOUNDARY = 70, HEADERS = 4096, NAME = 127, FILE_NAME = 255, PARTS = 200 };

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

/* What is still to be read, and the first thing that was wrong. */
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

static struct part *
one(struct in *in, const char *delimiter, size_t n)
{
	struct part *part = mem_take(in->mem, sizeof(*part));

	if (!headers(in, part))
		return NULL;
	const char *end = memmem(in->at, (size_t)(in->end - in->at), delimiter, n);
	if (!end) {
		refuse(in, CUT);
		return NULL;
	}
	part->length = (size_t)(end - in->at);
	part->bytes = mem_copy(in->mem, in->at, part->length);
	in->at = end + n;
	return part;
}

struct part *
multipart_read(struct mem *mem, const char *type, const char *body, size_t length,
    const char **wrong)
{
	struct in in = { mem, body, body + length, NULL };
	struct part *first = NULL, **end = &first;
	const char *boundary = boundary_of(&in, type ? type : "");

	if (boundary) {
		const char *delimiter = mem_printf(mem, "\r\n--%s", boundary);
		size_t n = strlen(delimiter);
		int count = 0;

		if (!take(&in, delimiter + 2, n - 2))
			refuse(&in, length < n - 2 ? CUT : STRANGE);
		while (!in.wrong && !take(&in, "--", 2)) {
			if (!take(&in, "\r\n", 2))
				refuse(&in, in.end - in.at < 2 ? CUT : STRANGE);
			else if (++count > PARTS)
				refuse(&in, MANY);
			else if ((*end = one(&in, delimiter, n)))
				end = &(*end)->next;
		}
		take(&in, "\r\n", 2);
		if (in.at != in.end)
			refuse(&in, STRANGE);
	}
	*wrong = in.wrong;
	return in.wrong ? NULL : first;
}
