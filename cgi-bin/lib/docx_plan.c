/* docx_plan.c - a plan as a .docx in the layout of Decree 30/2020/NĐ-CP (plan_page.h). */

#include "cgi-bin/lib/plan_change_page.h"

#include "cgi-bin/lib/docx_out.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/wrap.h"

/* Half points, and the two columns of the head in twentieths of a point. */
enum { SMALL = 22, TWELVE = 24, HEAD = 26, BODY = 28, LEFT = 3742, RIGHT = 5612 };
/* What a bold letter of 14 points takes in the mean, in twentieths of a point. */
enum { LETTER = 130 };

static void
add_lines(struct req *r, struct docx_out *b, const char *lines, int size, int how)
{
	char *copy = mem_text(r->mem, lines), *line;

	while ((line = strsep(&copy, "\n")))
		if (*line)
			docx_paragraph(b, line, size, how);
}

/* Beside a rule of a third to a half of that line, as the decree has it under the subject. */
static int
beside_rule(const char *line)
{
	int64_t wide = text_length(line) * LETTER, sheet = LEFT + RIGHT;

	return (int)(sheet - (wide < sheet ? wide : sheet) * 2 / 5) / 2;
}

/* What is not known stays blank, to be written by hand. */
static void
add_head(struct req *r, struct docx_out *b, const struct plan *p, const char *day)
{
	const char *issuer = wrap_body(r->mem, *p->issuer ? p->issuer : p->unit_name);
	const char *merged = plan_merged_text(r, p, day);

	if (!p->stands)
		docx_paragraph(b, "DỰ THẢO", HEAD, DOCX_BOLD);
	docx_halves(b, LEFT, RIGHT);
	if (*p->over)
		add_lines(r, b, wrap_body(r->mem, p->over), HEAD, DOCX_CENTRE);
	add_lines(r, b, issuer, HEAD, DOCX_BOLD | DOCX_CENTRE);
	docx_rule(b, LEFT * 7 / 20);
	docx_other_half(b, RIGHT);
	docx_paragraph(b, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", TWELVE, DOCX_BOLD | DOCX_CENTRE);
	docx_paragraph(b, "Độc lập - Tự do - Hạnh phúc", HEAD, DOCX_BOLD | DOCX_CENTRE);
	docx_rule(b, 1216);
	docx_next_halves(b, LEFT);
	docx_paragraph(b, mem_printf(r->mem, "Số: %s", *p->number ? p->number : ".........."), HEAD, DOCX_CENTRE);
	docx_other_half(b, RIGHT);
	docx_paragraph(b, mem_printf(r->mem, "%s, %s", *p->place ? p->place : "..........",
	    *p->date ? text_of_day_long(r->mem, p->date) : "ngày ..... tháng ..... năm ....."), HEAD,
	    DOCX_ITALIC | DOCX_CENTRE);
	docx_halves_end(b);
	docx_paragraph(b, "", BODY, 0);
	docx_paragraph(b, text_upper(r->mem, *p->kind ? p->kind : "Kế hoạch"), BODY, DOCX_BOLD | DOCX_CENTRE);
	docx_paragraph(b, p->subject, BODY, DOCX_BOLD | DOCX_CENTRE);
	docx_rule(b, beside_rule(p->subject));
	if (*merged)
		docx_paragraph(b, mem_printf(r->mem, "(%s)", merged), BODY, DOCX_ITALIC | DOCX_CENTRE);
}

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
		    BODY, DOCX_TEXT | DOCX_ITALIC);
}

static void
add_clause(struct req *r, struct docx_out *b, const struct plan_clause *c, int how)
{
	bool titled = *c->markdown == '#';

	if (*c->markdown == '|')
		docx_table(b, c->markdown, HEAD);
	else
		docx_pieces(b, outline_pieces(r->mem, &(struct section){ .markdown = c->markdown }), BODY,
		    DOCX_TEXT | (titled ? DOCX_BOLD | DOCX_KEEP : 0) | how);
	add_corrections(r, b, c);
}

/* Up to the first annex, which it answers, or NULL.  The last clause keeps with the
 * signature, which is never alone on a page. */
static const struct plan_clause *
add_body(struct req *r, struct docx_out *b, const struct plan *p, const char *day)
{
	const struct plan_clause *c = there(plan_clauses_marked(r->db, r->mem, p, day, 0)), *next;

	for (struct plan_basis *at = plan_bases(r->db, r->mem, p->id); at; at = at->next)
		docx_paragraph(b, at->text, BODY, DOCX_TEXT | DOCX_ITALIC);
	add_lines(r, b, p->preamble, BODY, DOCX_TEXT);
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
			docx_paragraph(b, a.label, BODY, DOCX_BOLD | DOCX_CENTRE | DOCX_KEEP);
			if (*a.title)
				docx_paragraph(b, a.title, BODY, DOCX_BOLD | DOCX_CENTRE | DOCX_KEEP);
			add_corrections(r, b, c);
			top = true;
			continue;
		}
		if (top && plan_annexed_to(c))
			docx_paragraph(b, c->text, BODY, DOCX_ITALIC | DOCX_CENTRE);
		else
			add_clause(r, b, c, 0);
		top = false;
	}
}

static void
add_foot(struct req *r, struct docx_out *b, const struct plan *p)
{
	const struct plan_recipient *to = plan_recipients(r->db, r->mem, p->id, r->today, r->lang);

	docx_paragraph(b, "", BODY, DOCX_KEEP);
	docx_halves(b, LEFT, RIGHT);
	docx_paragraph(b, to ? "Nơi nhận:" : "", TWELVE, DOCX_BOLD | DOCX_ITALIC | DOCX_KEEP);
	for (; to; to = to->next)
		docx_paragraph(b, mem_printf(r->mem, "- %s%s", to->text, to->next ? ";" : "."), SMALL, DOCX_KEEP);
	docx_other_half(b, RIGHT);
	add_lines(r, b, p->authority, BODY, DOCX_BOLD | DOCX_CENTRE | DOCX_KEEP);
	for (int i = 0; i < 4; i++)	/* for the hand and the seal */
		docx_paragraph(b, "", BODY, DOCX_CENTRE | DOCX_KEEP);
	docx_paragraph(b, p->signer_name, BODY, DOCX_BOLD | DOCX_CENTRE);
	docx_halves_end(b);
	docx_paragraph(b, "", BODY, 0);
}

int
plan_docx(struct req *r, const struct plan *p)
{
	struct docx_out *b = docx_out_new(r->mem);
	const char *day = plan_day_asked(r);
	size_t n;

	if (!day)
		return 400;
	add_head(r, b, p, day);
	const struct plan_clause *annexes = add_body(r, b, p, day);
	add_foot(r, b, p);
	add_annexes(r, b, annexes);
	const char *bytes = docx_out(b, &n);
	return bytes ? give(r, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	    mem_printf(r->mem, "ke-hoach-%lld.docx", (long long)p->id), bytes, n) : 500;
}
