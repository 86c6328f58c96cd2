DELETE FROM feed_proof WHERE epoch = :epoch AND seq = :seq
