SELECT r.body
  FROM entry AS e
  JOIN own_epoch AS o ON o.journal = e.journal AND o.epoch = e.epoch
  JOIN receipt AS r ON r.epoch = e.epoch AND r.seq >= e.seq
 WHERE e.hash = ?1
 ORDER BY r.rid
 LIMIT 1
