/* document_row.h - what the parts of document.c share of their SQL. */
#ifndef DOCUMENT_ROW_H
#define DOCUMENT_ROW_H

/* ?1 account, ?2 day: units at which he holds one of these. */
#define DOCUMENT_HELD(abilities_) \
	"(SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability IN (" abilities_ ") AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to)"

/* The row of a unit's name of that day, or the last that it bore. */
#define DOCUMENT_NAME(unit_, day_) \
	"coalesce((SELECT m.id FROM unit_name m WHERE m.unit = " unit_ \
	"  AND " day_ " BETWEEN m.valid_from AND m.valid_to)," \
	" (SELECT m.id FROM unit_name m WHERE m.unit = " unit_ " ORDER BY m.valid_from DESC LIMIT 1))"

/* Why: of the last step to another state. */
#define DOCUMENT_LAST_STEP(what_) \
	"coalesce((SELECT " what_ " FROM flow_step z LEFT JOIN account za ON za.id = z.account" \
	" WHERE z.id = (SELECT max(y.id) FROM flow_step y WHERE y.flow_case = c.id" \
	"  AND y.to_state <> y.from_state)" \
	" AND z.reason <> ''), '')"

/* Of answers that somebody was asked for. */
#define DOCUMENT_ASKED "JOIN flow_case ac ON ac.id = a.flow_case AND ac.state <> 'new'"

#endif
