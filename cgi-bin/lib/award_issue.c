/* award_issue.c - the number of a decision, by which it is issued and its rows enter the
 * register; before that, what will be published is shown. */

#include <stdlib.h>

#include "cgi-bin/lib/award_page.h"
#include "db/award_entry.h"

const char *
award_numbering(struct req *r, const struct award_decision *d)
{
	if (award_own(r->db, d->id, r->who.id))
		return NULL;
	if (award_offers(r, d->flow_case, "issue"))
		return "issue";
	return *d->outside && award_offers(r, d->flow_case, "record") ? "record" : NULL;
}

struct issue {
	const char *number, *date, *signer_title, *signer, *signer_other;
	const char *name;		/* of who signs: chosen or typed */
	int64_t book;
};

static const struct field issue_fields[] = {
	FIELD(issue, number,       "Số, ký hiệu", LINE, .max = 60),
	FIELD(issue, date,         "Ngày quyết định", DAY),
	FIELD(issue, signer,       "Họ tên người ký", LINE, true, .max = 20),
	FIELD(issue, signer_other, "Người khác ký", LINE, true, .max = 120),
	FIELD(issue, signer_title, "Chức vụ người ký", LINE, true, .max = 120),
	FIELD(issue, book,         "Số vào sổ đầu tiên", NUMBER, true, .min = 1, .max = 1000000, .bare = true),
	{ 0 }
};

/* Who is offered: of a decision made outside the tree nobody here. */
static struct award_signer *
signers(struct req *r, const struct award_decision *d, const char *day)
{
	struct award_signer *s, *drafted;

	if (*d->outside)
		return NULL;
	s = award_signers(r->db, r->mem, d->flow_case, d->unit, *day ? day : r->today);
	for (struct award_signer *x = s; x; x = x->next)
		if (!strcmp(x->name, d->signer_name))
			return s;
	if (!*d->signer_name)
		return s;
	drafted = mem_take(r->mem, sizeof(*drafted));
	*drafted = (struct award_signer){ 0, d->signer_name, d->signer_title, false, s };
	return drafted;
}

/* Two may bear one name: each is known by his account. */
static const char *
key(struct req *r, const struct award_signer *s)
{
	return s->account ? award_id(r, s->account) : "drafted";
}

static const struct award_signer *
chosen_of(struct req *r, const struct award_signer *s, const char *chosen)
{
	while (s && strcmp(key(r, s), chosen))
		s = s->next;
	return s;
}

/* Who approved it on the portal, or NULL. */
static const struct award_signer *
approver(const struct award_signer *s)
{
	while (s && !s->approved)
		s = s->next;
	return s;
}

/* Who is named on the draft, of namesakes the one of that title; else who approved it. */
static const struct award_signer *
first_choice(const struct award_signer *all, const struct award_decision *d)
{
	const struct award_signer *found = NULL;

	if (!*d->signer_name)
		return approver(all);
	for (const struct award_signer *s = all; s; s = s->next)
		if (!strcmp(s->name, d->signer_name) && (!found || !strcmp(s->post, d->signer_title)))
			found = s;
	return found;
}

static void
show_signers(struct req *r, const struct award_decision *d, const struct issue *in)
{
	const char *chosen = form_typed(r->form, "signer", in->signer);
	struct award_signer *s = signers(r, d, in->date);
	/* where nobody can be chosen any more, what was chosen may still be wrong */
	struct view *v = s || form_fault(r->form, "signer") ? view_add(r->view, "CHOOSE_SIGNER") : NULL;

	view_text(r->view, "other_label", tr(r->lang, s ? "Người khác ký" : "Họ tên người ký"));
	if (s)
		view_add(r->view, "OTHER_HINT");
	for (; s; s = s->next) {
		const char *label = *s->post ? mem_printf(r->mem, "%s, %s", s->name, s->post) : s->name;
		form_option(v, "SIGNER", key(r, s), s->approved ? tr_with(r->mem, r->lang,
		    "{1} (đã ký trên cổng)", label, NULL, NULL) : label, chosen);
	}
	if (v) {
		form_option(v, "SIGNER", "", tr(r->lang, "người khác, ghi ở ô dưới"), chosen);
		view_text(v, "signer_invalid", form_fault(r->form, "signer") ? "true" : "false");
		if (form_fault(r->form, "signer"))
			view_text(view_add(v, "SIGNER_WRONG"), "why", tr(r->lang, form_fault(r->form, "signer")));
	}
}

static int
show_issue(struct req *r, int status, const struct award_decision *d, const struct issue *in)
{
	int64_t year = strtoll(*d->date ? d->date : r->today, NULL, 10);

	form_open(r, r->view, award_path(r, d->id, "/issue"));
	form_show(r->form, r->view, r->lang, issue_fields, in);
	if (!form_sent(r->form, "book"))
		view_text(r->view, "book", award_id(r, in->book));
	view_text(r->view, "next_book", award_id(r, award_next_book(r->db, d->unit, d->outside, year)));
	show_signers(r, d, in);
	award_show_head(r, d);
	title(r, tr(r->lang, "Cấp số quyết định, ghi sổ"));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	crumb(r, award_name(r, d), award_path(r, d->id, ""));
	return status == 200 && !r->reading ? look_only(r, status, "award_issue")
	    : show(r, status, "award_issue");
}

