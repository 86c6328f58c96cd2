-- Papers of drafts, to be signed before there is a case. They leave with their draft, and are in no
-- journal. An older program may not open this home.

ALTER TABLE paper ADD COLUMN draft BLOB CHECK (length(draft) = 16);
CREATE INDEX paper_by_draft ON paper (draft, document, copy) WHERE draft IS NOT NULL;
