-- Second factors (xác minh hai bước): a key that an app holds as well, and codes on paper.

CREATE TABLE factor (
	account INTEGER PRIMARY KEY,	-- account.id of portal.db
	key     TEXT NOT NULL,		-- base32, as it is typed into the app
	made    INTEGER NOT NULL,
	session INTEGER NOT NULL,	-- in which it was shown: only there it may be proved
	since   INTEGER,		-- proved by a code; NULL: not yet, and it counts for nothing
	step    INTEGER NOT NULL DEFAULT 0,	-- the last of whose codes was taken
	salt    TEXT NOT NULL DEFAULT ''	-- of the codes on paper
) STRICT;

-- Codes on paper (mã dự phòng), each good once.
CREATE TABLE factor_code (
	account INTEGER NOT NULL,
	hash    TEXT NOT NULL,		-- Argon2id of the code and factor.salt, in hex
	used    INTEGER,
	PRIMARY KEY (account, hash)
) STRICT, WITHOUT ROWID;

-- A sign-in whose password was right and whose code is not there yet: no session, and good
-- for nothing but to be asked for the code.
CREATE TABLE halfway (
	token   TEXT PRIMARY KEY,	-- SHA-256 of what the cookie holds
	account INTEGER NOT NULL,
	until   INTEGER NOT NULL,
	wrong   INTEGER NOT NULL DEFAULT 0	-- codes
) STRICT;

CREATE INDEX halfway_by_account ON halfway (account);

-- Browsers from which someone has signed in.  It lets nobody in: only his wrong tries are
-- counted apart from those of strangers.
CREATE TABLE device (
	token   TEXT NOT NULL,		-- SHA-256 of what the cookie holds
	account INTEGER NOT NULL,
	last    INTEGER NOT NULL,
	PRIMARY KEY (token, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX device_by_account ON device (account);
