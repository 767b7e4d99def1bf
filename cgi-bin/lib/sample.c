/* sample.c - see sample.h. */

#include "cgi-bin/lib/sample.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/score.h"
#include "cgi-bin/lib/sheet.h"
#include "cgi-bin/lib/unit_import.h"
#include "db/account.h"
#include "db/audit.h"
#include "db/credential.h"
#include "db/evaluation.h"
#include "db/flow.h"
#include "db/holiday.h"
#include "db/indicator.h"
#include "db/mandate.h"
#include "db/plan.h"
#include "db/report.h"
#include "db/report_form.h"
#include "db/signup.h"
#include "db/text.h"
#include "db/unit.h"
#include "db/unit_group.h"

static const char password[] = "lua nep thom ban Pa Sang";
static const char since[] = "2020-01-01";
enum { FILE_MAX = 1 << 20, HOUR = 3600, AGED = 100, SETTLED = 14 };

struct sample {
	struct db *db, *secret;
	struct mem *mem;
	const char *dir, *today, *wrong, *issued;	/* issued: the day of the plan */
	int64_t now, plan, form, sections[5];
	FILE *out;
};

static bool
fail(struct sample *s, const char *why, const char *what)
{
	if (!s->wrong)
		s->wrong = mem_printf(s->mem, "%s: %s", why, what);
	return false;
}

/* A .csv of the folder; its first row are the headers. */
static struct sheet *
sheet(struct sample *s, const char *name)
{
	if (s->wrong)
		return NULL;

	size_t n;
	const char *bytes = file_read(s->mem, mem_printf(s->mem, "%s/%s", s->dir, name), FILE_MAX, &n);
	struct sheet *sheet_ = bytes ? sheet_read(s->mem, bytes, n) : NULL;

	if (!bytes || sheet_->wrong) {
		fail(s, name, bytes ? sheet_->wrong : "cannot be read");
		return NULL;
	}
	return sheet_;
}

static const char *
cell(struct sample *s, const struct sheet *of, const struct sheet_row *row, const char *name)
{
	return sheet_cell(row, sheet_column(s->mem, of, name));
}

static int64_t
unit_of(struct sample *s, const char *code)
{
	struct unit *u = unit_by_code(s->db, s->mem, code, s->today, "vi");

	if (!u)
		fail(s, "no such unit", code);
	return u ? u->id : 0;
}

static void
trail(struct sample *s, const struct audit_line *l)
{
	struct audit_line line = *l;

	line.address = "portalctl";
	audit_add(s->db, s->mem, &line);
}

static void
note(struct sample *s, int64_t at, int64_t account, const char *action, int64_t entity)
{
	trail(s, &(struct audit_line){ .at = at, .account = account, .action = action,
	    .entity = entity });
}

/* Ten past eight in the morning, where the office is, so many days after that one. */
static int64_t
morning(struct sample *s, const char *day, int64_t days)
{
	struct tm tm = { 0 };
	const char *then = text_day_add(s->mem, day, days);

	if (!then || !strptime(then, "%Y-%m-%d", &tm))
		fail(s, "no day", day);
	tm.tm_hour = 8, tm.tm_min = 10, tm.tm_isdst = -1;
	return mktime(&tm);
}

static const char *
day_of(const struct sample *s, int64_t at)
{
	time_t t = (time_t)at;
	struct tm tm;
	char day[11];

	strftime(day, sizeof(day), "%F", localtime_r(&t, &tm));
	return mem_text(s->mem, day);
}

static bool
units(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "units.csv");
	struct unit_import *in = sheet_
	    ? unit_import_check(s->db, s->mem, sheet_, s->today, 0, "vi") : NULL;

	if (!in)
		return false;
	if (in->wrong || in->faults)
		return fail(s, "units.csv", in->wrong ? in->wrong : mem_printf(s->mem,
		    "row %d, %s: %s", in->faults->row, in->faults->column, in->faults->why));
	if (!unit_import_apply(s->db, s->mem, in))
		return fail(s, "units.csv", "cannot be applied");
	for (struct import_row *r = in->rows; r; r = r->next)
		trail(s, &(struct audit_line){ .at = s->now, .action = "unit.import",
		    .entity = r->id, .changes = r->changes });
	return true;
}

