SELECT c.at_ms,
       (SELECT max(s.at_ms) FROM entry AS s WHERE s.journal = c.journal AND s.arrival >= c.arrival) AS newest_ms
  FROM entry AS c
  JOIN home AS h ON h.epoch = c.epoch
 WHERE c.journal = (SELECT rid FROM journal WHERE own = 1)
   AND c.at_ms >= :since_ms
   AND c.kind = 'date_confirmed'
 -- By time, not by walking back over the whole journal.
 ORDER BY +c.arrival DESC
 LIMIT 1
