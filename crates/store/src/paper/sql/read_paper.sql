SELECT *
  FROM paper WHERE id = ?1;
