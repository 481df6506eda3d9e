-- Whoever signs is named once, in plain signs: what cannot be written two ways cannot be two persons, whatever program writes it.
CREATE FUNCTION demand_plain_signers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (
        SELECT count(*) > count(DISTINCT key) OR coalesce(bool_or(key <> 'type' AND value ~ '[^\x09-\x0d\x20-\x7e]'), false)
        FROM json_each_text(replace(NEW.body, '\u0000', '')::json) WHERE key IN ('by', 'second', 'type')
    ) THEN
        RAISE EXCEPTION 'Whoever signs is named once, in plain signs.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER signers_are_plain BEFORE INSERT ON facts
FOR EACH ROW WHEN (strpos(NEW.body, '"by"') > 0 OR strpos(NEW.body, '"second"') > 0 OR strpos(NEW.body, '\u') > 0)
EXECUTE FUNCTION demand_plain_signers();
