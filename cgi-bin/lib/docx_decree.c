/* docx_decree.c - the head and the foot of a paper in a .docx (decree.h). */

#include "cgi-bin/lib/decree.h"

#include "cgi-bin/lib/docx_out.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/wrap.h"

/* The two columns of the head in twentieths of a point. */
enum { LEFT = 3742, RIGHT = 5612 };
/* What a bold letter of 14 points takes in the mean, in twentieths of a point. */
enum { LETTER = 130 };

static const char blank[] = "..........";

void
decree_add_lines(struct req *r, struct docx_out *b, const char *lines, int size, int how)
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

void
decree_add_head(struct req *r, struct docx_out *b, const struct decree *d)
{
	if (d->draft)
		docx_paragraph(b, "DỰ THẢO", DECREE_HEAD, DOCX_BOLD);
	docx_halves(b, LEFT, RIGHT);
	if (*d->over)
		decree_add_lines(r, b, wrap_body(r->mem, d->over), DECREE_HEAD, DOCX_CENTRE);
	decree_add_lines(r, b, wrap_body(r->mem, d->issuer), DECREE_HEAD, DOCX_BOLD | DOCX_CENTRE);
	docx_rule(b, LEFT * 7 / 20);
	docx_other_half(b, RIGHT);
	docx_paragraph(b, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", DECREE_TWELVE, DOCX_BOLD | DOCX_CENTRE);
	docx_paragraph(b, "Độc lập - Tự do - Hạnh phúc", DECREE_HEAD, DOCX_BOLD | DOCX_CENTRE);
	docx_rule(b, 1216);
	docx_next_halves(b, LEFT);
	docx_paragraph(b, mem_printf(r->mem, "Số: %s", *d->number ? d->number : blank), DECREE_HEAD, DOCX_CENTRE);
	docx_other_half(b, RIGHT);
	docx_paragraph(b, mem_printf(r->mem, "%s, %s", *d->place ? d->place : blank,
	    *d->date ? text_of_day_long(r->mem, d->date) : "ngày ..... tháng ..... năm ....."), DECREE_HEAD,
	    DOCX_ITALIC | DOCX_CENTRE);
	docx_halves_end(b);
	docx_paragraph(b, "", DECREE_BODY, 0);
	docx_paragraph(b, d->kind, DECREE_BODY, DOCX_BOLD | DOCX_CENTRE);
	docx_paragraph(b, d->subject, DECREE_BODY, DOCX_BOLD | DOCX_CENTRE);
	docx_rule(b, beside_rule(d->subject));
	if (*d->note)
		docx_paragraph(b, mem_printf(r->mem, "(%s)", d->note), DECREE_BODY, DOCX_ITALIC | DOCX_CENTRE);
}

void
decree_add_clause(struct req *r, struct docx_out *b, const char *markdown, int how)
{
	if (*markdown == '|')
		docx_table(b, markdown, DECREE_HEAD);
	else
		docx_pieces(b, outline_pieces(r->mem, &(struct section){ .markdown = markdown }), DECREE_BODY,
		    DOCX_TEXT | (*markdown == '#' ? DOCX_BOLD | DOCX_KEEP : 0) | how);
}

void
decree_add_foot(struct req *r, struct docx_out *b, const struct decree *d)
{
	docx_paragraph(b, "", DECREE_BODY, DOCX_KEEP);
	docx_halves(b, LEFT, RIGHT);
	docx_paragraph(b, d->to ? "Nơi nhận:" : "", DECREE_TWELVE, DOCX_BOLD | DOCX_ITALIC | DOCX_KEEP);
	for (const struct decree_line *to = d->to; to; to = to->next)
		docx_paragraph(b, decree_closed(r, to), DECREE_SMALL, DOCX_KEEP);
	docx_other_half(b, RIGHT);
	decree_add_lines(r, b, d->authority, DECREE_BODY, DOCX_BOLD | DOCX_CENTRE | DOCX_KEEP);
	for (int i = 0; i < 4; i++)	/* for the hand and the seal */
		docx_paragraph(b, "", DECREE_BODY, DOCX_CENTRE | DOCX_KEEP);
	docx_paragraph(b, d->signer_name, DECREE_BODY, DOCX_BOLD | DOCX_CENTRE);
	docx_halves_end(b);
	docx_paragraph(b, "", DECREE_BODY, 0);
}

int
decree_give(struct req *r, struct docx_out *b, const char *file_name)
{
	size_t n;
	const char *bytes = docx_out(b, &n);

	return bytes ? give(r, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	    file_name, bytes, n) : 500;
}
