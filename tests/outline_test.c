/* outline_test.c - plans as they come out of a PDF, read into structure. */

#include "cgi-bin/lib/outline.h"

#include <cmark.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/text.h"
#include "tests/test.h"

static struct mem *mem;

/* A plan of our own in the shape of a text layer: an empty line after each, a
 * fused head, odd spaces, a page number inside a sentence. */
static const char sample[] =
"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \n"
"\n"
"HUYỆN SÔNG TRĂNG Độc lập - Tự do - Hạnh phúc \n"
"\n"
"Số:  48 /KH-UBND     Sông Trăng, ngày  05   tháng 3 năm 2026 \n"
"\n"
"KẾ HOẠCH \n"
"Phát động phong trào thi đua “Mỗi nhà một vườn cây, mỗi thôn một  \n"
"\n"
"con đường hoa” giai đoạn 2026 - 2030 \n"
"\n"
" \n"
"\n"
" Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; \n"
"\n"
"Thực hiện Kế hoạch số 15/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân \n"
"\n"
"tỉnh về việc phát động phong trào thi đua xây dựng cảnh quan nông thôn giai \n"
"\n"
"đoạn 2026 - 2030; \n"
"\n"
"Nhằm khơi dậy tinh thần tự quản của cộng đồng dân cư, Ủy ban nhân dân \n"
"\n"
"huyện ban hành Kế hoạch phát động phong trào (sau đây gọi tắt là Phong trào \n"
"\n"
"vườn cây), cụ thể như sau: \n"
"\n"
"I. MỤC TIÊU \n"
"\n"
"1. Mục tiêu chung \n"
"\n"
" a) Đến hết giai đoạn, đường làng sạch và có bóng mát, người dân cùng chăm \n"
"\n"
"sóc phần đường trước nhà mình; mỗi thôn chọn một tuyến đường làm mẫu để các \n"
"\n"
"2\n"
"\n"
"thôn khác học theo. \n"
"\n"
"đ) Trẻ em được tham gia trồng và đặt tên cho cây. \n"
"\n"
"II. TIÊU CHÍ THI ĐUA \n"
"\n"
"1. Đối với các tổ chức đoàn thể, hội quần chúng và câu lạc bộ thanh niên ở cơ \n"
"\n"
"sở \n"
"\n"
" - Mỗi quý có ít nhất một buổi lao động chung do tổ chức mình đứng ra vận động. \n"
"\n"
"Có sổ ghi công của từng hội viên. \n"
"\n"
"- Phối hợp với các đơn vị chuyên môn theo Hướng dẫn số 21/HD-\n"
"\n"
"PNN ngày 02/02/2026 khi chọn giống cây phù hợp với đất của từng thôn. \n"
"\n"
"2. Đối với hộ gia đình \n"
"\n"
"2.1. Đối với hộ ở mặt đường: \n"
"\n"
"Giữ sạch phần đường trước nhà, không lấn chiếm hành lang giao thông. \n"
"\n"
"2.2. Đối với hộ khác \n"
"\n"
"- Có vườn cây được chăm sóc quanh năm và không dùng thuốc trừ cỏ cấm; \n"
"\n"
"- Góp công làm đường. \n"
"\n"
"III. TỔ CHỨC THỰC HIỆN \n"
"\n"
"1. Các đơn vị có trách nhiệm: \n"
"\n"
"- Phòng chuyên môn theo dõi, tổng hợp kết quả và công bố danh sách của Ban \n"
"\n"
" - Đội tự quản cho toàn huyện biết. \n"
"\n"
"2. Các xã báo cáo trước ngày 15 tháng 11 hằng năm. \n"
"\n"
"Trên đây là kế hoạch của huyện, các đơn vị nghiêm túc thực hiện./. \n"
"\n"
" \n"
"Nơi nhận:                                          \n"
"- Sở chuyên ngành của tỉnh; \n"
"- Thường trực, các ban của huyện,  \n"
"  các phòng, đơn vị; \n"
"- Lưu: VT, KT. \n"
"\n"
"TM. ỦY BAN NHÂN DÂN \n"
"KT. CHỦ TỊCH \n"
"PHÓ CHỦ TỊCH  \n"
"\n"
"\n"
"Lò Văn Ó \n";

