SELECT e.seq, e.hash
  FROM entry AS e
  JOIN journal AS j ON j.rid = e.journal
 WHERE j.name = :journal AND e.epoch = :epoch
 ORDER BY e.seq DESC
 LIMIT 1
