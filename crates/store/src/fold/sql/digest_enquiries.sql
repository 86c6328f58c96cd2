SELECT id, arrival, at_ms, text, matter, name, phone, opened_on, asked_first, owner, state, handed_to, handed_why,
       answer, number, closed_on
  FROM enquiry
 ORDER BY id
