-- Awards (khen thưởng): the catalogue of titles and forms, who may grant them;
-- nominations; decisions, and the register of what they gave.  What the law changes
-- is rows with days and the document that set them.

CREATE TABLE award_form (
	id         INTEGER PRIMARY KEY,
	code       TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
	kind       TEXT NOT NULL CHECK (kind IN ('title', 'form')),	-- danh hiệu, hình thức
	name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	name_en    TEXT NOT NULL DEFAULT '',
	collective INTEGER NOT NULL,	-- 1: may go to it
	person     INTEGER NOT NULL,
	household  INTEGER NOT NULL,
	seq        INTEGER NOT NULL,	-- its order in lists
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT '',
	UNIQUE (code, valid_from),
	CHECK (collective + person + household > 0)
) STRICT;

-- Who may grant a form: the head of a unit of that kind, or somebody outside the tree.
CREATE TABLE award_right (
	id         INTEGER PRIMARY KEY,
	award_form INTEGER NOT NULL REFERENCES award_form,
	kind       TEXT REFERENCES unit_kind,
	outside    TEXT NOT NULL DEFAULT '' CHECK (length(outside) <= 200),
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT '',	-- the article
	CHECK ((kind IS NULL) = (outside <> ''))
) STRICT;

CREATE INDEX award_right_by_form ON award_right (award_form);

