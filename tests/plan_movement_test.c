/* plan_movement_test.c - a plan's movement: short names, ties to other movements; told from both
 * ends, found by both, and no word of the text touched. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

static const char text[] =
	"KẾ HOẠCH\n"
	"Phong trào thi đua “Thử cùng nhau giúp hộ nghèo” giai đoạn 2026 - 2030\n\n"
	"UBND tỉnh ban hành Kế hoạch tổ chức phong trào (gọi tắt là Vòng tay Thử), cụ thể như sau:\n\n"
	"I. MỤC ĐÍCH\n\n"
	"1. Làm cho mọi người hiểu rõ.\n\n"
	"II. NỘI DUNG\n\n"
	"1. Gắn với cuộc vận động “Cùng dựng nếp nhà”.\n\n"
	"- Làm đến đâu chắc đến đó.\n\n"
	"Nơi nhận:\n- Các xã;\n- Lưu: VT.\n";

/* Plan 1 of P stands, 2 is its draft, 3 waits for approval; 4 of A stands, 5 is A's draft; 6, which
 * stands, amends 1; 7 replaced an eighth. */
static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0),"
	" (52, 'plan', 1, 'draft', 0), (53, 'plan', 1, 'submitted', 0), (54, 'plan', 2, 'issued', 0),"
	" (55, 'plan', 2, 'draft', 0), (56, 'plan', 1, 'issued', 0), (57, 'plan', 2, 'issued', 0), (58, 'plan', 2, 'issued', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject, body) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'UBND tỉnh', 'Giúp hộ nghèo', 'I\\. MỤC ĐÍCH'),"
	" (2, 52, 1, '', NULL, 'UBND tỉnh', 'Bản nháp tỉnh', ''),"
	" (3, 53, 1, '', NULL, 'UBND tỉnh', 'Đang trình', ''),"
	" (4, 54, 2, '03/KH-UBND', '2026-02-05', 'UBND xã An', 'Xóa nhà dột', ''),"
	" (5, 55, 2, '', NULL, 'UBND xã An', 'Xã An làm theo', ''),"
	" (6, 56, 1, '08/KH-UBND', '2026-03-01', 'UBND tỉnh', 'Sửa đổi', ''),"
	" (7, 57, 2, '09/KH-UBND', '2026-04-01', 'UBND xã An', 'Nhà mới', ''),"
	" (8, 58, 2, '01/KH-UBND', '2026-01-02', 'UBND xã An', 'Nhà cũ', '');"
	"INSERT INTO plan_change (plan, target, kind) VALUES (6, 1, 'amend'), (7, 8, 'replace');"
	"INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html) VALUES"
	" (1, 1, 'II', '', 'II.', 1, 'NỘI DUNG', ''), (1, 2, 'II.3', 'II', '3.', 2, 'Gắn với nhà', ''),"
	" (1, 3, 'II.3~2', 'II.3', '-', 3, 'Ý hai', '');";

static void
lay(void)
{
	fresh();
	scene(plans);
	as(person("specialist", P));
}

static const char *
path(int plan)
{
	return mem_printf(scene_mem(), "/plan/%d/movement", plan);
}

static struct reply
files(int plan, const char *fields)
{
	return ask_post(path(plan), with(mem_printf(scene_mem(), "edition=%lld|%s", (long long)look(mem_printf(
	    scene_mem(), "SELECT edition FROM plan WHERE id = %d", plan)), fields)));
}

static const char *
kept(void)
{
	return look_text("SELECT coalesce((SELECT group_concat(plan || ':' || tie || ':' || name, '; ') FROM plan_short_name), '')"
	    " || ' / ' || coalesce((SELECT group_concat(plan || ' ' || relation || ' ' || name || ' ' || anchor || ' '"
	    " || coalesce(other, 0), '; ') FROM plan_tie), '')");
}

