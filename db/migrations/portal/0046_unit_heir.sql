-- What became of a unit that was merged or split: the day on which it ended, and each that came in
-- its place.  A chain of them is walked by who asks, for he has a day, and each link must have
-- ended before it.
CREATE VIEW unit_heir AS
SELECT s.unit, u.valid_to AS ended, s.successor AS heir
FROM unit_succession s
JOIN unit_event e ON e.id = s.event AND e.kind IN ('merge', 'split')
JOIN unit u ON u.id = s.unit;

-- What the round is called that is opened from a date of a plan, before the plan's number.
ALTER TABLE plan_date_kind ADD COLUMN round_name TEXT NOT NULL DEFAULT '';
UPDATE plan_date_kind SET round_name = 'Đánh giá sơ kết' WHERE round = 'midterm';
UPDATE plan_date_kind SET round_name = 'Đánh giá tổng kết' WHERE round = 'final';
