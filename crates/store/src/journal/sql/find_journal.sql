SELECT rid FROM journal WHERE name = ?1
