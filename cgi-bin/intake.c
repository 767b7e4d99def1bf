/*
 * intake.c - Word and PDF files taken in: read, shown with an account of every word, and
 * nothing kept.  Sending it on to /plan/add is a person's act.
 *
 *	GET  /intake	choose a file
 *	POST /intake	what was read out of it
 *
 * It is granted no table of its own, and the file is read by a process that has none at all
 * (reader.h).
 */

#include <stdlib.h>

#include "cgi-bin/lib/ending.h"
#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/reader.h"
#include "db/plan.h"

enum { FILE_MAX = 16 << 20 };

static const char *const labels[NOTES] = {
	[LEFT_HEADER] = "Dòng lặp ở đầu trang, chân trang",
	[LEFT_PAGE_NUMBER] = "Số trang",
	[LEFT_REPEATED] = "Dòng đầu bảng lặp lại ở trang sau",
	[LEFT_DELETED] = "Chữ đã xóa khi theo dõi thay đổi (Track Changes)",
	[LEFT_HIDDEN] = "Chữ ẩn",
	[LEFT_COMMENT] = "Ghi chú bên lề (Comment)",
	[LEFT_CONTENTS] = "Mục lục do Word lập",
	[LEFT_PICTURE] = "Hình ảnh",
	[LEFT_PAGE] = "Trang không có lớp chữ (ảnh quét)",
	[LEFT_TURNED] = "Chữ xoay khác chiều trang",
	[LEFT_OBJECT] = "Biểu đồ, tệp nhúng, chữ nền",
	[LEFT_SYMBOL] = "Ký hiệu không phải chữ",
	[UNACCOUNTED] = "Số từ chênh chưa rõ vì sao: so kỹ với bản gốc",
	[ADDED_NUMBER] = "Số, chữ đầu mục do Word tự đánh, nay viết thành chữ",
	[ADDED_MARK] = "Chữ “chú thích” đặt trước chú thích",
	[TOLD_INSERTED] = "Chữ thêm khi theo dõi thay đổi: giữ lại",
	[TOLD_BOX] = "Khung chữ: đặt sau đoạn có khung",
	[TOLD_NOTE] = "Chú thích chân trang: đặt trong ngoặc ngay chỗ dẫn",
	[TOLD_HALVES] = "Phần hai cột: đọc hết cột trái rồi cột phải",
	[TOLD_TABLE] = "Bảng: mỗi hàng một dòng có dấu |",
	[TOLD_BAR] = "Dấu | trong ô bảng: đổi thành ¦",
	[TOLD_BULLET] = "Dấu đầu dòng vẽ bằng ký hiệu: đổi thành gạch -",
	[TOLD_COUNT] = "Kiểu đánh số ít gặp: viết thành chữ số",
	[TOLD_ACROSS] = "Đoạn bị ngắt giữa hai trang: đã nối",
	[TOLD_HYPHEN] = "Dấu nối ẩn cuối dòng: đã bỏ",
	[TOLD_TCVN3] = "Chữ theo phông TCVN3 (.VnTime): đã chuyển sang Unicode",
	[TOLD_VNI] = "Chữ theo phông VNI: đã chuyển sang Unicode",
	[TOLD_COMPOSED] = "Chữ Unicode tổ hợp: đã chuyển sang dựng sẵn",
	[TOLD_MARKED] = "Chữ đậm, nghiêng trong đoạn: ghi bằng dấu sao, như **đậm**, *nghiêng*",
	[TOLD_UNMARKED] = "Chữ đậm, nghiêng ở ô bảng, chú thích: không giữ",
	[TOLD_STRUCK] = "Chữ bị gạch ngang: giữ như chữ thường, xem lại nếu là chữ bỏ đi",
	[TOLD_UNDERLINED] = "Chữ gạch chân: giữ chữ, không giữ nét gạch",
};

static void
show_units(struct req *r)
{
	int64_t chosen = strtoll(form_get(r->form, "unit"), NULL, 10);

	for (struct plan_unit *u = plan_issuers(r->db, r->mem, r->who.id, r->today); u;
	    u = u->next) {
		struct view *v = view_add(r->view, "UNIT");
		view_int(v, "unit", u->unit);
		view_text(v, "name", u->name);
		if (u->unit == chosen)
			view_add(v, "CHOSEN");
	}
}

