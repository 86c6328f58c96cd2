-- Findings about guides that a supervisor answers for, by the text they are of. An older program may not
-- open this home.

CREATE TABLE kept_finding (
  matter     TEXT NOT NULL,
  sha256     BLOB NOT NULL CHECK (length(sha256) = 32),
  rule       TEXT NOT NULL,
  section    TEXT NOT NULL,
  reason     TEXT NOT NULL,
  supervisor BLOB NOT NULL CHECK (length(supervisor) = 16),
  at_ms      INTEGER NOT NULL,
  PRIMARY KEY (matter, sha256, rule, section)
) STRICT, WITHOUT ROWID;
