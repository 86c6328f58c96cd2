SELECT c.id
  FROM cases AS c
 WHERE c.state = 'received' AND c.own AND c.notify_by < :today AND c.corrections = 0
 ORDER BY c.rid
