/*
 * unit.c - units (đơn vị): the tree as of a day, and how it is redrawn.
 *
 *	GET  /unit			the tree and a list, found by words	?day=
 *	GET  /unit/#			a unit, its history, what binds it	?day=
 *	GET  /unit/add			a new unit		POST adds it
 *	GET  /unit/#/edit		name, kind, region	POST changes them from a day on
 *	GET  /unit/#/move		another parent		POST moves it from a day on
 *	GET  /unit/#/end		merge or dissolve	POST ends it
 *	GET  /unit/#/split		among others		POST tries it, then does it
 *	GET  /unit/#/part		some households		POST tries it, then does it
 *	GET  /unit/#/contact		whom to call		POST adds one
 *	POST /unit/#/contact/#		a contact's last day
 *	GET  /unit/group		clusters and blocs	?day=
 *	GET  /unit/group/add		a new one		POST adds it
 *	GET  /unit/group/#		its members
 *	POST /unit/group/#/member	adds one, or gives him an office
 *	POST /unit/group/#/member/#	his last day
 *	POST /unit/group/#/seat, /seat/#	who of the council sits for it; his last day
 *	POST /unit/group/#/end		its own last day
 *	GET  /unit/import		from a sheet		POST tries it, then does it
 *	GET  /unit/import.csv		the sheet's columns, to fill in
 */

#include "cgi-bin/lib/unit_page.h"

enum { BODY_MAX = 2 << 20, SMALL_TREE = 500, LARGE_TREE = 1000 };

static const struct column open_columns[] = {
	{ "name",   "Tên đơn vị", CELL_TEXT, true },
	{ "code",   "Mã",         CELL_TEXT, true },
	{ "kind",   "Loại",       CELL_TEXT, true },
	{ "parent", "Trực thuộc", CELL_TEXT, true },
	{ 0 }
};

static const struct column known_columns[] = {
	{ "name",    "Tên đơn vị",    CELL_TEXT, true },
	{ "code",    "Mã",            CELL_TEXT, true },
	{ "kind",    "Loại",          CELL_TEXT, true },
	{ "parent",  "Trực thuộc",    CELL_TEXT, true },
	{ "contact", "Người liên hệ", CELL_TEXT, false },
	{ "phone",   "Điện thoại",    CELL_CODE, false },
	{ 0 }
};

struct search {
	const char *q, *kind;
	int64_t ended, group, under;
};

static const struct field search_fields[] = {
	FIELD(search, q,     "Tên hoặc mã", LINE, true, .max = 200),
	FIELD(search, kind,  "Loại", LINE, true, .max = 20),
	FIELD(search, ended, "Cả đơn vị đã thôi hoạt động", TICK),
	{ 0 }
};

static void
put_below(struct req *r, struct view *v, const struct unit *u, const char *day)
{
	view_text(v, "below", unit_say(r, "{1} đơn vị trực thuộc", number(r, u->below, 0), NULL));
	view_text(v, "below_path", unit_as_of(r, mem_printf(r->mem, "/unit?under=%lld",
	    (long long)u->id), day));
}

/* One unit of the tree; what is under it, in place while the tree is small. */
static void
put_branch(struct req *r, struct view *in, const struct unit *u, const struct unit *all,
    bool small, const char *day)
{
	struct view *v = view_add(in, "BRANCH"), *more;

	view_text(v, "unit_path", unit_as_of(r, unit_address(r, u->id, ""), day));
	view_text(v, "unit_name", u->name);
	if (!u->below)
		return;
	more = view_add(v, small ? "MORE" : "COUNT");
	put_below(r, more, u, day);
	for (const struct unit *c = all; small && c; c = c->next)
		if (c->parent == u->id && c->depth == 2) {
			struct view *leaf = view_add(more, "LEAF");
			view_text(leaf, "unit_path", unit_as_of(r, unit_address(r, c->id, ""), day));
			view_text(leaf, "unit_name", c->below ? mem_printf(r->mem, "%s (%s)", c->name,
			    number(r, c->below, 0)) : c->name);
		}
}

