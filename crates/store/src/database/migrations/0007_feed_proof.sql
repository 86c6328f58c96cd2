-- The platform's signatures over its feed, by the place of the entry each was made for. One vouches
-- for everything before it in its epoch; they are kept so that a platform restored from a backup can
-- be given back what it wrote. Local rows, not rebuilt. An older program may not open this home.

CREATE TABLE feed_proof (
  epoch     INTEGER NOT NULL CHECK (epoch > 0),
  seq       INTEGER NOT NULL CHECK (seq > 0),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;
