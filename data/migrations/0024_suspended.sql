-- Times in which an issue waited for parts, its owner or an authority, each with a
-- day on which somebody looks again. What waits now stands in the issue itself too,
-- for the lists. Of older issues nobody said that they waited.
CREATE TABLE suspensions (
	issue_id    INTEGER NOT NULL REFERENCES issues (id),
	n           INTEGER NOT NULL CHECK (n > 0),
	round       INTEGER NOT NULL,
	at          TEXT    NOT NULL CHECK (length(at) = 20),
	by_id       INTEGER NOT NULL REFERENCES staff (id),
	code        TEXT    NOT NULL CHECK (code <> ''),
	text        TEXT    NOT NULL,
	review      TEXT    NOT NULL CHECK (length(review) = 20),
	looks       INTEGER NOT NULL CHECK (looks >= 0),
	late        INTEGER NOT NULL CHECK (late IN (0, 1)),
	ended       TEXT    NOT NULL CHECK (length(ended) IN (0, 20)),
	ended_by_id INTEGER REFERENCES staff (id),
	why         TEXT    NOT NULL,
	from_due    TEXT    NOT NULL CHECK (length(from_due) IN (0, 20)),
	to_due      TEXT    NOT NULL CHECK (length(to_due) IN (0, 20)),
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

ALTER TABLE issues ADD COLUMN suspended TEXT NOT NULL DEFAULT '' CHECK (length(suspended) IN (0, 20));
ALTER TABLE issues ADD COLUMN suspend_code TEXT NOT NULL DEFAULT '';
ALTER TABLE issues ADD COLUMN suspend_review TEXT NOT NULL DEFAULT '' CHECK (length(suspend_review) IN (0, 20));
CREATE INDEX issues_suspended ON issues (suspend_review) WHERE suspend_review <> '';

CREATE TRIGGER suspensions_stay BEFORE DELETE ON suspensions BEGIN SELECT RAISE(ABORT, 'suspensions are never deleted'); END;
CREATE TRIGGER suspensions_over BEFORE UPDATE ON suspensions WHEN OLD.ended <> ''
BEGIN SELECT RAISE(ABORT, 'a suspension that is over is never changed'); END;

CREATE TRIGGER suspensions_codes_insert BEFORE INSERT ON suspensions WHEN
	NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'suspend' AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER suspensions_codes_update BEFORE UPDATE ON suspensions WHEN
	NEW.code <> OLD.code AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'suspend' AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;
