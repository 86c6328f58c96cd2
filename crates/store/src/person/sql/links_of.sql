SELECT e.arrival, e.header, p.body
  FROM json_each(:numbers) AS number
 CROSS JOIN person_link AS l
    ON (l.from_value = number.value ->> 'number' AND l.from_kind = number.value ->> 'kind')
  JOIN entry AS e ON e.arrival = l.arrival
  JOIN payload AS p ON p.arrival = l.arrival
 ORDER BY l.arrival DESC