static void
put_tree(struct req *r, const char *day)
{
	struct unit *all = unit_tree(r->db, r->mem, 0, day, r->lang);
	int64_t total = 0, upper = 0;

	for (const struct unit *u = all; u; u = u->next) {
		total += u->below + 1;
		upper += u->children + 1;
	}
	bool small = total <= SMALL_TREE, large = upper > LARGE_TREE;
	struct view *tree = view_add(r->view, "TREE");
	if (!large)
		all = unit_tree(r->db, r->mem, small ? 2 : 1, day, r->lang);
	for (const struct unit *root = all; root; root = root->next) {
		if (root->depth)
			continue;
		struct view *v = view_add(tree, "ROOT"), *kind = NULL;
		const char *last = "";
		view_text(v, "unit_path", unit_as_of(r, unit_address(r, root->id, ""), day));
		view_text(v, "unit_name", root->name);
		if (large && root->below)
			put_below(r, view_add(v, "COUNT"), root, day);
		for (const struct unit *u = all; u; u = u->next) {
			if (u->depth != 1 || u->parent != root->id)
				continue;
			if (strcmp(u->kind, last)) {
				int64_t n = 0;
				for (const struct unit *w = u; w; w = w->next)
					n += w->depth == 1 && w->parent == root->id && !strcmp(w->kind, u->kind);
				kind = view_add(v, "KINDS");
				view_text(kind, "kind_label", u->kind_label);
				view_text(kind, "kind_count", number(r, n, 0));
				last = u->kind;
			}
			put_branch(r, kind, u, all, small, day);
		}
	}
}

static void
put_search(struct req *r, const struct search *s, const char *day)
{
	form_show(r->form, r->view, r->lang, search_fields, s);
	unit_show_day(r, day);
	unit_offer_kinds(r, day, s->kind);
	struct view *choice = unit_known(r) ? view_add(r->view, "GROUPS") : NULL;
	for (struct unit_group *g = choice ? unit_groups(r->db, r->mem, day) : NULL; g; g = g->next)
		form_option(choice, "GROUP", mem_printf(r->mem, "%lld", (long long)g->id), g->name,
		    mem_printf(r->mem, "%lld", (long long)s->group));
	struct unit *under = s->under ? unit_get(r->db, r->mem, s->under, day, r->lang) : NULL;
	if (under) {
		struct view *v = view_add(r->view, "UNDER");
		view_int(v, "under", under->id);
		view_text(v, "under_name", under->name);
		view_text(v, "all_path", unit_as_of(r, "/unit", day));
	}
	if (may(r, "unit.change"))
		view_add(r->view, "MAY_CHANGE");
}

static int
list(struct req *r)
{
	struct search s = { .q = "", .kind = "" };
	bool in = unit_known(r);
	const struct column *columns = in ? known_columns : open_columns;
	const char *day = unit_day_asked(r);
	int64_t total;

	int status = form_read(r->form, r->mem, search_fields, &s) ? 200 : 422;
	s.group = in ? unit_number_sent(r, "group") : 0;
	s.under = unit_number_sent(r, "under");
	struct unit_ask ask = {
		.day = day, .lang = r->lang, .words = text_plain(r->mem, s.q), .kind = s.kind,
		.under = s.under, .group = s.group, .ended = s.ended, .contacts = in,
		.sort = table_sort(r, columns, 3), .limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "mục::Đơn vị", columns);

	for (struct unit *u = unit_list(r->db, r->mem, &ask, &total); u; u = u->next) {
		table_row(t, unit_as_of(r, unit_address(r, u->id, ""), day));
		table_text(t, u->live ? u->name : unit_say(r, "{1} (đến {2})", u->name,
		    text_of_day(r->mem, u->valid_to)));
		table_text(t, u->code);
		table_text(t, u->kind_label);
		if (*u->parent_name)
			table_text(t, u->parent_name);
		else
			table_nothing(t, "không trực thuộc đơn vị nào");
		if (!in)
			continue;
		if (*u->contact)
			table_text(t, u->contact);
		else
			table_nothing(t, "chưa có");
		if (*u->phone)
			table_text(t, u->phone);
		else
			table_nothing(t, "chưa có");
	}
	title(r, tr(r->lang, "mục::Đơn vị"));
	if (!r->face) {
		put_search(r, &s, day);
		/* What was looked for stands alone: on a telephone the tree would hide it. */
		if (!*s.q && !*s.kind && !s.group && !s.under)
			put_tree(r, day);
		else if (!s.under)
			view_text(view_add(r->view, "ALL"), "all_path", unit_as_of(r, "/unit", day));
	}
	return table_show(r, status, "unit_list", t, total,
	    "Không có đơn vị nào khớp vào ngày này. Thử ít chữ hơn (không cần gõ dấu), bỏ bớt điều kiện, hoặc đánh dấu để tìm cả đơn vị đã thôi hoạt động.");
}

