SELECT rid FROM cases WHERE id = ?1
