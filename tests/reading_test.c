/* reading_test.c - documents out of .docx and .pdf: the same text, and every word accounted for. */

#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/docx_out.h"
#include "cgi-bin/lib/pdf.h"
#include "cgi-bin/lib/reader.h"
#include "tests/paper.h"
#include "tests/papers.h"
#include "tests/test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static struct mem *mem;

/* What the last child that read a document had open, beside its two ways to say something. */
static struct had { int sockets, pipes, files; } *had;

static void
look_around(void)
{
	struct stat s;

	*had = (struct had){ 0 };
	for (int fd = 0; fd < 256; fd++)
		if (fd != 1 && fd != 2 && !fstat(fd, &s))
			S_ISSOCK(s.st_mode) ? had->sockets++ : S_ISFIFO(s.st_mode) ? had->pipes++
			    : had->files++;
}

/* In the place of the library's: a child sets its time just before it is jailed.  The
 * sanitizers call it before they are ready to watch it. */
__attribute__((no_sanitize("address", "undefined"))) int
setrlimit(__rlimit_resource_t which, const struct rlimit *to)
{
	if (which == RLIMIT_CPU && had)
		look_around();
	return prlimit(0, which, to, NULL);
}

static bool
accounted(const struct reading *r)
{
	int left = 0, added = 0;

	for (enum note_kind k = 0; k < NOTES; k++) {
		left += NOTE_LEFT(k) ? r->notes[k].words : 0;
		added += NOTE_ADDED(k) ? r->notes[k].words : 0;
	}
	return !r->notes[UNACCOUNTED].times && r->words_out > 0
	    && r->words_in + added == r->words_out + left && r->words_out == count_words(r->text);
}

/* A body of XML, and "word/document.xml" around it. */
static struct reading *
read_body(const char *xml)
{
	size_t n;
	const char *bytes = paper_docx(mem, NULL, xml, &n);

	return docx_read(mem, bytes, n);
}

static struct reading *
read_page(const char *content, const char *font)
{
	size_t n;
	const char *bytes = paper_pdf_of(mem, content, font, "", &n);

	return pdf_read(mem, bytes, n);
}

static void
both_ways_are_one(void)
{
	for (int i = 0; i < PAPERS; i++) {
		size_t n;
		const char *bytes = paper_docx(mem, papers[i], NULL, &n);
		struct reading *word = reading_of(mem, bytes, n);
		bytes = paper_pdf(mem, papers[i], "", &n);
		struct reading *pdf = reading_of(mem, bytes, n);
		CHECK(!word->wrong && !pdf->wrong);
		CHECK(accounted(word));
		CHECK(accounted(pdf));
		struct outline *a = outline_read(mem, word->text), *b = outline_read(mem, pdf->text);
		SAME(outline_markdown(mem, b), outline_markdown(mem, a));
		SAME(outline_json(mem, b), outline_json(mem, a));
		CHECK(*a->number && *a->date && *a->issuer && *a->place && *a->signer && a->recipients
		    && a->authority);
	}
}


#define P(text) "<w:p><w:r><w:t xml:space='preserve'>" text "</w:t></w:r></w:p>"
#define RUN(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define ITEM(num, level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" num "'/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

static void
word_counts(void)
{
	struct reading *r = read_body(ITEM("3", "0", "Một") ITEM("3", "1", "Một một") ITEM("3", "1", "Một hai")
	    ITEM("3", "0", "Hai") ITEM("3", "1", "Hai một") ITEM("4", "0", "Bắt đầu lại") ITEM("4", "0", "Tiếp")
	    "<w:p><w:pPr><w:pStyle w:val='L'/></w:pPr><w:r><w:t>Theo kiểu</w:t></w:r></w:p>"
	    "<w:p><w:pPr><w:pStyle w:val='L'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>Không số</w:t></w:r></w:p>"
	    ITEM("9", "0", "Không có danh sách") ITEM("2", "3", "Gạch"));

	SAME(r->text, "1. Một\n\n1.1. Một một\n\n1.2. Một hai\n\n2. Hai\n\n2.1. Hai một\n\n1. Bắt đầu lại\n\n"
	    "2. Tiếp\n\n3. Theo kiểu\n\nKhông số\n\nKhông có danh sách\n\n- Gạch\n");
	CHECK(accounted(r) && r->notes[ADDED_NUMBER].times == 9 && r->notes[TOLD_BULLET].times == 1);
}

