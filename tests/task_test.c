/* task_test.c - a clause is made a task: given, received, done, sent, accepted. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES"
	" (51, 'plan', 1, 'issued', 0), (52, 'plan', 1, 'draft', 0), (53, 'plan', 2, 'issued', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Cùng nhau giúp hộ nghèo', 'cung nhau giup ho ngheo'),"
	" (2, 52, 1, '', NULL, 'Bản nháp', 'ban nhap'),"
	" (3, 53, 2, '03/KH-UBND', '2026-02-05', 'Xã làm theo', 'xa lam theo');"
	"INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html) VALUES"
	" (1, 1, 'V', '', 'V.', 1, 'TỔ CHỨC', '<h3>V. TỔ CHỨC</h3>'),"
	" (1, 2, 'V.1~2', 'V', '-', 2, '- Lập danh sách hộ', '<p>- Lập danh sách hộ</p>');"
	"INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to) VALUES"
	" (7, 'cluster', 'Cụm số 1', 1, '2026-01-01', '9999-12-31'),"
	" (8, 'cluster', 'Cụm cũ', 1, '2020-01-01', '9999-12-31');"
	"INSERT INTO unit_member (unit_group, unit, valid_from, valid_to) VALUES"
	" (7, 3, '2026-01-01', '9999-12-31'), (8, 3, '2020-01-01', '2026-11-19');"
	"INSERT INTO unit_contact (unit, name, phone, valid_from, valid_to) VALUES"
	" (2, 'Lò Văn Ó', '0912 345 678', '2020-01-01', '9999-12-31');";

static void
lay(void)
{
	fresh();
	scene(plans);
}

static struct reply
posts(const char *path, const char *fields)
{
	return ask_post(path, with(fields));
}

static struct reply
gives(const char *fields)
{
	as(person("specialist", P));
	return posts("/task/plan/1/add", fields);
}

/* To communes A (1) and B (2), until a Monday. */
static void
given(void)
{
	lay();
	CHECK(gives("clause=V.1~2|text=Lập danh sách hộ nghèo|papers=Danh sách có chữ ký"
	    "|due_date=30/11/2026|to=kind:commune").status == 303);
}

static int64_t
edition(int id)
{
	return look(mem_printf(scene_mem(), "SELECT edition FROM task_unit WHERE id = %d", id));
}

static struct reply
steps(int id, const char *fields)
{
	return posts(mem_printf(scene_mem(), "/task/unit/%d/move", id),
	    mem_printf(scene_mem(), "edition=%lld|%s", (long long)edition(id), fields));
}

static struct reply
saves(int id, const char *fields)
{
	return posts(mem_printf(scene_mem(), "/task/unit/%d", id),
	    mem_printf(scene_mem(), "edition=%lld|%s", (long long)edition(id), fields));
}

static const char *
state(int id)
{
	return look_text(mem_printf(scene_mem(), "SELECT c.state FROM task_unit t"
	    " JOIN flow_case c ON c.id = t.flow_case WHERE t.id = %d", id));
}

/* A has received it, done it, and its leader has sent it. */
static void
sent(void)
{
	given();
	as(person("unit_officer", A));
	CHECK(steps(1, "move=receive").status == 303);
	CHECK(saves(1, "holder=|holder_name=Chị Mùa|result=Đã lập 31 hộ|do=submit").status == 303);
	as(person("unit_leader", A));
	CHECK(steps(1, "move=send").status == 303);
	SAME(state(1), "sent");
}

