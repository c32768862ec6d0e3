-- Once links are destroyed, sheets tell no day and no interviewer any more: the visits
-- of the field work have them too, and would give a sheet's household away.

DROP TRIGGER survey_sheet_changes_hold;
CREATE TRIGGER survey_sheet_changes_hold BEFORE UPDATE ON survey_sheet_changes
	WHEN (SELECT destroyed FROM surveys WHERE id = OLD.survey_id) = ''
		OR NEW.survey_id <> OLD.survey_id OR NEW.no <> OLD.no OR NEW.n <> OLD.n OR NEW.at <> OLD.at OR NEW.by_id <> OLD.by_id OR NEW.why <> OLD.why
	BEGIN SELECT RAISE(ABORT, 'changes are never changed'); END;

UPDATE survey_sheets SET filled = '', asked_by_id = NULL,
		keyed = (SELECT max(keyed) FROM survey_sheets s WHERE s.survey_id = survey_sheets.survey_id)
	WHERE survey_id IN (SELECT id FROM surveys WHERE destroyed <> '');
UPDATE survey_sheet_changes SET diffs = (SELECT json_group_array(json(value)) FROM json_each(diffs) WHERE value ->> 0 NOT IN ('filled', 'asked'))
	WHERE survey_id IN (SELECT id FROM surveys WHERE destroyed <> '');
