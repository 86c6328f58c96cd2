SELECT m.code, m.name, f.rank, f.matched
  FROM found AS f
  JOIN matter AS m ON m.rid = f.rid
 ORDER BY f.rank, m.uses DESC, length(m.name), m.code
 LIMIT :limit
