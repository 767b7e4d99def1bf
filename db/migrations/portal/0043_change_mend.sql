-- What a recall does to a replacement and to a plan of one's own, and who sharpens what on a day.

-- From which day to which each of them that stands changes its target: from its own day, never
-- before its issue; an amendment or a correction that is itself recalled, until the day before.
-- A replacement has ended its target for good once it held, recalled or not; one that is recalled
-- on its first day or before never held: its last day is before its first.
DROP VIEW plan_change_force;
CREATE VIEW plan_change_force AS
SELECT y.plan, y.target, y.kind, y.date, y.first_day,
	CASE WHEN y.recalled IS NULL OR y.kind = 'recall' OR (y.kind = 'replace' AND y.recalled > y.first_day)
		THEN '9999-12-31' ELSE date(y.recalled, '-1 day') END AS last_day
FROM (SELECT g.plan, g.target, g.kind, p.date, max(p.date, coalesce(g.holds, p.date)) AS first_day,
		(SELECT min(max(q.date, coalesce(h.holds, q.date)))
			FROM plan_change h JOIN plan q ON q.id = h.plan
			JOIN flow_case d ON d.id = q.flow_case
			JOIN flow_state t ON t.flow = d.flow AND t.state = d.state AND t.stands = 1
			WHERE h.target = g.plan AND h.kind = 'recall') AS recalled
	FROM plan_change g JOIN plan p ON p.id = g.plan AND p.date IS NOT NULL
	JOIN flow_case c ON c.id = p.flow_case
	JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1) y;

-- As before (0036); what never held ends nothing.
DROP VIEW plan_force;
CREATE VIEW plan_force AS
SELECT p.id AS plan,
	coalesce(max(p.date, (SELECT g.holds FROM plan_change g WHERE g.plan = p.id)), p.date, '') AS first_day,
	min(CASE length(p.period_to) WHEN 0 THEN '9999-12-31' WHEN 4 THEN p.period_to || '-12-31'
		ELSE p.period_to END,
		coalesce((SELECT date(min(f.first_day), '-1 day') FROM plan_change_force f
			WHERE f.target = p.id AND f.kind IN ('replace', 'recall')
			AND f.first_day <= f.last_day), '9999-12-31')) AS last_day,
	NOT EXISTS (SELECT 1 FROM plan_change g WHERE g.plan = p.id AND g.kind <> 'replace') AS own
FROM plan p
JOIN flow_case c ON c.id = p.flow_case
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1;

-- Likewise (0041).
DROP VIEW plan_date_deadline;
CREATE VIEW plan_date_deadline AS
SELECT d.id AS plan_date, d.plan, p.unit, d.day, h.last_day, h.name AS holiday, s.stands,
	(SELECT r.id FROM evaluation_round r WHERE r.plan_date = d.id) AS evaluation_round,
	(SELECT e.id FROM report_period e WHERE e.plan_date = d.id) AS report_period,
	d.done IS NOT NULL OR EXISTS (SELECT 1 FROM evaluation_round r WHERE r.plan_date = d.id)
		OR EXISTS (SELECT 1 FROM report_period e WHERE e.plan_date = d.id) AS done,
	coalesce((SELECT date(min(f.first_day), '-1 day') FROM plan_change_force f
		WHERE f.target = d.plan AND f.kind IN ('replace', 'recall')
			AND f.first_day <= f.last_day), '9999-12-31') AS until
FROM plan_date d JOIN plan p ON p.id = d.plan JOIN holiday_due h ON h.day = d.day
JOIN flow_case c ON c.id = p.flow_case JOIN flow_state s ON s.flow = c.flow AND s.state = c.state;

-- Of a draft what hangs on a clause is taken back with it.
CREATE INDEX plan_change_clause_by_beside ON plan_change_clause (plan, beside);

