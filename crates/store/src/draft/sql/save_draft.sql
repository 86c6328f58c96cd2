INSERT INTO draft (id, operator, matter, matter_sha256, questions_sha256, title, body, created_ms, updated_ms)
VALUES (:id, :operator, :matter, :matter_sha256, :questions_sha256, :title, :body, :created_ms, :updated_ms)
    ON CONFLICT (id) DO UPDATE
   SET matter = excluded.matter, matter_sha256 = excluded.matter_sha256,
       questions_sha256 = excluded.questions_sha256, title = excluded.title, body = excluded.body,
       updated_ms = excluded.updated_ms
 WHERE draft.operator = excluded.operator
