-- A line is the next one: of a line far ahead none could be the next, and the portal would stand
-- still for good.

DROP TRIGGER audit_is_appended;
CREATE TRIGGER audit_is_appended BEFORE INSERT ON audit
WHEN NEW.id <> 1 + (SELECT coalesce(max(a.id), 0) FROM audit a)
BEGIN SELECT RAISE(ABORT, 'an audit line follows the last one'); END;
