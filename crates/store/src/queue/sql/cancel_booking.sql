UPDATE queue_booking SET cancelled_ms = :at_ms, cancelled_by = :operator WHERE id = :id AND cancelled_ms IS NULL
