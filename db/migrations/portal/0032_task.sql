-- Tasks (nhiệm vụ): a clause of a plan that stands is given to units, with a due date and
-- the papers expected.  Each unit has a case of its own: received, done, sent, accepted.

INSERT INTO ability (ability, label_vi, label_en) VALUES
	('task.give',   'Giao nhiệm vụ, tiếp nhận kết quả',   'Give tasks and accept what was done'),
	('task.follow', 'Theo dõi nhiệm vụ đã giao',          'Follow tasks that were given'),
	('task.write',  'Nhận nhiệm vụ, ghi kết quả',         'Receive tasks and write what was done'),
	('task.send',   'Gửi kết quả nhiệm vụ',               'Send what was done');

INSERT INTO role_ability (role, ability, scope) VALUES
	('unit_officer', 'task.write',  'own'),
	('unit_leader',  'task.write',  'own'),
	('unit_leader',  'task.send',   'own'),
	('specialist',   'task.give',   'below'),
	('specialist',   'task.follow', 'below'),
	('council',      'task.follow', 'below'),
	('signer',       'task.follow', 'below'),
	('auditor',      'task.follow', 'below');

INSERT INTO flow (flow, label_vi, label_en) VALUES
	('task', 'Thực hiện nhiệm vụ', 'Carrying out a task');

INSERT INTO flow_state (flow, state, seq, inside_vi, inside_en, outside_vi, outside_en, tag, kind, edits, stands) VALUES
	('task', 'new',       1, 'Chưa giao',                'Not given yet',         'Chưa giao',      'Not given yet', 'none', 'start', 1, 0),
	('task', 'given',     2, 'Đã giao, chưa nhận',       'Given, not received',   'Chưa nhận',      'Not received',  'soon', 'open', 0, 0),
	('task', 'received',  3, 'Đã nhận, đang thực hiện', 'Received, in progress', 'Đang thực hiện', 'In progress',   'soon', 'open', 1, 0),
	('task', 'signing',   4, 'Chờ lãnh đạo gửi',         'Waits for the leader',  'Đang thực hiện', 'In progress',   'soon', 'open', 0, 0),
	('task', 'sent',      5, 'Đã gửi, chờ tiếp nhận',    'Sent, waits to be accepted', 'Đã gửi kết quả', 'Sent',     'soon', 'open', 0, 1),
	('task', 'returned',  6, 'Bị trả lại',               'Returned',              'Bị trả lại',     'Returned',      'back', 'open', 1, 0),
	('task', 'accepted',  7, 'Đã tiếp nhận',             'Accepted',              'Đã tiếp nhận',   'Accepted',      'done', 'end', 0, 1),
	('task', 'withdrawn', 8, 'Đã rút',                   'Withdrawn',             'Đã rút',         'Withdrawn',     'none', 'end', 0, 0);

-- What the giver decides is asked at the plan's unit too (cgi-bin/lib/task_unit.c): no unit
-- accepts its own work.
INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason, decides, risk) VALUES
	('task', 'give',     'new',      'given',     1, 'Giao nhiệm vụ',          'Give the task',        'task.give',  0, 0, 0),
	('task', 'receive',  'given',    'received',  2, 'Nhận nhiệm vụ',          'Receive the task',     'task.write', 0, 0, 0),
	('task', 'submit',   'received', 'signing',   3, 'Trình lãnh đạo gửi',     'Pass to the leader',   'task.write', 0, 0, 0),
	('task', 'submit',   'returned', 'signing',   3, 'Trình lãnh đạo gửi lại', 'Pass to the leader again', 'task.write', 0, 0, 0),
	('task', 'send',     'received', 'sent',      4, 'Gửi kết quả',            'Send what was done',   'task.send',  0, 0, 0),
	('task', 'send',     'signing',  'sent',      4, 'Gửi kết quả',            'Send what was done',   'task.send',  0, 0, 0),
	('task', 'send',     'returned', 'sent',      4, 'Gửi lại kết quả',        'Send it again',        'task.send',  0, 0, 0),
	('task', 'back',     'signing',  'returned',  5, 'Trả lại người làm',      'Return to the officer', 'task.send', 1, 0, 1),
	('task', 'accept',   'sent',     'accepted',  6, 'Tiếp nhận kết quả',      'Accept what was done', 'task.give',  0, 1, 0),
	('task', 'return',   'sent',     'returned',  7, 'Trả lại kết quả',        'Return it',            'task.give',  1, 1, 1),
	('task', 'reopen',   'accepted', 'returned',  8, 'Mở lại nhiệm vụ đã tiếp nhận', 'Reopen the task', 'task.give', 1, 1, 1),
	('task', 'withdraw', 'given',    'withdrawn', 9, 'Rút nhiệm vụ',           'Withdraw the task',    'task.give',  1, 0, 1),
	('task', 'withdraw', 'received', 'withdrawn', 9, 'Rút nhiệm vụ',           'Withdraw the task',    'task.give',  1, 0, 1),
	('task', 'withdraw', 'signing',  'withdrawn', 9, 'Rút nhiệm vụ',           'Withdraw the task',    'task.give',  1, 0, 1),
	('task', 'withdraw', 'returned', 'withdrawn', 9, 'Rút nhiệm vụ',           'Withdraw the task',    'task.give',  1, 0, 1),
	('task', 'withdraw', 'sent',     'withdrawn', 9, 'Rút nhiệm vụ',           'Withdraw the task',    'task.give',  1, 0, 1);

