SELECT body FROM pack_blob WHERE sha256 = ?1
