SELECT count(*) AS total
  FROM cases AS c
