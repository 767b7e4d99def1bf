-- Files attached to records; their bytes are in files.db, by their hash.

-- What is taken.  `type` is what the content must be found to be, whatever the name
-- says; the ending of the name must then agree.
CREATE TABLE file_type (
	extension TEXT PRIMARY KEY CHECK (extension = lower(extension)),
	type      TEXT NOT NULL,
	label_vi  TEXT NOT NULL,	-- several endings may have one
	label_en  TEXT NOT NULL,
	max_bytes INTEGER NOT NULL CHECK (max_bytes > 0),
	seq       INTEGER NOT NULL
) STRICT;

INSERT INTO file_type (extension, type, label_vi, label_en, max_bytes, seq) VALUES
	('pdf',  'application/pdf', 'PDF', 'PDF', 20971520, 1),
	('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'Word', 'Word', 20971520, 2),
	('doc',  'application/msword', 'Word', 'Word', 20971520, 3),
	('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'Excel', 'Excel', 20971520, 4),
	('xls',  'application/vnd.ms-excel', 'Excel', 'Excel', 20971520, 5),
	('odt',  'application/vnd.oasis.opendocument.text', 'OpenDocument',
		'OpenDocument', 20971520, 6),
	('ods',  'application/vnd.oasis.opendocument.spreadsheet', 'OpenDocument',
		'OpenDocument', 20971520, 7),
	('jpg',  'image/jpeg', 'Ảnh', 'Picture', 20971520, 8),
	('jpeg', 'image/jpeg', 'Ảnh', 'Picture', 20971520, 9),
	('png',  'image/png', 'Ảnh', 'Picture', 20971520, 10),
	('txt',  'text/plain', 'Chữ thuần', 'Plain text', 2097152, 11),
	('csv',  'text/plain', 'CSV', 'CSV', 2097152, 12);

CREATE TABLE attachment (
	id         INTEGER PRIMARY KEY,
	kind       TEXT NOT NULL,	-- of the record: 'evaluation', 'award', ...
	record     INTEGER NOT NULL,	-- its id
	part       TEXT NOT NULL DEFAULT '' CHECK (length(part) <= 100),	-- a criterion; '' the whole
	hash       TEXT NOT NULL CHECK (length(hash) = 64),	-- file.hash of files.db
	name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 150),
	type       TEXT NOT NULL,
	size       INTEGER NOT NULL CHECK (size > 0),
	at         INTEGER NOT NULL,
	account    INTEGER NOT NULL REFERENCES account,
	removed    INTEGER,		-- the moment; NULL: it is there
	removed_by INTEGER REFERENCES account
) STRICT;

CREATE INDEX attachment_by_record ON attachment (kind, record, part);
CREATE INDEX attachment_by_hash ON attachment (hash);

CREATE TRIGGER attachment_is_kept BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachments are kept'); END;
CREATE TRIGGER attachment_is_only_removed BEFORE UPDATE ON attachment
WHEN old.removed IS NOT NULL OR new.removed IS NULL OR new.id IS NOT old.id
  OR new.kind IS NOT old.kind OR new.record IS NOT old.record OR new.part IS NOT old.part
  OR new.hash IS NOT old.hash OR new.name IS NOT old.name OR new.type IS NOT old.type
  OR new.size IS NOT old.size OR new.at IS NOT old.at OR new.account IS NOT old.account
BEGIN SELECT RAISE(ABORT, 'attachments are fixed'); END;

INSERT INTO setting (name, value, valid_from) VALUES
	('attachment_files', '30', '2000-01-01'),	-- of one record
	('attachment_megabytes', '60', '2000-01-01');

INSERT INTO action (action, label_vi, label_en) VALUES
	('attachment.add', 'Đính kèm tệp', 'File attached'),
	('attachment.remove', 'Bỏ tệp đính kèm', 'Attached file taken off'),
	('file.erase', 'Xóa nội dung tệp', 'File erased');
