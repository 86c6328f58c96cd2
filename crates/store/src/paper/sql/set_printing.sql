UPDATE paper
   SET outcome = 'printing', printer = :printer, way = :way, place = :place, reason = NULL,
       turn = (SELECT coalesce(max(turn), 0) + 1 FROM paper WHERE outcome = 'printing'),
       sent_ms = NULL, job = NULL, settled_ms = NULL
 WHERE id = :id AND made_ms IS NOT NULL AND outcome IN ('ready', 'failed', 'saved', 'cancelled');
