-- When the portal is copied by itself, and which copies stay: each of the last so many
-- days that have one, and of so many weeks.  Where to is the machine's (PORTAL_BACKUP).
INSERT INTO setting (name, value, valid_from) VALUES
	('backup_hour', '2', '2000-01-01'),
	('backup_days', '14', '2000-01-01'),
	('backup_weeks', '8', '2000-01-01');

INSERT INTO action VALUES
	('backup.restore', 'Khôi phục từ bản sao lưu', 'Restored from a backup');
INSERT INTO action_field VALUES
	('backup', 'Bản sao lưu', 'Backup'),
	('backup_hour', 'Giờ sao lưu hằng ngày', 'Hour of the daily backup'),
	('backup_days', 'Số ngày giữ bản sao lưu', 'Days whose backup is kept'),
	('backup_weeks', 'Số tuần giữ bản sao lưu', 'Weeks of which a backup is kept');
