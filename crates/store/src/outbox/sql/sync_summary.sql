SELECT (SELECT count(*) FROM waiting_case) AS waiting_cases,
       (SELECT count(*) FROM waiting_entry) AS waiting_entries,
       (SELECT coalesce(sum(size), 0) FROM waiting_file) AS waiting_bytes,
       (SELECT count(DISTINCT e.case_id)
          FROM receipt AS r
          JOIN own_epoch AS o ON o.epoch = r.epoch
          JOIN entry AS e ON e.journal = o.journal AND e.epoch = r.epoch
                         AND e.seq BETWEEN r.from_seq AND r.seq
         WHERE r.recorded_ms >= :day_start_ms) AS receipted_today
