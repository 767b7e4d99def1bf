-- Periodic reports: forms made of sections, each of one plan; indicators that add
-- up along the tree; periods with a data window and a due date for each kind.

-- The dictionary of indicators (chỉ số), shared by all forms: asked once.
CREATE TABLE indicator (
	id          INTEGER PRIMARY KEY,
	code        TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 20),
	name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	measure     TEXT NOT NULL CHECK (length(measure) BETWEEN 1 AND 40),	-- hộ, triệu đồng, %
	decimals    INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 2),
	rule        TEXT NOT NULL CHECK (rule IN ('sum', 'rate', 'none')),	-- up the tree
	numerator   INTEGER REFERENCES indicator,	-- of a rate: counts are kept, rates
	denominator INTEGER REFERENCES indicator,	-- derived, here and in every total
	CHECK ((rule = 'rate') = (numerator IS NOT NULL AND denominator IS NOT NULL))
) STRICT;

-- Sums that must be zero: + start - exited + fallen back + new - end.
CREATE TABLE indicator_check (
	id   INTEGER PRIMARY KEY,
	text TEXT NOT NULL		-- the rule in words, for the one who must mend it
) STRICT;

CREATE TABLE indicator_term (
	indicator_check INTEGER NOT NULL REFERENCES indicator_check,
	seq       INTEGER NOT NULL,
	indicator INTEGER NOT NULL REFERENCES indicator,
	sign      INTEGER NOT NULL CHECK (sign IN (-1, 1)),
	PRIMARY KEY (indicator_check, seq)
) STRICT;

