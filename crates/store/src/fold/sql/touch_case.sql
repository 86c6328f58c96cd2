UPDATE cases SET last_arrival = max(last_arrival, :arrival) WHERE id = :id
