/* unit_seat.c - who of the council sits for a cluster or bloc, by which decision. */

#include "cgi-bin/lib/unit_page.h"

#include "db/account.h"

struct seat {
	const char *login, *seat_from, *decision;
};

static const struct field fields[] = {
	FIELD(seat, login,     "Tên đăng nhập của ủy viên", LINE, .max = 60),
	FIELD(seat, seat_from, "Phụ trách từ ngày", DAY),
	FIELD(seat, decision,  "Số quyết định", LINE, .max = 100),
	{ 0 }
};

void
unit_show_seats(struct req *r, const struct unit_group *g, const char *day, bool mine)
{
	struct unit_seat *s = unit_seats(r->db, r->mem, g->id, day);
	struct view *all = s ? view_add(r->view, "SEATS") : NULL, *v;

	if (!s)
		view_add(r->view, "NO_SEAT");
	if (s && mine)
		view_add(all, "ENDS");
	for (; s; s = s->next) {
		v = view_add(all, "SEAT");
		view_text(v, "seat_name", s->name);
		view_date(v, "since", s->valid_from);
		view_text(v, "decision_of", s->document);
		if (!mine)
			continue;
		struct view *e = view_add(v, "END");
		form_day(r, e, mem_printf(r->mem, "%s/%lld", unit_group_address(r, g->id, "/seat"),
		    (long long)s->id), "valid_to");
		view_int(e, "row", s->id);
		view_text(e, "seat_name", s->name);
	}
	if (!mine)
		return;
	v = view_add(r->view, "MAY_SEAT");
	form_open(r, v, unit_group_address(r, g->id, "/seat"));
	form_show(r->form, v, r->lang, fields, &(struct seat){ "", r->today, "" });
}

void
unit_seats_json(struct req *r, struct json *j, const struct unit_group *g, const char *day)
{
	struct json *l = json_list(j, "seats");

	for (struct unit_seat *s = unit_seats(r->db, r->mem, g->id, day); s; s = s->next) {
		struct json *o = json_record(l, NULL);
		json_text(o, "name", s->name);
		json_text(o, "since", s->valid_from);
		json_text(o, "document", s->document);
	}
}

/* He follows the evaluation of that council's unit on that day: by a mandate, never by this. */
static struct account *
who(struct req *r, const struct unit_group *g, const struct seat *s)
{
	struct account *a = account_by_login(r->db, r->mem, text_lower(r->mem, s->login));

	if (!a || a->disabled || !unit_may_sit(r->db, a->id, g->unit, s->seat_from))
		form_wrong_at(r->form, "login", tr(r->lang, fields[0].label), unit_say(r,
		    "Vào ngày đó không có ai tên đăng nhập như vậy là ủy viên Hội đồng của {1}: giao vai trò trước, hoặc ghi lại tên",
		    g->unit_name, NULL));
	else if (strcmp(s->seat_from, g->valid_from) < 0)
		form_wrong_at(r->form, "seat_from", tr(r->lang, fields[1].label), unit_say(r,
		    "Cụm, khối có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, g->valid_from), NULL));
	else if (unit_seat_taken(r->db, g->id, a->id, s->seat_from))
		form_wrong_at(r->form, "login", tr(r->lang, fields[0].label), unit_say(r,
		    "{1} đang phụ trách cụm, khối này: ghi ngày thôi trước khi giao lại", a->name, NULL));
	return a;
}

int
unit_seat_save(struct req *r)
{
	struct seat s = { 0 };
	int status;
	struct unit_group *g = unit_redrawable(r, &status);
	struct account *a = NULL;

	if (!g)
		return status;
	if (!strcmp(g->kind, "list"))
		return 404;	/* nobody looks after a list of recipients */
	if (form_read(r->form, r->mem, fields, &s))
		a = who(r, g, &s);
	if (form_faults(r->form))
		return unit_show_group(r, 422, g);
	unit_seat_add(r->db, &(struct unit_seat){ .group = g->id, .account = a->id,
	    .valid_from = s.seat_from, .document = s.decision });
	changed(r, "name", "", a->name);
	changed(r, "valid_from", "", s.seat_from);
	changed(r, "document", "", s.decision);
	audit(r, "unit.seat_add", g->id);
	said_with(r, "Đã giao {1} phụ trách từ ngày {2}.", a->name, text_of_day(r->mem, s.seat_from));
	return go(r, unit_group_address(r, g->id, ""));
}

int
unit_seat_end_save(struct req *r)
{
	const char *last;
	int status;
	struct unit_group *g = unit_redrawable(r, &status);
	struct unit_seat *s = g ? unit_seats(r->db, r->mem, g->id, r->today) : NULL;

	while (s && s->id != r->id2)
		s = s->next;
	if (!s)
		return g ? 404 : status;
	last = unit_last_day(r, s->valid_from, s->valid_to,
	    "Người này phụ trách từ {1}: ghi ngày từ đó trở đi");
	if (form_faults(r->form))
		return unit_show_group(r, 422, g);
	unit_seat_end(r->db, s->id, last);
	changed(r, "name", "", s->name);
	changed(r, "valid_to", s->valid_to, last);
	audit(r, "unit.seat_end", g->id);
	said_with(r, "Đã ghi {1} thôi phụ trách sau ngày {2}.", s->name, text_of_day(r->mem, last));
	return go(r, unit_group_address(r, g->id, ""));
}
