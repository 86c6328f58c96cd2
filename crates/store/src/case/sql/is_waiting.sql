c.id IN (SELECT case_id FROM waiting_case)
