UPDATE cases
   SET supply_by = (SELECT min(o.supply_by) FROM case_owed AS o WHERE o.case_rid = :case_rid),
       deferred_by = (SELECT min(m.body ->> 'supply_by')
                        FROM case_material AS m
                       WHERE m.case_rid = :case_rid AND m.body ->> 'how' = 'deferred')
 WHERE rid = :case_rid
