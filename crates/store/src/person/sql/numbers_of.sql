SELECT theirs.id_kind, theirs.id_value
  FROM person_number AS given
  JOIN person_number AS theirs
    ON theirs.current_value = given.current_value AND theirs.current_kind = given.current_kind
 WHERE given.id_value = :id_value AND given.id_kind = :id_kind
 ORDER BY theirs.id_value <> theirs.current_value OR theirs.id_kind <> theirs.current_kind, theirs.id_value, theirs.id_kind
