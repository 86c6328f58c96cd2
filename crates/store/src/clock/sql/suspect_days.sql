SELECT day, count(*) AS cases
  FROM (SELECT received_on AS day, rid FROM cases WHERE clock_suspect AND own
         UNION
        SELECT accepted_on, rid FROM cases WHERE accept_suspect AND own AND accepted_on IS NOT NULL)
 GROUP BY day
 ORDER BY day
