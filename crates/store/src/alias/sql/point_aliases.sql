SELECT p.alias, p.at_ms, p.actor
  FROM point_alias AS p
 WHERE p.matter = ?1
   AND NOT EXISTS (SELECT 1
                     FROM matter AS m
                     JOIN matter_alias AS a ON a.matter_rid = m.rid
                    WHERE m.code = p.matter AND a.alias_fold = p.alias_fold)
 ORDER BY p.at_ms, p.alias_fold
