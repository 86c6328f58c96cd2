UPDATE cases SET slip_entered_on = :slip_entered_on, green_lane = :green_lane, visit = :visit
 WHERE id = :id AND received_arrival = :arrival
