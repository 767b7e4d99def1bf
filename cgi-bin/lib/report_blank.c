/* report_blank.c - what a unit is asked, in a period or before there is one, as a form on
 * paper. */

#include "cgi-bin/lib/blank.h"
#include "cgi-bin/lib/report_page.h"
#include "db/unit.h"

enum { NARRATIVE = 14, EXPLANATION = 5 };

#define FIGURE_HEADS(r_) { tr((r_)->lang, "Chỉ số"), tr((r_)->lang, "Đơn vị tính"), \
	tr((r_)->lang, "Kỳ này"), NULL }

static const char *
at_hand(struct req *r, const char *rule, bool carried)
{
	return !strcmp(rule, "rate") ? tr(r->lang, "cổng tính")
	    : carried ? tr(r->lang, "lấy từ kỳ trước") : "";
}

static void
show_figures(struct req *r, const struct report_section *s)
{
	const char *const heads[] = FIGURE_HEADS(r);
	struct view *t = blank_table(r, s->title, heads);

	for (const struct report_line *l = s->lines; l; l = l->next)
		blank_row(t, heads, (const char *const[]){ l->name, l->measure, at_hand(r, l->rule, l->carried),
		    NULL });
}

/* Before it is opened too: figures are gathered on paper meanwhile. */
int
report_blank(struct req *r)
{
	struct report *p = report_of(r->db, r->mem, r->id, r->id2, r->lang);

	if (!p || !may_here(r, "report.view", p->unit))
		return 404;
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	blank_open(r, unit_issuer(r->db, r->mem, p->unit, p->window_to), p->form_name, "");
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

/* "Tiêu chí (Xã, phường; Thôn, bản)": what not every unit is asked says who is. */
static const char *
for_whom(struct req *r, const struct report_section_form *s)
{
	const char *text = "", *kinds = mem_printf(r->mem, " %s ", s->kinds);

	for (struct unit_kind *k = *s->kinds ? unit_kinds(r->db, r->mem, "", r->lang) : NULL; k;
	    k = k->next)
		if (strstr(kinds, mem_printf(r->mem, " %s ", k->kind)))
			text = mem_printf(r->mem, "%s%s%s", text, *text ? "; " : "", k->label);
	return *text ? mem_printf(r->mem, "%s (%s)", s->title, text) : s->title;
}

static void
show_lines(struct req *r, const struct report_section_form *s)
{
	struct report_line_form *l = report_section_lines(r->db, r->mem, s->id);
	const char *const heads[] = FIGURE_HEADS(r);
	struct view *t = l ? blank_table(r, for_whom(r, s), heads) : NULL;

	for (; l; l = l->next)
		blank_row(t, heads, (const char *const[]){ l->name, l->measure,
		    at_hand(r, l->rule, l->carry), NULL });
}

/* An office prints it before the period is made; who will answer it, too. */
int
report_form_blank(struct req *r)
{
	struct report_form *f = report_form_get(r->db, r->mem, r->id);

	if (!f || (!report_form_is_asked(r->db, f->id, r->who.id, r->today)
	    && !may_here(r, "report.design", f->unit)))
		return 404;
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	blank_open(r, "", f->name, f->document);
	blank_ask(r, tr(r->lang, "Đơn vị báo cáo"), "");
	blank_ask(r, tr(r->lang, "Kỳ báo cáo"), "");
	blank_ask(r, tr(r->lang, "Cơ quan yêu cầu"), f->unit_name);
	for (struct report_section_form *s = report_form_sections(r->db, r->mem, f->id); s;
	    s = s->next)
		if (!strcmp(s->kind, "text"))
			blank_lines(r, for_whom(r, s), s->hint, NARRATIVE);
		else
			show_lines(r, s);
	blank_lines(r, tr(r->lang, "Giải trình số liệu bất thường"), "", EXPLANATION);
	return blank_show(r);
}
