-- The tree over the log, derived from it but for the secret and what was signed: neither is ever changed.
CREATE TABLE ledger_secret (
    one bigint PRIMARY KEY CHECK (one = 1),
    secret bytea NOT NULL,
    digest text COLLATE "C" NOT NULL
);
CREATE TABLE ledger_tiles (
    level bigint NOT NULL,
    place bigint NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (level, place)
);
ALTER TABLE ledger_tiles ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE ledger_keys (
    place bigint PRIMARY KEY,
    vkey text COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE ledger_checkpoints (
    size bigint PRIMARY KEY,
    note text COLLATE "C" NOT NULL
);
CREATE FUNCTION refuse_to_touch_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What the ledger stands on is never changed or removed.';
END
$$;
CREATE TRIGGER ledger_secret_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_secret
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_touch_the_ledger();
CREATE TRIGGER ledger_keys_are_not_removed BEFORE DELETE OR TRUNCATE ON ledger_keys
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_touch_the_ledger();
CREATE TRIGGER ledger_checkpoints_are_not_removed BEFORE DELETE OR TRUNCATE ON ledger_checkpoints
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_touch_the_ledger();
