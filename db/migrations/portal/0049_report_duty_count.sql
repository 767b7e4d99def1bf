-- How many duties a period has, by last day and by how their report stands: a list tells
-- "1-100 of 10,796" without going over them.  Triggers keep it, whoever changes a duty;
-- `portalctl check` counts anew.

CREATE TABLE report_duty_count (
	report_period INTEGER NOT NULL,
	last_day      TEXT NOT NULL,
	state         TEXT NOT NULL,
	n             INTEGER NOT NULL,	-- above 0
	PRIMARY KEY (report_period, last_day, state)
) STRICT, WITHOUT ROWID;

INSERT INTO report_duty_count (report_period, last_day, state, n)
SELECT report_period, last_day, state, count(*) FROM report_duty
GROUP BY report_period, last_day, state;

CREATE TRIGGER report_duty_added AFTER INSERT ON report_duty BEGIN
	INSERT INTO report_duty_count (report_period, last_day, state, n)
		VALUES (NEW.report_period, NEW.last_day, NEW.state, 1)
		ON CONFLICT (report_period, last_day, state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER report_duty_dropped AFTER DELETE ON report_duty BEGIN
	UPDATE report_duty_count SET n = n - 1 WHERE report_period = OLD.report_period
		AND last_day = OLD.last_day AND state = OLD.state;
	DELETE FROM report_duty_count WHERE report_period = OLD.report_period
		AND last_day = OLD.last_day AND state = OLD.state AND n = 0;
END;
CREATE TRIGGER report_duty_moved AFTER UPDATE OF report_period, last_day, state ON report_duty BEGIN
	UPDATE report_duty_count SET n = n - 1 WHERE report_period = OLD.report_period
		AND last_day = OLD.last_day AND state = OLD.state;
	DELETE FROM report_duty_count WHERE report_period = OLD.report_period
		AND last_day = OLD.last_day AND state = OLD.state AND n = 0;
	INSERT INTO report_duty_count (report_period, last_day, state, n)
		VALUES (NEW.report_period, NEW.last_day, NEW.state, 1)
		ON CONFLICT (report_period, last_day, state) DO UPDATE SET n = n + 1;
END;

-- The same columns; whether the first sending was late is asked once, not grouped.
DROP VIEW report_expected;
CREATE VIEW report_expected AS
SELECT e.report_period, e.unit, n.name, n.name_key, n.name_plain, e.kind,
	d.due_date, e.last_day, d.holiday, p.report_form, p.name AS period, p.window_from,
	p.window_to, p.opens, p.source, f.unit AS asker, f.name AS form,
	(SELECT min(t.day) FROM report r JOIN report_sent t ON t.report = r.id
		WHERE r.report_period = e.report_period AND r.unit = e.unit) AS first_day,
	coalesce((SELECT min(t.day) > e.last_day FROM report r JOIN report_sent t ON t.report = r.id
		WHERE r.report_period = e.report_period AND r.unit = e.unit), 0) AS late
FROM report_duty e
JOIN report_period p ON p.id = e.report_period
JOIN report_form f ON f.id = p.report_form
JOIN unit_name n ON n.id = e.unit_name
JOIN report_due d ON d.report_period = e.report_period AND d.kind = e.kind;
