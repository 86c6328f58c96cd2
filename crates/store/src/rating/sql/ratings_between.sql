SELECT arrival, case_id, stage, level, reasons, words, on_day
  FROM rating
 WHERE on_day BETWEEN ?1 AND ?2
 ORDER BY arrival
