SELECT r.entry, c.id, r.arrival, r.what, r.asked_on, r.answered_on, r.granted
  FROM case_request AS r
  JOIN cases AS c ON c.rid = r.case_rid
 ORDER BY r.entry
