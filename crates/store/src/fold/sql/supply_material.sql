UPDATE case_material
   SET body = :body
 WHERE case_rid = :case_rid AND body ->> 'id' = :id
