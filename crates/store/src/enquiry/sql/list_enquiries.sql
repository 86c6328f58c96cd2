SELECT e.id, e.at_ms, e.opened_on, e.text, e.matter, e.name, e.phone, e.asked_first, e.owner, e.state,
       e.handed_to, e.handed_why, e.answer, e.number, e.closed_on
  FROM enquiry AS e
 WHERE :owner IS NULL OR e.owner = :owner OR e.asked_first = :owner
 ORDER BY e.closed_on IS NOT NULL, e.closed_on DESC, e.arrival
 LIMIT :limit
