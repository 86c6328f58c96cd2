INSERT INTO case_material (case_rid, ord, body)
VALUES (:case_rid, (SELECT coalesce(max(ord) + 1, 0) FROM case_material WHERE case_rid = :case_rid), :body)
