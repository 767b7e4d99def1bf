/* unit_split.c - a unit split (chia) among others, or a part of its households passed
 * on (điều chuyển một phần): tried in its transaction and said in words first. */

#include "cgi-bin/lib/unit_page.h"

enum { HEIRS = 6 };

struct heir {
	const char *typed;
	int64_t share;
	struct unit *unit;
};

struct split {
	const char *valid_from, *document, *note;
	struct heir heirs[HEIRS];
};

#define ABOUT(type) \
	FIELD(type, valid_from, "Từ ngày", DAY), \
	FIELD(type, document,   "Theo văn bản", LINE, .min = 3, .max = 100), \
	FIELD(type, note,       "Ghi chú", LINE, true, .max = 500)

static const struct field split_fields[] = { ABOUT(split), { 0 } };
enum { ABOUTS = sizeof(split_fields) / sizeof(*split_fields) - 1 };

static const char *
numbered(struct req *r, const char *name, int i)
{
	return mem_printf(r->mem, "%s_%d", name, i + 1);
}

/* The form's fields with those of each heir, whose label tells which it is. */
static const struct field *
all_fields(struct req *r)
{
	struct field *all = mem_take(r->mem, sizeof(*all) * (ABOUTS + 2 * HEIRS + 1)), *f = all;

	memcpy(all, split_fields, sizeof(split_fields));
	f += ABOUTS;
	for (int i = 0; i < HEIRS; i++) {
		const char *no = mem_printf(r->mem, "%d", i + 1);
		size_t at = offsetof(struct split, heirs) + (size_t)i * sizeof(struct heir);
		*f++ = (struct field){ .name = numbered(r, "heir", i), .optional = true, .max = 200,
		    .at = at + offsetof(struct heir, typed), .kind = LINE,
		    .label = unit_say(r, "Đơn vị nhận thứ {1}", no, NULL) };
		*f++ = (struct field){ .name = numbered(r, "share", i), .optional = true, .max = 10000,
		    .at = at + offsetof(struct heir, share), .kind = DECIMAL,
		    .label = unit_say(r, "Tỷ lệ của đơn vị thứ {1}", no, NULL) };
	}
	return all;
}

static const char *
child_field(struct req *r, const struct unit *c)
{
	return mem_printf(r->mem, "child_%lld", (long long)c->id);
}

static void
put_error(struct view *v, const char *section, const char *marker, const char *why)
{
	view_text(v, marker, why ? "true" : "false");
	if (why)
		view_text(view_add(v, section), "why", why);
}

/* What was sent, to be sent again with the confirmation. */
static void
put_confirm(struct req *r, struct view *v, const char *action)
{
	form_open(r, v, action);
	for (const struct sent *s = form_all(r->form); s; s = s->next) {
		if (!strcmp(s->name, "csrf") || !strcmp(s->name, "once") || !strcmp(s->name, "confirm"))
			continue;
		struct view *one = view_add(v, "SENT");
		view_text(one, "sent_name", s->name);
		view_text(one, "sent_value", s->value);
	}
}

static void
put_heirs(struct req *r, const struct split *s)
{
	for (int i = 0; i < HEIRS; i++) {
		struct view *v = view_add(r->view, "HEIR_ROW");
		const char *heir = numbered(r, "heir", i), *share = numbered(r, "share", i);
		view_int(v, "no", i + 1);
		view_text(v, "heir", form_typed(r->form, heir, s->heirs[i].typed));
		view_text(v, "share", form_get(r->form, share));
		put_error(v, "HEIR_ERROR", "heir_invalid", form_fault(r->form, heir));
		put_error(v, "SHARE_ERROR", "share_invalid", form_fault(r->form, share));
	}
}

/* The n-th receiver: by its name, if there is such a unit. */
static const char *
heir_name(struct req *r, const struct heir *h, int i)
{
	const char *no = mem_printf(r->mem, "%d", i + 1);

	return h->unit ? unit_say(r, "Đơn vị nhận thứ {1}, {2}", no, h->unit->name)
	    : unit_say(r, "Đơn vị nhận thứ {1}", no, NULL);
}

