/* multipart_test.c - what multipart.h promises. */

#include "tests/test.h"

#include <stdio.h>
#include <time.h>

#include "cgi-bin/lib/multipart.h"

#define TYPE "multipart/form-data; boundary=b"
#define CD "Content-Disposition: form-data; "
#define OPEN "--b\r\n"
#define SHUT "\r\n--b--\r\n"
#define FIELD_A CD "name=\"a\"\r\n\r\n"

#define SEVENTY "1234567890123456789012345678901234567890123456789012345678901234567890"

static struct mem *mem;
static const char *wrong;

static struct part *
read_as(const char *type, const char *body, size_t length)
{
	/* A copy of its own length, so that a sanitizer sees the end of it. */
	char *copy = mem_copy(mem, body, length);

	wrong = "not set";
	return multipart_read(mem, type, copy, length, &wrong);
}

#define READ_BODY(body) read_as(TYPE, body, sizeof(body) - 1)
/* Refused, with a sentence that ends. */
#define REFUSED(body) CHECK(!READ_BODY(body) && wrong && strstr(wrong, " Hãy ") \
	&& wrong[strlen(wrong) - 1] == '.')
#define REFUSED_TYPE(type) CHECK(!read_as(type, OPEN FIELD_A "1" SHUT, \
	sizeof(OPEN FIELD_A "1" SHUT) - 1) && wrong && strstr(wrong, " Hãy "))
#define TAKEN_TYPE(type, b) CHECK(read_as(type, "--" b "\r\n" FIELD_A "1\r\n--" b \
	"--\r\n", sizeof("--" b "\r\n" FIELD_A "1\r\n--" b "--\r\n") - 1) && !wrong)

static void
parts_come_in_the_order_sent(void)
{
	struct part *p = READ_BODY(
	    OPEN CD "name=\"title\"\r\n\r\nPhong trào\r\nthi đua\r\n"
	    OPEN CD "name=\"file\"; filename=\"Kế hoạch.pdf\"\r\n"
	    "Content-Type: application/pdf\r\n\r\n%PDF\0\r\n--\r\n-b\r\n"
	    OPEN FIELD_A SHUT);

	CHECK(p && !wrong);
	if (!p)
		return;
	SAME(p->name, "title");
	SAME(p->file, NULL);
	SAME(p->bytes, "Phong trào\r\nthi đua");
	CHECK(p->length == strlen(p->bytes));
	p = p->next;
	SAME(p->name, "file");
	SAME(p->file, "Kế hoạch.pdf");
	CHECK(p->length == 13 && !memcmp(p->bytes, "%PDF\0\r\n--\r\n-b", 14));
	p = p->next;
	SAME(p->name, "a");
	SAME(p->bytes, "");
	CHECK(p->length == 0 && !p->next);
}

static void
no_parts_are_no_fault(void)
{
	CHECK(!READ_BODY("--b--\r\n") && !wrong);
	CHECK(!READ_BODY("--b--") && !wrong);
	struct part *p = READ_BODY(OPEN CD "name=\"f\"; filename=\"\"\r\n"
	    "Content-Type: application/octet-stream\r\n\r\n" SHUT);
	CHECK(p && p->length == 0);
	SAME(p ? p->file : NULL, "");
}

static void
header_names_have_no_case_and_others_are_passed_over(void)
{
	CHECK(READ_BODY(OPEN "X-Y: z\r\ncontent-DISPOSITION:form-data;NAME=\"a\" ;"
	    " FileName=\"b\"\r\nContent-Type: text/plain\r\n\r\n1" SHUT));
	CHECK(READ_BODY(OPEN "CONTENT-DISPOSITION:\tForm-Data; name=\"a\" \r\n\r\n1"
	    "\r\n--b--"));
}

