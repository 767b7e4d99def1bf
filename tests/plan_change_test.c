/* plan_change_test.c - the life of a plan that stands: amended, corrected, replaced, recalled. */

#include "tests/scene.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_change_text.h"
#include "cgi-bin/lib/reply.h"
#include "cgi-bin/lib/zipped.h"

/* What the seed's layouts have: headings, points, letters, dashes, criteria. */
static const char text[] =
	"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \n\n"
	"TỈNH THỬ Độc lập - Tự do - Hạnh phúc \n\n"
	"Số:  07 /KH-UBND     Thử Thành, ngày  05   tháng 01 năm 2026 \n\n"
	"KẾ HOẠCH \n"
	"Phong trào thi đua “Thử cùng nhau giúp hộ nghèo” giai đoạn 2026 - 2030 \n\n"
	"I. MỤC ĐÍCH \n\n"
	"1. Làm cho mọi người hiểu rõ việc giúp hộ nghèo. \n\n"
	"2. Giảm 3% hộ nghèo mỗi năm. \n\n"
	"II. TIÊU CHUẨN THI ĐUA \n\n"
	"1. Đối với các sở, ban, ngành \n\n"
	"- Ban hành văn bản đúng hạn, đủ nội dung. \n\n"
	"- Có sáng kiến gỡ khó cho cơ sở. \n\n"
	"2. Đối với xã, phường \n\n"
	"- Có kế hoạch sát thực tế; báo cáo đúng kỳ. \n\n"
	"III. TỔ CHỨC THỰC HIỆN \n\n"
	"1. Các đơn vị báo cáo trước ngày 15 tháng 12. \n\n"
	"a) Báo cáo gửi qua cổng. \n\n"
	"b) Báo cáo gửi bằng giấy./. \n\n"
	"Nơi nhận: \n"
	"- Các xã, phường; \n"
	"- Lưu: VT, TĐKT. \n\n"
	"KT. CHỦ TỊCH \n"
	"PHÓ CHỦ TỊCH  \n\n\n"
	"Vi Thị Thử \n";

static const char *
form(const char *name, const char *value)
{
	return mem_printf(scene_mem(), "%s=%s", name, quoted(scene_mem(), value));
}

static const char *
path_of(int64_t plan, const char *rest)
{
	return mem_printf(scene_mem(), "/plan/%lld%s", (long long)plan, rest);
}

static const char *
edition_of(int64_t plan)
{
	return mem_printf(scene_mem(), "edition=%lld", (long long)look(mem_printf(scene_mem(),
	    "SELECT edition FROM plan WHERE id = %lld", (long long)plan)));
}

static struct reply
move(int64_t plan, const char *which)
{
	return ask_post(path_of(plan, "/move"), mem_printf(scene_mem(), "%s&move=%s&reason=", edition_of(plan), which));
}

/* Plan 1 of the province stands since 5/1/2026. */
static void
standing(void)
{
	fresh();
	as(person("specialist", P));
	CHECK(ask_post("/plan/add", mem_printf(scene_mem(), "unit=1&%s", form("text", text))).status == 303);
	CHECK(move(1, "record").status == 303);
}

/* A draft that changes a plan so; 0 if it is refused. */
static int64_t
begun(int64_t target, const char *kind, const char *holds)
{
	struct reply r = ask_post(path_of(target, "/change/add"), mem_printf(scene_mem(), "kind=%s&%s", kind,
	    form("holds", holds)));

	return r.status == 303 ? strtoll(leads(r) + strlen("/plan/"), NULL, 10) : 0;
}

static struct reply
wish(int64_t draft, const char *act, const char *anchor, const char *markdown)
{
	return ask_post(path_of(draft, "/change/clause"), mem_printf(scene_mem(), "%s&act=%s&%s&%s",
	    edition_of(draft), act, form("clause", anchor), form("markdown", markdown)));
}

/* It stands by that number and day, as a document of old is recorded. */
static void
recorded(int64_t draft, const char *number, const char *day)
{
	scene(mem_printf(scene_mem(), "UPDATE plan SET number = '%s', date = '%s' WHERE id = %lld", number, day,
	    (long long)draft));
	CHECK(move(draft, "record").status == 303);
}

static const char *
on(const char *day)
{
	return path_of(1, mem_printf(scene_mem(), "?on=%s", day));
}

/* I.2 says 4% since 1/6/2026. */
static int64_t
amended(void)
{
	standing();
	int64_t draft = begun(1, "amend", "1/6/2026");
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	recorded(draft, "12/KH-UBND", "2026-05-20");
	return draft;
}

/* ---- what is issued never changes ---- */

