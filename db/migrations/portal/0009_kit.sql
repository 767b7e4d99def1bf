-- What the next page says was done: "Đã gửi báo cáo".
ALTER TABLE posted ADD COLUMN said TEXT NOT NULL DEFAULT '';
