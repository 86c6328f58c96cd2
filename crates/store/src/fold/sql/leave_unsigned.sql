INSERT INTO case_unsigned (case_rid, document, body)
VALUES (:case_rid, :document, :body)
    ON CONFLICT (case_rid, document) DO UPDATE SET body = excluded.body
