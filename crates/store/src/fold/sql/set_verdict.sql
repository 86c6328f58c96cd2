INSERT INTO verdict (entry, word, body, arrival)
VALUES (:entry, :word, :body, :arrival)
    ON CONFLICT (entry) DO UPDATE
   SET word = excluded.word, body = excluded.body, arrival = excluded.arrival
 WHERE excluded.arrival >= verdict.arrival
