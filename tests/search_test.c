/* search_test.c - one question to all; what may not be read is not found. */

#include "tests/scene.h"

static const char lay_out[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES"
	" (51, 'plan', 1, 'issued', 0), (52, 'plan', 1, 'draft', 0), (53, 'feedback', 1, 'submitted', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject, subject_plain) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'UBND tỉnh', 'Cùng nhau giúp hộ nghèo', 'cung nhau giup ho ngheo'),"
	" (2, 52, 1, '', NULL, 'UBND tỉnh', 'Bản nháp về hộ nghèo', 'ban nhap ve ho ngheo');"
	"INSERT INTO plan_word (rowid, number, subject, body) VALUES"
	" (1, '07/KH-UBND', 'Cùng nhau giúp hộ nghèo', 'Ở Đồng Đăng'), (2, '', 'Bản nháp về hộ nghèo', 'bí mật');"
	"INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html) VALUES"
	" (1, 1, 'I.1', '', '1.', 1, 'Giảm hộ nghèo ở Đồng Đăng', ''), (2, 1, 'I.1', '', '1.', 1, 'Hộ nghèo bí mật', '');"
	"INSERT INTO plan_clause_word (rowid, text) VALUES"
	" (1000001, 'Giảm hộ nghèo ở Đồng Đăng'), (2000001, 'Hộ nghèo bí mật');"
	"INSERT INTO account (id, login, name, name_key, name_plain, created) VALUES (801, 'xx', 'X', '', 'x', 0);"
	"INSERT INTO feedback_topic (id, flow_case, plan, name) VALUES (1, 53, 1, 'Chỉ tiêu cao');"
	"INSERT INTO feedback (id, plan, unit, account, at, text, text_plain, feedback_topic) VALUES"
	" (1, 1, 2, 801, 0, 'Chỉ tiêu quá cao', 'chi tieu qua cao', 1);"
	"INSERT INTO feedback_word (rowid, text, answer) VALUES (1, 'Chỉ tiêu quá cao', '');";

static void
lay(void)
{
	fresh();
	scene(lay_out);
}

/* In every face. */
static bool
finds(const char *q, const char *text)
{
	static const char *const faces[] = { "", ".csv", ".json" };
	int n = 0;

	for (size_t i = 0; i < 3; i++)
		n += says(ask_get(mem_printf(scene_mem(), "/search%s?q=%s", faces[i], q)), text);
	CHECK(n == 0 || n == 3);
	return n == 3;
}

static void
it_is_found_without_marks_in_any_order(void)
{
	lay();
	as(0);
	CHECK(finds("ngheo+ho", "/plan/1"));
	CHECK(finds("dong+dang", "/plan/1#I.1"));	/* đ too */
	CHECK(finds("07/KH-UBND", "07/KH-UBND"));
	CHECK(says(ask_get("/search?q=dong"), "<mark>Đồng</mark>"));
	CHECK(finds("xa+an", "/unit/2") && finds("an+x%C3%A3", "/unit/2"));
	CHECK(finds("xa%2C+an", "/unit/2"));
	CHECK(!finds("%CC%81", "/unit/2") && !finds("%C2%A0", "/unit/2") && !finds("%5C", "/unit/2"));
	CHECK(!finds("an+khong", "/unit/2") && !finds("an%5C%22khong%5D", "/unit/2"));
	CHECK(finds("an+%5C%22%5D+-", "/unit/2"));	/* what has no letter is no word */
	CHECK(says(ask_get("/search?q=ho+ngheo&in=unit"), "Không tìm thấy"));
	CHECK(!says(ask_get("/search?q=ho+ngheo&in=plan"), "/plan/1#I.1"));
	CHECK(says(ask_get("/search"), "Gõ từ cần tìm"));
	CHECK(says(ask_get("/search?q=%22+%22"), "Gõ từ cần tìm"));
	CHECK(ask_get("/search?q=-*%28NEAR").status == 200);
	CHECK(ask_get("/search?q=ho&page=99999999999999").status == 200);
	CHECK(ask_get("/search?q=ho&in=plan&page=7").status == 200);
}

static void
it_is_sorted_by_day(void)
{
	lay();
	/* an older one whose title alone has the words comes first unless days are asked for */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (54, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject, subject_plain) VALUES"
	    " (4, 54, 1, '08/KH-UBND', '2026-06-05', 'UBND tỉnh', 'Khác', 'khac');"
	    "INSERT INTO plan_word (rowid, number, subject, body) VALUES"
	    " (4, '08/KH-UBND', 'Khác', 'giúp hộ nghèo')");
	as(0);
	CHECK(in_order(ask_get("/search?q=giup+ho+ngheo&in=plan"), "/plan/1\"", "/plan/4\""));
	CHECK(in_order(ask_get("/search?q=giup+ho+ngheo&in=plan&sort=-day"), "/plan/4\"", "/plan/1\""));
	CHECK(in_order(ask_get("/search?q=giup+ho+ngheo&in=plan&sort=day"), "/plan/1\"", "/plan/4\""));
	CHECK(in_order(ask_get("/search.json?q=giup+ho+ngheo&sort=-day"), "/plan/4\"", "/plan/1\""));
	CHECK(in_order(ask_get("/search.json?q=giup+ho+ngheo&sort=day"), "/plan/1\"", "/plan/4\""));
	CHECK(says(ask_get("/search?q=giup+ho+ngheo&sort=-day"), "sort=-day\">Tải .csv"));
	CHECK(says(ask_get("/search?q=ho&sort=-day"), "value=\"-day\" selected"));
	CHECK(ask_get("/search?q=xa+an&sort=-day").status == 200);
}

