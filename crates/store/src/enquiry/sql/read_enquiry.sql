SELECT e.id, e.at_ms, e.opened_on, e.text, e.matter, e.name, e.phone, e.asked_first, e.owner, e.state,
       e.handed_to, e.handed_why, e.answer, e.number, e.closed_on
  FROM enquiry AS e
 WHERE e.id = ?1
