-- What a second officer must sign, the log takes with his signature only, whatever program writes it: a check concluded with satisfaction
-- though a profile or the law asked for it and nobody looked, and duty found missing from the amount on that the log itself names.
CREATE FUNCTION fact_read(body text) RETURNS json LANGUAGE sql IMMUTABLE AS $$ SELECT replace(body, '\u0000', '')::json $$;
-- Whether another officer signed an act of one of some kinds on a declaration, after a place in the log and before another.
CREATE FUNCTION countersigned_between(of_subject text, kinds text[], after bigint, before bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM facts AS signed
        JOIN facts AS asked ON asked.seq = substring(signed.body from '"asked"\s*:\s*(\d{1,18})')::bigint AND asked.subject = of_subject
        WHERE signed.subject = of_subject AND signed.seq > after AND signed.seq < before
        AND strpos(signed.body, '"countersigned"') > 0 AND fact_read(signed.body) ->> 'type' = 'countersigned'
        AND (fact_read(signed.body) ->> 'granted')::boolean AND fact_read(asked.body) ->> 'kind' = ANY (kinds)
    )
$$;
-- The last place before another at which a declaration has a fact of a kind; 0 where it has none.
CREATE FUNCTION last_of_kind(of_subject text, of_kind text, before bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce(max(seq), 0) FROM facts
    WHERE subject = of_subject AND seq < before AND strpos(body, '"' || of_kind || '"') > 0 AND fact_read(body) ->> 'type' = of_kind
$$;
CREATE FUNCTION demand_two_for_downgrade() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended json := fact_read(NEW.body);
    begun bigint;
    arm text;
BEGIN
    IF ended ->> 'type' <> 'check-ended' OR NOT (ended ->> 'satisfied')::boolean THEN
        RETURN NULL;
    END IF;
    SELECT fact_read(body) ->> 'arm' INTO arm FROM facts WHERE seq = last_of_kind(NEW.subject, 'selected', NEW.seq);
    IF arm IS NULL OR arm NOT IN ('mandatory', 'percentage') THEN
        RETURN NULL;
    END IF;
    SELECT coalesce(max(seq), 0) INTO begun FROM facts
    WHERE subject = NEW.subject AND seq < NEW.seq AND strpos(body, '"check-begun"') > 0
    AND fact_read(body) ->> 'type' = 'check-begun' AND fact_read(body) ->> 'check' = ended ->> 'check';
    IF EXISTS (
        SELECT 1 FROM facts WHERE subject = NEW.subject AND seq > begun AND seq < NEW.seq AND strpos(body, '"examined"') > 0
        AND fact_read(body) ->> 'type' = 'examined'
        AND CASE WHEN fact_read(body) ->> 'intensity' IN ('documents', 'post-clearance') THEN 'documents' ELSE 'goods' END = ended ->> 'check'
    ) OR countersigned_between(NEW.subject, ARRAY['check-ended'], last_of_kind(NEW.subject, 'check-ended', NEW.seq), NEW.seq) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'A check that nobody carried out is concluded by two officers.' USING ERRCODE = 'check_violation';
END
$$;
CREATE FUNCTION revenue_found(body text) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(sum((found ->> 'revenue')::numeric), 0) FROM json_array_elements(fact_read(body) -> 'results') AS found
$$;
CREATE FUNCTION demand_two_for_large() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    limited numeric;
    earlier numeric;
BEGIN
    IF fact_read(NEW.body) ->> 'type' <> 'examined' OR revenue_found(NEW.body) <= 0 THEN
        RETURN NULL;
    END IF;
    SELECT (fact_read(body) ->> 'amount')::numeric INTO limited FROM facts
    WHERE seq = last_of_kind('clearance-law', 'two-officers-from', NEW.seq);
    SELECT coalesce(sum(revenue_found(body)), 0) INTO earlier FROM facts
    WHERE subject = NEW.subject AND seq < NEW.seq AND strpos(body, '"examined"') > 0 AND fact_read(body) ->> 'type' = 'examined';
    IF limited IS NULL OR earlier + revenue_found(NEW.body) < limited
    OR countersigned_between(NEW.subject, ARRAY['check-ended', 'examined'], last_of_kind(NEW.subject, 'examined', NEW.seq), NEW.seq) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'So large an amount is found by two officers.' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER downgrades_take_two AFTER INSERT ON facts
FOR EACH ROW WHEN (strpos(NEW.body, '"check-ended"') > 0) EXECUTE FUNCTION demand_two_for_downgrade();
CREATE TRIGGER large_amounts_take_two AFTER INSERT ON facts
FOR EACH ROW WHEN (strpos(NEW.body, '"examined"') > 0) EXECUTE FUNCTION demand_two_for_large();
