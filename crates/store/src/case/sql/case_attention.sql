SELECT v.body
  FROM entry AS e
  JOIN verdict AS v ON v.entry = e.hash
 WHERE e.case_id = ?1 AND v.word IN ('attend', 'conflict')
 ORDER BY e.arrival
 LIMIT 1
