INSERT INTO migration (version, sha256, applied_ms) VALUES (?1, ?2, ?3)
