SELECT state, count(*) AS cases FROM cases GROUP BY state
