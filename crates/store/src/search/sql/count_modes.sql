SELECT has.mode, count(*) AS matters
  FROM found AS f
  JOIN matter_mode AS has ON has.matter_rid = f.rid
 GROUP BY has.mode
