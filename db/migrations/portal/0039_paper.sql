-- The body above (cơ quan chủ quản) stands over a document's issuer where that is a body of
-- a People's Committee; a committee itself, the Front and others have none there (Decree
-- 30/2020/NĐ-CP, Annex I, II.2.a).
ALTER TABLE unit_kind ADD COLUMN over INTEGER NOT NULL DEFAULT 0;
UPDATE unit_kind SET over = 1 WHERE kind IN ('department', 'agency');

-- What it was called then, by the names of both on those days.
CREATE VIEW unit_over AS
SELECT n.unit, w.name, max(n.valid_from, a.valid_from, w.valid_from) AS valid_from,
  min(n.valid_to, a.valid_to, w.valid_to) AS valid_to
FROM unit_name n
JOIN unit_kind k ON k.kind = n.kind AND k.over = 1
JOIN unit_parent a ON a.unit = n.unit AND a.tree = 'manage'
JOIN unit_name w ON w.unit = a.parent;
