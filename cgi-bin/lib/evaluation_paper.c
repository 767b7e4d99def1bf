/* evaluation_paper.c - papers of a unit that the portal holds, for a criterion of a document. */

#include "cgi-bin/lib/evaluation_page.h"
#include "cgi-bin/lib/plan_text.h"

static bool
is(const struct evaluation_document *d, const char *kind)
{
	return !strcmp(d->kind, kind);
}

/* What it is called in a choice and in the sentence of its origin. */
static const char *
called(struct req *r, const struct evaluation_document *d, const char *number_, const char *lang)
{
	return is(d, "signup") ? tr_with(r->mem, lang, "bản đăng ký tham gia {1}", number_, NULL, NULL)
	    : tr_with(r->mem, lang, is(d, "plan") ? "kế hoạch {1}, {2}" : is(d, "document")
	    ? "kiến nghị {1}, {2}" : "báo cáo {1}, {2}", number_, plan_brief(r->mem, d->name, 60), NULL);
}

struct evaluation_paper *
evaluation_papers(struct req *r, const struct evaluation *e, const char *lang)
{
	struct evaluation_paper *first = NULL, **tail = &first;

	if (!e->judged)
		return NULL;
	for (struct evaluation_document *d = evaluation_documents(r->db, r->mem, e->plan, e->judged,
	    e->window_from, e->window_to); d; d = d->next) {
		const char *record = mem_printf(r->mem, "%lld", (long long)d->record);
		/* kept and printed as it stands, so in one language */
		const char *no = is(d, "signup") ? mem_printf(r->mem, "%s%s", "ĐK-", record) : d->number;
		*tail = mem_take(r->mem, sizeof(**tail));
		**tail = (struct evaluation_paper){
			.key = mem_printf(r->mem, "%s-%s", d->kind, record),
			.number = no, .day = d->day, .name = called(r, d, no, lang),
			.path = mem_printf(r->mem, "/%s/%s", d->kind, record),
		};
		tail = &(*tail)->next;
	}
	return first;
}

const struct evaluation_paper *
evaluation_paper_of(const struct evaluation_paper *p, const char *number_, const char *day)
{
	while (p && (strcmp(p->number, number_) || strcmp(p->day, day)))
		p = p->next;
	return p;
}
