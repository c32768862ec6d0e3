-- What was typed into a form and not sent yet: one draft a person and form. A draft
-- that was sent or given up is taken away, for it may name people.
CREATE TABLE form_drafts (
	by_id INTEGER NOT NULL REFERENCES staff (id),
	form  TEXT    NOT NULL CHECK (form <> ''),
	at    TEXT    NOT NULL CHECK (length(at) = 20),
	base  TEXT    NOT NULL CHECK (json_valid(base)),
	text  TEXT    NOT NULL CHECK (json_valid(text)),
	PRIMARY KEY (by_id, form)
) STRICT;
