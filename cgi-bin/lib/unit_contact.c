/* unit_contact.c - whom to call. */

#include "cgi-bin/lib/unit_page.h"

struct contact {
	const char *name, *post, *phone, *valid_from;
};

static const struct field contact_fields[] = {
	FIELD(contact, name,       "Họ tên", LINE, .min = 2, .max = 120),
	FIELD(contact, post,       "Chức vụ, việc phụ trách", LINE, true, .max = 120),
	FIELD(contact, phone,      "Điện thoại", LINE, .max = 30),
	FIELD(contact, valid_from, "Từ ngày", DAY),
	{ 0 }
};

static int
show_contacts(struct req *r, int status, const struct unit *u, const struct contact *c)
{
	form_open(r, r->view, unit_address(r, u->id, "/contact"));
	unit_under(r, u, unit_say(r, "Người liên hệ: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, contact_fields, c);
	for (struct unit_contact *k = unit_contacts(r->db, r->mem, u->id, ""); k; k = k->next) {
		struct view *v = view_add(r->view, "CONTACT"), *e;
		view_text(v, "contact_name", k->name);
		view_text(v, "contact_post", *k->post ? k->post : tr(r->lang, "chưa có"));
		view_text(v, "contact_phone", *k->phone ? k->phone : tr(r->lang, "chưa có"));
		view_date(v, "since", k->valid_from);
		if (strcmp(k->valid_to, UNIT_OPEN)) {
			view_date(view_add(v, "GONE"), "till", k->valid_to);
			continue;
		}
		e = view_add(v, "END");
		form_day(r, e, mem_printf(r->mem, "%s/%lld", unit_address(r, u->id, "/contact"),
		    (long long)k->id), "valid_to");
		view_int(e, "row", k->id);
		view_text(e, "contact_name", k->name);
	}
	return show(r, status, "unit_contact");
}

static struct contact
no_contact(struct req *r)
{
	return (struct contact){ "", "", "", r->today };
}

int
unit_contact_page(struct req *r)
{
	int status;
	struct unit *u = unit_changeable(r, &status);
	struct contact c = no_contact(r);

	return u ? show_contacts(r, 200, u, &c) : status;
}

int
unit_contact_save(struct req *r)
{
	struct contact c = { 0 };
	int status;
	struct unit *u = unit_changeable(r, &status);

	if (!u)
		return status;
	form_read(r->form, r->mem, contact_fields, &c);
	if (!unit_phone_fits(c.phone))
		form_wrong(r->form, "phone", "Số điện thoại chỉ gồm chữ số, dấu cách và + . - ( )");
	if (text_is_day(c.valid_from) && strcmp(c.valid_from, u->valid_from) < 0)
		form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), unit_say(r,
		    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, u->valid_from), NULL));
	if (form_faults(r->form))
		return show_contacts(r, 422, u, &c);
	unit_contact_add(r->db, &(struct unit_contact){ .unit = u->id, .name = c.name,
	    .post = c.post, .phone = c.phone, .valid_from = c.valid_from });
	struct contact none = { "", "", "", "" };
	changed_form(r, contact_fields, &none, &c);
	audit(r, "unit.contact_add", u->id);
	said_with(r, "Đã thêm người liên hệ {1}.", c.name, NULL);
	return go(r, unit_address(r, u->id, "/contact"));
}

int
unit_contact_end_save(struct req *r)
{
	const char *last;
	int status;
	struct unit *u = unit_changeable(r, &status);
	struct unit_contact *k = u ? unit_contact_get(r->db, r->mem, r->id2) : NULL;
	struct contact c = no_contact(r);

	if (!u || !k || k->unit != u->id)
		return u ? 404 : status;
	last = unit_last_day(r, k->valid_from, UNIT_OPEN,
	    "Người này phụ trách từ {1}: ghi ngày từ đó trở đi");
	if (form_faults(r->form))
		return show_contacts(r, 422, u, &c);
	unit_contact_end(r->db, k->id, last);
	changed(r, "name", "", k->name);
	changed(r, "valid_to", k->valid_to, last);
	audit(r, "unit.contact_end", u->id);
	said_with(r, "Đã ghi {1} thôi phụ trách sau ngày {2}.", k->name, text_of_day(r->mem, last));
	return go(r, unit_address(r, u->id, "/contact"));
}
