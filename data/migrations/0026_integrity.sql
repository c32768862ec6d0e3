-- Complaints about integrity are few; they are looked up with every list, to keep what
-- they say from whoever may not read it.
CREATE INDEX issues_restricted ON issues (id) WHERE kind = 'TYP-CMP' AND category = 'SV6';
