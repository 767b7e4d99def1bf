/* attach_test.c - files of records, on a page made for it: what attach.h, page.h's SINK
 * and SOURCE, db/file.h and db/attachment.h promise. */

#include "tests/scene.h"

#include <sodium.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/jail.h"
#include "cgi-bin/lib/kind.h"
#include "cgi-bin/lib/reply.h"
#include "db/file.h"

static bool sent;		/* the record 5 was sent: its files are fixed */

/* Record 5 is of unit A, 6 of B; both have the parts "" and "c1". */
static int
files_may(struct req *r, int64_t record, const char *part, enum attach_want want)
{
	if (record != 5 && record != 6)
		return 404;
	if (!may_here(r, "report.write", record == 5 ? A : B) || (*part && strcmp(part, "c1")))
		return 404;
	return want != ATTACH_SEE && sent ? 409 : 0;
}

static const struct attach files = { .kind = "x", .may = files_may };
static int files_give(struct req *r)   { return attach_give(r, &files); }
static int files_add(struct req *r)    { return attach_add(r, &files); }
static int files_remove(struct req *r) { return attach_remove(r, &files); }

static int
record(struct req *r)
{
	view_text(r->view, "record_path", "/x/5");
	attach_show(r, r->view, &files, r->id, "", "Giấy tờ", !sent);
	attach_show(r, r->view, &files, r->id, "c1", "Minh chứng", !sent);
	return show(r, 200, "attach_wrong");
}

const struct page page = {
	.name = "x",
	.views = "plan attach",
	.grants = (const struct grant[]){ SIGNED_IN, POSTING, ATTACHING, { 0 } },
	.files = ATTACH_FILES,
	.routes = (const struct route[]){
		{ GET,  "/x/#",               SIGNED, record,      0 },
		{ GET,  "/x/#/file/#",        SIGNED, files_give,   0 },
		{ POST, "/x/#/file",          "report.write", files_add, SINK },
		{ POST, "/x/#/file/#/remove", SIGNED, files_remove, PRIVATE },
		{ 0 }
	},
};

#define PDF "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"

static struct reply
send(const char *path, const char *fields, const char *name, const char *bytes)
{
	return ask_raw(ask_file(path, fields, name, bytes, strlen(bytes)));
}

static void
begin(void)
{
	fresh();
	sent = false;
	as(person("unit_officer", A));
}

/* Nothing is named, and nothing lies there that was only half there. */
static bool
nothing_came(void)
{
	return !look("SELECT count(*) FROM attachment") && !look("SELECT count(*) FROM audit")
	    && !look_file("SELECT count(*) FROM file") && !look_file("SELECT count(*) FROM file_piece");
}

static void
a_file_comes_and_goes_out_the_same(void)
{
	begin();
	struct reply r = send("/x/5/file", "part=c1&once=k", "Biên bản họp.pdf", PDF);
	CHECK(r.status == 303);
	SAME(leads(r), "/x/5#files-c1");
	CHECK(look("SELECT count(*) FROM attachment WHERE kind = 'x' AND record = 5"
	    " AND part = 'c1' AND removed IS NULL AND account = 1") == 1);
	SAME(look_text("SELECT name FROM attachment"), "Biên bản họp.pdf");
	SAME(look_text("SELECT type FROM attachment"), "application/pdf");
	SAME(look_text("SELECT hash FROM attachment"), digest_of(scene_mem(), PDF, strlen(PDF)));
	CHECK(look("SELECT size FROM attachment") == (int64_t)strlen(PDF));
	SAME(look_text("SELECT action FROM audit"), "attachment.add");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'record'"), "x 5");
	r = ask_get("/x/5");
	CHECK(says(r, "Biên bản họp.pdf") && says(r, "/x/5/file/1\"") && says(r, "1 KB"));
	CHECK(says(r, "Giấy tờ: chưa có tệp nào.") && says(r, "enctype=\"multipart/form-data\""));
	r = ask_get("/x/5/file/1");
	CHECK(r.status == 200 && r.length == strlen(PDF) && !memcmp(r.body, PDF, r.length));
	CHECK(strstr(r.head, "Content-Type: application/pdf\r\n") != NULL);
	CHECK(strstr(r.head, "\r\nContent-Disposition: attachment; filename=\"bien ban hop.pdf\";"
	    " filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp.pdf\r\n") != NULL);
	CHECK(strstr(r.head, "\r\nX-Content-Type-Options: nosniff\r\n") != NULL);
	CHECK(strstr(r.head, "\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none';"
	    " base-uri 'none'; sandbox\r\n") != NULL);
	CHECK(strstr(r.head, "\r\nCache-Control: private, no-store\r\n") != NULL);
	CHECK(strstr(r.head, mem_printf(scene_mem(), "\r\nContent-Length: %zu\r\n", strlen(PDF))) != NULL);
}

