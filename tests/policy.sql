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

-- report: form 1 of A asks communes in period 1; report 1 of A was sent.
INSERT INTO indicator (id, code, name, measure, rule) VALUES (1, 'ho', 'Hộ', 'hộ', 'sum');
INSERT INTO indicator_check (id, text) VALUES (1, 'Bằng nhau');
INSERT INTO indicator_term (indicator_check, seq, indicator, sign) VALUES (1, 1, 1, 1);
INSERT INTO report_form (id, unit, name, kind) VALUES (1, 2, 'Mẫu thử', 'periodic');
INSERT INTO report_section (id, report_form, seq, title, kind) VALUES (1, 1, 1, 'Số liệu', 'figures');
INSERT INTO report_line (report_section, seq, indicator) VALUES (1, 1, 1);
INSERT INTO report_period (id, report_form, name, window_from, window_to, opens)
	VALUES (1, 1, 'Quý III/2026', '2026-06-15', '2026-09-14', '2026-09-07');
INSERT INTO report_due (report_period, kind, due_date) VALUES (1, 'commune', '2026-09-25');
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (10, 'report', 2, 'sent', 0);
INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1, 10, 1, 2, 0);
INSERT INTO report_value (report, indicator, value) VALUES (1, 1, 100);
INSERT INTO report_sent (id, report, receipt, at, day, content, digest)
	VALUES (1, 1, 'BC-2026-00001', 0, '2026-09-20', '{"sections":[]}', '');

-- signup: 901 of A to plan 1 stands.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (901, 'signup', 2, 'registered', 0);
INSERT INTO signup (id, flow_case, plan, unit, saved, first_day) VALUES (901, 901, 1, 2, 0, '2026-02-01');

-- evaluation: rounds of A on plan 1: 901 a draft, 902 open, 903 closed, all of A; 904 of
-- P, which judges A.  Sheets of households that A enters: 901 a draft, 902 sent.
INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (901, 1, 1, 'III.1', 'Đối với xã'),
	(902, 1, 2, 'III.2', 'Đối với hộ');
INSERT INTO plan_class_kind VALUES (901, 'commune');
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (911, 'round', 2, 'draft', 0), (912, 'round', 2, 'open', 0),
	(913, 'round', 2, 'closed', 0), (914, 'round', 1, 'open', 0),
	(921, 'evaluation', 2, 'draft', 0), (922, 'evaluation', 2, 'sent', 0);
INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to, base_day, due_date) VALUES
	(901, 911, 1, 2, 'Đợt nháp', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30'),
	(902, 912, 1, 2, 'Đợt mở', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30'),
	(903, 913, 1, 2, 'Đợt khóa', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30'),
	(904, 914, 1, 1, 'Đợt tỉnh', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30');
INSERT INTO evaluation_item (id, evaluation_round, plan_class, seq, anchor, text, kind, points) VALUES
	(901, 901, 901, 1, 'III.1.1', 'Tiêu chí', 'judged', 10000), (902, 902, 901, 1, 'III.1.1', 'Tiêu chí', 'judged', 10000),
	(903, 902, 902, 1, 'III.2.1', 'Tiêu chí', 'judged', 10000), (904, 904, 901, 1, 'III.1.1', 'Tiêu chí', 'judged', 10000);
INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, subject, name, saved) VALUES
	(901, 921, 902, 902, 2, 'household', 'Hộ một', 0), (902, 922, 902, 902, 2, 'household', 'Hộ hai', 0);
INSERT INTO evaluation_score (evaluation, evaluation_item, stage, points, at) VALUES (901, 903, 'own', 9000, 0), (902, 903, 'own', 9000, 0);
INSERT INTO evaluation_sent (id, evaluation, receipt, at, day, content, digest)
	VALUES (901, 902, 'PC-2026-00901', 0, '2026-11-01', '{"criteria":[]}', '');
