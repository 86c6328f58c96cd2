INSERT INTO queue_booking (id, day, at, line, name, phone, about, made_ms, made_by)
VALUES (:id, :day, :at, :line, :name, :phone, :about, :made_ms, :made_by)
