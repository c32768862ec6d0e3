-- The newest moment at which the file was written, by the clock of the computer: a
-- clock that stands before it, or very long after, is asked about before anything is
-- written by it. Of an older file it is the newest entry of its issues.

CREATE TABLE clock (
	one    INTEGER PRIMARY KEY CHECK (one = 1),
	newest TEXT NOT NULL CHECK (length(newest) IN (0, 20))
) STRICT;
INSERT INTO clock (one, newest) SELECT 1, COALESCE(max(at), '') FROM acts;

-- Who said that a doubted clock is right; nobody, where the command line did.
CREATE TABLE clock_answers (
	at     TEXT NOT NULL CHECK (length(at) = 20),
	newest TEXT NOT NULL CHECK (length(newest) = 20),
	by_id  INTEGER REFERENCES staff (id)
) STRICT;
CREATE TRIGGER clock_answers_stay BEFORE DELETE ON clock_answers BEGIN SELECT RAISE(ABORT, 'answers about the clock are never deleted'); END;
CREATE TRIGGER clock_answers_hold BEFORE UPDATE ON clock_answers BEGIN SELECT RAISE(ABORT, 'answers about the clock are never changed'); END;
