SELECT e.header, p.salt, p.body
  FROM entry AS e
  JOIN journal AS j ON j.rid = e.journal
  LEFT JOIN payload AS p ON p.arrival = e.arrival
 WHERE j.name = :journal AND e.epoch = :epoch AND e.seq > :seq
 ORDER BY e.seq
 LIMIT :limit
