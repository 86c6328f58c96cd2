SELECT c.id, c.number, c.terminal, c.own, c.matter_code, c.matter_name, c.matter_sha256, c.department, c.sample,
       c.state, c.applicant_name, c.id_kind, c.id_value, c.phone, c.agent_name, c.received_on, c.notify_by,
       c.accepted_on, c.promised, c.promised_provisional, c.statutory, c.statutory_provisional, c.supply_by,
       c.deferred_by, c.due, c.corrections, c.extensions, c.calls, c.called_on, c.closed_on, c.platform_number, c.step, c.office, c.progress_note,
       c.progress_on, c.clerk, c.window, c.clock_suspect, c.slip_entered_on, c.out_of_hours, c.green_lane, c.visit,
       (SELECT count(*) FROM case_unsigned AS u WHERE u.case_rid = c.rid) AS unsigned
  FROM cases AS c
 WHERE c.id = ?1
