UPDATE operator SET failures = failures + 1, locked_until_ms = :locked_until_ms WHERE id = :id
