-- Comments on a draft (lấy ý kiến): who drafts a plan asks units for their words on it, until
-- a day.  What they say are opinions (table feedback), grouped and answered as those on a plan
-- in force.  And an opinion on a plan in force that was accepted names the document that
-- carries it out.

CREATE TABLE feedback_draft (
	id       INTEGER PRIMARY KEY,
	plan     INTEGER NOT NULL REFERENCES plan,
	account  INTEGER NOT NULL REFERENCES account,	-- who asks
	at       INTEGER NOT NULL,
	day      TEXT NOT NULL CHECK (day IS date(day)),
	due_date TEXT NOT NULL CHECK (due_date IS date(due_date)),	-- its last day: holiday_due
	ask      TEXT NOT NULL CHECK (length(ask) BETWEEN 1 AND 2000),	-- what is asked
	why      TEXT NOT NULL DEFAULT '' CHECK (length(why) <= 2000),	-- it was prolonged, or ended early
	closed   INTEGER,		-- ended before its day
	CHECK (due_date >= day)
) STRICT;

CREATE INDEX feedback_draft_by_plan ON feedback_draft (plan);

-- The units asked, found once, when it was opened.
CREATE TABLE feedback_draft_unit (
	feedback_draft INTEGER NOT NULL REFERENCES feedback_draft,
	unit    INTEGER NOT NULL REFERENCES unit,
	agreed  INTEGER,		-- "nhất trí" without more: when,
	account INTEGER REFERENCES account,	-- who,
	edition INTEGER,		-- and with which edition of the draft
	PRIMARY KEY (feedback_draft, unit),
	CHECK ((agreed IS NULL) = (account IS NULL) AND (agreed IS NULL) = (edition IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_draft_unit_by_unit ON feedback_draft_unit (unit);

-- Until when it takes comments, and whether it does at all: not once it was ended early, or
-- the plan stands, or was dropped.
CREATE VIEW feedback_draft_window AS
SELECT d.id AS feedback_draft, d.plan, d.day AS first_day, h.last_day,
	d.closed IS NULL AND s.stands = 0 AND s.kind <> 'end' AS runs
FROM feedback_draft d JOIN holiday_due h ON h.day = d.due_date
JOIN plan p ON p.id = d.plan JOIN flow_case c ON c.id = p.flow_case
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state;

CREATE TRIGGER feedback_draft_due_set AFTER INSERT ON feedback_draft BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;
CREATE TRIGGER feedback_draft_due_moved AFTER UPDATE OF due_date ON feedback_draft BEGIN
	INSERT INTO holiday_due (day) SELECT NEW.due_date
		WHERE NOT EXISTS (SELECT 1 FROM holiday_due d WHERE d.day = NEW.due_date);
END;

-- Of a comment on a draft: in which window, on which edition, and the clause as it then was,
-- for a draft may be edited meanwhile.  Its words are not searched.
ALTER TABLE feedback ADD COLUMN feedback_draft INTEGER REFERENCES feedback_draft;
ALTER TABLE feedback ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feedback ADD COLUMN clause TEXT NOT NULL DEFAULT '' CHECK (length(clause) <= 4000);
ALTER TABLE feedback ADD COLUMN clause_seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX feedback_by_draft ON feedback (feedback_draft, unit) WHERE feedback_draft IS NOT NULL;

-- The document that carries out what was accepted: a later plan of the same unit.
ALTER TABLE feedback_topic ADD COLUMN done_by INTEGER REFERENCES plan;
CREATE INDEX feedback_topic_by_done ON feedback_topic (done_by) WHERE done_by IS NOT NULL;

INSERT INTO action (action, label_vi, label_en) VALUES
	('feedback_draft.open',     'Lấy ý kiến dự thảo',          'Comments on a draft asked'),
	('feedback_draft.prolong',  'Lùi hạn lấy ý kiến dự thảo',  'Comments on a draft: due date put off'),
	('feedback_draft.close',    'Kết thúc sớm việc lấy ý kiến', 'Comments on a draft: ended early'),
	('feedback_draft.agree',    'Nhất trí với dự thảo',        'Draft agreed to'),
	('feedback_draft.disagree', 'Rút lời nhất trí với dự thảo', 'Agreement to a draft withdrawn'),
	('feedback_topic.done',     'Ghi văn bản thực hiện góp ý', 'Document that carries out feedback');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('ask',     'Nội dung xin ý kiến', 'What is asked'),
	('done_by', 'Văn bản thực hiện',   'Document that carries it out');
INSERT INTO action_path VALUES
	('feedback_draft', '/feedback/draft/#');

-- Told when it is opened, to those who may answer.
INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('feedback_draft', '', 'soon', 'Lấy ý kiến dự thảo', 'Comments on a draft are asked');
INSERT INTO notice_reader (kind, ability) VALUES ('feedback_draft', 'feedback.write');
-- It is no step of a case, by which `maintain` would know of it.
CREATE TRIGGER feedback_draft_told AFTER INSERT ON feedback_draft_unit BEGIN
	INSERT INTO notice (kind, unit, record, stage, due_date, what, path, day, at)
	VALUES ('feedback_draft', NEW.unit, NEW.feedback_draft, 0, '',
		(SELECT p.subject FROM feedback_draft d JOIN plan p ON p.id = d.plan
			WHERE d.id = NEW.feedback_draft),
		'/feedback/draft/' || NEW.feedback_draft,
		(SELECT d.day FROM feedback_draft d WHERE d.id = NEW.feedback_draft),
		(SELECT d.at FROM feedback_draft d WHERE d.id = NEW.feedback_draft));
END;
