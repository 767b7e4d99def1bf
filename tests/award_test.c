/* award_test.c - awards: who may nominate, who decides on what, and what the public is
 * told of those who have not agreed to be named. */

#include <stdlib.h>

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"
#include "db/award_entry.h"

enum { GK = 24, BKT = 23, BKTTG = 22, GDVH = 12, TTLDTT = 8 };	/* award_form.id */

static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0),"
	" (52, 'plan', 1, 'draft', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Cùng nhau giúp hộ nghèo'),"
	" (2, 52, 1, '', NULL, 'Bản nháp')";

static void
lay(void)
{
	fresh();
	scene(plans);
}

static bool
ends(const char *path, const char *with_)
{
	size_t n = strlen(path), m = strlen(with_);

	return n > m && !strcmp(path + n - m, with_);
}

/* As the page has it: what moves a nomination says which edition of it was read. */
static struct reply
sends(const char *path, const char *fields)
{
	const char *of = strstr(path, "/nomination/");

	if (of && !strstr(fields, "edition=") && (ends(path, "/send") || ends(path, "/refer")
	    || ends(path, "/opinion") || ends(path, "/move")))
		fields = mem_printf(scene_mem(), "%s|edition=%lld", fields, (long long)look(mem_printf(
		    scene_mem(), "SELECT coalesce((SELECT edition FROM nomination WHERE id = %lld), 0)",
		    strtoll(of + strlen("/nomination/"), NULL, 10))));
	return ask_post(path, with(fields));
}

static const char *
at_(const char *path, const char *rest)
{
	return mem_printf(scene_mem(), "%s%s", path, rest);
}

static const char *
to(struct reply r)
{
	return leads(r);
}

#define SOMEBODY "subject=person|award_group=worker|award_type=movement|plan=1" \
	"|achieved_from=01/01/2026|achieved_to=30/06/2026|birth_year=1980|of_code=A|place=" \
	"|post=Nông dân|report=Làm tốt"

/* An officer of that unit nominates; answers the record's path. */
static const char *
nominates(int64_t unit, int64_t form, const char *name, const char *fields)
{
	as(person("unit_officer", unit));
	struct reply r = sends("/award/nomination/add", mem_printf(scene_mem(),
	    "unit=%lld|award_form=%lld|name=%s|%s", (long long)unit, (long long)form, name, fields));
	CHECK(r.status == 303);
	return to(r);
}

static const char *
named(const char *name)
{
	return nominates(A, GK, name, SOMEBODY);
}

static const char *
household(const char *name)
{
	return nominates(A, GK, name, "subject=household|award_group=household|award_type=movement"
	    "|plan=1|achieved_from=01/01/2026|achieved_to=30/06/2026|birth_year=|of_code=A1"
	    "|place=nhà cuối thôn|post=|report=Giúp ba hộ");
}

static const char *
id_of(const char *path)
{
	const char *last = strrchr(path, '/');

	return last ? last + 1 : "0";
}

static const char *
edition_of(const char *decision)
{
	return look_text(mem_printf(scene_mem(),
	    "SELECT coalesce((SELECT edition FROM award_decision WHERE id = %s), 0)", id_of(decision)));
}

static int
moves(const char *path, const char *move, const char *reason)
{
	/* as the page has it: a decision's moves say which edition was read */
	return sends(at_(path, "/move"), mem_printf(scene_mem(), strstr(path, "/nomination/")
	    ? "move=%s|reason=%s" : "move=%s|reason=%s|edition=%s", move, reason, edition_of(path))).status;
}

static void
arrives(const char *path, int64_t unit, int64_t office)
{
	as(person("unit_leader", unit));
	CHECK(sends(at_(path, "/send"), mem_printf(scene_mem(), "to=%lld|reason=",
	    (long long)office)).status == 303);
	as(person("specialist", office));
	CHECK(moves(path, "receive", "") == 303);
}

/* A draft decision of A with these two nominations (the second may be NULL). */
static const char *
drafts(const char *one, const char *two)
{
	as(person("specialist", A));
	struct reply r = sends("/award/add", mem_printf(scene_mem(), "unit=2|title=Khen thưởng sơ kết"
	    "|outside=|issuer=Chủ tịch UBND xã An|plan=1|signer_title=|signer_name=|pick=%s%s%s",
	    id_of(one), two ? "|pick=" : "", two ? id_of(two) : ""));
	CHECK(r.status == 303);
	return to(r);
}

static struct reply
numbers(const char *decision, const char *number, const char *date, const char *book)
{
	as(person("clerk", A));
	return sends(at_(decision, "/issue"), mem_printf(scene_mem(),
	    "do=issue|number=%s|date=%s|signer_title=Chủ tịch|signer_other=Lò Văn Ký|book=%s|edition=%s", number,
	    date, book, edition_of(decision)));
}

static void
signs(const char *decision)
{
	as(person("specialist", A));
	CHECK(moves(decision, "submit", "") == 303);
	as(person("signer", A));
	CHECK(moves(decision, "approve", "") == 303);
}

/* From nomination to the public list, by five people of commune A. */
static const char *
issues(const char *one, const char *two)
{
	arrives(one, A, A);
	if (two)
		arrives(two, A, A);
	const char *d = drafts(one, two);
	signs(d);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "").status == 303);
	return d;
}

static void
consents(const char *path)
{
	as(person("unit_officer", A));
	CHECK(sends(at_(path, "/consent"), "given=01/07/2026|how=ký phiếu|document=").status == 303);
}

/* ---- the catalogue ---- */

static void
the_catalogue_is_sorted_and_taken_out(void)
{
	lay();
	as(0);
	struct reply up = ask_get("/award/form.json?sort=code"), down = ask_get("/award/form.json?sort=-code");
	const char *low = look_text("SELECT '\"code\": \"' || min(code) || '\"' FROM award_form"
	    " WHERE '2026-11-20' BETWEEN valid_from AND valid_to");
	const char *high = look_text("SELECT '\"code\": \"' || max(code) || '\"' FROM award_form"
	    " WHERE '2026-11-20' BETWEEN valid_from AND valid_to");
	CHECK(in_order(up, low, high) && in_order(down, high, low));
	CHECK(says(ask_get("/award/form?sort=code"), "aria-sort=\"ascending\""));
	/* Vietnamese order: Đ after D, before G */
	up = ask_get("/award/form.json?sort=kind");
	CHECK(in_order(up, "\"Danh hiệu\"", "\"Hình thức\""));
	CHECK(in_order(ask_get("/award/form.json?sort=-kind"), "\"Hình thức\"", "\"Danh hiệu\""));
	struct reply one = ask_get("/award/form/24.json");
	CHECK(one.status == 200 && says(one, "\"id\": 24") && says(one, "\"rights\""));
	CHECK(says(one, "\"papers\"") && says(one, "\"valid_to\": null"));
	CHECK(ask_get("/award/form/9999.json").status == 404);
	CHECK(ask_get("/award/form/24.csv").status == 404);
}

static void
the_catalogue_is_of_a_day(void)
{
	lay();
	as(0);
	struct reply now = ask_get("/award/form?day=01/10/2026"), then;
	CHECK(now.status == 200);
	CHECK(says(now, "Xã, phường, đặc khu tiêu biểu") && !says(now, "thị trấn tiêu biểu"));
	then = ask_get("/award/form?day=30/09/2026");
	CHECK(says(then, "Xã, phường, thị trấn tiêu biểu") && !says(then, "đặc khu tiêu biểu"));
	/* the district's rights went to the commune on 01/7/2025 */
	then = ask_get("/award/form.json?day=30/06/2025");
	now = ask_get("/award/form.json?day=01/07/2025");
	CHECK(says(then, "Huyện, thành phố") && !says(now, "Huyện, thành phố"));
	CHECK(says(now, "129/2025") && !says(then, "129/2025"));
	CHECK(look("SELECT count(*) FROM award_right WHERE kind = 'commune'"
	    " AND '2025-06-30' BETWEEN valid_from AND valid_to") == 3);
	CHECK(look("SELECT count(*) FROM award_right WHERE kind = 'commune'"
	    " AND '2025-07-01' BETWEEN valid_from AND valid_to") == 6);
	/* no law, no row; no day */
	CHECK(says(ask_get("/award/form?day=31/12/2023"), "luật hiện hành có từ 01/01/2024"));
	CHECK(ask_get("/award/form?day=31/02/2026").status == 422);
	CHECK(look("SELECT count(*) FROM award_right WHERE document = ''") == 0);
	CHECK(look("SELECT count(*) FROM award_form f WHERE NOT EXISTS"
	    " (SELECT 1 FROM award_right r WHERE r.award_form = f.id) AND f.code NOT IN ('GDVH')") == 0);
}

#define NEW_FORM "code=KT|kind=form|name=Kỷ niệm thử|name_en=|person=1|seq=70" \
	"|valid_from=01/01/2026|document=QĐ 1"

static void
the_catalogue_is_changed_from_the_top_alone(void)
{
	lay();
	/* a commune's specialist holds the ability, but what he changed would hold for all */
	as(person("specialist", A));
	CHECK(ask_get("/award/form/add").status == 404);
	CHECK(sends("/award/form/add", NEW_FORM).status == 404);
	CHECK(sends("/award/form/24/end", "valid_to=20/11/2026").status == 404);
	CHECK(sends("/award/form/24/right", "kind=village|outside=|valid_from=01/01/2026|document=x").status == 404);
	as(person("unit_officer", P));
	CHECK(sends("/award/form/add", NEW_FORM).status == 403);
	CHECK(look("SELECT count(*) FROM award_form WHERE code = 'KT'") == 0);

	as(person("specialist", P));
	CHECK(says(ask_get("/award/form/24"), "Thêm thẩm quyền"));
	/* what is no more is granted nothing new */
	CHECK(!says(ask_get("/award/form/24/right"), "value=\"district\"") && says(ask_get("/award/form/24/right"), "value=\"commune\""));
	CHECK(sends("/award/form/24/right", "kind=district|outside=|valid_from=01/01/2026|document=x").status == 422);
	CHECK(sends("/award/form/add", NEW_FORM).status == 303);
	/* the same code on the same days; for nobody; of no kind */
	CHECK(sends("/award/form/add", NEW_FORM).status == 422);
	CHECK(says(sends("/award/form/add", "code=KX|kind=form|name=Thử|name_en=|seq=1"
	    "|valid_from=01/01/2026|document=x"), "ít nhất một"));
	CHECK(sends("/award/form/add", "code=KX|kind=other|name=Thử|name_en=|person=1|seq=1"
	    "|valid_from=01/01/2026|document=x").status == 422);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'award_form.add'") == 1);
	/* a right: of a kind or outside, not both, not twice */
	CHECK(sends("/award/form/24/right", "kind=village|outside=Bộ|valid_from=01/01/2026|document=x").status == 422);
	CHECK(sends("/award/form/24/right", "kind=|outside=|valid_from=01/01/2026|document=x").status == 422);
	CHECK(sends("/award/form/24/right", "kind=no|outside=|valid_from=01/01/2026|document=x").status == 422);
	CHECK(sends("/award/form/24/right", "kind=commune|outside=|valid_from=01/01/2026|document=x").status == 422);
	CHECK(sends("/award/form/24/right", "kind=village|outside=|valid_from=01/01/2026|document=").status == 422);
	CHECK(sends("/award/form/24/right", "kind=village|outside=|valid_from=01/01/2026|document=x").status == 303);
	const char *right = look_text("SELECT '/award/form/24/right/' || id || '/end' FROM award_right"
	    " WHERE kind = 'village'");
	CHECK(sends(right, "valid_to=31/12/2025").status == 422);
	/* what was typed stands in its own row alone */
	struct reply r = sends(right, "valid_to=31/13/2025");
	CHECK(r.status == 422 && says(r, "Ngày cuối: Ngày viết sai") && says(r, "name=\"valid_to\" value=\"31/13/2025\""));
	CHECK(says(r, "name=\"valid_to\" value=\"20/11/2026\""));
	CHECK(sends(right, "valid_to=31/10/2026").status == 303);
	CHECK(sends(right, "valid_to=31/10/2026").status == 409);
	CHECK(sends("/award/form/23/right/1/end", "valid_to=31/10/2026").status == 404);
	CHECK(sends("/award/form/24/end", "valid_to=31/10/2026").status == 303);
	CHECK(sends("/award/form/24/end", "valid_to=31/10/2026").status == 409);
	as(0);
	CHECK(!says(ask_get("/award/form"), ">Giấy khen<") && says(ask_get("/award/form?day=31/10/2026"), ">Giấy khen<"));
}

/* Who keeps the catalogue says what papers go with what, from when, and which are required. */
static void
papers_are_kept_in_the_catalogue(void)
{
	static const char add[] = "/award/form/24/paper";
	static const char rest[] = "|label_en=|award_type=|valid_from=01/01/2026|document=Điều 9";
	static const char *const bad[][2] = {
		{ "paper=|label_vi=", "label_vi" }, { "paper=minutes|label_vi=Giấy lạ", "label_vi" },
		{ "paper=no|label_vi=", "paper" }, { "paper=minutes|label_vi=|award_type=no", "award_type" },
		{ "paper=minutes|label_vi=|valid_from=31/02/2026", "valid_from" },
		{ "paper=minutes|label_vi=|document=", "document" },
		{ "paper=submission|label_vi=|all=1", "valid_from" },	/* it is there for all */
		{ "paper=|label_vi=TO TRINH|all=1", "valid_from" },	/* by its name, too */
		{ "paper=minutes|label_vi=|all=1|award_type=merit", "valid_from" },
	};

	lay();
	const char *path = named("Lò Thị Mai");
	int64_t officer = person("unit_officer", A);
	as(person("specialist", A));
	CHECK(ask_get(add).status == 404 && sends(add, mem_printf(scene_mem(), "paper=minutes|label_vi=%s", rest)).status == 404);
	CHECK(sends("/award/form/24/paper/1/end", "valid_to=20/11/2026").status == 404);
	as(officer);
	CHECK(ask_get(add).status == 403);
	as(0);
	CHECK(!says(ask_get("/award/form/24"), "/paper\"") && !says(ask_get("/award/form/24"), "(bắt buộc)"));
	as(person("specialist", P));
	CHECK(says(ask_get("/award/form/24"), add) && says(ask_get(add), "<option value=\"submission\">Tờ trình<"));
	CHECK(!says(ask_get(add), "sáng kiến") && says(ask_get("/award/form/3/paper"), "sáng kiến"));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct reply r = sends(add, mem_printf(scene_mem(), "%s%s", bad[i][0], rest));
		CHECK(r.status == 422 && says(r, mem_printf(scene_mem(), "href=\"#%s\"", bad[i][1])));
	}
	CHECK(look("SELECT count(*) FROM audit WHERE action LIKE 'award_form.%'") == 0);
	/* of this form alone, and required: it wins over the row of all */
	CHECK(sends(add, mem_printf(scene_mem(), "paper=submission|label_vi=|required=1%s", rest)).status == 303);
	CHECK(sends(add, mem_printf(scene_mem(), "paper=submission|label_vi=%s", rest)).status == 422);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'award_form.paper' AND entity = 24") == 1);
	CHECK(says(ask_get("/award/form/24"), "<li>Tờ trình (bắt buộc)") && says(ask_get("/award/form/23"), "<li>Tờ trình <"));
	/* a new paper, of one type */
	CHECK(sends(add, mem_printf(scene_mem(), "paper=|label_vi=Xác nhận nộp thuế|award_type=movement%s", rest)).status == 303);
	SAME(look_text("SELECT paper || '|' || label_en || '|' || code FROM award_paper ORDER BY id DESC LIMIT 1"),
	    "xac-nhan-nop-thue|Xác nhận nộp thuế|GK");
	CHECK(says(ask_get("/award/form/24"), "<li>Xác nhận nộp thuế ("));
	as(officer);
	struct reply r = ask_get(path);
	CHECK(says(r, "<b>Tờ trình</b> (bắt buộc)") && says(r, "<b>Xác nhận nộp thuế</b>"));
	CHECK(moves(path, "pass", "") == 422);
	CHECK(ask_raw(ask_file(at_(path, "/file"), "part=xac-nhan-nop-thue", "t.pdf", "%PDF-1.4\n%%EOF\n", 15)).status == 303);
	CHECK(!says(ask_get(path), "<b>Xác nhận nộp thuế</b>"));
	CHECK(!says(ask_get(nominates(A, GK, "Quàng Thị Ân", "award_type=merit|" SOMEBODY)), "Xác nhận nộp thuế"));
	/* ended, the row of all holds again */
	as(person("specialist", P));
	const char *end = look_text("SELECT '/award/form/24/paper/' || id || '/end' FROM award_paper WHERE required");
	CHECK(sends(end, "valid_to=31/12/2025").status == 422);
	CHECK(sends(mem_printf(scene_mem(), "/award/form/3%s", end + strlen("/award/form/24")), "valid_to=19/11/2026").status == 404);
	CHECK(sends(end, "valid_to=19/11/2026").status == 303);
	CHECK(sends(end, "valid_to=19/11/2026").status == 409);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'award_form.unpaper' AND entity = 24") == 1);
	as(officer);
	CHECK(says(ask_get(path), "<b>Tờ trình</b></li>") && moves(path, "pass", "") == 303);
}

