-- Papers: queued in the transaction of the act, made after it, kept until settled. Local rows; what
-- was printed is in the journal (kind `printed`). An older program may not open this home.

CREATE TABLE paper (
  id        BLOB PRIMARY KEY CHECK (length(id) = 16),
  document  TEXT NOT NULL,
  case_id   BLOB CHECK (length(case_id) = 16),
  matter    TEXT,
  answers   TEXT CHECK (json_valid(answers)),
  copy      INTEGER NOT NULL CHECK (copy > 0),
  queued_ms INTEGER NOT NULL,
  made_ms   INTEGER,
  pages     INTEGER,
  missing   TEXT,
  sha256    BLOB CHECK (length(sha256) = 32),
  outcome   TEXT NOT NULL DEFAULT 'queued',
  place     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_by_case ON paper (case_id, document, copy) WHERE case_id IS NOT NULL;
CREATE INDEX paper_to_make ON paper (queued_ms) WHERE made_ms IS NULL;
