-- The log of facts is the authority. It only ever grows, one place after another.
CREATE TABLE facts (
    seq bigint PRIMARY KEY,
    at text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL
);
CREATE INDEX facts_by_subject ON facts (subject, seq);
CREATE FUNCTION refuse_to_touch_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Facts are never changed or removed.';
END
$$;
CREATE TRIGGER facts_are_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON facts
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_touch_facts();

-- Beside the log: messages and signatures under their SHA-256. These may be erased.
CREATE TABLE documents (
    digest text COLLATE "C" PRIMARY KEY,
    body bytea NOT NULL
);
-- Compressing each document would take longer than writing it.
ALTER TABLE documents ALTER COLUMN body SET STORAGE EXTERNAL;

-- Read models, derived from the log: they can be dropped and made anew.
CREATE TABLE cases (
    number text COLLATE "C" PRIMARY KEY,
    declarant text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    lane text COLLATE "C" NOT NULL,
    outside_number text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    duty text COLLATE "C" NOT NULL,
    lodged_at text COLLATE "C" NOT NULL,
    changed_at text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL
);
CREATE INDEX cases_by_change ON cases (changed_at, number);
CREATE INDEX cases_by_declarant ON cases (declarant, changed_at, number);
CREATE INDEX cases_by_state ON cases (state, changed_at, number);
CREATE INDEX cases_by_lane ON cases (lane, changed_at, number);
CREATE INDEX cases_by_reference ON cases (reference);
CREATE INDEX cases_by_outside_number ON cases (outside_number) WHERE outside_number <> '';

CREATE TABLE tallies (
    state text COLLATE "C" NOT NULL,
    lane text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    cases bigint NOT NULL,
    priced bigint NOT NULL,
    duty text COLLATE "C" NOT NULL,
    PRIMARY KEY (state, lane, currency)
);

CREATE TABLE attempts (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    declarant text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    number text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL
);
CREATE INDEX attempts_by_reference ON attempts (reference, declarant);
CREATE INDEX attempts_by_number ON attempts (number);

CREATE TABLE series (
    name text COLLATE "C" PRIMARY KEY,
    last bigint NOT NULL
);