static void
put_children(struct req *r, const struct unit *c, const struct split *s)
{
	struct view *all = c ? view_add(r->view, "CHILDREN") : NULL;

	for (; c; c = c->next) {
		struct view *v = view_add(all, "CHILD");
		const char *name = child_field(r, c), *chosen = form_get(r->form, name);
		view_text(v, "child_name", c->name);
		view_text(v, "child_field", name);
		put_error(v, "CHILD_ERROR", "child_invalid", form_fault(r->form, name));
		for (int i = 0; i < HEIRS; i++) {
			const char *no = mem_printf(r->mem, "%d", i + 1);
			form_option(v, "CHOICE", no, heir_name(r, &s->heirs[i], i), chosen);
		}
	}
}

static int
show_split(struct req *r, int status, const struct unit *u, const struct split *s,
    const struct unit *children)
{
	form_open(r, r->view, unit_address(r, u->id, "/split"));
	unit_under(r, u, unit_say(r, "Chia đơn vị: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, all_fields(r), s);
	put_heirs(r, s);
	put_children(r, children, s);
	unit_suggest(r, u, s->valid_from);
	unit_put_open(r, u);
	return status < 400 ? look_only(r, status, "unit_split") : show(r, status, "unit_split");
}

int
unit_split_page(struct req *r)
{
	int status;
	struct unit *u = unit_changeable(r, &status);
	struct split s = { .valid_from = r->today, .document = "", .note = "" };

	if (!u)
		return status;
	for (int i = 0; i < HEIRS; i++)
		s.heirs[i].typed = "";
	return show_split(r, 200, u, &s, unit_children(r->db, r->mem, u->id, r->today, r->lang));
}

/* Is that unit on that day under the other, at any depth? */
static bool
is_under(struct req *r, const struct unit *u, const struct unit *other, const char *day)
{
	for (struct unit *up = unit_path(r->db, r->mem, u->id, day, r->lang); up; up = up->next)
		if (up->id == other->id)
			return true;
	return false;
}

static void
wrong_heir(struct req *r, const struct heir *h, int i, const char *why, const char *one)
{
	form_wrong_at(r->form, numbered(r, "heir", i), heir_name(r, h, i), unit_say(r, why, one, NULL));
}

static void
check_heir(struct req *r, const struct unit *u, struct split *s, int i)
{
	struct heir *h = &s->heirs[i];
	const char *share = numbered(r, "share", i);

	if (!*h->typed) {
		if (h->share)
			wrong_heir(r, h, i, "Có tỷ lệ mà thiếu đơn vị: ghi đơn vị nhận, hoặc để trống cả tỷ lệ", NULL);
		return;
	}
	if (text_is_day(s->valid_from))
		h->unit = unit_named_here(r, numbered(r, "heir", i), heir_name(r, h, i), h->typed, s->valid_from);
	if (!h->share && !form_fault(r->form, share))
		form_wrong_at(r->form, share, unit_say(r, "Tỷ lệ của {1}", h->unit ? h->unit->name : h->typed, NULL),
		    tr(r->lang, "Thiếu tỷ lệ: ghi số từ 0,01 đến 100, có thể lẻ như 62,5"));
	if (!h->unit)
		return;
	if (h->unit->id == u->id)
		wrong_heir(r, h, i, "Đơn vị thôi hoạt động không nhận phần của chính mình: ghi đơn vị khác; nếu nó còn hoạt động thì dùng Điều chuyển một phần", NULL);
	else if (is_under(r, h->unit, u, s->valid_from))
		wrong_heir(r, h, i, "Đơn vị nhận nằm trong đơn vị sắp chia: chuyển cấp trên của nó trước, hoặc ghi đơn vị khác", NULL);
	for (int k = 0; k < i; k++)
		if (s->heirs[k].unit && s->heirs[k].unit->id == h->unit->id)
			wrong_heir(r, h, i, "Đã ghi ở dòng {1}: gộp hai dòng làm một", mem_printf(r->mem, "%d", k + 1));
}

static void
check_heirs(struct req *r, const struct unit *u, struct split *s)
{
	int64_t sum = 0;
	int n = 0;

	for (int i = 0; i < HEIRS; i++) {
		check_heir(r, u, s, i);
		n += *s->heirs[i].typed != '\0';
		sum += s->heirs[i].share;
	}
	if (n < 2)
		form_wrong(r->form, n && *s->heirs[1].typed ? "heir_1" : "heir_2",
		    "Chia cần ít nhất hai đơn vị nhận: ghi thêm một đơn vị; nếu chỉ một đơn vị nhận thì dùng Sáp nhập, giải thể");
	else if (!form_faults(r->form) && sum != 10000)
		form_wrong_at(r->form, "share_1", tr(r->lang, "Tỷ lệ số hộ (%)"), unit_say(r,
		    "Các tỷ lệ cộng lại được {1}, phải đủ 100: sửa lại", number(r, sum, 2), NULL));
}

/* The heir that a unit at once below goes to; NULL is a fault in its field. */
static const struct unit *
heir_of(struct req *r, const struct split *s, const struct unit *child)
{
	const char *name = child_field(r, child);
	int64_t no = unit_number_sent(r, name);

	if (no >= 1 && no <= HEIRS && *s->heirs[no - 1].typed)
		return s->heirs[no - 1].unit;
	form_wrong_at(r->form, name, child->name,
	    tr(r->lang, "Chưa rõ về đâu: chọn một đơn vị nhận đã ghi ở trên"));
	return NULL;
}

/* Those at once below on that day, each with a field that says where it goes. */
static struct unit *
children_on(struct req *r, const struct unit *u, const char *day)
{
	return unit_children(r->db, r->mem, u->id, text_is_day(day) ? day : r->today, r->lang);
}

static void
do_split(struct req *r, const struct unit *u, struct split *s, const struct unit *children)
{
	for (const struct unit *c = children; c; c = c->next)
		if (!unit_move(r->db, c->id, heir_of(r, s, c)->id, s->valid_from, s->document))
			form_wrong_at(r->form, child_field(r, c), c->name,
			    tr(r->lang, "Đơn vị nhận nằm dưới đơn vị này: chọn đơn vị nhận khác"));
	if (form_faults(r->form))
		return;
	if (unit_has_children(r->db, u->id, s->valid_from)) {
		form_wrong(r->form, "valid_from", "Sau ngày đó còn đơn vị khác về trực thuộc: chuyển cấp trên của chúng trước, hoặc ghi ngày muộn hơn");
		return;
	}
	int64_t event = unit_event_add(r->db, "split", s->valid_from, s->document, s->note);
	for (int i = 0; i < HEIRS; i++)
		if (s->heirs[i].unit)
			unit_succeed(r->db, event, u->id, s->heirs[i].unit->id, s->heirs[i].share);
	unit_end(r->db, u->id, text_day_add(r->mem, s->valid_from, -1));
}

static void
put_would(struct view *preview, const char *line)
{
	view_text(view_add(preview, "WOULD"), "would", line);
}

static void
say_split(struct req *r, const struct unit *u, const struct split *s,
    const struct unit *children)
{
	struct view *v = view_add(r->view, "PREVIEW");

	put_would(v, tr_with(r->mem, r->lang, "Từ ngày {1}, {2} thôi hoạt động, theo {3}.",
	    text_of_day(r->mem, s->valid_from), u->name, s->document));
	for (int i = 0; i < HEIRS; i++)
		if (s->heirs[i].unit)
			put_would(v, tr_with(r->mem, r->lang, "{1} nhận {2} của {3}.", s->heirs[i].unit->name,
			    unit_share(r, s->heirs[i].share), u->name));
	for (const struct unit *c = children; c; c = c->next)
		put_would(v, unit_say(r, "{1} chuyển sang trực thuộc {2}.", c->name, heir_of(r, s, c)->name));
	put_confirm(r, v, unit_address(r, u->id, "/split"));
}

static void
note_split(struct req *r, const struct unit *u, struct split *s, const struct unit *children)
{
	struct split none = { .valid_from = "", .document = "", .note = "" };

	for (int i = 0; i < HEIRS; i++) {
		none.heirs[i].typed = "";
		if (s->heirs[i].unit)
			s->heirs[i].typed = s->heirs[i].unit->name;
	}
	changed_form(r, all_fields(r), &none, s);
	for (const struct unit *c = children; c; c = c->next)
		changed(r, mem_printf(r->mem, "parent %s", c->code), u->name, heir_of(r, s, c)->name);
	unit_may_change(r, u);	/* the line names the mandate that reaches the unit */
	audit(r, "unit.split", u->id);
}

int
unit_split_save(struct req *r)
{
	struct split s = { 0 };
	struct unit *u, *children;
	int status;

	if (!(u = unit_changeable(r, &status)))
		return status;
	form_read(r->form, r->mem, all_fields(r), &s);
	children = children_on(r, u, s.valid_from);
	if (text_is_day(s.valid_from) && strcmp(s.valid_from, u->valid_from) <= 0)
		form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), unit_say(r,
		    "Đơn vị có từ ngày {1}: ghi ngày sau đó", text_of_day(r->mem, u->valid_from), NULL));
	unit_check_parts(r, u, "valid_from", s.valid_from);
	check_heirs(r, u, &s);
	for (const struct unit *c = children; c; c = c->next)
		heir_of(r, &s, c);
	if (!form_faults(r->form))
		do_split(r, u, &s, children);
	if (form_faults(r->form))
		return show_split(r, 422, u, &s, children);
	if (!form_sent(r->form, "confirm")) {
		say_split(r, u, &s, children);
		return show_split(r, 200, u, &s, children);
	}
	note_split(r, u, &s, children);
	said_with(r, "Đã chia {1}.", u->name, NULL);
	return go(r, unit_address(r, u->id, ""));
}

