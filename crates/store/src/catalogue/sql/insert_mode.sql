INSERT INTO matter_mode (mode, matter_rid) VALUES (:mode, :matter_rid) ON CONFLICT DO NOTHING
