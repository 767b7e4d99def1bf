-- A check may be an inequality: poor households are at most all households, hence
-- no rate above 100 %.  Its signed terms add up to zero, or to at most zero.
ALTER TABLE indicator_check ADD COLUMN relation TEXT NOT NULL DEFAULT '='
	CHECK (relation IN ('=', '<='));

UPDATE action SET label_vi = 'Thêm phép kiểm tra số liệu', label_en = 'Check of figures added'
	WHERE action = 'indicator_check.add';
UPDATE action SET label_vi = 'Bỏ phép kiểm tra số liệu', label_en = 'Check of figures dropped'
	WHERE action = 'indicator_check.drop';

-- Days off that are no weekend, and weekend days that are worked in exchange: redrawn
-- each year, hence rows, each with the document that set it.
CREATE TABLE holiday (
	id       INTEGER PRIMARY KEY,
	day      TEXT NOT NULL UNIQUE CHECK (day IS date(day)),
	off      INTEGER NOT NULL CHECK (off IN (0, 1)),	-- 1 nghỉ, 0 làm bù
	name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
	document TEXT NOT NULL CHECK (length(document) BETWEEN 1 AND 200)
) STRICT;

-- Those that stand in the Labour Code with a day of the calendar.  Tết, the Hùng Kings'
-- day, the day beside 2/9 and days in exchange come by each year's notice.
INSERT INTO holiday (day, off, name, document)
SELECT y.year || d.day, 1, d.name, 'Bộ luật Lao động 2019, Điều 112 khoản 1'
FROM (SELECT '2026' AS year UNION ALL SELECT '2027' UNION ALL SELECT '2028'
	UNION ALL SELECT '2029' UNION ALL SELECT '2030') y,
	(SELECT '-01-01' AS day, 'Tết Dương lịch' AS name UNION ALL SELECT '-04-30', 'Ngày Chiến thắng'
	UNION ALL SELECT '-05-01', 'Ngày Quốc tế lao động' UNION ALL SELECT '-09-02', 'Quốc khánh') d
ORDER BY 1;

-- When a duty ends: a term that ends on a day off ends with the next working day (Civil
-- Code 2015, article 148, clause 5).  Whoever judges what is late reads last_day.
CREATE VIEW report_deadline AS
SELECT d.report_period, d.kind, d.due_date,
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
CREATE VIEW report_expected AS
SELECT p.id AS report_period, u.unit, n.name, n.name_key, n.name_plain, n.kind,
	d.due_date, d.last_day, d.holiday, p.report_form, p.name AS period, p.window_from,
	p.window_to, p.opens, p.source, f.unit AS asker, f.name AS form
FROM report_period p
JOIN report_form f ON f.id = p.report_form
JOIN unit_under u ON u.ancestor = f.unit
	AND p.window_to BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit
	AND p.window_to BETWEEN n.valid_from AND n.valid_to
JOIN unit x ON x.id = u.unit
	AND p.window_to BETWEEN x.valid_from AND x.valid_to
JOIN report_deadline d ON d.report_period = p.id AND d.kind = n.kind;

INSERT INTO ability (ability, label_vi, label_en) VALUES
	('holiday.change', 'Sửa ngày nghỉ, ngày làm bù', 'Keep holidays and working weekends');
INSERT INTO role_ability (role, ability, scope) VALUES ('admin', 'holiday.change', 'below');
INSERT INTO action VALUES
	('holiday.add', 'Thêm ngày nghỉ, ngày làm bù', 'Holiday added'),
	('holiday.drop', 'Bỏ ngày nghỉ, ngày làm bù', 'Holiday dropped');
