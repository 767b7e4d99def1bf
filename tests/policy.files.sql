-- A file, "abc", for the attachments that tests/policy.sql lays down.
INSERT INTO file (id, hash, size, at) VALUES
	(1, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 3, 0);
INSERT INTO file_piece (file, seq, bytes) VALUES (1, 0, CAST('abc' AS BLOB));
