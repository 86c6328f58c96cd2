INSERT INTO case_request (entry, case_rid, arrival, what, asked_on)
SELECT e.hash, :case_rid, :arrival, :what, :asked_on
  FROM entry AS e
 WHERE e.arrival = :arrival
