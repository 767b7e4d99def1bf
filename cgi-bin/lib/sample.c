/* sample.c - see sample.h. */

#include "cgi-bin/lib/sample.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/sheet.h"
#include "cgi-bin/lib/unit_import.h"
#include "db/account.h"
#include "db/audit.h"
#include "db/credential.h"
#include "db/flow.h"
#include "db/indicator.h"
#include "db/mandate.h"
#include "db/plan.h"
#include "db/report.h"
#include "db/report_form.h"
#include "db/signup.h"
#include "db/text.h"
#include "db/unit.h"

static const char password[] = "lua nep thom ban Pa Sang";
static const char since[] = "2020-01-01";
enum { DAY_SECONDS = 86400, MORNING = 3 * 3600 };

struct sample {
	struct db *db, *secret;
	struct mem *mem;
	const char *dir, *today, *wrong;
	int64_t now, plan, form, sections[5];
	FILE *out;
};

const char *
sample_file(struct mem *mem, const char *dir, const char *name, size_t *length)
{
	const char *path = *dir ? mem_printf(mem, "%s/%s", dir, name) : name;
	FILE *f = fopen(path, "rb");
	char *text = NULL;
	size_t got, room = 1 << 16;

	*length = 0;
	if (!f)
		return NULL;
	do {
		char *more = mem_take(mem, room + 1);
		if (*length)
			memcpy(more, text, *length);
		text = more;
		got = fread(text + *length, 1, room - *length, f);
		*length += got;
		room *= 2;
	} while (got);
	fclose(f);
	return text;
}

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
	size_t n;
	const char *bytes = sample_file(s->mem, s->dir, name, &n);
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
note(struct sample *s, int64_t at, int64_t account, const char *action, int64_t entity)
{
	audit_add(s->db, s->mem, &(struct audit_line){ .at = at, .account = account,
	    .address = "portalctl", .action = action, .entity = entity });
}

/* Noon of the day that lies so many days from today. */
static int64_t
days_from_now(const struct sample *s, int64_t days)
{
	return s->now - s->now % DAY_SECONDS + MORNING + days * DAY_SECONDS;
}

static const char *
day_of(const struct sample *s, int64_t at)
{
	return text_day_add(s->mem, s->today, at / DAY_SECONDS - s->now / DAY_SECONDS);
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
		note(s, s->now, 0, "unit.import", r->id);
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
	int n = 0;

	for (int i = 0; i < 3; i++)
		ids[i] = unit_group_add(s->db, &(struct unit_group){
		    .kind = i < 2 ? "cluster" : "bloc", .name = names[i], .unit = root,
		    .valid_from = from, .document = "12/TB-UBND" });
	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		const char *kind = cell(s, sheet_, r, "Loại");
		bool commune = !strcmp(kind, "commune");
		if (!commune && strcmp(kind, "department"))
			continue;
		unit_member_add(s->db, ids[commune ? n % 2 : 2],
		    unit_of(s, cell(s, sheet_, r, "Mã")), n < 3, from);
		n += commune;
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
		int64_t id = known ? known->id : account_add(s->db, &(struct account){
		    .login = login, .name = name, .phone = cell(s, sheet_, r, "phone"),
		    .name_key = text_name_key(s->mem, name),
		    .name_plain = text_plain(s->mem, name) }, s->now);
		if (!known)
			credential_set(s->secret, id, hash, s->now);
		mandate_add(s->db, &(struct mandate){ .account = id, .unit = unit_of(s, unit),
		    .role = role, .post = cell(s, sheet_, r, "post"), .valid_from = since,
		    .valid_to = "9999-12-31", .document = "" });
		note(s, s->now, 0, "account.add", id);
		if (*cell(s, sheet_, r, "shown"))
			fprintf(s->out, "  %-12s %-14s %s (%s)\n", login, role, name, unit);
	}
	return !s->wrong;
}

