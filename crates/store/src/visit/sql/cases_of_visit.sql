SELECT count(*) AS cases FROM cases WHERE visit = ?1