/* Two clusters of communes and a bloc of departments, for this year. */
static void
groups(struct sample *s)
{
	static const char *const names[] = { "Cụm thi đua số 1", "Cụm thi đua số 2",
	    "Khối thi đua các sở, ban, ngành" };
	int64_t root = unit_of(s, "31"), ids[3];
	const char *from = mem_printf(s->mem, "%.4s-01-01", s->today);
	struct sheet *sheet_ = sheet(s, "units.csv");
	int n[3] = { 0 };

	for (int i = 0; i < 3; i++)
		ids[i] = unit_group_add(s->db, &(struct unit_group){
		    .kind = i < 2 ? "cluster" : "bloc", .name = names[i], .unit = root,
		    .valid_from = from, .document = "12/TB-UBND" });
	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		const char *kind = cell(s, sheet_, r, "Loại");
		bool commune = !strcmp(kind, "commune");
		if (!commune && strcmp(kind, "department"))
			continue;
		int to = commune ? n[0] > n[1] : 2;
		unit_member_add(s->db, ids[to], unit_of(s, cell(s, sheet_, r, "Mã")),
		    n[to] < 2 ? n[to] + 1 : 0, from);
		n[to]++;
	}
}

static bool
settle_people(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "people.csv");
	const char *hash = credential_hash(s->mem, password);

	if (!sheet_ || !hash)
		return fail(s, "people", "no hash");
	fprintf(s->out, "Mật khẩu chung của các tài khoản mẫu: %s\n", password);
	for (struct sheet_row *r = sheet_->rows->next; r; r = r->next) {
		const char *login = cell(s, sheet_, r, "login"), *name = cell(s, sheet_, r, "name");
		const char *role = cell(s, sheet_, r, "role"), *unit = cell(s, sheet_, r, "unit");
		struct account *known = account_by_login(s->db, s->mem, login);
		int64_t at = unit_of(s, unit);
		if (!at)
			return false;
		int64_t id = known ? known->id : account_add(s->db, &(struct account){
		    .login = login, .name = name, .phone = cell(s, sheet_, r, "phone"),
		    .name_key = text_name_key(s->mem, name),
		    .name_plain = text_plain(s->mem, name) }, s->now);
		if (!known)
			credential_set(s->secret, id, hash, s->now);
		mandate_add(s->db, &(struct mandate){ .account = id, .unit = at,
		    .role = role, .post = cell(s, sheet_, r, "post"), .valid_from = since,
		    .valid_to = "9999-12-31", .document = "" });
		struct change does = { "role", "", role, NULL }, called = { "name", "", name, &does };
		trail(s, &(struct audit_line){ .at = s->now, .entity = id,
		    .action = known ? "account.give" : "account.add",
		    .changes = known ? &does : &called });
		if (*cell(s, sheet_, r, "shown"))
			fprintf(s->out, "  %-12s %-14s %s (%s)\n", login, role, name, unit);
	}
	return !s->wrong;
}

static int64_t
login_of(struct sample *s, const char *login)
{
	struct account *a = account_by_login(s->db, s->mem, login);

	if (!a)
		fail(s, "nobody has that login", login);
	return a ? a->id : 0;
}

/* The account that holds that role for that unit; 0 is a fault. */
static int64_t
who(struct sample *s, const char *role, const char *unit)
{
	struct sheet *sheet_ = sheet(s, "people.csv");

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next)
		if (!strcmp(cell(s, sheet_, r, "role"), role)
		    && !strcmp(cell(s, sheet_, r, "unit"), unit))
			return login_of(s, cell(s, sheet_, r, "login"));
	fail(s, mem_printf(s->mem, "people.csv: nobody is %s of", role), unit);
	return 0;
}

static const char *
nothing(const void *record, const char *field)
{
	(void)record; (void)field;
	return "";
}

/* Moves a case as a person does, at that moment. */
static int64_t
move(struct sample *s, int64_t id, const char *name, int64_t by, int64_t at,
    const char *reason, const struct plan *p, const char *action, int64_t entity)
{
	struct flow_ask ask = { .flow_case = id, .account = by, .now = at, .move = name,
	    .day = day_of(s, at), .reason = reason, .value = p ? plan_value : nothing, .record = p };
	enum flow_answer a;

	if (s->wrong)
		return 0;
	if ((a = flow_move(s->db, s->mem, &ask)) != FLOW_DONE) {
		fail(s, action, mem_printf(s->mem, "%s is refused (%d)", name, (int)a));
		return 0;
	}
	struct change said = { "reason", "", reason, NULL };
	struct change state = { "state", ask.from_state, ask.to_state, *reason ? &said : NULL };
	trail(s, &(struct audit_line){ .at = at, .account = by, .mandate = ask.mandate,
	    .action = action, .entity = entity, .changes = &state });
	return ask.step;
}

