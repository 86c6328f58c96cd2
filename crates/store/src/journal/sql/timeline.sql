SELECT e.arrival, e.hash, e.header, p.salt, p.body, v.body AS verdict
  FROM entry AS e
  LEFT JOIN payload AS p ON p.arrival = e.arrival
  LEFT JOIN verdict AS v ON v.entry = e.hash
 WHERE e.case_id = ?1
 ORDER BY e.arrival
