-- Sheets that a publication left out: not sent, or returned and not sent again.  They are
-- named beside the ranks, without one, and why is kept with the publication.

ALTER TABLE evaluation_publication ADD COLUMN reason TEXT NOT NULL DEFAULT ''
	CHECK (length(reason) <= 1000);	-- '': none was left out

CREATE TABLE evaluation_left (
	evaluation_publication INTEGER NOT NULL REFERENCES evaluation_publication,
	seq        INTEGER NOT NULL,
	evaluation INTEGER REFERENCES evaluation,	-- NULL: not begun
	plan_class INTEGER NOT NULL REFERENCES plan_class,
	unit       INTEGER NOT NULL REFERENCES unit,	-- that enters and sends it
	judged     INTEGER REFERENCES unit,		-- NULL: a subject outside of the tree
	subject    TEXT NOT NULL CHECK (subject IN ('unit', 'village', 'household', 'cadre', 'enterprise')),
	name       TEXT NOT NULL,	-- as it was called
	name_key   TEXT NOT NULL,
	name_plain TEXT NOT NULL,
	unit_group INTEGER REFERENCES unit_group,
	state      TEXT NOT NULL CHECK (state IN ('none', 'draft', 'signing', 'returned')),
	PRIMARY KEY (evaluation_publication, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER evaluation_left_is_kept BEFORE DELETE ON evaluation_left
BEGIN SELECT RAISE(ABORT, 'results are kept'); END;
CREATE TRIGGER evaluation_left_is_fixed BEFORE UPDATE ON evaluation_left
BEGIN SELECT RAISE(ABORT, 'results are fixed'); END;
