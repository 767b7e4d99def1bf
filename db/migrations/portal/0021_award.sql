-- Awards: who may only write a nomination passes it to the leader who sends it; and what
-- papers the law wants with one.

INSERT INTO flow_state (flow, state, seq, inside_vi, inside_en, outside_vi, outside_en, tag, kind, edits, stands) VALUES
	('award', 'signing', 1, 'Chờ lãnh đạo gửi', 'Waits for the leader', 'Chưa gửi', 'Not sent', 'soon', 'open', 0, 0);

INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason, decides, risk) VALUES
	('award', 'pass',   'draft',    'signing',   1, 'Trình lãnh đạo',      'Pass to the leader',        'award.nominate', 0, 0, 0),
	('award', 'pass',   'returned', 'signing',   1, 'Trình lãnh đạo lại',  'Pass to the leader again',  'award.nominate', 0, 0, 0),
	('award', 'submit', 'signing',  'submitted', 1, 'Gửi đề nghị',         'Send the nomination',       'award.send',     0, 0, 0),
	('award', 'recall', 'signing',  'draft',     2, 'Lấy lại để sửa',      'Take back to change',       'award.nominate', 0, 0, 0),
	('award', 'back',   'signing',  'returned',  2, 'Trả lại người lập',   'Return to the officer',     'award.send',     1, 0, 1);

INSERT INTO flow_move_field (flow, move, field) VALUES ('award', 'pass', 'report');

UPDATE flow_move SET label_vi = 'Ghi nhận quyết định của cấp trên'
	WHERE flow = 'award_decision' AND move = 'record';

-- Who passed it on is one of those whose own it is, as who sent it.
DROP VIEW nomination_own;
CREATE VIEW nomination_own AS
SELECT n.id AS nomination, c.author AS account FROM nomination n
JOIN flow_case c ON c.id = n.flow_case WHERE c.author IS NOT NULL
UNION ALL
SELECT nomination, account FROM nomination_writer
UNION ALL
SELECT n.id, p.account FROM nomination n
JOIN flow_step p ON p.flow_case = n.flow_case AND p.move IN ('pass', 'submit')
WHERE p.account IS NOT NULL;

INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('nomination_back', '', 'back', 'Lãnh đạo trả lại đề nghị khen thưởng để sửa', 'Nomination returned by the leader');
INSERT INTO notice_reader (kind, ability) VALUES ('nomination_back', 'award.nominate');
INSERT INTO notice_rule (flow, move, kind) VALUES ('award', 'back', 'nomination_back');

-- A paper that goes with nominations: of titles or of forms; of one code of the catalogue
-- or of all; of one type of award or of all (what is sudden, long service and foreign
-- relations go by the simple procedure).  Of several rows of one paper that of a code
-- wins, then that of a type.  Its file is an attachment of that part.
CREATE TABLE award_paper (
	id         INTEGER PRIMARY KEY,
	paper      TEXT NOT NULL CHECK (length(paper) BETWEEN 1 AND 40),
	label_vi   TEXT NOT NULL CHECK (length(label_vi) BETWEEN 1 AND 200),
	label_en   TEXT NOT NULL,
	kind       TEXT NOT NULL CHECK (kind IN ('title', 'form')),
	code       TEXT NOT NULL DEFAULT '',	-- of award_form; '' all of that kind
	award_type TEXT REFERENCES award_type,	-- NULL: all
	required   INTEGER NOT NULL DEFAULT 0,	-- 1: without it nothing is sent; 0: it is only told
	seq        INTEGER NOT NULL,
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO award_paper (paper, label_vi, label_en, kind, code, award_type, seq, valid_from, valid_to, document)
SELECT x.paper, x.label_vi, x.label_en, x.kind, x.code, x.award_type, x.seq, '2024-01-01', '9999-12-31', x.document
FROM (SELECT 'submission' AS paper, 'Tờ trình' AS label_vi, 'Submission' AS label_en, 'title' AS kind, '' AS code, NULL AS award_type, 1 AS seq, 'Điều 84 khoản 1 Luật 06/2022/QH15 (cần đối chiếu)' AS document
	UNION ALL SELECT 'submission', 'Tờ trình', 'Submission', 'form', '', NULL, 1, 'Điều 84 khoản 2, Điều 85 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'minutes', 'Biên bản bình xét', 'Minutes of the vote', 'title', '', NULL, 2, 'Điều 84 khoản 1 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'minutes', 'Biên bản xét khen thưởng', 'Minutes of the meeting', 'form', '', 'merit', 2, 'Điều 84 khoản 2 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'minutes', 'Biên bản xét khen thưởng', 'Minutes of the meeting', 'form', '', 'movement', 2, 'Điều 84 khoản 2 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'initiative', 'Giấy công nhận sáng kiến, đề tài khoa học', 'Certificate of initiative or research', 'title', f.code, NULL, 3, 'Điều 84 khoản 1 Luật 06/2022/QH15 (cần đối chiếu)'
		FROM award_form f WHERE f.code IN ('CSTDTQ', 'CSTDT', 'CSTDCS')) x;

INSERT INTO action VALUES
	('award_form.paper',   'Thêm giấy tờ của hồ sơ khen thưởng',     'Paper of a dossier added'),
	('award_form.unpaper', 'Kết thúc giấy tờ của hồ sơ khen thưởng', 'Paper of a dossier ended');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('paper', 'Giấy tờ', 'Paper'),
	('required', 'Bắt buộc', 'Required');

-- Words as offices say them.
UPDATE action SET label_vi = 'Kết thúc tạm dừng xét' WHERE action = 'nomination.unhold';
UPDATE file_type SET label_vi = 'Văn bản thuần' WHERE extension = 'txt';
