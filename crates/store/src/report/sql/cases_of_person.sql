SELECT count(*) AS cases
  FROM cases
 WHERE substr(id_value, -4) = substr(?1, -4) AND id_value = ?1
