-- What was worked out anew for every row of every list is kept: the last working day of a
-- due date, and who must report in a period.  Triggers keep both, whoever changes what they
-- are made of; `portalctl check` tells whether they are what they would be if made anew.

ALTER TABLE report_due ADD COLUMN last_day TEXT NOT NULL DEFAULT '';	-- as kept by triggers
ALTER TABLE report_due ADD COLUMN holiday TEXT NOT NULL DEFAULT '';	-- what due_date is, or ''

-- A term that ends on a day off ends with the next working day (Civil Code 2015, article
-- 148, clause 5).
CREATE VIEW report_due_made AS
SELECT d.report_period, d.kind,
	(WITH RECURSIVE w (day) AS (
		SELECT d.due_date
		UNION ALL
		SELECT date(w.day, '+1 day') FROM w
		WHERE coalesce((SELECT h.off FROM holiday h WHERE h.day = w.day),
				strftime('%w', w.day) IN ('0', '6'))
			AND w.day < date(d.due_date, '+60 days'))
	SELECT max(w.day) FROM w) AS last_day,
	coalesce((SELECT h.name FROM holiday h WHERE h.day = d.due_date AND h.off = 1), '') AS holiday
FROM report_due d;

DROP VIEW report_expected;
DROP VIEW report_deadline;

