/* plan_archive_test.c - the archive's line of a plan's recipients, and copies on paper: read, made,
 * kept, counted, printed. */

#include "tests/scene.h"

#include "cgi-bin/lib/plan_archive.h"
#include "cgi-bin/lib/reply.h"

static const char text[] =
	"KẾ HOẠCH\n"
	"Phong trào thi đua “Thử cùng nhau giúp hộ nghèo” giai đoạn 2026 - 2030\n\n"
	"I. MỤC ĐÍCH\n\n"
	"1. Làm cho mọi người hiểu rõ./.\n\n"
	"Nơi nhận:\n- Thường trực Tỉnh ủy;\n- Lưu trữ lịch sử tỉnh;\n- Các xã, phường;\n- Lưu: VT, TĐKT (12).\n\n"
	"CHỦ TỊCH\n\n\nVi Thị Thử\n";

static void
lay(void)
{
	fresh();
	as(person("specialist", P));
	CHECK(ask_post("/plan/add", mem_printf(scene_mem(), "unit=1&text=%s", quoted(scene_mem(), text))).status == 303);
	scene("UPDATE plan SET number = '07/KH-UBND', date = '2026-11-02', place = 'Thử', issuer = 'UBND tỉnh'");
}

static struct reply
lists(const char *fields)
{
	return ask_post("/plan/1/recipients", with(fields));
}

static const char *
lines(void)
{
	return look_text("SELECT group_concat(text || '|' || purpose || '|' || coalesce(copies, '-'), '; ')"
	    " FROM (SELECT * FROM plan_recipient ORDER BY seq)");
}

static struct reply
moves(const char *move)
{
	return ask_post("/plan/1/move", mem_printf(scene_mem(), "edition=%lld&move=%s",
	    (long long)look("SELECT edition FROM plan WHERE id = 1"), move));
}

static void
the_words_have_parts(void)
{
	static const struct {
		const char *text, *registry, *drafter;
		int64_t copies;
	} lines_[] = {
		{ "Lưu: VT, TĐKT (12).", "VT", "TĐKT", 12 },
		{ "- Lưu: VT, KG-VX (NTB);", "VT", "KG-VX (NTB)", 0 },
		{ "Lưu: VT, NV (Chung), PT30b", "VT", "NV (Chung), PT30b", 0 },	/* issued, not filed */
		{ "Lưu: VT, NV (Mai), 05 bản", "VT", "NV (Mai)", 5 },
		{ "Lưu: VT, TH (3b)", "VT", "TH", 3 },
		{ "Lưu: VT (2)", "VT", "", 2 },
		{ "LƯU VT, TH", "VT", "TH", 0 },
		{ "Lưu: VT, TH (0)", "VT", "TH (0)", 0 },
		{ "Lưu: VT, TH (12345)", "VT", "TH (12345)", 0 },
		{ "Lưu: VT, TH (12 người)", "VT", "TH (12 người)", 0 },
		{ "Lưu:VT", "VT", "", 0 },
		{ "lưu : VT", "VT", "", 0 },
		{ "Lưu: văn thư", "văn thư", "", 0 },
	};
	static const char *const none[] = { "", "Lưu", "Lưu:", "Lưu: ,", "Lưu trữ lịch sử tỉnh", "Các xã; lưu: VT", "Lưu vào hồ sơ", "Luật: VT" };
	struct plan_archive a, again;

	fresh();
	for (size_t i = 0; i < sizeof(lines_) / sizeof(*lines_); i++) {
		CHECK(plan_archive_read(scene_mem(), lines_[i].text, &a));
		SAME(a.registry, lines_[i].registry);
		SAME(a.drafter, lines_[i].drafter);
		CHECK(a.copies == lines_[i].copies);
		/* what is made of the parts is read again */
		CHECK(plan_archive_read(scene_mem(), plan_archive_text(scene_mem(), &a), &again));
		CHECK(!strcmp(a.registry, again.registry) && !strcmp(a.drafter, again.drafter) && a.copies == again.copies);
	}
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		CHECK(!plan_archive_read(scene_mem(), none[i], &a));
}

