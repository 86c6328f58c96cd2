-- Papers of cases that nobody has in hand yet. A copy that a later one of the same document replaced
-- is no longer waited for. An older program may not open this home.

CREATE INDEX paper_unprinted ON paper (queued_ms)
 WHERE case_id IS NOT NULL AND outcome IN ('queued', 'ready', 'failed');

CREATE VIEW paper_to_print AS
SELECT p.id, p.case_id, p.queued_ms
  FROM paper AS p
 WHERE p.case_id IS NOT NULL AND p.outcome IN ('queued', 'ready', 'failed')
   AND NOT EXISTS (SELECT 1 FROM paper AS later
                    WHERE later.case_id = p.case_id AND later.document = p.document AND later.copy > p.copy);
