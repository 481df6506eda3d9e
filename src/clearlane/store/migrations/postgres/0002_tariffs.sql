-- Who loads a tariff does not put it in force: the log takes the fact from a second officer only, whatever program writes it.
CREATE FUNCTION demand_a_second_officer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given json := NEW.body::json;
    officer text := lower(btrim(coalesce(given ->> 'by', ''), E' \t\n\v\f\r'));
BEGIN
    IF given ->> 'type' <> 'tariff-activated' THEN
        RETURN NULL;
    END IF;
    IF officer = '' OR NOT coalesce((
        SELECT bool_and(lower(btrim(loaded.body::json ->> 'by', E' \t\n\v\f\r')) <> officer)
        FROM facts AS loaded
        WHERE loaded.subject = 'tariff' AND loaded.body::json ->> 'type' = 'tariff-loaded'
        AND loaded.body::json ->> 'version' = given ->> 'version'
    ), false) THEN
        RAISE EXCEPTION 'A tariff is put in force by another officer than the one who loaded it.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER tariffs_go_live_by_a_second_officer AFTER INSERT ON facts
FOR EACH ROW WHEN (NEW.subject = 'tariff') EXECUTE FUNCTION demand_a_second_officer();

-- A tariff that was loaded stays: amounts assessed under it must come out the same for as long as the log stands.
CREATE FUNCTION refuse_to_erase_tariffs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM facts
        WHERE subject = 'tariff' AND kind = 'tariff-loaded' AND body::json ->> 'digest' = OLD.digest
    ) THEN
        RAISE EXCEPTION 'A tariff that was loaded is never erased.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER tariffs_are_not_erased BEFORE DELETE ON documents
FOR EACH ROW EXECUTE FUNCTION refuse_to_erase_tariffs();
CREATE FUNCTION refuse_to_change_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Documents are kept as they came, or erased.';
END
$$;
CREATE TRIGGER documents_are_not_changed BEFORE UPDATE ON documents
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_documents();

-- Declarations whose duty must be looked at again, found without reading the whole log.
CREATE INDEX facts_of_reassessment ON facts (seq) WHERE kind = 'reassessment-due';