static void
judge(struct sample *s)
{
	static const struct {
		const char *anchor, *kind;
		int64_t points;
		const char *applies;
	} said[] = {
		{ "III.1~1", "document", 3000, "" }, { "III.1~2", "judged", 3000, "" },
		{ "III.1~3", "ledger", 4000, "" },
		{ "III.2~1", "document", 2000, "" }, { "III.2~2", "document", 3000, "" },
		{ "III.2~3", "judged", 2000, "" },
		{ "III.2~4", "formula", 3000, "xã thuộc khu vực I, II, III" },
		{ "III.4~2", "ledger", -1, "doanh nghiệp có đóng góp" },
	};

	for (struct plan_class *c = plan_classes(s->db, s->mem, s->plan); c; c = c->next)
		for (struct plan_criterion *k = c->criteria; k; k = k->next)
			for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
				if (strcmp(said[i].anchor, k->anchor))
					continue;
				k->kind = said[i].kind;
				k->points = said[i].points;
				k->applies = said[i].applies;
				plan_set_criterion(s->db, k);
			}
}

static bool
plan(struct sample *s)
{
	size_t n;
	const char *bytes = file_read(s->mem, mem_printf(s->mem, "%s/plan.txt", s->dir), FILE_MAX, &n);
	const char *text = bytes ? text_nfc(s->mem, bytes, n) : NULL;
	int64_t author = who(s, "specialist", "31");

	if (!text)
		return fail(s, "plan.txt", "cannot be read as UTF-8");
	if (s->wrong)
		return false;
	s->issued = outline_read(s->mem, text)->date;
	if (!*s->issued || text_days(s->issued, s->today) < AGED)
		return fail(s, s->today, "the clock must stand 100 days after the date of plan.txt");
	int64_t at = morning(s, s->issued, -10);
	s->plan = plan_take_in(s->db, s->mem, text, unit_of(s, "31"), author, at);
	note(s, at, author, "plan.add", s->plan);
	judge(s);
	struct plan *p = plan_get(s->db, s->mem, s->plan, "vi");
	p->signup_due = mem_printf(s->mem, "%.4s-04-30", p->date);
	plan_change(s->db, p);
	const struct {
		const char *move, *reason;
		int64_t by, days, hours;
	} steps[] = {
		{ "submit", "", author, -9, 2 },
		{ "return", "Bổ sung hạn các đơn vị đăng ký chỉ tiêu ở mục V.",
		    who(s, "signer", "31"), -8, 7 },
		{ "submit", "", author, -6, 1 },
		{ "approve", "", who(s, "signer", "31"), -1, 3 },
		{ "issue", "", who(s, "clerk", "31"), 0, 6 },
	};
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		move(s, p->flow_case, steps[i].move, steps[i].by,
		    morning(s, s->issued, steps[i].days) + steps[i].hours * HOUR, steps[i].reason,
		    p, mem_printf(s->mem, "plan.%s", steps[i].move), p->id);
	plan_settle(s->db, s->mem, p->id, s->issued, morning(s, s->issued, 0) + 6 * HOUR);
	return !s->wrong;
}

/* Most have opened it, many have acknowledged. */
static void
receive(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "people.csv");
	int n = 0;

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		const char *unit = cell(s, sheet_, r, "unit");
		if (strcmp(cell(s, sheet_, r, "role"), "unit_officer") || !strcmp(unit, "04249"))
			continue;
		int64_t by = login_of(s, cell(s, sheet_, r, "login"));
		int64_t at = morning(s, s->issued, 1 + n % 7) + n % 8 * HOUR;
		if (!plan_note_opened(s->db, s->plan, unit_of(s, unit), by, at) || n++ % 5 == 4)
			continue;
		at += HOUR / 4;
		if (plan_acknowledge(s->db, s->plan, unit_of(s, unit), by, at))
			note(s, at, by, "plan.receive", s->plan);
	}
}

