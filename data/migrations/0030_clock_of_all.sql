-- Of an older file the newest moment is that of all its entries, not only those of
-- issues, unless somebody said since that an earlier clock is right.
UPDATE clock SET newest = max(newest,
	COALESCE((SELECT max(at) FROM acts), ''),
	COALESCE((SELECT max(at) FROM record_acts), ''),
	COALESCE((SELECT max(at) FROM action_acts), ''),
	COALESCE((SELECT max(at) FROM survey_acts), ''),
	COALESCE((SELECT max(at) FROM measure_acts), ''))
WHERE NOT EXISTS (SELECT 1 FROM clock_answers);
