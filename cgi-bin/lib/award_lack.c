/* award_lack.c - what a nomination lacks: a draft is kept half-filled, but neither passed on
 * nor sent. */

#include "cgi-bin/lib/award_page.h"

/* The headings of the outline alone are no report. */
static bool
tells_something(const char *markdown)
{
	for (; *markdown; markdown += strcspn(markdown, "\n")) {
		markdown += strspn(markdown, " \t\r\n");
		if (*markdown && *markdown != '#')
			return true;
	}
	return false;
}

const char *
nomination_value(const void *record, const char *field)
{
	const struct nomination *n = record;

	if (!strcmp(field, "award_form"))
		return n->form_name;
	if (!strcmp(field, "achieved"))
		return *n->achieved_from ? n->achieved_to : "";
	if (!strcmp(field, "place"))	/* asked of those alone who are of no unit */
		return n->of_unit ? n->of_name : n->place;
	return !strcmp(field, "report") && tells_something(n->report) ? n->report : "";
}

const struct field nomination_labels[] = {
	{ .name = "reason", .label = "Lý do" },
	{ .name = "papers", .label = "Giấy tờ của hồ sơ" },
	{ .name = "report", .label = "Báo cáo thành tích" },
	{ .name = "award_form", .label = "Danh hiệu, hình thức" },
	{ .name = "achieved", .label = "Thời gian tính thành tích" },
	{ .name = "place", .label = "Nơi ở, địa chỉ của người, tập thể, hộ ngoài địa bàn" },
	{ .name = "to", .label = "Gửi tới" },
	{ .name = "same", .label = "Khen trùng thành tích" }, { 0 }
};

/* Those without which it is not sent; "" if none is missing. */
static const char *
required(struct req *r, const struct nomination_paper *p)
{
	const char *out = "";

	for (; p; p = p->next)
		if (p->required && !p->there)
			out = mem_printf(r->mem, "%s%s%s", out, *out ? ", " : "", p->label);
	return out;
}

void
nomination_check_papers(struct req *r, const struct nomination_paper *p)
{
	const char *lacks = required(r, p);

	if (*lacks)
		form_wrong_at(r->form, "papers", tr(r->lang, "Giấy tờ của hồ sơ"), tr_with(r->mem, r->lang,
		    "Chưa gửi được khi thiếu {1}: gửi tệp ở trang đề nghị rồi làm lại", lacks, NULL, NULL));
}

static const char *
label_of(const char *field)
{
	const struct field *f = nomination_labels;

	while (strcmp(f->name, field))
		f++;
	return f->label;
}

void
nomination_show_papers(struct req *r, const struct nomination *n,
    const struct nomination_paper *p)
{
	static const char *const asked[] = { "award_form", "achieved", "place", "report" };
	bool lacks = false, stopped = *required(r, p);

	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		lacks |= !*nomination_value(n, asked[i]);

	for (const struct nomination_paper *x = p; x; x = x->next) {
		struct view *v = view_add(r->view, "PAPER");
		view_text(v, "paper", x->label);
		view_add(v, x->there ? "THERE" : "NOT_THERE");
		lacks |= !x->there;
	}
	if (!lacks || !strcmp(n->kind, "end"))
		return;
	struct view *all = view_include(r->view, "LACKS", "nomination_lacks");
	if (n->award_form)
		view_text(view_add(all, "WANTED"), "form_path", mem_printf(r->mem, "/award/form/%lld",
		    (long long)n->award_form));
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		if (!*nomination_value(n, asked[i])) {
			struct view *v = view_add(all, "LACK");
			view_text(v, "paper", tr(r->lang, label_of(asked[i])));
			view_add(v, "REQUIRED");
			stopped = true;
		}
	for (; p; p = p->next)
		if (!p->there) {
			struct view *v = view_add(all, "LACK");
			view_text(v, "paper", p->label);
			if (p->required)
				view_add(v, "REQUIRED");
		}
	int64_t mandate = r->mandate;
	if (n->at_unit)
		view_add(all, stopped ? "STOPPED" : "TO_UNIT");
	else if (n->handler && may_here(r, "award.review", n->handler))
		view_add(all, "TO_REVIEWER");
	r->mandate = mandate;
}
