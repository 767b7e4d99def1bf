-- Evaluation (đánh giá): a round of a plan, a score sheet for each class that the plan
-- defines, one's own score and the standing body's beside it, and what was published.
-- Points are hundredths, shares hundredths of a per cent.

INSERT INTO ability (ability, label_vi, label_en) VALUES
	('evaluation.write',   'Tự chấm điểm thi đua',                   'Score one''s own unit'),
	('evaluation.send',    'Gửi phiếu tự chấm',                      'Send score sheets'),
	('evaluation.view',    'Xem phiếu chấm, kết quả của đơn vị mình', 'Read one''s own unit''s sheets and results'),
	('evaluation.follow',  'Xem mọi phiếu, bảng xếp hạng của đợt',   'Read all sheets and the ranking of a round'),
	('evaluation.review',  'Thẩm định điểm, trả lại phiếu',          'Review and return score sheets'),
	('evaluation.design',  'Lập đợt đánh giá, thang điểm',           'Design evaluation rounds'),
	('evaluation.publish', 'Công bố kết quả đánh giá',               'Publish evaluation results');

-- A unit reads its own.  Follow, review, design and publish are asked at the unit that
-- holds the round, so that nobody reviews himself (cgi-bin/lib/evaluation_show.c).  The
-- decision is signed on paper: whoever records plans, or the one who signs, publishes.
INSERT INTO role_ability (role, ability, scope) VALUES
	('unit_officer', 'evaluation.write',   'own'),
	('unit_officer', 'evaluation.view',    'own'),
	('unit_leader',  'evaluation.send',    'own'),
	('unit_leader',  'evaluation.view',    'own'),
	('specialist',   'evaluation.view',    'own'),
	('specialist',   'evaluation.follow',  'below'),
	('specialist',   'evaluation.review',  'below'),
	('specialist',   'evaluation.design',  'below'),
	('specialist',   'evaluation.publish', 'below'),
	('council',      'evaluation.view',    'own'),
	('council',      'evaluation.follow',  'below'),
	('signer',       'evaluation.view',    'own'),
	('signer',       'evaluation.follow',  'below'),
	('signer',       'evaluation.publish', 'below'),
	('auditor',      'evaluation.view',    'own'),
	('auditor',      'evaluation.follow',  'below');

INSERT INTO flow (flow, label_vi, label_en) VALUES
	('round',      'Đợt đánh giá',    'Evaluation round'),
	('evaluation', 'Phiếu chấm điểm', 'Score sheet');

INSERT INTO flow_state (flow, state, seq, inside_vi, inside_en, outside_vi, outside_en, tag, kind, edits, stands) VALUES
	('round', 'draft',     1, 'Đang lập',                    'In preparation',    'Chưa mở',       'Not open',  'soon', 'start', 1, 0),
	('round', 'open',      2, 'Đang nhận phiếu',             'Taking sheets',     'Đang mở',       'Open',      'soon', 'open',  0, 1),
	('round', 'closed',    3, 'Thôi nhận phiếu, đang xét',   'Closed, under review', 'Đang xét',   'Under review', 'soon', 'open', 0, 1),
	('round', 'published', 4, 'Đã công bố',                  'Published',         'Đã công bố',    'Published', 'done', 'end',   0, 1),
	('evaluation', 'draft',    1, 'Đang chấm',               'Being scored',      'Chưa gửi',      'Not sent',  'soon', 'start', 1, 0),
	('evaluation', 'signing',  2, 'Chờ lãnh đạo gửi',        'Waits for the leader', 'Chưa gửi',   'Not sent',  'soon', 'open',  0, 0),
	('evaluation', 'sent',     3, 'Đã gửi, chờ thẩm định',   'Sent, waits for review', 'Đã gửi',   'Sent',      'soon', 'open',  0, 1),
	('evaluation', 'returned', 4, 'Bị trả lại',              'Returned',          'Bị trả lại',    'Returned',  'back', 'open',  1, 0),
	('evaluation', 'reviewed', 5, 'Đã thẩm định',            'Reviewed',          'Đã thẩm định',  'Reviewed',  'done', 'end',   0, 1),
	('evaluation', 'dropped',  6, 'Đã bỏ',                   'Dropped',           'Đã bỏ',         'Dropped',   'none', 'end',   0, 0);

