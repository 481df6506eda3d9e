-- Money: the log takes no entry that does not balance, and no second officer who is the first, whatever program writes it.
CREATE TRIGGER entries_balance BEFORE INSERT ON facts
WHEN instr(NEW.body, '"booked"') AND NEW.body ->> 'type' = 'booked'
BEGIN
    SELECT raise(ABORT, 'The postings of an entry add up to zero.')
    WHERE (
        SELECT count(*) < 2 OR sum(value ->> 'minor') <> 0 OR sum(typeof(value ->> 'minor') <> 'integer') > 0
        FROM json_each(NEW.body, '$.entry.postings')
    );
END;
CREATE TRIGGER money_is_signed_by_two BEFORE INSERT ON facts
WHEN (instr(NEW.body, '"suspense-assigned"') OR instr(NEW.body, '"refund-ordered"'))
AND NEW.body ->> 'type' IN ('suspense-assigned', 'refund-ordered')
BEGIN
    SELECT raise(ABORT, 'The second signature on money is another officer''s.')
    WHERE coalesce(NEW.body ->> 'second', '') <> ''
    AND lower(trim(NEW.body ->> 'second', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32)));
END;

-- Read models, derived from the log: what each account comes to, by open item; every posting; what banks reported.
CREATE TABLE balances (
    account TEXT NOT NULL,
    currency TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    minor INTEGER NOT NULL,
    since INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (account, currency, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX balances_not_zero ON balances (kind, currency, minor) WHERE minor <> 0;
CREATE INDEX balances_by_item ON balances (item) WHERE item <> '';
CREATE TABLE postings (
    seq INTEGER NOT NULL,
    place INTEGER NOT NULL,
    entry TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    currency TEXT NOT NULL,
    account TEXT NOT NULL,
    item TEXT NOT NULL,
    minor INTEGER NOT NULL,
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX postings_by_account ON postings (account, day);
CREATE INDEX postings_by_entry ON postings (entry);
CREATE TABLE credits (
    identity TEXT PRIMARY KEY,
    bunch TEXT NOT NULL,
    account TEXT NOT NULL,
    currency TEXT NOT NULL,
    minor INTEGER NOT NULL,
    day TEXT NOT NULL,
    entry TEXT NOT NULL,
    stated TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX credits_by_bunch ON credits (bunch);
CREATE INDEX credits_by_entry ON credits (entry);
CREATE INDEX credits_not_stated ON credits (account, day) WHERE stated = '';
CREATE TABLE bank_messages (
    digest TEXT NOT NULL,
    part INTEGER NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (digest, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX bank_messages_by_kind ON bank_messages (kind, seq);
