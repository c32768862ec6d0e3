-- Every column of a closed list is checked, not only those of an issue itself. A row
-- that is written again as it is comes in as a new one first (ON CONFLICT), so a code
-- that an older file has under the same key may stay there, too.

DROP TRIGGER IF EXISTS issues_codes_insert;
DROP TRIGGER IF EXISTS issues_codes_update;
DROP TRIGGER IF EXISTS delays_codes_insert;
DROP TRIGGER IF EXISTS delays_codes_update;
DROP TRIGGER IF EXISTS feedbacks_codes_insert;
DROP TRIGGER IF EXISTS feedbacks_codes_update;
DROP TRIGGER IF EXISTS notes_codes_insert;
DROP TRIGGER IF EXISTS notes_codes_update;
DROP TRIGGER IF EXISTS followups_codes_insert;
DROP TRIGGER IF EXISTS followups_codes_update;
DROP TRIGGER IF EXISTS closings_codes_insert;
DROP TRIGGER IF EXISTS closings_codes_update;
DROP TRIGGER IF EXISTS inquiries_codes_insert;
DROP TRIGGER IF EXISTS inquiries_codes_update;
DROP TRIGGER IF EXISTS suspensions_codes_insert;
DROP TRIGGER IF EXISTS suspensions_codes_update;
DROP TRIGGER IF EXISTS record_opinions_codes_insert;
DROP TRIGGER IF EXISTS record_opinions_codes_update;

