-- Duty that falls, in all, by the amount that the log itself names, the log takes with a second officer's signature only, whatever program writes it.
CREATE TRIGGER large_reductions_take_two BEFORE INSERT ON facts
WHEN instr(NEW.body, '"duty-reduced"') > 0 AND NEW.body ->> 'type' = 'duty-reduced'
BEGIN
    SELECT raise(ABORT, 'So large an amount is taken off by two officers.')
    WHERE (SELECT sum(abs(CAST(one.value ->> 'minor' AS INTEGER))) FROM json_each(NEW.body, '$.reductions') AS one)
        + (
            SELECT coalesce(sum(abs(CAST(one.value ->> 'minor' AS INTEGER))), 0)
            FROM facts AS before, json_each(before.body, '$.reductions') AS one
            WHERE before.subject = NEW.subject AND instr(before.body, '"duty-reduced"') > 0 AND before.body ->> 'type' = 'duty-reduced'
        ) >= max(1, (
        SELECT CAST(body ->> 'money' AS INTEGER) FROM facts
        WHERE subject = 'clearance-law' AND body ->> 'type' = 'two-officers-from' ORDER BY seq DESC LIMIT 1
    ))
    AND NOT EXISTS (
        SELECT 1 FROM facts AS signed JOIN facts AS asked ON asked.seq = signed.body ->> 'asked' AND asked.subject = NEW.subject
        WHERE signed.subject = NEW.subject AND instr(signed.body, '"countersigned"') > 0 AND signed.body ->> 'type' = 'countersigned'
        AND signed.body ->> 'granted' AND asked.body ->> 'kind' = 'duty-reduced'
        AND signed.seq > coalesce((
            SELECT max(fell.seq) FROM facts AS fell
            WHERE fell.subject = NEW.subject AND instr(fell.body, '"duty-reduced"') > 0 AND fell.body ->> 'type' = 'duty-reduced'
        ), 0)
    );
END;
