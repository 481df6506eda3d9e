-- Nobody gives himself a right, and a role of customs is given by another person than the one who registered its holder: the log takes
-- those facts only, whatever program writes them. The machine itself, where it is set up, gives the role of administrator alone.
CREATE FUNCTION demand_that_another_gives_rights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given json := NEW.body::json;
    giver text := lower(btrim(coalesce(given ->> 'by', ''), E' \t\n\v\f\r'));
    holder text := lower(btrim(coalesce(given ->> 'person', ''), E' \t\n\v\f\r'));
    role text := given ->> 'role';
    registrars text[];
BEGIN
    IF given ->> 'type' = 'competence-given' THEN
        IF giver = '' OR giver = holder THEN
            RAISE EXCEPTION 'A competence is given by another person than its holder.' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF given ->> 'type' = 'grant-given' THEN
        SELECT array_agg(lower(btrim(known.body::json ->> 'by', E' \t\n\v\f\r'))) INTO registrars FROM facts AS known
        WHERE known.subject = 'people' AND known.body::json ->> 'type' = 'person-registered'
        AND known.body::json ->> 'person' = given ->> 'person';
        IF giver = '' OR giver = holder OR registrars IS NULL
            OR (giver = 'machine' AND role <> 'admin')
            OR (role NOT IN ('trader', 'broker') AND giver <> 'machine' AND giver = ANY(registrars))
        THEN
            RAISE EXCEPTION 'A role is given by another person than its holder, and than who registered him.'
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER rights_are_given_by_another AFTER INSERT ON facts
FOR EACH ROW WHEN (NEW.subject = 'people') EXECUTE FUNCTION demand_that_another_gives_rights();

-- Persons, how they sign in, and their sessions: beside the log, so that what is personal can be erased. ``owner`` is the person,
-- in ``persons`` the name by which another sign-in service knows him. Passwords, links and sessions are hashed; secrets are sealed.
CREATE TABLE persons (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX persons_by_owner ON persons (owner);
CREATE TABLE credentials (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX credentials_by_owner ON credentials (owner);
CREATE TABLE invitations (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX invitations_by_owner ON invitations (owner);
CREATE TABLE sessions (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX sessions_by_owner ON sessions (owner);
CREATE TABLE failures (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX failures_by_owner ON failures (owner);

-- Who was shown personal data. Lines are added, and nothing else.
CREATE TABLE reads (
    place BIGINT PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX reads_by_who ON reads (who, place);
CREATE INDEX reads_by_subject ON reads (subject, place);
CREATE FUNCTION refuse_to_change_reads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Who was shown personal data is never changed or removed.' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER reads_are_not_changed BEFORE UPDATE OR DELETE ON reads
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_reads();
