-- What a person answered about the duties that leave no record, for a period and an
-- estate; no estate is all of them. Each answer is a row of its own: the last counts,
-- the earlier stay.
CREATE TABLE audit_answers (
	id         INTEGER PRIMARY KEY,
	duty       TEXT    NOT NULL CHECK (duty <> ''),
	project_id INTEGER REFERENCES projects (id),
	first_day  TEXT    NOT NULL CHECK (length(first_day) = 10),
	last_day   TEXT    NOT NULL CHECK (length(last_day) = 10 AND last_day >= first_day),
	n          INTEGER NOT NULL CHECK (n > 0),
	said       TEXT    NOT NULL CHECK (said IN ('yes', 'no', 'none')),
	basis      TEXT    NOT NULL CHECK (said = 'yes' OR basis <> ''),
	at         TEXT    NOT NULL CHECK (length(at) = 20),
	by_id      INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX audit_answers_once ON audit_answers (first_day, last_day, COALESCE(project_id, 0), duty, n);
CREATE TRIGGER audit_answers_stay BEFORE DELETE ON audit_answers BEGIN SELECT RAISE(ABORT, 'answers are never deleted'); END;
CREATE TRIGGER audit_answers_hold BEFORE UPDATE ON audit_answers BEGIN SELECT RAISE(ABORT, 'answers are never changed'); END;
