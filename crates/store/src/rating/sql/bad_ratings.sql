SELECT arrival, case_id, stage, level, reasons, words, on_day
  FROM rating
 WHERE level IN ('dissatisfied', 'very_dissatisfied')
 ORDER BY arrival DESC
 LIMIT ?1
