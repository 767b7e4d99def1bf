-- The bytes of what people attach, once each, known by their SHA-256.  Rows of
-- portal.db name them (attachment.hash); a file that no row names is removed by
-- `maintain` after 7 days.

CREATE TABLE file (
	id        INTEGER PRIMARY KEY,
	hash      TEXT UNIQUE CHECK (length(hash) = 64),	-- hex; NULL only while it comes
	size      INTEGER NOT NULL CHECK (size >= 0),
	at        INTEGER NOT NULL,	-- when it last came
	erased    INTEGER,		-- its bytes were taken out for good; the rest stays
	erased_by TEXT NOT NULL DEFAULT ''	-- by whom, or by which decision
) STRICT;

CREATE INDEX file_by_time ON file (at);

CREATE TABLE file_piece (
	file  INTEGER NOT NULL REFERENCES file,
	seq   INTEGER NOT NULL,		-- from 0, all full but the last
	bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65536),
	PRIMARY KEY (file, seq)
) STRICT;

CREATE TRIGGER file_is_what_its_hash_says BEFORE UPDATE ON file
WHEN old.hash IS NOT NULL AND (new.hash IS NOT old.hash OR new.size IS NOT old.size
  OR (old.erased IS NOT NULL AND new.erased IS NOT old.erased))
BEGIN SELECT RAISE(ABORT, 'a file does not change'); END;
CREATE TRIGGER file_piece_is_fixed BEFORE UPDATE ON file_piece
BEGIN SELECT RAISE(ABORT, 'a file does not change'); END;
