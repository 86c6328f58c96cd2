c.rid IN (SELECT rowid FROM case_key WHERE case_key MATCH '"' || :term || '"')
