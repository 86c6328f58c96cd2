INSERT INTO case_pause (case_rid, id, what, reason, begun_on, expected_days, office)
VALUES (:case_rid, :id, :what, :reason, :begun_on, :expected_days, :office)
    ON CONFLICT DO NOTHING
