-- Who came with an issue that was merged goes back with it when that is opened again: he
-- stays listed here, and counts there. Nobody had gone back before.
ALTER TABLE callers ADD COLUMN left_at TEXT NOT NULL DEFAULT '' CHECK (length(left_at) IN (0, 20));
