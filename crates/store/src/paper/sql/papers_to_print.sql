SELECT p.*
  FROM paper_to_print AS waiting
  JOIN paper AS p ON p.id = waiting.id
 ORDER BY p.queued_ms, p.document <> 'receipt', p.document, p.copy
 LIMIT ?1;
