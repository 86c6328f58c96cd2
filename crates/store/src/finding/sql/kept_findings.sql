SELECT rule, section, reason, supervisor, at_ms
  FROM kept_finding
 WHERE matter = :matter AND sha256 = :sha256
 ORDER BY section, rule
