SELECT c.id
  FROM json_each(:numbers) AS number
 CROSS JOIN case_agent AS a ON substr(a.id_value, -4) = substr(number.value ->> 'number', -4)
   AND a.id_value = number.value ->> 'number' AND a.id_kind = number.value ->> 'kind'
  JOIN cases AS c ON c.rid = a.case_rid
 ORDER BY c.received_arrival DESC LIMIT :limit
