SELECT m.code, m.name, m.department, i.sha256, p.version, p.sample
  FROM matter AS m
  JOIN pack_item AS i ON i.kind = 'matter' AND i.code = m.code
  JOIN pack AS p ON p.only_row = 1
 WHERE m.code = ?1
