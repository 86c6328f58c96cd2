SELECT e.header, p.body, m.revoked_on, m.revoke_reason
  FROM json_each(?1) AS number
 CROSS JOIN mandate AS m
    ON m.agent_value = number.value ->> 'number' AND m.agent_kind = number.value ->> 'kind'
  JOIN entry AS e ON e.arrival = m.arrival
  JOIN payload AS p ON p.arrival = m.arrival
 ORDER BY m.arrival DESC
