SELECT e.header, p.body, m.revoked_on, m.revoke_reason
  FROM mandate AS m
  JOIN entry AS e ON e.arrival = m.arrival
  JOIN payload AS p ON p.arrival = m.arrival
 WHERE m.id = ?1
