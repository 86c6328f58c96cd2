SELECT c.visit
  FROM json_each(:numbers) AS number
 CROSS JOIN cases AS c ON substr(c.id_value, -4) = substr(number.value ->> 'number', -4)
   AND c.id_value = number.value ->> 'number' AND c.id_kind = number.value ->> 'kind'
 WHERE c.received_on = :day AND c.own AND c.visit IS NOT NULL
 ORDER BY c.rid
 LIMIT 1