INSERT INTO flow_move (flow, move, from_state, to_state, seq, label_vi, label_en, ability, reason, decides, risk) VALUES
	('round', 'open',    'draft',     'open',      1, 'Mở đợt đánh giá',       'Open the round',          'evaluation.design',  0, 0, 0),
	('round', 'close',   'open',      'closed',    2, 'Thôi nhận phiếu',       'Take no more sheets',     'evaluation.design',  0, 0, 0),
	('round', 'extend',  'closed',    'open',      3, 'Nhận phiếu thêm',       'Take sheets again',       'evaluation.design',  1, 0, 1),
	('round', 'publish', 'closed',    'published', 4, 'Công bố kết quả',       'Publish the results',     'evaluation.publish', 0, 0, 0),
	('round', 'reopen',  'published', 'closed',    5, 'Mở lại kết quả đã công bố', 'Reopen the published results', 'evaluation.publish', 1, 0, 1),
	('evaluation', 'submit', 'draft',    'signing',  1, 'Trình lãnh đạo gửi',     'Pass to the leader',       'evaluation.write',  0, 0, 0),
	('evaluation', 'submit', 'returned', 'signing',  1, 'Trình lãnh đạo gửi lại', 'Pass to the leader again', 'evaluation.write',  0, 0, 0),
	('evaluation', 'send',   'draft',    'sent',     2, 'Gửi phiếu chấm',         'Send the sheet',           'evaluation.send',   0, 0, 0),
	('evaluation', 'send',   'signing',  'sent',     2, 'Gửi phiếu chấm',         'Send the sheet',           'evaluation.send',   0, 0, 0),
	('evaluation', 'send',   'returned', 'sent',     2, 'Gửi lại phiếu chấm',     'Send the sheet again',     'evaluation.send',   0, 0, 0),
	('evaluation', 'back',   'signing',  'returned', 3, 'Trả lại người chấm',     'Return to the officer',    'evaluation.send',   1, 0, 1),
	('evaluation', 'review', 'sent',     'reviewed', 4, 'Xong thẩm định',         'Finish the review',        'evaluation.review', 0, 1, 0),
	('evaluation', 'return', 'sent',     'returned', 5, 'Trả lại phiếu chấm',     'Return the sheet',         'evaluation.review', 1, 1, 1),
	('evaluation', 'reopen', 'reviewed', 'sent',     6, 'Thẩm định lại',          'Review again',             'evaluation.review', 1, 1, 1),
	('evaluation', 'drop',   'draft',    'dropped',  7, 'Bỏ phiếu nhập nhầm',     'Drop a sheet entered by mistake', 'evaluation.write', 1, 0, 1);

INSERT INTO flow_move_field (flow, move, field) VALUES
	('round', 'publish', 'number'), ('round', 'publish', 'day');

INSERT INTO action (action, label_vi, label_en) VALUES
	('evaluation.accept',     'Chấp nhận điểm tự chấm',        'Own scores accepted'),
	('evaluation.begin',      'Bắt đầu phiếu chấm',            'Score sheet begun'),
	('evaluation.formula',    'Sửa công thức của tiêu chí',    'Formula of a criterion changed'),
	('evaluation.grades',     'Sửa mức xếp loại',              'Grades changed'),
	('evaluation.items',      'Sửa thang điểm',                'Points changed'),
	('evaluation.judge',      'Lưu điểm thẩm định',            'Review saved'),
	('evaluation.round_add',  'Lập đợt đánh giá',              'Round added'),
	('evaluation.round_change', 'Sửa đợt đánh giá',            'Round changed'),
	('evaluation.save',       'Lưu phiếu chấm',                'Score sheet saved'),
	('round.open',    'Mở đợt đánh giá',           'Round opened'),
	('round.close',   'Thôi nhận phiếu chấm',      'Round closed'),
	('round.extend',  'Nhận phiếu chấm thêm',      'Round opened again'),
	('round.publish', 'Công bố kết quả đánh giá',  'Results published'),
	('round.reopen',  'Mở lại kết quả đã công bố', 'Published results reopened');

