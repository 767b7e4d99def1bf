-- The records that the matrix of rights asks for: all belong to unit A (2).
-- account: an officer of A, and his session
INSERT INTO account (id, login, name, name_key, name_plain, created)
	VALUES (901, 'officer.901', 'Hà Thử', '', 'ha thu', 0);
INSERT INTO session (id, token, account, secret, created, seen, expires, address, agent)
	VALUES (901, 'none', 901, '', 0, 0, 9000000000, '', '');
INSERT INTO mandate (id, account, unit, role, valid_from, valid_to)
	VALUES (901, 901, 2, 'unit_officer', '2020-01-01', '9999-12-31');

-- audit: a line made for A, with a value
INSERT INTO audit VALUES (901, 1795143000, 901, 901, '10.0.0.9', 'account.change', 901, 'x');
INSERT INTO audit_value VALUES (901, 'phone', 'x', 'x', '', '0912');

-- plan: 1 stands and was sent to A; 2 is a draft of A.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (1, 'plan', 2, 'issued', 0), (2, 'plan', 2, 'draft', 0);
INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES
	(1, 1, 2, '01/KH-UBND', '2026-01-05', 'UBND xã An', 'Kế hoạch thử'),
	(2, 2, 2, '', NULL, 'UBND xã An', 'Kế hoạch nháp');
INSERT INTO plan_recipient (id, plan, seq, text) VALUES (1, 1, 1, 'Xã An');
INSERT INTO plan_addressee (recipient, unit) VALUES (1, 2);
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

-- feedback: 901 is new, of A on A's plan; 902 is in topic 901, which waits for A's leader;
-- 903 is in topic 902, still open.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (911, 'feedback', 2, 'submitted', 0),
	(912, 'feedback', 2, 'draft', 0);
INSERT INTO feedback_topic (id, flow_case, plan, name, answer) VALUES
	(901, 911, 1, 'Hạn nộp', 'Lùi hạn'), (902, 912, 1, 'Mẫu biểu', 'Sửa mẫu');
INSERT INTO feedback (id, plan, unit, account, at, text, text_plain, feedback_topic) VALUES
	(901, 1, 2, 901, 0, 'Hạn gấp', 'han gap', NULL), (902, 1, 2, 901, 0, 'Hạn gấp', 'han gap', 901),
	(903, 1, 2, 901, 0, 'Mẫu dài', 'mau dai', 902);