static void
a_clause_is_given_to_units(void)
{
	lay();
	as(person("specialist", P));
	struct reply r = ask_get("/task/plan/1/add?clause=V.1~2");
	CHECK(r.status == 200 && says(r, "<p>- Lập danh sách hộ</p>"));
	CHECK(says(r, "value=\"V.1~2\" selected") && says(r, ">- Lập danh sách hộ</textarea>"));
	CHECK(says(r, "Cụm số 1"));
	r = gives(mem_printf(scene_mem(), "clause=V.1~2|text=Lập danh sách|papers=Danh sách|due_date=30/11/2026"
	    "|to=group:7|code=%s", look_text("SELECT code FROM unit WHERE id = 2")));
	SAME(leads(r), "/task/1");
	SAME(look_text("SELECT group_concat(unit || state) FROM (SELECT t.unit, c.state FROM task_unit t"
	    " JOIN flow_case c ON c.id = t.flow_case AND c.unit = t.unit AND c.author IS NULL ORDER BY t.unit)"),
	    "2given,3given");
	CHECK(look("SELECT count(*) FROM flow_step WHERE move = 'give'") == 2);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'task.give' AND entity = 1") == 1);
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'units'"), "2");
	r = ask_get("/task/1");
	CHECK(says(r, "0912 345 678") && says(r, "Lò Văn Ó") && says(r, "Cụm số 1"));
	CHECK(says(ask_get("/task/given"), "/task/1") && says(ask_get("/task/given?q=lap+danh"), "/task/1"));
	CHECK(!says(ask_get("/task/given?q=nha+dot"), "/task/1"));
	CHECK(!says(ask_get("/task/given?state=late"), "/task/1"));
}

static void
units_are_those_of_the_day_each_once(void)
{
	given();
	SAME(look_text("SELECT group_concat(unit) FROM task_unit"), "2,3");
	CHECK(gives("text=a|due_date=30/11/2026|to=kind:commune|to=group:7").status == 303);
	CHECK(look("SELECT count(*) FROM task_unit WHERE task = 2") == 2);
	struct reply r = gives("text=a|due_date=30/11/2026|to=group:8");	/* nobody is in it any more */
	CHECK(r.status == 422 && says(r, "hiện không có đơn vị nào"));
	CHECK(gives("text=a|due_date=30/11/2026|to=kind:village").status == 303);
	SAME(look_text("SELECT group_concat(unit) FROM task_unit WHERE task = 3"), "4");
}

static void
what_is_given_says_what_until_when_and_to_whom(void)
{
	lay();
	struct reply r = gives("clause=V|text= |due_date=|to=kind:commune");
	CHECK(r.status == 422 && says(r, "href=\"#text\"") && says(r, "href=\"#due_date\""));
	CHECK(says(r, "value=\"kind:commune\" checked"));
	r = gives("clause=V|text=Giữ chữ này|due_date=19/11/2026|to=kind:commune");
	CHECK(r.status == 422 && says(r, "Hạn đã qua") && says(r, "Giữ chữ này"));
	r = gives("clause=IX|text=a|due_date=30/11/2026|to=kind:commune");
	CHECK(r.status == 422 && says(r, "Kế hoạch không có điểm này"));
	r = gives("clause=V|text=a|due_date=30/11/2026");
	CHECK(r.status == 422 && says(r, "Chưa chọn đơn vị nào") && says(r, "href=\"#code\""));
	r = gives("clause=V|text=a|due_date=30/11/2026|code=KHONGCO");
	CHECK(r.status == 422 && says(r, "KHONGCO"));
	CHECK(gives("clause=V|text=a|due_date=20/11/2026|to=kind:commune").status == 303);	/* today */
	as(person("specialist", P));
	CHECK(posts("/task/plan/2/add", "text=a|due_date=30/11/2026|to=kind:commune").status == 404);
	CHECK(ask_get("/task/plan/2/add").status == 404 && ask_get("/task/plan/9/add").status == 404);
	as(person("specialist", A));	/* A's own plan is not above it */
	CHECK(posts("/task/plan/1/add", "text=a|due_date=30/11/2026|to=kind:commune").status == 404);
	r = posts("/task/plan/3/add", mem_printf(scene_mem(), "text=a|due_date=30/11/2026|code=%s",
	    look_text("SELECT code FROM unit WHERE id = 3")));
	CHECK(r.status == 422 && says(r, "không thuộc cơ quan ban hành"));
	CHECK(look("SELECT count(*) FROM task") == 1);
}

