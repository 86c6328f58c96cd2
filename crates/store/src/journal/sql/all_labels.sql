SELECT e.arrival, j.name AS journal, e.epoch, e.seq, e.hash, e.kind, e.case_id, e.header
  FROM entry AS e
  JOIN journal AS j ON j.rid = e.journal
 ORDER BY e.arrival
