SELECT count(*) AS cases,
       count(*) FILTER (WHERE EXISTS (SELECT 1 FROM rating AS r WHERE r.case_id = c.id)) AS rated
  FROM cases AS c
 WHERE c.accepted_on BETWEEN ?1 AND ?2
    OR (c.state = 'refused' AND c.closed_on BETWEEN ?1 AND ?2)