static void
type_is_read_strictly(void)
{
	TAKEN_TYPE("Multipart/Form-Data; charset=utf-8; Boundary=b", "b");
	TAKEN_TYPE("multipart/form-data;boundary=\"b c:d/e?f\"", "b c:d/e?f");
	TAKEN_TYPE("multipart/form-data; boundary=" SEVENTY, SEVENTY);
	const char *body = mem_printf(mem, "--%s\r\n" FIELD_A "1\r\n--%s--", SEVENTY "1",
	    SEVENTY "1");
	CHECK(!read_as("multipart/form-data; boundary=" SEVENTY "1", body, strlen(body)));
	CHECK(wrong != NULL);
	REFUSED_TYPE(NULL);
	REFUSED_TYPE("");
	REFUSED_TYPE("multipart/form-data");
	REFUSED_TYPE("multipart/form-data;");
	REFUSED_TYPE("multipart/form-data; boundary=");
	REFUSED_TYPE("multipart/form-data; boundary=\"\"");
	REFUSED_TYPE("multipart/form-data; boundary=\"b");
	REFUSED_TYPE("multipart/form-data; boundary=\"b \"");
	REFUSED_TYPE("multipart/form-data; boundary=\"b\r\nc\"");
	REFUSED_TYPE("multipart/form-data; boundary=b\"");
	REFUSED_TYPE("multipart/form-data; boundary=bé");
	REFUSED_TYPE("multipart/form-data; boundary=b; boundary=b");
	REFUSED_TYPE("multipart/form-data; boundary=b; x=\"");
	REFUSED_TYPE("multipart/form-data; boundary=c");
	REFUSED_TYPE("multipart/form-datax; boundary=b");
	REFUSED_TYPE("multipart/form-data boundary=b");
	REFUSED_TYPE("multipart/mixed; boundary=b");
	REFUSED_TYPE("application/x-www-form-urlencoded");
}

static void
frame_is_read_strictly(void)
{
	REFUSED("");
	REFUSED("-");
	REFUSED("--b");
	REFUSED("--b-");
	REFUSED("--b\r");
	REFUSED(OPEN);
	REFUSED("\r\n" OPEN FIELD_A "1" SHUT);
	REFUSED("preamble\r\n" OPEN FIELD_A "1" SHUT);
	REFUSED(OPEN FIELD_A "1" SHUT "epilogue");
	REFUSED(OPEN FIELD_A "1" SHUT "\r\n");
	REFUSED(OPEN FIELD_A "1" SHUT OPEN FIELD_A "2" SHUT);
	REFUSED("--b \r\n" FIELD_A "1" SHUT);
	REFUSED("--bb\r\n" FIELD_A "1" SHUT);
	REFUSED(OPEN FIELD_A "1");
	REFUSED(OPEN FIELD_A "1\r\n--b");
	REFUSED(OPEN FIELD_A "1\r\n--b-");
	REFUSED(OPEN FIELD_A "1\r\n--bx\r\n--b--\r\n");
	REFUSED(OPEN FIELD_A "1\n--b--\n");
	REFUSED("--b\n" CD "name=\"a\"\n\n1\n--b--\n");
	REFUSED(OPEN FIELD_A "--b--\r\n");	/* the CR LF before it is missing */
	/* Every beginning of a lawful body is a body that was cut. */
	static const char whole[] = OPEN FIELD_A "1\r\n" OPEN CD
	    "name=\"f\"; filename=\"g\"\r\n\r\n2\r\n--b--";
	for (size_t n = 0; n < sizeof(whole) - 1; n++)
		CHECK(!read_as(TYPE, whole, n) && wrong);
	CHECK(read_as(TYPE, whole, sizeof(whole) - 1) && !wrong);
}

static void
headers_are_read_strictly(void)
{
	REFUSED(OPEN "\r\n1" SHUT);
	REFUSED(OPEN "Content-Type: text/plain\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"\"\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=a\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\"x\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\"; name=\"b\"\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\"; filename=\"b\"; filename=\"c\"\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\"; filename*=UTF-8''b\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\"; size=\"1\"\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "filename=\"a\"\r\n\r\n1" SHUT);
	REFUSED(OPEN "Content-Disposition: attachment; name=\"a\"\r\n\r\n1" SHUT);
	REFUSED(OPEN "Content-Disposition: form-dataname=\"a\"\r\n\r\n1" SHUT);
	REFUSED(OPEN "Content-Disposition : form-data; name=\"a\"\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\"\r\n" CD "name=\"a\"\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a\"\r\nContent-Disposition: form-data\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "\r\n name=\"a\"\r\n\r\n1" SHUT);	/* folded */
	REFUSED(OPEN "X\r\n" FIELD_A "1" SHUT);
	REFUSED(OPEN ": x\r\n" FIELD_A "1" SHUT);
	REFUSED(OPEN "X: a\0b\r\n" FIELD_A "1" SHUT);
	REFUSED(OPEN "X: a\rb\r\n" FIELD_A "1" SHUT);
	REFUSED(OPEN "X: a\nY: b\r\n" FIELD_A "1" SHUT);
	REFUSED(OPEN "X: a\x7f\r\n" FIELD_A "1" SHUT);
	REFUSED(OPEN CD "name=\"a\tb\"\r\n\r\n1" SHUT);
	REFUSED(OPEN CD "name=\"a%0D%0Ab\"\r\n\r\n1" SHUT);
	static const char *const encodings[] = { "base64", "quoted-printable", "8bit" };
	for (int i = 0; i < 3; i++) {
		const char *body = mem_printf(mem, OPEN
		    "Content-Transfer-Encoding: %s\r\n" FIELD_A "1" SHUT, encodings[i]);
		CHECK(!read_as(TYPE, body, strlen(body)) && wrong);
		CHECK(wrong && strstr(wrong, "mã hóa") != NULL);
	}
}