static void
what_is_not_shown_is_told(void)
{
	struct reading *r = read_body("<w:p><w:r><w:t>Giữ </w:t></w:r><w:ins w:id='1'><w:r><w:t>thêm vào </w:t></w:r></w:ins>"
	    "<w:del w:id='2'><w:r><w:delText>bỏ đi hết </w:delText></w:r></w:del>" RUN("<w:vanish/>", "ẩn kín") "</w:p>"
	    "<w:p><w:pPr><w:pStyle w:val='T1'/></w:pPr><w:r><w:t>Mục lục một 3</w:t></w:r></w:p>"
	    "<w:p><w:r><w:drawing><blip/></w:drawing><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>"
	    "<w:r><w:object/></w:r></w:p>");

	SAME(r->text, "Giữ thêm vào\n");
	CHECK(accounted(r) && r->notes[LEFT_DELETED].words == 3 && r->notes[LEFT_HIDDEN].words == 2
	    && r->notes[LEFT_CONTENTS].words == 4 && r->notes[LEFT_PICTURE].times == 1
	    && r->notes[LEFT_SYMBOL].times == 1 && r->notes[LEFT_OBJECT].times == 1
	    && r->notes[TOLD_INSERTED].words == 2);
	SAME(r->notes[LEFT_DELETED].sample, "bỏ đi hết");

	/* a line through or under words: they stay, and it is told */
	r = read_body("<w:p>" RUN("<w:strike/>", "Gạch đi ") RUN("<w:dstrike w:val='1'/>", "cả này ") RUN("<w:u w:val='single'/>", "gạch chân ")
	    RUN("<w:strike w:val='0'/><w:u w:val='none'/>", "trơn") "</w:p>");
	SAME(r->text, "Gạch đi cả này gạch chân trơn\n");
	CHECK(accounted(r) && r->notes[TOLD_STRUCK].words == 4 && r->notes[TOLD_UNDERLINED].words == 2);
	SAME(r->notes[TOLD_STRUCK].sample, "Gạch đi cả này");
	r = read_body(P("trơn"));
	CHECK(!r->notes[TOLD_STRUCK].times && !r->notes[TOLD_UNDERLINED].times);

	r = read_body("<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>Kế hoạ</w:t></w:r></w:p>" P("ch năm") P("Hết"));
	SAME(r->text, "Kế hoạch năm\n\nHết\n");
	CHECK(accounted(r));
	/* nothing follows it, or a table does */
#define JOINS(text) "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
	r = read_body(JOINS("Kế hoạ") "<w:tbl><w:tr><w:tc>" P("ch một") "</w:tc></w:tr></w:tbl>" JOINS("Cuối"));
	SAME(r->text, "Kế hoạ\n\nch một\n\nCuối\n");
	CHECK(accounted(r));
}

static void
parts_beside_the_text(void)
{
	static const char *const parts[] = {
		"word/document.xml", "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Theo luật</w:t></w:r>"
		    "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>, thi hành.</w:t></w:r></w:p></w:body></w:document>",
		"word/footnotes.xml", "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>"
		    "<w:footnote w:id='2'><w:p><w:r><w:t>Luật năm 2022</w:t></w:r></w:p></w:footnote></w:footnotes>",
		"word/header1.xml", "<w:hdr xmlns:w='w'><w:p><w:r><w:t>Dự thảo lần hai</w:t></w:r></w:p></w:hdr>",
		"word/comments.xml", "<w:comments xmlns:w='w'><w:comment w:id='1'><w:p><w:r><w:t>xem lại chỗ này</w:t></w:r></w:p></w:comment></w:comments>",
		NULL };
	size_t n;
	const char *bytes = paper_zip(mem, parts, &n);
	struct reading *r = docx_read(mem, bytes, n);

	SAME(r->text, "Theo luật (chú thích: Luật năm 2022), thi hành.\n");
	CHECK(accounted(r) && r->notes[LEFT_HEADER].words == 4 && r->notes[LEFT_COMMENT].words == 4
	    && r->notes[TOLD_NOTE].times == 1);
}

