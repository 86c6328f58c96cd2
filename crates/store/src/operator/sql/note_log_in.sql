UPDATE operator SET failures = 0, locked_until_ms = NULL, last_seen_ms = :at_ms WHERE id = :id