INSERT INTO flow_move_field (flow, move, field) VALUES
	('task', 'submit', 'result'), ('task', 'send', 'result');

INSERT INTO action (action, label_vi, label_en) VALUES
	('task.give',          'Giao nhiệm vụ',              'Task given'),
	('task_unit.give',     'Giao nhiệm vụ cho đơn vị',   'Task given to a unit'),
	('task_unit.receive',  'Nhận nhiệm vụ',              'Task received'),
	('task_unit.save',     'Ghi kết quả nhiệm vụ',       'Result of a task saved'),
	('task_unit.submit',   'Trình lãnh đạo gửi kết quả nhiệm vụ', 'Result of a task passed to the leader'),
	('task_unit.send',     'Gửi kết quả nhiệm vụ',       'Result of a task sent'),
	('task_unit.back',     'Trả lại người làm nhiệm vụ', 'Task returned to the officer'),
	('task_unit.accept',   'Tiếp nhận kết quả nhiệm vụ', 'Result of a task accepted'),
	('task_unit.return',   'Trả lại kết quả nhiệm vụ',   'Result of a task returned'),
	('task_unit.reopen',   'Mở lại nhiệm vụ đã tiếp nhận', 'Accepted task reopened'),
	('task_unit.withdraw', 'Rút nhiệm vụ',               'Task withdrawn');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('addressee',   'Giao cho',          'Given to'),
	('papers',      'Giấy tờ phải có',   'Papers expected'),
	('units',       'Số đơn vị',         'Units'),
	('holder',      'Người làm',         'Done by'),
	('holder_name', 'Người làm, ghi tên', 'Done by, in words'),
	('result',      'Kết quả',           'Result');
INSERT INTO action_path VALUES
	('task', '/task/#'),
	('task_unit', '/task/unit/#');

-- What is to be done, as it was given.  It does not change: a wrong one is withdrawn.
CREATE TABLE task (
	id       INTEGER PRIMARY KEY,
	plan     INTEGER NOT NULL REFERENCES plan,
	anchor   TEXT NOT NULL DEFAULT '',	-- the clause (plan_clause.anchor); '' the plan as a whole
	text     TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
	text_plain TEXT NOT NULL,		-- text_plain(text)
	papers   TEXT NOT NULL DEFAULT '' CHECK (length(papers) <= 2000),
	due_date TEXT NOT NULL CHECK (due_date IS date(due_date)),
	account  INTEGER REFERENCES account,	-- who gave it; NULL: an operator
	day      TEXT NOT NULL CHECK (day IS date(day)),	-- on which
	at       INTEGER NOT NULL
) STRICT;

CREATE INDEX task_by_plan ON task (plan, anchor);
CREATE INDEX task_by_due ON task (due_date);

-- For whom, as it was said (compare plan_addressee); of which day the units are task.day's.
CREATE TABLE task_addressee (
	task       INTEGER NOT NULL REFERENCES task,
	kind       TEXT REFERENCES unit_kind,
	unit_group INTEGER REFERENCES unit_group,
	unit       INTEGER REFERENCES unit,
	CHECK ((kind IS NOT NULL) + (unit_group IS NOT NULL) + (unit IS NOT NULL) = 1),
	UNIQUE (task, kind),
	UNIQUE (task, unit_group),
	UNIQUE (task, unit)
) STRICT;

CREATE TABLE task_unit (
	id        INTEGER PRIMARY KEY,
	task      INTEGER NOT NULL REFERENCES task,
	unit      INTEGER NOT NULL REFERENCES unit,
	flow_case INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	holder    INTEGER REFERENCES account,	-- the person of the unit who does it, or
	holder_name TEXT NOT NULL DEFAULT '' CHECK (length(holder_name) <= 200),	-- in words
	result    TEXT NOT NULL DEFAULT '' CHECK (length(result) <= 8000),	-- what was done
	first_day TEXT CHECK (first_day IS date(first_day)),	-- on which it was first sent
	edition   INTEGER NOT NULL DEFAULT 1,	-- goes up with each save and step
	UNIQUE (task, unit)
) STRICT;

CREATE INDEX task_unit_by_unit ON task_unit (unit);

