-- What is typed on the page that sets an office up is a draft, too: there is no staff
-- yet, and it is nobody's, 0.
CREATE TABLE form_drafts_new (
	by_id INTEGER NOT NULL CHECK (by_id >= 0),
	form  TEXT    NOT NULL CHECK (form <> ''),
	at    TEXT    NOT NULL CHECK (length(at) = 20),
	base  TEXT    NOT NULL CHECK (json_valid(base)),
	text  TEXT    NOT NULL CHECK (json_valid(text)),
	PRIMARY KEY (by_id, form)
) STRICT;
INSERT INTO form_drafts_new SELECT by_id, form, at, base, text FROM form_drafts;
DROP TABLE form_drafts;
ALTER TABLE form_drafts_new RENAME TO form_drafts;
