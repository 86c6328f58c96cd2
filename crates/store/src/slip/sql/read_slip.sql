SELECT s.number, s.lot, s.printed_on, s.case_id IS NOT NULL AS used, s.spoiled_on, s.spoiled_why
  FROM slip AS s
 WHERE s.number = ?1 AND s.own
