-- A nomination is kept half-filled: what it is for and of which days may come later.  It is
-- neither passed on nor sent before.
DROP VIEW award_public;
DROP VIEW nomination_same;
DROP VIEW notice_case;
ALTER TABLE nomination RENAME COLUMN award_form TO had_form;
ALTER TABLE nomination RENAME COLUMN achieved_from TO had_from;
ALTER TABLE nomination RENAME COLUMN achieved_to TO had_to;
ALTER TABLE nomination ADD COLUMN award_form INTEGER REFERENCES award_form;
ALTER TABLE nomination ADD COLUMN achieved_from TEXT CHECK (achieved_from IS date(achieved_from));
ALTER TABLE nomination ADD COLUMN achieved_to TEXT CHECK (achieved_to IS date(achieved_to)
	AND (achieved_from IS NULL OR achieved_to >= achieved_from));
UPDATE nomination SET award_form = had_form, achieved_from = had_from, achieved_to = had_to;
ALTER TABLE nomination DROP COLUMN had_to;
ALTER TABLE nomination DROP COLUMN had_from;
ALTER TABLE nomination DROP COLUMN had_form;

INSERT INTO flow_move_field (flow, move, field) VALUES
	('award', 'pass', 'award_form'), ('award', 'pass', 'achieved'), ('award', 'pass', 'place'),
	('award', 'submit', 'award_form'), ('award', 'submit', 'achieved'), ('award', 'submit', 'place');

-- The only way from an award to a public page.  Who has not agreed to be named has
-- here no name, year, post, place or unit of his own: only the place that counts him.
CREATE VIEW award_public AS
SELECT a.id, a.award_decision, a.unit, a.outside, a.year, a.book,
	n.subject, n.award_form, n.award_type, n.award_group, n.named,
	CASE WHEN n.named THEN n.name END AS name,
	CASE WHEN n.named THEN n.name_plain END AS name_plain,
	CASE WHEN n.named THEN CASE n.subject WHEN 'collective' THEN n.name_key
		ELSE n.person_key END END AS sort_key,
	CASE WHEN n.named THEN n.birth_year END AS birth_year,
	CASE WHEN n.named THEN n.post ELSE '' END AS post,
	CASE WHEN n.named THEN n.place ELSE '' END AS place,
	CASE WHEN n.named THEN n.of_unit END AS of_unit,
	n.achieved_from, n.achieved_to,
	(SELECT u.ancestor FROM unit_under u JOIN unit_name k ON k.unit = u.ancestor
		AND n.day BETWEEN k.valid_from AND k.valid_to
	 JOIN award_place p ON p.kind = k.kind
	 WHERE u.unit = n.of_unit AND n.day BETWEEN u.valid_from AND u.valid_to
	 ORDER BY u.depth LIMIT 1) AS counted_at,
	v.number AS revoked_number, v.date AS revoked_date
FROM award a
JOIN (SELECT m.*, d.date AS day, m.subject = 'collective' OR EXISTS (
		SELECT 1 FROM nomination_consent c
		WHERE c.nomination = m.id AND c.withdrawn IS NULL) AS named
	FROM nomination m JOIN award w ON w.nomination = m.id
	JOIN award_decision d ON d.id = w.award_decision) n ON n.id = a.nomination
LEFT JOIN award_revocation v ON v.award = a.id;

-- The same achievement nominated twice: the same subject (a person's birth year if both
-- are known; a collective's or a household's unit), days in common, movement and type.
CREATE VIEW nomination_same AS
SELECT n.id AS nomination, m.id AS other, EXISTS (SELECT 1 FROM award a
		WHERE a.nomination = m.id AND NOT EXISTS (SELECT 1 FROM award_revocation v
			WHERE v.award = a.id)) AS rewarded
FROM nomination n
JOIN nomination m ON m.name_plain = n.name_plain AND m.subject = n.subject AND m.id <> n.id
	AND CASE n.subject WHEN 'person'
		THEN coalesce(m.birth_year = n.birth_year, 1) ELSE m.of_unit IS n.of_unit END
	AND m.achieved_from <= n.achieved_to AND n.achieved_from <= m.achieved_to
	AND m.plan IS n.plan AND m.award_type = n.award_type;

