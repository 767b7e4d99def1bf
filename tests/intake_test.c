/* intake_test.c - a file read and shown, and nothing kept of it. */

#include "tests/paper.h"
#include "tests/papers.h"
#include "tests/scene.h"

#include "cgi-bin/lib/reading.h"
#include "cgi-bin/lib/reply.h"

static struct reply
send(const char *fields, const char *name, const char *bytes, size_t n)
{
	return ask_raw(ask_file("/intake", fields, name, bytes, n));
}

static bool
nothing_kept(int64_t lines)
{
	return look("SELECT count(*) FROM audit") == lines && !look("SELECT count(*) FROM plan")
	    && !look("SELECT count(*) FROM posted") && !look("SELECT count(*) FROM draft");
}

static void
a_file_is_shown(void)
{
	size_t n;

	fresh();
	int64_t who = person("specialist", A), lines = look("SELECT count(*) FROM audit");
	as(who);
	const char *own = mem_printf(scene_mem(), "x%lld", (long long)who);
	struct reply r = ask_get("/intake");
	CHECK(r.status == 200 && says(r, "Tối đa 16 MB") && says(r, "<option value=\"2\""));
	const char *bytes = paper_docx(scene_mem(), papers[3], NULL, &n);
	r = send("unit=2", "a.docx", bytes, n);
	CHECK(r.status == 200 && says(r, "action=\"/plan/add\"") && says(r, "III. TIÊU CHÍ THI ĐUA\n")
	    && says(r, "<option value=\"2\" selected>") && says(r, "Không bỏ lại gì"));
	CHECK(says(r, token(scene_mem(), own, "/plan/add")));
	CHECK(says(r, "do Word tự đánh"));
	bytes = paper_pdf(scene_mem(), papers[3], "", &n);
	r = send("unit=2", "a.pdf", bytes, n);
	CHECK(r.status == 200 && says(r, "III. TIÊU CHÍ THI ĐUA\n") && says(r, "Số trang"));
	CHECK(nothing_kept(lines));
}

static void
what_cannot_be_read_says_why(void)
{
	size_t n;
	struct reply r;

	fresh();
	as(person("specialist", A));
	int64_t lines = look("SELECT count(*) FROM audit");
	r = send("", "", "", 0);
	CHECK(r.status == 422 && says(r, "Chưa chọn tệp"));
	r = send("", "a.docx", "PK\3\4 and no more", 16);
	CHECK(r.status == 422 && says(r, "bị hỏng hoặc chưa tải lên đủ"));
	const char *bytes = paper_pdf_of(scene_mem(), "0 0 m 9 9 l S", "Times", "", &n);
	r = send("", "a.pdf", bytes, n);
	CHECK(r.status == 422 && says(r, "bản quét"));
	char *large = mem_take(scene_mem(), (16 << 20) + 2);
	memset(large, 'x', (16 << 20) + 1);
	r = send("", "a.pdf", large, (16 << 20) + 1);
	CHECK(r.status == 422 && says(r, "quá 16 MB"));
	/* what it says is a text, never markup */
	r = send("", "a.docx", "GIF89a, and a picture", 21);
	CHECK(r.status == 422 && says(r, "dù đuôi tên là") && says(r, "Chọn lại tệp"));
	bytes = paper_docx(scene_mem(), "P <script>alert(1)</script> và một đoạn", NULL, &n);
	r = send("", "<b>.docx", bytes, n);
	CHECK(r.status == 200 && !says(r, "<script>alert") && !says(r, "<b>.docx"));
	/* its name ends as its content is, in capitals or small; one that is no text ends in nothing */
	CHECK(send("", "a.b.DOCX", bytes, n).status == 200);
	static const char *const other[] = { "a.pdf", "a.doc", "a.docx.exe", "docx", ".docx", "a" };
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++) {
		r = send("", other[i], bytes, n);
		CHECK(r.status == 422 && says(r, "Đuôi tên tệp không hợp với nội dung"));
	}
	r = send("", "b\xe1o c\xe1o.docx", bytes, n);
	CHECK(r.status == 422 && says(r, "Đuôi tên tệp") && text_nfc(scene_mem(), r.body, r.length));
	r = send("", "\u202excod.exe.docx", bytes, n);
	CHECK(r.status == 200 && says(r, "xcod.exe.docx") && !says(r, "\u202e"));
	CHECK(nothing_kept(lines));
	CHECK(ask_post("/intake", "").status == 422);
}

int
main(void)
{
	a_file_is_shown();
	what_cannot_be_read_says_why();
	return done();
}
