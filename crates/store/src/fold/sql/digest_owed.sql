SELECT c.id, o.item, o.ord, o.stage, o.supply_by, o.body
  FROM case_owed AS o
  JOIN cases AS c ON c.rid = o.case_rid
 ORDER BY c.id, o.item
