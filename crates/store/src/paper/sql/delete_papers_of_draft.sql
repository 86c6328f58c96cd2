DELETE FROM paper WHERE draft = ?1
