SELECT code FROM matter ORDER BY code
