-- The yearly satisfaction survey. Answer sheets name no household and no hour; the
-- one table that tells whose they are is kept apart, and may be emptied.

CREATE TABLE surveys (
	id              INTEGER PRIMARY KEY,
	version         INTEGER NOT NULL CHECK (version > 0), -- grows with every act
	project_id      INTEGER NOT NULL REFERENCES projects (id),
	number          TEXT    NOT NULL CHECK (number <> ''), -- DC-202611-0001
	year            INTEGER NOT NULL CHECK (year > 0),
	state           TEXT    NOT NULL CHECK (state IN ('planning', 'approved', 'field', 'counted', 'reported', 'cancelled')),
	by_id           INTEGER NOT NULL REFERENCES staff (id),
	made            TEXT    NOT NULL CHECK (length(made) = 20),
	plan            TEXT    NOT NULL CHECK (json_valid(plan)), -- these four are read and written whole
	questionnaire   TEXT    NOT NULL CHECK (json_valid(questionnaire)),
	findings        TEXT    NOT NULL CHECK (json_valid(findings)),
	strata          TEXT    NOT NULL CHECK (json_valid(strata)),
	frame           INTEGER NOT NULL CHECK (frame >= 0), -- how often it was taken
	framed          TEXT    NOT NULL CHECK (length(framed) IN (0, 20)),
	checked_by_id   INTEGER REFERENCES staff (id),
	approved        TEXT    NOT NULL CHECK (length(approved) IN (0, 20)),
	approved_by_id  INTEGER REFERENCES staff (id),
	drawn           TEXT    NOT NULL CHECK (length(drawn) IN (0, 20)),
	counted         TEXT    NOT NULL CHECK (length(counted) IN (0, 20)),
	reported        TEXT    NOT NULL CHECK (length(reported) IN (0, 20)),
	reported_by_id  INTEGER REFERENCES staff (id),
	destroyed       TEXT    NOT NULL CHECK (length(destroyed) IN (0, 20)), -- the links
	destroyed_by_id INTEGER REFERENCES staff (id),
	why             TEXT    NOT NULL,
	CHECK (state <> 'cancelled' OR why <> ''),
	CHECK (destroyed = '' OR destroyed_by_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX surveys_number ON surveys (number);
CREATE UNIQUE INDEX surveys_year ON surveys (project_id, year) WHERE state <> 'cancelled';

CREATE TABLE survey_acts (
	survey_id INTEGER NOT NULL REFERENCES surveys (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	kind      TEXT    NOT NULL CHECK (kind <> ''),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	note      TEXT    NOT NULL,
	diffs     TEXT    NOT NULL CHECK (json_valid(diffs)),
	PRIMARY KEY (survey_id, n)
) STRICT, WITHOUT ROWID;

-- The households of each frame that was taken.
CREATE TABLE survey_units (
	survey_id      INTEGER NOT NULL REFERENCES surveys (id),
	frame          INTEGER NOT NULL CHECK (frame > 0),
	n              INTEGER NOT NULL CHECK (n > 0),
	stratum        INTEGER NOT NULL CHECK (stratum >= 0),
	room_id        INTEGER NOT NULL REFERENCES rooms (id),
	pos            INTEGER NOT NULL CHECK (pos >= 0), -- in the order drawn, within the stratum
	reserve        INTEGER NOT NULL CHECK (reserve IN (0, 1)),
	called         INTEGER NOT NULL CHECK (called IN (0, 1)), -- in use
	for_n          INTEGER NOT NULL CHECK (for_n >= 0 AND for_n <> n),
	interviewer_id INTEGER REFERENCES staff (id),
	outcome        TEXT    NOT NULL CHECK (outcome IN ('', 'DI-DONE', 'DI-REFUSED', 'DI-NOTREACHED', 'DI-VACANT', 'DI-WRONG')),
	replaced_by    INTEGER NOT NULL CHECK (replaced_by >= 0 AND replaced_by <> n),
	attempts       INTEGER NOT NULL CHECK (attempts >= 0),
	contacted      INTEGER NOT NULL CHECK (contacted IN (0, 1)),
	PRIMARY KEY (survey_id, frame, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX survey_units_room ON survey_units (survey_id, frame, room_id);
CREATE INDEX survey_units_called ON survey_units (survey_id, frame, n) WHERE called = 1;
CREATE INDEX survey_units_reserve ON survey_units (survey_id, frame, stratum, pos) WHERE reserve = 1 AND called = 0;

CREATE TABLE survey_attempts (
	survey_id INTEGER NOT NULL,
	frame     INTEGER NOT NULL,
	unit      INTEGER NOT NULL,
	n         INTEGER NOT NULL CHECK (n > 0),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	mode      TEXT    NOT NULL CHECK (mode IN ('SM-PAPER', 'SM-PHONE', 'SM-ONLINE')),
	outcome   TEXT    NOT NULL CHECK (outcome <> ''),
	note      TEXT    NOT NULL,
	PRIMARY KEY (survey_id, frame, unit, n),
	FOREIGN KEY (survey_id, frame, unit) REFERENCES survey_units (survey_id, frame, n)
) STRICT, WITHOUT ROWID;

-- Which household a sample number was given to: all that ties sheets to people.
CREATE TABLE survey_links (
	survey_id INTEGER NOT NULL,
	no        INTEGER NOT NULL CHECK (no > 0),
	frame     INTEGER NOT NULL,
	unit      INTEGER NOT NULL,
	PRIMARY KEY (survey_id, no),
	FOREIGN KEY (survey_id, frame, unit) REFERENCES survey_units (survey_id, frame, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX survey_links_unit ON survey_links (survey_id, frame, unit);

-- No rowid: rows lie in the order of their numbers, which were given by chance, not
-- in that in which they came. Days, not hours.
CREATE TABLE survey_sheets (
	survey_id     INTEGER NOT NULL REFERENCES surveys (id),
	no            INTEGER NOT NULL CHECK (no > 0),
	version       INTEGER NOT NULL CHECK (version > 0),
	stratum       INTEGER NOT NULL CHECK (stratum >= 0),
	mode          TEXT    NOT NULL CHECK (mode IN ('SM-PAPER', 'SM-PHONE', 'SM-ONLINE')),
	marks         TEXT    NOT NULL CHECK (marks NOT GLOB '*[^-0-5]*'),
	recommend     INTEGER NOT NULL CHECK (recommend BETWEEN -1 AND 10),
	choices       TEXT    NOT NULL CHECK (json_valid(choices)),
	open          TEXT    NOT NULL CHECK (json_valid(open)),
	since         TEXT    NOT NULL,
	seconds       INTEGER NOT NULL CHECK (seconds >= 0),
	filled        TEXT    NOT NULL CHECK (length(filled) IN (0, 10)),
	keyed         TEXT    NOT NULL CHECK (length(keyed) = 10),
	by_id         INTEGER NOT NULL REFERENCES staff (id),
	asked_by_id   INTEGER REFERENCES staff (id),
	file          TEXT    NOT NULL,
	first         TEXT    NOT NULL CHECK (first = '' OR first NOT GLOB '*[^-0-5]*' AND length(first) = length(second)), -- what the first keying said, beside the second
	second        TEXT    NOT NULL CHECK (second = '' OR second NOT GLOB '*[^-0-5]*' AND length(second) = length(marks)),
	second_by_id  INTEGER REFERENCES staff (id),
	back          TEXT    NOT NULL CHECK (back IN ('', 'confirmed', 'differs')),
	back_by_id    INTEGER REFERENCES staff (id),
	back_note     TEXT    NOT NULL,
	void          INTEGER NOT NULL CHECK (void IN (0, 1)),
	why           TEXT    NOT NULL,
	void_by_id    INTEGER REFERENCES staff (id),
	topics        TEXT    NOT NULL CHECK (json_valid(topics)),
	quote         TEXT    NOT NULL,
	quoted        INTEGER NOT NULL CHECK (quoted IN (0, 1)),
	PRIMARY KEY (survey_id, no),
	CHECK (second = '' OR second_by_id IS NOT NULL),
	CHECK (second_by_id <> by_id), -- a different person
	CHECK (back = '' OR back_by_id IS NOT NULL),
	CHECK (void = 0 OR why <> '' AND void_by_id IS NOT NULL),
	CHECK (quoted = 0 OR quote <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_sheet_changes (
	survey_id INTEGER NOT NULL,
	no        INTEGER NOT NULL,
	n         INTEGER NOT NULL CHECK (n > 0),
	at        TEXT    NOT NULL CHECK (length(at) = 10),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	why       TEXT    NOT NULL,
	diffs     TEXT    NOT NULL CHECK (json_valid(diffs)),
	PRIMARY KEY (survey_id, no, n),
	FOREIGN KEY (survey_id, no) REFERENCES survey_sheets (survey_id, no)
) STRICT, WITHOUT ROWID;

-- What reports said: gob, packed by gzip. The newest holds.
CREATE TABLE survey_results (
	survey_id INTEGER NOT NULL REFERENCES surveys (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	at        TEXT    NOT NULL CHECK (length(at) = 20),
	by_id     INTEGER NOT NULL REFERENCES staff (id),
	kept      BLOB    NOT NULL,
	PRIMARY KEY (survey_id, n)
) STRICT;

CREATE TRIGGER surveys_stay BEFORE DELETE ON surveys BEGIN SELECT RAISE(ABORT, 'surveys are never deleted'); END;
CREATE TRIGGER surveys_destroyed BEFORE UPDATE OF destroyed ON surveys WHEN OLD.destroyed <> '' AND NEW.destroyed <> OLD.destroyed
	BEGIN SELECT RAISE(ABORT, 'what was destroyed stays so'); END;
CREATE TRIGGER survey_acts_stay BEFORE DELETE ON survey_acts BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER survey_acts_hold BEFORE UPDATE ON survey_acts BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
CREATE TRIGGER survey_units_stay BEFORE DELETE ON survey_units BEGIN SELECT RAISE(ABORT, 'units are never deleted'); END;
CREATE TRIGGER survey_units_hold BEFORE UPDATE ON survey_units WHEN NEW.stratum <> OLD.stratum OR NEW.room_id <> OLD.room_id
	BEGIN SELECT RAISE(ABORT, 'a frame is taken anew, not changed'); END;
CREATE TRIGGER survey_attempts_stay BEFORE DELETE ON survey_attempts BEGIN SELECT RAISE(ABORT, 'attempts are never deleted'); END;
CREATE TRIGGER survey_attempts_hold BEFORE UPDATE ON survey_attempts BEGIN SELECT RAISE(ABORT, 'attempts are never changed'); END;
CREATE TRIGGER survey_links_stay BEFORE DELETE ON survey_links WHEN (SELECT destroyed FROM surveys WHERE id = OLD.survey_id) = ''
	BEGIN SELECT RAISE(ABORT, 'links go only with a record of it'); END;
CREATE TRIGGER survey_links_hold BEFORE UPDATE ON survey_links BEGIN SELECT RAISE(ABORT, 'links are never changed'); END;
CREATE TRIGGER survey_links_end BEFORE INSERT ON survey_links WHEN (SELECT destroyed FROM surveys WHERE id = NEW.survey_id) <> ''
	BEGIN SELECT RAISE(ABORT, 'the links were destroyed'); END;
CREATE TRIGGER survey_sheets_stay BEFORE DELETE ON survey_sheets BEGIN SELECT RAISE(ABORT, 'sheets are void, not deleted'); END;
CREATE TRIGGER survey_sheet_changes_stay BEFORE DELETE ON survey_sheet_changes BEGIN SELECT RAISE(ABORT, 'changes are never deleted'); END;
-- But for the days and interviewers in them, which go with the links: visits of the
-- field work have them too, and would give a sheet's household away.
CREATE TRIGGER survey_sheet_changes_hold BEFORE UPDATE ON survey_sheet_changes
	WHEN (SELECT destroyed FROM surveys WHERE id = OLD.survey_id) = ''
		OR NEW.survey_id <> OLD.survey_id OR NEW.no <> OLD.no OR NEW.n <> OLD.n OR NEW.at <> OLD.at OR NEW.by_id <> OLD.by_id OR NEW.why <> OLD.why
	BEGIN SELECT RAISE(ABORT, 'changes are never changed'); END;
CREATE TRIGGER survey_results_stay BEFORE DELETE ON survey_results BEGIN SELECT RAISE(ABORT, 'results are never deleted'); END;
CREATE TRIGGER survey_results_hold BEFORE UPDATE ON survey_results BEGIN SELECT RAISE(ABORT, 'results are never changed'); END;