static void
a_short_name_is_read_in_the_text(void)
{
	fresh();
	as(person("specialist", P));
	struct reply r = ask_post("/plan/add", mem_printf(scene_mem(), "unit=1&text=%s", quoted(scene_mem(), text)));
	CHECK(r.status == 303);
	SAME(kept(), "1:0:Vòng tay Thử / ");
	r = ask_get("/plan/1/edit");
	CHECK(says(r, "Tên gọi tắt: Vòng tay Thử.") && !says(r, "Tên gọi tắt của phong trào: chưa ghi"));
	CHECK(says(r, "<a href=\"#movement\">Phong trào liên quan: chưa ghi</a>") && says(r, "id=\"movement\""));
	CHECK(says(ask_get("/plan/1"), "<dt>Tên gọi tắt</dt><dd>Vòng tay Thử</dd>"));
	CHECK(says(ask_get("/plan?q=vong+tay+thu"), "Thử cùng nhau giúp hộ nghèo"));
	/* the form of the text has no box of it, and saving that one loses none */
	CHECK(ask_post("/plan/1/edit", with("subject=Tên mới|body=I. MỤC|short_name=Khác")).status == 303);
	SAME(kept(), "1:0:Vòng tay Thử / ");
	CHECK(says(ask_get("/plan?q=vong+tay+thu"), "Tên mới"));
}

static void
what_is_missing_is_listed(void)
{
	lay();
	struct reply r = ask_get("/plan/2/edit");
	CHECK(says(r, "Tên gọi tắt của phong trào: chưa ghi") && says(r, "Phong trào liên quan: chưa ghi"));
	r = ask_get(path(1));
	CHECK(r.status == 200 && says(r, "href=\"#short_names\"") && says(r, "href=\"#t1_name\""));
	r = ask_get("/plan/1");
	CHECK(says(r, "Tên gọi tắt: chưa rõ.") && says(r, "href=\"/plan/1/movement\""));
	as(0);		/* it is for who files it */
	r = ask_get("/plan/1");
	CHECK(!says(r, "chưa rõ.") && !says(r, "/movement"));
	as(person("specialist", P));
	CHECK(files(1, "short_names=Vòng tay|t1_relation=with|t1_name=Nếp nhà").status == 303);
	r = ask_get(path(1));
	CHECK(!says(r, "href=\"#short_names\"") && says(r, "href=\"#t1_anchor\">Nếp nhà: chưa ghi nêu ở điểm nào"));
	/* the clause may go, as long as it is a draft: the tie says so */
	CHECK(files(1, "short_names=Vòng tay|t1_relation=with|t1_name=Nếp nhà|t1_anchor=II.3").status == 303);
	CHECK(!says(ask_get(path(1)), "Còn thiếu"));
	scene("DELETE FROM plan_clause WHERE anchor = 'II.3'");
	CHECK(says(ask_get(path(1)), "Nếp nhà: điểm II.3 không còn trong văn bản") && !says(ask_get("/plan/1"), "#II.3\""));
}

static void
ties_are_kept_before_and_after_the_issue(void)
{
	lay();
	const char *words = look_text("SELECT body || (SELECT group_concat(anchor || text || html) FROM plan_clause) FROM plan WHERE id = 1");
	const char *paper = mem_text(scene_mem(), ask_get("/plan/1/print").body);
	CHECK(files(1, "short_names= Vòng tay ;Vì hộ nghèo;; Vòng tay|t1_relation=with|t1_name=Cuộc vận động “Nếp nhà”"
	    "|t1_short=Nếp nhà; Nhà|t1_anchor=điểm II.3, ý 2|t2_relation=after|t2_name=|t2_other=4|t3_relation=answer|t3_name= ").status == 303);
	SAME(kept(), "1:0:Vòng tay; 1:0:Vì hộ nghèo; 1:1:Nếp nhà; 1:1:Nhà"
	    " / 1 with Cuộc vận động “Nếp nhà” II.3~2 0; 1 after Xóa nhà dột  4");
	SAME(look_text("SELECT body || (SELECT group_concat(anchor || text || html) FROM plan_clause) FROM plan WHERE id = 1"), words);
	SAME(mem_text(scene_mem(), ask_get("/plan/1/print").body), paper);
	SAME(look_text("SELECT action FROM audit ORDER BY id DESC LIMIT 1"), "plan.movement");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'short_name'"), "Vòng tay; Vì hộ nghèo");
	CHECK(look("SELECT instr(new, 'after | Xóa nhà dột |  |  | 4') > 0 FROM audit_value WHERE field = 'ties'"));
	struct reply r = ask_get("/plan/1");
	CHECK(says(r, "<dd>Vòng tay; Vì hộ nghèo</dd>") && says(r, "Gắn với Cuộc vận động “Nếp nhà” (gọi tắt là Nếp nhà; Nhà)"));
	CHECK(says(r, "<a href=\"#II.3~2\">điểm II.3, ý 2</a>") && says(r, "Tiếp nối <a href=\"/plan/4\">Xóa nhà dột</a>"));
	r = ask_get(path(1));
	CHECK(says(r, "value=\"II.3, ý 2\"") && says(r, "value=\"Nếp nhà; Nhà\"") && says(r, "value=\"4\" selected"));
	CHECK(!says(r, "Bản nháp tỉnh") && !says(r, "Sửa đổi</option>"));
	/* changed and taken away again */
	CHECK(files(1, "short_names=|t1_relation=within|t1_name=|t2_relation=within|t2_name=Nhà|t2_other=").status == 303);
	SAME(kept(), " / 1 within Nhà  0");
	CHECK(look("SELECT count(*) FROM audit_value WHERE field = 'short_name' AND old = 'Vòng tay; Vì hộ nghèo' AND new = ''") == 1);
	/* and of a draft, by the unit's own officer */
	as(person("unit_officer", A));
	CHECK(files(5, "short_names=An|t1_relation=answer|t1_name=Theo tỉnh|t1_other=1").status == 303);
	CHECK(look("SELECT other FROM plan_tie WHERE plan = 5") == 1);
}

