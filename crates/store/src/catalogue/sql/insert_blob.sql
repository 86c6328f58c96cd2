INSERT INTO pack_blob (sha256, body) VALUES (:sha256, :body) ON CONFLICT (sha256) DO NOTHING
