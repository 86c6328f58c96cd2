SELECT c.id, a.id_kind, a.id_value
  FROM case_agent AS a
  JOIN cases AS c ON c.rid = a.case_rid
 ORDER BY c.id
