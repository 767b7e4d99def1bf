/* signup_blank.c - the sign-up of a unit as a form on paper. */

#include "cgi-bin/lib/blank.h"
#include "cgi-bin/lib/signup_page.h"
#include "db/unit.h"

enum { OWN_ROWS = 5, NOTE_LINES = 5 };

int
signup_blank(struct req *r)
{
	struct signup *s = signup_of_unit(signup_mine_of(r), r->id2);
	const char *const heads[] = { tr(r->lang, "Chỉ số"), tr(r->lang, "Đơn vị tính"),
	    tr(r->lang, "Năm"), tr(r->lang, "Chỉ tiêu"), tr(r->lang, "Ghi bằng lời, diễn giải"), NULL };

	if (!s)
		return 404;
	crumb(r, tr(r->lang, "Đăng ký"), "/signup");
	blank_open(r, unit_issuer(r->db, r->mem, s->unit, r->today), tr(r->lang, "Đăng ký tham gia và chỉ tiêu"), s->subject);
	blank_ask(r, tr(r->lang, "Đơn vị đăng ký"), s->unit_name);
	blank_ask(r, tr(r->lang, "Theo kế hoạch"), signup_number(r, s->number));
	if (*s->due)
		blank_ask(r, tr(r->lang, "Hạn đăng ký"), due_text(r, s->due));
	struct view *t = blank_table(r, tr(r->lang, "Chỉ tiêu của đơn vị"), heads);
	for (struct signup_indicator *i = signup_indicators(r->db, r->mem, s->plan, s->unit,
	    s->unit_kind, r->today); i; i = i->next)
		if (i->asked)
			blank_row(t, heads, (const char *const[]){ i->name, i->measure, NULL });
	for (int i = 0; i < OWN_ROWS; i++)
		blank_row(t, heads, (const char *const[]){ NULL });
	blank_lines(r, tr(r->lang, "Ghi chú"), tr(r->lang,
	    "Nếu có: cách làm, điều kiện kèm theo, hoặc vì sao chưa đặt chỉ tiêu."), NOTE_LINES);
	return blank_show(r);
}
