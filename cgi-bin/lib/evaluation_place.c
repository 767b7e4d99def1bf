/* evaluation_place.c - all sheets of a round that stand, added up, graded and ranked.  It
 * answers nobody, so that the sample is ranked by it too. */

#include "cgi-bin/lib/evaluation_page.h"

/* A number for each group of those who are ranked together: class, and cluster or, of
 * persons and households, the unit that looks after them. */
static int64_t
group_of(const struct evaluation_mark **of, size_t n, const struct evaluation_mark *m)
{
	size_t i = 0;

	while (i < n && (of[i]->plan_class != m->plan_class || of[i]->unit_group != m->unit_group
	    || of[i]->holder != m->holder))
		i++;
	return (int64_t)i;
}

static struct score_line
line_of(const struct evaluation_mark *m, bool own)
{
	return (struct score_line){
		.maximum  = m->maximum,
		.points   = own ? m->own > 0 ? m->own : 0 : m->points,
		.bonus    = m->bonus,
		.skipped  = own ? m->own_skipped : m->skipped,
		.full     = m->full,
		.computed = m->computed,
		.none     = own ? m->own < 0 : m->none,
	};
}

struct evaluation_place *
evaluation_places(struct req *r, const struct evaluation_round *d)
{
	struct evaluation_mark *marks = evaluation_marks(r->db, r->mem, d->id);
	struct evaluation_grade *grades = evaluation_grades(r->db, r->mem, d->id);
	struct evaluation_place *first = NULL, **tail = &first;
	size_t n = 0, sheets = 0, k = 0;

	for (struct evaluation_mark *m = marks; m; m = m->next)
		n++;
	struct score_line *lines = mem_take(r->mem, (n + 1) * sizeof(*lines));
	struct score_place *place = mem_take(r->mem, (n + 1) * sizeof(*place));
	const struct evaluation_mark **of = mem_take(r->mem, (n + 1) * sizeof(*of));
	int64_t *own = mem_take(r->mem, (n + 1) * sizeof(*own));
	for (struct evaluation_mark *m = marks, *next; m; m = next) {
		size_t count = 0;
		for (next = m; next && next->evaluation == m->evaluation; next = next->next)
			lines[count++] = line_of(next, true);
		own[sheets] = score_sum(lines, count).total;
		count = 0;
		for (next = m; next && next->evaluation == m->evaluation; next = next->next)
			lines[count++] = line_of(next, false);
		struct score_total t = score_sum(lines, count);
		of[sheets] = m;
		place[sheets] = (struct score_place){ .group = group_of(of, sheets, m),
		    .total = t.total, .tie = score_tie(d->tie, &t, m->first_day), .sum = t };
		sheets++;
	}
	for (struct evaluation_grade *g = grades; g; g = g->next)
		k++;
	struct score_grade *table = mem_take(r->mem, (k + 1) * sizeof(*table));
	const char **names = mem_take(r->mem, (k + 1) * sizeof(*names));
	k = 0;
	for (struct evaluation_grade *g = grades; g; g = g->next, k++) {
		table[k] = (struct score_grade){ g->minimum, g->floor, g->quota };
		names[k] = g->name;
	}
	names[k] = "";
	score_rank(place, sheets);
	score_grades(place, sheets, table, k);
	for (size_t i = 0; i < sheets; i++) {
		*tail = mem_take(r->mem, sizeof(**tail));
		**tail = (struct evaluation_place){ of[i]->evaluation, place[i].sum, place[i].rank,
		    place[i].among, names[place[i].grade], of[i]->reviewed, own[i], NULL };
		tail = &(*tail)->next;
	}
	return first;
}

const struct evaluation_place *
evaluation_place_of(const struct evaluation_place *p, int64_t id)
{
	while (p && p->evaluation != id)
		p = p->next;
	return p;
}

struct evaluation *
evaluation_left_out(struct req *r, const struct evaluation_round *d)
{
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .round = d->id, .state = "", .words = "", .limit = 1000000 };
	struct evaluation *first = NULL, **tail = &first, *next;
	int64_t total;

	for (struct evaluation *e = evaluation_list(r->db, r->mem, &ask, &total); e; e = next) {
		next = e->next;
		if (e->stands)
			continue;
		*tail = e, e->next = NULL;
		tail = &e->next;
	}
	return first;
}

void
evaluation_freeze(struct req *r, const struct evaluation_round *d, int64_t publication)
{
	struct evaluation_place *places = evaluation_places(r, d);
	int seq = 0;

	for (struct evaluation_result *x = evaluation_drafts(r->db, r->mem, d->id, r->who.id,
	    r->today); x; x = x->next) {
		const struct evaluation_place *p = evaluation_place_of(places, x->evaluation);
		if (!p)
			continue;
		x->total = p->sum.total, x->bonus = p->sum.bonus, x->maximum = p->sum.maximum;
		x->share = p->sum.share, x->rank = p->rank, x->among = p->among;
		x->grade = p->grade;
		evaluation_result_add(r->db, publication, x);
	}
	for (struct evaluation *e = evaluation_left_out(r, d); e; e = e->next)
		evaluation_left_add(r->db, publication, ++seq, e);
}
