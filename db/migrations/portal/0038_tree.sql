-- The tree of plans: a plan carries out another (its parent); it asks units for plans of their
-- own; criteria hold down the tree by reference.  And recipients: groups that a document
-- defines, receipts on paper.

-- Who works for a unit drafts its own plan; its leader approves and numbers it, or records what
-- was signed on paper: a small office has no other hands.
INSERT INTO role_ability (role, ability, scope) VALUES
	('unit_officer', 'plan.view',    'own'),
	('unit_officer', 'plan.write',   'own'),
	('unit_leader',  'plan.view',    'own'),
	('unit_leader',  'plan.approve', 'own'),
	('unit_leader',  'plan.issue',   'own'),
	('unit_leader',  'plan.record',  'own');

-- All that stand above a plan, its parent at depth 1.  A parent stands already and so does not
-- change its own, and a draft is nobody's parent: what was made when the parent was chosen
-- stays true.
CREATE TABLE plan_above (
	plan     INTEGER NOT NULL REFERENCES plan,
	ancestor INTEGER NOT NULL REFERENCES plan,
	depth    INTEGER NOT NULL CHECK (depth >= 1),
	PRIMARY KEY (plan, ancestor),
	UNIQUE (plan, depth)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_above_down ON plan_above (ancestor, depth);

CREATE TRIGGER plan_above_is_no_ring BEFORE INSERT ON plan_above
WHEN NEW.plan = NEW.ancestor OR EXISTS (SELECT 1 FROM plan_above x
	WHERE x.plan = NEW.ancestor AND x.ancestor = NEW.plan)
BEGIN SELECT RAISE(ABORT, 'a plan is not above itself'); END;

-- A plan asks units for a plan of their own, until a day (yêu cầu ban hành kế hoạch).
CREATE TABLE plan_call (
	plan     INTEGER PRIMARY KEY REFERENCES plan,
	due_date TEXT NOT NULL CHECK (due_date IS date(due_date)),
	text     TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 1000)
) STRICT;

CREATE TABLE plan_call_addressee (
	plan       INTEGER NOT NULL REFERENCES plan,
	kind       TEXT REFERENCES unit_kind,
	unit_group INTEGER REFERENCES unit_group,
	unit       INTEGER REFERENCES unit,
	CHECK ((kind IS NOT NULL) + (unit_group IS NOT NULL) + (unit IS NOT NULL) = 1),
	UNIQUE (plan, kind),
	UNIQUE (plan, unit_group),
	UNIQUE (plan, unit)
) STRICT;