-- What each of these units has made of it: its first plan under it that stands and is not
-- recalled, else one that is being drafted.  Of the recalled ones the last to go answers until
-- the day before (leaving, leaves).  (A plan without a date stands since its case moved.)
DROP VIEW plan_call_answer;
CREATE VIEW plan_call_answer AS
SELECT u.plan, u.unit, d.due_date, d.last_day,
	(SELECT p.id FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN flow_case c ON c.id = p.flow_case
		JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1
		WHERE a.ancestor = u.plan AND a.depth = 1 AND NOT EXISTS (SELECT 1
			FROM plan_change_force e WHERE e.target = p.id AND e.kind = 'recall')
		ORDER BY coalesce(p.date, date(c.at, 'unixepoch', 'localtime')), p.id LIMIT 1) AS child,
	(SELECT min(p.id) FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN flow_case c ON c.id = p.flow_case
		JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
			AND s.stands = 0 AND s.kind <> 'end'
		WHERE a.ancestor = u.plan AND a.depth = 1) AS draft,
	(SELECT p.id FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN plan_change_force e ON e.target = p.id AND e.kind = 'recall'
		JOIN plan_force y ON y.plan = p.id
		WHERE a.ancestor = u.plan AND a.depth = 1 ORDER BY e.first_day DESC, p.id LIMIT 1) AS leaving,
	(SELECT date(max(e.first_day), '-1 day') FROM plan_above a
		JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN plan_change_force e ON e.target = p.id AND e.kind = 'recall'
		JOIN plan_force y ON y.plan = p.id
		WHERE a.ancestor = u.plan AND a.depth = 1) AS leaves
FROM plan_call_unit u JOIN plan_call_deadline d ON d.plan = u.plan;

-- Its criteria, the inherited ones among them, those that a nearer plan sharpens too: whether it
-- does hangs on the day (plan_sharpened).  An inherited class is the nearest one of the same name
-- or with a kind of unit in common.
DROP VIEW plan_holds;
CREATE VIEW plan_holds AS
SELECT s.plan, s.source, s.depth, k.seq AS class_seq, i.seq, k.id AS plan_class,
	coalesce((SELECT l.id FROM plan_class l WHERE l.plan = s.plan AND s.depth > 0
			AND (l.name = k.name OR EXISTS (SELECT 1 FROM plan_class_kind x
				JOIN plan_class_kind y ON y.kind = x.kind
				WHERE x.plan_class = l.id AND y.plan_class = k.id))
			ORDER BY l.seq LIMIT 1),
		(SELECT l.id FROM plan_above w JOIN plan_class l ON l.plan = w.ancestor
			WHERE w.plan = s.plan AND w.depth < s.depth
			AND (l.name = k.name OR EXISTS (SELECT 1 FROM plan_class_kind x
				JOIN plan_class_kind y ON y.kind = x.kind
				WHERE x.plan_class = l.id AND y.plan_class = k.id))
			ORDER BY w.depth, l.seq LIMIT 1), k.id) AS as_class,
	i.id AS plan_criterion
FROM plan_source s JOIN plan_class k ON k.plan = s.source
JOIN plan_criterion i ON i.plan_class = k.id;

-- A criterion that another sharpens: of which plan that one is, and its clause.  It stands in the
-- place of the first while its clause is there.
CREATE VIEW plan_sharpened AS
SELECT o.sharpens AS plan_criterion, l.plan AS source, o.anchor
FROM plan_criterion o JOIN plan_class l ON l.id = o.plan_class
WHERE o.sharpens IS NOT NULL;

-- As before (0041); a unit whose plan is recalled owes one from that day on.
DROP VIEW notice_duty;
CREATE VIEW notice_duty AS
SELECT 'report' AS duty, e.report_period AS record, e.unit, e.due_date AS set_day,
	e.last_day AS due, e.opens AS since, '9999-12-31' AS until, coalesce(s.stands, 0) AS done,
	coalesce(c.state = 'returned', 0) AS back, e.form || ', ' || e.period AS what,
	coalesce('/report/' || r.id, '/report/period/' || e.report_period || '/unit/' || e.unit) AS path
