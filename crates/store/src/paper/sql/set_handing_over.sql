UPDATE paper SET sent_ms = :at WHERE id = :id AND outcome = 'printing' AND sent_ms IS NULL;