static void
the_same_form_and_the_same_bytes_count_once(void)
{
	begin();
	CHECK(send("/x/5/file", "once=k", "a.pdf", PDF).status == 303);
	CHECK(send("/x/5/file", "once=k", "a.pdf", PDF).status == 303);
	CHECK(look("SELECT count(*) FROM attachment") == 1);
	CHECK(send("/x/5/file", "once=k", "a.pdf", PDF "2").status == 409);
	struct reply r = send("/x/5/file", "once=k2", "b.pdf", PDF);
	CHECK(r.status == 422 && says(r, "b.pdf") && says(r, "a.pdf"));
	/* elsewhere it is another attachment of the same bytes, which came now */
	at(NOW + 100);
	CHECK(send("/x/5/file", "once=k3&part=c1", "b.pdf", PDF).status == 303);
	CHECK(look("SELECT count(*) FROM attachment") == 2);
	CHECK(look_file("SELECT count(*) FROM file WHERE hash IS NOT NULL") == 2);
	CHECK(look_file(mem_printf(scene_mem(), "SELECT at FROM file WHERE size = %zu",
	    strlen(PDF))) == NOW + 100);
	CHECK(look_file("SELECT count(*) FROM file WHERE hash IS NULL") == 0);
}

static void
only_who_may_and_only_what_is_there(void)
{
	begin();
	CHECK(send("/x/6/file", "", "a.pdf", PDF).status == 404);	/* another's */
	CHECK(send("/x/7/file", "", "a.pdf", PDF).status == 404);	/* nobody's */
	CHECK(send("/x/5/file", "part=c9", "a.pdf", PDF).status == 404);
	sent = true;
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 409);
	sent = false;
	as(person("auditor", P));
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 403);
	CHECK(nothing_came());

	as(person("unit_officer", A));
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 303);
	as(person("unit_officer", B));
	CHECK(ask_get("/x/5/file/1").status == 404);
	CHECK(ask_get("/x/6/file/1").status == 404);	/* it is not of that record */
	CHECK(ask_post("/x/5/file/1/remove", "").status == 404);
	CHECK(ask_post("/x/6/file/1/remove", "").status == 404);
	as(0);
	CHECK(ask_get("/x/5/file/1").status == 303);
	as(person("unit_officer", A));
	CHECK(ask_get("/x/5/file/2").status == 404);
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	CHECK(ask_get("/x/5/file/1").status == 404);
}

static void
a_forged_form_brings_nothing(void)
{
	begin();
	struct ask a = ask_file("/x/5/file", "", "a.pdf", PDF, strlen(PDF));
	a.site = "cross-site";
	CHECK(ask_raw(a).status == 403);
	a = ask_file("/x/6/file", "", "a.pdf", PDF, strlen(PDF));
	a.path = "/x/5/file";		/* a token of another form */
	CHECK(ask_raw(a).status == 403);
	/* the token must stand before the file */
	const char *own = token(scene_mem(), "x1", "/x/5/file");
	a.body = mem_printf(scene_mem(), "--b0\r\nContent-Disposition: form-data; name=\"file\";"
	    " filename=\"a.pdf\"\r\n\r\nxin\r\n--b0\r\nContent-Disposition: form-data;"
	    " name=\"csrf\"\r\n\r\n%s\r\n--b0--\r\n", own);
	a.length = strlen(a.body);
	CHECK(ask_raw(a).status == 403);
	CHECK(nothing_came());
}

static void
after_the_session_files_are_chosen_again(void)
{
	begin();
	at(NOW + 3600);
	struct reply r = send("/x/5/file", "part=c1", "a.pdf", PDF);
	SAME(leads(r), "/account/sign-in?then=/x/5%3Fagain%3Dfile");
	CHECK(look("SELECT count(*) FROM draft") == 0 && nothing_came());
	at(NOW);
	CHECK(says(ask_get("/x/5?again=file"), "hãy chọn lại tệp"));
	CHECK(!says(ask_get("/x/5"), "hãy chọn lại tệp"));
}

