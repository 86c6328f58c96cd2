INSERT INTO draft (id, operator, matter, title, body, created_ms, updated_ms)
VALUES (:id, :operator, :matter, :title, :body, :created_ms, :updated_ms)
    ON CONFLICT (id) DO UPDATE
   SET matter = excluded.matter, title = excluded.title, body = excluded.body, updated_ms = excluded.updated_ms
 WHERE draft.operator = excluded.operator
