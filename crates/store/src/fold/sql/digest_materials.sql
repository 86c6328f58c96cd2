SELECT c.id, m.ord, m.body
  FROM case_material AS m
  JOIN cases AS c ON c.rid = m.case_rid
 ORDER BY c.id, m.ord