static void
the_other_end_tells_it_to_who_may_read_it(void)
{
	lay();
	CHECK(files(1, "t1_relation=after|t1_name=Xóa nhà dột|t1_anchor=II.3|t1_other=4").status == 303);
	as(person("unit_officer", A));
	CHECK(files(5, "t1_relation=answer|t1_name=Nhà của xã|t1_other=4").status == 303);
	struct reply r = ask_get("/plan/4");
	CHECK(says(r, "<a href=\"/plan/1#II.3\">07/KH-UBND, Giúp hộ nghèo</a>: tiếp nối phong trào này"));
	CHECK(in_order(r, "07/KH-UBND, Giúp hộ nghèo", "Xã An làm theo") && says(r, "dự thảo"));
	CHECK(says(ask_get("/plan/4.json"), "\"plan\": 5"));
	as(0);
	CHECK(says(ask_get("/plan/4"), "tiếp nối phong trào này") && !says(ask_get("/plan/4"), "Xã An làm theo"));
	CHECK(says(ask_get("/plan/4.json"), "\"plan\": 1") && !says(ask_get("/plan/4.json"), "\"plan\": 5"));
	as(person("specialist", B));
	CHECK(!says(ask_get("/plan/4"), "Xã An làm theo"));
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = 55");
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/plan/4"), "Xã An làm theo"));
	/* one that is replaced is still told of, and says so */
	as(person("specialist", P));
	CHECK(files(1, "t1_relation=after|t1_name=Nhà cũ|t1_other=8").status == 303);
	CHECK(says(ask_get("/plan/1"), "<a href=\"/plan/8\">Nhà cũ</a> <span class=\"tag none\">"));
	CHECK(!says(ask_get("/plan/4"), "tiếp nối phong trào này"));
	/* of very many the first, and how many more there are */
	scene("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25) INSERT INTO plan_tie"
	    " (plan, seq, relation, name, other) SELECT 7, i, 'with', 'Nhà ' || i, 4 FROM n");
	CHECK(says(ask_get("/plan/4"), "và kế hoạch khác: 5</dd>"));
}

static void
the_json_has_them(void)
{
	lay();
	CHECK(says(ask_get("/plan/1.json"), "\"short_names\": []") && says(ask_get("/plan/1.json"), "\"ties\": []"));
	CHECK(files(1, "short_names=Vòng tay|t1_relation=with|t1_name=Nếp nhà|t1_short=Nhà|t1_anchor=II.3|t2_relation=after|t2_name=b|t2_other=4").status == 303);
	as(0);
	struct reply r = ask_get("/plan/1.json");
	CHECK(says(r, "\"Vòng tay\"") && in_order(r, "\"relation\": \"with\"", "\"relation\": \"after\""));
	CHECK(says(r, "\"name\": \"Nếp nhà\"") && says(r, "\"anchor\": \"II.3\"") && says(r, "\"anchor\": null") && says(r, "\"plan\": 4"));
}

