ORDER BY c.due IS NULL, c.due, c.rid DESC
