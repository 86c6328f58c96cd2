SELECT coalesce(max(copy), 0) + 1 AS copy
  FROM print
 WHERE case_id = :case_id AND document = :document
