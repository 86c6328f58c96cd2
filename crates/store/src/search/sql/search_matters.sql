WITH hit (rid, rank, matched) AS (
  SELECT rid, 0, code FROM matter WHERE code = :code
   UNION ALL
  SELECT rid, 1, name FROM matter WHERE substr(name_fold, 1, length(:text)) = :text
   UNION ALL
  SELECT matter_rid, CASE WHEN alias_fold = :text THEN 2 ELSE 3 END, alias
    FROM matter_alias WHERE substr(alias_fold, 1, length(:text)) = :text
   UNION ALL
  SELECT rid, 4, name FROM matter WHERE :initials <> '' AND instr(initials, :initials) > 0
   UNION ALL
  SELECT matter_rid, 4, alias FROM matter_alias
   WHERE :initials <> '' AND substr(initials, 1, length(:initials)) = :initials
   UNION ALL
  SELECT rid, 5, name FROM matter WHERE length(:pinyin) > 1 AND instr(pinyin, :pinyin) > 0
   UNION ALL
  SELECT matter_rid, 5, alias FROM matter_alias
   WHERE length(:pinyin) > 1 AND substr(pinyin, 1, length(:pinyin)) = :pinyin
   UNION ALL
  SELECT rowid, 6, (SELECT name FROM matter WHERE rid = matter_text.rowid)
    FROM matter_text WHERE :match IS NOT NULL AND matter_text MATCH :match
),
best AS (
  -- With min() SQLite takes the other columns from the same row.
  SELECT rid, min(rank) AS rank, matched FROM hit GROUP BY rid
)
SELECT m.code, m.name, b.rank, b.matched
  FROM best AS b
  JOIN matter AS m ON m.rid = b.rid
 ORDER BY b.rank, m.uses DESC, length(m.name), m.code
 LIMIT :limit
