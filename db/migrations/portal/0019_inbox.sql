-- Notices (thông báo) to those who have to do with a case, reminders of due dates, private
-- feeds, and mail.  A notice names a plan, a form, a period or a kind of award: never a
-- person, a household, a score or a rank.

CREATE TABLE notice_kind (
	kind     TEXT PRIMARY KEY,
	duty     TEXT NOT NULL CHECK (duty IN ('', 'report', 'signup', 'evaluation')),	-- of a reminder
	tag      TEXT NOT NULL CHECK (tag IN ('late', 'back', 'soon', 'done', 'none')),	-- its face
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;

INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('plan_sent',            '', 'soon', 'Kế hoạch mới gửi đến', 'New plan'),
	('report_returned',      '', 'back', 'Báo cáo bị trả lại', 'Report returned'),
	('report_back',          '', 'back', 'Lãnh đạo trả lại báo cáo để sửa', 'Report returned by the leader'),
	('report_accepted',      '', 'done', 'Báo cáo đã được tiếp nhận', 'Report accepted'),
	('signup_returned',      '', 'back', 'Bản đăng ký bị trả lại', 'Sign-up returned'),
	('evaluation_returned',  '', 'back', 'Phiếu chấm bị trả lại', 'Score sheet returned'),
	('evaluation_back',      '', 'back', 'Lãnh đạo trả lại phiếu chấm để sửa', 'Score sheet returned by the leader'),
	('evaluation_published', '', 'done', 'Đã công bố kết quả đánh giá', 'Evaluation results published'),
	('nomination_returned',  '', 'back', 'Đề nghị khen thưởng bị trả lại để bổ sung', 'Nomination returned'),
	('nomination_decided',   '', 'done', 'Đề nghị khen thưởng đã có kết quả', 'Nomination decided'),
	('feedback_answered',    '', 'done', 'Góp ý đã được trả lời', 'Feedback answered'),
	('report_soon',     'report',     'soon', 'Sắp đến hạn gửi báo cáo', 'Report due soon'),
	('report_due',      'report',     'soon', 'Đến hạn gửi báo cáo', 'Report due'),
	('report_late',     'report',     'late', 'Quá hạn gửi báo cáo', 'Report overdue'),
	('signup_soon',     'signup',     'soon', 'Sắp đến hạn đăng ký tham gia', 'Sign-up due soon'),
	('signup_due',      'signup',     'soon', 'Đến hạn đăng ký tham gia', 'Sign-up due'),
	('signup_late',     'signup',     'late', 'Quá hạn đăng ký tham gia', 'Sign-up overdue'),
	('evaluation_soon', 'evaluation', 'soon', 'Sắp đến hạn gửi phiếu chấm', 'Score sheet due soon'),
	('evaluation_due',  'evaluation', 'soon', 'Đến hạn gửi phiếu chấm', 'Score sheet due'),
	('evaluation_late', 'evaluation', 'late', 'Quá hạn gửi phiếu chấm', 'Score sheet overdue');

-- Who reads it: those who hold one of these abilities at the notice's unit on the day on
-- which they look.
CREATE TABLE notice_reader (
	kind    TEXT NOT NULL REFERENCES notice_kind,
	ability TEXT NOT NULL REFERENCES ability,
	PRIMARY KEY (ability, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO notice_reader (kind, ability)
SELECT kind, 'plan.receive' FROM notice_kind WHERE kind = 'plan_sent'
UNION ALL SELECT kind, 'report.write' FROM notice_kind WHERE kind LIKE 'report%'
UNION ALL SELECT kind, 'report.send' FROM notice_kind WHERE kind LIKE 'report%' AND kind <> 'report_back'
UNION ALL SELECT kind, 'signup.write' FROM notice_kind WHERE kind LIKE 'signup%'
UNION ALL SELECT kind, 'evaluation.write' FROM notice_kind WHERE kind LIKE 'evaluation%'
UNION ALL SELECT kind, 'evaluation.send' FROM notice_kind WHERE kind LIKE 'evaluation%' AND kind <> 'evaluation_back'
UNION ALL SELECT kind, 'award.nominate' FROM notice_kind WHERE kind LIKE 'nomination%'
UNION ALL SELECT kind, 'award.send' FROM notice_kind WHERE kind LIKE 'nomination%'
UNION ALL SELECT kind, 'feedback.write' FROM notice_kind WHERE kind = 'feedback_answered';

-- The moves of a case that are told.
CREATE TABLE notice_rule (
	flow TEXT NOT NULL REFERENCES flow,
	move TEXT NOT NULL,
	kind TEXT NOT NULL REFERENCES notice_kind,
	PRIMARY KEY (flow, move)
) STRICT, WITHOUT ROWID;

INSERT INTO notice_rule (flow, move, kind) VALUES
	('plan',       'issue',   'plan_sent'),
	('plan',       'record',  'plan_sent'),
	('plan',       'record_incomplete', 'plan_sent'),
	('report',     'return',  'report_returned'),
	('report',     'reopen',  'report_returned'),
	('report',     'back',    'report_back'),
	('report',     'accept',  'report_accepted'),
	('signup',     'return',  'signup_returned'),
	('evaluation', 'return',  'evaluation_returned'),
	('evaluation', 'back',    'evaluation_back'),
	('round',      'publish', 'evaluation_published'),
	('award',      'return',  'nomination_returned'),
	('award',      'decide',  'nomination_decided'),
	('award',      'refuse',  'nomination_decided'),
	('feedback',   'accept',  'feedback_answered'),
	('feedback',   'partly',  'feedback_answered'),
	('feedback',   'reject',  'feedback_answered');

CREATE TABLE notice (
	id       INTEGER PRIMARY KEY,
	kind     TEXT NOT NULL REFERENCES notice_kind,
	unit     INTEGER NOT NULL REFERENCES unit,
	record   INTEGER NOT NULL,	-- of an event the record, of a reminder the period, plan or round
	stage    INTEGER NOT NULL,	-- of an event its flow_step, of a reminder the days from the due date
	due_date TEXT NOT NULL DEFAULT '',	-- of a reminder
	what     TEXT NOT NULL,
	path     TEXT NOT NULL,
	day      TEXT NOT NULL CHECK (day IS date(day)),
	at       INTEGER NOT NULL,
	over     INTEGER,		-- of a reminder: done, or another took its place
	UNIQUE (record, kind, unit, due_date, stage)	-- made once
) STRICT;

CREATE INDEX notice_by_unit ON notice (unit, kind);
CREATE INDEX notice_open ON notice (unit, id) WHERE due_date <> '' AND over IS NULL;
CREATE INDEX notice_by_time ON notice (at);

CREATE TABLE notice_read (
	notice  INTEGER NOT NULL REFERENCES notice,
	account INTEGER NOT NULL REFERENCES account,
	at      INTEGER NOT NULL,
	PRIMARY KEY (notice, account)
) STRICT, WITHOUT ROWID;

-- Up to which step notices are made; steps from before this file are old news.  Without
-- this row none are made.
INSERT INTO upkeep (name, at, detail)
SELECT 'inbox', 0, coalesce(max(id), 0) FROM flow_step;

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

-- What each unit owes, until which day: a row for each thing that can be done or not.  Of
-- sign-ups those count to whom the plan was sent, and the kinds of unit of its classes.
CREATE VIEW notice_duty AS
SELECT 'report' AS duty, e.report_period AS record, e.unit, e.due_date AS set_day,
	e.last_day AS due, e.opens AS since, coalesce(s.stands, 0) AS done,
	coalesce(c.state = 'returned', 0) AS back, e.form || ', ' || e.period AS what,
	coalesce('/report/' || r.id, '/report/period/' || e.report_period || '/unit/' || e.unit) AS path
FROM report_expected e
LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit
LEFT JOIN flow_case c ON c.id = r.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
UNION ALL
SELECT 'signup', p.id, d.unit, p.signup_due, p.signup_due, coalesce(p.date, '2000-01-01'),
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || d.unit
FROM plan p JOIN flow_case k ON k.id = p.flow_case
JOIN flow_state t ON t.flow = k.flow AND t.state = k.state AND t.stands = 1
JOIN plan_delivery d ON d.plan = p.id
LEFT JOIN signup g ON g.plan = p.id AND g.unit = d.unit
LEFT JOIN flow_case c ON c.id = g.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE p.signup_due IS NOT NULL
UNION ALL
SELECT 'signup', p.id, u.unit, p.signup_due, p.signup_due, coalesce(p.date, '2000-01-01'),
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), trim(p.number || ' ' || p.subject),
	'/signup/plan/' || p.id || '/unit/' || u.unit
FROM plan p JOIN flow_case k ON k.id = p.flow_case
JOIN flow_state t ON t.flow = k.flow AND t.state = k.state AND t.stands = 1
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
SELECT 'evaluation', x.evaluation_round, x.unit, r.due_date, r.due_date, '2000-01-01',
	coalesce(s.stands, 0), coalesce(c.state = 'returned', 0), r.name, '/evaluation'
FROM evaluation_expected x JOIN evaluation_round r ON r.id = x.evaluation_round
JOIN flow_case k ON k.id = r.flow_case AND k.state = 'open'
LEFT JOIN evaluation e ON e.evaluation_round = x.evaluation_round AND e.judged = x.unit
LEFT JOIN flow_case c ON c.id = e.flow_case
LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE (e.id IS NULL OR e.unit = x.unit) AND coalesce(c.state, '') <> 'dropped'
UNION ALL
SELECT 'evaluation', r.id, e.unit, r.due_date, r.due_date, '2000-01-01', s.stands,
	c.state = 'returned', r.name, '/evaluation'
FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round
JOIN flow_case k ON k.id = r.flow_case AND k.state = 'open'
JOIN flow_case c ON c.id = e.flow_case AND c.state <> 'dropped'
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
WHERE e.judged IS NOT e.unit;

-- On which days before and after a due date a reminder is made; on the day itself always.
INSERT INTO setting (name, value, valid_from) VALUES
	('remind_before', '7 2', '2000-01-01'),
	('remind_after', '1 3 7', '2000-01-01');
-- Of which the ids in feeds are made: this portal's own, for good.
INSERT INTO setting (name, value, valid_from) VALUES
	('feed_id', lower(hex(randomblob(16))), '2000-01-01');

-- A private link to the feeds of a unit.  Good until it is revoked, and only on days on
-- which its account holds a role at that very unit.
CREATE TABLE feed_link (
	id      INTEGER PRIMARY KEY,
	account INTEGER NOT NULL REFERENCES account,
	unit    INTEGER NOT NULL REFERENCES unit,
	token   TEXT NOT NULL UNIQUE,	-- SHA-256 of what the link holds
	made    INTEGER NOT NULL,
	revoked INTEGER
) STRICT;

CREATE INDEX feed_link_by_account ON feed_link (account);

-- Where a person wants to have notices sent, if he does.
ALTER TABLE account ADD COLUMN email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200);
ALTER TABLE account ADD COLUMN mail INTEGER NOT NULL DEFAULT 0 CHECK (mail IN (0, 1));

-- What was sent to whom, and when to try again.
CREATE TABLE notice_mail (
	account INTEGER PRIMARY KEY REFERENCES account,
	upto    INTEGER NOT NULL,	-- the last notice sent, or given up
	sent    INTEGER NOT NULL DEFAULT 0,
	tries   INTEGER NOT NULL DEFAULT 0,	-- that failed since
	again   INTEGER NOT NULL DEFAULT 0	-- not before then
) STRICT;

INSERT INTO action (action, label_vi, label_en) VALUES
	('account.mail',       'Đổi nơi nhận thông báo qua thư điện tử', 'Mail of notices changed'),
	('feed_link.add',      'Tạo liên kết riêng', 'Private link made'),
	('feed_link.revoke',   'Thu hồi liên kết riêng', 'Private link revoked'),
	('notice.read',        'Đánh dấu đã đọc thông báo', 'Notices marked as read');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('email', 'Thư điện tử', 'E-mail'),
	('mail', 'Nhận thông báo qua thư', 'Wants mail'),
	('remind_after', 'Số ngày nhắc sau hạn', 'Days of reminders after a due date'),
	('remind_before', 'Số ngày nhắc trước hạn', 'Days of reminders before a due date');
