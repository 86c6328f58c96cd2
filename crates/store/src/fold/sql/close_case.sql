UPDATE cases
   SET state = :state, closed_on = coalesce(closed_on, :closed_on)
 WHERE rid = :case_rid
