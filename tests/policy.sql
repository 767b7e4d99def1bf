-- The records that the matrix of rights asks for: all belong to unit A (2).
-- account: an officer of A, and his session
INSERT INTO account (id, login, name, name_key, name_plain, created)
	VALUES (901, 'officer.901', 'Hà Thử', '', 'ha thu', 0);
INSERT INTO session (id, token, account, secret, created, seen, expires, address, agent)
	VALUES (901, 'none', 901, '', 0, 0, 9000000000, '', '');
-- another, by which he asks for what is his own: of the cookie t901, as person() makes them
INSERT INTO session (id, token, account, secret, created, seen, expires, address, agent) VALUES
	(902, 'f544cd8b5103ea64d31b32db26a75ed7eea36b946ba619e91dcc30bfe7abf01d', 901, 'x901',
	1795143600, 1795143600, 9000000000, '', '');
INSERT INTO mandate (id, account, unit, role, valid_from, valid_to)
	VALUES (901, 901, 2, 'unit_officer', '2020-01-01', '9999-12-31');

-- audit: a line made for A, with a value
INSERT INTO audit VALUES (1, 1795143000, 901, 901, '10.0.0.9', 'account.change', 901, 'x');
INSERT INTO audit_value VALUES (1, 'phone', 'x', 'x', '', '0912');

-- plan: 1 stands and was sent to A; 2 is a draft of A.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (1, 'plan', 2, 'issued', 0), (2, 'plan', 2, 'draft', 0);
INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES
	(1, 1, 2, '01/KH-UBND', '2026-01-05', 'UBND xã An', 'Kế hoạch thử'),
	(2, 2, 2, '', NULL, 'UBND xã An', 'Kế hoạch nháp');
INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1, 1, 1, 'Xã An', 'act');
INSERT INTO plan_addressee (recipient, unit) VALUES (1, 2);
INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (902, 1, 2, 'Thường trực Đảng ủy', 'know');
INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 2, 1, 0);
INSERT INTO plan_receipt (plan, recipient, name, day, account, at) VALUES (1, 902, 'Ông Nhận', '2026-01-06', 901, 0);
INSERT INTO plan_above (plan, ancestor, depth) VALUES (2, 1, 1);
INSERT INTO plan_call (plan, due_date, text) VALUES (1, '2026-12-15', 'Nêu rõ ai làm gì'), (2, '2026-12-15', 'Nêu rõ');
INSERT INTO plan_call_addressee (plan, unit) VALUES (1, 4), (2, 4);
INSERT INTO plan_call_unit (plan, unit) VALUES (1, 4);
-- plan_change: 907, a draft of A, amends plan 1; so does 908, which stands; 909 corrects it.
INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html) VALUES
	(1, 1, 'I', '', 'I.', 1, 'MỤC ĐÍCH', '<h3>I. MỤC ĐÍCH</h3>'),
	(1, 2, 'I.1', 'I', '1.', 2, 'Giúp hộ nghèo', '<p>1. Giúp hộ nghèo</p>');
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (907, 'plan', 2, 'draft', 0), (908, 'plan', 2, 'issued', 0),
	(909, 'plan', 2, 'issued', 0);
INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES
	(907, 907, 2, '', NULL, 'UBND xã An', 'Sửa đổi nháp'),
	(908, 908, 2, '08/KH-UBND', '2026-06-01', 'UBND xã An', 'Sửa đổi thử'),
	(909, 909, 2, '09/KH-UBND', '2026-07-01', 'UBND xã An', 'Đính chính thử');
INSERT INTO plan_change (plan, target, kind, holds) VALUES (907, 1, 'amend', NULL), (908, 1, 'amend', '2026-06-15'),
	(909, 1, 'correct', NULL);
INSERT INTO plan_change_clause (plan, seq, act, anchor, beside, parent, label, depth, text, markdown, html) VALUES
	(907, 1, 'add', 'I.2', 'I.1', 'I', '2.', 2, 'Giúp cả xã', '2\. Giúp cả xã', '<p>2. Giúp cả xã</p>'),
	(908, 1, 'replace', 'I.1', '', '', '1.', 0, 'Giúp hộ cận nghèo', '1\. Giúp hộ cận nghèo', '<p>1. Giúp hộ cận nghèo</p>'),
	(909, 1, 'replace', 'I', '', '', 'I.', 0, 'MỤC TIÊU', '## I. MỤC TIÊU', '<h3>I. MỤC TIÊU</h3>');