static void
the_issued_text_is_never_written(void)
{
	standing();
	const char *body = look_text("SELECT body FROM plan WHERE id = 1");
	int64_t edition = look("SELECT edition FROM plan WHERE id = 1");
	const char *rows = "SELECT group_concat(seq || anchor || parent || label || depth || text || html, '|')"
	    " FROM plan_clause WHERE plan = 1";
	const char *clauses = look_text(rows);

	int64_t draft = begun(1, "amend", "1/6/2026");
	CHECK(draft && wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	CHECK(wish(draft, "add", "I.2", "3\\. Không để tái nghèo.").status == 303);
	CHECK(wish(draft, "drop", "III.1", "").status == 303);
	recorded(draft, "12/KH-UBND", "2026-05-20");
	SAME(look_text("SELECT body FROM plan WHERE id = 1"), body);
	SAME(look_text(rows), clauses);
	CHECK(look("SELECT edition FROM plan WHERE id = 1") == edition);
	SAME(look_text("SELECT state FROM flow_case WHERE id = 1"), "issued");
	/* and the text as issued is still read */
	struct reply r = ask_get(on("31/5/2026"));
	CHECK(r.status == 200 && says(r, "Giảm 3% hộ nghèo") && !says(r, "Giảm 4%") && says(r, "Báo cáo gửi qua cổng"));
	CHECK(ask_post("/plan/1/edit", mem_printf(scene_mem(), "%s&%s", form("subject", "Tên khác"), form("body", "x"))).status == 409);
}

/* ---- the text as in force on a day ---- */

static void
a_change_holds_from_its_day_on(void)
{
	int64_t draft = amended();
	struct reply r = ask_get("/plan/1");

	CHECK(says(r, "Giảm 4% hộ nghèo") && !says(r, "Giảm 3%"));
	CHECK(says(r, "Sửa theo văn bản số 12/KH-UBND ngày 20/05/2026"));
	CHECK(says(r, "Còn hiệu lực, đã sửa đổi") && says(r, path_of(draft, "\"")));
	CHECK(says(r, "difference?from=2026-05-31&amp;to=2026-06-01"));
	r = ask_get(on("1/6/2026"));
	CHECK(says(r, "Giảm 4%") && says(r, "Đang xem nội dung có hiệu lực vào ngày"));
	r = ask_get(on("31/5/2026"));
	CHECK(says(r, "Giảm 3%") && !says(r, "Giảm 4%") && !says(r, "Sửa theo văn bản"));
	/* issued, but not yet in force */
	scene("UPDATE plan_change SET holds = '2026-12-01'");
	r = ask_get("/plan/1");
	CHECK(says(r, "Giảm 3%") && !says(r, "Giảm 4%") && !says(r, "đã sửa đổi"));
	CHECK(says(ask_get(on("1/12/2026")), "Giảm 4%"));
	CHECK(says(ask_get(path_of(draft, "")), "Chưa đến ngày có hiệu lực"));
	/* without a day of its own that of its issue */
	scene("UPDATE plan_change SET holds = NULL");
	CHECK(says(ask_get(on("20/5/2026")), "Giảm 4%") && says(ask_get(on("19/5/2026")), "Giảm 3%"));
	/* never before it, whatever is said */
	scene("UPDATE plan_change SET holds = '2026-02-01'");
	CHECK(says(ask_get(on("19/5/2026")), "Giảm 3%"));
}

static void
a_wrong_day_is_told(void)
{
	amended();
	struct reply r = ask_get(on("31/2/2026"));

	CHECK(r.status == 422 && says(r, "Ngày viết sai") && says(r, "value=\"31/2/2026\"") && says(r, "href=\"#on\""));
	CHECK(ask_get("/plan/1/print?on=x").status == 400 && ask_get("/plan/1.json?on=x").status == 400);
	CHECK(ask_get("/plan/1/print.docx?on=x").status == 400);
	CHECK(says(ask_get(on("1/1/2020")), "Vào ngày này văn bản không có hiệu lực"));
}

static void
add_text(void *of, const char *s, size_t n)
{
	const char **all = of;

	*all = mem_printf(scene_mem(), "%s%.*s", *all, (int)n, s);
}

static void
nothing(void *of, const char *name, const char **attributes)
{
	(void)of, (void)name, (void)attributes;
}

/* The words of a .docx. */
static const char *
docx_words(struct reply r)
{
	const char *all = "";
	enum zipped_fault fault;
	struct zipped *z = zipped_open(scene_mem(), r.body, r.length,
	    &(struct zipped_limits){ .entries = 20, .unpacked = 1 << 20, .deep = 60 }, &fault);

	CHECK(z && zipped_part(z, "word/document.xml", (struct zipped_listener){ .of = &all, .open = nothing, .text = add_text }));
	if (z)
		zipped_close(z);
	return all;
}

static void
paper_and_files_give_the_text_of_that_day(void)
{
	amended();
	struct reply r = ask_get("/plan/1/print");

	CHECK(says(r, "Giảm 4%") && says(r, "(Nội dung có hiệu lực vào ngày 20/11/2026, hợp nhất với văn bản số 12/KH-UBND ngày 20/05/2026)"));
	r = ask_get("/plan/1/print?on=2026-05-31");
	CHECK(says(r, "Giảm 3%") && !says(r, "hợp nhất") && says(r, "print.docx?on=31/05/2026"));
	for (int i = 0; i < 2; i++) {
		r = ask_get(i ? "/plan/1/print.docx?on=2026-05-31" : "/plan/1/print.docx");
		const char *words = r.status == 200 ? docx_words(r) : "";
		CHECK(strstr(words, i ? "Giảm 3% hộ nghèo" : "Giảm 4% hộ nghèo")
		    && !strstr(words, i ? "hợp nhất" : "Giảm 3%"));
	}
	r = ask_get("/plan/1.json");
	CHECK(says(r, "Giảm 4%") && says(r, "\"life\": \"amended\"") && says(r, "\"changed_by\": 2"));
	CHECK(says(ask_get("/plan/1.json?on=2026-05-31"), "Giảm 3%"));
}

static void
clauses_are_added_and_dropped(void)
{
	standing();
	int64_t draft = begun(1, "amend", "");

	CHECK(wish(draft, "add", "I.2", "3\\. Không để tái nghèo.").status == 303);
	CHECK(wish(draft, "add", "I.2", "4\\. Không ai bị bỏ lại.").status == 303);
	CHECK(wish(draft, "add", "II.1~2", "\\- Có mô hình hay.").status == 303);
	CHECK(wish(draft, "drop", "III.1", "").status == 303);
	/* labels make the anchors of new ones; a dash gets the next number that is free */
	SAME(look_text("SELECT group_concat(anchor || ' ' || parent || ' ' || depth, ', ') FROM plan_change_clause WHERE act = 'add'"),
	    "I.3 I 2, I.4 I 2, II.1~3 II.1 3");
	SAME(look_text("SELECT group_concat(anchor || '<' || beside, ', ') FROM plan_change_clause WHERE act = 'drop'"),
	    "III.1<, III.1.a<III.1, III.1.b<III.1");
	recorded(draft, "12/KH-UBND", "2026-05-20");
	struct reply r = ask_get("/plan/1");
	CHECK(in_order(r, "id=\"I.2\"", "id=\"I.3\"") && in_order(r, "id=\"I.3\"", "id=\"I.4\"") && in_order(r, "id=\"I.4\"", "id=\"II\""));
	CHECK(says(r, "Thêm theo văn bản số 12/KH-UBND") && says(r, "Bỏ theo văn bản số 12/KH-UBND"));
	CHECK(!says(r, "Báo cáo gửi qua cổng") && says(r, "id=\"III.1\""));
	CHECK(!says(ask_get("/plan/1/print"), "trước ngày 15"));
	CHECK(!says(ask_get("/plan/1.json"), "Báo cáo gửi qua cổng"));
	/* the next document's new clause takes what is free then, even of one that was taken */
	draft = begun(1, "amend", "");
	CHECK(wish(draft, "add", "I.2", "3\\. Một điểm ba khác.").status == 303);
	SAME(look_text("SELECT anchor FROM plan_change_clause ORDER BY plan DESC LIMIT 1"), "I.3+2");
}

static void
a_new_clause_that_is_mended_stays_in_its_place(void)
{
	standing();
	int64_t draft = begun(1, "amend", "");

	CHECK(wish(draft, "add", "I.2", "3\\. Không để tái nghèo.").status == 303);
	CHECK(wish(draft, "add", "I.2", "4\\. Không ai bị bỏ lại.").status == 303);
	CHECK(wish(draft, "replace", "I.1", "1\\. Làm cho ai cũng rõ.").status == 303);
	CHECK(wish(draft, "add", "I.3", "3\\. Không để một hộ tái nghèo.").status == 303);
	SAME(look_text("SELECT group_concat(anchor) FROM (SELECT anchor FROM plan_change_clause ORDER BY seq)"), "I.3,I.4,I.1");
	/* the document says where each stands */
	struct reply r = ask_get(path_of(draft, ""));
	CHECK(in_order(r, "Bổ sung vào ngay sau điểm I.2:", "Không để một hộ") && in_order(r, "Bổ sung vào ngay sau điểm I.3:", "Không ai bị bỏ lại"));
	r = ask_get(path_of(draft, "/change"));
	CHECK(in_order(r, "ngay sau I.2", "ngay sau I.3"));
	recorded(draft, "12/KH-UBND", "2026-05-20");
	r = ask_get("/plan/1");
	CHECK(in_order(r, "id=\"I.3\"", "id=\"I.4\"") && says(r, "Không để một hộ tái nghèo") && says(r, "Làm cho ai cũng rõ"));
}

/* What stood after it stands where it stood. */
static void
what_was_added_after_a_recalled_clause_stays(void)
{
	standing();
	int64_t one = begun(1, "amend", "");

	CHECK(wish(one, "add", "I.2", "3\\. Không để tái nghèo.").status == 303);
	recorded(one, "12/KH-UBND", "2026-05-20");
	int64_t other = begun(1, "amend", "");
	CHECK(wish(other, "add", "I.3", "4\\. Không ai bị bỏ lại.").status == 303);
	recorded(other, "13/KH-UBND", "2026-06-20");
	recorded(begun(one, "recall", ""), "14/KH-UBND", "2026-07-20");
	struct reply r = ask_get("/plan/1");
	CHECK(!says(r, "tái nghèo") && in_order(r, "id=\"I.2\"", "id=\"I.4\"") && in_order(r, "id=\"I.4\"", "id=\"II\""));
	/* where nobody knows any more after what: at the end of what it is under, or of the text */
	scene("UPDATE plan_change_clause SET beside = 'I.9' WHERE anchor = 'I.4'");
	r = ask_get("/plan/1");
	CHECK(in_order(r, "id=\"I.2\"", "id=\"I.4\"") && in_order(r, "id=\"I.4\"", "id=\"II\""));
	scene("UPDATE plan_change_clause SET parent = 'X' WHERE anchor = 'I.4'");
	CHECK(in_order(ask_get("/plan/1"), "id=\"III.1.b\"", "id=\"I.4\""));
}

/* Two drafts take the same number; who is issued later gets another. */
static void
an_anchor_is_given_once(void)
{
	standing();
	int64_t one = begun(1, "amend", ""), other = begun(1, "amend", "");

	CHECK(wish(one, "add", "I.2", "3\\. Một điểm mới.").status == 303);
	CHECK(wish(other, "add", "I.2", "3\\. Một điểm mới nữa.").status == 303);
	SAME(look_text("SELECT group_concat(anchor, ' ') FROM plan_change_clause"), "I.3 I.3");
	recorded(other, "13/KH-UBND", "2026-05-20");
	CHECK(wish(one, "add", "I.2", "4\\. Một điểm nữa.").status == 303);
	scene("UPDATE plan_change_clause SET anchor = 'I.3' WHERE anchor = 'I.3+2'");	/* as it stood before */
	scene("UPDATE plan SET body = replace(body, 'điểm I.3+2', 'điểm I.3') WHERE id = 2");
	recorded(one, "12/KH-UBND", "2026-05-21");
	SAME(look_text("SELECT group_concat(anchor, ' ') FROM (SELECT anchor FROM plan_change_clause ORDER BY plan, seq)"), "I.3+2 I.4 I.3");
	CHECK(says(ask_get(path_of(one, "")), "ngay sau điểm I.3+2:"));
	struct reply r = ask_get("/plan/1");
	CHECK(says(r, "Một điểm mới nữa") && says(r, "id=\"I.3+2\""));
}

/* What the other has put there under its number takes nothing from this one. */
static void
a_new_clause_outlives_another_of_its_number(void)
{
	static const char rows[] = "SELECT group_concat(anchor || '<' || parent || ' ' || text, '; ') FROM"
	    " (SELECT * FROM plan_change_clause WHERE plan = 2 ORDER BY seq)";

	standing();
	int64_t one = begun(1, "amend", ""), other = begun(1, "amend", "");
	CHECK(wish(one, "add", "I.2", "3\\. Một điểm mới.").status == 303);
	CHECK(wish(one, "add", "I.2", "a) Một ý.").status == 303);
	CHECK(says(ask_get(path_of(one, "")), "ngay sau điểm I.3:"));
	SAME(look_text(rows), "I.3<I Một điểm mới.; I.3.a<I.3 Một ý.");
	CHECK(wish(other, "add", "I.2", "3\\. Điểm của văn bản kia.").status == 303);
	recorded(other, "13/KH-UBND", "2026-05-20");
	struct reply r = ask_get(path_of(one, "/change"));
	CHECK(says(r, "act=add&amp;clause=I.3%2B2\"") && says(r, "Một điểm mới."));
	CHECK(says(ask_get(path_of(one, "/change/clause?act=add&clause=I.3%2B2")), "Một điểm mới."));
	r = wish(one, "add", "I.3", "4\\. Sau điểm của văn bản kia.");
	CHECK(r.status == 303);
	SAME(look_text(rows), "I.3+2<I Một điểm mới.; I.3+2.a<I.3+2 Một ý.; I.4<I Sau điểm của văn bản kia.");
	CHECK(wish(one, "replace", "I.3", "3\\. Điểm của văn bản kia, sửa.").status == 303);
	CHECK(ask_post(path_of(one, "/change/drop"), mem_printf(scene_mem(), "%s&clause=I.3", edition_of(one))).status == 303);
	CHECK(wish(one, "add", "I.3+2", "3\\. Một điểm mới, sửa lại.").status == 303);
	CHECK(ask_post(path_of(one, "/change/drop"), mem_printf(scene_mem(), "%s&clause=I.4", edition_of(one))).status == 303);
	SAME(look_text(rows), "I.3+2<I Một điểm mới, sửa lại.; I.3+2.a<I.3+2 Một ý.");
	CHECK(says(ask_get(path_of(one, "")), "ngay sau điểm I.3+2:"));	/* not as if a person had written it */
	recorded(one, "12/KH-UBND", "2026-05-21");
	r = ask_get("/plan/1");
	CHECK(in_order(r, "id=\"I.3+2\"", "id=\"I.3+2.a\"") && says(r, "Điểm của văn bản kia"));
}

/* Of two that say what a clause is, the later holds. */
static void
the_later_change_holds(void)
{
	amended();
	int64_t next = begun(1, "amend", "1/9/2026");

	CHECK(says(ask_get(path_of(next, "/change/clause?act=replace&clause=I.2")), ">2. Giảm 4% hộ nghèo"));
	CHECK(wish(next, "replace", "I.2", "2\\. Giảm 5% hộ nghèo mỗi năm.").status == 303);
	recorded(next, "20/KH-UBND", "2026-08-20");
	CHECK(says(ask_get("/plan/1"), "Giảm 5%") && says(ask_get(on("31/8/2026")), "Giảm 4%"));
	CHECK(says(ask_get(on("31/5/2026")), "Giảm 3%"));
	/* once the second is recalled, the first holds again */
	int64_t recall = begun(next, "recall", "1/11/2026");
	CHECK(recall);
	recorded(recall, "25/KH-UBND", "2026-10-20");
	CHECK(says(ask_get("/plan/1"), "Giảm 4%") && says(ask_get(on("31/10/2026")), "Giảm 5%"));
	CHECK(says(ask_get(path_of(next, "")), "Bị thu hồi từ ngày 01/11/2026"));
	CHECK(says(ask_get("/plan/1"), "đến 31/10/2026") && !says(ask_get("/plan/1"), "trước khi có hiệu lực"));
	/* from the same day on */
	int64_t never = begun(1, "amend", "1/11/2026");
	CHECK(wish(never, "replace", "I.2", "2\\. Giảm 7% hộ nghèo mỗi năm.").status == 303);
	recorded(never, "26/KH-UBND", "2026-10-21");
	recorded(begun(never, "recall", "1/11/2026"), "27/KH-UBND", "2026-10-22");
	CHECK(says(ask_get("/plan/1"), "đã thu hồi trước khi có hiệu lực") && !says(ask_get("/plan/1"), "Giảm 7%"));
	CHECK(says(ask_get(path_of(never, "")), "đã thu hồi trước khi có hiệu lực"));
}

static void
a_correction_stands_beside_the_text(void)
{
	standing();
	int64_t draft = begun(1, "correct", "");

	CHECK(wish(draft, "add", "I.2", "3\\. Một điểm mới.").status == 422);
	CHECK(wish(draft, "drop", "I.2", "").status == 422);
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 3 điểm phần trăm hộ nghèo mỗi năm.").status == 303);
	CHECK(says(ask_get(path_of(draft, "")), "Đính chính điểm I.2, đọc là:"));
	recorded(draft, "55/UBND-NC", "2026-03-01");
	struct reply r = ask_get("/plan/1");
	CHECK(says(r, "Giảm 3% hộ nghèo") && says(r, "Đính chính theo văn bản số 55/UBND-NC ngày 01/03/2026"));
	CHECK(in_order(r, "Giảm 3% hộ nghèo", "Giảm 3 điểm phần trăm") && !says(r, "đã sửa đổi"));
	CHECK(!says(ask_get(on("28/2/2026")), "Giảm 3 điểm phần trăm"));
	r = ask_get("/plan/1/print");
	CHECK(in_order(r, "Giảm 3% hộ nghèo", "Giảm 3 điểm phần trăm") && !says(r, "hợp nhất"));
	CHECK(says(ask_get("/plan/1/difference"), "Nội dung hai ngày như nhau"));
}

/* A correction tells how words are read that were there: of words that took their place it says nothing. */
static void
a_correction_goes_with_the_words_it_corrects(void)
{
	standing();
	int64_t draft = begun(1, "correct", ""), body;

	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 3 điểm phần trăm hộ nghèo mỗi năm.").status == 303);
	recorded(draft, "55/UBND-NC", "2026-03-01");
	/* what is to replace the plan begins with the right words */
	body = begun(1, "replace", "");
	CHECK(look(mem_printf(scene_mem(), "SELECT instr(body, 'Giảm 3 điểm phần trăm') > 0 AND instr(body, 'Giảm 3%%') = 0 FROM plan WHERE id = %lld",
	    (long long)body)) == 1);
	draft = begun(1, "amend", "1/6/2026");
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	recorded(draft, "12/KH-UBND", "2026-05-20");
	static const char *const faces[] = { "/plan/1", "/plan/1/print", "/plan/1/print?on=2026-05-31", "/plan/1?on=31/5/2026" };
	for (int i = 0; i < 4; i++) {
		struct reply r = ask_get(faces[i]);
		CHECK(says(r, "Đính chính theo văn bản số 55/UBND-NC") == (i > 1) && says(r, "Giảm 3 điểm phần trăm") == (i > 1));
	}
	CHECK(!strstr(docx_words(ask_get("/plan/1/print.docx")), "phần trăm"));
	/* one that was issued after that amendment stands beside its words */
	draft = begun(1, "correct", "");
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4 điểm phần trăm hộ nghèo mỗi năm.").status == 303);
	recorded(draft, "66/UBND-NC", "2026-07-01");
	CHECK(says(ask_get("/plan/1"), "Giảm 4 điểm phần trăm"));
	draft = begun(1, "amend", "1/9/2026");
	CHECK(wish(draft, "drop", "I.2", "").status == 303);
	recorded(draft, "13/KH-UBND", "2026-08-20");
	CHECK(!says(ask_get("/plan/1"), "Đính chính theo"));
}

/* ---- the difference ---- */

static void
two_days_are_compared_word_by_word(void)
{
	int64_t draft = amended();
	struct reply r = ask_get("/plan/1/difference?from=2026-05-31&to=2026-06-01");

	CHECK(r.status == 200 && says(r, "Giảm <del>3</del> <ins>4</ins>% hộ nghèo mỗi năm."));
	CHECK(says(r, "Sửa: I.2") && !says(r, "Làm cho mọi người") && says(r, path_of(draft, "\"")));
	CHECK(says(ask_get("/plan/1/difference"), "<ins>4</ins>"));
	CHECK(says(ask_get("/plan/1/difference?from=1/2/2026&to=3/3/2026"), "Nội dung hai ngày như nhau"));
	r = ask_get("/plan/1/difference?from=1/7/2026&to=3/3/2026");
	CHECK(r.status == 422 && says(r, "Sớm hơn ngày thứ nhất"));
	CHECK(ask_get("/plan/1/difference?from=x").status == 422);
	CHECK(ask_get("/plan/9/difference").status == 404);
	/* of a draft there is none, for nobody */
	CHECK(ask_get(path_of(begun(1, "amend", ""), "/difference")).status == 404);
	draft = begun(1, "amend", "");
	wish(draft, "drop", "III.1", "");
	wish(draft, "add", "I.1", "1a\\. Một điểm mới.");
	recorded(draft, "14/KH-UBND", "2026-07-01");
	r = ask_get("/plan/1/difference?from=2026-06-30&to=2026-07-01");
	CHECK(says(r, "Bỏ: III.1.a") && says(r, "<del>a) Báo cáo gửi qua cổng.</del>") && says(r, "<ins>1a. Một điểm mới.</ins>"));
	as(0);
	CHECK(ask_get("/plan/1/difference").status == 200);
}

/* A decision of articles is cited as its readers do, not by anchors. */
static void
a_clause_of_an_article_is_cited_from_the_inside_out(void)
{
	static const char decision[] = "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \n\n"
	    "TỈNH THỬ Độc lập - Tự do - Hạnh phúc \n\nSố:  09 /QĐ-UBND     Thử Thành, ngày  05   tháng 01 năm 2026 \n\n"
	    "QUYẾT ĐỊNH \nVề việc phát động phong trào Thử\n\nĐiều 1. Phát động phong trào.\n\n"
	    "1. Nội dung thi đua:\n\na) Giúp hộ nghèo.\n\n- Mỗi xã một việc.\n\nđ) Góp ngày công.\n\n2. Thời gian ba năm.\n\n"
	    "Điều 2. Các xã thi hành.\n\nNơi nhận:\n- Các xã;\n- Lưu: VT.\n\n"
	    "KT. CHỦ TỊCH \nPHÓ CHỦ TỊCH  \n\n\nVi Thị Thử \n";

	fresh();
	as(person("specialist", P));
	CHECK(ask_post("/plan/add", mem_printf(scene_mem(), "unit=1&%s", form("text", decision))).status == 303);
	CHECK(move(1, "record").status == 303);
	int64_t draft = begun(1, "amend", "");
	CHECK(wish(draft, "replace", "D1.1.đ", "đ) Góp hai ngày công.").status == 303);
	CHECK(wish(draft, "replace", "D1.2", "2\\. Thời gian bốn năm.").status == 303);
	CHECK(wish(draft, "replace", "D1.1.a~1", "- Mỗi xã hai việc.").status == 303);
	CHECK(wish(draft, "replace", "D2", "**Điều 2.** Các xã, phường thi hành.").status == 303);
	struct reply r = ask_get(path_of(draft, ""));
	CHECK(says(r, "Sửa đổi điểm đ khoản 1 Điều 1 như sau:"));
	CHECK(says(r, "Sửa đổi khoản 2 Điều 1 như sau:"));
	CHECK(says(r, "Sửa đổi điểm a khoản 1 Điều 1 (ý thứ 1) như sau:"));
	CHECK(says(r, "Sửa đổi Điều 2 như sau:") && !says(r, "điểm D"));
	draft = begun(1, "amend", "");
	CHECK(wish(draft, "drop", "D1.1", "").status == 303 && wish(draft, "drop", "D2", "").status == 303);
	r = ask_get(path_of(draft, ""));
	CHECK(says(r, "Bỏ khoản 1 Điều 1 và các điểm thuộc khoản này.") && says(r, "Bỏ Điều 2."));
	draft = begun(1, "amend", "");
	CHECK(wish(draft, "drop", "D1", "").status == 303);
	CHECK(says(ask_get(path_of(draft, "")), "Bỏ Điều 1 và các khoản, điểm của Điều này."));
}

/* ---- replaced, recalled ---- */

/* Nobody would be reminded of them: those of the old one ask for nothing from that day on.  What was
 * done while it was a draft is done. */
static void
a_replacement_takes_along_the_dates_to_come(void)
{
	standing();
	scene("INSERT INTO plan_date (id, plan, kind, day, anchor, text, done) VALUES"
	    " (1, 1, 'midterm', '2026-01-12', 'I.2', '', '2026-01-12'), (2, 1, 'final', '2030-12-12', 'I.2', 'Tổng kết', NULL),"
	    " (3, 1, 'other', '2026-09-12', '', 'Quá hạn', NULL), (4, 1, 'other', '2026-12-12', '', 'Họp', NULL),"
	    " (5, 1, 'other', '2026-12-13', '', 'Đã có', NULL)");
	int64_t next = begun(1, "replace", "1/12/2026");
	CHECK(look("SELECT count(*) FROM plan_date") == 5);
	scene(mem_printf(scene_mem(), "UPDATE plan_date SET done = '2026-11-01' WHERE id = 4;"
	    "INSERT INTO plan_date (plan, kind, day, anchor, text) VALUES (%lld, 'other', '2026-12-13', '', 'Đã có')", (long long)next));
	recorded(next, "30/KH-UBND", "2026-11-20");
	SAME(look_text(mem_printf(scene_mem(), "SELECT group_concat(kind || day || text || coalesce(done, '')) FROM (SELECT * FROM plan_date"
	    " WHERE plan = %lld ORDER BY day)", (long long)next)), "other2026-09-12Quá hạn,other2026-12-13Đã có,final2030-12-12Tổng kết");
	/* what lies before the new one's issue is still to be told as done */
	int64_t late = look(mem_printf(scene_mem(), "SELECT id FROM plan_date WHERE plan = %lld AND text = 'Quá hạn'", (long long)next));
	struct reply r = ask_post(path_of(next, mem_printf(scene_mem(), "/date/%lld", (long long)late)),
	    with("edition=1|kind=other|day=12/9/2026|anchor=|text=Quá hạn|done=15/11/2026"));
	CHECK(r.status == 303);
	CHECK(ask_post(path_of(next, mem_printf(scene_mem(), "/date/%lld", (long long)late)),
	    with("edition=2|kind=other|day=11/9/2026|anchor=|text=Quá hạn|done=15/11/2026")).status == 422);
	CHECK(begun(next, "amend", "") && look("SELECT count(*) FROM plan_date") == 8);
}

static void
a_recalled_plan_says_so_and_is_in_force_no_more(void)
{
	standing();
	int64_t draft = begun(1, "recall", "1/10/2026");
	struct reply r = ask_get(path_of(draft, ""));

	CHECK(says(r, "Thu hồi") && says(r, "thôi thực hiện từ ngày 01/10/2026"));
	CHECK(look("SELECT count(*) FROM plan_recipient WHERE plan = 2") == look("SELECT count(*) FROM plan_recipient WHERE plan = 1"));
	/* of a draft nobody is told who may not see it */
	as(0);
	CHECK(!says(ask_get("/plan/1"), "thu hồi") && !says(ask_get("/plan/1"), path_of(draft, "")));
	as(person("council", P));
	CHECK(!says(ask_get("/plan/1"), path_of(draft, "\"")));
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/1"), path_of(draft, "\"")));
	recorded(draft, "30/KH-UBND", "2026-09-20");
	as(0);
	r = ask_get("/plan/1");
	CHECK(says(r, "Đã bị thu hồi") && says(r, "<h2>Bị thu hồi từ ngày 01/10/2026</h2>") && says(r, path_of(draft, "\"")));
	SAME(look_text("SELECT last_day FROM plan_force WHERE plan = 1"), "2026-09-30");
	CHECK(!says(ask_get("/plan?force=1/10/2026"), "Thử cùng nhau"));
	CHECK(says(ask_get("/plan?force=30/9/2026"), "Thử cùng nhau"));
	CHECK(says(ask_get("/plan"), "Đã bị thu hồi"));
	/* nothing more is changed of it */
	as(person("specialist", P));
	CHECK(!begun(1, "amend", "") && !begun(1, "replace", "") && !begun(draft, "recall", ""));
	r = ask_post("/plan/1/change/add", "kind=amend&holds=");
	CHECK(r.status == 422 && says(r, "Bị thu hồi từ ngày 01/10/2026"));
	CHECK(!says(ask_get("/plan/1"), "/change/add?kind="));
}

