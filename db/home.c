/* home.c - the SQL of what waits for whom. */

#include "db/home.h"

#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

#define NAME "trim(p.number || ' ' || p.subject)"

#define UNIT(of) "(SELECT un.name FROM unit_name un WHERE un.unit = " of \
	" AND ?2 BETWEEN un.valid_from AND un.valid_to)"

#define INSIDE "CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END"

/* Why it was returned, by whom: of the last step to another state of a case that may be
 * mended. */
#define LAST_STEP(c) \
	"(SELECT max(x.id) FROM flow_step x WHERE x.flow_case = " c " AND x.to_state <> x.from_state)"
#define RETURN_OF(c) \
	"coalesce((SELECT w.reason FROM flow_step w WHERE w.id = " LAST_STEP(c) " AND s.edits = 1), '')," \
	" coalesce((SELECT a.name FROM flow_step w JOIN account a ON a.id = w.account" \
	"  WHERE w.id = " LAST_STEP(c) "), '')"

/* Columns: id, period, unit, name, unit_name, due, state, tag, reason, by, at, count, code.
 * Of a group of one the bare columns are that one's. */

static struct sql to_receive = SQL(
	"SELECT p.id, 0, d.unit, " NAME ", " UNIT("d.unit") ", '', '', 'soon', '', '', d.sent, 1, ''"
	" FROM plan_delivery d JOIN plan p ON p.id = d.plan"
	" WHERE d.acknowledged IS NULL AND length(?3) > 0"
	" AND EXISTS (" MAY("plan.receive", "?1", "d.unit", "?2") ")"
	" ORDER BY d.sent LIMIT 100");

/* As in db/flow.c: what decides is never of one's own case. */
#define OWN \
	"(coalesce(c.author = ?1, 0) OR coalesce((SELECT w.account = ?1 FROM flow_step w" \
	" JOIN flow_move x ON x.flow = c.flow AND x.move = w.move" \
	"  AND x.from_state = w.from_state AND x.decides = 0" \
	" WHERE w.flow_case = c.id ORDER BY w.id DESC LIMIT 1), 0))"

/* A next step of the case is mine: a plain one (no reason to be given), unless more_ says
 * which. */
/* (The + keeps SQLite from beginning with all who hold that ability anywhere.) */
#define STEP(ability_, more_) \
	" EXISTS (SELECT 1 FROM flow_way m JOIN mandate_scope ms ON +ms.ability = m.ability" \
	"  AND ms.account = ?1 AND ms.unit = c.unit" \
	"  AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	"  AND ?2 BETWEEN ms.unit_from AND ms.unit_to" \
	"  WHERE m.flow = c.flow AND m.from_state = c.state" \
	"  AND ?2 BETWEEN m.valid_from AND m.valid_to AND m.ability " ability_ \
	"  AND " more_ " AND (m.decides = 0 OR NOT " OWN "))"
#define MINE(ability_) STEP(ability_, "m.reason = 0")

/* Before all else, where others' are many: the units that he reaches by that ability. */
#define REACHED(ability_) \
	"(SELECT rs.unit FROM mandate_scope rs WHERE rs.account = ?1 AND rs.ability = '" ability_ "'" \
	" AND ?2 BETWEEN rs.mandate_from AND rs.mandate_to" \
	" AND ?2 BETWEEN rs.unit_from AND rs.unit_to)"

