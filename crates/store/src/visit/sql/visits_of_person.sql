WITH theirs AS (
  SELECT c.id, c.number, c.matter_name, c.received_on
    FROM json_each(:numbers) AS number
   CROSS JOIN cases AS c ON substr(c.id_value, -4) = substr(number.value ->> 'number', -4)
     AND c.id_value = number.value ->> 'number' AND c.id_kind = number.value ->> 'kind'
)
SELECT t.received_on AS day, 'handed_in' AS deed, t.number, t.matter_name AS about FROM theirs AS t
 UNION ALL
SELECT d.day, d.deed, t.number, t.matter_name FROM theirs AS t JOIN visit_deed AS d ON d.case_id = t.id
 UNION ALL
SELECT e.opened_on, 'enquired', t.number, e.text FROM theirs AS t JOIN enquiry AS e ON e.number = t.number
 UNION ALL
SELECT date(n.at_ms / 1000 + 28800, 'unixepoch'), 'told', NULL,
       coalesce((SELECT m.name FROM matter AS m WHERE m.code = n.matter), n.matter)
  FROM json_each(:numbers) AS number
  JOIN notice AS n ON n.id_value = number.value ->> 'number' AND n.id_kind = number.value ->> 'kind'
 ORDER BY day DESC, deed, about
 LIMIT :limit
