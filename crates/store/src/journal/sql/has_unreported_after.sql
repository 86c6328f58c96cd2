SELECT 1
  FROM own_epoch AS o
 CROSS JOIN entry AS e ON e.journal = o.journal AND e.epoch = o.epoch AND e.seq > o.receipted
 WHERE e.at_ms > :at_ms
 LIMIT 1