CREATE TRIGGER issues_codes_insert BEFORE INSERT ON issues WHEN
	(NEW.kind <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'kind' AND code = NEW.kind)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.kind = NEW.kind))
	OR (NEW.channel <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'channel' AND code = NEW.channel) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'channel' AND code = NEW.channel)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.channel = NEW.channel))
	OR (NEW.category <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = NEW.category) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = NEW.category)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.category = NEW.category))
	OR (NEW.urgency <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'urgency' AND code = NEW.urgency)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.urgency = NEW.urgency))
	OR (NEW.level <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'level' AND code = NEW.level)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.level = NEW.level))
	OR (NEW.owner <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.owner)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.owner = NEW.owner))
	OR (NEW.reply_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.reply_how)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.reply_how = NEW.reply_how))
	OR (NEW.promised_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.promised_how)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.promised_how = NEW.promised_how))
	OR (NEW.close_code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'close' AND code = NEW.close_code)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.close_code = NEW.close_code))
	OR (NEW.suspend_code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'suspend' AND code = NEW.suspend_code)
		AND NOT EXISTS (SELECT 1 FROM issues o WHERE o.id = NEW.id AND o.suspend_code = NEW.suspend_code))
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
	OR (NEW.suspend_code <> OLD.suspend_code AND NEW.suspend_code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'suspend' AND code = NEW.suspend_code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER delays_codes_insert BEFORE INSERT ON delays WHEN
	(NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'delay' AND code = NEW.code)
		AND NOT EXISTS (SELECT 1 FROM delays o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.code = NEW.code))
	OR (NEW.told_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.told_how)
		AND NOT EXISTS (SELECT 1 FROM delays o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.told_how = NEW.told_how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER delays_codes_update BEFORE UPDATE ON delays WHEN
	(NEW.code <> OLD.code AND NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'delay' AND code = NEW.code))
	OR (NEW.told_how <> OLD.told_how AND NEW.told_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.told_how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER feedbacks_codes_insert BEFORE INSERT ON feedbacks WHEN
	(NEW.result <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'result' AND code = NEW.result)
		AND NOT EXISTS (SELECT 1 FROM feedbacks o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.result = NEW.result))
	OR (NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'rework' AND code = NEW.code)
		AND NOT EXISTS (SELECT 1 FROM feedbacks o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.code = NEW.code))
	OR (NEW.cause <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'cause' AND code = NEW.cause)
		AND NOT EXISTS (SELECT 1 FROM feedbacks o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.cause = NEW.cause))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER feedbacks_codes_update BEFORE UPDATE ON feedbacks WHEN
	(NEW.result <> OLD.result AND NEW.result <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'result' AND code = NEW.result))
	OR (NEW.code <> OLD.code AND NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'rework' AND code = NEW.code))
	OR (NEW.cause <> OLD.cause AND NEW.cause <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'cause' AND code = NEW.cause))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER notes_codes_insert BEFORE INSERT ON notes WHEN
	(NEW.kind <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'note' AND code = NEW.kind)
		AND NOT EXISTS (SELECT 1 FROM notes o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.kind = NEW.kind))
	OR (NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how)
		AND NOT EXISTS (SELECT 1 FROM notes o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.how = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER notes_codes_update BEFORE UPDATE ON notes WHEN
	(NEW.kind <> OLD.kind AND NEW.kind <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'note' AND code = NEW.kind))
	OR (NEW.how <> OLD.how AND NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER followups_codes_insert BEFORE INSERT ON followups WHEN
	(NEW.method <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.method)
		AND NOT EXISTS (SELECT 1 FROM followups o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.method = NEW.method))
	OR (NEW.reached <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'reached' AND code = NEW.reached)
		AND NOT EXISTS (SELECT 1 FROM followups o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.reached = NEW.reached))
	OR (NEW.relation <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.relation)
		AND NOT EXISTS (SELECT 1 FROM followups o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.relation = NEW.relation))
	OR (NEW.why <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'dissatisfied' AND code = NEW.why)
		AND NOT EXISTS (SELECT 1 FROM followups o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.why = NEW.why))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER followups_codes_update BEFORE UPDATE ON followups WHEN
	(NEW.method <> OLD.method AND NEW.method <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.method))
	OR (NEW.reached <> OLD.reached AND NEW.reached <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'reached' AND code = NEW.reached))
	OR (NEW.relation <> OLD.relation AND NEW.relation <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.relation))
	OR (NEW.why <> OLD.why AND NEW.why <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'dissatisfied' AND code = NEW.why))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER closings_codes_insert BEFORE INSERT ON closings WHEN
	(NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'close' AND code = NEW.code)
		AND NOT EXISTS (SELECT 1 FROM closings o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER closings_codes_update BEFORE UPDATE ON closings WHEN
	(NEW.code <> OLD.code AND NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'close' AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER suspensions_codes_insert BEFORE INSERT ON suspensions WHEN
	(NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'suspend' AND code = NEW.code)
		AND NOT EXISTS (SELECT 1 FROM suspensions o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER suspensions_codes_update BEFORE UPDATE ON suspensions WHEN
	(NEW.code <> OLD.code AND NEW.code <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'suspend' AND code = NEW.code))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER disturbances_codes_insert BEFORE INSERT ON disturbances WHEN
	(NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how)
		AND NOT EXISTS (SELECT 1 FROM disturbances o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.how = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER disturbances_codes_update BEFORE UPDATE ON disturbances WHEN
	(NEW.how <> OLD.how AND NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER callers_codes_insert BEFORE INSERT ON callers WHEN
	(NEW.owner <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.owner)
		AND NOT EXISTS (SELECT 1 FROM callers o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.owner = NEW.owner))
	OR (NEW.channel <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'channel' AND code = NEW.channel) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'channel' AND code = NEW.channel)
		AND NOT EXISTS (SELECT 1 FROM callers o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.channel = NEW.channel))
	OR (NEW.told_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.told_how)
		AND NOT EXISTS (SELECT 1 FROM callers o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.told_how = NEW.told_how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER callers_codes_update BEFORE UPDATE ON callers WHEN
	(NEW.owner <> OLD.owner AND NEW.owner <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.owner))
	OR (NEW.channel <> OLD.channel AND NEW.channel <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'channel' AND code = NEW.channel) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'channel' AND code = NEW.channel))
	OR (NEW.told_how <> OLD.told_how AND NEW.told_how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.told_how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER inquiries_codes_insert BEFORE INSERT ON inquiries WHEN
	(NEW.valid <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'validity' AND code = NEW.valid)
		AND NOT EXISTS (SELECT 1 FROM inquiries o WHERE o.issue_id = NEW.issue_id AND o.valid = NEW.valid))
	OR (NEW.answers <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'responsibility' AND code = NEW.answers)
		AND NOT EXISTS (SELECT 1 FROM inquiries o WHERE o.issue_id = NEW.issue_id AND o.answers = NEW.answers))
	OR (NEW.cause <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'cause' AND code = NEW.cause)
		AND NOT EXISTS (SELECT 1 FROM inquiries o WHERE o.issue_id = NEW.issue_id AND o.cause = NEW.cause))
	OR EXISTS (SELECT 1 FROM json_each(NEW.methods) j WHERE j.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'inquiry' AND code = j.value)
		AND NOT EXISTS (SELECT 1 FROM inquiries o, json_each(o.methods) was WHERE o.issue_id = NEW.issue_id AND was.value = j.value))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER inquiries_codes_update BEFORE UPDATE ON inquiries WHEN
	(NEW.valid <> OLD.valid AND NEW.valid <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'validity' AND code = NEW.valid))
	OR (NEW.answers <> OLD.answers AND NEW.answers <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'responsibility' AND code = NEW.answers))
	OR (NEW.cause <> OLD.cause AND NEW.cause <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'cause' AND code = NEW.cause))
	OR EXISTS (SELECT 1 FROM json_each(NEW.methods) j WHERE j.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'inquiry' AND code = j.value)
		AND NOT EXISTS (SELECT 1 FROM json_each(OLD.methods) was WHERE was.value = j.value))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER evidence_codes_insert BEFORE INSERT ON evidence WHEN
	(NEW.kind <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'evidence' AND code = NEW.kind)
		AND NOT EXISTS (SELECT 1 FROM evidence o WHERE o.issue_id = NEW.issue_id AND o.n = NEW.n AND o.kind = NEW.kind))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER evidence_codes_update BEFORE UPDATE ON evidence WHEN
	(NEW.kind <> OLD.kind AND NEW.kind <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'evidence' AND code = NEW.kind))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER record_problems_codes_insert BEFORE INSERT ON record_problems WHEN
	(NEW.category <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = NEW.category) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = NEW.category)
		AND NOT EXISTS (SELECT 1 FROM record_problems o WHERE o.record_id = NEW.record_id AND o.n = NEW.n AND o.category = NEW.category))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER record_problems_codes_update BEFORE UPDATE ON record_problems WHEN
	(NEW.category <> OLD.category AND NEW.category <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = NEW.category) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = NEW.category))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER record_opinions_codes_insert BEFORE INSERT ON record_opinions WHEN
	(NEW.category <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = NEW.category) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = NEW.category)
		AND NOT EXISTS (SELECT 1 FROM record_opinions o WHERE o.record_id = NEW.record_id AND o.n = NEW.n AND o.category = NEW.category))
	OR (NEW.sort <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'kind' AND code = NEW.sort)
		AND NOT EXISTS (SELECT 1 FROM record_opinions o WHERE o.record_id = NEW.record_id AND o.n = NEW.n AND o.sort = NEW.sort))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER record_opinions_codes_update BEFORE UPDATE ON record_opinions WHEN
	(NEW.category <> OLD.category AND NEW.category <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = NEW.category) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = NEW.category))
	OR (NEW.sort <> OLD.sort AND NEW.sort <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'kind' AND code = NEW.sort))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER record_told_codes_insert BEFORE INSERT ON record_told WHEN
	(NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how)
		AND NOT EXISTS (SELECT 1 FROM record_told o WHERE o.record_id = NEW.record_id AND o.n = NEW.n AND o.how = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER record_told_codes_update BEFORE UPDATE ON record_told WHEN
	(NEW.how <> OLD.how AND NEW.how <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'method' AND code = NEW.how))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER measures_codes_insert BEFORE INSERT ON measures WHEN
	EXISTS (SELECT 1 FROM json_each(NEW.categories) j WHERE j.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = j.value) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = j.value)
		AND NOT EXISTS (SELECT 1 FROM measures o, json_each(o.categories) was WHERE o.id = NEW.id AND was.value = j.value))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER measures_codes_update BEFORE UPDATE ON measures WHEN
	EXISTS (SELECT 1 FROM json_each(NEW.categories) j WHERE j.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'category' AND code = j.value) AND NOT EXISTS (SELECT 1 FROM list_items WHERE grp = 'category' AND code = j.value)
		AND NOT EXISTS (SELECT 1 FROM json_each(OLD.categories) was WHERE was.value = j.value))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER ties_codes_insert BEFORE INSERT ON ties WHEN
	(NEW.owner <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.owner)
		AND NOT EXISTS (SELECT 1 FROM ties o WHERE o.person_id = NEW.person_id AND o.room_id = NEW.room_id AND o.owner = NEW.owner AND o.owner = NEW.owner))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;

CREATE TRIGGER ties_codes_update BEFORE UPDATE ON ties WHEN
	(NEW.owner <> OLD.owner AND NEW.owner <> '' AND NOT EXISTS (SELECT 1 FROM codes WHERE grp = 'owner' AND code = NEW.owner))
BEGIN SELECT RAISE(ABORT, 'a code that is in no list'); END;
