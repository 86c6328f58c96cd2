SELECT id, at_ms, matter, id_kind, id_value, second FROM notice ORDER BY arrival
