SELECT coalesce(sum(f.size), 0) AS total,
       coalesce(sum(CASE
         WHEN f.receipted_epoch IS NULL
           OR f.receipted_epoch >= max(1, coalesce((SELECT epoch FROM platform), 1)) THEN f.size
         ELSE min(coalesce(u.sent, 0), f.size - 1)
       END), 0) AS done
  FROM cases AS c
  JOIN case_file AS f ON f.case_rid = c.rid
  LEFT JOIN upload AS u ON u.case_id = c.id AND u.sha256 = f.sha256
 WHERE c.id = :case_id
