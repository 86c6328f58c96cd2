INSERT INTO rating (arrival, case_id, stage, level, reasons, words, on_day)
VALUES (:arrival, :case_id, :stage, :level, :reasons, :words, :on_day)
    ON CONFLICT DO NOTHING
