SELECT c.id, p.id, p.what, p.reason, p.begun_on, p.expected_days, p.office, p.ended_on, p.result
  FROM case_pause AS p
  JOIN cases AS c ON c.rid = p.case_rid
 ORDER BY c.id, p.id