/* Units whose kind is in a class of the plan, or to which it was sent to act on. */
static struct sql to_sign_up = SQL(
	"SELECT p.id, 0, u.unit, " NAME ", n.name, coalesce((SELECT l.last_day FROM plan_deadline l"
	"  WHERE l.plan = p.id), ''),"
	" coalesce(CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, ''),"
	" coalesce(s.tag, 'none'), "
	RETURN_OF("g.flow_case") ", coalesce(g.saved, 0), 1, ''"
	" FROM plan p JOIN plan_force y ON y.plan = p.id AND ?2 BETWEEN y.first_day AND y.last_day"
	"  AND y.own = 1 JOIN unit_under u ON u.ancestor = p.unit AND u.depth > 0"
	"  AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" JOIN unit_name n ON n.unit = u.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" LEFT JOIN signup g ON g.plan = p.id AND g.unit = u.unit"
	" LEFT JOIN flow_case b ON b.id = g.flow_case"
	" LEFT JOIN flow_state s ON s.flow = b.flow AND s.state = b.state"
	" WHERE (s.stands IS NULL OR s.stands = 0)"
	" AND u.unit IN " REACHED("signup.write")
	" AND (EXISTS (SELECT 1 FROM plan_delivery d JOIN plan_recipient pr ON pr.id = d.recipient"
	"   AND pr.purpose = 'act' WHERE d.plan = p.id AND d.unit = u.unit)"
	"  OR EXISTS (SELECT 1 FROM plan_class l JOIN plan_class_kind k ON k.plan_class = l.id"
	"   WHERE l.plan = p.id AND k.kind = n.kind)) LIMIT 100");

/* Plans of their own that my units owe to one in force; period: that one; id: the draft. */
static struct sql to_issue = SQL(
	"SELECT coalesce(u.draft, 0), p.id, u.unit, " NAME ", " UNIT("u.unit") ", u.last_day, '', 'soon', '', '',"
	" 0, 1, '' FROM plan_call_answer u JOIN plan p ON p.id = u.plan"
	" JOIN plan_force y ON y.plan = p.id AND ?2 BETWEEN y.first_day AND y.last_day"
	" WHERE u.unit IN " REACHED("plan.receive") " AND u.child IS NULL AND NOT coalesce(?2 <= u.leaves, 0)"
	" AND length(?3) > 0"
	" ORDER BY u.last_day LIMIT 100");

/* Dates of plans of my unit from which nothing was opened, from a month before: a round, a
 * request take time. */
static struct sql to_date = SQL(
	"SELECT d.plan, d.plan_date, d.unit, CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END"
	" || ': ' || " NAME ", " UNIT("d.unit") ", d.last_day, '', 'soon', '', '', 0, 1, ''"
	" FROM plan p CROSS JOIN plan_date x ON x.plan = p.id JOIN plan_date_kind k ON k.kind = x.kind"
	" JOIN plan_date_deadline d ON d.plan_date = x.id"
	" WHERE p.unit IN " REACHED("plan.date") " AND d.stands = 1 AND d.done = 0 AND ?2 <= d.until"
	" AND d.last_day <= date(?2, k.near_days || ' days') ORDER BY d.last_day LIMIT 100");

/* Reports of my units in opened periods that do not stand and are not with the leader. */
static struct sql to_report = SQL(
	"SELECT coalesce(r.id, 0), e.id, x.unit, f.name || ', ' || e.name, n.name, x.last_day,"
	" coalesce(CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, ''),"
	" coalesce(s.tag, 'none'), "
	RETURN_OF("r.flow_case") ", coalesce(c.at, 0), 1, ''"
	" FROM report_duty x JOIN report_period e ON e.id = x.report_period AND e.opens <= ?2"
	" JOIN report_form f ON f.id = e.report_form JOIN unit_name n ON n.id = x.unit_name"
	" LEFT JOIN report r ON r.report_period = e.id AND r.unit = x.unit"
	" LEFT JOIN flow_case c ON c.id = r.flow_case"
	" LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
	" WHERE x.unit IN " REACHED("report.write") " AND (s.edits IS NULL OR s.edits = 1) LIMIT 200");

/* A unit's own plan is its own people's, and who began it; that of a unit which has nobody for the
 * next step is that of those above. */
#define WORKS_AT(who_) \
	"EXISTS (SELECT 1 FROM mandate o WHERE o.unit = p.unit AND ?2 BETWEEN o.valid_from AND o.valid_to AND " who_ ")"