static void
a_replaced_plan_leads_to_what_replaced_it(void)
{
	amended();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (90, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (90, 90, 1, '01/KH-UBND', '2025-12-01', 'Trên');"
	    "INSERT INTO plan_above VALUES (1, 90, 1)");
	int64_t draft = begun(1, "replace", "");

	/* it stands where that one stood */
	CHECK(draft == 91 && look("SELECT ancestor FROM plan_above WHERE plan = 91") == 90);
	/* it begins with the text as in force, and the criteria */
	CHECK(says(ask_get(path_of(draft, "")), "Giảm 4% hộ nghèo") && ask_get(path_of(draft, "/change")).status == 200);
	CHECK(look("SELECT count(*) FROM plan_class WHERE plan = 91") == 2);
	recorded(draft, "31/KH-UBND", "2026-10-01");
	struct reply r = ask_get("/plan/1");
	CHECK(says(r, "Đã bị thay thế") && says(r, "Bị thay thế từ ngày 01/10/2026") && says(r, "Kế hoạch số 31/KH-UBND ngày 01/10/2026"));
	SAME(look_text("SELECT first_day || last_day || own FROM plan_force WHERE plan = 91"), "2026-10-012030-12-311");
	SAME(look_text("SELECT last_day FROM plan_force WHERE plan = 1"), "2026-09-30");
	/* what only changes another is no movement of its own */
	CHECK(look("SELECT own FROM plan_force WHERE plan = 2") == 0);
	CHECK(look("SELECT count(*) FROM plan_class WHERE plan = 2") == 0);
	/* the day before its own: it ends when it began */
	scene("UPDATE plan SET period_to = '2026-06' WHERE 0; UPDATE plan SET period_to = '2026-08-31' WHERE id = 1");
	SAME(look_text("SELECT last_day FROM plan_force WHERE plan = 1"), "2026-08-31");
}

