UPDATE cases
   SET clock_shift = clock_shift + :days
 WHERE clock_suspect
   AND received_on = :was
   AND received_arrival IN (
     SELECT e.arrival
       FROM entry AS e
       JOIN journal AS j ON j.rid = e.journal
      WHERE j.name = :journal AND e.epoch = :epoch AND e.seq >= :from_seq AND e.arrival < :until
   )