static void
a_text_says_them(void)
{
	lay();
	SAME(lines(), "Thường trực Tỉnh ủy|know|-; Lưu trữ lịch sử tỉnh|know|-; Các xã, phường|act|-; Lưu: VT, TĐKT (12)|file|12");
	struct reply r = ask_get("/plan/1/recipients");
	CHECK(says(r, "name=\"registry\" value=\"VT\"") && says(r, "name=\"drafter\" value=\"TĐKT\""));
	CHECK(says(r, "name=\"copies\" value=\"12\"") && says(r, "In là: <b>- Lưu: VT, TĐKT (12).</b>"));
	CHECK(says(r, "name=\"r3_text\"") && !says(r, ">Lưu: VT, TĐKT (12)</textarea>"));	/* its own boxes alone */
	CHECK(says(r, "cộng số bản phải in <b>12</b>") && says(r, "còn dòng chưa ghi số bản: 3"));
	CHECK(says(ask_get("/plan/1.json"), "\"copies\": 12"));
	/* of a line that an older portal kept, too */
	scene("UPDATE plan_recipient SET copies = NULL");
	CHECK(says(ask_get("/plan/1/recipients"), "name=\"copies\" value=\"12\""));
}

static void
its_words_stay_until_a_part_changes(void)
{
	static const char others[] = "r1_text=Thường trực Tỉnh ủy|r1_copies=1|r2_text=Các xã, phường|r2_to=kind:commune|r2_purpose=act|r2_copies=1.250";

	lay();
	scene("UPDATE plan_recipient SET text = 'Lưu VT; TĐKT - 12 bản', copies = NULL WHERE purpose = 'file'");
	struct reply r = ask_get("/plan/1/recipients");
	CHECK(says(r, "value=\"VT; TĐKT - 12 bản\""));
	CHECK(lists(mem_printf(scene_mem(), "%s|registry=VT; TĐKT - 12 bản|drafter=|copies=", others)).status == 303);
	SAME(lines(), "Thường trực Tỉnh ủy|know|1; Các xã, phường|act|1250; Lưu VT; TĐKT - 12 bản|file|-");
	CHECK(lists(mem_printf(scene_mem(), "%s|registry=VT|drafter=TĐKT (Mai)|copies=05", others)).status == 303);
	SAME(lines(), "Thường trực Tỉnh ủy|know|1; Các xã, phường|act|1250; Lưu: VT, TĐKT (Mai) (5)|file|5");
	CHECK(look("SELECT instr(new, 'Lưu: VT, TĐKT (Mai) (5) | file | x5') > 0 FROM audit_value WHERE field = 'recipients' ORDER BY rowid DESC LIMIT 1"));
	CHECK(says(ask_get("/plan/1/recipients"), "name=\"drafter\" value=\"TĐKT (Mai)\""));
	CHECK(says(ask_get("/plan/1/recipients"), "cộng số bản phải in <b>1.256</b>."));
	CHECK(says(ask_get("/plan/1"), "1.250 bản"));
	/* all three empty: none; and typed as a line it is one */
	CHECK(lists(mem_printf(scene_mem(), "%s|registry=|drafter=|copies=", others)).status == 303);
	SAME(lines(), "Thường trực Tỉnh ủy|know|1; Các xã, phường|act|1250");
	CHECK(says(ask_get("/plan/1/recipients"), "Chưa có dòng lưu.") && says(ask_get("/plan/1"), "Nơi nhận chưa có dòng lưu"));
	CHECK(lists("r1_text=Lưu: VT, TH|r1_purpose=know|r2_text=Các xã").status == 303);
	SAME(lines(), "Các xã|know|-; Lưu: VT, TH|file|-");	/* last */
}

static void
refused(const char *fields, const char *why, const char *box)
{
	struct reply r = lists(fields);

	CHECK(r.status == 422);
	CHECK(says(r, why));
	CHECK(says(r, mem_printf(scene_mem(), "href=\"#%s\"", box)) && says(r, mem_printf(scene_mem(), "id=\"%s\"", box)));
}

static void
what_is_wrong_is_refused(void)
{
	static const char count[] = "Ghi số bản từ 1 đến 9.999";

	lay();
	const char *was = lines();
	refused("r1_text=A|r1_copies=0", count, "r1_copies");
	refused("r1_text=A|r1_copies=-1", count, "r1_copies");
	refused("r1_text=A|r1_copies=10.000", count, "r1_copies");
	refused("r1_text=A|r1_copies=hai", count, "r1_copies");
	refused("r1_text=A|r1_copies=1,5", count, "r1_copies");
	refused("r1_text=A|registry=VT|drafter=TH|copies=0", count, "copies");
	refused("r1_text=A|registry=|drafter=TH|copies=", "Cần ghi nơi lưu", "registry");
	refused("r1_text=A|registry=|drafter=|copies=3", "Cần ghi nơi lưu", "registry");
	refused("r1_text=A|registry=VT, TH|drafter=|copies=", "phần sau dấu phẩy ghi ở ô bên cạnh", "registry");
	refused("r1_text=Lưu: VT|registry=VT|drafter=|copies=", "Dòng lưu đã ghi ở ô riêng", "r1_text");
	refused("r1_text=Lưu: VT|r1_code=A|registry=", "Dòng lưu không gửi cho đơn vị nào", "r1_code");
	/* what was typed stands there still */
	struct reply r = lists("r1_text=Gõ|r1_copies=hai|registry=VT|drafter=Ô gõ|copies=7");
	CHECK(says(r, "value=\"hai\"") && says(r, "value=\"Ô gõ\"") && says(r, "name=\"copies\" value=\"7\""));
	SAME(lines(), was);
	CHECK(!scene_tries("UPDATE plan_recipient SET copies = 0") && !scene_tries("UPDATE plan_recipient SET copies = 10000"));
	as(person("specialist", A));
	CHECK(lists("r1_text=A|registry=VT").status == 404);
	as(person("signer", P));
	CHECK(lists("r1_text=A|registry=VT").status == 403);
	SAME(lines(), was);
}