static struct sql plan_steps = SQL(
	"SELECT p.id, 0, p.unit, " NAME ", " UNIT("p.unit") ", '', " INSIDE ", s.tag, "
	RETURN_OF("c.id") ", c.at, 1, c.state"
	" FROM plan p CROSS JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind <> 'end'"
	" WHERE" MINE("LIKE 'plan.%'") " AND (c.author = ?1 OR " WORKS_AT("o.account = ?1") " OR NOT " WORKS_AT(
	"EXISTS (SELECT 1 FROM flow_way y JOIN role_ability ra ON ra.ability = y.ability AND ra.role = o.role"
	" AND " ROLE_HOLDS("ra", "?2") " WHERE y.flow = c.flow AND y.from_state = c.state AND y.reason = 0"
	" AND ?2 BETWEEN y.valid_from AND y.valid_to)") ") ORDER BY c.at LIMIT 100");

#define REPORT \
	" r.id, e.id, r.unit, f.name || ', ' || e.name, " UNIT("r.unit") "," \
	" coalesce((SELECT d.last_day FROM report_deadline d JOIN unit_name n ON n.unit = r.unit" \
	"  AND n.kind = d.kind AND e.window_to BETWEEN n.valid_from AND n.valid_to" \
	"  WHERE d.report_period = e.id), ''), " INSIDE ", s.tag, '', ''"
#define REPORTS \
	" FROM report r JOIN flow_case c ON c.id = r.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.edits = 0 AND s.kind <> 'end'" \
	" JOIN report_period e ON e.id = r.report_period" \
	" JOIN report_form f ON f.id = e.report_form WHERE c.flow = 'report' AND c.unit IN "

static struct sql to_send = SQL(
	"SELECT" REPORT ", c.at, 1, ''" REPORTS REACHED("report.send")
	" AND" MINE("= 'report.send'") " ORDER BY c.at LIMIT 100");
/* Sixty reports of a period are one piece of work. */
static struct sql to_review = SQL(
	"SELECT" REPORT ", min(c.at), count(*), ''" REPORTS
	REACHED("report.review") " AND" MINE("= 'report.review'")
	" GROUP BY e.id ORDER BY 11 LIMIT 100");

/* A sheet of the unit itself; or those of households, people, villages that it began. */
#define OTHERS "(d.judged IS NULL OR d.judged <> d.unit)"
#define ROUND_ENDS \
	"(SELECT l.last_day FROM evaluation_deadline l WHERE l.evaluation_round = r.id)"
#define SHEET \
	" coalesce(e.id, 0), r.id, d.unit, CASE WHEN " OTHERS " AND count(*) = 1" \
	"  THEN r.name || ': ' || coalesce(nullif(e.name, ''), " UNIT("d.judged") ", '')" \
	"  ELSE r.name END, " UNIT("d.unit") ", " ROUND_ENDS "," \
	" coalesce(" INSIDE ", ''), coalesce(s.tag, 'none'), "
#define SHEETS \
	" FROM evaluation_duty d JOIN evaluation_round r ON r.id = d.evaluation_round" \
	" JOIN flow_case k ON k.id = r.flow_case" \
	" LEFT JOIN evaluation e ON e.id = d.evaluation" \
	" LEFT JOIN flow_case c ON c.id = e.flow_case" \
	" LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state" \
	" WHERE (k.state = 'open' OR (k.state = 'closed' AND EXISTS (SELECT 1" \
	"  FROM evaluation_sent x WHERE x.evaluation = e.id)))"

static struct sql to_score = SQL(
	"SELECT" SHEET RETURN_OF("e.flow_case") ", coalesce(min(c.at), 0), count(*),"
	" CASE WHEN " OTHERS " THEN 'subject' ELSE '' END" SHEETS
	" AND coalesce(c.state, 'draft') IN ('draft', 'returned')"
	" AND EXISTS (" MAY("evaluation.write", "?1", "d.unit", "?2") ")"
	" GROUP BY r.id, d.unit, CASE WHEN " OTHERS " AND c.state = 'draft' THEN -1"
	"  ELSE coalesce(e.id, 0) END LIMIT 100");
