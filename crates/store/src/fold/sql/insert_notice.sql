INSERT INTO notice (arrival, id, at_ms, matter, id_kind, id_value, second)
VALUES (:arrival, :id, :at_ms, :matter, :id_kind, :id_value, :second)