/* Of a note whose call is deleted or hidden nothing stands in the text: that is told. */
static void
notes_that_are_not_called(void)
{
	static const char *const parts[] = {
		"word/document.xml", "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Theo luật</w:t></w:r>"
		    "<w:del w:id='1'><w:r><w:footnoteReference w:id='2'/></w:r></w:del>"
		    "<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id='3'/></w:r></w:p></w:body></w:document>",
		"word/footnotes.xml", "<w:footnotes xmlns:w='w'><w:footnote w:id='2'><w:p><w:r><w:t>Luật cũ</w:t></w:r></w:p></w:footnote>"
		    "<w:footnote w:id='3'><w:p><w:r><w:t>Luật ẩn đi</w:t></w:r></w:p></w:footnote></w:footnotes>",
		NULL };
	size_t n;
	const char *bytes = paper_zip(mem, parts, &n);
	struct reading *r = docx_read(mem, bytes, n);

	SAME(r->text, "Theo luật\n");
	CHECK(accounted(r) && !r->notes[ADDED_MARK].times && !r->notes[TOLD_NOTE].times);
	CHECK(r->notes[LEFT_DELETED].words == 2 && r->notes[LEFT_HIDDEN].words == 3);
}

static void
boxes_breaks_and_tables(void)
{
	struct reading *r = read_body("<w:p><w:r><w:t>Trước</w:t></w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:r><w:drawing>"
	    "<w:txbxContent>" P("Trong khung") "</w:txbxContent></w:drawing></w:r></mc:Choice><mc:Fallback><w:r><w:pict><w:txbxContent>"
	    P("Trong khung") "</w:txbxContent></w:pict></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t> sau</w:t></w:r></w:p>"
	    "<w:p><w:r><w:t>KẾ</w:t><w:noBreakHyphen/><w:t>HOẠCH</w:t><w:br/><w:t>dòng&#160;hai</w:t><w:tab/><w:t>ba mề&#173;m</w:t></w:r></w:p>"
	    "<w:p><w:hyperlink>" RUN("<w:caps/>", "liên kết") "</w:hyperlink></w:p>");

	SAME(r->text, "Trước sau\n\nTrong khung\n\nKẾ-HOẠCH\ndòng hai ba mềm\n\nLIÊN KẾT\n");
	CHECK(accounted(r) && r->notes[TOLD_BOX].times == 1 && r->notes[TOLD_HYPHEN].times == 1);

#define CELL(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
	r = read_body("<w:tbl><w:tr>" CELL("", "TT") CELL("<w:gridSpan w:val='2'/>", "Số | liệu") "</w:tr>"
	    "<w:tr>" CELL("", "1") CELL("", "a") "<w:tc>" P("b") "<w:tbl><w:tr>" CELL("", "trong") "</w:tr></w:tbl>" P("c")
	    "</w:tc></w:tr></w:tbl>");
	SAME(r->text, "| TT | Số ¦ liệu | |\n|---|---|---|\n| 1 | a | b trong c |\n");
	CHECK(accounted(r) && r->notes[TOLD_BAR].times == 1 && r->notes[TOLD_TABLE].times == 1);
}

/* Where the words of a table's columns stand is kept, by the paragraph or by its style, and comes
 * back out as it went in. */
