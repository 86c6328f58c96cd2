SELECT c.id, p.material, p.checked_on
  FROM json_each(:numbers) AS number
 CROSS JOIN cases AS c ON substr(c.id_value, -4) = substr(number.value ->> 'number', -4)
   AND c.id_value = number.value ->> 'number' AND c.id_kind = number.value ->> 'kind'
  JOIN promise_check AS p ON p.case_rid = c.rid
 WHERE p.outcome = 'false'
 ORDER BY p.checked_on DESC, c.rid DESC
 LIMIT 1
