UPDATE cases SET state = 'ready_for_pickup' WHERE rid = :rid AND state IN ('granted', 'denied')
