SELECT count(*) AS cases FROM cases WHERE id_value = ?1;
