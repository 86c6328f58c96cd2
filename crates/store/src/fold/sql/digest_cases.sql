SELECT id, number, number_key, terminal, own, received_arrival, last_arrival, matter_code, matter_name,
       matter_fold, matter_initials, matter_sha256, questions_sha256, pack_version, department, sample, state, applicant_name,
       applicant_fold, applicant_initials, applicant_pinyin, id_kind, id_value, phone, agent_name, agent_fold,
       agent_phone, received_on, notify_by, accepted_on, promised, promised_provisional, statutory,
       statutory_provisional, supply_by, deferred_by, corrections, closed_on, platform_number, step, office,
       progress_note, progress_on, clerk, window, clock_suspect, accept_suspect, due, extensions, limit_extended_by, calls, called_on,
       chain_whole, chain_place,
       slip_entered_on, out_of_hours, green_lane, visit
  FROM cases
 ORDER BY id
