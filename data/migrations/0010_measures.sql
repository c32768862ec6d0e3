-- Improvement measures: what becomes of a problem once somebody is responsible for
-- it. Rows are numbered within their measure from 1 and struck out, never deleted.

CREATE TABLE measures (
	id             INTEGER PRIMARY KEY,
	version        INTEGER NOT NULL CHECK (version > 0), -- grows with every act
	number         TEXT    NOT NULL CHECK (number <> ''), -- GJ-202611-0001
	project_id     INTEGER NOT NULL REFERENCES projects (id),
	state          TEXT    NOT NULL CHECK (state IN ('planned', 'doing', 'waiting', 'done', 'effective', 'partly', 'ineffective', 'void')),
	made           TEXT    NOT NULL CHECK (length(made) = 20),
	by_id          INTEGER NOT NULL REFERENCES staff (id),
	year           INTEGER NOT NULL CHECK (year > 0),
	origin         TEXT    NOT NULL CHECK (origin IN ('SRC-REPORT', 'SRC-MEETING', 'SRC-ISSUE', 'SRC-HAND')),
	survey_id      INTEGER REFERENCES surveys (id),
	record_id      INTEGER REFERENCES records (id),
	issue_id       INTEGER REFERENCES issues (id),
	problem_n      INTEGER NOT NULL CHECK (problem_n >= 0), -- of the report or the record
	round          INTEGER NOT NULL CHECK (round > 0),
	before_id      INTEGER REFERENCES measures (id), -- the round before
	dimension      TEXT    NOT NULL,
	item           TEXT    NOT NULL,
	categories     TEXT    NOT NULL CHECK (json_valid(categories)),
	problem        TEXT    NOT NULL CHECK (problem <> ''),
	what           TEXT    NOT NULL CHECK (what <> ''),
	standard       TEXT    NOT NULL CHECK (standard <> ''),
	needs          TEXT    NOT NULL,
	dept_id        INTEGER NOT NULL REFERENCES departments (id),
	person_id      INTEGER NOT NULL REFERENCES staff (id),
	helping        TEXT    NOT NULL CHECK (json_valid(helping)),
	start          TEXT    NOT NULL CHECK (length(start) IN (0, 10)),
	gauge          TEXT    NOT NULL CHECK (gauge IN ('', 'GA-CMP', 'GA-ITEM', 'GA-DIM', 'GA-INDEX', 'GA-OWN')),
	gauge_name     TEXT    NOT NULL,
	less           INTEGER NOT NULL CHECK (less IN (0, 1)), -- the less the better
	aimed          INTEGER NOT NULL CHECK (aimed IN (0, 1)),
	target         REAL    NOT NULL,
	judge          TEXT    NOT NULL CHECK (length(judge) IN (0, 10)), -- when its effect is looked at
	first_due      TEXT    NOT NULL CHECK (length(first_due) = 10),
	due            TEXT    NOT NULL CHECK (length(due) = 10),
	begun          TEXT    NOT NULL CHECK (length(begun) IN (0, 20)),
	finished       TEXT    NOT NULL CHECK (length(finished) IN (0, 20)),
	finished_by_id INTEGER REFERENCES staff (id),
	result         TEXT    NOT NULL,
	accepted       TEXT    NOT NULL CHECK (length(accepted) IN (0, 20)),
	accepted_by_id INTEGER REFERENCES staff (id),
	ended          TEXT    NOT NULL CHECK (length(ended) IN (0, 20)),
	why            TEXT    NOT NULL CHECK (why <> '' OR state <> 'void'),
	CHECK (accepted_by_id IS NULL OR accepted_by_id <> person_id AND accepted_by_id <> finished_by_id), -- a different person
	CHECK ((ended = '') = (state IN ('planned', 'doing', 'waiting', 'done'))),
	CHECK ((round = 1) = (before_id IS NULL)),
	CHECK (origin <> 'SRC-REPORT' OR survey_id IS NOT NULL AND problem_n > 0),
	CHECK (origin <> 'SRC-MEETING' OR record_id IS NOT NULL AND problem_n > 0),
	CHECK (origin <> 'SRC-ISSUE' OR issue_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX measures_number ON measures (number);
CREATE UNIQUE INDEX measures_before ON measures (before_id) WHERE before_id IS NOT NULL; -- one next round
CREATE INDEX measures_open ON measures (due, id) WHERE ended = '';
CREATE INDEX measures_ended ON measures (ended) WHERE ended <> '';
CREATE INDEX measures_issue ON measures (issue_id) WHERE issue_id IS NOT NULL;
CREATE INDEX measures_record ON measures (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX measures_survey ON measures (survey_id) WHERE survey_id IS NOT NULL;

CREATE TABLE measure_milestones (
	measure_id INTEGER NOT NULL REFERENCES measures (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	gone       INTEGER NOT NULL CHECK (gone IN (0, 1)),
	text       TEXT    NOT NULL CHECK (text <> ''),
	due        TEXT    NOT NULL CHECK (length(due) = 10),
	reached    TEXT    NOT NULL CHECK (length(reached) IN (0, 10)),
	by_id      INTEGER REFERENCES staff (id),
	note       TEXT    NOT NULL,
	CHECK (reached = '' OR by_id IS NOT NULL AND gone = 0),
	PRIMARY KEY (measure_id, n)
) STRICT, WITHOUT ROWID;

-- How far it was, day by day.
CREATE TABLE measure_checks (
	measure_id  INTEGER NOT NULL REFERENCES measures (id),
	n           INTEGER NOT NULL CHECK (n > 0),
	day         TEXT    NOT NULL CHECK (length(day) = 10),
	percent     INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
	what        TEXT    NOT NULL CHECK (what <> ''),
	evidence    TEXT    NOT NULL,
	deviation   TEXT    NOT NULL,
	due         TEXT    NOT NULL CHECK (length(due) IN (0, 10)),
	approver_id INTEGER REFERENCES staff (id),
	by_id       INTEGER NOT NULL REFERENCES staff (id),
	CHECK (due = '' OR approver_id IS NOT NULL AND deviation <> ''),
	PRIMARY KEY (measure_id, n)
) STRICT, WITHOUT ROWID;

-- Whether it helped, with the figures that it was told by; 0 in tested: no chance p
-- can be told.
CREATE TABLE measure_evaluations (
	measure_id    INTEGER NOT NULL REFERENCES measures (id),
	n             INTEGER NOT NULL CHECK (n > 0),
	at            TEXT    NOT NULL CHECK (length(at) = 20),
	by_id         INTEGER NOT NULL REFERENCES staff (id),
	gauge         TEXT    NOT NULL CHECK (gauge IN ('GA-CMP', 'GA-ITEM', 'GA-DIM', 'GA-INDEX', 'GA-OWN')),
	code          TEXT    NOT NULL,
	less          INTEGER NOT NULL CHECK (less IN (0, 1)),
	before_value  REAL    NOT NULL,
	before_low    REAL    NOT NULL,
	before_high   REAL    NOT NULL,
	before_n      INTEGER NOT NULL CHECK (before_n >= 0),
	before_year   INTEGER NOT NULL,
	before_from   TEXT    NOT NULL CHECK (length(before_from) IN (0, 10)),
	before_to     TEXT    NOT NULL CHECK (length(before_to) IN (0, 10)),
	before_issues TEXT    NOT NULL CHECK (json_valid(before_issues)),
	after_value   REAL    NOT NULL,
	after_low     REAL    NOT NULL,
	after_high    REAL    NOT NULL,
	after_n       INTEGER NOT NULL CHECK (after_n >= 0),
	after_year    INTEGER NOT NULL,
	after_from    TEXT    NOT NULL CHECK (length(after_from) IN (0, 10)),
	after_to      TEXT    NOT NULL CHECK (length(after_to) IN (0, 10)),
	after_issues  TEXT    NOT NULL CHECK (json_valid(after_issues)),
	aimed         INTEGER NOT NULL CHECK (aimed IN (0, 1)),
	target        REAL    NOT NULL,
	tested        INTEGER NOT NULL CHECK (tested IN (0, 1)),
	p             REAL    NOT NULL CHECK (p BETWEEN 0 AND 1),
	verdict       TEXT    NOT NULL CHECK (verdict IN ('VD-GOOD', 'VD-SOME', 'VD-NONE')),
	why           TEXT    NOT NULL CHECK (why <> '' OR verdict <> 'VD-NONE'),
	PRIMARY KEY (measure_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_reminders (
	measure_id INTEGER NOT NULL REFERENCES measures (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	at         TEXT    NOT NULL CHECK (length(at) = 20),
	to_id      INTEGER NOT NULL REFERENCES staff (id),
	text       TEXT    NOT NULL CHECK (text <> ''),
	by_id      INTEGER NOT NULL REFERENCES staff (id),
	PRIMARY KEY (measure_id, n)
) STRICT, WITHOUT ROWID;

-- Who was called to account, and who decided so.
CREATE TABLE measure_callings (
	measure_id  INTEGER NOT NULL REFERENCES measures (id),
	n           INTEGER NOT NULL CHECK (n > 0),
	day         TEXT    NOT NULL CHECK (length(day) = 10),
	who_id      INTEGER NOT NULL REFERENCES staff (id),
	explanation TEXT    NOT NULL CHECK (explanation <> ''),
	way         TEXT    NOT NULL CHECK (way IN ('WY-TALK', 'WY-NOTICE', 'WY-PAY', 'WY-OTHER')),
	text        TEXT    NOT NULL,
	decider_id  INTEGER NOT NULL REFERENCES staff (id),
	by_id       INTEGER NOT NULL REFERENCES staff (id),
	CHECK (decider_id <> who_id),
	PRIMARY KEY (measure_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_files (
	measure_id INTEGER NOT NULL REFERENCES measures (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	name       TEXT    NOT NULL,
	hash       TEXT    NOT NULL CHECK (length(hash) = 64),
	size       INTEGER NOT NULL CHECK (size >= 0),
	at         TEXT    NOT NULL CHECK (length(at) = 20),
	by_id      INTEGER NOT NULL REFERENCES staff (id),
	note       TEXT    NOT NULL,
	closed     INTEGER NOT NULL CHECK (closed IN (0, 1)), -- restricted
	PRIMARY KEY (measure_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_acts (
	measure_id INTEGER NOT NULL REFERENCES measures (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	kind       TEXT    NOT NULL CHECK (kind <> ''),
	at         TEXT    NOT NULL CHECK (length(at) = 20),
	by_id      INTEGER NOT NULL REFERENCES staff (id),
	note       TEXT    NOT NULL,
	diffs      TEXT    NOT NULL CHECK (json_valid(diffs)),
	PRIMARY KEY (measure_id, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER measures_stay BEFORE DELETE ON measures BEGIN SELECT RAISE(ABORT, 'measures are never deleted'); END;
CREATE TRIGGER measure_milestones_stay BEFORE DELETE ON measure_milestones BEGIN SELECT RAISE(ABORT, 'milestones are struck out, not deleted'); END;
CREATE TRIGGER measure_checks_stay BEFORE DELETE ON measure_checks BEGIN SELECT RAISE(ABORT, 'checks are never deleted'); END;
CREATE TRIGGER measure_checks_hold BEFORE UPDATE ON measure_checks BEGIN SELECT RAISE(ABORT, 'checks are never changed'); END;
CREATE TRIGGER measure_evaluations_stay BEFORE DELETE ON measure_evaluations BEGIN SELECT RAISE(ABORT, 'evaluations are never deleted'); END;
CREATE TRIGGER measure_evaluations_hold BEFORE UPDATE ON measure_evaluations BEGIN SELECT RAISE(ABORT, 'evaluations are never changed'); END;
CREATE TRIGGER measure_reminders_stay BEFORE DELETE ON measure_reminders BEGIN SELECT RAISE(ABORT, 'reminders are never deleted'); END;
CREATE TRIGGER measure_reminders_hold BEFORE UPDATE ON measure_reminders BEGIN SELECT RAISE(ABORT, 'reminders are never changed'); END;
CREATE TRIGGER measure_callings_stay BEFORE DELETE ON measure_callings BEGIN SELECT RAISE(ABORT, 'callings to account are never deleted'); END;
CREATE TRIGGER measure_callings_hold BEFORE UPDATE ON measure_callings BEGIN SELECT RAISE(ABORT, 'callings to account are never changed'); END;
CREATE TRIGGER measure_files_stay BEFORE DELETE ON measure_files BEGIN SELECT RAISE(ABORT, 'files are never deleted'); END;
CREATE TRIGGER measure_acts_stay BEFORE DELETE ON measure_acts BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER measure_acts_hold BEFORE UPDATE ON measure_acts BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
