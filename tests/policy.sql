-- The records that the matrix of rights asks for: all belong to unit A (2).
-- account: an officer of A, and his session
INSERT INTO account (id, login, name, name_key, name_plain, created)
	VALUES (901, 'officer.901', 'Hà Thử', '', 'ha thu', 0);
INSERT INTO session (id, token, account, secret, created, seen, expires, address, agent)
	VALUES (901, 'none', 901, '', 0, 0, 9000000000, '', '');
INSERT INTO mandate (id, account, unit, role, valid_from, valid_to)
	VALUES (901, 901, 2, 'unit_officer', '2020-01-01', '9999-12-31');
