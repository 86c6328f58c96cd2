SELECT c.id
  FROM case_file AS f
  JOIN cases AS c ON c.rid = f.case_rid
 WHERE f.sha256 = ?1
 ORDER BY c.rid
