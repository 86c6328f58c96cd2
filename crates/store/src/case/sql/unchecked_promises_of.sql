SELECT m.body
  FROM cases AS c
  JOIN case_material AS m ON m.case_rid = c.rid
 WHERE c.id = ?1
   AND m.body ->> 'how' = 'promised'
   AND NOT EXISTS (SELECT 1 FROM promise_check AS p
                    WHERE p.case_rid = m.case_rid AND p.material = m.body ->> 'id' AND p.outcome <> 'open')
 ORDER BY m.ord