static void
a_unit_receives_does_and_its_leader_sends(void)
{
	given();
	as(person("unit_officer", A));
	CHECK(says(ask_get("/task"), "/task/unit/1") && !says(ask_get("/task"), "/task/unit/2"));
	struct reply r = ask_get("/task/unit/1");
	CHECK(r.status == 200 && says(r, "Nhận nhiệm vụ") && !says(r, "name=\"result\""));
	CHECK(says(r, "Danh sách có chữ ký") && says(r, "30/11/2026"));
	CHECK(ask_get("/task/unit/2").status == 404);
	CHECK(saves(1, "result=Sớm").status == 409);	/* first it is received */
	CHECK(steps(1, "move=receive").status == 303);
	SAME(state(1), "received");
	int64_t officer = person("unit_officer", A);
	r = saves(1, mem_printf(scene_mem(), "holder=%lld|result=Đang lập|do=save", (long long)officer));
	SAME(leads(r), "/task/unit/1");
	CHECK(look("SELECT holder FROM task_unit WHERE id = 1") == officer);
	r = ask_get("/task/unit/1");
	CHECK(says(r, ">Đang lập</textarea>") && says(r, "chưa có tệp nào"));
	r = saves(1, mem_printf(scene_mem(), "holder=%lld|result=Xong|do=submit", (long long)officer));
	CHECK(r.status == 303);
	SAME(state(1), "signing");
	r = saves(1, "result=Nữa|holder_name=An|do=save");
	CHECK(r.status == 409 && says(r, "<li>Kết quả thực hiện: <b>Nữa</b></li><li>Người làm, ghi tên: <b>An</b></li></ul>"));
	CHECK(steps(1, "move=send").status == 404);	/* he does not send */
	as(person("unit_leader", A));
	CHECK(says(ask_get("/task/unit/1"), "Gửi kết quả"));
	CHECK(steps(1, "move=back|reason= ").status == 422);
	CHECK(steps(1, "move=back|reason=Thiếu bản Pá Sang").status == 303);
	SAME(look_text("SELECT coalesce(first_day, 'none') FROM task_unit WHERE id = 1"), "none");
	as(officer);
	CHECK(says(ask_get("/task/unit/1"), "Thiếu bản Pá Sang"));
	CHECK(saves(1, "result=Đủ các bản|do=submit").status == 303);
	as(person("unit_leader", A));
	CHECK(steps(1, "move=send").status == 303);
	SAME(state(1), "sent");
	SAME(look_text("SELECT first_day FROM task_unit WHERE id = 1"), TODAY);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'task_unit.send' AND entity = 1") == 1);
}

static void
a_leader_alone_does_it_all(void)
{
	given();
	as(person("unit_leader", A));
	CHECK(steps(1, "move=receive").status == 303);
	struct reply r = ask_get("/task/unit/1");
	CHECK(says(r, "value=\"send\"") && !says(r, "value=\"submit\""));
	r = saves(1, "result= |do=send");
	CHECK(r.status == 422 && says(r, "Chưa ghi kết quả") && says(r, "href=\"#result\""));
	SAME(state(1), "received");
	CHECK(saves(1, "result=Xong|do=send").status == 303);
	SAME(state(1), "sent");
}

static void
who_does_it_is_of_the_unit(void)
{
	given();
	int64_t other = person("unit_officer", B);
	as(person("unit_officer", A));
	CHECK(steps(1, "move=receive").status == 303);
	struct reply r = saves(1, mem_printf(scene_mem(), "holder=%lld|result=Giữ lại", (long long)other));
	CHECK(r.status == 422 && says(r, "không còn giữ vai trò") && says(r, ">Giữ lại</textarea>"));
	r = saves(1, mem_printf(scene_mem(), "holder=%lld|holder_name=Chị Mùa",
	    (long long)person("unit_officer", A)));
	CHECK(r.status == 422 && says(r, "Đã chọn người trong danh sách"));
	CHECK(saves(1, "holder=|holder_name=Chị Mùa").status == 303);
	CHECK(says(ask_get("/task"), "Chị Mùa"));
	/* saved by another meanwhile: nothing of his is lost, nothing of mine kept */
	r = posts("/task/unit/1", "edition=1|result=Cũ");
	CHECK(r.status == 422 && says(r, "sau khi bạn mở trang") && says(r, ">Cũ</textarea>"));
	SAME(look_text("SELECT result FROM task_unit WHERE id = 1"), "");
}