static void
columns_keep_their_side(void)
{
#define SIDE(side, text) "<w:tc><w:p><w:pPr>" side "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p></w:tc>"
#define RIGHT "<w:jc w:val='right'/>"
	struct reading *r = read_body("<w:tbl><w:tr>" SIDE("", "TT") SIDE("<w:jc w:val='center'/>", "Xã") SIDE("", "Số hộ") SIDE("", "Ghi chú")
	    "</w:tr><w:tr>" SIDE("<w:jc w:val='center'/>", "1") SIDE("<w:jc w:val='both'/>", "An") SIDE(RIGHT, "1.234") SIDE(RIGHT, "a")
	    "</w:tr><w:tr>" SIDE("<w:jc w:val='center'/>", "2") SIDE("", "Bình") SIDE("<w:jc w:val='end'/>", "7") SIDE("", "b")
	    "</w:tr><w:tr>" SIDE("<w:jc w:val='center'/>", "3") SIDE("", "Lâm") SIDE("", "") SIDE(RIGHT, "c") "</w:tr></w:tbl>");
	SAME(r->text, "| TT | Xã | Số hộ | Ghi chú |\n|:---:|---|---:|---|\n| 1 | An | 1.234 | a |\n| 2 | Bình | 7 | b |\n| 3 | Lâm | | c |\n");
	CHECK(accounted(r));
	struct docx_out *b = docx_out_new(mem);
	docx_table(b, r->text, 26);
	size_t n;
	const char *bytes = docx_out(b, &n);
	SAME(docx_read(mem, bytes, n)->text, r->text);
}

/* What is bold or italic within a line stays so; a heading is one as a whole. */
static void
marks_within_a_line(void)
{
	struct reading *r = read_body("<w:p>" RUN("<w:b/>", "I. MỤC TIÊU") "</w:p>"
	    "<w:p>" RUN("<w:b/>", "1. Chung:") RUN("", " giữ ") RUN("<w:i/>", "kỷ cương ") RUN("", "và ")
	    RUN("<w:b/>", "nề ") RUN("<w:b/><w:i w:val='1'/>", "nếp") RUN("<w:b w:val='0'/>", " (*)") "</w:p>"
	    "<w:p>" RUN("<w:rStyle w:val='Strong'/>", "Đậm") "<w:r><w:br/><w:t>dòng hai</w:t></w:r></w:p>"
	    "<w:p>" RUN("", "Nửa ") RUN("<w:b/>", "ch") RUN("", "ữ") "</w:p>"
	    "<w:tbl><w:tr><w:tc>" P("TT") "</w:tc><w:tc>" P("a") "</w:tc></w:tr><w:tr><w:tc>" P("1") "</w:tc><w:tc><w:p>"
	    RUN("<w:b/>", "ô") RUN("", " bảng") "</w:p></w:tc></w:tr></w:tbl>");

	SAME(r->text, "I. MỤC TIÊU\n\n**1. Chung**: giữ *kỷ cương* và **nề** ***nếp*** (*)\n\nĐậm\ndòng hai\n\n"
	    "Nửa chữ\n\n| TT | a |\n|---|---|\n| 1 | ô bảng |\n");
	CHECK(accounted(r) && r->notes[TOLD_MARKED].times == 1 && r->notes[TOLD_UNMARKED].times >= 1);
	struct outline *o = outline_read(mem, r->text);

	/* and of a PDF, by its fonts: over the end of a line, and of a whole paragraph not */
	struct reading *pdf = read_page("BT /B 14 Tf 90 760 Td (I. MUC TIEU) Tj ET"
	    " BT /B 14 Tf 90 700 Td (1. Chung:) Tj /F 14 Tf ( giu ky cuong va ne nep, moi nguoi moi viec, ca xa lam theo, ) Tj /I 14 Tf (moi ) Tj ET"
	    " BT /I 14 Tf 90 684 Td (thon moi ban) Tj /F 14 Tf (, tu nay ve sau \\(*\\).) Tj ET"
	    " BT /F 14 Tf 90 640 Td (Het.) Tj ET", "Times");
	SAME(pdf->text, "I. MUC TIEU\n\n**1. Chung**: giu ky cuong va ne nep, moi nguoi moi viec, ca xa lam theo, *moi thon moi ban*,"
	    " tu nay ve sau (*).\n\nHet.\n");
	CHECK(accounted(pdf) && pdf->notes[TOLD_MARKED].times == 1);
	pdf = read_page("100 700 m 300 700 l S 100 660 m 300 660 l S 100 660 m 100 700 l S 200 660 m 200 700 l S"
	    " 300 660 m 300 700 l S BT /B 14 Tf 110 670 Td (Mot) Tj /F 14 Tf ( hai) Tj ET BT /F 14 Tf 210 670 Td (Ba) Tj ET", "Times");
	SAME(pdf->text, "| Mot hai | Ba |\n|---|---|\n");
	CHECK(pdf->notes[TOLD_UNMARKED].times == 1 && !pdf->notes[TOLD_MARKED].times);
	SAME(o->sections->next->label, "1.");
	SAME(o->sections->next->text, "Chung: giữ kỷ cương và nề nếp (*)");
	CHECK(strstr(outline_markdown(mem, o), "\n### **1. Chung**: giữ *kỷ cương* và **nề** ***nếp*** (\\*)\n"));
}

