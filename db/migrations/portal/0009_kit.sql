-- What the next page says was done: "Đã gửi báo cáo".
ALTER TABLE posted ADD COLUMN said TEXT NOT NULL DEFAULT '';

-- A mandate whose last day lies before its first was withdrawn: in force on no day, and kept.
-- Of a table's CHECK nothing can be altered: the table is made anew.
DROP VIEW mandate_scope;
CREATE TABLE mandate_new (
	id         INTEGER PRIMARY KEY,
	account    INTEGER NOT NULL REFERENCES account,
	unit       INTEGER NOT NULL REFERENCES unit,
	role       TEXT NOT NULL REFERENCES role,
	post       TEXT NOT NULL DEFAULT '',	-- chức vụ, phòng
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to)),
	document   TEXT NOT NULL DEFAULT ''	-- the decision that gave it
) STRICT;
INSERT INTO mandate_new SELECT id, account, unit, role, post, valid_from, valid_to, document
	FROM mandate;
DROP TABLE mandate;
ALTER TABLE mandate_new RENAME TO mandate;
CREATE INDEX mandate_by_account ON mandate (account);
CREATE INDEX mandate_by_unit ON mandate (unit);
CREATE VIEW mandate_scope AS
SELECT m.account, a.ability, u.unit, m.id AS mandate, m.role,
	m.valid_from AS mandate_from, m.valid_to AS mandate_to,
	u.valid_from AS unit_from, u.valid_to AS unit_to
FROM mandate m
JOIN role_ability a ON a.role = m.role
JOIN unit_under u ON u.ancestor = m.unit AND (a.scope = 'below' OR u.depth = 0);

INSERT INTO action VALUES
	('account.password_begun', 'Bắt đầu đổi mật khẩu', 'Change of password begun'),
	('account.reset_begun', 'Bắt đầu cấp lại mật khẩu tạm', 'Giving of a temporary password begun');
