/* unit_test.c - the unit pages: who sees what, what is changed from a day on, and a
 * sheet that comes in whole or not at all. */

#include "tests/scene.h"

#include <stdio.h>
#include <time.h>

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/reply.h"
#include "cgi-bin/lib/sheet.h"
#include "cgi-bin/lib/unit_import.h"
#include "db/unit.h"

static int64_t admin_p, admin_a;

static void
begin(void)
{
	fresh();
	admin_p = person("admin", P);
	admin_a = person("admin", A);
	scene("INSERT INTO unit_contact (id, unit, name, post, phone, valid_from, valid_to) VALUES"
	    " (1, 2, 'Lò Thị Huyền', 'Văn hóa', '0217 385 2204', '2020-01-01', '9999-12-31'),"
	    " (2, 3, 'Vàng A Chu', '', '0999 111 222', '2020-01-01', '9999-12-31')");
	as(admin_p);
}

/* "name=Xã Mới&..." with the letters that a form may not carry bare. */
static const char *
typed(const char *text)
{
	char *out = mem_take(scene_mem(), strlen(text) * 3 + 1), *at_ = out;

	for (; *text; text++)
		if ((unsigned char)*text > 0x7f || *text == ' ' || *text == '+')
			at_ += snprintf(at_, 4, "%%%02X", (unsigned char)*text);
		else
			*at_++ = *text;
	return out;
}

static struct reply
post(const char *path, const char *fields)
{
	return ask_post(path, typed(fields));
}

/* A multipart form of one field or file. */
static struct reply
send_part(int64_t who, const char *head, const char *bytes, size_t n)
{
	struct mem *mem = scene_mem();
	const char *own = mem_printf(mem, "x%lld", (long long)who);
	const char *before = mem_printf(mem, "--b0\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
	    "%s\r\n--b0\r\nContent-Disposition: form-data; %s\r\n\r\n", token(mem, own, "/unit/import"), head);
	const char *after = "\r\n--b0--\r\n";
	size_t a = strlen(before), z = strlen(after);
	char *body = mem_take(mem, a + n + z + 1);

	memcpy(body, before, a);
	memcpy(body + a, bytes, n);
	memcpy(body + a + n, after, z);
	as(who);
	struct ask ask = ask_of("POST", "/unit/import", "");
	ask.type = "multipart/form-data; boundary=b0";
	ask.body = body;
	ask.length = a + n + z;
	return ask_raw(ask);
}

static struct reply
upload(int64_t who, const char *csv)
{
	return send_part(who, "name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv", csv,
	    strlen(csv));
}

static struct reply
confirm(int64_t who, const char *csv)
{
	return send_part(who, "name=\"rows\"", csv, strlen(csv));
}

static int64_t
units(void)
{
	return look("SELECT count(*) FROM unit");
}

/* ---- reading ---- */

static void
signed_out_names_and_tree_only(void)
{
	static const char *const paths[] = { "/unit", "/unit.csv", "/unit.json", "/unit/2",
	    "/unit/2.json", "/unit?q=0217", "/unit?q=huyen", "/unit.json?q=0217&sort=phone",
	    "/unit/2?day=01/01/2024" };
	/* who is in which cluster, by which paper, is no name and no tree */
	static const char *const inside[] = { "/unit/group", "/unit/group.csv", "/unit/group.json",
	    "/unit/group/1", "/unit/group/1.json", "/unit/group/9" };

	begin();
	scene("INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to, document)"
	    " VALUES (1,'cluster','Cụm số 1',1,'2020-01-01','9999-12-31','12/TB')");
	as(0);
	for (size_t i = 0; i < sizeof(inside) / sizeof(*inside); i++)
		CHECK(ask_get(inside[i]).status == 303);
	CHECK(!says(ask_get("/unit"), "/unit/group"));
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		struct reply r = ask_get(paths[i]);
		CHECK(r.status == 200);
		CHECK(!says(r, "385 2204") && !says(r, "Huyền") && !says(r, "contact\":"));
	}
	CHECK(says(ask_get("/unit"), "Xã An") && says(ask_get("/unit"), "UBND tỉnh Thử"));
	CHECK(says(ask_get("/unit"), "<caption><span class=\"vh\">Đơn vị</span>"));	/* the page's head has said it */
	CHECK(!says(ask_get("/unit"), "Điện thoại"));
	CHECK(says(ask_get("/unit.json"), "\"total\": 5"));
	CHECK(says(ask_get("/unit.json?q=0217"), "\"total\": 0"));
	struct reply x = ask_get("/unit.xlsx");
	struct sheet *s = sheet_read(scene_mem(), x.body, x.length);
	CHECK(!s->wrong && s->rows->n == 4);
	as(person("unit_officer", B));
	CHECK(says(ask_get("/unit"), "385 2204"));
	CHECK(says(ask_get("/unit"), "href=\"/unit/group\"") && says(ask_get("/unit/group/1"), "12/TB"));
	scene("INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to) VALUES"
	    " (2,'bloc','Khối Đảng',1,'2021-01-01','9999-12-31'),"
	    " (3,'bloc','Khối Em',1,'2022-01-01','9999-12-31');"
	    "INSERT INTO unit_member (unit_group, unit, head, valid_from, valid_to) VALUES"
	    " (1,2,0,'2021-01-01','9999-12-31'), (1,3,1,'2022-01-01','9999-12-31')");
	CHECK(in_order(ask_get("/unit/group.json?sort=name"), "Đảng", "Em"));
	CHECK(in_order(ask_get("/unit/group.json?sort=-name"), "Em", "Đảng"));
	CHECK(in_order(ask_get("/unit/group.json?sort=-since"), "Em", "Cụm số 1"));
	CHECK(in_order(ask_get("/unit/group.json?sort=-members"), "Cụm số 1", "Đảng"));
	CHECK(in_order(ask_get("/unit/group.json?sort=members"), "Đảng", "Cụm số 1"));
	CHECK(in_order(ask_get("/unit/group/1"), ">Xã Bình<", ">Xã An<"));	/* who leads */
	CHECK(in_order(ask_get("/unit/group/1?sort=unit"), ">Xã An<", ">Xã Bình<"));
	CHECK(in_order(ask_get("/unit/group/1?sort=-code"), ">Xã Bình<", ">Xã An<"));
	CHECK(in_order(ask_get("/unit/group/1?sort=-head"), ">Xã An<", ">Xã Bình<"));
	CHECK(in_order(ask_get("/unit/group/1?sort=since"), ">Xã An<", ">Xã Bình<"));
	CHECK(says(ask_get("/unit/group/1.json"), "\"name\": \"Xã Bình\""));
	CHECK(ask_get("/unit/group/9.json").status == 404);
	CHECK(in_order(ask_get("/unit/group/1.csv?sort=unit"), "Xã An", "Xã Bình"));
	CHECK(says(ask_get("/unit/group/1"), "/unit/group/1.xlsx") && ask_get("/unit/group/1.xlsx").status == 200);
	CHECK(ask_get("/unit/group/9.csv").status == 404);
	as(0);
	CHECK(ask_get("/unit/group/1.csv").status == 303);
	/* More members than a page holds; the files hold all. */
	scene("WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1110)"
	    " INSERT INTO unit SELECT i, 'z' || i, '2000-01-01', '9999-12-31' FROM n;"
	    "INSERT INTO unit_name (unit,name,name_key,name_plain,kind,valid_from,valid_to)"
	    " SELECT id, 'Xã ' || id, 'z' || id, 'xa ' || id, 'commune', '2000-01-01', '9999-12-31'"
	    " FROM unit WHERE id >= 1000;"
	    "INSERT INTO unit_member (unit_group, unit, head, valid_from, valid_to)"
	    " SELECT 1, id, 0, '2022-01-01', '9999-12-31' FROM unit WHERE id >= 1000");
	as(person("unit_officer", B));
	struct reply many = ask_get("/unit/group/1?sort=unit");
	CHECK(says(many, ": 113</small>") && !says(many, "Xã 1110") && says(many, "/unit/group/1?sort=unit&amp;page=2"));
	CHECK(says(ask_get("/unit/group/1?sort=unit&page=2"), "Xã 1110"));
	CHECK(says(ask_get("/unit/group/1.csv"), "Xã 1110") && says(ask_get("/unit/group/1.csv"), "Xã 1000"));
	/* What is refused leaves the links to the list itself. */
	as(person("admin", P));
	many = ask_post("/unit/group/1/member", "unit=khong-co&head=0&valid_from=01/1/2026");
	CHECK(many.status == 422 && says(many, "href=\"/unit/group/1?sort=unit\"")
	    && !says(many, "/member?sort"));
	CHECK(says(ask_get("/unit.csv"), "0217 385 2204"));
	CHECK(says(ask_get("/unit/2"), "Lò Thị Huyền") && says(ask_get("/unit/2.json"), "385 2204"));
	x = ask_get("/unit.xlsx");
	CHECK(sheet_read(scene_mem(), x.body, x.length)->rows->n == 6);
	/* A contact is not found by his number, even signed in. */
	CHECK(says(ask_get("/unit.json?q=0217"), "\"total\": 0"));
}

/* Whoever has no mandate today is a stranger, signed in or not. */
static void
strangers_see_names_and_the_tree(void)
{
	static const char *const hidden[] = { "Số 1 phố Cũ", "Khu vực II", "region", "address",
	    "XAA", "short_name", "Cụm số 1", "groups", "12/TB", "1690/NQ", "Xã Cũ", "Quá trình",
	    "385 2204", "Huyền", "contact\":" };
	static const char *const paths[] = { "/unit/2", "/unit/2.json", "/unit", "/unit.json",
	    "/unit.csv", "/unit/2?day=01/01/2020", "/unit/2.json?day=01/01/2020" };

	begin();
	scene("UPDATE unit_name SET valid_from = '2025-07-01', address = 'Số 1 phố Cũ', region = 'II',"
	    " short_name = 'XAA', document = '1690/NQ' WHERE unit = 2;"
	    "INSERT INTO unit_name (unit,name,name_key,name_plain,kind,address,valid_from,valid_to)"
	    " VALUES (2,'Xã Cũ','02','xa cu','commune','Số 1 phố Cũ','2000-01-01','2025-06-30');"
	    "INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to, document)"
	    " VALUES (1,'cluster','Cụm số 1',1,'2020-01-01','9999-12-31','12/TB');"
	    "INSERT INTO unit_member (unit_group, unit, head, valid_from, valid_to)"
	    " VALUES (1,2,1,'2020-01-01','9999-12-31')");
	int64_t ended = person("unit_officer", B);
	scene("UPDATE mandate SET valid_to = '2026-11-19' WHERE unit = 3");
	const int64_t strangers[] = { 0, ended, person("", 0) };
	for (size_t k = 0; k < 3; k++) {
		as(strangers[k]);
		for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
			for (size_t h = 0; h < sizeof(hidden) / sizeof(*hidden); h++) {
				bool asked = strstr(paths[i], "day=") && !strcmp(hidden[h], "Xã Cũ");
				CHECK(asked || !says(ask_get(paths[i]), hidden[h]));
			}
		struct reply r = ask_get("/unit/2");
		CHECK(says(r, "<h1>Xã An</h1>") && says(r, "UBND tỉnh Thử") && says(r, "Thôn Một"));
		CHECK(says(r, "Đang hoạt động") && says(r, "Xã, phường"));
		r = ask_get("/unit/2.json");
		CHECK(says(r, "\"code\": \"A\"") && says(r, "\"valid_from\"") && !says(r, "\"plans\""));
		CHECK(says(ask_get("/unit.json?group=1"), "\"total\": 5"));
	}
	as(person("unit_officer", A1));
	struct reply r = ask_get("/unit/2");
	CHECK(says(r, "Số 1 phố Cũ") && says(r, "Khu vực II") && says(r, "Cụm số 1"));
	CHECK(says(r, "1690/NQ") && says(r, "Xã Cũ") && says(r, "385 2204"));
	CHECK(says(ask_get("/unit/2.json"), "Cụm số 1") && says(ask_get("/unit"), "Cụm số 1"));
	CHECK(says(ask_get("/unit.json?group=1"), "\"total\": 1"));
}

