-- Who was shown personal data may be forgotten after a time the office has set, and only up to a day that the log names: whoever removes
-- lines leaves the fact that he did, with how many.
CREATE TABLE reads_expired (before TEXT NOT NULL) STRICT;
CREATE TRIGGER expiry_of_reads_is_a_fact BEFORE INSERT ON reads_expired
BEGIN
    SELECT raise(ABORT, 'Lines of who was shown personal data are never removed without a fact of it.')
    WHERE NOT EXISTS (
        SELECT 1 FROM facts AS said
        WHERE said.subject = 'people' AND said.body ->> 'type' = 'reads-expired' AND said.body ->> 'before' = NEW.before
    );
END;
CREATE TRIGGER expiry_of_reads_is_not_changed BEFORE UPDATE ON reads_expired
BEGIN
    SELECT raise(ABORT, 'When lines of who was shown personal data were removed is never changed.');
END;
DROP TRIGGER reads_are_not_removed;
CREATE TRIGGER reads_are_not_removed BEFORE DELETE ON reads
BEGIN
    SELECT raise(ABORT, 'Who was shown personal data is never removed before its time.')
    WHERE OLD.at >= coalesce((SELECT max(before) FROM reads_expired), '');
END;
