/* document_heir.c - units come and go: who answers and judges in the place of one that ended. */

#include "db/document.h"

#include "db/document_row.h"

const struct grant document_inherits[] = {
	{ "document", READ | CHANGE }, { "flow_case", READ | CHANGE }, { "flow", READ },
	{ "unit", READ }, { "holiday", READ | ADD }, { "audit", READ | ADD },
	/* which whoever changes those tables must be able to read */
	{ "account", READ }, { "plan", READ }, { "role", READ }, { "mandate", READ },
	{ 0 }
};

/* A record x of a unit that has ended, of which something may still come, and who is there now:
 * through any number of steps, of several the one with the largest share.  From the few units that
 * have ended, not from all the answers that there are. */
#define ENDED(answer_, table_, open_) \
	"SELECT " answer_ " AS answer, x.id, u.id AS acts FROM unit u" \
	" CROSS JOIN " table_ " x ON coalesce(x.heir, x.unit) = u.id" \
	" JOIN flow_case c ON c.id = x.flow_case AND c.state NOT IN (" open_ ")" \
	" WHERE u.valid_to < ?1"
#define NEXT \
	"(SELECT e.successor FROM unit_succession e JOIN unit_heir h ON h.unit = e.unit" \
	"  AND h.heir = e.successor AND h.ended < ?1 WHERE e.unit = q.acts" \
	"  ORDER BY e.share DESC, e.successor LIMIT 1)"
static struct sql next = SQL(
	"SELECT q.answer, q.id, q.heir, coalesce(o.name, ''), coalesce(n.name, '') FROM"
	" (SELECT q.*, " NEXT " AS heir FROM ("
	ENDED("0", "document", "'dropped', 'withdrawn'")
	" UNION ALL " ENDED("1", "document_answer", "'withdrawn'") ") q) q"
	" LEFT JOIN unit_name o ON o.id = " DOCUMENT_NAME("q.acts", "?1")
	" LEFT JOIN unit_name n ON n.id = " DOCUMENT_NAME("q.heir", "?1")
	" WHERE q.heir IS NOT NULL ORDER BY q.answer, q.id LIMIT 1");

static struct sql set_document = SQL("UPDATE document SET heir = ?2 WHERE id = ?1");
static struct sql set_answer = SQL("UPDATE document_answer SET heir = ?2 WHERE id = ?1");
static struct sql case_of_document = SQL(
	"UPDATE flow_case SET unit = ?2 WHERE id = (SELECT flow_case FROM document WHERE id = ?1)");
/* Of its answers those of which it is the asking unit's turn. */
static struct sql cases_asked = SQL(
	"UPDATE flow_case SET unit = ?2 WHERE id IN (SELECT a.flow_case FROM document_answer a"
	" WHERE a.document = ?1) AND NOT EXISTS (SELECT 1 FROM flow_move m WHERE m.flow = flow_case.flow"
	"  AND m.move = 'reply' AND m.from_state = flow_case.state)");
static struct sql case_of_answer = SQL(
	"UPDATE flow_case SET unit = ?2 WHERE id = (SELECT flow_case FROM document_answer WHERE id = ?1)"
	" AND EXISTS (SELECT 1 FROM flow_move m WHERE m.flow = flow_case.flow"
	"  AND m.move = 'reply' AND m.from_state = flow_case.state)");

bool
document_inherit(struct db *db, struct mem *mem, const char *day, struct document_heir *h)
{
	if (!db_row(db, &next, TEXT(day)))
		return false;
	*h = (struct document_heir){ col_int(&next, 0), col_int(&next, 1), col_int(&next, 2),
	    col_text(&next, 3, mem), col_text(&next, 4, mem) };
	db_run(db, h->answer ? &set_answer : &set_document, INT(h->id), INT(h->heir));
	db_run(db, h->answer ? &case_of_answer : &case_of_document, INT(h->id), INT(h->heir));
	if (!h->answer)
		db_run(db, &cases_asked, INT(h->id), INT(h->heir));
	return true;
}