/* The decision of the address, if this person numbers it now: else *status. */
static struct award_decision *
numberable(struct req *r, const char **move, int *status)
{
	struct award_decision *d = award_get(r->db, r->mem, r->id, r->lang);

	*status = 404;
	if (!d || !may_here(r, "award.record", d->unit))
		return NULL;
	*move = award_numbering(r, d);
	if (!*move)
		*status = overtaken(r, d->flow_case, "");
	return *move ? d : NULL;
}

static struct issue
begun(struct req *r, const struct award_decision *d)
{
	const struct award_signer *s = first_choice(signers(r, d, r->today), d);
	struct issue in = { .number = "", .date = r->today, .signer_title = d->signer_title,
	    .signer = s ? key(r, s) : "", .signer_other = *d->outside ? d->signer_name : "",
	    .book = award_next_book(r->db, d->unit, d->outside, strtoll(r->today, NULL, 10)) };

	if (!*in.signer_title && s)
		in.signer_title = s->post;
	return in;
}

int
award_issue_page(struct req *r)
{
	const char *move;
	int status;
	struct award_decision *d = numberable(r, &move, &status);
	struct issue in;

	if (!d)
		return status;
	in = begun(r, d);
	return show_issue(r, 200, d, &in);
}

static int64_t
count(const struct award_item *i)
{
	int64_t n = 0;

	for (; i; i = i->next)
		n++;
	return n;
}

/* The title that stood there for another of those that are offered. */
static bool
is_anothers(struct req *r, const struct award_signer *all, const struct award_signer *s,
    const char *title_)
{
	for (; all; all = all->next)
		if (*all->post && !strcmp(all->post, title_) && strcmp(key(r, all), key(r, s)))
			return strcmp(s->post, title_);
	return false;
}

/* What was typed wins over what is chosen above it; the title is the signer's post.  Who is
 * offered is of the decision's day. */
static void
read_signer(struct req *r, const struct award_decision *d, struct issue *in)
{
	struct award_signer *all = signers(r, d, in->date);
	const struct award_signer *s = chosen_of(r, all, in->signer);

	in->name = s ? s->name : "";
	if (*in->signer_other)
		in->name = in->signer_other;
	else if (!s)
		form_wrong(r->form, all ? "signer" : "signer_other", !all
		    ? "Cần ghi họ tên người ký" : *in->signer
		    ? "Người này không có quyền ký vào ngày quyết định: chọn lại, sửa ngày, hoặc ghi tên ở ô “Người khác ký”"
		    : "Cần chọn người ký trong danh sách, hoặc ghi tên ở ô “Người khác ký”");
	else if (!*in->signer_title || is_anothers(r, all, s, in->signer_title)
	    || is_anothers(r, signers(r, d, r->today), s, in->signer_title))
		in->signer_title = s->post;
}

/* All that is wrong, at once: what one field needs does not wait for another. */
static void
check_issue(struct req *r, const struct award_decision *d, struct award_item *items,
    int64_t book)
{
	int64_t year = strtoll(d->date, NULL, 10);

	if (strcmp(d->date, r->today) > 0)
		form_wrong(r->form, "date", "Ngày này chưa đến: ghi ngày hôm nay hoặc trước đó");
	if (*d->number && !text_is_document_number(d->number))
		form_wrong(r->form, "number", "Chưa đúng dạng số, ký hiệu: ghi số thứ tự, dấu gạch chéo rồi ký hiệu viết liền, như 2417/QĐ-UBND");
	else if (*d->date && *d->number && award_number_taken(r->db, d))
		form_wrong(r->form, "number", "Số này đã có trong năm của người quyết định này: xem sổ văn bản rồi ghi số khác");
	if (*d->date && book && award_book_taken(r->db, d->unit, d->outside, year, book,
	    book + count(items) - 1))
		form_wrong_at(r->form, "book", tr(r->lang, "Số vào sổ đầu tiên"), tr_with(r->mem, r->lang,
		    "Các số từ đây đã có người dùng trong năm; số còn trống kế tiếp là {1}", award_id(r,
		    award_next_book(r->db, d->unit, d->outside, year)), NULL, NULL));
	award_check_items(r, items, "list", "Danh sách");
	award_check_twice(r, items, "list", "Danh sách");
	award_check_title(r, items, d->title_plain);
}

/* ---- what will be published ---- */

/* The register's order: that of award_enter(). */
static int
rank(const struct award_item *i)
{
	return !strcmp(i->subject, "collective") ? 1 : !strcmp(i->subject, "person") ? 2 : 3;
}

