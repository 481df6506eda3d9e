-- Duty that falls, in all, by the amount that the log itself names, the log takes with a second officer's signature only, whatever program writes it.
CREATE FUNCTION demand_two_for_less() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    limited numeric;
    fell numeric;
BEGIN
    IF fact_read(NEW.body) ->> 'type' <> 'duty-reduced' THEN
        RETURN NULL;
    END IF;
    SELECT (fact_read(body) ->> 'money')::numeric INTO limited FROM facts
    WHERE seq = last_of_kind('clearance-law', 'two-officers-from', NEW.seq);
    SELECT coalesce(sum(abs((one ->> 'minor')::numeric)), 0) INTO fell
    FROM facts AS falling, json_array_elements(fact_read(falling.body) -> 'reductions') AS one
    WHERE falling.subject = NEW.subject AND falling.seq <= NEW.seq AND strpos(falling.body, '"duty-reduced"') > 0
    AND fact_read(falling.body) ->> 'type' = 'duty-reduced';
    IF limited IS NULL OR fell < greatest(1, limited)
    OR countersigned_between(NEW.subject, ARRAY['duty-reduced'], last_of_kind(NEW.subject, 'duty-reduced', NEW.seq), NEW.seq) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'So large an amount is taken off by two officers.' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER large_reductions_take_two AFTER INSERT ON facts
FOR EACH ROW WHEN (strpos(NEW.body, '"duty-reduced"') > 0) EXECUTE FUNCTION demand_two_for_less();
