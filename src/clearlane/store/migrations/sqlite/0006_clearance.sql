-- What takes two officers takes two persons: the log takes no second signature of the first officer, whatever program writes it.
CREATE TRIGGER acts_are_countersigned_by_another BEFORE INSERT ON facts
WHEN instr(NEW.body, '"countersigned"') > 0 AND NEW.body ->> 'type' = 'countersigned'
BEGIN
    SELECT raise(ABORT, 'The second signature is another officer''s.')
    WHERE EXISTS (
        SELECT 1 FROM facts AS asked
        WHERE asked.seq = NEW.body ->> 'asked' AND asked.body ->> 'type' = 'countersignature-asked'
        AND (
            asked.subject <> NEW.subject OR trim(coalesce(NEW.body ->> 'by', ''), char(9, 10, 11, 12, 13, 32)) = ''
            OR lower(trim(asked.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32)))
        )
    );
END;