-- How equal totals are ranked, stated in words wherever a rank is shown.
CREATE TABLE evaluation_tie (
	tie     TEXT PRIMARY KEY,
	seq     INTEGER NOT NULL,
	text_vi TEXT NOT NULL,
	text_en TEXT NOT NULL
) STRICT;

INSERT INTO evaluation_tie (tie, seq, text_vi, text_en) VALUES
	('equal',    1, 'Bằng tổng điểm thì đồng hạng; hạng sau lùi lại theo số đơn vị đồng hạng (1, 2, 2, 4).',
	                'Equal totals share a rank; the next rank leaves out as many (1, 2, 2, 4).'),
	('base',     2, 'Bằng tổng điểm thì đơn vị có điểm chưa kể điểm thưởng cao hơn xếp trên; vẫn bằng thì đồng hạng.',
	                'Of equal totals the one with more points without the bonus comes first; if still equal they share the rank.'),
	('computed', 3, 'Bằng tổng điểm thì đơn vị đạt tỷ lệ điểm cao hơn ở các tiêu chí cổng tự tính (không kể tiêu chí không phát sinh) xếp trên; vẫn bằng thì đồng hạng.',
	                'Of equal totals the one with the greater share of the points of the computed criteria that apply comes first; if still equal they share the rank.'),
	('early',    4, 'Bằng tổng điểm thì đơn vị gửi phiếu lần đầu sớm hơn (theo ngày) xếp trên; vẫn bằng thì đồng hạng.',
	                'Of equal totals the one whose sheet was first sent on an earlier day comes first; if still equal they share the rank.');

CREATE TABLE evaluation_round (
	id          INTEGER PRIMARY KEY,
	flow_case   INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	plan        INTEGER NOT NULL REFERENCES plan,
	unit        INTEGER NOT NULL REFERENCES unit,	-- whose standing body holds it; those under it are judged
	name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	kind        TEXT NOT NULL CHECK (kind IN ('yearly', 'midterm', 'final')),
	window_from TEXT NOT NULL CHECK (window_from IS date(window_from)),	-- what is judged
	window_to   TEXT NOT NULL CHECK (window_to IS date(window_to) AND window_to >= window_from),
	base_day    TEXT NOT NULL CHECK (base_day IS date(base_day)),	-- where the plan's period starts: baselines
				-- are the last figures that stood on that day
	due_date    TEXT NOT NULL CHECK (due_date IS date(due_date)),
	tie         TEXT NOT NULL DEFAULT 'base' REFERENCES evaluation_tie,
	edition     INTEGER NOT NULL DEFAULT 1	-- goes up with each save of its design
) STRICT;

-- The score sheet of each class: made of the plan's criteria when the round is begun,
-- and frozen when it opens.
CREATE TABLE evaluation_item (
	id               INTEGER PRIMARY KEY,
	evaluation_round INTEGER NOT NULL REFERENCES evaluation_round,
	plan_class       INTEGER NOT NULL REFERENCES plan_class,
	plan_criterion   INTEGER REFERENCES plan_criterion,	-- NULL: a bonus that the standing body added
	seq       INTEGER NOT NULL,
	anchor    TEXT NOT NULL,
	text      TEXT NOT NULL CHECK (length(text) >= 1),
	kind      TEXT NOT NULL CHECK (kind IN ('judged', 'document', 'formula', 'ledger')),
	points    INTEGER CHECK (points BETWEEN 0 AND 100000),	-- NULL: not set yet
	bonus     INTEGER NOT NULL DEFAULT 0,	-- 1: comes on top of the maximum; points is its cap
	condition TEXT NOT NULL DEFAULT '',	-- nếu có vay vốn; '': nobody may say "not applicable"
	skip      TEXT NOT NULL DEFAULT 'rescale' CHECK (skip IN ('rescale', 'full')),	-- how one that
				-- does not apply is counted: left out and the rest scaled up, or in full
	UNIQUE (evaluation_round, plan_class, seq)
) STRICT;

