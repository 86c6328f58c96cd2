WITH hit (rid, rank, matched) AS (
  SELECT rid, 0, code FROM matter WHERE code = :code
   UNION ALL
  SELECT rid, 1, name FROM matter WHERE :text <> '' AND substr(name_fold, 1, length(:text)) = :text
   UNION ALL
  SELECT matter_rid, CASE WHEN alias_fold = :text THEN 2 ELSE 3 END, alias
    FROM saying WHERE :text <> '' AND substr(alias_fold, 1, length(:text)) = :text
   UNION ALL
  SELECT rid, 4, name FROM matter WHERE :initials <> '' AND instr(initials, :initials) > 0
   UNION ALL
  SELECT matter_rid, 4, alias FROM saying
   WHERE :initials <> '' AND substr(initials, 1, length(:initials)) = :initials
   UNION ALL
  SELECT rid, 5, name FROM matter WHERE length(:pinyin) > 1 AND instr(pinyin, :pinyin) > 0
   UNION ALL
  SELECT matter_rid, 5, alias FROM saying
   WHERE length(:pinyin) > 1 AND substr(pinyin, 1, length(:pinyin)) = :pinyin
   UNION ALL
  SELECT rowid, 6, (SELECT name FROM matter WHERE rid = matter_text.rowid)
    FROM matter_text WHERE :match IS NOT NULL AND matter_text MATCH :match
   UNION ALL
  -- The catalogue's own words are part of the text above.
  SELECT m.rid, 6, p.alias
    FROM point_alias AS p JOIN matter AS m ON m.code = p.matter
   WHERE :text <> '' AND instr(p.alias_fold, :text) > 0
   UNION ALL
  SELECT rid, 7, '' FROM matter WHERE :text = ''
),
best AS (
  -- With min() SQLite takes the other columns from the same row.
  SELECT rid, min(rank) AS rank, matched FROM hit GROUP BY rid
),
found AS (
  SELECT b.rid, b.rank, b.matched
    FROM best AS b
   WHERE NOT EXISTS (SELECT 1
                       FROM json_each(:modes) AS wanted
                      WHERE NOT EXISTS (SELECT 1 FROM matter_mode AS has
                                         WHERE has.mode = wanted.value AND has.matter_rid = b.rid))
)
