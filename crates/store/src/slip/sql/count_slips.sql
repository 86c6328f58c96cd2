SELECT count(*) FILTER (WHERE case_id IS NULL AND spoiled_on IS NULL) AS free,
       count(*) FILTER (WHERE case_id IS NOT NULL) AS used,
       count(*) FILTER (WHERE case_id IS NULL AND spoiled_on IS NOT NULL) AS spoiled
  FROM slip
 WHERE own
