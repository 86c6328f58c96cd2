SELECT id, document, case_id, draft, matter, answers, copy, queued_ms, made_ms, pages, missing, sha256, content, outcome, place
  FROM paper WHERE draft = ?1 ORDER BY queued_ms, document, copy;
