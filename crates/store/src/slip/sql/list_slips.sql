SELECT s.number, s.lot, s.printed_on, s.case_id IS NOT NULL AS used, s.spoiled_on, s.spoiled_why
  FROM slip AS s
 WHERE s.own
 ORDER BY s.case_id IS NOT NULL OR s.spoiled_on IS NOT NULL, s.arrival DESC, s.ord
 LIMIT ?1
