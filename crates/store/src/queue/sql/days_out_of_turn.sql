SELECT t.day, count(*) AS calls
  FROM queue_act AS a JOIN queue_ticket AS t ON t.id = a.ticket
 WHERE a.what = 'call_out_of_turn'
 GROUP BY t.day
 ORDER BY t.day DESC
 LIMIT :most
