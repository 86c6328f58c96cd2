INSERT INTO person_link (arrival, from_kind, from_value, into_kind, into_value)
VALUES (:arrival, :from_kind, :from_value, :into_kind, :into_value)