/* Refused, told why, and nothing kept. */
static bool
refused(const char *name, const char *bytes, size_t n, const char *why)
{
	struct reply r = ask_raw(ask_file("/x/5/file", "part=c1", name, bytes, n));
	bool ok = r.status == 422 && says(r, "Chưa nhận được tệp") && says(r, why)
	    && says(r, "href=\"#file-c1\"") && says(r, "id=\"file-c1\"") && nothing_came()
	    && says(r, "Chọn lại tệp") && !says(r, "vẫn còn nguyên");

	if (!ok)
		fprintf(stderr, "%s: %d, %s\n", name, r.status, why);
	return ok;
}
#define REFUSED(name, text, why) CHECK(refused(name, text, sizeof(text) - 1, why))

static void
what_is_something_else_says_what_it_is(void)
{
	begin();
	REFUSED("a.exe", "MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0\x40\0", "a.exe");
	REFUSED("a.pdf", "\x7f" "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\x3e\0\1\0\0\0", "không nhận");
	REFUSED("a.pdf", "<!DOCTYPE html><html><script>alert(1)</script>", "trang web (HTML)");
	REFUSED("a.html", "<!DOCTYPE html><html><script>alert(1)</script>", "trang web (HTML)");
	REFUSED("a.txt", "<html><body onload=alert(1)>", "trang web (HTML)");
	REFUSED("a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "ảnh SVG");
	REFUSED("a.svg", "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "ảnh SVG");
	REFUSED("a.txt", "#!/bin/sh\nrm -rf /\n", "chương trình chạy được");
	REFUSED("a.pdf", "<html>\n%PDF-1.4\n", "không nhận");	/* it begins at the first byte */
	REFUSED("a.docx", PDF, "Tên tệp ghi .docx nhưng nội dung là PDF");
	REFUSED("a.pdf.exe", PDF, "Tên tệp ghi .exe nhưng nội dung là PDF");
	/* what Windows drops or forbids hides no ending: the name is judged as it is kept */
	REFUSED("a.exe ", PDF, "Tên tệp ghi .exe nhưng nội dung là PDF");
	REFUSED("a.exe. .", PDF, "Tên tệp ghi .exe nhưng nội dung là PDF");
	REFUSED("a.pdf.exe.", PDF, "Tên tệp ghi .exe nhưng nội dung là PDF");
	REFUSED("..\\a.docx ", PDF, "Tên tệp ghi .docx nhưng nội dung là PDF");
	REFUSED("a.exe\u202e ", PDF, "Tên tệp ghi .exe nhưng nội dung là PDF");
	REFUSED("a.e\u200bxe\u00a0", PDF, "Tên tệp ghi .exe nhưng nội dung là PDF");
	REFUSED("a.pdf", "PK\3\4 not a box at all, but long enough to be looked into", "hỏng");
	REFUSED("a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 too short", "hỏng");
	REFUSED("a.txt", "a\0b\0c\0", "không nhận");
	REFUSED("a.pdf", "", "Tệp trống");
	REFUSED("a\xff.pdf", PDF, "ký tự không đọc được");
	CHECK(says(send("/x/5/file", "", "a.gif", "GIF89a\1\0\1\0\0\0\0"), "PDF (.pdf), Word (.docx, .doc), Excel (.xlsx, .xls)"));
	CHECK(nothing_came());
}

static void
names_are_made_safe(void)
{
	static const struct {
		const char *sent, *kept;
	} names[] = {
		{ "../../etc/passwd.pdf", "passwd.pdf" },
		{ "C:\\Users\\a\\Báo cáo.PDF", "Báo cáo.pdf" },
		{ "a.exe.pdf", "a.exe.pdf" },
		{ "Ke\u0302\u0301 hoa\u0323ch.pdf", "Kế hoạch.pdf" },	/* as a Mac sends it */
		{ "\u202e" "fdp.exe\u202c.pdf", "fdp.exe.pdf" },
		{ "a%0d%0aSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf" },
		{ "-rf.pdf", "rf.pdf" },
		{ "...pdf", "tep.pdf" },
		{ "con.pdf", "_con.pdf" },
		{ "LPT1.tar.pdf", "_LPT1.tar.pdf" },
		{ "a<b>|c?.pdf", "a_b__c_.pdf" },
		{ "%22hay%22.pdf", "_hay_.pdf" },
		{ "không đuôi", "không đuôi.pdf" },
		{ "..", "tep.pdf" },
		{ "a.pdf. .", "a.pdf" },
		{ "a.exe::$DATA", "a.exe__$DATA.pdf" },
		{ "a.pdf\u00a0", "a.pdf" },
		{ "con .pdf", "_con .pdf" },
		{ "Com² .x.pdf", "_Com² .x.pdf" },
		{ "conout$.pdf", "_conout$.pdf" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		begin();
		CHECK(send("/x/5/file", "", names[i].sent, PDF).status == 303);
		SAME(look_text("SELECT name FROM attachment"), names[i].kept);
		struct reply r = ask_get("/x/5/file/1");
		const char *line = strstr(r.head, "Content-Disposition:");
		CHECK(line && strstr(line, "attachment; filename=\"") && !strstr(r.head, "Set-Cookie: "));
		for (; *line != '\r'; line++)
			CHECK(*line >= ' ' && *line <= '~');
	}
	begin();
	char many[251];
	memset(many, 'a', 250);
	memcpy(many + 246, ".pdf", 5);
	CHECK(send("/x/5/file", "", many, PDF).status == 303);
	CHECK(look("SELECT length(name) BETWEEN 100 AND 150 FROM attachment") == 1);
	CHECK(send("/x/5/file", "", mem_printf(scene_mem(), "%sbbbbbbb.pdf", many), PDF "1").status == 400);
	/* judged as it is cut: what made it no device's name went */
	begin();
	CHECK(send("/x/5/file", "", mem_printf(scene_mem(), "com3%140sx.pdf", ""), PDF).status == 303);
	SAME(look_text("SELECT name FROM attachment"), mem_printf(scene_mem(), "_com3%135s.pdf", ""));
}

static void
limits_are_said(void)
{
	begin();
	scene("UPDATE file_type SET max_bytes = 200000 WHERE extension = 'pdf'");
	enum { SIZE = 300000 };
	char *big = mem_take(scene_mem(), SIZE);
	memcpy(big, PDF, sizeof(PDF));
	struct reply r = ask_raw(ask_file("/x/5/file", "", "a.pdf", big, SIZE));
	CHECK(r.status == 413 && says(r, "196 KB") && says(r, "Chưa nhận được tệp"));
	CHECK(nothing_came());
	struct ask a = ask_file("/x/5/file", "", "a.pdf", PDF, strlen(PDF));
	a.length = (25 << 20) + 1;	/* is not even looked at */
	r = ask_raw(a);
	CHECK(r.status == 413 && says(r, "quá lớn"));
	a = ask_of("POST", "/x/5/file/1/remove", "csrf=1");
	a.length = 256 * 1024 + 1;	/* other routes of the page keep their own limit */
	CHECK(ask_raw(a).status == 413);
	a = ask_of("POST", "/x/5/file", "part=c1");
	a.length = 256 * 1024 + 1;	/* and what holds no files is held whole */
	CHECK(ask_raw(a).status == 413);
	CHECK(body_limit(NULL) == 25 << 20 && body_limit(&page.routes[3]) == 256 * 1024);

	scene("UPDATE setting SET value = '2' WHERE name = 'attachment_files'");
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 303);
	CHECK(send("/x/5/file", "part=c1", "b.pdf", PDF "1").status == 303);
	r = send("/x/5/file", "", "c.pdf", PDF "2");
	CHECK(r.status == 422 && says(r, "tối đa 2 tệp"));
	CHECK(look_file("SELECT count(*) FROM file") == 2);	/* it was not let come */
	CHECK(ask_post("/x/5/file/1/remove", "").status == 303);
	CHECK(send("/x/5/file", "", "c.pdf", PDF "2").status == 303);
	scene("UPDATE setting SET value = '30' WHERE name = 'attachment_files';"
	    "UPDATE setting SET value = '0' WHERE name = 'attachment_megabytes'");
	CHECK(says(send("/x/5/file", "", "d.pdf", PDF "3"), "chứa tối đa 0 KB"));
	CHECK(look("SELECT count(*) FROM attachment") == 3);
}

static void
without_a_file_there_is_nothing_to_do(void)
{
	begin();
	struct reply r = send("/x/5/file", "part=c1", "", "");
	CHECK(r.status == 422 && says(r, "Chưa chọn tệp"));
	r = ask_post("/x/5/file", "part=c1");	/* not even a form with files */
	CHECK(r.status == 422 && says(r, "Chưa chọn tệp"));
	CHECK(ask_post("/x/6/file", "").status == 404);
	CHECK(ask_get("/x/5/file").status == 405);
	CHECK(nothing_came());
}

/* a.pdf and b.txt in one form. */
static struct ask
two_files(const char *text)
{
	struct ask a = ask_file("/x/5/file", "once=k", "a.pdf", PDF, strlen(PDF));

	a.body = mem_printf(scene_mem(), "%.*s\r\n--b0\r\nContent-Disposition: form-data;"
	    " name=\"file\"; filename=\"b.txt\"\r\n\r\n%s\r\n--b0--\r\n",
	    (int)(a.length - strlen("\r\n--b0--\r\n")), a.body, text);
	a.length = strlen(a.body);
	return a;
}

static void
several_files_come_together_or_not_at_all(void)
{
	begin();
	struct reply r = ask_raw(two_files("<html>"));
	CHECK(r.status == 422 && says(r, "b.txt") && !look("SELECT count(*) FROM attachment"));
	/* the good one too must be chosen again, and that is said */
	CHECK(says(r, "kể cả tệp không có lỗi: hãy chọn lại tất cả"));
	CHECK(!says(send("/x/5/file", "", "b.txt", "<html>"), "chọn lại tất cả"));
	r = ask_raw(two_files(PDF));
	CHECK(r.status == 422);
	CHECK(ask_raw(two_files("xin chào")).status == 303);
	CHECK(look("SELECT count(*) FROM attachment") == 2 && look("SELECT count(*) FROM audit") == 2);
}

/* A body cut anywhere leaves nothing that is named, nor half of a file. */
static void
who_hangs_up_leaves_nothing(void)
{
	begin();
	struct ask whole = ask_file("/x/5/file", "once=k", "a.pdf", PDF, strlen(PDF));
	for (size_t n = 0; n < whole.length - 2; n += 7) {
		struct ask a = whole;
		a.body = mem_copy(scene_mem(), whole.body, n);
		a.length = n;
		int status = ask_raw(a).status;
		CHECK(status == 400 || status == 403);
	}
	CHECK(nothing_came());
	CHECK(ask_raw(whole).status == 303);
}

static void
what_is_taken_off_is_seen_no_more_and_kept_on_record(void)
{
	begin();
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 303);
	sent = true;
	CHECK(ask_post("/x/5/file/1/remove", "").status == 409);
	CHECK(!says(ask_get("/x/5"), "Bỏ tệp") && !says(ask_get("/x/5"), "type=\"file\""));
	sent = false;
	CHECK(says(ask_get("/x/5"), "Bỏ tệp"));
	CHECK(ask_post("/x/5/file/1/remove", "").status == 303);
	CHECK(ask_post("/x/5/file/1/remove", "").status == 409);
	CHECK(ask_get("/x/5/file/1").status == 404);
	CHECK(!says(ask_get("/x/5"), "a.pdf"));
	CHECK(look("SELECT removed = 1795143600 AND removed_by = 1 FROM attachment") == 1);
	SAME(look_text("SELECT action FROM audit ORDER BY id DESC LIMIT 1"), "attachment.remove");
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 303);	/* and may come again */
}