static void
who_may_not_change_sees_no_buttons(void)
{
	begin();
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/unit/2"), "/unit/2/edit") && !says(ask_get("/unit"), "/unit/import"));
	as(admin_a);
	CHECK(says(ask_get("/unit/2"), "/unit/2/edit") && says(ask_get("/unit"), "/unit/import"));
	CHECK(says(ask_get("/unit/4"), "/unit/4/edit") && !says(ask_get("/unit/3"), "/unit/3/edit"));
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	CHECK(!says(ask_get("/unit/2"), "/unit/2/edit"));
}

static void
the_list_is_read_as_of_a_day_and_filtered(void)
{
	begin();
	CHECK(says(ask_get("/unit.json?q=xa+an"), "\"total\": 1"));
	CHECK(says(ask_get("/unit.json?q=th%C3%B4n"), "\"total\": 1"));
	CHECK(says(ask_get("/unit.json?kind=commune"), "\"total\": 2"));
	CHECK(says(ask_get("/unit.json?under=2"), "\"total\": 2"));
	CHECK(says(ask_get("/unit?under=2"), "Chỉ trong đơn vị:"));
	CHECK(says(ask_get("/unit.json?day=31/12/1999"), "\"total\": 0"));
	CHECK(says(ask_get("/unit?day=31/12/1999"), "Không có đơn vị nào khớp"));
	/* A tree of many heads shows these alone, with the way down; no page grows with it. */
	CHECK(says(ask_get("/unit"), ">Xã An<") && !says(ask_get("/unit"), "/unit?under=1\""));
	scene("BEGIN;"
	    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)"
	    " INSERT INTO unit SELECT 1000 + i, 'N' || i, '2000-01-01', '9999-12-31' FROM n;"
	    "INSERT INTO unit_name (unit,name,name_key,name_plain,kind,valid_from,valid_to)"
	    " SELECT id, 'Thôn ' || code, code, lower(code), 'village', valid_from, valid_to FROM unit WHERE id > 1000;"
	    "INSERT INTO unit_parent (unit,parent,valid_from,valid_to)"
	    " SELECT id, 1, valid_from, valid_to FROM unit WHERE id > 1000;"
	    "INSERT INTO unit_under (ancestor,unit,depth,valid_from,valid_to)"
	    " SELECT id, id, 0, valid_from, valid_to FROM unit WHERE id > 1000"
	    " UNION ALL SELECT 1, id, 1, valid_from, valid_to FROM unit WHERE id > 1000; COMMIT");
	struct reply large = ask_get("/unit");
	CHECK(says(large, "<a href=\"/unit/1\"><b>UBND tỉnh Thử</b></a> <a href=\"/unit?under=1\">1.204 đơn vị trực thuộc"));
	CHECK(!says(large, "<summary>") && large.length < 40000);
	scene("BEGIN; DELETE FROM unit_under WHERE unit > 1000; DELETE FROM unit_parent WHERE unit > 1000;"
	    "DELETE FROM unit_name WHERE unit > 1000; DELETE FROM unit WHERE id > 1000; COMMIT");

	/* What is looked for stands alone, with the way back to the tree. */
	CHECK(says(ask_get("/unit"), "id=\"tree-h\"") && !says(ask_get("/unit?q=xa+an"), "id=\"tree-h\""));
	CHECK(says(ask_get("/unit?q=xa+an&day=30/6/2025"), "href=\"/unit?day=2025-06-30\">Xem tất cả đơn vị"));
	struct reply r = ask_get("/unit?day=31/02/2020");
	CHECK(r.status == 422 && says(r, "31/02/2020") && says(r, "viết như 26/9/2017"));
	CHECK(ask_get("/unit/2?day=x").status == 422);
	CHECK(ask_get("/unit/99").status == 404);
	CHECK(ask_get("/unit/99.json").status == 404);
	/* A query's marks and quotes are text and no more. */
	CHECK(ask_get("/unit?q=%25%27%22%3Cb%3E").status == 200);
	CHECK(!says(ask_get("/unit?q=%3Cb%3E"), "<b>\""));
}

static const char bound[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES"
	" (1,'plan',1,'issued',0),(2,'plan',1,'draft',0),(3,'plan',3,'issued',0),"
	" (4,'plan',1,'issued',0),(5,'signup',2,'registered',0),(6,'plan',1,'issued',0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, subject, period_to, signup_due) VALUES"
	" (1,1,1,'1/KH-UBND','2026-01-05','Thi đua một','2030','2026-12-01'),"
	" (2,2,1,'2/KH-UBND','2026-01-06','Thi đua hai','',NULL),"
	" (3,3,3,'3/KH-UBND','2026-01-07','Thi đua ba','',NULL),"
	" (4,4,1,'4/KH-UBND','2020-01-07','Thi đua bốn','2025',NULL),"
	" (5,6,1,'5/KH-UBND','2026-02-07','Thi đua năm','',NULL);"
	"UPDATE plan SET signup_due = signup_due;"
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1,1,1,'','Các xã'),"
	" (2,2,1,'','Các xã'),(3,3,1,'','Các xã'),(4,4,1,'','Các xã');"
	"INSERT INTO plan_class_kind VALUES (1,'commune'),(2,'commune'),(3,'commune'),(4,'commune');"
	"INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1,5,1,'Thôn Một', 'act');"
	"INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (5,4,1,1795000000);"
	"INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (1,5,1,2,0);"
	"INSERT INTO report_form (id, unit, name, kind) VALUES (1,1,'Báo cáo thi đua','periodic');"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	" (1,1,'Kỳ một','2026-01-01','2026-06-30','2026-06-01'),"
	" (2,1,'Kỳ hai','2026-07-01','2026-12-31','2026-12-01');"
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1,'commune','2026-07-05'),(2,'commune','2027-01-05')";

static void
what_binds_a_unit_stands_on_its_page(void)
{
	begin();
	scene(bound);
	as(person("specialist", P));
	struct reply r = ask_get("/unit/2");
	CHECK(says(r, "Thi đua một") && says(r, "Tỉnh, thành phố"));
	CHECK(!says(r, "Thi đua hai"));		/* a draft */
	CHECK(!says(r, "Thi đua ba"));		/* of a sibling */
	CHECK(!says(r, "Thi đua bốn"));		/* over */
	CHECK(!says(r, "Thi đua năm"));		/* not delivered to it */
	CHECK(says(ask_get("/unit/2?day=01/06/2025"), "Thi đua bốn"));
	r = ask_get("/unit/2");
	CHECK(says(r, "Kỳ một") && says(r, "tag late") && !says(r, "Kỳ hai"));
	CHECK(says(r, look_text("SELECT outside_vi FROM flow_state WHERE flow = 'signup'"
	    " AND state = 'registered'")));
	CHECK(says(ask_get("/unit/3"), "Chưa đăng ký") && says(ask_get("/unit/3"), "còn 11 ngày"));
	CHECK(says(ask_get("/unit/4"), "Thi đua năm") && says(ask_get("/unit/4"), "chưa ký nhận"));
	CHECK(says(ask_get("/unit/2.json"), "\"period\": \"Kỳ một\""));
	/* by the first of its own short names, not by that of a movement it is tied to */
	scene("INSERT INTO plan_short_name (plan, tie, seq, name) VALUES (5, 0, 1, 'Nếp nhà'), (5, 0, 2, 'Nhà'), (1, 1, 1, 'Việc khác')");
	CHECK(says(ask_get("/unit/4"), ">Nếp nhà</a>") && !says(ask_get("/unit/2"), "Việc khác"));
	scene("DELETE FROM plan_short_name");
	as(0);
	r = ask_get("/unit/2");
	CHECK(says(r, "đang được giao vai trò") && !says(r, "Thi đua một") && !says(r, "Phong trào"));
	CHECK(!says(r, "Kỳ một") && !says(r, "Chưa đăng ký") && !says(r, "tag late"));
	CHECK(!says(ask_get("/unit/2.json"), "KH-UBND") && !says(ask_get("/unit/2?day=01/06/2025"), "Thi đua bốn"));
	CHECK(!says(ask_get("/unit/2.json"), "Kỳ một") && !says(ask_get("/unit/2.json"), "signup"));
	CHECK(!says(ask_get("/unit/4"), "chưa ký nhận"));
}

/* How late a unit is, and what it has signed, is for itself and for those who follow it. */
static void
how_a_unit_stands_is_not_its_siblings_to_see(void)
{
	static const char *const paths[] = { "/unit/2", "/unit/2.json" };
	const char *state;

	begin();
	scene(bound);
	scene("INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (5,2,1,1795000000)");
	state = look_text("SELECT outside_vi FROM flow_state WHERE flow = 'signup'"
	    " AND state = 'registered'");
	const int64_t others[] = { person("unit_officer", B), person("unit_leader", B),
	    person("specialist", B), person("unit_officer", A1), admin_p, admin_a };
	const int64_t its_own[] = { person("unit_officer", A), person("unit_leader", A),
	    person("specialist", P) };
	for (size_t i = 0; i < 2; i++) {
		for (size_t k = 0; k < sizeof(others) / sizeof(*others); k++) {
			as(others[k]);
			struct reply r = ask_get(paths[i]);
			CHECK(r.status == 200 && says(r, "Thi đua một") && says(r, "Thi đua năm"));
			CHECK(!says(r, "Kỳ một") && !says(r, "quá hạn") && !says(r, state));
			CHECK(!says(r, "Chưa đăng ký") && !says(r, "ký nhận") && !says(r, "signup\":"));
		}
		for (size_t k = 0; k < sizeof(its_own) / sizeof(*its_own); k++) {
			as(its_own[k]);
			struct reply r = ask_get(paths[i]);
			CHECK(says(r, "Kỳ một") && says(r, "quá hạn") && says(r, state));
			CHECK(i || says(r, "chưa ký nhận"));
		}
	}
	/* Each by its own ability: the clerk follows deliveries alone. */
	as(person("clerk", P));
	struct reply r = ask_get("/unit/2");
	CHECK(says(r, "chưa ký nhận") && !says(r, state) && !says(r, "Kỳ một"));
	CHECK(!says(ask_get("/unit/2.json"), "\"signup\"") && !says(ask_get("/unit/2.json"), "\"reports\""));
}

