-- Which office this file is. Its backups say the same, so that one office's is
-- never put in another's place unasked.
CREATE TABLE identity (
	id     INTEGER PRIMARY KEY CHECK (id = 1),
	office TEXT    NOT NULL CHECK (length(office) = 32)
) STRICT;

INSERT INTO identity (id, office) VALUES (1, lower(hex(randomblob(16))));
