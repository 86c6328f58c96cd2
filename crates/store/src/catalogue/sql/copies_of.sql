SELECT code
  FROM matter
 WHERE code <> :code AND (base_code = :base_code OR name_fold = :name_fold)
 ORDER BY code
 LIMIT :most
