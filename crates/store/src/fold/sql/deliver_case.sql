UPDATE cases SET state = 'delivered', closed_on = coalesce(closed_on, :on) WHERE rid = :rid
