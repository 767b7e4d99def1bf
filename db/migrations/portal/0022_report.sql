-- Whether a report came late is said here, once: by the day on which it was first sent.
-- One that was returned and sent again keeps that day, so that a return does not make it
-- late; what was returned and not sent again is told apart by its state.
DROP VIEW report_expected;
CREATE VIEW report_expected AS
SELECT p.id AS report_period, u.unit, n.name, n.name_key, n.name_plain, n.kind,
	d.due_date, d.last_day, d.holiday, p.report_form, p.name AS period, p.window_from,
	p.window_to, p.opens, p.source, f.unit AS asker, f.name AS form,
	(SELECT min(t.day) FROM report r JOIN report_sent t ON t.report = r.id
		WHERE r.report_period = p.id AND r.unit = u.unit) AS first_day,
	EXISTS (SELECT 1 FROM report r JOIN report_sent t ON t.report = r.id
		WHERE r.report_period = p.id AND r.unit = u.unit
		GROUP BY r.id HAVING min(t.day) > d.last_day) AS late
FROM report_period p
JOIN report_form f ON f.id = p.report_form
JOIN unit_under u ON u.ancestor = f.unit
	AND p.window_to BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit
	AND p.window_to BETWEEN n.valid_from AND n.valid_to
JOIN unit x ON x.id = u.unit
	AND p.window_to BETWEEN x.valid_from AND x.valid_to
JOIN report_deadline d ON d.report_period = p.id AND d.kind = n.kind;

-- What the field said when it was returned, so that one can see whether it was mended.
ALTER TABLE report_return ADD COLUMN was TEXT;
