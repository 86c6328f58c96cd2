SELECT e.arrival, e.hash, e.header, p.salt, p.body, v.body AS verdict
  FROM entry AS e
  LEFT JOIN payload AS p ON p.arrival = e.arrival
  LEFT JOIN verdict AS v ON v.entry = e.hash
 WHERE (:kinds = '[]' OR e.kind IN (SELECT value FROM json_each(:kinds)))
   AND (:from_ms IS NULL OR e.at_ms >= :from_ms)
   AND (:until_ms IS NULL OR e.at_ms < :until_ms)
   AND (:before IS NULL OR e.arrival < :before)
 ORDER BY e.arrival DESC
 LIMIT :limit
