-- The register of proposals and conclusions (sổ kiến nghị, kết luận): papers that want an answer.
-- A unit proposes a change of policy to a body above it; council and steering committee conclude
-- jointly what others are to do.  Whoever is asked answers until a day; who asked accepts the
-- answer or returns it.

CREATE TABLE document_kind (
	kind     TEXT PRIMARY KEY,
	seq      INTEGER NOT NULL UNIQUE,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL,
	heading  TEXT NOT NULL,		-- on paper: KIẾN NGHỊ
	ability  TEXT NOT NULL REFERENCES ability,	-- who drafts it
	upward   INTEGER NOT NULL CHECK (upward IN (0, 1)),	-- 1: to one body above; 0: to units below
	parties  INTEGER NOT NULL CHECK (parties IN (0, 1)),	-- says who agreed on it
	concerns INTEGER NOT NULL CHECK (concerns IN (0, 1)),	-- says which policy or document it is about
	source   TEXT NOT NULL,		-- what asks for it
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL DEFAULT '9999-12-31' CHECK (valid_to IS date(valid_to))
) STRICT;

-- What an answer may come to, of each kind.
CREATE TABLE document_result (
	kind     TEXT NOT NULL REFERENCES document_kind,
	result   TEXT NOT NULL,
	seq      INTEGER NOT NULL,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL,
	tag      TEXT NOT NULL CHECK (tag IN ('late', 'back', 'soon', 'done', 'none')),	-- its face
	PRIMARY KEY (kind, result)
) STRICT, WITHOUT ROWID;

INSERT INTO ability (ability, label_vi, label_en) VALUES
	('document.write',    'Soạn kiến nghị, soạn trả lời kiến nghị và kết luận', 'Draft proposals, and answers to proposals and conclusions'),
	('document.conclude', 'Soạn kết luận của Hội đồng và Ban Chỉ đạo', 'Draft conclusions of council and steering committee'),
	('document.send',     'Gửi kiến nghị, kết luận và trả lời', 'Send proposals, conclusions and answers'),
	('document.judge',    'Tiếp nhận hoặc trả lại trả lời', 'Accept or return answers'),
	('document.follow',   'Theo dõi kiến nghị, kết luận', 'Follow proposals and conclusions');

INSERT INTO role_ability (role, ability, scope) VALUES
	('unit_officer', 'document.write',    'own'),
	('unit_officer', 'document.judge',    'own'),
	('unit_leader',  'document.write',    'own'),
	('unit_leader',  'document.send',     'own'),
	('specialist',   'document.write',    'own'),
	('specialist',   'document.conclude', 'own'),
	('specialist',   'document.judge',    'own'),
	('specialist',   'document.follow',   'below'),
	('signer',       'document.send',     'own'),
	('signer',       'document.follow',   'below'),
	('council',      'document.follow',   'below'),
	('auditor',      'document.follow',   'below');

-- Both are asked for by what plans of this field say: agencies study policies and propose to
-- change them; councils agree with steering committees on what is to be done.  No decree sets
-- their form.
INSERT INTO document_kind (kind, seq, label_vi, label_en, heading, ability, upward, parties, concerns, source, valid_from) VALUES
	('proposal',   1, 'Kiến nghị chính sách', 'Policy proposal', 'KIẾN NGHỊ', 'document.write', 1, 0, 1,
		'Tiêu chí của cơ quan tham mưu trong kế hoạch phong trào: rà soát, kiến nghị sửa đổi, bổ sung chính sách', '2016-01-01'),
	('conclusion', 2, 'Kết luận thống nhất', 'Joint conclusion', 'KẾT LUẬN', 'document.conclude', 0, 1, 0,
		'Tổ chức thực hiện trong kế hoạch phong trào: Hội đồng Thi đua - Khen thưởng thống nhất với Ban Chỉ đạo cùng cấp', '2016-01-01');
INSERT INTO document_result (kind, result, seq, label_vi, label_en, tag) VALUES
	('proposal',   'yes',   1, 'Tiếp thu',                        'Accepted',           'done'),
	('proposal',   'part',  2, 'Tiếp thu một phần',               'Accepted in part',   'soon'),
	('proposal',   'no',    3, 'Không tiếp thu',                  'Not accepted',       'none'),
	('proposal',   'pass',  4, 'Chuyển cơ quan có thẩm quyền',    'Passed to the competent body', 'soon'),
	('conclusion', 'yes',   1, 'Đã thực hiện',                    'Carried out',        'done'),
	('conclusion', 'part',  2, 'Thực hiện một phần',              'Carried out in part', 'soon'),
	('conclusion', 'no',    3, 'Chưa thực hiện',                  'Not carried out',    'none');