static void
the_giver_accepts_or_returns(void)
{
	sent();
	as(person("specialist", P));
	struct reply r = ask_get("/task/unit/1");
	CHECK(says(r, "Đã lập 31 hộ") && says(r, "Chị Mùa") && says(r, "Tiếp nhận kết quả"));
	CHECK(steps(1, "move=return|reason=").status == 422);
	CHECK(steps(1, "move=return|reason=Thiếu số nhân khẩu").status == 303);
	SAME(state(1), "returned");
	r = ask_get("/task/unit/1");		/* what is being mended is not his to read */
	CHECK(!says(r, "Đã lập 31 hộ") && says(r, "Kết quả hiện ở đây khi đơn vị gửi"));
	as(person("unit_leader", A));
	CHECK(says(ask_get("/task"), "Quá hạn và bị trả lại"));
	CHECK(saves(1, "result=Đủ|do=send").status == 303);
	as(person("specialist", P));
	CHECK(posts("/task/unit/1/move", "edition=1|move=accept").status == 422);	/* of what he has not seen */
	CHECK(steps(1, "move=accept").status == 303);
	SAME(state(1), "accepted");
	CHECK(steps(1, "move=accept").status == 409);
	CHECK(steps(1, "move=reopen|reason=Nhầm").status == 303);
	SAME(state(1), "returned");
}

/* What goes on within the unit is its own: outside it is under way, and who neither does it
 * nor decides on it reads no reasons. */
static void
outside_it_is_under_way(void)
{
	given();
	as(person("unit_officer", A));
	CHECK(steps(1, "move=receive").status == 303);
	CHECK(saves(1, "result=Đã lập|do=submit").status == 303);
	CHECK(says(ask_get("/task"), "Chờ lãnh đạo gửi") && says(ask_get("/task/unit/1"), "Chờ lãnh đạo gửi"));
	as(person("specialist", P));
	struct reply r = ask_get("/task/1");
	CHECK(says(r, ">Đang thực hiện</span>") && !says(r, ">Chờ lãnh đạo gửi</span>"));
	CHECK(says(ask_get("/task/1?state=received"), "/task/unit/1\""));
	r = ask_get("/task/unit/1");
	CHECK(says(r, ">Đang thực hiện</span>") && !says(r, ">Chờ lãnh đạo gửi</span>"));
	CHECK(says(ask_get("/task/unit/1.json"), "\"state\": \"received\""));
	as(person("unit_leader", A));
	CHECK(steps(1, "move=back|reason=Viết lại cho gọn").status == 303);
	CHECK(says(ask_get("/task/unit/1"), "Viết lại cho gọn"));
	static const char *const outside[] = { "specialist", "council" };
	for (size_t i = 0; i < 2; i++) {
		as(person(outside[i], P));
		r = ask_get("/task/unit/1");
		CHECK(r.status == 200 && !says(r, "Viết lại cho gọn") && !says(r, "Trình lãnh đạo"));
	}
	/* what who gave it says is not covered by what the leader says */
	as(person("unit_leader", A));
	CHECK(saves(1, "result=Gọn|do=send").status == 303);
	as(person("specialist", P));
	CHECK(steps(1, "move=return|reason=Thiếu chữ ký").status == 303);
	CHECK(says(ask_get("/task/unit/1"), "<h2>Bị trả lại</h2><p class=\"lines\">Thiếu chữ ký"));
	as(person("unit_officer", A));
	CHECK(saves(1, "result=Gọn|do=submit").status == 303);
	as(person("unit_leader", A));
	CHECK(says(ask_get("/task/unit/1"), "<h2>Lần trước đã trả lại</h2><p class=\"lines\">Thiếu chữ ký"));
	CHECK(steps(1, "move=back|reason=Xin chữ ký").status == 303);
	r = ask_get("/task/unit/1");
	CHECK(says(r, "<h2>Bị trả lại</h2><p class=\"lines\">Xin chữ ký") && says(r, "<p class=\"lines\">Trước đó: Thiếu chữ ký"));
	as(person("specialist", P));
	r = ask_get("/task/unit/1");
	CHECK(says(r, "<p class=\"lines\">Thiếu chữ ký") && !says(r, "Xin chữ ký") && !says(r, "Trước đó"));
}