/* The name of the only part, whose file is called so. */
static const char *
file(const char *sent)
{
	const char *body = mem_printf(mem, OPEN CD "name=\"f\"; filename=\"%s\"\r\n\r\n"
	    "1" SHUT, sent);
	struct part *p = read_as(TYPE, body, strlen(body));

	return p ? p->file : NULL;
}

static void
file_names_are_only_names(void)
{
	SAME(file("C:\\Documents\\Báo cáo.docx"), "Báo cáo.docx");
	SAME(file("../../etc/passwd"), "passwd");
	SAME(file("a/b\\c"), "c");
	SAME(file("a\\b/c"), "c");
	SAME(file("thư mục/"), "");
	SAME(file("."), "");
	SAME(file("x/.."), "");
	SAME(file("..."), "...");
	SAME(file("%22hay%22.pdf"), "\"hay\".pdf");
	SAME(file("\\\"hay\\\".pdf"), "\"hay\".pdf");
	SAME(file("50%.pdf"), "50%.pdf");
	SAME(file("a%2e%2fb%00"), "a%2e%2fb%00");	/* decoded once, and only %22 */
	SAME(file("%2522"), "%2522");
	SAME(file("a%0D%0a.pdf"), "a.pdf");
	SAME(file("a\tb.pdf"), "ab.pdf");
	SAME(file("\u202egpj.exe\u202c"), "gpj.exe");
	SAME(file("a\u200e\u200f\u061c\u2066\u2069\u2028\xc2\x85.pdf"), "a.pdf");
	/* Half a mark on either side of a mark. */
	SAME(file("a\xe2\x80" "\u202e" "\xaf"), "a\xe2\x80\xaf");
	SAME(file("a\xe2\x80" "\u202e" "\xae.pdf"), "a.pdf");
	SAME(file("a\xe2\xe2\x80\xae\x80\xae.pdf"), "a.pdf");
	SAME(file("Đề án “mới”.docx"), "Đề án “mới”.docx");
	SAME(file("Ke\u0302\u0301.docx"), "Ke\u0302\u0301.docx");
	SAME(file("\xe2"), "\xe2");
	SAME(file("a\x01.pdf"), NULL);
}

static const char *
of(char c, int n)
{
	char *text = mem_take(mem, (size_t)n + 1);
	memset(text, c, (size_t)n);
	return text;
}

static bool
takes(const char *body)
{
	return read_as(TYPE, body, strlen(body)) && !wrong;
}

static void
limits_hold(void)
{
	CHECK(strlen(file(of('a', 255))) == 255);
	CHECK(!file(of('a', 256)));
	CHECK(wrong && strstr(wrong, "Tên tệp") != NULL);
	CHECK(file(mem_printf(mem, "C:\\%s\\a", of('a', 300))) != NULL);
	for (int n = 127; n <= 128; n++)
		CHECK(takes(mem_printf(mem, OPEN CD "name=\"%s\"\r\n\r\n1" SHUT,
		    of('a', n))) == (n == 127));
	CHECK(takes(mem_printf(mem, OPEN "X: %s\r\n" FIELD_A "1" SHUT, of('x', 3900))));
	CHECK(!takes(mem_printf(mem, OPEN "X: %s\r\n" FIELD_A "1" SHUT, of('x', 4096))));
	CHECK(!takes(mem_printf(mem, OPEN "X: %s\r\nX: %s\r\n" FIELD_A "1" SHUT,
	    of('x', 2100), of('x', 2100))));
	for (int n = 200; n <= 201; n++) {
		const char *body = "--b";
		for (int i = 0; i < n; i++)
			body = mem_printf(mem, "%s\r\n" FIELD_A "%d\r\n--b", body, i);
		body = mem_printf(mem, "%s--", body);
		struct part *p = read_as(TYPE, body, strlen(body));
		CHECK((p != NULL) == (n == 200));
		CHECK(n == 200 || (wrong && strstr(wrong, "200 phần") != NULL));
		int count = 0;
		for (; p; p = p->next)
			count++;
		CHECK(count == (n == 200 ? 200 : 0));
	}
}

