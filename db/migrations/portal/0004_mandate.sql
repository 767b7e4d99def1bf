-- Who may do what, where, from when to when.  A route names an ability; roles
-- carry abilities; a mandate (account x unit x role x days) gives them a place.

CREATE TABLE role (
	role     TEXT PRIMARY KEY,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL,
	seq      INTEGER NOT NULL
) STRICT;

INSERT INTO role VALUES
	('unit_officer', 'Cán bộ nhập liệu của đơn vị',                  'Unit officer',             1),
	('unit_leader',  'Lãnh đạo đơn vị (gửi báo cáo)',                'Unit leader',              2),
	('specialist',   'Chuyên viên cơ quan thường trực',              'Standing-body specialist', 3),
	('council',      'Thành viên Hội đồng Thi đua - Khen thưởng',    'Council member',           4),
	('signer',       'Lãnh đạo ký ban hành',                         'Signing leader',           5),
	('clerk',        'Văn thư',                                      'Registry clerk',           6),
	('admin',        'Quản trị',                                     'Administrator',            7),
	('auditor',      'Thanh tra, kiểm toán (chỉ xem)',               'Auditor (reads all)',      8);

CREATE TABLE ability (
	ability  TEXT PRIMARY KEY,
	label_vi TEXT NOT NULL,
	label_en TEXT NOT NULL
) STRICT;

INSERT INTO ability VALUES
	('plan.view',      'Xem kế hoạch chưa ban hành',            'See plans not yet issued'),
	('plan.write',     'Soạn kế hoạch, trình ký',               'Draft plans and submit them'),
	('plan.approve',   'Duyệt kế hoạch',                        'Approve plans'),
	('plan.issue',     'Cấp số, ban hành kế hoạch',             'Number and issue plans'),
	('plan.record',    'Ghi nhận kế hoạch đã ban hành trên giấy', 'Record plans issued on paper'),
	('plan.receive',   'Ký nhận kế hoạch',                      'Acknowledge plans'),
	('plan.follow',    'Theo dõi việc nhận kế hoạch',           'Follow who has received plans'),
	('unit.change',    'Sửa cây đơn vị',                        'Change the tree of units'),
	('signup.write',   'Đăng ký tham gia, chỉ tiêu',            'Sign up and state targets'),
	('signup.review',  'Trả lại bản đăng ký',                   'Return sign-ups'),
	('signup.follow',  'Theo dõi việc đăng ký',                 'Follow sign-ups'),
	('report.write',   'Nhập báo cáo',                          'Fill in reports'),
	('report.send',    'Gửi báo cáo',                           'Send reports'),
	('report.view',    'Xem báo cáo',                           'Read reports'),
	('report.review',  'Tiếp nhận, trả lại báo cáo',            'Accept and return reports'),
	('report.design',  'Lập mẫu và kỳ báo cáo',                 'Design report forms and periods'),
	('report.follow',  'Xem tổng hợp, đơn vị chậm',             'See totals and who is late'),
	('account.manage', 'Quản lý người dùng, giao vai trò',      'Manage people and mandates'),
	('audit.read',     'Xem nhật ký',                           'Read the trail');

-- How far an ability reaches from the mandate's unit: that unit alone, or all
-- that is under it as well.
CREATE TABLE role_ability (
	role    TEXT NOT NULL REFERENCES role,
	ability TEXT NOT NULL REFERENCES ability,
	scope   TEXT NOT NULL CHECK (scope IN ('own', 'below')),
	PRIMARY KEY (role, ability)
) STRICT;

INSERT INTO role_ability VALUES
	('unit_officer', 'plan.receive',   'own'),
	('unit_officer', 'signup.write',   'own'),
	('unit_officer', 'report.write',   'own'),
	('unit_officer', 'report.view',    'below'),
	('unit_officer', 'report.follow',  'below'),
	('unit_leader',  'plan.receive',   'own'),
	('unit_leader',  'signup.write',   'own'),
	('unit_leader',  'report.send',    'own'),
	('unit_leader',  'report.view',    'below'),
	('unit_leader',  'report.follow',  'below'),
	('specialist',   'plan.view',      'below'),
	('specialist',   'plan.write',     'below'),
	('specialist',   'plan.record',    'below'),
	('specialist',   'plan.follow',    'below'),
	('specialist',   'signup.review',  'below'),
	('specialist',   'signup.follow',  'below'),
	('specialist',   'report.view',    'below'),
	('specialist',   'report.review',  'below'),
	('specialist',   'report.design',  'below'),
	('specialist',   'report.follow',  'below'),
	('council',      'plan.follow',    'below'),
	('council',      'signup.follow',  'below'),
	('council',      'report.view',    'below'),
	('council',      'report.follow',  'below'),
	('signer',       'plan.view',      'below'),
	('signer',       'plan.approve',   'below'),
	('signer',       'plan.follow',    'below'),
	('signer',       'signup.follow',  'below'),
	('signer',       'report.view',    'below'),
	('signer',       'report.follow',  'below'),
	('clerk',        'plan.view',      'below'),
	('clerk',        'plan.issue',     'below'),
	('clerk',        'plan.follow',    'below'),
	('admin',        'unit.change',    'below'),
	('admin',        'account.manage', 'below'),
	('auditor',      'plan.view',      'below'),
	('auditor',      'plan.follow',    'below'),
	('auditor',      'signup.follow',  'below'),
	('auditor',      'report.view',    'below'),
	('auditor',      'report.follow',  'below'),
	('auditor',      'audit.read',     'below');

CREATE TABLE mandate (
	id         INTEGER PRIMARY KEY,
	account    INTEGER NOT NULL REFERENCES account,
	unit       INTEGER NOT NULL REFERENCES unit,
	role       TEXT NOT NULL REFERENCES role,
	post       TEXT NOT NULL DEFAULT '',	-- chức vụ, phòng
	valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
	valid_to   TEXT NOT NULL CHECK (valid_to IS date(valid_to) AND valid_to >= valid_from),
	document   TEXT NOT NULL DEFAULT ''	-- the decision that gave it
) STRICT;

CREATE INDEX mandate_by_account ON mandate (account);
CREATE INDEX mandate_by_unit ON mandate (unit);

-- Joined by every list before it is searched, sorted, counted or summed: the
-- units that an account may act on by an ability, and the days.  A missing row
-- denies.
CREATE VIEW mandate_scope AS
SELECT m.account, a.ability, u.unit, m.id AS mandate, m.role,
	m.valid_from AS mandate_from, m.valid_to AS mandate_to,
	u.valid_from AS unit_from, u.valid_to AS unit_to
FROM mandate m
JOIN role_ability a ON a.role = m.role
JOIN unit_under u ON u.ancestor = m.unit AND (a.scope = 'below' OR u.depth = 0);