const struct page page = {
	.name = "unit",
	.body_max = BODY_MAX,
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "unit", READ | ADD | CHANGE | REMOVE },
		{ "plan", READ },
		{ "signup", READ },
		{ "report", READ }, { "holiday", READ }, { "task", READ },
		{ "document", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/unit",                  ANYONE,        list, LIST },
		{ GET,  "/unit/#",                ANYONE,        unit_one, RECORD },
		{ GET,  "/unit/add",              "unit.change", unit_add_page, 0 },
		{ POST, "/unit/add",              "unit.change", unit_add_save, 0 },
		{ GET,  "/unit/#/edit",           "unit.change", unit_edit_page, 0 },
		{ POST, "/unit/#/edit",           "unit.change", unit_edit_save, 0 },
		{ GET,  "/unit/#/move",           "unit.change", unit_move_page, 0 },
		{ POST, "/unit/#/move",           "unit.change", unit_move_save, 0 },
		{ GET,  "/unit/#/end",            "unit.change", unit_end_page, 0 },
		{ POST, "/unit/#/end",            "unit.change", unit_end_save, 0 },
		{ GET,  "/unit/#/split",          "unit.change", unit_split_page, 0 },
		{ POST, "/unit/#/split",          "unit.change", unit_split_save, 0 },
		{ GET,  "/unit/#/part",           "unit.change", unit_part_page, 0 },
		{ POST, "/unit/#/part",           "unit.change", unit_part_save, 0 },
		{ GET,  "/unit/#/contact",        "unit.change", unit_contact_page, 0 },
		{ POST, "/unit/#/contact",        "unit.change", unit_contact_save, 0 },
		{ POST, "/unit/#/contact/#",      "unit.change", unit_contact_end_save, 0 },
		{ GET,  "/unit/group",            SIGNED,        unit_groups_page, LIST },
		{ GET,  "/unit/group/add",        "unit.change", unit_group_add_page, 0 },
		{ POST, "/unit/group/add",        "unit.change", unit_group_add_save, 0 },
		{ GET,  "/unit/group/#",          SIGNED,        unit_group_page, LIST },
		{ POST, "/unit/group/#/member",   "unit.change", unit_member_save, 0 },
		{ POST, "/unit/group/#/member/#", "unit.change", unit_member_end_save, 0 },
		{ POST, "/unit/group/#/seat",     "unit.change", unit_seat_save, 0 },
		{ POST, "/unit/group/#/seat/#",   "unit.change", unit_seat_end_save, 0 },
		{ POST, "/unit/group/#/end",      "unit.change", unit_group_end_save, 0 },
		{ GET,  "/unit/import",           "unit.change", unit_import_page, CSV },
		{ POST, "/unit/import",           "unit.change", unit_import_save, 0 },
		{ 0 }
	},
};