/* When it is due stands above all else, and what the title says is not said twice; who has no
 * unit to work for is led to no list of his own. */
static void
the_page_begins_with_what_matters(void)
{
	given();
	as(person("unit_officer", A));
	struct reply r = ask_get("/task/unit/1");
	CHECK(in_order(r, "30/11/2026, còn 10 ngày", "<h1>Nhiệm vụ: Lập danh sách hộ nghèo</h1>"));
	CHECK(!says(r, "<h2>Việc phải làm</h2>"));
	const char *words = "từng hộ một ";
	for (int i = 0; i < 5; i++)
		words = mem_printf(scene_mem(), "%s%s", words, words);
	CHECK(gives(mem_printf(scene_mem(), "text=Lập danh sách %shết|due_date=30/11/2026|to=kind:commune", words)).status == 303);
	CHECK(says(ask_get("/task/2"), "hết</p>"));
	CHECK(says(ask_get("/task/given"), "<a href=\"/task\" aria-current") && !says(ask_get("/task/1"), "<h2>Việc"));
	as(person("council", P));
	SAME(leads(ask_get("/task")), "/task/given");
}

/* A form whose session ended comes back with the clause that was chosen in it. */
static void
a_kept_form_keeps_its_clause(void)
{
	lay();
	int64_t who = person("specialist", P);
	as(who);
	scene(mem_printf(scene_mem(), "INSERT INTO draft (account, path, at, fields) VALUES (%lld,"
	    " '/task/plan/1/add', %d, 'clause=V.1~2&text=Hai&papers=&due_date=&code=')",
	    (long long)who, NOW));
	struct reply r = ask_get("/task/plan/1/add");
	CHECK(says(r, ">Hai</textarea>") && says(r, "value=\"V.1~2\" selected"));
	CHECK(says(r, "<p>- Lập danh sách hộ</p>"));
}

/* The unit's own specialist keeps no plan of the province. */
static void
no_unit_accepts_its_own_work(void)
{
	sent();
	as(person("specialist", A));
	struct reply r = ask_get("/task/unit/1");
	CHECK(r.status == 200 && !says(r, "Tiếp nhận kết quả") && !says(r, "Rút nhiệm vụ"));
	CHECK(steps(1, "move=accept").status == 404);
	CHECK(steps(1, "move=withdraw|reason=Thôi").status == 404);
	CHECK(posts("/task/1/accept", "unit=1/4").status == 404);
	CHECK(ask_get("/task/1").status == 404);
	CHECK(!says(ask_get("/task/given"), "/task/1\""));
	as(person("specialist", B));
	CHECK(ask_get("/task/unit/1").status == 404);
	/* and who sent it does not accept it, whatever else he is */
	int64_t leader = person("unit_leader", A);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 1, 'specialist', '2020-01-01', '9999-12-31')", (long long)leader));
	as(leader);
	CHECK(steps(1, "move=accept").status == 422);
	SAME(state(1), "sent");
}

static void
many_are_accepted_at_once(void)
{
	sent();
	as(person("unit_leader", B));
	CHECK(steps(2, "move=receive").status == 303);
	CHECK(saves(2, "result=B xong|do=send").status == 303);
	as(person("specialist", P));
	struct reply r = ask_get("/task/1");
	CHECK(says(r, mem_printf(scene_mem(), "value=\"1/%lld\"", (long long)edition(1))));
	CHECK(posts("/task/1/accept", "x=1").status == 422);
	CHECK(posts("/task/1/accept", "unit=99/1").status == 404);
	r = posts("/task/1/accept", mem_printf(scene_mem(), "unit=1/%lld|unit=2/1", (long long)edition(1)));
	CHECK(r.status == 303);			/* the other was another edition */
	SAME(state(1), "accepted");
	SAME(state(2), "sent");
	CHECK(says(ask_get(location(r)), "đã gửi bản khác"));
	r = posts("/task/1/accept", "unit=2/1");
	CHECK(r.status == 422 && says(r, "Chưa tiếp nhận được"));
}