static void
old_alphabets(void)
{
	struct reading *r = read_body("<w:p>" RUN("<w:rFonts w:ascii='.VnTime'/>", "§éc lËp, n&#173;íc") RUN("", " và cũ") "</w:p>"
	    "<w:p>" RUN("<w:rFonts w:ascii='.VnTimeH'/>", "kÕ ho¹ch") "</w:p>"
	    "<w:p>" RUN("<w:rFonts w:ascii='VNI-Times'/>", "Vieät Nam, ñöôïc") "</w:p>"
	    "<w:p><w:pPr><w:pStyle w:val='Abc'/></w:pPr><w:r><w:t>tØnh</w:t></w:r></w:p>"
	    P("tie&#x302;&#x301;ng"));

	SAME(r->text, "Độc lập, nước và cũ\n\nKẾ HOẠCH\n\nViệt Nam, được\n\ntỉnh\n\ntiếng\n");
	CHECK(accounted(r) && r->notes[TOLD_TCVN3].words == 6 && r->notes[TOLD_VNI].words == 3
	    && r->notes[TOLD_COMPOSED].times && !r->notes[TOLD_HYPHEN].times);
	/* without a word of its font, by its letters */
	r = read_body(P("Céng hßa x· héi chñ nghÜa ViÖt Nam, ngµy 05 th¸ng 3 n¨m 2026 cña tØnh"));
	SAME(r->text, "Cộng hòa xã hội chủ nghĩa Việt Nam, ngày 05 tháng 3 năm 2026 của tỉnh\n");
	CHECK(accounted(r));
	r = read_body(P("Résumé à côté, déjà vu, où été, forêt, très âgé, naïveté, façade, élève"));
	SAME(r->text, "Résumé à côté, déjà vu, où été, forêt, très âgé, naïveté, façade, élève\n");

	r = read_page("BT /F 14 Tf 90 700 Td (Céng hßa, §-îc T- ph¸p, KH-UBND) Tj ET", ".VnTime");
	CHECK(r->wrong || strlen(r->text));
	r = read_page("BT /F 14 Tf 90 700 Td (C\351ng h\337a, \247-\356c T- ph\270p, KH-UBND n\370i) Tj ET", ".VnTime");
	SAME(r->text, "Cộng hòa, Đ" "ược Tư pháp, KH-UBND nứi\n");
}

