-- A plan's movement: by which short names it goes (gọi tắt là), with which other movements and
-- campaigns it goes together, and where the plan says so.  This is how the office files the plan,
-- as its legal bases are: it may be entered after the issue, and no word of the text changes.

-- What one movement is to another, read on as "phong trào ...".
CREATE TABLE plan_tie_kind (
	relation TEXT PRIMARY KEY,
	seq      INTEGER NOT NULL UNIQUE,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;
INSERT INTO plan_tie_kind (relation, seq, label_vi, label_en) VALUES
	('with',   1, 'gắn với',       'goes together with'),
	('within', 2, 'lồng ghép với', 'is combined with'),
	('answer', 3, 'hưởng ứng',     'responds to'),
	('after',  4, 'tiếp nối',      'continues');

CREATE TABLE plan_tie (
	plan     INTEGER NOT NULL REFERENCES plan,
	seq      INTEGER NOT NULL CHECK (seq > 0),
	relation TEXT NOT NULL REFERENCES plan_tie_kind,
	name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),	-- the other movement, as the plan says it
	anchor   TEXT NOT NULL DEFAULT '',	-- the plan's clause that says so; '' is not known
	other    INTEGER REFERENCES plan CHECK (other <> plan),	-- what launches it, where it stands here
	PRIMARY KEY (plan, seq)
) STRICT;

CREATE INDEX plan_tie_by_other ON plan_tie (other) WHERE other IS NOT NULL;

-- A movement may have several short names: the plan's own, and those of the movements it is tied to.
CREATE TABLE plan_short_name (
	plan INTEGER NOT NULL REFERENCES plan,
	tie  INTEGER NOT NULL DEFAULT 0,	-- plan_tie.seq; 0: of the plan's own movement
	seq  INTEGER NOT NULL,
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	PRIMARY KEY (plan, tie, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO plan_short_name (plan, tie, seq, name)
	SELECT id, 0, 1, substr(short_name, 1, 200) FROM plan WHERE short_name <> '';
ALTER TABLE plan DROP COLUMN short_name;

-- How many copies on paper a line of the recipients gets; NULL: nobody said.  What the archive's
-- line says of it ("Lưu: VT, TĐKT (12)") stands in its words.
ALTER TABLE plan_recipient ADD COLUMN copies INTEGER CHECK (copies BETWEEN 1 AND 9999);

INSERT INTO action (action, label_vi, label_en) VALUES
	('plan.movement', 'Ghi tên gọi tắt, phong trào liên quan', 'Short names and ties of the movement changed');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('ties', 'Phong trào liên quan', 'Ties to other movements');
