SELECT c.id, m.body
  FROM case_material AS m INDEXED BY case_material_promised
  JOIN cases AS c ON c.rid = m.case_rid
 WHERE m.body ->> 'how' = 'promised'
   AND c.own
   AND c.accepted_on IS NOT NULL
   AND c.state NOT IN ('withdrawn', 'terminated', 'voided', 'archived')
   AND NOT EXISTS (SELECT 1 FROM promise_check AS p
                    WHERE p.case_rid = m.case_rid AND p.material = m.body ->> 'id' AND p.outcome <> 'open')
 ORDER BY c.accepted_on, c.rid, m.ord
 LIMIT :limit
