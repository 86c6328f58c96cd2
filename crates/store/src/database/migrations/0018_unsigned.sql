-- Papers left unsigned, until they are signed. An older program may not open this home.
CREATE TABLE case_unsigned (
  case_rid INTEGER NOT NULL REFERENCES cases (rid),
  document TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (case_rid, document)
) STRICT, WITHOUT ROWID;
