-- What people here call a matter, beside the catalogue's own words; what was demanded that the published
-- list does not have; which modes of handling each matter in force has. An older program may not open
-- this home.

CREATE TABLE point_alias (
  matter     TEXT NOT NULL,
  alias_fold TEXT NOT NULL,
  alias      TEXT NOT NULL,
  initials   TEXT NOT NULL,
  pinyin     TEXT NOT NULL,
  at_ms      INTEGER NOT NULL,
  actor      BLOB CHECK (length(actor) = 16),
  PRIMARY KEY (matter, alias_fold)
) STRICT, WITHOUT ROWID;

CREATE VIEW saying AS
SELECT matter_rid, alias, alias_fold, initials, pinyin FROM matter_alias
 UNION ALL
SELECT m.rid, p.alias, p.alias_fold, p.initials, p.pinyin
  FROM point_alias AS p
  JOIN matter AS m ON m.code = p.matter;

CREATE TABLE demand (
  arrival  INTEGER PRIMARY KEY,
  at_ms    INTEGER NOT NULL,
  matter   TEXT NOT NULL,
  demanded TEXT NOT NULL,
  actor    BLOB CHECK (length(actor) = 16),
  case_id  BLOB CHECK (length(case_id) = 16)
) STRICT;
CREATE INDEX demand_by_time ON demand (at_ms);

CREATE TABLE matter_mode (
  mode       TEXT NOT NULL,
  matter_rid INTEGER NOT NULL REFERENCES matter (rid),
  PRIMARY KEY (mode, matter_rid)
) STRICT, WITHOUT ROWID;

-- The matters in force were read before there were modes; their words learn them too.
INSERT OR IGNORE INTO matter_mode (mode, matter_rid)
SELECT listed.value, m.rid
  FROM matter AS m
  JOIN pack_item AS i ON i.kind = 'matter' AND i.code = m.code
  JOIN pack_blob AS b ON b.sha256 = i.sha256
  JOIN json_each(CAST(b.body AS TEXT), '$.handling_modes') AS listed;
UPDATE matter
   SET words_fold = words_fold
    || coalesce((SELECT group_concat(' ' || mode, '') FROM matter_mode WHERE matter_rid = matter.rid), '')
    || coalesce((SELECT ' 一次办好'
                   FROM pack_item AS i
                   JOIN pack_blob AS b ON b.sha256 = i.sha256
                  WHERE i.kind = 'matter' AND i.code = matter.code
                    AND json_extract(CAST(b.body AS TEXT), '$.trips') <= 1), '');
INSERT INTO matter_text (matter_text) VALUES ('rebuild');
