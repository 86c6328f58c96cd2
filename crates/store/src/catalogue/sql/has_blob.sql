SELECT 1 FROM pack_blob WHERE sha256 = ?1
