INSERT INTO paper (id, document, case_id, draft, matter, answers, copy, queued_ms, why, origin)
VALUES (:id, :document, :case_id, :draft, :matter, :answers, :copy, :queued_ms, :why, :origin);
