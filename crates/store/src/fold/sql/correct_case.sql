UPDATE cases
   SET state = :state, supply_by = :supply_by, corrections = corrections + 1
 WHERE rid = :rid
