UPDATE case_material
   SET body = json_set(body, '$.supply_by', :until)
 WHERE case_rid = :case_rid AND body ->> 'how' = 'deferred' AND body ->> 'supply_by' = :was