static int64_t
before(const struct award_item *all, const struct award_item *i)
{
	int64_t n = 0;

	for (; all; all = all->next)
		n += rank(all) < rank(i) || (rank(all) == rank(i) && all->nomination < i->nomination);
	return n;
}

static int64_t
named(const struct award_item *i)
{
	int64_t n = 0;

	for (; i; i = i->next)
		n += i->named;
	return n;
}

static int
show_check(struct req *r, const struct award_decision *d, const struct issue *in,
    const struct award_item *items)
{
	int64_t n = count(items);
	const struct award_signer *all = signers(r, d, in->date), *by = approver(all);
	bool other = *in->signer_other, approved = other ? by && !strcmp(by->name, in->name)
	    : by && chosen_of(r, all, in->signer) == by;

	form_open(r, r->view, award_path(r, d->id, "/issue"));
	form_show(r->form, r->view, r->lang, issue_fields, in);
	award_show_head(r, d);
	view_text(r->view, "signed_by", in->name);
	view_text(r->view, "signer", other ? "" : in->signer);
	view_text(r->view, "signer_other", in->signer_other);
	if (by && !approved)
		view_text(view_add(r->view, "NOT_APPROVER"), "approver", *by->post
		    ? mem_printf(r->mem, "%s, %s", by->name, by->post) : by->name);
	view_text(r->view, "signer_title", in->signer_title);
	view_date(r->view, "on_day", in->date);
	view_int(r->view, "book", in->book);
	view_int(r->view, "last_book", in->book + n - 1);
	view_text(r->view, "named", number(r, named(items), 0));
	view_text(r->view, "counted", number(r, n - named(items), 0));
	for (int64_t at = 0; at < n; at++) {
		const struct award_item *i = items;
		while (before(items, i) != at)
			i = i->next;
		struct view *v = view_add(r->view, "ITEM");
		view_int(v, "item_book", in->book + at);
		view_text(v, "name", i->name);
		view_text(v, "subject", award_subject(r, i->subject));
		view_text(v, "form", i->form);
		view_add(v, i->named ? "NAMED" : "COUNTED");
	}
	title(r, tr(r->lang, "Kiểm tra trước khi ban hành"));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	crumb(r, tr(r->lang, "Quyết định chưa có số"), award_path(r, d->id, ""));
	return look_only(r, 200, "award_issue_check");
}

int
award_issue_save(struct req *r)
{
	const char *move, *what = form_get(r->form, "do");
	int status;
	struct award_decision *old = numberable(r, &move, &status), d;
	struct award_item *items;
	struct issue in = { .number = "", .date = "", .signer_title = "", .signer = "",
	    .signer_other = "", .name = "" };

	if (!old)
		return status;
	d = *old;
	award_check_edition(r, old);
	form_read(r->form, r->mem, issue_fields, &in);
	if (!text_is_day(in.date))
		in.date = "";
	read_signer(r, old, &in);
	d.number = in.number, d.number_plain = text_plain_number(r->mem, in.number);
	d.date = in.date, d.signer_title = in.signer_title, d.signer_name = in.name;
	if (!in.book && *in.date && !form_fault(r->form, "book"))
		in.book = award_next_book(r->db, d.unit, d.outside, strtoll(d.date, NULL, 10));
	items = award_items(r->db, r->mem, d.id, *d.date ? d.date : r->today, r->today, r->who.id,
	    r->lang);
	check_issue(r, &d, items, in.book);
	if (!strcmp(what, "back"))
		return show_issue(r, form_faults(r->form) ? 422 : 200, old, &in);
	if (form_faults(r->form))
		return show_issue(r, 422, old, &in);
	if (strcmp(what, "issue"))
		return show_check(r, old, &in, items);
	changed(r, "number", "", d.number);
	changed(r, "date", "", d.date);
	changed(r, "signer_name", old->signer_name, d.signer_name);
	changed(r, "signer_title", old->signer_title, d.signer_title);
	changed(r, "book", "", award_id(r, in.book));
	status = act(r, &(struct flow_ask){ .flow_case = d.flow_case, .move = move, .reason = "",
	    .value = award_value, .record = &(struct award_record){ &d, items } },
	    mem_printf(r->mem, "award_decision.%s", move), d.id);
	if (status < 0)
		return show_issue(r, 422, old, &in);
	if (status)
		return status;
	award_change(r->db, &d);
	award_enter(r->db, r->mem, d.id, in.book);
	for (struct award_item *i = items; i; i = i->next) {
		for (struct change *c = award_entry(r->db, r->mem, i->nomination); c; c = c->next)
			changed(r, c->field, c->old, c->new);
		if ((status = act(r, &(struct flow_ask){ .flow_case = i->flow_case, .move = "decide",
		    .reason = "" }, "award.decide", i->nomination)))
			return status < 0 ? 409 : status;
	}
	said_with(r, "Đã ban hành quyết định {1}; danh sách đã công khai, số vào sổ từ {2}",
	    d.number, award_id(r, in.book));
	return go(r, award_path(r, d.id, ""));
}
