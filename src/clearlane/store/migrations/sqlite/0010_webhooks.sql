-- Where traders' software wants to be told, and how far it was told: beside the log, since it says nothing of a declaration. ``owner`` is
-- the firm's number, ``*`` for the office itself. The secrets with which deliveries are signed are sealed to the machine.
CREATE TABLE webhooks (name TEXT PRIMARY KEY, owner TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX webhooks_by_owner ON webhooks (owner);