/* It is told, and nothing is held up. */
static void
a_list_without_it_is_told_at_submission(void)
{
	static const char lacks[] = "Đã trình. Nơi nhận chưa có dòng lưu";

	lay();
	struct reply r = moves("submit");
	CHECK(r.status == 303 && !says(ask_get(mem_text(scene_mem(), location(r))), lacks));
	lay();
	CHECK(lists("r1_text=Các xã").status == 303);
	r = moves("submit");
	CHECK(r.status == 303 && says(ask_get(mem_text(scene_mem(), location(r))), lacks));
	SAME(look_text("SELECT state FROM flow_case"), "submitted");
	lay();
	CHECK(lists("r1_text=").status == 303);		/* nobody at all */
	r = moves("submit");
	CHECK(r.status == 303 && says(ask_get(mem_text(scene_mem(), location(r))), lacks));
}

static void
an_issued_text_is_printed_as_it_is(void)
{
	lay();
	CHECK(moves("record").status == 303);
	CHECK(lists("r1_text=A|registry=VT|drafter=TH|copies=3").status == 409);
	CHECK(ask_get("/plan/1/recipients").status == 409);
	struct reply r = ask_get("/plan/1/print");
	CHECK(in_order(r, "- Các xã, phường;", "- Lưu: VT, TĐKT (12).") && !says(r, "NO_ARCHIVE"));
	CHECK(!says(ask_get("/plan/1"), "Nơi nhận chưa có dòng lưu"));
	/* a plan of old without it is told nothing */
	scene("DELETE FROM plan_recipient WHERE purpose = 'file'");
	CHECK(!says(ask_get("/plan/1"), "Nơi nhận chưa có dòng lưu"));
}

static void
the_list_to_be_signed_counts_copies(void)
{
	lay();
	CHECK(lists("r1_text=Thường trực Tỉnh ủy|r1_copies=3|r2_text=Báo Thử|r3_text=Các xã, phường|r3_to=kind:commune|r3_purpose=act|r3_copies=9"
	    "|registry=VT|drafter=TĐKT|copies=12").status == 303);
	CHECK(moves("record").status == 303);
	struct reply r = ask_get("/plan/1/receipt/print");
	CHECK(by_pen(r) && says(r, "Số bản") && says(r, "Thường trực Tỉnh ủy</th><td>3</td>") && says(r, "Báo Thử</th><td></td>"));
	CHECK(says(r, "Cộng số bản phải in, kể cả bản lưu: <b>24 (còn 1 dòng nơi nhận chưa ghi số bản)</b>"));
	CHECK(!says(r, "Lưu: VT") && says(r, "Xã Bình</th><td>cả dòng 9</td>"));
	scene("UPDATE plan_recipient SET copies = 1 WHERE text = 'Báo Thử'");
	CHECK(says(ask_get("/plan/1/receipt/print"), "Cộng số bản phải in, kể cả bản lưu: <b>25</b>"));
	scene("UPDATE plan_recipient SET copies = NULL, text = CASE purpose WHEN 'file' THEN 'Lưu: VT' ELSE text END");
	r = ask_get("/plan/1/receipt/print");
	CHECK(says(r, "Cộng số bản phải in, kể cả bản lưu: <span></span>"));	/* to be written */
	as(person("specialist", A));
	CHECK(ask_get("/plan/1/receipt/print").status == 404);
}

int
main(void)
{
	the_words_have_parts();
	a_text_says_them();
	its_words_stay_until_a_part_changes();
	what_is_wrong_is_refused();
	a_list_without_it_is_told_at_submission();
	an_issued_text_is_printed_as_it_is();
	the_list_to_be_signed_counts_copies();
	return done();
}