-- The kinds of arithmetic (cgi-bin/lib/score.h).
CREATE TABLE evaluation_formula (
	formula  TEXT PRIMARY KEY,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;

INSERT INTO evaluation_formula (formula, label_vi, label_en) VALUES
	('F1', 'Tỷ lệ cuối kỳ không vượt mức đề ra (có thể "khoảng")',        'Rate at the end is not above a level (perhaps "about")'),
	('F2', 'Tỷ lệ giảm bình quân mỗi năm, theo điểm phần trăm',          'Rate falls by so many percentage points a year on average'),
	('F3', 'Như F2, nơi đầu kỳ tỷ lệ cao phải giảm nhiều hơn',           'As F2, with a higher goal where the rate was high at the start'),
	('F4', 'Số hộ giảm trên mức đề ra so với đầu kỳ (tính trên tổng số)', 'Sum of counts falls by more than a share of the start'),
	('F5', 'Thoát nghèo đủ số tháng và không tái nghèo',                 'Out of poverty for so many months without falling back'),
	('F6', 'Kết quả so với chỉ tiêu đơn vị đã đăng ký',                  'Result against the target that the unit signed up to'),
	('F7', 'Đúng hạn: báo cáo, đăng ký hoặc văn bản có ngày',            'On time: reports, sign-up or a dated document');

-- How an item fills itself.
CREATE TABLE evaluation_rule (
	evaluation_item INTEGER PRIMARY KEY REFERENCES evaluation_item,
	formula   TEXT NOT NULL REFERENCES evaluation_formula,
	part      INTEGER REFERENCES indicator,	-- F1-F4 the count, F6 what was signed up to
	plus     INTEGER REFERENCES indicator,	-- added to it: near-poor households
	whole     INTEGER REFERENCES indicator,	-- F1-F3: of how many
	goal      INTEGER,			-- F1 1100 %, F2 300 points a year, F4 5000 %, F5 months
	tolerance INTEGER NOT NULL DEFAULT 0,	-- F1: "khoảng"
	threshold INTEGER,			-- F3: from this rate at the start on ...
	high_goal INTEGER,			-- ... this goal
	region    INTEGER NOT NULL DEFAULT 0,	-- 1: only units of region I, II, III; no other has it
	down      INTEGER NOT NULL DEFAULT 0,	-- F6, 1: less is better
	total     INTEGER NOT NULL DEFAULT 0,	-- F6, 1: the figures of the window are added up
	partial   INTEGER NOT NULL DEFAULT 0,	-- F2, F3, F6, 1: points in proportion, else all or none
	source    TEXT NOT NULL DEFAULT '' CHECK (source IN ('', 'reports', 'signup', 'document')),	-- F7
	off_late    INTEGER NOT NULL DEFAULT 0,	-- F7: points off for each one that is late,
	off_missing INTEGER NOT NULL DEFAULT 0,	-- or missing; both 0: in proportion
	due_day   TEXT CHECK (due_day IS date(due_day))	-- F7: until when the document
) STRICT;

-- From the best down; the first that a sheet reaches is its grade.
CREATE TABLE evaluation_grade (
	evaluation_round INTEGER NOT NULL REFERENCES evaluation_round,
	seq     INTEGER NOT NULL,
	name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
	minimum INTEGER NOT NULL CHECK (minimum BETWEEN 0 AND 20000),	-- share of the maximum
	floor   INTEGER NOT NULL DEFAULT 0 CHECK (floor BETWEEN 0 AND 10000),	-- share of each criterion's own
	quota   INTEGER CHECK (quota BETWEEN 0 AND 10000),	-- at most this share of those ranked together
	PRIMARY KEY (evaluation_round, seq)
) STRICT;

-- One sheet.  `unit` enters and sends it; `judged` is the unit that it judges: itself,
-- or one under it without an account; NULL: a subject outside of the tree, by its name.
CREATE TABLE evaluation (
	id               INTEGER PRIMARY KEY,
	flow_case        INTEGER NOT NULL UNIQUE REFERENCES flow_case,
	evaluation_round INTEGER NOT NULL REFERENCES evaluation_round,
	plan_class       INTEGER NOT NULL REFERENCES plan_class,
	unit       INTEGER NOT NULL REFERENCES unit,
	judged     INTEGER REFERENCES unit,
	subject    TEXT NOT NULL CHECK (subject IN ('unit', 'village', 'household', 'cadre', 'enterprise')),
	name       TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),	-- '' of a unit
	name_key   TEXT NOT NULL DEFAULT '',
	name_plain TEXT NOT NULL DEFAULT '',
	place      TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),	-- bản Pá Sang
	exit_day   TEXT CHECK (exit_day IS date(exit_day)),	-- of a household: decided to be out of poverty
	back_day   TEXT CHECK (back_day IS date(back_day)),	-- and fallen back
	note       TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
	saved      INTEGER NOT NULL,
	saver      INTEGER REFERENCES account,
	edition    INTEGER NOT NULL DEFAULT 1,	-- goes up with each save: two who write do not undo each other
	CHECK ((subject = 'unit') = (judged IS NOT NULL)),
	CHECK ((subject = 'unit') = (name = ''))
) STRICT;