static void
pages_of_pdf(void)
{
	size_t n;
	const char *bytes = paper_pdf(mem, papers[2], "Văn bản lưu hành nội bộ của tỉnh", &n);
	struct reading *r = pdf_read(mem, bytes, n);
	struct reading *plain;

	bytes = paper_pdf(mem, papers[2], "", &n);
	plain = pdf_read(mem, bytes, n);
	SAME(r->text, plain->text);
	CHECK(accounted(r) && r->notes[LEFT_HEADER].times == 3 && r->notes[LEFT_PAGE_NUMBER].times == 2
	    && r->notes[LEFT_REPEATED].times == 1);
	/* in the middle of a sentence, over two pages */
	const char *lines = "P Mở đầu đoạn.\n";
	for (int i = 0; i < 60; i++)
		lines = mem_printf(mem, "%sP Câu thứ %d này dài hơn một dòng để chữ bị ngắt sang dòng sau, và có khi "
		    "bị ngắt ngay giữa hai trang giấy mà không mất chữ nào cả%s.\n", lines, i,
		    i % 3 ? "" : ", dù đoạn này còn dài hơn các đoạn bên cạnh một chút nữa");
	bytes = paper_pdf(mem, lines, "", &n);
	r = pdf_read(mem, bytes, n);
	size_t m;
	bytes = paper_docx(mem, lines, NULL, &m);
	SAME(r->text, docx_read(mem, bytes, m)->text);
	CHECK(accounted(r));
	CHECK(r->notes[TOLD_ACROSS].times > 0);
	CHECK(r->notes[LEFT_PAGE_NUMBER].times >= 3);
	/* short lines alone tell no margin */
	lines = "P a) Một điều\nP b) Hai điều\nP c) Ba điều\nC PHỤ LỤC\nP d) Bốn điều";
	bytes = paper_pdf(mem, lines, "", &n);
	SAME(pdf_read(mem, bytes, n)->text, "a) Một điều\n\nb) Hai điều\n\nc) Ba điều\n\nPHỤ LỤC\n\nd) Bốn điều\n");
	/* a picture beside words is left out and told; one in their place is a scan */
	r = read_page("q 90 0 0 90 300 600 cm /P Do Q BT /F 14 Tf 90 700 Td (Hai ba) Tj ET", "Times");
	SAME(r->text, "Hai ba\n");
	CHECK(accounted(r) && r->notes[LEFT_PICTURE].times == 1 && !r->notes[LEFT_PAGE].times);
	r = read_page("q 90 0 0 90 300 600 cm /P Do Q", "Times");
	SAME(r->wrong, pdf_scanned);
	/* bold by drawing twice; a word turned */
	r = read_page("BT /F 14 Tf 90 700 Td (Hai) Tj ET BT /F 14 Tf 90.3 700 Td (Hai) Tj ET "
	    "BT /F 14 Tf 150 700 Td (ba) Tj ET BT 0 1 -1 0 20 300 Tm /F 14 Tf (doc) Tj ET", "Times");
	SAME(r->text, "Hai ba\n");
	CHECK(accounted(r) && r->notes[LEFT_TURNED].words == 1);
}

/* ------------------------------------------------------- what is refused */

static void
refusals(void)
{
	static const char bomb[] = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><d>&b;</d>";
	const char *bomb_parts[] = { "word/document.xml", bomb, NULL };
	const char *sheet_parts[] = { "xl/workbook.xml", "<x/>", NULL };
	const char *odd_parts[] = { "word/document.xml", "<w:document><w:body>", NULL };
	const char *up_parts[] = { "word/document.xml", "<d/>", "../x.xml", "<d/>", NULL };
	char *flat = mem_take(mem, 60 << 20);
	const char *flat_parts[] = { "word/document.xml", flat, NULL };
	const char **many = mem_take(mem, 4100 * sizeof(*many)), *bytes;
	size_t n;

#define REFUSED(parts, why) bytes = paper_zip(mem, parts, &n); \
	SAME(docx_read(mem, bytes, n)->wrong, why)
	REFUSED(bomb_parts, docx_unsafe);
	REFUSED(sheet_parts, docx_no_document);
	REFUSED(odd_parts, docx_broken);
	REFUSED(up_parts, docx_unsafe);
	memset(flat, ' ', (60 << 20) - 1);
	REFUSED(flat_parts, docx_too_big);
	flat[30 << 20] = '\0';
	REFUSED(flat_parts, docx_too_dense);
	for (int i = 0; i < 4002; i++)
		many[i] = i % 2 ? "<d/>" : mem_printf(mem, "word/%d.xml", i);
	REFUSED(many, docx_too_many);

	bytes = paper_docx(mem, papers[0], NULL, &n);
	SAME(docx_read(mem, bytes, n / 2)->wrong, docx_broken);
	CHECK(reading_of(mem, "", 0)->wrong && reading_of(mem, "\xd0\xcf\x11\xe0 old", 8)->wrong
	    && reading_of(mem, "<html>", 6)->wrong);
	bytes = paper_docx(mem, "P", NULL, &n);
	CHECK(docx_read(mem, bytes, n)->wrong);

	bytes = paper_pdf_of(mem, "0 0 m 100 100 l S", "Times", "", &n);
	SAME(pdf_read(mem, bytes, n)->wrong, pdf_scanned);
	SAME(pdf_read(mem, "%PDF-1.7 nothing", 16)->wrong, pdf_broken);
	bytes = paper_pdf_of(mem, "BT (a) Tj ET", "Times", "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
	    "/O<0000000000000000000000000000000000000000000000000000000000000000>"
	    "/U<0000000000000000000000000000000000000000000000000000000000000000>>>", &n);
	SAME(pdf_read(mem, bytes, n)->wrong, pdf_locked);
}

