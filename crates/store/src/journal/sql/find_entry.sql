SELECT e.hash
  FROM entry AS e
  JOIN journal AS j ON j.rid = e.journal
 WHERE j.name = :journal AND e.epoch = :epoch AND e.seq = :seq
