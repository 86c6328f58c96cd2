c.rid IN (
  SELECT rowid FROM case_key WHERE case_key MATCH '"' || :term || '"'
   UNION ALL
  SELECT rid FROM cases WHERE platform_number = :term
   UNION ALL
  SELECT rid FROM cases WHERE substr(platform_number, -12) = :term
)
