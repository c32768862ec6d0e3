-- The closed lists hold in the file too. What the office added to a list stands in
-- list_items. An empty code says that nothing was answered; a code that an older file
-- has already may stay as it is, but no new one is written that is in no list. The
-- program writes its lists into codes whenever it opens the file.

CREATE TABLE codes (
	grp  TEXT NOT NULL CHECK (grp <> ''), -- as in list_items
	code TEXT NOT NULL CHECK (code <> ''),
	PRIMARY KEY (grp, code)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER issues_codes_insert BEFORE INSERT ON issues WHEN
	(NEW.kind <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'kind' AND code = NEW.kind))
	OR (NEW.channel <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'channel' AND code = NEW.channel) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'channel' AND code = NEW.channel))
	OR (NEW.category <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = NEW.category) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = NEW.category))
	OR (NEW.urgency <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'urgency' AND code = NEW.urgency))
	OR (NEW.level <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'level' AND code = NEW.level))
	OR (NEW.owner <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.owner))
	OR (NEW.reply_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.reply_how))
	OR (NEW.promised_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.promised_how))
	OR (NEW.close_code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'close' AND code = NEW.close_code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER issues_codes_update BEFORE UPDATE ON issues WHEN
	(NEW.kind <> OLD.kind AND NEW.kind <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'kind' AND code = NEW.kind))
	OR (NEW.channel <> OLD.channel AND NEW.channel <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'channel' AND code = NEW.channel) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'channel' AND code = NEW.channel))
	OR (NEW.category <> OLD.category AND NEW.category <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = NEW.category) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = NEW.category))
	OR (NEW.urgency <> OLD.urgency AND NEW.urgency <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'urgency' AND code = NEW.urgency))
	OR (NEW.level <> OLD.level AND NEW.level <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'level' AND code = NEW.level))
	OR (NEW.owner <> OLD.owner AND NEW.owner <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.owner))
	OR (NEW.reply_how <> OLD.reply_how AND NEW.reply_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.reply_how))
	OR (NEW.promised_how <> OLD.promised_how AND NEW.promised_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.promised_how))
	OR (NEW.close_code <> OLD.close_code AND NEW.close_code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'close' AND code = NEW.close_code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER delays_codes_insert BEFORE INSERT ON delays WHEN
	(NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'delay' AND code = NEW.code))
	OR (NEW.told_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.told_how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER delays_codes_update BEFORE UPDATE ON delays WHEN
	(NEW.code <> OLD.code AND NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'delay' AND code = NEW.code))
	OR (NEW.told_how <> OLD.told_how AND NEW.told_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.told_how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER feedbacks_codes_insert BEFORE INSERT ON feedbacks WHEN
	(NEW.result <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'result' AND code = NEW.result))
	OR (NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'rework' AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER feedbacks_codes_update BEFORE UPDATE ON feedbacks WHEN
	(NEW.result <> OLD.result AND NEW.result <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'result' AND code = NEW.result))
	OR (NEW.code <> OLD.code AND NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'rework' AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER notes_codes_insert BEFORE INSERT ON notes WHEN
	(NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER notes_codes_update BEFORE UPDATE ON notes WHEN
	(NEW.how <> OLD.how AND NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER followups_codes_insert BEFORE INSERT ON followups WHEN
	(NEW.method <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.method))
	OR (NEW.reached <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'reached' AND code = NEW.reached))
	OR (NEW.relation <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.relation))
	OR (NEW.why <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'dissatisfied' AND code = NEW.why))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER followups_codes_update BEFORE UPDATE ON followups WHEN
	(NEW.method <> OLD.method AND NEW.method <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.method))
	OR (NEW.reached <> OLD.reached AND NEW.reached <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'reached' AND code = NEW.reached))
	OR (NEW.relation <> OLD.relation AND NEW.relation <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.relation))
	OR (NEW.why <> OLD.why AND NEW.why <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'dissatisfied' AND code = NEW.why))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER closings_codes_insert BEFORE INSERT ON closings WHEN
	(NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'close' AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER closings_codes_update BEFORE UPDATE ON closings WHEN
	(NEW.code <> OLD.code AND NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'close' AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER inquiries_codes_insert BEFORE INSERT ON inquiries WHEN
	(NEW.valid <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'validity' AND code = NEW.valid))
	OR (NEW.answers <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'responsibility' AND code = NEW.answers))
	OR (NEW.cause <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'cause' AND code = NEW.cause))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER inquiries_codes_update BEFORE UPDATE ON inquiries WHEN
	(NEW.valid <> OLD.valid AND NEW.valid <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'validity' AND code = NEW.valid))
	OR (NEW.answers <> OLD.answers AND NEW.answers <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'responsibility' AND code = NEW.answers))
	OR (NEW.cause <> OLD.cause AND NEW.cause <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'cause' AND code = NEW.cause))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;
