INSERT INTO pack_item (kind, code, sha256) VALUES (:kind, :code, :sha256)
