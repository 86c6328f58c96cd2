SELECT id, name, role, password_hash, failures, locked_until_ms, last_seen_ms, created_ms, disabled
  FROM operator
 ORDER BY disabled, name
