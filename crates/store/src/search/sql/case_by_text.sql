c.rid IN (SELECT rowid FROM case_text WHERE case_text MATCH :term)
