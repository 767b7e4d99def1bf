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

-- Lists stand in Vietnamese order.  No version of the keys is known to be right any
-- more: maintain makes them all anew.
ALTER TABLE plan ADD COLUMN subject_key TEXT NOT NULL DEFAULT '';	-- text_key(subject)
ALTER TABLE plan ADD COLUMN issuer_key TEXT NOT NULL DEFAULT '';	-- text_key(issuer)
DELETE FROM upkeep WHERE name = 'text';

-- A day of a period is kept as ISO, as every day is; it was kept as it was typed.
UPDATE plan SET period_from = printf('%s-%02d-%02d', substr(period_from, -4),
	CAST(substr(period_from, instr(period_from, '/') + 1) AS INTEGER), CAST(period_from AS INTEGER))
	WHERE period_from LIKE '%/%/____';
UPDATE plan SET period_to = printf('%s-%02d-%02d', substr(period_to, -4),
	CAST(substr(period_to, instr(period_to, '/') + 1) AS INTEGER), CAST(period_to AS INTEGER))
	WHERE period_to LIKE '%/%/____';
