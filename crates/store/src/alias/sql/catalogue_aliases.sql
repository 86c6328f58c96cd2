SELECT a.alias
  FROM matter AS m
  JOIN matter_alias AS a ON a.matter_rid = m.rid
 WHERE m.code = ?1
 ORDER BY a.ord
