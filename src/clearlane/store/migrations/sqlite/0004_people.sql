-- Nobody gives himself a right, and a role of customs is given by another person than the one who registered its holder: the log takes
-- those facts only, whatever program writes them. The machine itself, where it is set up, gives the role of administrator alone.
CREATE TRIGGER roles_are_given_by_another BEFORE INSERT ON facts
WHEN NEW.subject = 'people' AND NEW.body ->> 'type' = 'grant-given'
BEGIN
    SELECT raise(ABORT, 'A role is given by another person than its holder, and than who registered him.')
    WHERE trim(coalesce(NEW.body ->> 'by', ''), char(9, 10, 11, 12, 13, 32)) = ''
    OR lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'person', char(9, 10, 11, 12, 13, 32)))
    OR (lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = 'machine' AND NEW.body ->> 'role' <> 'admin')
    OR NOT EXISTS (
        SELECT 1 FROM facts AS known
        WHERE known.subject = 'people' AND known.body ->> 'type' = 'person-registered'
        AND known.body ->> 'person' = NEW.body ->> 'person'
    )
    OR (
        NEW.body ->> 'role' NOT IN ('trader', 'broker') AND lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32))) <> 'machine'
        AND EXISTS (
            SELECT 1 FROM facts AS known
            WHERE known.subject = 'people' AND known.body ->> 'type' = 'person-registered'
            AND known.body ->> 'person' = NEW.body ->> 'person'
            AND lower(trim(known.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32)))
        )
    );
END;
CREATE TRIGGER competences_are_given_by_another BEFORE INSERT ON facts
WHEN NEW.subject = 'people' AND NEW.body ->> 'type' = 'competence-given'
BEGIN
    SELECT raise(ABORT, 'A competence is given by another person than its holder.')
    WHERE trim(coalesce(NEW.body ->> 'by', ''), char(9, 10, 11, 12, 13, 32)) = ''
    OR lower(trim(NEW.body ->> 'by', char(9, 10, 11, 12, 13, 32))) = lower(trim(NEW.body ->> 'person', char(9, 10, 11, 12, 13, 32)));
END;

-- Persons, how they sign in, and their sessions: beside the log, so that what is personal can be erased. ``owner`` is the person,
-- in ``persons`` the name by which another sign-in service knows him. Passwords, links and sessions are hashed; secrets are sealed.
CREATE TABLE persons (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX persons_by_owner ON persons (owner);
CREATE TABLE credentials (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX credentials_by_owner ON credentials (owner);
CREATE TABLE invitations (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX invitations_by_owner ON invitations (owner);
CREATE TABLE sessions (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX sessions_by_owner ON sessions (owner);
CREATE TABLE failures (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX failures_by_owner ON failures (owner);

-- Who was shown personal data. Lines are added, and nothing else.
CREATE TABLE reads (
    place INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX reads_by_who ON reads (who, place);
CREATE INDEX reads_by_subject ON reads (subject, place);
CREATE TRIGGER reads_are_not_changed BEFORE UPDATE ON reads
BEGIN
    SELECT raise(ABORT, 'Who was shown personal data is never changed.');
END;
CREATE TRIGGER reads_are_not_removed BEFORE DELETE ON reads
BEGIN
    SELECT raise(ABORT, 'Who was shown personal data is never removed.');
END;
