-- What a second officer must sign, the log takes with his signature only, whatever program writes it: a check concluded with satisfaction
-- though a profile or the law asked for it and nobody looked, and duty found missing from the amount on that the log itself names.
CREATE TRIGGER downgrades_take_two BEFORE INSERT ON facts
WHEN instr(NEW.body, '"check-ended"') > 0 AND NEW.body ->> 'type' = 'check-ended' AND NEW.body ->> 'satisfied'
BEGIN
    SELECT raise(ABORT, 'A check that nobody carried out is concluded by two officers.')
    WHERE (
        SELECT body ->> 'arm' IN ('mandatory', 'percentage') FROM facts
        WHERE subject = NEW.subject AND instr(body, '"selected"') > 0 AND body ->> 'type' = 'selected' ORDER BY seq DESC LIMIT 1
    )
    AND NOT EXISTS (
        SELECT 1 FROM facts AS looked
        WHERE looked.subject = NEW.subject AND instr(looked.body, '"examined"') > 0 AND looked.body ->> 'type' = 'examined'
        AND CASE WHEN looked.body ->> 'intensity' IN ('documents', 'post-clearance') THEN 'documents' ELSE 'goods' END = NEW.body ->> 'check'
        AND looked.seq > coalesce((
            SELECT max(begun.seq) FROM facts AS begun
            WHERE begun.subject = NEW.subject AND instr(begun.body, '"check-begun"') > 0 AND begun.body ->> 'type' = 'check-begun'
            AND begun.body ->> 'check' = NEW.body ->> 'check'
        ), 0)
    )
    AND NOT EXISTS (
        SELECT 1 FROM facts AS signed JOIN facts AS asked ON asked.seq = signed.body ->> 'asked' AND asked.subject = NEW.subject
        WHERE signed.subject = NEW.subject AND instr(signed.body, '"countersigned"') > 0 AND signed.body ->> 'type' = 'countersigned'
        AND signed.body ->> 'granted' AND asked.body ->> 'kind' = 'check-ended'
        AND signed.seq > coalesce((
            SELECT max(ended.seq) FROM facts AS ended
            WHERE ended.subject = NEW.subject AND instr(ended.body, '"check-ended"') > 0 AND ended.body ->> 'type' = 'check-ended'
        ), 0)
    );
END;
CREATE TRIGGER large_amounts_take_two BEFORE INSERT ON facts
WHEN instr(NEW.body, '"examined"') > 0 AND NEW.body ->> 'type' = 'examined'
BEGIN
    SELECT raise(ABORT, 'So large an amount is found by two officers.')
    WHERE (SELECT sum(CAST(found.value ->> 'revenue' AS REAL)) FROM json_each(NEW.body, '$.results') AS found) > 0
    AND (SELECT coalesce(sum(CAST(found.value ->> 'revenue' AS REAL)), 0) FROM json_each(NEW.body, '$.results') AS found)
        + (
            SELECT coalesce(sum(CAST(found.value ->> 'revenue' AS REAL)), 0) FROM facts AS before, json_each(before.body, '$.results') AS found
            WHERE before.subject = NEW.subject AND instr(before.body, '"examined"') > 0 AND before.body ->> 'type' = 'examined'
        )
        + 0.000001 >= (
            SELECT CAST(body ->> 'amount' AS REAL) FROM facts
            WHERE subject = 'clearance-law' AND body ->> 'type' = 'two-officers-from' ORDER BY seq DESC LIMIT 1
        )
    AND NOT EXISTS (
        SELECT 1 FROM facts AS signed JOIN facts AS asked ON asked.seq = signed.body ->> 'asked' AND asked.subject = NEW.subject
        WHERE signed.subject = NEW.subject AND instr(signed.body, '"countersigned"') > 0 AND signed.body ->> 'type' = 'countersigned'
        AND signed.body ->> 'granted' AND asked.body ->> 'kind' IN ('check-ended', 'examined')
        AND signed.seq > coalesce((
            SELECT max(found.seq) FROM facts AS found
            WHERE found.subject = NEW.subject AND instr(found.body, '"examined"') > 0 AND found.body ->> 'type' = 'examined'
        ), 0)
    );
END;
