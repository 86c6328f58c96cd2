c.rid IN (
  SELECT rid FROM cases WHERE substr(id_value, -4) = :term
   UNION ALL
  SELECT rid FROM cases WHERE phone IS NOT NULL AND substr(phone, -4) = :term
   UNION ALL
  SELECT rid FROM cases WHERE agent_phone IS NOT NULL AND substr(agent_phone, -4) = :term
   UNION ALL
  SELECT rowid FROM case_key WHERE case_key MATCH '"' || :term || '"'
)
