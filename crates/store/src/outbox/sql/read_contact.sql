SELECT last_attempt_ms, last_success_ms, failure, next_try_ms, clock_ahead_ms
  FROM contact
 WHERE only_row = 1
