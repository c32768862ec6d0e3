-- Which issues were ever opened again, for figures as of an earlier day.
CREATE INDEX acts_reopened ON acts (issue_id) WHERE kind = 'reopened';
