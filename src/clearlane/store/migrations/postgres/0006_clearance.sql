-- What takes two officers takes two persons: the log takes no second signature of the first officer, whatever program writes it.
CREATE FUNCTION demand_another_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    first_subject text;
    first_body text;
    first_by text;
    second_by text;
BEGIN
    -- The place is read from the text: a body with a character that text cannot hold is parsed only where there is one to compare with.
    SELECT asked.subject, asked.body INTO first_subject, first_body FROM facts AS asked
    WHERE asked.seq = substring(NEW.body from '"asked"\s*:\s*(\d{1,18})')::bigint
    AND strpos(asked.body, '"countersignature-asked"') > 0;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    first_by := lower(btrim(coalesce(replace(first_body, '\u0000', '')::json ->> 'by', ''), E' \t\n\v\f\r'));
    second_by := lower(btrim(coalesce(replace(NEW.body, '\u0000', '')::json ->> 'by', ''), E' \t\n\v\f\r'));
    IF first_subject <> NEW.subject OR second_by = '' OR first_by = second_by THEN
        RAISE EXCEPTION 'The second signature is another officer''s.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER acts_are_countersigned_by_another AFTER INSERT ON facts
FOR EACH ROW WHEN (strpos(NEW.body, '"countersigned"') > 0) EXECUTE FUNCTION demand_another_signature();
