-- Plans (kế hoạch): the text, what it rests on, to whom it goes, by what criteria
-- it is judged.  An issued plan's text, clauses and anchors do not change.

CREATE TABLE plan (
	id          INTEGER PRIMARY KEY,
	flow_case   INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	unit        INTEGER NOT NULL REFERENCES unit,	-- who issues it, in the tree
	number      TEXT NOT NULL DEFAULT '',	-- 165/KH-UBND; '' is not known yet
	date        TEXT CHECK (date IS date(date)),	-- of issue; NULL is not known yet
	place       TEXT NOT NULL DEFAULT '',
	issuer      TEXT NOT NULL DEFAULT '',	-- by the name it bore on that day
	kind        TEXT NOT NULL DEFAULT '',	-- KẾ HOẠCH
	subject     TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 1000),	-- trích yếu
	subject_plain TEXT NOT NULL DEFAULT '',
	short_name  TEXT NOT NULL DEFAULT '',	-- gọi tắt là
	period_from TEXT NOT NULL DEFAULT '',	-- a year or a day; may lie before the issue
	period_to   TEXT NOT NULL DEFAULT '',
	authority   TEXT NOT NULL DEFAULT '',	-- lines: TM. ..., KT. ..., the post
	signer_name TEXT NOT NULL DEFAULT '',
	preamble    TEXT NOT NULL DEFAULT '',	-- before the first label, bases apart
	body        TEXT NOT NULL DEFAULT '',	-- Markdown, labels as content
	original    TEXT NOT NULL DEFAULT '',	-- what was pasted or uploaded
	signup_due  TEXT CHECK (signup_due IS date(signup_due)),	-- hạn đăng ký
	edition     INTEGER NOT NULL DEFAULT 0,	-- goes up with each save
	UNIQUE (id, unit)
) STRICT;

-- A number is given once per issuer and year: asked when a plan is issued (drafts of
-- the same text may stand side by side), in the writer's own transaction.
CREATE INDEX plan_by_number ON plan (unit, number);

CREATE TABLE plan_basis (
	plan     INTEGER NOT NULL REFERENCES plan,
	seq      INTEGER NOT NULL,
	relation TEXT NOT NULL,		-- căn cứ, thực hiện, theo hướng dẫn, thay thế, sửa đổi
	kind     TEXT NOT NULL,
	number   TEXT NOT NULL,
	date     TEXT CHECK (date IS date(date)),
	text     TEXT NOT NULL,
	PRIMARY KEY (plan, seq)
) STRICT;

CREATE TABLE plan_clause (
	plan   INTEGER NOT NULL REFERENCES plan,
	seq    INTEGER NOT NULL,
	anchor TEXT NOT NULL,		-- III.2.4, III.2~4: made from labels, then kept
	parent TEXT NOT NULL,		-- anchor of the clause above; '' at the top
	label  TEXT NOT NULL,
	depth  INTEGER NOT NULL,
	text   TEXT NOT NULL CHECK (length(text) <= 65536),	-- Markdown
	html   TEXT NOT NULL,		-- rendered, beside its source
	PRIMARY KEY (plan, seq),
	UNIQUE (plan, anchor)
) STRICT;

-- Classes of subjects that the plan itself defines, and the kinds of unit in each.
CREATE TABLE plan_class (
	id      INTEGER PRIMARY KEY,
	plan    INTEGER NOT NULL REFERENCES plan,
	seq     INTEGER NOT NULL,
	anchor  TEXT NOT NULL,
	name    TEXT NOT NULL,
	UNIQUE (plan, seq)
) STRICT;

CREATE TABLE plan_class_kind (
	plan_class INTEGER NOT NULL REFERENCES plan_class ON DELETE CASCADE,
	kind       TEXT NOT NULL REFERENCES unit_kind,
	PRIMARY KEY (plan_class, kind)
) STRICT;

CREATE TABLE plan_criterion (
	id         INTEGER PRIMARY KEY,
	plan_class INTEGER NOT NULL REFERENCES plan_class ON DELETE CASCADE,
	seq        INTEGER NOT NULL,
	anchor     TEXT NOT NULL,
	text       TEXT NOT NULL,
	kind       TEXT NOT NULL DEFAULT 'judged'
	           CHECK (kind IN ('judged', 'document', 'formula', 'ledger')),
	points     INTEGER CHECK (points >= 0),	-- hundredths; NULL: the plan gives none
	applies    TEXT NOT NULL DEFAULT '',	-- the condition in words: nếu có vay vốn
	UNIQUE (plan_class, seq)
) STRICT;

CREATE TABLE plan_recipient (
	id      INTEGER PRIMARY KEY,
	plan    INTEGER NOT NULL REFERENCES plan,
	seq     INTEGER NOT NULL,
	text    TEXT NOT NULL,
	purpose TEXT NOT NULL DEFAULT 'know' CHECK (purpose IN ('act', 'join', 'know', 'file')),
	kind    TEXT REFERENCES unit_kind,	-- all units of a kind under the issuer
	unit_group INTEGER REFERENCES unit_group,
	unit    INTEGER REFERENCES unit,	-- or one unit; all NULL: free text
	UNIQUE (plan, seq)
) STRICT;

-- The units that a plan was sent to, expanded on the day of issue.
CREATE TABLE plan_delivery (
	plan      INTEGER NOT NULL REFERENCES plan,
	unit      INTEGER NOT NULL REFERENCES unit,
	recipient INTEGER NOT NULL REFERENCES plan_recipient,	-- the line that named it
	sent      INTEGER NOT NULL,
	acknowledged INTEGER,
	account   INTEGER REFERENCES account,	-- who acknowledged
	PRIMARY KEY (plan, unit)
) STRICT;

CREATE INDEX plan_delivery_by_unit ON plan_delivery (unit, plan);

-- First opened by someone of that unit.
CREATE TABLE plan_opened (
	plan    INTEGER NOT NULL REFERENCES plan,
	unit    INTEGER NOT NULL REFERENCES unit,
	account INTEGER NOT NULL REFERENCES account,
	at      INTEGER NOT NULL,
	PRIMARY KEY (plan, unit)
) STRICT;

-- The words of a plan, found without marks (tokenizer: db/tokenizer.c); rowid is
-- plan.id.  Rights are joined before anything is found, ranked or counted.
CREATE VIRTUAL TABLE plan_word USING fts5(
	number, subject, body, tokenize = 'vi'
);