/* Of several rows of one paper that of a code wins, then that of a type, whatever they say. */
static void
the_special_paper_wins(void)
{
	lay();
	const char *path = named("Lò Thị Mai");
	scene("UPDATE award_paper SET required = 1, document = 'Điều 99' WHERE paper = 'minutes' AND kind = 'form';"
	    "INSERT INTO award_paper (paper, label_vi, label_en, kind, code, award_type, seq, valid_from, valid_to, document) VALUES"
	    " ('minutes', 'Biên bản riêng', 'x', 'form', 'GK', NULL, 9, '2026-01-01', '9999-12-31', 'Điều 1'),"
	    " ('minutes', 'Aaa', 'x', 'form', '', NULL, 9, '2026-01-01', '9999-12-31', 'Điều 2')");
	CHECK(says(ask_get(path), "<b>Biên bản riêng</b></li>") && moves(path, "pass", "") == 303);
	struct reply r = ask_get("/award/form/24");
	CHECK(says(r, "<li>Biên bản riêng <span class=\"meta\">Điều 1<") && !says(r, "Điều 99") && !says(r, "Aaa"));
	/* of another form: its types', and of the others the general one */
	r = ask_get("/award/form/23");
	CHECK(!says(r, "Biên bản riêng") && says(r, "<li>Biên bản xét khen thưởng (") && says(r, "<li>Aaa ("));
	r = ask_get(nominates(A, BKT, "Quàng Thị Ân", SOMEBODY));
	CHECK(says(r, "<b>Biên bản xét khen thưởng</b> (bắt buộc)") && !says(r, "Aaa"));
}

/* ---- nominating ---- */

static void
a_nomination_says_what_is_wrong(void)
{
	static const char *const bad[][2] = {
		{ "name=", "name" }, { "subject=dog", "subject" }, { "award_type=no", "award_type" },
		{ "award_group=household", "award_group" }, { "plan=2", "plan" }, { "plan=77", "plan" },
		{ "achieved_to=01/12/2025", "achieved_to" }, { "achieved_to=01/12/2026", "achieved_to" },
		{ "achieved_from=32/1/2026", "achieved_from" }, { "award_form=12", "award_form" },
		{ "award_form=9", "award_form" }, { "award_form=giấy", "award_form" },
		{ "of_code=Xã Không Có", "of_code" }, { "birth_year=1850", "birth_year" },
		{ "unit=3", "unit" }, { "unit=", "unit" }, { "achieved_to=32/1/2026", "achieved_to" },
		{ "outside=1|place=Hà Nội", "outside" },
	};

	lay();
	as(person("unit_officer", A));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		/* the first of a name is what counts */
		struct reply r = sends("/award/nomination/add", mem_printf(scene_mem(),
		    "%s|unit=2|award_form=24|name=Lò Thị Mai|%s", bad[i][0], SOMEBODY));
		if (r.status != 422 || !says(r, mem_printf(scene_mem(), "href=\"#%s\"", bad[i][1])))
			CHECK(!bad[i][0]);
		CHECK(r.status == 422);
		CHECK(i == 0 || says(r, "Lò Thị Mai"));	/* nothing typed is lost */
	}
	CHECK(look("SELECT count(*) FROM nomination") == 0);
	/* two units of one name: the codes are told */
	scene("UPDATE unit_name SET name_plain = 'xa an' WHERE unit = 3");
	struct reply r = sends("/award/nomination/add", "of_code=Xã An|unit=2|award_form=24|name=Lò|" SOMEBODY);
	CHECK(r.status == 422 && says(r, "A, B"));
}

static void
a_nomination_may_be_for_others(void)
{
	lay();
	/* the one who received the help nominates, the nominee stands outside the tree */
	const char *path = nominates(A, GK, "Công ty Ở Xa", "of_code=|outside=1|place=Hà Nội|subject=collective"
	    "|award_group=firm|award_type=sudden|plan=|achieved_from=01/01/2026|achieved_to=30/06/2026"
	    "|birth_year=1990|post=|report=");
	CHECK(look("SELECT of_unit IS NULL AND birth_year IS NULL FROM nomination") == 1);
	/* of another commune */
	path = nominates(A, GK, "Bản khác", "of_code=B|subject=collective|award_group=body"
	    "|award_type=sudden|plan=|achieved_from=01/01/2026|achieved_to=30/06/2026"
	    "|birth_year=|place=|post=|report=x");
	CHECK(says(ask_get(path), "Xã Bình"));
	/* a unit that is its own nominee is named once */
	scene("UPDATE nomination SET name = 'Xã Bình' WHERE of_unit = 3");
	as(person("unit_leader", A));
	CHECK(says(ask_get(at_(path, "/send")), "<p class=\"lead\">Xã Bình. "));
	scene("UPDATE nomination SET name = 'Bản khác' WHERE of_unit = 3");
	/* B does not see it, nor does the province while it is a draft */
	as(person("unit_officer", B));
	CHECK(ask_get(path).status == 404);
	CHECK(ask_get(at_(path, ".json")).status == 404);
	CHECK(ask_get(at_(path, "/edit")).status == 404);
	CHECK(says(ask_get("/award/nomination"), "chưa có đề nghị nào"));
	as(person("specialist", P));
	CHECK(ask_get(path).status == 404);
	CHECK(!says(ask_get("/award/nomination.json"), "khác"));
	as(0);
	CHECK(ask_get(path).status == 303);
	as(person("unit_officer", A));
	CHECK(says(ask_get("/award/nomination?q=ban khac"), "Bản khác"));
	CHECK(!says(ask_get("/award/nomination?q=ban la"), "Bản khác"));
	CHECK(says(ask_get("/award/nomination.csv"), "Bản khác"));
}

/* Who is entered without a unit is of the unit that nominates; outside is only who is said
 * to be. */
static void
nobody_is_outside_unless_it_is_said(void)
{
	static const char body[] = "subject=household|award_group=household|award_type=movement|plan=1"
	    "|achieved_from=01/01/2026|achieved_to=30/06/2026|birth_year=|post=|report=x|of_code=|place=";

	lay();
	const char *path = nominates(A, GK, "Hộ ông Páo", mem_printf(scene_mem(), "%sBản xa", body));
	CHECK(look("SELECT of_unit FROM nomination") == A);
	CHECK(!says(ask_get(path), "ngoài địa bàn") && !says(ask_get(at_(path, "/edit")), "value=\"1\" checked"));
	CHECK(sends(at_(path, "/edit"), mem_printf(scene_mem(), "edition=1|award_form=24|name=Hộ ông Páo"
	    "|outside=1|%s", body)).status == 303);	/* then from where, before it goes on */
	CHECK(says(ask_get(path), "<li><b>Nơi ở, địa chỉ của người, tập thể, hộ ngoài địa bàn</b> (bắt buộc)"));
	struct reply r = sends(at_(path, "/move"), "move=pass");
	CHECK(r.status == 422 && says(r, "hộ ngoài địa bàn: Cần có"));
	CHECK(sends(at_(path, "/edit"), mem_printf(scene_mem(), "edition=2|award_form=24|name=Hộ ông Páo"
	    "|outside=1|%sHà Nội", body)).status == 303);
	CHECK(!says(ask_get(path), "Nơi ở, địa chỉ của người"));
	CHECK(look("SELECT of_unit IS NULL FROM nomination") == 1);
	CHECK(says(ask_get(path), "ngoài địa bàn") && says(ask_get(at_(path, "/edit")), "value=\"1\" checked"));
	/* the list counts him of the commune, in its place */
	path = nominates(A, GK, "Hộ bà Mỷ", mem_printf(scene_mem(), "%sBản gần", body));
	issues(path, NULL);
	as(0);
	CHECK(says(ask_get("/award/1"), "1 hộ gia đình ở xã An"));
}

/* What is not known yet comes later: a draft wants a name and no more.  It is neither passed
 * on nor sent so. */
static void
a_draft_is_kept_half_filled(void)
{
	static const char rest[] = "subject=person|award_group=worker|award_type=movement|plan=1"
	    "|birth_year=|of_code=|place=|post=|report=";

	lay();
	as(person("unit_officer", A));
	CHECK(sends("/award/nomination/add", mem_printf(scene_mem(), "unit=2|award_form=|name=|achieved_from="
	    "|achieved_to=|%s", rest)).status == 422);
	const char *path = to(sends("/award/nomination/add", mem_printf(scene_mem(),
	    "unit=2|award_form=|name=Lò Thị Mai|achieved_from=|achieved_to=|%s", rest)));
	CHECK(look("SELECT count(*) FROM nomination WHERE award_form IS NULL AND achieved_from IS NULL"
	    " AND achieved_to IS NULL AND report = ''") == 1);
	struct reply r = ask_get(path);
	CHECK(r.status == 200 && says(r, "<b>chưa chọn danh hiệu, hình thức</b>") && says(r, "<dd>chưa ghi</dd>"));
	CHECK(says(r, "<li><b>Danh hiệu, hình thức</b> (bắt buộc)") && says(r, "<li><b>Thời gian tính thành tích</b> (bắt buộc)"));
	CHECK(says(r, "Chưa trình, gửi được khi thiếu mục bắt buộc.") && !says(r, "/award/form/"));
	CHECK(says(ask_get("/award/nomination"), "Lò Thị Mai") && says(ask_get("/award/nomination"), "chưa chọn"));
	r = ask_get(at_(path, ".json"));
	CHECK(r.status == 200 && says(r, "\"form\": null") && says(r, "\"achieved_from\": null"));
	r = sends(at_(path, "/move"), "move=pass");
	CHECK(r.status == 422 && says(r, "Danh hiệu, hình thức: Cần có") + says(r, "Thời gian tính thành tích: Cần có")
	    + says(r, "Báo cáo thành tích: Cần có") > 0);
	CHECK(look("SELECT count(*) FROM flow_case WHERE flow = 'award' AND state = 'draft'") == 1);
	/* figures are of days */
	r = sends(at_(path, "/edit"), mem_printf(scene_mem(), "do=fill|edition=1|award_form=|name=Lò Thị Mai"
	    "|achieved_from=01/01/2026|achieved_to=|%s", rest));
	CHECK(r.status == 422 && says(r, "href=\"#achieved_to\"") && !says(r, "href=\"#achieved_from\""));
	/* one day of the two, then the other; neither alone is enough */
	CHECK(sends(at_(path, "/edit"), mem_printf(scene_mem(), "edition=1|award_form=24|name=Lò Thị Mai"
	    "|achieved_from=|achieved_to=30/06/2026|%sLàm tốt", rest)).status == 303);
	CHECK(says(ask_get(path), "từ chưa ghi đến 30/06/2026"));
	r = sends(at_(path, "/move"), "move=pass");
	CHECK(r.status == 422 && says(r, "Thời gian tính thành tích: Cần có"));
	as(person("unit_leader", A));
	CHECK(sends(at_(path, "/send"), "to=1|reason=").status == 422);
	as(person("unit_officer", A));
	CHECK(sends(at_(path, "/edit"), mem_printf(scene_mem(), "edition=2|award_form=24|name=Lò Thị Mai"
	    "|achieved_from=01/07/2026|achieved_to=30/06/2026|%sLàm tốt", rest)).status == 422);
	CHECK(sends(at_(path, "/edit"), mem_printf(scene_mem(), "edition=2|award_form=24|name=Lò Thị Mai"
	    "|achieved_from=01/01/2026|achieved_to=30/06/2026|%sLàm tốt", rest)).status == 303);
	CHECK(sends(at_(path, "/move"), "move=pass").status == 303);
}

/* First of whom, then only what may go to him; what does not fit is refused all the same. */
static void
a_form_offers_what_may_be_granted(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = ask_get("/award/nomination/add");
	CHECK(says(r, "type=\"radio\"") && says(r, "Cùng nhau giúp hộ nghèo") && !says(r, "name=\"award_form\""));
	CHECK(says(ask_get("/award/nomination/add?subject=dog"), "type=\"radio\""));
	r = ask_get("/award/nomination/add?subject=household&plan=1");
	CHECK(says(r, "Gia đình văn hóa") && says(r, ">Giấy khen<") && says(r, ">Hộ gia đình<"));
	CHECK(!says(r, "Chiến sĩ thi đua cơ sở") && !says(r, "Tập thể lao động tiên tiến") && !says(r, "Doanh nhân"));
	CHECK(says(r, "<option value=\"1\" selected>") && !says(r, "name=\"birth_year\""));
	r = ask_get("/award/nomination/add?subject=person");
	CHECK(says(r, "Chiến sĩ thi đua cơ sở") && !says(r, "Gia đình văn hóa") && says(r, "name=\"birth_year\""));
	CHECK(!says(r, "Doanh nghiệp, hợp tác xã") && says(r, "<option value=\"merit\" selected>"));
	/* posted all the same: refused, each field named, and the form stays of that subject */
	r = sends("/award/nomination/add", "unit=2|award_form=12|name=Lò Thị Mai|award_group=household|" SOMEBODY);
	CHECK(r.status == 422 && says(r, "href=\"#award_form\"") && says(r, "href=\"#award_group\""));
	CHECK(!says(r, "Gia đình văn hóa") && look("SELECT count(*) FROM nomination") == 0);
	/* a field is called in the list as it is called in the form */
	r = sends("/award/nomination/add", "subject=household|unit=2|award_form=24|name=|award_group=household|" SOMEBODY);
	CHECK(r.status == 422 && says(r, "<a href=\"#name\">Tên hộ gia đình: "));
	/* another subject: what was typed stays, nothing is kept */
	r = sends("/award/nomination/add", "as=household|unit=2|award_form=24|name=Lò Thị Mai|" SOMEBODY);
	CHECK(r.status == 200 && says(r, "Lò Thị Mai") && says(r, "name=\"subject\" value=\"household\""));
	CHECK(says(r, "Gia đình văn hóa") && !says(r, "class=\"err\"") && look("SELECT count(*) FROM nomination") == 0);
	const char *path = named("Lò Thị Mai");
	r = sends(at_(path, "/edit"), "as=collective|edition=1|award_form=24|name=Lò Thị Mơ|" SOMEBODY);
	CHECK(r.status == 200 && says(r, "Lò Thị Mơ") && says(r, "Doanh nghiệp, hợp tác xã"));
	SAME(look_text("SELECT name || subject FROM nomination"), "Lò Thị Maiperson");
	/* a session that ended while he typed: the form comes back of its subject */
	at(NOW + 3600);
	CHECK(sends("/award/nomination/add", "subject=household|unit=2|name=Hộ ông Páo").status == 303);
	at(NOW);
	r = ask_get("/award/nomination/add");
	CHECK(says(r, "Hộ ông Páo") && says(r, "Gia đình văn hóa") && !says(r, "type=\"radio\""));
}

/* The outline's headings, with nothing under them, are not what is sent on. */
static void
an_outline_alone_is_no_report(void)
{
	lay();
	const char *path = nominates(A, GK, "Lò Thị Mai", SOMEBODY);
	scene("UPDATE nomination SET report = '## Kết quả' || char(10, 10) || '## Cách làm' || char(10)");
	as(person("unit_leader", A));
	struct reply r = sends(at_(path, "/send"), "to=2|reason=");
	CHECK(r.status == 422 && says(r, "Cần có trước khi làm bước này"));
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'award'"), "draft");
	scene("UPDATE nomination SET report = '## Kết quả' || char(10) || 'Giúp ba hộ'");
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
}

static void
a_report_is_filled_from_what_was_reported(void)
{
	lay();
	scene("INSERT INTO indicator (id, code, name, measure, rule, numerator, denominator, decimals) VALUES"
	    " (1, 'a', 'Hộ nghèo', 'hộ', 'sum', NULL, NULL, 0), (2, 'b', 'Tổng số hộ', 'hộ', 'sum', NULL, NULL, 0),"
	    " (3, 'c', 'Tỷ lệ nghèo', '%', 'rate', 1, 2, 2);"
	    "INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Quý', 'periodic');"
	    "INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	    " (1, 1, 'Quý I', '2025-12-15', '2026-03-14', '2026-03-01'),"
	    " (2, 1, 'Quý II', '2026-03-15', '2026-06-14', '2026-06-01'),"
	    " (3, 1, 'Quý III', '2026-06-15', '2026-09-14', '2026-09-01'),"
	    " (4, 1, 'Năm trước', '2024-12-15', '2025-12-14', '2025-12-01');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (61,'report',2,'accepted',0),"
	    " (62,'report',2,'sent',0), (63,'report',2,'draft',0), (64,'report',2,'accepted',0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1,61,1,2,0),"
	    " (2,62,2,2,0), (3,63,3,2,0), (4,64,4,2,0);"
	    "INSERT INTO report_value VALUES (1,1,20000),(1,2,100000),(2,1,15000),(2,2,100000),(3,1,100),(4,1,77700)");
	const char *path = nominates(A, TTLDTT, "Xã An", "of_code=A|subject=collective|award_group=body"
	    "|award_type=merit|plan=|achieved_from=01/01/2026|achieved_to=31/10/2026"
	    "|birth_year=|place=|post=|report=");
	struct reply r = ask_get(path);
	CHECK(says(r, "200 (Quý I)") && says(r, "150 (Quý II)"));
	CHECK(says(r, "20 (Quý I)") && says(r, "15 (Quý II)"));		/* a rate, derived */
	CHECK(!says(r, "777 (") && !says(r, "Quý III"));		/* another time, a draft */
	/* the button adds it to what is typed and keeps nothing */
	r = sends(at_(path, "/edit"), "do=fill|name=Xã An|of_code=A|subject=collective|award_group=body"
	    "|award_type=merit|plan=|award_form=8|achieved_from=01/01/2026|achieved_to=31/10/2026"
	    "|birth_year=|place=|post=|report=Lời riêng|edition=1");
	CHECK(r.status == 200 && says(r, "Lời riêng") && says(r, "150 (Quý II)"));
	CHECK(look("SELECT count(*) FROM nomination WHERE report LIKE '%Lời riêng%'") == 0);
	CHECK(sends(at_(path, "/edit"), "do=fill|name=|report=Lời riêng").status == 422);
}

