-- What a paper to be signed said when it was made, so that a signature stands only while it still
-- says the same. None for papers of older programs. An older program may not open this home.

ALTER TABLE paper ADD COLUMN content BLOB CHECK (length(content) = 32);
