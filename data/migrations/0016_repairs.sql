-- A repair that disturbs others and the notice they had of it (clause 2.2.3), and how
-- customer service saw for itself that a repair is done (clause 2.2.4). Of older
-- rounds nobody said whether they disturbed anybody.
ALTER TABLE rounds ADD COLUMN disturbs TEXT NOT NULL DEFAULT '' CHECK (disturbs IN ('', 'yes', 'no'));

CREATE TABLE disturbances (
	issue_id INTEGER NOT NULL REFERENCES issues (id),
	n        INTEGER NOT NULL CHECK (n > 0),
	round    INTEGER NOT NULL,
	number   TEXT    NOT NULL,
	at       TEXT    NOT NULL CHECK (length(at) = 20),
	by_id    INTEGER NOT NULL REFERENCES staff (id),
	part     TEXT    NOT NULL CHECK (part <> ''),
	from_at  TEXT    NOT NULL CHECK (length(from_at) = 20),
	to_at    TEXT    NOT NULL CHECK (length(to_at) = 20),
	whom     TEXT    NOT NULL CHECK (whom <> ''),
	told     TEXT    NOT NULL CHECK (length(told) = 20),
	how      TEXT    NOT NULL CHECK (how <> ''),
	late     INTEGER NOT NULL CHECK (late IN (0, 1)),
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE inspections (
	issue_id     INTEGER NOT NULL REFERENCES issues (id),
	n            INTEGER NOT NULL CHECK (n > 0),
	round        INTEGER NOT NULL,
	feedback     INTEGER NOT NULL CHECK (feedback > 0),
	at           TEXT    NOT NULL CHECK (length(at) = 20),
	by_id        INTEGER NOT NULL REFERENCES staff (id),
	inspector_id INTEGER NOT NULL REFERENCES staff (id),
	inspected    TEXT    NOT NULL CHECK (length(inspected) = 20),
	place        TEXT    NOT NULL CHECK (place <> ''),
	passed       INTEGER NOT NULL CHECK (passed IN (0, 1)),
	result       TEXT    NOT NULL CHECK (result <> ''),
	photo        INTEGER NOT NULL CHECK (photo >= 0),
	no_photo     TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER disturbances_stay BEFORE DELETE ON disturbances BEGIN SELECT RAISE(ABORT, 'notices are never deleted'); END;
CREATE TRIGGER disturbances_hold BEFORE UPDATE ON disturbances BEGIN SELECT RAISE(ABORT, 'notices are never changed'); END;
CREATE TRIGGER inspections_stay BEFORE DELETE ON inspections BEGIN SELECT RAISE(ABORT, 'inspections are never deleted'); END;
CREATE TRIGGER inspections_hold BEFORE UPDATE ON inspections BEGIN SELECT RAISE(ABORT, 'inspections are never changed'); END;
