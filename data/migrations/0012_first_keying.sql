-- What the first keying said is kept beside the second, so that correcting a sheet
-- after the two were held together does not make their difference go away.

ALTER TABLE survey_sheets ADD COLUMN first TEXT NOT NULL DEFAULT '' CHECK (first = '' OR first NOT GLOB '*[^-0-5]*' AND length(first) = length(second));

UPDATE survey_sheets SET first = marks WHERE second <> '';
UPDATE survey_sheets SET first = (SELECT d.value ->> 1 FROM survey_sheet_changes c, json_each(c.diffs) d
		WHERE c.survey_id = survey_sheets.survey_id AND c.no = survey_sheets.no AND c.by_id = survey_sheets.second_by_id AND d.value ->> 0 = 'marks'
		ORDER BY c.n LIMIT 1)
	WHERE second <> '' AND EXISTS (SELECT 1 FROM survey_sheet_changes c, json_each(c.diffs) d
		WHERE c.survey_id = survey_sheets.survey_id AND c.no = survey_sheets.no AND c.by_id = survey_sheets.second_by_id
			AND d.value ->> 0 = 'marks' AND length(d.value ->> 1) = length(survey_sheets.second));
