-- The notes by which one key that signs for the log hands over to the next: what the log is signed with is never exchanged in silence.
CREATE TABLE ledger_handovers (
    place bigint PRIMARY KEY,
    note text COLLATE "C" NOT NULL UNIQUE
);
CREATE TRIGGER ledger_handovers_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_handovers
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_touch_the_ledger();
CREATE TRIGGER ledger_keys_are_not_changed BEFORE UPDATE ON ledger_keys
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_touch_the_ledger();
