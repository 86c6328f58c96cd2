SELECT id, operator, matter, matter_sha256, questions_sha256, title, body, created_ms, updated_ms
  FROM draft
 WHERE id = ?1
