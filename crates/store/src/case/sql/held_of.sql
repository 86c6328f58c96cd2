SELECT m.body, c.matter_name, c.received_on
  FROM cases AS c
  JOIN case_material AS m ON m.case_rid = c.rid
 WHERE c.id_value = :id_value AND c.id_kind = :id_kind AND c.received_on >= :since
   AND c.state NOT IN ('refused', 'voided')
   AND json_extract(m.body, '$.how') IN ('captured', 'copy_taken', 'held')
   AND json_array_length(m.body, '$.files') > 0
   -- Another terminal's pages, and those retention has shredded, are not here to be used.
   AND NOT EXISTS (SELECT 1 FROM json_each(m.body, '$.files') AS page
                    WHERE unhex(json_extract(page.value, '$.sha256')) NOT IN (SELECT sha256 FROM file))
 ORDER BY c.received_on DESC, c.rid DESC, m.ord