/* A figure of one period is the first and the last of itself: it is told once. */
static void
a_figure_of_one_period_has_one_column(void)
{
	lay();
	scene("INSERT INTO indicator (id, code, name, measure, rule, decimals) VALUES"
	    " (1, 'a', 'Hộ nghèo', 'hộ', 'sum', 0), (2, 'b', 'Ngày công', 'công', 'sum', 0);"
	    "INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Quý', 'periodic');"
	    "INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	    " (1, 1, 'Quý I', '2025-12-15', '2026-03-14', '2026-03-01'),"
	    " (2, 1, 'Quý II', '2026-03-15', '2026-06-14', '2026-06-01');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (61,'report',2,'accepted',0),"
	    " (62,'report',2,'draft',0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1,61,1,2,0), (2,62,2,2,0);"
	    "INSERT INTO report_value VALUES (1,1,20000), (2,1,20000), (2,2,700)");
	static const char body[] = "of_code=A|subject=collective|award_group=body|award_type=merit|plan="
	    "|achieved_from=01/01/2026|achieved_to=31/10/2026|birth_year=|place=|post=|report=";
	nominates(A, TTLDTT, "Xã An", body);
	CHECK(look("SELECT report LIKE '%| Chỉ số | Số liệu |%| Hộ nghèo (hộ) | 200 (Quý I) |%'"
	    " AND report NOT LIKE '%Kỳ đầu%' FROM nomination") == 1);
	/* the same figure in two periods is two figures; what has but one has no first */
	scene("UPDATE flow_case SET state = 'accepted' WHERE id = 62");
	nominates(A, TTLDTT, "Xã An", body);
	CHECK(look("SELECT report LIKE '%| Chỉ số | Kỳ đầu | Kỳ cuối |%| Hộ nghèo (hộ) | 200 (Quý I) | 200 (Quý II) |%'"
	    " AND report LIKE '%| Ngày công (công) | - | 7 (Quý II) |%' FROM nomination WHERE id = 2") == 1);
}

/* A unit's figures are told to those who may read its reports; to others only headings. */
static void
a_report_tells_no_figures_of_others(void)
{
	static const char body[] = "subject=collective|award_group=body|award_type=merit|plan="
	    "|achieved_from=01/01/2026|achieved_to=31/10/2026|birth_year=|place=|post=|report=|of_code=B";

	lay();
	scene("INSERT INTO indicator (id, code, name, measure, rule, decimals) VALUES (1, 'a', 'Hộ nghèo', 'hộ', 'sum', 0);"
	    "INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Quý', 'periodic');"
	    "INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	    " (1, 1, 'Quý I', '2025-12-15', '2026-03-14', '2026-03-01');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (61,'report',3,'sent',0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1,61,1,3,0);"
	    "INSERT INTO report_value VALUES (1,1,33300)");
	const char *path = nominates(A, TTLDTT, "Xã Bình", body);
	CHECK(says(ask_get(path), "Thành tích đạt được") && !says(ask_get(path), "333 (Quý I)"));
	struct reply r = sends(at_(path, "/edit"), mem_printf(scene_mem(),
	    "do=fill|name=Xã Bình|award_form=8|edition=1|%s", body));
	CHECK(r.status == 200 && says(r, "Thành tích đạt được") && !says(r, "333 (Quý I)"));
	/* who may read them has them, and nominates by the mandate by which he nominates */
	int64_t officer = person("unit_officer", A);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 1, 'auditor', '2020-01-01', '9999-12-31')", (long long)officer));
	path = nominates(A, TTLDTT, "Xã Bình", body);
	CHECK(says(ask_get(path), "333 (Quý I)"));
	SAME(look_text("SELECT m.role FROM audit u JOIN mandate m ON m.id = u.mandate"
	    " WHERE u.action = 'nomination.add' ORDER BY u.id DESC LIMIT 1"), "unit_officer");
}

/* Published scores of one's own stand in the report; no others, and nothing before. */
static void
a_report_has_the_published_scores(void)
{
	static const char body[] = "subject=collective|award_group=body|award_type=merit|plan="
	    "|achieved_from=01/01/2026|achieved_to=31/10/2026|birth_year=|place=|post=|report=|of_code=";

	lay();
	scene("INSERT INTO plan_class (id, plan, seq, name, anchor) VALUES (1, 1, 1, 'Xã', 'a');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (71,'round',1,'published',0),"
	    " (72,'round',1,'closed',0), (73,'round',1,'published',0), (81,'evaluation',2,'reviewed',0),"
	    " (82,'evaluation',3,'reviewed',0), (83,'evaluation',2,'reviewed',0), (84,'evaluation',2,'reviewed',0);"
	    "INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to, base_day, due_date) VALUES"
	    " (1,71,1,1,'Đợt năm nay','yearly','2026-01-01','2026-10-31','2026-01-01','2026-11-01'),"
	    " (2,72,1,1,'Đợt mở lại','yearly','2026-01-01','2026-10-31','2026-01-01','2026-11-01'),"
	    " (3,73,1,1,'Đợt năm trước','yearly','2025-01-01','2025-12-31','2025-01-01','2026-01-01');"
	    "INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, judged, subject, saved) VALUES"
	    " (1,81,1,1,2,2,'unit',0), (2,82,1,1,3,3,'unit',0), (3,83,2,1,2,2,'unit',0), (4,84,3,1,2,2,'unit',0);"
	    "INSERT INTO evaluation_publication (id, evaluation_round, number, day, at) VALUES"
	    " (1,1,'1/QĐ','2026-11-01',0), (2,1,'2/QĐ','2026-11-05',0), (3,2,'3/QĐ','2026-11-01',0), (4,3,'4/QĐ','2026-01-05',0);"
	    "INSERT INTO evaluation_result VALUES (1,1,'Xã An',NULL,6100,0,10000,6100,'',2,2),"
	    " (2,1,'Xã An',NULL,9250,250,10000,9000,'Tốt',1,2), (2,2,'Xã Bình',NULL,5300,0,10000,5300,'Yếu',2,2),"
	    " (3,3,'Xã An',NULL,4400,0,10000,4400,'',1,1), (4,4,'Xã An',NULL,3300,0,10000,3300,'',1,1)");
	struct reply r = ask_get(nominates(A, TTLDTT, "Xã An", mem_printf(scene_mem(), "%sA", body)));
	/* the last publication of the round, of a round that is published now, of those days */
	CHECK(says(r, "Đợt năm nay") && says(r, "92,5 / 100") && says(r, "Tốt") && says(r, "2/QĐ"));
	CHECK(!says(r, "61 /") && !says(r, "Đợt mở lại") && !says(r, "44 /") && !says(r, "năm trước"));
	/* another unit's are not told to him who names it, published or not */
	r = ask_get(nominates(A, TTLDTT, "Xã Bình", mem_printf(scene_mem(), "%sB", body)));
	CHECK(!says(r, "53 /") && !says(r, "Yếu") && !says(r, "Đợt năm nay"));
	as(person("unit_officer", B));
	r = ask_get(nominates(B, TTLDTT, "Xã Bình", mem_printf(scene_mem(), "%sB", body)));
	CHECK(says(r, "53 / 100") && says(r, "Yếu"));
}

static void
two_who_write_do_not_undo_each_other(void)
{
	lay();
	const char *path = named("Lò Thị Mai");
	const char *edit = at_(path, "/edit");

	CHECK(sends(edit, "edition=1|award_form=24|name=Lò Thị Mai Anh|" SOMEBODY).status == 303);
	struct reply r = sends(edit, "edition=1|award_form=24|name=Lò Thị Hai|" SOMEBODY);
	CHECK(r.status == 422 && says(r, "Đề nghị đã được lưu hoặc chuyển bước") && says(r, "Lò Thị Hai"));
	SAME(look_text("SELECT name FROM nomination"), "Lò Thị Mai Anh");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'name' ORDER BY audit DESC LIMIT 1"),
	    "Lò Thị Mai Anh");
}

/* ---- its case ---- */

static void
the_leader_sends_and_the_standing_body_receives(void)
{
	lay();
	const char *path = named("Lò Thị Mai");

	/* the officer does not send; nor another's leader */
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 403);
	as(person("unit_leader", B));
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 404);
	as(person("unit_leader", A));
	CHECK(says(ask_get(at_(path, "/send")), "Xã An (có thẩm quyền"));
	CHECK(!says(ask_get(at_(path, "/send")), "UBND tỉnh Thử (có thẩm quyền"));
	CHECK(sends(at_(path, "/send"), "to=3|reason=").status == 422);
	CHECK(sends(at_(path, "/send"), "to=|reason=").status == 422);
	CHECK(moves(path, "submit", "") == 404);	/* not past the page that asks to whom */
	CHECK(sends(at_(path, "/send"), "to=2|reason=Kính gửi").status == 303);
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 409);
	CHECK(look("SELECT handler FROM nomination") == A);
	/* no more the officer's to change; B's specialist knows nothing of it */
	as(person("unit_officer", A));
	CHECK(sends(at_(path, "/edit"), "edition=1|award_form=24|name=Khác|" SOMEBODY).status == 409);
	as(person("specialist", B));
	CHECK(ask_get(path).status == 404 && moves(path, "receive", "") == 404);
	/* the province sees it, and leaves it to the commune */
	as(person("specialist", P));
	CHECK(ask_get(path).status == 200);
	CHECK(moves(path, "receive", "") == 404);
	as(person("specialist", A));
	CHECK(moves(path, "return", "") == 422);
	CHECK(moves(path, "return", "Thiếu biên bản") == 303);
	as(person("unit_officer", A));
	CHECK(says(ask_get(path), "Thiếu biên bản"));
	CHECK(sends(at_(path, "/edit"), "edition=3|award_form=24|name=Lò Thị Mai|" SOMEBODY).status == 303);
	as(person("unit_leader", A));
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
	as(person("specialist", A));
	CHECK(moves(path, "receive", "") == 303);
	SAME(look_text("SELECT accepted FROM nomination"), TODAY);
	CHECK(moves(path, "receive", "") == 409);
	/* only the signer refuses, with a reason */
	CHECK(moves(path, "refuse", "Không đủ") == 404);
	as(person("signer", A));
	CHECK(moves(path, "refuse", "") == 422);
	CHECK(moves(path, "refuse", "Không đủ tiêu chuẩn") == 303);
	as(person("unit_officer", A));
	CHECK(says(ask_get(path), "Không đủ tiêu chuẩn"));
}

