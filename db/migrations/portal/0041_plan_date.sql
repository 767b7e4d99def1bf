-- The dates that a plan sets for itself (mốc thời gian): mid-term and final review, reports.
-- From each what it asks for is opened once: a round of evaluation, a period of a report form, or
-- a ready request for a review report.  They are how the office handles the text, not the text: they
-- may be written while the plan is a draft and after it was issued.

-- What a date may be, and what is opened from it.
CREATE TABLE plan_date_kind (
	kind     TEXT PRIMARY KEY,
	seq      INTEGER NOT NULL UNIQUE,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL,
	round    TEXT NOT NULL DEFAULT '' CHECK (round IN ('', 'midterm', 'final')),	-- of evaluation
	period   INTEGER NOT NULL DEFAULT 0 CHECK (period IN (0, 1)),	-- of a form that asks it from time to time
	asks_vi  TEXT NOT NULL DEFAULT '',	-- the report that a ready request asks for; '' none
	asks_en  TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO plan_date_kind (kind, seq, label_vi, label_en, round, period, asks_vi, asks_en) VALUES
	('midterm', 1, 'Sơ kết',           'Mid-term review', 'midterm', 0, 'báo cáo sơ kết',   'mid-term report'),
	('final',   2, 'Tổng kết',         'Final review',    'final',   0, 'báo cáo tổng kết', 'final report'),
	('report',  3, 'Báo cáo định kỳ',  'Periodic report', '',        1, '', ''),
	('other',   4, 'Mốc khác',         'Other date',      '',        0, '', '');

-- The sections of a review report that is asked for by a ready request: copied into its form.
CREATE TABLE plan_date_section (
	seq        INTEGER NOT NULL,
	title      TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
	hint       TEXT NOT NULL CHECK (length(hint) <= 500),
	document   TEXT NOT NULL,	-- where it comes from
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL DEFAULT '9999-12-31' CHECK (valid_to IS date(valid_to)),
	PRIMARY KEY (seq, valid_from)
) STRICT;

-- No decree sets them: they are the headings that mid-term and final reports of movements have by
-- custom, so an office may put others in their place.
INSERT INTO plan_date_section (seq, title, hint, document, valid_from)
SELECT s.seq, s.title, s.hint, 'Đề cương thường dùng của báo cáo sơ kết, tổng kết phong trào thi đua', '2020-01-01'
FROM (SELECT 1 AS seq, 'I. Kết quả thực hiện' AS title,
	'Từng nội dung của kế hoạch đã làm được gì: số liệu, cách làm hay, điển hình, khen thưởng.' AS hint
	UNION ALL SELECT 2, 'II. Hạn chế, tồn tại', 'Việc chưa làm, làm chậm hoặc chưa đạt chỉ tiêu; ở đâu, mức nào.'
	UNION ALL SELECT 3, 'III. Nguyên nhân', 'Khách quan và chủ quan, của kết quả và của hạn chế.'
	UNION ALL SELECT 4, 'IV. Bài học kinh nghiệm', 'Điều rút ra để nơi khác làm theo hoặc tránh.'
	UNION ALL SELECT 5, 'V. Nhiệm vụ thời gian tới', 'Việc làm tiếp, ai làm, đến khi nào; đề xuất, kiến nghị.') s;

CREATE TABLE plan_date (
	id      INTEGER PRIMARY KEY,
	plan    INTEGER NOT NULL REFERENCES plan,
	kind    TEXT NOT NULL REFERENCES plan_date_kind,
	day     TEXT NOT NULL CHECK (day IS date(day)),
	anchor  TEXT NOT NULL DEFAULT '',	-- the clause that sets it; '' none
	text    TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 500),
	done    TEXT CHECK (done IS date(done)),	-- by another road than what is opened here
	edition INTEGER NOT NULL DEFAULT 1,	-- goes up with each save
	UNIQUE (plan, day, kind, anchor, text)
) STRICT;

CREATE INDEX plan_date_by_day ON plan_date (day);

-- What was opened from a date says so: once.
ALTER TABLE evaluation_round ADD COLUMN plan_date INTEGER REFERENCES plan_date;
CREATE UNIQUE INDEX evaluation_round_by_date ON evaluation_round (plan_date) WHERE plan_date IS NOT NULL;
ALTER TABLE report_period ADD COLUMN plan_date INTEGER REFERENCES plan_date;
CREATE UNIQUE INDEX report_period_by_date ON report_period (plan_date) WHERE plan_date IS NOT NULL;

-- How each stands: its last day, what was opened from it, whether it is done; until which day it
-- asks for anything: the eve of its plan's being replaced or recalled.
CREATE VIEW plan_date_deadline AS
SELECT d.id AS plan_date, d.plan, p.unit, d.day, h.last_day, h.name AS holiday, s.stands,
	(SELECT r.id FROM evaluation_round r WHERE r.plan_date = d.id) AS evaluation_round,
	(SELECT e.id FROM report_period e WHERE e.plan_date = d.id) AS report_period,
	d.done IS NOT NULL OR EXISTS (SELECT 1 FROM evaluation_round r WHERE r.plan_date = d.id)
		OR EXISTS (SELECT 1 FROM report_period e WHERE e.plan_date = d.id) AS done,
	coalesce((SELECT date(min(f.first_day), '-1 day') FROM plan_change_force f
		WHERE f.target = d.plan AND f.kind IN ('replace', 'recall')), '9999-12-31') AS until