static void
it_is_withdrawn_with_a_reason(void)
{
	sent();
	as(person("specialist", P));
	CHECK(steps(1, "move=accept").status == 303);
	CHECK(posts("/task/1/withdraw", "reason= ").status == 422);
	CHECK(posts("/task/1/withdraw", "reason=Giao nhầm cụm").status == 303);
	SAME(state(1), "accepted");		/* what is done stays */
	SAME(state(2), "withdrawn");
	CHECK(posts("/task/1/withdraw", "reason=Nữa").status == 409);
	as(person("unit_officer", B));
	CHECK(says(ask_get("/task/unit/2"), "Giao nhầm cụm"));
	CHECK(steps(2, "move=receive").status == 409);
	CHECK(says(ask_get("/task?state=withdrawn"), "/task/unit/2"));
	CHECK(!says(ask_get("/task?state=open"), "/task/unit/2"));
}

static void
its_due_date_is_put_off_with_a_reason(void)
{
	given();
	as(person("unit_leader", A));
	CHECK(steps(1, "move=receive").status == 303);
	CHECK(saves(1, "result=Xong|do=send").status == 303);
	CHECK(ask_get("/task/1").status == 403);
	CHECK(posts("/task/1/extend", "due_date=15/12/2026|why=Mưa lũ").status == 403);
	as(person("specialist", A));
	CHECK(posts("/task/1/extend", "due_date=15/12/2026|why=Mưa lũ").status == 404);
	as(person("specialist", P));
	CHECK(posts("/task/9/extend", "due_date=15/12/2026|why=Mưa lũ").status == 404);
	struct reply r = posts("/task/1/extend", "due_date=15/12/2026|why= ");
	CHECK(r.status == 422 && says(r, "href=\"#why\"") && says(r, "value=\"15/12/2026\""));
	r = posts("/task/1/extend", "due_date=30/11/2026|why=Mưa lũ");
	CHECK(r.status == 422 && says(r, "Hạn đang là 30/11/2026: chọn ngày sau đó"));
	CHECK(posts("/task/1/extend", "due_date=1/11/2026|why=Mưa lũ").status == 422);
	CHECK(posts("/task/1/extend", "due_date=31/2/2027|why=Mưa lũ").status == 422);
	SAME(look_text("SELECT due_date FROM task"), "2026-11-30");
	CHECK(look("SELECT count(*) FROM flow_step WHERE move = 'extend'") == 0);
	/* no step of a unit's own page does it */
	CHECK(steps(2, "move=extend|reason=Mưa lũ").status == 404 && !says(ask_get("/task/unit/2"), "Lùi hạn"));
	r = posts("/task/1/extend", "due_date=13/12/2026|why=Mưa lũ ở Pá Sang");	/* a Sunday */
	CHECK(r.status == 303);
	r = ask_get(location(r));
	CHECK(says(r, "Đã lùi hạn đến 13/12/2026; 1 đơn vị được báo"));
	CHECK(says(r, "13/12/2026 (Chủ nhật, lùi đến 14/12/2026)"));
	/* who still works on it is told, and who has sent is not asked again; the trail has both days */
	SAME(look_text("SELECT group_concat(t.unit || s.reason) FROM flow_step s JOIN task_unit t"
	    " ON t.flow_case = s.flow_case WHERE s.move = 'extend'"), "330/11/2026 - 13/12/2026: Mưa lũ ở Pá Sang");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'task.extend' AND entity = 1") == 1);
	SAME(look_text("SELECT old || ' ' || new FROM audit_value WHERE field = 'due_date'"
	    " ORDER BY audit DESC LIMIT 1"), "2026-11-30 2026-12-13");
	CHECK(look("SELECT count(*) FROM notice_rule WHERE flow = 'task' AND move = 'extend'"
	    " AND kind = 'task_extended'") == 1);
	as(person("unit_officer", B));
	r = ask_get("/task/unit/2");
	CHECK(says(r, "Mưa lũ ở Pá Sang") && says(r, "13/12/2026"));
	/* it is no return: nothing is to be mended */
	CHECK(steps(2, "move=receive").status == 303);
	as(person("specialist", P));
	CHECK(posts("/task/1/extend", "due_date=20/12/2026|why=Lần hai").status == 303);
	as(person("unit_officer", B));
	r = ask_get("/task/unit/2");
	CHECK(!says(r, "Bị trả lại") && says(r, "Lần hai") && says(r, "Đang thực hiện") + says(r, "đang thực hiện") > 0);
	/* all have sent: nobody is left to put it off for */
	as(person("unit_leader", B));
	CHECK(saves(2, "result=Xong|do=send").status == 303);
	as(person("specialist", P));
	CHECK(!says(ask_get("/task/1"), "Hạn mới"));
	CHECK(posts("/task/1/extend", "due_date=30/12/2026|why=a").status == 409);
	SAME(look_text("SELECT due_date FROM task"), "2026-12-20");
}

