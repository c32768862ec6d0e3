-- Meetings and their like, and what they give people to do. Rows are numbered
-- within their record from 1 and struck out, never deleted.

CREATE TABLE records (
	id          INTEGER PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0), -- grows with every act
	kind        TEXT    NOT NULL CHECK (kind IN ('HY', 'ZH', 'XC', 'TZ', 'HD')),
	project_id  INTEGER NOT NULL REFERENCES projects (id),
	number      TEXT    NOT NULL CHECK (number <> ''), -- HY-202611-0001
	state       TEXT    NOT NULL CHECK (state IN ('planned', 'frozen', 'held', 'minuted', 'cancelled')),
	by_id       INTEGER NOT NULL REFERENCES staff (id),
	made        TEXT    NOT NULL CHECK (length(made) = 20),
	from_day    TEXT    NOT NULL CHECK (length(from_day) IN (0, 10)), -- the month or week it is about
	to_day      TEXT    NOT NULL CHECK (length(to_day) IN (0, 10)),
	period      INTEGER NOT NULL CHECK (period >= 0), -- within the year
	title       TEXT    NOT NULL,
	subject     TEXT    NOT NULL,
	begins      TEXT    NOT NULL CHECK (length(begins) IN (0, 20)),
	ends        TEXT    NOT NULL CHECK (length(ends) IN (0, 20)),
	place       TEXT    NOT NULL,
	chair_id    INTEGER REFERENCES staff (id),
	recorder_id INTEGER REFERENCES staff (id),
	dept_id     INTEGER REFERENCES departments (id),
	contact_id  INTEGER REFERENCES staff (id),
	issue_id    INTEGER REFERENCES issues (id),
	issues      TEXT    NOT NULL CHECK (json_valid(issues)),
	areas       TEXT    NOT NULL CHECK (json_valid(areas)),
	buildings   TEXT    NOT NULL CHECK (json_valid(buildings)),
	prepared    TEXT    NOT NULL,
	text        TEXT    NOT NULL,
	headcount   INTEGER NOT NULL CHECK (headcount >= 0),
	unsettled   TEXT    NOT NULL,
	refused     TEXT    NOT NULL,
	next        TEXT    NOT NULL CHECK (length(next) IN (0, 20)),
	next_place  TEXT    NOT NULL,
	goes        TEXT    NOT NULL,
	held        TEXT    NOT NULL CHECK (length(held) IN (0, 20)),
	minutes_due TEXT    NOT NULL CHECK (length(minutes_due) IN (0, 20)),
	minuted     TEXT    NOT NULL CHECK (length(minuted) IN (0, 20)),
	why         TEXT    NOT NULL,
	CHECK (state <> 'cancelled' OR why <> '')
) STRICT;
CREATE UNIQUE INDEX records_number ON records (number);
CREATE INDEX records_kind ON records (kind, begins);
CREATE INDEX records_issue ON records (issue_id) WHERE issue_id IS NOT NULL;
-- One meeting for a month of an estate, one for a week of a department.
CREATE UNIQUE INDEX records_about ON records (kind, project_id, COALESCE(dept_id, 0), from_day) WHERE kind = 'ZH' AND state <> 'cancelled';
CREATE UNIQUE INDEX records_month ON records (project_id, from_day) WHERE kind = 'HY' AND state <> 'cancelled';

