UPDATE cases
   SET limit_extended_by = :days,
       promised = coalesce(:promised, promised),
       promised_provisional = CASE WHEN :promised IS NULL THEN promised_provisional ELSE :promised_provisional END,
       statutory = coalesce(:statutory, statutory),
       statutory_provisional = CASE WHEN :statutory IS NULL THEN statutory_provisional ELSE :statutory_provisional END
 WHERE rid = :rid