/* Most communes and some departments have signed up, one of them late. */
static void
sign_up(struct sample *s)
{
	static const struct {
		const char *unit, *code;
		int64_t value;
		int days;	/* since the plan was issued */
	} said[] = {
		{ "04201", "thoat_ngheo", 4000, 20 }, { "04205", "thoat_ngheo", 3500, 22 },
		{ "04209", "thoat_ngheo", 3000, 22 }, { "04213", "thoat_ngheo", 6000, 25 },
		{ "04221", "thoat_ngheo", 12000, 30 }, { "04225", "thoat_ngheo", 9000, 31 },
		{ "04229", "thoat_ngheo", 8000, 33 }, { "04233", "thoat_ngheo", 5500, 35 },
		{ "04237", "thoat_ngheo", 5000, 36 }, { "04241", "thoat_ngheo", 7500, 90 },
		{ "SNV", "nha_o", 1000, 15 }, { "SNNMT", "mo_hinh", 600, 18 },
		{ "STC", "quy_vnn", 12000, 24 }, { "MTTQ", "quy_vnn", 150000, 12 },
		{ "HPN", "viec_lam", 8000, 28 },
	};

	for (size_t i = 0; i < sizeof(said) / sizeof(*said) && !s->wrong; i++) {
		int64_t unit = unit_of(s, said[i].unit), at = morning(s, s->issued, said[i].days);
		int64_t by = who(s, "unit_officer", said[i].unit);
		struct signup g = { .flow_case = flow_open(s->db, "signup", unit, by, at),
		    .plan = s->plan, .unit = unit,
		    .note = "Giao từng thành viên phụ trách một bản, tổ dân phố." };
		int64_t year = strtoll(s->issued, NULL, 10);
		struct signup_target next = { .indicator = indicator_id(s->db, said[i].code),
		    .year = year + 1, .value = said[i].value, .text = "" };
		struct signup_target this = { .indicator = next.indicator, .year = year,
		    .value = said[i].value, .text = "", .next = &next };

		g.id = signup_add(s->db, &g, at);
		signup_put_targets(s->db, g.id, &this);
		note(s, at, by, "signup.save", g.id);
		move(s, g.flow_case, "register", by, at, "", NULL, "signup.register", g.id);
		signup_settle(s->db, g.id, day_of(s, at));
	}
}

static bool
dictionary(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "indicators.csv");
	static const char *const checks[][2] = {
		{ "ho_ngheo_dk - thoat_ngheo + tai_ngheo + phat_sinh = ho_ngheo_ck",
		    "cuối kỳ phải bằng đầu kỳ trừ thoát nghèo cộng tái nghèo cộng phát sinh" },
		{ "thoat_ngheo <= ho_ngheo_dk", "hộ thoát nghèo không quá hộ nghèo đầu kỳ" },
		{ "ho_ngheo_ck + can_ngheo <= tong_ho",
		    "hộ nghèo và hộ cận nghèo cuối kỳ không quá tổng số hộ" },
		{ "ngheo_dtts <= ho_ngheo_ck",
		    "hộ nghèo dân tộc thiểu số không quá hộ nghèo cuối kỳ" },
	};
	const char *wrong, *relation;

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next)
		indicator_add(s->db, &(struct indicator){
		    .code = cell(s, sheet_, r, "code"), .name = cell(s, sheet_, r, "name"),
		    .measure = cell(s, sheet_, r, "measure"),
		    .decimals = strtoll(cell(s, sheet_, r, "decimals"), NULL, 10),
		    .rule = cell(s, sheet_, r, "rule"),
		    .numerator = indicator_id(s->db, cell(s, sheet_, r, "numerator")),
		    .denominator = indicator_id(s->db, cell(s, sheet_, r, "denominator")) });
	for (size_t i = 0; i < sizeof(checks) / sizeof(*checks); i++) {
		struct indicator_term *terms = indicator_terms(s->db, s->mem, checks[i][0],
		    &relation, &wrong);
		if (!terms)
			return fail(s, "indicators.csv: no such check", checks[i][0]);
		indicator_check_add(s->db, checks[i][1], relation, terms);
	}
	return !s->wrong;
}

