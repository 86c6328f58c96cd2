SELECT m.code, m.name, m.department, i.sha256, q.sha256 AS questions, p.version, p.sample
  FROM matter AS m
  JOIN pack_item AS i ON i.kind = 'matter' AND i.code = m.code
  LEFT JOIN pack_item AS q ON q.kind = 'questions' AND q.code = m.code
  JOIN pack AS p ON p.only_row = 1
 WHERE m.code = ?1
