SELECT at_ms, actor, matter, demanded, case_id
  FROM demand
 WHERE at_ms >= :since
 ORDER BY at_ms DESC, arrival DESC
 LIMIT :limit
