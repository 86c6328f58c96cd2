SELECT id, operator, matter, title, body, created_ms, updated_ms
  FROM draft
 WHERE operator = ?1
 ORDER BY updated_ms DESC, id
