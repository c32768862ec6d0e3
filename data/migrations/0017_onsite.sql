-- Getting to an emergency: until when somebody has to be on site and have it under
-- control, and when that was. What older files do not know of it stays empty, and
-- nothing of theirs waits for it.

ALTER TABLE issues ADD COLUMN arrive_due     TEXT NOT NULL DEFAULT '' CHECK (length(arrive_due) IN (0, 20));
ALTER TABLE issues ADD COLUMN control_due    TEXT NOT NULL DEFAULT '' CHECK (length(control_due) IN (0, 20));
ALTER TABLE issues ADD COLUMN arrived        TEXT NOT NULL DEFAULT '' CHECK (length(arrived) IN (0, 20));
ALTER TABLE issues ADD COLUMN arrived_who    TEXT NOT NULL DEFAULT '';
ALTER TABLE issues ADD COLUMN controlled     TEXT NOT NULL DEFAULT '' CHECK (length(controlled) IN (0, 20));
ALTER TABLE issues ADD COLUMN controlled_how TEXT NOT NULL DEFAULT '';

-- derived by the rules with every act, for Today
ALTER TABLE issues ADD COLUMN scene     TEXT NOT NULL DEFAULT '';
ALTER TABLE issues ADD COLUMN scene_due TEXT NOT NULL DEFAULT '' CHECK (length(scene_due) IN (0, 20));
CREATE INDEX issues_scene ON issues (scene_due, id, project_id) WHERE scene <> '';
