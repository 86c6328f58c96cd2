SELECT arrival, from_kind, from_value, into_kind, into_value FROM person_link ORDER BY arrival