/* A megabyte of text is all that is taken, however it is heaped: a note called a million times. */
static void
heaps(void)
{
	struct buf b = { .mem = mem };
	struct reading *r;
	size_t n;

	buf_text(&b, "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>a</w:t>");
	for (int i = 0; i < 20000; i++)
		buf_text(&b, "<w:footnoteReference w:id='1'/>");
	buf_text(&b, "</w:r></w:p></w:body></w:document>");
	const char *long_note = mem_take(mem, 1000);
	memset((char *)(uintptr_t)long_note, 'b', 999);
	const char *parts[] = { "word/document.xml", b.s, "word/footnotes.xml", mem_printf(mem,
	    "<w:footnotes xmlns:w='w'><w:footnote w:id='1'><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:footnote></w:footnotes>",
	    long_note), NULL };
	const char *bytes = paper_zip(mem, parts, &n);
	SAME(docx_read(mem, bytes, n)->wrong, reading_too_long);

	/* more notes than are kept: refused, for the rest would be lost without a word */
	b = (struct buf){ .mem = mem };
	buf_text(&b, "<w:footnotes xmlns:w='w'>");
	for (int i = 0; i < 4001; i++)
		buf_text(&b, mem_printf(mem, "<w:footnote w:id='%d'><w:p><w:r><w:t>a</w:t></w:r></w:p></w:footnote>", i));
	buf_text(&b, "</w:footnotes>");
	bytes = paper_zip(mem, (const char *const[]){ "word/document.xml", "<w:document xmlns:w='w'><w:body>"
	    P("Một") "</w:body></w:document>", "word/footnotes.xml", b.s, NULL }, &n);
	SAME(docx_read(mem, bytes, n)->wrong, reading_too_long);

	/* a row as wide as a table may be makes the others no wider than the text may be */
	b = (struct buf){ .mem = mem };
	buf_text(&b, "<w:tbl><w:tr>");
	for (int i = 0; i < 63; i++)
		buf_text(&b, "<w:tc><w:tcPr><w:gridSpan w:val='63'/></w:tcPr>" P("a") "</w:tc>");
	buf_text(&b, "</w:tr>");
	for (int i = 0; i < 18000; i++)
		buf_text(&b, mem_printf(mem, "<w:tr><w:tc>" P("%08x") "</w:tc></w:tr>", (uint32_t)i * 2654435761u));
	buf_text(&b, "</w:tbl>");
	bytes = paper_docx(mem, NULL, b.s, &n);
	SAME(reader_read(mem, bytes, n)->wrong, reading_too_long);

	/* pages full of rules that make no table */
	b = (struct buf){ .mem = mem };
	for (int y = 0; y < 64; y++)
		for (int x = 0; x < 10; x++)
			buf_text(&b, mem_printf(mem, "%d %d m %d %d l S ", 50 + x * 50, 60 + y * 10, 90 + x * 50,
			    60 + y * 10));
	buf_text(&b, "BT /F 14 Tf 90 400 Td (Hai) Tj ET");
	bytes = paper_pdf_again(mem, b.s, 200, &n);
	r = reader_read(mem, bytes, n);
	SAME(r->wrong, NULL);
	CHECK(strstr(r->text, "Hai"));
}

