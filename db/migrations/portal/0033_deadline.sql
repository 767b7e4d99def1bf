-- A term that ends on a day off ends with the next working day (Civil Code 2015, article 148,
-- clause 5).  That rule stands here alone: each day on which something is due is kept with
-- its last day, for reports, tasks, sign-ups, score sheets and documents.  Triggers keep them,
-- whoever sets a due date or redraws the days off; `portalctl check` makes them anew.
CREATE TABLE holiday_due (
	day      TEXT PRIMARY KEY CHECK (day IS date(day)),
	last_day TEXT NOT NULL DEFAULT '',	-- that day, or the next working day
	name     TEXT NOT NULL DEFAULT ''	-- of the holiday that it is
) STRICT, WITHOUT ROWID;

CREATE VIEW holiday_due_made AS
SELECT d.day,
	(WITH RECURSIVE w (day) AS (
		SELECT d.day
		UNION ALL
		SELECT date(w.day, '+1 day') FROM w
		WHERE coalesce((SELECT h.off FROM holiday h WHERE h.day = w.day),
				strftime('%w', w.day) IN ('0', '6'))
			AND w.day < date(d.day, '+60 days'))
	SELECT max(w.day) FROM w) AS last_day,
	coalesce((SELECT h.name FROM holiday h WHERE h.day = d.day AND h.off = 1), '') AS name
FROM holiday_due d;

CREATE TRIGGER holiday_due_added AFTER INSERT ON holiday_due BEGIN
	UPDATE holiday_due SET (last_day, name) = (SELECT m.last_day, m.name FROM holiday_due_made m
		WHERE m.day = NEW.day) WHERE day = NEW.day;
END;

-- When a duty ends.
DROP VIEW report_due_made;
CREATE VIEW report_due_made AS
SELECT d.report_period, d.kind, h.last_day, h.name AS holiday
FROM report_due d JOIN holiday_due h ON h.day = d.due_date;

DROP VIEW task_deadline;
CREATE VIEW task_deadline AS
SELECT k.id AS task, k.due_date, h.last_day FROM task k JOIN holiday_due h ON h.day = k.due_date;

CREATE VIEW plan_deadline AS
SELECT p.id AS plan, p.signup_due AS due_date, h.last_day
FROM plan p JOIN holiday_due h ON h.day = p.signup_due;

CREATE VIEW evaluation_deadline AS
SELECT r.id AS evaluation_round, r.due_date, h.last_day
FROM evaluation_round r JOIN holiday_due h ON h.day = r.due_date;

-- A plan is begun without one and then given it (plan_add(), db/plan.c): with a trigger on its
-- INSERT, SQLite would read whatever refers to plans, which who begins one has not been granted.
CREATE TRIGGER plan_due_moved AFTER UPDATE OF signup_due ON plan WHEN NEW.signup_due IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.signup_due
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.signup_due);
END;
CREATE TRIGGER evaluation_round_due_set AFTER INSERT ON evaluation_round WHEN NEW.due_date IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;
CREATE TRIGGER evaluation_round_due_moved AFTER UPDATE OF due_date ON evaluation_round WHEN NEW.due_date IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;
CREATE TRIGGER evaluation_rule_due_set AFTER INSERT ON evaluation_rule WHEN NEW.due_day IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_day
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_day);
END;
CREATE TRIGGER evaluation_rule_due_moved AFTER UPDATE OF due_day ON evaluation_rule WHEN NEW.due_day IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_day
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_day);
END;
CREATE TRIGGER task_due_set AFTER INSERT ON task WHEN NEW.due_date IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;
CREATE TRIGGER task_due_moved AFTER UPDATE OF due_date ON task WHEN NEW.due_date IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;

DROP TRIGGER report_due_added;
CREATE TRIGGER report_due_added AFTER INSERT ON report_due BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
	UPDATE report_due SET (last_day, holiday) = (SELECT d.last_day, d.name FROM holiday_due d
		WHERE d.day = NEW.due_date) WHERE report_period = NEW.report_period AND kind = NEW.kind;
	INSERT INTO report_duty SELECT * FROM report_duty_made
		WHERE report_period = NEW.report_period AND kind = NEW.kind;
END;
DROP TRIGGER report_due_moved;
CREATE TRIGGER report_due_moved AFTER UPDATE OF due_date ON report_due BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
	UPDATE report_due SET (last_day, holiday) = (SELECT d.last_day, d.name FROM holiday_due d
		WHERE d.day = NEW.due_date) WHERE report_period = NEW.report_period AND kind = NEW.kind;
END;

