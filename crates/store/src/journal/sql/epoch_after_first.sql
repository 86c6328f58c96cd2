-- The first epoch of a terminal has no mark.
SELECT e.at_ms
  FROM home AS h
  JOIN journal AS j ON j.own = 1
  JOIN entry AS e ON e.journal = j.rid AND e.epoch = h.epoch AND e.seq = 1
 WHERE h.only_row = 1 AND h.mark IS NOT NULL
