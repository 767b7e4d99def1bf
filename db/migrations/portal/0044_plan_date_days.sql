-- How long before the day of a date each thing about it is done: of each kind of date.

-- The ready request goes out at most so many days before, for it is not taken back.
ALTER TABLE plan_date_kind ADD COLUMN ask_days INTEGER NOT NULL DEFAULT 180 CHECK (ask_days >= 0);
-- It is a task of who keeps the date from so many days before: a round takes time.
ALTER TABLE plan_date_kind ADD COLUMN near_days INTEGER NOT NULL DEFAULT 30 CHECK (near_days >= 0);
-- From the last day of the figures to the day on which they are due.  Nghị định 09/2019/NĐ-CP has
-- the 14th (Điều 12) and the 25th (Điều 13).
ALTER TABLE plan_date_kind ADD COLUMN due_days INTEGER NOT NULL DEFAULT 11 CHECK (due_days >= 0);
