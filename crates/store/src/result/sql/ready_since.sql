SELECT CASE
         WHEN EXISTS (SELECT 1 FROM result AS r WHERE r.case_rid = c.rid)
           THEN (SELECT min(r.arrived_on) FROM result AS r WHERE r.case_rid = c.rid AND r.place = 'counter')
         ELSE c.progress_on
       END AS day
  FROM cases AS c
 WHERE c.id = ?1 AND c.state = 'ready_for_pickup'
