SELECT o.item, o.stage, o.supply_by, o.body
  FROM case_owed AS o
  JOIN cases AS c ON c.rid = o.case_rid
 WHERE c.id = ?1
 ORDER BY o.stage, o.ord