static struct sql to_send_score = SQL(
	"SELECT" SHEET "'', '', min(c.at), count(*), ''" SHEETS " AND c.state = 'signing'"
	" AND EXISTS (" MAY("evaluation.send", "?1", "d.unit", "?2") ")"
	" GROUP BY r.id, d.unit LIMIT 100");
static struct sql to_review_score = SQL(
	"SELECT e.id, r.id, r.unit, r.name, " UNIT("e.unit") ", '', " INSIDE ", s.tag, '', '',"
	" min(c.at), count(*), ''"
	" FROM evaluation e JOIN flow_case c ON c.id = e.flow_case AND c.state = 'sent'"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
	" JOIN evaluation_round r ON r.id = e.evaluation_round"
	" JOIN flow_case k ON k.id = r.flow_case AND k.state IN ('open', 'closed')"
	" WHERE NOT " OWN " AND EXISTS (" MAY("evaluation.review", "?1", "r.unit", "?2") ")"
	" GROUP BY r.id ORDER BY 11 LIMIT 100");
/* Its last day closes a round; before it nothing presses. */
static struct sql round_steps = SQL(
	"SELECT r.id, 0, r.unit, r.name, " UNIT("r.unit") ", '', " INSIDE ", s.tag, '', '',"
	" c.at, 1, c.state"
	" FROM evaluation_round r JOIN flow_case c ON c.id = r.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind <> 'end'"
	" WHERE" STEP("LIKE 'evaluation.%'",
	    "m.reason = 0 AND (m.move <> 'close' OR " ROUND_ENDS " < ?2)") " LIMIT 100");

/* Many drafts are one piece of work, each return is its own. */
#define NOMINATION \
	" n.id, 0, n.unit, n.name || coalesce(', ' || f.name, ''), " UNIT("n.unit") ", '', " INSIDE ", s.tag, "
#define NOMINATIONS \
	" FROM nomination n JOIN flow_case c ON c.id = n.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state" \
	" LEFT JOIN award_form f ON f.id = n.award_form WHERE"
#define EACH_RETURN \
	" GROUP BY n.unit, c.state, CASE c.state WHEN 'returned' THEN n.id ELSE 0 END" \
	" ORDER BY 11 LIMIT 100"

static struct sql to_nominate = SQL(
	"SELECT" NOMINATION RETURN_OF("c.id") ", min(c.at), count(*), c.state" NOMINATIONS
	" c.state IN ('draft', 'returned')"
	" AND EXISTS (" MAY("award.nominate", "?1", "n.unit", "?2") ")" EACH_RETURN);
/* What was passed to the leader: a draft is still its writer's.  Where the unit has nobody
 * else who could pass it on, what is written (something but headings) waits for him. */
static struct sql to_send_nomination = SQL(
	"SELECT" NOMINATION RETURN_OF("c.id") ", min(c.at), count(*), c.state" NOMINATIONS
	" (c.state = 'signing' OR (c.state IN ('draft', 'returned')"
	"  AND n.html GLOB '*<[boptu]*' AND NOT EXISTS (SELECT 1 FROM account a"
	"   WHERE a.disabled IS NULL AND a.id <> ?1"
	"   AND EXISTS (" MAY("award.nominate", "a.id", "n.unit", "?2") "))))"
	" AND" MINE("= 'award.send'") EACH_RETURN);
static struct sql to_appraise = SQL(
	"SELECT" NOMINATION "'', '', min(c.at), count(*), c.state" NOMINATIONS
	" c.state IN ('submitted', 'received', 'council') AND" MINE("= 'award.review'")
	" GROUP BY c.unit, c.state ORDER BY 11 LIMIT 100");
/* One made outside the tree is only recorded, one of its own is submitted. */
static struct sql decision_steps = SQL(
	"SELECT d.id, 0, d.unit, d.title, " UNIT("d.unit") ", '', " INSIDE ", s.tag, "
	RETURN_OF("c.id") ", c.at, 1, c.state"
	" FROM award_decision d JOIN flow_case c ON c.id = d.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind <> 'end'"
	" WHERE" STEP("LIKE 'award.%'", "m.reason = 0 AND CASE m.move WHEN 'record'"
	    " THEN d.outside <> '' WHEN 'submit' THEN d.outside = '' ELSE 1 END")
	" ORDER BY c.at LIMIT 100");

