-- Once-notices as the journal tells them. An older program may not open this home.

CREATE TABLE notice (
  arrival  INTEGER PRIMARY KEY,
  id       BLOB NOT NULL CHECK (length(id) = 16),
  at_ms    INTEGER NOT NULL,
  matter   TEXT NOT NULL,
  id_kind  TEXT,
  id_value TEXT,
  second   INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_by_id ON notice (id);
CREATE INDEX notice_by_person ON notice (id_value, matter) WHERE id_value IS NOT NULL;
CREATE INDEX notice_again ON notice (at_ms) WHERE second = 1;
CREATE INDEX cases_by_person ON cases (id_value, matter_code);
