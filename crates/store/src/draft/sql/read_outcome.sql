SELECT case_id FROM draft_outcome WHERE draft = ?1
