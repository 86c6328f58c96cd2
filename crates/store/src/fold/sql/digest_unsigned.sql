SELECT c.id, u.document, u.body
  FROM case_unsigned AS u
  JOIN cases AS c ON c.rid = u.case_rid
 ORDER BY c.id, u.document