CREATE UNIQUE INDEX evaluation_once ON evaluation (evaluation_round, judged) WHERE judged IS NOT NULL;
CREATE INDEX evaluation_by_unit ON evaluation (unit, evaluation_round);

-- One's own score, and the standing body's beside it.
CREATE TABLE evaluation_score (
	evaluation      INTEGER NOT NULL REFERENCES evaluation,
	evaluation_item INTEGER NOT NULL REFERENCES evaluation_item,
	stage    TEXT NOT NULL CHECK (stage IN ('own', 'review')),
	points   INTEGER CHECK (points >= 0),	-- NULL: none yet, or not applicable
	skipped  INTEGER NOT NULL DEFAULT 0,	-- 1: not applicable; never counted as zero
	computed INTEGER NOT NULL DEFAULT 0,	-- 1: by the portal
	text     TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 4000),	-- own: what was done; review: why it differs
	how      TEXT NOT NULL DEFAULT '',	-- the sentence with the numbers, when it was computed
	report      INTEGER REFERENCES report,	-- where the numbers are from
	base_report INTEGER REFERENCES report,
	document TEXT NOT NULL DEFAULT '' CHECK (length(document) <= 200),	-- F7: its number
	document_day TEXT CHECK (document_day IS date(document_day)),
	account  INTEGER REFERENCES account,
	at       INTEGER NOT NULL,
	PRIMARY KEY (evaluation, evaluation_item, stage),
	CHECK (skipped = 0 OR points IS NULL)
) STRICT, WITHOUT ROWID;

-- Each copy as it was sent, for good.
CREATE TABLE evaluation_sent (
	id         INTEGER PRIMARY KEY,
	evaluation INTEGER NOT NULL REFERENCES evaluation,
	receipt    TEXT NOT NULL UNIQUE,	-- PC-2026-00012
	at         INTEGER NOT NULL,
	day        TEXT NOT NULL CHECK (day IS date(day)),
	account    INTEGER REFERENCES account,
	content    TEXT NOT NULL,		-- JSON
	digest     TEXT NOT NULL		-- hex SHA-256 of the content
) STRICT;

CREATE INDEX evaluation_sent_by_sheet ON evaluation_sent (evaluation, id);
CREATE TRIGGER evaluation_sent_is_kept BEFORE DELETE ON evaluation_sent
BEGIN SELECT RAISE(ABORT, 'sent copies are kept'); END;
CREATE TRIGGER evaluation_sent_is_fixed BEFORE UPDATE ON evaluation_sent
BEGIN SELECT RAISE(ABORT, 'sent copies are fixed'); END;

