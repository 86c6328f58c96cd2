SELECT a.place, a.ticket, a.at_ms, a.operator, a.what, a.reason
  FROM queue_ticket AS t JOIN queue_act AS a ON a.ticket = t.id
 WHERE t.day = ?1
 ORDER BY a.place
