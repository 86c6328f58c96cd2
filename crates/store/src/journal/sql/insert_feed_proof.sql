INSERT INTO feed_proof (epoch, seq, signature) VALUES (:epoch, :seq, :signature)
    ON CONFLICT (epoch, seq) DO NOTHING
