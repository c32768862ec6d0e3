-- Who else looks at a complaint: media, an authority. Nobody said so before.
ALTER TABLE inquiries ADD COLUMN involved TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(involved));
