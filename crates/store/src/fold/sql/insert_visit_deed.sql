INSERT INTO visit_deed (case_id, day, deed) VALUES (:case_id, :day, :deed)
    ON CONFLICT DO NOTHING
