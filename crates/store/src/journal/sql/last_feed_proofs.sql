SELECT seq FROM feed_proof WHERE epoch = :epoch ORDER BY seq DESC LIMIT 3
