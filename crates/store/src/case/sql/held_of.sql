SELECT m.body, c.id, c.number, c.matter_name, c.received_on, c.clerk
  FROM json_each(:numbers) AS number
 CROSS JOIN cases AS c ON substr(c.id_value, -4) = substr(number.value ->> 'number', -4)
   AND c.id_value = number.value ->> 'number' AND c.id_kind = number.value ->> 'kind'
  JOIN case_material AS m ON m.case_rid = c.rid
 WHERE c.received_on >= :since
   AND c.state NOT IN ('refused', 'voided')
   -- Pages used again keep the day they were first taken: reuse does not make them younger.
   AND m.body ->> 'how' IN ('captured', 'copy_taken')
   AND json_array_length(m.body, '$.files') > 0
   -- Another terminal's pages, and those retention has shredded, are not here to be used.
   AND NOT EXISTS (SELECT 1 FROM json_each(m.body, '$.files') AS page
                    WHERE unhex(page.value ->> 'sha256') NOT IN (SELECT sha256 FROM file))
 ORDER BY c.received_on DESC, c.rid DESC, m.ord
