INSERT INTO person_number (id_value, id_kind, current_value, current_kind)
VALUES (:id_value, :id_kind, :current_value, :current_kind)
