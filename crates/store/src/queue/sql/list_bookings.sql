SELECT b.id, b.day, b.at, b.line, b.name, b.phone, b.about, b.cancelled_ms IS NOT NULL AS cancelled,
       EXISTS (SELECT 1 FROM queue_ticket AS t WHERE t.booking = b.id) AS arrived
  FROM queue_booking AS b
 WHERE b.day BETWEEN :from AND :until
 ORDER BY b.day, b.at, b.made_ms, b.id
