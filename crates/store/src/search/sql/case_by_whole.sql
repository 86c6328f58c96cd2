c.rid IN (
  SELECT rid FROM cases WHERE number_key = replace(:term, '-', '')
   UNION ALL
  SELECT rid FROM cases WHERE chain_whole = :term
)