FROM report_expected e
LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit
LEFT JOIN flow_case c ON c.id = r.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
UNION ALL
SELECT 'signup', p.id, d.unit, p.signup_due, h.last_day, y.first_day, y.last_day,
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || d.unit
FROM plan p JOIN plan_force y ON y.plan = p.id AND y.own = 1 JOIN plan_deadline h ON h.plan = p.id
JOIN plan_delivery d ON d.plan = p.id
JOIN plan_recipient a ON a.id = d.recipient AND a.purpose = 'act'
LEFT JOIN signup g ON g.plan = p.id AND g.unit = d.unit
LEFT JOIN flow_case c ON c.id = g.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
UNION ALL
SELECT 'signup', p.id, u.unit, p.signup_due, h.last_day, y.first_day, y.last_day,
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || u.unit
FROM plan p JOIN plan_force y ON y.plan = p.id AND y.own = 1 JOIN plan_deadline h ON h.plan = p.id
JOIN unit_under u ON u.ancestor = p.unit AND u.depth > 0
	AND p.signup_due BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit AND p.signup_due BETWEEN n.valid_from AND n.valid_to
LEFT JOIN signup g ON g.plan = p.id AND g.unit = u.unit
LEFT JOIN flow_case c ON c.id = g.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE EXISTS (SELECT 1 FROM plan_class l JOIN plan_class_kind m ON m.plan_class = l.id
		WHERE l.plan = p.id AND m.kind = n.kind)
	AND NOT EXISTS (SELECT 1 FROM plan_delivery d JOIN plan_recipient a ON a.id = d.recipient
		AND a.purpose = 'act' WHERE d.plan = p.id AND d.unit = u.unit)
UNION ALL
SELECT 'evaluation', x.evaluation_round, x.unit, r.due_date, h.last_day, '2000-01-01', '9999-12-31',
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), r.name, '/evaluation'
FROM evaluation_expected x JOIN evaluation_round r ON r.id = x.evaluation_round
JOIN evaluation_deadline h ON h.evaluation_round = r.id
JOIN flow_case k ON k.id = r.flow_case AND k.state = 'open'
LEFT JOIN evaluation e ON e.evaluation_round = x.evaluation_round AND e.judged = x.unit
LEFT JOIN flow_case c ON c.id = e.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE (e.id IS NULL OR e.unit = x.unit) AND coalesce(c.state, '') <> 'dropped'
UNION ALL
SELECT 'evaluation', r.id, e.unit, r.due_date, h.last_day, '2000-01-01', '9999-12-31', s.stands,
	c.state = 'returned', r.name, '/evaluation'
FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round
JOIN evaluation_deadline h ON h.evaluation_round = r.id
JOIN flow_case k ON k.id = r.flow_case AND k.state = 'open'
JOIN flow_case c ON c.id = e.flow_case AND c.state <> 'dropped'
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE e.judged IS NOT e.unit
UNION ALL
SELECT 'task', k.id, t.unit, k.due_date, d.last_day, k.day, '9999-12-31', s.stands,
	c.state = 'returned', trim(p.number || ' ' || p.subject)
	|| CASE k.anchor WHEN '' THEN '' ELSE ' (' || replace(k.anchor, '~', ', ý ') || ')' END,
	'/task/unit/' || t.id
FROM task_unit t JOIN task k ON k.id = t.task JOIN plan p ON p.id = k.plan
JOIN task_deadline d ON d.task = k.id
JOIN flow_case c ON c.id = t.flow_case AND c.state NOT IN ('new', 'withdrawn')
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
UNION ALL
SELECT 'plan', p.id, u.unit, u.due_date, u.last_day,
	CASE WHEN u.child IS NULL AND u.leaves >= y.first_day THEN date(u.leaves, '+1 day') ELSE y.first_day END,
	y.last_day, u.child IS NOT NULL, 0,
	trim(p.number || ' ' || p.subject), '/plan/' || p.id
FROM plan_call_answer u JOIN plan p ON p.id = u.plan JOIN plan_force y ON y.plan = p.id
UNION ALL
SELECT 'date', d.id, e.unit, d.day, e.last_day, coalesce(p.date, '2000-01-01'), e.until, e.done, 0,
	k.label_vi || ', ' || trim(p.number || ' ' || p.subject), '/plan/' || p.id || '/date'
FROM plan_date d JOIN plan_date_kind k ON k.kind = d.kind JOIN plan p ON p.id = d.plan
JOIN plan_date_deadline e ON e.plan_date = d.id AND e.stands = 1;
