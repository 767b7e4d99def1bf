-- The index holds each word as it is written beside its plain form, and figures without
-- zeros in front (db/tokenizer.c): made anew.
INSERT INTO plan_word (plan_word) VALUES ('rebuild');
INSERT INTO plan_clause_word (plan_clause_word) VALUES ('rebuild');
INSERT INTO feedback_word (feedback_word) VALUES ('rebuild');

-- What stands in a file that hangs on a record; rowid is attachment.id, below zero of one on a
-- plan (db/attached.h).  Who may read the record is joined before anything is found.
CREATE VIRTUAL TABLE attached_word USING fts5(
	name, text, tokenize = 'vi'
);

-- How far each attachment is read: a row for every one, in the order of their ids.  A file
-- that ends its reader twice is not tried again.
CREATE TABLE attached_text (
	attachment INTEGER PRIMARY KEY REFERENCES attachment,
	state TEXT NOT NULL CHECK (state IN ('reading', 'read', 'unread', 'gone')),
	why   TEXT NOT NULL DEFAULT '',	-- of 'unread': a sentence; '' of a type that has no words
	tries INTEGER NOT NULL DEFAULT 1,
	at    INTEGER NOT NULL,
	CHECK (why = '' OR state = 'unread')
) STRICT;

-- Where this row is, `maintain` starts `indexer`.
INSERT INTO upkeep (name, at, detail) VALUES ('words', 0, '');
