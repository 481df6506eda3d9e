-- Money: the log takes no entry that does not balance, and no second officer who is the first, whatever program writes it.
CREATE FUNCTION demand_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF replace(NEW.body, '\u0000', '')::json ->> 'type' = 'booked' AND coalesce((
        SELECT count(*) < 2 OR sum((one ->> 'minor')::numeric) <> 0 OR count(one ->> 'minor') < count(*)
        FROM json_array_elements(replace(NEW.body, '\u0000', '')::json -> 'entry' -> 'postings') AS one
    ), true) THEN
        RAISE EXCEPTION 'The postings of an entry add up to zero.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER entries_balance AFTER INSERT ON facts
FOR EACH ROW WHEN (strpos(NEW.body, '"booked"') > 0) EXECUTE FUNCTION demand_balance();
CREATE FUNCTION demand_two_for_money() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given json := replace(NEW.body, '\u0000', '')::json;
    second text := lower(btrim(coalesce(given ->> 'second', ''), E' \t\n\v\f\r'));
BEGIN
    IF given ->> 'type' IN ('suspense-assigned', 'refund-ordered') AND coalesce(given ->> 'second', '') <> ''
    AND second = lower(btrim(given ->> 'by', E' \t\n\v\f\r')) THEN
        RAISE EXCEPTION 'The second signature on money is another officer''s.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER money_is_signed_by_two AFTER INSERT ON facts
FOR EACH ROW WHEN (strpos(NEW.body, '"suspense-assigned"') > 0 OR strpos(NEW.body, '"refund-ordered"') > 0)
EXECUTE FUNCTION demand_two_for_money();

-- Read models, derived from the log: what each account comes to, by open item; every posting; what banks reported.
CREATE TABLE balances (
    account text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    minor bigint NOT NULL,
    since bigint NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (account, currency, item)
);
CREATE INDEX balances_not_zero ON balances (kind, currency, minor) WHERE minor <> 0;
CREATE INDEX balances_by_item ON balances (item) WHERE item <> '';
CREATE TABLE postings (
    seq bigint NOT NULL,
    place bigint NOT NULL,
    entry text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    minor bigint NOT NULL,
    PRIMARY KEY (seq, place)
);
CREATE INDEX postings_by_account ON postings (account, day);
CREATE INDEX postings_by_entry ON postings (entry);
CREATE TABLE credits (
    identity text COLLATE "C" PRIMARY KEY,
    bunch text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    minor bigint NOT NULL,
    day text COLLATE "C" NOT NULL,
    entry text COLLATE "C" NOT NULL,
    stated text COLLATE "C" NOT NULL
);
CREATE INDEX credits_by_bunch ON credits (bunch);
CREATE INDEX credits_by_entry ON credits (entry);
CREATE INDEX credits_not_stated ON credits (account, day) WHERE stated = '';
CREATE TABLE bank_messages (
    digest text COLLATE "C" NOT NULL,
    part bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (digest, part)
);
CREATE INDEX bank_messages_by_kind ON bank_messages (kind, seq);