static void
time_is_linear(void)
{
	enum { SIZE = 8 << 20 };
	static const char head[] = OPEN CD "name=\"f\"; filename=\"g\"\r\n\r\n";
	static const char almost[] = "\r\n--\r\n--";
	char *body = mem_take(mem, SIZE + 1);
	size_t n = sizeof(head) - 1;

	memcpy(body, head, n);
	for (; n + sizeof(almost) + sizeof(SHUT) < SIZE; n += sizeof(almost) - 1)
		memcpy(body + n, almost, sizeof(almost) - 1);
	memcpy(body + n, SHUT, sizeof(SHUT));
	clock_t start = clock();
	struct part *p = read_as(TYPE, body, n + sizeof(SHUT) - 1);
	CHECK(p && p->length == n - sizeof(head) + 1);
	CHECK(clock() - start < 2 * CLOCKS_PER_SEC);
}

/* What feeds a reader so many bytes at a time. */
struct drip {
	const char *at, *end;
	size_t n, most;		/* most: that was asked for at once */
};

static size_t
drip(void *from, char *to, size_t max)
{
	struct drip *d = from;
	size_t left = (size_t)(d->end - d->at), n = d->n < left ? d->n : left;

	if (max > d->most)
		d->most = max;
	if (n > max)
		n = max;
	memcpy(to, d->at, n);
	d->at += n;
	return n;
}

static const char three[] = OPEN CD "name=\"csrf\"\r\n\r\nxyz\r\n"
	OPEN CD "name=\"f\"; filename=\"g.pdf\"\r\n\r\n%PDF\r\n--\r\n-b\r\n--\r\n"
	OPEN FIELD_A SHUT;

/* However it comes, cut anywhere, the parts and the fault are the same. */
static void
pieces_are_the_same_however_they_come(void)
{
	for (size_t size = 0; size < sizeof(three); size++)
		for (size_t n = 1; n <= 7; n++) {
			struct drip d = { three, three + size, n, 0 };
			struct multipart *m = multipart_open(mem, TYPE, drip, &d);
			struct part *p = read_as(TYPE, three, size), *q;
			const char *bytes, *why = wrong;

			while ((q = multipart_next(m))) {
				size_t got = multipart_piece(m, &bytes);
				if (p) {
					SAME(q->name, p->name);
					CHECK(got == p->length && (!got || !memcmp(bytes, p->bytes, got)));
					p = p->next;
				}
			}
			CHECK(!p);
			SAME(multipart_wrong(m), why);
		}
}

static void
a_part_need_not_be_read_to_its_end(void)
{
	struct drip d = { three, three + sizeof(three) - 1, 5, 0 };
	struct multipart *m = multipart_open(mem, TYPE, drip, &d);

	for (int i = 0; i < 3; i++)
		CHECK(multipart_next(m) != NULL);
	CHECK(!multipart_next(m) && !multipart_wrong(m));
	CHECK(!multipart_next(m));
	const char *bytes;
	CHECK(multipart_piece(m, &bytes) == 0);
}

/* A file of many pieces: all full but the last, and none beyond the window. */
static void
a_long_part_comes_in_full_pieces(void)
{
	enum { SIZE = 5 * MULTIPART_PIECE + 17 };
	static const char head[] = OPEN CD "name=\"f\"; filename=\"g\"\r\n\r\n";
	char *body = mem_take(mem, sizeof(head) + SIZE + sizeof(SHUT));
	size_t n = sizeof(head) - 1, sum = 0, got;
	const char *bytes;

	memcpy(body, head, n);
	for (size_t i = 0; i < SIZE; i++)
		body[n + i] = "\r\n--bx"[i % 6];	/* nearly a boundary, never one */
	for (size_t i = 0; i + 6 < SIZE; i += 6)
		body[n + i + 4] = 'c';
	memcpy(body + n + SIZE, SHUT, sizeof(SHUT) - 1);
	struct drip d = { body, body + n + SIZE + sizeof(SHUT) - 1, 8000, 0 };
	struct multipart *m = multipart_open(mem, TYPE, drip, &d);
	CHECK(multipart_next(m) != NULL);
	while ((got = multipart_piece(m, &bytes))) {
		CHECK(!memcmp(bytes, body + n + sum, got));
		sum += got;
		CHECK(got == MULTIPART_PIECE || sum == SIZE);
	}
	CHECK(sum == SIZE && !multipart_next(m) && !multipart_wrong(m));
	CHECK(d.most < 2 * MULTIPART_PIECE);
}

int
main(void)
{
	mem = mem_new();
	pieces_are_the_same_however_they_come();
	a_part_need_not_be_read_to_its_end();
	a_long_part_comes_in_full_pieces();
	parts_come_in_the_order_sent();
	no_parts_are_no_fault();
	header_names_have_no_case_and_others_are_passed_over();
	type_is_read_strictly();
	frame_is_read_strictly();
	headers_are_read_strictly();
	file_names_are_only_names();
	limits_hold();
	time_is_linear();
	mem_free(mem);
	return done();
}
