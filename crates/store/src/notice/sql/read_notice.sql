SELECT e.at_ms, e.header, p.body
  FROM notice AS n
  JOIN entry AS e ON e.arrival = n.arrival
  JOIN payload AS p ON p.arrival = n.arrival
 WHERE n.id = ?1
 ORDER BY n.arrival
 LIMIT 1
