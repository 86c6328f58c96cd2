INSERT INTO draft_outcome (draft, case_id) VALUES (:draft, :case_id)
