SELECT id, name, role, password_hash, failures, locked_until_ms, last_seen_ms, created_ms, disabled
  FROM operator
 WHERE name = ?1
