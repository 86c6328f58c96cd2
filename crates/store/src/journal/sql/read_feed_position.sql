SELECT e.epoch, e.seq
  FROM entry AS e
  JOIN journal AS j ON j.rid = e.journal
 WHERE j.name = ?1
 ORDER BY e.epoch DESC, e.seq DESC
 LIMIT 1
