UPDATE case_pause SET ended_on = :ended_on, result = :result WHERE case_rid = :case_rid AND id = :id
