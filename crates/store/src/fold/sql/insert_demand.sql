INSERT INTO demand (arrival, at_ms, matter, demanded, actor, case_id)
VALUES (:arrival, :at_ms, :matter, :demanded, :actor, :case_id)
    ON CONFLICT (arrival) DO NOTHING
