UPDATE paper
   SET made_ms = :made_ms, pages = :pages, missing = :missing, sha256 = :sha256, content = :content,
       sheet = :sheet, template = :template, outcome = 'ready', reason = NULL
 WHERE id = :id AND made_ms IS NULL;
