-- The register: estates, buildings, rooms, and who lives or owns there.
-- A key column is the folded form by which two ways of writing are one.

CREATE TABLE projects (
	id     INTEGER PRIMARY KEY,
	name   TEXT    NOT NULL CHECK (name <> ''),
	code   TEXT    NOT NULL, -- stands before its numbers; one estate at most has none
	closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX projects_code ON projects (code);

CREATE TABLE areas (
	id         INTEGER PRIMARY KEY,
	project_id INTEGER NOT NULL REFERENCES projects (id),
	name       TEXT    NOT NULL CHECK (name <> ''),
	key        TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX areas_key ON areas (project_id, key);

CREATE TABLE buildings (
	id         INTEGER PRIMARY KEY,
	project_id INTEGER NOT NULL REFERENCES projects (id),
	area_id    INTEGER REFERENCES areas (id),
	name       TEXT    NOT NULL CHECK (name <> ''),
	note       TEXT    NOT NULL,
	key        TEXT    NOT NULL
) STRICT;
-- Two areas may each have a building 1.
CREATE UNIQUE INDEX buildings_key ON buildings (project_id, COALESCE(area_id, 0), key);
CREATE INDEX buildings_by_key ON buildings (key);
CREATE INDEX buildings_area ON buildings (area_id);

CREATE TABLE rooms (
	id          INTEGER PRIMARY KEY,
	building_id INTEGER NOT NULL REFERENCES buildings (id),
	unit        TEXT    NOT NULL,
	door        TEXT    NOT NULL CHECK (door <> ''),
	floor       TEXT    NOT NULL,
	size        REAL    NOT NULL CHECK (size >= 0),
	note        TEXT    NOT NULL,
	unit_key    TEXT    NOT NULL,
	door_key    TEXT    NOT NULL,
	floor_key   TEXT    NOT NULL -- '' where doors are numbered by floor
) STRICT;
CREATE UNIQUE INDEX rooms_key ON rooms (building_id, unit_key, door_key, floor_key);
CREATE INDEX rooms_door ON rooms (door_key);

CREATE TABLE people (
	id     INTEGER PRIMARY KEY,
	name   TEXT NOT NULL CHECK (name <> ''),
	email  TEXT NOT NULL,
	wechat TEXT NOT NULL,
	note   TEXT NOT NULL,
	key    TEXT NOT NULL
) STRICT;
CREATE INDEX people_key ON people (key);

CREATE TABLE phones (
	person_id INTEGER NOT NULL REFERENCES people (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	number    TEXT    NOT NULL CHECK (number <> ''), -- as written
	digits    TEXT    NOT NULL,
	reversed  TEXT    NOT NULL, -- digits from the end, to find by the last four
	PRIMARY KEY (person_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX phones_digits ON phones (digits);
CREATE INDEX phones_reversed ON phones (reversed);

CREATE TABLE ties (
	person_id INTEGER NOT NULL REFERENCES people (id),
	room_id   INTEGER NOT NULL REFERENCES rooms (id),
	owner     TEXT    NOT NULL CHECK (owner <> ''), -- OW-SELF
	ended     INTEGER NOT NULL CHECK (ended IN (0, 1)), -- stays for the record
	PRIMARY KEY (person_id, room_id, owner)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_room ON ties (room_id);
