SELECT case_id, stage, level, reasons, words, on_day
  FROM rating
 ORDER BY case_id, stage