static void
form(struct sample *s)
{
	static const struct {
		const char *title, *kind, *kinds, *hint, *lines;
	} parts[] = {
		{ "I. Biến động hộ nghèo trong kỳ", "figures", "commune", "",
		    "tong_ho ho_ngheo_dk<ho_ngheo_ck thoat_ngheo tai_ngheo phat_sinh ho_ngheo_ck"
		    " can_ngheo ngheo_dtts ty_le_ngheo" },
		{ "II. Nguồn lực huy động trong kỳ", "figures", "", "", "ngan_sach quy_vnn dong_gop" },
		{ "III. Việc làm, nhà ở, mô hình", "figures", "", "", "nha_o viec_lam mo_hinh" },
		{ "IV. Kết quả và cách làm", "text", "", "Viết ngắn, nêu việc, nơi, số.", "" },
		{ "V. Khó khăn, kiến nghị", "text", "", "", "" },
	};

	s->form = report_form_add(s->db, &(struct report_form){ .unit = unit_of(s, "31"),
	    .name = "Báo cáo kết quả phong trào Chung sức vì người nghèo", .kind = "periodic",
	    .document = "118/KH-UBND" });
	for (size_t i = 0; i < 5; i++) {
		char *lines = mem_text(s->mem, parts[i].lines), *code;
		int64_t seq = 1;
		s->sections[i] = report_section_add(s->db, s->mem, &(struct report_section_form){
		    .form = s->form, .plan = s->plan, .title = parts[i].title,
		    .kind = parts[i].kind, .kinds = parts[i].kinds, .hint = parts[i].hint });
		while ((code = strsep(&lines, " "))) {
			char *carry = strchr(code, '<');
			if (carry)
				*carry++ = '\0';
			if (*code)
				report_line_add(s->db, s->sections[i], seq++,
				    indicator_id(s->db, code), carry ? indicator_id(s->db, carry) : 0);
		}
	}
}

/* The n-th quarter before the last one whose window has ended, long enough ago to be
 * answered and late today; its due dates. */
static int64_t
period(struct sample *s, int back, const char *commune_due, const char *other_due)
{
	struct report_window w;
	int64_t year = strtoll(s->today, NULL, 10), quarter = 4;

	while (report_window(s->mem, "quarter", year, quarter, &w)
	    && (text_days(w.to, s->today) < SETTLED || back--))
		if (!--quarter)
			year--, quarter = 4;
	int64_t id = report_period_add(s->db, &(struct report_period){ .form = s->form,
	    .name = w.name, .window_from = w.from, .window_to = w.to, .opens = w.opens,
	    .source = commune_due ? ""
	        : "Quyết định của UBND tỉnh công nhận kết quả rà soát hộ nghèo trong kỳ" });
	report_due_put(s->db, id, "commune", commune_due ? commune_due : w.due);
	report_due_put(s->db, id, "department", other_due ? other_due : w.due);
	report_due_put(s->db, id, "front", other_due ? other_due : w.due);
	return id;
}

/* In words what the figures say. */
static const char *
told(struct sample *s, int64_t id, int64_t period_, int64_t unit)
{
	static const struct {
		const char *code, *before, *after;
	} parts[] = {
		{ "thoat_ngheo", "giúp ", " hộ thoát nghèo, mỗi hộ có một đảng viên hoặc hội viên theo dõi" },
		{ "nha_o", "làm mới, sửa chữa xong ", " nhà ở" },
		{ "viec_lam", "giới thiệu ", " lao động đi làm, ưu tiên nơi gần nhà" },
		{ "mo_hinh", "nhân rộng ", " mô hình giảm nghèo" },
	};
	struct report *r = report_of(s->db, s->mem, period_, unit, "vi");
	const char *text = "Trong kỳ đơn vị đã:\n";

	if (!r || r->id != id) {
		fail(s, "a unit answers that need not, or not yet by its figures",
		    mem_printf(s->mem, "%lld", (long long)unit));
		return "";
	}
	struct report_section *all = report_sections(s->db, s->mem, r);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		struct report_line *l = report_line_of(all, indicator_id(s->db, parts[i].code));
		if (l && l->has && l->value)
			text = mem_printf(s->mem, "%s\n- %s%s%s;", text, parts[i].before,
			    text_of_number(s->mem, l->value, 2, false, "vi"), parts[i].after);
	}
	return text;
}