static void
erased_bytes_are_gone_and_do_not_come_back(void)
{
	begin();
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 303);
	scene_file("DELETE FROM file_piece; UPDATE file SET erased = 1795143600, erased_by = 'QĐ 1'");
	struct reply r = ask_get("/x/5");
	CHECK(says(r, "nội dung đã xóa khỏi cổng lúc 10:00, 20/11/2026") && says(r, "a.pdf"));
	CHECK(ask_get("/x/5/file/1").status == 404);
	r = send("/x/5/file", "part=c1", "b.pdf", PDF);
	CHECK(r.status == 422 && says(r, "đã bị xóa khỏi cổng"));
	CHECK(look("SELECT count(*) FROM attachment") == 1);
	/* a row whose file is not there is the machine's fault, and told */
	scene_file("DELETE FROM file");
	CHECK(ask_get("/x/5/file/1").status == 500);
}

/* Sends a file of any length without having it in memory. */
struct flow_in {
	const char *head, *tail;
	size_t at, size, length;
};

static size_t
flow_next(void *of, char *to, size_t max)
{
	struct flow_in *f = of;
	size_t h = strlen(f->head), n = 0;

	for (; n < max && f->at < f->length; n++, f->at++)
		to[n] = f->at < h ? f->head[f->at] : f->at < h + f->size
		    ? (char)('a' + f->at * 7 % 23) : f->tail[f->at - h - f->size];
	return n;
}

