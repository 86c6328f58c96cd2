SELECT p.id, p.document, p.case_id, p.draft, p.matter, p.answers, p.copy, p.queued_ms, p.made_ms, p.pages, p.missing,
       p.sha256, p.content, p.outcome, p.place
  FROM paper_to_print AS waiting
  JOIN paper AS p ON p.id = waiting.id
 ORDER BY p.queued_ms, p.document <> 'receipt', p.document, p.copy
 LIMIT ?1;