/* What binds a unit leads on, for those who may follow it there. */
static void
what_binds_a_unit_leads_on(void)
{
	begin();
	scene(bound);
	as(person("unit_officer", A));
	struct reply r = ask_get("/unit/2");
	CHECK(says(r, "href=\"/report/period/1/unit/2\"") && says(r, "href=\"/signup/1\""));
	as(person("specialist", P));
	r = ask_get("/unit/2");
	CHECK(!says(r, "/report/period/1/unit/2") && says(r, "href=\"/signup/1\""));
	CHECK(!says(ask_get("/unit/3"), "/signup/plan/"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (7,'report',2,'draft',0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (9,7,1,2,0)");
	CHECK(says(ask_get("/unit/2"), "href=\"/report/9\""));
	/* One that ends leaves open what is not sent, or returned. */
	as(admin_p);
	CHECK(says(ask_get("/unit/2/end"), "Kỳ một: Chưa gửi, ") && says(ask_get("/unit/3/split"), "Kỳ một: chưa làm, "));
	scene("UPDATE flow_case SET state = 'returned' WHERE id = 7");
	CHECK(says(ask_get("/unit/2/end"), "Kỳ một: Bị trả lại, "));
	scene("UPDATE flow_case SET state = 'accepted' WHERE id = 7");
	CHECK(!says(ask_get("/unit/2/end"), "Kỳ một") && says(ask_get("/unit/2/end"), "Không có báo cáo nào"));
	as(person("specialist", P));
	/* A sign-up that does not stand is its own unit's alone. */
	scene("UPDATE flow_case SET state = 'draft' WHERE id = 5");
	CHECK(!says(ask_get("/unit/2"), "/signup/1"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/unit/2"), "href=\"/report/9\"") && says(ask_get("/unit/2"), "href=\"/signup/1\""));
	as(person("unit_officer", B));
	CHECK(says(ask_get("/unit/3"), "href=\"/signup/plan/1/unit/3\""));
	r = ask_get("/unit/2");
	CHECK(!says(r, "/report/9") && !says(r, "/signup/1"));
	as(person("clerk", P));
	r = ask_get("/unit/2");
	CHECK(!says(r, "/report/9") && !says(r, "/signup/1"));
}

static void
five_thousand_units_stay_a_page(void)
{
	begin();
	scene("WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 5100)"
	    " INSERT INTO unit SELECT i, 'T' || i, '2000-01-01', '9999-12-31' FROM n;"
	    "INSERT INTO unit_name (unit, name, name_key, name_plain, kind, valid_from, valid_to)"
	    " SELECT id, 'Thôn số ' || id, code, 'thon so ' || id, 'village', '2000-01-01', '9999-12-31'"
	    " FROM unit WHERE id >= 100;"
	    "INSERT INTO unit_parent (unit, parent, valid_from, valid_to)"
	    " SELECT id, 2 + id % 2, '2000-01-01', '9999-12-31' FROM unit WHERE id >= 100;"
	    "INSERT INTO unit_under SELECT id, id, 0, '2000-01-01', '9999-12-31' FROM unit WHERE id >= 100;"
	    "INSERT INTO unit_under SELECT 2 + id % 2, id, 1, '2000-01-01', '9999-12-31' FROM unit WHERE id >= 100;"
	    "INSERT INTO unit_under SELECT 1, id, 2, '2000-01-01', '9999-12-31' FROM unit WHERE id >= 100");
	struct reply r = ask_get("/unit");
	CHECK(r.status == 200 && r.length < 150000);
	CHECK(says(r, "5.006") && says(r, "page=51") && says(r, "/unit?under=2"));
	CHECK(ask_get("/unit/2").length < 150000);
	CHECK(says(ask_get("/unit/2"), "2.502 đơn vị trực thuộc"));
	CHECK(says(ask_get("/unit?page=51"), "aria-current=\"page\">Trang 51"));
	struct reply csv = ask_get("/unit.csv");
	int lines = 0;
	for (const char *c = csv.body; (c = strchr(c, '\n')); c++)
		lines++;
	CHECK(lines == 5007);
}

static void
english_is_spoken_everywhere(void)
{
	static const char *const paths[] = { "/unit", "/unit/2", "/unit/add", "/unit/2/edit",
	    "/unit/2/move", "/unit/2/split", "/unit/2/part", "/unit/2/end", "/unit/2/contact", "/unit/group", "/unit/group/add",
	    "/unit/import" };

	begin();
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		struct ask a = ask_of("GET", paths[i], "");
		a.cookie = mem_printf(scene_mem(), "s=t%lld; lang=en", (long long)admin_p);
		struct reply r = ask_raw(a);
		CHECK(r.status == 200 && says(r, "lang=\"en\"") && !says(r, "[["));
		CHECK(!says(r, "Đơn vị</h1>") && !says(r, "Theo văn bản"));
		CHECK(!says(r, ">Từ ngày<") && !says(r, ">Tên đơn vị<"));
	}
}

/* ---- changing ---- */

static void
a_unit_is_added_under_a_parent_one_reaches(void)
{
	begin();
	as(admin_a);
	struct reply r = post("/unit/add", "code=A2&name=Thôn Hai&kind=village&parent=A"
	    "&valid_from=01/7/2025&region=III&document=1/NQ");
	CHECK(r.status == 303);
	int64_t id = look("SELECT id FROM unit WHERE code = 'A2'");
	CHECK(id && look("SELECT count(*) FROM unit_under WHERE ancestor = 1 AND unit > 5") == 1);
	SAME(look_text("SELECT name_plain FROM unit_name WHERE unit > 5"), "thon hai");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'parent'"), "Xã An");
	CHECK(look("SELECT entity FROM audit WHERE action = 'unit.add'") == id);
	CHECK(says(ask_get("/unit/6"), "Khu vực III") || says(ask_get("/unit/6"), "Thôn Hai"));
	/* The name of a parent will do, where only one bears it. */
	CHECK(post("/unit/add", "code=A3&name=Thôn Ba&kind=village&parent=xa an&valid_from=01/7/2025").status == 303);
	/* Refusals. */
	CHECK(post("/unit/add", "code=B2&name=Thôn&kind=village&parent=B&valid_from=01/7/2025").status == 422);
	r = post("/unit/add", "code=A2&name=Thôn Tư&kind=village&parent=A&valid_from=01/7/2025");
	CHECK(r.status == 422 && says(r, "mã không dùng lại") && says(r, "value=\"Thôn Tư\""));
	CHECK(post("/unit/add", "code=A 4&name=Thôn Tư&kind=village&parent=A&valid_from=01/7/2025").status == 422);
	CHECK(post("/unit/add", "code=A4&name=Thôn Tư&kind=planet&parent=A&valid_from=01/7/2025").status == 422);
	CHECK(post("/unit/add", "code=A4&name=Thôn Tư&kind=village&region=IV&parent=A&valid_from=01/7/2025").status == 422);
	CHECK(post("/unit/add", "code=A4&name=Thôn Tư&kind=village&parent=A&valid_from=").status == 422);
	CHECK(post("/unit/add", "code=A4&name=Thôn Tư&kind=village&parent=&valid_from=01/7/2025").status == 422);
	CHECK(post("/unit/add", "code=A4&name=Thôn Tư&kind=village&parent=Q&valid_from=01/7/2025").status == 422);
	CHECK(post("/unit/add", "code=A4&name=Thôn Tư&kind=village&parent=A&valid_from=01/7/1990").status == 422);
	CHECK(units() == 7);
}

static void
a_change_holds_from_its_day_on(void)
{
	begin();
	as(admin_a);
	struct reply r = post("/unit/2/edit", "name=Phường An&kind=commune&region=&address=Số 1"
	    "&valid_from=01/7/2025&document=1690/NQ");
	CHECK(r.status == 303);
	SAME(leads(r), "/unit/2?day=2025-07-01");
	CHECK(says(ask_get("/unit/2"), "<h1>Phường An</h1>"));
	CHECK(says(ask_get("/unit/2?day=30/6/2025"), "<h1>Xã An</h1>"));
	CHECK(says(ask_get("/unit.json?day=30/6/2025&q=an"), "Xã An"));
	CHECK(says(ask_get("/unit/2"), "1690/NQ"));
	SAME(look_text("SELECT old || '>' || new FROM audit_value WHERE field = 'name'"),
	    "Xã An>Phường An");
	CHECK(!look("SELECT count(*) FROM audit_value WHERE field = 'kind'"));
	/* Refusals. */
	r = post("/unit/2/edit", "name=Phường An&kind=commune&address=Số 1&valid_from=01/8/2025");
	CHECK(r.status == 422 && says(r, "Chưa có gì khác"));
	CHECK(post("/unit/2/edit", "name=Xã Y&kind=commune&valid_from=31/12/1999").status == 422);
	CHECK(post("/unit/2/edit", "name=&kind=commune&valid_from=01/8/2025").status == 422);
	CHECK(post("/unit/2/edit", "name=Xã Y&kind=&valid_from=01/8/2025").status == 422);
	CHECK(post("/unit/2/edit", "name=Xã Y&kind=commune&valid_from=1/8/25").status == 422);
	/* A name that is too long is refused with the limit, not cut; it can be shortened. */
	char name[202];
	memset(name, 'y', 201);
	name[201] = '\0';
	r = post("/unit/2/edit", mem_printf(scene_mem(), "name=%s&kind=commune&valid_from=01/8/2025", name));
	CHECK(r.status == 422 && says(r, "quá giới hạn 200") && says(r, name)
	    && !says(r, mem_printf(scene_mem(), "%s\" maxlength", name)));
	CHECK(look("SELECT count(*) FROM unit_name WHERE unit = 2") == 2);
}

static void
what_is_not_yours_does_not_exist(void)
{
	static const char *const paths[] = { "/unit/3/edit", "/unit/3/move", "/unit/3/end",
	    "/unit/3/contact", "/unit/3/contact/2", "/unit/1/edit", "/unit/99/edit" };

	begin();
	as(admin_a);
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		CHECK(post(paths[i], "name=Xã Y&kind=commune&valid_from=01/8/2025&valid_to=01/8/2025"
		    "&parent=A&document=1/NQ&phone=1").status == 404);
		if (i != 4)
			CHECK(ask_get(paths[i]).status == 404);
	}
	/* Another's contact is not ended through a unit of one's own. */
	CHECK(post("/unit/2/contact/2", "valid_to=01/8/2025").status == 404);
	CHECK(!look("SELECT count(*) FROM audit"));
	as(person("specialist", P));
	CHECK(post("/unit/2/edit", "name=Xã Y&kind=commune&valid_from=01/8/2025").status == 403);
	as(0);
	CHECK(ask_get("/unit/2/edit").status == 303);
}

static void
a_unit_moves_and_never_in_a_circle(void)
{
	begin();
	CHECK(post("/unit/4/move", "parent=B&valid_from=01/1/2026&document=5/NQ").status == 303);
	CHECK(says(ask_get("/unit/4"), "href=\"/unit/3\">Xã Bình</a>"));
	CHECK(says(ask_get("/unit/4?day=31/12/2025"), "Xã An</a></dd>"));
	SAME(look_text("SELECT old || '>' || new FROM audit_value WHERE field = 'parent'"),
	    "Xã An>Xã Bình");
	/* Rights follow at once. */
	as(admin_a);
	CHECK(ask_get("/unit/4/edit").status == 404);
	as(admin_p);
	struct reply r = post("/unit/3/move", "parent=A1&valid_from=01/2/2026");
	CHECK(r.status == 422 && says(r, "cấp trên của chính mình"));
	CHECK(post("/unit/3/move", "parent=B&valid_from=01/2/2026").status == 422);
	CHECK(post("/unit/4/move", "parent=B&valid_from=01/2/2026").status == 422);
	CHECK(post("/unit/4/move", "parent=A&valid_from=01/2/1999").status == 422);
	CHECK(post("/unit/4/move", "parent=nowhere&valid_from=01/2/2026").status == 422);
	/* Out of one's own scope it is not moved: the new parent must be reached too. */
	scene("INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " SELECT id, 3, 'admin', '2020-01-01', '9999-12-31' FROM account WHERE login = 'admin.2'");
	as(admin_a);
	r = post("/unit/4/move", "parent=D&valid_from=01/2/2026");
	CHECK(r.status == 422 && says(r, "ngoài phạm vi"));
	CHECK(post("/unit/4/move", "parent=A&valid_from=01/2/2026").status == 303);
}

static void
a_unit_ends_into_its_successor_or_alone(void)
{
	begin();
	struct reply r = post("/unit/2/end", "valid_to=30/6/2026&document=1690/NQ");
	CHECK(r.status == 422 && says(r, "còn đơn vị trực thuộc"));
	CHECK(post("/unit/2/end", "valid_to=30/6/2026&successor=A&document=1690/NQ").status == 422);
	CHECK(post("/unit/2/end", "valid_to=30/6/2026&successor=A1&document=1690/NQ").status == 422);
	CHECK(post("/unit/2/end", "valid_to=30/6/2026&successor=B&document=").status == 422);
	CHECK(post("/unit/2/end", "valid_to=30/6/1999&successor=B&document=1690/NQ").status == 422);
	/* What never ends has no day after its last. */
	r = post("/unit/5/end", "valid_to=31/12/9999&document=1690/NQ");
	CHECK(r.status == 422 && says(r, "30/12/9999") && says(r, "value=\"31/12/9999\""));
	CHECK(post("/unit/2/end", "valid_to=31/12/9999&successor=B&document=1690/NQ").status == 422);
	CHECK(look("SELECT count(*) FROM unit WHERE valid_to = '9999-12-31'") == 5
	    && look("SELECT parent FROM unit_parent WHERE unit = 4") == 2);
	CHECK(post("/unit/2/end", "valid_to=30/6/2026&successor=B&document=1690/NQ").status == 303);
	r = ask_get("/unit/2");
	CHECK(r.status == 200 && says(r, "Thôi hoạt động sau 30/06/2026") && says(r, "Xã Bình"));
	CHECK(!says(r, "/unit/2/edit"));
	CHECK(says(ask_get("/unit/2?day=30/6/2026"), "Đang hoạt động"));
	CHECK(says(ask_get("/unit/4"), "Xã Bình</a></dd>"));
	CHECK(says(ask_get("/unit/3"), "nhận toàn bộ của"));
	CHECK(says(ask_get("/unit.json?q=xa+an"), "\"total\": 0"));
	CHECK(says(ask_get("/unit.json?q=xa+an&ended=1"), "Xã An (đến 30/06/2026)"));
	CHECK(post("/unit/2/edit", "name=Xã Y&kind=commune&valid_from=01/8/2025").status == 409);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'unit.end' AND entity = 2") == 1);
	/* One without children may end alone. */
	CHECK(post("/unit/5/end", "valid_to=31/10/2026&document=2/NQ").status == 303);
	CHECK(says(ask_get("/unit/5"), "giải thể") && says(ask_get("/unit/5"), "Chưa ghi đơn vị kế thừa"));
}

/* What defines it is a document; a unit is in any lists beside its cluster. */
static void
a_group_is_defined_by_its_document(void)
{
	begin();
	as(person("admin", P));
	struct reply r = post("/unit/group/add", "kind=list&name=Hội đồng&unit=P&valid_from=01/1/2026&document=");
	CHECK(r.status == 422 && says(r, "do một văn bản lập ra") && says(r, "href=\"#document\""));
	r = post("/unit/group/add", "kind=cluster&name=Cụm&unit=P&valid_from=01/1/2026&document=&document_date=15/1/2026");
	CHECK(r.status == 422 && says(r, "chưa có số"));
	CHECK(post("/unit/group/add", "kind=club&name=Cụm&unit=P&valid_from=01/1/2026&document=1").status == 422);
	CHECK(post("/unit/group/add", "kind=cluster&name=Cụm số 1&unit=P&valid_from=01/1/2026&document=90/TB-UBND"
	    "&document_date=15/1/2026&document_text=về việc chia cụm năm 2026").status == 303);
	CHECK(post("/unit/group/add", "kind=list&name=Cơ quan có thành viên Hội đồng&unit=P&valid_from=01/1/2026&document=2338/QĐ-UBND").status == 303);
	r = ask_get("/unit/group/1");
	CHECK(says(r, "90/TB-UBND ngày 15/01/2026: về việc chia cụm năm 2026"));
	CHECK(says(ask_get("/unit/group"), "90/TB-UBND ngày 15/01/2026") && says(ask_get("/unit/group"), "Nhóm nhận văn bản"));
	CHECK(says(ask_get("/unit/group/1.json"), "\"document_date\": \"2026-01-15\""));
	CHECK(post("/unit/group/1/member", "unit=Xã An&head=0&valid_from=01/1/2026").status == 303);
	CHECK(post("/unit/group/2/member", "unit=Xã An&head=0&valid_from=01/1/2026").status == 303);
	CHECK(post("/unit/group/add", "kind=cluster&name=Cụm số 2&unit=P&valid_from=01/1/2026&document=").status == 303);
	CHECK(post("/unit/group/3/member", "unit=Xã An&head=0&valid_from=01/1/2026").status == 422);
	CHECK(look("SELECT count(*) FROM unit_member") == 2);
	CHECK(!says(ask_get("/unit/group/2"), "Ủy viên Hội đồng phụ trách"));
	CHECK(post("/unit/group/2/seat", "login=a&seat_from=01/2/2026&decision=1").status == 404);
}

/* Who of its council sits for a group: put down with the decision, by who redraws it. */
static void
seats_are_given_by_a_decision(void)
{
	begin();
	CHECK(post("/unit/group/add", "kind=cluster&name=Cụm số 1&unit=P&valid_from=01/1/2026&document=12/TB").status == 303);
	int64_t sits = person("council", P), below = person("council", B);
	const char *login = look_text(mem_printf(scene_mem(), "SELECT login FROM account WHERE id = %lld", (long long)sits));
	const char *other = look_text(mem_printf(scene_mem(), "SELECT login FROM account WHERE id = %lld", (long long)below));
	const char *good = mem_printf(scene_mem(), "login=%s&seat_from=01/2/2026&decision=1120/QĐ-UBND", login);
	as(person("specialist", P));
	CHECK(post("/unit/group/1/seat", good).status == 403);
	as(admin_a);
	CHECK(post("/unit/group/1/seat", good).status == 404);	/* its council is not in his reach */
	as(admin_p);
	CHECK(says(ask_get("/unit/group/1"), "chưa ghi ủy viên nào của Hội đồng"));
	struct reply r = post("/unit/group/1/seat", mem_printf(scene_mem(), "login=%s&seat_from=01/2/2026&decision=", login));
	CHECK(r.status == 422 && says(r, "href=\"#decision\""));	/* no seat without a decision */
	r = post("/unit/group/1/seat", mem_printf(scene_mem(), "login=%s&seat_from=01/2/2026&decision=1", other));
	CHECK(r.status == 422 && says(r, "không có ai tên đăng nhập như vậy") && says(r, "href=\"#login\""));
	CHECK(post("/unit/group/1/seat", "login=khong.co&seat_from=01/2/2026&decision=1").status == 422);
	CHECK(post("/unit/group/1/seat", mem_printf(scene_mem(), "login=%s&seat_from=01/2/2025&decision=1", login)).status == 422);
	CHECK(look("SELECT count(*) FROM unit_group_seat") == 0);
	CHECK(post("/unit/group/1/seat", good).status == 303);
	CHECK(post("/unit/group/1/seat", good).status == 422);	/* twice */
	as(person("unit_officer", B));
	r = ask_get("/unit/group/1");
	CHECK(says(r, "1120/QĐ-UBND") && says(r, "01/02/2026") && !says(r, "Giao phụ trách"));
	CHECK(says(ask_get("/unit/group/1.json"), "\"document\": \"1120/QĐ-UBND\""));
	CHECK(!says(ask_get("/unit/group/1.json?day=31/1/2026"), "1120"));
	CHECK(post("/unit/group/1/seat/1", "valid_to=31/10/2026").status == 403);
	/* it gives no right: who has lost his mandate has none left */
	as(admin_p);
	CHECK(post("/unit/group/1/seat/9", "valid_to=31/10/2026").status == 404);
	CHECK(post("/unit/group/1/seat/1", "valid_to=31/1/2026").status == 422);
	CHECK(post("/unit/group/1/seat/1", "valid_to=31/10/2026").status == 303);
	CHECK(!says(ask_get("/unit/group/1"), "1120/QĐ-UBND"));
	CHECK(post("/unit/group/1/seat/1", "valid_to=31/10/2026").status == 404);
	CHECK(look("SELECT count(*) FROM audit WHERE action LIKE 'unit.seat_%' AND entity = 1") == 2);
	/* what ends is not ended later: no word of what was not done */
	CHECK(post("/unit/group/1/seat", mem_printf(scene_mem(), "login=%s&seat_from=01/11/2026&decision=3", login)).status == 303);
	CHECK(post("/unit/group/1/seat/2", "valid_to=31/12/2026").status == 303);
	r = post("/unit/group/1/seat/2", "valid_to=31/01/2027");
	CHECK(r.status == 422 && says(r, "Ngày cuối đã ghi là 31/12/2026"));
	CHECK(post("/unit/group/1/seat/2", "valid_to=10/11/2026").status == 303);
	SAME(look_text("SELECT valid_to FROM unit_group_seat WHERE id = 2"), "2026-11-10");
	CHECK(post("/unit/group/1/member", "unit=B&valid_from=01/3/2026&head=0").status == 303);
	CHECK(post("/unit/group/1/member/3", "valid_to=31/12/2026").status == 303);
	r = post("/unit/group/1/member/3", "valid_to=31/01/2027");
	CHECK(r.status == 422 && says(r, "Ngày cuối đã ghi là 31/12/2026"));
	SAME(look_text("SELECT valid_to FROM unit_member WHERE unit = 3"), "2026-12-31");
	/* seats end with their group */
	CHECK(post("/unit/group/1/seat", mem_printf(scene_mem(), "login=%s&seat_from=11/11/2026&decision=2", login)).status == 303);
	CHECK(post("/unit/group/1/end", "valid_to=30/11/2026").status == 303);
	SAME(look_text("SELECT max(valid_to) FROM unit_group_seat"), "2026-11-30");
	CHECK(post("/unit/group/1/seat", good).status == 409);
}

static void
what_was_done_is_said(void)
{
	static const struct {
		const char *path, *fields, *words;
	} cases[] = {
		{ "/unit/add", "code=A2&name=Thôn Hai&kind=village&parent=A&valid_from=01/7/2025", "Đã thêm Thôn Hai." },
		{ "/unit/4/edit", "name=Bản Một&kind=village&valid_from=01/7/2025", "Đã sửa Bản Một, có giá trị từ ngày 01/07/2025." },
		{ "/unit/4/move", "parent=B&valid_from=01/1/2026", "Đã chuyển Bản Một sang trực thuộc Xã Bình." },
		{ "/unit/4/contact", "name=Giàng A Páo&phone=0912&valid_from=01/1/2026", "Đã thêm người liên hệ Giàng A Páo." },
		{ "/unit/4/contact/3", "valid_to=31/10/2026", "Đã ghi Giàng A Páo thôi phụ trách sau ngày 31/10/2026." },
		{ "/unit/group/add", "kind=cluster&name=Cụm 1&unit=P&valid_from=01/1/2026", "Đã lập Cụm 1." },
		{ "/unit/group/1/member", "unit=B&head=1&valid_from=01/1/2026", "Đã ghi Xã Bình là trưởng." },
		{ "/unit/group/1/member/3", "valid_to=21/11/2026", "Đã ghi Xã Bình thôi tham gia sau ngày 21/11/2026." },
		{ "/unit/group/1/end", "valid_to=30/11/2026", "Đã ghi Cụm 1 thôi hoạt động sau ngày 30/11/2026." },
		{ "/unit/3/part", "valid_from=01/2/2026&document=1/NQ&successor=A&share=5&confirm=1", "Đã ghi điều chuyển một phần Xã Bình sang Xã An." },
		{ "/unit/5/end", "valid_to=31/10/2026&document=2/NQ", "Đã ghi: Sở Dân thôi hoạt động." },
	};
	/* refused, each of the days that a row asks for is named, and stands as it was typed */
	static const char *const days[] = { "/unit/4/contact/3", "/unit/group/1/member/3", "/unit/group/1/end" };

	begin();
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		for (size_t j = 0; j < sizeof(days) / sizeof(*days); j++)
			if (!strcmp(days[j], cases[i].path)) {
				struct reply bad = post(days[j], "valid_to=31/13/2026");
				CHECK(bad.status == 422 && says(bad, "Ngày cuối: Ngày viết sai"));
				CHECK(says(bad, "name=\"valid_to\" value=\"31/13/2026\""));
			}
		struct reply r = ask_get(location(post(cases[i].path, cases[i].fields)));
		if (!says(r, cases[i].words))
			fprintf(stderr, "%s: %s is not said\n", cases[i].path, cases[i].words);
		CHECK(r.status == 200 && says(r, "role=\"status\"") && says(r, cases[i].words));
	}
	/* Nothing was done: nothing is said. */
	CHECK(!says(post("/unit/5/end", "valid_to=31/10/2026&document=2/NQ"), "Đã ghi"));
	CHECK(!says(ask_get("/unit/4"), "Đã chuyển"));
}

/* A kind that the law has ended is chosen on its days only, and still told. */
static void
an_ended_kind_stays_in_its_days(void)
{
	begin();
	CHECK(!says(ask_get("/unit/add"), "value=\"district\"") && says(ask_get("/unit/add"), "value=\"commune\""));
	struct reply r = post("/unit/add", "code=H&name=Huyện Cũ&kind=district&parent=P&valid_from=01/7/2025");
	CHECK(r.status == 422 && says(r, "chỉ dùng đến hết ngày 30/06/2025 (Nghị quyết 203/2025/QH15"));
	CHECK(says(r, "href=\"#kind\"") && says(r, "value=\"district\" selected"));
	CHECK(post("/unit/2/edit", "name=Xã An&kind=district&valid_from=01/7/2025").status == 422);
	CHECK(units() == 5);
	CHECK(post("/unit/add", "code=H&name=Huyện Cũ&kind=district&parent=P&valid_from=30/6/2025").status == 303);
	CHECK(says(ask_get("/unit/6"), "Huyện, thành phố thuộc tỉnh"));
	CHECK(says(ask_get("/unit?day=30/6/2025"), "value=\"district\"")
	    && !says(ask_get("/unit"), "value=\"district\""));
	/* What it is already may be left as it is; another kind is none of its days. */
	CHECK(post("/unit/6/edit", "name=Huyện Cũ&kind=district&address=Số 1&valid_from=01/8/2025").status == 303);
	CHECK(post("/unit/6/edit", "name=Huyện Cũ&kind=commune&valid_from=01/9/2025").status == 303);
	CHECK(post("/unit/6/edit", "name=Huyện Cũ&kind=district&valid_from=01/10/2025").status == 422);
	scene("UPDATE unit_kind SET valid_from = '2027-01-01', valid_to = '9999-12-31' WHERE kind = 'district'");
	r = post("/unit/6/edit", "name=Huyện Cũ&kind=district&valid_from=01/10/2025");
	CHECK(r.status == 422 && says(r, "chỉ dùng từ ngày 01/01/2027"));
}

#define SPLIT_A "valid_from=01/7/2026&document=1690/NQ&heir_1=B&share_1=60&heir_2=D&share_2=40"

/* A try writes nothing and says what would be; confirmed, it is done. */
static void
a_unit_is_split_among_others(void)
{
	begin();
	CHECK(says(ask_get("/unit/2"), "/unit/2/split") && says(ask_get("/unit/2/split"), "child_4"));
	/* The units beside it are suggested, and may be chosen as they are written there. */
	struct reply s = ask_get("/unit/2/split");
	CHECK(says(s, "list=\"units\"") && says(s, "<option value=\"B Xã Bình\">") && says(s, "<option value=\"D Sở Dân\">"));
	CHECK(!says(s, "<option value=\"A Xã An\">") && !says(s, "<option value=\"A1 Thôn Một\">"));
	CHECK(says(ask_get("/unit/2/part"), "<option value=\"B Xã Bình\">")
	    && says(ask_get("/unit/2/end"), "<option value=\"B Xã Bình\">")
	    && says(ask_get("/unit/4/move"), "<option value=\"B Xã Bình\">")
	    && says(ask_get("/unit/add"), "<option value=\"A Xã An\">"));
	CHECK(says(post("/unit/2/split", "valid_from=01/7/2026&document=1690/NQ&heir_1=B Xã Bình&share_1=60"
	    "&heir_2=D so dan&share_2=40&child_4=1"), "Sở Dân nhận 40% số hộ"));
	CHECK(post("/unit/2/split", "valid_from=01/7/2026&document=1690/NQ&heir_1=B Xã Bình&share_1=60"
	    "&heir_2=D Xã Bình&share_2=40&child_4=1").status == 422);
	struct reply r = post("/unit/2/split", SPLIT_A "&child_4=2");
	CHECK(r.status == 200 && says(r, "Từ ngày 01/07/2026, Xã An thôi hoạt động, theo 1690/NQ."));
	CHECK(says(r, "<option value=\"2\" selected>Đơn vị nhận thứ 2, Sở Dân</option>"));
	CHECK(says(r, "Xã Bình nhận 60% số hộ của Xã An.") && says(r, "Thôn Một chuyển sang trực thuộc Sở Dân."));
	CHECK(says(r, "name=\"confirm\"") && says(r, "name=\"child_4\" value=\"2\""));
	CHECK(!look("SELECT count(*) FROM unit_event") && !look("SELECT count(*) FROM audit")
	    && look("SELECT parent FROM unit_parent WHERE unit = 4") == 2);
	r = post("/unit/2/split", SPLIT_A "&child_4=2&confirm=1");
	CHECK(r.status == 303);
	SAME(leads(r), "/unit/2");
	CHECK(says(ask_get(location(r)), "Đã chia Xã An."));
	SAME(look_text("SELECT valid_to FROM unit WHERE id = 2"), "2026-06-30");
	SAME(look_text("SELECT group_concat(kind || successor || ':' || share) FROM unit_succession"
	    " JOIN unit_event ON unit_event.id = event"), "split3:6000,split5:4000");
	CHECK(says(ask_get("/unit/4"), "Sở Dân</a></dd>") && says(ask_get("/unit/4?day=30/6/2026"), "Xã An</a></dd>"));
	r = ask_get("/unit/2");
	CHECK(says(r, "chia 60% số hộ sang") && says(r, "chia 40% số hộ sang") && says(r, "1690/NQ"));
	CHECK(says(ask_get("/unit/3"), "nhận 60% số hộ của"));
	SAME(look_text("SELECT new FROM audit_value JOIN audit ON audit.id = audit"
	    " WHERE action = 'unit.split' AND entity = 2 AND field = 'parent A1'"), "Sở Dân");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'heir_1'"), "Xã Bình");
	CHECK(post("/unit/2/split", SPLIT_A "&child_4=2&confirm=1").status == 409);
}

/* Each refusal names its field, the limit and the way out, and keeps what was typed. */
static void
no_split(const char *fields, const char *field, const char *why)
{
	struct reply r = post("/unit/2/split", mem_printf(scene_mem(), "%s&confirm=1", fields));

	CHECK(r.status == 422 && says(r, mem_printf(scene_mem(), "href=\"#%s\"", field)));
	if (!says(r, why))
		fprintf(stderr, "%s: %s is not said\n", fields, why);
	CHECK(says(r, why) && !says(r, "name=\"confirm\""));
	CHECK(!look("SELECT count(*) FROM unit_event") && !look("SELECT count(*) FROM audit"));
}

static void
what_is_no_split_is_refused(void)
{
	begin();
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=100&child_4=1", "heir_2", "ít nhất hai");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_2=B&share_2=100&child_4=2", "heir_1", "ít nhất hai");
	no_split("valid_from=01/7/2026&document=&heir_1=B&share_1=60&heir_2=D&share_2=40&child_4=1", "document", "Cần nhập");
	no_split("valid_from=31/6/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=D&share_2=40&child_4=1", "valid_from", "không có trong lịch");
	no_split("valid_from=01/1/2000&document=1/NQ&heir_1=B&share_1=60&heir_2=D&share_2=40&child_4=1", "valid_from", "ghi ngày sau đó");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=D&share_2=39,99&child_4=1", "share_1", "99,99, phải đủ 100");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=60,001&heir_2=D&share_2=40&child_4=1", "share_1", "Không phải số");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=101&heir_2=D&share_2=40&child_4=1", "share_1", "từ 0 đến 100");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=-1&heir_2=D&share_2=40&child_4=1", "share_1", "từ 0 đến 100");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=100&heir_2=D&share_2=&child_4=1", "share_2", "Tỷ lệ của Sở Dân: Thiếu tỷ lệ");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=D&share_2=40&share_3=5&child_4=1", "heir_3", "thiếu đơn vị");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=xa binh&share_2=40&child_4=1", "heir_2", "Đơn vị nhận thứ 2, Xã Bình: Đã ghi ở dòng 1");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=A&share_2=40&child_4=1", "heir_2", "Đơn vị nhận thứ 2, Xã An: Đơn vị thôi hoạt động không nhận phần của chính mình");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=A1&share_2=40&child_4=1", "heir_2", "nằm trong đơn vị sắp chia");
	no_split("valid_from=01/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=Z&share_2=40&child_4=1", "heir_2", "Đơn vị nhận thứ 2: Không có đơn vị “Z” vào ngày đó");
	no_split(SPLIT_A, "child_4", "chọn một đơn vị nhận");
	no_split(SPLIT_A "&child_4=3", "child_4", "chọn một đơn vị nhận");
	no_split(SPLIT_A "&child_4=-1", "child_4", "chọn một đơn vị nhận");
	/* One that comes under it later has no place to go. */
	scene("INSERT INTO unit VALUES (6,'X','2026-08-01','9999-12-31');"
	    "INSERT INTO unit_name (unit,name,name_key,name_plain,kind,valid_from,valid_to) VALUES"
	    " (6,'Thôn Sau','06','thon sau','village','2026-08-01','9999-12-31');"
	    "INSERT INTO unit_parent (unit,parent,valid_from,valid_to) VALUES (6,2,'2026-08-01','9999-12-31')");
	no_split(SPLIT_A "&child_4=1", "valid_from", "Sau ngày đó còn");
	/* Nor does one receive whom this person does not reach. */
	as(admin_a);
	no_split(SPLIT_A "&child_4=1", "heir_1", "Xã Bình ngoài phạm vi");
	CHECK(post("/unit/3/split", SPLIT_A).status == 404 && ask_get("/unit/3/split").status == 404);
	as(person("specialist", P));
	CHECK(post("/unit/2/split", SPLIT_A).status == 403);
}

