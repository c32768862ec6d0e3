-- The office: who works here, under which rules, by which calendar.
-- A moment is UTC, 2026-11-23T01:42:00Z, and '' when there is none; a day is 2026-11-23.

CREATE TABLE departments (
	id       INTEGER PRIMARY KEY,
	name     TEXT    NOT NULL CHECK (name <> ''),
	desk     INTEGER NOT NULL CHECK (desk IN (0, 1)),   -- takes in, reviews, follows up
	closed   INTEGER NOT NULL CHECK (closed IN (0, 1)), -- no longer offered; old slips keep it
	position INTEGER NOT NULL,
	subjects TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(subjects)) -- categories it usually leads
) STRICT;
CREATE UNIQUE INDEX departments_name ON departments (name);

CREATE TABLE staff (
	id      INTEGER PRIMARY KEY,
	name    TEXT    NOT NULL CHECK (name <> ''),
	dept_id INTEGER NOT NULL REFERENCES departments (id),
	role    TEXT    NOT NULL CHECK (role IN ('clerk', 'worker', 'head', 'manager')),
	phone   TEXT    NOT NULL,
	closed  INTEGER NOT NULL CHECK (closed IN (0, 1)) -- left; old acts keep the name
) STRICT;

-- One row: this office. A file without it was never set up.
CREATE TABLE office (
	id         INTEGER PRIMARY KEY CHECK (id = 1),
	company    TEXT    NOT NULL,
	address    TEXT    NOT NULL,
	phone      TEXT    NOT NULL,
	region     TEXT    NOT NULL CHECK (region IN ('CN', 'HK', 'MO', 'TW', 'custom')),
	zone       TEXT    NOT NULL,
	pattern    TEXT    NOT NULL, -- wwwww-- 09:00-12:00 13:30-18:00
	screen     TEXT    NOT NULL, -- language
	paper      TEXT    NOT NULL, -- language
	backups    TEXT    NOT NULL, -- folder
	viewer     TEXT    NOT NULL, -- program
	look       TEXT    NOT NULL,
	scale      INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 400),
	keep_years INTEGER NOT NULL CHECK (keep_years >= 0),
	sample     INTEGER NOT NULL CHECK (sample IN (0, 1)), -- invented
	configured INTEGER NOT NULL CHECK (configured IN (0, 1)),
	by_id      INTEGER REFERENCES staff (id),
	at         TEXT    NOT NULL CHECK (length(at) IN (0, 20))
) STRICT;

-- The office's limits, one version after the other; an issue keeps its version.
CREATE TABLE rules (
	version   INTEGER PRIMARY KEY CHECK (version > 0),
	effective TEXT    NOT NULL CHECK (length(effective) IN (0, 20)),
	by_id     INTEGER REFERENCES staff (id),
	why       TEXT    NOT NULL
) STRICT;

CREATE TABLE rule_values (
	version INTEGER NOT NULL REFERENCES rules (version),
	key     TEXT    NOT NULL CHECK (key <> ''), -- handle.TYP-REP.UR1
	kind    TEXT    NOT NULL CHECK (kind IN ('limit', 'count')),
	value   TEXT    NOT NULL CHECK (value <> ''), -- 3wd, or 2
	PRIMARY KEY (version, key)
) STRICT, WITHOUT ROWID;

-- Days that break the weekly pattern, by region.
CREATE TABLE specials (
	region TEXT    NOT NULL CHECK (region IN ('CN', 'HK', 'MO', 'TW', 'custom')),
	date   TEXT    NOT NULL CHECK (length(date) = 10),
	civil  INTEGER NOT NULL CHECK (civil IN (0, 1)), -- binds civil servants only
	kind   TEXT    NOT NULL CHECK (kind IN ('holiday', 'makeup')),
	name   TEXT    NOT NULL,
	half   INTEGER NOT NULL CHECK (half BETWEEN 0 AND 3), -- 1 morning, 2 afternoon; 0 and 3 the whole day
	status TEXT    NOT NULL, -- where it comes from
	PRIMARY KEY (region, date, civil)
) STRICT, WITHOUT ROWID;

-- Years whose calendar is known whole; others make limits provisional.
CREATE TABLE calendar_years (
	region TEXT    NOT NULL CHECK (region IN ('CN', 'HK', 'MO', 'TW', 'custom')),
	year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
	source TEXT    NOT NULL, -- file or announcement
	by_id  INTEGER REFERENCES staff (id),
	at     TEXT    NOT NULL CHECK (length(at) IN (0, 20)),
	PRIMARY KEY (region, year)
) STRICT, WITHOUT ROWID;

-- The office's own words for codes of the closed lists; '' keeps the shipped word.
CREATE TABLE list_items (
	grp      TEXT    NOT NULL CHECK (grp <> ''),
	code     TEXT    NOT NULL CHECK (code <> ''),
	zh_hant  TEXT    NOT NULL,
	zh_hans  TEXT    NOT NULL,
	en       TEXT    NOT NULL,
	hidden   INTEGER NOT NULL CHECK (hidden IN (0, 1)), -- no longer offered
	position INTEGER NOT NULL,
	PRIMARY KEY (grp, code)
) STRICT, WITHOUT ROWID;
