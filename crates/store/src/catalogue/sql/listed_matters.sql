SELECT code, name, category FROM matter ORDER BY category, code
