/* report_row.h - a duty to report as a row of SQL; of db/report*.c alone. */
#ifndef REPORT_ROW_H
#define REPORT_ROW_H

#include "db/report.h"

/*
 * The columns of every list; ?3 is the language.  A duty is a row of the view
 * report_expected, whether or not a report was begun.
 */
#define REPORT(from_, total_, write_, send_, contact_, phone_, reminders_, reminded_) \
	"SELECT coalesce(r.id, 0), coalesce(r.flow_case, 0), coalesce(r.edition, 0)," \
	" coalesce(r.saved, 0), coalesce(a.name, ''), coalesce(r.odd, '')," \
	" coalesce(c.state, ''), CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END," \
	" CASE WHEN ?3 = 'en' THEN s.outside_en ELSE s.outside_vi END, coalesce(s.tag, 'none')," \
	" t.receipt, t.at," \
	" coalesce(e.first_day, ''), e.late, e.report_period, e.unit, e.report_form, e.name, e.kind, e.form, e.period," \
	" e.window_from, e.window_to, e.opens, e.due_date, e.last_day, e.holiday, e.source," \
	" p.reason, q.name, coalesce(p.at, 0), coalesce(p.id, 0), " \
	write_ ", " send_ ", " contact_ ", " phone_ ", " reminders_ ", " reminded_ ", " total_ \
	" FROM " from_ \
	" LEFT JOIN account a ON a.id = r.saver" \
	" LEFT JOIN report_sent t ON t.id = (SELECT max(i.id) FROM report_sent i WHERE i.report = r.id)" \
	" LEFT JOIN flow_step p ON c.state IN ('returned', 'signing', 'sent')" \
	"  AND p.id = (SELECT max(w.id) FROM flow_step w WHERE w.flow_case = c.id" \
	"   AND w.to_state = 'returned' AND (c.state <> 'sent' OR w.from_state <> 'signing'))" \
	" LEFT JOIN account q ON q.id = p.account "

/* A duty with what became of it. */
#define ANSWERED \
	" LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit" \
	" LEFT JOIN flow_case c ON c.id = r.flow_case" \
	" LEFT JOIN flow_state s ON s.flow = 'report' AND s.state = c.state"

/* The rows of such a query, which has been started; total: of the last row, or NULL. */
struct report *report_take(struct db *, struct sql *, struct mem *, int64_t *total);

#endif
