SELECT seq, signature FROM feed_proof WHERE epoch = :epoch AND seq > :after ORDER BY seq LIMIT 1