static struct ask
long_file(struct flow_in *f, size_t size)
{
	struct ask a = ask_file("/x/5/file", "once=k", "lớn.pdf", PDF, strlen(PDF));

	f->head = mem_copy(scene_mem(), a.body, a.length - strlen("\r\n--b0--\r\n"));
	f->tail = "\r\n--b0--\r\n";
	f->size = size - strlen(PDF);
	f->length = a.length + f->size;
	f->at = 0;
	a.more = flow_next, a.from = f, a.body = NULL, a.length = f->length;
	return a;
}

static long
memory(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return u.ru_maxrss;	/* KiB */
}

static void
a_long_file_takes_no_memory(void)
{
	enum { SIZE = 20 << 20 };
	struct flow_in f;

	begin();
	struct ask a = long_file(&f, SIZE);
	long before = memory();
	struct view *view = view_new();
	struct bases b = { scene_db(), NULL, scene_files() };
	struct reply r = serve(&b, scene_mem(), view, &a);
	CHECK(r.status == 303);
	CHECK(look("SELECT size FROM attachment") == SIZE);
	CHECK(look_file("SELECT count(*) FROM file_piece") == SIZE / FILE_PIECE);
	a = ask_of("GET", "/x/5/file/1", "");
	r = serve(&b, scene_mem(), view, &a);
	CHECK(r.status == 200 && r.source && r.length == 0);
	crypto_hash_sha256_state state;
	unsigned char digest[32];
	struct mem *piece = mem_new();
	const char *bytes;
	size_t n, sum = 0;
	crypto_hash_sha256_init(&state);
	for (int64_t seq = 0; (bytes = r.source(r.source_of, piece, seq, &n)); seq++) {
		crypto_hash_sha256_update(&state, (const unsigned char *)bytes, n);
		sum += n;
		mem_empty(piece);
	}
	crypto_hash_sha256_final(&state, digest);
	char hex[65];
	sodium_bin2hex(hex, sizeof(hex), digest, 32);
	SAME(look_text("SELECT hash FROM attachment"), hex);
	CHECK(sum == SIZE);
	mem_free(piece);
	view_free(view);
#ifndef __SANITIZE_ADDRESS__
	CHECK(memory() - before < 8 * 1024);
#else
	(void)before;
#endif
}

