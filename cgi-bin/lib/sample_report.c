/* sample_report.c - reports of the sample: what is asked, a period that all have answered
 * and one that is under way. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/markdown.h"
#include "db/indicator.h"
#include "db/report.h"
#include "db/report_form.h"
#include "db/text.h"

enum { SETTLED = 21 };	/* days after a window's end in which all may have answered */

bool
sample_dictionary(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "indicators.csv");
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

	for (struct sheet_row *r = sample_rows(t); r; r = r->next)
		indicator_add(s->db, &(struct indicator){
		    .code = sample_cell(s, t, r, "code"), .name = sample_cell(s, t, r, "name"),
		    .measure = sample_cell(s, t, r, "measure"),
		    .decimals = strtoll(sample_cell(s, t, r, "decimals"), NULL, 10),
		    .rule = sample_cell(s, t, r, "rule"),
		    .numerator = indicator_id(s->db, sample_cell(s, t, r, "numerator")),
		    .denominator = indicator_id(s->db, sample_cell(s, t, r, "denominator")) });
	for (size_t i = 0; i < sizeof(checks) / sizeof(*checks); i++) {
		struct indicator_term *terms = indicator_terms(s->db, s->mem, checks[i][0],
		    &relation, &wrong);
		if (!terms)
			return sample_fail(s, "indicators.csv: no such check", checks[i][0]);
		indicator_check_add(s->db, checks[i][1], relation, terms);
	}
	return !s->wrong;
}