/* Who writes does not send: he passes it on, is told to whom, and may take it back. */
static void
the_officer_passes_it_to_the_leader(void)
{
	lay();
	const char *path = named("Lò Thị Mai"), *leader;

	CHECK(says(ask_get(path), "Chưa có ai được giao vai trò lãnh đạo"));
	person("unit_leader", A);
	leader = look_text("SELECT a.name FROM account a JOIN mandate m ON m.account = a.id WHERE m.role = 'unit_leader'");
	struct reply r = ask_get(path);
	CHECK(says(r, "bấm “Trình lãnh đạo”") && says(r, leader) && says(r, "value=\"pass\""));
	/* nobody else passes it; not without a report */
	as(person("unit_officer", B));
	CHECK(moves(path, "pass", "") == 404);
	as(person("unit_leader", A));
	CHECK(moves(path, "pass", "") == 404 && !says(ask_get(path), "bấm “Trình lãnh đạo”"));
	as(person("unit_officer", A));
	scene("UPDATE nomination SET report = '## Kết quả'");
	CHECK(moves(path, "pass", "") == 422);
	scene("UPDATE nomination SET report = 'Giúp ba hộ'");
	CHECK(moves(path, "pass", "") == 303);
	r = ask_get(path);
	CHECK(says(r, "Đề nghị đang chờ lãnh đạo") && says(r, leader) && says(r, "Chờ lãnh đạo gửi"));
	CHECK(says(r, "<button class=\"btn alt\" type=\"submit\">Lấy lại để sửa<"));	/* who waits has no main thing to do */
	/* it is fixed while it waits, and may be taken back */
	CHECK(sends(at_(path, "/edit"), "edition=1|award_form=24|name=Khác|" SOMEBODY).status == 409);
	CHECK(moves(path, "recall", "") == 303 && moves(path, "recall", "") == 409);
	CHECK(sends(at_(path, "/edit"), "edition=3|award_form=24|name=Lò Thị Mai|" SOMEBODY).status == 303);
	CHECK(moves(path, "pass", "") == 303);
	/* the leader returns it with a reason, which its writer reads */
	CHECK(moves(path, "back", "Thiếu") == 404);
	as(person("unit_leader", A));
	CHECK(moves(path, "back", "") == 422 && moves(path, "back", "Bổ sung số hộ") == 303);
	as(person("unit_officer", A));
	CHECK(says(ask_get(path), "Bổ sung số hộ") && moves(path, "pass", "") == 303);
	as(person("unit_leader", A));
	CHECK(says(ask_get("/award/nomination?state=signing"), "Lò Thị Mai"));
	CHECK(sends(at_(path, "/send"), "to=1|reason=").status == 303);
	/* returned from above and passed again, it is its unit's, not the standing body's */
	as(person("specialist", P));
	CHECK(moves(path, "return", "Bổ sung") == 303);
	as(person("unit_officer", A));
	CHECK(moves(path, "pass", "") == 303);
	CHECK(look("SELECT unit FROM flow_case WHERE flow = 'award'") == A);
	as(person("specialist", P));
	static const char pdf[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
	CHECK(ask_raw(ask_file(at_(path, "/file"), "part=", "a.pdf", pdf, sizeof(pdf) - 1)).status == 409);
	as(person("unit_leader", A));
	CHECK(sends(at_(path, "/send"), "to=1|reason=").status == 303);
}

/* Who passes, sends, receives, returns, refuses does so with what he read. */
static void
a_nomination_moves_as_it_was_read(void)
{
	static const char changed_[] = "Đề nghị đã đổi sau khi bạn mở trang";
	static const char paper[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

	lay();
	const char *path = named("Lò Thị Mai"), *send = at_(path, "/send"), *move = at_(path, "/move");
	CHECK(says(ask_get(path), "name=\"edition\" value=\"1\""));
	/* its papers are of what was read */
	CHECK(ask_raw(ask_file(at_(path, "/file"), "part=", "a.pdf", paper, sizeof(paper) - 1)).status == 303);
	CHECK(says(sends(move, "move=pass|edition=1"), changed_));
	CHECK(ask_post(at_(path, "/file/1/remove"), "").status == 303);
	CHECK(says(sends(move, "move=pass|edition=2"), changed_));
	scene("UPDATE nomination SET edition = 1");
	CHECK(sends(at_(path, "/edit"), "edition=1|award_form=24|name=Lò Thị Mơ|" SOMEBODY).status == 303);
	struct reply r = sends(move, "move=pass|reason=|edition=1");
	CHECK(r.status == 422 && says(r, changed_) && says(r, "<li>Trang đã cũ: "));
	CHECK(sends(move, "move=pass|reason=|edition=").status == 422);
	r = sends(move, "move=withdraw|reason=Lập nhầm rồi|edition=1");
	CHECK(r.status == 422 && says(r, "Lập nhầm rồi</textarea>") && says(r, "<details class=\"no-print\" open"));
	CHECK(sends(move, "move=pass|reason=|edition=2").status == 303);
	/* the leader opens it, the officer takes it back and names another */
	as(person("unit_leader", A));
	CHECK(says(ask_get(send), "name=\"edition\" value=\"3\""));
	as(person("unit_officer", A));
	CHECK(moves(path, "recall", "") == 303);
	r = sends(at_(path, "/edit"), "edition=2|award_form=24|name=Cà Văn Ơn|" SOMEBODY);
	CHECK(r.status == 422 && says(r, "đã được lưu hoặc chuyển bước"));
	CHECK(sends(at_(path, "/edit"), "edition=4|award_form=24|name=Cà Văn Ơn|" SOMEBODY).status == 303);
	CHECK(moves(path, "pass", "") == 303);
	as(person("unit_leader", A));
	r = sends(send, "to=1|reason=Kính gửi tỉnh|edition=3");
	CHECK(r.status == 422 && says(r, changed_) && says(r, "Cà Văn Ơn"));
	CHECK(says(r, "Kính gửi tỉnh</textarea>") && says(r, "<option value=\"1\" selected>"));
	CHECK(says(r, "name=\"edition\" value=\"6\"") && look("SELECT handler IS NULL FROM nomination") == 1);
	/* taken back and passed again unchanged: it moved, and is looked at again */
	as(person("unit_officer", A));
	CHECK(moves(path, "recall", "") == 303 && moves(path, "pass", "") == 303);
	as(person("unit_leader", A));
	CHECK(sends(send, "to=2|reason=|edition=6").status == 422);
	CHECK(sends(move, "move=back|reason=x|edition=6").status == 422);
	CHECK(sends(send, "to=2|reason=|edition=8").status == 303);
	/* whose move it is not is told that, not what changed */
	CHECK(sends(move, "move=back|reason=x|edition=6").status == 409);
	CHECK(sends(move, "move=receive|reason=|edition=6").status == 404);
	as(person("specialist", A));
	CHECK(sends(move, "move=receive|reason=|edition=8").status == 422);
	CHECK(sends(move, "move=return|reason=x|edition=8").status == 422);
	CHECK(sends(at_(path, "/refer"), "to=1|reason=|edition=8").status == 422);
	CHECK(sends(move, "move=receive|reason=|edition=9").status == 303);
	CHECK(sends(move, "move=council|reason=|edition=10").status == 303);
	static const char said_[] = "day=10/11/2026|document=|members=9|present=9|agreed=9|text=Nhất trí cao";
	r = sends(at_(path, "/opinion"), mem_printf(scene_mem(), "%s|edition=10", said_));
	CHECK(r.status == 422 && says(r, changed_) && says(r, "Nhất trí cao"));
	CHECK(sends(at_(path, "/opinion"), mem_printf(scene_mem(), "%s|edition=11", said_)).status == 303);
	as(person("signer", A));
	CHECK(sends(move, "move=refuse|reason=x|edition=11").status == 422);
	CHECK(sends(move, "move=refuse|reason=x|edition=12").status == 303);
}

/* Why it was returned stands on top until it is sent again, to who mends it and who sends it. */
static void
a_reason_stays_until_it_is_sent_again(void)
{
	static const char top[] = "<div class=\"note warn\"><h2>Trả lại để bổ sung</h2><p>%s</p>";

	lay();
	const char *path = named("Lò Thị Mai");
	const char *one = mem_printf(scene_mem(), top, "Thiếu số hộ"), *two = mem_printf(scene_mem(), top, "Sai năm");
	const char *before = "<h2>Lần trước đã trả lại</h2><p>Thiếu số hộ</p>";
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	as(officer);
	CHECK(moves(path, "pass", "") == 303 && !says(ask_get(path), "<h2>Trả lại"));
	as(leader);
	CHECK(moves(path, "back", "Thiếu số hộ") == 303 && says(ask_get(path), one));
	as(officer);
	CHECK(says(ask_get(path), one) && moves(path, "pass", "") == 303);
	as(leader);
	CHECK(says(ask_get(path), before));		/* he sees what he asked for */
	as(officer);
	CHECK(moves(path, "recall", "") == 303 && says(ask_get(path), one));
	CHECK(moves(path, "pass", "") == 303);
	as(leader);
	CHECK(moves(path, "back", "Sai năm") == 303);
	as(officer);
	CHECK(says(ask_get(path), two) && !says(ask_get(path), one) && moves(path, "pass", "") == 303);
	as(leader);
	CHECK(sends(at_(path, "/send"), "to=2|reason=Kính gửi").status == 303);
	CHECK(!says(ask_get(path), two) && !says(ask_get(path), one));
	as(person("specialist", A));
	CHECK(!says(ask_get(path), two) && moves(path, "return", "Thiếu biên bản") == 303);
	as(officer);
	CHECK(says(ask_get(path), mem_printf(scene_mem(), top, "Thiếu biên bản")) && !says(ask_get(path), two));
	/* what was said within the unit is told to nobody outside it, what was said to it is not covered */
	CHECK(moves(path, "pass", "") == 303);
	as(leader);
	CHECK(says(ask_get(path), "<div class=\"note warn\"><h2>Lần trước đã trả lại</h2><p>Thiếu biên bản"));
	CHECK(moves(path, "back", "Ghi tên") == 303 && says(ask_get(path), "<p>Trước đó: Thiếu biên bản"));
	/* who is of the body that gave it back is not told to press what he has not */
	as(person("specialist", A));
	struct reply r = ask_get(path);
	CHECK(r.status == 200 && says(r, "Trả lại để bổ sung</span>") && !says(r, "bấm “Trình lãnh đạo”"));
	as(leader);
	CHECK(sends(at_(path, "/send"), "to=1|reason=Kính gửi").status == 303);
	as(person("specialist", P));
	r = ask_get(path);
	CHECK(r.status == 200 && says(r, "Gửi lại đề nghị") && says(r, "Thiếu biên bản"));
	CHECK(!says(r, "Ghi tên") && !says(r, "Thiếu số hộ") && !says(r, "Trình lãnh đạo") && !says(r, "Trả lại người lập"));
}

/* Who passed it on considers it no more than who wrote or sent it. */
static void
nobody_considers_what_he_passed_on(void)
{
	lay();
	const char *path = named("Lò Thị Mai");
	int64_t other = person("council", A);

	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " SELECT %lld, 2, role, '2020-01-01', '9999-12-31' FROM role WHERE role IN ('unit_officer', 'specialist')",
	    (long long)other));
	as(other);
	CHECK(moves(path, "pass", "") == 303);
	as(person("unit_leader", A));
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
	as(other);
	CHECK(moves(path, "receive", "") == 422 && says(ask_get(path), "không tự xét"));
}

/* Each paper that the law wants is named while it is not there: to who writes, who sends and
 * who appraises.  It stops nothing, unless its row says so. */
static void
what_a_dossier_lacks_is_told(void)
{
	static const char pdf[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
	static const char lacks[] = "Hồ sơ còn thiếu";

	lay();
	const char *path = named("Lò Thị Mai"), *files = at_(path, "/file");
	struct reply r = ask_get(path);
	CHECK(says(r, lacks) && says(r, "<b>Tờ trình</b>") && says(r, "<b>Biên bản xét khen thưởng</b>"));
	CHECK(says(r, "href=\"/award/form/24\"") && says(r, "Vẫn gửi được") && !says(r, "Giấy công nhận sáng kiến"));
	/* a file says which paper it is; one of no paper that is asked for is refused */
	CHECK(ask_raw(ask_file(files, "part=submission", "tt.pdf", pdf, sizeof(pdf) - 1)).status == 303);
	r = ask_raw(ask_file(files, "part=initiative", "x.pdf", pdf, sizeof(pdf) - 1));
	CHECK(r.status == 422 && says(r, "không cần giấy tờ ấy nữa") && says(r, "href=\"#part-\"") && says(r, "id=\"part-\""));
	CHECK(look("SELECT count(*) FROM attachment") == 1);
	r = ask_get(path);
	CHECK(!says(r, "<b>Tờ trình</b>") && says(r, "<b>Biên bản xét khen thưởng</b>"));
	CHECK(says(r, "<option value=\"minutes\" selected>"));	/* what is missing is offered first */
	/* a refused file is chosen again as the paper that it was to be */
	r = ask_raw(ask_file(files, "part=", "x.exe", "MZ", 2));
	CHECK(r.status == 422 && says(r, "href=\"#file-\"") && says(r, "<option value=\"\" selected>"));
	/* any other paper makes up for none */
	CHECK(ask_raw(ask_file(files, "part=", "anh.pdf", "%PDF-1.4\n%%EOF\n", 15)).status == 303);
	as(person("unit_leader", A));
	r = ask_get(at_(path, "/send"));
	CHECK(says(r, lacks) && says(r, "<b>Biên bản xét khen thưởng</b>"));
	scene("UPDATE award_paper SET required = 1 WHERE paper = 'minutes'");
	as(person("unit_officer", A));			/* nor passed to who may not send it */
	r = sends(at_(path, "/move"), "move=pass|reason=");
	CHECK(r.status == 422 && says(r, "Chưa gửi được khi thiếu Biên bản xét khen thưởng") && says(r, "bắt buộc"));
	as(person("unit_leader", A));
	r = sends(at_(path, "/send"), "to=2|reason=");
	CHECK(r.status == 422 && says(r, "Chưa gửi được khi thiếu Biên bản xét khen thưởng") && says(r, "bắt buộc"));
	scene("UPDATE award_paper SET required = 0");
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
	as(person("specialist", A));
	r = ask_get(path);
	CHECK(says(r, lacks) && says(r, "<b>Biên bản xét khen thưởng</b>") && says(r, "Trả lại để bổ sung, hoặc thêm tệp"));
	CHECK(ask_raw(ask_file(files, "part=minutes", "bb.pdf", "%PDF-1.5\n%%EOF\n", 15)).status == 303);
	CHECK(!says(ask_get(path), lacks));
	/* a decision's list says whose are missing, and goes on */
	scene("DROP TRIGGER attachment_is_only_removed; UPDATE attachment SET part = '' WHERE part = 'minutes'");
	CHECK(moves(path, "receive", "") == 303 && says(ask_get("/award/add"), "thiếu giấy tờ"));
	const char *d = drafts(path, NULL);
	CHECK(says(ask_get(d), "thiếu giấy tờ"));
	scene("UPDATE attachment SET part = 'minutes' WHERE name = 'bb.pdf'");
	CHECK(!says(ask_get(d), "thiếu giấy tờ") && says(ask_get(d), "đủ điều kiện"));
	CHECK(moves(d, "drop", "x") == 303);
	/* one that is taken off is not there */
	scene("UPDATE attachment SET removed = 1, removed_by = 1 WHERE part = 'submission'");
	CHECK(says(ask_get(path), "<b>Tờ trình</b>"));
	/* what is sudden goes by the simple procedure; a title of fighters wants the certificate */
	r = ask_get(nominates(A, GK, "Quàng Thị Ân", "award_type=sudden|" SOMEBODY));
	CHECK(says(r, "<b>Tờ trình</b>") && !says(r, "Biên bản xét khen thưởng"));
	enum { CSTDCS = 3 };
	r = ask_get(nominates(A, CSTDCS, "Quàng Thị Ân", SOMEBODY));
	CHECK(says(r, "<b>Giấy công nhận sáng kiến") && says(r, "<b>Biên bản bình xét</b>"));
	/* by the rules of the day on which it was received */
	scene("UPDATE award_paper SET valid_to = '2026-11-19'");
	CHECK(!says(ask_get(path), lacks));
	scene("UPDATE nomination SET accepted = '2026-11-19' WHERE id = 1");
	as(person("specialist", A));
	CHECK(says(ask_get(path), "<b>Tờ trình</b>"));
	as(0);
	CHECK(!says(ask_get("/award/form/24"), "Biên bản xét"));
	scene("UPDATE award_paper SET valid_to = '9999-12-31'");
	CHECK(says(ask_get("/award/form/24"), "Biên bản xét") && says(ask_get("/award/form/24"), "Điều 84") && says(ask_get("/award/form/3"), "sáng kiến"));
}

static void
a_nomination_goes_up(void)
{
	lay();
	const char *path = nominates(A, BKT, "Lò Thị Mai", SOMEBODY);

	arrives(path, A, A);
	/* the commune may not grant it: it cannot decide, and refers it */
	CHECK(says(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=Khen thưởng|outside="
	    "|issuer=Chủ tịch|plan=|signer_title=|signer_name=|pick=%s", id_of(path))), "không có thẩm quyền"));
	CHECK(says(ask_get(path), "/refer\"") && says(ask_get(at_(path, "/refer")), "<textarea"));
	CHECK(sends(at_(path, "/refer"), "to=2|reason=").status == 422);
	CHECK(sends(at_(path, "/refer"), "to=3|reason=").status == 422);
	CHECK(sends(at_(path, "/refer"), "to=1|reason=Đề nghị tỉnh xét").status == 303);
	/* the commune's standing body has it no more, and still sees it */
	CHECK(ask_get(path).status == 200);
	CHECK(moves(path, "receive", "") == 404);
	CHECK(sends(at_(path, "/refer"), "to=1|reason=").status == 404);
	as(person("specialist", P));
	CHECK(moves(path, "receive", "") == 303);
	CHECK(!says(ask_get(at_(path, "/refer")), "<option") && !says(ask_get(at_(path, "/refer")), "<textarea"));
	CHECK(!says(ask_get(path), "/refer\""));	/* nobody is above the province */
	CHECK(says(ask_get("/award/add"), "Lò Thị Mai"));
	/* returned, it is its unit's again, not the commune's standing body's */
	CHECK(moves(path, "return", "Bổ sung") == 303);
	CHECK(look("SELECT unit FROM flow_case WHERE flow = 'award'") == A);
	as(person("unit_leader", A));
	CHECK(sends(at_(path, "/send"), "to=1|reason=").status == 303);
	CHECK(look("SELECT unit FROM flow_case WHERE flow = 'award'") == P);
}

static void
nobody_considers_his_own(void)
{
	lay();
	const char *path = named("Lò Thị Mai");
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);

	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " SELECT a.id, 2, r.role, '2020-01-01', '9999-12-31' FROM account a JOIN role r"
	    " WHERE a.id IN (%lld, %lld) AND r.role IN ('specialist', 'signer', 'clerk')",
	    (long long)officer, (long long)leader));
	as(leader);
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
	CHECK(moves(path, "receive", "") == 422);
	CHECK(says(ask_get(path), "không tự xét"));
	as(officer);
	CHECK(moves(path, "receive", "") == 422);
	as(person("specialist", A));
	CHECK(moves(path, "receive", "") == 303);
	const char *d = drafts(path, NULL);
	CHECK(moves(d, "submit", "") == 303);
	/* the leader who sent it, and the officer, may not sign a list with it */
	as(leader);
	CHECK(moves(d, "approve", "") == 422);
	as(officer);
	CHECK(moves(d, "approve", "") == 422);
	as(person("signer", A));
	CHECK(moves(d, "approve", "") == 303);
	/* nor number it */
	as(leader);
	struct reply r = sends(at_(d, "/issue"), "do=issue|number=1/QĐ|date=19/11/2026|signer_title=|signer_other=Ký|book=|edition=1");
	CHECK(r.status == 422 && says(r, "không được tự quyết"));
	CHECK(look("SELECT count(*) FROM award") == 0);
}

/* Who wrote in it or sent it an earlier time considers it no more than who did so last. */
static void
nobody_considers_what_he_once_wrote_or_sent(void)
{
	lay();
	int64_t first = person("unit_leader", A), second = person("council", A), writer = person("auditor", A);
	const char *path = named("Lò Thị Mai");

	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to) VALUES"
	    " (%lld, 2, 'unit_leader', '2020-01-01', '9999-12-31'), (%lld, 2, 'unit_officer', '2020-01-01', '9999-12-31');"
	    "INSERT INTO mandate (account, unit, role, valid_from, valid_to) SELECT a.id, 2, r.role, '2020-01-01',"
	    " '9999-12-31' FROM account a JOIN role r WHERE a.id IN (%lld, %lld) AND r.role IN ('specialist', 'signer', 'clerk')",
	    (long long)second, (long long)writer, (long long)first, (long long)writer));
	as(writer);
	CHECK(sends(at_(path, "/edit"), "edition=1|award_form=24|name=Lò Thị Mai|" SOMEBODY).status == 303);
	as(first);
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
	as(person("specialist", A));
	CHECK(moves(path, "return", "Thiếu") == 303);
	as(second);
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
	as(first);
	CHECK(says(ask_get(path), "không tự xét") && !says(ask_get(path), "value=\"receive\""));
	CHECK(moves(path, "receive", "") == 422);
	CHECK(moves(path, "return", "x") == 422);
	CHECK(ask_get(at_(path, "/refer")).status == 409);
	as(writer);
	CHECK(moves(path, "receive", "") == 422);
	as(person("specialist", A));
	CHECK(moves(path, "receive", "") == 303);
	as(first);
	CHECK(moves(path, "refuse", "x") == 422);
	as(writer);
	CHECK(moves(path, "refuse", "x") == 422 && moves(path, "council", "") == 422);
	/* nor the list with it; nor a list that he once submitted */
	const char *d = drafts(path, NULL);
	CHECK(moves(d, "submit", "") == 303);
	as(writer);
	CHECK(moves(d, "approve", "") == 422);
	lay();
	path = named("Lò Thị Mai");
	arrives(path, A, A);
	d = drafts(path, NULL);
	int64_t other = person("council", A);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to) SELECT %lld, 2,"
	    " r.role, '2020-01-01', '9999-12-31' FROM role r WHERE r.role IN ('specialist', 'signer', 'clerk')", (long long)other));
	as(other);
	CHECK(moves(d, "submit", "") == 303);
	as(person("signer", A));
	CHECK(moves(d, "return", "x") == 303);
	as(person("specialist", A));
	CHECK(moves(d, "submit", "") == 303);
	as(other);
	CHECK(moves(d, "approve", "") == 422 && !says(ask_get(d), "value=\"approve\""));
	as(person("signer", A));
	CHECK(moves(d, "approve", "") == 303);
	as(other);
	CHECK(ask_get(at_(d, "/issue")).status == 409);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "").status == 303);
}