/* Cut after half of it, when pieces lie in the database already. */
static void
a_long_file_cut_leaves_nothing(void)
{
	struct flow_in f;

	begin();
	struct ask a = long_file(&f, 3 << 20);
	f.length /= 2;
	CHECK(ask_raw(a).status == 400);
	CHECK(nothing_came());
	a = long_file(&f, 3 << 20);
	CHECK(ask_raw(a).status == 303);
	CHECK(look_file("SELECT count(*) FROM file_piece") == 48);
}

/* In the jail no file is opened: neither libmagic nor the log may need it. */
static void
it_works_in_the_jail(void)
{
#ifndef __SANITIZE_ADDRESS__
	int status = -1;

	begin();
	CHECK(kind_ready());
	pid_t child = fork();
	if (!child) {
		struct flow_in f;
		struct ask a = long_file(&f, 1 << 20);
		_exit(jail() && ask_raw(a).status == 303 && ask_get("/x/5/file/1").length == 1 << 20
		    ? 0 : 1);
	}
	waitpid(child, &status, 0);
	CHECK(status == 0);
#endif
}

static void
the_room_itself(void)
{
	static const struct grant all[] = { { "file", READ | ADD | CHANGE | REMOVE }, { 0 } };
	struct mem *mem = scene_mem();
	int64_t total;

	scene_lay();
	mem = scene_mem();
	struct db *db;
	scene_open((const struct grant[]){ { "setting", READ }, { 0 } }, NULL, all);
	db = scene_files();
	struct file_in *in = file_open(db, mem, 7);
	char *bytes = mem_take(mem, 150000), back[300];
	for (int i = 0; i < 150000; i++)
		bytes[i] = (char)(i % 251);
	for (int i = 0; i < 150000; i += 1000)
		file_add(in, bytes + i, 1000);
	CHECK(file_size(in) == 150000);
	static const int64_t ats[] = { 0, 1, FILE_PIECE - 150, FILE_PIECE, 2 * FILE_PIECE - 1, 149700 };
	for (size_t i = 0; i < sizeof(ats) / sizeof(*ats); i++)
		CHECK(file_look(in, ats[i], back, 300) == 300 && !memcmp(back, bytes + ats[i], 300));
	CHECK(file_look(in, 149900, back, 300) == 100);
	CHECK(file_look(in, 150000, back, 300) == 0);
	CHECK(file_look(in, 9000000, back, 300) == 0);
	const char *hash = file_keep(in);
	SAME(hash, digest_of(mem, bytes, 150000));
	struct file *f = file_find(db, mem, hash);
	CHECK(f && f->size == 150000 && f->at == 7 && !f->erased);
	size_t n;
	CHECK(file_piece(db, mem, f->id, 2, &n) && n == 150000 - 2 * FILE_PIECE);
	CHECK(!file_piece(db, mem, f->id, 3, &n) && !file_piece(db, mem, 99, 0, &n));
	CHECK(!file_find(db, mem, "0"));
	/* what is dropped was never there */
	in = file_open(db, mem, 8);
	file_add(in, "abc", 3);
	file_drop(in);
	CHECK(look_file("SELECT count(*) FROM file") == 1);
	/* each fault is found */
	db_begin(db, DB_READ);
	CHECK(file_check(db, mem, &total) == 0 && total == 1);
	db_rollback(db);
	scene_file("DROP TRIGGER file_piece_is_fixed;"
	    "UPDATE file_piece SET bytes = CAST(substr(bytes, 2) || x'00' AS BLOB) WHERE seq = 1");
	CHECK(file_check(db, mem, &total) == f->id);
	scene_file("DELETE FROM file_piece WHERE seq = 1");
	CHECK(file_check(db, mem, &total) == f->id);
	db_begin(db, DB_WRITE);
	file_erase(db, f->id, 9, "QĐ 5");
	CHECK(db_commit(db));
	CHECK(file_check(db, mem, &total) == 0);
	f = file_find(db, mem, hash);
	CHECK(f->erased == 9 && f->size == 150000);
	SAME(f->erased_by, "QĐ 5");
	in = file_open(db, mem, 10);
	file_add(in, bytes, 150000);
	CHECK(!file_keep(in) && !db_failed(db));
	/* and a page that was not granted it writes nothing */
	scene_lay();
	scene_open((const struct grant[]){ { "setting", READ }, { 0 } }, NULL,
	    (const struct grant[]){ { "file", READ }, { 0 } });
	in = file_open(scene_files(), scene_mem(), 7);
	file_add(in, "abc", 3);
	CHECK(!file_keep(in) && db_failed(scene_files()));
}

