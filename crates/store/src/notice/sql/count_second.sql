SELECT count(*) AS notices FROM notice WHERE second = 1 AND at_ms >= ?1
