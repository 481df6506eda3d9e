-- Whoever signs is named once, in plain signs: what cannot be written two ways cannot be two persons, whatever program writes it.
CREATE TRIGGER signers_are_plain BEFORE INSERT ON facts
WHEN instr(NEW.body, '"by"') OR instr(NEW.body, '"second"') OR instr(NEW.body, '\u')
BEGIN
    SELECT raise(ABORT, 'Whoever signs is named once, in plain signs.')
    WHERE (NEW.body ->> 'by') GLOB '*[^' || char(9) || '-' || char(13) || ' -~]*'
    OR (NEW.body ->> 'second') GLOB '*[^' || char(9) || '-' || char(13) || ' -~]*'
    OR (SELECT count(*) > count(DISTINCT key) FROM json_each(NEW.body) WHERE key IN ('by', 'second', 'type'));
END;