/* The account that holds that role for that unit, or 0. */
static int64_t
who(struct sample *s, const char *role, const char *unit)
{
	struct sheet *sheet_ = sheet(s, "people.csv");

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next)
		if (!strcmp(cell(s, sheet_, r, "role"), role)
		    && !strcmp(cell(s, sheet_, r, "unit"), unit))
			return account_by_login(s->db, s->mem, cell(s, sheet_, r, "login"))->id;
	return 0;
}

static const char *
nothing(const void *record, const char *field)
{
	(void)record; (void)field;
	return "";
}

/* Moves a case as a person would, at that moment; `by` 0 is an operator. */
static int64_t
move(struct sample *s, int64_t id, const char *name, int64_t by, int64_t at,
    const char *reason, const struct plan *p, const char *action, int64_t entity)
{
	struct flow_ask ask = { .flow_case = id, .account = by, .now = at, .move = name,
	    .day = s->today, .reason = reason, .value = p ? plan_value : nothing, .record = p };
	enum flow_answer a = by ? flow_move(s->db, s->mem, &ask) : flow_force(s->db, s->mem, &ask);

	if (a != FLOW_DONE)
		fail(s, action, mem_printf(s->mem, "%s is refused (%d)", name, (int)a));
	note(s, at, by, action, entity);
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

/* Lines that name a kind of unit go to it. */
static void
address(struct sample *s)
{
	static const char *const kinds[][2] = {
		{ "Các sở, ban, ngành", "department" }, { "Mặt trận Tổ quốc, các đoàn thể tỉnh", "front" },
		{ "Các xã, phường", "commune" }, { "Các doanh nghiệp, hợp tác xã", "enterprise" },
	};
	struct plan_recipient *all = plan_recipients(s->db, s->mem, s->plan, s->today, "vi");

	for (struct plan_recipient *r = all; r; r = r->next)
		for (size_t i = 0; i < 4; i++)
			if (!strcmp(r->text, kinds[i][0]))
				r->kind = kinds[i][1], r->purpose = "act";
	plan_put_recipients(s->db, s->plan, all);
}

static bool
plan(struct sample *s)
{
	size_t n;
	const char *bytes = sample_file(s->mem, s->dir, "plan.txt", &n);
	const char *text = bytes ? text_nfc(s->mem, bytes, n) : NULL;
	int64_t author = who(s, "specialist", "31"), at = s->now - 250 * DAY_SECONDS;

	if (!text)
		return fail(s, "plan.txt", "cannot be read");
	s->plan = plan_take_in(s->db, s->mem, text, unit_of(s, "31"), author, at);
	note(s, at, author, "plan.add", s->plan);
	judge(s);
	address(s);
	struct plan *p = plan_get(s->db, s->mem, s->plan, "vi");
	p->signup_due = mem_printf(s->mem, "%.4s-04-30", p->date);
	plan_change(s->db, p);
	move(s, p->flow_case, "submit", author, at + DAY_SECONDS, "", p, "plan.submit", p->id);
	move(s, p->flow_case, "return", who(s, "signer", "31"), at + 2 * DAY_SECONDS,
	    "Bổ sung hạn các đơn vị đăng ký chỉ tiêu ở mục V.", p, "plan.return", p->id);
	move(s, p->flow_case, "submit", author, at + 3 * DAY_SECONDS, "", p, "plan.submit", p->id);
	move(s, p->flow_case, "approve", who(s, "signer", "31"), at + 4 * DAY_SECONDS, "", p,
	    "plan.approve", p->id);
	move(s, p->flow_case, "issue", who(s, "clerk", "31"), at + 5 * DAY_SECONDS, "", p,
	    "plan.issue", p->id);
	plan_settle(s->db, s->mem, p->id, s->today, at + 5 * DAY_SECONDS);
	return !s->wrong;
}

/* Most have opened it, many have acknowledged. */
static void
receive(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "people.csv");
	int64_t at = s->now - 244 * DAY_SECONDS;
	int n = 0;

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		const char *unit = cell(s, sheet_, r, "unit");
		if (strcmp(cell(s, sheet_, r, "role"), "unit_officer") || !strcmp(unit, "04249"))
			continue;
		int64_t by = account_by_login(s->db, s->mem, cell(s, sheet_, r, "login"))->id;
		plan_note_opened(s->db, s->plan, unit_of(s, unit), by, at + n * 5000);
		if (n++ % 5 == 4)
			continue;
		if (plan_acknowledge(s->db, s->plan, unit_of(s, unit), by, at + n * 9000))
			note(s, at + n * 9000, by, "plan.receive", s->plan);
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
	int64_t issued = s->now - 245 * DAY_SECONDS;

	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
		int64_t unit = unit_of(s, said[i].unit), at = issued + said[i].days * DAY_SECONDS;
		int64_t by = who(s, "unit_officer", said[i].unit);
		struct signup g = { .flow_case = flow_open(s->db, "signup", unit, by, at),
		    .plan = s->plan, .unit = unit,
		    .note = "Giao từng thành viên phụ trách một bản, tổ dân phố." };
		int64_t year = strtoll(s->today, NULL, 10);
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
	const char *wrong;

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next)
		indicator_add(s->db, &(struct indicator){
		    .code = cell(s, sheet_, r, "code"), .name = cell(s, sheet_, r, "name"),
		    .measure = cell(s, sheet_, r, "measure"),
		    .decimals = strtoll(cell(s, sheet_, r, "decimals"), NULL, 10),
		    .rule = cell(s, sheet_, r, "rule"),
		    .numerator = indicator_id(s->db, cell(s, sheet_, r, "numerator")),
		    .denominator = indicator_id(s->db, cell(s, sheet_, r, "denominator")) });
	struct indicator_term *terms = indicator_terms(s->db, s->mem,
	    "ho_ngheo_dk - thoat_ngheo + tai_ngheo + phat_sinh = ho_ngheo_ck", &wrong);
	if (!terms)
		return fail(s, "indicators.csv", "the sum of poor households");
	indicator_check_add(s->db, "cuối kỳ phải bằng đầu kỳ trừ thoát nghèo cộng tái nghèo"
	    " cộng phát sinh", terms);
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

