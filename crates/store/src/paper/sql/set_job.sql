UPDATE paper SET job = :job WHERE id = :id AND outcome = 'printing' AND sent_ms IS NOT NULL;