static void
a_part_passes_on_and_both_live(void)
{
	begin();
	struct reply r = post("/unit/2/part", "valid_from=01/7/2026&document=1690/NQ&successor=B&share=18,61&note=Xóm Trên");
	CHECK(r.status == 200 && says(r, "Xã Bình nhận 18,61% số hộ của Xã An.") && says(r, "Xã An vẫn hoạt động"));
	CHECK(!look("SELECT count(*) FROM unit_event") && !look("SELECT count(*) FROM audit"));
	CHECK(post("/unit/2/part", "valid_from=01/7/2026&document=1690/NQ&successor=B&share=18,61&note=Xóm Trên&confirm=1").status == 303);
	CHECK(look("SELECT share FROM unit_succession WHERE unit = 2 AND successor = 3") == 1861);
	r = ask_get("/unit/2");
	CHECK(says(r, "Đang hoạt động") && says(r, "chuyển 18,61% số hộ sang") && says(r, "Xóm Trên"));
	CHECK(says(ask_get("/unit/3"), "nhận 18,61% số hộ của"));
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'unit.part' AND entity = 2") == 1);
	SAME(look_text("SELECT label_vi FROM action WHERE action = 'unit.part'"), "Điều chuyển một phần đơn vị");
	/* Refusals. */
	r = post("/unit/2/part", "valid_from=01/8/2026&document=1690/NQ&successor=B&share=100&confirm=1");
	CHECK(r.status == 422 && says(r, "từ 0,01 đến 99,99"));
	CHECK(post("/unit/2/part", "valid_from=01/8/2026&document=1690/NQ&successor=B&share=0&confirm=1").status == 422);
	CHECK(post("/unit/2/part", "valid_from=01/8/2026&document=1690/NQ&successor=B&share=&confirm=1").status == 422);
	CHECK(post("/unit/2/part", "valid_from=01/8/2026&document=&successor=B&share=5&confirm=1").status == 422);
	CHECK(post("/unit/2/part", "valid_from=31/12/1999&document=1/NQ&successor=B&share=5&confirm=1").status == 422);
	r = post("/unit/2/part", "valid_from=01/8/2026&document=1/NQ&successor=A&share=5&confirm=1");
	CHECK(r.status == 422 && says(r, "chính mình"));
	r = post("/unit/2/part", "valid_from=01/8/2026&document=1/NQ&successor=A1&share=5&confirm=1");
	CHECK(r.status == 422 && says(r, "không phải điều chuyển"));
	CHECK(post("/unit/2/part", "valid_from=01/8/2026&document=1/NQ&successor=P&share=5&confirm=1").status == 422);
	CHECK(look("SELECT count(*) FROM unit_event") == 1);
	as(admin_a);
	CHECK(post("/unit/3/part", "valid_from=01/8/2026&document=1/NQ&successor=A&share=5").status == 404);
	scene("UPDATE unit SET valid_to = '2026-10-31' WHERE id = 4");
	as(admin_p);
	CHECK(ask_get("/unit/4/part").status == 409);
}