/* It never held: what it was to replace goes on. */
static void
a_replacement_recalled_before_it_held_ends_nothing(void)
{
	static const char last[] = "SELECT last_day FROM plan_force WHERE plan = 1";

	standing();
	int64_t next = begun(1, "replace", "1/12/2026");
	recorded(next, "31/KH-UBND", "2026-10-20");
	SAME(look_text(last), "2026-11-30");
	scene("INSERT INTO plan_date (id, plan, kind, day, anchor, text) VALUES (1, 1, 'midterm', '2026-12-12', '', '');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (90, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (90, 90, 1, '09/KH-UBND', '2026-02-01', 'Liên quan');"
	    "INSERT INTO plan_tie (plan, seq, relation, name, anchor, other) SELECT 90, 1, relation, 'Giúp nhau', '', 1 FROM plan_tie_kind LIMIT 1");
	SAME(look_text("SELECT until FROM plan_date_deadline"), "2026-11-30");
	recorded(begun(next, "recall", "1/11/2026"), "32/KH-UBND", "2026-10-25");
	SAME(look_text(last), "2030-12-31");
	SAME(look_text("SELECT until FROM plan_date_deadline"), "9999-12-31");
	scene("UPDATE plan_change SET holds = '2026-11-10' WHERE kind = 'replace'; UPDATE plan SET date = '2026-11-10' WHERE number = '31/KH-UBND'");
	CHECK(!says(ask_get("/plan/90"), "Bị thay thế"));	/* a movement tied to it */
	scene("UPDATE plan_change SET holds = '2026-11-12' WHERE kind = 'recall'");
	CHECK(says(ask_get("/plan/90"), "Bị thay thế"));
	scene("UPDATE plan_change SET holds = '2026-12-01' WHERE kind = 'replace'; UPDATE plan SET date = '2026-10-20' WHERE number = '31/KH-UBND';"
	    "UPDATE plan_change SET holds = '2026-11-01' WHERE kind = 'recall'");
	struct reply r = ask_get("/plan/1");
	CHECK(says(r, "Còn hiệu lực") && !says(r, "Bị thay thế") && says(r, "đã thu hồi trước khi có hiệu lực"));
	CHECK(says(ask_get(path_of(next, "")), "đã thu hồi trước khi có hiệu lực"));
	CHECK(begun(1, "amend", "") && says(ask_get("/plan?force=15/12/2026"), "Thử cùng nhau"));
	/* recalled on its first day it has not held either; once it held it has ended the other for good */
	scene("UPDATE plan_change SET holds = '2026-12-01' WHERE kind = 'recall'");
	SAME(look_text(last), "2030-12-31");
	scene("UPDATE plan_change SET holds = '2026-12-02' WHERE kind = 'recall'");
	SAME(look_text(last), "2026-11-30");
	CHECK(says(ask_get("/plan/1"), "Bị thay thế từ ngày 01/12/2026") && !begun(1, "amend", ""));
}

