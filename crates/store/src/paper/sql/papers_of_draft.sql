SELECT *
  FROM paper WHERE draft = ?1 ORDER BY queued_ms, document, copy;
