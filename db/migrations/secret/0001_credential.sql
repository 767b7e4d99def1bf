-- Passwords: a file of its own that the program `account` alone opens.

CREATE TABLE credential (
	account INTEGER PRIMARY KEY,	-- account.id of portal.db
	hash    TEXT NOT NULL,		-- Argon2id, as libsodium writes it
	changed INTEGER NOT NULL
) STRICT;

-- Failed sign-ins by login, by address and by both: how long to wait, never for good.
CREATE TABLE attempt (
	key      TEXT PRIMARY KEY,	-- 'login:' and a digest, that and '@...', 'address:...'
	failures INTEGER NOT NULL,
	last     INTEGER NOT NULL
) STRICT;

CREATE INDEX attempt_by_last ON attempt (last);