static void
a_basis_in_force_no_more_is_told(void)
{
	standing();
	as(person("specialist", A));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (90, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES (90, 90, 2, '03/KH-UBND', '2026-02-01', 'UBND xã', 'Kế hoạch xã');"
	    "INSERT INTO plan_basis VALUES (90, 1, 'căn cứ', 'Kế hoạch', '7/KH-UBND', '2026-01-05', 'Căn cứ Kế hoạch số 07/KH-UBND;'),"
	    " (90, 2, 'căn cứ', 'Kế hoạch', '07/KH-UBND', '2026-01-06', 'Căn cứ văn bản ngày khác;')");
	struct reply r = ask_get("/plan/90");
	CHECK(says(r, "<a href=\"/plan/1\"><i>Căn cứ Kế hoạch số 07/KH-UBND;</i></a>") && !says(r, "Bị thu hồi"));
	CHECK(says(r, "<p><i>Căn cứ văn bản ngày khác;</i></p>"));
	as(person("specialist", P));
	recorded(begun(1, "recall", "1/10/2026"), "30/KH-UBND", "2026-09-20");
	CHECK(says(ask_get("/plan/90"), "07/KH-UBND;</i></a> <span class=\"tag none\">Bị thu hồi từ ngày 01/10/2026</span>"));
	scene("UPDATE plan_change SET holds = '2026-12-01'");
	CHECK(!says(ask_get("/plan/90"), "Bị thu hồi"));
	/* a basis that only stands in a draft is none that is held */
	scene("UPDATE flow_case SET state = 'draft' WHERE id = 1");
	CHECK(!says(ask_get("/plan/90"), "href=\"/plan/1\""));
}

/* Numbers are each unit's own: of two by one number and day it is that of the issuer, or of whom he
 * answers to. */
static void
a_basis_is_of_ones_own_or_of_those_above(void)
{
	standing();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (90, 'plan', 2, 'issued', 0), (91, 'plan', 3, 'issued', 0),"
	    " (92, 'plan', 4, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES"
	    " (90, 90, 2, '03/KH-UBND', '2026-02-01', 'UBND xã An', 'Kế hoạch xã'),"
	    " (91, 91, 3, '09/KH-UBND', '2026-02-03', 'UBND xã Bình', 'Kế hoạch xã khác'),"
	    " (92, 92, 4, '05/KH-UBND', '2026-03-01', 'Bản', 'Kế hoạch bản');"
	    "INSERT INTO plan_basis VALUES (90, 1, 'căn cứ', 'Kế hoạch', '9/KH-UBND', '2026-02-03', 'Căn cứ Kế hoạch số 09;'),"
	    " (92, 1, 'căn cứ', 'Kế hoạch', '07/KH-UBND', '2026-01-05', 'Căn cứ Kế hoạch số 07;')");
	CHECK(says(ask_get("/plan/90"), "Căn cứ Kế hoạch số 09;") && !says(ask_get("/plan/90"), "href=\"/plan/91\""));
	CHECK(says(ask_get("/plan/92"), "<a href=\"/plan/1\">"));
	/* the commune's bears the same number and day: nobody knows which is meant */
	scene("UPDATE plan SET number = '07/KH-UBND', date = '2026-01-05' WHERE id = 90");
	struct reply r = ask_get("/plan/92");
	CHECK(!says(r, "href=\"/plan/1\"") && !says(r, "href=\"/plan/90\""));
	/* its own it means itself */
	scene("UPDATE plan SET unit = 4 WHERE id = 90");
	CHECK(says(ask_get("/plan/92"), "<a href=\"/plan/90\">"));
	/* one that stood above it on the day of the basis, and does no more */
	scene("UPDATE plan SET unit = 3 WHERE id = 90; UPDATE unit_under SET valid_to = '2026-02-15' WHERE ancestor = 1 AND unit = 4");
	CHECK(says(ask_get("/plan/92"), "<a href=\"/plan/1\">"));
	scene("UPDATE unit_under SET valid_to = '2025-12-31' WHERE ancestor = 1 AND unit = 4");
	CHECK(!says(ask_get("/plan/92"), "href=\"/plan/1\""));
}

/* ---- refusals ---- */

static void
who_may_not_draft_there_changes_nothing(void)
{
	int64_t draft;

	standing();
	draft = begun(1, "amend", "");
	as(person("specialist", A));
	CHECK(ask_get("/plan/1/change/add").status == 404 && !begun(1, "amend", ""));
	CHECK(ask_post("/plan/1/change/add", "kind=amend").status == 404);
	CHECK(ask_get(path_of(draft, "/change")).status == 404 && wish(draft, "drop", "I.2", "").status == 404);
	CHECK(ask_post(path_of(draft, "/change"), "holds=").status == 404);
	CHECK(ask_post(path_of(draft, "/change/drop"), "clause=I.2").status == 404);
	as(person("council", P));
	CHECK(ask_post("/plan/1/change/add", "kind=amend").status == 403);
	as(person("unit_officer", A));	/* drafts for his own unit alone */
	CHECK(ask_post("/plan/1/change/add", "kind=amend").status == 404);
	as(person("specialist", P));
	CHECK(look("SELECT count(*) FROM plan_change") == 1 && look("SELECT count(*) FROM plan_change_clause") == 0);
	/* a draft is not amended, what stands has no changes to prepare, a plan of its own neither */
	CHECK(ask_get(path_of(draft, "/change/add")).status == 404 && ask_get("/plan/1/change").status == 409);
	CHECK(ask_post("/plan/add", mem_printf(scene_mem(), "unit=1&%s", form("text", text))).status == 303);
	CHECK(ask_get("/plan/3/change").status == 404);
	/* nor of a unit beside, by a specialist who may draft there */
	as(person("specialist", B));
	CHECK(ask_get("/plan/1/change/add").status == 404);
}

