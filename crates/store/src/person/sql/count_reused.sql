SELECT count(*) AS reused
  FROM cases AS c
  JOIN case_material AS m ON m.case_rid = c.rid
 WHERE c.received_on >= :since AND m.body ->> 'how' = 'held'
