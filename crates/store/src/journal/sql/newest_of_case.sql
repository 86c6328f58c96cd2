SELECT hash FROM entry WHERE case_id = ?1 ORDER BY arrival DESC LIMIT 1