/* Anything, changed anywhere, is read or refused in words, by a child or in spite of it. */
static void
spoilt(int rounds)
{
	uint64_t seed = 20261126;
	const char *sound[PAPERS * 2];
	size_t lengths[PAPERS * 2];

	for (int i = 0; i < PAPERS; i++) {
		sound[i * 2] = paper_docx(mem, papers[i], NULL, &lengths[i * 2]);
		sound[i * 2 + 1] = paper_pdf(mem, papers[i], "", &lengths[i * 2 + 1]);
	}
	for (int i = 0; i < rounds; i++) {
		struct mem *own = mem_new();
		size_t n = lengths[i % (PAPERS * 2)];
		char *bytes = mem_copy(own, sound[i % (PAPERS * 2)], n);
#define DICE(most) ((seed = seed * 6364136223846793005u + 1442695040888963407u) >> 33) % (most)
		for (uint64_t k = DICE(12) + 1; k; k--) {
			size_t at = DICE(n);
			switch (DICE(4)) {
			case 0: bytes[at] = (char)DICE(256); break;
			case 1: n = at > 40 ? at : n; break;
			case 2: memmove(bytes + at, bytes, n - at < 64 ? n - at : 64); break;
			default: memset(bytes + at, bytes[at], n - at < 200 ? n - at : 200); break;
			}
		}
		struct reading *r = reader_read(own, bytes, n);
		CHECK(r->wrong ? *r->wrong != '\0' : r->words_out > 0);
		mem_free(own);
	}
	/* and the next ones are read as ever, by the jailed child as by us */
	for (int i = 0; i < PAPERS * 2; i++) {
		struct reading *r = reader_read(mem, sound[i], lengths[i]);
		CHECK(!r->wrong && accounted(r));
		SAME(r->text, reading_of(mem, sound[i], lengths[i])->text);
	}
}

/* A document that breaks its reader finds nothing there: not the way to whoever asked, by
 * which the next answer could be forged, and no file. */
static void
a_child_has_its_answer_alone(void)
{
	size_t n;
	const char *bytes = paper_docx(mem, papers[0], NULL, &n);

	CHECK(!reader_read(mem, bytes, n)->wrong);
	CHECK(had->pipes == 1);
	CHECK(!had->sockets);
	CHECK(!had->files);
}

/* Of all that are told to end together, it waits for who asks of it. */
static void
the_keeper_does_not_end_before_its_asker(void)
{
	size_t n;
	const char *bytes = paper_docx(mem, papers[0], NULL, &n);
	int keeper = 0;
	FILE *f = fopen("/proc/thread-self/children", "r");

	CHECK(f && fscanf(f, "%d", &keeper) == 1 && keeper > 0);
	if (f)
		fclose(f);
	if (keeper > 0)
		kill(keeper, SIGTERM);
	CHECK(!reader_read(mem, bytes, n)->wrong);
}

/* A child that takes too much is ended, and that is said. */
static void
endless(void)
{
	struct buf b = { .mem = mem };
	size_t n;

	for (int i = 0; i < 750000; i++)
		buf_text(&b, "0 0 m 9 9 l S ");
	const char *bytes = paper_pdf_again(mem, b.s, 200, &n);
	struct reading *r = reader_read(mem, bytes, n);
	SAME(r->wrong, reading_stopped);
	bytes = paper_docx(mem, papers[1], NULL, &n);
	CHECK(!reader_read(mem, bytes, n)->wrong);
}

static void
packed(void)
{
	struct reading *r = read_body(P("Một hai"));
	size_t n;
	const char *bytes = reading_pack(r, &n);
	struct reading *s = reading_unpack(mem, bytes, n);

	CHECK(s && s->words_in == 2 && !s->wrong);
	SAME(s ? s->text : "", r->text);
	for (size_t i = 0; i < n; i++)
		CHECK(!reading_unpack(mem, mem_copy(mem, bytes, i), i));
}

int
main(int argc, char **argv)
{
	const char *rounds = argc > 1 ? argv[1] : getenv("READING_ROUNDS");

	/* as a worker has the folders of its databases */
	had = mmap(NULL, sizeof(*had), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (had == MAP_FAILED || open("/", O_PATH | O_DIRECTORY) < 0 || !reader_start())
		return 1;
	mem = mem_new();
	both_ways_are_one();
	word_counts();
	what_is_not_shown_is_told();
	parts_beside_the_text();
	notes_that_are_not_called();
	boxes_breaks_and_tables();
	columns_keep_their_side();
	marks_within_a_line();
	old_alphabets();
	pages_of_pdf();
	refusals();
	heaps();
	packed();
	a_child_has_its_answer_alone();
	the_keeper_does_not_end_before_its_asker();
	spoilt(rounds ? (int)strtol(rounds, NULL, 10) : 300);
	if (rounds)	/* ten seconds of waiting */
		endless();
	mem_free(mem);
	return done();
}