/* text with the first `from` in it as `to`. */
static char *
with(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	CHECK(at != NULL);
	if (!at)
		return mem_text(mem, text);
	return mem_printf(mem, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static struct section *
find(struct section *s, const char *anchor)
{
	while (s && strcmp(s->anchor, anchor))
		s = s->next;
	return s;
}

static void
section_is(const struct outline *o, const char *anchor, const char *label, const char *text)
{
	struct section *s = find(o->sections, anchor);

	CHECK(s != NULL);
	SAME(s ? s->label : anchor, label);
	SAME(s ? s->text : anchor, text);
}

static int
count_sections(const struct outline *o)
{
	int n = 0;

	for (struct section *s = o->sections; s; s = s->next)
		n++;
	return n;
}

static const char *
lines(const struct line *l)
{
	const char *all = "";

	for (; l; l = l->next)
		all = mem_printf(mem, "%s%s%s", all, *all ? "|" : "", l->text);
	return all;
}

/* "III.1:3 III.2:4": how many criteria each class has. */
static const char *
counts(const struct criteria *c)
{
	const char *all = "";

	for (; c; c = c->next) {
		int n = 0;
		for (struct criteria_item *i = c->items; i; i = i->next)
			n++;
		all = mem_printf(mem, "%s%s%s:%d", all, *all ? " " : "", c->anchor, n);
	}
	return all;
}

static void
same_sections(const struct outline *o)
{
	struct criteria *c, *d = o->criteria;
	struct section *s = o->sections,
		*t = outline_of_markdown(mem, outline_markdown(mem, o), &c);

	for (; s && t; s = s->next, t = t->next) {
		SAME(t->anchor, s->anchor);
		SAME(t->parent, s->parent);
		SAME(t->label, s->label);
		SAME(t->text, s->text);
		CHECK(t->depth == s->depth);
	}
	CHECK(!s && !t);
	SAME(counts(c), counts(d));
	for (; c && d; c = c->next, d = d->next) {
		SAME(c->class, d->class);
		SAME(c->items->text, d->items->text);
	}
}

/* The words of a text, one space between; a word broken at a hyphen is whole. */
static const char *
words(const char *text)
{
	char *copy = mem_text(mem, text), *to = copy;

	for (; *text; text++) {
		bool space = *text == ' ' || *text == '\n';
		if (!space)
			*to++ = *text;
		else if (to > copy && to[-1] != ' ' &&
		    !(to[-1] == '-' && to > copy + 1 && to[-2] != ' '))
			*to++ = ' ';
	}
	while (to > copy && to[-1] == ' ')
		to--;
	*to = '\0';
	return copy;
}

/* Every word of the body, from the first base or paragraph on to the recipients. */
static void
same_words(const char *text, const char *from, const char *page, const struct outline *o)
{
	const char *begin = strstr(text, from), *end = strstr(text, "Nơi nhận"), *all = "";

	CHECK(begin && end);
	for (struct basis *b = o->bases; b; b = b->next)
		all = mem_printf(mem, "%s%s ", all, b->text);
	all = mem_printf(mem, "%s%s ", all, o->preamble);
	for (struct section *s = o->sections; s; s = s->next)
		all = mem_printf(mem, "%s%s %s ", all, s->label, s->text);
	char *body = mem_copy(mem, begin, (size_t)(end - begin));
	if (page)
		body = with(body, page, "\n");
	SAME(words(all), words(body));
}

static char *
html_of(const char *markdown)
{
	char *html = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
	char *copy = mem_text(mem, html);

	free(html);
	return copy;
}

static void
no_lists(const char *html)
{
	static const char *const tags[] = { "<ol", "<ul", "<li", "<code", "<pre", "<hr",
		"<blockquote", "<em", "<strong", "<a ", "<img" };

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		CHECK(!strstr(html, tags[i]));
}

/* Each label begins a block of its own in what cmark makes. */
static void
labels_show(const struct outline *o)
{
	const char *html = html_of(outline_markdown(mem, o)), *at = html;

	no_lists(html);
	for (struct section *s = o->sections; s; s = s->next) {
		const char *want = mem_printf(mem, ">%s%s", s->label, *s->label ? " " : "");
		at = strstr(at, want);
		CHECK(at != NULL);
		if (!at)
			return;
		CHECK(at - html >= 2 && (at[-1] == 'p' || at[-1] == '2' || at[-1] == '3'));
		at += strlen(want);
	}
}

static void
the_sample_is_read(void)
{
	struct outline *o = outline_read(mem, sample);

	SAME(o->number, "48/KH-UBND");
	SAME(o->date, "2026-03-05");
	SAME(o->place, "Sông Trăng");
	SAME(o->issuer, "ỦY BAN NHÂN DÂN HUYỆN SÔNG TRĂNG");
	SAME(o->kind, "KẾ HOẠCH");
	SAME(o->subject, "Phát động phong trào thi đua “Mỗi nhà một vườn cây, mỗi thôn một "
	    "con đường hoa” giai đoạn 2026 - 2030");
	SAME(o->period_from, "2026");
	SAME(o->period_to, "2030");
	SAME(o->short_name, "Phong trào vườn cây");
	SAME(o->bases->relation, "căn cứ");
	SAME(o->bases->kind, "Luật");
	SAME(o->bases->number, "");
	SAME(o->bases->date, "2022-06-15");
	SAME(o->bases->next->relation, "thực hiện");
	SAME(o->bases->next->kind, "Kế hoạch");
	SAME(o->bases->next->number, "15/KH-UBND");
	SAME(o->bases->next->date, "2026-01-09");
	CHECK(!o->bases->next->next);
	SAME(lines(o->recipients), "Sở chuyên ngành của tỉnh|Thường trực, các ban của huyện, "
	    "các phòng, đơn vị|Lưu: VT, KT");
	SAME(lines(o->authority), "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH");
	SAME(o->title, "PHÓ CHỦ TỊCH");
	SAME(o->signer, "Lò Văn Ó");
	SAME(lines(o->missing), "");
	CHECK(o->words_out > 0 && o->words_out <= o->words_in);
}

static void
lines_are_joined(void)
{
	struct outline *o = outline_read(mem, sample);

	section_is(o, "I.1", "1.", "Mục tiêu chung");
	section_is(o, "I.1.a", "a)", "Đến hết giai đoạn, đường làng sạch và có bóng mát, "
	    "người dân cùng chăm sóc phần đường trước nhà mình; mỗi thôn chọn một tuyến "
	    "đường làm mẫu để các thôn khác học theo.");
	section_is(o, "I.1.đ", "đ)", "Trẻ em được tham gia trồng và đặt tên cho cây.");
	section_is(o, "II.1", "1.", "Đối với các tổ chức đoàn thể, hội quần chúng và câu lạc "
	    "bộ thanh niên ở cơ sở");
	section_is(o, "II.1~1", "-", "Mỗi quý có ít nhất một buổi lao động chung do tổ chức "
	    "mình đứng ra vận động. Có sổ ghi công của từng hội viên.");
	section_is(o, "II.1~2", "-", "Phối hợp với các đơn vị chuyên môn theo Hướng dẫn số "
	    "21/HD-PNN ngày 02/02/2026 khi chọn giống cây phù hợp với đất của từng thôn.");
	section_is(o, "II.2.1", "2.1.", "Đối với hộ ở mặt đường:");
	section_is(o, "II.2.1~1", "", "Giữ sạch phần đường trước nhà, không lấn chiếm hành "
	    "lang giao thông.");
	section_is(o, "III.1~1", "-", "Phòng chuyên môn theo dõi, tổng hợp kết quả và công bố "
	    "danh sách của Ban - Đội tự quản cho toàn huyện biết.");
	section_is(o, "III.2~1", "", "Trên đây là kế hoạch của huyện, các đơn vị nghiêm túc "
	    "thực hiện./.");
	CHECK(count_sections(o) == 19);
	same_words(sample, "Căn cứ", "\n2\n", o);
	same_sections(o);
	labels_show(o);
}

static void
the_sample_has_its_criteria(void)
{
	struct criteria *c = outline_read(mem, sample)->criteria;

	SAME(counts(c), "II.1:2 II.2:3");
	SAME(c->class, "các tổ chức đoàn thể, hội quần chúng và câu lạc bộ thanh niên ở cơ sở");
	SAME(c->next->class, "hộ gia đình");
	SAME(c->next->items->anchor, "II.2.1~1");
	SAME(c->next->items->next->anchor, "II.2.2~1");
}

static void
another_plan_gives_other_answers(void)
{
	char *t = with(sample, "48 /KH-UBND", "1207 /KH-UBND");
	t = with(t, "Sông Trăng, ngày  05   tháng 3", "Núi Đá, ngày 30 tháng 11");
	t = with(t, "HUYỆN SÔNG TRĂNG", "HUYỆN NÚI ĐÁ");
	t = with(t, "15/KH-UBND ngày 09/01/2026", "9-CT/TU ngày 1/2/2025");
	t = with(t, "hoa” giai đoạn 2026 - 2030", "hoa” năm 2027");
	t = with(t, "Lò Văn Ó", "Y Hnam Niê");
	t = with(t, "KT. CHỦ TỊCH \nPHÓ CHỦ TỊCH ", "CHỦ TỊCH");
	t = with(t, "- Sở chuyên ngành của tỉnh; \n", "");
	t = with(t, "- Góp công làm đường. \n", "- Góp công làm đường; \n\n- Góp đất. \n");
	struct outline *o = outline_read(mem, t);

	SAME(o->number, "1207/KH-UBND");
	SAME(o->date, "2026-11-30");
	SAME(o->place, "Núi Đá");
	SAME(o->issuer, "ỦY BAN NHÂN DÂN HUYỆN NÚI ĐÁ");
	SAME(o->bases->next->number, "9-CT/TU");
	SAME(o->bases->next->date, "2025-02-01");
	SAME(o->period_from, "2027");
	SAME(o->period_to, "2027");
	SAME(o->signer, "Y Hnam Niê");
	SAME(lines(o->authority), "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH");
	SAME(lines(o->recipients), "Thường trực, các ban của huyện, các phòng, đơn vị|"
	    "Lưu: VT, KT");
	SAME(counts(o->criteria), "II.1:2 II.2:4");

	t = with(sample, "II. TIÊU CHÍ THI ĐUA", "II. NỘI DUNG");
	o = outline_read(mem, t);
	CHECK(!o->criteria);
	SAME(lines(o->missing), "criteria");
}

static void
blanks_are_not_filled(void)
{
	struct outline *o = outline_read(mem,
	    "UBND XÃ AN BÌNH   CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	    "Số:      /KH-UBND   An Bình, ngày    tháng 11 năm 2026\n"
	    "KẾ HOẠCH\nVề thi đua\n");

	SAME(o->number, "");
	SAME(o->date, "");
	SAME(o->place, "An Bình");
	SAME(o->issuer, "UBND XÃ AN BÌNH");
	SAME(o->subject, "Về thi đua");
	SAME(lines(o->missing), "number|date|period|bases|recipients|signer.authority|"
	    "signer.name|criteria");

	o = outline_read(mem, "Số: …/KH-SNV   ….., ngày …. tháng …. năm 2026\nKẾ HOẠCH\nA\n");
	SAME(o->number, "");
	SAME(o->date, "");
	SAME(o->place, "");
	o = outline_read(mem, "Số: 1/KH-SNV Hà Xa, ngày 31 tháng 2 năm 2026\nKẾ HOẠCH\nA\n");
	SAME(o->number, "1/KH-SNV");
	SAME(o->date, "");		/* no calendar has it */
}

static void
heads_of_other_shapes(void)
{
	struct outline *o = outline_read(mem,
	    "UBND TỈNH HƯƠNG GIANG\nSỞ NỘI VỤ\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	    "Độc lập – Tự do – Hạnh phúc\nSố: 12 / KH - SNV\n"
	    "Hương Giang, ngày 1 tháng 12 năm 2025\nKẾ HOẠCH\n"
	    "Thi đua từ ngày 01/01/2026 đến ngày 31/12/2026\n");
	SAME(o->issuer, "SỞ NỘI VỤ");
	SAME(o->number, "12/KH-SNV");
	SAME(o->place, "Hương Giang");
	SAME(o->date, "2025-12-01");
	SAME(o->period_from, "2026-01-01");
	SAME(o->period_to, "2026-12-31");

	o = outline_read(mem, "SỞ NỘI VỤ   Số: 3/KH-SNV\nKẾ HOẠCH Thi đua\nnăm 2026\n");
	SAME(o->issuer, "SỞ NỘI VỤ");
	SAME(o->number, "3/KH-SNV");
	SAME(o->kind, "KẾ HOẠCH");
	SAME(o->subject, "Thi đua năm 2026");

	o = outline_read(mem, "KẾ HOẠCH\nThi đua đến năm 2030\n");
	SAME(o->period_from, "");	/* one end is no period */
	SAME(o->period_to, "2030");
	CHECK(strstr(lines(o->missing), "period") != NULL);

	o = outline_read(mem, "QUYẾT ĐỊNH\nVề việc tặng cờ\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n"
	    "Căn cứ Luật Tổ chức;\nTheo đề nghị của Trưởng phòng tại Tờ trình số "
	    "5/TTr-VHXH ngày 2/3/2026.\nQUYẾT ĐỊNH:\nĐiều 1. Tặng cờ.\n");
	SAME(o->kind, "QUYẾT ĐỊNH");
	SAME(o->subject, "Về việc tặng cờ");
	SAME(o->bases->text, "Căn cứ Luật Tổ chức;");
	SAME(o->bases->next->number, "5/TTr-VHXH");
	SAME(o->preamble, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n\nQUYẾT ĐỊNH:");
	section_is(o, "D1", "Điều 1.", "Tặng cờ.");
}

static void
bases_of_other_shapes(void)
{
	struct outline *o = outline_read(mem, "KẾ HOẠCH\nA\n"
	    "- Căn cứ Nghị quyết số 3/2025/NQ-HĐND ngày 5.6.2025 của TP. Mới; Quyết định số "
	    "7/QĐ-UBND;\n"
	    "Theo Hướng dẫn số 8/HD-SNV, Phòng Văn hóa ban hành Kế hoạch như sau:\n"
	    "Thay thế Kế hoạch số 9/KH-PVH ngày 30/2/2024.\n"
	    "Sửa đổi, bổ sung Quy chế số 10-QC/ĐU.\n"
	    "Thực hiện nếp sống mới là việc chung.\nI. A\n");
	struct basis *b = o->bases;

	SAME(b->text, "Căn cứ Nghị quyết số 3/2025/NQ-HĐND ngày 5.6.2025 của TP. Mới;");
	SAME(b->number, "3/2025/NQ-HĐND");
	SAME(b->date, "2025-06-05");
	SAME((b = b->next)->number, "7/QĐ-UBND");
	SAME(b->relation, "căn cứ");
	SAME(b->kind, "Quyết định");
	SAME(b->date, "");
	SAME((b = b->next)->relation, "theo hướng dẫn");
	SAME(b->text, "Theo Hướng dẫn số 8/HD-SNV,");
	SAME((b = b->next)->relation, "thay thế");
	SAME(b->date, "");		/* no calendar has it */
	SAME((b = b->next)->relation, "sửa đổi");
	SAME(b->number, "10-QC/ĐU");
	CHECK(!b->next);
	SAME(o->issuer, "Phòng Văn hóa");
	SAME(o->preamble, "Phòng Văn hóa ban hành Kế hoạch như sau:\n\n"
	    "Thực hiện nếp sống mới là việc chung.");
}

static void
signatures_of_other_shapes(void)
{
	struct outline *o = outline_read(mem, "I. A\n1. B./.\n"
	    "Nơi nhận:            TM. BAN CHẤP HÀNH\n- Như trên;\n- Lưu: VT.   Q. CHỦ TỊCH\n"
	    "(Đã ký)\nK'Brơi Ó\n");
	SAME(lines(o->recipients), "Như trên|Lưu: VT");
	SAME(lines(o->authority), "TM. BAN CHẤP HÀNH|Q. CHỦ TỊCH");
	SAME(o->title, "Q. CHỦ TỊCH");
	SAME(o->signer, "K'Brơi Ó");

	o = outline_read(mem, "I. A\n1. B./.\nTL. GIÁM ĐỐC\nTRƯỞNG PHÒNG\nLý A Páo\n");
	CHECK(!o->recipients);
	SAME(lines(o->authority), "TL. GIÁM ĐỐC|TRƯỞNG PHÒNG");
	SAME(o->signer, "Lý A Páo");
	section_is(o, "I.1", "1.", "B./.");

	o = outline_read(mem, "I. A\n1. B./.\nKT. CHỦ TỊCH\nLý A Páo\nNơi nhận:\n- C;\n");
	SAME(lines(o->authority), "KT. CHỦ TỊCH");
	SAME(o->signer, "Lý A Páo");
	SAME(lines(o->recipients), "C");

	/* a list without dashes; a sentence after it is no recipient */
	o = outline_read(mem, "I. A\n1. B./.\nNơi nhận:\nNhư trên;\nLưu: VT.\nHết.\n");
	SAME(lines(o->recipients), "Như trên|Lưu: VT");
	section_is(o, "I.1~1", "", "Hết.");

	/* what stands after the signature is not lost */
	o = outline_read(mem, "I. A\n1. B./.\nNơi nhận:\n- C;\nGIÁM ĐỐC\nLý A Páo\n"
	    "PHỤ LỤC I\nBIỂU MẪU\n1. Đây là mẫu.\n");
	section_is(o, "PLI", "PHỤ LỤC I", "BIỂU MẪU");
	section_is(o, "PLI.1", "1.", "Đây là mẫu.");

	o = outline_read(mem, "I. A\n1. Giám đốc mới là Lý A Páo\n");
	CHECK(!o->authority);
	SAME(o->signer, "");
}

static void
articles_and_chapters(void)
{
	struct outline *o = outline_read(mem, "Phần I\nNHỮNG QUY ĐỊNH CHUNG\n"
	    "Chương I\nQUY ĐỊNH CHUNG\nMục 1. PHẠM VI\nĐiều 1. Phạm vi điều chỉnh\n"
	    "1. Quy chế này quy định:\na) Một;\nd) Hai;\n"
	    "đ) Ba việc khác được nêu cụ thể tại điểm a và điểm b khoản 2 Điều 103\n"
	    "Mục 5 Chương XII của luật.\n2. Không áp dụng với việc khác.\n"
	    "Chương II\nTỔ CHỨC\nĐiều 2. Hiệu lực\nQuy chế có hiệu lực ngay.\n");

	section_is(o, "PI", "Phần I", "NHỮNG QUY ĐỊNH CHUNG");
	section_is(o, "PI.CI", "Chương I", "QUY ĐỊNH CHUNG");
	section_is(o, "PI.CI.M1", "Mục 1.", "PHẠM VI");
	section_is(o, "D1", "Điều 1.", "Phạm vi điều chỉnh");
	section_is(o, "D1.1.d", "d)", "Hai;");
	section_is(o, "D1.1.đ", "đ)", "Ba việc khác được nêu cụ thể tại điểm a và điểm b "
	    "khoản 2 Điều 103 Mục 5 Chương XII của luật.");
	section_is(o, "D2~1", "", "Quy chế có hiệu lực ngay.");
	CHECK(find(o->sections, "D1")->depth == 4);
	CHECK(find(o->sections, "D2")->depth == 3);
	SAME(find(o->sections, "D1.1.d")->parent, "D1.1");
	same_sections(o);
	labels_show(o);
}

static void
labels_make_anchors(void)
{
	struct outline *o = outline_read(mem, "A. PHẦN ĐẦU\nI. Một\n1. Hai\n1.1. Ba\n"
	    "1.1.1. Bốn\n1.2 Năm\n2.1. Lạc\na) Sáu:\n1) Bảy\n2) Tám\nb) Chín:\n- Mười;\n"
	    "+ Mười một;\n+ Mười hai;\n- Mười ba.\nB. PHẦN CUỐI\nI. Một\n1. Hai\n1. Lại hai\n"
	    "1. Lại nữa\nC. HẾT\n1. Xong\n");

	CHECK(find(o->sections, "A.I.1.1.1") != NULL);
	section_is(o, "A.I.1.2", "1.2", "Năm");
	section_is(o, "A.I.2.1", "2.1.", "Lạc");
	section_is(o, "A.I.2.1.a.2", "2)", "Tám");
	section_is(o, "A.I.2.1.b~1", "-", "Mười;");
	section_is(o, "A.I.2.1.b~1~2", "+", "Mười hai;");
	section_is(o, "A.I.2.1.b~2", "-", "Mười ba.");
	section_is(o, "B.I.1", "1.", "Hai");
	section_is(o, "B.I.1+2", "1.", "Lại hai");
	section_is(o, "B.I.1+3", "1.", "Lại nữa");
	section_is(o, "C.1", "1.", "Xong");
	CHECK(find(o->sections, "A")->depth == 1);
	CHECK(find(o->sections, "A.I.2.1.b~1~2")->depth == 6);
	same_sections(o);
	labels_show(o);
}

static void
what_looks_like_a_label_and_is_none(void)
{
	struct outline *o = outline_read(mem, "I. MỤC TIÊU\n"
	    "1. Phấn đấu hoàn thành toàn bộ chỉ tiêu trong thời gian từ nay đến hết năm\n"
	    "2020. Sau đó tổng kết và nhân rộng cách làm hay ra các khu vực thuộc vùng\n"
	    "I. Vùng khác làm theo điều kiện riêng của mình theo quy định tại điều khoản\n"
	    "1.234 hộ được giúp.\n"
	    "2. Năm mới.\n2021. Năm nữa.\n3. Hết.\n");

	section_is(o, "I.1", "1.", "Phấn đấu hoàn thành toàn bộ chỉ tiêu trong thời gian từ "
	    "nay đến hết năm 2020. Sau đó tổng kết và nhân rộng cách làm hay ra các khu vực "
	    "thuộc vùng I. Vùng khác làm theo điều kiện riêng của mình theo quy định tại "
	    "điều khoản 1.234 hộ được giúp.");
	section_is(o, "I.2~1", "", "2021. Năm nữa.");
	section_is(o, "I.3", "3.", "Hết.");
	CHECK(count_sections(o) == 5);
	same_sections(o);
	no_lists(html_of(outline_markdown(mem, o)));
}

static void
page_numbers_go_and_years_stay(void)
{
	struct outline *o = outline_read(mem, "I. MỤC TIÊU\n1. Phấn đấu để mọi người dân đều\n"
	    "3\nđược hưởng và đến năm\n2025\nthì xong.\n");

	section_is(o, "I.1", "1.", "Phấn đấu để mọi người dân đều được hưởng và đến năm 2025 "
	    "thì xong.");
}

/* After a colon a new block begins, even where its line was full. */
static void
a_label_may_stand_on_two_pages(void)
{
	struct outline *o = outline_read(mem, "Chương I\nQUY ĐỊNH CHUNG\n"
	    "Điều 2. Phạm vi\nI. Các nội dung thi đua như sau:\nHội vụ ban hành như sau:\n"
	    "Chương \n2\nIII. TỔ CHỨC\n");

	same_sections(o);
	CHECK(find(o->sections, "CIII") != NULL);
	SAME(find(o->sections, "CIII")->text, "TỔ CHỨC");
}

static void
a_colon_ends_its_line(void)
{
	struct outline *o = outline_read(mem, "I. A\n1. Các đơn vị được giao nhiệm vụ có "
	    "trách nhiệm làm những việc sau:\nBáo cáo.\n");

	section_is(o, "I.1~1", "", "Báo cáo.");
}

/* Out of a Word file: each paragraph is one line, however long. */
static void
paragraphs_that_no_page_broke(void)
{
	const char *l = "rất dài và không có dấu chấm ở cuối dòng vì người soạn đã quên mất "
	    "việc ấy, điều vẫn thường gặp trong các văn bản gửi đến từ cơ sở";
	struct outline *o = outline_read(mem, mem_printf(mem, "I. Việc\n- Việc %s\n- Việc %s\n"
	    "Đoạn %s\n- Ngắn\n- Ngắn\n- Ngắn\n- Ngắn\n- Ngắn\n- Ngắn\n- Ngắn\n- Ngắn\n"
	    "- Ngắn\n- Ngắn\n", l, l, l));

	CHECK(count_sections(o) == 14);
	section_is(o, "I~3", "", mem_printf(mem, "Đoạn %s", l));
	same_sections(o);
}

static void
classes_of_other_shapes(void)
{
	struct outline *o = outline_read(mem, "I. TIÊU CHUẨN\n"
	    "1. Đối với các xã: Nộp báo cáo đúng hạn.\n"
	    "2. Đối với các thôn:\n- Có các việc:\n+ Một;\n+ Hai.\n- Việc khác.\n"
	    "3. Đối với mọi người thì không có gì.\n4. Quy định khác\n- Không tính.\n"
	    "II. KHÁC\n1. Đối với huyện\n- Không phải tiêu chuẩn.\n");
	struct criteria *c = o->criteria;

	SAME(counts(c), "I.1:1 I.2:2");
	SAME(c->class, "các xã");
	SAME(c->items->anchor, "I.1");
	SAME(c->items->text, "Nộp báo cáo đúng hạn.");
	SAME(c->next->class, "các thôn");
	SAME(c->next->items->text, "Có các việc: + Một; + Hai.");
	SAME(c->next->items->next->anchor, "I.2~2");
}

static void
markdown_shows_what_is_written(void)
{
	struct outline *o = outline_read(mem, "I. TÊN 5*LẠ*\n1. a_b_c <b>x</b> &amp; [y](z) "
	    "`m` \\n #1\na) ~~q~~ ![i](j)\nđ) > t\n- - hai gạch\n- # ba\n+ cộng\n• chấm\n");
	const char *html = html_of(outline_markdown(mem, o));

	labels_show(o);
	CHECK(strstr(html, "<h2>I. TÊN 5*LẠ*</h2>") != NULL);
	CHECK(strstr(html, ">1. a_b_c &lt;b&gt;x&lt;/b&gt; &amp;amp; [y](z) `m` \\n #1<") != NULL);
	CHECK(strstr(html, "<p>a) ~~q~~ ![i](j)</p>") || strstr(html, ">a) ~~q~~ ![i](j)<"));
	CHECK(strstr(html, "<p>đ) &gt; t</p>") != NULL);
	CHECK(strstr(html, "<p>- - hai gạch</p>") != NULL);
	CHECK(strstr(html, "<p>- # ba</p>") != NULL);
	CHECK(strstr(html, "<p>+ cộng</p>") != NULL);
	same_sections(o);
}

/* Marks are no part of the words, and stand where they stood. */
static void
marks_are_kept_beside_the_words(void)
{
	struct outline *o = outline_read(mem, "KẾ HOẠCH\n**Phát động** thi đua\n\nI. TIÊU CHÍ\n\n"
	    "1. Đối với **các xã**: hệ số 5*3 (*) và \\*sao\\*.\n\n- Có *vườn*; **“Dân vận khéo”**, tốt.\n\n(*) Ghi chú (*).\n\n"
	    "**Điều 1.** Phạm vi.\n\nDấu *** và ** lẻ *.\n\n| **ô** | b |\n|---|---|\n| 1 | 2 |\n");
	struct criteria *c;
	const char *md = outline_markdown(mem, o);

	SAME(o->subject, "Phát động thi đua");
	CHECK(strstr(md, "\nDấu \\*\\*\\* và \\*\\* lẻ \\*.\n"));
	SAME(o->criteria ? o->criteria->class : "", "các xã");
	SAME(o->sections->next->text, "Đối với các xã: hệ số 5*3 (*) và \\*sao\\*.");
	CHECK(strstr(md, "\n1\\. Đối với **các xã**: hệ số 5\\*3 (\\*) và \\\\\\*sao\\\\\\*.\n"));
	CHECK(strstr(md, "\n\\- Có *vườn*; **“Dân vận khéo”**, tốt.\n"));
	CHECK(strstr(md, "\n(\\*) Ghi chú (\\*).\n"));
	CHECK(strstr(md, "\n## **Điều 1.** Phạm vi.\n") || strstr(md, "\n**Điều 1.** Phạm vi.\n"));
	CHECK(strstr(md, "| \\*\\*ô\\*\\* | b |"));
	struct section *again = outline_of_markdown(mem, md, &c), *s = o->sections;
	for (; s && again; s = s->next, again = again->next) {
		SAME(again->label, s->label);
		SAME(again->text, s->text);
		SAME(again->anchor, s->anchor);
	}
	CHECK(!s && !again);
	CHECK(c && !strcmp(c->class, "các xã"));
	/* and are seen as marks by whoever shows it */
	char *html = cmark_markdown_to_html(md, strlen(md), CMARK_OPT_DEFAULT);
	CHECK(strstr(html, "<strong>các xã</strong>") && strstr(html, "<em>vườn</em>")
	    && strstr(html, "<strong>“Dân vận khéo”</strong>, tốt") && strstr(html, "<strong>Điều 1.</strong> Phạm vi")
	    && strstr(html, "(*) Ghi chú (*)"));
	free(html);
}

/* What a person writes into it by hand. */
static void
markdown_of_a_person(void)
{
	struct criteria *c;
	struct section *s = outline_of_markdown(mem, "## I. TIÊU CHÍ\n1. Đối với xã\n- Một\n"
	    "- Hai\n  nối tiếp\n\n2\\. Đối với thôn\n\nLàm tốt.\n\n\n### \n#x\n", &c);

	SAME(s->anchor, "I");
	SAME(s->next->anchor, "I.1");
	SAME(find(s, "I.1~2")->text, "Hai nối tiếp");
	SAME(find(s, "I.2~1")->text, "Làm tốt.");
	SAME(counts(c), "I.1:2 I.2:2");
	CHECK(!outline_of_markdown(mem, "", &c) && !c);
	CHECK(!outline_of_markdown(mem, "\n \n\n", &c) && !c);
}

static void
nothing_is_made_up(void)
{
	static const char *const texts[] = { "", " \n\n  ", "Xin chào", "KHÔNG CÓ GÌ Ở ĐÂY\n" };
	const char *all = "number|date|place|issuer|kind|subject|period|bases|recipients|"
	    "signer.authority|signer.name|criteria";

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct outline *o = outline_read(mem, texts[i]);
		SAME(lines(o->missing), all);
		CHECK(!o->sections);
		SAME(outline_markdown(mem, o), "");
	}
	SAME(outline_read(mem, "Một câu.\nCâu hai\nnối.\n")->preamble, "Một câu.\n\nCâu hai nối.");
	CHECK(outline_read(mem, "")->words_in == 0);
}

static void
json_has_its_keys(void)
{
	json_t *j = json_loads(outline_json(mem, outline_read(mem, sample)), 0, NULL), *x;
	const char *keys = "", *key;

	json_object_foreach(j, key, x)
		keys = mem_printf(mem, "%s%s ", keys, key);
	SAME(keys, "number date place issuer kind subject period bases recipients signer "
	    "sections criteria missing ");
	SAME(json_string_value(json_object_get(j, "number")), "48/KH-UBND");
	x = json_object_get(j, "period");
	SAME(json_string_value(json_object_get(x, "to")), "2030");
	x = json_array_get(json_object_get(j, "bases"), 0);
	CHECK(json_is_null(json_object_get(x, "number")));
	x = json_object_get(j, "signer");
	SAME(json_string_value(json_object_get(x, "name")), "Lò Văn Ó");
	CHECK(json_array_size(json_object_get(x, "authority")) == 3);
	CHECK(json_array_size(json_object_get(j, "sections")) == 19);
	x = json_array_get(json_object_get(j, "criteria"), 1);
	SAME(json_string_value(json_object_get(x, "class")), "hộ gia đình");
	x = json_array_get(json_object_get(x, "items"), 2);
	SAME(json_string_value(json_object_get(x, "anchor")), "II.2.2~2");
	CHECK(json_array_size(json_object_get(j, "missing")) == 0);
	json_decref(j);

	j = json_loads(outline_json(mem, outline_read(mem, "")), 0, NULL);
	CHECK(json_is_null(json_object_get(j, "number")));
	CHECK(json_is_null(json_object_get(json_object_get(j, "signer"), "name")));
	CHECK(json_array_size(json_object_get(j, "missing")) == 12);
	json_decref(j);
}

static const char *
many(const char *piece, int n)
{
	size_t len = strlen(piece);
	char *all = mem_take(mem, len * (size_t)n + 1);

	for (int i = 0; i < n; i++)
		memcpy(all + len * (size_t)i, piece, len);
	return all;
}

/* Sizes at which anything worse than linear would not come to an end; the largest, of a
 * megabyte, in make soak. */
static void
large_texts_end(void)
{
	static const char *const pieces[] = { "a", "-", "1", " ", "\n", "I", ".", "Đ", "“",
		"- \n", "1. ", "1.\n", "2020. x\n", "Điều 1.\n", "Căn cứ Luật; ",
		"Nơi nhận:\n", "Nơi nhận:\n- a; a; ", "- a\n", "ban hành ", "so so so ", "KT. CHỦ TỊCH\n",
		"; Luật. A", "ngày 1 tháng ", "Đối với xã\n", "a\n1\n", "UBND ban hành Kế hoạch, ",
		"I. TIÊU CHÍ\n1. Đối với a\n- b\n", "a) x\n1) y\n- z\n+ t\n" };

	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		int n = getenv("PORTAL_SOAK") ? 1 << 20 : 1 << 18;
		const char *text = many(pieces[i], n / (int)strlen(pieces[i]));
		struct criteria *c;
		struct outline *o = outline_read(mem, text);
		CHECK(o != NULL);
		outline_of_markdown(mem, outline_markdown(mem, o), &c);
		o = outline_read(mem, mem_printf(mem, "KẾ HOẠCH\nA\nCăn cứ Luật %.300000s", text));
		CHECK(o != NULL);
		mem_empty(mem);
	}
	struct outline *o = outline_read(mem, many("- \n", 100000));
	CHECK(count_sections(o) == 100000);

	const char *text = "I. MỤC\n", *end;
	struct { char *s; size_t n; } all = { mem_take(mem, 400000), 0 };
	for (int i = 1; i <= 5000; i++)
		all.n += (size_t)snprintf(all.s + all.n, 400000 - all.n, "%d. Khoản này.\n", i);
	text = mem_printf(mem, "%s%s", text, all.s);
	o = outline_read(mem, text);
	CHECK(count_sections(o) == 5001);
	section_is(o, "I.5000", "5000.", "Khoản này.");

	text = "";
	for (end = "1"; strlen(end) < 60; end = mem_printf(mem, "%s.1", end))
		text = mem_printf(mem, "%s%s. Sâu\n", text, end);
	o = outline_read(mem, text);
	CHECK(find(o->sections, "1.1.1.1.1.1") != NULL);
	same_sections(o);
}

static const char *
seed(const char *path)
{
	FILE *f = fopen(path, "rb");
	static char bytes[1 << 16];

	if (!f) {
		printf("skipped: %s is not here\n", path);
		return NULL;
	}
	size_t n = fread(bytes, 1, sizeof(bytes), f);
	fclose(f);
	return text_nfc(mem, bytes, n);
}

static void
the_first_seed(void)
{
	const char *t = seed("../shared/seeds/000_e110fd57d87319b6.txt");
	if (!t)
		return;
	struct outline *o = outline_read(mem, t);

	SAME(o->number, "165/KH-UBND");
	SAME(o->date, "2017-09-26");
	SAME(o->place, "Lạng Sơn");
	SAME(o->issuer, "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN");
	SAME(o->kind, "KẾ HOẠCH");
	SAME(o->period_from, "2016");
	SAME(o->period_to, "2020");
	SAME(o->short_name, "Phong trào thi đua");
	SAME(o->bases->number, "1258/QĐ-TTg");
	SAME(o->bases->date, "2017-08-21");
	SAME(o->bases->kind, "Quyết định");
	SAME(o->bases->relation, "căn cứ");
	SAME(o->bases->next->number, "22-NQ/TU");
	SAME(o->bases->next->date, "2016-08-02");
	SAME(o->bases->next->kind, "Nghị quyết");
	SAME(o->bases->next->relation, "căn cứ");
	CHECK(!o->bases->next->next);
	int n = 0;
	for (struct line *l = o->recipients; l; l = l->next)
		n++;
	CHECK(n == 10);
	CHECK(strstr(lines(o->recipients), "|C, PCVP UBND tỉnh, các Phòng CM, TT TH-CB|") != NULL);
	SAME(lines(o->authority), "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH");
	SAME(o->signer, "Hồ Tiến Thiệu");
	SAME(counts(o->criteria), "III.1:3 III.2:4 III.3:4 III.4:5 III.5:5 III.6:1 III.7:3");
	struct criteria *c = o->criteria;
	for (int i = 0; i < 4; i++)
		c = c->next;
	SAME(c->class, "hộ gia đình");
	SAME(c->items->anchor, "III.5.a~1");
	SAME(c->items->next->anchor, "III.5.b~1");
	SAME(find(o->sections, "III.5.a~1")->label, "");
	SAME(find(o->sections, "III.6~1")->label, "");
	SAME(lines(o->missing), "");
	struct section *last = find(o->sections, "V.7~1");
	CHECK(last && !*last->label && !last->next && !strncmp(last->text, "Trong quá", 10));
	CHECK(strstr(find(o->sections, "IV.3.b~2")->text, "số 203/HD-HĐTĐKT ngày") != NULL);
	same_words(t, "Căn cứ", NULL, o);
	same_sections(o);
	labels_show(o);

	t = with(t, "165 /KH-UBND", "9 /KH-UBND");
	t = with(t, "Lạng Sơn, ngày  26", "Mường Xa, ngày 03");
	t = with(t, "Hồ Tiến Thiệu", "Giàng A Sử");
	t = with(t, "22-NQ/TU ngày 02/8/2016", "31-NQ/TU ngày 4/9/2015");
	char *from = strstr(t, "2. Đối với các huyện"), *to = strstr(t, "3. Đối với xã");
	memmove(from, to, strlen(to) + 1);
	t = with(t, "7. Đối với", "7. Đối với các hội\n\n- Làm đúng.\n\n8. Đối với");
	o = outline_read(mem, t);
	SAME(o->number, "9/KH-UBND");
	SAME(o->place, "Mường Xa");
	SAME(o->date, "2017-09-03");
	SAME(o->signer, "Giàng A Sử");
	SAME(o->bases->next->number, "31-NQ/TU");
	SAME(o->bases->next->date, "2015-09-04");
	SAME(counts(o->criteria), "III.1:3 III.3:4 III.4:5 III.5:5 III.6:1 III.7:1 III.8:3");
}

static void
the_second_seed(void)
{
	const char *t = seed("../shared/seeds/003_ac96555d6c6a96af.txt");
	if (!t)
		return;
	struct outline *o = outline_read(mem, t);

	SAME(lines(o->missing), "number|date|place|signer.name");
	SAME(o->issuer, "Ủy ban nhân dân huyện Quỳnh Nhai");
	SAME(o->bases->number, "1384/QĐ-UBND");
	SAME(o->bases->date, "2022-07-12");
	SAME(o->bases->relation, "thực hiện");
	CHECK(!o->bases->next);
	SAME(o->period_from, "2021");
	SAME(o->period_to, "2025");
	CHECK(strstr(find(o->sections, "I.1~1")->text, "2121-2025") != NULL);
	int n = 0;
	for (struct line *l = o->recipients; l; l = l->next)
		n++;
	CHECK(n == 6);
	SAME(lines(o->authority), "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH");
	SAME(counts(o->criteria), "III.2.1:3 III.2.2:4 III.2.3:4 III.2.4:4 III.2.5:1 III.2.6:3");
	CHECK(strstr(find(o->sections, "III.3.3~2")->text, "Thi đua - Khen thưởng Trung") != NULL);
	SAME(find(o->sections, "III.3.1")->label, "3.1.");
	same_words(t, "Thực hiện Quyết", NULL, o);
	same_sections(o);
	labels_show(o);

	t = with(t, "- Giấy khen của", "- Bằng ghi công; \n\n- Giấy khen của");
	t = with(t, "- Hỗ trợ vốn, chia sẻ", "- Đi đầu. \n\n- Hỗ trợ vốn, chia sẻ");
	t = with(t, "số 1384/QĐ-UBND ngày 12/7/2022", "số 2/QĐ-UBND ngày 1/7/2023");
	t = with(t, "PHÓ CHỦ TỊCH  \n", "PHÓ CHỦ TỊCH  \n\nVàng Thị Mỷ\n");
	o = outline_read(mem, t);
	SAME(o->bases->number, "2/QĐ-UBND");
	SAME(o->bases->date, "2023-07-01");
	SAME(o->signer, "Vàng Thị Mỷ");
	SAME(counts(o->criteria), "III.2.1:3 III.2.2:4 III.2.3:5 III.2.4:4 III.2.5:1 III.2.6:3");
	CHECK(find(o->sections, "III.3.1~5") != NULL);
}

int
main(void)
{
	mem = mem_new();
	the_sample_is_read();
	lines_are_joined();
	the_sample_has_its_criteria();
	another_plan_gives_other_answers();
	blanks_are_not_filled();
	heads_of_other_shapes();
	bases_of_other_shapes();
	signatures_of_other_shapes();
	articles_and_chapters();
	labels_make_anchors();
	what_looks_like_a_label_and_is_none();
	page_numbers_go_and_years_stay();
	a_label_may_stand_on_two_pages();
	a_colon_ends_its_line();
	paragraphs_that_no_page_broke();
	classes_of_other_shapes();
	markdown_shows_what_is_written();
	marks_are_kept_beside_the_words();
	markdown_of_a_person();
	nothing_is_made_up();
	json_has_its_keys();
	the_first_seed();
	the_second_seed();
	large_texts_end();
	mem_free(mem);
	return done();
}
