/* document_answer_test.c - an answer: written, sent, accepted or returned; late; of a unit that
 * was merged. */

#include "tests/document_scene.h"

#include "db/document.h"

static void
a_unit_answers_by_its_leader(void)
{
	sent();
	as(person("unit_officer", D));
	struct reply r = ask_get("/document");
	CHECK(says(r, "Chờ bạn (1)") && says(r, "/document/answer/1"));
	r = ask_get("/document/answer/1");
	CHECK(r.status == 200 && says(r, "Tiếp thu một phần") && says(r, "name=\"result\" value=\"pass\"") && says(r, "30/11/2026"));
	CHECK(says(r, "value=\"submit\"") && !says(r, "value=\"reply\""));
	CHECK(answers(1, "result=part|answer=Đang xét|number=|date=").status == 303);
	r = ask_get("/document/answer/1");
	CHECK(says(r, "value=\"part\" checked") && says(r, ">Đang xét</textarea>"));
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'document_answer.save' AND entity = 1") == 1);
	/* neither what is being written nor that it waits for the leader is read outside */
	CHECK(answers(1, "result=part|answer=Đang xét|do=submit").status == 303);
	SAME(state("document_answer", 1), "signing");
	CHECK(answers(1, "result=no|answer=Nữa").status == 409);
	as(person("unit_officer", A));
	r = ask_get("/document/answer/1");
	CHECK(says(r, "Trả lời hiện ở đây khi đơn vị gửi") && says(r, ">Chưa trả lời</span>"));
	CHECK(!says(r, "Đang xét") && !says(r, "Chờ lãnh đạo gửi") && !says(r, "Trình lãnh đạo"));
	CHECK(!says(ask_get("/document/1"), "Đang xét") && says(ask_get("/document/1.json"), "\"state\": \"waiting\""));
	CHECK(!says(ask_get("/document/answer/1.json"), "Đang xét") && answers(1, "result=no|answer=a").status == 404);
	as(person("unit_leader", D));
	CHECK(steps(1, "move=back|reason=").status == 422);
	CHECK(steps(1, "move=back|reason=Ghi số văn bản").status == 303);
	as(person("unit_officer", A));
	r = ask_get("/document/answer/1");
	CHECK(!says(r, "Ghi số văn bản") && says(r, ">Chưa trả lời</span>") && says(ask_get("/document/answer/1.json"), "\"waiting\""));
	as(person("unit_officer", D));
	CHECK(says(ask_get("/document/answer/1"), "Ghi số văn bản"));
	CHECK(answers(1, "result=part|answer=Tiếp thu điểm a|number=88/SD-CS|date=19/11/2026|do=submit").status == 303);
	as(person("unit_leader", D));
	CHECK(steps(1, "move=reply").status == 303);
	SAME(look_text("SELECT a.first_day || c.state || c.unit FROM document_answer a JOIN flow_case c ON c.id = a.flow_case"), TODAY "answered2");
	as(person("unit_officer", A));
	CHECK(says(ask_get("/document"), "Chờ bạn (1)"));
	r = ask_get("/document/answer/1");
	CHECK(says(r, "Tiếp thu điểm a") && says(r, "88/SD-CS, 19/11/2026") && says(r, "Tiếp nhận trả lời"));
	CHECK(says(ask_get("/document/1"), "Tiếp thu một phần") && says(ask_get("/document/answer/1.json"), "\"paper\": \"88/SD-CS\""));
}

static void
what_is_wrong_with_an_answer_is_told(void)
{
	sent();
	as(person("unit_leader", D));
	struct reply r = answers(1, "result=|answer= |date=21/11/2026|do=reply");
	CHECK(r.status == 422 && says(r, "href=\"#result\"") && says(r, "href=\"#answer\"") && says(r, "href=\"#date\""));
	CHECK(says(r, "id=\"result\"") && says(r, "value=\"21/11/2026\""));
	r = answers(1, "result=khac|answer=Giữ chữ này");
	CHECK(r.status == 422 && says(r, "Không có kết quả này") && says(r, ">Giữ chữ này</textarea>"));
	r = posts("/document/answer/1", "edition=1|result=yes|answer=Cũ");
	CHECK(r.status == 422 && says(r, "sau khi bạn mở trang") && says(r, ">Cũ</textarea>"));
	CHECK(steps(1, "move=reply").status == 422);		/* nothing is written yet */
	SAME(state("document_answer", 1), "waiting");
	CHECK(posts("/document/answer/9", "result=yes|answer=a").status == 404 && ask_get("/document/answer/9").status == 404);
	/* a result that only conclusions have */
	scene("DELETE FROM document_result WHERE kind = 'proposal' AND result = 'pass'");
	CHECK(answers(1, "result=pass|answer=a").status == 422);
}

