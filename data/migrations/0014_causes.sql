-- Every report of a department names why it came to the issue, not only the slip
-- of a complaint. Reports from before say nothing.
ALTER TABLE feedbacks ADD COLUMN cause TEXT NOT NULL DEFAULT '';
