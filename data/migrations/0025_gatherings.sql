-- Opinions that are gathered at sales and events (clause 2.4.2) come in as a list: a
-- record of the meetings' shape, whose opinions say who said them and how to reach
-- them, and become issues or are answered for without one. The table is made anew
-- because its kinds are a closed list; what is in it stays as it is.

PRAGMA defer_foreign_keys = ON; -- those who name a record find it again below

CREATE TABLE records_before AS SELECT * FROM records;
DROP TABLE records;

CREATE TABLE records (
	id          INTEGER PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0), -- grows with every act
	kind        TEXT    NOT NULL CHECK (kind IN ('HY', 'ZH', 'XC', 'TZ', 'HD', 'SJ')),
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
	helpers     TEXT    NOT NULL DEFAULT '', -- who else gathered opinions, by name
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
INSERT INTO records (id, version, kind, project_id, number, state, by_id, made, from_day, to_day, period, title, subject, begins, ends, place, chair_id, recorder_id, dept_id, contact_id, issue_id, issues, areas, buildings, prepared, text, headcount, unsettled, refused, next, next_place, goes, held, minutes_due, minuted, why)
	SELECT id, version, kind, project_id, number, state, by_id, made, from_day, to_day, period, title, subject, begins, ends, place, chair_id, recorder_id, dept_id, contact_id, issue_id, issues, areas, buildings, prepared, text, headcount, unsettled, refused, next, next_place, goes, held, minutes_due, minuted, why FROM records_before ORDER BY id;
DROP TABLE records_before;

CREATE UNIQUE INDEX records_number ON records (number);
CREATE INDEX records_kind ON records (kind, begins);
CREATE INDEX records_issue ON records (issue_id) WHERE issue_id IS NOT NULL;
-- One meeting for a month of an estate, one for a week of a department.
CREATE UNIQUE INDEX records_about ON records (kind, project_id, COALESCE(dept_id, 0), from_day) WHERE kind = 'ZH' AND state <> 'cancelled';
CREATE UNIQUE INDEX records_month ON records (project_id, from_day) WHERE kind = 'HY' AND state <> 'cancelled';
CREATE INDEX records_open ON records (minutes_due, id) WHERE kind = 'SJ' AND state = 'held';
CREATE TRIGGER records_stay BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

-- Of opinions at meetings, and in older files, nothing of this is known.
ALTER TABLE record_opinions ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE record_opinions ADD COLUMN room TEXT NOT NULL DEFAULT '';
ALTER TABLE record_opinions ADD COLUMN sort TEXT NOT NULL DEFAULT ''; -- kind of issue
ALTER TABLE record_opinions ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE record_opinions ADD COLUMN aside TEXT NOT NULL DEFAULT '' CHECK (aside IN ('', 'AS-SAME', 'AS-THERE', 'AS-NONE', 'AS-UNCLEAR'));
ALTER TABLE record_opinions ADD COLUMN aside_why TEXT NOT NULL DEFAULT '';
ALTER TABLE record_opinions ADD COLUMN settled TEXT NOT NULL DEFAULT '' CHECK (length(settled) IN (0, 20));
ALTER TABLE record_opinions ADD COLUMN settled_by_id INTEGER REFERENCES staff (id);
CREATE INDEX record_opinions_issue ON record_opinions (issue_id) WHERE issue_id IS NOT NULL;

CREATE TRIGGER record_opinions_codes_insert BEFORE INSERT ON record_opinions WHEN
	NEW.sort <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'kind' AND code = NEW.sort)
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;
CREATE TRIGGER record_opinions_codes_update BEFORE UPDATE ON record_opinions WHEN
	NEW.sort <> OLD.sort AND NEW.sort <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'kind' AND code = NEW.sort)
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;
