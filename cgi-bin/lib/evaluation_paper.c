/* evaluation_paper.c - papers of a unit that the portal holds, for a criterion of a document:
 * offered to choose from, and told where they came from. */

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
	    : tr_with(r->mem, lang, is(d, "plan") ? "kế hoạch {1}, {2}" : "báo cáo {1}, {2}", number_,
	    plan_brief(r->mem, d->name, 60), NULL);
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

static const struct evaluation_paper *
by_key(const struct evaluation_paper *p, const char *key)
{
	while (p && strcmp(p->key, key))
		p = p->next;
	return p;
}

void
evaluation_paper_fill(struct evaluation_line *l, const struct evaluation_paper *all)
{
	if (!all || all->next || l->own.has || *l->own.document || *l->own.document_day)
		return;
	l->own.document = all->number;
	l->own.document_day = all->day;
}

void
evaluation_paper_read(struct req *r, const struct evaluation_line *l,
    const struct evaluation_paper *all, const char **number_, const char **day)
{
	const char *name = evaluation_key(r, "p", l), *key = form_get(r->form, name);
	const struct evaluation_paper *p = by_key(all, key);

	if (!*key)
		return;
	if (!p)
		form_wrong_at(r->form, name, evaluation_label(r, l), tr(r->lang,
		    "Cổng không còn giữ văn bản đã chọn: chọn lại, hoặc ghi số và ngày"));
	else if ((!**number_ && !**day) || (!strcmp(*number_, l->own.document)
	    && !strcmp(*day, l->own.document_day)))
		*number_ = p->number, *day = p->day;
}

void
evaluation_show_paper(struct view *v, const struct evaluation_line *l,
    const struct evaluation_paper *all)
{
	const struct evaluation_paper *p = evaluation_paper_of(all, l->own.document,
	    l->own.document_day);
	struct view *in;

	if (!p)
		return;
	in = view_add(v, "PAPER");
	view_text(in, "paper_path", p->path);
	view_text(in, "paper_name", p->name);
}

void
evaluation_show_papers(struct req *r, struct view *v, const struct evaluation_line *l,
    const struct evaluation_paper *all)
{
	const char *name = evaluation_key(r, "p", l);
	const struct evaluation_paper *p = evaluation_paper_of(all, l->own.document,
	    l->own.document_day);
	const char *chosen = form_typed(r->form, name, p ? p->key : "");

	if (!all)
		return;
	v = view_add(v, "PAPERS");
	view_text(v, "p_field", name);
	view_text(v, "p_invalid", form_fault(r->form, name) ? "true" : "false");
	form_option(v, "CHOICE", "", tr(r->lang, "văn bản giấy, ghi số và ngày ở dưới"), chosen);
	for (; all; all = all->next)
		form_option(v, "CHOICE", all->key, mem_printf(r->mem, "%s, %s", all->name,
		    text_of_day(r->mem, all->day)), chosen);
}