static int64_t
answer(struct sample *s, int64_t period_, const char *number, const char *unit, int64_t at)
{
	struct sheet *sheet_ = sheet(s, "report.csv");
	int64_t by = who(s, "unit_officer", unit), at_unit = unit_of(s, unit), value;

	if (s->wrong)
		return 0;
	int64_t id = report_open(s->db, flow_open(s->db, "report", at_unit, by, at), period_,
	    at_unit, by, at);

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		if (strcmp(cell(s, sheet_, r, "period"), number)
		    || strcmp(cell(s, sheet_, r, "unit"), unit))
			continue;
		if (!text_number(cell(s, sheet_, r, "value"), 2, &value))
			fail(s, "report.csv: no number", cell(s, sheet_, r, "value"));
		else
			report_value_put(s->db, id, indicator_id(s->db, cell(s, sheet_, r, "code")),
			    value);
	}
	if (s->wrong)
		return 0;
	const char *text = told(s, id, period_, at_unit);
	report_text_put(s->db, id, s->sections[3], text, markdown(s->mem, text).text);
	report_saved(s->db, id, by, at);
	note(s, at, by, "report.save", id);
	return id;
}

/* Takes a report as far as that state. */
static void
bring(struct sample *s, int64_t id, const char *unit, const char *state, int64_t at)
{
	struct report *r = s->wrong ? NULL : report_get(s->db, s->mem, id, "vi");
	int64_t officer = who(s, "unit_officer", unit), leader = who(s, "unit_leader", unit);
	int64_t reviewer = who(s, "specialist", "31"), step;

	if (s->wrong || !strcmp(state, "draft"))
		return;
	move(s, r->flow_case, "submit", officer, at, "", NULL, "report.submit", id);
	if (!strcmp(state, "signing"))
		return;
	at += 3 * HOUR;
	move(s, r->flow_case, "send", leader, at, "", NULL, "report.send", id);
	report_send_copy(s->db, s->mem, id, leader, at, day_of(s, at));
	if (!strcmp(state, "sent"))
		return;
	at += 24 * HOUR;
	/* The department whose officer is the reviewer himself is accepted by another. */
	if (officer == reviewer)
		reviewer = login_of(s, "mai.lt");
	if (!strcmp(state, "accepted")) {
		move(s, r->flow_case, "accept", reviewer, at, "", NULL, "report.accept", id);
		return;
	}
	step = move(s, r->flow_case, "return", reviewer, at, "Số lao động được giới thiệu việc"
	    " làm cao hơn số đã gửi Sở Nội vụ trong quý. Đề nghị xã rà lại.", NULL, "report.return", id);
	report_return_add(s->db, step, mem_printf(s->mem, "v%lld",
	    (long long)indicator_id(s->db, "viec_lam")),
	    "Danh sách xã gửi ngày 10 ít hơn số này; rà lại rồi ghi số khớp danh sách.");
}

/* Everyone answered the closed one. */
static void
closed(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "units.csv");
	int64_t id = period(s, 1, NULL, NULL), n = 0;
	struct report_period *p = report_period_get(s->db, s->mem, id);
	int64_t at = morning(s, p->window_to, 2);

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		const char *kind = cell(s, sheet_, r, "Loại"), *unit = cell(s, sheet_, r, "Mã");
		if (strcmp(kind, "commune") && strcmp(kind, "department") && strcmp(kind, "front"))
			continue;
		bring(s, answer(s, id, "1", unit, at + n * 600), unit, "accepted",
		    at + n * 600 + 24 * HOUR);
		n++;
	}
}

static void
opened(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "state.csv");
	const char *due = text_day_add(s->mem, s->today, -3);

	/* a working day: else the term would be moved towards today */
	while (day_is_off(s->db, due))
		due = text_day_add(s->mem, due, -1);
	int64_t id = period(s, 0, due, text_day_add(s->mem, s->today, 7)), n = 0;

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next, n++) {
		const char *late = cell(s, sheet_, r, "late");
		int64_t at = morning(s, s->today, *late ? -3 : -10 + n / 8) + n % 8 * HOUR / 2;
		const char *unit = cell(s, sheet_, r, "unit");
		bring(s, answer(s, id, "2", unit, at), unit, cell(s, sheet_, r, "state"),
		    at + 24 * HOUR);
	}
	for (int days = 2; days && !s->wrong; days--) {
		int64_t unit = unit_of(s, "04249"), by = who(s, "specialist", "31"),
		    at = morning(s, s->today, -days) + HOUR;
		report_remind(s->db, id, unit, by, at);
		note(s, at, by, "report.remind", unit);
	}
}

