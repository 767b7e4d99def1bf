/* docx_document.c - what stands on the paper of a proposal or a conclusion, and the .docx. */

#include "cgi-bin/lib/document_page.h"

#include "cgi-bin/lib/decree.h"
#include "cgi-bin/lib/docx_out.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/unit.h"

/* The paper is in Vietnamese, whatever the page is. */
static const struct document_addressee *
whom(struct req *r, const struct document *d)
{
	return document_addressees(r->db, r->mem, d->id, r->today, "vi");
}

struct decree
document_paper(struct req *r, const struct document *d)
{
	struct decree p = { .over = d->over, .issuer = *d->issuer ? d->issuer
	    : unit_issuer(r->db, r->mem, d->unit, *d->date ? d->date : r->today), .number = d->number,
	    .place = d->place, .date = d->date, .kind = d->is.heading, .subject = d->subject,
	    .note = "", .draft = !d->sent, .authority = d->authority, .signer_name = d->signer_name };
	struct decree_line **end = &p.to;

	for (const struct document_addressee *to = whom(r, d); to; to = to->next)
		end = decree_to(r, end, to->label);
	decree_to(r, end, "Lưu: VT");
	return p;
}

struct decree_line *
document_preamble(struct req *r, const struct document *d)
{
	struct decree_line *first = NULL, **end = &first;
	const struct document_addressee *to = d->is.upward ? whom(r, d) : NULL;

	if (to)
		end = decree_to(r, end, mem_printf(r->mem, "Kính gửi: %s.", to->label));
	if (*d->parties)
		end = decree_to(r, end, mem_printf(r->mem, "Các bên thống nhất: %s.",
		    plan_one_line(r->mem, d->parties)));
	if (*d->concerns)
		end = decree_to(r, end, mem_printf(r->mem, "Chính sách, văn bản được kiến nghị: %s.",
		    plan_one_line(r->mem, d->concerns)));
	return first;
}

int
document_docx(struct req *r)
{
	struct criteria *unused;
	struct document_sight s;
	struct document *d = document_seen(r, r->id, &s);
	struct docx_out *b = docx_out_new(r->mem);

	if (!d)
		return 404;
	struct decree p = document_paper(r, d);
	decree_add_head(r, b, &p);
	for (struct decree_line *l = document_preamble(r, d); l; l = l->next)
		decree_add_lines(r, b, l->text, DECREE_BODY, DOCX_TEXT);
	for (const struct section *c = outline_of_markdown(r->mem, d->text, &unused); c; c = c->next)
		decree_add_clause(r, b, c->markdown, c->next ? 0 : DOCX_KEEP);
	decree_add_foot(r, b, &p);
	return decree_give(r, b, mem_printf(r->mem, "%s-%lld.docx", d->is.upward ? "kien-nghi" : "ket-luan",
	    (long long)d->id));
}