static void
who_asked_accepts_or_returns(void)
{
	answered();
	as(person("signer", P));
	CHECK(steps(1, "move=accept").status == 404);		/* he sends, and judges not */
	as(person("specialist", A));
	CHECK(steps(1, "move=accept").status == 404);		/* of the unit that answers */
	as(person("auditor", P));
	CHECK(steps(1, "move=accept").status == 404 && !says(ask_get("/document/answer/1"), "Tiếp nhận trả lời</button>"));
	as(person("specialist", P));
	CHECK(posts("/document/answer/1/move", "edition=1|move=accept").status == 422);	/* of what he has not seen */
	CHECK(steps(1, "move=return|reason=").status == 422);
	CHECK(steps(1, "move=return|reason=Thiếu danh sách").status == 303);
	SAME(look_text("SELECT c.state || c.unit FROM flow_case c JOIN document_answer a ON a.flow_case = c.id WHERE a.id = 1"), "returned2");
	struct reply r = ask_get("/document/answer/1");
	CHECK(!says(r, "Đã rà soát 31 hộ") && says(r, "đang sửa trả lời đã bị trả lại") && says(r, ">Bị trả lại</span>"));
	scene("UPDATE document SET due_date = '2026-11-19'");	/* what is sent again keeps its first day */
	scene("UPDATE document_answer SET first_day = '2026-11-18' WHERE id = 1");
	/* a leader's words to his officer do not cover those, and are read by nobody else */
	as(person("unit_officer", A));
	CHECK(answers(1, "result=yes|answer=Đủ|do=submit").status == 303);
	as(person("unit_leader", A));
	CHECK(says(ask_get("/document/answer/1"), "<h2>Lần trước đã trả lại</h2><p class=\"lines\">Thiếu danh sách"));
	CHECK(steps(1, "move=back|reason=Viết lại").status == 303);
	as(person("specialist", P));
	CHECK(!says(ask_get("/document/answer/1"), "Viết lại"));
	r = posts("/document/answer/1/move", "edition=1|move=accept");
	CHECK(r.status == 409 && says(r, "Trả lại trả lời") && !says(r, "Viết lại"));
	as(person("unit_leader", A));
	r = ask_get("/document/answer/1");
	CHECK(says(r, "<p class=\"lines\">Viết lại") && says(r, "<p class=\"lines\">Trước đó: Thiếu danh sách"));
	CHECK(answers(1, "result=yes|answer=Đủ|do=reply").status == 303);
	SAME(look_text("SELECT first_day FROM document_answer WHERE id = 1"), "2026-11-18");
	as(person("specialist", P));
	r = ask_get("/document/1");
	CHECK(says(r, "quá hạn 1 ngày") && !says(r, "trễ"));	/* B's; A's is in time */
	CHECK(steps(1, "move=accept").status == 303);
	SAME(state("document_answer", 1), "accepted");
	CHECK(steps(1, "move=accept").status == 409);
	CHECK(says(ask_get("/document/1"), "đã tiếp nhận <b>1</b>"));
	CHECK(steps(1, "move=reopen|reason=Nhầm").status == 303);
	SAME(state("document_answer", 1), "returned");
	/* who answered does not accept it, whatever else he is */
	int64_t leader = person("unit_leader", A);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 1, 'specialist', '2020-01-01', '9999-12-31')", (long long)leader));
	as(leader);
	CHECK(answers(1, "result=yes|answer=Xong|do=reply").status == 303);
	CHECK(steps(1, "move=accept").status == 422);
	SAME(state("document_answer", 1), "answered");
}