/* What is said of a draft is for who may see that: as feedback_is_inside() has it. */
#define DRAFTS_SEEN \
	"(p.unit IN " REACHED("plan.view") " AND p.unit IN " REACHED("feedback.view") ")"

static struct sql to_group = SQL(
	"SELECT p.id, 0, p.unit, " NAME ", " UNIT("p.unit") ", '', '', 'soon', '', '',"
	" min(f.at), count(*), '' FROM feedback f JOIN plan p ON p.id = f.plan"
	" WHERE f.withdrawn IS NULL AND f.feedback_topic IS NULL AND length(?3) > 0"
	" AND EXISTS (" MAY("feedback.review", "?1", "p.unit", "?2") ")"
	" AND (f.feedback_draft IS NULL OR " DRAFTS_SEEN ") GROUP BY p.id ORDER BY 11 LIMIT 100");
/* To decide is to give a reason: it is the answer. */
static struct sql topic_steps = SQL(
	"SELECT t.id, 0, c.unit, t.name || ' (' || trim(p.number || ' ' || p.subject) || ')', "
	UNIT("c.unit") ", '', " INSIDE ", s.tag, " RETURN_OF("c.id") ", c.at, 1, c.state"
	" FROM feedback_topic t JOIN plan p ON p.id = t.plan"
	" CROSS JOIN flow_case c ON c.id = t.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind <> 'end'"
	" WHERE" STEP("LIKE 'feedback.%'", "m.move <> 'return'")
	" AND (" DRAFTS_SEEN " OR EXISTS (SELECT 1 FROM feedback f WHERE f.feedback_topic = t.id"
	"  AND f.feedback_draft IS NULL)) ORDER BY c.at LIMIT 100");

/* While it is open; what is over is not late. */
static struct sql to_comment = SQL(
	"SELECT d.id, 0, u.unit, p.subject, " UNIT("u.unit") ", w.last_day, '', 'soon', '', '',"
	" d.at, 1, '' FROM feedback_draft_unit u JOIN feedback_draft d ON d.id = u.feedback_draft"
	" JOIN feedback_draft_window w ON w.feedback_draft = d.id AND w.runs = 1"
	"  AND ?2 BETWEEN w.first_day AND w.last_day JOIN plan p ON p.id = d.plan"
	" WHERE u.unit IN " REACHED("feedback.write") " AND u.agreed IS NULL AND length(?3) > 0"
	" AND EXISTS (SELECT 1 FROM unit_under x WHERE x.ancestor = p.unit AND x.unit = u.unit"
	"  AND ?2 BETWEEN x.valid_from AND x.valid_to)"
	" AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.feedback_draft = d.id AND f.unit = u.unit"
	"  AND f.withdrawn IS NULL) LIMIT 100");

/* Tasks given (nhiệm vụ): by their first words and the plan. */
#define GIVEN \
	" t.id, k.id, t.unit, CASE WHEN length(k.text) > 120 THEN substr(k.text, 1, 120) || '...'" \
	"  ELSE k.text END || ' (' || coalesce(nullif(p.number, ''), substr(p.subject, 1, 60)) || ')', " \
	UNIT("t.unit") ", d.last_day, " INSIDE ", s.tag, "
#define GIVENS \
	" FROM task_unit t JOIN task k ON k.id = t.task JOIN task_deadline d ON d.task = k.id" \
	" JOIN plan p ON p.id = k.plan JOIN flow_case c ON c.id = t.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state WHERE"
/* By the units, of which an officer has few: there are tasks times units of tasks. */
#define MY_UNIT(ability_) \
	" AND t.unit IN (SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	"  AND ms.ability = '" ability_ "' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	"  AND ?2 BETWEEN ms.unit_from AND ms.unit_to)"
