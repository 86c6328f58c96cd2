UPDATE cases
   SET state = :state,
       platform_number = coalesce(:platform_number, platform_number),
       step = :step, office = :office, progress_note = :note, progress_on = :on,
       promised = coalesce(:promised, promised),
       promised_provisional = CASE WHEN :promised IS NULL THEN promised_provisional ELSE :promised_provisional END,
       statutory = coalesce(:statutory, statutory),
       statutory_provisional = CASE WHEN :statutory IS NULL THEN statutory_provisional ELSE :statutory_provisional END,
       closed_on = CASE WHEN :over THEN coalesce(closed_on, :closed_on) END
 WHERE rid = :rid
