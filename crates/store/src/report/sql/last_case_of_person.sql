SELECT id
  FROM cases
 WHERE substr(id_value, -4) = substr(?1, -4) AND id_value = ?1
 ORDER BY received_arrival DESC LIMIT 1;
