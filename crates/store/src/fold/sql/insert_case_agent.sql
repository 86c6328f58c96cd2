INSERT INTO case_agent (case_rid, id_kind, id_value) VALUES (:case_rid, :id_kind, :id_value)
