-- Who writes a risk profile does not put it in force, and who trained a model does not make it score: the log takes those facts
-- from a second person only, whatever program writes them.
CREATE FUNCTION demand_a_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given json := NEW.body::json;
    person text := lower(btrim(coalesce(given ->> 'by', ''), E' \t\n\v\f\r'));
BEGIN
    IF given ->> 'type' = 'risk-profile-standing' AND given ->> 'state' = 'live' AND (person = '' OR NOT coalesce((
        SELECT bool_and(lower(btrim(written.body::json ->> 'by', E' \t\n\v\f\r')) <> person)
        FROM facts AS written
        WHERE written.subject = 'risk' AND written.body::json ->> 'type' = 'risk-profile-written'
        AND written.body::json ->> 'code' = given ->> 'code' AND written.body::json ->> 'version' = given ->> 'version'
    ), false)) THEN
        RAISE EXCEPTION 'A risk profile is put in force by another person than its author.' USING ERRCODE = 'check_violation';
    END IF;
    IF given ->> 'type' = 'risk-model-standing' AND given ->> 'state' = 'champion' AND (person = '' OR NOT coalesce((
        SELECT bool_and(lower(btrim(kept.body::json ->> 'by', E' \t\n\v\f\r')) <> person)
        FROM facts AS kept
        WHERE kept.subject = 'risk' AND kept.body::json ->> 'type' = 'risk-model-kept' AND kept.body::json ->> 'version' = given ->> 'version'
    ), false)) THEN
        RAISE EXCEPTION 'A model is made to score by another person than who trained it.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER risk_is_decided_by_two AFTER INSERT ON facts
FOR EACH ROW WHEN (NEW.subject = 'risk') EXECUTE FUNCTION demand_a_second_person();

-- What decisions rested on stays: texts of profiles, lists, references and models that facts name.
CREATE FUNCTION refuse_to_erase_what_risk_rested_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM facts WHERE subject = 'risk'
        AND OLD.digest IN (body::json ->> 'digest', body::json ->> 'card', body::json ->> 'backtest')
    ) THEN
        RAISE EXCEPTION 'What a decision on risk rested on is never erased.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER what_risk_rested_on_is_not_erased BEFORE DELETE ON documents
FOR EACH ROW EXECUTE FUNCTION refuse_to_erase_what_risk_rested_on();

-- Secrets of draws, sealed; never in the log.
CREATE TABLE sealed (
    name text COLLATE "C" PRIMARY KEY,
    body bytea NOT NULL
);

-- Read models: what is remembered of traders and goods with its two clocks, and how each declaration was selected.
CREATE TABLE happenings (
    seq bigint NOT NULL,
    item bigint NOT NULL,
    number text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    PRIMARY KEY (seq, item)
);
CREATE INDEX happenings_by_number ON happenings (number);
CREATE TABLE chosen (
    number text COLLATE "C" PRIMARY KEY,
    office text COLLATE "C" NOT NULL,
    shift text COLLATE "C" NOT NULL,
    arm text COLLATE "C" NOT NULL,
    lane text COLLATE "C" NOT NULL,
    at text COLLATE "C" NOT NULL,
    consignment text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL
);
CREATE INDEX chosen_by_shift ON chosen (office, shift, arm, lane);
CREATE INDEX chosen_by_time ON chosen (at, number);
CREATE INDEX chosen_by_consignment ON chosen (consignment) WHERE consignment <> '';
CREATE TABLE risk_rows (
    number text COLLATE "C" NOT NULL,
    item bigint NOT NULL,
    at text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    PRIMARY KEY (number, item)
);
CREATE INDEX risk_rows_by_time ON risk_rows (at, number, item);
CREATE TABLE snapshots (
    name text COLLATE "C" PRIMARY KEY,
    seq bigint NOT NULL,
    body bytea NOT NULL
);
