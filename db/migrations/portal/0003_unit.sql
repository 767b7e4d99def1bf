-- Units (đơn vị) in time.  What the country redraws is dated; days are inclusive
-- and an open end is 9999-12-31.

-- Kinds of unit: the classes of participants.  Rows, for the law changes them.
CREATE TABLE unit_kind (
	kind     TEXT PRIMARY KEY,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL,
	level    INTEGER NOT NULL,	-- 1 province, 2 below it, ...: for order only
	area     INTEGER NOT NULL	-- 1: an administrative area (đơn vị hành chính)
) STRICT;

INSERT INTO unit_kind VALUES
	('province',   'Tỉnh, thành phố',                       'Province',               1, 1),
	('department', 'Sở, ban, ngành',                        'Department',             2, 0),
	('front',      'Mặt trận Tổ quốc, đoàn thể',            'Front and mass organisation', 2, 0),
	('district',   'Huyện, thành phố thuộc tỉnh (đến 30/6/2025)', 'District (until 30/6/2025)', 2, 1),
	('agency',     'Cơ quan, đơn vị trực thuộc',            'Agency',                 3, 0),
	('commune',    'Xã, phường, thị trấn, đặc khu',         'Commune',                3, 1),
	('village',    'Thôn, bản, tổ dân phố, khu dân cư',     'Village',                4, 1),
	('enterprise', 'Doanh nghiệp, hợp tác xã',              'Enterprise, co-operative', 4, 0),
	('armed',      'Đơn vị lực lượng vũ trang',             'Armed forces unit',      3, 0);

-- Words in the name of a plan's class that speak of a kind, in plain form: they
-- only suggest; a person decides which kinds belong to a class.
CREATE TABLE unit_kind_word (
	kind TEXT NOT NULL REFERENCES unit_kind,
	word TEXT NOT NULL,
	PRIMARY KEY (kind, word)
) STRICT;

INSERT INTO unit_kind_word VALUES
	('department', 'cac so'), ('department', 'so, ban'), ('department', 'ban, nganh'),
	('front', 'mat tran'), ('front', 'doan the'),
	('district', 'huyen'),
	('agency', 'co quan'),
	('commune', 'xa'), ('commune', 'phuong'), ('commune', 'thi tran'),
	('village', 'thon'), ('village', 'ban, xom'), ('village', 'to dan pho'),
	('village', 'khu dan cu'), ('village', 'thon, ban'),
	('enterprise', 'doanh nghiep'), ('enterprise', 'hop tac xa'),
	('armed', 'luc luong vu trang');

CREATE TABLE unit (
	id         INTEGER PRIMARY KEY,
	code       TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 20),
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from)
) STRICT;

-- What a unit is called and what it is, from day to day.
CREATE TABLE unit_name (
	id         INTEGER PRIMARY KEY,
	unit       INTEGER NOT NULL REFERENCES unit,
	name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	name_key   TEXT NOT NULL,	-- text_key(name)
	name_plain TEXT NOT NULL,	-- text_plain(name)
	short_name TEXT NOT NULL DEFAULT '',	-- SNV, as in the symbols of documents
	kind       TEXT NOT NULL REFERENCES unit_kind,
	region     TEXT NOT NULL DEFAULT '' CHECK (region IN ('', 'I', 'II', 'III')),
	address    TEXT NOT NULL DEFAULT '',
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT '',	-- what set it: 1690/NQ-UBTVQH15
	UNIQUE (unit, valid_from)
) STRICT;

CREATE INDEX unit_name_by_kind ON unit_name (kind, name_key);

-- Who is under whom.  Several trees may stand side by side: 'manage' is the one
-- along which rights go and figures add up.
CREATE TABLE unit_parent (
	unit       INTEGER NOT NULL REFERENCES unit,
	parent     INTEGER NOT NULL REFERENCES unit CHECK (parent <> unit),
	tree       TEXT NOT NULL DEFAULT 'manage',
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (unit, tree, valid_from)
) STRICT;

CREATE INDEX unit_parent_down ON unit_parent (parent, tree);

-- The closure of 'manage', itself included (depth 0), made anew by db/unit.c when
-- a parent changes: "under X on day d" is one lookup.
CREATE TABLE unit_under (
	ancestor   INTEGER NOT NULL REFERENCES unit,
	unit       INTEGER NOT NULL REFERENCES unit,
	depth      INTEGER NOT NULL,
	valid_from TEXT NOT NULL,
	valid_to   TEXT NOT NULL,
	PRIMARY KEY (ancestor, unit, valid_from)
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_under_up ON unit_under (unit, ancestor);

-- Merge, split, rename, dissolve, create: what became of whom, by which document.
CREATE TABLE unit_event (
	id       INTEGER PRIMARY KEY,
	kind     TEXT NOT NULL CHECK (kind IN ('create', 'merge', 'split', 'part', 'rename', 'dissolve')),
	day      TEXT NOT NULL CHECK (day IS date(day)),
	document TEXT NOT NULL DEFAULT '',
	note     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit_succession (
	event     INTEGER NOT NULL REFERENCES unit_event,
	unit      INTEGER NOT NULL REFERENCES unit,	-- the one that was
	successor INTEGER NOT NULL REFERENCES unit,	-- itself in create, rename, dissolve
	share     INTEGER NOT NULL DEFAULT 10000 CHECK (share BETWEEN 0 AND 10000),	-- 1/10,000 of its households
	PRIMARY KEY (event, unit, successor)
) STRICT;

-- Whom to call.
CREATE TABLE unit_contact (
	id         INTEGER PRIMARY KEY,
	unit       INTEGER NOT NULL REFERENCES unit,
	name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
	post       TEXT NOT NULL DEFAULT '',
	phone      TEXT NOT NULL DEFAULT '',
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from)
) STRICT;

CREATE INDEX unit_contact_by_unit ON unit_contact (unit, valid_from);

-- Clusters (cụm) of places and blocs (khối) of bodies, redrawn by decision.
CREATE TABLE unit_group (
	id         INTEGER PRIMARY KEY,
	kind       TEXT NOT NULL CHECK (kind IN ('cluster', 'bloc')),
	name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	unit       INTEGER NOT NULL REFERENCES unit,	-- whose council drew it
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit_member (
	unit_group INTEGER NOT NULL REFERENCES unit_group,
	unit       INTEGER NOT NULL REFERENCES unit,
	head       INTEGER NOT NULL DEFAULT 0,	-- 1 cụm trưởng, 2 cụm phó
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	PRIMARY KEY (unit_group, unit, valid_from)
) STRICT;

CREATE INDEX unit_member_by_unit ON unit_member (unit);
