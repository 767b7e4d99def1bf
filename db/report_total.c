/* report_total.c - what reports add up to along the tree. */

#include "db/report.h"

#include <stdlib.h>
#include <string.h>

/*
 * Rights before sums: a unit that this account does not follow is neither read nor
 * counted.  The tree, and who is in reach, are those of the window's last day.
 */
#define IN_REACH(unit_) \
	"EXISTS (SELECT 1 FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = 'report.follow' AND ms.unit = " unit_ \
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND p.window_to BETWEEN ms.unit_from AND ms.unit_to)"

/*
 * Who must report is asked of report_duty, which has a key, and not of report_expected: that
 * view, to the right of a LEFT JOIN, is written out and read to its end for each unit.
 */
static struct sql nodes = SQL(
	"SELECT u.unit, u.depth, coalesce(o.parent, 0), n.name,"
	" e.unit IS NOT NULL, c.id IS NOT NULL, n.kind"
	" FROM report_period p"
	" JOIN unit_under u ON u.ancestor = ?4 AND p.window_to BETWEEN u.valid_from AND u.valid_to"
	" JOIN unit_name n ON n.unit = u.unit AND p.window_to BETWEEN n.valid_from AND n.valid_to"
	" LEFT JOIN unit_parent o ON o.unit = u.unit AND o.tree = 'manage'"
	"  AND p.window_to BETWEEN o.valid_from AND o.valid_to"
	" LEFT JOIN report_duty e ON e.report_period = ?3 AND e.unit = u.unit"
	" LEFT JOIN report r ON r.report_period = ?3 AND r.unit = e.unit"
	" LEFT JOIN flow_case c ON c.id = r.flow_case AND c.state IN ('sent', 'accepted')"
	" WHERE p.id = ?3 AND " IN_REACH("u.unit")
	" ORDER BY u.depth, n.name_key, u.unit");

static struct sql values = SQL(
	"SELECT r.unit, v.indicator, v.value FROM report_period p"
	" JOIN unit_under u ON u.ancestor = ?4 AND p.window_to BETWEEN u.valid_from AND u.valid_to"
	" JOIN report r ON r.report_period = ?3 AND r.unit = u.unit"
	" JOIN flow_case c ON c.id = r.flow_case AND c.state IN ('sent', 'accepted')"
	" JOIN report_value v ON v.report = r.id"
	" WHERE p.id = ?3 AND " IN_REACH("r.unit"));

static struct sql figures = SQL(
	"SELECT i.id, i.code, i.name, i.measure, i.rule, i.decimals,"
	" coalesce(i.numerator, 0), coalesce(i.denominator, 0), s.id, s.title,"
	" coalesce((SELECT ' ' || group_concat(k.kind, ' ') || ' ' FROM report_section_kind k"
	"  WHERE k.report_section = s.id), '')"
	" FROM report_period p JOIN report_section s ON s.report_form = p.report_form"
	" JOIN report_line l ON l.report_section = s.id JOIN indicator i ON i.id = l.indicator"
	" WHERE p.id = ?1 AND NOT EXISTS (SELECT 1 FROM report_section x"
	"  JOIN report_line y ON y.report_section = x.id AND y.indicator = l.indicator"
	"  WHERE x.report_form = p.report_form AND x.seq < s.seq) ORDER BY s.seq, l.seq");

struct node {
	int64_t unit, parent, depth;
	const char *name, *kind;
	int64_t expected, sent, children;
	int64_t *value, *under;		/* of each figure: its own, and its children's */
	bool *has, *any;
	int64_t *asked, *told;		/* of each figure: how many are asked, and sent */
	struct node *next;
};

/* Who is under whom, found by unit. */
struct tree {
	struct node **by_unit;
	size_t n;
};

static int
by_unit(const void *a, const void *b)
{
	int64_t x = (*(struct node *const *)a)->unit, y = (*(struct node *const *)b)->unit;

	return (x > y) - (x < y);
}

static struct node *
find(const struct tree *t, int64_t unit)
{
	struct node key = { .unit = unit }, *at = &key, **found;

	found = t->n ? bsearch(&at, t->by_unit, t->n, sizeof(*t->by_unit), by_unit) : NULL;
	return found ? *found : NULL;
}

static struct report_figure *
take_figures(struct db *db, struct mem *mem, int64_t period, size_t *n)
{
	struct report_figure *first = NULL, **tail = &first;

	db_query(db, &figures, INT(period));
	while (db_next(db, &figures)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_figure){
			.indicator   = col_int(&figures, 0),
			.code        = col_text(&figures, 1, mem),
			.name        = col_text(&figures, 2, mem),
			.measure     = col_text(&figures, 3, mem),
			.rule        = col_text(&figures, 4, mem),
			.decimals    = col_int(&figures, 5),
			.numerator   = col_int(&figures, 6),
			.denominator = col_int(&figures, 7),
			.section     = col_int(&figures, 8),
			.section_title = col_text(&figures, 9, mem),
			.kinds       = col_text(&figures, 10, mem),
		};
		tail = &(*tail)->next;
		++*n;
	}
	return first;
}

/* A section's kinds, " commune village "; "" asks all. */
static bool
asks(struct mem *mem, const char *kinds, const char *kind)
{
	return !*kinds || strstr(kinds, mem_printf(mem, " %s ", kind));
}

static void
mark_asked(struct mem *mem, struct node *node, const struct report_figure *f)
{
	for (size_t i = 0; node->expected && f; f = f->next, i++) {
		node->asked[i] = asks(mem, f->kinds, node->kind);
		node->told[i] = node->asked[i] && node->sent;
	}
}

