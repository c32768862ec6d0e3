-- The shares of helping departments (clause 2.5.3): each signs for its copy, has a
-- limit, and reports back on its own. Of older rounds it is only known who helped.
CREATE TABLE helps (
	issue_id   INTEGER NOT NULL REFERENCES issues (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	round      INTEGER NOT NULL,
	dept_id    INTEGER NOT NULL REFERENCES departments (id),
	asked      TEXT    NOT NULL CHECK (length(asked) = 20),
	due        TEXT    NOT NULL CHECK (length(due) = 20),
	signed     TEXT    NOT NULL CHECK (length(signed) IN (0, 20)),
	signed_by  TEXT    NOT NULL,
	situation  TEXT    NOT NULL,
	completed  TEXT    NOT NULL CHECK (length(completed) IN (0, 20)),
	fed_back   TEXT    NOT NULL CHECK (length(fed_back) IN (0, 20)),
	by_id      INTEGER REFERENCES staff (id),
	left_at    TEXT    NOT NULL CHECK (length(left_at) IN (0, 20)),
	left_by_id INTEGER REFERENCES staff (id),
	why        TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX helps_open ON helps (due, issue_id) WHERE fed_back = '' AND left_at = '';
CREATE TRIGGER helps_stay BEFORE DELETE ON helps BEGIN SELECT RAISE(ABORT, 'shares are never deleted'); END;