INSERT INTO flow (flow, label_vi, label_en) VALUES
	('document',        'Kiến nghị, kết luận', 'Proposals and conclusions'),
	('document_answer', 'Trả lời kiến nghị, kết luận', 'Answers to proposals and conclusions');
INSERT INTO flow_state (flow, state, seq, inside_vi, inside_en, outside_vi, outside_en, tag, kind, edits, stands) VALUES
	('document', 'draft',     1, 'Đang soạn',        'Draft',               'Đang soạn', 'Draft',     'none', 'start', 1, 0),
	('document', 'signing',   2, 'Chờ lãnh đạo gửi', 'Waits for the leader', 'Đang soạn', 'Draft',    'soon', 'open',  0, 0),
	('document', 'returned',  3, 'Bị trả lại',       'Returned',            'Đang soạn', 'Draft',     'back', 'open',  1, 0),
	('document', 'sent',      4, 'Đã gửi',           'Sent',                'Đã gửi',    'Sent',      'done', 'end',   0, 1),
	('document', 'withdrawn', 5, 'Đã rút',           'Withdrawn',           'Đã rút',    'Withdrawn', 'none', 'end',   0, 0),
	('document', 'dropped',   6, 'Đã bỏ',            'Dropped',             'Đã bỏ',     'Dropped',   'none', 'end',   0, 0),
	('document_answer', 'new',       1, 'Chưa hỏi',               'Not asked yet',           'Chưa hỏi',    'Not asked yet', 'none', 'start', 0, 0),
	('document_answer', 'waiting',   2, 'Chưa trả lời',           'Not answered',            'Chưa trả lời', 'Not answered', 'soon', 'open', 1, 0),
	('document_answer', 'signing',   3, 'Chờ lãnh đạo gửi',       'Waits for the leader',    'Chưa trả lời', 'Not answered', 'soon', 'open', 0, 0),
	('document_answer', 'returned',  4, 'Bị trả lại',             'Returned',                'Bị trả lại',  'Returned',      'back', 'open', 1, 0),
	('document_answer', 'answered',  5, 'Đã trả lời, chờ tiếp nhận', 'Answered, waits to be accepted', 'Đã trả lời', 'Answered', 'soon', 'open', 0, 1),
	('document_answer', 'accepted',  6, 'Đã tiếp nhận trả lời',   'Answer accepted',         'Đã tiếp nhận trả lời', 'Answer accepted', 'done', 'end', 0, 1),
	('document_answer', 'withdrawn', 7, 'Không phải trả lời nữa', 'No answer is needed any more', 'Không phải trả lời nữa', 'No answer is needed any more', 'none', 'end', 0, 0);

