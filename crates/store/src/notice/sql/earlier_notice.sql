SELECT n.id
  FROM json_each(:numbers) AS number
  JOIN notice AS n ON n.id_value = number.value ->> 'number' AND n.id_kind = number.value ->> 'kind'
 WHERE n.matter = :matter
   AND NOT EXISTS (SELECT 1
                     FROM json_each(:numbers) AS theirs
                     JOIN cases AS c ON c.id_value = theirs.value ->> 'number' AND c.id_kind = theirs.value ->> 'kind'
                    WHERE c.matter_code = n.matter AND c.received_arrival > n.arrival)
 ORDER BY n.arrival DESC
 LIMIT 1
