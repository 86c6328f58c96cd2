SELECT *
  FROM paper WHERE made_ms IS NULL AND outcome <> 'cancelled' ORDER BY queued_ms LIMIT 500;
