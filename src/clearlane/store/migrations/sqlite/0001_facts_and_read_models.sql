-- The log of facts is the authority. It only ever grows, one place after another.
CREATE TABLE facts (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX facts_by_subject ON facts (subject);
CREATE TRIGGER facts_follow_one_another BEFORE INSERT ON facts
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM facts)
BEGIN
    SELECT raise(ABORT, 'A fact is written at the end of the log, and nowhere else.');
END;
CREATE TRIGGER facts_are_not_changed BEFORE UPDATE ON facts
BEGIN
    SELECT raise(ABORT, 'Facts are never changed.');
END;
CREATE TRIGGER facts_are_not_removed BEFORE DELETE ON facts
BEGIN
    SELECT raise(ABORT, 'Facts are never removed.');
END;

-- Beside the log: messages and signatures under their SHA-256. These may be erased.
CREATE TABLE documents (
    digest TEXT PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;

-- Read models, derived from the log: they can be dropped and made anew.
CREATE TABLE cases (
    number TEXT PRIMARY KEY,
    declarant TEXT NOT NULL,
    reference TEXT NOT NULL,
    state TEXT NOT NULL,
    lane TEXT NOT NULL,
    outside_number TEXT NOT NULL,
    currency TEXT NOT NULL,
    duty TEXT NOT NULL,
    lodged_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_change ON cases (changed_at, number);
CREATE INDEX cases_by_declarant ON cases (declarant, changed_at, number);
CREATE INDEX cases_by_state ON cases (state, changed_at, number);
CREATE INDEX cases_by_lane ON cases (lane, changed_at, number);
CREATE INDEX cases_by_reference ON cases (reference);
CREATE INDEX cases_by_outside_number ON cases (outside_number) WHERE outside_number <> '';

CREATE TABLE tallies (
    state TEXT NOT NULL,
    lane TEXT NOT NULL,
    currency TEXT NOT NULL,
    cases INTEGER NOT NULL,
    priced INTEGER NOT NULL,
    duty TEXT NOT NULL,
    PRIMARY KEY (state, lane, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
    place INTEGER PRIMARY KEY,
    declarant TEXT NOT NULL,
    reference TEXT NOT NULL,
    number TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_by_reference ON attempts (reference, declarant);
CREATE INDEX attempts_by_number ON attempts (number);

CREATE TABLE series (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
