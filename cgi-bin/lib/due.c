/* due.c - due dates as they are read. */

#include "cgi-bin/lib/due.h"

#include <string.h>

#include "cgi-bin/lib/page.h"
#include "db/holiday.h"
#include "db/text.h"

const char *
due_last(struct req *r, const char *due)
{
	return due_last_day(r->db, r->mem, due);
}

const char *
weekday(struct req *r, const char *day)
{
	static const char *const names[] = { "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu",
	    "Thứ Bảy", "Chủ nhật" };
	static const char monday[] = "2024-01-01";

	return tr(r->lang, names[(text_days(monday, day) % 7 + 7) % 7]);
}

const char *
due_words(struct req *r, const char *due, const char *last_day, const char *holiday)
{
	const char *on = text_of_day(r->mem, due);

	if (!strcmp(due, last_day))
		return on;
	return tr_with(r->mem, r->lang, "{1} ({2}, lùi đến {3})", on, *holiday ? holiday
	    : weekday(r, due), text_of_day(r->mem, last_day));
}

const char *
due_text(struct req *r, const char *due)
{
	return due_words(r, due, due_last(r, due), due_holiday(r->db, r->mem, due));
}