/* The nodes, the deepest last, and how to find them. */
static struct node *
take_nodes(struct db *db, struct mem *mem, size_t width, struct tree *t)
{
	struct node *first = NULL, **tail = &first;
	size_t i = 0;

	while (db_next(db, &nodes)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct node){
			.unit     = col_int(&nodes, 0),
			.depth    = col_int(&nodes, 1),
			.parent   = col_int(&nodes, 2),
			.name     = col_text(&nodes, 3, mem),
			.expected = col_int(&nodes, 4),
			.sent     = col_int(&nodes, 5),
			.kind     = col_text(&nodes, 6, mem),
			.value    = mem_take(mem, width * sizeof(int64_t) + 1),
			.under    = mem_take(mem, width * sizeof(int64_t) + 1),
			.has      = mem_take(mem, width + 1),
			.any      = mem_take(mem, width + 1),
			.asked    = mem_take(mem, width * sizeof(int64_t) + 1),
			.told     = mem_take(mem, width * sizeof(int64_t) + 1),
		};
		tail = &(*tail)->next;
		t->n++;
	}
	t->by_unit = mem_take(mem, (t->n + 1) * sizeof(*t->by_unit));
	for (struct node *node = first; node; node = node->next)
		t->by_unit[i++] = node;
	qsort(t->by_unit, t->n, sizeof(*t->by_unit), by_unit);
	return first;
}

static size_t
column_of(const struct report_figure *f, int64_t indicator)
{
	size_t i = 0;

	while (f && f->indicator != indicator)
		f = f->next, i++;
	return i;
}

static void
take_values(struct db *db, const struct tree *t, const struct report_figure *f, size_t width)
{
	struct node *node = NULL;

	while (db_next(db, &values)) {	/* report by report */
		if (!node || node->unit != col_int(&values, 0))
			node = find(t, col_int(&values, 0));
		size_t at = column_of(f, col_int(&values, 1));
		if (node && at < width) {
			node->value[at] = col_int(&values, 2);
			node->has[at] = true;
		}
	}
}

/* What a node says itself stands; else what its children say together. */
static void
add_to(struct node *above, struct node *node, const struct report_figure *f)
{
	for (size_t i = 0; f; f = f->next, i++) {
		if (!node->has[i] && node->any[i]) {
			node->has[i] = true;
			node->value[i] = node->under[i];
		}
		if (above) {
			above->asked[i] += node->asked[i];
			above->told[i] += node->told[i];
		}
		if (above && node->has[i] && !strcmp(f->rule, "sum")) {
			above->any[i] = true;
			above->under[i] += node->value[i];
		}
	}
	if (above) {
		above->expected += node->expected;
		above->sent += node->sent;
		above->children++;
	}
}

/* From the deepest up, so that a node is whole before it is added to the one above. */
static void
add_up(struct mem *mem, struct node *first, const struct tree *t,
    const struct report_figure *f)
{
	struct node **order = mem_take(mem, (t->n + 1) * sizeof(*order));
	size_t i = 0;

	for (; first; first = first->next) {
		mark_asked(mem, first, f);
		order[i++] = first;
	}
	while (i-- > 0)
		add_to(find(t, order[i]->parent), order[i], f);
}

static struct report_figure *
figures_of(struct mem *mem, const struct node *node, const struct report_figure *f)
{
	struct report_figure *first = NULL, **tail = &first;

	for (size_t i = 0; f; f = f->next, i++) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = *f;
		(*tail)->next = NULL;
		(*tail)->has = node->has[i];
		(*tail)->value = node->value[i];
		(*tail)->expected = node->asked[i];
		(*tail)->sent = node->told[i];
		tail = &(*tail)->next;
	}
	return first;
}

/* A rate is never added: it is made anew from the counts that were. */
static void
derive(struct report_figure *all)
{
	for (struct report_figure *f = all, *of, *by; f; f = f->next) {
		if (strcmp(f->rule, "rate"))
			continue;
		for (of = all; of && of->indicator != f->numerator; of = of->next)
			;
		for (by = all; by && by->indicator != f->denominator; by = by->next)
			;
		f->has = of && by && of->has && by->has
		    && report_rate(of->value, by->value, &f->value);
		f->numerator = f->has ? of->value : 0;
		f->denominator = f->has ? by->value : 0;
	}
}

static bool
says_anything(const struct node *node, size_t width)
{
	for (size_t i = 0; i < width; i++)
		if (node->has[i])
			return true;
	return false;
}

struct report_total *
report_totals(struct db *db, struct mem *mem, int64_t period, int64_t unit,
    int64_t account, const char *day)
{
	struct report_total *first = NULL, **tail = &first;
	struct tree t = { 0 };
	size_t width = 0;
	struct report_figure *asked = take_figures(db, mem, period, &width);

	db_query(db, &nodes, INT(account), TEXT(day), INT(period), INT(unit));
	struct node *all = take_nodes(db, mem, width, &t);
	if (!all || all->depth)
		return NULL;
	db_query(db, &values, INT(account), TEXT(day), INT(period), INT(unit));
	take_values(db, &t, asked, width);
	add_up(mem, all, &t, asked);
	for (struct node *node = all; node && node->depth < 2; node = node->next) {
		if (!node->expected && !says_anything(node, width))
			continue;
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_total){ .unit = node->unit, .depth = node->depth,
		    .name = node->name, .expected = node->expected, .sent = node->sent,
		    .children = node->children,
		    .figures = figures_of(mem, node, asked) };
		derive((*tail)->figures);
		tail = &(*tail)->next;
	}
	return first;
}