static void
rows_are_fixed(void)
{
	begin();
	CHECK(send("/x/5/file", "", "a.pdf", PDF).status == 303);
	CHECK(!scene_tries("DELETE FROM attachment"));
	CHECK(!scene_tries("UPDATE attachment SET name = 'b.pdf'"));
	CHECK(!scene_tries("UPDATE attachment SET removed = 1, name = 'b.pdf'"));
	CHECK(scene_tries("UPDATE attachment SET removed = 1"));
	CHECK(!scene_tries("UPDATE attachment SET removed = NULL"));
	CHECK(!scene_tries("UPDATE attachment SET removed = 2"));
}

int
main(void)
{
	a_file_comes_and_goes_out_the_same();
	the_same_form_and_the_same_bytes_count_once();
	only_who_may_and_only_what_is_there();
	a_forged_form_brings_nothing();
	after_the_session_files_are_chosen_again();
	what_is_something_else_says_what_it_is();
	names_are_made_safe();
	limits_are_said();
	without_a_file_there_is_nothing_to_do();
	several_files_come_together_or_not_at_all();
	who_hangs_up_leaves_nothing();
	what_is_taken_off_is_seen_no_more_and_kept_on_record();
	erased_bytes_are_gone_and_do_not_come_back();
	a_long_file_takes_no_memory();
	a_long_file_cut_leaves_nothing();
	it_works_in_the_jail();
	the_room_itself();
	rows_are_fixed();
	return done();
}
