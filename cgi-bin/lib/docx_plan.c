/* docx_plan.c - a plan as a .docx in the layout of Decree 30/2020/NĐ-CP (plan_page.h). */

#include "cgi-bin/lib/plan_change_page.h"

#include "cgi-bin/lib/decree.h"
#include "cgi-bin/lib/docx_out.h"

static const struct plan_clause *
there(const struct plan_clause *c)
{
	while (c && !strcmp(c->act, "drop"))
		c = c->next;
	return c;
}

static void
add_corrections(struct req *r, struct docx_out *b, const struct plan_clause *c)
{
	for (const struct plan_correction *k = c->corrected; k; k = k->next)
		docx_paragraph(b, mem_printf(r->mem, "(%s: %s)", plan_correction_note(r, "vi", k), k->text),
		    DECREE_BODY, DOCX_TEXT | DOCX_ITALIC);
}

static void
add_clause(struct req *r, struct docx_out *b, const struct plan_clause *c, int how)
{
	decree_add_clause(r, b, c->markdown, how);
	add_corrections(r, b, c);
}

/* Up to the first annex, which it answers, or NULL.  The last clause keeps with the
 * signature, which is never alone on a page. */
static const struct plan_clause *
add_body(struct req *r, struct docx_out *b, const struct plan *p, const char *day)
{
	const struct plan_clause *c = there(plan_clauses_marked(r->db, r->mem, p, day, 0)), *next;

	for (struct plan_basis *at = plan_bases(r->db, r->mem, p->id); at; at = at->next)
		docx_paragraph(b, at->text, DECREE_BODY, DOCX_TEXT | DOCX_ITALIC);
	decree_add_lines(r, b, p->preamble, DECREE_BODY, DOCX_TEXT);
	for (; c && !plan_annexed(r, c); c = next) {
		next = there(c->next);
		add_clause(r, b, c, next && !plan_annexed(r, next) ? 0 : DOCX_KEEP);
	}
	return c;
}

/* Each on pages of its own: its number, its title, and what it is annexed to, in the middle. */
static void
add_annexes(struct req *r, struct docx_out *b, const struct plan_clause *c)
{
	for (bool top = false; c; c = there(c->next)) {
		if (plan_annexed(r, c)) {
			struct annex a = plan_annex(r, c);
			docx_part(b);
			docx_paragraph(b, a.label, DECREE_BODY, DOCX_BOLD | DOCX_CENTRE | DOCX_KEEP);
			if (*a.title)
				docx_paragraph(b, a.title, DECREE_BODY, DOCX_BOLD | DOCX_CENTRE | DOCX_KEEP);
			add_corrections(r, b, c);
			top = true;
			continue;
		}
		if (top && plan_annexed_to(c))
			docx_paragraph(b, c->text, DECREE_BODY, DOCX_ITALIC | DOCX_CENTRE);
		else
			add_clause(r, b, c, 0);
		top = false;
	}
}

int
plan_docx(struct req *r, const struct plan *p)
{
	struct docx_out *b = docx_out_new(r->mem);
	const char *day = plan_day_asked(r);

	if (!day)
		return 400;
	struct decree d = plan_decree(r, p, day);
	decree_add_head(r, b, &d);
	const struct plan_clause *annexes = add_body(r, b, p, day);
	decree_add_foot(r, b, &d);
	add_annexes(r, b, annexes);
	return decree_give(r, b, mem_printf(r->mem, "ke-hoach-%lld.docx", (long long)p->id));
}