static void
a_hold_stops_all_that_goes_on(void)
{
	lay();
	const char *path = named("Lò Thị Mai"), *hold = at_(path, "/hold");

	CHECK(sends(hold, "reason=Đang kiểm tra|document=|valid_from=01/11/2026|valid_to=").status == 403);
	arrives(path, A, A);
	as(person("specialist", P));
	CHECK(sends(hold, "reason=Đang kiểm tra|document=|valid_from=01/11/2026|valid_to=").status == 404);
	as(person("specialist", A));
	CHECK(sends(hold, "reason=|document=|valid_from=01/11/2026|valid_to=").status == 422);
	CHECK(sends(hold, "reason=Vì|document=|valid_from=01/11/2026|valid_to=01/10/2026").status == 422);
	CHECK(sends(hold, "reason=Đang kiểm tra|document=TB 1|valid_from=01/11/2026|valid_to=").status == 303);
	CHECK(says(ask_get(path), "Đang kiểm tra"));
	CHECK(moves(path, "council", "") == 409);
	CHECK(ask_get(at_(path, "/refer")).status == 409);
	CHECK(says(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=Khen thưởng|outside="
	    "|issuer=Chủ tịch|plan=|signer_title=|signer_name=|pick=%s", id_of(path))), "tạm dừng xét"));
	CHECK(says(ask_get("/award/nomination"), "Tạm dừng xét"));
	/* the signer's refusal and a return stay open; lifted, it goes on */
	const char *end = look_text("SELECT '/hold/' || id || '/end' FROM nomination_hold");
	CHECK(sends(at_(path, end), "").status == 303);
	CHECK(sends(at_(path, end), "").status == 409);
	CHECK(moves(path, "council", "") == 303);
	/* a hold that came after the signing stops the number, even with a date before it */
	CHECK(sends(at_(path, "/opinion"), "day=10/11/2026|document=|members=9|present=9|agreed=9|text=").status == 303);
	const char *d = drafts(path, NULL);
	signs(d);
	as(person("specialist", A));
	CHECK(sends(hold, "reason=Có đơn tố cáo|document=|valid_from=20/11/2026|valid_to=").status == 303);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "").status == 422);
	CHECK(look("SELECT count(*) FROM award") == 0);
}

static void
the_council_is_heard_with_its_denominator(void)
{
	lay();
	const char *path = named("Lò Thị Mai"), *opinion = at_(path, "/opinion");

	arrives(path, A, A);
	CHECK(ask_get(opinion).status == 409);
	CHECK(moves(path, "council", "") == 303);
	as(person("council", A));
	CHECK(ask_get(path).status == 200);
	CHECK(ask_get(opinion).status == 403);
	as(person("specialist", A));
	/* nothing was counted yet: no nought to be wiped out first */
	CHECK(says(ask_get(opinion), "name=\"members\" value=\"\"") && says(ask_get(opinion), "name=\"agreed\" value=\"\""));
	CHECK(sends(opinion, "day=10/11/2026|document=BB 1|members=9|present=10|agreed=8|text=").status == 422);
	CHECK(sends(opinion, "day=10/11/2026|document=BB 1|members=9|present=7|agreed=10|text=").status == 422);
	CHECK(sends(opinion, "day=10/11/2026|document=BB 1|members=9|present=7|agreed=8|text=").status == 422);
	CHECK(!scene_tries("INSERT INTO nomination_opinion (nomination, day, members, present, agreed)"
	    " VALUES (1, '2026-11-10', 9, 7, 8)"));
	CHECK(sends(opinion, "day=21/11/2026|document=|members=9|present=7|agreed=6|text=").status == 422);
	CHECK(sends(opinion, "day=10/11/2026|document=|members=0|present=0|agreed=0|text=").status == 422);
	CHECK(sends(opinion, "day=10/11/2026|document=BB 1|members=9|present=7|agreed=6|text=Nhất trí").status == 303);
	/* of all members, not of those present */
	CHECK(says(ask_get(path), "66,67 %"));
}

/* ---- the same achievement ---- */

static const char *
once_more(const char *name, const char *fields)
{
	return nominates(A, GK, name, fields);
}

static void
the_same_achievement_is_found(void)
{
	lay();
	const char *d = issues(named("Lò Thị Mai"), NULL);
	const char *found = mem_printf(scene_mem(), "href=\"%s\"", d);

	/* without marks, another case of letters; days that touch */
	const char *path = once_more("LÒ THI MAI", "achieved_from=30/06/2026|achieved_to=31/10/2026|" SOMEBODY);
	CHECK(says(ask_get(path), found) && says(ask_get(path), "Một thành tích chỉ khen một lần"));
	/* another year of birth, time, type, movement, person */
	static const char *const others[] = {
		"birth_year=1981|" SOMEBODY, "achieved_from=01/07/2026|achieved_to=31/10/2026|" SOMEBODY,
		"award_type=merit|" SOMEBODY, "plan=|" SOMEBODY,
	};
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		CHECK(!says(ask_get(once_more("Lò Thị Mai", others[i])), found));
	CHECK(!says(ask_get(once_more("Lò Thị Mơ", SOMEBODY)), found));
	/* the year unknown: it may be he */
	CHECK(says(ask_get(once_more("Lò Thị Mai", "birth_year=|" SOMEBODY)), found));
	/* a warning goes on; a stop does not */
	as(person("unit_leader", A));
	CHECK(says(ask_get(at_(path, "/send")), found));
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
	scene("INSERT INTO setting (name, value, valid_from) VALUES ('award_duplicate', 'stop', '2026-11-20')");
	as(person("specialist", A));
	CHECK(moves(path, "receive", "") == 303);
	CHECK(says(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=Khen thưởng|outside="
	    "|issuer=Chủ tịch|plan=|signer_title=|signer_name=|pick=%s", id_of(path))), "đã được khen"));
	CHECK(moves(path, "return", "Trùng") == 303);
	as(person("unit_leader", A));
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 422);
	/* revoked, it is no reward any more */
	as(person("clerk", A));
	CHECK(sends(look_text("SELECT '/award/' || award_decision || '/revoke/' || id FROM award"),
	    "number=20/QĐ|date=20/11/2026|reason=Kê khai gian dối").status == 303);
	as(person("unit_leader", A));
	CHECK(!says(ask_get(path), found));
	CHECK(sends(at_(path, "/send"), "to=2|reason=").status == 303);
}

static void
what_is_under_way_elsewhere_is_not_told(void)
{
	lay();
	const char *mine = named("Lò Thị Mai");
	const char *theirs = nominates(B, GK, "Lò Thị Mai", SOMEBODY);

	CHECK(!says(ask_get(theirs), mine));		/* A's draft, to B */
	as(person("unit_officer", A));
	CHECK(!says(ask_get(mine), theirs));
	const char *second = named("Lò Thị Mai");
	CHECK(says(ask_get(mine), mem_printf(scene_mem(), "href=\"%s\"", second)));
	/* a household of another village is another household */
	const char *one = household("Hộ ông Páo");
	const char *two = nominates(A, GK, "Hộ ông Páo", "subject=household|award_group=household|award_type=movement"
	    "|plan=1|achieved_from=01/01/2026|achieved_to=30/06/2026|birth_year=|of_code=A|place=|post=|report=x");
	CHECK(!says(ask_get(two), mem_printf(scene_mem(), "href=\"%s\"", one)));
}

/* Who types a name to see whether it was rewarded learns what anybody may know. */
static void
a_name_that_is_tried_tells_nothing(void)
{
	lay();
	const char *mai = named("Lò Thị Mai");
	const char *d = issues(mai, NULL), *found = mem_printf(scene_mem(), "href=\"%s\"", d);
	const char *tried = nominates(B, GK, "Lò Thị Mai", SOMEBODY);
	static const char line[] = "Cơ quan thẩm định sẽ kiểm tra trùng";

	scene("INSERT INTO setting (name, value, valid_from) VALUES ('award_duplicate', 'stop', '2026-11-20')");
	struct reply r = ask_get(tried);
	CHECK(!says(r, found) && !says(r, "15/QĐ-UBND") && !says(r, "Cùng đối tượng, cùng thời gian"));
	CHECK(says(r, line) && says(ask_get(nominates(B, GK, "Lò Thị Mơ", SOMEBODY)), line));
	/* nor is the sending stopped, which would tell it */
	as(person("unit_leader", B));
	r = ask_get(at_(tried, "/send"));
	CHECK(!says(r, found) && says(r, line) && !says(r, "không khen hai lần"));
	CHECK(sends(at_(tried, "/send"), "to=3|reason=").status == 303);
	CHECK(!says(ask_get(tried), found));
	/* who appraises it is told, and stopped */
	as(person("specialist", B));
	r = ask_get(tried);
	CHECK(says(r, found) && !says(r, line));
	CHECK(moves(tried, "receive", "") == 303);
	CHECK(says(sends("/award/add", mem_printf(scene_mem(), "unit=3|title=Khen thưởng|outside="
	    "|issuer=Chủ tịch|plan=|signer_title=|signer_name=|pick=%s", id_of(tried))), "đã được khen"));
	/* what is named in public is told to all */
	consents(mai);
	as(person("unit_officer", B));
	CHECK(says(ask_get(tried), found));
}

/* What was rewarded after it was listed stops all the same, and so does a twin on the list. */
static void
the_same_achievement_stops_to_the_end(void)
{
	static const char stop[] =
	    "INSERT INTO setting (name, value, valid_from) VALUES ('award_duplicate', 'stop', '2026-11-20')";

	lay();
	const char *one = named("Lò Thị Mai"), *two = named("Lò Thị Mai"), *three = named("Lò Thị Mai");
	arrives(one, A, A), arrives(two, A, A), arrives(three, A, A);
	const char *twins = drafts(one, two);
	CHECK(says(ask_get(twins), "trùng thành tích"));	/* a warning goes on */
	CHECK(moves(twins, "submit", "") == 303);
	scene(stop);
	as(person("signer", A));
	CHECK(moves(twins, "approve", "") == 422);
	CHECK(moves(twins, "return", "Trùng") == 303);
	as(person("specialist", A));
	CHECK(moves(twins, "submit", "") == 422);
	CHECK(moves(twins, "drop", "Trùng") == 303);
	CHECK(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=Khen thưởng|outside=|issuer=C|plan="
	    "|signer_title=|signer_name=|pick=%s|pick=%s", id_of(one), id_of(two))).status == 422);
	/* apart, each is alone; the first that is issued stops the others */
	const char *d = drafts(one, NULL), *e = drafts(two, NULL), *f = drafts(three, NULL);
	signs(d), signs(e);
	as(person("specialist", A));
	CHECK(moves(f, "submit", "") == 303);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "").status == 303);
	struct reply r = numbers(e, "16/QĐ-UBND", "19/11/2026", "");
	CHECK(r.status == 422 && says(r, "đã được khen") && look("SELECT count(*) FROM award") == 1);
	as(person("signer", A));
	CHECK(moves(f, "approve", "") == 422);
	/* revoked, it is no reward any more */
	as(person("clerk", A));
	CHECK(sends(look_text("SELECT '/award/' || award_decision || '/revoke/' || id FROM award"),
	    "number=20/QĐ|date=20/11/2026|reason=Kê khai gian dối").status == 303);
	CHECK(numbers(e, "16/QĐ-UBND", "19/11/2026", "").status == 303);
}

/* ---- decisions ---- */

static void
a_decision_is_made_of_what_was_received(void)
{
	lay();
	const char *one = named("Lò Thị Mai"), *two = named("Cà Văn Ơn"), *other = named("Quàng Thị Ân");
	const char *add = "unit=2|title=Khen thưởng sơ kết|outside=|issuer=Chủ tịch|plan=1"
	    "|signer_title=|signer_name=";

	arrives(one, A, A);
	arrives(two, A, A);
	CHECK(says(sends("/award/add", add), "Danh sách: Cần chọn ít nhất một đề nghị"));
	CHECK(sends("/award/add", "unit=1|title=Khen thưởng|outside=|issuer=C|plan=|signer_title=|signer_name=|pick=1").status == 404);
	CHECK(sends("/award/add", mem_printf(scene_mem(), "%s|outside=Ai đó|pick=%s",
	    "unit=2|title=Khen thưởng|issuer=C|plan=|signer_title=|signer_name=", id_of(one))).status == 422);
	/* a title names nobody */
	CHECK(says(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=Khen thưởng bà LO THI MAI"
	    "|outside=|issuer=C|plan=|signer_title=|signer_name=|pick=%s", id_of(one))), "không nêu tên người"));
	/* what is not received is not put on it */
	struct reply r = sends("/award/add", mem_printf(scene_mem(), "%s|pick=%s|pick=%s|pick=%s", add,
	    id_of(one), id_of(two), id_of(other)));
	CHECK(r.status == 303);
	const char *d = to(r);
	CHECK(look("SELECT count(*) FROM nomination WHERE award_decision IS NOT NULL") == 2);
	/* a draft is nobody's in the public, nor another commune's */
	as(0);
	CHECK(ask_get(d).status == 404 && ask_get(at_(d, ".json")).status == 404);
	CHECK(!says(ask_get("/award"), "Khen thưởng sơ kết"));
	as(person("specialist", B));
	CHECK(ask_get(d).status == 404 && ask_get(at_(d, "/edit")).status == 404);
	/* listed, a nomination is not returned behind the decision's back */
	as(person("specialist", A));
	CHECK(moves(one, "return", "Bổ sung") == 409);
	CHECK(moves(one, "list", "") == 404 && moves(one, "unlist", "") == 404);
	/* taken off */
	CHECK(sends(at_(d, "/edit"), mem_printf(scene_mem(), "edition=1|%s|pick=%s", add, id_of(two))).status == 303);
	SAME(look_text("SELECT state FROM flow_case c JOIN nomination n ON n.flow_case = c.id WHERE n.id = 1"), "received");
	CHECK(sends(at_(d, "/edit"), mem_printf(scene_mem(), "edition=1|%s|pick=%s", add, id_of(two))).status == 422);
	/* dropped: its nominations wait again */
	CHECK(moves(d, "drop", "") == 422);
	CHECK(moves(d, "drop", "Làm lại") == 303);
	CHECK(look("SELECT count(*) FROM nomination WHERE award_decision IS NOT NULL") == 0);
	CHECK(look("SELECT count(*) FROM flow_case WHERE flow = 'award' AND state = 'received'") == 2);
}

/* A household is called by its people: a title that names one of them names it. */
static void
a_title_names_no_part_of_a_household(void)
{
	lay();
	const char *two = household("Hộ ông Giàng A Páo và bà Sùng Thị Mỷ");
	const char *one = household("Hộ gia đình ông Lê Bá Ân");

	arrives(two, A, A);
	arrives(one, A, A);
	static const char *const bad[] = { "Khen thưởng ông Giàng A Páo", "Khen thưởng bà SUNG THI MY",
		"Khen thưởng ông Lê Bá Ân", "Khen thưởng gia đình Giàng A Páo, Sùng Thị Mỷ" };
	static const char *const good[] = { "Khen thưởng hộ gia đình và ông bà ở xã An",
		"Khen thưởng phong trào ở Páo" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		CHECK(says(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=%s|outside=|issuer=C|plan="
		    "|signer_title=|signer_name=|pick=%s|pick=%s", bad[i], id_of(two), id_of(one))),
		    "không nêu tên người"));
	/* words that every household bears are no name; nor is who is not picked */
	CHECK(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=%s|outside=|issuer=C|plan="
	    "|signer_title=|signer_name=|pick=%s", good[0], id_of(two))).status == 303);
	CHECK(sends("/award/add", mem_printf(scene_mem(), "unit=2|title=%s|outside=|issuer=C|plan="
	    "|signer_title=|signer_name=|pick=%s", good[1], id_of(one))).status == 303);
}

