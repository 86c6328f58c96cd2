-- What became of a paper on a printer, and what it was made from. A paper whose end nobody knows is
-- still waited for. An older program may not open this home.

-- Template and its version the paper was made from; none of papers of older programs. A reprint is
-- made from the same.
ALTER TABLE paper ADD COLUMN template TEXT;
-- Why it was made again (补打).
ALTER TABLE paper ADD COLUMN why TEXT;
-- The paper it is another copy of, when the document is found by that paper's id.
ALTER TABLE paper ADD COLUMN origin BLOB CHECK (length(origin) = 16);
-- The sheet it was made for, such as `a5`; none before it is made, and of papers of older programs.
ALTER TABLE paper ADD COLUMN sheet TEXT;
-- The printer it is for, as the settings name it, and how that was reached, such as `ipp`.
ALTER TABLE paper ADD COLUMN printer TEXT;
ALTER TABLE paper ADD COLUMN way TEXT;
-- Its turn among papers that wait for a printer.
ALTER TABLE paper ADD COLUMN turn INTEGER;
-- When handing it over began, and the printer's own reference for it once it was taken. One that
-- was begun and has none may or may not be on paper.
ALTER TABLE paper ADD COLUMN sent_ms INTEGER;
ALTER TABLE paper ADD COLUMN job TEXT;
ALTER TABLE paper ADD COLUMN settled_ms INTEGER;
-- Why it failed, is not known or does not go on, such as `paper_out`.
ALTER TABLE paper ADD COLUMN reason TEXT;

UPDATE paper SET outcome = 'done' WHERE outcome = 'sent';
UPDATE paper SET reason = place, place = NULL WHERE outcome = 'failed';

DROP VIEW paper_to_print;
DROP INDEX paper_unprinted;
CREATE INDEX paper_unprinted ON paper (queued_ms)
 WHERE case_id IS NOT NULL AND outcome IN ('queued', 'ready', 'failed', 'unknown');
CREATE INDEX paper_in_hand ON paper (turn) WHERE outcome = 'printing';
CREATE INDEX paper_unsettled ON paper (queued_ms) WHERE outcome IN ('failed', 'unknown');
CREATE INDEX paper_by_origin ON paper (origin) WHERE origin IS NOT NULL;

CREATE VIEW paper_to_print AS
SELECT p.id, p.case_id, p.queued_ms
  FROM paper AS p
 WHERE p.case_id IS NOT NULL AND p.outcome IN ('queued', 'ready', 'failed', 'unknown')
   AND NOT EXISTS (SELECT 1 FROM paper AS later
                    WHERE later.case_id = p.case_id AND later.document = p.document AND later.copy > p.copy);
