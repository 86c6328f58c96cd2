UPDATE cases SET slip_entered_on = :slip_entered_on, out_of_hours = :out_of_hours, green_lane = :green_lane, visit = :visit
 WHERE id = :id AND received_arrival = :arrival
