-- A special closing that one person decided on his own work, there being nobody
-- else in the office: the rules may allow it, and it is written down.

CREATE TABLE closings_new (
	issue_id      INTEGER NOT NULL REFERENCES issues (id),
	n             INTEGER NOT NULL CHECK (n > 0),
	code          TEXT    NOT NULL CHECK (code <> ''),
	reason        TEXT    NOT NULL,
	asked         TEXT    NOT NULL CHECK (length(asked) = 20),
	asked_by_id   INTEGER NOT NULL REFERENCES staff (id),
	decided       TEXT    NOT NULL CHECK (length(decided) IN (0, 20)),
	decided_by_id INTEGER REFERENCES staff (id),
	approved      INTEGER NOT NULL CHECK (approved IN (0, 1)),
	decision      TEXT    NOT NULL,
	alone         INTEGER NOT NULL DEFAULT 0 CHECK (alone IN (0, 1)),
	CHECK (NOT approved OR alone OR decided_by_id <> asked_by_id), -- a different person, or said to be the only one
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO closings_new (issue_id, n, code, reason, asked, asked_by_id, decided, decided_by_id, approved, decision)
	SELECT issue_id, n, code, reason, asked, asked_by_id, decided, decided_by_id, approved, decision FROM closings;
DROP TABLE closings;
ALTER TABLE closings_new RENAME TO closings;
CREATE TRIGGER closings_stay BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'closings are never deleted'); END;
