SELECT r.what, r.asked_on
  FROM case_request AS r
  JOIN cases AS c ON c.rid = r.case_rid
 WHERE c.id = ?1 AND r.answered_on IS NULL
 ORDER BY r.arrival
