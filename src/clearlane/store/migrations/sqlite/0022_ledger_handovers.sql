-- The notes by which one key that signs for the log hands over to the next: what the log is signed with is never exchanged in silence.
CREATE TABLE ledger_handovers (
    place INTEGER PRIMARY KEY,
    note TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER ledger_handovers_are_not_changed BEFORE UPDATE ON ledger_handovers
BEGIN
    SELECT raise(ABORT, 'A handover of a key is never changed.');
END;
CREATE TRIGGER ledger_handovers_are_not_removed BEFORE DELETE ON ledger_handovers
BEGIN
    SELECT raise(ABORT, 'A handover of a key is never removed.');
END;
CREATE TRIGGER ledger_keys_are_not_changed BEFORE UPDATE ON ledger_keys
BEGIN
    SELECT raise(ABORT, 'A key of the ledger is never changed.');
END;
