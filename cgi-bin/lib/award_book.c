/* award_book.c - the register of awards as the office keeps it, and revocations. */

#include "cgi-bin/lib/award_page.h"
#include "db/award_entry.h"

static const struct column columns[] = {
	{ "book",     "Số vào sổ",            CELL_TEXT, true },
	{ "name",     "Họ tên, tập thể, hộ",  CELL_TEXT, true },
	{ "subject",  "Đối tượng",            CELL_TEXT, false },
	{ "unit",     "Đơn vị",               CELL_TEXT, false },
	{ "form",     "Danh hiệu, hình thức", CELL_TEXT, true },
	{ "decision", "Quyết định",           CELL_TEXT, true },
	{ "date",     "Ngày",                 CELL_DAY,  true },
	{ "named",    "Nêu tên công khai",    CELL_TEXT, false },
	{ "state",    "Tình trạng",           CELL_TAG,  false },
	{ 0 }
};

static const char *
revoke_path(struct req *r, const struct award_item *i)
{
	return mem_printf(r->mem, "%s/%lld", award_path(r, i->decision, "/revoke"),
	    (long long)i->award);
}

int
award_register_page(struct req *r)
{
	int64_t total;
	struct award_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.words = text_plain(r->mem, form_get(r->form, "q")),
		.state = form_get(r->form, "state"), .year = award_year_asked(r),
		.sort = table_sort(r, columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Sổ khen thưởng", columns);

	for (struct award_item *i = award_register(r->db, r->mem, &ask, &total); i; i = i->next) {
		table_row(t, revoke_path(r, i));
		table_text(t, mem_printf(r->mem, "%lld/%lld", (long long)i->book, (long long)i->year));
		table_text(t, i->birth_year ? mem_printf(r->mem, "%s (%s %lld)", i->name,
		    tr(r->lang, "sinh"), (long long)i->birth_year) : i->name);
		table_text(t, award_subject(r, i->subject));
		table_text(t, *i->of_name ? i->of_name : tr(r->lang, "ngoài địa bàn"));
		table_text(t, i->form);
		table_text(t, i->decision_number);
		table_day(t, i->decision_date);
		table_text(t, tr(r->lang, i->named ? "có" : "không, chỉ tính số lượng"));
		if (*i->revoked_number)
			table_tag(t, "late", tr(r->lang, "đã hủy"));
		else
			table_tag(t, "done", tr(r->lang, "có hiệu lực"));
	}
	view_text(r->view, "q", form_get(r->form, "q"));
	award_offer_years(r, award_id(r, ask.year));
	form_option(r->view, "STATE", "revoked", tr(r->lang, "đã hủy"), ask.state);
	form_option(r->view, "STATE", "unnamed", tr(r->lang, "chưa đồng ý nêu tên"), ask.state);
	view_add_around(r->view, "WIDE");
	title(r, tr(r->lang, "Sổ khen thưởng"));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	return table_show(r, 200, "award_register", t, total, *ask.words || *ask.state || ask.year
	    ? "Không có trường hợp nào khớp điều kiện lọc. Chọn “tất cả” và bỏ trống tên rồi lọc lại."
	    : "Sổ chưa ghi trường hợp nào trong phạm vi của bạn. Sổ được ghi khi quyết định có số.");
}

struct revocation {
	const char *number, *date, *reason;
};

static const struct field fields[] = {
	FIELD(revocation, number, "Số quyết định hủy", LINE, .max = 60),
	FIELD(revocation, date,   "Ngày quyết định hủy", DAY),
	FIELD(revocation, reason, "Lý do", LINES, .min = 5, .max = 1000),
	{ 0 }
};

static int
show_revoke(struct req *r, int status, const struct award_item *i, const struct revocation *in)
{
	struct award_decision *d = award_get(r->db, r->mem, i->decision, r->lang);

	if (!d)
		return 404;
	view_text(r->view, "name", i->name);
	view_text(r->view, "subject", award_subject(r, i->subject));
	view_text(r->view, "form", i->form);
	view_text(r->view, "type", i->type);
	view_text(r->view, "number_given", i->decision_number);
	view_date(r->view, "date_given", i->decision_date);
	view_int(r->view, "book", i->book);
	view_text(r->view, "achieved", tr_with(r->mem, r->lang, "từ {1} đến {2}",
	    text_of_day(r->mem, i->achieved_from), text_of_day(r->mem, i->achieved_to), NULL));
	view_text(r->view, "nomination_path", nomination_path(r, i->nomination, ""));
	if (*i->revoked_number) {
		struct view *v = view_add(r->view, "CANCELLED");
		view_text(v, "revoked_number", i->revoked_number);
		view_date(v, "revoked_date", i->revoked_date);
		view_text(v, "revoked_reason", i->revoked_reason);
	} else if (may_here(r, "award.record", d->unit)) {
		struct view *v = view_add(r->view, "MAY_REVOKE");
		form_open(r, v, revoke_path(r, i));
		form_show(r->form, v, r->lang, fields, in);
	}
	form_show_faults(r->form, r->view, r->lang, fields);
	title(r, tr_with(r->mem, r->lang, "Số vào sổ {1}", mem_printf(r->mem, "%lld/%lld",
	    (long long)i->book, (long long)i->year), NULL, NULL));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	crumb(r, tr(r->lang, "Sổ khen thưởng"), "/award/register");
	return show(r, status, "award_revoke");
}

/* The row of the address, to whom the register is open; `ability` at its unit. */
static struct award_item *
row(struct req *r, const char *ability)
{
	struct award_decision *d = award_get(r->db, r->mem, r->id, r->lang);

	return d && d->stands && may_here(r, ability, d->unit)
	    ? award_item_get(r->db, r->mem, d->id, r->id2, r->lang) : NULL;
}

int
award_revoke_page(struct req *r)
{
	struct award_item *i = row(r, "award.view");

	return i ? show_revoke(r, 200, i, &(struct revocation){ "", "", "" }) : 404;
}

int
award_revoke_save(struct req *r)
{
	struct award_item *i = row(r, "award.record");
	struct revocation v = { .number = "" };

	if (!i)
		return 404;
	if (*i->revoked_number)
		return 409;
	if (form_read(r->form, r->mem, fields, &v)) {
		if (!text_is_document_number(v.number))
			form_wrong(r->form, "number", "Chưa đúng dạng số, ký hiệu: ghi số thứ tự, dấu gạch chéo rồi ký hiệu viết liền, như 2417/QĐ-UBND");
		if (strcmp(v.date, r->today) > 0)
			form_wrong(r->form, "date", "Ngày này chưa đến: ghi ngày hôm nay hoặc trước đó");
		if (strcmp(v.date, i->decision_date) < 0)
			form_wrong(r->form, "date", "Ngày này trước ngày khen thưởng: xem lại quyết định hủy");
	}
	if (form_faults(r->form))
		return show_revoke(r, 422, i, &v);
	award_revoke(r->db, i->award, v.number, v.date, v.reason, r->who.id, r->now);
	for (struct change *c = award_entry_revoked(r->db, r->mem, i->award); c; c = c->next)
		changed(r, c->field, c->old, c->new);
	audit(r, "award.revoke", i->award);
	said(r, "Đã ghi hủy khen thưởng; trường hợp này vẫn giữ trong sổ và ghi “đã hủy”");
	return go(r, revoke_path(r, i));
}
