-- A complaint that becomes critical by itself asks for a talk on site: since when,
-- until when, and when it was held or said why there is none. Of older complaints
-- none was asked for yet; one is with the next act that finds them critical by themselves.
ALTER TABLE issues ADD COLUMN talk_asked TEXT NOT NULL DEFAULT '' CHECK (length(talk_asked) IN (0, 20));
ALTER TABLE issues ADD COLUMN talk_due TEXT NOT NULL DEFAULT '' CHECK (length(talk_due) IN (0, 20));
ALTER TABLE issues ADD COLUMN talk_ended TEXT NOT NULL DEFAULT '' CHECK (length(talk_ended) IN (0, 20));
ALTER TABLE issues ADD COLUMN talk_held INTEGER NOT NULL DEFAULT 0 CHECK (talk_held IN (0, 1));
CREATE INDEX issues_talk_owed ON issues (talk_due) WHERE talk_asked <> '' AND talk_ended = '';