static void
name_page(struct req *r, const char *name)
{
	title(r, name);
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, tr(r->lang, "Đưa văn bản vào"), "/plan/add");
}

/* The plan that it is to carry out goes on to /plan/add, where it is looked at. */
static void
keep_parent(struct req *r)
{
	int64_t parent = strtoll(form_get(r->form, "parent"), NULL, 10);

	if (parent > 0)
		view_int(view_add(r->view, "PARENT"), "parent", parent);
}

static int
show_choose(struct req *r, int status)
{
	static const struct field fields[] = { { .name = "file", .label = "Tệp Word hoặc PDF", .kind = CHOSEN }, { 0 } };
	const char *fault = form_fault(r->form, "file");

	form_open(r, r->view, "/intake");
	name_page(r, tr(r->lang, "Tải tệp Word, PDF"));
	show_units(r);
	keep_parent(r);
	view_text(r->view, "file_invalid", fault ? "true" : "false");
	if (fault)
		view_text(view_add(r->view, "file_error"), "why", tr(r->lang, fault));
	form_show_faults(r->form, r->view, r->lang, fields);
	return look_only(r, status, "intake_choose");
}

static int
choose(struct req *r)
{
	return show_choose(r, 200);
}

static void
show_note(struct req *r, struct view *in, const char *section, const struct reading *t,
    enum note_kind k)
{
	const struct note *n = &t->notes[k];
	struct view *v = view_add(in, section);

	view_text(v, "note", tr(r->lang, labels[k]));
	view_text(v, "times", number(r, n->times, 0));
	if (n->words)
		view_text(view_add(v, "WORDS"), "words", number(r, n->words, 0));
	if (*n->sample)
		view_text(view_add(v, "SAMPLE"), "sample", n->sample);
}

static void
show_notes(struct req *r, const struct reading *t)
{
	struct view *left = NULL, *told = NULL;

	for (enum note_kind k = 0; k < NOTES; k++) {
		if (!t->notes[k].times || !*labels[k])
			continue;
		if (NOTE_LEFT(k))
			show_note(r, left ? left : (left = view_add(r->view, "LEFT")), "GONE", t, k);
		else
			show_note(r, told ? told : (told = view_add(r->view, "TOLD")), "CHANGED", t, k);
	}
	if (!left)
		view_add(r->view, "NOTHING_LEFT");
}

static int
take(struct req *r)
{
	size_t n = 0;
	const char *name, *bytes = form_file(r->form, "file", &n, &name);
	struct reading *t;

	if (!bytes || !n)
		form_wrong(r->form, "file", "Chưa chọn tệp: chọn tệp .docx hoặc .pdf");
	else if (n > FILE_MAX)
		form_wrong(r->form, "file", "Tệp lớn quá 16 MB: bỏ bớt hình, hoặc tách phụ lục ra tệp khác");
	if (form_faults(r->form))
		return show_choose(r, 422);
	t = reader_read(r->mem, bytes, n);
	/* What it is comes first: of another kind that says more than its name. */
	if (!t->wrong && !ending_agrees(name, ".docx", ".pdf", bytes, n))
		t->wrong = "Đuôi tên tệp không hợp với nội dung: tệp Word ghi .docx, tệp PDF ghi .pdf; đặt lại tên rồi gửi lại";
	if (t->wrong) {
		form_wrong(r->form, "file", t->wrong);
		return show_choose(r, 422);
	}
	name_page(r, tr(r->lang, "Chữ đọc được từ tệp"));
	form_open(r, r->view, "/plan/add");
	show_units(r);
	keep_parent(r);
	view_text(r->view, "file_name", name);
	view_text(r->view, "text", t->text);
	view_text(r->view, "words_in", number(r, t->words_in, 0));
	view_text(r->view, "words_out", number(r, t->words_out, 0));
	show_notes(r, t);
	view_add_around(r->view, "WIDE");
	return look_only(r, 200, "intake_read");
}

const struct page page = {
	.name = "intake",
	.body_max = FILE_MAX + (256 << 10),
	.ready = reader_start,
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/intake", "plan.write", choose, 0 },
		{ POST, "/intake", "plan.write", take, PRIVATE },
		{ 0 }
	},
};
