SELECT count(*) AS demands FROM demand WHERE at_ms >= ?1