#define PART_A "valid_from=01/7/2026&document=1690/NQ"

/* Two of one day are two acts, and add up: for the one that gives below the whole. */
static void
parts_of_a_day_add_up(void)
{
	begin();
	CHECK(post("/unit/2/part", PART_A "&successor=B&share=40&note=Xóm Trên&confirm=1").status == 303);
	struct reply r = post("/unit/2/part", PART_A "&successor=xa binh&share=40&note=Xóm Trên&confirm=1");
	CHECK(r.status == 422 && says(r, "Đã ghi đúng lần điều chuyển này (40% số hộ sang Xã Bình, theo 1690/NQ)")
	    && says(r, "href=\"#note\"") && says(r, "value=\"1690/NQ\""));
	r = post("/unit/2/part", PART_A "&successor=B&share=18,61&note=Xóm Dưới");
	CHECK(r.status == 200 && says(r, "Cùng ngày đã ghi 40% số hộ sang đơn vị này, cộng lại là 58,61% số hộ."));
	CHECK(post("/unit/2/part", PART_A "&successor=B&share=18,61&note=Xóm Dưới&confirm=1").status == 303);
	CHECK(!says(post("/unit/2/part", PART_A "&successor=D&share=1"), "Cùng ngày đã ghi"));
	r = ask_get("/unit/3");
	CHECK(says(r, "nhận 40% số hộ của") && says(r, "nhận 18,61% số hộ của"));
	CHECK(says(r, "Xóm Trên. Cộng cả ngày: 58,61% số hộ.") && says(r, "Xóm Dưới. Cộng cả ngày: 58,61% số hộ."));
	/* To another: what went to the first counts, and all of it may not go. */
	r = post("/unit/2/part", PART_A "&successor=D&share=41,39&confirm=1");
	CHECK(r.status == 422 && says(r, "Ngày 01/07/2026 đã ghi chuyển đi 58,61% số hộ: ghi số nhỏ hơn 41,39"));
	CHECK(post("/unit/2/part", PART_A "&successor=D&share=41,38&confirm=1").status == 303);
	CHECK(look("SELECT sum(share) FROM unit_succession WHERE unit = 2") == 9999);
	/* The next day's are of what is left. */
	CHECK(post("/unit/2/part", "valid_from=02/7/2026&document=1/NQ&successor=D&share=50&confirm=1").status == 303);
	/* Who gives or takes a part lives on that day. */
	r = post("/unit/2/split", "valid_from=02/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=D&share_2=40&child_4=1");
	CHECK(r.status == 422 && says(r, "Xã An còn một lần điều chuyển một phần ghi ngày 02/07/2026: ghi ngày muộn hơn"));
	CHECK(post("/unit/2/split", "valid_from=03/7/2026&document=1/NQ&heir_1=B&share_1=60&heir_2=D&share_2=40&child_4=1").status == 200);
	CHECK(post("/unit/3/end", "valid_to=30/6/2026&successor=D&document=1/NQ").status == 422);
	CHECK(post("/unit/3/end", "valid_to=01/7/2026&successor=D&document=1/NQ").status == 303);
}