static void
days_and_kinds_are_checked(void)
{
	standing();
	CHECK(!begun(1, "amend", "4/1/2026") && !begun(1, "amend", "31/2/2026") && !begun(1, "x", "") && !begun(1, "", ""));
	struct reply r = ask_post("/plan/1/change/add", "kind=amend&holds=4%2F1%2F2026");
	CHECK(r.status == 422 && says(r, "Sớm hơn ngày ban hành của văn bản được sửa") && says(r, "value=\"4/1/2026\""));
	int64_t draft = begun(1, "amend", "1/6/2026");
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	/* it is issued after the day from which it should hold */
	scene("UPDATE plan SET number = '12/KH-UBND', date = '2026-06-02' WHERE id = 2");
	r = move(draft, "record");
	CHECK(r.status == 422 && says(r, "Văn bản có hiệu lực từ 01/06/2026, sớm hơn ngày ban hành"));
	r = ask_post(path_of(draft, "/change"), mem_printf(scene_mem(), "%s&%s", edition_of(draft), form("holds", "1/6/2026")));
	CHECK(r.status == 422 && says(r, "Sớm hơn ngày ban hành của dự thảo"));
	CHECK(ask_post(path_of(draft, "/change"), mem_printf(scene_mem(), "%s&%s", edition_of(draft), form("holds", "1/7/2026"))).status == 303);
	CHECK(says(ask_get(path_of(draft, "")), "có hiệu lực từ ngày 01/07/2026"));
	CHECK(move(draft, "record").status == 303);
	/* without a day it cannot hold */
	r = ask_post("/plan/1/change/add", "kind=recall");	/* nothing to prepare clause by clause */
	draft = strtoll(leads(r) + strlen("/plan/"), NULL, 10);
	SAME(leads(r), path_of(draft, ""));
	r = ask_post(path_of(draft, "/move"), mem_printf(scene_mem(), "%s&move=record_incomplete&reason=x", edition_of(draft)));
	CHECK(r.status == 422 && says(r, "phải có ngày ban hành"));
}

static void
a_clerk_issues_it_not_after_its_day(void)
{
	standing();
	int64_t draft = begun(1, "amend", "20/11/2026");

	CHECK(move(draft, "submit").status == 422);	/* nothing is changed yet */
	CHECK(says(move(draft, "submit"), "Chưa có thay đổi nào"));
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	scene("UPDATE plan_change SET holds = '2026-11-19'");
	CHECK(says(move(draft, "submit"), "Ngày 19/11/2026 đã qua mà văn bản chưa ban hành"));
	scene("UPDATE plan_change SET holds = '2026-11-20'");
	CHECK(move(draft, "submit").status == 303);
	scene("UPDATE plan_change SET holds = '2026-11-19'");	/* as if it had waited */
	CHECK(ask_get(path_of(draft, "/change")).status == 409 && wish(draft, "drop", "I.1", "").status == 409);
	as(person("signer", P));
	CHECK(move(draft, "approve").status == 303);
	CHECK(says(ask_get(path_of(draft, "")), "Đã duyệt, chờ cấp số"));
	as(person("clerk", P));
	const char *fields = "number=40%2FKH-UBND&date=20%2F11%2F2026&place=Th%E1%BB%AD&signer_name=Vi";
	struct reply r = ask_post(path_of(draft, "/issue"), fields);
	CHECK(r.status == 422 && says(r, "sớm hơn ngày ban hành"));
	scene("UPDATE plan_change SET holds = NULL");
	CHECK(ask_post(path_of(draft, "/issue"), fields).status == 303);
	SAME(look_text("SELECT first_day FROM plan_change_force"), "2026-11-20");
}

static void
what_cannot_be_changed_is_refused(void)
{
	standing();
	int64_t draft = begun(1, "amend", "");
	struct reply r;

	CHECK(wish(draft, "replace", "IX.9", "9\\. Không có.").status == 422);
	r = wish(draft, "add", "IX.9", "9\\. Không có.");
	CHECK(r.status == 422 && says(r, "Kế hoạch không có điểm này"));
	CHECK(ask_get(path_of(draft, "/change/clause?act=add&clause=IX.9")).status == 422);
	CHECK(wish(draft, "burn", "I.2", "x").status == 422);
	r = wish(draft, "replace", "I.2", "");
	CHECK(r.status == 422 && says(r, "Cần ghi nội dung mới") && says(r, "href=\"#markdown\""));
	CHECK(says(wish(draft, "replace", "I.2", "2\\. Giảm 3% hộ nghèo mỗi năm."), "giống hệt nội dung hiện nay"));
	r = wish(draft, "replace", "I.2", "2\\. Một việc.\n\n3\\. Hai việc.");
	CHECK(r.status == 422 && says(r, "Đây là nhiều điểm") && says(r, "3\\. Hai việc."));
	char *long_one = mem_take(scene_mem(), 65600 + 1);
	memset(long_one, 'a', 65600);
	r = wish(draft, "replace", "I.2", long_one);
	CHECK(r.status == 422 && says(r, "40.000 ký tự"));
	CHECK(look("SELECT count(*) FROM plan_change_clause") == 0);
	/* dropped is dropped, by this draft and by what stands; with it what is under it */
	CHECK(wish(draft, "drop", "III.1", "").status == 303);
	CHECK(says(wish(draft, "drop", "III.1", ""), "Dự thảo này đã bỏ điểm này"));
	CHECK(says(wish(draft, "replace", "III.1.a", "a) Khác."), "bị bỏ cùng điểm ở trên nó"));
	CHECK(wish(draft, "add", "III.1", "2\\. Khác.").status == 422);
	CHECK(ask_post(path_of(draft, "/change/drop"), mem_printf(scene_mem(), "%s&clause=III.1.a", edition_of(draft))).status == 404);
	int64_t other = begun(1, "amend", "");
	CHECK(wish(other, "drop", "III.1.a", "").status == 303);
	CHECK(wish(other, "add", "III.1.b", "c) Một điểm.").status == 303);
	CHECK(says(wish(other, "drop", "III.1", ""), "điểm mới đặt sau điểm này"));
	recorded(draft, "12/KH-UBND", "2026-05-20");
	CHECK(says(wish(other, "drop", "III.1.b", ""), "đã bị bỏ theo văn bản khác"));
	r = move(other, "record");
	CHECK(r.status == 422 && says(r, "không còn trong văn bản vào ngày có hiệu lực"));
}

static void
an_old_page_changes_nothing(void)
{
	standing();
	int64_t draft = begun(1, "amend", "");
	const char *old = edition_of(draft);

	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	struct reply r = ask_post(path_of(draft, "/change/clause"), mem_printf(scene_mem(), "%s&act=replace&clause=I.2&%s", old,
	    form("markdown", "2\\. Giảm 9% hộ nghèo mỗi năm.")));
	CHECK(r.status == 422 && says(r, "Trang đã cũ") && says(r, "Giảm 9%"));
	CHECK(ask_post(path_of(draft, "/change/drop"), mem_printf(scene_mem(), "%s&clause=I.2", old)).status == 422);
	CHECK(ask_post(path_of(draft, "/change"), mem_printf(scene_mem(), "%s&holds=1/6/2026", old)).status == 422);
	SAME(look_text("SELECT text FROM plan_change_clause"), "Giảm 4% hộ nghèo mỗi năm.");
	CHECK(look("SELECT holds IS NULL FROM plan_change") == 1);
}

/* ---- the draft ---- */

