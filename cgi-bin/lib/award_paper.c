/* award_paper.c - what papers go with a title or form: told to all, added and ended by who
 * keeps the catalogue. */

#include "cgi-bin/lib/award_page.h"

static void
show_rows(struct req *r, const struct award_form *f, struct view *may_change)
{
	struct award_paper *p = award_papers(r->db, r->mem, f->id, r->lang);
	struct view *all = p ? view_add(may_change, "ROWS") : NULL;

	view_text(may_change, "paper_path", award_form_path(r, f->id, "/paper"));
	for (; p; p = p->next) {
		struct view *v = view_add(all, "ROW");
		view_text(v, "paper", p->label);
		view_text(v, "row_type", *p->award_type ? p->type_label : tr(r->lang, "mọi loại hình"));
		view_text(v, "row_life", award_life(r, p->valid_from, p->valid_to));
		view_text(v, "paper_document", p->document);
		view_add(v, p->all ? "OF_ALL" : "OF_ONE");
		view_add(v, p->required ? "ROW_REQUIRED" : "ROW_TOLD");
		if (strcmp(p->valid_to, AWARD_OPEN)) {
			view_add(v, "ROW_ENDED");
			continue;
		}
		struct view *e = view_add(v, "ROW_END");
		form_day(r, e, mem_printf(r->mem, "%s/paper/%lld/end", award_form_path(r, f->id, ""),
		    (long long)p->id), "valid_to");
		view_int(e, "row", p->id);
	}
}

void
award_papers_show(struct req *r, const struct award_form *f, struct view *may_change)
{
	struct nomination_paper *p = nomination_form_papers(r->db, r->mem, f->id, r->today, r->lang);
	struct view *all = p ? view_add(r->view, "PAPERS") : NULL;

	for (; p; p = p->next) {
		struct view *v = view_add(all, "PAPER");
		view_text(v, "paper", p->label);
		view_text(v, "paper_document", p->document);
		if (p->required)
			view_add(v, "REQUIRED");
		if (*p->types)
			view_text(view_add(v, "TYPES"), "types", p->types);
	}
	if (may_change)
		show_rows(r, f, may_change);
}

void
award_papers_json(struct req *r, const struct award_form *f, struct json *list)
{
	for (struct nomination_paper *p = nomination_form_papers(r->db, r->mem, f->id, r->today,
	    r->lang); p; p = p->next) {
		struct json *o = json_record(list, NULL);
		json_text(o, "paper", p->label);
		json_text(o, "types", *p->types ? p->types : NULL);
		json_int(o, "required", p->required);
		json_text(o, "document", p->document);
	}
}

static const struct field fields[] = {
	FIELD(award_paper, paper,      "Giấy tờ", LINE, true, .max = 40),
	FIELD(award_paper, label_vi,   "Hoặc tên giấy tờ mới", LINE, true, .min = 2, .max = 200),
	FIELD(award_paper, label_en,   "Tên tiếng Anh", LINE, true, .max = 200),
	FIELD(award_paper, award_type, "Loại hình", LINE, true, .max = 20),
	FIELD(award_paper, all,        "Mọi danh hiệu, hình thức cùng loại", TICK, true),
	FIELD(award_paper, required,   "Bắt buộc", TICK, true),
	FIELD(award_paper, valid_from, "Từ ngày", DAY),
	FIELD(award_paper, document,   "Căn cứ", LINE, .max = 200),
	{ 0 }
};

static int
show_add(struct req *r, int status, const struct award_form *f, const struct award_paper *p)
{
	const char *paper = form_typed(r->form, "paper", p->paper);
	const char *type = form_typed(r->form, "award_type", p->award_type);

	form_open(r, r->view, award_form_path(r, f->id, "/paper"));
	form_show(r->form, r->view, r->lang, fields, p);
	form_option(r->view, "PAPER", "", tr(r->lang, "giấy tờ mới, ghi tên ở ô dưới"), paper);
	for (struct award_choice *c = award_paper_kinds(r->db, r->mem, f->kind, r->lang); c; c = c->next)
		form_option(r->view, "PAPER", c->value, c->label, paper);
	form_option(r->view, "TYPE", "", tr(r->lang, "mọi loại hình"), type);
	for (struct award_choice *c = award_types(r->db, r->mem, r->lang, r->today); c; c = c->next)
		form_option(r->view, "TYPE", c->value, c->label, type);
	award_form_crumbs(r, f, tr(r->lang, "Thêm giấy tờ của hồ sơ"));
	view_text(r->view, "form_name", f->name);
	view_text(r->view, "form_path", award_form_path(r, f->id, ""));
	return show(r, status, "award_paper_add");
}

