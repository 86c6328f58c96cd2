SELECT c.id, p.material, p.outcome, p.checked_on
  FROM promise_check AS p
  JOIN cases AS c ON c.rid = p.case_rid
 ORDER BY c.id, p.material
