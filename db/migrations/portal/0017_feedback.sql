-- Feedback (góp ý, phản ánh) on a clause of a plan in force.  A unit sends it; the
-- standing body of the plan's issuer groups what says the same into a topic, words an
-- answer and submits it; a leader decides; the senders read the answer.

INSERT INTO ability (ability, label_vi, label_en) VALUES
	('feedback.write',  'Gửi góp ý về kế hoạch',      'Send feedback on plans'),
	('feedback.view',   'Xem góp ý của các đơn vị',   'Read the feedback of units'),
	('feedback.review', 'Tổng hợp góp ý, trình ký',   'Group feedback and submit it'),
	('feedback.decide', 'Quyết định về góp ý',        'Decide on feedback');

INSERT INTO role_ability (role, ability, scope) VALUES
	('unit_officer', 'feedback.write',  'own'),
	('unit_leader',  'feedback.write',  'own'),
	('specialist',   'feedback.view',   'below'),
	('specialist',   'feedback.review', 'below'),
	('council',      'feedback.view',   'below'),
	('signer',       'feedback.view',   'below'),
	('signer',       'feedback.decide', 'below'),
	('auditor',      'feedback.view',   'below');

INSERT INTO action (action, label_vi, label_en) VALUES
	('feedback.send',         'Gửi góp ý',               'Feedback sent'),
	('feedback.withdraw',     'Rút góp ý',               'Feedback withdrawn'),
	('feedback_topic.add',    'Lập nhóm góp ý',          'Feedback grouped'),
	('feedback_topic.change', 'Sửa nhóm góp ý',          'Group of feedback changed'),
	('feedback_topic.take',   'Đưa góp ý vào nhóm',      'Feedback put into a group'),
	('feedback_topic.leave',  'Đưa góp ý ra khỏi nhóm',  'Feedback taken out of a group');

INSERT INTO flow (flow, label_vi, label_en) VALUES
	('feedback', 'Góp ý về kế hoạch', 'Feedback on a plan');

INSERT INTO flow_state (flow, state, seq, inside_vi, inside_en, outside_vi, outside_en, tag, kind, edits, stands) VALUES
	('feedback', 'draft',     1, 'Đang tổng hợp',          'Being grouped',        'Đang xem xét', 'Under consideration', 'soon', 'start', 1, 0),
	('feedback', 'submitted', 2, 'Đã trình, chờ quyết định', 'Submitted',          'Đang xem xét', 'Under consideration', 'soon', 'open', 0, 0),
	('feedback', 'returned',  3, 'Bị trả lại',             'Returned',             'Đang xem xét', 'Under consideration', 'back', 'open', 1, 0),
	('feedback', 'accepted',  4, 'Tiếp thu',               'Accepted',             'Tiếp thu',     'Accepted',     'done', 'end', 0, 1),
	('feedback', 'partly',    5, 'Tiếp thu một phần',      'Accepted in part',     'Tiếp thu một phần', 'Accepted in part', 'done', 'end', 0, 1),
	('feedback', 'rejected',  6, 'Không tiếp thu',         'Not accepted',         'Không tiếp thu', 'Not accepted', 'none', 'end', 0, 1);

-- The reason of the three decisions is the answer that the senders read.
INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason, decides, risk) VALUES
	('feedback', 'submit', 'draft',     'submitted', 1, 'Trình lãnh đạo quyết định', 'Submit for a decision', 'feedback.review', 0, 0, 0),
	('feedback', 'submit', 'returned',  'submitted', 1, 'Trình lại',                 'Submit again',          'feedback.review', 0, 0, 0),
	('feedback', 'accept', 'submitted', 'accepted',  2, 'Tiếp thu',                  'Accept',                'feedback.decide', 1, 1, 0),
	('feedback', 'partly', 'submitted', 'partly',    3, 'Tiếp thu một phần',         'Accept in part',        'feedback.decide', 1, 1, 0),
	('feedback', 'reject', 'submitted', 'rejected',  4, 'Không tiếp thu',            'Do not accept',         'feedback.decide', 1, 1, 1),
	('feedback', 'return', 'submitted', 'returned',  5, 'Trả lại để làm rõ',         'Return for more',       'feedback.decide', 1, 1, 1);

INSERT INTO flow_move_field (flow, move, field) VALUES
	('feedback', 'submit', 'name'), ('feedback', 'submit', 'answer');

CREATE TABLE feedback_topic (
	id        INTEGER PRIMARY KEY,
	flow_case INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	plan      INTEGER NOT NULL REFERENCES plan,
	name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
	answer    TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 4000),	-- as proposed
	edition   INTEGER NOT NULL DEFAULT 1	-- goes up with each save
) STRICT;

CREATE INDEX feedback_topic_by_plan ON feedback_topic (plan);

-- One unit's words on one clause.  They are not changed once sent; before they are
-- grouped the sender may withdraw them.
CREATE TABLE feedback (
	id        INTEGER PRIMARY KEY,
	plan      INTEGER NOT NULL REFERENCES plan,
	anchor    TEXT NOT NULL DEFAULT '',	-- the clause (plan_clause.anchor); '' the plan as a whole
	unit      INTEGER NOT NULL REFERENCES unit,	-- for whom
	account   INTEGER NOT NULL REFERENCES account,
	at        INTEGER NOT NULL,
	text      TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
	text_plain TEXT NOT NULL,	-- text_plain(text)
	wish      TEXT NOT NULL DEFAULT '' CHECK (length(wish) <= 4000),	-- kiến nghị sửa
	withdrawn INTEGER,
	feedback_topic INTEGER REFERENCES feedback_topic,
	CHECK (withdrawn IS NULL OR feedback_topic IS NULL)
) STRICT;

CREATE INDEX feedback_by_plan ON feedback (plan, anchor);
CREATE INDEX feedback_by_unit ON feedback (unit);
CREATE INDEX feedback_by_topic ON feedback (feedback_topic);

-- The words of an opinion, and of the answer once it is given; rowid is feedback.id.
CREATE VIRTUAL TABLE feedback_word USING fts5(
	text, answer, tokenize = 'vi'
);
