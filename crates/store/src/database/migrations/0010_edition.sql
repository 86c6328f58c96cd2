-- The edition of the matter a draft was last written under, so that a newer one is noticed and every
-- answer is kept or shown as dropped. None for drafts of before.
ALTER TABLE draft ADD COLUMN matter_sha256 BLOB CHECK (length(matter_sha256) = 32);
ALTER TABLE draft ADD COLUMN questions_sha256 BLOB CHECK (length(questions_sha256) = 32);

-- The questions a case was taken under: its later acceptance is judged by them. None for cases of
-- before, and where the matter has none.
ALTER TABLE cases ADD COLUMN questions_sha256 BLOB CHECK (length(questions_sha256) = 32);
CREATE INDEX cases_by_questions_bytes ON cases (questions_sha256) WHERE questions_sha256 IS NOT NULL;
