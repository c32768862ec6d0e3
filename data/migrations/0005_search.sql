-- Full-text indexes over folded pieces of one and two characters (app/fold).
-- They hold no text of their own; rowid is the issue's or the person's id. Texts
-- are cut before they come here, so the tokenizer only parts them at blanks.
-- The prefix indexes answer a single character or a few digits in one read.

CREATE VIRTUAL TABLE search USING fts5 (
	number, people, place, story, notes,
	content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3 4'
);

CREATE VIRTUAL TABLE register_search USING fts5 (
	people, place,
	content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3 4'
);
