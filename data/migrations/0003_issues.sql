-- Issues and everything that happens to them. Parts are numbered within their
-- issue from 1. Nothing here is ever deleted.

CREATE TABLE issues (
	id            INTEGER PRIMARY KEY,
	version       INTEGER NOT NULL CHECK (version > 0), -- grows with every act
	project_id    INTEGER NOT NULL REFERENCES projects (id),
	number        TEXT    NOT NULL CHECK (number <> ''), -- SL-202611-0001
	slip          TEXT    NOT NULL, -- of the first round
	shown         TEXT    NOT NULL, -- slip, or number while there is none
	state         TEXT    NOT NULL CHECK (state IN ('draft', 'accepted', 'rejected', 'void', 'handling', 'fed_back',
	                      'rework', 'reviewed', 'told', 'retransferred', 'closed')),
	level         TEXT    NOT NULL,

	-- what was written down that day; corrections of the register do not change it
	received      TEXT    NOT NULL CHECK (length(received) = 20),
	received_why  TEXT    NOT NULL,
	channel       TEXT    NOT NULL,
	kind          TEXT    NOT NULL CHECK (kind <> ''),
	category      TEXT    NOT NULL,
	urgency       TEXT    NOT NULL,
	person_id     INTEGER REFERENCES people (id),
	owner         TEXT    NOT NULL,
	anonymous     INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
	name          TEXT    NOT NULL,
	no_contact    INTEGER NOT NULL CHECK (no_contact IN (0, 1)),
	phone         TEXT    NOT NULL,
	email         TEXT    NOT NULL,
	wechat        TEXT    NOT NULL,
	area_id       INTEGER REFERENCES areas (id),
	building_id   INTEGER REFERENCES buildings (id),
	room_id       INTEGER REFERENCES rooms (id),
	block         TEXT    NOT NULL,
	unit          TEXT    NOT NULL,
	door          TEXT    NOT NULL,
	place         TEXT    NOT NULL,
	place_key     TEXT    NOT NULL, -- sorts 9-1-301 before 10-1-301
	description   TEXT    NOT NULL,
	wish          TEXT    NOT NULL,
	occurred      TEXT    NOT NULL CHECK (length(occurred) IN (0, 20)),
	households    INTEGER NOT NULL CHECK (households >= 0),
	related_id    INTEGER REFERENCES issues (id),
	no_reply      INTEGER NOT NULL CHECK (no_reply IN (0, 1)),
	reply_how     TEXT    NOT NULL,
	reply_when    TEXT    NOT NULL,
	reference     TEXT    NOT NULL,

	by_id         INTEGER NOT NULL REFERENCES staff (id),
	registered    TEXT    NOT NULL CHECK (length(registered) = 20),
	rules_version INTEGER NOT NULL REFERENCES rules (version),
	route_due     TEXT    NOT NULL CHECK (length(route_due) IN (0, 20)),
	promise       TEXT    NOT NULL CHECK (length(promise) IN (0, 20)),
	answered      TEXT    NOT NULL CHECK (length(answered) IN (0, 20)),
	call_back     TEXT    NOT NULL CHECK (length(call_back) IN (0, 20)),
	round         INTEGER NOT NULL CHECK (round >= 0),
	lead_id       INTEGER REFERENCES departments (id),
	handler_id    INTEGER REFERENCES staff (id),
	due           TEXT    NOT NULL CHECK (length(due) IN (0, 20)),
	done          TEXT    NOT NULL CHECK (length(done) IN (0, 20)),
	rework        INTEGER NOT NULL CHECK (rework >= 0),
	rating_final  INTEGER NOT NULL CHECK (rating_final BETWEEN 0 AND 5),
	rating_first  INTEGER NOT NULL CHECK (rating_first BETWEEN 0 AND 5),
	close_code    TEXT    NOT NULL,
	close_why     TEXT    NOT NULL,
	ended         TEXT    NOT NULL CHECK (length(ended) IN (0, 20)),

	-- derived by the rules with every act, kept so that lists need not ask
	step          TEXT    NOT NULL CHECK (step = '' OR state NOT IN ('closed', 'rejected', 'void')),
	step_due      TEXT    NOT NULL CHECK (length(step_due) IN (0, 20)),
	holder_id     INTEGER REFERENCES departments (id),
	delays        INTEGER NOT NULL CHECK (delays >= 0)
) STRICT;
CREATE UNIQUE INDEX issues_number ON issues (number);
CREATE UNIQUE INDEX issues_slip ON issues (slip) WHERE slip <> '';