FROM plan_date d JOIN plan p ON p.id = d.plan JOIN holiday_due h ON h.day = d.day
JOIN flow_case c ON c.id = p.flow_case JOIN flow_state s ON s.flow = c.flow AND s.state = c.state;

CREATE TRIGGER plan_date_set AFTER INSERT ON plan_date BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.day
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.day);
END;
CREATE TRIGGER plan_date_moved AFTER UPDATE OF day ON plan_date BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.day
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.day);
END;

-- A period may ask only some of the units of its kinds: those to which a plan was sent to act on.
-- Without rows it asks all.  Who writes them before the due dates pays for nothing anew.
CREATE TABLE report_period_unit (
	report_period INTEGER NOT NULL REFERENCES report_period,
	unit          INTEGER NOT NULL REFERENCES unit,
	PRIMARY KEY (report_period, unit)
) STRICT, WITHOUT ROWID;

DROP VIEW report_duty_made;
CREATE VIEW report_duty_made AS
SELECT p.id AS report_period, u.unit, n.id AS unit_name, n.name_key, n.kind, d.last_day,
	c.id AS flow_case, coalesce(c.state, '') AS state
FROM report_form f
JOIN report_period p ON p.report_form = f.id
JOIN unit_under u ON u.ancestor = f.unit
	AND p.window_to BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit
	AND p.window_to BETWEEN n.valid_from AND n.valid_to
JOIN unit x ON x.id = u.unit
	AND p.window_to BETWEEN x.valid_from AND x.valid_to
JOIN report_due d ON d.report_period = p.id AND d.kind = n.kind
LEFT JOIN report r ON r.report_period = p.id AND r.unit = u.unit
LEFT JOIN flow_case c ON c.id = r.flow_case
WHERE EXISTS (SELECT 1 FROM report_period_unit o WHERE o.report_period = p.id AND o.unit = u.unit)
	OR NOT EXISTS (SELECT 1 FROM report_period_unit o WHERE o.report_period = p.id);

CREATE TRIGGER report_period_unit_added AFTER INSERT ON report_period_unit
WHEN EXISTS (SELECT 1 FROM report_due d WHERE d.report_period = NEW.report_period) BEGIN
	DELETE FROM report_duty WHERE report_period = NEW.report_period;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE report_period = NEW.report_period;
END;
CREATE TRIGGER report_period_unit_dropped AFTER DELETE ON report_period_unit
WHEN EXISTS (SELECT 1 FROM report_due d WHERE d.report_period = OLD.report_period) BEGIN
	DELETE FROM report_duty WHERE report_period = OLD.report_period;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE report_period = OLD.report_period;
END;

-- Who keeps the dates is of the plan's own unit.
INSERT INTO ability (ability, label_vi, label_en) VALUES
	('plan.date', 'Giữ các mốc thời gian của kế hoạch', 'Keep the dates of plans');
INSERT INTO role_ability (role, ability, scope) VALUES
	('specialist',   'plan.date', 'own'),
	('unit_officer', 'plan.date', 'own');

INSERT INTO action (action, label_vi, label_en) VALUES
	('plan.date_add',     'Thêm mốc thời gian của kế hoạch', 'Date of a plan added'),
	('plan.date_change',  'Sửa mốc thời gian của kế hoạch',  'Date of a plan changed'),
	('plan.date_remove',  'Bỏ mốc thời gian của kế hoạch',   'Date of a plan removed'),
	('plan.date_request', 'Gửi yêu cầu báo cáo từ mốc của kế hoạch', 'Report asked for from a date of a plan');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('done',      'Đã xong ngày', 'Done on'),
	('plan_date', 'Mốc của kế hoạch', 'Date of the plan');

-- Reminders.
CREATE TABLE notice_kind_new (
	kind     TEXT PRIMARY KEY,
	duty     TEXT NOT NULL CHECK (duty IN ('', 'report', 'signup', 'evaluation', 'task', 'plan', 'date')),	-- of a reminder
	tag      TEXT NOT NULL CHECK (tag IN ('late', 'back', 'soon', 'done', 'none')),	-- its face
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;
INSERT INTO notice_kind_new (kind, duty, tag, label_vi, label_en)
	SELECT kind, duty, tag, label_vi, label_en FROM notice_kind;
DROP TABLE notice_kind;
ALTER TABLE notice_kind_new RENAME TO notice_kind;

INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('date_soon', 'date', 'soon', 'Sắp đến mốc của kế hoạch', 'Date of a plan is near'),
	('date_due',  'date', 'soon', 'Đến mốc của kế hoạch', 'Date of a plan is today'),
	('date_late', 'date', 'late', 'Mốc của kế hoạch đã qua mà chưa xong', 'Date of a plan is past and not done');
INSERT INTO notice_reader (kind, ability) VALUES
	('date_soon', 'plan.date'), ('date_due', 'plan.date'), ('date_late', 'plan.date');

-- As before, with the dates of plans that stand.
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
FROM plan_call_answer u JOIN plan p ON p.id = u.plan JOIN plan_force y ON y.plan = p.id
UNION ALL
SELECT 'date', d.id, e.unit, d.day, e.last_day, coalesce(p.date, '2000-01-01'), e.until, e.done, 0,
	k.label_vi || ', ' || trim(p.number || ' ' || p.subject), '/plan/' || p.id || '/date'
FROM plan_date d JOIN plan_date_kind k ON k.kind = d.kind JOIN plan p ON p.id = d.plan
JOIN plan_date_deadline e ON e.plan_date = d.id AND e.stands = 1;
