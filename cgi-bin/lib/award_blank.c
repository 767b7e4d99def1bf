/* award_blank.c - a nomination as a form on paper, by subject and form. */

#include "cgi-bin/lib/award_page.h"
#include "cgi-bin/lib/blank.h"

enum { REPORT_LINES = 24 };

/* The form of ?award_form=, which must be one that may go to that subject today. */
static struct award_form *
form_of(struct req *r, const char *subject, int64_t id)
{
	struct award_form *f = award_forms(r->db, r->mem, r->today, subject, r->lang);

	while (f && f->id != id)
		f = f->next;
	return f;
}

static void
ask_subject(struct req *r, const char *subject)
{
	blank_ask(r, tr(r->lang, nomination_name_label(subject)), "");
	if (!strcmp(subject, "person"))
		blank_ask(r, tr(r->lang, "Năm sinh"), "");
	if (strcmp(subject, "collective"))
		blank_ask(r, tr(r->lang, "Chức vụ, nghề nghiệp"), "");
	blank_ask(r, tr(r->lang, "Thuộc đơn vị"), "");
	blank_ask(r, tr(r->lang, "Nơi ở, địa chỉ"), "");
	blank_ask(r, tr(r->lang, "Nhóm đối tượng"), "");
}

static void
ask_papers(struct req *r, const struct award_form *f)
{
	struct nomination_paper *p = f ? nomination_form_papers(r->db, r->mem, f->id, r->today,
	    r->lang) : NULL;

	if (p)
		blank_lines(r, tr(r->lang, "Giấy tờ kèm theo"), "", 0);
	for (; p; p = p->next)
		blank_tick(r, p->required ? p->label : mem_printf(r->mem, "%s (%s)", p->label,
		    tr(r->lang, "không bắt buộc")));
}

int
nomination_blank(struct req *r)
{
	const char *subject = form_get(r->form, "subject");
	int64_t id = award_id_typed(r, "award_form", 0);
	struct award_form *f = NULL;

	if (!*award_subject(r, subject) || (id && !(f = form_of(r, subject, id))))
		return 404;
	const char *name = tr_with(r->mem, r->lang, "Đề nghị khen thưởng: {1}",
	    text_lower(r->mem, award_subject(r, subject)), NULL, NULL);
	nomination_crumbs(r, NULL, name);
	blank_open(r, "", name, "");
	blank_ask(r, tr(r->lang, "Đơn vị đề nghị"), "");
	ask_subject(r, subject);
	blank_ask(r, tr(r->lang, "Danh hiệu, hình thức"), f ? f->name : "");
	blank_ask(r, tr(r->lang, "Loại hình"), "");
	blank_ask(r, tr(r->lang, "Phong trào"), "");
	blank_ask(r, tr(r->lang, "Thành tích từ ngày"), "");
	blank_ask(r, tr(r->lang, "Đến ngày"), "");
	blank_lines(r, tr(r->lang, "Báo cáo thành tích"), "", REPORT_LINES);
	ask_papers(r, f);
	return blank_show(r);
}
