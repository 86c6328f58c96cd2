SELECT arrival, case_id, document, number, matter, copy, template, sha256
  FROM print
 ORDER BY arrival