/* A term that ends on a Saturday ends with the Monday after it; a day off moves it on. */
static void
late_is_told_by_the_last_day(void)
{
	answered();
	scene("UPDATE document SET date = '2026-11-02', due_date = '2026-11-14'");	/* until the 16th */
	as(person("specialist", P));
	struct reply r = ask_get("/document/1");
	CHECK(says(r, "14/11/2026 (Thứ Bảy, lùi đến 16/11/2026)") && says(r, "Đã trả lời, trễ 4 ngày") && says(r, "quá hạn 4 ngày"));
	CHECK(says(ask_get("/document"), "chậm 2") && says(ask_get("/document.csv?state=late"), "05/KL-HĐ"));
	scene("UPDATE document_answer SET first_day = '2026-11-16' WHERE id = 1");
	CHECK(!says(ask_get("/document/1"), "trễ") && says(ask_get("/document"), "chậm 1"));
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-11-16', 1, 'Nghỉ thử', 'a')");
	CHECK(says(ask_get("/document/1"), "quá hạn 3 ngày"));
	CHECK(look("SELECT count(*) FROM notice_duty WHERE duty = 'document' AND done = 0 AND due = '2026-11-17' AND unit = 3") == 1);
}

static void
one_is_asked_no_more(void)
{
	concluded();
	CHECK(says(ask_get("/document/answer/2"), "Thôi yêu cầu trả lời"));	/* the signer asked */
	as(person("unit_leader", B));
	CHECK(!says(ask_get("/document/answer/2"), "Thôi yêu cầu trả lời") && steps(2, "move=withdraw").status == 404);
	CHECK(steps(2, "move=extend|reason=a").status == 404);
	as(person("signer", P));
	CHECK(posts("/document/answer/2/move", "edition=1|move=withdraw").status == 422);
	CHECK(steps(2, "move=withdraw").status == 303);
	SAME(state("document_answer", 2), "withdrawn");
	SAME(state("document", 1), "sent");
	CHECK(says(ask_get("/document/1"), "yêu cầu 1 đơn vị") && steps(2, "move=withdraw").status == 409);
	as(person("unit_leader", B));
	CHECK(says(ask_get("/document/answer/2"), "Không phải trả lời nữa") && answers(2, "result=yes|answer=a").status == 409);
}