static void
contacts_come_and_go(void)
{
	begin();
	as(admin_a);
	CHECK(post("/unit/4/contact", "name=Giàng A Páo&post=Trưởng thôn&phone=0912 345 678"
	    "&valid_from=01/1/2026").status == 303);
	CHECK(says(ask_get("/unit/4"), "Giàng A Páo") && says(ask_get("/unit/4/contact"), "0912 345 678"));
	CHECK(!says(ask_get("/unit/4?day=31/12/2025"), "Giàng A Páo"));
	int64_t id = look("SELECT id FROM unit_contact WHERE unit = 4");
	const char *path = mem_printf(scene_mem(), "/unit/4/contact/%lld", (long long)id);
	CHECK(post(path, "valid_to=31/12/2025").status == 422);
	CHECK(post(path, "valid_to=").status == 422);
	CHECK(post(path, "valid_to=31/10/2026").status == 303);
	CHECK(!says(ask_get("/unit/4"), "Giàng A Páo"));
	CHECK(post("/unit/4/contact", "name=Ô&phone=12&valid_from=01/1/2026").status == 422);
	CHECK(post("/unit/4/contact", "name=Ông A&phone=gọi sau&valid_from=01/1/2026").status == 422);
	CHECK(post("/unit/4/contact", "name=Ông A&phone=12&valid_from=01/1/1990").status == 422);
	CHECK(look("SELECT count(*) FROM audit WHERE action LIKE 'unit.contact%'") == 2);
}

static void
groups_are_drawn_by_who_reaches_their_council(void)
{
	begin();
	CHECK(post("/unit/group/add", "kind=cluster&name=Cụm số 1&unit=P&valid_from=01/1/2026&document=12/TB").status == 303);
	int64_t id = look("SELECT id FROM unit_group");
	const char *path = mem_printf(scene_mem(), "/unit/group/%lld", (long long)id);
	const char *member = mem_printf(scene_mem(), "%s/member", path);
	CHECK(post(member, "unit=A&head=1&valid_from=01/1/2026").status == 303);
	CHECK(post(member, "unit=B&head=0&valid_from=01/1/2026").status == 303);
	CHECK(says(ask_get(path), "Xã An") && says(ask_get("/unit/group"), "Xã An"));
	CHECK(says(ask_get("/unit/2"), "Cụm số 1") && says(ask_get("/unit.json?group=1"), "\"total\": 2"));
	CHECK(says(ask_get("/unit.json?group=1&day=31/12/2025"), "\"total\": 0"));
	/* In two clusters of one council at a time: no. */
	CHECK(post("/unit/group/add", "kind=cluster&name=Cụm số 2&unit=P&valid_from=01/1/2026").status == 303);
	struct reply r = post("/unit/group/2/member", "unit=A&head=0&valid_from=01/2/2026");
	CHECK(r.status == 422 && says(r, "Cụm số 1"));
	CHECK(post(member, "unit=A&head=9&valid_from=01/2/2026").status == 422);
	CHECK(post(member, "unit=A&head=2&valid_from=01/2/2025").status == 422);
	CHECK(post(member, "unit=A&head=2&valid_from=01/2/2026").status == 303);
	SAME(look_text("SELECT old || '>' || new FROM audit_value WHERE field = 'head'"
	    " ORDER BY audit DESC"), "trưởng>phó");
	CHECK(post(mem_printf(scene_mem(), "%s/2", member), "valid_to=31/10/2026").status == 303);
	CHECK(post(mem_printf(scene_mem(), "%s/2", member), "valid_to=31/10/2026").status == 404);
	CHECK(post("/unit/group/2/member", "unit=A&head=0&valid_from=01/11/2026").status == 303);
	CHECK(post("/unit/group/add", "kind=club&name=Cụm&unit=P&valid_from=01/1/2026").status == 422);
	as(admin_a);
	CHECK(post("/unit/group/add", "kind=cluster&name=Cụm&unit=P&valid_from=01/1/2026").status == 422);
	CHECK(post(member, "unit=A1&head=0&valid_from=01/1/2026").status == 404);
	CHECK(post("/unit/group/1/end", "valid_to=31/10/2026").status == 404);
	CHECK(!says(ask_get(path), "/unit/group/1/end"));
	as(admin_p);
	CHECK(post("/unit/group/1/end", "valid_to=31/12/2025").status == 422);
	CHECK(post("/unit/group/1/end", "valid_to=19/11/2026").status == 303);
	CHECK(!says(ask_get("/unit/group"), "Cụm số 1"));
	CHECK(post(member, "unit=B&head=0&valid_from=01/1/2026").status == 409);
	as(person("unit_officer", B));
	CHECK(ask_get("/unit/group/2").status == 200 && ask_get("/unit/group/99").status == 404);
	as(0);
	CHECK(ask_get("/unit/group/2").status == 303);
}

/* ---- the sheet ---- */

#define HEADER "Mã,Tên,Loại,Mã cấp trên,Khu vực,Từ ngày,Người liên hệ,Chức vụ,Điện thoại,Địa chỉ,Tên viết tắt\n"

static void
a_trial_writes_nothing_and_the_confirmed_sheet_writes_all(void)
{
	/* Children before parents, kinds by word and by label, marks left out. */
	static const char csv[] = HEADER
	    "C1,Thôn Chín,ban,C,III,01/7/2025,Lò A,Trưởng thôn,0912 000 111,,\n"
	    "C,Xã Cao,commune,P,KV3,01/7/2025,,,,Bản Cao,XC\n"
	    "A,Xã An,Xã,P,,,,,,,\n"
	    "B,Xã Bình Mới,,,,,,,,,\n";

	begin();
	struct reply r = upload(admin_p, csv);
	CHECK(r.status == 200);
	CHECK(units() == 5 && !look("SELECT count(*) FROM audit"));
	CHECK(says(r, "Ghi tất cả vào cổng") && says(r, "name=\"rows\""));
	CHECK(says(r, "Thôn Chín") && says(r, "Xã Bình → Xã Bình Mới"));
	/* What the hidden field holds is what is sent back: lines stay lines. */
	const char *from = strstr(r.body, "name=\"rows\" value=\"");
	CHECK(from != NULL);
	from += 19;
	const char *rows = mem_copy(scene_mem(), from, strcspn(from, "\""));
	CHECK(strchr(rows, '\n') != NULL);
	r = confirm(admin_p, rows);
	CHECK(r.status == 303 && says(ask_get(location(r)), "thêm 2 đơn vị, sửa 1 đơn vị"));
	CHECK(units() == 7);
	SAME(look_text("SELECT name FROM unit_name JOIN unit ON unit.id = unit WHERE code = 'C1'"), "Thôn Chín");
	SAME(look_text("SELECT region || address || short_name FROM unit_name JOIN unit ON unit.id = unit"
	    " WHERE code = 'C'"), "IIIBản CaoXC");
	CHECK(look("SELECT count(*) FROM unit_under WHERE ancestor = 1 AND unit > 5") == 2);
	CHECK(look("SELECT count(*) FROM unit_contact WHERE phone = '0912 000 111'") == 1);
	SAME(look_text("SELECT name FROM unit_name WHERE unit = 3 ORDER BY valid_from DESC"), "Xã Bình Mới");
	SAME(look_text("SELECT valid_from FROM unit_name WHERE unit = 3 ORDER BY valid_from DESC"), TODAY);
	CHECK(look("SELECT count(*) FROM unit_name WHERE unit = 2") == 1);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'unit.add'") == 2
	    && look("SELECT count(*) FROM audit WHERE action = 'unit.change'") == 1);
	/* The same sheet again changes nothing. */
	r = upload(admin_p, csv);
	CHECK(r.status == 200 && says(r, "không có gì để nhập") && !says(r, "Ghi tất cả vào cổng"));
}