/* A hundred points over a class's criteria; what reports tell fills itself. */
static void
weigh(struct sample *s, int64_t round, const struct evaluation_class *c)
{
	struct evaluation_item *all = evaluation_items(s->db, s->mem, round, c->id);
	int64_t points[AGED], poor = indicator_id(s->db, "ho_ngheo_ck");
	size_t n = 0;

	for (struct evaluation_item *i = all; i && n < AGED; i = i->next)
		n++;
	score_share_out(10000, points, n);
	n = 0;
	for (struct evaluation_item *i = all; i && n < AGED; i = i->next) {
		struct evaluation_rule half = { .formula = "F4", .part = poor, .goal = 5000, .region = 1,
		    .plus = indicator_id(s->db, "can_ngheo"), .source = "", .due_day = "" };
		struct evaluation_rule plan_ = { .formula = "F7", .source = "document", .off_late = 500,
		    .due_day = mem_printf(s->mem, "%.4s-04-15", s->today) };
		struct evaluation_rule on_time = { .formula = "F7", .source = "reports", .off_late = 100,
		    .off_missing = 200, .due_day = "" };
		i->points = points[n++];
		evaluation_item_change(s->db, i);
		if (*c->kinds && !strcmp(i->kind, "formula"))
			evaluation_rule_put(s->db, i->id, &half);
		if (*c->kinds && !strcmp(i->kind, "document"))
			evaluation_rule_put(s->db, i->id, strstr(i->text, "báo cáo") ? &on_time : &plan_);
	}
}

/* This year's round is open, and nobody has scored yet. */
static void
evaluate(struct sample *s)
{
	struct evaluation_grade done = { "Hoàn thành nhiệm vụ", 7000, 7000, -1, NULL };
	struct evaluation_grade well = { "Hoàn thành tốt nhiệm vụ", 8000, 8000, -1, &done };
	struct evaluation_grade best = { "Hoàn thành xuất sắc nhiệm vụ", 9000, 8500, 2000, &well };
	int64_t by = who(s, "specialist", "31"), at = morning(s, s->today, -5);
	struct report_period *first = report_period_get(s->db, s->mem, 1);
	struct evaluation_round d = { .plan = s->plan, .unit = unit_of(s, "31"), .kind = "yearly",
	    .name = mem_printf(s->mem, "Đánh giá năm %.4s", s->today),
	    .window_from = mem_printf(s->mem, "%.4s-01-01", s->today),
	    .window_to = mem_printf(s->mem, "%.4s-12-31", s->today),
	    .due_date = text_day_add(s->mem, s->today, 10) };

	if (s->wrong || !first)
		return;
	d.base_day = first->window_to;
	d.flow_case = flow_open(s->db, "round", d.unit, by, at);
	d.id = evaluation_round_add(s->db, &d);
	note(s, at, by, "evaluation.round_add", d.id);
	for (struct evaluation_class *c = evaluation_classes(s->db, s->mem, d.id, "vi"); c; c = c->next)
		weigh(s, d.id, c);
	evaluation_put_grades(s->db, d.id, "base", &best);
	move(s, d.flow_case, "open", by, at + HOUR, "", NULL, "round.open", d.id);
}

const char *
sample_load(struct db *db, struct db *secret, struct mem *mem, const char *dir, int64_t now,
    const char *today, FILE *out)
{
	struct sample s = { .db = db, .secret = secret, .mem = mem, .dir = dir, .now = now,
	    .today = today, .out = out };

	setting_put(db, "office", "tỉnh Hà Lâm", since, "");
	setting_put(db, "standing_body", "Cơ quan thường trực: Sở Nội vụ", since, "");
	setting_put(db, "support_phone", "0217 385 0115", since, "");
	if (!units(&s) || !settle_people(&s) || !plan(&s) || !dictionary(&s))
		return s.wrong;
	groups(&s);
	receive(&s);
	sign_up(&s);
	form(&s);
	closed(&s);
	opened(&s);
	evaluate(&s);
	return s.wrong;
}
