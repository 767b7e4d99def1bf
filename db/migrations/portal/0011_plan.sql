-- A line of recipients may stand for several kinds of unit, clusters and units at once
-- ("các sở, ban, ngành; UBND các xã"); without a row here it is words, sent on paper.
CREATE TABLE plan_addressee (
	recipient  INTEGER NOT NULL REFERENCES plan_recipient ON DELETE CASCADE,
	kind       TEXT REFERENCES unit_kind,		-- all of that kind under the issuer
	unit_group INTEGER REFERENCES unit_group,	-- or a cluster
	unit       INTEGER REFERENCES unit,		-- or one unit
	CHECK ((kind IS NOT NULL) + (unit_group IS NOT NULL) + (unit IS NOT NULL) = 1),
	UNIQUE (recipient, kind),
	UNIQUE (recipient, unit_group),
	UNIQUE (recipient, unit)
) STRICT;

INSERT INTO plan_addressee (recipient, kind)
	SELECT id, kind FROM plan_recipient WHERE kind IS NOT NULL;
INSERT INTO plan_addressee (recipient, unit_group)
	SELECT id, unit_group FROM plan_recipient WHERE unit_group IS NOT NULL;
INSERT INTO plan_addressee (recipient, unit)
	SELECT id, unit FROM plan_recipient WHERE unit IS NOT NULL;

ALTER TABLE plan_recipient DROP COLUMN kind;
ALTER TABLE plan_recipient DROP COLUMN unit_group;
ALTER TABLE plan_recipient DROP COLUMN unit;

CREATE INDEX plan_delivery_by_recipient ON plan_delivery (recipient);
