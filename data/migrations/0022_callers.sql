-- Who else brought the same matter: each with name, contact and words, and whether
-- he was told of the outcome. The first reporter stands in the issue itself.

CREATE TABLE callers (
	issue_id   INTEGER NOT NULL REFERENCES issues (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	person_id  INTEGER REFERENCES people (id),
	owner      TEXT    NOT NULL,
	anonymous  INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
	name       TEXT    NOT NULL,
	no_contact INTEGER NOT NULL CHECK (no_contact IN (0, 1)),
	phone      TEXT    NOT NULL,
	email      TEXT    NOT NULL,
	wechat     TEXT    NOT NULL,
	area_id     INTEGER REFERENCES areas (id),
	building_id INTEGER REFERENCES buildings (id),
	room_id     INTEGER REFERENCES rooms (id),
	block      TEXT    NOT NULL,
	unit       TEXT    NOT NULL,
	door       TEXT    NOT NULL,
	place      TEXT    NOT NULL,
	channel    TEXT    NOT NULL,
	at         TEXT    NOT NULL CHECK (length(at) = 20),
	by_id      INTEGER NOT NULL REFERENCES staff (id),
	said       TEXT    NOT NULL,
	merged     TEXT    NOT NULL, -- number of the issue that was merged, '' for a call
	told       TEXT    NOT NULL CHECK (length(told) IN (0, 20)),
	told_how   TEXT    NOT NULL,
	told_by_id INTEGER REFERENCES staff (id),
	told_round INTEGER NOT NULL,
	answer     TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX callers_room ON callers (room_id) WHERE room_id IS NOT NULL;
CREATE INDEX callers_person ON callers (person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER callers_stay BEFORE DELETE ON callers BEGIN SELECT RAISE(ABORT, 'callers are never deleted'); END;

ALTER TABLE followups ADD COLUMN caller INTEGER NOT NULL DEFAULT 0 CHECK (caller >= 0); -- n of callers, 0 for the first reporter
CREATE INDEX issues_related ON issues (related_id) WHERE related_id IS NOT NULL;
