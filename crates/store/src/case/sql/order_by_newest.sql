
 ORDER BY c.rid DESC
 LIMIT :limit OFFSET :offset