-- A term that ends on a day off ends with the next working day (Civil Code 2015, article
-- 148, clause 5), as of reports.
CREATE VIEW task_deadline AS
SELECT k.id AS task, k.due_date,
	(WITH RECURSIVE w (day) AS (
		SELECT k.due_date
		UNION ALL
		SELECT date(w.day, '+1 day') FROM w
		WHERE coalesce((SELECT h.off FROM holiday h WHERE h.day = w.day),
				strftime('%w', w.day) IN ('0', '6'))
			AND w.day < date(k.due_date, '+60 days'))
	SELECT max(w.day) FROM w) AS last_day
FROM task k;

-- Notices: of what was given, returned, accepted, withdrawn; and of due dates.  A notice
-- names the plan and the clause, not the task's own words.
CREATE TABLE notice_kind_new (
	kind     TEXT PRIMARY KEY,
	duty     TEXT NOT NULL CHECK (duty IN ('', 'report', 'signup', 'evaluation', 'task')),	-- of a reminder
	tag      TEXT NOT NULL CHECK (tag IN ('late', 'back', 'soon', 'done', 'none')),	-- its face
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;
INSERT INTO notice_kind_new (kind, duty, tag, label_vi, label_en)
	SELECT kind, duty, tag, label_vi, label_en FROM notice_kind;
DROP TABLE notice_kind;
ALTER TABLE notice_kind_new RENAME TO notice_kind;

INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('task_given',     '', 'soon', 'Nhiệm vụ mới được giao', 'New task'),
	('task_returned',  '', 'back', 'Kết quả nhiệm vụ bị trả lại', 'Task returned'),
	('task_back',      '', 'back', 'Lãnh đạo trả lại kết quả nhiệm vụ để sửa', 'Task returned by the leader'),
	('task_accepted',  '', 'done', 'Kết quả nhiệm vụ đã được tiếp nhận', 'Task accepted'),
	('task_withdrawn', '', 'none', 'Nhiệm vụ đã được rút', 'Task withdrawn'),
	('task_soon', 'task', 'soon', 'Sắp đến hạn nhiệm vụ', 'Task due soon'),
	('task_due',  'task', 'soon', 'Đến hạn nhiệm vụ', 'Task due'),
	('task_late', 'task', 'late', 'Quá hạn nhiệm vụ', 'Task overdue');
INSERT INTO notice_reader (kind, ability)
SELECT kind, 'task.write' FROM notice_kind WHERE kind LIKE 'task%'
UNION ALL SELECT kind, 'task.send' FROM notice_kind WHERE kind LIKE 'task%' AND kind <> 'task_back';
INSERT INTO notice_rule (flow, move, kind) VALUES
	('task', 'give',     'task_given'),
	('task', 'return',   'task_returned'),
	('task', 'reopen',   'task_returned'),
	('task', 'back',     'task_back'),
	('task', 'accept',   'task_accepted'),
	('task', 'withdraw', 'task_withdrawn');

DROP VIEW notice_case;
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
JOIN feedback f ON f.feedback_topic = t.id GROUP BY t.id, f.unit
UNION ALL
SELECT t.flow_case, t.id, t.unit, trim(p.number || ' ' || p.subject)
	|| CASE k.anchor WHEN '' THEN '' ELSE ' (' || replace(k.anchor, '~', ', ý ') || ')' END,
	'/task/unit/' || t.id
FROM task_unit t JOIN task k ON k.id = t.task JOIN plan p ON p.id = k.plan;

-- What each unit owes, until which day: a row for each thing that can be done or not.  A
-- sign-up is owed until its plan's last day: `until`, on which who asks says his day.
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
WHERE e.judged IS NOT e.unit
UNION ALL
SELECT 'task', k.id, t.unit, k.due_date, d.last_day, k.day, '9999-12-31', s.stands,
	c.state = 'returned', trim(p.number || ' ' || p.subject)
	|| CASE k.anchor WHEN '' THEN '' ELSE ' (' || replace(k.anchor, '~', ', ý ') || ')' END,
	'/task/unit/' || t.id
FROM task_unit t JOIN task k ON k.id = t.task JOIN plan p ON p.id = k.plan
JOIN task_deadline d ON d.task = k.id
JOIN flow_case c ON c.id = t.flow_case AND c.state NOT IN ('new', 'withdrawn')
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state;

-- A criterion of documents fills itself from tasks too: whether they were sent in time.
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
	source    TEXT NOT NULL DEFAULT '' CHECK (source IN ('', 'reports', 'tasks', 'signup', 'document')),	-- F7
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
UPDATE evaluation_formula SET label_vi = 'Đúng hạn: báo cáo, nhiệm vụ, đăng ký hoặc văn bản có ngày',
	label_en = 'On time: reports, tasks, sign-up or a dated document' WHERE formula = 'F7';
