SELECT c.id,
       c.clock_suspect AND c.received_on = :day AS received,
       c.accept_suspect AND coalesce(c.accepted_on, '') = :day AS accepted
  FROM cases AS c
 WHERE c.own
   AND (c.clock_suspect AND c.received_on = :day OR c.accept_suspect AND c.accepted_on = :day)
 ORDER BY c.rid
