-- The second factor: its keys lie in secret.db.  Here is what other programs must know.
ALTER TABLE account ADD COLUMN factor INTEGER;	-- since when a code is asked for; NULL: it is not

-- Roles whose holders must have one, with spaces between; none unless the office says so.
INSERT INTO setting (name, value, valid_from) VALUES ('factor_roles', '', '2000-01-01');

-- A notice to one person, whatever he holds; its unit is the one in whose name it was done.
ALTER TABLE notice ADD COLUMN account INTEGER REFERENCES account;
CREATE INDEX notice_by_account ON notice (account) WHERE account IS NOT NULL;
INSERT INTO notice_kind (kind, duty, tag, label_vi, label_en) VALUES
	('factor_reset', '', 'back', 'Người quản trị đã đặt lại xác minh hai bước của bạn',
	 'An administrator has reset your two-step verification');

INSERT INTO action (action, label_vi, label_en) VALUES
	('account.code_asked', 'Mật khẩu đúng, chờ mã xác minh', 'Password right, code asked for'),
	('account.code_wrong', 'Mã xác minh sai', 'Wrong verification code'),
	('account.code_paper', 'Đăng nhập bằng mã dự phòng', 'Signed in by a recovery code'),
	('account.factor_key', 'Lấy khóa xác minh hai bước (chưa bật)', 'Key of two-step verification made, not yet on'),
	('account.factor_begun', 'Bắt đầu đổi xác minh hai bước', 'Change of two-step verification begun'),
	('account.factor_on', 'Bật xác minh hai bước', 'Two-step verification turned on'),
	('account.factor_off', 'Tắt xác minh hai bước', 'Two-step verification turned off'),
	('account.factor_codes', 'Cấp lại mã dự phòng', 'New recovery codes'),
	('account.factor_reset', 'Đặt lại xác minh hai bước của một người', 'Two-step verification of a person reset');
INSERT INTO action_field (field, label_vi, label_en) VALUES
	('factor_roles', 'Vai trò phải dùng xác minh hai bước', 'Roles that need two-step verification');
