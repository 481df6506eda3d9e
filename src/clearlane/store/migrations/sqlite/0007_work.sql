-- Where each case waits, whose it is, what it waits for, and its earliest clock; '9999' stands for none.
ALTER TABLE cases ADD COLUMN office TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN officer TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN waits TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN due TEXT NOT NULL DEFAULT '9999';

-- Cases written before: what their row says of itself. Clocks and what is waited for come with the next act, or with a rebuild.
UPDATE cases SET office = coalesce(body ->> 'office', ''), officer = coalesce(body ->> '$.situation.officer', '');

CREATE INDEX cases_by_due ON cases (due, number, waits) WHERE waits <> '';
CREATE INDEX cases_of_officer ON cases (officer, due, number, waits) WHERE waits <> '';
CREATE INDEX cases_of_office ON cases (office, due, number, waits) WHERE waits <> '';
CREATE INDEX cases_as_load ON cases (office, section, officer, waits, due) WHERE waits <> '';

-- What persons did, by time: the machine's own facts, which are most, are not in it.
CREATE INDEX facts_by_persons ON facts (at, seq, kind) WHERE instr(body, '"by":"') > 0;
