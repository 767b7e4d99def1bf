-- Splits and transfers of a part have pages of their own, so lines of their own.
INSERT INTO action VALUES
	('unit.part', 'Điều chuyển một phần đơn vị', 'Part of a unit transferred'),
	('unit.split', 'Chia đơn vị', 'Unit split');
