SELECT m.code, m.name, i.sha256
  FROM matter AS m
  JOIN pack_item AS i ON i.kind = 'matter' AND i.code = m.code
