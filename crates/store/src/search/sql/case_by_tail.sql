c.rid IN (
  SELECT rid FROM cases WHERE substr(id_value, -4) = :term
   UNION ALL
  SELECT theirs.rid
    FROM person_number AS given
    JOIN person_number AS other ON other.current_value = given.current_value AND other.current_kind = given.current_kind
    JOIN cases AS theirs ON theirs.id_value = other.id_value AND theirs.id_kind = other.id_kind
   WHERE substr(given.id_value, -4) = :term
   UNION ALL
  SELECT rid FROM cases WHERE phone IS NOT NULL AND substr(phone, -4) = :term
   UNION ALL
  SELECT rid FROM cases WHERE agent_phone IS NOT NULL AND substr(agent_phone, -4) = :term
   UNION ALL
  SELECT rowid FROM case_key WHERE case_key MATCH '"' || :term || '"'
)
