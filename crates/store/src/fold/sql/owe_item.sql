INSERT INTO case_owed (case_rid, item, ord, stage, supply_by, body)
VALUES (:case_rid, :item, :ord, :stage, :supply_by, :body)
    ON CONFLICT (case_rid, item) DO UPDATE
   SET ord = excluded.ord, stage = excluded.stage, supply_by = excluded.supply_by, body = excluded.body