-- unit: a contact of A, a cluster that A's council drew, with A1 in it
INSERT INTO unit_contact (id, unit, name, phone, valid_from, valid_to)
	VALUES (901, 2, 'Lò Thử', '0217 385 2204', '2020-01-01', '9999-12-31');
INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to, document, document_date, document_text)
	VALUES (901, 'cluster', 'Cụm thử', 2, '2020-01-01', '9999-12-31', '9/TB', '2020-01-01', 'về việc thử');
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

-- award: of A: nomination 901 a draft, 902 received (agreed to be named, not held any
-- more), 903 with the council, 904 decided, 905 passed to its leader; decision 901 issued
-- with award 901, 902 a draft, 903 signed, 904 submitted; a right to grant and a paper.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (8911, 'award', 2, 'draft', 0), (8912, 'award', 2, 'received', 0),
	(8913, 'award', 2, 'council', 0), (8914, 'award', 2, 'decided', 0), (8921, 'award_decision', 2, 'issued', 0),
	(8922, 'award_decision', 2, 'draft', 0), (8923, 'award_decision', 2, 'approved', 0),
	(8915, 'award', 2, 'signing', 0), (8924, 'award_decision', 2, 'submitted', 0);
INSERT INTO award_decision (id, flow_case, unit, issuer, title, title_plain, number, number_plain, date) VALUES
	(901, 8921, 2, 'Chủ tịch UBND xã An', 'Khen thưởng thử', 'khen thuong thu', '1/QĐ', '1/qd', '2026-10-01'),
	(902, 8922, 2, 'Chủ tịch UBND xã An', 'Khen thưởng thử', 'khen thuong thu', '', '', NULL),
	(903, 8923, 2, 'Chủ tịch UBND xã An', 'Khen thưởng thử', 'khen thuong thu', '', '', NULL),
	(904, 8924, 2, 'Chủ tịch UBND xã An', 'Khen thưởng thử', 'khen thuong thu', '', '', NULL);
INSERT INTO nomination (id, flow_case, unit, handler, subject, name, name_key, person_key, name_plain, of_unit, award_form,
	award_type, award_group, achieved_from, achieved_to, award_decision, saved) VALUES
	(901, 8911, 2, NULL, 'person', 'Lò Nháp', '', '', 'lo nhap', 2, 24, 'merit', 'worker', '2026-01-01', '2026-06-30', NULL, 0),
	(902, 8912, 2, 2, 'person', 'Lò Nhận', '', '', 'lo nhan', 2, 24, 'merit', 'worker', '2026-01-01', '2026-06-30', NULL, 0),
	(903, 8913, 2, 2, 'person', 'Lò Họp', '', '', 'lo hop', 2, 24, 'merit', 'worker', '2026-01-01', '2026-06-30', NULL, 0),
	(904, 8914, 2, 2, 'person', 'Lò Khen', '', '', 'lo khen', 2, 24, 'merit', 'worker', '2026-01-01', '2026-06-30', 901, 0),
	(905, 8915, 2, NULL, 'person', 'Lò Trình', '', '', 'lo trinh', 2, 24, 'merit', 'worker', '2026-01-01', '2026-06-30', NULL, 0);
INSERT INTO award (id, nomination, award_decision, unit, year, book) VALUES (901, 904, 901, 2, 2026, 1);
INSERT INTO nomination_consent (id, nomination, given, how) VALUES (901, 902, '2026-07-01', 'ký phiếu');
INSERT INTO nomination_hold (id, nomination, reason, valid_from, valid_to, ended)
	VALUES (901, 902, 'Kiểm tra', '2026-07-01', '2026-12-31', '2026-08-01');
INSERT INTO award_right (id, award_form, kind, valid_from, valid_to, document)
	VALUES (901, 24, 'village', '2026-01-01', '9999-12-31', 'thử');
INSERT INTO award_paper (id, paper, label_vi, label_en, kind, code, seq, valid_from, valid_to)
	VALUES (901, 'test', 'Giấy thử', 'Test', 'form', 'GK', 9, '2026-01-01', '9999-12-31');
INSERT INTO attachment (id, kind, record, hash, name, type, size, at, account) VALUES
	(998, 'nomination', 902, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'to-trinh.pdf', 'application/pdf', 3, 0, 901);
