SELECT case_id, day, deed FROM visit_deed ORDER BY case_id, day, deed
