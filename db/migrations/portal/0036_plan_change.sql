-- The life of a plan that stands.  Issued text never changes: what changes it is a document of
-- its own, from a day on, and the text in force on a day is made of both.  Which plan is
-- replaced, recalled or amended, and when, is said here and nowhere else: by plan_change_force.

-- A document that changes another plan of the same unit.
CREATE TABLE plan_change (
	plan   INTEGER PRIMARY KEY REFERENCES plan,	-- the document that changes
	target INTEGER NOT NULL REFERENCES plan,	-- what is changed
	kind   TEXT NOT NULL CHECK (kind IN ('amend', 'correct', 'replace', 'recall')),
	holds  TEXT CHECK (holds IS date(holds)),	-- from which day; NULL: that of its issue
	CHECK (plan <> target)
) STRICT;

CREATE INDEX plan_change_by_target ON plan_change (target);

-- What an amendment or a correction does to one clause.  What is replaced keeps its anchor, and
-- a new one gets the next free; of what is dropped with the clause above it there is a row too.
CREATE TABLE plan_change_clause (
	plan     INTEGER NOT NULL REFERENCES plan_change,
	seq      INTEGER NOT NULL,
	act      TEXT NOT NULL CHECK (act IN ('replace', 'add', 'drop')),
	anchor   TEXT NOT NULL,		-- of the target's clause, or the new one
	beside   TEXT NOT NULL DEFAULT '',	-- add: after which clause; drop: with which
	parent   TEXT NOT NULL DEFAULT '',	-- of a new one, as of plan_clause
	label    TEXT NOT NULL DEFAULT '',
	depth    INTEGER NOT NULL DEFAULT 0,
	text     TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 65536),	-- without label and marks
	markdown TEXT NOT NULL DEFAULT '' CHECK (length(markdown) <= 65536),	-- as it was written
	html     TEXT NOT NULL DEFAULT '',	-- rendered, beside its source
	was      TEXT NOT NULL DEFAULT '',	-- the clause's words in force when this was written
	PRIMARY KEY (plan, seq),
	UNIQUE (plan, anchor)
) STRICT;

-- From which day to which each of them that stands changes its target: from its own day, never
-- before its issue; an amendment or a correction that is itself recalled, until the day before.
CREATE VIEW plan_change_force AS
SELECT g.plan, g.target, g.kind, p.date, max(p.date, coalesce(g.holds, p.date)) AS first_day,
	CASE WHEN g.kind IN ('amend', 'correct') THEN coalesce((
		SELECT date(min(max(q.date, coalesce(h.holds, q.date))), '-1 day')
		FROM plan_change h JOIN plan q ON q.id = h.plan
		JOIN flow_case d ON d.id = q.flow_case
		JOIN flow_state t ON t.flow = d.flow AND t.state = d.state AND t.stands = 1
		WHERE h.target = g.plan AND h.kind = 'recall'), '9999-12-31')
	ELSE '9999-12-31' END AS last_day
FROM plan_change g JOIN plan p ON p.id = g.plan AND p.date IS NOT NULL
JOIN flow_case c ON c.id = p.flow_case
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1;

-- The words of a clause that were changed, from day to day: of those that hold on a day the one
-- that began last, of one day the one that was issued last: first_day, by_date, by_plan.
CREATE VIEW plan_clause_change AS
SELECT f.target AS plan, x.anchor, x.act, x.text, x.html, f.plan AS by_plan, f.date AS by_date,
	x.seq, f.first_day, f.last_day
FROM plan_change_force f JOIN plan_change_clause x ON x.plan = f.plan
WHERE f.kind = 'amend';

-- A plan that stands is in force from its date on (what changes another: from the day that it
-- holds), to the end of its period, a year to its last day; and not on the day from which it is
-- replaced or recalled.  own: a movement of its own; what amends, corrects or recalls another is
-- none, and nobody signs up to it.
DROP VIEW plan_force;
CREATE VIEW plan_force AS
SELECT p.id AS plan,
	coalesce(max(p.date, (SELECT g.holds FROM plan_change g WHERE g.plan = p.id)), p.date, '') AS first_day,
	min(CASE length(p.period_to) WHEN 0 THEN '9999-12-31' WHEN 4 THEN p.period_to || '-12-31'
		ELSE p.period_to END,
		coalesce((SELECT date(min(f.first_day), '-1 day') FROM plan_change_force f
			WHERE f.target = p.id AND f.kind IN ('replace', 'recall')), '9999-12-31')) AS last_day,
	NOT EXISTS (SELECT 1 FROM plan_change g WHERE g.plan = p.id AND g.kind <> 'replace') AS own
FROM plan p
JOIN flow_case c ON c.id = p.flow_case
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1;

-- A legal basis is found by number and day.
CREATE INDEX plan_by_date ON plan (date);

INSERT INTO action (action, label_vi, label_en) VALUES
	('plan_change.add',    'Lập văn bản sửa đổi, thay thế, thu hồi', 'Amending, replacing or recalling document begun'),
	('plan_change.save',   'Ghi ngày có hiệu lực của văn bản sửa đổi', 'Day from which an amendment holds saved'),
	('plan_change.clause', 'Ghi thay đổi một điểm của kế hoạch', 'Change of a clause saved'),
	('plan_change.drop',   'Bỏ thay đổi một điểm khỏi dự thảo', 'Change of a clause taken back');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('holds',  'Có hiệu lực từ ngày', 'Holds from'),
	('target', 'Văn bản được sửa đổi, thay thế, thu hồi', 'Document changed'),
	('act',    'Cách thay đổi', 'How it is changed'),
	('markdown', 'Nội dung mới', 'New text');
INSERT INTO action_path VALUES ('plan_change', '/plan/#');