/* The n-th quarter before the last one whose window has ended; its due dates. */
static int64_t
period(struct sample *s, int back, const char *commune_due, const char *other_due)
{
	struct report_window w;
	int64_t year = strtoll(s->today, NULL, 10), quarter = 4;

	while (report_window(s->mem, "quarter", year, quarter, &w)
	    && (strcmp(w.to, s->today) >= 0 || back--))
		if (!--quarter)
			year--, quarter = 4;
	int64_t id = report_period_add(s->db, &(struct report_period){ .form = s->form,
	    .name = w.name, .window_from = w.from, .window_to = w.to, .opens = w.opens,
	    .source = "" });
	report_due_put(s->db, id, "commune", commune_due ? commune_due : w.due);
	report_due_put(s->db, id, "department", other_due ? other_due : w.due);
	report_due_put(s->db, id, "front", other_due ? other_due : w.due);
	return id;
}

static int64_t
answer(struct sample *s, int64_t period_, const char *number, const char *unit, int64_t at)
{
	struct sheet *sheet_ = sheet(s, "report.csv");
	int64_t by = who(s, "unit_officer", unit), at_unit = unit_of(s, unit), value;
	int64_t id = report_open(s->db, flow_open(s->db, "report", at_unit, by, at), period_,
	    at_unit, by, at);

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		if (strcmp(cell(s, sheet_, r, "period"), number)
		    || strcmp(cell(s, sheet_, r, "unit"), unit))
			continue;
		if (!text_number(cell(s, sheet_, r, "value"), 2, &value))
			fail(s, "report.csv", cell(s, sheet_, r, "value"));
		report_value_put(s->db, id, indicator_id(s->db, cell(s, sheet_, r, "code")), value);
	}
	const char *text = "Đơn vị phân công từng người theo dõi hộ, giúp đúng việc hộ cần:\n\n"
	    "- sửa nhà trước mùa mưa;\n- giới thiệu việc làm gần nhà.";
	report_text_put(s->db, id, s->sections[3], text, markdown(s->mem, text).text);
	report_saved(s->db, id, by, at);
	note(s, at, by, "report.save", id);
	return id;
}

