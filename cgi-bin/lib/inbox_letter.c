/*
 * inbox_letter.c - the reminder letter (công văn đôn đốc) to all units that are late with a
 * period's report, a plan's sign-up, a round's score sheets, a task, a plan of their own or an
 * answer to a proposal or conclusion, on paper by Decree 30/2020/NĐ-CP.
 */

#include "cgi-bin/lib/inbox_page.h"
#include "cgi-bin/lib/wrap.h"

/* What is late, by its duty: where its letter is, its word in the list, and the parts of
 * the letter that speak of it. */
static const struct part {
	const char *duty, *place, *word, *about, *asks;
} parts[] = {
	{ "report",     "period", "Báo cáo",          "REPORT", "REPORT_ASKED" },
	{ "signup",     "plan",   "Đăng ký tham gia", "SIGNUP", "SIGNUP_ASKED" },
	{ "evaluation", "round",  "Phiếu chấm điểm",  "SHEETS", "SHEETS_ASKED" },
	{ "task",       "task",   "Nhiệm vụ",         "TASK", "TASK_ASKED" },
	{ "plan",       "own",    "Kế hoạch của đơn vị", "OWN", "OWN_ASKED" },
	{ "document",   "document", "Trả lời kiến nghị, kết luận", "ANSWER", "ANSWER_ASKED" },
};

static const struct part *
part_of(const struct letter *l)
{
	const struct part *p = parts;

	while (strcmp(p->duty, l->duty))
		p++;
	return p;
}

/* Of "ngày 05 tháng 01 năm 2026" what stands after the day, which is the registry's. */
static const char *
month_of(const char *day)
{
	const char *at = strchr(day, ' ');

	at = at ? strchr(at + 1, ' ') : NULL;
	return at ? at + 1 : day;
}

static const struct column columns[] = {
	{ "what", "Kỳ báo cáo, kế hoạch, đợt đánh giá, nhiệm vụ, kiến nghị, kết luận", CELL_TEXT, true },
	{ "duty", "Việc", CELL_TEXT, true },
	{ "due", "Hạn", CELL_DAY, true },
	{ "late", "Số đơn vị chậm", CELL_COUNT, true },
	{ 0 }
};

int
inbox_letters(struct req *r)
{
	struct table *t = table_new(r, "Còn đơn vị quá hạn", columns);
	int64_t n = 0;

	for (struct letter *l = letter_list(r->db, r->mem, r->who.id, r->today); l; l = l->next, n++) {
		table_row(t, mem_printf(r->mem, "/inbox/letter/%s/%lld",
		    part_of(l)->place, (long long)l->record));
		table_text(t, l->what);
		table_text(t, tr(r->lang, part_of(l)->word));
		table_day(t, l->due);
		table_count(t, l->late);
	}
	table_whole(t);
	title(r, tr(r->lang, "Công văn đôn đốc"));
	crumb(r, tr(r->lang, "Thông báo"), "/inbox");
	return table_show(r, 200, "inbox_letters", t, n,
	    "Hôm nay không có đơn vị nào quá hạn trong phạm vi bạn theo dõi.");
}

static int
show_letter(struct req *r, const char *duty)
{
	struct letter *l = letter_get(r->db, r->mem, duty, r->id, r->who.id, r->today);
	int64_t n = 0;

	if (!l)
		return 404;
	if (*l->over)
		wrap_show(r, "OVER", l->over);
	wrap_show(r, "ISSUER", l->issuer);
	view_text(r->view, "place", *l->place ? l->place : "..........");
	view_text(r->view, "month_year", month_of(text_of_day_long(r->mem, r->today)));
	view_text(r->view, "what", l->what);
	view_date(r->view, "today", r->today);
	view_text(r->view, "late", number(r, l->late, 0));
	view_add(r->view, part_of(l)->about);
	view_add(r->view, part_of(l)->asks);
	for (struct duty *d = letter_units(r->db, r->mem, l, r->who.id, r->today); d; d = d->next) {
		struct view *v = view_add(r->view, "ROW");
		view_int(v, "n", ++n);
		view_text(v, "unit", d->unit_name);
		view_date(v, "due", d->due);
		view_text(v, "days", number(r, d->days, 0));
		view_add(v, d->back ? "BACK" : !strcmp(duty, "plan") ? "NOT_ISSUED" : "MISSING");
	}
	view_add_around(r->view, "SHEET");
	title(r, tr_with(r->mem, r->lang, "Công văn đôn đốc: {1}", l->what, NULL, NULL));
	crumb(r, tr(r->lang, "Thông báo"), "/inbox");
	crumb(r, tr(r->lang, "Công văn đôn đốc"), "/inbox/letter");
	return show(r, 200, "inbox_letter");
}

int
inbox_letter_of_period(struct req *r)
{
	return show_letter(r, "report");
}

int
inbox_letter_of_plan(struct req *r)
{
	return show_letter(r, "signup");
}

int
inbox_letter_of_round(struct req *r)
{
	return show_letter(r, "evaluation");
}

int
inbox_letter_of_task(struct req *r)
{
	return show_letter(r, "task");
}

int
inbox_letter_of_own(struct req *r)
{
	return show_letter(r, "plan");
}

int
inbox_letter_of_document(struct req *r)
{
	return show_letter(r, "document");
}