/* Houses are the older plan's: one report serves both. */
static void
form(struct sample *s)
{
	static const struct {
		const char *title, *kind, *kinds, *hint, *lines;
		int plan;
	} parts[SAMPLE_SECTIONS] = {
		{ "I. Biến động hộ nghèo trong kỳ", "figures", "commune", "",
		    "tong_ho ho_ngheo_dk<ho_ngheo_ck thoat_ngheo tai_ngheo phat_sinh ho_ngheo_ck"
		    " can_ngheo ngheo_dtts ty_le_ngheo", 0 },
		{ "II. Nguồn lực huy động trong kỳ", "figures", "", "", "ngan_sach quy_vnn dong_gop", 0 },
		{ "III. Nhà ở làm mới, sửa chữa", "figures", "", "", "nha_o", 1 },
		{ "IV. Việc làm, mô hình", "figures", "", "", "viec_lam mo_hinh", 0 },
		{ "V. Kết quả và cách làm", "text", "", "Viết ngắn, nêu việc, nơi, số.", "", 0 },
		{ "VI. Khó khăn, kiến nghị", "text", "", "", "", 0 },
	};

	s->form = report_form_add(s->db, &(struct report_form){ .unit = sample_unit(s, "31"),
	    .name = "Báo cáo kết quả phong trào Chung sức vì người nghèo", .kind = "periodic",
	    .document = "118/KH-UBND" });
	for (size_t i = 0; i < SAMPLE_SECTIONS; i++) {
		char *lines = mem_text(s->mem, parts[i].lines), *code;
		int64_t seq = 1;
		s->sections[i] = report_section_add(s->db, s->mem, &(struct report_section_form){
		    .form = s->form, .plan = s->plan[parts[i].plan].id, .title = parts[i].title,
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
 * answered and late today; its due dates, and the date of a plan from which it was opened. */
static int64_t
period(struct sample *s, int back, const char *commune_due, const char *other_due, int64_t date)
{
	struct report_window w;
	int64_t year = strtoll(s->today, NULL, 10), quarter = 4;

	while (report_window(s->mem, "quarter", year, quarter, &w)
	    && (text_days(w.to, s->today) < SETTLED || back--))
		if (!--quarter)
			year--, quarter = 4;
	int64_t id = report_period_add(s->db, &(struct report_period){ .form = s->form,
	    .name = w.name, .plan_date = date, .window_from = w.from, .window_to = w.to, .opens = w.opens,
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
		sample_fail(s, "a unit answers that need not, or not yet by its figures",
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
	struct sheet *t = sample_sheet(s, "report.csv");
	int64_t by = sample_who(s, "unit_officer", unit), at_unit = sample_unit(s, unit), value;

	if (s->wrong)
		return 0;
	int64_t id = report_open(s->db, flow_open(s->db, "report", at_unit, by, at), period_,
	    at_unit, by, at);

	for (struct sheet_row *r = sample_rows(t); r; r = r->next) {
		if (strcmp(sample_cell(s, t, r, "period"), number)
		    || strcmp(sample_cell(s, t, r, "unit"), unit))
			continue;
		if (!text_number(sample_cell(s, t, r, "value"), 2, &value))
			sample_fail(s, "report.csv: no number", sample_cell(s, t, r, "value"));
		else
			report_value_put(s->db, id, indicator_id(s->db, sample_cell(s, t, r, "code")),
			    value);
	}
	if (s->wrong)
		return 0;
	const char *text = told(s, id, period_, at_unit);
	report_text_put(s->db, id, s->sections[SAMPLE_SECTIONS - 2], text, markdown(s->mem, text).text);
	report_saved(s->db, id, by, at);
	sample_note(s, at, by, "report.save", id);
	return id;
}

static int64_t
step(struct sample *s, const struct report *r, const char *name, int64_t by, int64_t at,
    const char *reason)
{
	return sample_move(s, &(struct sample_move){ .flow_case = r->flow_case, .move = name,
	    .by = by, .at = at, .reason = reason, .entity = r->id,
	    .action = mem_printf(s->mem, "report.%s", name) });
}

/* Takes a report as far as that state: submitted n working days after that day, reviewed
 * on the next one. */
static void
bring(struct sample *s, int64_t id, const char *unit, const char *state, const char *day,
    int64_t n, int64_t minutes)
{
	struct report *r = s->wrong ? NULL : report_get(s->db, s->mem, id, "vi");
	int64_t officer = sample_who(s, "unit_officer", unit);
	int64_t leader = sample_who(s, "unit_leader", unit), back;

	if (s->wrong || !strcmp(state, "draft"))
		return;
	step(s, r, "submit", officer, sample_office(s, day, n, minutes), "");
	if (!strcmp(state, "signing"))
		return;
	int64_t at = sample_office(s, day, n, minutes + 150);
	step(s, r, "send", leader, at, "");
	report_send_copy(s->db, s->mem, id, leader, at, sample_day(s, at));
	if (!strcmp(state, "sent"))
		return;
	at = sample_office(s, day, n + 1, minutes + 150);
	int64_t reviewer = sample_reviewer(s, officer);
	if (!strcmp(state, "accepted")) {
		step(s, r, "accept", reviewer, at, "");
		return;
	}
	back = step(s, r, "return", reviewer, at, "Số lao động được giới thiệu việc"
	    " làm cao hơn số đã gửi Sở Nội vụ trong quý. Đề nghị xã rà lại.");
	report_return_add(s->db, back, mem_printf(s->mem, "v%lld",
	    (long long)indicator_id(s->db, "viec_lam")),
	    "Danh sách xã gửi ngày 10 ít hơn số này; rà lại rồi ghi số khớp danh sách.");
}

/* Everyone answered the closed one. */
static void
closed(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "units.csv");
	int64_t n = 0;

	s->first_period = period(s, 1, NULL, NULL, 0);
	struct report_period *p = report_period_get(s->db, s->mem, s->first_period);
	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		const char *kind = sample_cell(s, t, r, "Loại"), *unit = sample_cell(s, t, r, "Mã");
		if (strcmp(kind, "commune") && strcmp(kind, "department") && strcmp(kind, "front"))
			continue;
		bring(s, answer(s, s->first_period, "1", unit, sample_office(s, p->window_to, 1,
		    10 + n * 10)), unit, "accepted", p->window_to, 2, 10 + n * 10);
		n++;
	}
}

/* Due so that two working days lie between then and today: one is late by one. */
static void
opened(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "state.csv");
	const char *due = sample_day(s, sample_office(s, s->today, -3, 0));
	int64_t id = period(s, 0, due, text_day_add(s->mem, s->today, 7), s->report_date), n = 0;

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next, n++) {
		const char *unit = sample_cell(s, t, r, "unit");
		int64_t days = *sample_cell(s, t, r, "late") ? -3 : -10 + n / 8, minutes = 10 + n % 8 * 30;
		bring(s, answer(s, id, "2", unit, sample_office(s, s->today, days, minutes)), unit,
		    sample_cell(s, t, r, "state"), s->today, days + 1, minutes);
	}
	for (int days = 2; days && !s->wrong; days--) {
		int64_t unit = sample_unit(s, "04249"), by = sample_who(s, "specialist", "31"),
		    at = sample_office(s, s->today, -days, 70);
		report_remind(s->db, id, unit, by, at);
		sample_note(s, at, by, "report.remind", unit);
	}
}

void
sample_report(struct sample *s)
{
	form(s);
	closed(s);
	opened(s);
}
