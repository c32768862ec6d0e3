-- That an owner was told until when he will hear is a fact of its own. What older
-- files do not know of it stays empty.

ALTER TABLE issues ADD COLUMN promised       TEXT    NOT NULL DEFAULT '' CHECK (length(promised) IN (0, 20));
ALTER TABLE issues ADD COLUMN promised_how   TEXT    NOT NULL DEFAULT '';
ALTER TABLE issues ADD COLUMN promised_by_id INTEGER REFERENCES staff (id);
ALTER TABLE issues ADD COLUMN promised_until TEXT    NOT NULL DEFAULT '' CHECK (length(promised_until) IN (0, 20)); -- what he was told