static void
a_book_is_read_like_a_csv(void)
{
	static const char *const headers[] = { "MA DON VI", "Tên đơn vị", "loại đơn vị", "Trực thuộc" };
	static const enum sheet_kind kinds[] = { SHEET_TEXT, SHEET_TEXT, SHEET_TEXT, SHEET_TEXT };
	size_t n;

	begin();
	struct sheet_out *out = sheet_new(scene_mem(), "x", 4, headers, kinds);
	sheet_add(out, (const char *const[]){ "C", "Xã Cao", "Xã", "P" });
	const char *bytes = sheet_xlsx(out, &n);
	struct reply r = send_part(admin_p, "name=\"file\"; filename=\"a.xlsx\"\r\n"
	    "Content-Type: application/octet-stream", bytes, n);
	CHECK(r.status == 200 && says(r, "Xã Cao"));
	/* under the name of what it is */
	CHECK(send_part(admin_p, "name=\"file\"; filename=\"a.XLSX\"", bytes, n).status == 200);
	static const char *const other[] = { "a.csv", "a.xls", "a.xlsx.exe", "xlsx", ".xlsx" };
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++) {
		r = send_part(admin_p, mem_printf(scene_mem(), "name=\"file\"; filename=\"%s\"", other[i]), bytes, n);
		CHECK(r.status == 422 && says(r, "Đuôi tên tệp không hợp với nội dung"));
	}
	static const char csv[] = HEADER "C,Xã Cao,Xã,P,,,,,,,\n";
	r = send_part(admin_p, "name=\"file\"; filename=\"a.xlsx\"", csv, sizeof(csv) - 1);
	CHECK(r.status == 422 && says(r, "Đuôi tên tệp không hợp với nội dung"));
	CHECK(units() == 5);
}

/* One bad row among good ones: named by its number, and nothing is taken. */
static void
bad(const char *row, const char *column, const char *why)
{
	begin();
	struct reply r = upload(admin_p, mem_printf(scene_mem(), HEADER "C,Xã Cao,Xã,P,,,,,,,\n%s\n", row));
	CHECK(r.status == 422);
	CHECK(says(r, "class=\"num\">3</th>") && !says(r, "class=\"num\">2</th>"));
	if (!says(r, column) || !says(r, why))
		fprintf(stderr, "bad row %s: %s is not said\n", row, why);
	CHECK(says(r, column) && says(r, why));
	CHECK(!says(r, "Ghi tất cả vào cổng"));
	/* Not even if it is sent as if it had been confirmed. */
	CHECK(confirm(admin_p, mem_printf(scene_mem(), HEADER "C,Xã Cao,Xã,P,,,,,,,\n%s\n", row)).status == 422);
	CHECK(units() == 5 && !look("SELECT count(*) FROM audit"));
}

static void
every_kind_of_bad_row_is_named(void)
{
	bad(",Xã X,Xã,P,,,,,,,", "Mã", "Thiếu mã");
	bad("X Y,Xã X,Xã,P,,,,,,,", "Mã", "không dùng được");
	bad("C,Xã X,Xã,P,,,,,,,", "Mã", "đã có ở dòng 2");
	bad("X,,Xã,P,,,,,,,", "Tên", "Thiếu tên");
	bad("X,Xã X,,P,,,,,,,", "Loại", "Thiếu loại");
	bad("X,Xã X,hành tinh,P,,,,,,,", "Loại", "Không có loại hành tinh");
	bad("X,Huyện X,huyện,P,,01/7/2025,,,,,", "Loại", "chỉ dùng đến hết ngày 30/06/2025");
	bad("A,Xã An,district,P,,,,,,,", "Loại", "chỉ dùng đến hết ngày 30/06/2025");
	bad("X,Xã X,Xã,,,,,,,,", "Mã cấp trên", "Thiếu mã cấp trên");
	bad("X,Xã X,Xã,Q,,,,,,,", "Mã cấp trên", "Không có đơn vị mã Q");
	bad("X,Xã X,Xã,X,,,,,,,", "Mã cấp trên", "chính mình");
	bad("A,Xã An,Xã,A1,,,,,,,", "Mã cấp trên", "chính mình");
	bad("X,Xã X,Xã,P,IV,,,,,,", "Khu vực", "Khu vực IV không có");
	bad("X,Xã X,Xã,P,,31/02/2025,,,,,", "Từ ngày", "Ngày 31/02/2025 không hợp lệ");
	bad("X,Xã X,Xã,P,,01/7/25,,,,,", "Từ ngày", "không hợp lệ");
	bad("X,Xã X,Xã,P,,01/7/1990,,,,,", "Từ ngày", "chỉ có từ ngày 01/01/2000");
	bad("A,Xã An Mới,Xã,P,,01/7/1990,,,,,", "Từ ngày", "Đơn vị có từ ngày 01/01/2000");
	bad("X,Xã X,Xã,C,,01/7/2025,,,,,", "Từ ngày", "Cấp trên C chỉ có từ ngày");
	bad("X,Xã X,Xã,P,,,Lò A,,gọi sau,,", "Điện thoại", "không đọc được");
	bad("X,Xã X,Xã,P,,,,,0912,,", "Người liên hệ", "thiếu tên người");
	bad("X,Xã X,Xã,P,,,,,,,MỘT TÊN VIẾT TẮT QUÁ DÀI", "Tên viết tắt", "quá giới hạn 20");
	char longest[300];	/* not in the arena, which each scene empties */
	snprintf(longest, sizeof(longest), "X,%0201d,Xã,P,,,,,,,", 0);
	bad(longest, "Tên", "quá giới hạn 200");
}

static void
circles_ended_units_and_all_faults_at_once(void)
{
	begin();
	struct reply r = upload(admin_p, HEADER "X,Xã X,Xã,Y,,,,,,,\nY,Xã Y,Xã,Z,,,,,,,\nZ,Xã Z,Xã,X,,,,,,,\n");
	CHECK(r.status == 422 && says(r, "class=\"num\">2</th>") && says(r, "class=\"num\">3</th>")
	    && says(r, "class=\"num\">4</th>"));
	/* Two that change places are no circle. */
	r = upload(admin_p, HEADER "A1,Thôn Một,thôn,P,,,,,,,\nA,Xã An,Xã,A1,,,,,,,\n");
	CHECK(r.status == 200);
	CHECK(confirm(admin_p, HEADER "A,Xã An,Xã,A1,,,,,,,\nA1,Thôn Một,thôn,P,,,,,,,\n").status == 303);
	CHECK(look("SELECT depth FROM unit_under WHERE ancestor = 1 AND unit = 2 AND valid_to > '2027-01-01'") == 2);
	scene("UPDATE unit SET valid_to = '2025-12-31' WHERE id = 5;"
	    "UPDATE unit_name SET valid_to = '2025-12-31' WHERE unit = 5;"
	    "UPDATE unit_parent SET valid_to = '2025-12-31' WHERE unit = 5");
	r = upload(admin_p, HEADER "D,Sở Mới,department,P,,,,,,,\nX,Phòng X,agency,D,,,,,,,\nE,,xyz,Q,,,,,,,\n");
	CHECK(r.status == 422 && says(r, "mã không dùng lại") && says(r, "Thiếu tên")
	    && says(r, "Không có loại xyz") && says(r, "Không có đơn vị mã Q"));
	r = upload(admin_p, HEADER "X,Phòng X,agency,D,,,,,,,\n");
	CHECK(r.status == 422 && says(r, "thôi hoạt động sau ngày 31/12/2025"));
}

/* n rows under the header: a code of that letter and a number, a kind, a parent (of that
 * code, or if it is "" of the row before), and what follows. */
static const char *
many(int n, const char *letter, const char *kind, const char *parent, const char *rest)
{
	size_t room = sizeof(HEADER) + (size_t)n * 160, end = sizeof(HEADER) - 1;
	char *csv = mem_take(scene_mem(), room);

	memcpy(csv, HEADER, end);
	for (int i = 0; i < n; i++)
		end += (size_t)snprintf(csv + end, room - end, "%s%d,Thôn số %d,%s,%s,%s\n", letter, i, i,
		    kind, *parent ? parent : mem_printf(scene_mem(), "%s%d", letter, i - 1), rest);
	return csv;
}

static void
five_thousand_rows_come_in_time(void)
{
	begin();
	const char *csv = many(5000, "X", "thôn", "A", "III,01/7/2025,Lò Văn A,Trưởng thôn,0912 000 111,,");
	struct reply r = upload(admin_p, csv);
	CHECK(r.status == 200 && says(r, "<dd class=\"big\">5.000</dd>") && units() == 5);
	clock_t began = clock();
	r = confirm(admin_p, csv);
	CHECK(r.status == 303 && units() == 5005);
	CHECK((clock() - began) / CLOCKS_PER_SEC < 10);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'unit.add'") == 5000);
	CHECK(look("SELECT count(*) FROM unit_under WHERE ancestor = 1 AND unit > 5") == 5000);
	/* All bad: every one is named, the first with all that is wrong. */
	r = upload(admin_p, many(5000, "Y", "hành tinh", "A", ",,,,,,"));
	CHECK(r.status == 422 && says(r, "class=\"num\">1001</th>") && !says(r, "class=\"num\">1002</th>"));
	CHECK(says(r, "còn lỗi ở các dòng: 1002-5001<") && says(r, "<td data-l=\"Ghi trong tệp\">hành tinh</td>"));
	CHECK(r.length < 1000000);
	/* A chain deeper than any tree is cut, not climbed. */
	r = upload(admin_p, many(2000, "Z", "thôn", "", ",,,,,,"));
	CHECK(r.status == 422 && says(r, "hơn 50 cấp"));
	CHECK(units() == 5005);
}

static void
hostile_sheets_are_text_or_refused(void)
{
	begin();
	struct reply r = upload(admin_p, HEADER "X,<script>alert(1)</script>,Xã,P,,,,,,,\n");
	CHECK(r.status == 200 && !says(r, "<script>") && says(r, "&lt;script&gt;"));
	r = upload(admin_p, HEADER "X,Xã X,<b>,\"P\"\" onclick=\"\"x\",,,,,,,\n");
	CHECK(r.status == 422 && !says(r, "<b>,") && !says(r, "onclick=\"x"));
	/* What a spreadsheet would run stays text on its way out, too. */
	CHECK(confirm(admin_p, HEADER "X,\"=HYPERLINK(\"\"http://a\"\")\",Xã,P,,,,,,,\n").status == 303);
	CHECK(!says(ask_get("/unit.csv"), "\n=HYPERLINK") && !says(ask_get("/unit.csv"), "\n\"=HYPERLINK"));
	/* Bytes that are no text, a quote that never ends, a cell without end. */
	CHECK(upload(admin_p, HEADER "X,X\xe3\x28,Xã,P,,,,,,,\n").status == 422);
	CHECK(upload(admin_p, HEADER "X,\"Xã X,Xã,P,,,,,,,\n").status == 422);
	char *long_ = mem_take(scene_mem(), 300000);
	memset(long_, 'a', 299999);
	r = upload(admin_p, mem_printf(scene_mem(), HEADER "X,%s,Xã,P,,,,,,,\n", long_));
	CHECK(r.status == 422 && r.length < 30000);
	r = upload(admin_p, mem_printf(scene_mem(), HEADER "X,%.300s,Xã,P,,,,,,,\n", long_));
	CHECK(r.status == 422 && says(r, "quá giới hạn 200") && says(r, "aaa...<") && r.length < 30000);
	/* One column twice, and a code that differs by case alone. */
	r = upload(admin_p, "Mã,Tên,Tên,Loại,Mã cấp trên\nX,Xã X,Xã Y,Xã,P\n");
	CHECK(r.status == 422 || !says(r, "Xã Y"));
	CHECK(send_part(admin_p, "name=\"file\"; filename=\"a.xlsx\"", "PK\x03\x04", 4).status == 422);
	CHECK(units() == 6);
}

