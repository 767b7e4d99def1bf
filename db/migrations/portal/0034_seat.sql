-- Who of a council sits for which cluster or bloc (ủy viên Hội đồng phụ trách cụm, khối), from
-- day to day, by which decision.  The council is that of the group's unit.  A seat gives no
-- right: what its holder may read and do is by his mandates.
CREATE TABLE unit_group_seat (
	id         INTEGER PRIMARY KEY,
	unit_group INTEGER NOT NULL REFERENCES unit_group,
	account    INTEGER NOT NULL REFERENCES account,
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL CHECK (length(document) BETWEEN 1 AND 100)	-- that set it up
) STRICT;

CREATE INDEX unit_group_seat_by_group ON unit_group_seat (unit_group, valid_from);
CREATE INDEX unit_group_seat_by_account ON unit_group_seat (account, valid_from);

INSERT INTO action (action, label_vi, label_en) VALUES
	('unit.seat_add', 'Giao ủy viên Hội đồng phụ trách cụm, khối', 'Council member given a cluster or bloc'),
	('unit.seat_end', 'Thôi phụ trách cụm, khối', 'Seat for a cluster or bloc ended');
INSERT INTO action_path VALUES
	('unit.seat_add', '/unit/group/#'),
	('unit.seat_end', '/unit/group/#');
