-- What became of a paper on a printer, and what it was made from. A paper whose end nobody knows is
-- still waited for. An older program may not open this home.

-- Template and its version the paper was made from; none of papers of older programs. A reprint is
-- made from the same.
ALTER TABLE paper ADD COLUMN template TEXT;
-- Why it was made again (补打).
ALTER TABLE paper ADD COLUMN why TEXT;
-- The printer it was sent to, as the settings name it, and that printer's own reference for the job.
ALTER TABLE paper ADD COLUMN printer TEXT;
ALTER TABLE paper ADD COLUMN job TEXT;
ALTER TABLE paper ADD COLUMN sent_ms INTEGER;
ALTER TABLE paper ADD COLUMN settled_ms INTEGER;
-- Why it failed, is not known or waits, such as `paper_out`.
ALTER TABLE paper ADD COLUMN reason TEXT;

UPDATE paper SET outcome = 'done', printer = place, place = NULL WHERE outcome = 'sent';
UPDATE paper SET reason = place, place = NULL WHERE outcome = 'failed';

DROP VIEW paper_to_print;
DROP INDEX paper_unprinted;
CREATE INDEX paper_unprinted ON paper (queued_ms)
 WHERE case_id IS NOT NULL AND outcome IN ('queued', 'ready', 'failed', 'unknown');
CREATE INDEX paper_printing ON paper (sent_ms) WHERE outcome = 'printing';

CREATE VIEW paper_to_print AS
SELECT p.id, p.case_id, p.queued_ms
  FROM paper AS p
 WHERE p.case_id IS NOT NULL AND p.outcome IN ('queued', 'ready', 'failed', 'unknown')
   AND NOT EXISTS (SELECT 1 FROM paper AS later
                    WHERE later.case_id = p.case_id AND later.document = p.document AND later.copy > p.copy);