/* Takes a report as far as that state, a day a step. */
static void
bring(struct sample *s, int64_t id, const char *unit, const char *state, int64_t at)
{
	struct report *r = report_get(s->db, s->mem, id, "vi");
	int64_t officer = who(s, "unit_officer", unit), leader = who(s, "unit_leader", unit);
	int64_t reviewer = who(s, "specialist", "31"), step;

	if (!strcmp(state, "draft"))
		return;
	move(s, r->flow_case, "submit", officer, at, "", NULL, "report.submit", id);
	if (!strcmp(state, "signing"))
		return;
	at += DAY_SECONDS / 4;
	move(s, r->flow_case, "send", leader, at, "", NULL, "report.send", id);
	report_send_copy(s->db, s->mem, id, leader, at, day_of(s, at));
	if (!strcmp(state, "sent"))
		return;
	at += DAY_SECONDS / 2;
	/* The department whose officer is the reviewer himself is accepted by another. */
	if (officer == reviewer)
		reviewer = account_by_login(s->db, s->mem, "mai.lt")->id;
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
	int64_t at = days_from_now(s, text_days(s->today, p->window_to) + 2);

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next) {
		const char *kind = cell(s, sheet_, r, "Loại"), *unit = cell(s, sheet_, r, "Mã");
		if (strcmp(kind, "commune") && strcmp(kind, "department") && strcmp(kind, "front"))
			continue;
		bring(s, answer(s, id, "1", unit, at + n * 1800), unit, "accepted",
		    at + n * 1800 + DAY_SECONDS);
		n++;
	}
}

static void
opened(struct sample *s)
{
	struct sheet *sheet_ = sheet(s, "state.csv");
	int64_t id = period(s, 0, text_day_add(s->mem, s->today, -3),
	    text_day_add(s->mem, s->today, 7)), n = 0;

	for (struct sheet_row *r = sheet_ ? sheet_->rows->next : NULL; r; r = r->next, n++) {
		int64_t at = days_from_now(s, -8) + n * 900;
		const char *unit = cell(s, sheet_, r, "unit");
		bring(s, answer(s, id, "2", unit, at), unit, cell(s, sheet_, r, "state"),
		    at + DAY_SECONDS);
	}
	report_remind(s->db, id, unit_of(s, "04249"), who(s, "specialist", "31"),
	    days_from_now(s, -2));
	report_remind(s->db, id, unit_of(s, "04249"), who(s, "specialist", "31"),
	    days_from_now(s, -1));
}

const char *
sample_load(struct db *db, struct db *secret, struct mem *mem, const char *dir, int64_t now,
    const char *today, FILE *out)
{
	struct sample s = { .db = db, .secret = secret, .mem = mem, .dir = dir, .now = now,
	    .today = today, .out = out };

	setting_put(db, "office", "tỉnh Hà Lâm", since);
	setting_put(db, "standing_body", "Cơ quan thường trực: Sở Nội vụ", since);
	setting_put(db, "support_phone", "0217 385 0115", since);
	if (!units(&s) || !settle_people(&s) || !plan(&s) || !dictionary(&s))
		return s.wrong;
	groups(&s);
	receive(&s);
	sign_up(&s);
	form(&s);
	closed(&s);
	opened(&s);
	return s.wrong;
}