DROP TRIGGER holiday_added;
CREATE TRIGGER holiday_added AFTER INSERT ON holiday BEGIN
	UPDATE holiday_due SET (last_day, name) = (SELECT m.last_day, m.name FROM holiday_due_made m
		WHERE m.day = holiday_due.day)
		WHERE day BETWEEN date(NEW.day, '-60 days') AND NEW.day;
	UPDATE report_due SET (last_day, holiday) = (SELECT d.last_day, d.name FROM holiday_due d
		WHERE d.day = report_due.due_date)
		WHERE due_date BETWEEN date(NEW.day, '-60 days') AND NEW.day;
END;
DROP TRIGGER holiday_dropped;
CREATE TRIGGER holiday_dropped AFTER DELETE ON holiday BEGIN
	UPDATE holiday_due SET (last_day, name) = (SELECT m.last_day, m.name FROM holiday_due_made m
		WHERE m.day = holiday_due.day)
		WHERE day BETWEEN date(OLD.day, '-60 days') AND OLD.day;
	UPDATE report_due SET (last_day, holiday) = (SELECT d.last_day, d.name FROM holiday_due d
		WHERE d.day = report_due.due_date)
		WHERE due_date BETWEEN date(OLD.day, '-60 days') AND OLD.day;
END;
DROP TRIGGER holiday_changed;
CREATE TRIGGER holiday_changed AFTER UPDATE ON holiday BEGIN
	UPDATE holiday_due SET (last_day, name) = (SELECT m.last_day, m.name FROM holiday_due_made m
		WHERE m.day = holiday_due.day)
		WHERE day BETWEEN date(min(OLD.day, NEW.day), '-60 days') AND max(OLD.day, NEW.day);
	UPDATE report_due SET (last_day, holiday) = (SELECT d.last_day, d.name FROM holiday_due d
		WHERE d.day = report_due.due_date)
		WHERE due_date BETWEEN date(min(OLD.day, NEW.day), '-60 days') AND max(OLD.day, NEW.day);
END;

-- Who gave a task puts off its due date, with a reason; each unit that still works on it is told.
INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason, decides, risk) VALUES
	('task', 'extend', 'given',    'given',    10, 'Lùi hạn nhiệm vụ', 'Put off the due date', 'task.give', 1, 0, 0),
	('task', 'extend', 'received', 'received', 10, 'Lùi hạn nhiệm vụ', 'Put off the due date', 'task.give', 1, 0, 0),
	('task', 'extend', 'signing',  'signing',  10, 'Lùi hạn nhiệm vụ', 'Put off the due date', 'task.give', 1, 0, 0),
	('task', 'extend', 'returned', 'returned', 10, 'Lùi hạn nhiệm vụ', 'Put off the due date', 'task.give', 1, 0, 0);
INSERT INTO action (action, label_vi, label_en) VALUES
	('task.extend',      'Lùi hạn nhiệm vụ', 'Due date of a task put off'),
	('task_unit.extend', 'Lùi hạn nhiệm vụ của đơn vị', 'Due date of a unit''s task put off');
INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('task_extended', '', 'soon', 'Nhiệm vụ được lùi hạn', 'Due date of a task put off');
INSERT INTO notice_reader (kind, ability) VALUES
	('task_extended', 'task.write'), ('task_extended', 'task.send');
INSERT INTO notice_rule (flow, move, kind) VALUES ('task', 'extend', 'task_extended');

INSERT INTO holiday_due (day)
SELECT due_date FROM report_due UNION SELECT due_date FROM task
UNION SELECT due_date FROM evaluation_round
UNION SELECT due_day FROM evaluation_rule WHERE due_day IS NOT NULL
UNION SELECT signup_due FROM plan WHERE signup_due IS NOT NULL;

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
SELECT 'signup', p.id, d.unit, p.signup_due, h.last_day, y.first_day, y.last_day,
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || d.unit
FROM plan p JOIN plan_force y ON y.plan = p.id JOIN plan_deadline h ON h.plan = p.id
JOIN plan_delivery d ON d.plan = p.id
LEFT JOIN signup g ON g.plan = p.id AND g.unit = d.unit
LEFT JOIN flow_case c ON c.id = g.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
UNION ALL
SELECT 'signup', p.id, u.unit, p.signup_due, h.last_day, y.first_day, y.last_day,
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || u.unit
FROM plan p JOIN plan_force y ON y.plan = p.id JOIN plan_deadline h ON h.plan = p.id
JOIN unit_under u ON u.ancestor = p.unit AND u.depth > 0
	AND p.signup_due BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit AND p.signup_due BETWEEN n.valid_from AND n.valid_to
LEFT JOIN signup g ON g.plan = p.id AND g.unit = u.unit
LEFT JOIN flow_case c ON c.id = g.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE EXISTS (SELECT 1 FROM plan_class l JOIN plan_class_kind m ON m.plan_class = l.id
		WHERE l.plan = p.id AND m.kind = n.kind)
	AND NOT EXISTS (SELECT 1 FROM plan_delivery d WHERE d.plan = p.id AND d.unit = u.unit)
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
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state;
