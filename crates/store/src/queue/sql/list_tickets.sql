SELECT t.id, t.day, t.line, t.number, t.business, t.priority, b.at AS booked, b.name
  FROM queue_ticket AS t LEFT JOIN queue_booking AS b ON b.id = t.booking
 WHERE t.day = ?1
 ORDER BY t.line, t.number
