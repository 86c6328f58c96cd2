UPDATE queue_booking SET name = NULL, phone = NULL, about = NULL WHERE day < ?1 AND name IS NOT NULL
