UPDATE cases
   SET clock_suspect = clock_suspect AND received_on <> :was,
       accept_suspect = accept_suspect AND coalesce(accepted_on, '') <> :was,
       received_on = coalesce(:received_on, received_on),
       notify_by = coalesce(:notify_by, notify_by),
       accepted_on = coalesce(:accepted_on, accepted_on),
       promised = coalesce(:promised, promised),
       promised_provisional = CASE WHEN :promised IS NULL THEN promised_provisional ELSE :promised_provisional END,
       statutory = coalesce(:statutory, statutory),
       statutory_provisional = CASE WHEN :statutory IS NULL THEN statutory_provisional ELSE :statutory_provisional END
 WHERE id = :id