-- What a return says of one criterion.
CREATE TABLE evaluation_return (
	flow_step       INTEGER NOT NULL REFERENCES flow_step,
	evaluation_item INTEGER NOT NULL REFERENCES evaluation_item,
	reason          TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
	PRIMARY KEY (flow_step, evaluation_item)
) STRICT;

-- Each publication with its results, for good: one that is reopened is followed by
-- another.
CREATE TABLE evaluation_publication (
	id               INTEGER PRIMARY KEY,
	evaluation_round INTEGER NOT NULL REFERENCES evaluation_round,
	number  TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
	day     TEXT NOT NULL CHECK (day IS date(day)),
	at      INTEGER NOT NULL,
	account INTEGER REFERENCES account
) STRICT;

CREATE TABLE evaluation_result (
	evaluation_publication INTEGER NOT NULL REFERENCES evaluation_publication,
	evaluation INTEGER NOT NULL REFERENCES evaluation,
	name       TEXT NOT NULL,	-- as it was called
	unit_group INTEGER REFERENCES unit_group,	-- ranked in it, among its class; NULL: in none
	total      INTEGER NOT NULL,	-- with the bonus
	bonus      INTEGER NOT NULL,
	maximum    INTEGER NOT NULL,
	share      INTEGER NOT NULL,	-- of the maximum of what applies, without the bonus
	grade      TEXT NOT NULL,	-- '': reaches none
	rank       INTEGER NOT NULL,	-- 0: nothing applied, not ranked
	among      INTEGER NOT NULL,	-- of how many
	PRIMARY KEY (evaluation_publication, evaluation)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER evaluation_result_is_kept BEFORE DELETE ON evaluation_result
BEGIN SELECT RAISE(ABORT, 'results are kept'); END;
CREATE TRIGGER evaluation_result_is_fixed BEFORE UPDATE ON evaluation_result
BEGIN SELECT RAISE(ABORT, 'results are fixed'); END;
CREATE TRIGGER evaluation_publication_is_kept BEFORE DELETE ON evaluation_publication
BEGIN SELECT RAISE(ABORT, 'publications are kept'); END;
CREATE TRIGGER evaluation_publication_is_fixed BEFORE UPDATE ON evaluation_publication
BEGIN SELECT RAISE(ABORT, 'publications are fixed'); END;

-- Which units a round judges, and by which class: those under the unit that holds it,
-- by what they are on the window's last day.
CREATE VIEW evaluation_expected AS
SELECT r.id AS evaluation_round, u.unit, n.name, n.name_key, n.name_plain, n.kind,
	n.region, c.id AS plan_class, c.name AS class_name
FROM evaluation_round r
JOIN unit_under u ON u.ancestor = r.unit AND u.depth > 0
	AND r.window_to BETWEEN u.valid_from AND u.valid_to
JOIN unit_name n ON n.unit = u.unit
	AND r.window_to BETWEEN n.valid_from AND n.valid_to
JOIN unit x ON x.id = u.unit
	AND r.window_to BETWEEN x.valid_from AND x.valid_to
JOIN plan_class c ON c.id = (SELECT d.id FROM plan_class d
	JOIN plan_class_kind k ON k.plan_class = d.id AND k.kind = n.kind
	WHERE d.plan = r.plan AND EXISTS (SELECT 1 FROM evaluation_item i
		WHERE i.evaluation_round = r.id AND i.plan_class = d.id)
	ORDER BY d.seq LIMIT 1);

-- All sheets of a round: those of the units that it judges, begun or not, and those of
-- subjects that their unit entered.
CREATE VIEW evaluation_duty AS
SELECT x.evaluation_round, x.plan_class, coalesce(e.unit, x.unit) AS unit,
	x.unit AS judged, e.id AS evaluation
FROM evaluation_expected x
LEFT JOIN evaluation e ON e.evaluation_round = x.evaluation_round AND e.judged = x.unit
UNION ALL
SELECT e.evaluation_round, e.plan_class, e.unit, e.judged, e.id FROM evaluation e
WHERE e.judged IS NULL OR NOT EXISTS (SELECT 1 FROM evaluation_expected x
	WHERE x.evaluation_round = e.evaluation_round AND x.unit = e.judged);
