INSERT INTO case_material (case_rid, ord, body) VALUES (:case_rid, :ord, :body)
