/* report_blank.c - what a unit is asked in a period, as a form on paper. */

#include "cgi-bin/lib/blank.h"
#include "cgi-bin/lib/report_page.h"

enum { NARRATIVE = 14, EXPLANATION = 5 };

static const char *
at_hand(struct req *r, const struct report_line *l)
{
	return !strcmp(l->rule, "rate") ? tr(r->lang, "cổng tính")
	    : l->carried ? tr(r->lang, "lấy từ kỳ trước") : "";
}

static void
show_figures(struct req *r, const struct report_section *s)
{
	const char *const heads[] = { tr(r->lang, "Chỉ số"), tr(r->lang, "Đơn vị tính"),
	    tr(r->lang, "Kỳ này"), NULL };
	struct view *t = blank_table(r, s->title, heads);

	for (const struct report_line *l = s->lines; l; l = l->next)
		blank_row(t, heads, (const char *const[]){ l->name, l->measure, at_hand(r, l), NULL });
}

/* Before it is opened too: figures are gathered on paper meanwhile. */
int
report_blank(struct req *r)
{
	struct report *p = report_of(r->db, r->mem, r->id, r->id2, r->lang);

	if (!p || !may_here(r, "report.view", p->unit))
		return 404;
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	blank_open(r, p->unit_name, p->form_name, "");
	blank_ask(r, tr(r->lang, "Đơn vị báo cáo"), p->unit_name);
	blank_ask(r, tr(r->lang, "Kỳ báo cáo"), mem_printf(r->mem, "%s, %s", p->period_name,
	    report_window_text(r, p->window_from, p->window_to)));
	blank_ask(r, tr(r->lang, "Hạn gửi"), due_words(r, p->due, p->last_day, p->holiday));
	for (struct report_section *s = report_sections(r->db, r->mem, p); s; s = s->next)
		if (!strcmp(s->kind, "text"))
			blank_lines(r, s->title, s->hint, NARRATIVE);
		else if (s->lines)
			show_figures(r, s);
	blank_lines(r, tr(r->lang, "Giải trình số liệu bất thường"), "", EXPLANATION);
	return blank_show(r);
}