CREATE TABLE rounds (
	issue_id     INTEGER NOT NULL REFERENCES issues (id),
	n            INTEGER NOT NULL CHECK (n > 0),
	slip         TEXT    NOT NULL CHECK (slip IN ('', 'ZB', 'TS')),
	number       TEXT    NOT NULL,
	issued       TEXT    NOT NULL CHECK (length(issued) = 20),
	issued_by_id INTEGER NOT NULL REFERENCES staff (id),
	lead_id      INTEGER REFERENCES departments (id),
	why          TEXT    NOT NULL,
	limit_text   TEXT    NOT NULL, -- 3wd
	rule_due     TEXT    NOT NULL CHECK (length(rule_due) IN (0, 20)),
	due          TEXT    NOT NULL CHECK (length(due) IN (0, 20)), -- as printed
	due_why      TEXT    NOT NULL,
	steps        TEXT    NOT NULL CHECK (json_valid(steps)),
	unsure       INTEGER NOT NULL CHECK (unsure IN (0, 1)),
	effect       TEXT    NOT NULL CHECK (length(effect) IN (0, 20)), -- with delays and rework
	request      TEXT    NOT NULL,
	contact      INTEGER NOT NULL CHECK (contact IN (0, 1)),
	signed       TEXT    NOT NULL CHECK (length(signed) IN (0, 20)),
	signed_by    TEXT    NOT NULL,
	refused      INTEGER NOT NULL CHECK (refused IN (0, 1)),
	refusals     INTEGER NOT NULL CHECK (refusals >= 0),
	handler_id   INTEGER REFERENCES staff (id),
	solution     TEXT    NOT NULL,
	expected     TEXT    NOT NULL CHECK (length(expected) IN (0, 20)),
	rework       INTEGER NOT NULL CHECK (rework >= 0),
	done         TEXT    NOT NULL CHECK (length(done) IN (0, 20)),
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX rounds_number ON rounds (number) WHERE number <> '';
CREATE INDEX rounds_issued ON rounds (issued) WHERE number <> '';

CREATE TABLE helping (
	issue_id INTEGER NOT NULL,
	round    INTEGER NOT NULL,
	n        INTEGER NOT NULL CHECK (n > 0),
	dept_id  INTEGER NOT NULL REFERENCES departments (id),
	PRIMARY KEY (issue_id, round, n),
	FOREIGN KEY (issue_id, round) REFERENCES rounds (issue_id, n)
) STRICT, WITHOUT ROWID;

-- The plan as it is now; how it read before stands in the timeline.
CREATE TABLE plan_rows (
	issue_id INTEGER NOT NULL,
	round    INTEGER NOT NULL,
	n        INTEGER NOT NULL CHECK (n > 0),
	measure  TEXT    NOT NULL,
	person   TEXT    NOT NULL,
	until    TEXT    NOT NULL CHECK (length(until) IN (0, 20)),
	helping  TEXT    NOT NULL,
	status   TEXT    NOT NULL CHECK (status IN ('', 'open', 'doing', 'done')),
	PRIMARY KEY (issue_id, round, n),
	FOREIGN KEY (issue_id, round) REFERENCES rounds (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE delays (
	issue_id      INTEGER NOT NULL REFERENCES issues (id),
	n             INTEGER NOT NULL CHECK (n > 0),
	round         INTEGER NOT NULL,
	number        TEXT    NOT NULL,
	asked         TEXT    NOT NULL CHECK (length(asked) = 20),
	asked_by_id   INTEGER NOT NULL REFERENCES staff (id),
	from_due      TEXT    NOT NULL CHECK (length(from_due) IN (0, 20)),
	to_due        TEXT    NOT NULL CHECK (length(to_due) = 20),
	code          TEXT    NOT NULL,
	text          TEXT    NOT NULL,
	progress      TEXT    NOT NULL,
	interim       TEXT    NOT NULL,
	told          TEXT    NOT NULL CHECK (length(told) IN (0, 20)),
	told_how      TEXT    NOT NULL,
	answer        TEXT    NOT NULL,
	late          INTEGER NOT NULL CHECK (late IN (0, 1)),
	decided       TEXT    NOT NULL CHECK (length(decided) IN (0, 20)),
	decided_by_id INTEGER REFERENCES staff (id),
	approved      INTEGER NOT NULL CHECK (approved IN (0, 1)),
	decision      TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX delays_number ON delays (number) WHERE number <> '';

CREATE TABLE feedbacks (
	issue_id       INTEGER NOT NULL REFERENCES issues (id),
	n              INTEGER NOT NULL CHECK (n > 0),
	round          INTEGER NOT NULL,
	at             TEXT    NOT NULL CHECK (length(at) = 20),
	by_id          INTEGER NOT NULL REFERENCES staff (id),
	situation      TEXT    NOT NULL,
	result         TEXT    NOT NULL,
	satisfaction   INTEGER NOT NULL CHECK (satisfaction BETWEEN 0 AND 5),
	completed      TEXT    NOT NULL CHECK (length(completed) IN (0, 20)),
	reviewed       TEXT    NOT NULL CHECK (length(reviewed) IN (0, 20)),
	reviewed_by_id INTEGER REFERENCES staff (id),
	accepted       INTEGER NOT NULL CHECK (accepted IN (0, 1)),
	code           TEXT    NOT NULL,
	verdict        TEXT    NOT NULL,
	new_due        TEXT    NOT NULL CHECK (length(new_due) IN (0, 20)),
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
	issue_id INTEGER NOT NULL REFERENCES issues (id),
	n        INTEGER NOT NULL CHECK (n > 0),
	round    INTEGER NOT NULL,
	kind     TEXT    NOT NULL CHECK (kind <> ''),
	at       TEXT    NOT NULL CHECK (length(at) = 20),
	by_id    INTEGER NOT NULL REFERENCES staff (id),
	text     TEXT    NOT NULL,
	told     INTEGER NOT NULL CHECK (told IN (0, 1)),
	how      TEXT    NOT NULL,
	told_at  TEXT    NOT NULL CHECK (length(told_at) IN (0, 20)),
	answer   TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE followups (
	issue_id INTEGER NOT NULL REFERENCES issues (id),
	n        INTEGER NOT NULL CHECK (n > 0),
	round    INTEGER NOT NULL,
	attempt  INTEGER NOT NULL CHECK (attempt > 0),
	number   TEXT    NOT NULL, -- one for all attempts of a round
	due      TEXT    NOT NULL CHECK (length(due) IN (0, 20)),
	at       TEXT    NOT NULL CHECK (length(at) = 20),
	by_id    INTEGER NOT NULL REFERENCES staff (id),
	method   TEXT    NOT NULL,
	reached  TEXT    NOT NULL,
	who      TEXT    NOT NULL,
	relation TEXT    NOT NULL,
	solved   TEXT    NOT NULL,
	on_time  TEXT    NOT NULL,
	attitude TEXT    NOT NULL,
	clean    TEXT    NOT NULL,
	rating   INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 5),
	why      TEXT    NOT NULL,
	opinion  TEXT    NOT NULL,
	disposal TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX followups_number ON followups (number) WHERE number <> '';
CREATE INDEX followups_at ON followups (at);

CREATE TABLE closings (
	issue_id      INTEGER NOT NULL REFERENCES issues (id),
	n             INTEGER NOT NULL CHECK (n > 0),
	code          TEXT    NOT NULL CHECK (code <> ''),
	reason        TEXT    NOT NULL,
	asked         TEXT    NOT NULL CHECK (length(asked) = 20),
	asked_by_id   INTEGER NOT NULL REFERENCES staff (id),
	decided       TEXT    NOT NULL CHECK (length(decided) IN (0, 20)),
	decided_by_id INTEGER REFERENCES staff (id),
	approved      INTEGER NOT NULL CHECK (approved IN (0, 1)),
	decision      TEXT    NOT NULL,
	CHECK (NOT approved OR decided_by_id <> asked_by_id), -- a different person
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE inquiries (
	issue_id        INTEGER PRIMARY KEY REFERENCES issues (id),
	valid           TEXT    NOT NULL,
	repeat_of       TEXT    NOT NULL,
	accused_dept_id INTEGER REFERENCES departments (id),
	accused         TEXT    NOT NULL CHECK (json_valid(accused)), -- staff, [3,4]
	accused_text    TEXT    NOT NULL,
	investigator_id INTEGER REFERENCES staff (id),
	began           TEXT    NOT NULL CHECK (length(began) IN (0, 20)),
	ended           TEXT    NOT NULL CHECK (length(ended) IN (0, 20)),
	methods         TEXT    NOT NULL CHECK (json_valid(methods)),
	facts           TEXT    NOT NULL,
	answers         TEXT    NOT NULL,
	cause           TEXT    NOT NULL,
	amends          TEXT    NOT NULL,
	consulted       TEXT    NOT NULL CHECK (length(consulted) IN (0, 20)),
	owner_view      TEXT    NOT NULL,
	approved_by_id  INTEGER REFERENCES staff (id),
	approved        TEXT    NOT NULL CHECK (length(approved) IN (0, 20)),
	approval_note   TEXT    NOT NULL,
	root            TEXT    NOT NULL,
	corrective      TEXT    NOT NULL,
	preventive      TEXT    NOT NULL,
	responsible     TEXT    NOT NULL,
	verified_by_id  INTEGER REFERENCES staff (id),
	verified        TEXT    NOT NULL CHECK (length(verified) IN (0, 20)),
	common          INTEGER NOT NULL CHECK (common IN (0, 1)),
	archive         TEXT    NOT NULL,
	keep_years      INTEGER NOT NULL CHECK (keep_years >= 0)
) STRICT;

CREATE TABLE parties (
	issue_id INTEGER NOT NULL REFERENCES inquiries (issue_id),
	n        INTEGER NOT NULL CHECK (n > 0),
	role     TEXT    NOT NULL,
	name     TEXT    NOT NULL,
	at       TEXT    NOT NULL CHECK (length(at) IN (0, 20)),
	points   TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
	issue_id   INTEGER NOT NULL REFERENCES inquiries (issue_id),
	n          INTEGER NOT NULL CHECK (n > 0),
	name       TEXT    NOT NULL,
	kind       TEXT    NOT NULL,
	source     TEXT    NOT NULL,
	obtained   TEXT    NOT NULL CHECK (length(obtained) IN (0, 20)),
	kept_where TEXT    NOT NULL,
	giver      TEXT    NOT NULL,
	attachment INTEGER NOT NULL CHECK (attachment >= 0), -- n of the file, 0 for none
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
	issue_id INTEGER NOT NULL REFERENCES issues (id),
	n        INTEGER NOT NULL CHECK (n > 0),
	name     TEXT    NOT NULL,
	hash     TEXT    NOT NULL CHECK (length(hash) = 64),
	size     INTEGER NOT NULL CHECK (size >= 0),
	at       TEXT    NOT NULL CHECK (length(at) = 20),
	by_id    INTEGER NOT NULL REFERENCES staff (id),
	note     TEXT    NOT NULL,
	closed   INTEGER NOT NULL CHECK (closed IN (0, 1)), -- restricted
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

-- The timeline: who did what, when, and what it changed.
CREATE TABLE acts (
	issue_id INTEGER NOT NULL REFERENCES issues (id),
	n        INTEGER NOT NULL CHECK (n > 0),
	round    INTEGER NOT NULL,
	kind     TEXT    NOT NULL CHECK (kind <> ''),
	at       TEXT    NOT NULL CHECK (length(at) = 20),
	by_id    INTEGER NOT NULL REFERENCES staff (id),
	note     TEXT    NOT NULL,
	diffs    TEXT    NOT NULL CHECK (json_valid(diffs)), -- [[field, old, new], …]
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;

-- The last serial given, so that none is given twice.
CREATE TABLE counters (
	project_id INTEGER NOT NULL REFERENCES projects (id),
	prefix     TEXT    NOT NULL CHECK (prefix <> ''),
	month      TEXT    NOT NULL CHECK (length(month) = 7),
	last       INTEGER NOT NULL CHECK (last > 0),
	PRIMARY KEY (project_id, prefix, month)
) STRICT, WITHOUT ROWID;

-- Lists. The first holds all that a list is narrowed by, so that a rare
-- combination is looked for in narrow rows.
CREATE INDEX issues_received ON issues (received, id, state, kind, category, lead_id, area_id, project_id, by_id, handler_id, step, step_due);
CREATE INDEX issues_shown ON issues (shown);
CREATE INDEX issues_due ON issues (due, id);
CREATE INDEX issues_place ON issues (place_key, id);
CREATE INDEX issues_kind ON issues (kind, received);
CREATE INDEX issues_state ON issues (state, received);
CREATE INDEX issues_lead ON issues (lead_id, received);
CREATE INDEX issues_room ON issues (room_id, received) WHERE room_id IS NOT NULL;
CREATE INDEX issues_person ON issues (person_id) WHERE person_id IS NOT NULL;

-- Today: only what is still open, however long the file.
CREATE INDEX issues_step ON issues (step, step_due, id, project_id) WHERE step <> '';
CREATE INDEX issues_pressing ON issues (step_due, id, project_id) WHERE step <> '';
CREATE INDEX issues_call_back ON issues (call_back, id, project_id, step) WHERE call_back <> '';

CREATE TRIGGER issues_stay BEFORE DELETE ON issues BEGIN SELECT RAISE(ABORT, 'issues are never deleted'); END;
CREATE TRIGGER rounds_stay BEFORE DELETE ON rounds BEGIN SELECT RAISE(ABORT, 'rounds are never deleted'); END;
CREATE TRIGGER delays_stay BEFORE DELETE ON delays BEGIN SELECT RAISE(ABORT, 'delays are never deleted'); END;
CREATE TRIGGER feedbacks_stay BEFORE DELETE ON feedbacks BEGIN SELECT RAISE(ABORT, 'feedbacks are never deleted'); END;
CREATE TRIGGER notes_stay BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'notes are never deleted'); END;
CREATE TRIGGER followups_stay BEFORE DELETE ON followups BEGIN SELECT RAISE(ABORT, 'follow-ups are never deleted'); END;
CREATE TRIGGER closings_stay BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'closings are never deleted'); END;
CREATE TRIGGER inquiries_stay BEFORE DELETE ON inquiries BEGIN SELECT RAISE(ABORT, 'inquiries are never deleted'); END;
CREATE TRIGGER parties_stay BEFORE DELETE ON parties BEGIN SELECT RAISE(ABORT, 'parties are never deleted'); END;
CREATE TRIGGER evidence_stay BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER attachments_stay BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'attachments are never deleted'); END;
CREATE TRIGGER acts_stay BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER acts_hold BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