-- A document's case is its unit's.  An answer's is of the unit that asks before it asks and
-- once it was answered, and of the unit that answers in between: document_turn() (db/document.h).
INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason, decides, risk) VALUES
	('document', 'submit',   'draft',    'signing',   1, 'Trình lãnh đạo gửi',     'Pass to the leader',       'document.write', 0, 0, 0),
	('document', 'submit',   'returned', 'signing',   1, 'Trình lãnh đạo gửi lại', 'Pass to the leader again', 'document.write', 0, 0, 0),
	('document', 'send',     'draft',    'sent',      2, 'Gửi văn bản',            'Send the document',        'document.send',  0, 0, 0),
	('document', 'send',     'signing',  'sent',      2, 'Gửi văn bản',            'Send the document',        'document.send',  0, 0, 0),
	('document', 'send',     'returned', 'sent',      2, 'Gửi văn bản',            'Send the document',        'document.send',  0, 0, 0),
	('document', 'back',     'signing',  'returned',  3, 'Trả lại người soạn',     'Return to the drafter',    'document.send',  1, 0, 1),
	('document', 'drop',     'draft',    'dropped',   4, 'Bỏ bản đang soạn',       'Drop the draft',           'document.write', 0, 0, 1),
	('document', 'drop',     'returned', 'dropped',   4, 'Bỏ bản đang soạn',       'Drop the draft',           'document.write', 0, 0, 1),
	('document', 'withdraw', 'sent',     'withdrawn', 5, 'Rút văn bản',            'Withdraw the document',    'document.send',  1, 0, 1),
	('document_answer', 'ask',      'new',      'waiting',   1, 'Yêu cầu trả lời',        'Ask for an answer',        'document.send',  0, 0, 0),
	('document_answer', 'submit',   'waiting',  'signing',   2, 'Trình lãnh đạo gửi',     'Pass to the leader',       'document.write', 0, 0, 0),
	('document_answer', 'submit',   'returned', 'signing',   2, 'Trình lãnh đạo gửi lại', 'Pass to the leader again', 'document.write', 0, 0, 0),
	('document_answer', 'reply',    'waiting',  'answered',  3, 'Gửi trả lời',            'Send the answer',          'document.send',  0, 0, 0),
	('document_answer', 'reply',    'signing',  'answered',  3, 'Gửi trả lời',            'Send the answer',          'document.send',  0, 0, 0),
	('document_answer', 'reply',    'returned', 'answered',  3, 'Gửi lại trả lời',        'Send the answer again',    'document.send',  0, 0, 0),
	('document_answer', 'back',     'signing',  'returned',  4, 'Trả lại người soạn',     'Return to the drafter',    'document.send',  1, 0, 1),
	('document_answer', 'accept',   'answered', 'accepted',  5, 'Tiếp nhận trả lời',      'Accept the answer',        'document.judge', 0, 1, 0),
	('document_answer', 'return',   'answered', 'returned',  6, 'Trả lại trả lời',        'Return the answer',        'document.judge', 1, 1, 1),
	('document_answer', 'reopen',   'accepted', 'returned',  7, 'Mở lại trả lời đã tiếp nhận', 'Reopen the answer',   'document.judge', 1, 1, 1),
	('document_answer', 'extend',   'waiting',  'waiting',   9, 'Lùi hạn trả lời', 'Put off the answer', 'document.send', 1, 0, 0),
	('document_answer', 'extend',   'signing',  'signing',   9, 'Lùi hạn trả lời', 'Put off the answer', 'document.send', 1, 0, 0),
	('document_answer', 'extend',   'returned', 'returned',  9, 'Lùi hạn trả lời', 'Put off the answer', 'document.send', 1, 0, 0),
	('document_answer', 'withdraw', 'waiting',  'withdrawn', 8, 'Thôi yêu cầu trả lời',   'Ask no more',              'document.send',  0, 0, 1),
	('document_answer', 'withdraw', 'signing',  'withdrawn', 8, 'Thôi yêu cầu trả lời',   'Ask no more',              'document.send',  0, 0, 1),
	('document_answer', 'withdraw', 'returned', 'withdrawn', 8, 'Thôi yêu cầu trả lời',   'Ask no more',              'document.send',  0, 0, 1),
	('document_answer', 'withdraw', 'answered', 'withdrawn', 8, 'Thôi yêu cầu trả lời',   'Ask no more',              'document.send',  0, 0, 1);
INSERT INTO flow_move_field (flow, move, field) VALUES
	('document', 'submit', 'subject'), ('document', 'submit', 'text'),
	('document', 'send', 'subject'), ('document', 'send', 'text'), ('document', 'send', 'number'),
	('document', 'send', 'date'), ('document', 'send', 'due_date'),
	('document_answer', 'submit', 'result'), ('document_answer', 'submit', 'answer'),
	('document_answer', 'reply', 'result'), ('document_answer', 'reply', 'answer');

INSERT INTO action (action, label_vi, label_en) VALUES
	('document.add',      'Soạn kiến nghị, kết luận',      'Proposal or conclusion drafted'),
	('document.save',     'Ghi kiến nghị, kết luận',       'Proposal or conclusion saved'),
	('document.submit',   'Trình lãnh đạo kiến nghị, kết luận', 'Proposal or conclusion passed to the leader'),
	('document.send',     'Gửi kiến nghị, kết luận',       'Proposal or conclusion sent'),
	('document.back',     'Trả lại người soạn kiến nghị, kết luận', 'Proposal or conclusion returned to the drafter'),
	('document.drop',     'Bỏ kiến nghị, kết luận đang soạn', 'Draft of a proposal or conclusion dropped'),
	('document.withdraw', 'Rút kiến nghị, kết luận',       'Proposal or conclusion withdrawn'),
	('document.extend',   'Lùi hạn trả lời',               'Answer put off'),
	('document.inherit',  'Chuyển kiến nghị, kết luận cho đơn vị kế thừa', 'Proposal or conclusion passed to the successor unit'),
	('document_answer.ask',      'Yêu cầu đơn vị trả lời',     'Unit asked for an answer'),
	('document_answer.save',     'Ghi trả lời',                'Answer saved'),
	('document_answer.submit',   'Trình lãnh đạo trả lời',     'Answer passed to the leader'),
	('document_answer.reply',    'Gửi trả lời',                'Answer sent'),
	('document_answer.back',     'Trả lại người soạn trả lời', 'Answer returned to the drafter'),
	('document_answer.accept',   'Tiếp nhận trả lời',          'Answer accepted'),
	('document_answer.return',   'Trả lại trả lời',            'Answer returned'),
	('document_answer.reopen',   'Mở lại trả lời đã tiếp nhận', 'Accepted answer reopened'),
	('document_answer.extend',   'Lùi hạn trả lời của đơn vị', 'Answer of a unit put off'),
	('document_answer.inherit',  'Chuyển việc trả lời cho đơn vị kế thừa', 'Answer passed to the successor unit'),
	('document_answer.withdraw', 'Thôi yêu cầu trả lời',       'Answer no longer asked for');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('parties',  'Các bên thống nhất', 'Parties that agreed'),
	('concerns', 'Chính sách, văn bản được kiến nghị', 'Policy or document concerned');