static void
a_change_is_taken_back_while_it_is_a_draft(void)
{
	standing();
	int64_t draft = begun(1, "amend", "");

	CHECK(wish(draft, "drop", "III.1", "").status == 303);
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	CHECK(look("SELECT count(*) FROM plan_change_clause") == 4);
	struct reply r = ask_get(path_of(draft, "/change"));
	CHECK(says(r, "Bỏ: III.1") && says(r, "Sửa: I.2") && says(r, "Giảm 4%") && says(r, "giữ nguyên"));
	CHECK(ask_post(path_of(draft, "/change/drop"), mem_printf(scene_mem(), "%s&clause=III.1", edition_of(draft))).status == 303);
	CHECK(ask_post(path_of(draft, "/change/drop"), mem_printf(scene_mem(), "%s&clause=III.1", edition_of(draft))).status == 404);
	SAME(look_text("SELECT group_concat(anchor) FROM plan_change_clause"), "I.2");
	/* a number or a dash in front stays what it is, typed with its stroke or without */
	CHECK(wish(draft, "replace", "II.1~1", "- Ban hành văn bản đủ.").status == 303);
	SAME(look_text("SELECT label || text || html FROM plan_change_clause WHERE anchor = 'II.1~1'"),
	    "-Ban hành văn bản đủ.<p>- Ban hành văn bản đủ.</p>\n");
	CHECK(says(ask_get(path_of(draft, "/change/clause?act=replace&clause=II.1~1")), ">- Ban hành văn bản đủ."));
	CHECK(ask_post(path_of(draft, "/change/drop"), mem_printf(scene_mem(), "%s&clause=II.1~1", edition_of(draft))).status == 303);
	CHECK(wish(draft, "replace", "I.2", "2. Giảm 5% hộ nghèo mỗi năm.").status == 303);
	SAME(look_text("SELECT label || html FROM plan_change_clause"), "2.<p>2. Giảm 5% hộ nghèo mỗi năm.</p>\n");
	CHECK(wish(draft, "replace", "I.2", "2. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	/* mended once more: one row */
	CHECK(says(ask_get(path_of(draft, "/change/clause?act=replace&clause=I.2")), ">2. Giảm 4%"));
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 6% hộ nghèo mỗi năm.").status == 303);
	SAME(look_text("SELECT label || text FROM plan_change_clause"), "2.Giảm 6% hộ nghèo mỗi năm.");
	/* the clauses are found by words without marks, and by their place */
	r = ask_get(path_of(draft, "/change?q=ho+ngheo"));
	CHECK(says(r, "act=replace&amp;clause=I.2\"") && !says(r, "clause=III.1.b"));
	CHECK(says(ask_get(path_of(draft, "/change?q=iii.1.b")), "clause=III.1.b"));
	CHECK(says(ask_get(path_of(draft, "/change?q=II.1%2C+%C3%BD+2")), "clause=II.1~2"));	/* as it is shown */
	r = ask_get(path_of(draft, "/change?q=II.1"));		/* and what is under it */
	CHECK(says(r, "clause=II.1\"") && says(r, "clause=II.1~2") && !says(r, "clause=II.2") && !says(r, "clause=III.1\""));
	/* a new one too */
	CHECK(wish(draft, "add", "I.2", "3\\. Điểm mới.").status == 303);
	CHECK(wish(draft, "add", "I.3", "3\\. Điểm mới, sửa lại.").status == 303);
	SAME(look_text("SELECT group_concat(anchor || text, '|') FROM plan_change_clause WHERE act = 'add'"), "I.3Điểm mới, sửa lại.");
}

/* The plan is cited by what headed it, not in a head's capitals. */
static void
the_issuer_is_cited_by_its_name(void)
{
	standing();
	CHECK(begun(1, "recall", "1/6/2026") == 2);
	CHECK(says(ask_get(path_of(2, "")), " của UBND tỉnh Thử về"));
	scene("UPDATE unit_name SET name = 'Tỉnh Thử', name_plain = 'tinh thu' WHERE unit = 1");
	CHECK(begun(1, "recall", "1/6/2026") == 3);
	CHECK(says(ask_get(path_of(3, "")), " của Ủy ban nhân dân Tỉnh Thử về"));
	/* it has been called otherwise since, and of no day by its last name */
	scene("UPDATE unit_name SET valid_to = '2026-05-31' WHERE unit = 1;"
	    "INSERT INTO unit_name (unit, name, name_key, name_plain, kind, valid_from, valid_to)"
	    " VALUES (1, 'Tỉnh Mới', '01', 'tinh moi', 'province', '2026-06-01', '9999-12-31')");
	CHECK(begun(1, "recall", "1/6/2026") == 4);
	CHECK(says(ask_get(path_of(4, "")), " của Ủy ban nhân dân Tỉnh Thử về"));
	scene("UPDATE plan SET date = NULL WHERE id = 1");
	CHECK(begun(1, "recall", "1/6/2026") == 5);
	CHECK(says(ask_get(path_of(5, "")), " của Ủy ban nhân dân Tỉnh Mới về"));
}

/* Its text is made of the changes, until a person writes another. */
static void
the_document_says_what_it_changes(void)
{
	standing();
	int64_t draft = begun(1, "amend", "1/6/2026");

	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	CHECK(wish(draft, "add", "II.1~2", "\\- Có mô hình hay.").status == 303);
	struct reply r = ask_get(path_of(draft, ""));
	CHECK(says(r, "Sửa đổi, bổ sung một số điểm của Kế hoạch số 07/KH-UBND ngày 05/01/2026"));
	CHECK(says(r, "1. Sửa đổi điểm I.2 như sau:") && says(r, "“2. Giảm 4% hộ nghèo mỗi năm.”"));
	CHECK(says(r, "2. Bổ sung vào ngay sau điểm II.1 (ý thứ 2):") && says(r, "3. Văn bản này có hiệu lực từ ngày 01/06/2026."));
	CHECK(says(r, "Căn cứ Kế hoạch số 07/KH-UBND") && look("SELECT count(*) FROM plan_class WHERE plan = 2") == 0);
	CHECK(!says(ask_get("/plan?q=giam+4"), "07/KH-UBND</a>"));
	CHECK(ask_post(path_of(draft, "/edit"), mem_printf(scene_mem(), "%s&issuer=UBND&%s&%s", edition_of(draft), form("subject", "Sửa đổi"),
	    form("body", "Người soạn tự viết."))).status == 303);
	CHECK(wish(draft, "drop", "III.1.b", "").status == 303);
	SAME(look_text("SELECT body FROM plan WHERE id = 2"), "Người soạn tự viết.");
	CHECK(look("SELECT count(*) FROM plan_class WHERE plan = 2") == 0);
	/* found by its words, from its issue on */
	recorded(draft, "12/KH-UBND", "2026-05-20");
	as(0);
	struct reply found = ask_get("/plan?q=nguoi+soan");
	CHECK(says(found, "12/KH-UBND") && !says(found, "07/KH-UBND</a>"));
	found = ask_get("/plan?q=giam+4");
	CHECK(says(found, "07/KH-UBND</a>"));
}

/* Changes reach a text no more that a person has written: he is told, and who decides. */
static void
a_text_written_by_hand_is_told(void)
{
	standing();
	int64_t draft = begun(1, "amend", "");
	CHECK(wish(draft, "replace", "I.2", "2\\. Giảm 4% hộ nghèo mỗi năm.").status == 303);
	/* its head saved, its text as it is */
	const char *body = look_text("SELECT replace(body, char(10), char(13, 10)) FROM plan WHERE id = 2");
	CHECK(ask_post(path_of(draft, "/edit"), mem_printf(scene_mem(), "%s&issuer=UBND&%s&%s", edition_of(draft), form("subject", "Sửa đổi"),
	    form("body", body))).status == 303);
	CHECK(wish(draft, "drop", "III.1.b", "").status == 303);
	CHECK(says(ask_get(path_of(draft, "")), "Bỏ điểm III.1.b"));
	CHECK(!says(ask_get(path_of(draft, "/change")), "đã sửa tay") && !says(ask_get(path_of(draft, "")), "đã sửa tay"));
	CHECK(ask_post(path_of(draft, "/edit"), mem_printf(scene_mem(), "%s&issuer=UBND&%s&%s", edition_of(draft), form("subject", "Sửa đổi"),
	    form("body", "Người soạn tự viết."))).status == 303);
	CHECK(wish(draft, "drop", "III.1.a", "").status == 303);
	SAME(look_text("SELECT body FROM plan WHERE id = 2"), "Người soạn tự viết.");
	CHECK(says(ask_get(path_of(draft, "/change")), "đã sửa tay") && says(ask_get(path_of(draft, "")), "đã sửa tay"));
	struct reply r = move(draft, "submit");		/* a hint, no refusal */
	CHECK(r.status == 303 && says(ask_get(location(r)), "Đã trình. Nội dung văn bản đã sửa tay"));
	/* a recall too; not what replaces a plan, whose text is its own */
	draft = begun(1, "recall", "");
	CHECK(!says(ask_get(path_of(draft, "")), "đã sửa tay"));
	draft = begun(1, "replace", "");
	CHECK(!says(ask_get(path_of(draft, "")), "đã sửa tay"));
}

/* The criteria of the page and of what begins later are worded as the clauses are. */
static void
criteria_follow_their_clauses(void)
{
	standing();
	int64_t draft = begun(1, "amend", "1/6/2026");

	CHECK(wish(draft, "replace", "II.1~1", "\\- Ban hành văn bản sớm hơn hạn.").status == 303);
	CHECK(wish(draft, "drop", "II.1~2", "").status == 303);
	recorded(draft, "12/KH-UBND", "2026-05-20");
	struct reply r = ask_get("/plan/1");
	CHECK(says(r, "<th scope=\"row\">Ban hành văn bản sớm hơn hạn.</th>") && !says(r, "Có sáng kiến gỡ khó"));
	CHECK(says(ask_get(on("31/5/2026")), "<th scope=\"row\">Có sáng kiến gỡ khó"));
	CHECK(look("SELECT count(*) FROM plan_criterion WHERE plan_class IN (SELECT id FROM plan_class WHERE plan = 1)") == 3);
}

/* Of two that hold from one day the later issued, whichever was begun first. */
static void
criteria_say_what_the_text_says(void)
{
	standing();
	int64_t one = begun(1, "amend", "1/6/2026"), other = begun(1, "amend", "1/6/2026");

	CHECK(wish(one, "replace", "II.1~1", "\\- Ban hành trước hạn 5 ngày.").status == 303);
	CHECK(wish(other, "replace", "II.1~1", "\\- Ban hành trước hạn 3 ngày.").status == 303);
	recorded(one, "13/KH-UBND", "2026-05-25");
	/* whoever wrote on words that are no more in force sees the new ones first */
	scene(mem_printf(scene_mem(), "UPDATE plan SET number = '12/KH-UBND', date = '2026-05-20' WHERE id = %lld",
	    (long long)other));
	struct reply r = move(other, "record");
	CHECK(r.status == 422 && says(r, "đã được văn bản khác sửa sau khi soạn thay đổi"));
	CHECK(wish(other, "replace", "II.1~1", "\\- Ban hành trước hạn 3 ngày.").status == 303);
	recorded(other, "12/KH-UBND", "2026-05-20");
	r = ask_get("/plan/1");
	CHECK(says(r, "<p>- Ban hành trước hạn 5 ngày.</p>"));
	CHECK(says(r, "<th scope=\"row\">Ban hành trước hạn 5 ngày.</th>"));
	/* and so where they are inherited */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (90, 'plan', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (90, 90, 2, 'Của xã'); INSERT INTO plan_above VALUES (90, 1, 1);"
	    "UPDATE plan_class SET name = 'mọi đơn vị'; DELETE FROM plan_class_kind");
	r = ask_get("/plan/90");
	CHECK(says(r, "Ban hành trước hạn 5 ngày.") && !says(r, "hạn 3 ngày"));
}

/* Who acknowledges an amendment is not asked to sign up to it, nor to what is recalled. */
static void
what_changes_another_is_no_movement(void)
{
	static const char owed[] = "SELECT group_concat(record || ' ' || until) FROM (SELECT DISTINCT record, until"
	    " FROM notice_duty WHERE duty = 'signup' ORDER BY 1)";
	int64_t draft;

	standing();
	scene("UPDATE plan SET signup_due = '2026-12-31'");
	draft = begun(1, "amend", "1/6/2026");
	CHECK(wish(draft, "drop", "III.1.b", "").status == 303);
	CHECK(ask_post(path_of(draft, "/edit"), mem_printf(scene_mem(), "%s&issuer=UBND&signup_due=1/12/2026&%s&%s", edition_of(draft),
	    form("subject", "Sửa đổi"), form("body", "Một."))).status == 422);
	recorded(draft, "12/KH-UBND", "2026-05-20");
	CHECK(look("SELECT count(*) FROM plan_delivery WHERE plan = 2") == 2);
	as(person("unit_officer", A));
	ask_get("/plan/1/open"), ask_get("/plan/2/open");
	CHECK(says(ask_get("/plan/1"), "href=\"/signup/plan/1\"") && !says(ask_get("/plan/2"), "href=\"/signup/plan/2\""));
	CHECK(says(ask_get("/plan/2"), "Ký nhận kế hoạch"));
	CHECK(!says(ask_get("/plan/2"), "tieu-chi") && says(ask_get("/plan/1"), "<section id=\"tieu-chi\""));
	SAME(look_text(owed), "1 2030-12-31");
	as(person("specialist", P));
	struct reply r = ask_get("/plan/2");
	CHECK(says(r, "Đã gửi 2") && !says(r, "đã đăng ký") && !says(r, "Giai đoạn"));
	r = ask_get("/plan/1");
	CHECK(says(r, "đã đăng ký 0") && says(r, "<dt>Giai đoạn</dt>"));
	CHECK(!says(ask_get(path_of(begun(1, "amend", ""), "/edit")), "Lưu và sang tiêu chí"));
	r = ask_get("/plan/2/delivery");
	CHECK(says(r, "không phải đăng ký") && !says(r, "Chưa đăng ký") && says(ask_get("/plan/1/delivery"), "Chưa đăng ký"));
	draft = begun(1, "correct", "");
	r = ask_get(path_of(draft, ""));
	CHECK(says(r, path_of(draft, "/recipients")) && !says(r, path_of(draft, "/criteria")) && !says(r, path_of(draft, "/tree")));
	draft = begun(1, "replace", "");
	CHECK(says(ask_get(path_of(draft, "")), path_of(draft, "/criteria")));
	recorded(begun(1, "recall", "1/10/2026"), "30/KH-UBND", "2026-09-20");
	SAME(look_text(owed), "1 2026-09-30");
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/plan/1"), "href=\"/signup/plan/1\"") && ask_get("/plan/1").status == 200);
	CHECK(!says(ask_get("/plan/1"), "/feedback/plan/1/add"));
	scene("UPDATE plan_change SET holds = '2026-12-01' WHERE kind = 'recall'");
	CHECK(says(ask_get("/plan/1"), "/feedback/plan/1/add"));
}

