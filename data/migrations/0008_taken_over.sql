-- Issues of the years before, taken over from another ledger: where each row
-- stood, and a fingerprint of what it said, so that the same file changes nothing
-- when it comes again.

CREATE TABLE taken_over (
	issue_id INTEGER PRIMARY KEY REFERENCES issues (id),
	file     TEXT    NOT NULL CHECK (file <> ''),
	sheet    TEXT    NOT NULL,
	row      INTEGER NOT NULL CHECK (row > 0),
	hash     TEXT    NOT NULL CHECK (length(hash) = 64), -- SHA-256 of what was read
	at       TEXT    NOT NULL CHECK (length(at) = 20),
	by_id    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER taken_over_stay BEFORE DELETE ON taken_over BEGIN SELECT RAISE(ABORT, 'what was taken over is never deleted'); END;
CREATE TRIGGER taken_over_hold BEFORE UPDATE ON taken_over BEGIN SELECT RAISE(ABORT, 'what was taken over is never changed'); END;

ALTER TABLE issues ADD COLUMN taken   INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1));
ALTER TABLE issues ADD COLUMN asking  TEXT    NOT NULL DEFAULT '' CHECK (asking IN ('', 'yes', 'no')); -- whether the owner is to be asked, as the ledger says
ALTER TABLE issues ADD COLUMN subject TEXT    NOT NULL DEFAULT ''; -- the ledger's own words, where they name no category
ALTER TABLE rounds ADD COLUMN undated INTEGER NOT NULL DEFAULT 0 CHECK (undated IN (0, 1)); -- the ledger does not say when the slip went out
