-- The trail only grows: a line follows the last one, and nothing takes another's place.
-- SQLite runs no DELETE trigger for the row that a REPLACE removes.

CREATE TRIGGER audit_is_appended BEFORE INSERT ON audit
WHEN NEW.id < 1 OR NEW.id <= (SELECT max(a.id) FROM audit a)
BEGIN SELECT RAISE(ABORT, 'an audit line follows the last one'); END;

CREATE TRIGGER audit_value_is_added BEFORE INSERT ON audit_value
WHEN EXISTS (SELECT 1 FROM audit_value v WHERE v.audit = NEW.audit AND v.field = NEW.field)
BEGIN SELECT RAISE(ABORT, 'an audit value is told once'); END;

CREATE TRIGGER seal_is_added BEFORE INSERT ON seal
WHEN EXISTS (SELECT 1 FROM seal s WHERE s.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a seal is made once'); END;
