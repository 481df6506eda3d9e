-- The tree over the log, derived from it but for the secret and what was signed: neither is ever changed.
CREATE TABLE ledger_secret (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    secret BLOB NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE TABLE ledger_tiles (
    level INTEGER NOT NULL,
    place INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (level, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_keys (
    place INTEGER PRIMARY KEY,
    vkey TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE ledger_checkpoints (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL
) STRICT;
CREATE TRIGGER ledger_secret_is_not_changed BEFORE UPDATE ON ledger_secret
BEGIN
    SELECT raise(ABORT, 'The secret of the ledger is never changed.');
END;
CREATE TRIGGER ledger_secret_is_not_removed BEFORE DELETE ON ledger_secret
BEGIN
    SELECT raise(ABORT, 'The secret of the ledger is never removed.');
END;
CREATE TRIGGER ledger_keys_are_not_removed BEFORE DELETE ON ledger_keys
BEGIN
    SELECT raise(ABORT, 'A key of the ledger is never removed.');
END;
CREATE TRIGGER ledger_checkpoints_are_not_removed BEFORE DELETE ON ledger_checkpoints
BEGIN
    SELECT raise(ABORT, 'Checkpoints are never removed.');
END;