/* A term that ends on a Saturday ends with the Monday after it. */
static void
late_is_told_by_the_day_it_was_first_sent(void)
{
	lay();
	CHECK(gives("text=Việc gấp|due_date=21/11/2026|to=kind:commune").status == 303);
	CHECK(says(ask_get("/task/1"), "21/11/2026 (Thứ Bảy, lùi đến 23/11/2026)"));
	as(person("unit_leader", A));
	CHECK(steps(1, "move=receive").status == 303);
	CHECK(saves(1, "result=Xong|do=send").status == 303);
	scene("UPDATE task SET due_date = '2026-11-14', day = '2026-11-02'");	/* until the 16th */
	as(person("specialist", P));
	struct reply r = ask_get("/task/1");
	CHECK(says(r, "Chưa nhận, quá hạn 4 ngày") && says(r, "Đã gửi kết quả, trễ 4 ngày"));
	CHECK(says(ask_get("/task/given?state=late"), "/task/1"));
	scene("UPDATE task_unit SET first_day = '2026-11-16' WHERE id = 1");
	r = ask_get("/task/1");
	CHECK(says(r, "quá hạn 4 ngày") && !says(r, "trễ 4 ngày"));
	CHECK(steps(1, "move=return|reason=Sửa lại").status == 303);
	as(person("unit_leader", A));
	CHECK(saves(1, "result=Sửa|do=send").status == 303);
	SAME(look_text("SELECT first_day FROM task_unit WHERE id = 1"), "2026-11-16");	/* in time it stays */
	CHECK(says(ask_get("/task?state=sent"), "/task/unit/1") && !says(ask_get("/task?state=late"), "/task/unit/1"));
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-11-16', 1, 'Nghỉ thử', 'a')");
	as(person("specialist", P));
	CHECK(says(ask_get("/task/1"), "quá hạn 3 ngày"));
}

static void
lists_come_as_files_and_are_sorted(void)
{
	given();
	CHECK(gives("clause=V|text=An toàn|due_date=25/11/2026|code=|to=kind:commune").status == 303);
	as(person("unit_officer", A));
	struct reply r = ask_get("/task?sort=task");
	CHECK(strstr(r.body, "An toàn") < strstr(r.body, "Lập danh sách"));
	r = ask_get("/task?sort=-due");
	CHECK(strstr(r.body, "An toàn") > strstr(r.body, "Lập danh sách"));
	r = ask_get("/task?clause=V.1~2");
	CHECK(says(r, "Lập danh sách") && !says(r, "An toàn"));
	r = ask_get("/task.csv");
	CHECK(r.status == 200 && says(r, "2026-11-30") && says(r, "07/KH-UBND"));
	CHECK(ask_get("/task.xlsx").status == 200);
	CHECK(says(ask_get("/task.json"), "\"level\""));
	r = ask_get("/task/unit/1.json");
	CHECK(says(r, "\"last_day\": \"2026-11-30\"") && says(r, "\"anchor\": \"V.1~2\""));
	as(person("specialist", P));
	CHECK(says(ask_get("/task/1.csv"), "0912 345 678"));
	SAME(leads(ask_get("/task")), "/task/given");	/* he has no unit to work for */
	as(person("clerk", P));
	CHECK(ask_get("/task").status == 200 && ask_get("/task/given").status == 403);
}