static void
it_is_found_by_them(void)
{
	lay();
	CHECK(!says(ask_get("/plan?q=vong+tay"), "Giúp hộ nghèo"));
	CHECK(files(1, "short_names=Vòng tay|t1_relation=with|t1_name=Cuộc vận động Nếp nhà|t1_short=Nhà sạch").status == 303);
	as(0);
	CHECK(says(ask_get("/plan?q=vong+tay"), "Giúp hộ nghèo") && says(ask_get("/plan?q=nep+nha"), "Giúp hộ nghèo"));
	CHECK(says(ask_get("/plan?q=nha+sach"), "Giúp hộ nghèo") && says(ask_get("/plan?q=muc+dich"), "Giúp hộ nghèo"));
	as(person("specialist", P));
	CHECK(files(1, "short_names=Khác").status == 303);
	CHECK(!says(ask_get("/plan?q=vong+tay"), "Giúp hộ nghèo") && !says(ask_get("/plan?q=nep+nha"), "Giúp hộ nghèo"));
	/* a draft is found by them only where it is seen */
	CHECK(files(2, "short_names=Bí mật").status == 303);
	CHECK(says(ask_get("/plan?q=bi+mat"), "Bản nháp tỉnh"));
	as(0);
	CHECK(!says(ask_get("/plan?q=bi+mat"), "Bản nháp tỉnh"));
}

static void
what_takes_its_place_has_them_too(void)
{
	lay();
	CHECK(files(1, "short_names=Vòng tay|t1_relation=after|t1_name=Nhà|t1_short=N|t1_other=4").status == 303);
	struct reply r = ask_post("/plan/1/change/add", with("kind=replace|holds="));
	CHECK(r.status == 303);
	int64_t made = look("SELECT max(plan) FROM plan_change");
	CHECK(look(mem_printf(scene_mem(), "SELECT count(*) FROM plan_short_name WHERE plan = %lld", (long long)made)) == 2);
	CHECK(look(mem_printf(scene_mem(), "SELECT other FROM plan_tie WHERE plan = %lld", (long long)made)) == 4);
}

/* ---- refusals: each leaves what stood there ---- */

static void
who_does_not_file_it_is_refused(void)
{
	static const char fields[] = "short_names=Khác";

	lay();
	CHECK(files(1, "short_names=Vòng tay").status == 303);
	as(person("specialist", A));
	CHECK(ask_get(path(1)).status == 404 && files(1, fields).status == 404);
	as(person("unit_officer", A));
	CHECK(ask_get(path(1)).status == 404 && files(1, fields).status == 404);
	as(person("signer", P));
	CHECK(ask_get(path(1)).status == 403 && files(1, fields).status == 403);
	as(person("clerk", P));
	CHECK(files(1, fields).status == 403);
	as(person("specialist", P));
	CHECK(ask_get(path(3)).status == 409 && files(3, fields).status == 409);	/* it was submitted */
	CHECK(ask_get(path(6)).status == 404 && files(6, fields).status == 404);	/* it is no movement */
	CHECK(ask_get(path(99)).status == 404 && files(99, fields).status == 404);
	SAME(kept(), "1:0:Vòng tay / ");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'plan.movement'") == 1);
}

static void
refused(const char *fields, const char *why, const char *box)
{
	struct reply r = files(1, fields);

	CHECK(r.status == 422);
	CHECK(says(r, why));
	CHECK(says(r, mem_printf(scene_mem(), "href=\"#%s\"", box)) && says(r, mem_printf(scene_mem(), "id=\"%s\"", box)));
	SAME(kept(), "1:0:Vòng tay / 1 with Nếp nhà II.3 0");
}

static const char *
long_text(size_t n)
{
	char *s = mem_take(scene_mem(), n + 1);

	memset(s, 'a', n);
	return s;
}

