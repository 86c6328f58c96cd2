SELECT m.body, c.matter_name, c.received_on
  FROM cases AS c
  JOIN case_material AS m ON m.case_rid = c.rid
 WHERE c.id_value = :id_value AND c.id_kind = :id_kind AND c.received_on >= :since
   AND c.state NOT IN ('refused', 'voided')
   AND json_extract(m.body, '$.how') IN ('captured', 'copy_taken', 'held')
   AND json_array_length(m.body, '$.files') > 0
 ORDER BY c.received_on DESC, c.rid DESC, m.ord
