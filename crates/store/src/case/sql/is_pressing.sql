c.due <= :soon OR c.state IN ('received', 'needs_correction', 'granted', 'denied', 'ready_for_pickup')
 OR c.id IN (SELECT case_id FROM attention)
 OR (c.rid IN (SELECT u.case_rid FROM case_unsigned AS u) AND c.own
     AND c.state IN ('accepted', 'accepted_deferred', 'accepted_on_commitment', 'dispatched', 'in_process', 'suspended'))