INSERT INTO action_path VALUES
	('document', '/document/#'),
	('document_answer', '/document/answer/#');

CREATE TABLE document (
	id        INTEGER PRIMARY KEY,
	flow_case INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	unit      INTEGER NOT NULL REFERENCES unit,	-- whose it is
	kind      TEXT NOT NULL REFERENCES document_kind,
	plan      INTEGER REFERENCES plan,		-- the movement that it is about; NULL none
	number    TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 60),
	date      TEXT CHECK (date IS date(date)),
	place     TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 100),
	issuer    TEXT NOT NULL DEFAULT '' CHECK (length(issuer) <= 200),	-- in its head; '' as the unit is called
	subject   TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 500),
	subject_plain TEXT NOT NULL DEFAULT '',		-- text_plain(subject)
	parties   TEXT NOT NULL DEFAULT '' CHECK (length(parties) <= 500),	-- who agreed
	concerns  TEXT NOT NULL DEFAULT '' CHECK (length(concerns) <= 500),	-- which policy, document
	text      TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 65536),	-- Markdown
	authority TEXT NOT NULL DEFAULT '' CHECK (length(authority) <= 500),	-- lines: TM. ..., the post
	signer_name TEXT NOT NULL DEFAULT '' CHECK (length(signer_name) <= 200),
	due_date  TEXT CHECK (due_date IS date(due_date)),	-- of the answers, as it was set
	edition   INTEGER NOT NULL DEFAULT 1,		-- goes up with each save and step
	heir      INTEGER REFERENCES unit	-- who acts for it since it was merged or split; NULL itself
) STRICT;

CREATE INDEX document_by_unit ON document (unit, number);
CREATE INDEX document_by_heir ON document (coalesce(heir, unit));
CREATE INDEX document_by_plan ON document (plan);

-- For whom, as it was said; the units are found on the day on which it is sent.
CREATE TABLE document_addressee (
	document   INTEGER NOT NULL REFERENCES document,
	kind       TEXT REFERENCES unit_kind,
	unit_group INTEGER REFERENCES unit_group,
	unit       INTEGER REFERENCES unit,
	CHECK ((kind IS NOT NULL) + (unit_group IS NOT NULL) + (unit IS NOT NULL) = 1),
	UNIQUE (document, kind),
	UNIQUE (document, unit_group),
	UNIQUE (document, unit)
) STRICT;

-- One for each unit that was asked.
CREATE TABLE document_answer (
	id        INTEGER PRIMARY KEY,
	document  INTEGER NOT NULL REFERENCES document,
	unit      INTEGER NOT NULL REFERENCES unit,	-- who answers
	flow_case INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	result    TEXT NOT NULL DEFAULT '',	-- document_result.result; '' not said yet
	answer    TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 8000),
	number    TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 60),	-- of the paper that answers, if any
	date      TEXT CHECK (date IS date(date)),
	first_day TEXT CHECK (first_day IS date(first_day)),	-- on which it was first sent
	edition   INTEGER NOT NULL DEFAULT 1,
	heir      INTEGER REFERENCES unit,	-- who answers for it since it was merged or split; NULL itself
	UNIQUE (document, unit)
) STRICT;

CREATE INDEX document_answer_by_heir ON document_answer (coalesce(heir, unit));

CREATE TRIGGER document_set AFTER INSERT ON document WHEN NEW.due_date IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;
CREATE TRIGGER document_due_moved AFTER UPDATE OF due_date ON document WHEN NEW.due_date IS NOT NULL BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;

