SELECT c.id, u.body
  FROM case_unsigned AS u
 CROSS JOIN cases AS c ON c.rid = u.case_rid
 WHERE c.own
   AND c.state IN ('accepted', 'accepted_deferred', 'accepted_on_commitment', 'dispatched', 'in_process', 'suspended')
 ORDER BY c.accepted_on, c.rid, u.document
 LIMIT :limit
