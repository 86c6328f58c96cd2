UPDATE operator SET role = :role, disabled = :disabled WHERE id = :id
