INSERT INTO upload (case_id, sha256, location, sent)
VALUES (:case_id, :sha256, :location, :sent)
    ON CONFLICT (case_id, sha256) DO UPDATE SET location = excluded.location, sent = excluded.sent
