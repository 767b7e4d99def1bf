-- A check may be an inequality: poor households are at most all households, hence
-- no rate above 100 %.  Its signed terms add up to zero, or to at most zero.
ALTER TABLE indicator_check ADD COLUMN relation TEXT NOT NULL DEFAULT '='
	CHECK (relation IN ('=', '<='));

UPDATE action SET label_vi = 'Thêm phép kiểm tra số liệu', label_en = 'Check of figures added'
	WHERE action = 'indicator_check.add';
UPDATE action SET label_vi = 'Bỏ phép kiểm tra số liệu', label_en = 'Check of figures dropped'
	WHERE action = 'indicator_check.drop';
