SELECT arrival, case_id, stage, level, reasons, words, on_day
  FROM rating
 WHERE case_id = ?1
 ORDER BY arrival
