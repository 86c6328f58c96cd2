INSERT INTO journal (name, own) VALUES (:name, :own) ON CONFLICT (name) DO NOTHING
