SELECT id, operator, matter, title, body, created_ms, updated_ms FROM draft WHERE id = ?1
