INSERT INTO promise_check (case_rid, material, outcome, checked_on)
VALUES (:case_rid, :material, :outcome, :checked_on)
    ON CONFLICT (case_rid, material) DO UPDATE
   SET outcome = excluded.outcome, checked_on = excluded.checked_on
