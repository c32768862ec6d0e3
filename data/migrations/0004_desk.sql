-- What a person at the desk keeps for later, and who saw whose data.

CREATE TABLE drafts (
	id       INTEGER PRIMARY KEY,
	by_id    INTEGER NOT NULL REFERENCES staff (id),
	at       TEXT    NOT NULL CHECK (length(at) = 20),
	fields   TEXT    NOT NULL CHECK (json_valid(fields)), -- as typed; emptied when finished
	finished INTEGER NOT NULL CHECK (finished IN (0, 1))
) STRICT;
CREATE INDEX drafts_open ON drafts (by_id, at) WHERE finished = 0;

CREATE TABLE saved_filters (
	id     INTEGER PRIMARY KEY,
	by_id  INTEGER NOT NULL REFERENCES staff (id),
	name   TEXT    NOT NULL CHECK (name <> ''),
	filter TEXT    NOT NULL CHECK (json_valid(filter)),
	sort   TEXT    NOT NULL,
	down   INTEGER NOT NULL CHECK (down IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX saved_filters_name ON saved_filters (by_id, name);

-- Each entry's hash covers the one before it: taking one out breaks the chain.
CREATE TABLE access_log (
	id        INTEGER PRIMARY KEY,
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	issue_id  INTEGER REFERENCES issues (id),
	person_id INTEGER REFERENCES people (id),
	fields    TEXT    NOT NULL,
	reason    TEXT    NOT NULL,
	action    TEXT    NOT NULL CHECK (action <> ''),
	hash      TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is never cut'); END;
CREATE TRIGGER access_log_holds BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
