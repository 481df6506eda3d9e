-- Who was shown personal data may be forgotten after a time the office has set, and only up to a day that the log names: whoever removes
-- lines leaves the fact that he did, with how many.
CREATE TABLE reads_expired (before text COLLATE "C" NOT NULL);
CREATE FUNCTION expiry_of_reads_is_a_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' OR NOT EXISTS (
        SELECT 1 FROM facts AS said
        WHERE said.subject = 'people' AND said.body::jsonb ->> 'type' = 'reads-expired' AND said.body::jsonb ->> 'before' = NEW.before
    ) THEN
        RAISE EXCEPTION 'Lines of who was shown personal data are never removed without a fact of it.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER expiry_of_reads_is_a_fact BEFORE INSERT OR UPDATE ON reads_expired
FOR EACH ROW EXECUTE FUNCTION expiry_of_reads_is_a_fact();

CREATE FUNCTION refuse_to_remove_reads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at COLLATE "C" >= coalesce((SELECT max(before) FROM reads_expired), '') THEN
        RAISE EXCEPTION 'Who was shown personal data is never removed before its time.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
END
$$;
DROP TRIGGER reads_are_not_changed ON reads;
CREATE TRIGGER reads_are_not_changed BEFORE UPDATE ON reads
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_reads();
CREATE TRIGGER reads_are_not_removed BEFORE DELETE ON reads
FOR EACH ROW EXECUTE FUNCTION refuse_to_remove_reads();
CREATE TRIGGER reads_are_not_emptied BEFORE TRUNCATE ON reads
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_reads();
