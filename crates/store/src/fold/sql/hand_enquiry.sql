UPDATE enquiry
   SET owner = :owner, state = :state, handed_to = :handed_to, handed_why = :handed_why,
       closed_on = CASE WHEN :owner IS NULL THEN :on END
 WHERE id = :id
