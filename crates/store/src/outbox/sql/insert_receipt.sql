INSERT INTO receipt (epoch, from_seq, seq, platform_epoch, recorded_ms, body)
VALUES (:epoch, :from_seq, :seq, :platform_epoch, :recorded_ms, :body)
