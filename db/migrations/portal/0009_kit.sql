-- What the next page says was done: "Đã gửi báo cáo".
ALTER TABLE posted ADD COLUMN said TEXT NOT NULL DEFAULT '';

-- A mandate whose last day lies before its first was withdrawn: in force on no day, and kept.
-- Of a table's CHECK nothing can be altered: the table is made anew.
DROP VIEW mandate_scope;
CREATE TABLE mandate_new (
	id         INTEGER PRIMARY KEY,
	account    INTEGER NOT NULL REFERENCES account,
	unit       INTEGER NOT NULL REFERENCES unit,
	role       TEXT NOT NULL REFERENCES role,
	post       TEXT NOT NULL DEFAULT '',	-- chức vụ, phòng
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to)),
	document   TEXT NOT NULL DEFAULT ''	-- the decision that gave it
) STRICT;
INSERT INTO mandate_new SELECT id, account, unit, role, post, valid_from, valid_to, document
	FROM mandate;
DROP TABLE mandate;
ALTER TABLE mandate_new RENAME TO mandate;
CREATE INDEX mandate_by_account ON mandate (account);
CREATE INDEX mandate_by_unit ON mandate (unit);
CREATE VIEW mandate_scope AS
SELECT m.account, a.ability, u.unit, m.id AS mandate, m.role,
	m.valid_from AS mandate_from, m.valid_to AS mandate_to,
	u.valid_from AS unit_from, u.valid_to AS unit_to
FROM mandate m
JOIN role_ability a ON a.role = m.role
JOIN unit_under u ON u.ancestor = m.unit AND (a.scope = 'below' OR u.depth = 0);

INSERT INTO action VALUES
	('account.password_begun', 'Bắt đầu đổi mật khẩu', 'Change of password begun'),
	('account.reset_begun', 'Bắt đầu cấp lại mật khẩu tạm', 'Giving of a temporary password begun');

INSERT INTO ability VALUES
	('setting.change', 'Đổi cài đặt của cổng', 'Change the portal''s settings');
INSERT INTO role_ability VALUES ('admin', 'setting.change', 'below');
INSERT INTO action VALUES
	('setting.change', 'Đổi cài đặt của cổng', 'Setting changed');

-- Who took what out of the portal as a file: once a day for each address.
CREATE TABLE exported (
	account INTEGER NOT NULL REFERENCES account,
	day     TEXT NOT NULL CHECK (day IS date(day)),
	path    TEXT NOT NULL,		-- as it was asked for, with its query
	at      INTEGER NOT NULL,	-- of the first time that day
	PRIMARY KEY (account, day, path)
) STRICT;

CREATE INDEX exported_by_time ON exported (at);

-- What a field of the trail is called; of "kinds III.2" the first word counts.
CREATE TABLE action_field (
	field    TEXT PRIMARY KEY,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;

INSERT INTO action_field VALUES
	('acknowledged', 'Đơn vị ký nhận', 'Acknowledged for'),
	('address', 'Địa chỉ', 'Address'),
	('authority', 'Thẩm quyền ký', 'Signing authority'),
	('body', 'Nội dung', 'Text'),
	('code', 'Mã', 'Code'),
	('criterion', 'Tiêu chí', 'Criterion'),
	('date', 'Ngày ban hành', 'Date of issue'),
	('decimals', 'Số chữ số lẻ', 'Decimals'),
	('denominator', 'Mẫu số', 'Denominator'),
	('document', 'Văn bản', 'Document'),
	('head', 'Vai trò trong cụm, khối', 'Office in the cluster'),
	('hint', 'Lời chỉ dẫn', 'Hint'),
	('issuer', 'Cơ quan ban hành', 'Issuer'),
	('kind', 'Loại', 'Kind'),
	('kinds', 'Loại đơn vị', 'Kinds of unit'),
	('lines', 'Chỉ số', 'Indicators'),
	('login', 'Tên đăng nhập', 'Sign-in name'),
	('measure', 'Đơn vị tính', 'Measure'),
	('name', 'Tên', 'Name'),
	('note', 'Ghi chú', 'Note'),
	('number', 'Số, ký hiệu', 'Number'),
	('numerator', 'Tử số', 'Numerator'),
	('odd', 'Lý do số khác xa kỳ trước', 'Why figures differ much'),
	('office', 'Tên địa phương', 'Name of the place'),
	('opens', 'Mở nhập từ ngày', 'Opens on'),
	('parent', 'Trực thuộc đơn vị', 'Under'),
	('password_length', 'Số ký tự ít nhất của mật khẩu', 'Least length of a password'),
	('period_from', 'Giai đoạn, từ', 'Period from'),
	('period_to', 'Giai đoạn, đến', 'Period to'),
	('phone', 'Điện thoại', 'Phone'),
	('place', 'Địa danh', 'Place'),
	('plan', 'Kế hoạch', 'Plan'),
	('post', 'Chức vụ', 'Post'),
	('preamble', 'Lời dẫn', 'Preamble'),
	('reason', 'Lý do', 'Reason'),
	('recipients', 'Nơi nhận', 'Recipients'),
	('region', 'Khu vực', 'Region'),
	('role', 'Vai trò', 'Role'),
	('rule', 'Cách cộng', 'How it adds up'),
	('session_hours', 'Số giờ dài nhất của một phiên', 'Longest session, hours'),
	('session_idle_minutes', 'Số phút không dùng thì hết phiên', 'Idle minutes'),
	('short_name', 'Tên gọi tắt', 'Short name'),
	('signer_name', 'Họ tên người ký', 'Signer'),
	('signup_due', 'Hạn đăng ký tham gia', 'Sign-up due'),
	('source', 'Văn bản công nhận số chính thức', 'Source of official figures'),
	('standing_body', 'Cơ quan thường trực', 'Standing body'),
	('state', 'Tình trạng', 'State'),
	('subject', 'Trích yếu', 'Subject'),
	('successor', 'Đơn vị làm tiếp', 'Successor'),
	('sum', 'Phép tính', 'Sum'),
	('support_phone', 'Điện thoại giúp đỡ', 'Phone for help'),
	('targets', 'Chỉ tiêu', 'Targets'),
	('text', 'Diễn giải', 'Text'),
	('title', 'Tên phần', 'Title'),
	('unit', 'Đơn vị', 'Unit'),
	('valid_from', 'Từ ngày', 'From'),
	('valid_to', 'Đến hết ngày', 'To'),
	('window_from', 'Số liệu từ ngày', 'Figures from'),
	('window_to', 'Số liệu đến ngày', 'Figures to');

-- Personal values of a line are emptied by an act that leaves a line of its own.
INSERT INTO ability VALUES
	('audit.erase', 'Xóa giá trị trong nhật ký', 'Erase values of the trail');
INSERT INTO role_ability VALUES ('admin', 'audit.erase', 'below');
INSERT INTO action VALUES
	('audit.erase', 'Xóa giá trị của một dòng nhật ký', 'Values of a line erased');
