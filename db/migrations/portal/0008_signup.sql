-- A unit signs up to a plan (đăng ký tham gia) and states its own targets.

CREATE TABLE signup (
	id        INTEGER PRIMARY KEY,
	flow_case INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	plan      INTEGER NOT NULL REFERENCES plan,
	unit      INTEGER NOT NULL REFERENCES unit,
	note      TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
	saved     INTEGER NOT NULL,
	UNIQUE (plan, unit)
) STRICT;

CREATE INDEX signup_by_unit ON signup (unit);

-- Targets (chỉ tiêu): an indicator, a year, a value in hundredths; or words.
CREATE TABLE signup_target (
	signup    INTEGER NOT NULL REFERENCES signup,
	seq       INTEGER NOT NULL,
	indicator INTEGER REFERENCES indicator,	-- NULL: the target is in words
	text      TEXT NOT NULL DEFAULT '',
	year      INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
	value     INTEGER,
	PRIMARY KEY (signup, seq),
	CHECK ((indicator IS NULL) = (value IS NULL)),
	CHECK (indicator IS NOT NULL OR length(text) BETWEEN 1 AND 1000)
) STRICT;