-- Whom it asks: found once, on the day of issue.
CREATE TABLE plan_call_unit (
	plan INTEGER NOT NULL REFERENCES plan,
	unit INTEGER NOT NULL REFERENCES unit,
	PRIMARY KEY (plan, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_call_unit_by_unit ON plan_call_unit (unit, plan);

CREATE TRIGGER plan_call_due_set AFTER INSERT ON plan_call BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;

CREATE VIEW plan_call_deadline AS
SELECT c.plan, c.due_date, h.last_day FROM plan_call c JOIN holiday_due h ON h.day = c.due_date;

-- What each of these units has made of it: its first plan under that one that stands, else one
-- that is being drafted.  (A plan without a date stands since its case moved.)
CREATE VIEW plan_call_answer AS
SELECT u.plan, u.unit, d.due_date, d.last_day,
	(SELECT p.id FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN flow_case c ON c.id = p.flow_case
		JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1
		WHERE a.ancestor = u.plan AND a.depth = 1
		ORDER BY coalesce(p.date, date(c.at, 'unixepoch', 'localtime')), p.id LIMIT 1) AS child,
	(SELECT min(p.id) FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN flow_case c ON c.id = p.flow_case
		JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
			AND s.stands = 0 AND s.kind <> 'end'
		WHERE a.ancestor = u.plan AND a.depth = 1) AS draft
FROM plan_call_unit u JOIN plan_call_deadline d ON d.plan = u.plan;

-- A criterion may say which inherited one it sharpens: it then stands in that one's place.
ALTER TABLE plan_criterion ADD COLUMN sharpens INTEGER REFERENCES plan_criterion;
CREATE INDEX plan_criterion_by_sharpens ON plan_criterion (sharpens) WHERE sharpens IS NOT NULL;

-- A plan, and all that it inherits from.
CREATE VIEW plan_source AS
SELECT p.id AS plan, p.id AS source, 0 AS depth FROM plan p
UNION ALL
SELECT a.plan, a.ancestor, a.depth FROM plan_above a;

-- Its criteria, the inherited ones among them, but for those that a nearer plan sharpens.  An
-- inherited class is the nearest one of the same name or with a kind of unit in common.
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
JOIN plan_criterion i ON i.plan_class = k.id
WHERE NOT EXISTS (SELECT 1 FROM plan_criterion o JOIN plan_class l ON l.id = o.plan_class
	WHERE o.sharpens = i.id AND (l.plan = s.plan OR EXISTS (SELECT 1 FROM plan_above w
		WHERE w.plan = s.plan AND w.ancestor = l.plan AND w.depth < s.depth)));

-- A round judges by the classes of its plan and by those that it inherits.
DROP VIEW evaluation_duty;
DROP VIEW evaluation_expected;
CREATE VIEW evaluation_expected AS
SELECT r.id AS evaluation_round, u.unit, n.name, n.name_key, n.name_plain, n.kind,
	n.region, c.id AS plan_class, c.name AS class_name
FROM evaluation_round r
JOIN unit_under u ON u.ancestor = r.unit AND u.depth > 0
	AND r.window_to BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit
	AND r.window_to BETWEEN n.valid_from AND n.valid_to
JOIN unit x ON x.id = u.unit
	AND r.window_to BETWEEN x.valid_from AND x.valid_to
JOIN plan_class c ON c.id = coalesce((SELECT d.id FROM plan_class d
		JOIN plan_class_kind k ON k.plan_class = d.id AND k.kind = n.kind
		WHERE d.plan = r.plan AND EXISTS (SELECT 1 FROM evaluation_item i
			WHERE i.evaluation_round = r.id AND i.plan_class = d.id)
		ORDER BY d.seq LIMIT 1),
	(SELECT d.id FROM plan_above a JOIN plan_class d ON d.plan = a.ancestor
		JOIN plan_class_kind k ON k.plan_class = d.id AND k.kind = n.kind
		WHERE a.plan = r.plan AND EXISTS (SELECT 1 FROM evaluation_item i
			WHERE i.evaluation_round = r.id AND i.plan_class = d.id)
		ORDER BY a.depth, d.seq LIMIT 1));
CREATE VIEW evaluation_duty AS
SELECT x.evaluation_round, x.plan_class, coalesce(e.unit, x.unit) AS unit,
	x.unit AS judged, e.id AS evaluation
FROM evaluation_expected x
LEFT JOIN evaluation e ON e.evaluation_round = x.evaluation_round AND e.judged = x.unit
UNION ALL
SELECT e.evaluation_round, e.plan_class, e.unit, e.judged, e.id FROM evaluation e
WHERE e.judged IS NULL OR NOT EXISTS (SELECT 1 FROM evaluation_expected x
	WHERE x.evaluation_round = e.evaluation_round AND x.unit = e.judged);

-- A criterion of documents fills itself from plans of one's own too (source plans).
CREATE TABLE evaluation_rule_new (
	evaluation_item INTEGER PRIMARY KEY REFERENCES evaluation_item,
	formula   TEXT NOT NULL REFERENCES evaluation_formula,
	part      INTEGER REFERENCES indicator,	-- F1-F4 the count, F6 what was signed up to
	plus     INTEGER REFERENCES indicator,	-- added to it: near-poor households
	whole     INTEGER REFERENCES indicator,	-- F1-F3: of how many
	goal      INTEGER,			-- F1 1100 %, F2 300 points a year, F4 5000 %, F5 months
	tolerance INTEGER NOT NULL DEFAULT 0,	-- F1: "khoảng"
	threshold INTEGER,			-- F3: from this rate at the start on ...
	high_goal INTEGER,			-- ... this goal
	region    INTEGER NOT NULL DEFAULT 0,	-- 1: only units of region I, II, III; no other has it
	down      INTEGER NOT NULL DEFAULT 0,	-- F6, 1: less is better
	total     INTEGER NOT NULL DEFAULT 0,	-- F6, 1: the figures of the window are added up
	partial   INTEGER NOT NULL DEFAULT 0,	-- F2, F3, F6, 1: points in proportion, else all or none
	source    TEXT NOT NULL DEFAULT '' CHECK (source IN ('', 'reports', 'tasks', 'plans', 'signup', 'document')),	-- F7
	off_late    INTEGER NOT NULL DEFAULT 0,	-- F7: points off for each one that is late,
	off_missing INTEGER NOT NULL DEFAULT 0,	-- or missing; both 0: in proportion
	due_day   TEXT CHECK (due_day IS date(due_day))	-- F7: until when the document
) STRICT;
INSERT INTO evaluation_rule_new (evaluation_item, formula, part, plus, whole, goal, tolerance,
	threshold, high_goal, region, down, total, partial, source, off_late, off_missing, due_day)
	SELECT evaluation_item, formula, part, plus, whole, goal, tolerance, threshold, high_goal,
		region, down, total, partial, source, off_late, off_missing, due_day
	FROM evaluation_rule;
DROP TABLE evaluation_rule;
ALTER TABLE evaluation_rule_new RENAME TO evaluation_rule;
CREATE TRIGGER evaluation_rule_due_set AFTER INSERT ON evaluation_rule WHEN NEW.due_day IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_day
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_day);
END;
CREATE TRIGGER evaluation_rule_due_moved AFTER UPDATE OF due_day ON evaluation_rule WHEN NEW.due_day IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_day
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_day);
END;
UPDATE evaluation_formula SET label_vi = 'Đúng hạn: báo cáo, nhiệm vụ, kế hoạch của đơn vị, đăng ký hoặc văn bản có ngày',
	label_en = 'On time: reports, tasks, the unit''s own plan, sign-up or a dated document' WHERE formula = 'F7';

