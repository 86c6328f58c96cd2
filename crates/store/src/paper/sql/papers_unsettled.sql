-- One seen to be blank was made again; one with a later copy is not waited for any more.
SELECT p.* FROM paper AS p
 WHERE p.outcome IN ('failed', 'unknown') AND p.reason IS NOT 'blank'
   AND NOT EXISTS (SELECT 1 FROM paper AS later
                    WHERE later.case_id = p.case_id AND later.document = p.document AND later.copy > p.copy)
   AND NOT EXISTS (SELECT 1 FROM paper AS later
                    WHERE later.draft = p.draft AND later.document = p.document AND later.copy > p.copy)
   AND NOT EXISTS (SELECT 1 FROM paper AS later
                    WHERE later.origin = coalesce(p.origin, p.id) AND later.copy > p.copy)
 ORDER BY p.queued_ms, p.document, p.copy
 LIMIT ?1;
