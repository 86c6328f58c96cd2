SELECT n.id
  FROM notice AS n
 WHERE n.id_value = :id_value AND n.id_kind = :id_kind AND n.matter = :matter
   AND NOT EXISTS (SELECT 1 FROM cases AS c
                    WHERE c.id_value = n.id_value AND c.id_kind = n.id_kind AND c.matter_code = n.matter
                      AND c.received_arrival > n.arrival)
 ORDER BY n.arrival DESC
 LIMIT 1
