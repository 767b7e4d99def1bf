/* award_outline.c - what a report of achievement begins with: headings, and what the
 * portal knows already. */

#include "cgi-bin/lib/award_page.h"

/* A figure as it is typed, for the report. */
static const char *
figure(struct req *r, int64_t hundredths, int64_t decimals)
{
	return decimals ? text_of_number(r->mem, hundredths, 2, false, "vi")
	    : text_of_number(r->mem, hundredths / 100, 0, false, "vi");
}

/* Asked beside the point: what is done, is done by the mandate of before. */
static bool
reads(struct req *r, int64_t unit)
{
	int64_t mandate = r->mandate;
	bool may_read = may_here(r, "report.view", unit);

	r->mandate = mandate;
	return may_read;
}

/* A line for each round that is published: who may not read it has none. */
static const char *
scores(struct req *r, const struct nomination *n, int64_t unit)
{
	const char *out = "";

	for (struct nomination_score *s = nomination_scores(r->db, r->mem, unit, n->achieved_from,
	    n->achieved_to, r->who.id, r->today); s; s = s->next)
		out = mem_printf(r->mem, "%s- %s: %s %s / %s%s%s (%s)\n", out, s->round,
		    tr("vi", "tổng điểm"), figure(r, s->total, 2), figure(r, s->maximum, 2),
		    *s->grade ? ", " : "", s->grade, s->number);
	return out;
}

static const char *
place(struct req *r, int64_t figure_, int64_t decimals, const char *period)
{
	return mem_printf(r->mem, "%s (%s)", figure(r, figure_, decimals), period);
}

/* Two columns only where a figure has changed over several periods; a figure of one
 * period is not told twice. */
static const char *
facts(struct req *r, struct nomination_fact *f)
{
	const char *out = "";
	bool two = false;

	for (struct nomination_fact *x = f; x; x = x->next)
		two |= x->periods > 1;
	if (f)
		out = two ? mem_printf(r->mem, "| %s | %s | %s |\n|---|---:|---:|\n", tr("vi", "Chỉ số"),
		    tr("vi", "Kỳ đầu"), tr("vi", "Kỳ cuối"))
		    : mem_printf(r->mem, "| %s | %s |\n|---|---:|\n", tr("vi", "Chỉ số"), tr("vi", "Số liệu"));
	for (; f; f = f->next) {
		const char *last = place(r, f->last, f->decimals, f->last_period);
		out = mem_printf(r->mem, "%s| %s (%s) |", out, f->name, f->measure);
		if (two)
			out = mem_printf(r->mem, "%s %s |", out, f->periods > 1
			    ? place(r, f->first, f->decimals, f->first_period) : "-");
		out = mem_printf(r->mem, "%s %s |\n", out, last);
	}
	return out;
}

const char *
nomination_outline(struct req *r, const struct nomination *n)
{
	int64_t unit = n->of_unit && !strcmp(n->subject, "collective") ? n->of_unit : n->unit;
	const char *out = mem_printf(r->mem, "## %s\n\n\n## %s\n\n",
	    !strcmp(n->subject, "person") ? tr("vi", "Sơ lược lý lịch")
	    : !strcmp(n->subject, "household") ? tr("vi", "Hoàn cảnh gia đình")
	    : tr("vi", "Sơ lược đặc điểm, tình hình"), tr("vi", "Thành tích đạt được"));

	if (strcmp(n->subject, "collective"))
		return mem_printf(r->mem, "%s\n", out);
	return mem_printf(r->mem, "%s%s\n%s", out, reads(r, unit) ? facts(r, nomination_facts(r->db,
	    r->mem, unit, n->achieved_from, n->achieved_to)) : "", scores(r, n, unit));
}
