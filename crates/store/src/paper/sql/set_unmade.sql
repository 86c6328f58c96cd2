-- Nothing of it is on paper, so it may be made anew for another sheet; the sheet is kept.
UPDATE paper
   SET made_ms = NULL, pages = NULL, sha256 = NULL, content = NULL, sheet = :sheet, outcome = 'queued', reason = NULL
 WHERE id = :id AND outcome IN ('queued', 'ready', 'failed', 'saved', 'cancelled');
