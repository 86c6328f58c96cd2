INSERT INTO payload (arrival, salt, body) VALUES (:arrival, :salt, :body)