static struct sql to_do = SQL(
	"SELECT" GIVEN RETURN_OF("c.id") ", c.at, 1, c.state" GIVENS
	" c.state IN ('given', 'received', 'returned')" MY_UNIT("task.write") " LIMIT 200");
static struct sql to_send_done = SQL(
	"SELECT" GIVEN "'', '', c.at, 1, c.state" GIVENS " c.state = 'signing'"
	MY_UNIT("task.send") " LIMIT 200");
/* Who keeps the plan accepts: the unit's due date is not his. */
static struct sql to_accept = SQL(
	"SELECT" GIVEN "'', '', min(c.at), count(*), c.state" GIVENS " c.flow = 'task' AND c.state = 'sent'"
	" AND ?1 IN (SELECT m.account FROM mandate_scope m WHERE m.account = ?1"
	"  AND m.ability = 'task.give')"	/* asked once, before anything is read */
	" AND EXISTS (" MAY("task.give", "?1", "p.unit", "?2") ") AND NOT " OWN
	" GROUP BY k.id ORDER BY 11 LIMIT 100");

/* The case of a proposal or conclusion, and of an answer, is of the unit whose turn it is. */
#define DOCUMENT_NAME \
	" CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END" \
	" || coalesce(' ' || nullif(d.number, ''), '') || coalesce(', ' || nullif(CASE" \
	"  WHEN length(d.subject) > 120 THEN substr(d.subject, 1, 120) || '...' ELSE d.subject END, ''), ''), "
#define DOCUMENT_OF(case_) \
	" FROM flow_case c JOIN flow_state s ON s.flow = c.flow AND s.state = c.state " case_ \
	" JOIN document_kind k ON k.kind = d.kind WHERE c.unit IN "
#define DOCUMENT DOCUMENT_OF("JOIN document d ON d.flow_case = c.id")
#define DOCUMENT_ANSWER \
	DOCUMENT_OF("JOIN document_answer a ON a.flow_case = c.id JOIN document d ON d.id = a.document" \
	" LEFT JOIN holiday_due h ON h.day = d.due_date")	/* the view would be made whole for it */
#define ANSWERED \
	"SELECT a.id, d.id, c.unit," DOCUMENT_NAME UNIT("c.unit") ", coalesce(h.last_day, ''), " INSIDE ", s.tag, "

static struct sql to_write_document = SQL(
	"SELECT d.id, 0, c.unit," DOCUMENT_NAME UNIT("c.unit") ", '', " INSIDE ", s.tag, "
	RETURN_OF("c.id") ", min(c.at), count(*), c.state" DOCUMENT REACHED("document.write")
	" AND c.flow = 'document' AND c.state IN ('draft', 'returned')"
	" GROUP BY c.unit, c.state, CASE c.state WHEN 'returned' THEN d.id ELSE 0 END ORDER BY 11 LIMIT 100");
static struct sql to_send_document = SQL(
	"SELECT d.id, 0, c.unit," DOCUMENT_NAME UNIT("c.unit") ", '', " INSIDE ", s.tag, '', '', c.at, 1, c.state"
	DOCUMENT REACHED("document.send") " AND c.flow = 'document' AND c.state = 'signing' ORDER BY c.at LIMIT 100");
static struct sql to_answer = SQL(
	ANSWERED RETURN_OF("c.id") ", c.at, 1, c.state" DOCUMENT_ANSWER REACHED("document.write")
	" AND c.flow = 'document_answer' AND c.state IN ('waiting', 'returned') LIMIT 200");
static struct sql to_send_answer = SQL(
	ANSWERED "'', '', c.at, 1, c.state" DOCUMENT_ANSWER REACHED("document.send")
	" AND c.flow = 'document_answer' AND c.state = 'signing' LIMIT 200");