/* Who signs and who numbers does so with the list that he read. */
static void
a_list_is_signed_as_it_was_read(void)
{
	lay();
	const char *one = named("Lò Thị Mai"), *two = named("Cà Văn Ơn");

	arrives(one, A, A);
	arrives(two, A, A);
	const char *d = drafts(one, two);
	CHECK(moves(d, "submit", "") == 303);
	as(person("signer", A));
	CHECK(says(ask_get(d), "name=\"edition\" value=\"1\""));
	CHECK(moves(d, "return", "Bỏ một người") == 303);
	as(person("specialist", A));
	CHECK(sends(at_(d, "/edit"), mem_printf(scene_mem(), "edition=1|title=Khen thưởng sơ kết"
	    "|outside=|issuer=Chủ tịch|plan=1|signer_title=|signer_name=|pick=%s", id_of(two))).status == 303);
	CHECK(moves(d, "submit", "") == 303);
	/* the page that he opened before is of another list */
	as(person("signer", A));
	struct reply r = sends(at_(d, "/move"), "move=approve|reason=|edition=1");
	CHECK(r.status == 422 && says(r, "Dự thảo đã đổi sau khi bạn mở trang"));
	CHECK(sends(at_(d, "/move"), "move=approve|reason=").status == 422);
	CHECK(sends(at_(d, "/move"), "move=return|reason=x|edition=1").status == 422);
	CHECK(sends(at_(d, "/move"), "move=approve|reason=|edition=2").status == 303);
	as(person("clerk", A));
	CHECK(says(ask_get(at_(d, "/issue")), "name=\"edition\" value=\"2\""));
	r = sends(at_(d, "/issue"), "do=issue|number=1/QĐ|date=19/11/2026|signer_title=|signer_other=Ký|book=|edition=1");
	CHECK(r.status == 422 && says(r, "Dự thảo đã đổi sau khi bạn mở trang"));
	CHECK(numbers(d, "1/QĐ", "19/11/2026", "").status == 303);
}

static void
a_number_is_given_once(void)
{
	lay();
	const char *one = named("Lò Thị Mai"), *two = named("Cà Văn Ơn");

	arrives(one, A, A);
	arrives(two, A, A);
	const char *d = drafts(one, NULL), *e = drafts(two, NULL);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "").status == 409);	/* not signed */
	as(person("specialist", A));
	CHECK(moves(d, "approve", "") == 404);
	CHECK(moves(d, "issue", "") == 404);
	signs(d);
	signs(e);
	as(person("clerk", B));
	CHECK(ask_get(at_(d, "/issue")).status == 404);
	as(person("clerk", P));
	CHECK(ask_get(at_(d, "/issue")).status == 404);
	CHECK(numbers(d, "", "19/11/2026", "").status == 422);
	CHECK(numbers(d, "15/QĐ-UBND", "21/11/2026", "").status == 422);	/* tomorrow */
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "0").status == 422);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "101").status == 303);
	CHECK(numbers(d, "16/QĐ-UBND", "19/11/2026", "").status == 409);
	CHECK(numbers(e, "15/ QD-ubnd", "18/11/2026", "").status == 422);	/* the same number */
	CHECK(numbers(e, "16/QĐ-UBND", "18/11/2026", "101").status == 422);	/* the same book number */
	CHECK(numbers(e, "16/QĐ-UBND", "18/11/2026", "").status == 303);
	CHECK(look("SELECT group_concat(book) = '101,102' FROM (SELECT book FROM award ORDER BY book)") == 1);
	SAME(look_text("SELECT state FROM flow_case c JOIN nomination n ON n.flow_case = c.id WHERE n.id = 1"), "decided");
	/* decided is decided */
	as(person("specialist", A));
	CHECK(ask_get(at_(d, "/edit")).status == 409);
	CHECK(moves(d, "drop", "x") == 404);
	CHECK(moves(one, "return", "x") == 409);
	/* each has its line in the trail */
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'award.decide'") == 2);
}

static struct award_entries
entries(void)
{
	db_begin(scene_db(), DB_READ);
	struct award_entries e = award_entry_check(scene_db(), scene_mem());
	CHECK(!db_failed(scene_db()));
	db_rollback(scene_db());
	return e;
}

/* The chain of the trail stands for the register: a row that is not as its line says is found. */
static void
the_register_is_as_the_trail_tells(void)
{
	static const struct { const char *harm, *mend; int64_t award, line; } harms[] = {
		{ "UPDATE nomination SET name = 'Lò Thị Mại' WHERE id = 1", "UPDATE nomination SET name = 'Lò Thị Mai' WHERE id = 1", 1, 0 },
		{ "UPDATE nomination SET achieved_to = '2026-12-30' WHERE id = 2",
		  "UPDATE nomination SET achieved_to = (SELECT achieved_to FROM nomination WHERE id = 1) WHERE id = 2", 2, 0 },
		{ "UPDATE nomination SET award_form = award_form - 1 WHERE id = 2", "UPDATE nomination SET award_form = award_form + 1 WHERE id = 2", 2, 0 },
		{ "UPDATE nomination SET post = 'Bí thư' WHERE id = 1", "UPDATE nomination SET post = 'Nông dân' WHERE id = 1", 1, 0 },
		{ "UPDATE award_decision SET number = '51/QĐ-UBND'", "UPDATE award_decision SET number = '15/QĐ-UBND'", 1, 0 },
		{ "UPDATE award_decision SET date = '2026-11-18'", "UPDATE award_decision SET date = '2026-11-19'", 1, 0 },
		{ "UPDATE award_decision SET signer_name = 'Ai khác'", "UPDATE award_decision SET signer_name = (SELECT new"
		  " FROM audit_value WHERE field = 'signer_name' ORDER BY audit DESC LIMIT 1)", 1, 0 },
		{ "UPDATE award SET book = 9 WHERE id = 2", "UPDATE award SET book = 8 WHERE id = 2", 2, 0 },
		{ "UPDATE award_revocation SET reason = 'khác'", "UPDATE award_revocation SET reason = 'Kê khai sai thành tích'", 2, 0 },
		{ "UPDATE award_revocation SET award = 1", "UPDATE award_revocation SET award = 2", 1, -1 },
		{ "CREATE TABLE aside AS SELECT * FROM award_revocation; DELETE FROM award_revocation",
		  "INSERT INTO award_revocation SELECT * FROM aside; DROP TABLE aside", 0, -1 },
		{ "PRAGMA foreign_keys = OFF; CREATE TABLE aside AS SELECT * FROM award WHERE id = 1; DELETE FROM award WHERE id = 1",
		  "INSERT INTO award SELECT * FROM aside; DROP TABLE aside", 0, -1 },
		/* one that no decision gave; its line would have to be in the chain */
		{ "PRAGMA foreign_keys = OFF; INSERT INTO award (id, nomination, award_decision, unit, year, book)"
		  " VALUES (3, 99, 1, 2, 2026, 20)", "DELETE FROM award WHERE id = 3", 3, 0 },
		/* ... and not before its first line */
		{ "INSERT INTO award (id, nomination, award_decision, unit, year, book) VALUES (3, 99, 1, 2, 2026, 20);"
		  "DROP TRIGGER audit_is_appended; DROP TRIGGER audit_is_kept;"
		  "INSERT INTO audit VALUES (-7, 5, NULL, NULL, '', 'award.decide', 99, 'x')",
		  "DELETE FROM award WHERE id = 3; DELETE FROM audit WHERE id < 0", 3, 0 },
	};

	lay();
	const char *one = named("Lò Thị Mai"), *two = named("Giàng A Páo");
	arrives(one, A, A);
	arrives(two, A, A);
	const char *d = drafts(one, two);
	signs(d);
	as(person("clerk", A));
	CHECK(entries().total == 0);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "7").status == 303);
	CHECK(ask_post(at_(d, "/revoke/2"), with("number=3/QĐ|date=20/11/2026|reason=Kê khai sai thành tích")).status == 303);
	struct award_entries e = entries();
	CHECK(e.total == 2 && !e.award && !e.line && !e.bare);
	scene("DROP TRIGGER award_is_kept; DROP TRIGGER award_is_fixed; DROP TRIGGER award_revocation_is_kept;"
	    " DROP TRIGGER award_revocation_is_fixed");
	for (size_t i = 0; i < sizeof(harms) / sizeof(*harms); i++) {
		scene(harms[i].harm);
		e = entries();
		CHECK(e.award == harms[i].award && !e.line == !harms[i].line);
		scene(harms[i].mend);
		e = entries();
		CHECK(!e.award && !e.line);
	}
	/* a value erased from its line is compared no more, the others are */
	scene("UPDATE audit_value SET salt = NULL, old = NULL, new = NULL WHERE field = 'name' AND audit ="
	    " (SELECT max(id) FROM audit WHERE action = 'award.decide' AND entity = 1);"
	    "UPDATE nomination SET name = 'đã xóa' WHERE id = 1");
	CHECK(!entries().award);
	scene("UPDATE award SET book = 99 WHERE id = 1");
	CHECK(entries().award == 1);
	scene("UPDATE award SET book = 7 WHERE id = 1");
	/* after one that tells its row no line may be bare; those from before are */
	scene("DROP TRIGGER audit_value_is_kept; DELETE FROM audit_value WHERE field <> 'state' AND audit ="
	    " (SELECT max(id) FROM audit WHERE action = 'award.decide')");
	CHECK(entries().award == 2);
	scene("DELETE FROM audit_value WHERE field <> 'state' AND audit ="
	    " (SELECT min(id) FROM audit WHERE action = 'award.decide')");
	e = entries();
	CHECK(e.bare == 2 && !e.award);
	scene("INSERT INTO audit VALUES (-7, 5, NULL, NULL, '', 'award.decide', 1, 'x');"
	    "INSERT INTO audit_value VALUES (-7, 'book', '', '', '7', 'x')");
	e = entries();
	CHECK(e.bare == 2 && !e.award);
}

/* Who drafts decisions neither signs nor numbers them, nor does who signs. */
static void
who_drafts_does_not_sign(void)
{
	static const char *const others[] = { "specialist", "unit_officer", "unit_leader", "council",
		"clerk", "auditor", "admin" };

	lay();
	const char *one = named("Lò Thị Mai");
	arrives(one, A, A);
	const char *d = drafts(one, NULL);
	CHECK(moves(d, "submit", "") == 303);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		as(person(others[i], A));
		CHECK(moves(d, "approve", "") == 404 && moves(d, "return", "x") == 404);
		CHECK(!says(ask_get(d), "value=\"approve\""));
		CHECK(moves(one, "refuse", "x") == 404 && moves(one, "decide", "") == 404);
	}
	/* another specialist than who drafted it; a signing leader of another commune, of the province */
	int64_t second = person("council", A);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 2, 'specialist', '2020-01-01', '9999-12-31')", (long long)second));
	as(second);
	CHECK(moves(d, "approve", "") == 404);
	as(person("signer", B));
	CHECK(moves(d, "approve", "") == 404);
	as(person("signer", P));
	CHECK(moves(d, "approve", "") == 404);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'award_decision'"), "submitted");
	as(person("signer", A));
	CHECK(moves(d, "approve", "") == 303);
	CHECK(ask_get(at_(d, "/edit")).status == 403 && ask_get(at_(d, "/issue")).status == 403);
	as(person("specialist", A));
	CHECK(ask_get(at_(d, "/issue")).status == 403 && ask_get(at_(d, "/edit")).status == 409);
	CHECK(sends(at_(d, "/issue"), "do=issue|number=1/QĐ|date=19/11/2026|signer_other=X|edition=1").status == 403);
}

/* All that is wrong is said at once; what will be published is seen before it is. */
static void
a_decision_is_looked_at_before_it_is_issued(void)
{
	lay();
	const char *mai = named("Lò Thị Mai"), *pao = household("Hộ ông Giàng A Páo");
	consents(mai);
	arrives(mai, A, A);
	arrives(pao, A, A);
	const char *d = drafts(mai, pao), *issue = at_(d, "/issue");
	signs(d);
	const char *signer = look_text("SELECT a.name FROM account a JOIN mandate m ON m.account = a.id WHERE m.role = 'signer'");
	const char *key = look_text("SELECT account FROM mandate WHERE role = 'signer'");
	scene("UPDATE mandate SET post = 'Chủ tịch UBND xã' WHERE role = 'signer'");
	as(person("clerk", A));
	struct reply r = ask_get(issue);
	CHECK(says(r, mem_printf(scene_mem(), "<option value=\"%s\" selected>%s", key, signer)) && says(r, "đã ký trên cổng"));
	CHECK(says(r, "name=\"signer_title\" value=\"Chủ tịch UBND xã\""));
	r = sends(issue, "number=|date=31/02/2026|signer=77|signer_other=|signer_title=|book=không|edition=1");
	CHECK(r.status == 422 && says(r, "#number\"") && says(r, "#date\"") && says(r, "#signer\"") && says(r, "#book\""));
	scene("INSERT INTO nomination_hold (nomination, reason, valid_from, valid_to) VALUES (1, 'x', '2026-11-01', '9999-12-31')");
	r = sends(issue, "number=|date=21/11/2026|signer=|signer_other=|signer_title=|book=0|edition=1");
	CHECK(r.status == 422 && says(r, "#number\"") && says(r, "Ngày này chưa đến") && says(r, "#signer\"")
	    && says(r, "#book\"") && says(r, "đang tạm dừng xét"));
	scene("UPDATE nomination_hold SET valid_to = '2026-11-01'");
	/* what is no number of a document, neither looked at nor issued */
	for (size_t i = 0; i < 2; i++) {
		r = sends(issue, mem_printf(scene_mem(), "%snumber=abc|date=19/11/2026|signer=%s|signer_other="
		    "|signer_title=|book=|edition=1", i ? "do=issue|" : "", key));
		CHECK(r.status == 422 && says(r, "Chưa đúng dạng số, ký hiệu") && says(r, "value=\"abc\"") && says(r, "2417/QĐ-UBND"));
	}
	CHECK(look("SELECT count(*) FROM award") == 0);
	/* its list counts who is put to it, before there is an award */
	r = ask_get("/award");
	CHECK(says(r, "data-l=\"Tập thể\">0</td>") && says(r, "data-l=\"Cá nhân\">1</td>") && says(r, "data-l=\"Hộ gia đình\">1</td>"));
	/* looked at, nothing is issued */
	const char *good = mem_printf(scene_mem(), "number=15/QĐ-UBND|date=19/11/2026|signer=%s|signer_other="
	    "|signer_title=|book=7|edition=1", key);
	r = sends(issue, good);
	CHECK(r.status == 200 && says(r, "Kiểm tra trước khi ban hành") && look("SELECT count(*) FROM award") == 0);
	CHECK(says(r, "15/QĐ-UBND") && says(r, "19/11/2026") && says(r, signer) && says(r, "Chủ tịch UBND xã"));
	CHECK(says(r, "7 - 8") && says(r, "nêu tên</span>") && says(r, "chỉ tính số lượng</span>"));
	as(0);
	CHECK(ask_get(d).status == 404);
	as(person("clerk", A));
	r = sends(issue, mem_printf(scene_mem(), "do=back|%s", good));
	CHECK(r.status == 200 && says(r, "value=\"15/QĐ-UBND\"") && says(r, mem_printf(scene_mem(), "<option value=\"%s\" selected>%s", key, signer)));
	CHECK(look("SELECT count(*) FROM award") == 0);
	CHECK(sends(issue, mem_printf(scene_mem(), "do=issue|%s", good)).status == 303);
	SAME(look_text("SELECT signer_name || ', ' || signer_title FROM award_decision"),
	    mem_printf(scene_mem(), "%s, Chủ tịch UBND xã", signer));
	/* as it was shown: in the register's order */
	CHECK(look("SELECT group_concat(book || ':' || nomination) = '7:1,8:2' FROM (SELECT * FROM award ORDER BY book)") == 1);
}

static struct reply
asks(const char *issue, const char *fields, int64_t who, const char *other, const char *title)
{
	return sends(issue, mem_printf(scene_mem(), "%s|number=15/QĐ|book=|edition=1|signer=%lld|signer_other=%s"
	    "|signer_title=%s", fields, (long long)who, other, title));
}