-- To which unit, about what, a move of that case is told.
CREATE VIEW notice_case AS
SELECT p.flow_case, p.id AS record, d.unit, trim(p.number || ' ' || p.subject) AS what,
	'/plan/' || p.id AS path
FROM plan p JOIN plan_delivery d ON d.plan = p.id
UNION ALL
SELECT r.flow_case, r.id, r.unit, f.name || ', ' || e.name, '/report/' || r.id
FROM report r JOIN report_period e ON e.id = r.report_period
JOIN report_form f ON f.id = e.report_form
UNION ALL
SELECT s.flow_case, s.id, s.unit, trim(p.number || ' ' || p.subject), '/signup/' || s.id
FROM signup s JOIN plan p ON p.id = s.plan
UNION ALL
SELECT e.flow_case, e.id, e.unit, r.name, '/evaluation/' || e.id
FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round
UNION ALL
SELECT DISTINCT r.flow_case, r.id, e.unit, r.name, '/evaluation/round/' || r.id || '/results'
FROM evaluation_round r JOIN evaluation e ON e.evaluation_round = r.id
WHERE EXISTS (SELECT 1 FROM evaluation_publication p
	JOIN evaluation_result x ON x.evaluation_publication = p.id AND x.evaluation = e.id
	WHERE p.evaluation_round = r.id)
UNION ALL
SELECT n.flow_case, n.id, n.unit, f.name, '/award/nomination/' || n.id
FROM nomination n JOIN award_form f ON f.id = n.award_form
UNION ALL
SELECT t.flow_case, t.id, f.unit, trim(p.number || ' ' || p.subject), '/feedback/' || min(f.id)
FROM feedback_topic t JOIN plan p ON p.id = t.plan
JOIN feedback f ON f.feedback_topic = t.id GROUP BY t.id, f.unit;

-- A sign-up is owed until its plan's last day: `until`, on which who asks says his day.
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
SELECT 'signup', p.id, d.unit, p.signup_due, p.signup_due, y.first_day, y.last_day,
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || d.unit
FROM plan p JOIN plan_force y ON y.plan = p.id
JOIN plan_delivery d ON d.plan = p.id
LEFT JOIN signup g ON g.plan = p.id AND g.unit = d.unit
LEFT JOIN flow_case c ON c.id = g.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE p.signup_due IS NOT NULL
UNION ALL
SELECT 'signup', p.id, u.unit, p.signup_due, p.signup_due, y.first_day, y.last_day,
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || u.unit
FROM plan p JOIN plan_force y ON y.plan = p.id
JOIN unit_under u ON u.ancestor = p.unit AND u.depth > 0
	AND p.signup_due BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit AND p.signup_due BETWEEN n.valid_from AND n.valid_to
LEFT JOIN signup g ON g.plan = p.id AND g.unit = u.unit
LEFT JOIN flow_case c ON c.id = g.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE p.signup_due IS NOT NULL
	AND EXISTS (SELECT 1 FROM plan_class l JOIN plan_class_kind m ON m.plan_class = l.id
		WHERE l.plan = p.id AND m.kind = n.kind)
	AND NOT EXISTS (SELECT 1 FROM plan_delivery d WHERE d.plan = p.id AND d.unit = u.unit)
UNION ALL
SELECT 'evaluation', x.evaluation_round, x.unit, r.due_date, r.due_date, '2000-01-01', '9999-12-31',
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), r.name, '/evaluation'
FROM evaluation_expected x JOIN evaluation_round r ON r.id = x.evaluation_round
JOIN flow_case k ON k.id = r.flow_case AND k.state = 'open'
LEFT JOIN evaluation e ON e.evaluation_round = x.evaluation_round AND e.judged = x.unit
LEFT JOIN flow_case c ON c.id = e.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE (e.id IS NULL OR e.unit = x.unit) AND coalesce(c.state, '') <> 'dropped'
UNION ALL
SELECT 'evaluation', r.id, e.unit, r.due_date, r.due_date, '2000-01-01', '9999-12-31', s.stands,
	c.state = 'returned', r.name, '/evaluation'
FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round
JOIN flow_case k ON k.id = r.flow_case AND k.state = 'open'
JOIN flow_case c ON c.id = e.flow_case AND c.state <> 'dropped'
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE e.judged IS NOT e.unit;
