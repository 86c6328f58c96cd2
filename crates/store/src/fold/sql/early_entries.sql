SELECT e.arrival, e.header, p.salt, p.body
  FROM entry AS e
  LEFT JOIN payload AS p ON p.arrival = e.arrival
 WHERE e.case_id = :case_id AND e.arrival < :before
 ORDER BY e.arrival
