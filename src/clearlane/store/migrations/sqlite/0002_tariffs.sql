-- Who loads a tariff does not put it in force: the log takes the fact from a second officer only, whatever program writes it.
CREATE TRIGGER tariffs_go_live_by_a_second_officer BEFORE INSERT ON facts
WHEN NEW.subject = 'tariff' AND NEW.body ->> 'type' = 'tariff-activated'
BEGIN
    SELECT raise(ABORT, 'A tariff is put in force by another officer than the one who loaded it.')
    WHERE trim(coalesce(NEW.body ->> 'by', ''), char(9, 10, 11, 12, 13, 32)) = ''
    OR NOT EXISTS (
        SELECT 1 FROM facts AS loaded
        WHERE loaded.subject = 'tariff' AND loaded.body ->> 'type' = 'tariff-loaded'
        AND loaded.body ->> 'version' = NEW.body ->> 'version'
    )
    OR EXISTS (
        SELECT 1 FROM facts AS loaded
        WHERE loaded.subject = 'tariff' AND loaded.body ->> 'type' = 'tariff-loaded'
        AND loaded.body ->> 'version' = NEW.body ->> 'version'
        AND lower(trim(loaded.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32)))
    );
END;

-- A tariff that was loaded stays: amounts assessed under it must come out the same for as long as the log stands.
CREATE TRIGGER tariffs_are_not_erased BEFORE DELETE ON documents
WHEN EXISTS (
    SELECT 1 FROM facts
    WHERE subject = 'tariff' AND body ->> 'type' = 'tariff-loaded' AND body ->> 'digest' = OLD.digest
)
BEGIN
    SELECT raise(ABORT, 'A tariff that was loaded is never erased.');
END;
CREATE TRIGGER documents_are_not_changed BEFORE UPDATE ON documents
BEGIN
    SELECT raise(ABORT, 'Documents are kept as they came, or erased.');
END;

-- Declarations whose duty must be looked at again, found without reading the whole log.
CREATE INDEX facts_of_reassessment ON facts (seq) WHERE kind = 'reassessment-due';