-- Loại hình khen thưởng.
CREATE TABLE award_type (
	type     TEXT PRIMARY KEY,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL,
	seq      INTEGER NOT NULL,
	valid_from TEXT NOT NULL DEFAULT '2000-01-01' CHECK (valid_from IS date(valid_from)),
	valid_to TEXT NOT NULL DEFAULT '9999-12-31' CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO award_type (type, label_vi, label_en, seq) VALUES
	('merit',      'Công trạng',         'Merit',            1),
	('sudden',     'Đột xuất',           'Sudden',           2),
	('movement',   'Phong trào thi đua', 'Movement',         3),
	('dedication', 'Cống hiến',          'Dedication',       4),
	('tenure',     'Niên hạn',           'Tenure',           5),
	('foreign',    'Đối ngoại',          'Foreign relations', 6);

-- Groups of subjects that the ministry's statistics ask for (TT 02/2023/TT-BNV, 0602, 0603).
CREATE TABLE award_group (
	grp      TEXT PRIMARY KEY,
	subject  TEXT NOT NULL CHECK (subject IN ('collective', 'person', 'household')),
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL,
	seq      INTEGER NOT NULL,
	valid_from TEXT NOT NULL DEFAULT '2000-01-01' CHECK (valid_from IS date(valid_from)),
	valid_to TEXT NOT NULL DEFAULT '9999-12-31' CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO award_group (grp, subject, label_vi, label_en, seq) VALUES
	('body',         'collective', 'Tập thể khác',                              'Other collective',       1),
	('firm',         'collective', 'Doanh nghiệp, hợp tác xã',                  'Enterprise, co-operative', 2),
	('top',          'person',     'Lãnh đạo cấp bộ, cấp tỉnh',                 'Ministry or province leader', 3),
	('head',         'person',     'Lãnh đạo cấp vụ, sở, xã và tương đương',    'Head of department or commune', 4),
	('entrepreneur', 'person',     'Doanh nhân',                                'Entrepreneur',           5),
	('manager',      'person',     'Lãnh đạo khác, từ phó trưởng phòng trở lên', 'Other leader',          6),
	('worker',       'person',     'Người trực tiếp lao động, công tác',        'Direct worker',          7),
	('household',    'household',  'Hộ gia đình',                               'Household',              8);
UPDATE award_type SET document = 'Luật Thi đua, khen thưởng 06/2022/QH15';
UPDATE award_group SET document = 'Thông tư 02/2023/TT-BNV, biểu 0602, 0603';

-- Kinds of unit by whose name those are counted who have not agreed to be named: no
-- place so small that the count would tell who it is.
CREATE TABLE award_place (
	kind TEXT PRIMARY KEY REFERENCES unit_kind
) STRICT;

INSERT INTO award_place (kind) SELECT kind FROM unit_kind WHERE kind <> 'village';

CREATE TABLE nomination (
	id         INTEGER PRIMARY KEY,
	flow_case  INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	unit       INTEGER NOT NULL REFERENCES unit,	-- who nominates
	handler    INTEGER REFERENCES unit,	-- whose standing body has it; the case is its while it is there
	subject    TEXT NOT NULL CHECK (subject IN ('collective', 'person', 'household')),
	name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
	name_key   TEXT NOT NULL,	-- text_key(name)
	person_key TEXT NOT NULL,	-- text_name_key(name): people by their given name
	name_plain TEXT NOT NULL,	-- text_plain(name)
	birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2100),
	post       TEXT NOT NULL DEFAULT '',
	place      TEXT NOT NULL DEFAULT '',	-- thôn, địa chỉ; of one outside: where from
	of_unit    INTEGER REFERENCES unit,	-- the nominee's own; NULL: outside the tree
	award_form INTEGER NOT NULL REFERENCES award_form,
	award_type TEXT NOT NULL REFERENCES award_type,
	award_group TEXT NOT NULL REFERENCES award_group,
	plan       INTEGER REFERENCES plan,	-- the movement
	achieved_from TEXT NOT NULL CHECK (achieved_from IS date(achieved_from)),
	achieved_to   TEXT NOT NULL CHECK (achieved_to IS date(achieved_to) AND achieved_to >= achieved_from),
	report     TEXT NOT NULL DEFAULT '' CHECK (length(report) <= 65536),	-- Markdown
	html       TEXT NOT NULL DEFAULT '',	-- rendered, beside its source
	award_decision INTEGER REFERENCES award_decision,	-- on whose draft or list it stands
	accepted   TEXT CHECK (accepted IS date(accepted)),	-- when a standing body received it: by the forms of that day it is judged
	saved      INTEGER NOT NULL,
	edition    INTEGER NOT NULL DEFAULT 1	-- goes up with each save
) STRICT;

CREATE INDEX nomination_by_name ON nomination (name_plain);
CREATE INDEX nomination_by_unit ON nomination (unit);
CREATE INDEX nomination_by_decision ON nomination (award_decision);

-- Who wrote in it.
CREATE TABLE nomination_writer (
	nomination INTEGER NOT NULL REFERENCES nomination,
	account    INTEGER NOT NULL REFERENCES account,
	PRIMARY KEY (nomination, account)
) STRICT, WITHOUT ROWID;

-- Whose own it is: who opened it, wrote in it or ever sent it considers it nowhere.
CREATE VIEW nomination_own AS
SELECT n.id AS nomination, c.author AS account FROM nomination n
JOIN flow_case c ON c.id = n.flow_case WHERE c.author IS NOT NULL
UNION ALL
SELECT nomination, account FROM nomination_writer
UNION ALL
SELECT n.id, p.account FROM nomination n
JOIN flow_step p ON p.flow_case = n.flow_case AND p.move = 'submit' WHERE p.account IS NOT NULL;

-- Whether a person or a household agreed to be named in public; several in time.
CREATE TABLE nomination_consent (
	id         INTEGER PRIMARY KEY,
	nomination INTEGER NOT NULL REFERENCES nomination,
	given      TEXT NOT NULL CHECK (given IS date(given)),
	how        TEXT NOT NULL CHECK (length(how) BETWEEN 1 AND 200),
	document   TEXT NOT NULL DEFAULT '',
	withdrawn  TEXT CHECK (withdrawn IS date(withdrawn)),	-- from then on unnamed
	why        TEXT NOT NULL DEFAULT ''	-- who asked, on what paper
) STRICT;

CREATE INDEX nomination_consent_by_one ON nomination_consent (nomination);

-- Tạm dừng xét: no award while it lasts.
CREATE TABLE nomination_hold (
	id         INTEGER PRIMARY KEY,
	nomination INTEGER NOT NULL REFERENCES nomination,
	reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
	document   TEXT NOT NULL DEFAULT '',
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	ended      TEXT CHECK (ended IS date(ended))	-- lifted on that day
) STRICT;

CREATE INDEX nomination_hold_by_one ON nomination_hold (nomination);

-- What the council said, with its denominators; who voted what is not kept.
CREATE TABLE nomination_opinion (
	id         INTEGER PRIMARY KEY,
	nomination INTEGER NOT NULL REFERENCES nomination,
	day        TEXT NOT NULL CHECK (day IS date(day)),
	document   TEXT NOT NULL DEFAULT '',	-- the minutes
	members    INTEGER NOT NULL CHECK (members > 0),
	present    INTEGER NOT NULL CHECK (present BETWEEN 0 AND members),
	agreed     INTEGER NOT NULL CHECK (agreed BETWEEN 0 AND present),
	text       TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 4000)
) STRICT;

