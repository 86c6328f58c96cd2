SELECT 1 FROM cases WHERE number_key = ?1