static void
a_sheet_reaches_no_further_than_its_sender(void)
{
	begin();
	struct reply r = upload(admin_a, HEADER "A9,Thôn Chín,thôn,A,,,,,,,\n");
	CHECK(r.status == 200 && says(r, "Ghi tất cả vào cổng"));
	r = upload(admin_a, HEADER "A9,Thôn Chín,thôn,B,,,,,,,\n");
	CHECK(r.status == 422 && says(r, "ngoài phạm vi"));
	r = confirm(admin_a, HEADER "B,Xã Bình Mới,Xã,P,,,,,,,\n");
	CHECK(r.status == 422 && says(r, "ngoài phạm vi"));
	/* A unit of another is no fault while nothing of it changes. */
	CHECK(upload(admin_a, HEADER "B,Xã Bình,Xã,P,,,,,,,\n").status == 200);
	/* Nor is one moved out of, or into, what is another's. */
	CHECK(confirm(admin_a, HEADER "A1,Thôn Một,thôn,B,,,,,,,\n").status == 422);
	CHECK(confirm(admin_a, HEADER "D,Sở Dân,department,A,,,,,,,\n").status == 422);
	CHECK(units() == 5 && !look("SELECT count(*) FROM audit"));
	CHECK(confirm(admin_a, HEADER "A9,Thôn Chín,thôn,A,,,,,,,\n").status == 303);
	CHECK(send_part(person("unit_officer", A), "name=\"rows\"", HEADER, strlen(HEADER)).status == 403);
}

static void
what_is_no_sheet_of_units_is_refused(void)
{
	begin();
	struct reply r = upload(admin_p, "Mã,Họ tên\nA,B\n");
	CHECK(r.status == 422 && says(r, "thiếu cột") && says(r, "Mã cấp trên"));
	CHECK(upload(admin_p, "Mã,Tên,Loại,Mã cấp trên\n").status == 422);
	CHECK(upload(admin_p, "%PDF-1.4").status == 422);
	CHECK(post("/unit/import", "").status == 422);
	CHECK(send_part(admin_p, "name=\"file\"; filename=\"\"", "", 0).status == 422);
	CHECK(units() == 5);
	/* A line that does not fit whole is named by its own number. */
	r = upload(admin_p, HEADER "\n\n\nX,,Xã,P,,,,,,,\n");
	CHECK(r.status == 422 && says(r, "class=\"num\">5</th>"));
}

static void
the_sample_is_what_the_import_reads(void)
{
	begin();
	scene("INSERT INTO unit VALUES (9, 'H01', '2000-01-01', '9999-12-31');"
	    "INSERT INTO unit_name (unit,name,name_key,name_plain,kind,valid_from,valid_to) VALUES"
	    " (9,'Tỉnh','','tinh','province','2000-01-01','9999-12-31');"
	    "INSERT INTO unit_parent (unit,parent,valid_from,valid_to) VALUES (9,1,'2000-01-01','9999-12-31');"
	    "INSERT INTO unit_under VALUES (9,9,0,'2000-01-01','9999-12-31'),(1,9,1,'2000-01-01','9999-12-31')");
	struct reply r = ask_get("/unit/import.csv");
	CHECK(r.status == 200 && strstr(r.head, "mau-nhap-don-vi.csv"));
	r = upload(admin_p, mem_copy(scene_mem(), r.body, r.length));
	CHECK(r.status == 200 && says(r, "Ghi tất cả vào cổng"));
	as(person("specialist", P));
	CHECK(ask_get("/unit/import.csv").status == 403);
}

/* portalctl has no request and no scope: account 0 may plant a root. */
static void
an_operator_plants_the_first_tree(void)
{
	static const struct grant grants[] = { { "unit", READ | ADD | CHANGE | REMOVE },
	    { "report", READ }, { "flow", READ }, { 0 } };
	static const char csv[] = "Mã,Tên,Loại,Mã cấp trên\nT,Tỉnh Mới,Tỉnh,\nT1,Xã Mới,Xã,T\n";
	struct db *db = fresh_db(grants);
	struct mem *mem = scene_mem();
	struct sheet *s = sheet_read(mem, csv, strlen(csv));

	db_begin(db, DB_WRITE);
	struct unit_import *in = unit_import_check(db, mem, s, TODAY, 0, "vi");
	CHECK(!in->wrong && !in->faults && in->added == 2);
	CHECK(unit_import_apply(db, mem, in) && db_commit(db));
	CHECK(in->rows->id && in->rows->next->id && in->rows->changes);
	CHECK(look("SELECT count(*) FROM unit_under u JOIN unit a ON a.id = u.ancestor WHERE a.code = 'T'") == 2);
	/* What cannot be done after all is said, and the caller rolls back. */
	s = sheet_read(mem, "Mã,Tên,Loại,Mã cấp trên,Từ ngày\nA,Xã An,Xã,A1,01/01/2010\n"
	    "A1,Thôn Một,thôn,P,01/01/2015\n", strlen("Mã,Tên,Loại,Mã cấp trên,Từ ngày\n"
	    "A,Xã An,Xã,A1,01/01/2010\nA1,Thôn Một,thôn,P,01/01/2015\n"));
	db_begin(db, DB_WRITE);
	in = unit_import_check(db, mem, s, TODAY, 0, "vi");
	if (!in->faults)
		CHECK(!unit_import_apply(db, mem, in) && in->faults && in->faults->row == 2);
	db_rollback(db);
	CHECK(look("SELECT count(*) FROM unit_parent WHERE unit IN (2, 4)") == 2);
}

static void
tasks_stand_on_its_page(void)
{
	begin();
	scene(bound);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (701, 'task', 2, 'given', 0), (702, 'task', 2, 'withdrawn', 0);"
	    "INSERT INTO task (id, plan, text, text_plain, due_date, day, at) VALUES"
	    " (1, 1, 'Lập danh sách hộ', 'a', '2026-11-10', '2026-11-02', 0), (2, 1, 'Đã rút rồi', 'b', '2026-12-14', '2026-11-02', 0);"
	    "INSERT INTO task_unit (id, task, unit, flow_case) VALUES (1, 1, 2, 701), (2, 2, 2, 702)");
	as(person("specialist", P));
	struct reply r = ask_get("/unit/2");
	CHECK(says(r, "/task/unit/1") && says(r, "Chưa nhận, quá hạn 10 ngày") && !says(r, "Đã rút rồi"));
	CHECK(says(ask_get("/unit/2.json"), "\"task\": \"Lập danh sách hộ\""));
	CHECK(!says(ask_get("/unit/3"), "/task/unit/") && !says(ask_get("/unit/2?day=01/11/2026"), "/task/unit/"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/unit/2"), "/task/unit/1"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/unit/2"), "Lập danh sách hộ") && !says(ask_get("/unit/2.json"), "Lập danh sách hộ"));
	as(0);
	CHECK(!says(ask_get("/unit/2"), "Lập danh sách hộ"));
}

static void
what_it_has_to_answer_stands_on_its_page(void)
{
	begin();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (700, 'document', 1, 'sent', 0), (701, 'document_answer', 2, 'waiting', 0),"
	    " (702, 'document_answer', 2, 'withdrawn', 0), (703, 'document', 1, 'sent', 0);"
	    "INSERT INTO document (id, flow_case, unit, kind, number, date, subject, due_date) VALUES"
	    " (1, 700, 1, 'conclusion', '03/KL', '2026-11-02', 'Rà soát hộ nghèo', '2026-11-10'),"
	    " (2, 703, 1, 'conclusion', '04/KL', '2026-11-02', 'Đã thôi hỏi', '2026-12-10');"
	    "INSERT INTO document_answer (id, document, unit, flow_case) VALUES (1, 1, 2, 701), (2, 2, 2, 702)");
	as(person("specialist", P));
	struct reply r = ask_get("/unit/2");
	CHECK(says(r, "/document/answer/1") && says(r, "Chưa trả lời, quá hạn 10 ngày") && !says(r, "Đã thôi hỏi"));
	CHECK(says(ask_get("/unit/2.json"), "\"subject\": \"Rà soát hộ nghèo\""));
	CHECK(!says(ask_get("/unit/3"), "/document/answer/") && !says(ask_get("/unit/2?day=01/11/2026"), "/document/answer/"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/unit/2"), "/document/answer/1"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/unit/2"), "Rà soát hộ nghèo") && !says(ask_get("/unit/2.json"), "Rà soát hộ nghèo"));
	as(person("clerk", P));
	CHECK(!says(ask_get("/unit/2"), "Rà soát hộ nghèo"));
	as(0);
	CHECK(!says(ask_get("/unit/2"), "Rà soát hộ nghèo"));
	/* what was passed to its heir is that one's */
	scene("UPDATE document_answer SET heir = 3 WHERE id = 1");
	as(person("specialist", P));
	CHECK(!says(ask_get("/unit/2"), "/document/answer/1") && says(ask_get("/unit/3"), "/document/answer/1"));
	/* a return by its own leader is told to nobody outside */
	scene("UPDATE flow_case SET state = 'returned' WHERE id = 701");
	CHECK(says(ask_get("/unit/3"), "Chưa trả lời, quá hạn 10 ngày") && !says(ask_get("/unit/3"), "Bị trả lại"));
	/* answered, it is late no more */
	scene("UPDATE flow_case SET state = 'answered', unit = 1 WHERE id = 701; UPDATE document_answer SET first_day = '2026-11-12' WHERE id = 1");
	r = ask_get("/unit/3");
	CHECK(says(r, ">Đã trả lời<") && !says(r, "quá hạn"));
}

int
main(void)
{
	tasks_stand_on_its_page();
	what_it_has_to_answer_stands_on_its_page();
	signed_out_names_and_tree_only();
	strangers_see_names_and_the_tree();
	who_may_not_change_sees_no_buttons();
	the_list_is_read_as_of_a_day_and_filtered();
	what_binds_a_unit_stands_on_its_page();
	how_a_unit_stands_is_not_its_siblings_to_see();
	what_binds_a_unit_leads_on();
	five_thousand_units_stay_a_page();
	english_is_spoken_everywhere();
	a_unit_is_added_under_a_parent_one_reaches();
	a_change_holds_from_its_day_on();
	what_is_not_yours_does_not_exist();
	a_unit_moves_and_never_in_a_circle();
	a_unit_ends_into_its_successor_or_alone();
	what_was_done_is_said();
	an_ended_kind_stays_in_its_days();
	a_unit_is_split_among_others();
	what_is_no_split_is_refused();
	a_part_passes_on_and_both_live();
	parts_of_a_day_add_up();
	contacts_come_and_go();
	groups_are_drawn_by_who_reaches_their_council();
	a_group_is_defined_by_its_document();
	seats_are_given_by_a_decision();
	a_trial_writes_nothing_and_the_confirmed_sheet_writes_all();
	a_book_is_read_like_a_csv();
	every_kind_of_bad_row_is_named();
	circles_ended_units_and_all_faults_at_once();
	five_thousand_rows_come_in_time();
	hostile_sheets_are_text_or_refused();
	a_sheet_reaches_no_further_than_its_sender();
	what_is_no_sheet_of_units_is_refused();
	the_sample_is_what_the_import_reads();
	an_operator_plants_the_first_tree();
	return done();
}
