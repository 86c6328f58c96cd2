UPDATE operator
   SET password_hash = :password_hash, failures = 0, locked_until_ms = NULL
 WHERE id = :id
