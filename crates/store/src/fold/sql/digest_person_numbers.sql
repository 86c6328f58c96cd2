SELECT id_value, id_kind, current_value, current_kind FROM person_number ORDER BY id_value, id_kind