/* Nobody is published with another's title; who did not sign on the portal is told of. */
static void
a_signer_has_his_own_title(void)
{
	static const char not_he[] = "không phải người đã ký trên cổng";

	lay();
	const char *mai = named("Lò Thị Mai");
	arrives(mai, A, A);
	const char *d = drafts(mai, NULL), *issue = at_(d, "/issue");
	int64_t chair = person("signer", A), deputy = person("council", A), late = person("auditor", A);
	scene(mem_printf(scene_mem(), "UPDATE mandate SET post = 'Chủ tịch UBND xã' WHERE role = 'signer';"
	    "INSERT INTO mandate (account, unit, role, post, valid_from, valid_to) VALUES"
	    " (%lld, 2, 'signer', 'Phó Chủ tịch UBND xã', '2020-01-01', '9999-12-31'),"
	    " (%lld, 2, 'signer', 'Quyền Chủ tịch', '2026-11-20', '9999-12-31');"
	    "UPDATE account SET name = 'Lò Văn Trùng' WHERE id IN (%lld, %lld)",
	    (long long)deputy, (long long)late, (long long)chair, (long long)deputy));
	signs(d);
	as(person("clerk", A));
	/* two of one name are two */
	struct reply r = ask_get(issue);
	CHECK(says(r, "Lò Văn Trùng, Chủ tịch UBND xã (đã ký trên cổng)") && says(r, ">Lò Văn Trùng, Phó Chủ tịch UBND xã<"));
	CHECK(says(r, "value=\"Chủ tịch UBND xã\"") && says(r, "Quyền Chủ tịch"));
	r = asks(issue, "date=19/11/2026", deputy, "", "Chủ tịch UBND xã");		/* as it was filled for the other */
	CHECK(r.status == 200 && says(r, "<dd>Phó Chủ tịch UBND xã<br>Lò Văn Trùng</dd>") && says(r, not_he));
	r = asks(issue, "date=19/11/2026", chair, "", "Chủ tịch UBND xã");
	CHECK(r.status == 200 && says(r, "<dd>Chủ tịch UBND xã<br>Lò Văn Trùng</dd>") && !says(r, not_he));
	r = asks(issue, "date=19/11/2026", deputy, "", "KT. Chủ tịch, Phó Chủ tịch");	/* what he wrote himself stays */
	CHECK(says(r, "<dd>KT. Chủ tịch, Phó Chủ tịch<br>Lò Văn Trùng</dd>") && says(r, not_he));
	r = asks(issue, "date=19/11/2026", 0, "Vừ A Ngoài", "Chủ tịch");
	CHECK(r.status == 200 && says(r, not_he) && says(r, "(Lò Văn Trùng, Chủ tịch UBND xã)"));
	/* who has no mandate on the decision's day does not sign it */
	r = asks(issue, "date=19/11/2026", late, "", "");
	CHECK(r.status == 422 && says(r, "không có quyền ký vào ngày quyết định") && !says(r, "Quyền Chủ tịch"));
	r = asks(issue, "date=20/11/2026", late, "", "");
	CHECK(r.status == 200 && says(r, "<dd>Quyền Chủ tịch<br>"));
	CHECK(asks(issue, "do=issue|date=19/11/2026", deputy, "", "Chủ tịch UBND xã").status == 303);
	SAME(look_text("SELECT signer_title FROM award_decision"), "Phó Chủ tịch UBND xã");
	CHECK(look("SELECT count(*) FROM audit_value v JOIN audit a ON a.id = v.audit AND a.action = 'award_decision.issue'"
	    " WHERE field = 'signer_name' AND new = 'Lò Văn Trùng'") == 1);
}

/* Who is named on the draft is offered first, with the title that stands there. */
static void
a_signer_of_the_draft_is_offered_as_he_stands(void)
{
	lay();
	const char *mai = named("Lò Thị Mai");
	arrives(mai, A, A);
	const char *d = drafts(mai, NULL), *issue = at_(d, "/issue");
	scene("UPDATE award_decision SET signer_name = 'Vừ A Ngoài', signer_title = 'Chủ tịch cũ'");
	signs(d);
	as(person("clerk", A));
	struct reply r = ask_get(issue);
	CHECK(says(r, "<option value=\"drafted\" selected>Vừ A Ngoài, Chủ tịch cũ<") && says(r, "value=\"Chủ tịch cũ\""));
	r = sends(issue, "number=15/QĐ|date=19/11/2026|book=|edition=1|signer=drafted|signer_other=|signer_title=");
	CHECK(r.status == 200 && says(r, "<dd>Chủ tịch cũ<br>Vừ A Ngoài</dd>") && says(r, "không phải người đã ký trên cổng"));
	/* the title of the draft's signer is not the next one's */
	r = sends(issue, mem_printf(scene_mem(), "number=15/QĐ|date=19/11/2026|book=|edition=1|signer=%lld"
	    "|signer_other=|signer_title=Chủ tịch cũ", (long long)person("signer", A)));
	CHECK(r.status == 200 && !says(r, "Chủ tịch cũ"));
}

/* Where nobody may sign any more the fault in what was chosen still has its place. */
static void
a_choice_that_is_gone_is_told_where_it_stood(void)
{
	lay();
	const char *mai = named("Lò Thị Mai");
	arrives(mai, A, A);
	const char *issue = at_(drafts(mai, NULL), "/issue");
	scene("UPDATE flow_case SET state = 'approved' WHERE flow = 'award_decision';"
	    "DELETE FROM mandate WHERE role = 'signer'");
	as(person("clerk", A));
	CHECK(!says(ask_get(issue), "id=\"signer\""));
	struct reply r = sends(issue, "number=15/QĐ|date=19/11/2026|book=|edition=1"
	    "|signer=123456789012345678901|signer_other=|signer_title=Chủ tịch");
	CHECK(r.status == 422 && says(r, "href=\"#signer\"") && says(r, "id=\"signer\""));
}

static void
a_unit_that_is_no_more_gets_nothing(void)
{
	lay();
	const char *path = nominates(A, TTLDTT, "Thôn Một", "of_code=A1|subject=collective|award_group=body"
	    "|award_type=merit|plan=|achieved_from=01/01/2026|achieved_to=31/10/2026"
	    "|birth_year=|place=|post=|report=x");

	arrives(path, A, A);
	const char *d = drafts(path, NULL);
	signs(d);
	scene("UPDATE unit SET valid_to = '2026-11-18' WHERE id = 4");
	struct reply r = numbers(d, "15/QĐ-UBND", "19/11/2026", "");
	CHECK(r.status == 422 && says(r, "Thôn Một") && says(r, "không còn hoạt động"));
	/* on its last day it was still there */
	CHECK(numbers(d, "15/QĐ-UBND", "18/11/2026", "").status == 303);
}

static void
a_right_is_of_the_decisions_day(void)
{
	lay();
	const char *path = nominates(A, GDVH, "Hộ ông Páo", "of_code=A1|subject=household|award_group=household"
	    "|award_type=merit|plan=|achieved_from=01/01/2026|achieved_to=31/10/2026"
	    "|birth_year=|place=|post=|report=x");

	arrives(path, A, A);
	const char *d = drafts(path, NULL);
	signs(d);
	scene("UPDATE award_right SET valid_to = '2026-11-18' WHERE kind = 'commune'");
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "").status == 422);
	/* a form that ended after the dossier was received is still given under that rule */
	scene("UPDATE award_form SET valid_to = '2026-11-20' WHERE code = 'GDVH';"
	    "UPDATE nomination SET accepted = '2026-11-20'; UPDATE award_right SET valid_to = '9999-12-31'");
	CHECK(numbers(d, "15/QĐ-UBND", "20/11/2026", "").status == 303);
}

static void
a_decision_made_outside_is_recorded(void)
{
	lay();
	const char *path = nominates(A, BKTTG, "Lò Thị Mai", SOMEBODY);

	arrives(path, A, P);
	struct reply r = sends("/award/add", mem_printf(scene_mem(), "unit=1|title=Khen thưởng thành tích"
	    "|outside=Thủ tướng Chính phủ|issuer=|plan=|signer_title=|signer_name=|pick=%s", id_of(path)));
	CHECK(r.status == 303);
	as(person("clerk", P));
	r = sends(at_(to(r), "/issue"), "do=issue|number=900/QĐ-TTg|date=01/11/2026|signer_title=|signer_other=X|book=77|edition=1");
	CHECK(r.status == 303);
	as(0);
	CHECK(says(ask_get("/award"), "Thủ tướng Chính phủ"));
	CHECK(says(ask_get("/award/check?number=900/qd-ttg&book=77&year=2026"), "Có trong sổ và còn giá trị"));
}

/* ---- what the public is told ---- */

static bool
nowhere(const char *text)
{
	static const char *const paths[] = { "/award", "/award.csv", "/award.json", "/award/1",
		"/award/1.csv", "/award/1.json", "/award/1?page=all", "/award/1?sort=name",
		"/award/1?sort=-name", "/award/1?sort=book", "/award/1?unit=2", "/award/1?subject=person",
		"/award/1?subject=household", "/award/1?page=2", "/award/count", "/award/count.json",
		"/award/check?number=15/QĐ-UBND&book=1&year=2026",
		"/award/check?number=15/QĐ-UBND&book=2&year=2026",
		"/award/check?number=15/QĐ-UBND&book=3&year=2026", "/award/form", "/award/1/edit",
		"/award/nomination/1", "/award/nomination/2", "/award/register", "/award/1/revoke/1" };

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
		if (says(ask_get(paths[i]), text)) {
			CHECK(!paths[i]);
			return false;
		}
	return true;
}

static void
who_has_not_agreed_is_a_number(void)
{
	lay();
	const char *mai = named("Lò Thị Mai"), *pao = household("Hộ ông Giàng A Páo");
	const char *d = issues(mai, pao);

	SAME(d, "/award/1");
	as(0);
	struct reply r = ask_get(d);
	CHECK(says(r, "1 hộ gia đình ở xã An") && says(r, "1 cá nhân ở xã An"));
	CHECK(says(r, "0 tập thể, 1 cá nhân, 1 hộ gia đình"));
	/* no name, no year, post or place of his own; not the village, which is too small */
	CHECK(nowhere("Mai") && nowhere("Páo") && nowhere("1980") && nowhere("Nông dân"));
	CHECK(nowhere("cuối thôn") && nowhere("Thôn Một") && nowhere("giang a pao"));
	CHECK(nowhere("Làm tốt"));
	/* no search tells that the name is there: the answer is that of a name that is not */
	r = ask_get("/award/1?q=pao");
	CHECK(says(r, "không có tên như bạn tìm") && !says(r, "ở xã An"));
	r = ask_get("/award/1.json?q=pao");
	struct reply no = ask_get("/award/1.json?q=zzz");
	SAME(r.body, no.body);
	SAME(ask_get("/award.json?q=pao").body, ask_get("/award.json?q=zzz").body);
	SAME(ask_get("/award.json?q=lo thi mai").body, ask_get("/award.json?q=zzz").body);
	SAME(ask_get("/award/1.csv?q=mai").body, ask_get("/award/1.csv?q=zzz").body);
	/* no order tells where he stands */
	SAME(ask_get("/award/1.json?sort=name").body, ask_get("/award/1.json?sort=-name").body);
	SAME(ask_get("/award/1.json?sort=book").body, ask_get("/award/1.json?sort=-book").body);
	/* who holds the certificate is told that it is true, and no name */
	r = ask_get("/award/check?number=15/QĐ-UBND&book=1&year=2026");
	CHECK(says(r, "Có trong sổ và còn giá trị") && says(r, "1 cá nhân ở xã An"));
	/* neither is it told to people of the portal who have no business with it */
	as(person("unit_officer", B));
	CHECK(nowhere("Mai") && nowhere("Páo"));
	as(person("clerk", B));
	CHECK(nowhere("Mai") && nowhere("Páo"));
	CHECK(ask_get("/award/1/revoke/1").status == 404);
	/* those who keep the register see both */
	as(person("clerk", A));
	CHECK(says(ask_get("/award/register"), "Mai") && says(ask_get("/award/register.csv"), "Páo"));
	as(person("auditor", P));
	CHECK(says(ask_get("/award/register?state=unnamed"), "Páo"));
	/* but not on the public page, whoever looks */
	CHECK(!says(ask_get("/award/1"), "Páo"));
}

static void
consent_names_and_its_withdrawal_hides(void)
{
	lay();
	const char *mai = named("Lò Thị Đào"), *pao = household("Hộ ông Giàng A Páo");
	const char *consent = at_(mai, "/consent");

	as(person("unit_officer", B));
	CHECK(sends(consent, "given=01/07/2026|how=ký|document=").status == 404);
	as(person("unit_officer", A));
	CHECK(sends(consent, "given=01/12/2026|how=ký phiếu|document=").status == 422);
	CHECK(sends(consent, "given=01/07/2026|how=|document=").status == 422);
	CHECK(sends(consent, "given=01/07/2026|how=ký phiếu|document=P 1").status == 303);
	CHECK(sends(consent, "given=01/07/2026|how=ký phiếu|document=P 1").status == 409);
	issues(mai, pao);
	as(0);
	struct reply r = ask_get("/award/1?q=dao");
	CHECK(says(r, "Lò Thị Đào, Nông dân") && !says(r, "hộ gia đình ở"));
	CHECK(!says(r, "1980"));			/* the year only of namesakes */
	CHECK(says(ask_get("/award?q=LO THI DAO"), "15/QĐ-UBND"));
	CHECK(says(ask_get("/award/check?number=15/QĐ-UBND&book=1&year=2026"), "Lò Thị Đào"));
	/* withdrawn: from that moment nowhere */
	const char *id = look_text("SELECT '/consent/' || id || '/withdraw' FROM nomination_consent");
	as(person("unit_officer", B));
	CHECK(sends(at_(mai, id), "why=Đơn").status == 404);
	as(person("specialist", A));			/* the standing body that has it may, too */
	CHECK(sends(at_(mai, id), "why=").status == 422);
	CHECK(sends(at_(pao, id), "why=Đơn").status == 404);
	CHECK(sends(at_(mai, id), "why=Đơn ngày 19/11").status == 303);
	CHECK(sends(at_(mai, id), "why=Đơn ngày 19/11").status == 409);
	as(0);
	CHECK(nowhere("Đào") && nowhere("1980"));
	SAME(ask_get("/award/1.json?q=dao").body, ask_get("/award/1.json?q=zzz").body);
	/* given anew, named anew */
	consents(mai);
	as(0);
	CHECK(says(ask_get("/award/1.csv"), "Lò Thị Đào"));
	/* a collective needs no consent and has none */
	const char *body = nominates(A, GK, "Tổ vay vốn", "of_code=A1|subject=collective|award_group=body"
	    "|award_type=merit|plan=|achieved_from=01/01/2026|achieved_to=31/10/2026|birth_year=|place=|post=|report=x");
	CHECK(ask_get(at_(body, "/consent")).status == 404);
}

/* Who agreed, agreed to be named as he was: another name, year or unit may be another. */
static void
a_consent_is_of_one_person(void)
{
	static const char *const changes[] = { "name=Cà Văn Ơn", "birth_year=1990|name=Lò Thị Mai",
		"of_code=A1|name=Lò Thị Mai",
		"subject=household|award_group=household|birth_year=|name=Lò Thị Mai" };

	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
		lay();
		const char *path = named("Lò Thị Mai");
		consents(path);
		/* another post leaves it */
		CHECK(sends(at_(path, "/edit"), "edition=1|award_form=24|post=Công chức|name=Lò Thị Mai|" SOMEBODY).status == 303);
		CHECK(look("SELECT count(*) FROM nomination_consent WHERE withdrawn IS NULL") == 1);
		CHECK(sends(at_(path, "/edit"), mem_printf(scene_mem(), "edition=2|award_form=24|%s|%s",
		    changes[i], SOMEBODY)).status == 303);
		CHECK(look("SELECT count(*) FROM nomination_consent WHERE withdrawn = '" TODAY "'") == 1);
		CHECK(look("SELECT count(*) FROM audit WHERE action = 'nomination.unconsent'") == 1);
		CHECK(says(ask_get(at_(path, "/consent")), "Đã sửa tên, đối tượng, năm sinh hoặc đơn vị"));
	}
}

static void
namesakes_are_told_apart_only_among_the_named(void)
{
	lay();
	const char *one = named("Lò Thị Mai");
	const char *two = nominates(A, GK, "Lò Thị Mai", "birth_year=1950|" SOMEBODY);

	consents(one);
	issues(one, two);
	as(0);
	CHECK(says(ask_get("/award/1"), "Lò Thị Mai") && !says(ask_get("/award/1"), "1980"));
	consents(two);
	as(0);
	CHECK(says(ask_get("/award/1"), "sinh 1980") && says(ask_get("/award/1"), "sinh 1950"));
}

static void
a_list_is_grouped_and_sorted_by_given_name(void)
{
	lay();
	const char *a = named("Vừ A Ân"), *b = named("Lò Văn Út");
	const char *c = nominates(A, GK, "Chi hội Phụ nữ", "of_code=A1|subject=collective|award_group=body"
	    "|award_type=movement|plan=1|achieved_from=01/01/2026|achieved_to=31/10/2026|birth_year=|place=|post=|report=x");
	const char *e = named("Cà Thị Đông");

	consents(a), consents(b), consents(e);
	arrives(c, A, A);
	arrives(e, A, A);
	arrives(b, A, A);
	arrives(a, A, A);
	as(person("specialist", A));
	struct reply r = sends("/award/add", mem_printf(scene_mem(), "unit=2|title=Khen thưởng|outside="
	    "|issuer=Chủ tịch|plan=1|signer_title=|signer_name=|pick=%s|pick=%s|pick=%s|pick=%s",
	    id_of(a), id_of(b), id_of(c), id_of(e)));
	CHECK(r.status == 303);
	const char *d = to(r);
	signs(d);
	CHECK(numbers(d, "15/QĐ-UBND", "19/11/2026", "").status == 303);
	as(0);
	r = ask_get(d);
	const char *g1 = strstr(r.body, "scope=\"rowgroup\">Tập thể"), *g2 = strstr(r.body, "rowgroup\">Cá nhân");
	const char *p1 = strstr(r.body, "Vừ A Ân"), *p2 = strstr(r.body, "Cà Thị Đông"), *p3 = strstr(r.body, "Lò Văn Út");
	CHECK(g1 && g2 && p1 && p2 && p3 && g1 < g2 && g2 < p1 && p1 < p2 && p2 < p3);
	CHECK(says(ask_get(at_(d, "?q=dong")), "Cà Thị Đông") && !says(ask_get(at_(d, "?q=dong")), "Vừ A Ân"));
	CHECK(says(ask_get(at_(d, "?subject=collective")), "Chi hội") && !says(ask_get(at_(d, "?subject=collective")), "Đông"));
	CHECK(says(ask_get(at_(d, "?unit=3")), "Không có trường hợp nào"));
	/* book numbers follow the nominations, not the alphabet: Út (2) before Ân would be told */
	CHECK(look("SELECT group_concat(nomination) = '3,1,2,4' FROM (SELECT nomination FROM award ORDER BY book)") == 1);
	CHECK(says(ask_get(at_(d, ".csv")), "Tập thể"));
	CHECK(ask_get(at_(d, ".xlsx")).status == 200);
	r = ask_get("/award/count.json");
	CHECK(says(r, "\"count\": 3") && says(r, "Người trực tiếp lao động") && says(r, "\"count\": 1"));
	CHECK(says(ask_get("/award/count?year=2025"), "Chưa có quyết định"));
}

