-- The one state machine.  What a case may become, who moves it, what a move needs:
-- rows.  Inside and outside see a state by different words.

CREATE TABLE flow (
	flow     TEXT PRIMARY KEY,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;

CREATE TABLE flow_state (
	flow       TEXT NOT NULL REFERENCES flow,
	state      TEXT NOT NULL,
	seq        INTEGER NOT NULL,
	inside_vi  TEXT NOT NULL,	-- for those who handle the case
	inside_en  TEXT NOT NULL,
	outside_vi TEXT NOT NULL,	-- for all others
	outside_en TEXT NOT NULL,
	tag        TEXT NOT NULL CHECK (tag IN ('late', 'back', 'soon', 'done', 'none')),	-- its face
	kind       TEXT NOT NULL CHECK (kind IN ('start', 'open', 'end')),
	edits      INTEGER NOT NULL,	-- 1: the record may still be changed
	stands     INTEGER NOT NULL,	-- 1: it stands outside: a plan that all may read,
					-- a sign-up that is made, a report that is counted
	PRIMARY KEY (flow, state)
) STRICT;

CREATE TABLE flow_move (
	flow       TEXT NOT NULL REFERENCES flow,
	move       TEXT NOT NULL,
	from_state TEXT NOT NULL,
	to_state   TEXT NOT NULL,
	seq        INTEGER NOT NULL,
	label_vi   TEXT NOT NULL,	-- of its button: a verb with its object
	label_en   TEXT NOT NULL,
	ability    TEXT NOT NULL REFERENCES ability,
	reason     INTEGER NOT NULL,	-- 1: must be given
	decides    INTEGER NOT NULL,	-- 1: never on one's own case
	risk       INTEGER NOT NULL,	-- 1: a button of warning
	PRIMARY KEY (flow, move, from_state),
	FOREIGN KEY (flow, from_state) REFERENCES flow_state (flow, state),
	FOREIGN KEY (flow, to_state) REFERENCES flow_state (flow, state)
) STRICT;

-- Fields of the record without which a move is refused.
CREATE TABLE flow_move_field (
	flow  TEXT NOT NULL,
	move  TEXT NOT NULL,
	field TEXT NOT NULL,
	PRIMARY KEY (flow, move, field)
) STRICT;

CREATE TABLE flow_case (
	id     INTEGER PRIMARY KEY,
	flow   TEXT NOT NULL REFERENCES flow,
	unit   INTEGER NOT NULL REFERENCES unit,	-- whose case it is
	state  TEXT NOT NULL,
	author INTEGER REFERENCES account,	-- NULL: opened by an operator
	at     INTEGER NOT NULL,		-- of the last move
	FOREIGN KEY (flow, state) REFERENCES flow_state (flow, state)
) STRICT;

CREATE INDEX flow_case_by_state ON flow_case (flow, state, unit);

CREATE TABLE flow_step (
	id         INTEGER PRIMARY KEY,
	flow_case  INTEGER NOT NULL REFERENCES flow_case,
	move       TEXT NOT NULL,
	from_state TEXT NOT NULL,
	to_state   TEXT NOT NULL,
	at         INTEGER NOT NULL,
	account    INTEGER REFERENCES account,
	mandate    INTEGER REFERENCES mandate,
	reason     TEXT NOT NULL CHECK (length(reason) <= 4000)
) STRICT;

CREATE INDEX flow_step_by_case ON flow_step (flow_case, id);

INSERT INTO flow VALUES
	('plan',   'Ban hành kế hoạch', 'Issuing a plan'),
	('signup', 'Đăng ký tham gia',  'Signing up'),
	('report', 'Báo cáo',           'Reporting');

INSERT INTO flow_state VALUES
	('plan', 'draft',     1, 'Dự thảo',               'Draft',             'Chưa ban hành', 'Not issued', 'soon', 'start', 1, 0),
	('plan', 'submitted', 2, 'Đã trình, chờ duyệt',   'Submitted',         'Chưa ban hành', 'Not issued', 'soon', 'open', 0, 0),
	('plan', 'returned',  3, 'Bị trả lại',            'Returned',          'Chưa ban hành', 'Not issued', 'back', 'open', 1, 0),
	('plan', 'approved',  4, 'Đã duyệt, chờ cấp số',  'Approved, waits for its number', 'Chưa ban hành', 'Not issued', 'soon', 'open', 0, 0),
	('plan', 'issued',    5, 'Đã ban hành',           'Issued',            'Còn hiệu lực',  'In force',   'done', 'end', 0, 1),
	('plan', 'dropped',   6, 'Đã bỏ',                 'Dropped',           'Chưa ban hành', 'Not issued', 'none', 'end', 0, 0),
	('signup', 'draft',      1, 'Đang lập',            'In preparation',    'Chưa đăng ký',  'Not signed up', 'soon', 'start', 1, 0),
	('signup', 'registered', 2, 'Đã đăng ký',          'Signed up',         'Đã đăng ký',    'Signed up',     'done', 'end', 0, 1),
	('signup', 'returned',   3, 'Bị trả lại',          'Returned',          'Chưa đăng ký',  'Not signed up', 'back', 'open', 1, 0),
	('report', 'draft',    1, 'Đang nhập',             'Being filled in',   'Chưa gửi',      'Not sent',  'soon', 'start', 1, 0),
	('report', 'signing',  2, 'Chờ lãnh đạo gửi',      'Waits for the leader', 'Chưa gửi',   'Not sent',  'soon', 'open', 0, 0),
	('report', 'sent',     3, 'Đã gửi, chờ tiếp nhận', 'Sent, waits to be accepted', 'Đã gửi', 'Sent',    'soon', 'open', 0, 1),
	('report', 'returned', 4, 'Bị trả lại',            'Returned',          'Bị trả lại',    'Returned',  'back', 'open', 1, 0),
	('report', 'accepted', 5, 'Đã tiếp nhận',          'Accepted',          'Đã tiếp nhận',  'Accepted',  'done', 'end', 0, 1);

INSERT INTO flow_move VALUES
	('plan', 'submit',  'draft',     'submitted', 1, 'Trình lãnh đạo duyệt', 'Submit for approval', 'plan.write',   0, 0, 0),
	('plan', 'submit',  'returned',  'submitted', 1, 'Trình lại',            'Submit again',        'plan.write',   0, 0, 0),
	('plan', 'approve', 'submitted', 'approved',  2, 'Duyệt kế hoạch',       'Approve the plan',    'plan.approve', 0, 1, 0),
	('plan', 'return',  'submitted', 'returned',  3, 'Trả lại dự thảo',      'Return the draft',    'plan.approve', 1, 1, 1),
	('plan', 'return',  'approved',  'returned',  3, 'Trả lại để sửa thể thức', 'Return for its format', 'plan.issue', 1, 1, 1),
	('plan', 'issue',   'approved',  'issued',    4, 'Cấp số và ban hành',   'Number and issue',    'plan.issue',   0, 1, 0),
	('plan', 'record',  'draft',     'issued',    5, 'Ghi nhận văn bản đã ban hành', 'Record as issued', 'plan.record', 0, 0, 0),
	('plan', 'record_incomplete', 'draft', 'issued', 6, 'Ghi nhận văn bản cũ thiếu số, ngày', 'Record an old document without number or date', 'plan.record', 1, 0, 1),
	('plan', 'drop',    'draft',     'dropped',   7, 'Bỏ dự thảo',           'Drop the draft',      'plan.write',   1, 0, 1),
	('plan', 'drop',    'returned',  'dropped',   7, 'Bỏ dự thảo',           'Drop the draft',      'plan.write',   1, 0, 1),
	('signup', 'register', 'draft',      'registered', 1, 'Đăng ký tham gia',  'Sign up',            'signup.write',  0, 0, 0),
	('signup', 'register', 'returned',   'registered', 1, 'Đăng ký lại',       'Sign up again',      'signup.write',  0, 0, 0),
	('signup', 'change',   'registered', 'draft',      2, 'Sửa chỉ tiêu đã đăng ký', 'Change the targets', 'signup.write', 1, 0, 1),
	('signup', 'return',   'registered', 'returned',   3, 'Trả lại bản đăng ký', 'Return the sign-up', 'signup.review', 1, 1, 1),
	('report', 'submit', 'draft',    'signing',  1, 'Trình lãnh đạo gửi',  'Pass to the leader',  'report.write',  0, 0, 0),
	('report', 'submit', 'returned', 'signing',  1, 'Trình lãnh đạo gửi lại', 'Pass to the leader again', 'report.write', 0, 0, 0),
	('report', 'send',   'draft',    'sent',     2, 'Gửi báo cáo',         'Send the report',     'report.send',   0, 0, 0),
	('report', 'send',   'signing',  'sent',     2, 'Gửi báo cáo',         'Send the report',     'report.send',   0, 0, 0),
	('report', 'send',   'returned', 'sent',     2, 'Gửi lại báo cáo',     'Send the report again', 'report.send', 0, 0, 0),
	('report', 'back',   'signing',  'returned', 3, 'Trả lại người nhập',  'Return to the officer', 'report.send', 1, 0, 1),
	('report', 'accept', 'sent',     'accepted', 4, 'Tiếp nhận báo cáo',   'Accept the report',   'report.review', 0, 1, 0),
	('report', 'return', 'sent',     'returned', 5, 'Trả lại báo cáo',     'Return the report',   'report.review', 1, 1, 1),
	('report', 'reopen', 'accepted', 'returned', 6, 'Mở lại báo cáo đã tiếp nhận', 'Reopen the report', 'report.review', 1, 1, 1);

INSERT INTO flow_move_field VALUES
	('plan', 'submit', 'subject'), ('plan', 'submit', 'issuer'),
	('plan', 'issue', 'number'), ('plan', 'issue', 'date'), ('plan', 'issue', 'place'),
	('plan', 'issue', 'issuer'), ('plan', 'issue', 'subject'), ('plan', 'issue', 'signer_name'),
	('plan', 'record', 'number'), ('plan', 'record', 'date'), ('plan', 'record', 'issuer'),
	('plan', 'record', 'subject'),
	('plan', 'record_incomplete', 'issuer'), ('plan', 'record_incomplete', 'subject');