static void
papers_are_the_units_until_it_is_sent(void)
{
	static const char text[] = "Danh sách";

	given();
	as(person("unit_officer", A));
	struct reply r = ask_raw(ask_file("/task/unit/1/file", "once=1", "ds.txt", text, sizeof(text) - 1));
	CHECK(r.status == 409);			/* it is not received */
	CHECK(steps(1, "move=receive").status == 303);
	r = ask_raw(ask_file("/task/unit/1/file", "once=2", "ds.txt", text, sizeof(text) - 1));
	CHECK(r.status == 303);
	CHECK(says(ask_get("/task/unit/1"), "ds.txt"));
	CHECK(ask_get("/task/unit/1/file/1").status == 200);
	as(person("specialist", P));
	CHECK(ask_get("/task/unit/1/file/1").status == 404);	/* not sent yet */
	CHECK(!says(ask_get("/task/unit/1"), "ds.txt"));
	as(person("unit_officer", B));
	CHECK(ask_get("/task/unit/1/file/1").status == 404);
	CHECK(ask_get("/task/unit/2/file/1").status == 404);
	as(person("unit_leader", A));
	CHECK(saves(1, "result=Xong|do=send").status == 303);
	CHECK(ask_post("/task/unit/1/file/1/remove", "").status == 409);
	as(person("specialist", P));
	CHECK(ask_get("/task/unit/1/file/1").status == 200 && says(ask_get("/task/unit/1"), "ds.txt"));
}

/* Since that day another document says something else in that clause's place. */
static void
amended(const char *anchor, const char *text, const char *day)
{
	scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (90, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (90, 90, 1, '90/KH-UBND', '%s', 'Sửa đổi');"
	    "INSERT INTO plan_change VALUES (90, 1, 'amend', NULL);"
	    "INSERT INTO plan_change_clause (plan, seq, act, anchor, text, html) VALUES (90, 1, 'replace', '%s', '%s', '<p>%s</p>')",
	    day, anchor, text, text));
}

static void
a_task_keeps_the_text_it_was_given_from(void)
{
	given();
	amended("V.1~2", "Lập danh sách hộ cận nghèo", "2026-11-20");
	scene("UPDATE task SET day = '2026-11-19'");
	as(person("specialist", P));
	CHECK(says(ask_get("/task/1"), "<p>- Lập danh sách hộ</p>") && !says(ask_get("/task/1"), "cận nghèo"));
	CHECK(says(ask_get("/task/plan/1/add?clause=V.1~2"), "<p>Lập danh sách hộ cận nghèo</p>"));
	scene("UPDATE task SET day = '2026-11-20'");
	CHECK(says(ask_get("/task/1"), "cận nghèo"));
	/* from what is recalled nothing more is given; what was given stays */
	scene("UPDATE plan_change SET kind = 'recall'");
	CHECK(ask_get("/task/plan/1/add").status == 404 && gives("clause=V|text=Một việc khác|due_date=30/11/2026|to=kind:commune").status == 404);
	CHECK(ask_get("/task/1").status == 200 && look("SELECT count(*) FROM task_unit") == 2);
}

int
main(void)
{
	a_task_keeps_the_text_it_was_given_from();
	a_clause_is_given_to_units();
	units_are_those_of_the_day_each_once();
	what_is_given_says_what_until_when_and_to_whom();
	a_unit_receives_does_and_its_leader_sends();
	a_leader_alone_does_it_all();
	who_does_it_is_of_the_unit();
	the_giver_accepts_or_returns();
	outside_it_is_under_way();
	the_page_begins_with_what_matters();
	a_kept_form_keeps_its_clause();
	no_unit_accepts_its_own_work();
	many_are_accepted_at_once();
	it_is_withdrawn_with_a_reason();
	its_due_date_is_put_off_with_a_reason();
	late_is_told_by_the_day_it_was_first_sent();
	lists_come_as_files_and_are_sorted();
	papers_are_the_units_until_it_is_sent();
	return done();
}
