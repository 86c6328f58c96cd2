INSERT INTO paper (id, document, case_id, draft, matter, answers, copy, queued_ms)
VALUES (:id, :document, :case_id, :draft, :matter, :answers, :copy, :queued_ms);