-- A group may be a mere list of recipients (a council under a decision), beside the cluster or
-- bloc that its members are in; and what defines it is a document: number, date, words.
CREATE TABLE unit_group_new (
	id         INTEGER PRIMARY KEY,
	kind       TEXT NOT NULL CHECK (kind IN ('cluster', 'bloc', 'list')),
	name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	unit       INTEGER NOT NULL REFERENCES unit,	-- whose council drew it
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT '',	-- its number: 90/TB-UBND
	document_date TEXT CHECK (document_date IS date(document_date)),
	document_text TEXT NOT NULL DEFAULT '' CHECK (length(document_text) <= 300)	-- its subject line
) STRICT;
INSERT INTO unit_group_new (id, kind, name, unit, valid_from, valid_to, document)
	SELECT id, kind, name, unit, valid_from, valid_to, document FROM unit_group;
DROP TABLE unit_group;
ALTER TABLE unit_group_new RENAME TO unit_group;

-- A receipt on paper (giấy ký nhận): of a unit that has nobody on the portal, or of a line of
-- words.  The day is the paper's, the moment that of its entry.
CREATE TABLE plan_receipt (
	id        INTEGER PRIMARY KEY,
	plan      INTEGER NOT NULL REFERENCES plan,
	recipient INTEGER NOT NULL REFERENCES plan_recipient,	-- the line
	unit      INTEGER REFERENCES unit,	-- NULL: the line itself, sent on paper
	name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),	-- who received it
	day       TEXT NOT NULL CHECK (day IS date(day)),
	account   INTEGER NOT NULL REFERENCES account,	-- who entered it
	at        INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX plan_receipt_once ON plan_receipt (plan, recipient, coalesce(unit, 0));

INSERT INTO action (action, label_vi, label_en) VALUES
	('plan.tree',    'Sửa kế hoạch cấp trên, yêu cầu kế hoạch của đơn vị', 'Place in the tree of plans changed'),
	('plan.receipt', 'Ghi ký nhận bản giấy', 'Receipt on paper entered');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('parent_plan',   'Thực hiện kế hoạch', 'Carries out the plan'),
	('call',          'Yêu cầu đơn vị ban hành kế hoạch', 'Asks units for their own plan'),
	('document_date', 'Ngày văn bản', 'Date of the document'),
	('document_text', 'Trích yếu văn bản', 'Subject line of the document'),
	('received_by',   'Người nhận bản giấy', 'Received on paper by'),
	('received_on',   'Ngày nhận bản giấy', 'Received on paper on');

-- Reminders of a plan of one's own that is due.
CREATE TABLE notice_kind_new (
	kind     TEXT PRIMARY KEY,
	duty     TEXT NOT NULL CHECK (duty IN ('', 'report', 'signup', 'evaluation', 'task', 'plan')),	-- of a reminder
	tag      TEXT NOT NULL CHECK (tag IN ('late', 'back', 'soon', 'done', 'none')),	-- its face
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;
INSERT INTO notice_kind_new (kind, duty, tag, label_vi, label_en)
	SELECT kind, duty, tag, label_vi, label_en FROM notice_kind;
DROP TABLE notice_kind;
ALTER TABLE notice_kind_new RENAME TO notice_kind;

INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('plan_soon', 'plan', 'soon', 'Sắp đến hạn ban hành kế hoạch của đơn vị', 'Unit''s own plan due soon'),
	('plan_due',  'plan', 'soon', 'Đến hạn ban hành kế hoạch của đơn vị', 'Unit''s own plan due'),
	('plan_late', 'plan', 'late', 'Quá hạn ban hành kế hoạch của đơn vị', 'Unit''s own plan overdue');
INSERT INTO notice_reader (kind, ability) VALUES
	('plan_soon', 'plan.receive'), ('plan_due', 'plan.receive'), ('plan_late', 'plan.receive');

-- As before, with plans of one's own; and of sign-ups: a plan that was sent to a unit to act on
-- asks it (thực hiện), one sent for coordination or for its knowledge does not.
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
SELECT 'plan', p.id, u.unit, u.due_date, u.last_day, y.first_day, y.last_day, u.child IS NOT NULL, 0,
	trim(p.number || ' ' || p.subject), '/plan/' || p.id
FROM plan_call_answer u JOIN plan p ON p.id = u.plan JOIN plan_force y ON y.plan = p.id;
