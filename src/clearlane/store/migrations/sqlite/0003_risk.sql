-- Who writes a risk profile does not put it in force, and who trained a model does not make it score: the log takes those facts
-- from a second person only, whatever program writes them.
CREATE TRIGGER profiles_go_live_by_a_second_person BEFORE INSERT ON facts
WHEN NEW.subject = 'risk' AND NEW.body ->> 'type' = 'risk-profile-standing' AND NEW.body ->> 'state' = 'live'
BEGIN
    SELECT raise(ABORT, 'A risk profile is put in force by another person than its author.')
    WHERE trim(coalesce(NEW.body ->> 'by', ''), char(9, 10, 11, 12, 13, 32)) = ''
    OR NOT EXISTS (
        SELECT 1 FROM facts AS written
        WHERE written.subject = 'risk' AND written.body ->> 'type' = 'risk-profile-written'
        AND written.body ->> 'code' = NEW.body ->> 'code' AND written.body ->> 'version' = NEW.body ->> 'version'
    )
    OR EXISTS (
        SELECT 1 FROM facts AS written
        WHERE written.subject = 'risk' AND written.body ->> 'type' = 'risk-profile-written'
        AND written.body ->> 'code' = NEW.body ->> 'code' AND written.body ->> 'version' = NEW.body ->> 'version'
        AND lower(trim(written.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32)))
    );
END;
CREATE TRIGGER models_score_by_a_second_person BEFORE INSERT ON facts
WHEN NEW.subject = 'risk' AND NEW.body ->> 'type' = 'risk-model-standing' AND NEW.body ->> 'state' = 'champion'
BEGIN
    SELECT raise(ABORT, 'A model is made to score by another person than who trained it.')
    WHERE trim(coalesce(NEW.body ->> 'by', ''), char(9, 10, 11, 12, 13, 32)) = ''
    OR NOT EXISTS (
        SELECT 1 FROM facts AS kept
        WHERE kept.subject = 'risk' AND kept.body ->> 'type' = 'risk-model-kept' AND kept.body ->> 'version' = NEW.body ->> 'version'
    )
    OR EXISTS (
        SELECT 1 FROM facts AS kept
        WHERE kept.subject = 'risk' AND kept.body ->> 'type' = 'risk-model-kept' AND kept.body ->> 'version' = NEW.body ->> 'version'
        AND lower(trim(kept.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32)))
    );
END;

-- What decisions rested on stays: texts of profiles, lists, references and models that facts name.
CREATE TRIGGER what_risk_rested_on_is_not_erased BEFORE DELETE ON documents
WHEN EXISTS (
    SELECT 1 FROM facts WHERE subject = 'risk' AND OLD.digest IN (body ->> 'digest', body ->> 'card', body ->> 'backtest')
)
BEGIN
    SELECT raise(ABORT, 'What a decision on risk rested on is never erased.');
END;

-- Secrets of draws, sealed; never in the log.
CREATE TABLE sealed (
    name TEXT PRIMARY KEY,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Read models: what is remembered of traders and goods with its two clocks, and how each declaration was selected.
CREATE TABLE happenings (
    seq INTEGER NOT NULL,
    item INTEGER NOT NULL,
    number TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (seq, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX happenings_by_number ON happenings (number);
CREATE TABLE chosen (
    number TEXT PRIMARY KEY,
    office TEXT NOT NULL,
    shift TEXT NOT NULL,
    arm TEXT NOT NULL,
    lane TEXT NOT NULL,
    at TEXT NOT NULL,
    consignment TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX chosen_by_shift ON chosen (office, shift, arm, lane);
CREATE INDEX chosen_by_time ON chosen (at, number);
CREATE INDEX chosen_by_consignment ON chosen (consignment) WHERE consignment <> '';
CREATE TABLE risk_rows (
    number TEXT NOT NULL,
    item INTEGER NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (number, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX risk_rows_by_time ON risk_rows (at, number, item);
CREATE TABLE snapshots (
    name TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
