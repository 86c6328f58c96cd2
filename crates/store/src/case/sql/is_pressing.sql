c.due <= :soon OR c.state IN ('received', 'needs_correction', 'granted', 'denied', 'ready_for_pickup')
 OR c.id IN (SELECT case_id FROM attention)
