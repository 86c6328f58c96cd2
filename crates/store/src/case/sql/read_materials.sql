SELECT m.body
  FROM case_material AS m
  JOIN cases AS c ON c.rid = m.case_rid
 WHERE c.id = ?1
 ORDER BY m.ord
