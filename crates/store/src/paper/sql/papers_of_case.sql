-- The receipt is what the resident waits for: first among papers called for together.
SELECT id, document, case_id, draft, matter, answers, copy, queued_ms, made_ms, pages, missing, sha256, content, outcome, place
  FROM paper WHERE case_id = ?1 ORDER BY queued_ms, document <> 'receipt', document, copy;
