SELECT a.entry, a.kind, a.at_ms, a.case_id, a.body, c.number, c.matter_name
  FROM attention AS a
  LEFT JOIN cases AS c ON c.id = a.case_id
 ORDER BY a.entry_arrival
 LIMIT 200
