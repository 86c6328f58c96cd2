SELECT p.body
  FROM cases AS c
  JOIN payload AS p ON p.arrival = c.received_arrival
 WHERE c.id = ?1
