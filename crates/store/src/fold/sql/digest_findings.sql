SELECT matter, sha256, rule, section, reason, supervisor, at_ms
  FROM kept_finding
 ORDER BY matter, sha256, rule, section
