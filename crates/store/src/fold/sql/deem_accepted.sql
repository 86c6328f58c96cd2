UPDATE cases
   SET state = :state, accepted_on = :accepted_on,
       promised = :promised, promised_provisional = :promised_provisional,
       statutory = :statutory, statutory_provisional = :statutory_provisional
 WHERE rid = :case_rid AND state = 'received'