CREATE VIEW document_deadline AS
SELECT d.id AS document, d.due_date, h.last_day, h.name AS holiday
FROM document d JOIN holiday_due h ON h.day = d.due_date;

-- Their words, found without marks; rowid is document.id.
CREATE VIRTUAL TABLE document_word USING fts5(number, subject, body, tokenize = 'vi');
-- What the answers say, which fewer may read; rowid is document_answer.id.
CREATE VIRTUAL TABLE document_answer_word USING fts5(number, text, tokenize = 'vi');

-- Notices: to the unit that is to answer, of the document and of its answer; to the unit whose
-- document it is, of a return by its leader.
CREATE TABLE notice_kind_new (
	kind     TEXT PRIMARY KEY,
	duty     TEXT NOT NULL CHECK (duty IN ('', 'report', 'signup', 'evaluation', 'task', 'plan', 'date', 'document')),	-- of a reminder
	tag      TEXT NOT NULL CHECK (tag IN ('late', 'back', 'soon', 'done', 'none')),	-- its face
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;
INSERT INTO notice_kind_new (kind, duty, tag, label_vi, label_en)
	SELECT kind, duty, tag, label_vi, label_en FROM notice_kind;
DROP TABLE notice_kind;
ALTER TABLE notice_kind_new RENAME TO notice_kind;

INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('document_asked',     '', 'soon', 'Kiến nghị, kết luận cần trả lời', 'A proposal or conclusion wants an answer'),
	('document_back',      '', 'back', 'Lãnh đạo trả lại kiến nghị, kết luận để sửa', 'Proposal or conclusion returned by the leader'),
	('document_answer_back', '', 'back', 'Lãnh đạo trả lại trả lời để sửa', 'Answer returned by the leader'),
	('document_returned',  '', 'back', 'Trả lời bị trả lại', 'Answer returned'),
	('document_accepted',  '', 'done', 'Trả lời đã được tiếp nhận', 'Answer accepted'),
	('document_extended',  '', 'soon', 'Hạn trả lời được lùi', 'Due date of an answer put off'),
	('document_withdrawn', '', 'none', 'Kiến nghị, kết luận đã được rút', 'Proposal or conclusion withdrawn'),
	('document_soon', 'document', 'soon', 'Sắp đến hạn trả lời', 'Answer due soon'),
	('document_due',  'document', 'soon', 'Đến hạn trả lời', 'Answer due'),
	('document_late', 'document', 'late', 'Quá hạn trả lời', 'Answer overdue');
INSERT INTO notice_reader (kind, ability)
SELECT kind, 'document.write' FROM notice_kind WHERE kind LIKE 'document%'
UNION ALL SELECT kind, 'document.send' FROM notice_kind
	WHERE kind LIKE 'document%' AND kind NOT LIKE '%back';
INSERT INTO notice_rule (flow, move, kind) VALUES
	('document',        'back',     'document_back'),
	('document_answer', 'ask',      'document_asked'),
	('document_answer', 'back',     'document_answer_back'),
	('document_answer', 'return',   'document_returned'),
	('document_answer', 'reopen',   'document_returned'),
	('document_answer', 'accept',   'document_accepted'),
	('document_answer', 'extend',   'document_extended'),
	('document_answer', 'withdraw', 'document_withdrawn');

-- As before (0032), with both.
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
FROM task_unit t JOIN task k ON k.id = t.task JOIN plan p ON p.id = k.plan
UNION ALL
SELECT d.flow_case, d.id, coalesce(d.heir, d.unit), trim(d.number || ' ' || d.subject), '/document/' || d.id
FROM document d
UNION ALL
SELECT a.flow_case, a.id, coalesce(a.heir, a.unit), trim(d.number || ' ' || d.subject), '/document/answer/' || a.id
FROM document_answer a JOIN document d ON d.id = a.document;

-- As before (0043), with the answers that are owed.
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
JOIN plan_date_deadline e ON e.plan_date = d.id AND e.stands = 1
UNION ALL
SELECT 'document', d.id, coalesce(a.heir, a.unit), d.due_date, h.last_day, coalesce(d.date, '2000-01-01'), '9999-12-31',
	s.stands, c.state = 'returned', trim(d.number || ' ' || d.subject), '/document/answer/' || a.id
FROM document_answer a JOIN document d ON d.id = a.document
JOIN document_deadline h ON h.document = d.id
JOIN flow_case c ON c.id = a.flow_case AND c.state NOT IN ('new', 'withdrawn')
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state;
