-- The records that the matrix of rights asks for: all belong to unit A (2).
-- account: an officer of A, and his session
INSERT INTO account (id, login, name, name_key, name_plain, created)
	VALUES (901, 'officer.901', 'Hà Thử', '', 'ha thu', 0);
INSERT INTO session (id, token, account, secret, created, seen, expires, address, agent)
	VALUES (901, 'none', 901, '', 0, 0, 9000000000, '', '');
INSERT INTO mandate (id, account, unit, role, valid_from, valid_to)
	VALUES (901, 901, 2, 'unit_officer', '2020-01-01', '9999-12-31');

-- plan: 1 stands and was sent to A; 2 is a draft of A.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (1, 'plan', 2, 'issued', 0), (2, 'plan', 2, 'draft', 0);
INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES
	(1, 1, 2, '01/KH-UBND', '2026-01-05', 'UBND xã An', 'Kế hoạch thử'),
	(2, 2, 2, '', NULL, 'UBND xã An', 'Kế hoạch nháp');
INSERT INTO plan_recipient (id, plan, seq, text, unit) VALUES (1, 1, 1, 'Xã An', 2);
INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 2, 1, 0);
-- unit: a contact of A, a cluster that A's council drew, with A1 in it
INSERT INTO unit_contact (id, unit, name, phone, valid_from, valid_to)
	VALUES (901, 2, 'Lò Thử', '0217 385 2204', '2020-01-01', '9999-12-31');
INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to)
	VALUES (901, 'cluster', 'Cụm thử', 2, '2020-01-01', '9999-12-31');
INSERT INTO unit_member (unit_group, unit, valid_from, valid_to)
	VALUES (901, 4, '2020-01-01', '9999-12-31');