CREATE TABLE record_guests (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	pos       INTEGER NOT NULL,
	gone      INTEGER NOT NULL CHECK (gone IN (0, 1)),
	grp       TEXT    NOT NULL CHECK (grp <> ''),
	invited   INTEGER NOT NULL CHECK (invited IN (0, 1)),
	staff_id  INTEGER REFERENCES staff (id),
	person_id INTEGER REFERENCES people (id),
	name      TEXT    NOT NULL,
	dept_id   INTEGER REFERENCES departments (id),
	area_id   INTEGER REFERENCES areas (id),
	function  TEXT    NOT NULL,
	presence  TEXT    NOT NULL CHECK (presence IN ('', 'came', 'excused', 'absent')),
	came      TEXT    NOT NULL CHECK (length(came) IN (0, 20)),
	went      TEXT    NOT NULL CHECK (length(went) IN (0, 20)),
	note      TEXT    NOT NULL,
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_agenda (
	record_id  INTEGER NOT NULL REFERENCES records (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	pos        INTEGER NOT NULL,
	gone       INTEGER NOT NULL CHECK (gone IN (0, 1)),
	key        TEXT    NOT NULL, -- of the template
	text       TEXT    NOT NULL,
	minutes    INTEGER NOT NULL CHECK (minutes >= 0),
	speaker    TEXT    NOT NULL,
	points     TEXT    NOT NULL,
	conclusion TEXT    NOT NULL,
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_accounts (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	pos       INTEGER NOT NULL,
	gone      INTEGER NOT NULL CHECK (gone IN (0, 1)),
	dept_id   INTEGER REFERENCES departments (id),
	module    TEXT    NOT NULL,
	done      TEXT    NOT NULL,
	doing     TEXT    NOT NULL,
	next      TEXT    NOT NULL,
	needs     TEXT    NOT NULL,
	rounds    INTEGER NOT NULL CHECK (rounds >= 0),
	found     INTEGER NOT NULL CHECK (found >= 0),
	mended    INTEGER NOT NULL CHECK (mended >= 0),
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_problems (
	record_id  INTEGER NOT NULL REFERENCES records (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	pos        INTEGER NOT NULL,
	gone       INTEGER NOT NULL CHECK (gone IN (0, 1)),
	category   TEXT    NOT NULL,
	place      TEXT    NOT NULL,
	title      TEXT    NOT NULL,
	by_hand    INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
	areas      TEXT    NOT NULL CHECK (json_valid(areas)),
	households INTEGER NOT NULL CHECK (households >= 0),
	cases      INTEGER NOT NULL CHECK (cases >= 0),
	before     INTEGER NOT NULL CHECK (before >= 0),
	issues     TEXT    NOT NULL CHECK (json_valid(issues)),
	cause      TEXT    NOT NULL,
	taken      TEXT    NOT NULL,
	plan       TEXT    NOT NULL,
	dept_id    INTEGER REFERENCES departments (id),
	person     TEXT    NOT NULL,
	due        TEXT    NOT NULL CHECK (length(due) IN (0, 10)),
	owners     INTEGER NOT NULL CHECK (owners IN (0, 1)), -- the owners' meeting must decide
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_opinions (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	pos       INTEGER NOT NULL,
	gone      INTEGER NOT NULL CHECK (gone IN (0, 1)),
	person_id INTEGER REFERENCES people (id),
	name      TEXT    NOT NULL,
	area_id   INTEGER REFERENCES areas (id),
	place     TEXT    NOT NULL,
	text      TEXT    NOT NULL,
	category  TEXT    NOT NULL,
	answer    TEXT    NOT NULL,
	answered  TEXT    NOT NULL, -- by whom
	issue_id  INTEGER REFERENCES issues (id),
	number    TEXT    NOT NULL,
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_answers (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	pos       INTEGER NOT NULL,
	gone      INTEGER NOT NULL CHECK (gone IN (0, 1)),
	question  TEXT    NOT NULL,
	answer    TEXT    NOT NULL,
	basis     TEXT    NOT NULL,
	answered  TEXT    NOT NULL, -- by whom
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_decisions (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	pos       INTEGER NOT NULL,
	gone      INTEGER NOT NULL CHECK (gone IN (0, 1)),
	text      TEXT    NOT NULL,
	basis     TEXT    NOT NULL,
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

-- Who was told, and how. Only added to.
CREATE TABLE record_told (
	record_id   INTEGER NOT NULL REFERENCES records (id),
	n           INTEGER NOT NULL CHECK (n > 0),
	pos         INTEGER NOT NULL,
	gone        INTEGER NOT NULL CHECK (gone = 0),
	area_id     INTEGER REFERENCES areas (id),
	building_id INTEGER REFERENCES buildings (id),
	whom        TEXT    NOT NULL,
	how         TEXT    NOT NULL CHECK (how <> ''),
	at          TEXT    NOT NULL CHECK (length(at) = 20),
	by_id       INTEGER NOT NULL REFERENCES staff (id),
	note        TEXT    NOT NULL,
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

-- Figures as they were at a moment: JSON, packed by gzip.
CREATE TABLE freezes (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	why       TEXT    NOT NULL CHECK (n = 1 OR why <> ''),
	kept      BLOB    NOT NULL,
	PRIMARY KEY (record_id, n)
) STRICT;

CREATE TABLE record_files (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	name      TEXT    NOT NULL,
	hash      TEXT    NOT NULL CHECK (length(hash) = 64),
	size      INTEGER NOT NULL CHECK (size >= 0),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	note      TEXT    NOT NULL,
	closed    INTEGER NOT NULL CHECK (closed IN (0, 1)), -- restricted
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_acts (
	record_id INTEGER NOT NULL REFERENCES records (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	kind      TEXT    NOT NULL CHECK (kind <> ''),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	note      TEXT    NOT NULL,
	diffs     TEXT    NOT NULL CHECK (json_valid(diffs)),
	PRIMARY KEY (record_id, n)
) STRICT, WITHOUT ROWID;

-- What records gave people to do.
CREATE TABLE actions (
	id             INTEGER PRIMARY KEY,
	version        INTEGER NOT NULL CHECK (version > 0),
	number         TEXT    NOT NULL CHECK (number <> ''), -- XS-202611-0001
	project_id     INTEGER NOT NULL REFERENCES projects (id),
	source_id      INTEGER NOT NULL REFERENCES records (id),
	kind           TEXT    NOT NULL CHECK (kind <> ''), -- of the source
	given          TEXT    NOT NULL CHECK (length(given) = 20),
	by_id          INTEGER NOT NULL REFERENCES staff (id),
	what           TEXT    NOT NULL CHECK (what <> ''),
	dept_id        INTEGER REFERENCES departments (id),
	person_id      INTEGER REFERENCES staff (id),
	who            TEXT    NOT NULL,
	needs          TEXT    NOT NULL,
	verify         TEXT    NOT NULL,
	issue_id       INTEGER REFERENCES issues (id),
	first_due      TEXT    NOT NULL CHECK (length(first_due) = 10),
	due            TEXT    NOT NULL CHECK (length(due) = 10),
	state          TEXT    NOT NULL CHECK (state IN ('open', 'doing', 'done', 'postponed', 'dropped')),
	progress       TEXT    NOT NULL,
	done           TEXT    NOT NULL CHECK (length(done) IN (0, 20)),
	done_by_id     INTEGER REFERENCES staff (id),
	verified       TEXT    NOT NULL CHECK (length(verified) IN (0, 20)),
	verified_by_id INTEGER REFERENCES staff (id),
	why            TEXT    NOT NULL CHECK (why <> '' OR state NOT IN ('postponed', 'dropped')),
	ended          TEXT    NOT NULL CHECK (length(ended) IN (0, 20)),
	CHECK (verified_by_id IS NULL OR verified_by_id <> done_by_id) -- a different person
) STRICT;
CREATE UNIQUE INDEX actions_number ON actions (number);
CREATE INDEX actions_source ON actions (source_id);
CREATE INDEX actions_open ON actions (due, id, project_id, kind, dept_id) WHERE ended = '';
CREATE INDEX actions_ended ON actions (ended) WHERE ended <> '';
CREATE INDEX actions_verify ON actions (due) WHERE state = 'done' AND verified = '';
CREATE INDEX actions_issue ON actions (issue_id) WHERE issue_id IS NOT NULL;

-- In which later records an item came back.
CREATE TABLE carries (
	action_id INTEGER NOT NULL REFERENCES actions (id),
	record_id INTEGER NOT NULL REFERENCES records (id),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	PRIMARY KEY (action_id, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE action_acts (
	action_id INTEGER NOT NULL REFERENCES actions (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	kind      TEXT    NOT NULL CHECK (kind <> ''),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	note      TEXT    NOT NULL,
	diffs     TEXT    NOT NULL CHECK (json_valid(diffs)),
	PRIMARY KEY (action_id, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER records_stay BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER record_guests_stay BEFORE DELETE ON record_guests BEGIN SELECT RAISE(ABORT, 'guests are struck out, not deleted'); END;
CREATE TRIGGER record_agenda_stays BEFORE DELETE ON record_agenda BEGIN SELECT RAISE(ABORT, 'agenda rows are struck out, not deleted'); END;
CREATE TRIGGER record_accounts_stay BEFORE DELETE ON record_accounts BEGIN SELECT RAISE(ABORT, 'reports are struck out, not deleted'); END;
CREATE TRIGGER record_problems_stay BEFORE DELETE ON record_problems BEGIN SELECT RAISE(ABORT, 'problems are struck out, not deleted'); END;
CREATE TRIGGER record_opinions_stay BEFORE DELETE ON record_opinions BEGIN SELECT RAISE(ABORT, 'opinions are struck out, not deleted'); END;
CREATE TRIGGER record_answers_stay BEFORE DELETE ON record_answers BEGIN SELECT RAISE(ABORT, 'answers are struck out, not deleted'); END;
CREATE TRIGGER record_decisions_stay BEFORE DELETE ON record_decisions BEGIN SELECT RAISE(ABORT, 'decisions are struck out, not deleted'); END;
CREATE TRIGGER record_told_stays BEFORE DELETE ON record_told BEGIN SELECT RAISE(ABORT, 'the log of who was told is never cut'); END;
CREATE TRIGGER freezes_stay BEFORE DELETE ON freezes BEGIN SELECT RAISE(ABORT, 'freezes are never deleted'); END;
CREATE TRIGGER freezes_hold BEFORE UPDATE ON freezes BEGIN SELECT RAISE(ABORT, 'freezes are never changed'); END;
CREATE TRIGGER record_files_stay BEFORE DELETE ON record_files BEGIN SELECT RAISE(ABORT, 'files are never deleted'); END;
CREATE TRIGGER record_acts_stay BEFORE DELETE ON record_acts BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER record_acts_hold BEFORE UPDATE ON record_acts BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
CREATE TRIGGER actions_stay BEFORE DELETE ON actions BEGIN SELECT RAISE(ABORT, 'action items are never deleted'); END;
CREATE TRIGGER carries_stay BEFORE DELETE ON carries BEGIN SELECT RAISE(ABORT, 'carries are never deleted'); END;
CREATE TRIGGER carries_hold BEFORE UPDATE ON carries BEGIN SELECT RAISE(ABORT, 'carries are never changed'); END;
CREATE TRIGGER action_acts_stay BEFORE DELETE ON action_acts BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER action_acts_hold BEFORE UPDATE ON action_acts BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
