SELECT a.place, a.ticket, a.at_ms, a.operator, a.what, a.reason
  FROM queue_act AS a
 WHERE a.ticket = ?1
 ORDER BY a.place
