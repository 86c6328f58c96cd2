SELECT coalesce(max(copy), 0) AS last FROM paper WHERE case_id = :case_id AND document = :document;
