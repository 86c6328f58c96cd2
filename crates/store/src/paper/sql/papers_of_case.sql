-- The receipt is what the resident waits for: first among papers called for together.
SELECT *
  FROM paper WHERE case_id = ?1 ORDER BY queued_ms, document <> 'receipt', document, copy;
