SELECT arrival, case_id, document, number, matter, copy, template, sha256
  FROM print
 WHERE case_id = ?1
 ORDER BY arrival