CREATE INDEX nomination_opinion_by_one ON nomination_opinion (nomination);

CREATE TABLE award_decision (
	id         INTEGER PRIMARY KEY,
	flow_case  INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	unit       INTEGER NOT NULL REFERENCES unit,	-- who decides, or whose standing body records it
	outside    TEXT NOT NULL DEFAULT '',	-- 'Thủ tướng Chính phủ': decided outside the tree
	issuer     TEXT NOT NULL CHECK (length(issuer) BETWEEN 1 AND 200),	-- Chủ tịch UBND tỉnh Hà Lâm
	title      TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
	title_plain TEXT NOT NULL,
	plan       INTEGER REFERENCES plan,
	number     TEXT NOT NULL DEFAULT '',
	number_plain TEXT NOT NULL DEFAULT '',
	date       TEXT CHECK (date IS date(date)),
	signer_title TEXT NOT NULL DEFAULT '',
	signer_name  TEXT NOT NULL DEFAULT '',
	edition    INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A number is given once per issuer and year.
CREATE UNIQUE INDEX award_decision_by_number
	ON award_decision (unit, outside, substr(date, 1, 4), number_plain) WHERE number <> '';

-- The register: a row for each that a decision gave, kept for good.
CREATE TABLE award (
	id         INTEGER PRIMARY KEY,
	nomination INTEGER NOT NULL UNIQUE REFERENCES nomination,
	award_decision INTEGER NOT NULL REFERENCES award_decision,
	unit       INTEGER NOT NULL REFERENCES unit,
	outside    TEXT NOT NULL DEFAULT '',
	year       INTEGER NOT NULL,
	book       INTEGER NOT NULL CHECK (book > 0),	-- số vào sổ
	UNIQUE (unit, outside, year, book)
) STRICT;

CREATE INDEX award_by_decision ON award (award_decision);

CREATE TABLE award_revocation (
	award  INTEGER PRIMARY KEY REFERENCES award,
	number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
	date   TEXT NOT NULL CHECK (date IS date(date)),
	reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
	account INTEGER NOT NULL REFERENCES account,
	at     INTEGER NOT NULL
) STRICT;

CREATE TRIGGER award_is_kept BEFORE DELETE ON award
BEGIN SELECT RAISE(ABORT, 'awards are kept'); END;
CREATE TRIGGER award_is_fixed BEFORE UPDATE ON award
BEGIN SELECT RAISE(ABORT, 'awards are fixed'); END;
CREATE TRIGGER award_revocation_is_kept BEFORE DELETE ON award_revocation
BEGIN SELECT RAISE(ABORT, 'revocations are kept'); END;
CREATE TRIGGER award_revocation_is_fixed BEFORE UPDATE ON award_revocation
BEGIN SELECT RAISE(ABORT, 'revocations are fixed'); END;

-- The only way from an award to a public page.  Who has not agreed to be named has
-- here no name, year, post, place or unit of his own: only the place that counts him.
CREATE VIEW award_public AS
SELECT a.id, a.award_decision, a.unit, a.outside, a.year, a.book,
	n.subject, n.award_form, n.award_type, n.award_group, n.named,
	CASE WHEN n.named THEN n.name END AS name,
	CASE WHEN n.named THEN n.name_plain END AS name_plain,
	CASE WHEN n.named THEN CASE n.subject WHEN 'collective' THEN n.name_key
		ELSE n.person_key END END AS sort_key,
	CASE WHEN n.named THEN n.birth_year END AS birth_year,
	CASE WHEN n.named THEN n.post ELSE '' END AS post,
	CASE WHEN n.named THEN n.place ELSE '' END AS place,
	CASE WHEN n.named THEN n.of_unit END AS of_unit,
	n.achieved_from, n.achieved_to,
	(SELECT u.ancestor FROM unit_under u JOIN unit_name k ON k.unit = u.ancestor
		AND n.day BETWEEN k.valid_from AND k.valid_to
	 JOIN award_place p ON p.kind = k.kind
	 WHERE u.unit = n.of_unit AND n.day BETWEEN u.valid_from AND u.valid_to
	 ORDER BY u.depth LIMIT 1) AS counted_at,
	v.number AS revoked_number, v.date AS revoked_date
FROM award a
JOIN (SELECT m.*, d.date AS day, m.subject = 'collective' OR EXISTS (
		SELECT 1 FROM nomination_consent c
		WHERE c.nomination = m.id AND c.withdrawn IS NULL) AS named
	FROM nomination m JOIN award w ON w.nomination = m.id
	JOIN award_decision d ON d.id = w.award_decision) n ON n.id = a.nomination
LEFT JOIN award_revocation v ON v.award = a.id;

-- The same achievement nominated twice: the same subject (a person's birth year if both
-- are known; a collective's or a household's unit), days in common, movement and type.
CREATE VIEW nomination_same AS
SELECT n.id AS nomination, m.id AS other, EXISTS (SELECT 1 FROM award a
		WHERE a.nomination = m.id AND NOT EXISTS (SELECT 1 FROM award_revocation v
			WHERE v.award = a.id)) AS rewarded
FROM nomination n
JOIN nomination m ON m.name_plain = n.name_plain AND m.subject = n.subject AND m.id <> n.id
	AND CASE n.subject WHEN 'person'
		THEN coalesce(m.birth_year = n.birth_year, 1) ELSE m.of_unit IS n.of_unit END
	AND m.achieved_from <= n.achieved_to AND n.achieved_from <= m.achieved_to
	AND m.plan IS n.plan AND m.award_type = n.award_type;

-- stop: a nomination whose achievement was rewarded already is neither sent on nor
-- decided; warn: it is told, and goes on.
INSERT INTO setting (name, value, valid_from) VALUES ('award_duplicate', 'warn', '2000-01-01');

INSERT INTO ability (ability, label_vi, label_en) VALUES
	('award.nominate',  'Lập đề nghị khen thưởng',              'Prepare nominations'),
	('award.send',      'Gửi đề nghị khen thưởng',              'Send nominations'),
	('award.review',    'Tiếp nhận, thẩm định đề nghị khen thưởng', 'Receive and appraise nominations'),
	('award.decide',    'Quyết định khen thưởng',               'Decide on awards'),
	('award.record',    'Cấp số quyết định, ghi sổ khen thưởng', 'Number decisions, keep the register'),
	('award.view',      'Xem đề nghị và sổ khen thưởng',        'Read nominations and the register'),
	('award.catalogue', 'Sửa danh mục danh hiệu, hình thức',    'Change the catalogue of awards');

INSERT INTO role_ability (role, ability, scope) VALUES
	('unit_officer', 'award.nominate',  'own'),
	('unit_leader',  'award.send',      'own'),
	('specialist',   'award.review',    'own'),
	('specialist',   'award.view',      'below'),
	('specialist',   'award.catalogue', 'own'),
	('signer',       'award.decide',    'own'),
	('signer',       'award.view',      'below'),
	('clerk',        'award.record',    'own'),
	('clerk',        'award.view',      'below'),
	('council',      'award.view',      'below'),
	('auditor',      'award.view',      'below'),
	('admin',        'award.catalogue', 'own');

INSERT INTO flow (flow, label_vi, label_en) VALUES
	('award',          'Đề nghị khen thưởng',   'Nominating for an award'),
	('award_decision', 'Quyết định khen thưởng', 'Deciding on awards');

INSERT INTO flow_state (flow, state, seq, inside_vi, inside_en, outside_vi, outside_en, tag, kind, edits, stands) VALUES
	('award', 'draft',     1, 'Đang lập',                    'In preparation',        'Chưa gửi',        'Not sent',  'soon', 'start', 1, 0),
	('award', 'submitted', 2, 'Đã gửi, chờ tiếp nhận',       'Sent, waits to be received', 'Đã gửi',    'Sent',      'soon', 'open', 0, 0),
	('award', 'received',  3, 'Đang thẩm định',              'Being appraised',       'Đang xét',        'Considered', 'soon', 'open', 0, 0),
	('award', 'council',   4, 'Chờ ý kiến Hội đồng',         'Waits for the council', 'Đang xét',        'Considered', 'soon', 'open', 0, 0),
	('award', 'listed',    5, 'Trong dự thảo quyết định',    'On a draft decision',   'Đang xét',        'Considered', 'soon', 'open', 0, 0),
	('award', 'returned',  6, 'Trả lại để bổ sung',          'Returned for supplement', 'Trả lại',       'Returned',  'back', 'open', 1, 0),
	('award', 'decided',   7, 'Đã khen thưởng',              'Rewarded',              'Đã khen thưởng',  'Rewarded',  'done', 'end', 0, 1),
	('award', 'refused',   8, 'Không khen thưởng',           'Refused',               'Không khen thưởng', 'Refused', 'none', 'end', 0, 0),
	('award', 'withdrawn', 9, 'Đã rút',                      'Withdrawn',             'Đã rút',          'Withdrawn', 'none', 'end', 0, 0),
	('award_decision', 'draft',     1, 'Dự thảo',            'Draft',                 'Chưa ban hành', 'Not issued', 'soon', 'start', 1, 0),
	('award_decision', 'submitted', 2, 'Đã trình, chờ ký',   'Submitted',             'Chưa ban hành', 'Not issued', 'soon', 'open', 0, 0),
	('award_decision', 'returned',  3, 'Bị trả lại',         'Returned',              'Chưa ban hành', 'Not issued', 'back', 'open', 1, 0),
	('award_decision', 'approved',  4, 'Đã ký, chờ cấp số',  'Signed, waits for its number', 'Chưa ban hành', 'Not issued', 'soon', 'open', 0, 0),
	('award_decision', 'issued',    5, 'Đã ban hành',        'Issued',                'Đã ban hành',   'Issued',    'done', 'end', 0, 1),
	('award_decision', 'dropped',   6, 'Đã bỏ',              'Dropped',               'Chưa ban hành', 'Not issued', 'none', 'end', 0, 0);

-- All moves after the sending decide: none of them may be of one's own case, and the
-- sender stays the last who moved it on.
INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason, decides, risk) VALUES
	('award', 'submit',   'draft',     'submitted', 1, 'Gửi đề nghị',         'Send the nomination',       'award.send',     0, 0, 0),
	('award', 'submit',   'returned',  'submitted', 1, 'Gửi lại đề nghị',     'Send it again',             'award.send',     0, 0, 0),
	('award', 'withdraw', 'draft',     'withdrawn', 2, 'Rút đề nghị',         'Withdraw the nomination',   'award.nominate', 1, 0, 1),
	('award', 'withdraw', 'returned',  'withdrawn', 2, 'Rút đề nghị',         'Withdraw the nomination',   'award.nominate', 1, 0, 1),
	('award', 'receive',  'submitted', 'received',  3, 'Tiếp nhận hồ sơ',     'Receive the dossier',       'award.review',   0, 1, 0),
	('award', 'refer',    'submitted', 'submitted', 4, 'Chuyển cấp trên',     'Refer to a higher authority', 'award.review', 0, 1, 0),
	('award', 'refer',    'received',  'submitted', 4, 'Chuyển cấp trên',     'Refer to a higher authority', 'award.review', 0, 1, 0),
	('award', 'council',  'received',  'council',   5, 'Xin ý kiến Hội đồng', 'Ask the council',           'award.review',   0, 1, 0),
	('award', 'opinion',  'council',   'received',  6, 'Ghi ý kiến Hội đồng', 'Record the council''s opinion', 'award.review', 0, 1, 0),
	('award', 'list',     'received',  'listed',    7, 'Đưa vào quyết định',  'Put on a decision',         'award.review',   0, 1, 0),
	('award', 'unlist',   'listed',    'received',  8, 'Đưa ra khỏi quyết định', 'Take off the decision',  'award.review',   0, 1, 0),
	('award', 'return',   'submitted', 'returned',  9, 'Trả lại để bổ sung',  'Return for supplement',     'award.review',   1, 1, 1),
	('award', 'return',   'received',  'returned',  9, 'Trả lại để bổ sung',  'Return for supplement',     'award.review',   1, 1, 1),
	('award', 'return',   'council',   'returned',  9, 'Trả lại để bổ sung',  'Return for supplement',     'award.review',   1, 1, 1),
	('award', 'refuse',   'received',  'refused',  10, 'Không khen thưởng',   'Refuse the award',          'award.decide',   1, 1, 1),
	('award', 'decide',   'listed',    'decided',  11, 'Ghi quyết định khen thưởng', 'Record the award',   'award.record',   0, 1, 0),
	('award_decision', 'submit',  'draft',     'submitted', 1, 'Trình ký quyết định', 'Submit for signature', 'award.review', 0, 0, 0),
	('award_decision', 'submit',  'returned',  'submitted', 1, 'Trình lại',           'Submit again',         'award.review', 0, 0, 0),
	('award_decision', 'approve', 'submitted', 'approved',  2, 'Ký quyết định',       'Sign the decision',    'award.decide', 0, 1, 0),
	('award_decision', 'return',  'submitted', 'returned',  3, 'Trả lại dự thảo',     'Return the draft',     'award.decide', 1, 1, 1),
	('award_decision', 'return',  'approved',  'returned',  3, 'Trả lại để sửa thể thức', 'Return for its format', 'award.record', 1, 1, 1),
	('award_decision', 'issue',   'approved',  'issued',    4, 'Cấp số và ban hành',  'Number and issue',     'award.record', 0, 1, 0),
	('award_decision', 'record',  'draft',     'issued',    5, 'Ghi nhận quyết định của cấp ngoài cổng', 'Record a decision made outside', 'award.record', 0, 1, 0),
	('award_decision', 'drop',    'draft',     'dropped',   6, 'Bỏ dự thảo',          'Drop the draft',       'award.review', 1, 0, 1),
	('award_decision', 'drop',    'returned',  'dropped',   6, 'Bỏ dự thảo',          'Drop the draft',       'award.review', 1, 0, 1);

