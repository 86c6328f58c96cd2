INSERT INTO operator (id, name, role, password_hash, created_ms, disabled)
VALUES (:id, :name, :role, :password_hash, :created_ms, :disabled)
