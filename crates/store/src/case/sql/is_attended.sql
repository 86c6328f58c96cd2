c.id IN (SELECT case_id FROM attention)