int
award_paper_add_page(struct req *r)
{
	struct award_form *f = award_form_changeable(r);

	return f ? show_add(r, 200, f, &(struct award_paper){ .paper = "", .label_vi = "",
	    .label_en = "", .award_type = "", .valid_from = r->today, .document = "" }) : 404;
}

static const char *
label_of(const struct award_choice *c, const char *value)
{
	while (c && strcmp(c->value, value))
		c = c->next;
	return c ? c->label : "";
}

/* What files are kept under: the same name, without marks, is the same paper. */
static const char *
key_of(struct req *r, const char *label)
{
	enum { MOST = 40 };
	char *key = mem_text(r->mem, text_plain(r->mem, label));

	for (char *s = key; *s; s++)
		if (!((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9')))
			*s = '-';
	if (strlen(key) > MOST)
		key[MOST] = '\0';
	return key;
}

/* One that there is, by its key; or a new one by its name, unless one is called so. */
static void
read_paper(struct req *r, const struct award_form *f, struct award_paper *p)
{
	struct award_choice *all = award_paper_kinds(r->db, r->mem, f->kind, "vi");

	if (!*p->paper == !*p->label_vi) {
		form_wrong(r->form, "label_vi", "Ghi một trong hai: chọn giấy tờ đã có, hoặc ghi tên giấy tờ mới");
		return;
	}
	for (struct award_choice *c = all; c && *p->label_vi; c = c->next)
		if (!strcmp(text_plain(r->mem, c->label), text_plain(r->mem, p->label_vi)))
			p->paper = c->value;
	if (!*p->paper) {
		p->paper = key_of(r, p->label_vi);
		if (!*p->label_en)
			p->label_en = p->label_vi;
		return;
	}
	p->label_vi = label_of(all, p->paper);
	p->label_en = label_of(award_paper_kinds(r->db, r->mem, f->kind, "en"), p->paper);
	if (!*p->label_vi)
		form_wrong(r->form, "paper", "Không có giấy tờ này: chọn trong danh sách");
}

int
award_paper_add_save(struct req *r)
{
	struct award_form *f = award_form_changeable(r);
	struct award_paper p = { .valid_to = AWARD_OPEN };
	const struct award_choice *types = award_types(r->db, r->mem, r->lang, r->today);

	if (!f)
		return 404;
	if (form_read(r->form, r->mem, fields, &p))
		read_paper(r, f, &p);
	if (*p.award_type && !*label_of(types, p.award_type))
		form_wrong(r->form, "award_type", "Không có loại hình này: chọn trong danh sách");
	for (struct award_paper *old = award_papers(r->db, r->mem, f->id, r->lang);
	    old && !form_faults(r->form); old = old->next)
		if (!strcmp(old->paper, p.paper) && old->all == p.all
		    && !strcmp(old->award_type, p.award_type) && strcmp(p.valid_from, old->valid_to) <= 0)
			form_wrong(r->form, "valid_from", "Giấy tờ này đã có vào ngày đó: kết thúc dòng cũ trước, hoặc ghi ngày sau đó");
	if (form_faults(r->form))
		return show_add(r, 422, f, &p);
	award_paper_add(r->db, f, &p);
	changed_form(r, fields, &(struct award_paper){ .paper = p.paper, .label_vi = "", .label_en = "",
	    .award_type = "", .valid_from = "", .document = "" }, &p);
	audit(r, "award_form.paper", f->id);
	said(r, "Đã thêm giấy tờ của hồ sơ");
	return go(r, award_form_path(r, f->id, ""));
}

int
award_paper_end_save(struct req *r)
{
	struct award_form *f = award_form_changeable(r);
	struct award_paper *p = f ? award_papers(r->db, r->mem, f->id, r->lang) : NULL;

	while (p && p->id != r->id2)
		p = p->next;
	if (!p)
		return 404;
	if (strcmp(p->valid_to, AWARD_OPEN))
		return 409;
	const char *day = award_last_day(r, p->valid_from);
	if (form_faults(r->form))
		return award_form_show(r, 422, f);
	award_paper_end(r->db, p->id, day);
	changed(r, "paper", p->label_vi, "");
	changed(r, "valid_to", p->valid_to, day);
	audit(r, "award_form.unpaper", f->id);
	said(r, "Đã kết thúc giấy tờ");
	return go(r, award_form_path(r, f->id, ""));
}
