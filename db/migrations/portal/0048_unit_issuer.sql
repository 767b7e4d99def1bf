-- An area's papers are headed by what governs it there, not by the area (Decree
-- 30/2020/NĐ-CP, Annex I, II.2.b; Law 72/2025/QH15); '': by the unit's own name.
ALTER TABLE unit_kind ADD COLUMN authority TEXT NOT NULL DEFAULT '';
UPDATE unit_kind SET authority = 'Ủy ban nhân dân' WHERE kind IN ('province', 'district', 'commune');

-- What heads its papers, from day to day; a name that says so already stays as it is.
CREATE VIEW unit_issuer AS
SELECT n.unit, CASE WHEN k.authority = '' OR n.name_plain LIKE 'ubnd %'
    OR n.name_plain LIKE 'uy ban nhan dan %' THEN n.name
  ELSE k.authority || ' ' || n.name END AS name, n.valid_from, n.valid_to
FROM unit_name n JOIN unit_kind k ON k.kind = n.kind;

-- Over an agency's papers too stands what governs the area (II.2.a of the same Annex).
DROP VIEW unit_over;
CREATE VIEW unit_over AS
SELECT n.unit, w.name, max(n.valid_from, a.valid_from, w.valid_from) AS valid_from,
  min(n.valid_to, a.valid_to, w.valid_to) AS valid_to
FROM unit_name n
JOIN unit_kind k ON k.kind = n.kind AND k.over = 1
JOIN unit_parent a ON a.unit = n.unit AND a.tree = 'manage'
JOIN unit_issuer w ON w.unit = a.parent;
