SELECT c.id
  FROM cases AS c
 WHERE c.own
   AND (c.state = 'needs_correction'
        OR (c.state IN ('accepted', 'accepted_deferred', 'accepted_on_commitment', 'dispatched', 'in_process', 'suspended')
            AND (c.supply_by IS NOT NULL OR c.deferred_by IS NOT NULL)))
 ORDER BY min(coalesce(c.supply_by, '9999-12-31'), coalesce(c.deferred_by, '9999-12-31')), c.rid
 LIMIT :limit