INSERT INTO flow_move_field (flow, move, field) VALUES
	('award', 'submit', 'report'),
	('award_decision', 'approve', 'list'), ('award_decision', 'submit', 'list'),
	('award_decision', 'issue', 'number'), ('award_decision', 'issue', 'date'),
	('award_decision', 'issue', 'signer_name'), ('award_decision', 'issue', 'list'),
	('award_decision', 'record', 'number'), ('award_decision', 'record', 'date'),
	('award_decision', 'record', 'list');

INSERT INTO action (action, label_vi, label_en) VALUES
	('award.add',            'Lập dự thảo quyết định khen thưởng', 'Draft decision added'),
	('award.change',         'Sửa dự thảo quyết định khen thưởng', 'Draft decision changed'),
	('award.revoke',         'Hủy khen thưởng trong sổ',          'Award revoked'),
	('award_form.add',       'Thêm danh hiệu, hình thức',         'Award form added'),
	('award_form.end',       'Kết thúc danh hiệu, hình thức',     'Award form ended'),
	('award_right.add',      'Thêm thẩm quyền khen thưởng',       'Right to grant added'),
	('award_right.end',      'Kết thúc thẩm quyền khen thưởng',   'Right to grant ended'),
	('nomination.add',       'Lập đề nghị khen thưởng',           'Nomination added'),
	('nomination.change',    'Sửa đề nghị khen thưởng',           'Nomination changed'),
	('nomination.consent',   'Ghi đồng ý nêu tên',                'Consent recorded'),
	('nomination.unconsent', 'Rút đồng ý nêu tên',                'Consent withdrawn'),
	('nomination.hold',      'Tạm dừng xét khen thưởng',          'Nomination held'),
	('nomination.unhold',    'Thôi tạm dừng xét',                 'Hold ended');

