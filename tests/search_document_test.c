/* search_document_test.c - proposals, conclusions and answers are found by whoever may read them. */

#include "db/document.h"
#include "tests/scene.h"

/* A proposal of A's to D, that was sent; a draft of A's; a conclusion of P for A and B.  Answers:
 * D's to the first, A's and B's to the third. */
static const char documents[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (801, 'document', 2, 'sent', 0),"
	" (802, 'document', 2, 'draft', 0), (803, 'document', 1, 'sent', 0),"
	" (811, 'document_answer', 5, 'waiting', 0), (812, 'document_answer', 2, 'waiting', 0),"
	" (813, 'document_answer', 3, 'waiting', 0);"
	"INSERT INTO document (id, flow_case, unit, kind, number, date, subject) VALUES"
	" (1, 801, 2, 'proposal', '12/KN-UBND', '2026-10-02', 'Nâng mức vay sửa nhà'),"
	" (2, 802, 2, 'proposal', '', NULL, 'Bản nháp về mức vay'),"
	" (3, 803, 1, 'conclusion', '03/KL', '2025-11-02', 'Rà soát mức vay');"
	"INSERT INTO document_word (rowid, number, subject, body) VALUES"
	" (1, '12/KN-UBND', 'Nâng mức vay sửa nhà', 'Hiện **sáu mươi** triệu'), (2, '', 'Bản nháp về mức vay', 'bí mật'),"
	" (3, '03/KL', 'Rà soát mức vay', 'Giao các xã');"
	"INSERT INTO document_answer (id, document, unit, flow_case) VALUES (1, 1, 5, 811), (2, 3, 2, 812), (3, 3, 3, 813);"
	"INSERT INTO document_answer_word (rowid, number, text) VALUES (1, '9/SNN', 'Sẽ trình nâng trần'), (2, '', 'Đã rà soát trần');";

static void
lay(void)
{
	fresh();
	scene(documents);
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
state(int64_t flow_case, const char *to)
{
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET state = '%s' WHERE id = %lld", to, (long long)flow_case));
}

static void
what_was_sent_is_found_where_it_was_written_asked_and_followed(void)
{
	static const struct {
		const char *role;
		int64_t unit;
		bool proposal, conclusion;
	} readers[] = {
		{ "unit_officer", A, true, true }, { "unit_leader", A, true, true },
		{ "unit_officer", D, true, false }, { "unit_leader", D, true, false },
		{ "unit_officer", B, false, true }, { "unit_officer", A1, false, false },
		{ "specialist", P, true, true }, { "signer", P, true, true }, { "council", P, true, true },
		{ "auditor", P, true, true }, { "clerk", P, false, false }, { "admin", P, false, false },
		{ "specialist", B, false, true },
	};

	lay();
	for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++) {
		as(person(readers[i].role, readers[i].unit));
		CHECK(finds("muc+vay", "/document/1") == readers[i].proposal);
		CHECK(finds("muc+vay", "/document/3") == readers[i].conclusion);
		CHECK(finds("12%2FKN-UBND", "/document/1") == readers[i].proposal);
	}
	as(0);
	CHECK(!finds("muc+vay", "/document/") && says(ask_get("/search?q=muc+vay"), "Không tìm thấy"));
	CHECK(says(ask_get("/search?q=muc+vay&in=document"), "Không tìm thấy") && !says(ask_get("/search"), "value=\"document\""));
	as(person("specialist", P));
	CHECK(says(ask_get("/search?q=muc+vay&in=document"), ": 2 kết quả") && says(ask_get("/search"), "value=\"document\""));
	CHECK(says(ask_get("/search?q=sau+muoi"), "<mark>sáu</mark> <mark>mươi</mark> triệu"));	/* without Markdown's signs */
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	CHECK(!finds("muc+vay", "/document/"));
}

static void
a_draft_is_its_units_alone(void)
{
	lay();
	as(person("unit_officer", A));
	CHECK(finds("bi+mat", "/document/2"));
	as(person("unit_leader", A));
	CHECK(finds("ban+nhap", "/document/2"));
	for (size_t i = 0; i < 4; i++) {
		static const char *const others[] = { "specialist", "signer", "council", "auditor" };
		as(person(others[i], P));
		CHECK(!finds("bi+mat", "/document/2"));
	}
	as(person("unit_officer", D));
	CHECK(!finds("bi+mat", "/document/2"));
	/* who was asked before it was sent knows nothing of it yet; what was dropped is found no more */
	state(801, "signing");
	state(811, "new");
	CHECK(!finds("nang", "/document/1"));
	as(person("unit_officer", A));
	CHECK(finds("nang", "/document/1"));
	state(802, "dropped");
	CHECK(!finds("bi+mat", "/document/2"));
	state(801, "withdrawn");	/* it was sent */
	state(811, "withdrawn");
	as(person("unit_officer", D));
	CHECK(finds("nang", "/document/1"));
}

static void
an_answer_is_found_once_it_was_sent(void)
{
	lay();
	as(person("unit_officer", D));		/* whose it is */
	CHECK(finds("nang+tran", "/document/answer/1") && finds("9%2FSNN", "/document/answer/1"));
	CHECK(finds("tran", "Trả lời: Nâng mức vay sửa nhà"));
	as(person("unit_officer", A));
	CHECK(!finds("nang+tran", "/document/answer/1"));
	as(person("specialist", P));
	CHECK(!finds("nang+tran", "/document/answer/1"));
	state(811, "answered");
	CHECK(finds("nang+tran", "/document/answer/1"));
	as(person("unit_officer", A));
	CHECK(finds("nang+tran", "/document/answer/1"));
	as(person("unit_officer", B));
	CHECK(!finds("nang+tran", "/document/answer/1"));
	/* B was asked the same, and does not read what A said */
	state(812, "accepted");
	CHECK(!finds("ra+soat+tran", "/document/answer/2"));
	as(person("council", P));
	CHECK(finds("ra+soat+tran", "/document/answer/2"));
	/* returned, it is mended before others read it */
	state(812, "returned");
	CHECK(!finds("ra+soat+tran", "/document/answer/2"));
	/* its words are those of now */
	struct db *db = scene_beside((const struct grant[]){ { "document", READ | ADD | CHANGE | REMOVE }, { 0 } });
	db_begin(db, DB_WRITE);
	document_answer_save(db, &(struct document_answer){ .id = 2, .result = "yes", .answer = "Thôi", .number = "", .date = "" });
	CHECK(db_commit(db));
	db_close(db);
	as(person("unit_officer", A));
	CHECK(!finds("ra+soat+tran", "/document/answer/2") && finds("thoi", "/document/answer/2"));
	/* the heir acts for a unit that was merged */
	scene("UPDATE document_answer SET heir = 3 WHERE id = 2");
	CHECK(!finds("thoi", "/document/answer/2"));
	as(person("unit_officer", B));
	CHECK(finds("thoi", "/document/answer/2"));
}

static void
it_is_limited_by_what_is_asked(void)
{
	lay();
	state(811, "answered");
	scene("UPDATE document_answer SET first_day = '2026-11-05' WHERE id = 1");
	as(person("unit_officer", A));
	CHECK(finds("muc+vay&year=2025", "/document/3") && !finds("muc+vay&year=2025", "/document/1"));
	CHECK(finds("muc+vay&issuer=1", "/document/3") && !finds("muc+vay&issuer=1", "/document/1"));
	CHECK(finds("muc+vay&state=draft", "/document/2") && !finds("muc+vay&state=draft", "/document/1"));
	CHECK(!finds("muc+vay&state=force", "/document/") && !finds("muc+vay&state=past", "/document/"));
	CHECK(finds("nang+tran&year=2026&issuer=2", "/document/answer/1"));
	CHECK(!finds("nang+tran&year=2025", "/document/answer/1") && !finds("nang+tran&issuer=5", "/document/answer/1"));
	CHECK(in_order(ask_get("/search?q=muc+vay&in=document&sort=-day"), "/document/1\"", "/document/3\""));
	CHECK(in_order(ask_get("/search?q=muc+vay&in=document&sort=day"), "/document/3\"", "/document/1\""));
	CHECK(says(ask_get("/search"), "value=\"2025\"") && says(ask_get("/search"), "value=\"2\""));
	as(person("unit_officer", A1));
	CHECK(!says(ask_get("/search"), "value=\"2025\"") && !says(ask_get("/search"), "value=\"2\""));
}

/* A hidden one turns the order of no two that are not. */
static void
what_is_hidden_changes_nothing(void)
{
	lay();
	as(person("unit_officer", A));
	const char *before = mem_text(scene_mem(), ask_get("/search.csv?q=muc+vay").body);
	for (int i = 20; i < 60; i++) {
		scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (%d, 'document', 3, 'draft', 0);"
		    "INSERT INTO document (id, flow_case, unit, kind) VALUES (%d, %d, 3, 'proposal');"
		    "INSERT INTO document_word (rowid, number, subject, body) VALUES (%d, '', 'vay', 'mức mức mức vay')",
		    800 + i, i, 800 + i, i));
	}
	SAME(ask_get("/search.csv?q=muc+vay").body, before);
}

int
main(void)
{
	what_was_sent_is_found_where_it_was_written_asked_and_followed();
	a_draft_is_its_units_alone();
	an_answer_is_found_once_it_was_sent();
	it_is_limited_by_what_is_asked();
	what_is_hidden_changes_nothing();
	return done();
}
