INSERT INTO paper (id, document, case_id, matter, answers, copy, queued_ms)
VALUES (:id, :document, :case_id, :matter, :answers, :copy, :queued_ms);