-- feedback: 901 is new, of A on A's plan; 902 is in topic 901, which waits for A's leader;
-- 903 is in topic 902, still open.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (981, 'feedback', 2, 'submitted', 0),
	(982, 'feedback', 2, 'draft', 0);
INSERT INTO feedback_topic (id, flow_case, plan, name, answer) VALUES
	(901, 981, 1, 'Hạn nộp', 'Lùi hạn'), (902, 982, 1, 'Mẫu biểu', 'Sửa mẫu');
INSERT INTO feedback (id, plan, unit, account, at, text, text_plain, feedback_topic) VALUES
	(901, 1, 2, 901, 0, 'Hạn gấp', 'han gap', NULL), (902, 1, 2, 901, 0, 'Hạn gấp', 'han gap', 901),
	(903, 1, 2, 901, 0, 'Mẫu dài', 'mau dai', 902);
-- drafts of A on which A itself is asked: 2 (window 901), 903 (window 903; it has agreed); 902
-- is one on which nobody is asked.  Topic 903 was accepted.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (983, 'plan', 2, 'draft', 0),
	(984, 'feedback', 2, 'accepted', 0), (985, 'plan', 2, 'draft', 0);
INSERT INTO plan (id, flow_case, unit, issuer, subject) VALUES
	(902, 983, 2, 'UBND xã An', 'Dự thảo thử'), (903, 985, 2, 'UBND xã An', 'Dự thảo hỏi');
INSERT INTO feedback_draft (id, plan, account, at, day, due_date, ask) VALUES
	(901, 2, 901, 0, '2026-11-01', '2026-11-30', 'Xem mục I'),
	(903, 903, 901, 0, '2026-11-01', '2026-11-30', 'Xem mục I');
INSERT INTO feedback_draft_unit (feedback_draft, unit, agreed, account, edition) VALUES
	(901, 2, NULL, NULL, NULL), (903, 2, 1, 901, 0);
INSERT INTO feedback_topic (id, flow_case, plan, name, answer) VALUES (903, 984, 1, 'Đã nhận', 'Sửa');
INSERT INTO feedback (id, plan, unit, account, at, text, text_plain, feedback_topic) VALUES
	(904, 1, 2, 901, 0, 'Sửa đi', 'sua di', 903);
-- evaluation: rounds of A on plan 1: 901 a draft, 902 open, 903 closed, all of A; 904 of
-- P, which judges A.  Sheets of households that A enters: 901 a draft, 902 sent.
INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (901, 1, 1, 'III.1', 'Đối với xã'),
	(902, 1, 2, 'III.2', 'Đối với hộ');
INSERT INTO plan_class_kind VALUES (901, 'commune');
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (951, 'round', 2, 'draft', 0), (952, 'round', 2, 'open', 0),
	(953, 'round', 2, 'closed', 0), (954, 'round', 1, 'open', 0),
	(961, 'evaluation', 2, 'draft', 0), (962, 'evaluation', 2, 'sent', 0);
INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to, base_day, due_date) VALUES
	(901, 951, 1, 2, 'Đợt nháp', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30'),
	(902, 952, 1, 2, 'Đợt mở', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30'),
	(903, 953, 1, 2, 'Đợt khóa', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30'),
	(904, 954, 1, 1, 'Đợt tỉnh', 'yearly', '2026-01-01', '2026-12-31', '2025-12-31', '2026-11-30');
INSERT INTO evaluation_item (id, evaluation_round, plan_class, seq, anchor, text, kind, points) VALUES
	(901, 901, 901, 1, 'III.1.1', 'Tiêu chí', 'judged', 10000), (902, 902, 901, 1, 'III.1.1', 'Tiêu chí', 'judged', 10000),
	(903, 902, 902, 1, 'III.2.1', 'Tiêu chí', 'judged', 10000), (904, 904, 901, 1, 'III.1.1', 'Tiêu chí', 'judged', 10000);
INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, subject, name, saved) VALUES
	(901, 961, 902, 902, 2, 'household', 'Hộ một', 0), (902, 962, 902, 902, 2, 'household', 'Hộ hai', 0);
INSERT INTO evaluation_score (evaluation, evaluation_item, stage, points, at) VALUES (901, 903, 'own', 9000, 0), (902, 903, 'own', 9000, 0);
INSERT INTO evaluation_sent (id, evaluation, receipt, at, day, content, digest)
	VALUES (901, 902, 'PC-2026-00901', 0, '2026-11-01', '{"criteria":[]}', '');

-- inbox: a notice and a link of A; period 991, plan 991 and round 991 of A, late by the village A1,
-- which has an officer.
INSERT INTO notice (id, kind, unit, record, stage, what, path, day, at)
	VALUES (991, 'plan_sent', 2, 1, 0, '01/KH-UBND', '/plan/1', '2026-11-19', 0);
INSERT INTO feed_link (id, account, unit, token, made) VALUES (991, 901, 2, 'none', 0);
INSERT INTO report_period (id, report_form, name, window_from, window_to, opens)
	VALUES (991, 1, 'Quý II/2026', '2026-03-15', '2026-06-14', '2026-06-07');
INSERT INTO report_due (report_period, kind, due_date) VALUES (991, 'village', '2026-06-25');
INSERT INTO account (id, login, name, name_key, name_plain, created)
	VALUES (991, 'officer.991', 'Lò Thử', '', 'lo thu', 0);
INSERT INTO mandate (id, account, unit, role, valid_from, valid_to)
	VALUES (991, 991, 4, 'unit_officer', '2020-01-01', '9999-12-31');
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (991, 'plan', 2, 'issued', 0);
INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject, signup_due)
	VALUES (991, 991, 2, '02/KH-UBND', '2026-01-05', 'UBND xã An', 'Kế hoạch thử', '2026-06-25');
UPDATE plan SET signup_due = signup_due;
INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (991, 991, 1, 'Thôn Một', 'act');
INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (991, 991, 1, 'I', 'Thôn');
INSERT INTO plan_class_kind VALUES (991, 'village');
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (992, 'round', 2, 'open', 0);
INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to, base_day, due_date) VALUES
	(991, 992, 991, 2, 'Đợt muộn', 'midterm', '2026-01-01', '2026-05-31', '2025-12-31', '2026-06-25');
INSERT INTO evaluation_item (id, evaluation_round, plan_class, seq, anchor, text, kind, points) VALUES
	(991, 991, 991, 1, 'I.1', 'Tiêu chí', 'judged', 10000);
INSERT INTO plan_addressee (recipient, unit) VALUES (991, 4);
INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (991, 4, 991, 0);
INSERT INTO plan_call (plan, due_date) VALUES (991, '2026-06-25');
INSERT INTO plan_call_unit (plan, unit) VALUES (991, 4);
-- Plan 1 is tied to it, and has copies on paper.
INSERT INTO plan_tie (plan, seq, relation, name, anchor, other) VALUES (1, 1, 'with', 'Phong trào thử', 'I.1', 991);
INSERT INTO plan_short_name (plan, tie, seq, name) VALUES (1, 0, 1, 'Thử chung'), (1, 1, 1, 'Thử riêng');
UPDATE plan_recipient SET copies = 2 WHERE id = 902;
INSERT INTO attachment (id, kind, record, part, hash, name, type, size, at, account) VALUES
	(903, 'evaluation', 902, '903', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901),
	(904, 'evaluation', 901, '903', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901);
-- task: task 901 of A's plan 1, given to A: rows 901 (given), 902 (received, of the village
-- A1, which is no matter of A's officer), 903 of task 902, sent by A, with a paper; 904 of
-- task 903, received.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (9701, 'task', 2, 'given', 0), (9702, 'task', 4, 'received', 0),
	(9703, 'task', 2, 'sent', 0), (9704, 'task', 2, 'received', 0);
INSERT INTO task (id, plan, text, text_plain, due_date, day, at) VALUES
	(901, 1, 'Lập danh sách', 'lap danh sach', '2026-11-30', '2026-11-02', 0),
	(902, 1, 'Họp dân', 'hop dan', '2026-11-30', '2026-11-02', 0),
	(903, 1, 'Niêm yết', 'niem yet', '2026-11-30', '2026-11-02', 0);
INSERT INTO task_unit (id, task, unit, flow_case, result, first_day) VALUES (901, 901, 2, 9701, '', NULL),
	(902, 901, 4, 9702, '', NULL), (903, 902, 2, 9703, 'Đã họp', '2026-11-10'), (904, 903, 2, 9704, '', NULL);
INSERT INTO attachment (id, kind, record, hash, name, type, size, at, account) VALUES
	(971, 'task_unit', 903, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901),
	(973, 'plan', 1, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901),
	(972, 'task_unit', 904, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901);
