INSERT INTO result (case_rid, id, ord, body, place)
VALUES (:case_rid, :id,
        (SELECT coalesce(max(ord) + 1, 0) FROM result WHERE case_rid = :case_rid),
        :body, 'office')
    ON CONFLICT (case_rid, id) DO UPDATE SET body = excluded.body
