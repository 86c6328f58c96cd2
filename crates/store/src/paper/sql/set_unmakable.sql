UPDATE paper SET outcome = 'failed', reason = :reason WHERE id = :id AND made_ms IS NULL;