-- dates of A's plan 1; one of plan 991, which the village A1 acts on.
INSERT INTO plan_date (id, plan, kind, day, anchor, text) VALUES (901, 1, 'midterm', '2026-12-20', 'I.1', 'Sơ kết thử'),
	(902, 1, 'other', '2026-12-22', '', 'Họp thử'), (904, 1, 'report', '2026-12-25', '', 'Báo cáo thử'),
	(991, 991, 'final', '2026-12-28', '', '');
-- reports came straight into the tables
DELETE FROM report_duty;
INSERT INTO report_duty SELECT * FROM report_duty_made;
-- A task of plan 991 that the village has not done: a letter names it.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (9711, 'task', 4, 'given', 0);
INSERT INTO task (id, plan, text, text_plain, due_date, day, at)
	VALUES (991, 991, 'Sửa đường', 'sua duong', '2026-06-25', '2026-05-02', 0);
INSERT INTO task_unit (id, task, unit, flow_case) VALUES (991, 991, 4, 9711);
-- A conclusion of A that the village has not answered: a letter names it.
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (9712, 'document', 2, 'sent', 0),
	(9713, 'document_answer', 4, 'waiting', 0);
INSERT INTO document (id, flow_case, unit, kind, number, date, subject, due_date)
	VALUES (991, 9712, 2, 'conclusion', '1/KL', '2026-05-02', 'Sửa đường', '2026-06-25');
INSERT INTO document_answer (id, document, unit, flow_case) VALUES (991, 991, 4, 9713);
-- Who sits for A's group.
INSERT INTO unit_group_seat (id, unit_group, account, valid_from, valid_to, document)
	VALUES (901, 901, 901, '2020-01-01', '9999-12-31', '1/QĐ');
-- document: proposals of A to D: 901 a draft with a file, 902 waits for A's leader, 903 sent, with
-- the signed copy; conclusion 904 of P asks A: answers 903, begun, with a file, and 904 of
-- conclusion 905, sent with one.
INSERT INTO account (id, login, name, name_key, name_plain, created)
	VALUES (992, 'leader.992', 'Lò Sở', '', 'lo so', 0);
INSERT INTO mandate (id, account, unit, role, valid_from, valid_to)
	VALUES (992, 992, 5, 'unit_leader', '2020-01-01', '9999-12-31');
INSERT INTO flow_case (id, flow, unit, state, at) VALUES (9801, 'document', 2, 'draft', 0), (9802, 'document', 2, 'signing', 0),
	(9803, 'document', 2, 'sent', 0), (9804, 'document', 1, 'sent', 0), (9805, 'document', 1, 'sent', 0),
	(9811, 'document_answer', 5, 'waiting', 0), (9813, 'document_answer', 2, 'waiting', 0),
	(9814, 'document_answer', 1, 'answered', 0);
INSERT INTO document (id, flow_case, unit, kind, number, date, subject, subject_plain, parties, concerns, text, due_date) VALUES
	(901, 9801, 2, 'proposal', '', NULL, 'Nâng mức vay', 'nang muc vay', '', '', 'Đề nghị', NULL),
	(902, 9802, 2, 'proposal', '2/KN', '2026-11-10', 'Thêm chỉ tiêu', 'them chi tieu', '', 'Nghị định 1', 'Đề nghị', '2026-12-15'),
	(903, 9803, 2, 'proposal', '3/KN', '2026-11-10', 'Sửa mẫu', 'sua mau', '', 'Nghị định 2', 'Đề nghị', '2026-12-15'),
	(904, 9804, 1, 'conclusion', '4/KL', '2026-11-10', 'Rà soát', 'ra soat', 'Hội đồng', '', 'Thống nhất', '2026-12-15'),
	(905, 9805, 1, 'conclusion', '5/KL', '2026-11-10', 'Công khai', 'cong khai', 'Hội đồng', '', 'Thống nhất', '2026-12-15');
INSERT INTO document_addressee (document, unit) VALUES (902, 5), (903, 5), (904, 2), (905, 2);
INSERT INTO document_answer (id, document, unit, flow_case, result, answer, first_day) VALUES
	(901, 903, 5, 9811, '', '', NULL), (903, 904, 2, 9813, 'yes', 'Đã rà soát', NULL),
	(904, 905, 2, 9814, 'yes', 'Đã công khai', '2026-11-15');
INSERT INTO attachment (id, kind, record, hash, name, type, size, at, account) VALUES
	(981, 'document', 903, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901),
	(982, 'document', 901, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901),
	(983, 'document_answer', 904, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901),
	(984, 'document_answer', 903, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901);
