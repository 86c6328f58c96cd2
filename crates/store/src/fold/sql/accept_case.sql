UPDATE cases
   SET state = :state, accepted_on = :accepted_on, accept_suspect = :accept_suspect,
       promised = :promised, promised_provisional = :promised_provisional,
       statutory = :statutory, statutory_provisional = :statutory_provisional
 WHERE rid = :rid