static void
what_may_not_be_read_is_not_found_nor_counted(void)
{
	lay();
	as(0);
	CHECK(!finds("bi+mat", "/plan/2"));
	CHECK(says(ask_get("/search?q=bi+mat"), "Không tìm thấy"));
	CHECK(says(ask_get("/search?q=ho+ngheo&in=plan"), ": 1 kết quả"));
	CHECK(!finds("chi+tieu", "/feedback/1"));
	as(person("unit_officer", B));
	CHECK(!finds("chi+tieu", "/feedback/1") && !finds("bi+mat", "/plan/2"));
	as(person("unit_officer", A));		/* who sent it */
	CHECK(finds("chi+tieu", "/feedback/1"));
	as(person("specialist", B));
	CHECK(!finds("bi+mat", "/plan/2"));
	as(person("specialist", P));
	CHECK(finds("bi+mat", "/plan/2") && finds("chi+tieu", "/feedback/1"));
	scene("UPDATE flow_case SET state = 'accepted' WHERE id = 53");
	scene("INSERT INTO flow_step (flow_case, move, from_state, to_state, at, reason)"
	    " VALUES (53, 'accept', 'submitted', 'accepted', 0, 'Sẽ hạ')");
	as(person("unit_officer", B));
	CHECK(finds("chi+tieu", "/feedback/1"));
	as(0);
	CHECK(!finds("chi+tieu", "/feedback/1"));
}

/* A person who has not agreed is found by no words; one who has is. */
static void
names_are_found_if_they_agreed(void)
{
	lay();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (61, 'award_decision', 1, 'issued', 0),"
	    " (62, 'award', 2, 'decided', 0), (63, 'award', 2, 'decided', 0);"
	    "INSERT INTO award_decision (id, flow_case, unit, issuer, title, title_plain, number, number_plain, date)"
	    " VALUES (1, 61, 1, 'Chủ tịch', 'Khen thưởng năm', 'khen thuong nam', '9/QĐ', '9/qd', '2026-10-01');");
	scene("INSERT INTO nomination (id, flow_case, unit, handler, subject, name, name_key, person_key, name_plain,"
	    " of_unit, award_form, award_type, award_group, achieved_from, achieved_to, award_decision, saved)"
	    " SELECT x, 61 + x, 2, 1, 'person', CASE x WHEN 1 THEN 'Lò Thị Mai' ELSE 'Giàng A Páo' END, '', '',"
	    " CASE x WHEN 1 THEN 'lo thi mai' ELSE 'giang a pao' END, 2, (SELECT min(id) FROM award_form),"
	    " 'movement', 'worker',"
	    " '2026-01-01', '2026-06-30', 1, 0 FROM (SELECT 1 AS x UNION SELECT 2)");
	scene("INSERT INTO award (id, nomination, award_decision, unit, year, book) VALUES (1, 1, 1, 1, 2026, 1), (2, 2, 1, 1, 2026, 2);"
	    "INSERT INTO nomination_consent (nomination, given, how) VALUES (1, '2026-09-01', 'giấy');");
	for (int i = 0; i < 2; i++) {
		as(i ? person("specialist", P) : 0);
		CHECK(finds("lo+thi+mai", "/award/1"));
		CHECK(!finds("giang+a+pao", "/award/1"));
		CHECK(!finds("khen+thuong", "Páo"));
		CHECK(finds("9/QD", "/award/1"));
	}
	scene("UPDATE nomination_consent SET withdrawn = '2026-11-01'");
	CHECK(!finds("lo+thi+mai", "/award/1"));
}

int
main(void)
{
	it_is_found_without_marks_in_any_order();
	it_is_sorted_by_day();
	what_may_not_be_read_is_not_found_nor_counted();
	names_are_found_if_they_agreed();
	return done();
}
