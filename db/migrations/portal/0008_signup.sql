-- A unit signs up to a plan (đăng ký tham gia) and states its own targets.

CREATE TABLE signup (
	id         INTEGER PRIMARY KEY,
	flow_case  INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	plan       INTEGER NOT NULL REFERENCES plan,
	unit       INTEGER NOT NULL REFERENCES unit,
	note       TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
	saved      INTEGER NOT NULL,
	edition    INTEGER NOT NULL DEFAULT 1,	-- goes up with each save
	first_day  TEXT CHECK (first_day IS date(first_day)),	-- the day on which it first
				-- stood: late is judged by it, whatever is changed after
	UNIQUE (plan, unit)
) STRICT;

CREATE INDEX signup_by_unit ON signup (unit);

-- Targets (chỉ tiêu): an indicator, a year, a value in hundredths, with words if
-- need be; or words alone.
CREATE TABLE signup_target (
	signup    INTEGER NOT NULL REFERENCES signup,
	seq       INTEGER NOT NULL,
	indicator INTEGER REFERENCES indicator,	-- NULL: the target is in words
	text      TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 1000),
	year      INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
	value     INTEGER CHECK (value BETWEEN 0 AND 100000000000000),	-- so that sums fit
	PRIMARY KEY (signup, seq),
	UNIQUE (signup, indicator, year),
	CHECK ((indicator IS NULL) = (value IS NULL)),
	CHECK (indicator IS NOT NULL OR length(text) > 0)
) STRICT;
