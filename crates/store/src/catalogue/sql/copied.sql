SELECT m.code
  FROM matter AS m
 WHERE EXISTS (SELECT 1 FROM matter AS o
                WHERE o.rid <> m.rid AND o.base_code = m.base_code)
    OR EXISTS (SELECT 1 FROM matter AS o
                WHERE o.rid <> m.rid AND o.name_fold = m.name_fold)
 ORDER BY m.code
 LIMIT :most