/* Of sixty communes the answers to one conclusion are one piece of work. */
static struct sql to_accept_answer = SQL(
	ANSWERED "'', '', min(c.at), count(*), c.state" DOCUMENT_ANSWER REACHED("document.judge")
	" AND c.flow = 'document_answer' AND c.state = 'answered' AND NOT " OWN
	" GROUP BY d.id ORDER BY 11 LIMIT 100");

enum { NEAR = 7 };	/* days */

static enum task_when
when_of(const struct task *t, const char *day, const char *near)
{
	if (*t->reason || (*t->due && strcmp(t->due, day) < 0))
		return TASK_NOW;
	return !*t->due ? TASK_WAITS : strcmp(t->due, near) <= 0 ? TASK_SOON : TASK_LATER;
}

static bool
before(const struct task *a, const struct task *b)
{
	if (a->when != b->when)
		return a->when < b->when;
	int x = strcmp(a->due, b->due);
	return x ? x < 0 : a->at < b->at;
}

static struct task *
collect(struct db *db, struct sql *q, struct mem *mem, enum task_kind kind,
    struct task *all, int64_t account, const char *day, const char *lang)
{
	const char *near = text_day_add(mem, day, NEAR);

	db_query(db, q, INT(account), TEXT(day), TEXT(lang));
	while (db_next(db, q)) {
		struct task *t = mem_take(mem, sizeof(*t)), **at = &all;
		*t = (struct task){
			.kind      = kind,
			.id        = col_int(q, 0),
			.period    = col_int(q, 1),
			.unit      = col_int(q, 2),
			.name      = col_text(q, 3, mem),
			.unit_name = col_text(q, 4, mem),
			/* The unit's due date is not the reviewer's. */
			.due       = kind == TASK_REVIEW || kind == TASK_DO_ACCEPT
			    || kind == TASK_ANSWER_ACCEPT ? ""
			    : col_text(q, 5, mem),
			.state     = col_text(q, 6, mem),
			.tag       = col_text(q, 7, mem),
			.reason    = col_text(q, 8, mem),
			.by        = col_text(q, 9, mem),
			.at        = col_int(q, 10),
			.count     = col_int(q, 11),
			.code      = col_text(q, 12, mem),
		};
		t->when = when_of(t, day, near ? near : day);
		while (*at && !before(t, *at))
			at = &(*at)->next;
		t->next = *at;
		*at = t;
	}
	return all;
}

struct task *
home_tasks(struct db *db, struct mem *mem, int64_t account, const char *day,
    const char *lang)
{
	static const struct {
		struct sql *q;
		enum task_kind kind;
	} kinds[] = {
		{ &to_report, TASK_REPORT }, { &to_send, TASK_SEND },
		{ &to_review, TASK_REVIEW }, { &plan_steps, TASK_PLAN },
		{ &to_date, TASK_DATE }, { &to_issue, TASK_OWN_PLAN }, { &to_sign_up, TASK_SIGNUP }, { &to_receive, TASK_RECEIVE },
		{ &to_score, TASK_SCORE }, { &to_send_score, TASK_SCORE_SEND },
		{ &to_review_score, TASK_SCORE_REVIEW }, { &round_steps, TASK_ROUND },
		{ &to_nominate, TASK_NOMINATE }, { &to_send_nomination, TASK_NOMINATE_SEND },
		{ &to_appraise, TASK_APPRAISE }, { &decision_steps, TASK_DECISION },
		{ &to_group, TASK_GROUP }, { &topic_steps, TASK_TOPIC },
		{ &to_do, TASK_DO }, { &to_comment, TASK_COMMENT }, { &to_send_done, TASK_DO_SEND }, { &to_accept, TASK_DO_ACCEPT },
		{ &to_write_document, TASK_DOCUMENT }, { &to_send_document, TASK_DOCUMENT_SEND },
		{ &to_answer, TASK_ANSWER }, { &to_send_answer, TASK_ANSWER_SEND },
		{ &to_accept_answer, TASK_ANSWER_ACCEPT },
	};
	struct task *all = NULL;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		all = collect(db, kinds[i].q, mem, kinds[i].kind, all, account, day, lang);
	return all;
}