static void
files_are_the_units_until_it_is_sent(void)
{
	static const char text[] = "Danh sách";

	concluded();
	as(person("unit_officer", A));
	CHECK(ask_raw(ask_file("/document/answer/1/file", "once=1", "ds.txt", text, sizeof(text) - 1)).status == 303);
	CHECK(says(ask_get("/document/answer/1"), "ds.txt") && ask_get("/document/answer/1/file/1").status == 200);
	as(person("specialist", P));
	CHECK(ask_get("/document/answer/1/file/1").status == 404 && !says(ask_get("/document/answer/1"), "ds.txt"));
	CHECK(ask_raw(ask_file("/document/answer/1/file", "once=2", "a.txt", text, sizeof(text) - 1)).status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/document/answer/1/file/1").status == 404 && ask_get("/document/answer/2/file/1").status == 404);
	as(person("unit_leader", A));
	CHECK(answers(1, "result=yes|answer=a|do=reply").status == 303);
	CHECK(ask_post("/document/answer/1/file/1/remove", "").status == 409);
	as(person("specialist", P));
	CHECK(ask_get("/document/answer/1/file/1").status == 200 && says(ask_get("/document/answer/1"), "ds.txt"));
}

static void
long_words_stay_within_the_page(void)
{
	sent();
	const char *words = "Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn ";
	as(person("unit_leader", D));
	CHECK(answers(1, mem_printf(scene_mem(), "result=yes|answer=%s%s%s<b>x</b>|do=reply", words, words, words)).status == 303);
	struct reply r = ask_get("/document/answer/1");
	CHECK(says(r, "&lt;b&gt;x&lt;/b&gt;") && !says(r, "<b>x</b>"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/document/1"), "...</p>") && !says(ask_get("/document/1"), "<b>x</b>"));
	scene("UPDATE document SET text = 'a' || char(10) || char(10) || '<img src=x onerror=alert(1)> [a](javascript:alert(1))'");
	r = ask_get("/document/1");
	CHECK(!says(r, "<img src=x") && !says(r, "href=\"javascript"));
}

/* Of a whole province the page still has room. */
static void
a_page_of_many_answers_is_short(void)
{
	const char *words = "Đã rà soát từng hộ cùng trưởng bản, niêm yết danh sách ở nhà văn hóa, họp dân hai lần và ghi biên bản có chữ ký ";

	answered();
	scene(mem_printf(scene_mem(), "WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1159)"
	    " INSERT INTO unit SELECT i, 'X' || i, '2000-01-01', '9999-12-31' FROM n;"
	    "INSERT INTO unit_name (unit, name, name_key, name_plain, kind, valid_from, valid_to)"
	    " SELECT id, 'Xã Thứ ' || id, id, '', 'commune', '2000-01-01', '9999-12-31' FROM unit WHERE id >= 1000;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) SELECT id, 'document_answer', id, 'accepted', 0 FROM unit WHERE id >= 1000;"
	    "INSERT INTO document_answer (document, unit, flow_case, result, answer, number, date, first_day)"
	    " SELECT 1, id, id, 'yes', '%s%s', '40/UBND', '2026-11-15', '2026-11-15' FROM unit WHERE id >= 1000", words, words));
	as(person("specialist", P));
	struct reply r = ask_get("/document/1");
	CHECK(r.status == 200 && r.length < 100000 && says(r, "Xã Thứ 1159") && says(r, "yêu cầu 162 đơn vị"));
	CHECK(!says(r, "niêm yết danh sách") && says(ask_get("/document.csv?state=open"), "161/162"));
}

/* A was merged into B with yesterday: B's people answer for it and still for themselves. */
static void
merged(int64_t from, int64_t into)
{
	scene(mem_printf(scene_mem(), "UPDATE unit SET valid_to = '2026-11-19' WHERE id = %lld;"
	    "UPDATE unit_name SET valid_to = '2026-11-19' WHERE unit = %lld;"
	    "UPDATE unit_under SET valid_to = '2026-11-19' WHERE unit = %lld;"
	    "INSERT INTO unit_event (id, kind, day) VALUES (%lld, 'merge', '2026-11-20');"
	    "INSERT INTO unit_succession (event, unit, successor, share) VALUES (%lld, %lld, %lld, 10000)",
	    (long long)from, (long long)from, (long long)from, (long long)from, (long long)from, (long long)from,
	    (long long)into));
}

static int
inherits(void)
{
	struct document_heir h;
	struct db *db = scene_beside(document_inherits);
	int n = 0;

	db_begin(db, DB_WRITE);
	while (n < 50 && document_inherit(db, scene_mem(), TODAY, &h))
		n++;
	CHECK(db_commit(db));
	db_close(db);
	return n;
}

static void
the_heir_answers_for_a_unit_that_was_merged(void)
{
	concluded();
	merged(A, B);
	as(person("unit_leader", A));
	CHECK(ask_get("/document/1").status == 404 && ask_get("/document/answer/1").status == 404);
	CHECK(inherits() == 1 && inherits() == 0);
	as(person("unit_leader", B));
	struct reply r = ask_get("/document");
	CHECK(says(r, "Chờ bạn (2)") && says(r, "/document/answer/1") && says(r, "/document/answer/2"));
	r = ask_get("/document/answer/1");
	CHECK(r.status == 200 && says(r, "Xã An") && says(r, "nay là Xã Bình"));
	CHECK(answers(1, "result=yes|answer=Thay xã An|do=reply").status == 303);
	as(person("specialist", P));
	CHECK(says(ask_get("/document/1"), "Thay xã An") && steps(1, "move=return|reason=Thiếu").status == 303);
	SAME(look_text("SELECT c.state || c.unit FROM flow_case c JOIN document_answer a ON a.flow_case = c.id WHERE a.id = 1"), "returned3");
	CHECK(look("SELECT count(*) FROM notice_duty WHERE duty = 'document' AND done = 0 AND unit = 3") == 2);
	SAME(look_text("SELECT unit FROM document_answer WHERE id = 1"), "2");	/* who was asked stays */
	/* and so on, where that one ends too */
	merged(B, P);
	CHECK(inherits() == 2);
	SAME(look_text("SELECT group_concat(heir) FROM document_answer"), "1,1");
}

static void
the_heir_judges_for_a_unit_that_asked(void)
{
	sent();
	person("unit_leader", B);
	as(person("unit_leader", D));
	CHECK(answers(1, "result=yes|answer=Có|do=reply").status == 303);
	merged(A, B);
	CHECK(inherits() == 1);
	as(person("unit_leader", A));
	CHECK(ask_get("/document/1").status == 404);
	as(person("unit_officer", B));
	CHECK(says(ask_get("/document"), "Chờ bạn (1)") && says(ask_get("/document/1"), "Xã An"));
	CHECK(steps(1, "move=accept").status == 303);
	SAME(state("document_answer", 1), "accepted");
	CHECK(moves(1, "move=withdraw|reason=a").status == 404);
	as(person("unit_leader", B));
	CHECK(moves(1, "move=withdraw|reason=Xã mới rút").status == 303);
}

static void
of_several_heirs_one_bears_it_and_of_none_nobody(void)
{
	concluded();
	scene("UPDATE unit SET valid_to = '2026-11-19' WHERE id = 2; UPDATE unit_under SET valid_to = '2026-11-19' WHERE unit = 2;"
	    "INSERT INTO unit_event (id, kind, day) VALUES (9, 'split', '2026-11-20');"
	    "INSERT INTO unit_succession (event, unit, successor, share) VALUES (9, 2, 3, 4000), (9, 2, 5, 6000)");
	CHECK(inherits() == 1);
	SAME(look_text("SELECT heir FROM document_answer WHERE id = 1"), "5");
	concluded();
	scene("UPDATE unit SET valid_to = '2026-11-19' WHERE id = 2; UPDATE unit_under SET valid_to = '2026-11-19' WHERE unit = 2;"
	    "INSERT INTO unit_event (id, kind, day) VALUES (9, 'dissolve', '2026-11-20');"
	    "INSERT INTO unit_succession (event, unit, successor, share) VALUES (9, 2, 2, 10000)");
	CHECK(inherits() == 0);
	as(person("signer", P));		/* and who asked lets it go */
	CHECK(steps(1, "move=withdraw").status == 303);
	/* what ends tomorrow still answers itself */
	concluded();
	merged(A, B);
	scene("UPDATE unit SET valid_to = '2026-11-20' WHERE id = 2");
	CHECK(inherits() == 0);
}

/* By then the case is the other unit's: who was slower is told what was done, and his words stand there. */
static void
who_was_slower_is_told_so(void)
{
	answered();
	as(person("specialist", P));
	int64_t seen = edition("document_answer", 1);
	CHECK(steps(1, "move=return|reason=Thiếu số hộ").status == 303);
	struct reply r = posts("/document/answer/1/move", mem_printf(scene_mem(), "edition=%lld|move=return|reason=Ghi rõ tên bản", (long long)seen));
	CHECK(r.status == 409 && says(r, "Thiếu số hộ") && says(r, "Ghi rõ tên bản"));
	CHECK(posts("/document/answer/1/move", mem_printf(scene_mem(), "edition=%lld|move=accept", (long long)seen)).status == 409);
	CHECK(says(ask_get("/document/answer/1"), "đang sửa trả lời đã bị trả lại"));
	/* by a page of now it is simply not his turn */
	CHECK(steps(1, "move=accept").status == 404);
}

int
main(void)
{
	who_was_slower_is_told_so();
	a_unit_answers_by_its_leader();
	what_is_wrong_with_an_answer_is_told();
	who_asked_accepts_or_returns();
	late_is_told_by_the_last_day();
	one_is_asked_no_more();
	files_are_the_units_until_it_is_sent();
	long_words_stay_within_the_page();
	a_page_of_many_answers_is_short();
	the_heir_answers_for_a_unit_that_was_merged();
	the_heir_judges_for_a_unit_that_asked();
	of_several_heirs_one_bears_it_and_of_none_nobody();
	return done();
}
