/* evaluation_ready.c - what a round lacks before it is opened, each with the way there:
 * what would leave a sheet without a score, and what one may open it with knowingly. */

#include "cgi-bin/lib/evaluation_page.h"

enum { HUNDRED = 10000 };

struct look {
	struct req *r;
	const struct evaluation_round *d;
	struct view *view, *list;
	struct evaluation_lacks lacks;
};

static void
tell(struct look *k, bool stops, const char *path, const char *what, const char *why)
{
	struct req *r = k->r;

	if (k->view) {
		k->list = k->list ? k->list : view_add(k->view, "LACKS");
		struct view *v = view_add(k->list, stops ? "STOP" : "ODD");
		view_text(v, "path", path);
		view_text(v, "what", what);
		view_text(v, "why", why);
	}
	if (stops) {
		k->lacks.stops++;
		return;
	}
	k->lacks.odd++;
	k->lacks.names = mem_printf(r->mem, "%s%s%s: %s", k->lacks.names,
	    *k->lacks.names ? "; " : "", what, why);
}

static const char *
class_path(struct look *k, const struct evaluation_class *c, const char *tail)
{
	return evaluation_round_path(k->r, k->d->id, mem_printf(k->r->mem, "/class/%lld%s",
	    (long long)c->id, tail));
}

/* Without the stop at its end, for more follows. */
static const char *
item_name(struct look *k, const struct evaluation_item *i)
{
	size_t n = strlen(i->text);
	const char *text = n && i->text[n - 1] == '.' ? mem_copy(k->r->mem, i->text, n - 1) : i->text;

	return *i->anchor ? mem_printf(k->r->mem, "%s %s", cited(k->r, i->anchor), text) : text;
}

/* A formula that finds nothing in sheets of that class. */
static const char *
misplaced(struct req *r, const struct evaluation_class *c, const struct evaluation_rule *u)
{
	if (*c->kinds && !strcmp(u->formula, "F5"))
		return tr(r->lang, "F5 tính theo ngày thoát nghèo của từng hộ, nhóm này là đơn vị: sẽ luôn chưa đủ điều kiện");
	if (!*c->kinds && strcmp(u->formula, "F5") && strcmp(u->source, "document"))
		return tr_with(r->mem, r->lang, "{1} lấy số liệu của đơn vị, nhóm này là hộ, cá nhân: sẽ phải tự chấm",
		    u->formula, NULL, NULL);
	return "";
}

static void
look_at_item(struct look *k, const struct evaluation_class *c, const struct evaluation_item *i)
{
	struct req *r = k->r;
	const char *path = mem_printf(r->mem, "/evaluation/item/%lld", (long long)i->id);
	const char *why = *i->rule.formula ? misplaced(r, c, &i->rule)
	    : i->bonus ? ""
	    : !strcmp(i->kind, "formula") ? tr(r->lang, "kế hoạch ghi là công thức nhưng chưa đặt cách tính: sẽ do đơn vị tự chấm")
	    : !strcmp(i->kind, "document") ? tr(r->lang, "kế hoạch ghi là văn bản có ngày nhưng chưa đặt hạn: sẽ do đơn vị tự chấm")
	    : "";

	if (i->points < 0 && c->unset < c->items)
		tell(k, true, class_path(k, c, mem_printf(r->mem, "#p%lld", (long long)i->id)),
		    item_name(k, i), tr(r->lang, "chưa có điểm tối đa"));
	if (*why)
		tell(k, false, path, item_name(k, i), why);
}

static void
look_at_class(struct look *k, const struct evaluation_class *c)
{
	struct req *r = k->r;
	int64_t other = 0;

	if (c->unset == c->items)
		tell(k, true, class_path(k, c, ""), c->name, tr(r->lang, "chưa tiêu chí nào có điểm tối đa"));
	else if (!c->unset && !c->maximum)
		tell(k, true, class_path(k, c, ""), c->name, tr(r->lang, "tổng điểm là 0 nên không chấm được"));
	else if (!c->unset && c->maximum != HUNDRED)
		tell(k, false, class_path(k, c, ""), c->name, tr_with(r->mem, r->lang,
		    "tổng điểm là {1}, không phải 100", number(r, c->maximum, 2), NULL, NULL));
	for (struct evaluation_item *i = evaluation_items(r->db, r->mem, k->d->id, c->id); i; i = i->next) {
		look_at_item(k, c, i);
		other += i->planned >= 0 && i->points >= 0 && i->planned != i->points;
	}
	if (other)
		tell(k, false, class_path(k, c, ""), c->name, tr_with(r->mem, r->lang,
		    "{1} tiêu chí có điểm khác điểm ghi trong kế hoạch", number(r, other, 0), NULL, NULL));
}

struct evaluation_lacks
evaluation_lacks(struct req *r, struct view *view, const struct evaluation_round *d)
{
	struct look k = { r, d, view, NULL, { 0, 0, "" } };

	for (struct evaluation_class *c = evaluation_classes(r->db, r->mem, d->id, r->lang); c; c = c->next)
		look_at_class(&k, c);
	for (struct evaluation_choice *c = evaluation_bare_classes(r->db, r->mem, d->id); c; c = c->next)
		tell(&k, false, mem_printf(r->mem, "/plan/%lld", (long long)d->plan), c->label,
		    tr(r->lang, "kế hoạch không có tiêu chí nào cho nhóm này: đơn vị thuộc nhóm không có phiếu"));
	if (!evaluation_grades(r->db, r->mem, d->id))
		tell(&k, true, evaluation_round_path(r, d->id, "/grades"), tr(r->lang, "Mức xếp loại"),
		    tr(r->lang, "chưa có mức nào"));
	return k.lacks;
}