CREATE TABLE report_form (
	id      INTEGER PRIMARY KEY,
	unit    INTEGER NOT NULL REFERENCES unit,	-- who asks; those under it answer
	name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	kind    TEXT NOT NULL CHECK (kind IN ('periodic', 'thematic', 'adhoc')),
	document TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE report_section (
	id          INTEGER PRIMARY KEY,
	report_form INTEGER NOT NULL REFERENCES report_form,
	seq         INTEGER NOT NULL,
	plan        INTEGER REFERENCES plan,	-- the movement it reports on
	title       TEXT NOT NULL,
	kind        TEXT NOT NULL CHECK (kind IN ('figures', 'text')),
	hint        TEXT NOT NULL DEFAULT '',
	UNIQUE (report_form, seq)
) STRICT;

-- The kinds of unit that fill a section; none: all that the form asks.
CREATE TABLE report_section_kind (
	report_section INTEGER NOT NULL REFERENCES report_section,
	kind           TEXT NOT NULL REFERENCES unit_kind,
	PRIMARY KEY (report_section, kind)
) STRICT;

CREATE TABLE report_line (
	report_section INTEGER NOT NULL REFERENCES report_section,
	seq       INTEGER NOT NULL,
	indicator INTEGER NOT NULL REFERENCES indicator,
	carry     INTEGER REFERENCES indicator,	-- filled from this one's last value
	PRIMARY KEY (report_section, seq),
	UNIQUE (report_section, indicator)
) STRICT;

CREATE TABLE report_period (
	id          INTEGER PRIMARY KEY,
	report_form INTEGER NOT NULL REFERENCES report_form,
	name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
	window_from TEXT NOT NULL CHECK (window_from IS date(window_from)),
	window_to   TEXT NOT NULL CHECK (window_to IS date(window_to) AND window_to >= window_from),
	opens       TEXT NOT NULL CHECK (opens IS date(opens)),
	source      TEXT NOT NULL DEFAULT '',	-- the decision that made the figures official
	UNIQUE (report_form, window_from, window_to)
) STRICT;

-- The kinds of unit that must report, and until when.
CREATE TABLE report_due (
	report_period INTEGER NOT NULL REFERENCES report_period,
	kind          TEXT NOT NULL REFERENCES unit_kind,
	due_date      TEXT NOT NULL CHECK (due_date IS date(due_date)),
	PRIMARY KEY (report_period, kind)
) STRICT;

CREATE TABLE report (
	id            INTEGER PRIMARY KEY,
	flow_case     INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	report_period INTEGER NOT NULL REFERENCES report_period,
	unit          INTEGER NOT NULL REFERENCES unit,
	saved         INTEGER NOT NULL,
	saver         INTEGER REFERENCES account,	-- NULL: an operator
	edition       INTEGER NOT NULL DEFAULT 1,	-- goes up with each save: two who write do not undo each other
	odd           TEXT NOT NULL DEFAULT '' CHECK (length(odd) <= 2000),	-- why figures far from the last ones are right
	UNIQUE (report_period, unit)
) STRICT;

CREATE INDEX report_by_unit ON report (unit);

CREATE TABLE report_value (
	report    INTEGER NOT NULL REFERENCES report,
	indicator INTEGER NOT NULL REFERENCES indicator,
	value     INTEGER NOT NULL,	-- hundredths
	PRIMARY KEY (report, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_text (
	report         INTEGER NOT NULL REFERENCES report,
	report_section INTEGER NOT NULL REFERENCES report_section,
	text           TEXT NOT NULL CHECK (length(text) <= 65536),	-- Markdown
	html           TEXT NOT NULL,
	PRIMARY KEY (report, report_section)
) STRICT;

-- Each copy as it was sent, for good.
CREATE TABLE report_sent (
	id      INTEGER PRIMARY KEY,
	report  INTEGER NOT NULL REFERENCES report,
	receipt TEXT NOT NULL UNIQUE,	-- BC-2026-00758
	at      INTEGER NOT NULL,
	day     TEXT NOT NULL CHECK (day IS date(day)),	-- of `at`, where the office is
	account INTEGER REFERENCES account,
	content TEXT NOT NULL,		-- JSON of all values and texts
	digest  TEXT NOT NULL		-- hex SHA-256 of the content
) STRICT;

CREATE INDEX report_sent_by_report ON report_sent (report, id);
CREATE TRIGGER report_sent_is_kept BEFORE DELETE ON report_sent
BEGIN SELECT RAISE(ABORT, 'sent copies are kept'); END;
CREATE TRIGGER report_sent_is_fixed BEFORE UPDATE ON report_sent
BEGIN SELECT RAISE(ABORT, 'sent copies are fixed'); END;

-- Who must report in a period, and until when: the units that stand under the asker
-- on the window's last day, by what they are called and what they are on that day.
CREATE VIEW report_expected AS
SELECT p.id AS report_period, u.unit, n.name, n.name_key, n.name_plain, n.kind,
	d.due_date, p.report_form, p.name AS period, p.window_from, p.window_to,
	p.opens, p.source, f.unit AS asker, f.name AS form
FROM report_period p
JOIN report_form f ON f.id = p.report_form
JOIN unit_under u ON u.ancestor = f.unit
	AND p.window_to BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit
	AND p.window_to BETWEEN n.valid_from AND n.valid_to
JOIN unit x ON x.id = u.unit
	AND p.window_to BETWEEN x.valid_from AND x.valid_to
JOIN report_due d ON d.report_period = p.id AND d.kind = n.kind;

-- What a return says of one field; flow_step holds the reason as a whole.
CREATE TABLE report_return (
	flow_step INTEGER NOT NULL REFERENCES flow_step,
	field     TEXT NOT NULL,	-- v<indicator> or s<section>, as the form names it
	reason    TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
	PRIMARY KEY (flow_step, field)
) STRICT;

-- Reminders given (đôn đốc), so that two people do not call twice.
CREATE TABLE report_reminder (
	id            INTEGER PRIMARY KEY,
	report_period INTEGER NOT NULL REFERENCES report_period,
	unit          INTEGER NOT NULL REFERENCES unit,
	at            INTEGER NOT NULL,
	account       INTEGER NOT NULL REFERENCES account
) STRICT;

CREATE INDEX report_reminder_by_period ON report_reminder (report_period, unit);
