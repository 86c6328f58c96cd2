SELECT e.arrival, e.header, p.salt, p.body
  FROM entry AS e
  LEFT JOIN payload AS p ON p.arrival = e.arrival
 ORDER BY e.arrival
