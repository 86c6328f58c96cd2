SELECT own FROM journal WHERE name = ?1
