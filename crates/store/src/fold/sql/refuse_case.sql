UPDATE cases
   SET state = :state, closed_on = :closed_on
 WHERE rid = :rid
