INSERT INTO kept_finding (matter, sha256, rule, section, reason, supervisor, at_ms)
VALUES (:matter, :sha256, :rule, :section, :reason, :supervisor, :at_ms)
    ON CONFLICT DO UPDATE
   SET reason = excluded.reason, supervisor = excluded.supervisor, at_ms = excluded.at_ms