static void
a_revocation_keeps_the_row(void)
{
	lay();
	const char *mai = named("Lò Thị Mai");

	consents(mai);
	issues(mai, NULL);
	const char *path = look_text("SELECT '/award/1/revoke/' || id FROM award");
	const char *good = "number=20/QĐ-UBND|date=20/11/2026|reason=Kê khai gian dối";
	as(person("specialist", A));
	CHECK(sends(path, good).status == 403);
	as(person("clerk", B));
	CHECK(sends(path, good).status == 404);
	as(person("clerk", P));
	CHECK(sends(path, good).status == 404);
	as(person("clerk", A));
	CHECK(sends("/award/1/revoke/99", good).status == 404);
	CHECK(sends(path, "number=|date=20/11/2026|reason=Kê khai gian dối").status == 422);
	struct reply r = sends(path, "number=abc|date=20/11/2026|reason=Kê khai gian dối");
	CHECK(r.status == 422 && says(r, "Chưa đúng dạng số, ký hiệu"));
	CHECK(sends(path, "number=20/QĐ|date=18/11/2026|reason=Kê khai gian dối").status == 422);
	CHECK(sends(path, "number=20/QĐ|date=21/11/2026|reason=Kê khai gian dối").status == 422);
	CHECK(sends(path, "number=20/QĐ|date=20/11/2026|reason=").status == 422);
	CHECK(sends(path, good).status == 303);
	CHECK(sends(path, good).status == 409);
	as(0);
	CHECK(says(ask_get("/award/1"), "đã hủy") && says(ask_get("/award/1"), "Lò Thị Mai"));
	/* what stands is counted, as on the front page; what was revoked is told beside it */
	CHECK(says(ask_get("/award/1"), "0 tập thể, 0 cá nhân, 0 hộ gia đình") && says(ask_get("/award/1"), "1 trường hợp đã hủy"));
	CHECK(says(ask_get("/award"), "data-l=\"Cá nhân\">0</td>"));
	r = ask_get("/award/check?number=15/QĐ-UBND&book=1&year=2026");
	CHECK(says(r, "đã hủy") && says(r, "20/QĐ-UBND") && !says(r, "Có trong sổ và còn giá trị"));
	CHECK(!says(r, "gian dối") && !says(ask_get("/award/1"), "gian dối"));
	CHECK(says(ask_get("/award/count.json"), "\"revoked\": 1"));
	CHECK(!scene_tries("DELETE FROM award_revocation"));
	CHECK(!scene_tries("UPDATE award_revocation SET reason = 'Nhầm lẫn'"));
}

static void
a_certificate_is_checked(void)
{
	lay();
	const char *mai = named("Lò Thị Mai");

	consents(mai);
	issues(mai, NULL);
	as(0);
	CHECK(ask_get("/award/check").status == 200);
	CHECK(!says(ask_get("/award/check"), "Không thấy"));
	CHECK(says(ask_get("/award/check?number=15/qd-ubnd&book=1&year=2026"), "Lò Thị Mai"));
	CHECK(says(ask_get("/award/check?number=15/QĐ-UBND&book=2&year=2026"), "Không thấy trong sổ"));
	CHECK(says(ask_get("/award/check?number=16/QĐ-UBND&book=1&year=2026"), "Không thấy trong sổ"));
	CHECK(says(ask_get("/award/check?number=15/QĐ-UBND&book=1&year=2025"), "Không thấy trong sổ"));
	CHECK(ask_get("/award/check?number=15/QĐ-UBND&book=&year=2026").status == 422);
	CHECK(ask_get("/award/check?number=&book=1&year=2026").status == 422);
	CHECK(ask_get("/award/check?number=15&book=một&year=2026").status == 422);
	CHECK(says(ask_get("/award/check?number=15&book=1&year=26"), "ghi số từ 1900 đến 2100"));
	CHECK(says(ask_get("/award/check?number=15&book=0&year=2026"), "ghi số từ 1 đến 1000000"));
}

/* Every commune has its 12/QĐ-UBND and its first book number: all are told, each by whom. */
static void
a_certificate_is_told_from_its_namesakes(void)
{
	lay();
	const char *mai = named("Lò Thị Mai");

	consents(mai);
	issues(mai, NULL);
	const char *other = nominates(B, GK, "Quàng Văn Ơn", "of_code=B|" SOMEBODY);
	arrives(other, B, B);
	struct reply r = sends("/award/add", mem_printf(scene_mem(), "unit=3|title=Khen thưởng|outside="
	    "|issuer=Chủ tịch UBND xã Bình|plan=|signer_title=|signer_name=|pick=%s", id_of(other)));
	const char *d = to(r);
	CHECK(moves(d, "submit", "") == 303);
	as(person("signer", B));
	CHECK(moves(d, "approve", "") == 303);
	as(person("clerk", B));
	CHECK(sends(at_(d, "/issue"), "do=issue|number=15/QĐ-UBND|date=18/11/2026|signer_title=|signer_other=X|book=1|edition=1").status == 303);
	as(0);
	r = ask_get("/award/check?number=15/qd-ubnd&book=1&year=2026");
	CHECK(says(r, "Lò Thị Mai") && says(r, "Chủ tịch UBND xã An"));
	CHECK(says(r, "1 cá nhân ở xã Bình") && says(r, "Chủ tịch UBND xã Bình"));
	CHECK(says(r, "đối chiếu với người ký ghi trên bằng"));
	CHECK(!says(ask_get("/award/check?number=15/qd-ubnd&book=2&year=2026"), "đối chiếu với người ký"));
}

/* A hold that was lifted still holds for its own days, and for no others. */
static void
a_lifted_hold_keeps_its_days(void)
{
	lay();
	const char *path = named("Lò Thị Mai"), *hold = at_(path, "/hold");

	arrives(path, A, A);
	CHECK(sends(hold, "reason=Đang kiểm tra|document=|valid_from=10/11/2026|valid_to=").status == 303);
	CHECK(sends(at_(path, look_text("SELECT '/hold/' || id || '/end' FROM nomination_hold")), "").status == 303);
	scene("UPDATE nomination_hold SET ended = '2026-11-18'");
	const char *d = drafts(path, NULL);
	signs(d);
	CHECK(says(numbers(d, "15/QĐ-UBND", "10/11/2026", ""), "tạm dừng xét"));
	CHECK(numbers(d, "15/QĐ-UBND", "17/11/2026", "").status == 422);
	CHECK(look("SELECT count(*) FROM award") == 0);
	/* before it and on the day on which it was lifted it was not there */
	CHECK(numbers(d, "15/QĐ-UBND", "09/11/2026", "").status == 303);
	lay();
	path = named("Lò Thị Mai");
	arrives(path, A, A);
	scene("INSERT INTO nomination_hold (nomination, reason, valid_from, valid_to, ended)"
	    " VALUES (1, 'x', '2026-11-10', '9999-12-31', '2026-11-18')");
	d = drafts(path, NULL);
	signs(d);
	CHECK(numbers(d, "15/QĐ-UBND", "18/11/2026", "").status == 303);
}

/* Papers are the nominating unit's while it may change them; then the standing body may
 * add its minutes. */
static void
papers_follow_the_case(void)
{
	static const char pdf[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

	lay();
	const char *path = named("Lò Thị Mai"), *files = at_(path, "/file");

	CHECK(ask_raw(ask_file(files, "part=", "to-trinh.pdf", pdf, sizeof(pdf) - 1)).status == 303);
	CHECK(says(ask_get(path), "to-trinh.pdf"));
	const char *file = mem_printf(scene_mem(), "%s/%s", files, look_text("SELECT id FROM attachment"));
	as(person("unit_officer", B));
	CHECK(ask_get(file).status == 404);
	CHECK(ask_raw(ask_file(files, "part=", "x.pdf", pdf, sizeof(pdf) - 1)).status == 404);
	as(0);
	CHECK(ask_get(file).status == 303);		/* to sign in */
	arrives(path, A, A);
	CHECK(ask_get(file).status == 200);
	CHECK(ask_raw(ask_file(files, "part=", "bien-ban.pdf", "%PDF-1.4\n%%EOF\n", 15)).status == 303);
	CHECK(sends(at_(file, "/remove"), "").status == 404);
	CHECK(says(ask_get(path), "Gửi tệp") && !says(ask_get(path), "Bỏ tệp"));	/* nor is it offered */
	as(person("specialist", P));
	CHECK(ask_raw(ask_file(files, "part=", "x.pdf", pdf, sizeof(pdf) - 1)).status == 404);
	as(person("unit_officer", A));
	CHECK(ask_raw(ask_file(files, "part=", "x.pdf", pdf, sizeof(pdf) - 1)).status == 409);
	CHECK(sends(at_(file, "/remove"), "").status == 409);
	CHECK(look("SELECT count(*) FROM attachment WHERE kind = 'nomination'") == 2);
}

static void
the_whole_list_can_be_printed(void)
{
	lay();
	issues(named("Lò Thị Mai"), NULL);
	scene("WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1129)"
	    "INSERT INTO flow_case (id, flow, unit, state, at) SELECT i, 'award', 2, 'decided', 0 FROM n;"
	    "INSERT INTO nomination (id, flow_case, unit, handler, subject, name, name_key, person_key, name_plain,"
	    " of_unit, award_form, award_type, award_group, achieved_from, achieved_to, award_decision, saved)"
	    " SELECT id, id, 2, 2, 'collective', 'Tổ ' || id, id, id, 'to ' || id, 2, 24, 'merit', 'body',"
	    " '2026-01-01', '2026-06-30', 1, 0 FROM flow_case WHERE id >= 1000;"
	    "INSERT INTO award (nomination, award_decision, unit, year, book)"
	    " SELECT id, 1, 2, 2026, id FROM nomination WHERE id >= 1000");
	as(0);
	struct reply r = ask_get("/award/1");
	CHECK(says(r, "Tổ 1000") && !says(r, "Tổ 1129") && says(r, ">Trang 2<"));
	/* those who are counted close the list, once */
	CHECK(!says(r, "1 cá nhân ở xã An"));
	r = ask_get("/award/1?page=2");
	CHECK(says(r, "1 cá nhân ở xã An") && says(r, "Tổ 1129") && !says(r, "Tổ 1000"));
	r = ask_get("/award/1?page=all");
	CHECK(says(r, "Tổ 1000") && says(r, "Tổ 1129") && says(r, "1 cá nhân ở xã An") && !says(r, ">Trang 2<"));
	CHECK(says(ask_get("/award/1?page=9"), "không có trang này"));
}

static void
a_blank_nomination_is_filled_in_by_pen(void)
{
	lay();
	as(person("unit_officer", A));
	CHECK(says(ask_get("/award/nomination/add"), "/award/nomination/print?subject=household"));
	CHECK(says(ask_get("/award/nomination/add"), "Tập thể</a> · <a"));	/* told apart */
	CHECK(says(ask_get("/award/nomination/add?subject=person&plan="), "/award/nomination/print?subject=person&amp;award_form="));
	struct reply r = ask_get(mem_printf(scene_mem(), "/award/nomination/print?subject=person&award_form=%d", GK));
	CHECK(by_pen(r) && says(r, "Họ và tên") && says(r, "Năm sinh") && says(r, "Giấy khen"));
	CHECK(says(r, "Giấy tờ kèm theo") && says(r, "class=\"square\"") && says(r, "class=\"ruled\""));
	/* each subject is asked what it has; without a form no papers are known */
	r = ask_get("/award/nomination/print?subject=household");
	CHECK(by_pen(r) && says(r, "Tên hộ gia đình") && !says(r, "Năm sinh") && !says(r, "Giấy tờ kèm theo"));
	r = ask_get("/award/nomination/print?subject=collective");
	CHECK(by_pen(r) && says(r, "Tên tập thể") && !says(r, "Năm sinh") && !says(r, "Chức vụ"));
	CHECK(ask_get("/award/nomination/print").status == 404);
	CHECK(ask_get("/award/nomination/print?subject=village").status == 404);
	CHECK(ask_get("/award/nomination/print?subject=person&award_form=9999").status == 404);
	/* a title of families does not go to a person */
	CHECK(ask_get(mem_printf(scene_mem(), "/award/nomination/print?subject=person&award_form=%d", GDVH)).status == 404);
	as(person("clerk", A));
	CHECK(ask_get("/award/nomination/print?subject=person").status == 403);
}

/* Which kinds of unit have a People's Committee is a row. */
static void
who_decides_is_named_by_what_governs_the_unit(void)
{
	lay();
	as(person("specialist", A));
	CHECK(says(ask_get("/award/add"), "name=\"issuer\" value=\"Chủ tịch UBND Xã An\""));
	scene("UPDATE unit_name SET name = 'xã An', name_plain = 'xa an' WHERE unit = 2");
	CHECK(says(ask_get("/award/add"), "name=\"issuer\" value=\"Chủ tịch UBND xã An\""));
	scene("UPDATE unit_kind SET authority = '' WHERE kind = 'commune'");
	CHECK(says(ask_get("/award/add"), "name=\"issuer\" value=\"Thủ trưởng xã An\""));
	/* one that bears it in its own name */
	scene("UPDATE unit_kind SET authority = 'Ủy ban nhân dân' WHERE kind = 'commune';"
	    "UPDATE unit_name SET name = 'Ủy ban nhân dân xã An', name_plain = 'uy ban nhan dan xa an' WHERE unit = 2");
	CHECK(says(ask_get("/award/add"), "value=\"Chủ tịch Ủy ban nhân dân xã An\""));
	as(person("specialist", P));
	CHECK(says(ask_get("/award/add"), "value=\"Chủ tịch UBND tỉnh Thử\""));
}

int
main(void)
{
	who_decides_is_named_by_what_governs_the_unit();
	a_blank_nomination_is_filled_in_by_pen();
	the_catalogue_is_of_a_day();
	the_catalogue_is_sorted_and_taken_out();
	the_catalogue_is_changed_from_the_top_alone();
	papers_are_kept_in_the_catalogue();
	the_special_paper_wins();
	a_nomination_says_what_is_wrong();
	a_nomination_may_be_for_others();
	nobody_is_outside_unless_it_is_said();
	a_draft_is_kept_half_filled();
	a_form_offers_what_may_be_granted();
	an_outline_alone_is_no_report();
	a_report_is_filled_from_what_was_reported();
	a_figure_of_one_period_has_one_column();
	a_report_tells_no_figures_of_others();
	a_report_has_the_published_scores();
	two_who_write_do_not_undo_each_other();
	the_leader_sends_and_the_standing_body_receives();
	the_officer_passes_it_to_the_leader();
	a_nomination_moves_as_it_was_read();
	a_reason_stays_until_it_is_sent_again();
	nobody_considers_what_he_passed_on();
	what_a_dossier_lacks_is_told();
	a_nomination_goes_up();
	nobody_considers_his_own();
	nobody_considers_what_he_once_wrote_or_sent();
	a_hold_stops_all_that_goes_on();
	the_council_is_heard_with_its_denominator();
	the_same_achievement_is_found();
	what_is_under_way_elsewhere_is_not_told();
	a_name_that_is_tried_tells_nothing();
	the_same_achievement_stops_to_the_end();
	a_decision_is_made_of_what_was_received();
	a_title_names_no_part_of_a_household();
	a_list_is_signed_as_it_was_read();
	a_number_is_given_once();
	the_register_is_as_the_trail_tells();
	who_drafts_does_not_sign();
	a_decision_is_looked_at_before_it_is_issued();
	a_signer_has_his_own_title();
	a_signer_of_the_draft_is_offered_as_he_stands();
	a_choice_that_is_gone_is_told_where_it_stood();
	a_unit_that_is_no_more_gets_nothing();
	a_right_is_of_the_decisions_day();
	a_decision_made_outside_is_recorded();
	who_has_not_agreed_is_a_number();
	consent_names_and_its_withdrawal_hides();
	a_consent_is_of_one_person();
	namesakes_are_told_apart_only_among_the_named();
	a_list_is_grouped_and_sorted_by_given_name();
	a_revocation_keeps_the_row();
	a_certificate_is_checked();
	a_certificate_is_told_from_its_namesakes();
	a_lifted_hold_keeps_its_days();
	papers_follow_the_case();
	the_whole_list_can_be_printed();
	return done();
}
