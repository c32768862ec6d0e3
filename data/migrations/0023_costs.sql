-- What an issue cost: working time, material line by line, what else was paid, and
-- what the owner was charged. Amounts are whole hundredths of the currency, quantities
-- thousandths, times hundredths of an hour. Each correction is a row of its own; the
-- last counts, and its sums stand in the issue, so that lists and figures need ask
-- nobody else. Of older issues nobody said: cost_n 0 is not recorded, never nothing.
CREATE TABLE costs (
	issue_id   INTEGER NOT NULL REFERENCES issues (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	round      INTEGER NOT NULL,
	at         TEXT    NOT NULL CHECK (length(at) = 20),
	by_id      INTEGER NOT NULL REFERENCES staff (id),
	hours      INTEGER NOT NULL CHECK (hours >= 0),
	rate       INTEGER NOT NULL CHECK (rate >= 0),
	labour     INTEGER NOT NULL CHECK (labour >= 0),
	materials  TEXT    NOT NULL, -- rows of [what, quantity, unit, price, amount]
	material   INTEGER NOT NULL CHECK (material >= 0),
	other      INTEGER NOT NULL CHECK (other >= 0),
	other_what TEXT    NOT NULL,
	charge     TEXT    NOT NULL CHECK (charge IN ('', 'no', 'part', 'yes')),
	charged    INTEGER NOT NULL CHECK (charged >= 0),
	receipt    TEXT    NOT NULL,
	why        TEXT    NOT NULL,
	PRIMARY KEY (issue_id, n)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER costs_stay BEFORE DELETE ON costs BEGIN SELECT RAISE(ABORT, 'costs are never deleted'); END;
CREATE TRIGGER costs_hold BEFORE UPDATE ON costs BEGIN SELECT RAISE(ABORT, 'costs are never changed'); END;

ALTER TABLE issues ADD COLUMN cost_n INTEGER NOT NULL DEFAULT 0 CHECK (cost_n >= 0);
ALTER TABLE issues ADD COLUMN cost_hours INTEGER NOT NULL DEFAULT 0 CHECK (cost_hours >= 0);
ALTER TABLE issues ADD COLUMN cost_labour INTEGER NOT NULL DEFAULT 0 CHECK (cost_labour >= 0);
ALTER TABLE issues ADD COLUMN cost_material INTEGER NOT NULL DEFAULT 0 CHECK (cost_material >= 0);
ALTER TABLE issues ADD COLUMN cost_other INTEGER NOT NULL DEFAULT 0 CHECK (cost_other >= 0);
ALTER TABLE issues ADD COLUMN charge TEXT NOT NULL DEFAULT '' CHECK (charge IN ('', 'no', 'part', 'yes'));
ALTER TABLE issues ADD COLUMN charged INTEGER NOT NULL DEFAULT 0 CHECK (charged >= 0);
