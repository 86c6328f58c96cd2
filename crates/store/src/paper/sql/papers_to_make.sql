SELECT id, document, case_id, draft, matter, answers, copy, queued_ms, made_ms, pages, missing, sha256, content, outcome, place
  FROM paper WHERE made_ms IS NULL ORDER BY queued_ms LIMIT 500;
