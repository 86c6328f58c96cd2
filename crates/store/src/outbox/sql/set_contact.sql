INSERT INTO contact (only_row, last_attempt_ms, last_success_ms, failure, next_try_ms, clock_ahead_ms)
VALUES (1, :at_ms, :success_ms, :failure, :next_try_ms, :clock_ahead_ms)
    ON CONFLICT (only_row) DO UPDATE
   SET last_attempt_ms = excluded.last_attempt_ms,
       last_success_ms = coalesce(excluded.last_success_ms, contact.last_success_ms),
       failure = excluded.failure,
       next_try_ms = excluded.next_try_ms,
       clock_ahead_ms = coalesce(excluded.clock_ahead_ms, contact.clock_ahead_ms)
