UPDATE enquiry SET state = :state, answer = :answer, number = :number, closed_on = :on WHERE id = :id
