c.id IN (SELECT p.case_id FROM paper_to_print AS p)