/* A heading with all that is under it: each row is reached by an index. */
static void
a_large_heading_is_dropped(void)
{
	standing();
	scene("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO plan_clause"
	    " (plan, seq, anchor, parent, label, depth, text, html) SELECT 1, 1000 + i, 'III.1~' || i, 'III.1', '', 4, 'Ý ' || i, '' FROM n");
	scene("DELETE FROM plan_clause WHERE plan = 1 AND anchor LIKE 'III.2%'");
	int64_t draft = begun(1, "amend", "");

	CHECK(wish(draft, "drop", "III.1~7", "").status == 303);
	CHECK(wish(draft, "drop", "III.1", "").status == 303);
	CHECK(look("SELECT count(*) FROM plan_change_clause WHERE beside = 'III.1'") == 3002);
	CHECK(look("SELECT count(*) FROM plan_change_clause WHERE anchor = 'III.1~7'") == 1);
	CHECK(ask_post(path_of(draft, "/change/drop"), mem_printf(scene_mem(), "%s&clause=III.1", edition_of(draft))).status == 303);
	CHECK(look("SELECT count(*) FROM plan_change_clause") == 0);
}

static void
a_dropped_draft_is_forgotten(void)
{
	standing();
	int64_t draft = begun(1, "recall", "");

	CHECK(ask_post(path_of(draft, "/move"), mem_printf(scene_mem(), "%s&move=drop&reason=x", edition_of(draft))).status == 303);
	CHECK(!says(ask_get("/plan/1"), path_of(draft, "\"")) && says(ask_get("/plan/1"), "Còn hiệu lực"));
	CHECK(begun(1, "recall", "") > 0);
}

int
main(void)
{
	the_issued_text_is_never_written();
	a_change_holds_from_its_day_on();
	a_wrong_day_is_told();
	paper_and_files_give_the_text_of_that_day();
	clauses_are_added_and_dropped();
	a_new_clause_that_is_mended_stays_in_its_place();
	what_was_added_after_a_recalled_clause_stays();
	an_anchor_is_given_once();
	a_new_clause_outlives_another_of_its_number();
	the_later_change_holds();
	a_correction_stands_beside_the_text();
	a_correction_goes_with_the_words_it_corrects();
	two_days_are_compared_word_by_word();
	a_clause_of_an_article_is_cited_from_the_inside_out();
	a_replacement_takes_along_the_dates_to_come();
	a_recalled_plan_says_so_and_is_in_force_no_more();
	a_replaced_plan_leads_to_what_replaced_it();
	a_replacement_recalled_before_it_held_ends_nothing();
	a_basis_in_force_no_more_is_told();
	a_basis_is_of_ones_own_or_of_those_above();
	who_may_not_draft_there_changes_nothing();
	days_and_kinds_are_checked();
	a_clerk_issues_it_not_after_its_day();
	what_cannot_be_changed_is_refused();
	an_old_page_changes_nothing();
	a_change_is_taken_back_while_it_is_a_draft();
	the_issuer_is_cited_by_its_name();
	the_document_says_what_it_changes();
	a_text_written_by_hand_is_told();
	criteria_follow_their_clauses();
	criteria_say_what_the_text_says();
	what_changes_another_is_no_movement();
	a_large_heading_is_dropped();
	a_dropped_draft_is_forgotten();
	return done();
}
