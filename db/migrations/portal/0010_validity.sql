-- What the law or the office can change is dated: each of these rows says from which day
-- to which it holds (inclusive, 9999-12-31 is open) and by what document.  Reads take a
-- day: what has ended is offered no more, and is still named where it stood.

-- (Units may be older than the portal's other rows.)
ALTER TABLE unit_kind ADD COLUMN valid_from TEXT NOT NULL DEFAULT '1900-01-01'
	CHECK (valid_from IS date(valid_from));
ALTER TABLE unit_kind ADD COLUMN valid_to TEXT NOT NULL DEFAULT '9999-12-31'
	CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from);
ALTER TABLE unit_kind ADD COLUMN document TEXT NOT NULL DEFAULT '';

ALTER TABLE role ADD COLUMN valid_from TEXT NOT NULL DEFAULT '2000-01-01'
	CHECK (valid_from IS date(valid_from));
ALTER TABLE role ADD COLUMN valid_to TEXT NOT NULL DEFAULT '9999-12-31'
	CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from);
ALTER TABLE role ADD COLUMN document TEXT NOT NULL DEFAULT '';

ALTER TABLE flow ADD COLUMN valid_from TEXT NOT NULL DEFAULT '2000-01-01'
	CHECK (valid_from IS date(valid_from));
ALTER TABLE flow ADD COLUMN valid_to TEXT NOT NULL DEFAULT '9999-12-31'
	CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from);
ALTER TABLE flow ADD COLUMN document TEXT NOT NULL DEFAULT '';

ALTER TABLE indicator ADD COLUMN valid_from TEXT NOT NULL DEFAULT '2000-01-01'
	CHECK (valid_from IS date(valid_from));
ALTER TABLE indicator ADD COLUMN valid_to TEXT NOT NULL DEFAULT '9999-12-31'
	CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from);
ALTER TABLE indicator ADD COLUMN document TEXT NOT NULL DEFAULT '';

UPDATE unit_kind SET valid_to = '2025-06-30',
	document = 'Nghị quyết 203/2025/QH15, Luật 72/2025/QH15' WHERE kind = 'district';

-- A role may gain an ability, lose it, or reach further from a day on: a row for each
-- stretch of days, hence a new key.
DROP VIEW mandate_scope;
CREATE TABLE role_ability_dated (
	role       TEXT NOT NULL REFERENCES role,
	ability    TEXT NOT NULL REFERENCES ability,
	scope      TEXT NOT NULL CHECK (scope IN ('own', 'below')),
	valid_from TEXT NOT NULL DEFAULT '2000-01-01' CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL DEFAULT '9999-12-31'
	           CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (role, ability, valid_from)
) STRICT;
INSERT INTO role_ability_dated (role, ability, scope)
	SELECT role, ability, scope FROM role_ability;
DROP TABLE role_ability;
ALTER TABLE role_ability_dated RENAME TO role_ability;

-- As before; a mandate gives an ability on the days on which it, its role and the role's
-- ability all hold.
CREATE VIEW mandate_scope AS
SELECT m.account, a.ability, u.unit, m.id AS mandate, m.role,
	max(m.valid_from, r.valid_from, a.valid_from) AS mandate_from,
	min(m.valid_to, r.valid_to, a.valid_to) AS mandate_to,
	u.valid_from AS unit_from, u.valid_to AS unit_to
FROM mandate m
JOIN role r ON r.role = m.role
JOIN role_ability a ON a.role = m.role
JOIN unit_under u ON u.ancestor = m.unit AND (a.scope = 'below' OR u.depth = 0);

-- So with moves: from a day on another ability may be needed, or a reason.
CREATE TABLE flow_move_dated (
	flow       TEXT NOT NULL REFERENCES flow,
	move       TEXT NOT NULL,
	from_state TEXT NOT NULL,
	to_state   TEXT NOT NULL,
	seq        INTEGER NOT NULL,
	label_vi   TEXT NOT NULL,	-- of its button: a verb with its object
	label_en   TEXT NOT NULL,
	ability    TEXT NOT NULL REFERENCES ability,
	reason     INTEGER NOT NULL,	-- 1: must be given
	decides    INTEGER NOT NULL,	-- 1: never on one's own case
	risk       INTEGER NOT NULL,	-- 1: a button of warning
	valid_from TEXT NOT NULL DEFAULT '2000-01-01' CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL DEFAULT '9999-12-31'
	           CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (flow, move, from_state, valid_from),
	FOREIGN KEY (flow, from_state) REFERENCES flow_state (flow, state),
	FOREIGN KEY (flow, to_state) REFERENCES flow_state (flow, state)
) STRICT;
INSERT INTO flow_move_dated (flow, move, from_state, to_state, seq, label_vi, label_en,
	ability, reason, decides, risk)
	SELECT flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason,
		decides, risk FROM flow_move;
DROP TABLE flow_move;
ALTER TABLE flow_move_dated RENAME TO flow_move;

-- The moves on the days on which they and their flow hold: what is offered and made.
CREATE VIEW flow_way AS
SELECT m.flow, m.move, m.from_state, m.to_state, m.seq, m.label_vi, m.label_en, m.ability,
	m.reason, m.decides, m.risk, max(m.valid_from, f.valid_from) AS valid_from,
	min(m.valid_to, f.valid_to) AS valid_to
FROM flow_move m JOIN flow f ON f.flow = m.flow;

-- Splits and transfers of a part have pages of their own, so lines of their own.
INSERT INTO action VALUES
	('unit.part', 'Điều chuyển một phần đơn vị', 'Part of a unit transferred'),
	('unit.split', 'Chia đơn vị', 'Unit split');