static void
what_is_wrong_is_refused_and_kept(void)
{
	static const char no_movement[] = "chưa ban hành, không phải một phong trào riêng, hoặc chính là kế hoạch này";

	lay();
	CHECK(files(1, "short_names=Vòng tay|t1_relation=with|t1_name=Nếp nhà|t1_anchor=II.3").status == 303);
	refused("t1_relation=with|t1_name=a|t1_other=1", no_movement, "t1_other");	/* itself */
	refused("t1_relation=with|t1_name=a|t1_other=2", no_movement, "t1_other");	/* a draft */
	refused("t1_relation=with|t1_name=a|t1_other=3", no_movement, "t1_other");
	refused("t1_relation=with|t1_name=a|t1_other=6", no_movement, "t1_other");	/* it amends */
	refused("t1_relation=with|t1_name=|t1_other=99", no_movement, "t1_other");
	refused("t1_relation=with|t1_name=a|t1_other=mười", no_movement, "t1_other");
	refused("t1_relation=khac|t1_name=a", "Chọn quan hệ trong danh sách", "t1_relation");
	refused("t1_relation=with|t1_name=a|t1_anchor=II.9", "Văn bản không có điểm này", "t1_anchor");
	refused("t1_relation=with|t1_name=a|t1_anchor=II.3, ý 9", "Văn bản không có điểm này", "t1_anchor");
	refused("t1_relation=with|t1_name=Nhà|t2_relation=with|t2_name=Nhà", "đã ghi ở dòng trên", "t2_name");
	refused(mem_printf(scene_mem(), "t1_relation=with|t1_name=%s", long_text(301)), "Dài quá 300 ký tự", "t1_name");
	refused(mem_printf(scene_mem(), "t1_relation=with|t1_name=a|t1_short=b;%s", long_text(201)), "dài quá 200 ký tự", "t1_short");
	refused(mem_printf(scene_mem(), "short_names=%s", long_text(201)), "dài quá 200 ký tự", "short_names");
	refused(mem_printf(scene_mem(), "t1_relation=with|t1_name=a|t1_short=%s;%s;%s", long_text(140), long_text(130),
	    long_text(131)), "dài quá 400 ký tự", "t1_short");
	/* a new row without a name is not dropped with what else it says */
	refused("t1_relation=with|t1_name=Nếp nhà|t1_anchor=II.3|t2_relation=with|t2_name=|t2_short=Nhà", "Cần ghi tên", "t2_name");
	refused("t1_relation=with|t1_name=Nếp nhà|t1_anchor=II.3|t2_relation=with|t2_name=|t2_anchor=II.3", "Cần ghi tên", "t2_name");
	/* what was typed stands there still */
	struct reply r = files(1, "short_names=Gõ rồi|t1_relation=after|t1_name=Đang gõ|t1_anchor=II.9|t2_name=Dòng hai|t2_relation=with"
	    "|t3_name=Dòng ba|t3_relation=with|t4_name=Dòng bốn|t4_relation=with");
	CHECK(r.status == 422 && says(r, "value=\"Gõ rồi\"") && says(r, "Đang gõ") && says(r, "value=\"II.9\""));
	CHECK(says(r, "value=\"after\" selected") && says(r, "Dòng bốn"));
	/* one does not overwrite another unseen */
	r = ask_post(path(1), with("edition=0|short_names=Cũ"));
	CHECK(r.status == 422 && says(r, "vừa được lưu ở nơi khác"));
	SAME(kept(), "1:0:Vòng tay / 1 with Nếp nhà II.3 0");
}

/* No row is shown that would not be read. */
static void
fifty_are_the_most(void)
{
	lay();
	scene("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 49)"
	    " INSERT INTO plan_tie (plan, seq, relation, name, anchor) SELECT 1, i, 'with', 'Phong trào ' || i, '' FROM n");
	struct reply r = ask_get(path(1));
	CHECK(says(r, "name=\"t50_name\"") && !says(r, "name=\"t51_name\""));
	r = files(1, "short_names=|t50_name=Dòng cuối|t51_name=Dòng thừa|t52_name=Dòng nữa");
	CHECK(r.status == 422 && !says(r, "name=\"t51_name\""));
}

int
main(void)
{
	a_short_name_is_read_in_the_text();
	fifty_are_the_most();
	what_is_missing_is_listed();
	ties_are_kept_before_and_after_the_issue();
	the_other_end_tells_it_to_who_may_read_it();
	the_json_has_them();
	it_is_found_by_them();
	what_takes_its_place_has_them_too();
	who_does_not_file_it_is_refused();
	what_is_wrong_is_refused_and_kept();
	return done();
}
