UPDATE paper
   SET outcome = :outcome, reason = :reason, place = coalesce(:place, place), way = coalesce(:way, way),
       settled_ms = :at, turn = NULL
 WHERE id = :id AND outcome = :from;