struct part {
	const char *valid_from, *document, *note, *successor;
	int64_t share;
};

static const struct field part_fields[] = {
	FIELD(part, successor, "Đơn vị nhận", LINE, .max = 200),
	FIELD(part, share,     "Tỷ lệ số hộ chuyển đi (%)", DECIMAL, .min = 1, .max = 9999),
	ABOUT(part),
	{ 0 }
};

static int
show_part(struct req *r, int status, const struct unit *u, const struct part *p)
{
	form_open(r, r->view, unit_address(r, u->id, "/part"));
	unit_under(r, u, unit_say(r, "Điều chuyển một phần: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, part_fields, p);
	unit_suggest(r, u, p->valid_from);
	if (!form_sent(r->form, "share"))
		view_text(r->view, "share", "");
	return status < 400 ? look_only(r, status, "unit_part") : show(r, status, "unit_part");
}

int
unit_part_page(struct req *r)
{
	int status;
	struct unit *u = unit_changeable(r, &status);

	return u ? show_part(r, 200, u, &(struct part){ r->today, "", "", "", 0 }) : status;
}

/* The one that receives, if it may on that day. */
static const struct unit *
receiver(struct req *r, const struct unit *u, const struct part *p)
{
	const struct unit *to = *p->successor
	    ? unit_named_here(r, "successor", tr(r->lang, "Đơn vị nhận"), p->successor, p->valid_from) : NULL;

	if (!to)
		return NULL;
	if (to->id == u->id)
		form_wrong(r->form, "successor", "Đơn vị không chuyển sang chính mình: ghi đơn vị khác");
	else if (is_under(r, to, u, p->valid_from) || is_under(r, u, to, p->valid_from))
		form_wrong(r->form, "successor", "Đơn vị nhận là cấp trên hoặc nằm trong đơn vị này nên không phải điều chuyển: ghi đơn vị khác");
	return to;
}

/* Shares of one day are of the households before any of them: they add up, from one
 * that gives to less than the whole, for it lives on. */
static void
check_share(struct req *r, const struct unit *u, const struct unit *to, const struct part *p)
{
	int64_t gone = unit_parted(r->db, u->id, 0, p->valid_from);

	if (gone + p->share >= 10000)
		form_wrong_at(r->form, "share", tr(r->lang, "Tỷ lệ số hộ chuyển đi (%)"), tr_with(r->mem, r->lang,
		    "Ngày {1} đã ghi chuyển đi {2}: ghi số nhỏ hơn {3}, hoặc dùng Sáp nhập, giải thể nếu chuyển hết",
		    text_of_day(r->mem, p->valid_from), unit_share(r, gone), number(r, 10000 - gone, 2)));
	for (struct unit_past *h = unit_history(r->db, r->mem, u->id, r->lang); h; h = h->next)
		if (h->what == PAST_INTO && !strcmp(h->event, "part") && h->share == p->share
		    && !strcmp(h->day, p->valid_from) && !strcmp(h->document, p->document)
		    && !strcmp(h->note, p->note) && h->other == to->id)
			form_wrong_at(r->form, "note", tr(r->lang, "Ghi chú"), tr_with(r->mem, r->lang,
			    "Đã ghi đúng lần điều chuyển này ({1} sang {2}, theo {3}): nếu là phần khác, nói rõ thôn, bản nào ở Ghi chú",
			    unit_share(r, h->share), h->name, h->document));
}

static void
say_part(struct req *r, const struct unit *u, const struct unit *to, const struct part *p)
{
	struct view *v = view_add(r->view, "PREVIEW");
	int64_t before = unit_parted(r->db, u->id, to->id, p->valid_from);

	put_would(v, tr_with(r->mem, r->lang, "Từ ngày {1}, {2} chuyển đi một phần, theo {3}.",
	    text_of_day(r->mem, p->valid_from), u->name, p->document));
	put_would(v, tr_with(r->mem, r->lang, "{1} nhận {2} của {3}.", to->name,
	    unit_share(r, p->share), u->name));
	if (before)
		put_would(v, unit_say(r, "Cùng ngày đã ghi {1} sang đơn vị này, cộng lại là {2}.",
		    unit_share(r, before), unit_share(r, before + p->share)));
	put_would(v, unit_say(r, "{1} vẫn hoạt động; đơn vị trực thuộc không đổi.", u->name, NULL));
	put_confirm(r, v, unit_address(r, u->id, "/part"));
}

int
unit_part_save(struct req *r)
{
	struct part p = { 0 };
	const struct unit *to = NULL;
	struct unit *u;
	int status;

	if (!(u = unit_changeable(r, &status)))
		return status;
	form_read(r->form, r->mem, part_fields, &p);
	if (text_is_day(p.valid_from)) {
		if (strcmp(p.valid_from, u->valid_from) < 0)
			form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), unit_say(r,
			    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", text_of_day(r->mem, u->valid_from), NULL));
		if ((to = receiver(r, u, &p)) && !form_faults(r->form))
			check_share(r, u, to, &p);
	}
	if (form_faults(r->form))
		return show_part(r, 422, u, &p);
	if (!form_sent(r->form, "confirm")) {
		say_part(r, u, to, &p);
		return show_part(r, 200, u, &p);
	}
	unit_succeed(r->db, unit_event_add(r->db, "part", p.valid_from, p.document, p.note),
	    u->id, to->id, p.share);
	p.successor = to->name;
	changed_form(r, part_fields, &(struct part){ "", "", "", "", 0 }, &p);
	unit_may_change(r, u);	/* the line names the mandate that reaches the unit */
	audit(r, "unit.part", u->id);
	said_with(r, "Đã ghi điều chuyển một phần {1} sang {2}.", u->name, to->name);
	return go(r, unit_address(r, u->id, ""));
}