INSERT INTO award_form (id, code, kind, name, name_en, collective, person, household, seq, valid_from, valid_to, document) VALUES
	( 1, 'CSTDTQ', 'title', 'Chiến sĩ thi đua toàn quốc',             'National emulation fighter',      0, 1, 0, 10, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 2, 'CSTDT',  'title', 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh',  'Provincial emulation fighter',    0, 1, 0, 11, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 3, 'CSTDCS', 'title', 'Chiến sĩ thi đua cơ sở',                 'Grassroots emulation fighter',    0, 1, 0, 12, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 4, 'LDTT',   'title', 'Lao động tiên tiến, Chiến sĩ tiên tiến', 'Advanced worker',                 0, 1, 0, 13, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 5, 'CTDCP',  'title', 'Cờ thi đua của Chính phủ',               'Emulation flag of the Government', 1, 0, 0, 20, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 6, 'CTDT',   'title', 'Cờ thi đua của bộ, ban, ngành, tỉnh',    'Emulation flag of the province',  1, 0, 0, 21, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 7, 'TTLDXS', 'title', 'Tập thể lao động xuất sắc, Đơn vị quyết thắng', 'Excellent labour collective', 1, 0, 0, 22, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 8, 'TTLDTT', 'title', 'Tập thể lao động tiên tiến, Đơn vị tiên tiến', 'Advanced labour collective', 1, 0, 0, 23, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	( 9, 'XTB',    'title', 'Xã, phường, thị trấn tiêu biểu',         'Model commune',                   1, 0, 0, 24, '2024-01-01', '2026-09-30', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(10, 'XTB',    'title', 'Xã, phường, đặc khu tiêu biểu',          'Model commune',                   1, 0, 0, 24, '2026-10-01', '9999-12-31', 'Luật sửa đổi 06/2026/QH16 (cần đối chiếu toàn văn)'),
	(11, 'TVH',    'title', 'Thôn, tổ dân phố văn hóa',               'Cultural village',                1, 0, 0, 25, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(12, 'GDVH',   'title', 'Gia đình văn hóa',                       'Cultural family',                 0, 0, 1, 30, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15; Nghị định 86/2023/NĐ-CP'),
	(13, 'HCLD1',  'form',  'Huân chương Lao động hạng Nhất',         'Labour Order, first class',       1, 1, 0, 40, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(14, 'HCLD2',  'form',  'Huân chương Lao động hạng Nhì',          'Labour Order, second class',      1, 1, 0, 41, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(15, 'HCLD3',  'form',  'Huân chương Lao động hạng Ba',           'Labour Order, third class',       1, 1, 0, 42, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(16, 'HCK',    'form',  'Huân chương khác',                       'Other order',                     1, 1, 0, 43, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(17, 'HUYC',   'form',  'Huy chương',                             'Medal',                           0, 1, 0, 44, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(18, 'DHVD',   'form',  'Danh hiệu vinh dự nhà nước',             'State honorary title',            1, 1, 0, 45, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(19, 'GTHCM',  'form',  'Giải thưởng Hồ Chí Minh',                'Hồ Chí Minh Prize',               0, 1, 0, 46, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(20, 'GTNN',   'form',  'Giải thưởng Nhà nước',                   'State Prize',                     0, 1, 0, 47, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(21, 'KNC',    'form',  'Kỷ niệm chương',                         'Commemorative medal',             0, 1, 0, 48, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(22, 'BKTTG',  'form',  'Bằng khen của Thủ tướng Chính phủ',      'Prime Minister''s certificate of merit', 1, 1, 1, 50, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(23, 'BKT',    'form',  'Bằng khen của Chủ tịch UBND tỉnh',       'Provincial certificate of merit', 1, 1, 1, 51, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15'),
	(24, 'GK',     'form',  'Giấy khen',                              'Certificate of commendation',     1, 1, 1, 52, '2024-01-01', '9999-12-31', 'Luật Thi đua, khen thưởng 06/2022/QH15');

-- The articles on the Prime Minister, the President and the province's Chair (77, 78,
-- 79) are still to be compared with the gazette: the citation says so.
INSERT INTO award_right (award_form, kind, outside, valid_from, valid_to, document)
SELECT f.id, NULL, x.outside, '2024-01-01', '9999-12-31', x.document
FROM (SELECT 'CSTDTQ' AS code, 'Thủ tướng Chính phủ' AS outside, 'Điều 78 Luật 06/2022/QH15 (cần đối chiếu)' AS document
	UNION ALL SELECT 'CTDCP', 'Thủ tướng Chính phủ', 'Điều 78 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'BKTTG', 'Thủ tướng Chính phủ', 'Điều 78 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'HCLD1', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'HCLD2', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'HCLD3', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'HCK', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'HUYC', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'DHVD', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'GTHCM', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'GTNN', 'Chủ tịch nước', 'Điều 77 Luật 06/2022/QH15 (cần đối chiếu)'
	UNION ALL SELECT 'KNC', 'Bộ, ban, ngành, đoàn thể trung ương', 'Luật 06/2022/QH15 (cần đối chiếu)') x
JOIN award_form f ON f.code = x.code;

INSERT INTO award_right (award_form, kind, valid_from, valid_to, document)
SELECT f.id, x.kind, x.since, x.until, x.document
FROM (SELECT 'province' AS kind, ' CTDT CSTDT TTLDXS XTB BKT ' AS codes, '2024-01-01' AS since, '9999-12-31' AS until, 'Điều 79 Luật 06/2022/QH15 (cần đối chiếu)' AS document
	UNION ALL SELECT 'department', ' TTLDTT CSTDCS LDTT GK ', '2024-01-01', '9999-12-31', 'Điều 80 khoản 1 Luật 06/2022/QH15'
	UNION ALL SELECT 'agency', ' TTLDTT CSTDCS LDTT GK ', '2024-01-01', '9999-12-31', 'Điều 80 khoản 1 Luật 06/2022/QH15'
	UNION ALL SELECT 'district', ' TVH TTLDTT CSTDCS LDTT GK ', '2024-01-01', '2025-06-30', 'Điều 80 khoản 2 Luật 06/2022/QH15'
	UNION ALL SELECT 'commune', ' LDTT GK GDVH ', '2024-01-01', '2025-06-30', 'Điều 80 khoản 3 Luật 06/2022/QH15'
	UNION ALL SELECT 'commune', ' TVH GDVH TTLDTT CSTDCS LDTT GK ', '2025-07-01', '9999-12-31', 'Nghị định 129/2025/NĐ-CP'
	UNION ALL SELECT 'enterprise', ' TTLDTT CSTDCS LDTT GK ', '2024-01-01', '9999-12-31', 'Điều 80 khoản 4 Luật 06/2022/QH15') x
JOIN award_form f ON instr(x.codes, ' ' || f.code || ' ');
