c.rid IN (
  SELECT rid FROM cases WHERE applicant_initials >= lower(:term) AND applicant_initials < lower(:term) || '~'
   UNION ALL
  SELECT rid FROM cases WHERE applicant_pinyin >= lower(:term) AND applicant_pinyin < lower(:term) || '~'
   UNION ALL
  SELECT rid FROM cases WHERE number_key LIKE '%' || :term || '_'
)
