SELECT p.epoch, p.seq, e.hash
  FROM (SELECT epoch, max(seq) AS seq FROM feed_proof GROUP BY epoch) AS p
  JOIN journal AS j ON j.name = :feed
  JOIN entry AS e ON e.journal = j.rid AND e.epoch = p.epoch AND e.seq = p.seq
 ORDER BY p.epoch