-- Who must report in a period: the units that stand under the asker on the window's last
-- day, by what they are called and what they are on that day; and how their report stands.
CREATE TABLE report_duty (
	report_period INTEGER NOT NULL,
	unit          INTEGER NOT NULL,
	unit_name     INTEGER NOT NULL,	-- its row of that day
	name_key      TEXT NOT NULL,
	kind          TEXT NOT NULL,
	last_day      TEXT NOT NULL,
	flow_case     INTEGER,		-- of the report; NULL: not begun
	state         TEXT NOT NULL,	-- of that case; '': not begun
	PRIMARY KEY (report_period, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_duty_by_unit ON report_duty (unit, last_day);
-- As lists show them, and as they are counted.
CREATE INDEX report_duty_in_order ON report_duty (report_period, last_day, name_key);
CREATE INDEX report_duty_by_state ON report_duty (report_period, state, flow_case);
CREATE INDEX report_form_by_unit ON report_form (unit);
-- Who has left: of whom it is not said that he is still there.
CREATE INDEX unit_under_left ON unit_under (ancestor, valid_to) WHERE valid_to < '9999-12-31';

CREATE VIEW report_duty_made AS
SELECT p.id AS report_period, u.unit, n.id AS unit_name, n.name_key, n.kind, d.last_day,
	c.id AS flow_case, coalesce(c.state, '') AS state
FROM report_form f
JOIN report_period p ON p.report_form = f.id
JOIN unit_under u ON u.ancestor = f.unit
	AND p.window_to BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit
	AND p.window_to BETWEEN n.valid_from AND n.valid_to
JOIN unit x ON x.id = u.unit
	AND p.window_to BETWEEN x.valid_from AND x.valid_to
JOIN report_due d ON d.report_period = p.id AND d.kind = n.kind
LEFT JOIN report r ON r.report_period = p.id AND r.unit = u.unit
LEFT JOIN flow_case c ON c.id = r.flow_case;

UPDATE report_due SET (last_day, holiday) = (SELECT m.last_day, m.holiday FROM report_due_made m
	WHERE m.report_period = report_due.report_period AND m.kind = report_due.kind);
INSERT INTO report_duty SELECT * FROM report_duty_made;

-- The days.
CREATE TRIGGER report_due_added AFTER INSERT ON report_due BEGIN
	UPDATE report_due SET (last_day, holiday) = (SELECT m.last_day, m.holiday
		FROM report_due_made m WHERE m.report_period = NEW.report_period AND m.kind = NEW.kind)
		WHERE report_period = NEW.report_period AND kind = NEW.kind;
	INSERT INTO report_duty SELECT * FROM report_duty_made
		WHERE report_period = NEW.report_period AND kind = NEW.kind;
END;
CREATE TRIGGER report_due_moved AFTER UPDATE OF due_date ON report_due BEGIN
	UPDATE report_due SET (last_day, holiday) = (SELECT m.last_day, m.holiday
		FROM report_due_made m WHERE m.report_period = NEW.report_period AND m.kind = NEW.kind)
		WHERE report_period = NEW.report_period AND kind = NEW.kind;
END;
CREATE TRIGGER report_due_put_off AFTER UPDATE OF last_day ON report_due
WHEN NEW.last_day <> OLD.last_day BEGIN
	UPDATE report_duty SET last_day = NEW.last_day
		WHERE report_period = NEW.report_period AND kind = NEW.kind;
END;
CREATE TRIGGER report_due_dropped AFTER DELETE ON report_due BEGIN
	DELETE FROM report_duty WHERE report_period = OLD.report_period AND kind = OLD.kind;
END;
CREATE TRIGGER holiday_added AFTER INSERT ON holiday BEGIN
	UPDATE report_due SET (last_day, holiday) = (SELECT m.last_day, m.holiday
		FROM report_due_made m WHERE m.report_period = report_due.report_period
		AND m.kind = report_due.kind)
		WHERE due_date BETWEEN date(NEW.day, '-60 days') AND NEW.day;
END;
CREATE TRIGGER holiday_dropped AFTER DELETE ON holiday BEGIN
	UPDATE report_due SET (last_day, holiday) = (SELECT m.last_day, m.holiday
		FROM report_due_made m WHERE m.report_period = report_due.report_period
		AND m.kind = report_due.kind)
		WHERE due_date BETWEEN date(OLD.day, '-60 days') AND OLD.day;
END;
CREATE TRIGGER holiday_changed AFTER UPDATE ON holiday BEGIN
	UPDATE report_due SET (last_day, holiday) = (SELECT m.last_day, m.holiday
		FROM report_due_made m WHERE m.report_period = report_due.report_period
		AND m.kind = report_due.kind)
		WHERE due_date BETWEEN date(min(OLD.day, NEW.day), '-60 days') AND max(OLD.day, NEW.day);
END;

-- The units.
CREATE TRIGGER report_period_moved AFTER UPDATE OF window_to, report_form ON report_period BEGIN
	DELETE FROM report_duty WHERE report_period = NEW.id;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE report_period = NEW.id;
END;
CREATE TRIGGER report_form_moved AFTER UPDATE OF unit ON report_form BEGIN
	DELETE FROM report_duty WHERE report_period IN (SELECT id FROM report_period
		WHERE report_form = NEW.id);
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE report_period IN (SELECT id
		FROM report_period WHERE report_form = NEW.id);
END;
CREATE TRIGGER unit_under_added AFTER INSERT ON unit_under
WHEN EXISTS (SELECT 1 FROM report_form f WHERE f.unit = NEW.ancestor) BEGIN
	DELETE FROM report_duty WHERE unit = NEW.unit;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE unit = NEW.unit;
END;
CREATE TRIGGER unit_under_dropped AFTER DELETE ON unit_under
WHEN EXISTS (SELECT 1 FROM report_form f WHERE f.unit = OLD.ancestor) BEGIN
	DELETE FROM report_duty WHERE unit = OLD.unit;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE unit = OLD.unit;
END;
CREATE TRIGGER unit_under_changed AFTER UPDATE ON unit_under BEGIN
	DELETE FROM report_duty WHERE unit IN (OLD.unit, NEW.unit);
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE unit IN (OLD.unit, NEW.unit);
END;
CREATE TRIGGER unit_name_added AFTER INSERT ON unit_name BEGIN
	DELETE FROM report_duty WHERE unit = NEW.unit;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE unit = NEW.unit;
END;
CREATE TRIGGER unit_name_dropped AFTER DELETE ON unit_name BEGIN
	DELETE FROM report_duty WHERE unit = OLD.unit;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE unit = OLD.unit;
END;
CREATE TRIGGER unit_name_changed AFTER UPDATE OF id, unit, kind, name_key, valid_from,
	valid_to ON unit_name BEGIN
	DELETE FROM report_duty WHERE unit IN (OLD.unit, NEW.unit);
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE unit IN (OLD.unit, NEW.unit);
END;
CREATE TRIGGER unit_lives AFTER UPDATE OF valid_from, valid_to ON unit BEGIN
	DELETE FROM report_duty WHERE unit = NEW.id;
	INSERT INTO report_duty SELECT * FROM report_duty_made WHERE unit = NEW.id;
END;

-- How the report stands.  That it is begun, report_open() says (db/report.c): with a trigger
-- on report, SQLite would read whatever refers to it, which who begins one has not been granted.
CREATE TRIGGER report_case_moved AFTER UPDATE OF state ON flow_case WHEN NEW.flow = 'report' BEGIN
	UPDATE report_duty SET state = NEW.state WHERE unit = NEW.unit AND flow_case = NEW.id;
END;

-- What readers ask: when a duty ends, and each duty with what came of it.  Whether a report
-- came late is said here, once: by the day on which it was first sent, so that a return does
-- not make it late.
CREATE VIEW report_deadline AS
SELECT report_period, kind, due_date, last_day, holiday FROM report_due;

CREATE VIEW report_expected AS
SELECT e.report_period, e.unit, n.name, n.name_key, n.name_plain, e.kind,
	d.due_date, e.last_day, d.holiday, p.report_form, p.name AS period, p.window_from,
	p.window_to, p.opens, p.source, f.unit AS asker, f.name AS form,
	(SELECT min(t.day) FROM report r JOIN report_sent t ON t.report = r.id
		WHERE r.report_period = e.report_period AND r.unit = e.unit) AS first_day,
	EXISTS (SELECT 1 FROM report r JOIN report_sent t ON t.report = r.id
		WHERE r.report_period = e.report_period AND r.unit = e.unit
		GROUP BY r.id HAVING min(t.day) > e.last_day) AS late
FROM report_duty e
JOIN report_period p ON p.id = e.report_period
JOIN report_form f ON f.id = p.report_form
JOIN unit_name n ON n.id = e.unit_name
JOIN report_due d ON d.report_period = e.report_period AND d.kind = e.kind;
