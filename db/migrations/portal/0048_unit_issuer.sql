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
