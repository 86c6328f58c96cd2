ORDER BY c.rid
